/** Groups of one grouping, one row each: how far, what is late, the tasks, and each year beside. */
import type { ProgressGroup } from "@suiren/api-client";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Tag } from "../../ui/meaning.tsx";
import { Share, TaskCount } from "./bits.tsx";
import { t } from "./words.ts";

type Stage = { readonly key: string; readonly when: "past" | "now" | "ahead"; readonly from: string; readonly to: string };

export function GroupTable({
  groups,
  years,
  chosen,
  stages,
  onChoose,
}: {
  readonly groups: readonly ProgressGroup[];
  readonly years: readonly number[];
  readonly chosen: string | null;
  readonly stages?: readonly Stage[] | undefined;
  readonly onChoose: (key: string) => void;
}) {
  const now = serverNow();
  return (
    <table className="progress-table">
      <thead>
        <tr>
          <th>{t(stages ? "stage" : "group")}</th>
          <th>{t("met")}</th>
          <th className="amount">{t("owed")}</th>
          <th className="amount">{t("overdue")}</th>
          <th className="amount">{t("tasks")}</th>
          {years.map((year) => (
            <th key={year} className="amount progress-year">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const stage = stages?.find(({ key }) => key === group.key);
          return (
            <tr key={group.key} className={cx(group.key === chosen && "is-chosen")} onClick={() => onChoose(group.key)}>
              <th scope="row">
                <button type="button" className="progress-name" aria-pressed={group.key === chosen} onClick={() => onChoose(group.key)}>
                  {group.name}
                  {stage?.when === "now" && <Tag>{t("now")}</Tag>}
                </button>
                {stage && (
                  <span className="small t2 nowrap">
                    {day(stage.from, now)} – {day(stage.to, now)}
                  </span>
                )}
                {!stage && group.target && <span className="small t2">{group.target}</span>}
              </th>
              <td>
                <Share percent={group.progress.percent} late={group.progress.overdue > 0} />
              </td>
              <td className="amount num">{number(group.progress.owed)}</td>
              <td className={cx("amount num", group.progress.overdue > 0 ? "ink-overdue" : "t3")}>{number(group.progress.overdue)}</td>
              <td className="amount">
                <TaskCount tasks={group.tasks} />
              </td>
              {group.years.map(({ year, progress, tasks }) => (
                <td key={year} className="amount num progress-year">
                  {progress.percent === null ? <TaskCount tasks={tasks} /> : `${progress.percent} %`}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
