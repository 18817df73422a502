/**
 * The rows behind a figure as a list's filter, so that a number opens its very rows with the filter in sight. What the condition language cannot
 * say (a negation of alternatives, rows told by another ledger) has none, and the list then opens at the area alone.
 */
import type { Condition } from "#platform/ledger/condition.ts";
import { sourceOf } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";

type Span = { readonly from: string; readonly to: string };
type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** What fails one test: several ways to fail it, each a test of its own; undefined where it cannot be said. */
function failing(field: string, test: unknown): readonly Plain[] | undefined {
  if (field === "open") return typeof test === "boolean" ? [{ open: !test }] : undefined;
  if (!isPlain(test)) return test === null ? [{ [field]: { set: true } }] : [{ [field]: { not: test } }];
  const ways: Plain[] = [];
  for (const [key, value] of Object.entries(test)) {
    if (key === "set") ways.push({ [field]: { set: !value } });
    else if (key === "not") ways.push({ [field]: value });
    else if (key === "from") ways.push({ [field]: { before: value } });
    else if (key === "to") ways.push({ [field]: { after: value } });
    else if (key === "before") ways.push({ [field]: { from: value } });
    else if (key === "after") ways.push({ [field]: { to: value } });
    else return undefined;
  }
  // Nothing there passes no comparison, so it fails too.
  return "set" in test || "not" in test ? ways : [...ways, { [field]: { set: false } }];
}

/** Rows that fulfil `where` and fail `good`; undefined where one filter cannot say it. Pure. */
export function failingWhere(where: Condition, good: Condition): Condition | undefined {
  if ("any" in good || "any" in where) return undefined;
  const ways = Object.entries(good).map(([field, test]) => failing(field, test));
  if (ways.length === 0 || ways.some((each) => each === undefined)) return undefined;
  const flat = ways.flatMap((each) => each ?? []);
  const [only] = flat;
  if (flat.length > 1) return { ...where, any: flat } as Condition;
  const [field] = Object.keys(only ?? {});
  return field === undefined || field in where ? ({ ...where, any: flat } as Condition) : ({ ...where, ...only } as Condition);
}

/** @returns the filter of the rows that spoil a share, or that are counted; null where none can say it */
export function filterBehind(measure: Measure, span: Span): Condition | null {
  const source = sourceOf(measure);
  if (!source || "each" in measure.by) return null;
  const inSpan = source.on === undefined ? {} : { [source.on]: { from: span.from, to: span.to } };
  const own = (source.where ?? {}) as Condition;
  if (source.on !== undefined && source.on in own) return null;
  const counted = { ...own, ...inSpan } as Condition;
  const where = "share" in measure.by ? failingWhere(counted, measure.by.where as Condition) : counted;
  if (!where) return null;
  // The moments of a period have no meaning in a list of its own.
  const said = JSON.stringify(where)
    .replaceAll('"period.start"', JSON.stringify(span.from))
    .replaceAll('"period.end"', JSON.stringify(span.to));
  return JSON.parse(said) as Condition;
}
