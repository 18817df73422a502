import { describe, expect, it } from "vitest";
import { appraisalRule } from "../rules-in-force.ts";
import { completenessOf, freshnessOf } from "./completeness.ts";
import { expectedPatrols, scoreMonth } from "./score.ts";

describe("a grid member's month", () => {
  it.each(appraisalRule.examples.map((each) => [each.say, each] as const))("%s", (_, { given, score, grade }) => {
    expect(scoreMonth(given, appraisalRule)).toMatchObject({ score, grade });
  });

  it("asks more of a large area than of a small one, and never more than a person can walk", () => {
    const of = (objects: number, planned = 0) => expectedPatrols({ objects, planned }, appraisalRule);
    expect([of(50), of(100), of(101), of(400), of(2_000)]).toEqual([3, 6, 7, 24, 30]);
    expect(of(50, 8)).toBe(8);
  });

  it("two members who each do what their area asks score alike, whatever its size", () => {
    const small = { objects: 50, planned: 3, patrols: 3, confirmed: 2, untrue: 0, tasksDue: 0, tasksInTime: 0, trainedHours: 8 };
    const large = { objects: 400, planned: 24, patrols: 24, confirmed: 12, untrue: 0, tasksDue: 0, tasksInTime: 0, trainedHours: 8 };
    expect(scoreMonth(small, appraisalRule).score).toBe(scoreMonth(large, appraisalRule).score);
  });

  it("more than was asked does not make up for what was left undone", () => {
    const given = { objects: 100, planned: 6, patrols: 60, confirmed: 0, untrue: 0, tasksDue: 0, tasksInTime: 0, trainedHours: 80 };
    expect(scoreMonth(given, appraisalRule).score).toBe(68.8);
  });
});

describe("completeness of a base register", () => {
  it("is the share of required fields filled, in the rows there are and in those that are missing", () => {
    // 20 rows of 4 fields, 72 of 80 filled; 25 villages, 20 of them with a row: 5 rows lack all their fields
    expect(completenessOf({ fields: 4, rows: 20, filled: 72, expected: 25, covered: 20 })).toEqual({
      rows: 20,
      missing: 5,
      cells: 100,
      filled: 72,
      completeness: 72,
    });
  });

  it("two rows for one village do not hide that another has none", () => {
    expect(completenessOf({ fields: 1, rows: 3, filled: 3, expected: 3, covered: 2 })).toMatchObject({ missing: 1, completeness: 75 });
  });

  it("is rounded down: 99.99 % is not complete", () => {
    expect(completenessOf({ fields: 1, rows: 10_000, filled: 9_999, expected: null, covered: 0 }).completeness).toBe(99.9);
  });

  it("does not apply where nothing is there and nothing is expected", () => {
    expect(completenessOf({ fields: 3, rows: 0, filled: 0, expected: null, covered: 0 })).toMatchObject({
      missing: null,
      completeness: null,
    });
    expect(completenessOf({ fields: 3, rows: 0, filled: 0, expected: 2, covered: 0 }).completeness).toBe(0);
  });

  it("is fresh until its day, ending soon in the last two weeks, and never confirmed is not fresh", () => {
    const at = (until: string | null) => freshnessOf(until, "2026-03-18", "2026-04-01");
    expect([at("2026-05-01"), at("2026-04-01"), at("2026-03-18"), at("2026-03-17"), at(null)]).toEqual([
      "fresh",
      "soon",
      "soon",
      "stale",
      "never",
    ]);
  });
});
