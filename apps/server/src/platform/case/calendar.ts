/** Deadlines: natural days end with the day, working days skip weekends and holidays (the State Council's yearly arrangement). */
import chineseDays from "chinese-days";
import { addDays, type CalendarDate, startOfDay } from "../values.ts";
import type { Due } from "./define.ts";

/** The day `n` working days after `from`, `from` itself not counted. */
export function addWorkingDays(from: CalendarDate, n: number): CalendarDate {
  let day = from;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (chineseDays.isWorkday(day)) left -= 1;
  }
  return day;
}

/** The last day that lies `n` whole working days before `today`, today not counted: two working days late means two have passed since. */
export function takeWorkingDays(today: CalendarDate, n: number): CalendarDate {
  let day = addDays(today, -1);
  for (let left = n; left > 0; day = addDays(day, -1)) if (chineseDays.isWorkday(day)) left -= 1;
  return day;
}

const endOf = (day: CalendarDate): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

export type Settings = ReadonlyMap<string, unknown>;

/** When a state entered at `now` is due; null: no limit. `row` gives the day for `{ field }`. */
export function dueAt(
  due: Due | undefined,
  now: Date,
  today: CalendarDate,
  row: Readonly<Record<string, unknown>>,
  settings: Settings,
): Date | null {
  if (!due) return null;
  if ("setting" in due) {
    const seconds = settings.get(due.setting);
    return new Date(now.getTime() + (typeof seconds === "number" ? seconds : due.seconds) * 1_000);
  }
  if ("seconds" in due) return new Date(now.getTime() + due.seconds * 1_000);
  if ("minutes" in due) return new Date(now.getTime() + due.minutes * 60_000);
  if ("days" in due) return endOf(addDays(today, due.days));
  if ("working" in due) return endOf(addWorkingDays(today, due.working));
  const day = row[due.field];
  return typeof day === "string" ? (day.length === 10 ? endOf(day as CalendarDate) : new Date(day)) : null;
}
