/** 消防安全重点单位: grades a unit by the rules of rules/key-units.yaml. 消防法 第十七条; 公安部令第61号 第十三条; 公通字〔2001〕97号. */
import { z } from "zod";
import {
  type Condition,
  condition,
  type FieldTitles,
  type Figures,
  fieldTitles,
  figureOf,
  judge,
  kind,
  mayDecide,
  problemsOfRules,
  type RuleFileReading,
  readRuleFile,
  ruleHead,
  statement,
  validOn,
} from "./rule.ts";

export type Grade = "key" | "general" | "unknown";
const example = z.strictObject({
  unit: z.record(z.string(), z.union([z.string(), z.number()])),
  grade: z.enum(["key", "general", "unknown"]),
  prompts: z.array(z.string()).default([]),
});
const rule = z
  .strictObject({
    ...ruleHead,
    kinds: z.array(kind).min(1),
    /** `all`: every unit of these kinds. */
    comparator: z.enum([">=", ">", "all"]),
    field: z.string().optional(),
    threshold: z.number().positive().optional(),
    when: z.array(condition).default([]),
    /** National rules this local one stands in for. */
    replaces: z.array(z.string()).default([]),
    note: z.string().optional(),
    examples: z.array(example).min(1),
  })
  .superRefine(({ comparator, field, threshold }, context) => {
    const complete = field !== undefined && threshold !== undefined;
    if (comparator === "all" ? field !== undefined || threshold !== undefined : !complete) {
      const message = comparator === "all" ? "comparator 为 all 时不能写 field、threshold" : "须同时写 field 和 threshold";
      context.addIssue({ code: "custom", path: ["comparator"], message });
    }
  })
  .transform(({ comparator, field, threshold, when, ...rest }) => {
    const main: Condition[] =
      comparator === "all" || field === undefined || threshold === undefined ? [] : [{ field, comparator, threshold }];
    return { ...rest, conditions: [...when, ...main] };
  });
export type KeyUnitRule = z.output<typeof rule>;

const keyUnitFile = z.strictObject({
  ruleSet: z.literal("key-units"),
  title: z.string(),
  scope: z.enum(["national", "local"]),
  /** Division code a local file was made for. */
  place: z.string().optional(),
  inForce: z.boolean(),
  fields: fieldTitles,
  rules: z.array(rule).min(1),
  statements: z.array(statement).default([]),
});
export type KeyUnitFile = z.output<typeof keyUnitFile>;

export const readKeyUnitFile = (data: unknown): RuleFileReading<KeyUnitFile> =>
  readRuleFile(keyUnitFile, data, ({ fields, rules }) => problemsOfRules(fields, rules));

export type KeyUnitRules = { readonly fields: FieldTitles; readonly rules: readonly KeyUnitRule[] };

/** National rules with the local files an office has put in force, as valid on a day; a local rule stands in for those it replaces. */
export function keyUnitRules(national: KeyUnitFile, local: readonly KeyUnitFile[], on: string): KeyUnitRules {
  const inForce = local.filter((file) => file.inForce);
  const added = validOn(
    inForce.flatMap((file) => file.rules),
    on,
  );
  const replaced = new Set(added.flatMap((r) => r.replaces));
  const kept = validOn(national.rules, on).filter((r) => !replaced.has(r.id));
  return { fields: Object.assign({}, ...inForce.map((file) => file.fields), national.fields), rules: [...added, ...kept] };
}

export type KeyUnitPrompt = { readonly ruleId: string; readonly text: string };
export type KeyUnitGrade = {
  readonly grade: Grade;
  /** The rule that made it key or left it unknown; null when no rule applies or none is met. */
  readonly ruleId: string | null;
  readonly reason: string;
  /** What unconfirmed rules would say: for a person to decide. */
  readonly prompts: readonly KeyUnitPrompt[];
};

const words: Readonly<Record<Condition["comparator"], string>> = { ">=": "以上", ">": "大于", "<=": "不大于", "<": "小于" };
const titleOf = (fields: FieldTitles, field: string): string => fields[field]?.title ?? field;

/** 客房数 120 间（标准 50 间以上）. */
function figures({ conditions }: KeyUnitRule, fields: FieldTitles, unit: Figures): string {
  return conditions
    .map(({ field, comparator, threshold }) => {
      const measure = fields[field]?.unit ?? "";
      const limit = comparator === ">=" ? `${threshold} ${measure}以上` : `${words[comparator]} ${threshold} ${measure}`;
      return `${titleOf(fields, field)} ${figureOf(unit, field)} ${measure}（标准 ${limit.trim()}）`;
    })
    .join("，");
}

/**
 * Grades one unit.
 * @param unit  the unit's row: `kind` and the figures the rules name; other fields are not looked at
 * @param rules from `keyUnitRules`
 * @returns key when a confirmed rule is met; unknown when one applies and its figure is not entered (`KU-02 缺 客房数`), never general
 *   then; prompts for rules whose source is not confirmed. Pure, never throws.
 */
export function keyUnitGrade(unit: Figures, rules: KeyUnitRules): KeyUnitGrade {
  if (typeof unit.kind !== "string" || unit.kind === "") return { grade: "unknown", ruleId: null, reason: "缺 类别", prompts: [] };
  const applying = rules.rules.filter((r) => r.kinds.some((name) => name === unit.kind));
  const prompts: KeyUnitPrompt[] = [];
  const missing: { ruleId: string; text: string }[] = [];
  const failed: { ruleId: string; text: string }[] = [];
  let met: { rule: KeyUnitRule; text: string } | undefined;
  for (const each of applying) {
    const judged = judge(each.conditions, unit);
    const decides = mayDecide(each.confidence);
    if ("missing" in judged) {
      const text = `${each.id} 缺 ${judged.missing.map((field) => titleOf(rules.fields, field)).join("、")}`;
      if (decides) missing.push({ ruleId: each.id, text });
      else prompts.push({ ruleId: each.id, text: `${text}（来源未确认：${each.title}）` });
      continue;
    }
    const measured = figures(each, rules.fields, unit);
    if (!judged.holds) failed.push({ ruleId: each.id, text: `${each.id} ${measured}` });
    else if (!decides) prompts.push({ ruleId: each.id, text: `${each.id} ${measured || each.title}（来源未确认，请人工认定）` });
    else met ??= { rule: each, text: `${each.id} ${measured || each.title}；${each.source.instrument} ${each.source.clause}` };
  }
  if (met) return { grade: "key", ruleId: met.rule.id, reason: met.text, prompts };
  const [gap] = missing;
  if (gap) return { grade: "unknown", ruleId: gap.ruleId, reason: missing.map((m) => m.text).join("；"), prompts };
  const reason = failed.length > 0 ? `未达到标准：${failed.map((f) => f.text).join("；")}` : "该类别没有已确认的界定标准";
  return { grade: "general", ruleId: null, reason, prompts };
}
