/** 对标: towns against norms of their bodies and against the one way of working of their district; a cell opens the bodies, a deviation its rule. PT-2.1.1.1, PT-2.1.2.2 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { day } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { Checkbox, Input } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { type Standards, standardGrade, standardsQuery } from "./model.ts";
import { s } from "./standard-words.ts";
import { t } from "./words.ts";
import "./grassroots.css";

type Town = Standards["towns"][number];
type Kept = Town["workflows"][number];
type Rule = Standards["workflows"][number];
const views = ["build", "run"] as const;
type View = (typeof views)[number];
const paths = {
  office: "grassroots/office",
  station: "grassroots/station",
  village: "grassroots/village-body",
  microStation: "micro-station/station",
} as const;

export default function StandardsPage() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const view: View = given.get("view") === "run" ? "run" : "build";
  const { data, error, refetch } = useQuery(standardsQuery);
  const [q, setQ] = useState("");
  const [only, setOnly] = useState(false);
  useEffect(() => {
    document.title = s("standards");
  }, []);
  if (error) return <Trouble error={error} what={s("standards")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("standards")} rows={12} />;
  const towns = data.towns.filter((town) => `${town.county}${town.name}`.includes(q.trim()) && (!only || town.deviates > 0));
  return (
    <div className="grass">
      <PageHead title={s("standards")} aside={`${towns.length}`}>
        {view === "run" && <Checkbox label={s("onlyDeviating")} checked={only} onChange={(event) => setOnly(event.target.checked)} />}
        <Input icon="search" aria-label={t("search")} placeholder={t("search")} value={q} onChange={(event) => setQ(event.target.value)} />
        {data.mayConfigure && (
          <Go className="btn btn-plain btn-normal" href={view === "build" ? "/grassroots/norm" : "/grassroots/workflow"}>
            {s(view === "build" ? "editNorms" : "editWorkflows")}
          </Go>
        )}
      </PageHead>
      <Tabs
        label={s("standards")}
        value={view}
        items={views.map((key) => ({
          key,
          label: s(key),
          ...(key === "run" ? { count: data.towns.reduce((sum, { deviates }) => sum + deviates, 0) } : {}),
        }))}
        onChange={(key) => go(`/grassroots/standards?view=${key}`, { replace: true })}
      />
      {view === "run" && <Rules rules={data.workflows} />}
      <Panel className="grass-panel" flush>
        {towns.length === 0 ? (
          <StateBlock kind="filtered" title={s("noTowns")} />
        ) : view === "build" ? (
          <Build towns={towns} norms={data.norms} />
        ) : (
          <Run towns={towns} />
        )}
      </Panel>
    </div>
  );
}

function Build({ towns, norms }: { readonly towns: readonly Town[]; readonly norms: Standards["norms"] }) {
  return (
    <table className="grass-table std-table">
      <thead>
        <tr>
          <th>{s("town")}</th>
          {norms.map(({ force, name, id, document }) => (
            <th key={force}>
              {id ? <Go href={`/grassroots/norm/${id}`}>{s(force)}</Go> : s(force)}
              <small className="t3 grass-wide">{document ?? (id ? name : s("shipped"))}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {towns.map((town) => (
          <tr key={town.area}>
            <td>
              <Go href={`/grassroots/towns/${town.area}`}>{town.name}</Go> <span className="small t3 grass-wide">{town.county}</span>
            </td>
            {town.forces.map((cell) => (
              <td key={cell.force}>
                {cell.met === null ? (
                  <span className="t3">{s("noBodies")}</span>
                ) : (
                  <Go className={cx("reg-cell", `reg-${standardGrade(cell.met)}`)} href={listHref(paths[cell.force], inArea(town.area))}>
                    <b>{cell.met}%</b>
                    <small className="grass-wide">
                      {s("bodiesN", { n: cell.bodies })}　{s("verifiedN", { n: cell.verified })}
                    </small>
                  </Go>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kinds = ["patrol", "hazard", "notice", "drill", "report"] as const;

function Run({ towns }: { readonly towns: readonly Town[] }) {
  return (
    <table className="grass-table std-table">
      <thead>
        <tr>
          <th>{s("town")}</th>
          {kinds.map((kind) => (
            <th key={kind}>{s(kind)}</th>
          ))}
          <th className="amount">{s("deviates")}</th>
        </tr>
      </thead>
      <tbody>
        {towns.map((town) => (
          <tr key={town.area}>
            <td>
              <Go href={`/grassroots/towns/${town.area}`}>{town.name}</Go> <span className="small t3 grass-wide">{town.county}</span>
            </td>
            {kinds.map((kind) => (
              <td key={kind}>
                <Cell area={town.area} kept={town.workflows.find((each) => each.kind === kind)} />
              </td>
            ))}
            <td className={cx("amount num", town.deviates > 0 && "ink-overdue")}>{town.deviates}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the rows behind a figure are. */
function rowsOf({ kind, from, to }: Kept, area: number): string {
  const span = { from, to };
  if (kind === "patrol") return listHref("grassroots/patrol", { ...inArea(area), patrolledOn: span });
  if (kind === "hazard") return listHref("hazard-loop/hazard", inArea(area));
  if (kind === "notice") return listHref("grassroots/notice", { ...inArea(area), sentOn: span });
  return listHref("grassroots/activity", { ...inArea(area), kind: kind === "drill" ? "drill" : "analysis", doneOn: span });
}

function Cell({ area, kept }: { readonly area: number; readonly kept: Kept | undefined }) {
  if (!kept) return <span className="t3">—</span>;
  if (kept.state === "none") return <span className="t3">{s("noneAsked")}</span>;
  const value = kept.unit === "%" ? `${kept.value}%` : s("times", { n: kept.value ?? 0 });
  const target = kept.unit === "%" ? `${kept.target}%` : s("times", { n: kept.target });
  return (
    <Go className={cx("reg-cell", kept.state === "kept" ? "reg-met" : "reg-overdue")} href={rowsOf(kept, area)}>
      <b>{value}</b>
      <small className="grass-wide">
        {s("ofTarget", { n: target })}　{day(kept.from)}
      </small>
    </Go>
  );
}

/** One line a way of working: what it asks, of whom, and the steps. */
function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const asks = (rule: Rule) =>
    [
      rule.least === null ? "" : s("leastTimes", { every: s(rule.every), n: rule.least }),
      rule.withinDays === null ? "" : s("inDays", { n: rule.withinDays }),
      rule.share === null ? "" : s("shareOf", { n: rule.share }),
    ].filter(Boolean);
  return (
    <section className="panel std-rules">
      {rules.map((rule) => (
        <details key={rule.kind}>
          <summary>
            <b>{s(rule.kind)}</b>
            <span className="small t2">{asks(rule).join("　")}</span>
          </summary>
          <ol className="small">
            {rule.steps.map(({ step, who, days }) => (
              <li key={step}>
                {step}　<span className="t2">{who}</span>
                {days !== null && days > 0 && <span className="t3">　{s("stepDays", { n: days })}</span>}
              </li>
            ))}
          </ol>
          <p className="small t3">{rule.document ?? (rule.id ? rule.name : s("shipped"))}</p>
        </details>
      ))}
    </section>
  );
}
