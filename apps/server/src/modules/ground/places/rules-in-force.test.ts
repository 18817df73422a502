import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../sensing/remote-monitoring/domain/limits.ts";
import { divisionCodes, loadBoundary, loadDivisions, shapesOf } from "../organizations/index.ts";
import { generateDemoCity } from "./demo/city.ts";
import { buildingClass, placeClassesOf, readBuildingFile } from "./domain/building-class.ts";
import { type KeyUnitFile, keyUnitGrade, keyUnitRules, readKeyUnitFile } from "./domain/key-unit.ts";
import { mayDecide, validOn } from "./domain/rule.ts";
import { buildingRules, classOfBuilding, gradeUnit, localKeyUnits, nationalKeyUnits, remoteMonitoringRules } from "./rules-in-force.ts";
import { measuredFields } from "./unit.ts";

const DAY = "2026-03-18";
const national = keyUnitRules(nationalKeyUnits, [], DAY);
const putInForce = (file: KeyUnitFile): KeyUnitFile => ({ ...file, inForce: true });
const examplesOf = (file: KeyUnitFile) =>
  file.rules.flatMap((rule) => rule.examples.map((e) => [rule.id, e.unit, e.grade, e.prompts] as const));

describe("the worked examples of the key-unit rules", () => {
  it.each(examplesOf(nationalKeyUnits))("%s grades %j as %s", (_id, unit, grade, prompts) => {
    const graded = keyUnitGrade(unit, national);
    expect({ grade: graded.grade, prompts: graded.prompts.map((p) => p.ruleId) }).toEqual({ grade, prompts });
  });

  describe.each(localKeyUnits.map((file) => [file.title, file] as const))("%s, once in force,", (_title, file) => {
    const rules = keyUnitRules(nationalKeyUnits, [putInForce(file)], DAY);
    it.each(examplesOf(file))("%s grades %j as %s", (_id, unit, grade) => {
      expect(keyUnitGrade(unit, rules).grade).toBe(grade);
    });
  });
});

describe("grading units", () => {
  it("names the missing figure and never calls such a unit general", () => {
    expect(keyUnitGrade({ kind: "hotel" }, national)).toMatchObject({ grade: "unknown", ruleId: "KU-02", reason: "KU-02 缺 客房数" });
    for (const rooms of [null, Number.NaN, -3, "60"]) expect(keyUnitGrade({ kind: "hotel", rooms }, national).grade).toBe("unknown");
    expect(keyUnitGrade({}, national)).toMatchObject({ grade: "unknown", reason: "缺 类别" });
  });

  it("says by which rule, figure and source", () => {
    const { reason, ruleId } = keyUnitGrade({ kind: "shop", areaM2: 11_232 }, national);
    expect(ruleId).toBe("KU-01");
    expect(reason).toBe("KU-01 建筑面积 11232 m²（标准 1000 m²以上）；公通字〔2001〕97号 第一项");
    expect(keyUnitGrade({ kind: "shop", areaM2: 640 }, national).reason).toBe("未达到标准：KU-01 建筑面积 640 m²（标准 1000 m²以上）");
  });

  it("lets no unconfirmed rule decide", () => {
    for (const rule of nationalKeyUnits.rules.filter((r) => !mayDecide(r.confidence))) {
      const unit = { kind: rule.kinds[0], ...Object.fromEntries(rule.conditions.map((c) => [c.field, c.threshold * 10])) };
      expect(keyUnitGrade(unit, national), rule.id).toMatchObject({ grade: "general", prompts: [{ ruleId: rule.id }] });
    }
  });

  it("puts no local file in force by itself, and lets one in force replace the national rule", () => {
    expect(localKeyUnits.filter((file) => file.inForce)).toEqual([]);
    const beijing = localKeyUnits.find((file) => file.place === "110000");
    const shop = { kind: "shop", areaM2: 2_000 };
    expect(keyUnitGrade(shop, keyUnitRules(nationalKeyUnits, beijing ? [beijing] : [], DAY)).grade).toBe("key");
    expect(keyUnitGrade(shop, keyUnitRules(nationalKeyUnits, beijing ? [putInForce(beijing)] : [], DAY)).grade).toBe("general");
  });

  it("uses the rules valid on the day", () => {
    const dated = (validFrom: string | null, validTo?: string) => ({
      source: { instrument: "x", clause: "y", validFrom, ...(validTo ? { validTo } : {}) },
    });
    const rules = [dated(null), dated("2026-03-18"), dated("2026-03-19"), dated(null, "2026-03-17"), dated(null, DAY)];
    expect(validOn(rules, DAY)).toEqual([rules[0], rules[1], rules[4]]);
  });

  it("asks only for figures the unit's form has, wherever a rule decides", () => {
    const asked = nationalKeyUnits.rules.filter((r) => mayDecide(r.confidence)).flatMap((r) => r.conditions.map((c) => c.field));
    expect(asked.filter((field) => !(field in measuredFields))).toEqual([]);
  });

  it("keeps the grade a person decided beside the one the rules give", () => {
    const graded = gradeUnit({ kind: "shop", areaM2: 300, decidedGrade: "key" });
    expect(graded).toMatchObject({ computedGrade: "general", grade: "key" });
  });

  it.each(divisionCodes)("finds about 120 key units among the 2,000 of the demonstration city %s", async (code) => {
    const material = { divisions: await loadDivisions(code), boundary: shapesOf(await loadBoundary(code)) };
    const { units } = generateDemoCity({ ...material, seed: 330_800 });
    const grades = units.map((unit) => keyUnitGrade(unit, national).grade);
    const count = (grade: string) => grades.filter((g) => g === grade).length;
    expect(count("key")).toBeGreaterThan(105);
    expect(count("key")).toBeLessThan(135);
    expect(count("unknown")).toBeGreaterThan(3);
    expect(count("unknown")).toBeLessThan(60);
    expect(keyUnitGrade(units[0] ?? {}, national).grade).toBe("key");
  });
});

