/** Triggers that note what changed in the ledgers measures read. They follow from the declarations, so a new measure needs no migration. */
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import { columnName, qualified } from "../ledger/names.ts";
import { natureOf, sourceOf } from "./compile.ts";
import type { Measure } from "./define.ts";

/** The month a change of today's stock is noted under: the worker's clock says which month is open. */
export const STOCK = "0001-01-01";

/** What is noted when a row of `table` changes: the place and the months of `source`, itself or through the column that names its row. */
type Watch = { readonly table: string; readonly source: string; readonly via?: string; readonly days: Set<string>; isStock: boolean };

/** Measures by the ledger whose marks make their cells stale. */
export const bySourceOf = (measures: Iterable<Measure>): ReadonlyMap<string, readonly Measure[]> => {
  const found = new Map<string, Measure[]>();
  for (const measure of measures) {
    const source = "balance" in measure.by ? measure.by.balance.of.name : sourceOf(measure)?.of.name;
    if (source) found.set(source, [...(found.get(source) ?? []), measure]);
  }
  return found;
};

function watchesOf(measures: Iterable<Measure>): readonly Watch[] {
  const found = new Map<string, Watch>();
  const note = (table: string, source: string, measure: Measure, via?: string) => {
    const key = `${table} ${source} ${via ?? ""}`;
    const watch = found.get(key) ?? { table, source, ...(via ? { via } : {}), days: new Set<string>(), isStock: false };
    found.set(key, watch);
    const nature = natureOf(measure);
    if (nature === "stock" || nature === "as-of") watch.isStock = true;
    const own = sourceOf(measure)?.on;
    for (const day of "balance" in measure.by ? [measure.by.balance.opened, measure.by.balance.ended] : own ? [own] : [])
      watch.days.add(day);
  };
  for (const measure of measures) {
    const source = "balance" in measure.by ? measure.by.balance.of.name : sourceOf(measure)?.of.name;
    if (!source) continue;
    note(source, source, measure);
    if ("each" in measure.by) note(measure.by.has.of.name, source, measure, measure.by.has.via);
  }
  return [...found.values()];
}

/** What is installed already, by database: asking again for the same locks no table. */
const installed = new WeakMap<Db, Map<string, string>>();

/** Called at start, and again when measures were made for a pack put in force. */
export async function watchSources(
  db: Db,
  catalog: Catalog,
  measures: Iterable<Measure>,
): Promise<ReadonlyMap<string, readonly Measure[]>> {
  const all = [...measures];
  const known = installed.get(db) ?? new Map<string, string>();
  installed.set(db, known);
  const fresh = watchesOf(all).flatMap((watch) => {
    const name = `${watch.table} ${watch.source} ${watch.via ?? ""}`;
    const says = `${[...watch.days].sort().join(" ")} ${watch.isStock}`;
    return known.get(name) === says ? [] : [{ watch, name, says }];
  });
  if (fresh.length > 0)
    await asWorker(db, async (tx) => {
      for (const { watch } of fresh) {
        if (!(await isView(watch.table, tx))) await installTrigger(watch, catalog, tx);
        else views.set(db, (views.get(db) ?? new Set()).add(watch.source));
      }
    });
  for (const { name, says } of fresh) known.set(name, says);
  return bySourceOf(all);
}

/** Ledgers over a view: nothing tells when they change, so they are looked at from time to time. */
const views = new WeakMap<Db, Set<string>>();

/** Notes the stock of every ledger over a view as stale. */
export async function markViews(db: Db): Promise<void> {
  const sources = [...(views.get(db) ?? [])];
  if (sources.length > 0)
    await sql`insert into platform.dirty (source, area, month) select s, 0, ${STOCK}::date from unnest(${sources}::text[]) s`.execute(db);
}

async function isView(table: string, tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    kind: string;
  }>`select relkind::text as kind from pg_class where oid = ${qualified(table)}::regclass`.execute(tx);
  return rows[0]?.kind === "v";
}

async function installTrigger({ table, source, via, days, isStock }: Watch, catalog: Catalog, tx: Tx): Promise<void> {
  const entry = catalog.get(source);
  const monthOf = (key: string) => {
    const column = `s.${columnName(key)}`;
    return `date_trunc('month', ${entry.columns.column(key)?.field.kind === "day" ? column : `(${column} at time zone 'Asia/Shanghai')`})::date`;
  };
  const months = [...[...days].map(monthOf), ...(isStock ? [`date '${STOCK}'`] : [])].join(", ");
  if (months === "") return;
  const rows = (alias: string) =>
    via ? `${qualified(source)} s where s.id in (select r.${columnName(via)} from ${alias} r)` : `${alias} s where true`;
  const mark = (alias: string) =>
    `insert into platform.dirty (source, area, month) select '${source}', q.area, q.m from (select s.area, unnest(array[${months}]) as m from ${rows(alias)}) q where q.m is not null group by q.area, q.m;`;
  const suffix = via ? `_${source}_${via}`.replaceAll(/[^a-zA-Z]/g, "_") : "";
  const fn = `dirty_${table.replaceAll(/[^a-z]/g, "_")}${suffix}`;
  for (const [event, aliases] of [
    ["insert", ["fresh"]],
    ["update", ["fresh", "stale"]],
  ] as const) {
    const name = `platform."${short(`${fn}_${event}`)}"`;
    const referencing = event === "update" ? "new table as fresh old table as stale" : "new table as fresh";
    const body = aliases.map(mark).join(" ");
    await sql
      .raw(`create or replace function ${name}() returns trigger language plpgsql security definer as $$ begin ${body} return null; end $$`)
      .execute(tx);
    await sql
      .raw(
        `create or replace trigger "${short(`dirty_${event}${suffix}`)}" after ${event} on ${qualified(table)} referencing ${referencing} for each statement execute function ${name}()`,
      )
      .execute(tx);
  }
}

/** Names in PostgreSQL end after 63 bytes; the tail tells them apart. */
const short = (name: string): string => (name.length <= 60 ? name : `${name.slice(0, 24)}_${name.slice(-35)}`);
