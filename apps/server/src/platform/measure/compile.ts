/**
 * A measure as SQL: for each row of its source a pair (num, den), its smallest area and its month. Everything else is addition over that.
 * Days and months are those of Asia/Shanghai; an instant is shifted before it is cut, which is also what keeps the grouping cheap.
 */
import { type RawBuilder, sql } from "kysely";
import type { Catalog, Entry } from "../ledger/catalog.ts";
import { type Condition, compileCondition, type Moments } from "../ledger/condition.ts";
import { columnName } from "../ledger/names.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Measure, Source } from "./define.ts";

export type Pairs = {
  /** `select area, day, split, num, den` of every row in range. */
  readonly sql: RawBuilder<unknown>;
  /** The ledgers whose changes make the cells stale. */
  readonly sources: readonly string[];
};
export type Span = { readonly from: string; readonly to: string };

const SECONDS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;

/** The value a pair of sums stands for; null is "not applicable". */
export function figureValue(measure: Measure, num: number, den: number): number | null {
  const { by } = measure;
  if ("count" in by || "sum" in by || "balance" in by) return num;
  if ("change" in by && by.as === "difference") return num - den;
  if (den === 0) return null;
  if ("share" in by || "each" in by) return (num / den) * 100;
  if ("ratio" in by) return (num / den) * by.times;
  if ("change" in by) return ((num - den) / Math.abs(den)) * 100;
  return num / den;
}

/** How the periods of a measure come from its months. */
export type Nature = "flow" | "balance" | "stock" | "as-of" | "given" | "ratio" | "change";
export function natureOf(measure: Measure): Nature {
  const { by } = measure;
  if ("given" in by) return "given";
  if ("ratio" in by) return "ratio";
  if ("change" in by) return "change";
  if ("balance" in by) return "balance";
  if (measure.asOf) return "as-of";
  return sourceOf(measure)?.on === undefined ? "stock" : "flow";
}

/** Whether any period is the sum of its months. A stock is only its last month. */
export const isFlow = (measure: Measure): boolean => natureOf(measure) === "flow";

export function sourceOf({ by }: Measure): Source | undefined {
  if ("count" in by) return by.count;
  if ("sum" in by) return by.sum;
  if ("mean" in by) return by.mean;
  if ("share" in by) return by.share;
  if ("each" in by) return by.each;
  return undefined;
}

const column = (key: string) => sql.ref(`t.${columnName(key)}`);

/** The day in Shanghai on which `key` falls. */
function dayOfColumn(entry: Entry, key: string): RawBuilder<unknown> {
  const kind = entry.columns.column(key)?.field.kind;
  return kind === "day" ? column(key) : sql`(${column(key)} at time zone 'Asia/Shanghai')::date`;
}

