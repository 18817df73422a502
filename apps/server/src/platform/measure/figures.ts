/** Figures: a measure for an area and a period, broken down by child area, month or split. Whole months come from cells, single days from the rows. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import type { Moments } from "../ledger/condition.ts";
import { columnName } from "../ledger/names.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type AreaRange, addDays, type CalendarDate } from "../values.ts";
import { figureValue, isFlow, natureOf, pairsOf, type Span, sourceOf } from "./compile.ts";
import type { Measure } from "./define.ts";

/** `per`: the organs, persons or rows the measure can be asked for one by one. */
export type Break = "none" | "area" | "month" | "day" | "split" | "per";
export type Figure = {
  readonly key: string;
  readonly label?: string;
  readonly num: number;
  readonly den: number;
  readonly value: number | null;
};
export type Asked = { readonly range: AreaRange; readonly from: CalendarDate; readonly to: CalendarDate; readonly by: Break };

type Sums = { readonly key: string; readonly num: number; readonly den: number };

/** Keys of the areas directly below the asked one: the next level that the range spans. */
const childStep = (range: AreaRange): number => {
  const span = range.hi - range.lo + 1;
  return span > 1e11 ? 1e11 : span > 1e9 ? 1e9 : span > 1e6 ? 1e6 : 1e3;
};

function keyOf(by: Break, range: AreaRange): RawBuilder<unknown> {
  if (by === "area") return sql`(p.area / ${childStep(range)}::bigint * ${childStep(range)}::bigint)::text`;
  if (by === "month") return sql`to_char(p.day, 'YYYY-MM')`;
  if (by === "day") return sql`p.day::text`;
  if (by === "split") return sql`p.split`;
  return sql`''`;
}

const isWholeMonths = (from: CalendarDate, to: CalendarDate): boolean => from.endsWith("-01") && addDays(to, 1).endsWith("-01");

/**
 * @returns one figure a key, in order; a key without rows is absent. `null` as value: not applicable (nothing to divide by).
 * Refuses measures that only a job writes and that have no cells for the period.
 */
export async function figuresOf(
  measure: Measure,
  asked: Asked,
  tx: Tx,
  catalog: Catalog,
  measures: ReadonlyMap<string, Measure>,
  moments: Moments,
): Promise<Result<readonly Figure[]>> {
  if ("ratio" in measure.by) return ratioOf(measure, measure.by.ratio, asked, tx, catalog, measures, moments);
  if ("change" in measure.by) return changeOf(measure, measure.by, asked, tx, catalog, measures, moments);
  if (asked.by === "per") return perEach(measure, asked, tx, catalog, moments);
  if (natureOf(measure) === "as-of") return lastKnown(measure, asked, tx, catalog, moments);
  const fromCells =
    "given" in measure.by ||
    "balance" in measure.by ||
    (isFlow(measure) && asked.by !== "day" && isWholeMonths(asked.from, asked.to) && (await hasCells(measure, tx)));
  const sums = fromCells ? ok(await sumCells(measure, asked, tx)) : await sumRows(measure, asked, tx, catalog, moments);
  return sums.ok ? ok(sums.value.map((each) => ({ ...each, value: figureValue(measure, each.num, each.den) }))) : sums;
}

const hasCells = async (measure: Measure, tx: Tx): Promise<boolean> => {
  const { rows } = await sql`select 1 from platform.cell where measure = ${measure.name} limit 1`.execute(tx);
  return rows.length > 0;
};

async function sumRows(measure: Measure, asked: Asked, tx: Tx, catalog: Catalog, moments: Moments): Promise<Result<readonly Sums[]>> {
  const pairs = pairsOf(measure, catalog, moments, asked, asked.range);
  if (!pairs.ok) return pairs;
  const { rows } =
    await sql<Sums>`select ${keyOf(asked.by, asked.range)} as key, sum(num)::float8 as num, sum(den)::float8 as den from (${pairs.value.sql}) p group by 1 order by 1`.execute(
      tx,
    );
  return ok(asked.by === "none" && rows.length === 0 ? [{ key: "", num: 0, den: 0 }] : rows);
}

/** More would be a list, not a ranking. */
const PER_LIMIT = 500;

