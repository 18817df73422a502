/** When a duty runs and is due: its periods as days in Asia/Shanghai. The working-day calendar is handed in. */
import { addDays, type CalendarDate } from "#platform/values.ts";
import { isNear } from "../../packs/domain/days.ts";
import type { Period, Rhythm } from "./duty.ts";

export type DutyPeriod = {
  /** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `by:2025-12-31`. */
  readonly key: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** From when it can be fulfilled. */
  readonly opensOn: CalendarDate;
  /** Its last day; for `keep` the first: it is due all along. */
  readonly dueOn: CalendarDate;
  readonly kind: "every" | "once" | "step" | "keep";
  /** What is counted: the window of `within`, else the period. */
  readonly counted: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** Of a step. */
  readonly target?: number;
};

/** Moves a day that is no working day to the next that is. */
export type ToWorkday = (day: CalendarDate) => CalendarDate;
export type Force = { readonly from: CalendarDate; readonly to?: CalendarDate | null | undefined };
type Range = { readonly from: CalendarDate; readonly to: CalendarDate };

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const two = (n: number): string => String(n).padStart(2, "0");
const day = (year: number, month: number, date: number): CalendarDate => `${year}-${two(month)}-${two(date)}` as CalendarDate;
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The calendar period of a length that contains a day. */
export function periodAt(on: CalendarDate, every: Period): Range & { readonly key: string } {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const length = MONTHS[every];
  const index = Math.floor((month - 1) / length);
  const [first, last] = [index * length + 1, index * length + length];
  const key =
    every === "year" ? `${year}` : every === "month" ? `${year}-${two(month)}` : `${year}-${every === "quarter" ? "Q" : "H"}${index + 1}`;
  return { key, from: day(year, first, 1), to: day(year, last, lastOfMonth(year, last)) };
}

/** The period a key names; undefined for what is none. */
export function periodOfKey(key: string): (Range & { readonly key: string; readonly every: Period }) | undefined {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(key);
  if (!found || !isNear(key)) return undefined;
  const [, year, month, quarter, half] = found;
  const every: Period = month ? "month" : quarter ? "quarter" : half ? "half-year" : "year";
  const first = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : half ? Number(half) * 6 - 5 : 1;
  return { ...periodAt(day(Number(year), first, 1), every), every };
}

/** `02-29` in a common year is its last day of February. */
function inYear(year: number, monthDay: string): CalendarDate {
  const [month, date] = monthDay.split("-").map(Number);
  const wanted = month ?? 1;
  return day(year, wanted, Math.min(date ?? 1, lastOfMonth(year, wanted)));
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => [a, b].toSorted()[1] ?? a;
export const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => [a, b].toSorted()[0] ?? a;

/**
 * The periods of a duty that touch `seen`. A period counts from the first that opens when the document is in force: what began before it
 * was not owed. A document that ends cuts its last period.
 */
export function periodsOf(rhythm: Rhythm, force: Force, seen: Range, toWorkday: ToWorkday): readonly DutyPeriod[] {
  switch (rhythm.kind) {
    case "every":
      return everyPeriods(rhythm, force, seen, toWorkday);
    case "keep":
      return keptMonths(force.from, force, seen);
    case "by": {
      const once = onceBy(rhythm.by, force.from);
      const kept = rhythm.thenKeep ? keptMonths(addDays(rhythm.by, 1), force, seen) : [];
      return [...(touches(once, seen) || !rhythm.thenKeep ? [once] : []), ...kept];
    }
    case "steps":
      return rhythm.steps.map(({ by, target }, i): DutyPeriod => {
        const before = rhythm.steps[i - 1]?.by;
        return { ...onceBy(by, before ? addDays(before, 1) : force.from), kind: "step", target };
      });
  }
}

const touches = (range: Range, seen: Range): boolean => range.from <= seen.to && range.to >= seen.from;

function onceBy(by: CalendarDate, from: CalendarDate): DutyPeriod {
  const begins = earlier(from, by);
  return { key: `by:${by}`, from: begins, to: by, opensOn: begins, dueOn: by, kind: "once", counted: { from: begins, to: by } };
}

function everyPeriods(
  { every, within, on }: Rhythm & { readonly kind: "every" },
  force: Force,
  seen: Range,
  toWorkday: ToWorkday,
): readonly DutyPeriod[] {
  const found: DutyPeriod[] = [];
  const isWinter = within !== undefined && within.to < within.from;
  for (let at = periodAt(seen.from, every); ; at = periodAt(addDays(at.to, 1), every)) {
    const window = within ? windowIn(at, within) : { from: at.from, to: at.to };
    const whole = isWinter && window ? window : at;
    if (whole.from > seen.to) break;
    if (!window || window.from < force.from || (force.to && window.from > force.to)) continue;
    const last = force.to ? earlier(window.to, force.to) : window.to;
    const dueOn = on === "workdays" ? toWorkday(last) : last;
    found.push({
      key: at.key,
      from: whole.from,
      to: whole.to,
      opensOn: window.from,
      dueOn,
      kind: "every",
      counted: { from: window.from, to: later(last, dueOn) },
    });
  }
  return found;
}

/**
 * The part of the year inside the period; undefined where they do not meet, and then nothing is owed in it. Winter and spring
 * `11-01..03-31` belong to the year in which they end, and the period is that winter alone.
 */
function windowIn(period: Range, within: { readonly from: string; readonly to: string }): Range | undefined {
  const year = Number(period.from.slice(0, 4));
  if (within.to < within.from) return { from: inYear(year - 1, within.from), to: inYear(year, within.to) };
  const [from, to] = [later(inYear(year, within.from), period.from), earlier(inYear(year, within.to), period.to)];
  return from <= to ? { from, to } : undefined;
}

/** At every moment: judged month by month, so that there is a history, and due from the first day of each. */
function keptMonths(from: CalendarDate, force: Force, seen: Range): readonly DutyPeriod[] {
  const found: DutyPeriod[] = [];
  const last = force.to ? earlier(force.to, seen.to) : seen.to;
  for (let at = periodAt(later(from, seen.from), "month"); at.from <= last; at = periodAt(addDays(at.to, 1), "month")) {
    const opensOn = later(at.from, from);
    found.push({ key: at.key, from: at.from, to: at.to, opensOn, dueOn: opensOn, kind: "keep", counted: { from: at.from, to: at.to } });
  }
  return found;
}

/** The period of a duty that speaks for a day: the one it runs in, or the last that has begun. */
export function currentPeriod(periods: readonly DutyPeriod[], on: CalendarDate): DutyPeriod | undefined {
  return periods.reduce<DutyPeriod | undefined>(
    (best, each) => (each.from <= on && (!best || each.from >= best.from) ? each : best),
    undefined,
  );
}

/** The same period a year before, for a target that is its own past. 29 February goes back to the 28th. */
export const yearBefore = ({ from, to }: Range): Range => ({ from: backAYear(from), to: backAYear(to, true) });

function backAYear(on: CalendarDate, last = false): CalendarDate {
  const [year, month, date] = on.split("-").map(Number) as [number, number, number];
  const wasLast = last && date === lastOfMonth(year, month);
  return day(year - 1, month, wasLast ? lastOfMonth(year - 1, month) : Math.min(date, lastOfMonth(year - 1, month)));
}
