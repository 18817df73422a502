/** 条款 × 地区 and 条款 × 部门: one row a clause in the document's order, one cell an area or organ. */
import { memo } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Matrix, type MatrixCell, MatrixLegend } from "../../ui/matrix.tsx";
import { Spark } from "../../ui/meaning.tsx";
import { type Address, clauseHref, type Open, writeAddress } from "./address.ts";
import { capabilityWord } from "./capability.ts";
import { type BoardCell, type BoardRow, type PolicyBoard, rowKey, type Shown, saysTarget } from "./model.ts";
import { cellSentence, cellText, isRed, targetWords, toneOf, wordOf } from "./status.ts";
import { t } from "./words.ts";

const LEGEND = ["met", "at-risk", "overdue", "no-data", "open", "waived", "not-applicable"] as const;

/** What is demanded, with its target where the sentence does not say it already. */
export function demandOf(row: Pick<BoardRow, "text" | "target">): string {
  const { text, target } = row;
  if (!target || target.kind === "by" || saysTarget(text, target.value)) return text;
  const said = targetWords(target);
  return said === "" || target.value === null ? text : `${text} ${said}`;
}

/** The cell that is open, as the matrix knows it. */
export function chosenOf(board: PolicyBoard, open: Open | null): { readonly row: string; readonly column: string } | null {
  if (open?.kind !== "standing" && open?.kind !== "several") return null;
  for (const row of board.groups.flatMap(({ rows }) => rows))
    for (const cell of row.cells)
      if (open.kind === "standing" ? cell.id === open.id : rowKey(row) === open.clause && cell.column === open.column)
        return { row: rowKey(row), column: cell.column };
  return null;
}

/** One standing opens itself, several open as the list of them. */
export const openOfCell = (row: BoardRow, cell: BoardCell): Open =>
  cell.id ? { kind: "standing", id: cell.id } : { kind: "several", clause: rowKey(row), column: cell.column };

/** 衢州市消防救援支队 in a column of 衢州市: the place is known. */
const shortName = (organ: string, area: string): string =>
  organ.length > area.length + 1 && organ.startsWith(area) ? organ.slice(area.length) : organ;

type Props = { readonly board: PolicyBoard; readonly shown: Shown; readonly address: Address; readonly onOpen: (open: Open) => void };

export function BoardMatrix({ board, shown, address, onOpen }: Props) {
  const go = useGo();
  const now = serverNow();
  const cells = new Map<string, BoardCell>();
  const rows = new Map<string, BoardRow>();
  for (const { rows: inGroup } of shown.groups)
    for (const row of inGroup) {
      rows.set(rowKey(row), row);
      for (const cell of row.cells) cells.set(`${rowKey(row)} ${cell.column}`, cell);
    }
  const labels = new Map(board.columns.map(({ key, label }) => [key, label]));
  const cellOf = (row: BoardRow, column: string): MatrixCell | undefined => {
    const cell = cells.get(`${rowKey(row)} ${column}`);
    if (!cell || cell.status === "not-applicable") return undefined;
    const isSupport = cell.role === "support";
    return {
      tone: isSupport ? "open" : toneOf(cell.status),
      text: isSupport ? t("supports") : cellText(cell, row.decimals),
      label: cellSentence(cell, row, labels.get(column) ?? "", now),
      byHand: cell.evidence === "hand" && cell.status !== "waived" && !isSupport,
    };
  };
  const drill = (area: number | null) => () => go(writeAddress({ ...address, area, open: null }));
  return (
    <Matrix
      label={t("title")}
      wideCells={address.view === "organ"}
      lead={[
        {
          key: "clause",
          label: t("clause"),
          className: "policy-clause-id num",
          cell: (row: BoardRow) => <Go href={clauseHref(row.clause, board.pack)}>{row.clause}</Go>,
        },
        { key: "demand", label: t("demand"), className: "policy-demand", cell: (row) => <Demand row={row} /> },
        { key: "unit", label: t("unit"), className: "policy-unit t2", cell: (row) => <span title={row.unit}>{row.unit}</span> },
      ]}
      columns={board.columns.map(({ key, label, area }) => ({
        key,
        title: label,
        label:
          area !== null && area !== board.area.key && address.view === "area" ? (
            <button type="button" className="policy-column" onClick={drill(area)}>
              {label}
            </button>
          ) : (
            shortName(label, board.area.name)
          ),
      }))}
      groups={shown.groups}
      rowKey={rowKey}
      cellOf={cellOf}
      tail={{ label: t("trend"), cell: (row) => <Trend values={row.trend} isRed={row.worst !== null && isRed(row.worst)} /> }}
      chosen={chosenOf(board, address.open)}
      onOpen={({ row: key, column }) => {
        const [row, cell] = [rows.get(key), cells.get(`${key} ${column}`)];
        if (row && cell) onOpen(openOfCell(row, cell));
      }}
    />
  );
}

const Demand = ({ row }: { readonly row: BoardRow }) => {
  const words = demandOf(row);
  return (
    <span className="policy-demand-words" title={words}>
      {words}
      {row.awaits && row.cells.length === 0 && (
        <span className="t3 caption"> {t("awaits", { capability: capabilityWord(row.awaits.capability) })}</span>
      )}
    </span>
  );
};

const Trend = memo(function Trend({ values, isRed: red }: { readonly values: readonly (number | null)[]; readonly isRed: boolean }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  return (
    <span className={cx("policy-trend", red && "policy-trend-red")}>
      <Spark values={known} width={62} height={18} />
    </span>
  );
});

export const Legend = () => <MatrixLegend items={LEGEND.map((status) => ({ tone: toneOf(status), label: wordOf(status) }))} />;
