/**
 * Rules as data 规则数据: what every rule file shares. A rule names its source and how far it was confirmed; a rule that was not
 * confirmed may prompt a person but never decides (architecture.md §2).
 */
import { z } from "zod";
import { unitKinds } from "./unit-kinds.ts";

const confidences = ["seen-full", "seen-quote", "seen-secondary", "seen-local", "derived", "memory", "memory-low", "unknown"] as const;
export type Confidence = (typeof confidences)[number];

/** `seen-local` decides only where an office has put the local file in force, which is what loading it means. */
export const mayDecide = (confidence: Confidence): boolean => confidence.startsWith("seen-");

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "日期应写作 2021-04-29");
export const source = z.strictObject({
  instrument: z.string().min(1),
  clause: z.string().min(1),
  /** null: in force since before the register's first day, or the day was not seen. */
  validFrom: day.nullable(),
  validTo: day.optional(),
});
export const ruleHead = {
  id: z.string().regex(/^[A-Z]{2,5}(-[A-Z]{2})?-\d{2}[a-z]?$/, "编号应如 KU-02"),
  title: z.string().min(1),
  source,
  confidence: z.enum(confidences),
};
export const statement = z.strictObject(ruleHead);

const kindNames = Object.keys(unitKinds);
export const kind = z.string().refine((name) => kindNames.includes(name), { error: (issue) => `没有单位类别 ${String(issue.input)}` });

export const comparators = [">=", ">", "<=", "<"] as const;
export const condition = z.strictObject({ field: z.string(), comparator: z.enum(comparators), threshold: z.number() });
export type Condition = z.infer<typeof condition>;
export const fieldTitles = z.record(z.string(), z.strictObject({ title: z.string(), unit: z.string() }));
export type FieldTitles = z.infer<typeof fieldTitles>;

/** Values of a row by field name; whatever is no finite number ≥ 0 counts as not entered. */
export type Figures = Readonly<Record<string, unknown>>;

const compare: Readonly<Record<Condition["comparator"], (a: number, b: number) => boolean>> = {
  ">=": (a, b) => a >= b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  "<": (a, b) => a < b,
};

export const figureOf = (row: Figures, field: string): number | undefined => {
  const value = row[field];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
};

/** Whether all conditions hold. One that fails settles it even when others cannot be judged; else `missing` names what is not entered. */
export function judge(
  conditions: readonly Condition[],
  row: Figures,
): { readonly holds: boolean } | { readonly missing: readonly string[] } {
  const missing: string[] = [];
  for (const { field, comparator, threshold } of conditions) {
    const value = figureOf(row, field);
    if (value === undefined) missing.push(field);
    else if (!compare[comparator](value, threshold)) return { holds: false };
  }
  return missing.length > 0 ? { missing: [...new Set(missing)] } : { holds: true };
}

/** Rules valid on a day (`2026-03-18`), the last day included. */
export const validOn = <R extends { readonly source: z.infer<typeof source> }>(rules: readonly R[], on: string): R[] =>
  rules.filter(({ source: { validFrom, validTo } }) => (validFrom === null || validFrom <= on) && (validTo === undefined || on <= validTo));

export type RuleFileReading<T> = { readonly ok: true; readonly file: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Reads parsed YAML; a problem says where and what in Chinese: `rules.3.threshold：…`. `check` judges the file as a whole. */
export function readRuleFile<S extends z.ZodType>(
  schema: S,
  data: unknown,
  check: (file: z.output<S>) => readonly string[],
): RuleFileReading<z.output<S>> {
  const read = schema.safeParse(data, { error: z.locales.zhCN().localeError });
  const problems = read.success
    ? check(read.data)
    : read.error.issues.map(({ path, message }) => `${path.join(".") || "文件"}：${message}`);
  return read.success && problems.length === 0 ? { ok: true, file: read.data } : { ok: false, problems };
}

/** Numbers that occur more than once. */
export const repeatedIds = (ids: readonly string[]): string[] =>
  [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `编号 ${id} 重复`);

/** What is wrong with rules beyond each single one: an id twice, a field nobody introduced. */
export function problemsOfRules(
  fields: FieldTitles,
  rules: readonly { readonly id: string; readonly conditions: readonly Condition[] }[],
): string[] {
  const unknown = rules.flatMap(({ id, conditions }) =>
    conditions.filter(({ field }) => !(field in fields)).map(({ field }) => `${id}：字段 ${field} 未在 fields 中说明`),
  );
  return [...repeatedIds(rules.map((rule) => rule.id)), ...unknown];
}
