/** What the panel lists when no single cell is open: those of one status, of one cell, of one day, and what turns red soon. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type Address, type Open, statuses } from "./address.ts";
import { demandOf, openOfCell } from "./board-matrix.tsx";
import {
  aheadQuery,
  type BoardCell,
  calendarQuery,
  clauseQuery,
  type Placed,
  type PolicyBoard,
  placedCells,
  rowKey,
  type StandingLine,
} from "./model.ts";
import { StandingRow } from "./standing-line.tsx";
import { t } from "./words.ts";

type Opens = { readonly onOpen: (open: Open) => void };

/** From a cell of the board, which knows its row and column but not the organ. */
export const PlacedRow = ({ placed: { row, cell, column }, onOpen }: { readonly placed: Placed } & Opens) => (
  <StandingRow
    clause={row.clause}
    text={demandOf(row)}
    where={column.label}
    status={cell.status}
    days={cell.days}
    value={cell.value}
    unit={row.unit}
    decimals={row.decimals}
    byHand={cell.evidence === "hand"}
    below={cell.of > 1 ? t("items", { n: cell.of }) : undefined}
    onOpen={() => onOpen(openOfCell(row, cell))}
  />
);

export const LineRow = ({ line, below, onOpen }: { readonly line: StandingLine; readonly below?: ReactNode } & Opens) => (
  <StandingRow
    clause={line.clause}
    text={line.text}
    where={line.area.name}
    status={line.status}
    days={line.days}
    value={line.value}
    unit={line.unit}
    decimals={line.decimals}
    byHand={line.evidence === "hand"}
    below={below}
    onOpen={() => onOpen({ kind: "standing", id: line.id })}
  />
);

export function StatusList({ board, status, onOpen }: { readonly board: PolicyBoard; readonly status: BoardCell["status"] } & Opens) {
  const cells = placedCells(board).filter(({ cell }) => cell.status === status);
  if (cells.length === 0) return <StateBlock kind="empty" title={t("noneOfStatus")} />;
  return (
    <ul className="policy-lines">
      {cells.map((placed) => (
        <PlacedRow key={`${rowKey(placed.row)} ${placed.column.key}`} placed={placed} onOpen={onOpen} />
      ))}
    </ul>
  );
}

/** Several standings of one cell: those of the clause in that area, or under the organ that leads it. */
export function SeveralList({
  board,
  clause: key,
  column,
  pack,
  onOpen,
}: { readonly board: PolicyBoard; readonly clause: string; readonly column: string; readonly pack: string | null } & Opens) {
  const place = board.columns.find((each) => each.key === column);
  const [id = "", duty] = key.split("#");
  // 本级 is what the area owes itself; an organ's column is all it leads.
  const isOwn = place?.area === board.area.key && board.columns.length > 1;
  const asked = { ...(pack && pack !== "all" ? { pack } : {}), area: place?.area ?? board.area.key };
  const { data, error, refetch } = useQuery(clauseQuery(id, asked));
  if (error) return <Trouble error={error} what={id} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  const lines = data.duties
    .filter((each) => duty === undefined || each.key === duty)
    .flatMap(({ standings }) => standings)
    .filter((line) => !isOwn || line.area.key === board.area.key);
  if (lines.length === 0) return <StateBlock kind="empty" title={t("noneOfStatus")} />;
  const worstFirst = lines.toSorted((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || b.days - a.days);
  return (
    <ul className="policy-lines">
      {worstFirst.map((line) => (
        <LineRow key={line.id} line={line} below={line.organ?.name} onOpen={onOpen} />
      ))}
    </ul>
  );
}

export function DayList({ address, on, onOpen }: { readonly address: Address; readonly on: string } & Opens) {
  const { data, error, refetch } = useQuery(calendarQuery(address, on, on));
  if (error) return <Trouble error={error} what={t("byCalendar")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const items = data.days.find((each) => each.on === on)?.items ?? [];
  if (items.length === 0) return <StateBlock kind="empty" title={t("nothingDue")} />;
  return items.map((item) => (
    <section key={`${item.clause}${item.duty}`} className="policy-day-group">
      <h3>
        <span className="num t2">{item.clause}</span> {item.text}
        <span className="num t3"> {number(item.counts.owed)}</span>
      </h3>
      <ul className="policy-lines">
        {item.standings.map((line) => (
          <LineRow key={line.id} line={line} below={line.organ?.name} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  ));
}

export function AheadList({ address, onOpen }: { readonly address: Address } & Opens) {
  const { data, error, refetch } = useQuery(aheadQuery(address));
  const now = serverNow();
  if (error) return <Trouble error={error} what={t("aheadTitle")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  if (data.items.length === 0) return <StateBlock kind="empty" title={t("aheadNone")} />;
  return (
    <ul className="policy-lines">
      {data.items.map((line) => (
        <LineRow
          key={line.id}
          line={line}
          below={
            <>
              <span className="ink-soon">{t("redOn", { on: day(line.redOn, now) })}</span>
              <span>{t(line.reason === "deadline" ? "byDeadline" : "byTrend")}</span>
              {line.perMonth !== null && (
                <span className="num">
                  {t("perMonth", { n: `${line.perMonth > 0 ? "+" : ""}${number(line.perMonth, 1)} ${line.unit}` })}
                </span>
              )}
            </>
          }
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}
