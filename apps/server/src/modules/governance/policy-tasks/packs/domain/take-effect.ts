/** When a version may take effect: never in a frozen year, never beside another of the same document, and what becomes of the one before. */
import { addDays, type CalendarDate } from "#platform/values.ts";

export type InForce = { readonly id: string; readonly number: number; readonly from: CalendarDate; readonly to: CalendarDate | null };
export type Refusal = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };
/** `ends`: the version that gives way, and its last day. */
export type Taking =
  | { readonly ok: true; readonly ends: { readonly id: string; readonly to: CalendarDate } | null }
  | ({ readonly ok: false } & Refusal);

const year = (day: CalendarDate): number => Number(day.slice(0, 4));

export function takeEffect(
  from: CalendarDate,
  to: CalendarDate | null,
  {
    others,
    frozen,
    document,
  }: { readonly others: readonly InForce[]; readonly frozen: readonly number[]; readonly document: CalendarDate },
): Taking {
  const no = (code: string, params: Refusal["params"] = {}): Taking => ({ ok: false, code, params });
  if (from < document) return no("packs.effect_before_document", { from, document });
  if (to !== null && to < from) return no("packs.effect_after_end", { from, to });
  const last = Math.max(0, ...frozen);
  if (year(from) <= last) return no("packs.frozen_year", { year: year(from), last, earliest: `${last + 1}-01-01` });
  const running = others.filter((each) => each.to === null || each.to >= from);
  const later = running.find((each) => each.from >= from);
  if (later) return no("packs.version_overlaps", { number: later.number, from: later.from });
  const [before] = running;
  return { ok: true, ends: before ? { id: before.id, to: addDays(from, -1) } : null };
}

/** A version ends: not in a frozen year, not before it began, and not after the day it ends anyway. */
export function endOn(
  day: CalendarDate,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate | null },
  frozen: readonly number[],
): Refusal | undefined {
  const last = Math.max(0, ...frozen);
  if (year(day) <= last) return { code: "packs.frozen_year", params: { year: year(day), last, earliest: `${last + 1}-01-01` } };
  if (to !== null && day > to) return { code: "packs.ends_after_end", params: { day, to } };
  return day < from ? { code: "packs.ends_before_start", params: { from, to: day } } : undefined;
}

/** One that has not begun is given up: who gave way to it goes on to its own end. @returns the version that does */
export const givenUp = (from: CalendarDate, others: readonly InForce[]): InForce | undefined =>
  others.find(({ to }) => to !== null && addDays(to, 1) === from);
