/** Checked rows into the ledger, a thousand in one statement; a batch the database refuses is tried row by row, so one bad row holds nobody up. */
import { sql } from "kysely";
import type { Tx } from "../../db.ts";
import { RefusalError } from "../../result.ts";
import type { Entry } from "../catalog.ts";
import { columnName } from "../names.ts";
import type { Reader } from "../read.ts";
import { inSavepoint, insertRows, type StoredRow as LedgerRow, settleParent, updateRow, uuidv7 } from "../write.ts";
import type { RowProblem } from "./check-rows.ts";
import { findStored, samenessOf } from "./duplicates.ts";
import type { Box, StoredRow } from "./import-store.ts";

export type Saved = { readonly number: number; readonly rowId: string; readonly area: number };
export type Refused = { readonly number: number; readonly box: Box; readonly level: "error" | "confirm" };
export type SaveResult = { readonly saved: readonly Saved[]; readonly refused: readonly Refused[] };

type Sound = { readonly number: number; readonly box: Box; readonly row: LedgerRow };

/** Saves what is sound. A row that has meanwhile appeared in the ledger is handed back for confirmation; confirmed ones change the row that is there. */
export async function saveRows(entry: Entry, rows: readonly StoredRow[], reader: Reader, includeConfirm: boolean): Promise<SaveResult> {
  const sound: Sound[] = [];
  for (const { number, box } of rows) {
    if (!box?.values || box.area === null) continue;
    sound.push({ number, box, row: { id: uuidv7(reader.moments.now.getTime()), area: box.area, values: box.values, demo: false } });
  }
  const there = await findStored(
    entry,
    sound.map(({ row }) => row),
    reader,
  );
  const storedFor = ({ row }: Sound) => samenessOf(entry, row).flatMap(({ id }) => there.get(id) ?? [])[0];
  const fresh = sound.filter((each) => !storedFor(each));
  const known = sound.filter(storedFor);
  const result = await insertAll(entry, fresh, reader);
  const saved = [...result.saved];
  const refused = [...result.refused];
  for (const each of known) {
    const stored = storedFor(each);
    if (!stored) continue;
    if (!includeConfirm) {
      refused.push({
        ...problemOf(each, { field: entry.ledger.title, level: "confirm", code: "import.already_there", params: { count: 0 } }),
        level: "confirm",
      });
      continue;
    }
    const changed = await updateRow(entry, stored.id, stored.version, givenValues(each.row.values), reader);
    if (changed.ok) saved.push({ number: each.number, rowId: stored.id, area: stored.area });
    else
      refused.push(
        problemOf(each, { field: entry.ledger.title, level: "error", code: changed.refusal.code, params: changed.refusal.params }),
      );
  }
  return { saved, refused };
}

/** A blank cell leaves what is there; computed columns follow by themselves. */
const givenValues = (values: Sound["row"]["values"]): Record<string, unknown> => {
  const { lon, lat, datum: _, ...rest } = values;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return lon === null || lon === undefined ? given : { ...given, point: { lon, lat } };
};

const problemOf = ({ number, box }: Sound, problem: RowProblem): Refused => ({
  number,
  level: "error",
  box: {
    given: box.given,
    area: box.area,
    ...(problem.level === "confirm" && box.values ? { values: box.values } : {}),
    problems: [...box.problems, problem],
  },
});

async function insertAll(entry: Entry, rows: readonly Sound[], reader: Reader): Promise<SaveResult> {
  if (rows.length === 0) return { saved: [], refused: [] };
  try {
    await inSavepoint(reader.tx, () => insert(entry, rows, reader));
    return { saved: rows.map(savedOf), refused: [] };
  } catch (error) {
    if (!isRowFault(error)) throw error;
  }
  const saved: Saved[] = [];
  const refused: Refused[] = [];
  for (const each of rows) {
    try {
      await inSavepoint(reader.tx, () => insert(entry, [each], reader));
      saved.push(savedOf(each));
    } catch (error) {
      if (!isRowFault(error)) throw error;
      refused.push(problemOf(each, faultOf(entry, error)));
    }
  }
  return { saved, refused };
}

const savedOf = ({ number, row }: Sound): Saved => ({ number, rowId: row.id, area: row.area });

async function insert(entry: Entry, rows: readonly Sound[], reader: Reader): Promise<void> {
  await insertRows(
    entry,
    rows.map(({ row }) => row),
    reader,
  );
  if (entry.ledger.keeps) for (const { row } of rows) await settleParent(entry, { id: row.id, ...row.values }, reader);
}

type RowFault = { readonly code: string; readonly constraint?: string };
/** Classes 22 and 23: the data, not the database; 42501: outside the range. */
const isRowFault = (error: unknown): error is RowFault =>
  /^(22|23|42501)/.test(String((error as { code?: string }).code ?? "")) && !(error instanceof RefusalError);

function faultOf({ ledger }: Entry, { code, constraint }: RowFault): RowProblem {
  if (code === "42501") return { field: "area", level: "error", code: "ledger.outside_area" };
  const field = Object.keys(ledger.fields).find((key) => constraint?.endsWith(`_${columnName(key)}_unique`));
  if (code === "23505") return { field: field ?? ledger.title, level: "error", code: "import.taken_elsewhere" };
  return { field: field ?? ledger.title, level: "error", code: "ledger.bad_value" };
}

/** The same word each row would have given had it been typed in, said for all at once. */
export async function announceRows(tx: Tx, ledger: string, rows: readonly Saved[], actor: string): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into platform.event (type, area, actor, payload)
    select ${`${ledger}.saved`}, x.area, ${actor}, jsonb_build_object('id', x.id) from unnest(${rows.map((row) => row.rowId)}::uuid[], ${rows.map((row) => row.area)}::bigint[]) as x(id, area)`.execute(
    tx,
  );
  await sql`select pg_notify('suiren_event', '')`.execute(tx);
}
