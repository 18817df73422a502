/** Writing a ledger: check, derive, seal, save; one statement a batch. Refuses with every problem at once, each named by field. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../db.ts";
import { ok, type Result, refuse } from "../result.ts";
import { isWithin } from "../values.ts";
import type { Entry } from "./catalog.ts";
import { customProblems } from "./custom-values.ts";
import type { Problem, Row } from "./define.ts";
import { type Field, isReference } from "./fields.ts";
import { unknownFiles } from "./files-of-rows.ts";
import { columnName } from "./names.ts";
import { acceptPoint, pointInput } from "./point.ts";
import { findNamed, findRow, historyOf, placeOf, type Reader, refLedgerOf } from "./read.ts";
import { searchTextOf } from "./search.ts";

export type Values = Readonly<Record<string, unknown>>;
export type Checked = { readonly values: Record<string, unknown>; readonly problems: readonly Problem[] };

/** UUIDv7: time-ordered, so that "newest first" is "largest id first". */
export function uuidv7(at: number = Date.now()): string {
  const random = randomUUID().replaceAll("-", "");
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${random.slice(16, 20)}-${random.slice(20)}`;
}

/** Checks given values against the declaration. `partial`: only what is given (an edit); else required fields must be there. */
export function checkValues(entry: Entry, given: Values, formats: Reader["catalog"]["formats"], partial: boolean): Checked {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, field] of entry.writable) {
    if (partial && !(key in given)) continue;
    if (!field.required && isBlank(given[key])) {
      values[key] = null; // what the schema would say, at a tenth of its cost: most fields of most rows are blank
      continue;
    }
    const parsed = entry.schemas.get(key)?.safeParse(given[key]);
    if (!parsed?.success) problems.push({ field: key, ...explain(field, given[key]) });
    else if (field.format && typeof parsed.data === "string") {
      const problem = formats[field.format]?.(parsed.data);
      if (problem)
        problems.push({ field: key, code: problem.code, params: { ...problem.params, ...(problem.fix ? { fix: problem.fix } : {}) } });
      else values[key] = parsed.data;
    } else values[key] = parsed.data;
  }
  for (const key of Object.keys(given))
    if (!(key in entry.ledger.fields) && !ACCEPTED.has(key)) problems.push({ field: key, code: "ledger.unknown_field" });
  checkCustom(entry, given.custom, values, problems);
  if (entry.ledger.place && given.point) {
    const parsed = pointInput.safeParse(given.point);
    const point = parsed.success ? acceptPoint(parsed.data) : refuse("invalid", "ledger.bad_point");
    if (point.ok) Object.assign(values, point.value);
    else problems.push({ field: "point", code: point.refusal.code, params: point.refusal.params });
  }
  if (problems.length === 0 && entry.ledger.check && !partial) problems.push(...entry.ledger.check(values));
  return { values, problems };
}
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";
const ACCEPTED = new Set(["point", "custom", "area", "version", "id"]);

function checkCustom(entry: Entry, given: unknown, values: Record<string, unknown>, problems: Problem[]): void {
  if (given === undefined || given === null || typeof given !== "object") return;
  const custom: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const field = entry.custom.find((each) => each.key === key);
    const parsed = entry.customSchemas.get(key)?.safeParse(value);
    if (!field || !parsed) problems.push({ field: `custom.${key}`, code: "ledger.unknown_field" });
    else if (!parsed.success) problems.push({ field: `custom.${key}`, ...explain(field.definition, value) });
    else custom[key] = parsed.data;
  }
  values.custom = custom;
}

/** One sentence's worth of what is wrong with a value. */
export function explain(field: Field, value: unknown): { code: string; params?: Record<string, unknown> } {
  if (value === undefined || value === null || value === "") return { code: "ledger.required" };
  const range = { min: field.min, max: field.max, unit: field.unit };
  switch (field.kind) {
    case "integer":
    case "decimal":
      return typeof value === "number" ? { code: "ledger.out_of_range", params: range } : { code: "ledger.not_a_number" };
    case "day":
      return { code: "ledger.no_such_day", params: { value } };
    case "choice":
    case "many":
      return { code: "ledger.not_a_choice", params: { value, choices: Object.values(field.choices ?? {}) } };
    case "text":
    case "long":
      return { code: "ledger.too_long", params: { max: field.max ?? (field.kind === "long" ? 4000 : 200) } };
    default:
      return { code: "ledger.bad_value", params: { value } };
  }
}

export type NewRow = {
  readonly id?: string;
  readonly area?: number;
  readonly values: Values;
  readonly demo?: boolean;
  /** Required own fields may stay empty (待补): the screen that makes the row cannot ask for them. */
  readonly lacking?: true;
};
const givenCustom = (values: Values): Values =>
  typeof values.custom === "object" && values.custom !== null ? (values.custom as Values) : {};

/** Creates one row a person gave. The area must be his; every referenced row must be visible to him. */
export async function createRow(entry: Entry, given: NewRow, reader: Reader): Promise<Result<Row>> {
  const { values, problems } = checkValues(entry, given.values, reader.catalog.formats, false);
  const demanded = { given: givenCustom(values), demand: given.lacking !== true };
  const found = [
    ...problems,
    ...notYet(entry, values, reader.moments.today),
    ...(await checkReferences(entry, values, reader)),
    ...also(problems, customProblems(entry, values, demanded, reader.moments)),
  ];
  const area = await inArea(entry, given.area, values, reader);
  if (!area.ok) found.push({ field: "area", code: area.refusal.code });
  if (found.length > 0 || !area.ok) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, found) });
  const id = given.id ?? uuidv7(reader.moments.now.getTime());
  const insert = () => insertRows(entry, [{ id, area: area.value, values, demo: given.demo ?? false }], reader);
  const saved = await guardUnique(entry, given.id === undefined ? insert : () => inSavepoint(reader.tx, insert));
  if (!saved.ok) return saved;
  await settleParent(entry, { id, ...values }, reader);
  const row = await findRow(entry, id, reader);
  return row ? ok(row) : refuse("forbidden", "ledger.outside_area");
}

/** A record says what was done: its day has come. One that lay ahead would hide what is due until then, and never lock. */
export function notYet({ ledger }: Entry, given: Values, today: string): readonly Problem[] {
  const on = ledger.record ? given[ledger.record.on] : undefined;
  return ledger.record && typeof on === "string" && on.slice(0, 10) > today ? [{ field: ledger.record.on, code: "ledger.not_yet" }] : [];
}

/**
 * A row its sender has sent before, under the id he gave it: a telephone that heard no answer sends again. Undefined when there is none that he can
 * see; refused when it is not his, or says something else.
 */
export async function sentBefore(entry: Entry, given: NewRow & { readonly id: string }, reader: Reader): Promise<Result<Row> | undefined> {
  const row = await findRow(entry, given.id, reader);
  if (!row) return undefined;
  const { values, problems } = checkValues(entry, given.values, reader.catalog.formats, false);
  const isSame =
    problems.length === 0 && (given.area === undefined || given.area === row.area) && (await saysTheSame(entry, row.id, values, reader));
  return isSame ? ok(row) : refuse("conflict", "ledger.id_taken", { id: given.id });
}

/** Compared as the database stores it; sealed values by what they open to. What the ledger derives is not the sender's. */
async function saysTheSame(entry: Entry, id: string, values: Values, reader: Reader): Promise<boolean> {
  const derived = entry.ledger.derive?.(values) ?? {};
  const own = entry.writable.filter(([key]) => !(key in derived) || !isBlank(values[key]));
  const open = own.filter(([, field]) => !field.personal).map(([key]) => key);
  const keys = [...open, "custom", ...(entry.ledger.place ? ["lon", "lat", "datum"] : [])];
  const columns = stored(entry, id, { ...present(values), custom: values.custom ?? {} }, reader);
  const { rows } = await sql<
    Record<string, unknown> & { isSame: boolean }
  >`select t.*, t.created_by is not distinct from ${reader.scope.userId}::uuid
      and not exists (select from unnest(${keys.map(columnName)}::text[]) k where to_jsonb(t) -> k is distinct from to_jsonb(x) -> k) as is_same
    from ${sql.raw(entry.table)} t, jsonb_populate_record(null::${sql.raw(entry.table)}, ${JSON.stringify(columns)}::jsonb) x where t.id = ${id}`.execute(
    reader.tx,
  );
  const [kept] = rows;
  const opened = (key: string) => {
    const box = kept?.[key];
    return box instanceof Uint8Array ? reader.sealer.open(box, placeOf(entry, id, key)) : null;
  };
  return kept?.isSame === true && own.every(([key, field]) => !field.personal || opened(key) === (values[key] || null));
}

/** Further problems, of fields about which nothing has been said yet. */
const also = (said: readonly Problem[], more: readonly Problem[]): readonly Problem[] =>
  more.filter(({ field }) => !said.some((problem) => problem.field === field));

/** Where a row belongs: its parent's area, or the given one inside the writer's range. */
export async function inArea(entry: Entry, given: number | undefined, values: Values, reader: Reader): Promise<Result<number>> {
  const { partOf } = entry.ledger;
  const parentId = partOf ? values[partOf] : undefined;
  const parent = partOf ? reader.catalog.find(refLedgerOf(entry.ledger.fields[partOf] ?? { kind: "ref", label: "" })) : undefined;
  if (parent && typeof parentId === "string") {
    const row = await findRow(parent, parentId, reader);
    return row ? ok(row.area) : refuse("invalid", "ledger.unknown_reference");
  }
  if (given === undefined) return refuse("invalid", "ledger.required");
  if (!isWithin(given, reader.scope.area)) return refuse("invalid", "ledger.outside_area");
  const { rows } = await sql<{ ended: boolean }>`select valid_to is not null as ended from platform.area where key = ${given}`.execute(
    reader.tx,
  );
  return rows[0] ? (rows[0].ended ? refuse("invalid", "ledger.ended_area") : ok(given)) : refuse("invalid", "ledger.unknown_area");
}

/** Every row named must exist for who names it. */
export async function checkReferences(entry: Entry, values: Values, reader: Reader, current: Values = {}): Promise<Problem[]> {
  const problems: Problem[] = [...(await unknownFiles(entry.ledger, values, current, reader.tx))];
  for (const [key, field] of Object.entries(entry.ledger.fields)) {
    const id = values[key];
    if (!isReference(field) || typeof id !== "string") continue;
    const target = reader.catalog.find(refLedgerOf(field));
    if (!target || !(await findNamed(target, id, reader))) problems.push({ field: key, code: "ledger.unknown_reference" });
  }
  return problems;
}

export const labelled = (entry: Entry, problems: readonly Problem[]) =>
  problems.map((problem) => ({
    ...problem,
    label:
      entry.ledger.fields[problem.field]?.label ??
      entry.custom.find((c) => `custom.${c.key}` === problem.field)?.definition.label ??
      problem.field,
  }));

/** Changes named fields of a row, guarded by its version: the second of two writers is shown what the first did. */
export async function updateRow(entry: Entry, id: string, version: number, given: Values, reader: Reader): Promise<Result<Row>> {
  const current = await findRow(entry, id, reader, true);
  if (!current) return refuse("not_found", "ledger.unknown_row", { id });
  if (current.version !== version)
    return refuse("conflict", "ledger.changed_by_other", {
      theirs: current,
      version: current.version,
      ...(await lastChange(entry, current, reader.tx)),
    });
  const locked = isLocked(entry, current, reader.moments.today);
  if (locked) return refuse("conflict", "ledger.record_locked", { days: entry.ledger.record?.lockDays });
  const { values, problems } = checkValues(entry, given, reader.catalog.formats, true);
  const own = givenCustom(values);
  const whole = { ...current, ...values, custom: { ...givenCustom(current), ...own } };
  const demanded = { given: own, demand: reader.scope.unitId === null };
  const found = [
    ...problems,
    ...notYet(entry, values, reader.moments.today),
    ...(await checkReferences(entry, values, reader, current)),
    ...also(problems, customProblems(entry, whole, demanded, reader.moments)),
    ...(problems.length === 0 && entry.ledger.check ? entry.ledger.check(whole, reader.scope) : []),
  ];
  if (found.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, found) });
  const saved = await guardUnique(entry, () => applyChange(entry, id, version, whole, values, reader));
  if (!saved.ok) return saved;
  const row = await findRow(entry, id, reader);
  return row ? ok(row) : refuse("forbidden", "ledger.outside_area");
}

/** Who changed a row last, and when, for the one who comes second. */
async function lastChange(entry: Entry, row: Row, tx: Tx): Promise<{ readonly by: string | null; readonly at: string }> {
  const [newest] = await historyOf(entry, row, tx);
  return { by: newest?.byName ?? null, at: newest?.at ?? row.updatedAt };
}

function isLocked(entry: Entry, row: Row, today: string): boolean {
  const { record } = entry.ledger;
  const on = record ? row[record.on] : undefined;
  if (!record || typeof on !== "string") return false;
  return Date.parse(today) - Date.parse(on.slice(0, 10)) > record.lockDays * 86_400_000;
}

/** Writes columns of one row; derived values and the search text follow. The caller holds the row's lock. */
export async function applyChange(entry: Entry, id: string, version: number, whole: Values, values: Values, reader: Reader): Promise<void> {
  const derived = entry.ledger.derive?.(whole) ?? {};
  const custom = values.custom ? { custom: { ...(whole.custom as object), ...(values.custom as object) } } : {};
  const columns = stored(entry, id, { ...values, ...derived, ...custom }, reader);
  const touchesSearch = (entry.ledger.search ?? [entry.ledger.title]).some((key) => key in values || key in derived);
  if (touchesSearch) columns.search_text = searchTextOf(entry.ledger, { ...whole, ...derived });
  const names = Object.keys(columns);
  const assignments = names.map((name) => sql`${sql.ref(name)} = x.${sql.ref(name)}`);
  const { rows } =
    await sql`update ${sql.raw(entry.table)} t set ${sql.join([...assignments, sql`version = t.version + 1`, sql`updated_at = now()`])}
    from jsonb_populate_record(null::${sql.raw(entry.table)}, ${JSON.stringify(columns)}::jsonb) x
    where t.id = ${id} and t.version = ${version} returning t.id`.execute(reader.tx);
  if (rows.length === 0) throw new Error(`row ${id} of ${entry.ledger.name} changed under its lock`);
}

/** Takes a row out of the ledger; it stays in the database with the reason. */
export async function removeRow(entry: Entry, id: string, why: string, reader: Reader): Promise<Result<null>> {
  const current = await findRow(entry, id, reader, true);
  if (!current) return refuse("not_found", "ledger.unknown_row", { id });
  await sql`update ${sql.raw(entry.table)} t set deleted_at = now(), deleted_why = ${why}, version = version + 1, updated_at = now() where id = ${id}`.execute(
    reader.tx,
  );
  return ok(null);
}

export type StoredRow = { readonly id: string; readonly area: number; readonly values: Values; readonly demo: boolean };

/** Inserts checked rows in one statement. Derived values, search text and sealed boxes are made here, so no way in forgets them. */
export async function insertRows(entry: Entry, rows: readonly StoredRow[], reader: Pick<Reader, "tx" | "sealer" | "scope">): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map(({ id, area, values, demo }) => {
    const whole = present({ ...values, ...(entry.ledger.derive?.(values) ?? {}) });
    return Object.assign(stored(entry, id, whole, reader), {
      id,
      area,
      demo,
      custom: whole.custom ?? {},
      search_text: searchTextOf(entry.ledger, whole),
      created_by: reader.scope.userId,
    });
  });
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
  const columns = sql.join(names.map((name) => sql.ref(name)));
  await sql`insert into ${sql.raw(entry.table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.raw(entry.table)}, ${JSON.stringify(records)}::jsonb)`.execute(
    reader.tx,
  );
}

/** Without what is not there: a missing key becomes null in the row, and most of a row is blank. */
function present(values: Values): Record<string, unknown> {
  const there: Record<string, unknown> = {};
  for (const key of Object.keys(values)) if (values[key] !== null && values[key] !== undefined) there[key] = values[key];
  return there;
}

/** Columns as the database stores them. */
function stored(entry: Entry, id: string, values: Values, { sealer }: Pick<Reader, "sealer">): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = entry.ledger.fields[key];
    if (!field) {
      if (["lon", "lat", "datum", "custom"].includes(key) || (entry.ledger.isCase && CASE_KEYS.has(key))) columns[columnName(key)] = value;
      continue;
    }
    if (!field.personal) {
      columns[columnName(key)] = value;
      continue;
    }
    const clear = typeof value === "string" && value !== "" ? value : null;
    columns[columnName(key)] = clear === null ? null : `\\x${sealer.seal(clear, placeOf(entry, id, key)).toString("hex")}`;
    if (field.findable)
      columns[`${columnName(key)}_hash`] =
        clear === null ? null : `\\x${sealer.hash(clear, `${entry.ledger.name}.${key}`).toString("hex")}`;
  }
  return columns;
}
const CASE_KEYS = new Set(["state", "holderOrgan", "holderPost", "holderPerson", "dueAt", "openedAt", "closedAt", "repeats", "lastAt"]);

/** The newest record speaks for its parent: only if this row is the newest by its day, so a late one undoes nothing. */
export async function settleParent(entry: Entry, row: Values, reader: Reader): Promise<void> {
  const { keeps, partOf } = entry.ledger;
  const parentId = partOf ? row[partOf] : undefined;
  const parentName = partOf ? entry.ledger.fields[partOf]?.ref : undefined;
  if (!keeps || !parentName || typeof parentId !== "string") return;
  const parent = reader.catalog.get(parentName);
  const sets = Object.entries(keeps.set).map(([to, from]) => sql`${sql.ref(columnName(to))} = n.${sql.ref(columnName(from))}`);
  await sql`update ${sql.raw(parent.table)} p set ${sql.join(sets)}, version = p.version + 1, updated_at = now()
    from (select * from ${sql.raw(entry.table)} t where ${sql.ref(`t.${columnName(partOf ?? "")}`)} = ${parentId} and t.deleted_at is null
      order by ${sql.ref(`t.${columnName(keeps.on)}`)} desc, t.id desc limit 1) n
    where p.id = ${parentId} and n.id = ${row.id}`.execute(reader.tx);
}

/** A unique index, or a guard of what is frozen, speaks in the user's words. */
async function guardUnique(entry: Entry, work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work();
    return ok(null);
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === "23514" && constraint === "frozen") return refuse("conflict", "ledger.frozen");
    if (code === "23514" && constraint === "not_own") return refuse("forbidden", "ledger.not_own");
    if (code !== "23505" || !constraint) throw error;
    if (constraint.endsWith("_pkey")) return refuse("conflict", "ledger.id_taken");
    const field = Object.keys(entry.ledger.fields).find((key) => constraint.endsWith(`_${columnName(key)}_unique`));
    if (!field) throw error;
    return refuse("conflict", "ledger.duplicate", { field, label: entry.ledger.fields[field]?.label });
  }
}

/** Runs `work` inside a savepoint: its failure leaves the transaction usable. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint attempt`.execute(tx);
    return value;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx);
    throw error;
  }
}
