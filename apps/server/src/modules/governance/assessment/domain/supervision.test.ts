import { describe, expect, it } from "vitest";
import { situationRule } from "../situation.ts";
import { proposedFor } from "./sanction.ts";
import { indexAt, monthsBack, type Series, trendOf, verdictOf } from "./situation.ts";
import { taskPoints, taskTotal } from "./task-points.ts";

describe("the situation index", () => {
  const every = (from: string, n: number, value: number): [string, number][] =>
    Array.from({ length: n }, (_, i) => [monthsBack(from, -i), value]);
  const series = (then: number, now: number): Series =>
    new Map([...every("2023-03", 12, then), ...every("2024-03", 12, then), ...every("2025-03", 12, now)]);
  const of = (then: number, now: number) => new Map([["fires", series(then, now)]]);

  it("is 100 where nothing changed and halves with the fires", () => {
    expect(indexAt(situationRule, of(10, 10), "2026-02").index).toBe(100);
    expect(indexAt(situationRule, of(10, 5), "2026-02").index).toBe(50);
  });
  it("is the sum of its shown parts, and one death after none is bounded", () => {
    const both = new Map([
      ["fires", series(10, 8)],
      [
        "deaths",
        new Map([
          ["2024-01", 0],
          ["2026-01", 1],
        ]),
      ],
    ]);
    const found = indexAt(situationRule, both, "2026-02");
    expect(found.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(found.index ?? 0, 6);
    expect(found.parts.find(({ key }) => key === "deaths")?.ratio).toBe(situationRule.most);
  });
  it("leaves out what nobody recorded two years ago", () => {
    const young = new Map([
      ["fires", series(10, 8)],
      ["hazards", new Map([["2025-06", 40]])],
    ]);
    expect(indexAt(situationRule, young, "2026-02")).toMatchObject({ index: 80 });
  });
  it("without a single figure is unknown, not good", () => {
    const trend = trendOf(situationRule, new Map(), "2026-02");
    expect([trend.length, trend.at(-1)?.index, verdictOf(situationRule, trend)]).toEqual([12, null, "unknown"]);
  });
  it("is the end-state only when low and steady", () => {
    const steady = Array.from({ length: 12 }, (_, i) => ({ month: monthsBack("2026-02", 11 - i), index: 80 - i * 0.2, parts: [] }));
    expect(verdictOf(situationRule, steady)).toBe("reached");
    expect(
      verdictOf(
        situationRule,
        steady.map((each, i) => (i === 8 ? { ...each, index: 130 } : each)),
      ),
    ).toBe("better");
    expect(verdictOf(situationRule, [...steady.slice(1), { month: "2026-03", index: 120, parts: [] }])).toBe("worse");
    expect(verdictOf(situationRule, [...steady.slice(1), { month: "2026-03", index: 99, parts: [] }])).toBe("level");
  });
});

it("who was punished within a year is suggested the next measure, up to the last", () => {
  expect([0, 1, 2, 9].map((before) => proposedFor("lapse", before))).toEqual([
    "criticism",
    "interview",
    "accountability",
    "accountability",
  ]);
  expect(proposedFor("failed", 0)).toBe("interview");
});

describe("points for tasks", () => {
  it.each([
    [100, 60, 100, 60, 60],
    [80, 60, 100, 60, 30],
    [50, 60, 100, 60, 0],
    [0, 5, 0, 40, 40],
    [2, 5, 0, 40, 24],
    [9, 5, 0, 40, 0],
  ])("%s between %s and %s of %s is %s", (value, zeroAt, fullAt, weight, points) => {
    expect(taskPoints(value, { weight, zeroAt, fullAt })).toBe(points);
  });
  it("a place without a task of a kind is scored on the rest", () => {
    expect(
      taskTotal([
        { points: null, weight: 60 },
        { points: 30, weight: 40 },
      ]),
    ).toBe(75);
    expect(taskTotal([{ points: null, weight: 60 }])).toBeNull();
  });
});