/** One figure an organ, person or row, on the fly. */
async function perEach(measure: Measure, asked: Asked, tx: Tx, catalog: Catalog, moments: Moments): Promise<Result<readonly Figure[]>> {
  if (measure.per === undefined || "each" in measure.by || "balance" in measure.by)
    return refuse("invalid", "measure.not_per", { name: measure.name });
  const sums = await sumRows({ ...measure, split: measure.per }, { ...asked, by: "split" }, tx, catalog, moments);
  if (!sums.ok) return sums;
  const figures = sums.value.filter(({ key }) => key !== "").map((each) => ({ ...each, value: figureValue(measure, each.num, each.den) }));
  return ok(figures.slice(0, PER_LIMIT));
}

/** Each place's last value at or before the end; by month, at the end of each. A place that never said is no zero: the answer is empty. */
async function lastKnown(measure: Measure, asked: Asked, tx: Tx, catalog: Catalog, moments: Moments): Promise<Result<readonly Figure[]>> {
  const ends = asked.by === "month" ? monthEnds(asked) : [{ key: "", to: asked.to }];
  const found: Figure[] = [];
  for (const { key, to } of ends) {
    const pairs = pairsOf(measure, catalog, moments, { from: "0001-01-01", to }, asked.range);
    if (!pairs.ok) return pairs;
    const by = asked.by === "area" || asked.by === "split" ? keyOf(asked.by, asked.range) : sql`${key}::text`;
    const { rows } = await sql<Sums>`select ${by} as key, sum(num)::float8 as num, sum(den)::float8 as den from (
      select r.area, r.split, r.num, r.den from (select x.*, rank() over (partition by x.area order by x.day desc) as nth from (${pairs.value.sql}) x) r
      where r.nth = 1) p group by 1 order by 1`.execute(tx);
    found.push(...rows.map((each) => ({ ...each, value: figureValue(measure, each.num, each.den) })));
  }
  return ok(found);
}

function monthEnds({ from, to }: Asked): readonly { readonly key: string; readonly to: string }[] {
  const ends: { key: string; to: string }[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    const span = monthSpan(month);
    ends.push({ key: month, to: span.to < to ? span.to : to });
    month = addDays(span.to as CalendarDate, 1).slice(0, 7);
  }
  return ends;
}

/** A balance is everything up to the period's end; a given figure is its last cell in the period; a flow is the period. */
async function sumCells(measure: Measure, asked: Asked, tx: Tx): Promise<readonly Sums[]> {
  const { by } = measure;
  const from = "balance" in by ? "0001-01-01" : asked.from;
  const { lo, hi } = asked.range;
  const exact = asked.by === "area" ? sql`p.area in (select a.key from platform.area a where a.parent = ${lo})` : sql`p.area = ${lo}`;
  if ("balance" in by && asked.by === "month") return runningBalance(measure, asked, tx);
  const key =
    asked.by === "area"
      ? sql`p.area::text`
      : asked.by === "month"
        ? sql`to_char(p.month, 'YYYY-MM')`
        : asked.by === "split"
          ? sql`p.split`
          : sql`''`;
  const last =
    "given" in by && asked.by !== "month"
      ? sql`and p.month = (select max(month) from platform.cell c where c.measure = p.measure and c.month <= ${asked.to}::date)`
      : sql``;
  const { rows } = await sql<Sums>`select ${key} as key, sum(p.num)::float8 as num, sum(p.den)::float8 as den from platform.cell p
    where p.measure = ${measure.name} and p.month between ${from}::date and ${asked.to}::date and ${exact} and p.area between ${lo} and ${hi} ${last} group by 1 order by 1`.execute(
    tx,
  );
  return asked.by === "none" && rows.length === 0 && !("given" in by) ? [{ key: "", num: 0, den: 0 }] : rows;
}

async function runningBalance(measure: Measure, asked: Asked, tx: Tx): Promise<readonly Sums[]> {
  const { rows } = await sql<Sums>`select key, num, 1::float8 as den from (
      select to_char(month, 'YYYY-MM') as key, month, sum(sum(num)) over (order by month)::float8 as num from platform.cell
      where measure = ${measure.name} and area = ${asked.range.lo} and month <= ${asked.to}::date group by month) b
    where month >= date_trunc('month', ${asked.from}::date) order by key`.execute(tx);
  return rows;
}

