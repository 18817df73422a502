/** A case on the server: what may be done next and why not, and everything that happened. */
import type { ClosedMove, TimelineLine as Line, OpenMove } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import type { LedgerSchema, Row } from "../../lib/schema.ts";
import type { CaseStep } from "../../ui/case-bar.tsx";

export type { ClosedMove, OpenMove as NextMove, TimelineLine as Line } from "@suiren/api-client";
export type Next = {
  readonly row: Row;
  readonly can: readonly OpenMove[];
  readonly cannot: readonly ClosedMove[];
  /** What else this person may do with the case: `tell`. */
  readonly actions: readonly string[];
};

export const useNext = (path: string, id: string) =>
  useQuery({ queryKey: ["ledger", path, "next", id], queryFn: ({ signal }) => api.get<Next>(`${path}/${id}/next`, undefined, signal) });

export const useLines = (path: string, id: string) =>
  useQuery({
    queryKey: ["ledger", path, "timeline", id],
    queryFn: async ({ signal }) => (await api.get<{ lines: readonly Line[] }>(`${path}/${id}/timeline`, undefined, signal)).lines,
  });

export function useMove(path: string, row: Row) {
  const client = useQueryClient();
  return async (move: string, given: Readonly<Record<string, unknown>>) => {
    await api.post(`${path}/${row.id}/${move}`, { ...given, version: row.version });
    await client.invalidateQueries({ queryKey: ["ledger", path] });
  };
}

/** The steps of a case: states it has been through, the one now, those still open before an end. Ends it did not take stay out. Pure. */
export function stepsOf(schema: LedgerSchema, state: string, lines: readonly Line[], below: (line: Line) => string): readonly CaseStep[] {
  const states = Object.entries(schema.case?.states ?? {});
  const now = states.findIndex(([key]) => key === state);
  const firstEnd = states.find(([, { end }]) => end)?.[0];
  const ended = states[now]?.[1].end === true;
  return states.flatMap(([key, { step: label, end }], index): CaseStep[] => {
    const entered = lines.find((line) => line.toState === key);
    if (key === state) return [{ key, label, state: end ? "done" : "now", below: entered && below(entered) }];
    if (end) return !ended && key === firstEnd ? [{ key, label, state: "later" }] : [];
    if (entered || (!ended && index < now)) return [{ key, label, state: "done", below: entered && below(entered) }];
    return ended ? [] : [{ key, label, state: "later" }];
  });
}
