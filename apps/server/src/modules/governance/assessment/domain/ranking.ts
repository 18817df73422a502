/**
 * 比晾晒: fair comparison. Areas are ranked within their size group; who cannot be told apart (the ranges overlap) shares a place 并列, so that
 * one fire more or less does not make a winner. Change is against the place of the year before.
 */
import type { Group } from "./scheme.ts";

export type Entry = { readonly key: string; readonly group: string; readonly score: number; readonly low: number; readonly high: number };
export type Ranked = { readonly key: string; readonly rank: number; readonly tied: boolean; readonly of: number };

/**
 * Best first. A place is shared with the first of the run as long as the ranges overlap: overlap does not pass on from one to the next, so a
 * long chain of neighbours does not become one place.
 */
export function rankWithin(entries: readonly Entry[]): ReadonlyMap<string, Ranked> {
  const ranked = new Map<string, Ranked>();
  for (const group of new Set(entries.map((entry) => entry.group))) {
    const rows = entries.filter((entry) => entry.group === group).toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    const runs: Entry[][] = [];
    for (const row of rows) {
      const run = runs.at(-1);
      if (run?.[0] && row.high >= run[0].low) run.push(row);
      else runs.push([row]);
    }
    let rank = 1;
    for (const run of runs) {
      for (const { key } of run) ranked.set(key, { key, rank, tied: run.length > 1, of: rows.length });
      rank += run.length;
    }
  }
  return ranked;
}

/** The group of an area: named ones first, then by people. Undefined where the size is not known and no group names it. */
export function groupOf(groups: readonly Group[], code: string, people: number | null): string | undefined {
  const named = groups.find(({ areas }) => areas?.includes(code));
  if (named) return named.name;
  const open = groups.filter(({ areas }) => !areas?.length);
  if (open.length === 1 && open[0]?.from === undefined && open[0]?.below === undefined) return open[0]?.name;
  if (people === null) return undefined;
  return open.find(({ from, below }) => people >= (from ?? 0) && people < (below ?? Number.POSITIVE_INFINITY))?.name;
}

/** Places gained (positive) or lost since the year before; null where there was none. */
export const changeOf = (now: number, before: number | null): number | null => (before === null ? null : before - now);
