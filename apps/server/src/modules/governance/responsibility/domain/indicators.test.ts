import { expect, it } from "vitest";
import { indicatorsOf } from "./indicators.ts";

const figures = { units: 40, open: 8, overdue: 2, major: 1, checked: 30, trained: 10, guided: 0 };

it("a department's indicators are shares of its own units, and of its own open hazards", () => {
  expect(indicatorsOf(figures).map(({ key, num, den, percent }) => [key, num, den, percent])).toEqual([
    ["hazardsOnTime", 6, 8, 75],
    ["checked", 30, 40, 75],
    ["trained", 10, 40, 25],
    ["guided", 0, 40, 0],
  ]);
});

it("without an open hazard, or a unit, there is no figure", () => {
  expect(indicatorsOf({ ...figures, open: 0, overdue: 0 })[0]?.percent).toBeNull();
  expect(indicatorsOf({ ...figures, units: 0, checked: 0 })[1]?.percent).toBeNull();
});
