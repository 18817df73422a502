/**
 * Cells: pairs of sums per measure, month and area, for every level of the tree, so that a board reads hundreds of rows and not millions.
 * A trigger notes what changed as dirty; a worker computes those months again from the rows. Twice is once; nothing is added or subtracted.
 */
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import type { Moments } from "../ledger/condition.ts";
import { qualified } from "../ledger/names.ts";
import { orThrow } from "../result.ts";
import type { CalendarDate } from "../values.ts";
import { isFlow, pairsOf } from "./compile.ts";
import type { Measure } from "./define.ts";
import { monthSpan } from "./figures.ts";

/** Measures whose cells are computed from rows. */
export const hasCellsOfItsOwn = (measure: Measure): boolean => isFlow(measure) || "balance" in measure.by;

/** Computes all cells of one measure and month again. */
export async function computeMonth(measure: Measure, month: string, tx: Tx, catalog: Catalog, moments: Moments): Promise<void> {
  const pairs = orThrow(pairsOf(measure, catalog, moments, monthSpan(month)));
  await sql`delete from platform.cell where measure = ${measure.name} and month = ${`${month}-01`}::date`.execute(tx);
  // A row counts once at every level above it; a row registered at a town itself has fewer distinct levels.
  await sql`insert into platform.cell (measure, month, area, split, num, den)
    select ${measure.name}, ${`${month}-01`}::date, l.area, p.split, sum(p.num), sum(p.den) from (${pairs.sql}) p
    cross join lateral (select distinct unnest(array[p.area / 1000 * 1000, p.area / 1000000 * 1000000, p.area / 1000000000 * 1000000000, p.area / 100000000000 * 100000000000]) as area) l
    group by l.area, p.split`.execute(tx);
}

/** Notes changes of the ledgers that measures read. Called at start: triggers follow from the declarations, so a new measure needs no migration. */
export async function watchSources(
  db: Db,
  catalog: Catalog,
  measures: Iterable<Measure>,
  moments: Moments,
): Promise<ReadonlyMap<string, readonly Measure[]>> {
  const bySource = new Map<string, Measure[]>();
  const days = new Map<string, Set<string>>();
  for (const measure of measures) {
    if (!hasCellsOfItsOwn(measure)) continue;
    const { by } = measure;
    const pairs = orThrow(pairsOf(measure, catalog, moments, { from: "2000-01-01", to: "2000-01-31" }));
    for (const source of pairs.sources) bySource.set(source, [...(bySource.get(source) ?? []), measure]);
    const own = pairs.sources[0] ?? "";
    const columns =
      "balance" in by
        ? [by.balance.opened, by.balance.ended]
        : [
            Object.values(by).find((part): part is { on: string } => typeof part === "object" && part !== null && "on" in part)?.on ??
              "createdAt",
          ];
    for (const column of columns) days.set(own, (days.get(own) ?? new Set()).add(column));
  }
  await asWorker(db, async (tx) => {
    for (const [source, columns] of days) await installTrigger(source, [...columns], catalog, tx);
  });
  return bySource;
}

async function installTrigger(source: string, columns: readonly string[], catalog: Catalog, tx: Tx): Promise<void> {
  const entry = catalog.get(source);
  const names = columns.map((column) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const months = (alias: string) =>
    names
      .map(
        (name, i) =>
          `date_trunc('month', ${entry.columns.column(columns[i] ?? "")?.field.kind === "day" ? `${alias}.${name}` : `(${alias}.${name} at time zone 'Asia/Shanghai')`})::date`,
      )
      .join(", ");
  const select = (alias: string) =>
    `select '${source}', 0, m from ${alias} r cross join lateral unnest(array[${months("r")}]) m where m is not null group by m`;
  const fn = `platform."dirty_${source.replaceAll(/[^a-z]/g, "_")}"`;
  const body = (events: readonly string[]) =>
    events.map((alias) => `insert into platform.dirty (source, area, month) ${select(alias)};`).join(" ");
  for (const [event, tables] of [
    ["insert", ["fresh"]],
    ["update", ["fresh", "stale"]],
  ] as const) {
    const name = `${fn.slice(0, -1)}_${event}"`;
    const referencing = [tables.includes("fresh") ? "new table as fresh" : "", event === "update" ? "old table as stale" : ""]
      .filter(Boolean)
      .join(" ");
    await sql
      .raw(
        `create or replace function ${name}() returns trigger language plpgsql security definer as $$ begin ${body(tables)} return null; end $$`,
      )
      .execute(tx);
    await sql
      .raw(
        `create or replace trigger "dirty_${event}" after ${event} on ${qualified(source)} referencing ${referencing} for each statement execute function ${name}()`,
      )
      .execute(tx);
  }
}

/** Takes what is dirty, computes those months again. @returns how many (measure, month) it computed */
export function refreshDirty(
  db: Db,
  catalog: Catalog,
  bySource: ReadonlyMap<string, readonly Measure[]>,
  moments: Moments,
): Promise<number> {
  return asWorker(db, async (tx) => {
    const { rows } = await sql<{
      source: string;
      month: string;
    }>`with taken as (delete from platform.dirty returning source, month) select distinct source, to_char(month, 'YYYY-MM') as month from taken`.execute(
      tx,
    );
    const todo = new Map<string, { measure: Measure; month: string }>();
    for (const { source, month } of rows)
      for (const measure of bySource.get(source) ?? []) todo.set(`${measure.name} ${month}`, { measure, month });
    for (const { measure, month } of todo.values()) await computeMonth(measure, month, tx, catalog, moments);
    return todo.size;
  });
}

/** Builds everything from the rows: after an import, nightly, and when a new measure appears. */
export function rebuildCells(db: Db, catalog: Catalog, measures: Iterable<Measure>, moments: Moments, from: CalendarDate): Promise<number> {
  return asWorker(db, async (tx) => {
    let count = 0;
    for (const measure of measures) {
      if (!hasCellsOfItsOwn(measure)) continue;
      for (let month = from.slice(0, 7); month <= moments.today.slice(0, 7); month = nextMonth(month)) {
        await computeMonth(measure, month, tx, catalog, moments);
        count += 1;
      }
    }
    return count;
  });
}

const nextMonth = (month: string): string => {
  const [year, m] = month.split("-").map(Number);
  return m === 12 ? `${(year ?? 0) + 1}-01` : `${year}-${String((m ?? 0) + 1).padStart(2, "0")}`;
};
