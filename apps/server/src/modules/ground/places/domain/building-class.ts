/** 建筑分类: high-rise or not, and the class of GB 50016 table 5.1.1, by the rules of rules/buildings.yaml; classes of places of 消防法 第七十三条. */
import { z } from "zod";
import {
  condition,
  type Figures,
  fieldTitles,
  judge,
  kind,
  mayDecide,
  problemsOfRules,
  type RuleFileReading,
  readRuleFile,
  ruleHead,
} from "./rule.ts";

const uses = ["residential", "public", "mixed", "factory", "store", "other"] as const;
const example = z.strictObject({
  building: z.record(z.string(), z.union([z.string(), z.number()])),
  highRise: z.boolean().nullable().optional(),
  superHighRise: z.boolean().nullable().optional(),
  fireClass: z.string().nullable().optional(),
  prompts: z.array(z.string()).optional(),
});
const rule = z.strictObject({
  ...ruleHead,
  uses: z.array(z.enum(uses)).min(1),
  /** Kinds of unit; absent: any. */
  kinds: z.array(kind).min(1).optional(),
  sets: z.enum(["highRise", "superHighRise", "fireClass"]),
  fireClass: z.string().optional(),
  /** Asked only of buildings that are high-rise. */
  highRiseOnly: z.boolean().default(false),
  conditions: z.array(condition),
  note: z.string().optional(),
  examples: z.array(example).min(1),
});
export type BuildingRule = z.output<typeof rule>;

const placeClass = z.strictObject({
  ...ruleHead,
  kinds: z.array(kind).min(1),
  /** Another class that belongs to this one as a whole. */
  includes: z.string().optional(),
  note: z.string().optional(),
});

const buildingFile = z.strictObject({
  ruleSet: z.literal("buildings"),
  title: z.string(),
  fields: fieldTitles,
  rules: z.array(rule).min(1),
  placeClasses: z.array(placeClass),
});
export type BuildingRules = z.output<typeof buildingFile>;

export const readBuildingFile = (data: unknown): RuleFileReading<BuildingRules> =>
  readRuleFile(buildingFile, data, ({ fields, rules }) => [
    ...problemsOfRules(fields, rules),
    ...rules
      .filter(({ sets, fireClass }) => (sets === "fireClass") !== (fireClass !== undefined))
      .map(({ id }) => `${id}：sets 为 fireClass 时须写类别，否则不写`),
  ]);

const LOW_RISE = "单、多层民用建筑";

export type BuildingClass = {
  /** null: a figure is missing. */
  readonly highRise: boolean | null;
  readonly superHighRise: boolean | null;
  /** null: not to be said yet, or no civil building. */
  readonly fireClass: string | null;
  readonly ruleId: string | null;
  readonly reason: string;
  readonly prompts: readonly { readonly ruleId: string; readonly text: string }[];
};

function flag(
  name: "highRise" | "superHighRise",
  building: Figures,
  rules: readonly BuildingRule[],
): { value: boolean | null; missing: readonly string[] } {
  const judged = rules.filter((r) => r.sets === name && mayDecide(r.confidence)).map((r) => judge(r.conditions, building));
  if (judged.some((j) => "holds" in j && j.holds)) return { value: true, missing: [] };
  const missing = judged.flatMap((j) => ("missing" in j ? j.missing : []));
  return { value: missing.length > 0 ? null : false, missing };
}

/** Goes down the table of classes: the first that holds is the class; one that cannot be judged leaves everything below it open. */
function classOf(
  building: Figures,
  rules: readonly BuildingRule[],
  titleOf: (field: string) => string,
): Pick<BuildingClass, "fireClass" | "ruleId" | "reason" | "prompts"> {
  const prompts: { ruleId: string; text: string }[] = [];
  const gaps: { ruleId: string; text: string }[] = [];
  for (const each of rules.filter((r) => r.sets === "fireClass")) {
    const kindKnown = typeof building.kind === "string" && building.kind !== "";
    if (each.kinds && kindKnown && !each.kinds.some((name) => name === building.kind)) continue;
    const judged = each.kinds && !kindKnown ? { missing: ["kind"] } : judge(each.conditions, building);
    if ("missing" in judged) {
      gaps.push({ ruleId: each.id, text: `${each.id} 缺 ${judged.missing.map(titleOf).join("、")}` });
    } else if (judged.holds && !mayDecide(each.confidence)) {
      prompts.push({ ruleId: each.id, text: `${each.id} ${each.title}（请人工认定）` });
    } else if (judged.holds) {
      const agreed = rules.filter((r) => gaps.some((gap) => gap.ruleId === r.id)).every((r) => r.fireClass === each.fireClass);
      if (agreed) return { fireClass: each.fireClass ?? null, ruleId: each.id, reason: `${each.id} ${each.title}`, prompts };
      break;
    }
  }
  return { fireClass: null, ruleId: gaps[0]?.ruleId ?? null, reason: gaps.map((gap) => gap.text).join("；") || "没有适用的分类", prompts };
}

/**
 * @param building `use`, `heightM`, `floorsUp`, and where known the `kind` of its unit, `largeFloorAreaM2`, `volumes`
 * @returns classes of civil buildings only (GB 50016 5.1.1); factories and stores get no class. A missing figure leaves null, never "low".
 */
export function buildingClass(building: Figures, { rules, fields }: BuildingRules): BuildingClass {
  const titleOf = (field: string): string => (field === "kind" ? "单位类别" : (fields[field]?.title ?? field));
  const mine = rules.filter((r) => r.uses.some((use) => use === building.use));
  if (mine.length === 0) {
    const reason = building.use ? "只对民用建筑分类" : "缺 使用性质";
    return {
      highRise: building.use ? false : null,
      superHighRise: building.use ? false : null,
      fireClass: null,
      ruleId: null,
      reason,
      prompts: [],
    };
  }
  const high = flag("highRise", building, mine);
  const superHighRise = flag("superHighRise", building, mine).value;
  if (high.value === null) {
    const reason = `缺 ${[...new Set(high.missing)].map(titleOf).join("、")}`;
    return { highRise: null, superHighRise, fireClass: null, ruleId: null, reason, prompts: [] };
  }
  if (!high.value) return { highRise: false, superHighRise, fireClass: LOW_RISE, ruleId: null, reason: "未达到高层标准", prompts: [] };
  return { highRise: true, superHighRise, ...classOf(building, mine, titleOf) };
}

/** Titles of the classes of place a kind of unit belongs to: 公众聚集场所, 人员密集场所, 九小场所. */
export function placeClassesOf(unitKind: string, { placeClasses }: BuildingRules): string[] {
  const direct = new Set(placeClasses.filter((c) => c.kinds.some((name) => name === unitKind)).map((c) => c.id));
  return placeClasses.filter((c) => direct.has(c.id) || (c.includes !== undefined && direct.has(c.includes))).map((c) => c.title);
}
