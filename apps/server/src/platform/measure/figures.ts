/** Figures: a measure for an area and a period, broken down by child area, month or split. Whole months come from cells, single days from the rows. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import type { Moments } from "../ledger/condition.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type AreaRange, addDays, type CalendarDate } from "../values.ts";
import { figureValue, isFlow, pairsOf, type Span } from "./compile.ts";
import type { Measure } from "./define.ts";

export type Break = "none" | "area" | "month" | "day" | "split";
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

/** Area names for figures broken down by area. */
export async function withAreaNames(figures: readonly Figure[], tx: Tx): Promise<readonly Figure[]> {
  const { rows } = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where key = any(${figures.map((figure) => Number(figure.key))}::bigint[])`.execute(tx);
  const names = new Map(rows.map((row) => [String(row.key), row.name]));
  return figures.map((figure) => ({ ...figure, label: names.get(figure.key) ?? figure.key }));
}

export const monthSpan = (month: string): Span => {
  const from = `${month}-01` as CalendarDate;
  const next = `${addDays(from, 31).slice(0, 7)}-01` as CalendarDate;
  return { from, to: addDays(next, -1) };
};
