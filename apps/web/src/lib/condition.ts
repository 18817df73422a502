/**
 * The condition language on the screen's side: `{ state: ["a","b"], checkedOn: { before: "today-180d" }, any: [...] }`.
 * Here it becomes chips and comes back from them; the server checks and compiles it.
 */
import type { Bound, Comparison, Condition, Scalar, Test } from "@suiren/condition";
import { day, listed } from "./format.ts";
import { messages } from "./i18n.ts";
import type { FieldSchema } from "./schema.ts";

export type { Condition, Test } from "@suiren/condition";

export type Chip = { readonly field: string; readonly label: string; readonly text: string };

const t = messages(
  {
    yes: "是",
    no: "否",
    set: "有",
    unset: "无",
    empty: "空",
    count: "{n} 个",
    not: "不是 {v}",
    like: "含“{v}”",
    from: "{v} 起",
    to: "到 {v}",
    before: "早于 {v}",
    after: "晚于 {v}",
    atLeast: "≥ {v}",
    atMost: "≤ {v}",
    below: "< {v}",
    above: "> {v}",
    today: "今天",
    daysAgo: "{n} 天前",
    daysAhead: "{n} 天后",
    any: "任一",
    branches: "{n} 组条件",
    open: "办理",
    isOpen: "未办结",
    isClosed: "已办结",
  },
  {
    yes: "yes",
    no: "no",
    set: "set",
    unset: "not set",
    empty: "empty",
    count: "{n} chosen",
    not: "not {v}",
    like: "has “{v}”",
    from: "from {v}",
    to: "to {v}",
    before: "before {v}",
    after: "after {v}",
    atLeast: "≥ {v}",
    atMost: "≤ {v}",
    below: "< {v}",
    above: "> {v}",
    today: "today",
    daysAgo: "{n} days ago",
    daysAhead: "in {n} days",
    any: "Any of",
    branches: "{n} groups",
    open: "Handling",
    isOpen: "open",
    isClosed: "closed",
  },
);

const isList = (test: Test | readonly Condition[] | undefined): test is readonly Scalar[] => Array.isArray(test);
export const isComparison = (test: Test | readonly Condition[] | undefined): test is Comparison =>
  typeof test === "object" && test !== null && !Array.isArray(test);

/** One chip per field of the condition, in words. */
export function chipsOf(where: Condition, fieldOf: (key: string) => FieldSchema | undefined, now: number): readonly Chip[] {
  return Object.entries(where).flatMap(([key, test]) => {
    if (test === undefined) return [];
    if (key === "any") return [{ field: key, label: t("any"), text: t("branches", { n: Array.isArray(test) ? test.length : 0 }) }];
    if (key === "open") return [{ field: key, label: t("open"), text: test === false ? t("isClosed") : t("isOpen") }];
    const field = fieldOf(key);
    return [{ field: key, label: field?.label ?? key, text: textOf(test, field, now) }];
  });
}

function textOf(test: Test | readonly Condition[], field: FieldSchema | undefined, now: number): string {
  const say = (value: Bound): string => valueText(value, field, now);
  if (isList(test)) return test.length === 1 && test[0] !== undefined ? say(test[0]) : t("count", { n: test.length });
  if (!isComparison(test)) return test === null ? t("unset") : say(test as Scalar);
  return comparisonText(test, field, say);
}

function comparisonText(test: Comparison, field: FieldSchema | undefined, say: (value: Bound) => string): string {
  if (test.set !== undefined) return t(test.set ? "set" : "unset");
  if (test.like !== undefined) return t("like", { v: test.like });
  if (test.not !== undefined) {
    const values: readonly Scalar[] = Array.isArray(test.not) ? test.not : [test.not as Scalar];
    return t("not", { v: listed(values.map(say)) });
  }
  const numeric = field?.kind === "integer" || field?.kind === "decimal";
  if (test.from !== undefined && test.to !== undefined) return `${say(test.from)}–${say(test.to)}`;
  const parts: string[] = [];
  if (test.from !== undefined) parts.push(t(numeric ? "atLeast" : "from", { v: say(test.from) }));
  if (test.after !== undefined) parts.push(t(numeric ? "above" : "after", { v: say(test.after) }));
  if (test.to !== undefined) parts.push(t(numeric ? "atMost" : "to", { v: say(test.to) }));
  if (test.before !== undefined) parts.push(t(numeric ? "below" : "before", { v: say(test.before) }));
  return parts.join(" ");
}

function valueText(value: Bound, field: FieldSchema | undefined, now: number): string {
  if (value === null) return t("empty");
  if (typeof value === "object") return value.field;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const text = String(value);
  const moment = /^today(?:([+-])(\d+)d)?$/.exec(text);
  if (moment) return moment[2] ? t(moment[1] === "-" ? "daysAgo" : "daysAhead", { n: moment[2] }) : t("today");
  if (field?.choices) return field.choices[text] ?? text;
  if (field?.kind === "day" || field?.kind === "instant") return day(text, now);
  return field?.unit ? `${text} ${field.unit}` : text;
}

/** The condition without one field. */
export function without(where: Condition, field: string): Condition {
  const { [field]: _, ...rest } = where;
  return rest;
}

/** The condition with one field tested so; `undefined` or an empty list removes it. */
export const withTest = (where: Condition, field: string, test: Test | readonly Condition[] | undefined): Condition =>
  test === undefined || (Array.isArray(test) && test.length === 0) ? without(where, field) : { ...where, [field]: test };

export const isEmpty = (where: Condition): boolean => Object.values(where).every((test) => test === undefined);

/** A view's filter with the person's own on top; his wins where both speak of one field. */
export const merge = (first: Condition | undefined, second: Condition): Condition => ({ ...first, ...second });
