/** Counts by status, and which status speaks for several. */
import type { z } from "zod";
import type { Status } from "./domain/standing.ts";
import type { board } from "./shapes.ts";

export type Counts = { owed: number; met: number; atRisk: number; open: number; overdue: number; noData: number; waived: number };
export type Packed = Counts & { readonly idle?: number };

export const noCounts = (): Counts => ({ owed: 0, met: 0, atRisk: 0, open: 0, overdue: 0, noData: 0, waived: 0 });
const KEY: Readonly<Partial<Record<Status, keyof Counts>>> = {
  met: "met",
  "at-risk": "atRisk",
  open: "open",
  overdue: "overdue",
  "no-data": "noData",
  waived: "waived",
};
/** Worst first. */
const ORDER: readonly Status[] = ["overdue", "no-data", "at-risk", "open", "met", "waived", "not-due", "not-applicable"];

export function addStatus(counts: Counts, status: Status): void {
  const key = KEY[status];
  if (!key) return;
  counts[key] += 1;
  counts.owed += 1;
}

export function addCounts(counts: Counts, more: Packed): void {
  for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += more[key];
}

export const worstOf = (statuses: readonly Status[]): Status | undefined => ORDER.find((status) => statuses.includes(status));
export const worstIn = (counts: Packed): Status | undefined =>
  counts.owed === 0
    ? (counts.idle ?? 0) > 0
      ? "not-due"
      : undefined
    : ORDER.find((status) => counts[KEY[status] ?? "owed"] > 0 && KEY[status]);
export const isRedOrYellow = (status: Status): boolean => status === "overdue" || status === "at-risk" || status === "no-data";
export const severity = (status: Status): number => ORDER.indexOf(status);

export type Board = z.input<typeof board>;
