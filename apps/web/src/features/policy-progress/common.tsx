/** 共性问题分析: what closed hazards have in common, why, and what answers it: measures, documents, practices. TY-3.4.1 */
import type { CommonProblems, ProblemCluster } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { useAddress } from "./use-asked.ts";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./policy-progress.css";

const spans = ["90", "365", "1095"] as const;
const DAY_MS = 86_400_000;

export default function Common() {
  const go = useGo();
  const { get, set } = useAddress("/policy-tasks/common-problems");
  useEffect(() => {
    document.title = t("common");
  }, []);
  const span = spans.find((each) => each === get("days")) ?? "365";
  const from = dayKey(serverNow() - Number(span) * DAY_MS);
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "common", from],
    queryFn: () => api.get("/policy-tasks/common-problems", { from }),
    placeholderData: (before) => before,
  });
  if (error) return <Trouble error={error} what={t("common")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("common")} rows={12} />;
  const chosen = data.causes.find(({ cause }) => cause === get("cause"))?.cause ?? null;
  const clusters = data.clusters.filter(({ cause }) => chosen === null || cause === chosen);
  return (
    <div className="progress">
      <PageHead title={t("common")} aside={t("closedHazards", { n: number(data.closed) })}>
        <Select
          aria-label={t("within")}
          options={spans.map((value) => ({ value, label: t(`days${value}`) }))}
          value={span}
          onChange={(event) => set({ days: event.target.value })}
        />
        <Button onClick={() => go("/policy-tasks/cause")}>{t("causes")}</Button>
        <Button onClick={() => go("/policy-tasks/library")}>{t("library")}</Button>
      </PageHead>
      <div className="progress-body">
        <Panel flush scroll className="progress-groups">
          {clusters.length === 0 ? (
            <StateBlock kind="empty" title={t("noCommon")}>
              {t("noCommonHint")}
            </StateBlock>
          ) : (
            <table className="progress-table">
              <thead>
                <tr>
                  <th>{t("problem")}</th>
                  <th>{t("cause")}</th>
                  <th className="amount">{t("hazards")}</th>
                  <th className="amount">{t("towns")}</th>
                  <th className="amount">{t("repeated")}</th>
                  <th className="amount">{t("meanDays")}</th>
                  <th>{t("answeredBy")}</th>
                </tr>
              </thead>
              <tbody>
                {clusters.map((each) => (
                  <ClusterRow key={each.key} cluster={each} problems={data} />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
        <Causes problems={data} chosen={chosen} onChoose={(cause) => set({ cause })} />
      </div>
    </div>
  );
}

function ClusterRow({ cluster, problems: { causes, may } }: { readonly cluster: ProblemCluster; readonly problems: CommonProblems }) {
  const go = useGo();
  const label = causes.find(({ cause }) => cause === cluster.cause)?.label ?? cluster.cause;
  const given = new URLSearchParams({ cluster: cluster.key, problem: cluster.label.slice(0, 200), cause: cluster.cause });
  const found = new URLSearchParams({ kind: "common", cluster: cluster.key, title: cluster.label.slice(0, 200), survey: t("common") });
  return (
    <tr>
      <th scope="row">
        <Go className="link" href={listHref("hazard-loop/hazard", { item: cluster.key, state: "closed" })}>
          {cluster.label}
        </Go>
        {cluster.why && <span className="small t2">{cluster.why}</span>}
      </th>
      <td>
        <span className="row nowrap">
          {label}
          {!cluster.settled && may.settle && (
            <button
              type="button"
              className="link small nowrap"
              title={t("guessed")}
              onClick={() => go(`/policy-tasks/cause/new?${given.toString()}`)}
            >
              {t("settle")}
            </button>
          )}
        </span>
      </td>
      <td className="amount num">{number(cluster.count)}</td>
      <td className="amount num">{number(cluster.areas)}</td>
      <td className={cx("amount num", cluster.repeated > 0 ? "ink-soon" : "t3")}>{number(cluster.repeated)}</td>
      <td className="amount num">{cluster.meanDays === null ? "—" : number(cluster.meanDays)}</td>
      <td>
        {cluster.finding ? (
          <span className="row row-wide small">
            <Go className="link" href={`/policy-tasks/finding?open=${cluster.finding.id}`}>
              {t("nMeasures", { n: cluster.finding.measures })}
            </Go>
            <Go className="link" href={listHref("policy-tasks/issue", { finding: cluster.finding.id })}>
              {t("nDocuments", { n: cluster.documents })}
            </Go>
            <Go className="link" href={listHref("policy-tasks/practice", { finding: cluster.finding.id })}>
              {t("nPractices", { n: cluster.practices })}
            </Go>
          </span>
        ) : may.find ? (
          <Button size="small" onClick={() => go(`/policy-tasks/finding/new?${found.toString()}`)}>
            {t("makeFinding")}
          </Button>
        ) : (
          <span className="t3">—</span>
        )}
      </td>
    </tr>
  );
}

type CausesProps = { readonly problems: CommonProblems; readonly chosen: string | null; readonly onChoose: (cause: string | null) => void };
function Causes({ problems: { causes }, chosen, onChoose }: CausesProps) {
  const most = Math.max(1, ...causes.map(({ count }) => count));
  return (
    <Panel flush className="progress-side" title={t("byCause")}>
      <ul>
        {causes.map(({ cause, label, count, clusters }) => (
          <li key={cause}>
            <button
              type="button"
              className={cx("cause-line", cause === chosen && "is-chosen")}
              aria-pressed={cause === chosen}
              onClick={() => onChoose(cause === chosen ? null : cause)}
            >
              <span className="cause-name">{label}</span>
              <span className="share-track" aria-hidden="true">
                <i className="share-fill" style={{ width: `${Math.round((100 * count) / most)}%` }} />
              </span>
              <b className="num">{number(count)}</b>
              <span className="small t2 nowrap">{t("kinds", { n: clusters })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
