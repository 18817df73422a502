/** On a phone no matrix: what stands worst first, grouped by status; the good and the idle are folded. */
import { number } from "../../lib/format.ts";
import type { Open } from "./address.ts";
import { statuses } from "./address.ts";
import { PlacedRow } from "./lists.tsx";
import { type PolicyBoard, placedCells, rowKey } from "./model.ts";
import { StatusMark } from "./standing-line.tsx";
import { meaningOf, wordOf } from "./status.ts";

/** Unfolded from the start: what somebody must act on. */
const PRESSING: ReadonlySet<string> = new Set(["overdue", "no-data", "at-risk"]);

export function PhoneList({ board, onOpen }: { readonly board: PolicyBoard; readonly onOpen: (open: Open) => void }) {
  const cells = placedCells(board);
  return statuses.map((status) => {
    const rows = cells.filter(({ cell }) => cell.status === status);
    if (rows.length === 0 || status === "not-applicable") return null;
    return (
      <details key={status} className="policy-status" open={PRESSING.has(status)}>
        <summary>
          <StatusMark status={status} />
          <span className={`ink-${meaningOf(status)}`}>{wordOf(status)}</span>
          <b className="num">{number(rows.length)}</b>
        </summary>
        <ul className="policy-lines">
          {rows.map((placed) => (
            <PlacedRow key={`${rowKey(placed.row)} ${placed.column.key}`} placed={placed} onOpen={onOpen} />
          ))}
        </ul>
      </details>
    );
  });
}
