/**
 * Moves rows to the areas theirs became, a table at a time and some thousand rows a transaction: nobody waits behind it, an alarm least of all.
 * What has moved is no longer found, so it may be stopped anywhere and begun again; run twice it moves nothing the second time.
 */
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "../db.ts";
import type { Catalog } from "../ledger/catalog.ts";
import { isReference } from "../ledger/fields.ts";
import { columnName } from "../ledger/names.ts";
import { refLedgerOf } from "../ledger/read.ts";
import { type AreaKey, isWithin, subtreeOf } from "../values.ts";
import { type AreaColumn, type AreaHooks, type AreaMove, keptRows, type OrganMove } from "./places.ts";

const BATCH = 5_000;

export type Hand = { readonly db: Db; readonly hooks: readonly AreaHooks[]; readonly by: string | null };

/** @returns how many rows moved */
export async function moveRows(column: AreaColumn, moves: readonly AreaMove[], { db, hooks, by }: Hand): Promise<number> {
  const kept = keptRows(column, hooks);
  const going = kept.inMergers ? moves.filter(({ kind }) => kind === "move") : moves;
  if (kept.where === true || going.length === 0) return 0;
  const { part, versioned, stamped } = column;
  const at = sql.ref(column.column);
  const stays = kept.where === undefined ? sql`` : sql`and (${sql.raw(kept.where)}) is not true`;
  const more = sql.raw(`${versioned ? ", version = t.version + 1" : ""}${stamped ? ", updated_at = now()" : ""}`);
  const [from, to] = [going.map((move) => move.from), going.map((move) => move.to)];
  let moved = 0;
  for (;;) {
    const batch = await asWorker(db, async (tx) => {
      await sql`select set_config('suiren.user', ${by ?? ""}, true)`.execute(tx);
      const { numAffectedRows = 0n } =
        await sql`with batch as (select t.ctid, t.${at} as was from ${sql.raw(part)} t where t.${at} = any(${from}::bigint[]) ${stays} limit ${BATCH} for update)
        update ${sql.raw(part)} t set ${at} = m."to"${more} from batch, unnest(${from}::bigint[], ${to}::bigint[]) as m ("from", "to")
        where t.ctid = batch.ctid and m."from" = batch.was`.execute(tx);
      return Number(numAffectedRows);
    });
    moved += batch;
    if (batch < BATCH) return moved;
  }
}

/** Keys inside what ends that no area bears: rows there go where the nearest area above them goes. */
export async function strayMoves(tx: Tx, columns: readonly AreaColumn[], moves: readonly AreaMove[]): Promise<readonly AreaMove[]> {
  const ranges = moves
    .map(({ from }) => ({ from, ...subtreeOf(from) }))
    .filter(({ from, lo }) => !moves.some((other) => other.from !== from && isWithin(lo, subtreeOf(other.from))));
  if (ranges.length === 0) return [];
  const known = new Set(moves.map(({ from }) => from));
  const strays = new Set<AreaKey>();
  for (const { part, column } of columns) {
    const { rows } = await sql<{
      key: AreaKey;
    }>`select distinct t.${sql.ref(column)} as key from unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) as r (lo, hi)
      join ${sql.raw(part)} t on t.${sql.ref(column)} between r.lo and r.hi`.execute(tx);
    for (const { key } of rows) if (!known.has(key)) strays.add(key);
  }
  return [...strays].flatMap((key): readonly AreaMove[] => {
    const above = moves.filter(({ from }) => isWithin(key, subtreeOf(from))).sort((a, b) => b.from - a.from)[0];
    return above ? [{ from: key, to: above.to, kind: above.kind }] : [];
  });
}

type OrganColumn = { readonly table: string; readonly column: string; readonly rows: string; readonly versioned: boolean };

/** Columns that name an organ which still must act: open cases, ledgers, and what modules say. Closed cases, records and signed rows keep theirs. */
export function organColumns(catalog: Catalog, hooks: readonly AreaHooks[]): readonly OrganColumn[] {
  const signed = new Set(hooks.flatMap((each) => each.signed ?? []));
  const declared = [...catalog.entries.values()].flatMap(({ ledger, table }): readonly OrganColumn[] => {
    if (ledger.readOnlyView !== undefined || ledger.record) return [];
    const keys = signed.has(ledger.name)
      ? []
      : Object.entries(ledger.fields).flatMap(([key, field]) =>
          isReference(field) && refLedgerOf(field) === "organizations.organ" ? [key] : [],
        );
    const rows = ledger.isCase ? "t.closed_at is null and t.deleted_at is null" : "t.deleted_at is null";
    return [...(ledger.isCase ? ["holderOrgan"] : []), ...keys].map((key) => ({ table, column: columnName(key), rows, versioned: true }));
  });
  const said = hooks.flatMap(({ acting = {} }) =>
    Object.entries(acting).map(([table, [column, rows]]) => ({ table, column, rows, versioned: false })),
  );
  return [...declared, ...said];
}

/** @returns how many rows name the organ that follows */
export async function passOn(
  { table, column, rows, versioned }: OrganColumn,
  organs: readonly OrganMove[],
  { db, by }: Hand,
): Promise<number> {
  if (organs.length === 0) return 0;
  const at = sql.ref(column);
  return asWorker(db, async (tx) => {
    await sql`select set_config('suiren.user', ${by ?? ""}, true)`.execute(tx);
    const { numAffectedRows = 0n } =
      await sql`update ${sql.raw(table)} t set ${at} = m."to"${sql.raw(versioned ? ", version = t.version + 1, updated_at = now()" : "")}
      from unnest(${organs.map(({ from }) => from)}::uuid[], ${organs.map(({ to }) => to)}::uuid[]) as m ("from", "to")
      where t.${at} = m."from" and ${sql.raw(rows)}`.execute(tx);
    return Number(numAffectedRows);
  });
}
