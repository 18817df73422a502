/** The strip over the board: what is owed and where it stands, the same as one bar, and what turns red within 30 days. Each opens its rows. */
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import type { Open } from "./address.ts";
import type { PolicyBoard, StandingStatus } from "./model.ts";
import { meaningOf, wordOf } from "./status.ts";
import { t } from "./words.ts";

type Part = { readonly status: StandingStatus; readonly n: number };

export function partsOf({ totals }: Pick<PolicyBoard, "totals">): readonly Part[] {
  return [
    { status: "met", n: totals.met },
    { status: "at-risk", n: totals.atRisk },
    { status: "overdue", n: totals.overdue },
    { status: "no-data", n: totals.noData },
    { status: "open", n: totals.open },
    { status: "waived", n: totals.waived },
  ];
}

export function FiguresStrip({ board, onOpen }: { readonly board: PolicyBoard; readonly onOpen: (open: Open) => void }) {
  const parts = partsOf(board);
  const shown = parts.filter(({ status, n }) => n > 0 || status === "met" || status === "at-risk" || status === "overdue");
  const { owed } = board.totals;
  return (
    <div className="policy-figures">
      <span className="policy-figure">
        <span className="t2">{t("owed")}</span>
        <b className="policy-value">{number(owed)}</b>
      </span>
      {shown.map(({ status, n }) => (
        <button key={status} type="button" className="policy-figure" disabled={n === 0} onClick={() => onOpen({ kind: "status", status })}>
          <span className="t2">{wordOf(status)}</span>
          <b className={cx("policy-value", n === 0 ? "t3" : `ink-${meaningOf(status)}`)}>{number(n)}</b>
        </button>
      ))}
      <span className="policy-bar" role="img" aria-label={parts.map(({ status, n }) => `${wordOf(status)} ${number(n)}`).join("，")}>
        {parts
          .filter(({ n }) => n > 0)
          .map(({ status, n }) => (
            <i key={status} className={`policy-part policy-part-${status}`} style={{ flexGrow: n }} />
          ))}
      </span>
      <button
        type="button"
        className="policy-figure policy-ahead"
        disabled={board.redAhead === 0}
        onClick={() => onOpen({ kind: "ahead" })}
      >
        <span className="t2">{t("redAhead")}</span>
        <b className={cx("policy-value", board.redAhead === 0 ? "t3" : "ink-soon")}>{number(board.redAhead)}</b>
      </button>
    </div>
  );
}
