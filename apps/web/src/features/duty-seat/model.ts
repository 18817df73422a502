/** What the seat asks of the server and how it follows the live feed. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Kind } from "../../lib/alarm-kinds.ts";
import { api } from "../../lib/api.ts";
import { type Listener, useLive } from "../../lib/live.ts";

export type QueueRow = {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly kind: Kind;
  readonly state: string;
  readonly stateLabel: string;
  readonly grade: "normal" | "raised";
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly numbers: string | null;
  readonly what: string | null;
  readonly points: number;
  readonly repeats: number;
  readonly openedAt: string;
  readonly lastAt: string;
  readonly dueAt: string | null;
  readonly acceptedAt: string | null;
  readonly closedAt: string | null;
  readonly conclusion: string | null;
  readonly repairBy: string | null;
  readonly holderPerson: string | null;
  readonly holderName: string | null;
  readonly demo: boolean;
  readonly lon?: number | null;
  readonly lat?: number | null;
};
export type Count = {
  readonly kind: Kind;
  readonly label: string;
  readonly total: number;
  readonly unaccepted: number;
  readonly hint: string;
};
export type Officer = { readonly id: string | null; readonly name: string };
export type Shift = {
  readonly id: string;
  readonly name: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly leaderName: string | null;
  readonly officers: readonly Officer[];
  readonly handedBy: string | null;
  readonly handedByName: string | null;
  readonly handedAt: string | null;
  readonly note: string | null;
};
export type Window = {
  readonly id: string;
  readonly kind: "shield" | "test";
  readonly until: string;
  readonly unitName: string | null;
  readonly scopeWords: string;
  readonly reason: string;
};
export type Board = {
  readonly centre: string;
  readonly counts: readonly Count[];
  readonly rows: readonly QueueRow[];
  readonly devices: { readonly online: number; readonly total: number };
  readonly messagesPerMinute: number;
  readonly dutyChecks: { readonly answered: number; readonly asked: number };
  readonly windows: readonly Window[];
  readonly today: { readonly closed: number; readonly false: number; readonly real: number };
  readonly gateway: {
    readonly present: boolean;
    readonly storing: boolean | null;
    readonly trouble: "disk-full" | "database-away" | null;
    readonly lastAt: string | null;
  };
  readonly dispatchConnected: boolean;
  readonly shift: Shift | null;
  readonly seats: readonly { readonly userId: string; readonly name: string; readonly sound: string }[];
};
export type Contact = {
  readonly name: string;
  readonly role: string;
  readonly note: string;
  readonly number: string;
  readonly dial: string;
};
export type Near = {
  readonly as: "micro" | "station" | "hydrant";
  readonly id: string;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  readonly straightM: number;
  readonly onDuty: number | null;
  readonly vehicles: number | null;
  readonly crew: number | null;
};
export type PlanPoint = {
  readonly id: string;
  readonly number: number | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly zone: string | null;
  readonly active: readonly string[];
};
export type FloorPlan = {
  readonly building: string | null;
  readonly floor: number;
  readonly plan: string | null;
  readonly components: readonly PlanPoint[];
};
export type Line = {
  readonly code: string | null;
  readonly id: number;
  readonly at: string;
  readonly kind: "person" | "system" | "device";
  readonly actorName: string;
  readonly sentence: string;
  readonly move: string | null;
  readonly toState: string | null;
  readonly given: Readonly<Record<string, unknown>>;
};
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly address: string;
  readonly areaName: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly vehicleEntry: string | null;
  readonly pumpConnection: string | null;
  readonly evacuationFocus: string | null;
  readonly hazardNote: string | null;
};
export type Forward = {
  readonly state: string;
  readonly attempts: number;
  readonly trouble: string | null;
  readonly deliveredAt: string | null;
  readonly byPhone: string | null;
};
export type Detail = {
  readonly head: QueueRow;
  readonly row: { readonly messageId: string | null; readonly confirmedAt: string | null; readonly concludedAt: string | null };
  readonly unit: Unit | null;
  readonly contacts: readonly Contact[];
  readonly timeline: readonly Line[];
  readonly history: { readonly days: number; readonly alarms: number; readonly false: number };
  readonly near: readonly Near[];
  readonly plan: FloorPlan | null;
  readonly forward: Forward | null;
  readonly next: {
    readonly can: readonly { readonly move: string; readonly label: string }[];
    readonly cannot: readonly { readonly move: string; readonly message: string }[];
  };
};

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
  queryFn: () => api.get<Board>("duty/board"),
  refetchInterval: 15_000,
});
/** What the server says of itself without asking its database, for when the board cannot be read. */
export const readinessQuery = queryOptions({
  queryKey: ["readiness"],
  queryFn: async () => (await (await fetch("/readyz")).json()) as { readonly why?: { readonly zh: string; readonly en: string } },
  refetchInterval: 5_000,
});
export const detailQuery = (id: string) =>
  queryOptions({ queryKey: ["duty", "alarm", id], queryFn: () => api.get<Detail>(`duty/alarms/${id}`) });

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const rank = (row: QueueRow): string => `${row.grade === "raised" ? 0 : 1}${row.state === "reported" ? 0 : 1}`;

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
