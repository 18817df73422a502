/** 消防安全曝光台: what anybody may read, without signing in and without anybody's personal data. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Tag } from "../../ui/meaning.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./listing.css";

const exposures = queryOptions({ queryKey: ["public-exposures"], queryFn: () => api.get("/public/exposures", {}) });

export default function PublicExposures() {
  const { data, error, refetch } = useQuery(exposures);
  useEffect(() => {
    document.title = t("publicTitle");
  }, []);
  if (error) return <Trouble error={error} what={t("publicTitle")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <main className="public-exposures">
      <header>
        <h1 className="grow">
          {data.city} {t("publicTitle")}
        </h1>
        {data.demo && <Tag>{t("demo")}</Tag>}
      </header>
      {data.exposures.length === 0 && <StateBlock kind="empty" title={t("publicNone")} />}
      {data.exposures.map((each) => (
        <article key={each.number}>
          <p className="small t2">
            {each.areaName} <Tag>{t(each.ground === "overdue" ? "ruleOverdue" : "ruleRepeated")}</Tag>
          </p>
          <h2>{each.unitName}</h2>
          <p>{each.content}</p>
          <p className="small t3">
            <span className="num">{each.number}</span>{" "}
            {t("publicSpan", { from: day(each.from, serverNow()), until: day(each.until, serverNow()) })}
          </p>
        </article>
      ))}
    </main>
  );
}
