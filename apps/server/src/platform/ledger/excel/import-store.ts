/** Imports in the database: one line each, and each row's state with what was read of it in a sealed box. */
import { sql } from "kysely";
import type { Db, Scope, Tx } from "../../db.ts";
import type { Sealer } from "../../seal.ts";
import type { AreaRange } from "../../values.ts";
import type { GivenRow, RowLevel, RowProblem } from "./check-rows.ts";
import type { MatchedColumn } from "./match-headers.ts";

export type ImportState = "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
export type Counts = { total: number; good: number; fixed: number; confirm: number; error: number; same: number; saved: number };
export const noCounts: Counts = { total: 0, good: 0, fixed: 0, confirm: 0, error: 0, same: 0, saved: 0 };

/** Who sent the file and what he may see, so that the work can go on without him. */
export type ImportOptions = {
  readonly area: AreaRange;
  readonly actorName: string;
  readonly areaName: string;
  readonly includeConfirm?: boolean;
  /** Of a file sent at the terminal, so that the same command goes on where it was broken off. */
  readonly fileSha256?: string;
};

export type ImportRecord = {
  readonly id: string;
  readonly ledger: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly columns: readonly MatchedColumn[];
  readonly headRow: number;
  readonly datum: string | null;
  readonly counts: Counts;
  readonly error: string | null;
  readonly options: ImportOptions;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

const COLUMNS = sql`id, ledger, file_name, state, columns, head_row, datum, counts, error, options, created_by, created_at, updated_at`;

export const scopeOfImport = ({ options, createdBy }: ImportRecord): Scope => ({ area: options.area, unitId: null, userId: createdBy });

export async function createImport(
  tx: Tx,
  made: Pick<ImportRecord, "id" | "ledger" | "fileName" | "options" | "createdBy">,
): Promise<void> {
  await sql`insert into platform.import (id, ledger, file_name, state, counts, options, created_by)
    values (${made.id}, ${made.ledger}, ${made.fileName}, 'reading', ${JSON.stringify(noCounts)}::jsonb, ${JSON.stringify(made.options)}::jsonb, ${made.createdBy})`.execute(
    tx,
  );
}

/** Somebody's own import of this ledger; another's does not exist. */
export async function findImport(tx: Tx, ledger: string, id: string, userId: string, forUpdate = false): Promise<ImportRecord | undefined> {
  const { rows } =
    await sql<ImportRecord>`select ${COLUMNS} from platform.import where id = ${id} and ledger = ${ledger} and created_by = ${userId}
    ${forUpdate ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function listImports(tx: Tx, ledger: string, userId: string): Promise<readonly ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`select ${COLUMNS} from platform.import where ledger = ${ledger} and created_by = ${userId}
    order by created_at desc limit 50`.execute(tx);
  return rows;
}

export async function countUnfinished(tx: Tx, userId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from platform.import where created_by = ${userId} and state in ('reading', 'checking', 'saving')`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

type Change = Partial<Pick<ImportRecord, "state" | "columns" | "headRow" | "datum" | "counts" | "options">> & {
  readonly error?: string | null;
};

/** States in which an import waits for a person: no process has it in its hands, and any may go on. */
const RESTING: ReadonlySet<ImportState> = new Set(["mapping", "checked", "done", "failed"]);

/** Writes what changed and when: the sign of life of whoever works on it. */
export async function saveImport(tx: Tx, id: string, change: Change): Promise<void> {
  const sets = [
    sql`updated_at = now()`,
    ...(change.state === undefined ? [] : [sql`state = ${change.state}`]),
    ...(change.state !== undefined && RESTING.has(change.state) ? [sql`runner = null`] : []),
    ...(change.columns === undefined ? [] : [sql`columns = ${JSON.stringify(change.columns)}::jsonb`]),
    ...(change.headRow === undefined ? [] : [sql`head_row = ${change.headRow}`]),
    ...(change.datum === undefined ? [] : [sql`datum = ${change.datum}`]),
    ...(change.counts === undefined ? [] : [sql`counts = ${JSON.stringify(change.counts)}::jsonb`]),
    ...(change.options === undefined ? [] : [sql`options = ${JSON.stringify(change.options)}::jsonb`]),
    ...(change.error === undefined ? [] : [sql`error = ${change.error}`]),
  ];
  await sql`update platform.import set ${sql.join(sets)} where id = ${id}`.execute(tx);
}

/** How long a working process may be silent before another takes its import over. */
const SILENT_SECONDS = 45;

/** Takes an import to work on, unless another process is at it. */
export async function claimImport(db: Db, id: string, runner: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`update platform.import set runner = ${runner}, updated_at = now()
    where id = ${id} and state in ('reading', 'checking', 'saving')
      and (runner is null or runner = ${runner} or updated_at < now() - make_interval(secs => ${SILENT_SECONDS}))
    returning ${COLUMNS}`.execute(db);
  return rows[0];
}

export type Abandoned = { readonly id: string; readonly state: ImportState; readonly silentMinutes: number };

export async function listAbandoned(db: Db): Promise<readonly Abandoned[]> {
  const { rows } = await sql<Abandoned>`select id, state, (extract(epoch from now() - updated_at) / 60)::int as silent_minutes
    from platform.import where state in ('reading', 'checking', 'saving')
    and (runner is null or updated_at < now() - make_interval(secs => ${SILENT_SECONDS})) order by created_at limit 20`.execute(db);
  return rows;
}

/** What was sent and never finished is not kept for ever. @returns the imports removed */
export async function forgetOldImports(db: Db, days: number): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`delete from platform.import where updated_at < now() - make_interval(days => ${days}) returning id`.execute(db);
  return rows.map((row) => row.id);
}

/** What is kept of a row: its cells and what is wrong with them. Its values are read from the cells again when it is stored, under the rights of then. */
export type Box = { readonly given: GivenRow; readonly problems: readonly RowProblem[] };
export type StoredRow = { readonly number: number; readonly level: RowLevel | "saved"; readonly box: Box | null };

const placeOfRow = (importId: string, number: number): string => `platform.import/${importId}/${number}`;

export async function putRows(
  tx: Tx,
  sealer: Sealer,
  importId: string,
  rows: readonly { readonly number: number; readonly level: RowLevel; readonly box: Box | null }[],
): Promise<void> {
  const boxes = rows.map(({ number, box }) => (box ? sealer.seal(JSON.stringify(box), placeOfRow(importId, number)) : null));
  await sql`insert into platform.import_row (import_id, row_number, level, box)
    select ${importId}, x.number, x.level, x.box from unnest(${rows.map((row) => row.number)}::int[], ${rows.map((row) => row.level)}::text[], ${boxes}::bytea[]) as x(number, level, box)
    on conflict (import_id, row_number) do update set level = excluded.level, box = excluded.box`.execute(tx);
}

export type RowFilter = { readonly levels: readonly string[]; readonly after: number; readonly limit: number };

export async function readImportRows(
  tx: Tx,
  sealer: Sealer,
  importId: string,
  { levels, after, limit }: RowFilter,
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<{ rowNumber: number; level: StoredRow["level"]; box: Uint8Array | null }>`select row_number, level, box
    from platform.import_row where import_id = ${importId} and level = any(${levels}) and row_number > ${after} order by row_number limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ rowNumber, level, box }) => ({
    number: rowNumber,
    level,
    box: box ? (JSON.parse(sealer.open(box, placeOfRow(importId, rowNumber))) as Box) : null,
  }));
}

/** Marks rows as stored in the ledger; what was read of them is no longer kept. */
export async function markSaved(
  tx: Tx,
  importId: string,
  rows: readonly { readonly number: number; readonly rowId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update platform.import_row r set level = 'saved', box = null, row_id = x.id
    from unnest(${rows.map((row) => row.number)}::int[], ${rows.map((row) => row.rowId)}::uuid[]) as x(number, id)
    where r.import_id = ${importId} and r.row_number = x.number`.execute(tx);
}

export async function clearRows(tx: Tx, importId: string): Promise<void> {
  await sql`delete from platform.import_row where import_id = ${importId}`.execute(tx);
}

export async function recount(tx: Tx, importId: string): Promise<Counts> {
  const { rows } = await sql<{ level: keyof Counts; n: number }>`select level, count(*)::int as n from platform.import_row
    where import_id = ${importId} group by level`.execute(tx);
  const counts = { ...noCounts };
  for (const { level, n } of rows) {
    counts[level] = n;
    counts.total += n;
  }
  return counts;
}
