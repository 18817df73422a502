import { describe, expect, it } from "vitest";
import { calendarDate } from "#platform/values.ts";
import { dutyFile } from "../duty-rules.ts";
import type { UnitFacts } from "./duties.ts";
import { equipmentGaps, fileScore, scoreOf, standardFor } from "./file-score.ts";

const shop: UnitFacts = {
  kind: "smallPlace",
  grade: "general",
  highRisk: false,
  highRise: false,
  heightM: null,
  areaM2: 400,
  hasFacilities: false,
  hasControlRoom: false,
  hasKitchen: false,
  hasFireWater: false,
  underground: false,
  startedOn: calendarDate.parse("2026-01-01"),
  opening: { restDays: [], closedOnHolidays: false, closedFrom: null, closedTo: null, openFrom: 540, openTo: 1_260 },
};

describe("equipment", () => {
  it("400 m² ask for three extinguishers; an unusable one does not count", () => {
    const gaps = equipmentGaps(dutyFile, shop, [
      { item: "extinguisher", count: 2, usable: true },
      { item: "extinguisher", count: 4, usable: false },
    ]);
    expect(gaps.find((gap) => gap.item === "extinguisher")).toMatchObject({ required: 3, held: 2, confirmed: true });
  });
  it("what only we think needful is marked as not confirmed", () => {
    expect(equipmentGaps(dutyFile, shop, []).find((gap) => gap.item === "smokeDetector")).toMatchObject({ required: 7, confirmed: false });
  });
});

describe("the unit's file", () => {
  it("is complete with its rules and both persons", () => {
    expect(fileScore(dutyFile, shop, [{ kind: "rule", reviewBy: null }], { responsible: true, manager: true }, "2026-03-18")).toEqual({
      score: 100,
      missing: [],
      expired: [],
    });
  });
  it("names what is missing and what should have been reviewed", () => {
    expect(
      fileScore(dutyFile, shop, [{ kind: "rule", reviewBy: "2026-03-17" }], { responsible: true, manager: false }, "2026-03-18"),
    ).toEqual({
      score: 50,
      missing: ["消防安全管理人"],
      expired: ["消防安全制度"],
    });
    expect(
      fileScore(dutyFile, { ...shop, kind: "shop", grade: "key" }, [], { responsible: true, manager: true }, "2026-03-18").missing,
    ).toHaveLength(4);
  });
});

describe("standardisation", () => {
  it("each kind has its set, and points above the weight are named", () => {
    expect(standardFor(dutyFile, shop).key).toBe("general");
    const crowded = standardFor(dutyFile, { ...shop, kind: "hotel" });
    expect(crowded.key).toBe("crowded");
    expect(scoreOf(crowded, { organisation: 10, patrol: 20, exits: 20, facilities: 20, decoration: 10, fireUse: 10 })).toEqual({
      score: 90,
      level: "A",
      over: [],
    });
    expect(scoreOf(crowded, { patrol: 30, exits: 20, facilities: 20 })).toEqual({ score: 60, level: "C", over: ["巡查检查"] });
  });
});
