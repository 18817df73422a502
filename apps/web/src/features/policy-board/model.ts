/** What the board asks of the server. Everything of one board is asked anew together when somebody acted. */
import type {
  BoardCell,
  PolicyBoard,
  PolicyClause,
  PolicyVersion,
  Standing,
  StandingCounts,
  StandingLine,
  StandingStatus,
} from "@suiren/api-client";
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { type Address, boardAsked, statuses } from "./address.ts";

export type BoardRow = PolicyBoard["groups"][number]["rows"][number];
export type BoardColumn = PolicyBoard["columns"][number];
export type ClauseDuty = PolicyClause["duties"][number];
export type { BoardCell, PolicyBoard, PolicyClause, Standing, StandingCounts, StandingLine, StandingStatus };

const KEY = "policy-tasks";

export const boardQuery = (address: Address) =>
  queryOptions({
    queryKey: [KEY, "board", boardAsked(address)],
    queryFn: () => api.get("/policy-tasks/board", boardAsked(address)),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

const scopeOf = ({ pack, area, lead }: Pick<Address, "pack" | "area" | "lead">) => ({
  ...(pack ? { pack } : {}),
  ...(area === null ? {} : { area }),
  ...(lead ? { lead } : {}),
});

export const aheadQuery = (address: Address) =>
  queryOptions({
    queryKey: [KEY, "ahead", scopeOf(address)],
    queryFn: () => api.get("/policy-tasks/ahead", scopeOf(address)),
  });

export const calendarQuery = (address: Address, from: string, to: string) =>
  queryOptions({
    queryKey: [KEY, "calendar", scopeOf(address), from, to],
    queryFn: () => api.get("/policy-tasks/calendar", { ...scopeOf(address), from, to }),
    placeholderData: keepPreviousData,
  });

export const standingQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, "standing", id],
    queryFn: () => api.get("/policy-tasks/standings/{id}", { id }),
    placeholderData: keepPreviousData,
  });

export type Listed = { readonly status?: StandingStatus; readonly clause?: string; readonly duty?: string; readonly own?: true };
/** What stands behind a figure or a cell: period, lead and subsystem as the board has them. */
export const standingsQuery = (address: Address, listed: Listed) => {
  const { by: _, onlyRed: __, ...asked } = { onlyRed: false, ...boardAsked(address), ...listed };
  return infiniteQueryOptions({
    queryKey: [KEY, "standings", asked],
    queryFn: ({ pageParam }) => api.get("/policy-tasks/standings", { ...asked, skip: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
};

export const clauseQuery = (id: string, asked: { readonly pack?: string; readonly area?: number; readonly at?: "now" | "due" } = {}) =>
  queryOptions({
    queryKey: [KEY, "clause", id, asked],
    queryFn: () => api.get("/policy-tasks/clauses/{id}", { id, ...asked }),
    placeholderData: keepPreviousData,
  });

/** Versions of the packs this person may see: which one binds, and whether the document is attached. */
export const versionsQuery = queryOptions({
  queryKey: [KEY, "versions"],
  queryFn: () => api.get("/policy-tasks/packs"),
  staleTime: 5 * 60_000,
});
/** Where one document is laid over several places its name has the place behind it: `QZ@3308`. */
export const versionOf = ({ pack, state, area }: Pick<PolicyVersion, "pack" | "state" | "area">, name: string): boolean => {
  const [letters, place] = name.split("@");
  return state === "inForce" && pack === letters && (place === undefined || String(area).startsWith(place));
};
export const wordsQuery = (id: string, section: string) =>
  queryOptions({
    queryKey: [KEY, "words", id, section],
    queryFn: () => api.get("/policy-tasks/versions/{id}/words", { id, section }),
    staleTime: 5 * 60_000,
  });

export const afterActing = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: [KEY] });

export const rowKey = ({ clause, duty }: Pick<BoardRow, "clause" | "duty">): string => (duty === null ? clause : `${clause}#${duty}`);

/** A clause one can measure: the rest is told in words and stands under 显示全部. */
export const isQuantified = ({ target }: Pick<BoardRow, "target">): boolean =>
  target !== null && (target.kind !== "number" || target.value !== null || target.unit !== "");

export type Shown = { readonly groups: PolicyBoard["groups"]; readonly rows: number; readonly clauses: number };
/** The rows in sight: those with a figure that somebody here owes, or all. Where none has a figure, all. Pure. */
export function shownOf(board: PolicyBoard, all: boolean): Shown {
  const few = board.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isQuantified(row) && row.cells.length > 0) }))
    .filter(({ rows }) => rows.length > 0);
  const groups = all || few.length === 0 ? board.groups : few;
  const rows = groups.flatMap((group) => group.rows);
  return { groups, rows: rows.length, clauses: new Set(rows.map(({ clause }) => clause)).size };
}

/**
 * What a cell of several standings asks for: its clause and duty in its column's area. 本级 is what the area owes itself; an organ's column is
 * all it leads. Pure.
 */
