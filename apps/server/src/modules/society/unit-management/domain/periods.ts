/** Calendar periods a duty is counted by, and the days on which a unit is open. Pure. */
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";
import type { Cycle } from "./duty-file.ts";

export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

const parts = (day: CalendarDate) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });
const made = (year: number, month: number, date: number): CalendarDate =>
  calendarDate.parse(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10));
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: CalendarDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const months = (day: CalendarDate, length: number): Period => {
  const { year, month } = parts(day);
  const first = Math.floor((month - 1) / length) * length + 1;
  return { from: made(year, first, 1), to: made(year, first + length, 0) };
};

/** The calendar period a day lies in: 每月至少一次 is once between the first and the last of the month. */
export function periodOf(cycle: Cycle, day: CalendarDate): Period {
  switch (cycle) {
    case "day":
      return { from: day, to: day };
    case "week": {
      const from = addDays(day, -((weekdayOf(day) + 6) % 7));
      return { from, to: addDays(from, 6) };
    }
    case "halfMonth": {
      const { year, month, date } = parts(day);
      return date <= 15
        ? { from: made(year, month, 1), to: made(year, month, 15) }
        : { from: made(year, month, 16), to: made(year, month + 1, 0) };
    }
    case "month":
      return months(day, 1);
    case "quarter":
      return months(day, 3);
    case "halfYear":
      return months(day, 6);
    case "year":
      return months(day, 12);
  }
}

export const periodBefore = (cycle: Cycle, { from }: Period): Period => periodOf(cycle, addDays(from, -1));

export type Opening = {
  /** Days of the week on which the unit rests. */
  readonly restDays: readonly number[];
  readonly closedOnHolidays: boolean;
  /** 停业: both days included; an open end lasts. */
  readonly closedFrom: CalendarDate | null;
  readonly closedTo: CalendarDate | null;
  /** Minutes of the day; `to` at or before `from` is after midnight. */
  readonly openFrom: number;
  readonly openTo: number;
};

export function isOpen(opening: Opening, day: CalendarDate, isHoliday: (day: CalendarDate) => boolean): boolean {
  const { closedFrom, closedTo } = opening;
  if (closedFrom !== null && day >= closedFrom && (closedTo === null || day <= closedTo)) return false;
  if (opening.closedOnHolidays && isHoliday(day)) return false;
  return !opening.restDays.includes(weekdayOf(day));
}

/** The last open day of a period, for its deadline; null when the unit is closed all through. */
export function lastOpenDay({ from, to }: Period, opens: (day: CalendarDate) => boolean): CalendarDate | null {
  for (let day = to; day >= from; day = addDays(day, -1)) if (opens(day)) return day;
  return null;
}

/** 09:30 → 570. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
