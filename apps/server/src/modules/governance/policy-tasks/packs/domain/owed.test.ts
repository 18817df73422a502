import { expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { toWorkday } from "../../duties/working-days.ts";
import { nextDue } from "./owed.ts";
import type { Rhythm } from "./pack.ts";

const every = (given: object): Rhythm => ({ kind: "every", every: "year", ...given }) as Rhythm;
const span = (from: string, to: string) => ({ within: { from, to } });

it.each<[what: string, rhythm: Rhythm, on: string, due: string | undefined]>([
  ["the last of February in a common year", every(span("02-01", "02-29")), "2026-01-10", "2026-02-28"],
  ["and in a leap year", every(span("02-01", "02-29")), "2028-01-10", "2028-02-29"],
  ["a winter that runs", every(span("11-01", "03-31")), "2026-11-29", "2027-03-31"],
  ["a winter's last day, a Sunday, by working days", every({ ...span("11-01", "02-28"), on: "workdays" }), "2026-11-29", "2027-03-01"],
  ["the same day by the calendar", every(span("11-01", "02-28")), "2026-11-29", "2027-02-28"],
  ["a quarter", every({ every: "quarter" }), "2026-05-01", "2026-06-30"],
  ["the last day itself", every({ every: "month" }), "2026-06-30", "2026-06-30"],
  ["a window that has passed", every(span("01-01", "01-31")), "2026-02-01", "2027-01-31"],
  ["a day that has passed", { kind: "by", by: "2026-01-31" as CalendarDate, thenKeep: false }, "2026-02-01", undefined],
])("the next day of %s", (_, rhythm, on, due) => expect(nextDue(rhythm, on as CalendarDate, toWorkday)).toBe(due));