export function askedOf({
  board,
  address,
  clause: key,
  column,
}: {
  readonly board: Pick<PolicyBoard, "columns" | "area" | "pack">;
  readonly address: Address;
  readonly clause: string;
  readonly column: string;
}): { readonly address: Address; readonly listed: Listed } {
  const area = board.columns.find((each) => each.key === column)?.area ?? board.area.key;
  const [clause = "", duty] = key.split("#");
  const isOwn = board.columns.length > 1 && board.columns.some((each) => each.key === column && each.area === board.area.key);
  return {
    address: { ...address, pack: address.pack ?? board.pack, area },
    listed: { clause, ...(duty === undefined ? {} : { duty }), ...(isOwn ? { own: true } : {}) },
  };
}

export type Placed = { readonly row: BoardRow; readonly cell: BoardCell; readonly column: BoardColumn };
/** Every cell of the board with where it stands, worst and oldest first. Pure. */
export function placedCells(board: PolicyBoard): readonly Placed[] {
  const columns = new Map(board.columns.map((column) => [column.key, column]));
  const cells = board.groups.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell) => {
        const column = columns.get(cell.column);
        return column ? [{ row, cell, column }] : [];
      }),
    ),
  );
  const rank = new Map(statuses.map((status, index) => [status as StandingStatus, index]));
  return cells.toSorted(
    (a, b) => (rank.get(a.cell.status) ?? 0) - (rank.get(b.cell.status) ?? 0) || (b.cell.days ?? -1e6) - (a.cell.days ?? -1e6),
  );
}

export type SubsystemCell = { readonly of: number; readonly met: number; readonly atRisk: number; readonly overdue: number };
export type SubsystemRow = {
  readonly subsystem: string;
  /** What is owed in the whole area, duty by duty. */
  readonly whole: SubsystemCell;
  /** By column, clause by clause: a cell of the matrix counts once, by its worst status. */
  readonly cells: ReadonlyMap<string, SubsystemCell>;
};

/** The eight in the order of the Shanghai document. */
export const SUBSYSTEMS: readonly string[] = ["安全责任", "法制", "重点管控", "宣传教育", "社会治理", "综合保障", "应急救援", "工作考核"];

const NOTHING: SubsystemCell = { of: 0, met: 0, atRisk: 0, overdue: 0 };
function counted(sum: SubsystemCell, { status }: BoardCell): SubsystemCell {
  if (status === "not-due" || status === "not-applicable") return sum;
  return {
    of: sum.of + 1,
    met: sum.met + (status === "met" ? 1 : 0),
    atRisk: sum.atRisk + (status === "at-risk" ? 1 : 0),
    overdue: sum.overdue + (status === "overdue" || status === "no-data" ? 1 : 0),
  };
}
const wholeOf = ({ owed, met, atRisk, overdue, noData }: StandingCounts): SubsystemCell => ({
  of: owed,
  met,
  atRisk,
  overdue: overdue + noData,
});

/** From a board grouped by subsystem: the eight in their order, then whatever an office has added. Pure. */
export function subsystemsOf({ groups }: Pick<PolicyBoard, "groups">): readonly SubsystemRow[] {
  const rows = groups.map(({ key, totals, rows: inGroup }): SubsystemRow => {
    const cells = new Map<string, SubsystemCell>();
    for (const cell of inGroup.flatMap((row) => row.cells)) cells.set(cell.column, counted(cells.get(cell.column) ?? NOTHING, cell));
    return { subsystem: key, whole: wholeOf(totals), cells };
  });
  const place = (name: string): number => {
    const index = SUBSYSTEMS.indexOf(name);
    return index < 0 ? SUBSYSTEMS.length : index;
  };
  const missing = SUBSYSTEMS.filter((name) => !rows.some(({ subsystem }) => subsystem === name));
  return [...rows, ...missing.map((subsystem) => ({ subsystem, whole: NOTHING, cells: new Map() }))].toSorted(
    (a, b) => place(a.subsystem) - place(b.subsystem),
  );
}

/** `2026-Q1` → 2026 年 1 季度. */
export type PeriodParts =
  | { readonly kind: "year"; readonly y: string }
  | { readonly kind: "half"; readonly y: string; readonly h: number }
  | { readonly kind: "quarter"; readonly y: string; readonly q: number }
  | { readonly kind: "month"; readonly y: string; readonly m: number };
export function periodParts(key: string): PeriodParts | null {
  const found = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/.exec(key);
  if (!found) return null;
  const [, y = "", h, q, m] = found;
  if (h) return { kind: "half", y, h: Number(h) };
  if (q) return { kind: "quarter", y, q: Number(q) };
  return m ? { kind: "month", y, m: Number(m) } : { kind: "year", y };
}

/** 目标 in the sentence already, or to be said after it. */
export function saysTarget(text: string, value: number | null): boolean {
  return value !== null && new RegExp(`(?<![\\d.])${String(value).replace(".", "\\.")}(?![\\d.])`).test(text);
}