async function ratioOf(
  measure: Measure,
  [top, bottom]: readonly [string, string],
  asked: Asked,
  tx: Tx,
  catalog: Catalog,
  measures: ReadonlyMap<string, Measure>,
  moments: Moments,
): Promise<Result<readonly Figure[]>> {
  const parts: (readonly Figure[])[] = [];
  for (const name of [top, bottom]) {
    const part = measures.get(name);
    if (!part) return refuse("not_found", "measure.unknown", { name });
    const figures = await figuresOf(part, asked, tx, catalog, measures, moments);
    if (!figures.ok) return figures;
    parts.push(figures.value);
  }
  const dens = new Map(parts[1]?.map((figure) => [figure.key, figure.num]));
  return ok(
    (parts[0] ?? []).map(({ key, num }) => ({ key, num, den: dens.get(key) ?? 0, value: figureValue(measure, num, dens.get(key) ?? 0) })),
  );
}

/** The period a change is against: a year earlier day by day (29 February against the 28th), or as many months or days just before. */
export function spanBefore({ from, to }: Span, against: "year-before" | "period-before"): Span {
  if (isWholeMonths(from as CalendarDate, to as CalendarDate)) {
    const length = monthNumber(to) - monthNumber(from) + 1;
    const back = against === "year-before" ? 12 : length;
    const first = monthOfNumber(monthNumber(from) - back);
    return { from: monthSpan(first).from, to: monthSpan(monthOfNumber(monthNumber(to) - back)).to };
  }
  if (against === "year-before") return { from: yearEarlier(from), to: yearEarlier(to) };
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { from: addDays(from as CalendarDate, -days), to: addDays(from as CalendarDate, -1) };
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthOfNumber = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
const yearEarlier = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.endsWith("-02-29") ? "-02-28" : day.slice(4)}`;

async function changeOf(
  measure: Measure,
  { change, against }: { readonly change: string; readonly against: "year-before" | "period-before" },
  asked: Asked,
  tx: Tx,
  catalog: Catalog,
  measures: ReadonlyMap<string, Measure>,
  moments: Moments,
): Promise<Result<readonly Figure[]>> {
  const of = measures.get(change);
  if (!of) return refuse("not_found", "measure.unknown", { name: change });
  if (asked.by === "day" || asked.by === "month") return refuse("invalid", "measure.not_by", { name: measure.name, by: asked.by });
  const before = spanBefore(asked, against) as { from: CalendarDate; to: CalendarDate };
  const now = await figuresOf(of, asked, tx, catalog, measures, moments);
  if (!now.ok) return now;
  const then = await figuresOf(of, { ...asked, ...before }, tx, catalog, measures, moments);
  if (!then.ok) return then;
  const past = new Map(then.value.map(({ key, value }) => [key, value]));
  return ok(
    now.value.map(({ key, value }) => {
      const [num, den] = [value ?? 0, past.get(key) ?? 0];
      const known = value !== null && past.get(key) !== null && past.get(key) !== undefined;
      return { key, num, den, value: known ? figureValue(measure, num, den) : null };
    }),
  );
}

/** Area names for figures broken down by area. */
export async function withAreaNames(figures: readonly Figure[], tx: Tx): Promise<readonly Figure[]> {
  const { rows } = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where key = any(${figures.map((figure) => Number(figure.key))}::bigint[])`.execute(tx);
  const names = new Map(rows.map((row) => [String(row.key), row.name]));
  return figures.map((figure) => ({ ...figure, label: names.get(figure.key) ?? figure.key }));
}

/** Names of the organs, persons or rows that figures are told for. */
export async function withNames(measure: Measure, figures: readonly Figure[], tx: Tx, catalog: Catalog): Promise<readonly Figure[]> {
  const source = sourceOf(measure);
  const field = source && measure.per ? catalog.get(source.of.name).columns.column(measure.per)?.field : undefined;
  const other = field?.kind === "ref" && field.ref ? catalog.find(field.ref) : undefined;
  const from =
    field?.kind === "organ"
      ? sql`select id::text as key, name from organizations.v_organ`
      : field?.kind === "person"
        ? sql`select id::text as key, name from identity."user"`
        : other
          ? sql`select id::text as key, ${sql.ref(columnName(other.ledger.title))}::text as name from ${sql.raw(other.table)}`
          : undefined;
  if (!from) return figures;
  const { rows } = await sql<{
    key: string;
    name: string;
  }>`select key, name from (${from}) n where key = any(${figures.map(({ key }) => key)}::text[])`.execute(tx);
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return figures.map((figure) => ({ ...figure, label: names.get(figure.key) ?? figure.key }));
}

export const monthSpan = (month: string): Span => {
  const from = `${month}-01` as CalendarDate;
  const next = `${addDays(from, 31).slice(0, 7)}-01` as CalendarDate;
  return { from, to: addDays(next, -1) };
};
