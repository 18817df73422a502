import { expect, it } from "vitest";
import { periodBefore, periodOf, readAddress, writeAddress } from "./period.ts";

it("three months begin on the first of the month before last, also over the turn of the year", () => {
  expect(periodOf("quarter", "2026-01-18")).toEqual({ from: "2025-11-01", to: "2026-01-18" });
  expect(periodOf("month", "2026-03-18")).toEqual({ from: "2026-03-01", to: "2026-03-18" });
  expect(periodOf("year", "2026-12-31")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
});

it("a period is compared with as many days just before it", () => {
  expect(periodBefore({ from: "2026-03-01", to: "2026-03-18" })).toEqual({ from: "2026-02-11", to: "2026-02-28" });
});

it("an address keeps the choice and says nothing of defaults", () => {
  const chosen = { span: "year" as const, area: 330802000000000, measure: "online_rate", part: "spoil" as const };
  expect(readAddress(writeAddress(chosen).split("?")[1] ?? "")).toEqual(chosen);
  expect(writeAddress(readAddress("area=abc&span=week"))).toBe("/statistics/monitoring");
});
