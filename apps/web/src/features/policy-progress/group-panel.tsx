/** One group opened: its indicators against their aims, its key tasks, its clauses with what stands in the way. */
import type { PackProgress, ProgressGroup } from "@suiren/api-client";
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Share, TaskCount } from "./bits.tsx";
import { t } from "./words.ts";

type KeyTask = PackProgress["keyTasks"][number]["tasks"][number];
const FEW = 12;
const signs: Readonly<Record<string, string>> = { atLeast: "≥", atMost: "≤", below: "<", above: ">", equal: "=" };

export function GroupPanel({
  group,
  pack,
  keyTasks,
}: {
  readonly group: ProgressGroup;
  readonly pack: string;
  readonly keyTasks: readonly KeyTask[];
}) {
  const [all, setAll] = useState(false);
  const clauses = group.clauses.toSorted(
    (a, b) => b.progress.overdue - a.progress.overdue || (a.progress.percent ?? 101) - (b.progress.percent ?? 101),
  );
  const shown = all ? clauses : clauses.slice(0, FEW);
  return (
    <Panel flush scroll className="progress-side" title={group.name} aside={t("clausesIn", { n: group.clauses.length })}>
      {group.indicators.length > 0 && (
        <section className="progress-part">
          <h3 className="small t2">{t("indicators")}</h3>
          <ul>
            {group.indicators.map((each) => (
              <li key={`${each.clause} ${each.text}`} className="progress-line">
                <span className="grow truncate" title={each.text}>
                  {each.text}
                </span>
                <span className="small t2 nowrap num">
                  {each.target === null ? "" : `${signs[each.is] ?? ""} ${number(each.target, 3)}`}
                </span>
                <b className={cx("num nowrap", each.value === null && "t3")}>
                  {each.value === null ? "—" : `${number(each.value, Math.max(each.decimals, 1))} ${each.unit}`}
                </b>
                <span className={cx("small num nowrap progress-met", each.progress.met < each.progress.owed ? "ink-soon" : "ink-met")}>
                  {each.progress.owed > 0 && t("metOf", { n: each.progress.met, all: each.progress.owed })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {keyTasks.length > 0 && (
        <section className="progress-part">
          <h3 className="small t2">{t("keyTasks")}</h3>
          <ul>
            {keyTasks.map((each) => (
              <li key={each.id} className="progress-line">
                <Go className="grow truncate" href={`/policy-tasks/key-task?open=${each.id}`}>
                  {each.title}
                </Go>
                <span className="small t2 nowrap">{each.stateLabel}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="progress-part">
        <h3 className="small t2">{t("clauses")}</h3>
        <ul>
          {shown.map((clause) => (
            <li key={clause.id} className="progress-line progress-clause">
              <Go
                className="num link nowrap"
                href={`/policy-tasks/clauses/${encodeURIComponent(clause.id)}?pack=${encodeURIComponent(pack)}`}
              >
                {clause.id}
              </Go>
              <span className="grow truncate" title={clause.title}>
                {clause.title}
              </span>
              {clause.tasks.total > 0 && <TaskCount tasks={clause.tasks} />}
              <Share percent={clause.progress.percent} late={clause.progress.overdue > 0} />
            </li>
          ))}
        </ul>
        {clauses.length > FEW && (
          <button type="button" className="link small" onClick={() => setAll(!all)}>
            {all ? t("fewer") : t("allClauses", { n: clauses.length })}
          </button>
        )}
      </section>
    </Panel>
  );
}
