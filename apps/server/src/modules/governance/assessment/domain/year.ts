/** The days of a year 考核年度, all in Asia/Shanghai, and what they allow. */
import { addDays, type CalendarDate } from "#platform/values.ts";

export const steps = ["pledging", "tracking", "sampling", "frozen", "appealing", "approving", "using", "closed"] as const;
export type Step = (typeof steps)[number];

/** The whole calendar year; leap years end on 31 December like the others, and have a day more. */
export const periodOf = (year: number): { readonly from: CalendarDate; readonly to: CalendarDate } => ({
  from: `${year}-01-01` as CalendarDate,
  to: `${year}-12-31` as CalendarDate,
});

/** Evidence is frozen when the last day is over, never before. */
export const mayFreeze = (to: string, today: string): boolean => today > to;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;

/** What a flow would reach at the year's end if it went on as so far. @returns null before the first day is over, or where nothing is known */
export function projected(soFar: number | null, year: number, today: CalendarDate): number | null {
  const { from, to } = periodOf(year);
  if (soFar === null || today <= from) return null;
  if (today > to) return soFar;
  const passed = daysBetween(from, addDays(today, -1));
  return (soFar / passed) * daysBetween(from, to);
}

/** Whole months of the year that are over: what must have been reported by now. A month may be reported until the end of the next. */
export function monthsOwed(year: number, today: CalendarDate): number {
  const { from, to } = periodOf(year);
  if (today < from) return 0;
  if (today > addDays(to, 31)) return 12;
  const month = today > to ? 13 : Number(today.slice(5, 7));
  return Math.max(0, month - 2);
}