function inSpan(entry: Entry, key: string, span: Span): RawBuilder<unknown> {
  const kind = entry.columns.column(key)?.field.kind;
  if (kind === "day") return sql`${column(key)} between ${span.from}::date and ${span.to}::date`;
  return sql`${column(key)} >= (${span.from}::date::timestamp at time zone 'Asia/Shanghai') and ${column(key)} < ((${span.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
}

type Terms = { readonly num: RawBuilder<unknown>; readonly den: RawBuilder<unknown> };

function termsOf(measure: Measure, entry: Entry, catalog: Catalog, moments: Moments): Result<Terms> {
  const { by } = measure;
  if ("share" in by) {
    const good = compileCondition(by.where, entry.columns, moments);
    return good.ok ? ok({ num: sql`case when ${good.value} then 1 else 0 end`, den: sql`1` }) : good;
  }
  if ("sum" in by) return ok({ num: sql`coalesce(${column(by.field)}, 0)`, den: sql`1` });
  if ("mean" in by) {
    const value =
      "between" in by ? sql`extract(epoch from ${column(by.between[1])} - ${column(by.between[0])}) / ${SECONDS[by.in]}` : column(by.field);
    return ok({ num: sql`coalesce(${value}, 0)`, den: sql`case when ${value} is null then 0 else 1 end` });
  }
  if ("each" in by) {
    const other = catalog.get(by.has.of.name);
    const where = compileCondition(by.has.where ?? {}, { ...other.columns, column: other.columns.column }, moments);
    if (!where.ok) return where;
    // The inner rows stand under the alias `t` too; the outer id is taken from `o`, which `pairsOf` provides.
    return ok({
      num: sql`case when (select count(*) from ${sql.raw(other.table)} t where ${sql.ref(`t.${columnName(by.has.via)}`)} = o.id and t.deleted_at is null and ${where.value}) >= ${by.has.atLeast} then 1 else 0 end`,
      den: sql`1`,
    });
  }
  return ok({ num: sql`1`, den: sql`1` });
}

type Range = { readonly lo: number; readonly hi: number };

const inRanges = (ranges: readonly Range[]): RawBuilder<unknown> =>
  sql`and (${sql.join(
    ranges.map(({ lo, hi }) => (lo === hi ? sql`t.area = ${lo}` : sql`t.area between ${lo} and ${hi}`)),
    sql` or `,
  )})`;

/** Rows of the measure in the span, as pairs. `range` narrows to a subtree, or to several. */
export function pairsOf(measure: Measure, catalog: Catalog, moments: Moments, span: Span, range?: Range | readonly Range[]): Result<Pairs> {
  const { by } = measure;
  const within = range === undefined ? sql`` : inRanges("lo" in range ? [range] : range);
  if ("balance" in by) {
    const entry = catalog.get(by.balance.of.name);
    const where = compileCondition(by.balance.where ?? {}, entry.columns, moments);
    if (!where.ok) return where;
    const side = (key: string, sign: number) =>
      sql`select t.area, ${dayOfColumn(entry, key)} as day, '' as split, ${sign}::float8 as num, 1::float8 as den from ${sql.raw(entry.table)} t where t.deleted_at is null and ${where.value} and ${inSpan(entry, key, span)} ${within}`;
    return ok({ sql: sql`${side(by.balance.opened, 1)} union all ${side(by.balance.ended, -1)}`, sources: [entry.ledger.name] });
  }
  const source = sourceOf(measure);
  if (!source) return refuse("invalid", "measure.not_computed", { name: measure.name });
  const entry = catalog.get(source.of.name);
  const where = compileCondition(source.where ?? {}, entry.columns, moments);
  if (!where.ok) return where;
  const terms = termsOf(measure, entry, catalog, moments);
  if (!terms.ok) return terms;
  const when = source.on ? dayOfColumn(entry, source.on) : sql`${moments.today}::date`;
  const timely = source.on ? sql`and ${inSpan(entry, source.on, span)}` : sql``;
  const split = measure.split ? sql`coalesce(${column(measure.split)}::text, '')` : sql`''`;
  const sources = "each" in by ? [entry.ledger.name, by.has.of.name] : [entry.ledger.name];
  const body = sql`from ${sql.raw(entry.table)} t where t.deleted_at is null and ${where.value} ${timely} ${within}`;
  if ("each" in by)
    return ok({
      sql: sql`select o.area, o.day, '' as split, (${terms.value.num})::float8 as num, 1::float8 as den from (select t.id, t.area, ${when} as day ${body}) o`,
      sources,
    });
  return ok({
    sql: sql`select t.area, ${when} as day, ${split} as split, (${terms.value.num})::float8 as num, (${terms.value.den})::float8 as den ${body}`,
    sources,
  });
}

/** The rows behind a figure: all of them, or those that spoil it. */
export function rowsBehind(
  measure: Measure,
  catalog: Catalog,
  moments: Moments,
  span: Span,
  part: "all" | "spoil",
): Result<{ readonly entry: Entry; readonly where: RawBuilder<unknown> }> {
  const { by } = measure;
  const source = "balance" in by ? { of: by.balance.of, ...(by.balance.where ? { where: by.balance.where } : {}) } : sourceOf(measure);
  if (!source) return refuse("invalid", "measure.not_computed", { name: measure.name });
  const entry = catalog.get(source.of.name);
  const where = compileCondition((source.where ?? {}) as Condition, entry.columns, moments);
  if (!where.ok) return where;
  const parts: RawBuilder<unknown>[] = [where.value];
  if ("on" in source && source.on) parts.push(inSpan(entry, source.on, span));
  if ("balance" in by)
    parts.push(
      sql`${dayOfColumn(entry, by.balance.opened)} <= ${span.to}::date and (${column(by.balance.ended)} is null or ${dayOfColumn(entry, by.balance.ended)} > ${span.to}::date)`,
    );
  if (part === "spoil" && "share" in by) {
    const good = compileCondition(by.where, entry.columns, moments);
    if (!good.ok) return good;
    parts.push(sql`(${good.value}) is not true`);
  }
  if (part === "spoil" && "each" in by) {
    const other = catalog.get(by.has.of.name);
    const inner = compileCondition(by.has.where ?? {}, other.columns, moments);
    if (!inner.ok) return inner;
    parts.push(
      sql`t.id in (select o.id from ${sql.raw(entry.table)} o where (select count(*) from ${sql.raw(other.table)} t where ${sql.ref(`t.${columnName(by.has.via)}`)} = o.id and t.deleted_at is null and ${inner.value}) < ${by.has.atLeast})`,
    );
  }
  return ok({ entry, where: sql.join(parts, sql` and `) });
}
