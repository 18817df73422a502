import { describe, expect, it } from "vitest";
import { calendarDate } from "#platform/values.ts";
import { type Counts, noCounts } from "../duties/counts.ts";
import { byYear, endOf, latestOf, percentOf, readinessOf, yearsOf } from "./domain.ts";

const counts = (given: Partial<Counts>): Counts => ({ ...noCounts(), ...given });
const today = calendarDate.parse("2026-03-18");

describe("how far a document has come", () => {
  it("is what was last owed, and in each year what was last owed in it", () => {
    const { now, years } = latestOf(
      [
        { duty: 1, period: "2025-Q4", counts: counts({ owed: 2, met: 2 }) },
        { duty: 1, period: "2026-Q1", counts: counts({ owed: 2, met: 1 }) },
        { duty: 1, period: "2026-Q2", counts: counts({}) },
        { duty: 1, period: "2025-Q3", counts: counts({ owed: 2, overdue: 2 }) },
      ],
      today,
    );
    expect(now.get(1)).toMatchObject({ owed: 2, met: 1 });
    expect([...(years.get(1) ?? [])].map(([year, { met }]) => [year, met])).toEqual([
      [2025, 2],
      [2026, 1],
    ]);
  });
  it("counts what runs beyond this year in this year", () => {
    const { years } = latestOf([{ duty: 1, period: "by:2030-12-31", counts: counts({ owed: 1, open: 1 }) }], today);
    expect([...(years.get(1)?.keys() ?? [])]).toEqual([2026]);
    expect(endOf("by:2030-12-31")).toBe("2030-12-31");
  });
  it("is 100 only when everything not waived is met, and unknown when nothing is owed", () => {
    expect(percentOf(counts({ owed: 200, met: 199 }))).toBe(99);
    expect(percentOf(counts({ owed: 3, met: 2, waived: 1 }))).toBe(100);
    expect(percentOf(counts({}))).toBeNull();
  });
  it("of a checklist is the mean of its components; one nobody can tell of is not begun", () => {
    expect(readinessOf([100, 50, null])).toBe(50);
    expect(readinessOf([])).toBe(0);
  });
});

it("a document's years end with it, or with this one", () => {
  expect(yearsOf({ from: "2020-08-01", to: "2022-12-31" }, today)).toEqual([2020, 2021, 2022]);
  expect(yearsOf({ from: "2024-04-30", to: null }, today)).toEqual([2024, 2025, 2026]);
  expect(yearsOf({ from: "2026-05-01" }, calendarDate.parse("2025-03-01"))).toEqual([2026]);
});

it("key tasks are told year by year, with what was carried over", () => {
  const told = byYear([
    { year: 2022, state: "done", carriedFrom: null },
    { year: 2022, state: "carried", carriedFrom: null },
    { year: 2023, state: "open", carriedFrom: "2022" },
  ]);
  expect(told).toEqual([
    { year: 2022, total: 2, done: 1, carriedIn: 0, carriedOut: 1 },
    { year: 2023, total: 1, done: 0, carriedIn: 1, carriedOut: 0 },
  ]);
});
