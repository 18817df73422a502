import { describe, expect, it } from "vitest";
import { calendarDate } from "#platform/values.ts";
import { riskRule, shippedNorms, shippedWorkflows } from "../standards/shipped.ts";
import { changeOf } from "./effect.ts";
import { compare, type NormItem, pointsOf, shareMet } from "./norm.ts";
import { gradeRisk, routeOf, sameAs } from "./risk.ts";
import { deviationOf, lastPeriod } from "./workflow.ts";

describe("a body against its norm", () => {
  const items: readonly NormItem[] = [
    { section: "people", what: "在岗", field: "staffPresent", least: 6 },
    { section: "facilities", what: "灭火器", field: "equipment", of: "灭火器", least: 8 },
    { section: "duties", what: "有文件", field: "document" },
    { section: "operation", what: "有值班表" },
  ];
  const body = {
    staffPresent: 6,
    equipment: [
      { name: "干粉灭火器", count: 5 },
      { name: "灭火器箱", count: 2 },
      { name: "水带", count: 9 },
    ],
    document: "",
  };

  it("looks at numbers, rows of a table and filled fields itself, and leaves the rest to people", () => {
    expect(compare(items, body).map(({ by, met, actual }) => [by, met, actual])).toEqual([
      ["seen", true, 6],
      ["seen", false, 7],
      ["seen", false, null],
      ["open", null, null],
    ]);
    expect(shareMet(compare(items, body))).toBe(25);
  });

  it("the verifier's word stands over the body's own, and never over what the platform sees", () => {
    const rated = [
      { item: "有值班表", self: "met", verified: "not" },
      { item: "有文件", self: "met", verified: "met" },
    ] as const;
    const found = compare(items, body, rated);
    expect(found[3]).toMatchObject({ by: "rated", met: false });
    expect(found[2]).toMatchObject({ by: "seen", met: false });
    expect([pointsOf(rated, "self"), pointsOf(rated, "verified"), pointsOf([], "self")]).toEqual([100, 50, null]);
  });

  it("each shipped norm names items, and items rated by people in what it cannot see", () => {
    for (const { items: shipped } of shippedNorms) expect(shipped.some(({ field }) => !field)).toBe(true);
    expect(new Set(shippedWorkflows.map(({ kind }) => kind)).size).toBe(5);
  });
});

describe("a way of working", () => {
  const patrol = { kind: "patrol", every: "month", least: 2, share: 90, withinDays: null } as const;
  it("is kept when enough of those asked kept to it; with nobody to ask nothing deviates", () => {
    expect(deviationOf(patrol, { done: 9, of: 10 })).toMatchObject({ state: "kept", value: 90 });
    expect(deviationOf(patrol, { done: 8, of: 10 })).toMatchObject({ state: "deviates", value: 80, target: 90 });
    expect(deviationOf(patrol, { done: 0, of: 0 })).toMatchObject({ state: "none", value: null });
    expect(deviationOf({ ...patrol, kind: "drill", least: 1 }, { done: 0, of: null })).toMatchObject({ state: "deviates", unit: "次" });
  });
  it.each([
    ["month", "2026-03-18", "2026-02-01", "2026-02-28"],
    ["month", "2026-01-01", "2025-12-01", "2025-12-31"],
    ["quarter", "2026-03-18", "2025-10-01", "2025-12-31"],
    ["year", "2026-03-18", "2025-01-01", "2025-12-31"],
  ] as const)("the last whole %s before %s", (every, today, from, to) => {
    expect(lastPeriod(every, calendarDate.parse(today))).toEqual({ from, to });
  });
});

describe("a risk found on a walk", () => {
  it.each(riskRule.examples.map((each) => [each.say, each] as const))("%s", (_, { given, score, grade }) => {
    expect(gradeRisk(given, riskRule)).toEqual({ score, grade });
  });
  it("goes where its grade sends it", () => {
    expect((["red", "orange", "yellow", "blue"] as const).map(routeOf)).toEqual(["hazard", "hazard", "watch", "note"]);
  });
  it("is the same as an earlier one by unit, by words, or within a few steps; a unit is no mere place", () => {
    const before = [{ id: "a", unit: null, placeWords: "荷花小区 3 幢", spot: { lon: 118.87, lat: 28.97 } }];
    const at = (lat: number, placeWords = "别处") => ({ unit: null, placeWords, spot: { lon: 118.87, lat } });
    expect(sameAs(at(28.9702), before, 40)).toBe("a");
    expect(sameAs(at(28.971), before, 40)).toBeNull();
    expect(sameAs({ unit: null, placeWords: "荷花小区3幢", spot: null }, before, 40)).toBe("a");
    expect(sameAs({ unit: "u", placeWords: "荷花小区 3 幢", spot: null }, before, 40)).toBeNull();
  });
});

it("an effect is the change between two windows of one length, and silent where there was nothing", () => {
  expect(changeOf({ cleared: 10, days: 12 }, { cleared: 14, days: 9.5 })).toEqual({ cleared: 40, faster: 2.5 });
  expect(changeOf({ cleared: 0, days: null }, { cleared: 5, days: 3 })).toEqual({ cleared: null, faster: null });
});
