/**
 * Cells: pairs of sums per measure, month and area, for every level of the tree, so that a board reads hundreds of rows and not millions.
 * A trigger notes what changed as dirty, with its smallest area; a worker computes that area again from the rows and those above it from the
 * cells below. Twice is once; nothing is added or subtracted. The nightly build from the rows alone must find nothing to change.
 */
import { type RawBuilder, sql } from "kysely";
import { asWorker, type Db, type Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import type { Moments } from "../ledger/condition.ts";
import { orThrow } from "../result.ts";
import type { CalendarDate } from "../values.ts";
import { natureOf, pairsOf, type Span } from "./compile.ts";
import type { Measure } from "./define.ts";
import { monthSpan } from "./figures.ts";
import { levelsOf } from "./series.ts";
import { STOCK } from "./watch.ts";

/** Measures whose cells are computed from rows: flows, balances, and the stock of the open month. */
export const hasCellsOfItsOwn = (measure: Measure): boolean => ["flow", "balance", "stock"].includes(natureOf(measure));

/** What was computed again; `areas` null: every area of the month. Areas above the changed ones are named too. */
export type CellChange = { readonly measure: string; readonly month: string; readonly areas: readonly number[] | null };
export type OnChange = (tx: Tx, changes: readonly CellChange[]) => Promise<void>;

type Ground = { readonly tx: Tx; readonly catalog: Catalog; readonly moments: Moments };

const inMonth = (moments: Moments, { from, to }: Span): Moments => ({
  ...moments,
  period: { start: from as CalendarDate, end: to as CalendarDate },
});

/** Computes all cells of one measure and month again. @returns how many differed from what was stored */
export async function computeMonth(measure: Measure, month: string, tx: Tx, catalog: Catalog, moments: Moments): Promise<number> {
  const differing = await computeMonths(measure, month, month, { tx, catalog, moments });
  return differing.reduce((sum, { cells }) => sum + cells, 0);
}

/** One hand at a time: the nightly build must not write what a change has overtaken meanwhile. */
const alone = (measure: Measure, tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended(${`cell ${measure.name}`}, 0))`.execute(tx);

type Differing = { readonly month: string; readonly cells: number };

/** A condition that speaks of its period reads differently in each month. */
const speaksOfPeriod = (measure: Measure): boolean => JSON.stringify(measure.by).includes('"period.');

/** Computes some months again, all areas, with one reading of the rows. @returns the months that differed from what was stored */
async function computeMonths(measure: Measure, from: string, to: string, ground: Ground): Promise<readonly Differing[]> {
  if (from !== to && speaksOfPeriod(measure)) {
    const found: Differing[] = [];
    for (let month = from; month <= to; month = nextMonth(month)) found.push(...(await computeMonths(measure, month, month, ground)));
    return found;
  }
  const { tx, catalog, moments } = ground;
  await alone(measure, tx);
  const span = { from: `${from}-01`, to: monthSpan(to).to };
  const pairs = orThrow(pairsOf(measure, catalog, inMonth(moments, span), span));
  // A row counts once at every level above it; a row registered at a town itself has fewer distinct levels.
  const fresh = sql`select date_trunc('month', p.day::timestamp)::date as month, l.area, p.split, sum(p.num) as num, sum(p.den) as den from (${pairs.sql}) p
    cross join lateral (${levelsOf(sql`p.area`)}) l group by 1, 2, 3`;
  const stored = sql`measure = ${measure.name} and month between ${span.from}::date and ${span.to}::date`;
  const { rows } = await sql<Differing>`with old as (select month, area, split, num, den from platform.cell where ${stored})
    select to_char(coalesce(f.month, o.month), 'YYYY-MM') as month, count(*)::int as cells
    from (${fresh}) f full join old o on o.month = f.month and o.area = f.area and o.split = f.split
    where (abs(f.num - o.num) <= 1e-6 * greatest(1, abs(f.num)) and abs(f.den - o.den) <= 1e-6 * greatest(1, abs(f.den))) is not true group by 1 order by 1`.execute(
    tx,
  );
  if (rows.length === 0) return rows;
  const months = sql`any(${rows.map(({ month }) => `${month}-01`)}::date[])`;
  await sql`delete from platform.cell where ${stored} and month = ${months}`.execute(tx);
  await sql`insert into platform.cell (measure, month, area, split, num, den) select ${measure.name}, month, area, split, num, den from (${fresh}) f where month = ${months}`.execute(
    tx,
  );
  return rows;
}

/** What one step of each level spans, smallest first: village, town, county, city, province. */
const STEPS = [1e3, 1e6, 1e9, 1e11, 1e13] as const;

/** The places of a level that lie at or above the given areas. */
function keysAt(level: number, areas: readonly number[]): readonly number[] {
  const [step, above] = [STEPS[level] ?? 1, STEPS[level + 1]];
  const keys = areas.map((area) => Math.floor(area / step) * step);
  return [...new Set(keys)].filter((key) => above === undefined || key % above !== 0);
}

/** Computes one measure and month again for some areas and all above them. @returns the areas computed */
export async function computeAreas(measure: Measure, month: string, areas: readonly number[], ground: Ground): Promise<readonly number[]> {
  const { tx } = ground;
  await alone(measure, tx);
  const day = `${month}-01`;
  const computed: number[] = [];
  for (const level of STEPS.keys()) {
    const keys = keysAt(level, areas);
    if (keys.length === 0) continue;
    const parts =
      level === 0
        ? [ownRows(measure, month, keys, 999, ground)]
        : [cellsBelow(measure, day, level, keys), ownRows(measure, month, keys, 0, ground)];
    await sql`with fresh as materialized (
        select area, split, sum(num) as num, sum(den) as den from (${sql.join(parts, sql` union all `)}) p group by area, split),
      gone as (delete from platform.cell c where c.measure = ${measure.name} and c.month = ${day}::date and c.area = any(${keys}::bigint[])
        and not exists (select from fresh f where f.area = c.area and f.split = c.split))
      insert into platform.cell as c (measure, month, area, split, num, den) select ${measure.name}, ${day}::date, area, split, num, den from fresh
      on conflict (measure, month, area, split) do update set num = excluded.num, den = excluded.den, computed_at = excluded.computed_at
      where (c.num, c.den) is distinct from (excluded.num, excluded.den)`.execute(tx);
    computed.push(...keys);
  }
  return computed;
}

/** Rows of a village with its grids, or rows registered at a town, county or city itself. */
function ownRows(
  measure: Measure,
  month: string,
  keys: readonly number[],
  reach: number,
  { catalog, moments }: Ground,
): RawBuilder<unknown> {
  const span = monthSpan(month);
  const ranges = keys.map((key) => ({ lo: key, hi: key + reach }));
  const pairs = orThrow(pairsOf(measure, catalog, inMonth(moments, span), span, ranges));
  return sql`select p.area / 1000 * 1000 as area, p.split, p.num, p.den from (${pairs.sql}) p`;
}

function cellsBelow(measure: Measure, day: string, level: number, keys: readonly number[]): RawBuilder<unknown> {
  const [step, below] = [STEPS[level] ?? 1, STEPS[level - 1] ?? 1];
  return sql`select k.key as area, c.split, c.num, c.den from unnest(${keys}::bigint[]) k (key) join platform.cell c
    on c.area > k.key and c.area < k.key + ${step}::bigint and c.area % ${below}::bigint = 0 where c.measure = ${measure.name} and c.month = ${day}::date`;
}

/** With more areas than this, the month is read once instead. */
const MANY_AREAS = 100;

/** Takes what is dirty, computes those areas again, tells who follows. @returns how many (measure, month) it computed */
export function refreshDirty(
  db: Db,
  catalog: Catalog,
  bySource: ReadonlyMap<string, readonly Measure[]>,
  moments: Moments,
  onChange?: OnChange,
): Promise<number> {
  return asWorker(db, async (tx) => {
    const { rows } = await sql<{
      source: string;
      month: string;
      areas: number[];
    }>`with taken as (delete from platform.dirty returning source, month, area)
      select source, to_char(month, 'YYYY-MM') as month, array_agg(distinct area)::text[] as areas from taken group by 1, 2`.execute(tx);
    const changes: CellChange[] = [];
    for (const { source, month: marked, areas: names } of rows) {
      const areas = names.map(Number);
      for (const measure of bySource.get(source) ?? []) {
        const isStock = marked === STOCK.slice(0, 7);
        if (isStock === (natureOf(measure) === "flow" || natureOf(measure) === "balance")) continue;
        const month = isStock ? moments.today.slice(0, 7) : marked;
        changes.push(await refreshOne(measure, month, areas, { tx, catalog, moments }));
      }
    }
    if (changes.length > 0) await onChange?.(tx, changes);
    return changes.length;
  });
}

async function refreshOne(measure: Measure, month: string, areas: readonly number[], ground: Ground): Promise<CellChange> {
  const { tx, catalog, moments } = ground;
  if (!hasCellsOfItsOwn(measure)) return { measure: measure.name, month, areas: STEPS.flatMap((_, level) => keysAt(level, areas)) };
  // What was marked before areas were noted says 0; a stock nobody has looked at yet is built whole.
  if (areas.length > MANY_AREAS || areas.includes(0) || (await isUnbuilt(measure, month, tx))) {
    await computeMonth(measure, month, tx, catalog, moments);
    return { measure: measure.name, month, areas: null };
  }
  return { measure: measure.name, month, areas: await computeAreas(measure, month, areas, ground) };
}

/** The first mark of a new month finds no cells of a stock: those of the month before are not its own. */
async function isUnbuilt(measure: Measure, month: string, tx: Tx): Promise<boolean> {
  if (natureOf(measure) !== "stock") return false;
  const { rows } =
    await sql`select 1 from platform.cell where measure = ${measure.name} and month = ${`${month}-01`}::date limit 1`.execute(tx);
  return rows.length === 0;
}

export type Rebuilt = {
  readonly months: number;
  readonly differing: readonly { readonly measure: string; readonly month: string; readonly cells: number }[];
};

/** Builds everything from the rows: after an import, nightly, and when a new measure appears. A finished month of a stock stays as it was. */
export async function rebuildCells(
  db: Db,
  catalog: Catalog,
  measures: Iterable<Measure>,
  moments: Moments,
  from: CalendarDate,
  onChange?: OnChange,
): Promise<Rebuilt> {
  let months = 0;
  const differing: { measure: string; month: string; cells: number }[] = [];
  for (const measure of measures) {
    if (!hasCellsOfItsOwn(measure)) continue;
    const today = moments.today.slice(0, 7);
    const first = natureOf(measure) === "stock" ? today : from.slice(0, 7);
    // One measure a transaction: the marks of people at work do not wait for the whole.
    await asWorker(db, async (tx) => {
      const found = await computeMonths(measure, first, today, { tx, catalog, moments });
      differing.push(...found.map((each) => ({ measure: measure.name, ...each })));
      if (found.length > 0)
        await onChange?.(
          tx,
          found.map(({ month }) => ({ measure: measure.name, month, areas: null })),
        );
    });
    for (let month = first; month <= today; month = nextMonth(month)) months += 1;
  }
  return { months, differing };
}

const nextMonth = (month: string): string => {
  const [year, m] = month.split("-").map(Number);
  return m === 12 ? `${(year ?? 0) + 1}-01` : `${year}-${String((m ?? 0) + 1).padStart(2, "0")}`;
};