describe("building classes", () => {
  const examples = buildingRules.rules.flatMap((rule) => rule.examples.map((e) => [rule.id, e] as const));
  it.each(examples)("%s: %j", (_id, { building, prompts, ...expected }) => {
    const found = buildingClass(building, buildingRules);
    expect(found).toMatchObject(expected);
    if (prompts) expect(found.prompts.map((p) => p.ruleId)).toEqual(prompts);
  });

  it("say what is missing, and do not class a factory", () => {
    expect(buildingClass({ use: "residential" }, buildingRules)).toMatchObject({ highRise: null, reason: "缺 建筑高度" });
    expect(buildingClass({ use: "factory", heightM: 40, floorsUp: 5 }, buildingRules)).toMatchObject({ highRise: false, fireClass: null });
    expect(classOfBuilding({ use: "public", heightM: 28.6, floorsUp: 6 })).toEqual({
      highRise: true,
      fireClass: "高层公共建筑（类别待定）",
    });
  });

  it("put a hotel among the places where the public gathers and so among the crowded ones", () => {
    expect(placeClassesOf("hotel", buildingRules)).toEqual(["公众聚集场所", "人员密集场所"]);
    expect(placeClassesOf("hospital", buildingRules)).toEqual(["人员密集场所"]);
    expect(placeClassesOf("smallPlace", buildingRules)).toEqual(["九小场所"]);
    expect(placeClassesOf("warehouse", buildingRules)).toEqual([]);
  });
});

describe("the remote-monitoring rules", () => {
  it("give the defaults the duty seat works with", () => {
    const numbers = new Map(remoteMonitoringRules.parameters.flatMap((p) => (p.limit ? [[p.limit, p.value] as const] : [])));
    for (const [limit, value] of numbers) expect(Reflect.get(defaultLimits, limit), limit).toBe(value);
    for (const wait of remoteMonitoringRules.waits) expect(Reflect.get(defaultLimits, wait.limit), wait.limit).toEqual(wait.seconds);
    const steps = remoteMonitoringRules.escalation.map(({ id: _, ...step }) => step);
    expect(steps).toEqual(defaultLimits.escalation.map(({ what: _, ...step }) => step));
  });

  it("call no product default confirmed", () => {
    const defaults = [...remoteMonitoringRules.parameters.filter((p) => p.limit), ...remoteMonitoringRules.waits];
    expect(defaults.filter((row) => mayDecide(row.confidence))).toEqual([]);
  });

  it("keep the offline limit below the longest polling cycle the standard allows", () => {
    const value = (id: string) => remoteMonitoringRules.parameters.find((p) => p.id === id)?.value ?? 0;
    expect(value("IOT-21")).toBeLessThanOrEqual(value("RM-04") * 3_600);
  });
});

describe("a broken rule file", () => {
  const file = (rule: object) => ({
    ruleSet: "key-units",
    title: "试",
    scope: "local",
    inForce: false,
    fields: { rooms: { title: "客房数", unit: "间" } },
    rules: [
      {
        id: "KU-90",
        title: "试",
        source: { instrument: "试", clause: "一", validFrom: null },
        confidence: "seen-local",
        kinds: ["hotel"],
        comparator: "all",
        examples: [{ unit: { kind: "hotel" }, grade: "key" }],
        ...rule,
      },
    ],
  });

  it("is read when nothing is broken", () => {
    expect(readKeyUnitFile(file({})).ok).toBe(true);
  });

  it.each([
    ["an unknown kind", { kinds: ["inn"] }, "没有单位类别 inn"],
    ["a threshold without a field", { comparator: ">=", threshold: 5 }, "须同时写 field 和 threshold"],
    ["a figure for a rule that takes all", { field: "rooms", threshold: 5 }, "不能写 field、threshold"],
    ["a field nobody introduced", { comparator: ">=", field: "stars", threshold: 5 }, "字段 stars 未在 fields 中说明"],
    ["no example", { examples: [] }, "rules.0.examples"],
    ["an unknown confidence", { confidence: "sure" }, "rules.0.confidence"],
    ["a misspelt key", { treshold: 5 }, "treshold"],
    ["a number that is no code", { id: "K1" }, "编号应如 KU-02"],
    ["a date in another form", { source: { instrument: "试", clause: "一", validFrom: "2021年" } }, "日期应写作"],
  ])("is refused for %s, saying where", (_what, rule, words) => {
    const reading = readKeyUnitFile(file(rule));
    expect(reading.ok).toBe(false);
    expect(reading.ok ? "" : reading.problems.join("\n")).toContain(words);
  });

  it("is refused when two rules have one number, or a building rule has no class", () => {
    const twice = file({});
    const doubled = readKeyUnitFile({ ...twice, rules: [...twice.rules, ...twice.rules] });
    expect(doubled.ok ? [] : doubled.problems).toEqual(["编号 KU-90 重复"]);
    const [first, ...rest] = buildingRules.rules;
    const unclassed = readBuildingFile({ ...buildingRules, rules: [{ ...first, sets: "fireClass" }, ...rest] });
    expect(unclassed.ok ? [] : unclassed.problems).toEqual(["BLD-01：sets 为 fireClass 时须写类别，否则不写"]);
  });
});
