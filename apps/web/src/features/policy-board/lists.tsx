/** What the panel lists when no single cell is open: those of one status, of one cell, of one day, and what turns red soon. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { Address, Open } from "./address.ts";
import { demandOf, openOfCell } from "./board-matrix.tsx";
import {
  aheadQuery,
  askedOf,
  calendarQuery,
  type Listed,
  type Placed,
  type PolicyBoard,
  type StandingLine,
  type StandingStatus,
  standingsQuery,
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

/** Every standing of one status, as many as the figure says. */
export const StatusList = ({ address, status, onOpen }: { readonly address: Address; readonly status: StandingStatus } & Opens) => (
  <Standings address={address} listed={{ status }} onOpen={onOpen} />
);

/** Several standings of one cell: those of the clause in that area, or under the organ that leads it. */
export function SeveralList({
  board,
  address,
  clause: key,
  column,
  onOpen,
}: { readonly board: PolicyBoard; readonly address: Address; readonly clause: string; readonly column: string } & Opens) {
  return <Standings {...askedOf({ board, address, clause: key, column })} onOpen={onOpen} />;
}

function Standings({ address, listed, onOpen }: { readonly address: Address; readonly listed: Listed } & Opens) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(standingsQuery(address, listed));
  if (error) return <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <StateBlock kind="empty" title={t("noneOfStatus")} />;
  return (
    <>
      <ul className="policy-lines">
        {lines.map((line) => (
          <LineRow key={line.id} line={line} below={line.organ?.name} onOpen={onOpen} />
        ))}
      </ul>
      {hasNextPage && (
        <Button kind="text" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("moreItems", { n: number((data.pages[0]?.count ?? lines.length) - lines.length) })}
        </Button>
      )}
    </>
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
