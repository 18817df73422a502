/** Small pieces these pages share. */
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { t } from "./words.ts";

/** A share as a bar and a figure; nothing owed has neither. */
export function Share({ percent, late = false }: { readonly percent: number | null; readonly late?: boolean }) {
  if (percent === null) return <span className="t3">—</span>;
  return (
    <span className="share">
      <span className="share-track" aria-hidden="true">
        <i className={cx("share-fill", percent === 100 ? "is-met" : late && "is-late")} style={{ width: `${percent}%` }} />
      </span>
      <span className="num share-figure">{percent} %</span>
    </span>
  );
}

export const TaskCount = ({ tasks }: { readonly tasks: { readonly total: number; readonly done: number; readonly overdue: number } }) =>
  tasks.total === 0 ? (
    <span className="t3">—</span>
  ) : (
    <span className="num">
      {number(tasks.done)} / {number(tasks.total)}
      {tasks.overdue > 0 && <span className="ink-overdue"> {t("lateTasks", { n: tasks.overdue })}</span>}
    </span>
  );

export const Figure = ({ label, value, ink }: { readonly label: string; readonly value: string; readonly ink?: string }) => (
  <span className="progress-figure">
    <span className="t2">{label}</span>
    <b className={cx("progress-value num", ink)}>{value}</b>
  </span>
);
