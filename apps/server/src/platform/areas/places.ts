/**
 * Where the database holds areas. Found in the catalogue, so that the table made tomorrow is covered; a module says only what of its rows stays
 * where it was, because it is frozen, hashed, or said of the area as it was.
 */
import { sql } from "kysely";
import type { Tx } from "../db.ts";
import type { Module } from "../module.ts";
import type { Result } from "../result.ts";
import type { AreaKey, CalendarDate } from "../values.ts";

/** An area that ends, and what it becomes: `merge` goes up in one with rows of its own, `move` goes on under another key. */
export type AreaMove = { readonly from: AreaKey; readonly to: AreaKey; readonly kind: "merge" | "move" };
/** An organ that ends, and who does its work from now on. */
export type OrganMove = { readonly from: string; readonly to: string };

/** What a module says of its rows when areas change. Conditions are SQL over a row `t`. */
export type AreaHooks = {
  /** Tables, or rows of them, that keep their area for ever. */
  readonly keeps?: Readonly<Record<string, string | true>>;
  /** Tables with one row an area whose rows move in a merger all the same; `settle` has ended what would stand twice. */
  readonly follows?: readonly string[];
  /** Columns outside the ledgers that name an organ which must act, and rows in which it still must. */
  readonly acting?: Readonly<Record<string, readonly [column: string, rows: string]>>;
  /** Ledgers whose rows keep the organs written in them; an open case passes on all the same. */
  readonly signed?: readonly string[];
  /** Rows beside those of ledgers that a change says it touches. */
  readonly counts?: Readonly<Record<string, string>>;
  /** Why areas may not change on a day. */
  readonly refuses?: (tx: Tx, areas: readonly AreaKey[], on: CalendarDate) => Promise<Result<null>>;
  /** Before rows move: ends what would stand twice. Twice is once. */
  readonly settle?: (
    tx: Tx,
    change: { readonly areas: readonly AreaMove[]; readonly organs: readonly OrganMove[]; readonly by: string | null; readonly now: Date },
  ) => Promise<void>;
};

export type AreaColumn = {
  /** As declared: `hazard_loop.hazard`; of a partition, the table it is part of. */
  readonly table: string;
  /** The relation that holds the rows, quoted. */
  readonly part: string;
  readonly column: string;
  /** Rows carry a version, or the time of their last change. */
  readonly versioned: boolean;
  readonly stamped: boolean;
  /** One row an area: what it says is said of the area, and stays with it when the area goes up in another. */
  readonly onePerArea: boolean;
};

/** The tree itself, what was written down of what happened, what is computed from the rest. */
const KEPT = [
  ...["area", "area_change", "audit", "event", "history", "timeline", "snapshot", "snapshot_row", "cell", "dirty"].map(
    (name) => `platform.${name}`,
  ),
];

export async function areaColumns(tx: Tx): Promise<readonly AreaColumn[]> {
  const { rows } = await sql<AreaColumn>`with part as (
      select c.oid, coalesce(nullif(pg_partition_root(c.oid), c.oid), c.oid)::oid as whole from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'jobs') and n.nspname not like 'pg\\_%')
    select wn.nspname || '.' || w.relname as "table", format('%I.%I', n.nspname, c.relname) as part, a.attname::text as "column",
      exists (select from pg_attribute v where v.attrelid = c.oid and v.attname = 'version' and not v.attisdropped) as versioned,
      exists (select from pg_attribute v where v.attrelid = c.oid and v.attname = 'updated_at' and not v.attisdropped) as stamped,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey::int2[])) as one_per_area
    from part p join pg_class c on c.oid = p.oid join pg_namespace n on n.oid = c.relnamespace
      join pg_class w on w.oid = p.whole join pg_namespace wn on wn.oid = w.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'int8'::regtype
    where a.attname = 'area' or a.attname like '%\\_area' order by 1, 2, 3`.execute(tx);
  return rows.filter(({ table }) => !KEPT.includes(table));
}

export const hooksOf = (modules: readonly Module[]): readonly AreaHooks[] => modules.flatMap((module) => module.areas ?? []);

/** Which rows of a column stay: none, all, or those of a condition; in a merger also what is said of one area. */
export function keptRows(
  { table, onePerArea }: AreaColumn,
  hooks: readonly AreaHooks[],
): { readonly where: string | true | undefined; readonly inMergers: boolean } {
  return {
    where: hooks.flatMap(({ keeps }) => keeps?.[table] ?? []).at(0),
    inMergers: onePerArea && !hooks.some(({ follows }) => follows?.includes(table)),
  };
}
