/** Rows of an import into the ledger, hundreds in one statement; a batch the database refuses is tried row by row, so one bad row holds nobody up. */
import { sql } from "kysely";
import type { Tx } from "../../db.ts";
import type { Entry } from "../catalog.ts";
import { columnName } from "../names.ts";
import type { Reader } from "../read.ts";
import { inSavepoint, insertRows, settleParent, updateRow, uuidv7 } from "../write.ts";
import { type CheckedRow, type Checking, checkRows, type RowProblem } from "./check-rows.ts";
import type { Box, StoredRow } from "./import-store.ts";

export type Saved = { readonly number: number; readonly rowId: string; readonly area: number };
export type Refused = { readonly number: number; readonly box: Box; readonly level: "error" | "confirm" };
export type SaveResult = { readonly saved: readonly Saved[]; readonly refused: readonly Refused[] };

type Sound = { readonly checked: CheckedRow; readonly id: string; readonly area: number };

const givenRows = (rows: readonly StoredRow[]) => rows.flatMap(({ box }) => (box ? [box.given] : []));

/** Checks the rows once more, as the ledger and the rights are now, and saves what is still good. What has meanwhile appeared waits for a person. */
export async function saveRows(rows: readonly StoredRow[], checking: Checking, reader: Reader): Promise<SaveResult> {
  const checked = await checkRows(givenRows(rows), checking, reader);
  const sound: Sound[] = [];
  const saved: Saved[] = [];
  const refused: Refused[] = [];
  for (const row of checked) {
    const { level, area, stored, given } = row;
    if (level === "error" || level === "confirm" || area === null) refused.push(refusedAs(row, level === "confirm" ? "confirm" : "error"));
    else if (stored) saved.push({ number: given.number, rowId: stored.id, area });
    else sound.push({ checked: row, id: uuidv7(reader.moments.now.getTime()), area });
  }
  const result = await insertAll(checking.entry, sound, reader);
  return { saved: [...saved, ...result.saved], refused: [...refused, ...result.refused] };
}

/** Rows a person has confirmed, in their order: each changes the row that is there, or is added when none is. */
export async function saveConfirmed(rows: readonly StoredRow[], checking: Checking, reader: Reader): Promise<SaveResult> {
  const saved: Saved[] = [];
  const refused: Refused[] = [];
  for (const given of givenRows(rows)) {
    const [row] = await checkRows([given], { ...checking, seen: null }, reader);
    if (!row) continue;
    const { level, area, stored, values } = row;
    if (level === "error" || area === null) refused.push(refusedAs(row, "error"));
    else if (!stored) {
      const result = await insertAll(checking.entry, [{ checked: row, id: uuidv7(reader.moments.now.getTime()), area }], reader);
      saved.push(...result.saved);
      refused.push(...result.refused);
    } else {
      const changed = await updateRow(checking.entry, stored.id, stored.version, givenValues(values), reader);
      if (changed.ok) saved.push({ number: given.number, rowId: stored.id, area });
      else refused.push(refusedAs(row, "error", [{ field: checking.entry.ledger.title, level: "error", ...changed.refusal }]));
    }
  }
  return { saved, refused };
}

const refusedAs = ({ given, problems }: CheckedRow, level: Refused["level"], more: readonly RowProblem[] = []): Refused => ({
  number: given.number,
  level,
  box: { given, problems: [...problems.filter((problem) => more.length === 0 || problem.level !== "confirm"), ...more] },
});

/** A blank cell leaves what is there; computed columns follow by themselves. */
const givenValues = ({ lon, lat, datum: _, ...rest }: CheckedRow["values"]): Record<string, unknown> => {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return lon === null || lon === undefined ? given : { ...given, point: { lon, lat } };
};

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
      refused.push(refusedAs(each.checked, "error", [faultOf(entry, error)]));
    }
  }
  return { saved, refused };
}

const savedOf = ({ checked, id, area }: Sound): Saved => ({ number: checked.given.number, rowId: id, area });

async function insert(entry: Entry, rows: readonly Sound[], reader: Reader): Promise<void> {
  await insertRows(
    entry,
    rows.map(({ checked, id, area }) => ({ id, area, values: checked.values, demo: false })),
    reader,
  );
  if (entry.ledger.keeps) for (const { checked, id } of rows) await settleParent(entry, { id, ...checked.values }, reader);
}

type RowFault = { readonly code: string; readonly constraint?: string };
/** Classes 22 and 23: the data, not the database; 42501: outside the range. */
const isRowFault = (error: unknown): error is RowFault => /^(22|23|42501)/.test(String((error as { code?: string }).code ?? ""));

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
