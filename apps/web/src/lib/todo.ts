/** What waits: the open cases of every kind this person may read, by their deadline. Follows from the declarations, module by module. */
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "./api.ts";
import { daysBetween } from "./format.ts";
import { useLive } from "./live.ts";
import { type LedgerSchema, type Row, schemaNames, schemaOf, titleOf } from "./schema.ts";

export type Todo = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly openedAt: string | undefined;
  readonly holder: string | null;
  readonly href: string;
};
export type Group = "overdue" | "today" | "week" | "later" | "none";

const EACH = 100;

export function todoOf(schema: LedgerSchema, path: string, row: Row): Todo {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    id: row.id,
    kind: schema.label,
    title: titleOf(schema, row),
    place: row._ref?.unit ?? row.areaName ?? "",
    state: schema.case?.states[String(row.state)]?.label ?? "",
    dueAt: text(row.dueAt),
    openedAt: text(row.openedAt) ?? undefined,
    holder: text(row.holderPerson),
    href: `/${path}?open=${row.id}`,
  };
}

/** Which part of the list a case stands in, by the calendar of Shanghai. Pure. */
export function groupOf(dueAt: string | null, now: number): Group {
  if (!dueAt) return "none";
  if (Date.parse(dueAt) < now) return "overdue";
  const days = daysBetween(now, dueAt);
  return days === 0 ? "today" : days < 7 ? "week" : "later";
}

/** Earliest deadline first; without one, last. Pure. */
export const byDue = (a: Todo, b: Todo): number => (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9");

/** Mine are those I hold, and those nobody has taken yet. */
export const isMine = (todo: Todo, me: string): boolean => todo.holder === null || todo.holder === me;

export function useTodos() {
  const names = useQuery(schemaNames);
  const cases = names.data?.ledgers.filter((ledger) => ledger.isCase && ledger.can.includes("read")) ?? [];
  const schemas = useQueries({ queries: cases.map((ledger) => schemaOf(ledger.path)) });
  const pages = useQueries({
    queries: cases.map((ledger) => ({
      queryKey: ["ledger", ledger.path, "todo"],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<{ rows: readonly Row[] }>(ledger.path, { where: JSON.stringify({ open: true }), sort: "dueAt", limit: EACH }, signal),
      staleTime: 30_000,
    })),
  });
  const client = useQueryClient();
  const onLive = useCallback(() => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "ledger" && queryKey[2] === "todo" });
  }, [client]);
  useLive("hello", onLive);
  useLive("alarm*", onLive);
  const todos = cases
    .flatMap((ledger, index) => {
      const schema = schemas[index]?.data;
      const rows = pages[index]?.data?.rows;
      return schema && rows ? rows.map((row) => todoOf(schema, ledger.path, row)) : [];
    })
    .sort(byDue);
  const pending = names.isPending || pages.some((page) => page.isPending);
  return { todos, pending, error: names.error ?? pages.find((page) => page.error)?.error ?? null };
}
