/**
 * How a duty stands: figure, aim and day in, one word out. Every kind of duty is judged here and nowhere else; the table of judge.test.ts is
 * the specification, and the examples a pack carries run through the same function.
 */
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { Aim, Comparison, Warn } from "./duty.ts";
import { type DutyPeriod, earlier } from "./periods.ts";
import type { Status } from "./standing.ts";

/** `unknown`: nobody can tell; `not-applicable`: nothing to divide by. */
export type Known = number | "unknown" | "not-applicable";

export type Judged = {
  readonly status: Status;
  /** Days late; before the due day negative: how many are left. */
  readonly days: number;
  /** What is still lacking to the aim; null where that cannot be said. */
  readonly missing: number | null;
};

/** Holds from the period it was asked for until its day. */
export type Waiver = { readonly from: CalendarDate; readonly until: CalendarDate };

export type Judging = {
  readonly period: Pick<DutyPeriod, "opensOn" | "dueOn" | "to" | "kind" | "from">;
  readonly today: CalendarDate;
  readonly is: Comparison;
  readonly aim: Aim;
  readonly value: Known;
  readonly unit?: string | undefined;
  readonly warn?: Warn | undefined;
  readonly waivers?: readonly Waiver[] | undefined;
  /** A document or a figure by hand: nothing entered is nothing done, not a lack of data. */
  readonly byHand?: boolean | undefined;
};

const CLOSE = 1e-9;
const daysBetween = (from: CalendarDate, to: CalendarDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Unless the pack says otherwise: a sixth of the period, thirty days at most. */
export const warnDays = ({ warn, period }: Pick<Judging, "warn" | "period">): number =>
  warn?.days ?? Math.min(30, Math.floor((daysBetween(period.from, period.to) + 1) / 6));

export function judge(judging: Judging): Judged {
  const { period, today, aim, value } = judging;
  const days = daysBetween(period.dueOn, today);
  const of = (status: Status, missing: number | null = null): Judged => ({ status, days, missing });
  if (judging.waivers?.some((waiver) => isWaived(waiver, judging))) return of("waived");
  if (today < period.opensOn) return of("not-due");
  if (value === "not-applicable") return of("not-applicable");
  if (value === "unknown") return of(judging.byHand ? lacking(judging) : "no-data");
  if (aim.value === null) return of("no-data");
  const status = isCeiling(judging.is) ? ceiling(judging, value, aim.value) : floor(judging, value, aim.value);
  return of(!aim.confirmed && status === "overdue" ? "at-risk" : status, status === "met" ? 0 : Math.abs(aim.value - value));
}

/**
 * A period that comes round is waived for good when it fell due while the waiver held, and never when it was due before. What is owed once or
 * kept is only put off: it is judged again when the waiver has ended.
 */
function isWaived({ from, until }: Waiver, { period, today }: Pick<Judging, "period" | "today">): boolean {
  if (period.kind === "keep") {
    const last = earlier(today, period.to);
    return from <= last && last <= until;
  }
  if (period.dueOn < from || period.opensOn > until) return false;
  return until >= (period.kind === "every" ? earlier(today, period.dueOn) : today);
}

const isCeiling = (is: Comparison): boolean => is === "atMost" || is === "below";

/** Nothing yet: late after the due day, at risk shortly before. */
function lacking(judging: Judging): Status {
  const { period, today } = judging;
  if (period.kind === "keep" || today > period.dueOn) return "overdue";
  return daysBetween(today, period.dueOn) <= warnDays(judging) ? "at-risk" : "open";
}

/** Meetings held, coverage reached: met as soon as it is there. */
function floor(judging: Judging, value: number, aim: number): Status {
  const { is, warn } = judging;
  const over = value - aim;
  const reached = is === "above" ? over > CLOSE : is === "equal" ? Math.abs(over) <= CLOSE : over >= -CLOSE;
  if (reached) return judging.period.kind === "keep" && isNarrow(judging, over, aim) ? "at-risk" : "met";
  if (is === "equal" && over > CLOSE) return "overdue";
  const soFar = lacking(judging);
  return soFar === "open" && warn?.gap !== undefined && -over <= warn.gap + CLOSE ? "at-risk" : soFar;
}

/** What must be kept and is only just kept; an aim at the top of its scale has no room above it. */
function isNarrow({ warn, unit, is }: Judging, over: number, aim: number): boolean {
  if (warn?.gap === undefined || is === "equal") return false;
  return over < warn.gap - CLOSE && !(unit === "%" && aim + warn.gap > 100);
}

/** Deaths, overdue hazards: passing the line cannot be undone within the period, and staying below it is only certain at its end. */
function ceiling(judging: Judging, value: number, aim: number): Status {
  const { is, period, today, warn } = judging;
  const holds = is === "below" ? value < aim - CLOSE : value <= aim + CLOSE;
  const isKept = period.kind === "keep";
  if (!holds) return (period.kind === "once" || period.kind === "step") && today <= period.dueOn ? lacking(judging) : "overdue";
  const isNear = warn?.gap !== undefined && aim - value < warn.gap - CLOSE;
  if (isKept) return isNear ? "at-risk" : "met";
  if (today > (period.kind === "every" ? period.to : period.dueOn)) return "met";
  return isNear ? "at-risk" : "open";
}

/** The first day on which an unchanged figure would be late. */
export const lateFrom = (period: Pick<DutyPeriod, "dueOn" | "kind">): CalendarDate =>
  period.kind === "keep" ? period.dueOn : addDays(period.dueOn, 1);
