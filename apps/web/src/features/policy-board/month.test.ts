import { expect, it } from "vitest";
import { monthsOn, weeksOf } from "./month.ts";

it("a month is shown in whole weeks, Monday first", () => {
  const weeks = weeksOf("2026-03");
  expect(weeks.map((week) => [week[0], week[6]])).toEqual([
    ["2026-02-23", "2026-03-01"],
    ["2026-03-02", "2026-03-08"],
    ["2026-03-09", "2026-03-15"],
    ["2026-03-16", "2026-03-22"],
    ["2026-03-23", "2026-03-29"],
    ["2026-03-30", "2026-04-05"],
  ]);
});
it("a February that begins on a Monday has four weeks; in a leap year its last day is there", () => {
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect(weeksOf("2028-02").flat()).toContain("2028-02-29");
});
it("months turn the year both ways", () => {
  expect(monthsOn("2026-12", 1)).toBe("2027-01");
  expect(monthsOn("2026-01", -1)).toBe("2025-12");
  expect(monthsOn("2026-05", -17)).toBe("2024-12");
});
