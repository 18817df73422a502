/** How far a document has come, told by its own groupings: pure over counts of standings and tasks. QZ-1.1.1, QZ-1.2.1, TY-1.1 */
import type { CalendarDate } from "#platform/values.ts";
import { addCounts, type Counts, noCounts } from "../duties/counts.ts";
import { periodOfKey } from "../duties/domain/periods.ts";

/** What one duty counts in one period, in the area looked at. */
export type Counted = { readonly duty: number; readonly period: string; readonly counts: Counts };

/** The last day of a period by its key: `2026-Q1`, `by:2025-12-31`. */
export const endOf = (period: string): string => (period.startsWith("by:") ? period.slice(3) : (periodOfKey(period)?.to ?? ""));

/** Of each duty what was last owed, and what was last owed in each year; what still runs belongs to this year. */
export function latestOf(
  rows: readonly Counted[],
  today: CalendarDate,
): { readonly now: ReadonlyMap<number, Counts>; readonly years: ReadonlyMap<number, ReadonlyMap<number, Counts>> } {
  const now = new Map<number, Counts>();
  const years = new Map<number, Map<number, Counts>>();
  const thisYear = Number(today.slice(0, 4));
  const byEnd = rows.filter(({ counts }) => counts.owed > 0).toSorted((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1));
  for (const { duty, period, counts } of byEnd) {
    const year = Math.min(Number(endOf(period).slice(0, 4)), thisYear);
    now.set(duty, counts);
    const of = years.get(duty) ?? new Map<number, Counts>();
    years.set(duty, of.set(year, counts));
  }
  return { now, years };
}

export function sumOf(all: Iterable<Counts | undefined>): Counts {
  const sum = noCounts();
  for (const each of all) if (each) addCounts(sum, each);
  return sum;
}

/** Met of what is owed and not waived, in whole per cent, rounded down: 100 only when all is done. Nothing owed: nobody can tell. */
export function percentOf({ owed, met, waived }: Counts): number | null {
  const due = owed - waived;
  return due <= 0 ? null : Math.floor((100 * met) / due);
}

/** Readiness of a checklist: the mean of its components, and a component nobody can tell of counts as not begun. */
export function readinessOf(components: readonly (number | null)[]): number {
  if (components.length === 0) return 0;
  return Math.floor(components.reduce<number>((sum, each) => sum + (each ?? 0), 0) / components.length);
}

/** The years a document runs, up to this one. */
export function yearsOf({ from, to }: { readonly from: string; readonly to?: string | null | undefined }, today: CalendarDate): number[] {
  const first = Number(from.slice(0, 4));
  const last = Math.min(Number((to ?? today).slice(0, 4)), Number(today.slice(0, 4)));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i).slice(-MOST_YEARS);
}
const MOST_YEARS = 6;

export type KeyTask = {
  readonly year: number;
  readonly state: string;
  readonly carriedFrom: string | null;
};
/** 年度重点任务 year by year: how many there were, done, and carried over from the year before. PT-3.3.1 */
export function byYear(tasks: readonly KeyTask[]) {
  const years = [...new Set(tasks.map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const own = tasks.filter((task) => task.year === year);
    return {
      year,
      total: own.length,
      done: own.filter(({ state }) => state === "done").length,
      carriedIn: own.filter(({ carriedFrom }) => carriedFrom !== null).length,
      carriedOut: own.filter(({ state }) => state === "carried").length,
    };
  });
}
