import { expect, it } from "vitest";
import { calendarDate } from "../values.ts";
import { kindOfDay } from "./calendar-routes.ts";

it.each([
  ["2026-10-03", false, "国庆节", "2026-10-08"],
  ["2026-10-10", true, null, "2026-10-10"], // a Saturday worked for the holiday
  ["2026-11-28", false, null, "2026-11-30"],
  ["2028-02-29", true, null, "2028-02-29"],
])("%s is told for what it is", (day, isWorkday, holiday, nextWorkday) => {
  expect(kindOfDay(calendarDate.parse(day))).toEqual({ day, isWorkday, holiday, nextWorkday });
});
