/** 经验库: what was recommended anywhere, what it does, where it fits, and who took it over. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./committee.css";

export default function Library() {
  const go = useGo();
  const may = useMay();
  const [q, setQ] = useState("");
  const [topic, setTopic] = useState("");
  useEffect(() => {
    document.title = t("library");
  }, []);
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "library", q, topic],
    queryFn: () => api.get("/policy-tasks/library", { q, topic }),
    placeholderData: (before) => before,
  });
  return (
    <div className="committee">
      <PageHead title={t("library")}>
        <Button onClick={() => go("/policy-tasks/common-problems")}>{t("commonProblems")}</Button>
        <Button onClick={() => go("/policy-tasks/templates")}>{t("templates")}</Button>
        <Button onClick={() => go("/policy-tasks/practice")}>{t("practices")}</Button>
        <Button onClick={() => go("/policy-tasks/pilot")}>{t("pilots")}</Button>
        <Button onClick={() => go("/policy-tasks/adoption")}>{t("adoptions")}</Button>
        {may("policy-tasks.practice.write") && (
          <Button kind="primary" icon="plus" onClick={() => go("/policy-tasks/practice/new")}>
            {t("writeUp")}
          </Button>
        )}
      </PageHead>
      <Panel flush scroll className="grow">
        <div className="library-bar">
          <Input
            icon="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          <Select
            aria-label={t("topic")}
            empty={t("everyTopic")}
            options={Object.entries(data?.topics ?? {}).map(([value, label]) => ({ value, label }))}
            value={topic}
            onChange={(event) => setTopic(event.target.value)}
          />
        </div>
        {error ? (
          <Trouble error={error} what={t("library")} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading what={t("library")} />
        ) : data.practices.length === 0 ? (
          <StateBlock kind="empty" title={t("noPractices")}>
            {t("noPracticesHint")}
          </StateBlock>
        ) : (
          <ul>
            {data.practices.map((each) => (
              <li key={each.id} className="library-line">
                <div className="row row-wide">
                  <b>{each.title}</b>
                  <Tag>{each.topicLabel}</Tag>
                  <Tag>{each.originLabel}</Tag>
                  <span className="grow" />
                  <span className="small t2 nowrap">
                    {each.organ}　{each.recommendedOn && day(each.recommendedOn, serverNow())}
                  </span>
                </div>
                <p>{each.summary}</p>
                {each.effect && <p className="t2">{each.effect}</p>}
                <div className="row row-wide small t2">
                  {each.fits && <span className="grow">{t("fits", { words: each.fits })}</span>}
                  <span className="nowrap">{t("adoptedBy", { n: each.adoptions })}</span>
                  {each.adoptedHere ? (
                    <span className="ink-met nowrap">{t("adoptedHere")}</span>
                  ) : (
                    may("policy-tasks.adoption.write") && (
                      <Button size="small" onClick={() => go(`/policy-tasks/adoption/new?practice=${each.id}`)}>
                        {t("adopt")}
                      </Button>
                    )
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
