/** What the seat asks of the server and how it follows the live feed. */
import type { DutyBoard as Board, DutyQueueRow as QueueRow, Readiness } from "@suiren/api-client";
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Kind, kinds } from "../../lib/alarm-kinds.ts";
import { api } from "../../lib/api.ts";
import { type Listener, useLive } from "../../lib/live.ts";

export type {
  DutyAlarm as Detail,
  DutyBoard as Board,
  DutyContact as Contact,
  DutyFloorPlan as FloorPlan,
  DutyForward as Forward,
  DutyKindCount as Count,
  DutyNear as Near,
  DutyOfficer as Officer,
  DutyPlanPoint as PlanPoint,
  DutyQueueRow as QueueRow,
  DutyShift as Shift,
  DutyUnit as Unit,
  DutyWindow as Window,
  TimelineLine as Line,
} from "@suiren/api-client";

/** What reports, without its number, as short as officers say it: 感烟 for 感烟火灾探测器. */
const typeOf = (row: QueueRow): string =>
  row.numbers ? (row.deviceWords.split(" ")[0] ?? "").replace(/(?<=.)火灾探测器$/, "") : row.deviceWords;

/** The signal's own word where it says more than the kind: 启动 under 启动/反馈, 主电故障 under 故障. */
export const signalOf = (row: QueueRow, kindLabel: string): string => (row.what && row.what !== kindLabel ? row.what : "");

/** The last line of a row: what reports, by number, and what it says. */
export const deviceLine = (row: QueueRow, kindLabel: string): string =>
  [typeOf(row), row.numbers, signalOf(row, kindLabel)].filter(Boolean).join(" ");

export const boardQuery = queryOptions({
  queryKey: ["duty", "board"],
  queryFn: () => api.get("/duty/board"),
  refetchInterval: 15_000,
});
/** What the server says of itself without asking its database, for when the board cannot be read. */
export const readinessQuery = queryOptions({
  queryKey: ["readiness"],
  queryFn: async () => (await (await fetch("/readyz")).json()) as Readiness,
  refetchInterval: 5_000,
});
export const detailQuery = (id: string) =>
  queryOptions({ queryKey: ["duty", "alarm", id], queryFn: () => api.get("/duty/alarms/{id}", { id }) });

/** What was put into 值到, by the clock in Shanghai, as an instant; null where it is empty or no time. */
export function untilOf(local: string): string | null {
  const at = new Date(`${local}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The head of the queue, which Space accepts: the first that waits, in the order of the board. */
export const headOf = (rows: readonly QueueRow[] | undefined): QueueRow | undefined => rows?.find((row) => row.state === "reported");

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** As the queue shows them: fire first, whatever came after it; raised before plain, waiting before accepted. */
const rank = (row: QueueRow): string => `${kinds.indexOf(row.kind)}${row.grade === "raised" ? 0 : 1}${row.state === "reported" ? 0 : 1}`;

/** The board with changed rows put in place: no reading again for what the feed already told. */
export function patchBoard(board: Board, changes: readonly QueueRow[]): Board {
  const changed = new Map(changes.map((row) => [row.id, row]));
  const kept = board.rows.filter((row) => !changed.has(row.id));
  const rows = [...kept, ...[...changed.values()].filter((row) => row.closedAt === null)].sort(
    (a, b) => inOrder(rank(a), rank(b)) || inOrder(b.openedAt, a.openedAt),
  );
  const delta = (kind: Kind, test: (row: QueueRow) => boolean) => count(rows, kind, test) - count(board.rows, kind, test);
  const counts = board.counts.map((each) => ({
    ...each,
    total: each.total + delta(each.kind, () => true),
    unaccepted: each.unaccepted + delta(each.kind, (row) => row.state === "reported"),
  }));
  return { ...board, rows, counts };
}
const count = (rows: readonly QueueRow[], kind: Kind, test: (row: QueueRow) => boolean): number =>
  rows.filter((row) => row.kind === kind && test(row)).length;

/** Follows the feed: alarms patch the board at once, an open detail is read again, a new connection reads everything again. */
export function useDutyFeed(onNewFire: () => void, onNewFault: () => void): void {
  const client = useQueryClient();
  const onAlarms = useCallback<Listener>(
    (messages) => {
      const rows = messages.filter(({ data }) => typeof data.openedAt === "string").map(({ data }) => data as unknown as QueueRow);
      const before = client.getQueryData(boardQuery.queryKey);
      if (before) client.setQueryData(boardQuery.queryKey, patchBoard(before, rows));
      for (const row of rows) {
        const isNew = !before?.rows.some((known) => known.id === row.id) && row.closedAt === null;
        if (isNew && row.kind === "fire") onNewFire();
        if (isNew && row.kind === "fault") onNewFault();
        void client.invalidateQueries({ queryKey: ["duty", "alarm", row.id] });
      }
      if (rows.length < messages.length) void client.invalidateQueries({ queryKey: boardQuery.queryKey });
    },
    [client, onNewFire, onNewFault],
  );
  const readAgain = useCallback<Listener>(() => void client.invalidateQueries({ queryKey: ["duty"] }), [client]);
  useLive("fire.alarm", onAlarms);
  useLive("alarm", onAlarms);
  useLive("hello", readAgain);
  useLive("duty", readAgain);
  useLive("gateway", readAgain);
}
