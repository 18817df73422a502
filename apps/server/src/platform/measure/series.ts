/**
 * Figures of one measure for many areas and periods at once, from its cells: what judges hundreds of thousands of duties reads here, with one
 * statement a measure and not one an area.
 */
import { sql } from "kysely";
import type { Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import type { Moments } from "../ledger/condition.ts";
import { orThrow } from "../result.ts";
import { addDays, type CalendarDate } from "../values.ts";
import { figureValue, natureOf, pairsOf, type Span } from "./compile.ts";
import type { Measure } from "./define.ts";
import { spanBefore } from "./figures.ts";

export type Pair = { readonly num: number; readonly den: number };
/** `undefined`: nobody can tell. An area without rows is a pair of zeros. */
export type Series = { at(area: number, span: Span): Pair | undefined };
/** All areas whose key divides by a step (a level and those above it), or some by name. */
export type Areas = { readonly step: number } | { readonly areas: readonly number[] };
export type SeriesGround = {
  readonly tx: Tx;
  readonly catalog: Catalog;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly moments: Moments;
  /** Cells read beforehand, of several measures at once: nothing is asked of the database then. */
  readonly loaded?: ReadonlyMap<string, Cells>;
};

const NOTHING: Pair = { num: 0, den: 0 };
const monthOf = (day: string): string => day.slice(0, 7);
const isWhole = ({ from, to }: Span): boolean => from.endsWith("-01") && addDays(to as CalendarDate, 1).endsWith("-01");
const spanKey = ({ from, to }: Span): string => `${from}..${to}`;

/** @param spans the periods that will be asked for */
export function seriesOf(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  switch (natureOf(measure)) {
    case "ratio":
      return ratioSeries(measure, spans, areas, ground);
    case "change":
      return changeSeries(measure, spans, areas, ground);
    case "as-of":
      return asOfSeries(measure, spans, areas, ground);
    case "flow":
      return flowSeries(measure, spans, areas, ground);
    default:
      return standingSeries(measure, spans, areas, ground);
  }
}

/** The value a pair stands for: `null` is not applicable, `undefined` unknown. */
export const valueIn = (measure: Measure, pair: Pair | undefined): number | null | undefined =>
  pair && figureValue(measure, pair.num, pair.den);

const chosen = (areas: Areas) => ("step" in areas ? sql`area % ${areas.step}::bigint = 0` : sql`area = any(${areas.areas}::bigint[])`);

export type Cells = ReadonlyMap<number, ReadonlyMap<string, Pair>>;

/** All months of several measures in a few areas, with those their ratios are made of: one statement for a whole board. */
export async function loadMany(tx: Tx, names: readonly string[], areas: readonly number[]): Promise<ReadonlyMap<string, Cells>> {
  const { rows } = await sql<{
    measure: string;
    area: number;
    month: string;
    num: number;
    den: number;
  }>`select measure, area, month,
      sum(num)::float8 as num, sum(den)::float8 as den from platform.cell
    where measure = any(${names}::text[]) and area = any(${areas}::bigint[]) group by 1, 2, 3`.execute(tx);
  const found = new Map<string, Map<number, Map<string, Pair>>>(names.map((name) => [name, new Map()]));
  for (const { measure, area, month: day, num, den } of rows) {
    const month = monthOf(day);
    const cells = found.get(measure);
    const own = cells?.get(area);
    if (own) own.set(month, { num, den });
    else cells?.set(area, new Map([[month, { num, den }]]));
  }
  return found;
}

async function loadCells(measure: Measure, from: string, to: string, areas: Areas, { tx, loaded }: SeriesGround): Promise<Cells> {
  const known = loaded?.get(measure.name);
  if (known) return known;
  // The upper levels have an index of their own: villages are most of the cells.
  const upper = "step" in areas && areas.step >= 1_000_000 ? sql`and area % 1000000 = 0` : sql``;
  const { rows } = await sql<{ area: number; month: string; num: number; den: number }>`select area, month,
      sum(num)::float8 as num, sum(den)::float8 as den from platform.cell
    where measure = ${measure.name} and month between ${`${from}-01`}::date and ${`${to}-01`}::date ${upper} and ${chosen(areas)} group by 1, 2`.execute(
    tx,
  );
  const cells = new Map<number, Map<string, Pair>>();
  for (const { area, month: day, num, den } of rows) {
    const month = monthOf(day);
    const own = cells.get(area);
    if (own) own.set(month, { num, den });
    else cells.set(area, new Map([[month, { num, den }]]));
  }
  return cells;
}

function* monthsOf({ from, to }: Span): Generator<string> {
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const last = monthOf(to);
  for (;;) {
    const key = `${year}-${String(month).padStart(2, "0")}`;
    if (key > last) return;
    yield key;
    if (++month > 12) [year, month] = [year + 1, 1];
  }
}

async function flowSeries(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  const whole = spans.filter(isWhole);
  const odd = new Map<string, ReadonlyMap<number, Pair>>();
  for (const span of spans.filter((each) => !isWhole(each)))
    if (!odd.has(spanKey(span))) odd.set(spanKey(span), await rowsByArea(measure, span, areas, ground));
  const [from, to] = [minOf(whole.map((span) => monthOf(span.from))), maxOf(whole.map((span) => monthOf(span.to)))];
  const cells = from && to ? await loadCells(measure, from, to, areas, ground) : new Map();
  const wholeMonths = new Map<string, readonly string[]>(whole.map((span) => [spanKey(span), [...monthsOf(span)]]));
  return {
    at(area, span) {
      const exact = odd.get(spanKey(span));
      if (exact) return exact.get(area) ?? NOTHING;
      const own = cells.get(area);
      if (!own) return NOTHING;
      let [num, den] = [0, 0];
      for (const month of wholeMonths.get(spanKey(span)) ?? monthsOf(span)) {
        const pair = own.get(month);
        if (pair) [num, den] = [num + pair.num, den + pair.den];
      }
      return { num, den };
    },
  };
}

const minOf = (texts: readonly string[]): string | undefined => texts.reduce<string | undefined>((a, b) => (a && a < b ? a : b), undefined);
const maxOf = (texts: readonly string[]): string | undefined => texts.reduce<string | undefined>((a, b) => (a && a > b ? a : b), undefined);

/** Straight from the rows, every level above a row counted, for periods that are no whole months. */
async function rowsByArea(
  measure: Measure,
  span: Span,
  areas: Areas,
  { tx, catalog, moments }: SeriesGround,
): Promise<ReadonlyMap<number, Pair>> {
  const pairs = orThrow(
    pairsOf(measure, catalog, { ...moments, period: { start: span.from as CalendarDate, end: span.to as CalendarDate } }, span),
  );
  const { rows } = await sql<Pair & { area: number }>`select area, sum(num)::float8 as num, sum(den)::float8 as den from (
      select l.area, p.num, p.den from (${pairs.sql}) p cross join lateral (${levelsOf(sql`p.area`)}) l) q where ${chosen(areas)} group by area`.execute(
    tx,
  );
  return new Map(rows.map(({ area, num, den }) => [area, { num, den }]));
}

/** From the rows alone, for a measure that has no cells yet: what a pack would come to before it is in force. */
export async function rowSeries(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  const isStock = natureOf(measure) === "stock";
  const found = new Map<string, ReadonlyMap<number, Pair>>();
  for (const span of spans) {
    const key = isStock ? "" : spanKey(span);
    if (!found.has(key)) found.set(key, await rowsByArea(measure, span, areas, ground));
  }
  return { at: (area, span) => found.get(isStock ? "" : spanKey(span))?.get(area) ?? NOTHING };
}

/** Each level above an area once: village, town, county, city, province. */
export const levelsOf = (area: ReturnType<typeof sql>) =>
  sql`select distinct unnest(array[${area} / 1000 * 1000, ${area} / 1000000 * 1000000, ${area} / 1000000000 * 1000000000, ${area} / 100000000000 * 100000000000, ${area} / 10000000000000 * 10000000000000]) as area`;

/** Balance: everything up to the end. Stock: the last month anybody looked. Given: each area's last. */
async function standingSeries(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  const to = maxOf(spans.map((span) => monthOf(span.to))) ?? monthOf(ground.moments.today);
  const cells = await loadCells(measure, "0001-01", to, areas, ground);
  const nature = natureOf(measure);
  const sorted = new Map([...cells].map(([area, months]) => [area, [...months].sort(([a], [b]) => (a < b ? -1 : 1))]));
  const seen =
    nature !== "stock"
      ? []
      : ground.loaded
        ? [...new Set([...cells.values()].flatMap((own) => [...own.keys()]))].sort()
        : await monthsSeen(measure, ground.tx);
  return {
    at(area, span) {
      const end = monthOf(span.to);
      const own = sorted.get(area) ?? [];
      if (nature === "balance") {
        let num = 0;
        for (const [month, pair] of own) if (month <= end) num += pair.num;
        return { num, den: 1 };
      }
      if (nature === "given") return own.findLast(([month]) => month <= end)?.[1];
      const last = seen.findLast((month) => month <= end);
      return last === undefined ? undefined : (cells.get(area)?.get(last) ?? NOTHING);
    },
  };
}

/** From one month to the next by the index: the cells of a month are never counted. */
async function monthsSeen(measure: Measure, tx: Tx): Promise<readonly string[]> {
  const next = (after: string) => sql`(select min(month) from platform.cell where measure = ${measure.name} and month > ${sql.raw(after)})`;
  const { rows } = await sql<{ month: string }>`with recursive seen (month) as (
      select ${next("date '0001-01-01'")} union all select ${next("seen.month")} from seen where seen.month is not null)
    select month from seen where month is not null order by 1`.execute(tx);
  return rows.map(({ month }) => monthOf(month));
}

/** The last value of each place at or before the end, added up the tree: towns that reported in different months still make their county. */
async function asOfSeries(measure: Measure, spans: readonly Span[], areas: Areas, { tx, catalog, moments }: SeriesGround): Promise<Series> {
  const byEnd = new Map<string, ReadonlyMap<number, Pair>>();
  for (const { to } of spans) {
    if (byEnd.has(to)) continue;
    const pairs = orThrow(pairsOf(measure, catalog, moments, { from: "0001-01-01", to }));
    const { rows } = await sql<Pair & { area: number }>`select area, sum(num)::float8 as num, sum(den)::float8 as den from (
        select l.area, p.num, p.den from (${lastOfEach(pairs.sql)}) p cross join lateral (${levelsOf(sql`p.area`)}) l) q where ${chosen(areas)} group by area`.execute(
      tx,
    );
    byEnd.set(to, new Map(rows.map(({ area, num, den }) => [area, { num, den }])));
  }
  return { at: (area, span) => byEnd.get(span.to)?.get(area) };
}

/** Of several days at one place the last counts, all its rows of that day. */
export const lastOfEach = (pairs: ReturnType<typeof sql>) =>
  sql`select area, split, num, den from (select x.*, rank() over (partition by x.area order by x.day desc) as nth from (${pairs}) x) r where nth = 1`;

async function ratioSeries(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  const [top, bottom] = "ratio" in measure.by ? measure.by.ratio.map((name) => ground.measures.get(name)) : [];
  if (!top || !bottom) return { at: () => undefined };
  const [above, below] = [await seriesOf(top, spans, areas, ground), await seriesOf(bottom, spans, areas, ground)];
  const isCounted = natureOf(bottom) !== "as-of" && natureOf(bottom) !== "given";
  return {
    at(area, span) {
      const [num, den] = [above.at(area, span), below.at(area, span)];
      return num && den && (isCounted || den.num !== 0) ? { num: num.num, den: den.num } : undefined;
    },
  };
}

async function changeSeries(measure: Measure, spans: readonly Span[], areas: Areas, ground: SeriesGround): Promise<Series> {
  const { by } = measure;
  const of = "change" in by ? ground.measures.get(by.change) : undefined;
  if (!of || !("change" in by)) return { at: () => undefined };
  const before = new Map(spans.map((span) => [spanKey(span), spanBefore(span, by.against)]));
  const series = await seriesOf(of, [...spans, ...before.values()], areas, ground);
  const value = (pair: Pair | undefined) => valueIn(of, pair);
  return {
    at(area, span) {
      const now = value(series.at(area, span));
      const then = value(series.at(area, before.get(spanKey(span)) ?? spanBefore(span, by.against)));
      return typeof now === "number" && typeof then === "number" ? { num: now, den: then } : undefined;
    },
  };
}

/** What an area did itself: its cell without those of the areas below it. */
export function ownPair(series: Series, area: number, children: readonly number[], span: Span): Pair | undefined {
  const whole = series.at(area, span);
  if (!whole) return undefined;
  let { num, den } = whole;
  for (const child of children) {
    const part = series.at(child, span);
    if (part) [num, den] = [num - part.num, den - part.den];
  }
  return { num, den };
}
