/** Reading a ledger: pages, counts, one row, its history, its points. Always inside the caller's range, whatever row-level security adds. */
import { type RawBuilder, sql } from "kysely";
import type { Scope, Tx } from "../db.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Sealer } from "../seal.ts";
import { mask } from "../seal.ts";
import type { Catalog, Entry } from "./catalog.ts";
import { type Condition, compileCondition, type Moments } from "./condition.ts";
import type { Row } from "./define.ts";
import { type Field, isReference } from "./fields.ts";
import { columnName, fieldKey, qualified } from "./names.ts";
import { gramsOf } from "./search.ts";
import { type Box, dotDegrees, type TilePoint } from "./tile.ts";

export const COUNT_CAP = 10_000;

export type ListQuery = {
  readonly view?: string | undefined;
  readonly where?: Condition | undefined;
  readonly q?: string | undefined;
  /** Field, `-` before it for descending. */
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
};
/** What a reader brings: who he is (as a range), the moment, and the key to sealed boxes. */
export type Reader = {
  readonly tx: Tx;
  readonly catalog: Catalog;
  readonly scope: Scope;
  readonly moments: Moments;
  readonly sealer: Sealer;
};
export type Page = { readonly rows: readonly Row[]; readonly next: string | null };

const REFS: Readonly<Record<string, string>> = { organ: "organizations.organ", person: "identity.user" };
export const refLedgerOf = (field: Field): string => (field.kind === "ref" ? (field.ref ?? "") : (REFS[field.kind] ?? ""));

/** Titles of referenced rows, read under the same row filter: a row outside one's area shows no title. */
function selections(entry: Entry, catalog: Catalog): RawBuilder<unknown> {
  const titles = [...Object.entries(entry.ledger.fields), ...(entry.ledger.isCase ? CASE_REFS : [])].flatMap(([key, field]) => {
    const target = isReference(field) ? catalog.find(refLedgerOf(field)) : undefined;
    if (!target || target.ledger.fields[target.ledger.title]?.personal) return [];
    const title = sql.ref(`r.${columnName(target.ledger.title)}`);
    return [
      sql`, (select ${title} from ${sql.raw(qualified(target.ledger.name))} r where r.id = ${sql.ref(`t.${columnName(key)}`)}) as ${sql.ref(`ref:${key}`)}`,
    ];
  });
  const customTitles = entry.custom.flatMap(({ key, definition }, i) => {
    const target = isReference(definition) ? catalog.find(refLedgerOf(definition)) : undefined;
    if (!target || target.ledger.fields[target.ledger.title]?.personal) return [];
    const title = sql.ref(`r.${columnName(target.ledger.title)}`);
    return [
      sql`, (select ${title} from ${sql.raw(qualified(target.ledger.name))} r where r.id = (t.custom ->> ${key})::uuid) as ${sql.ref(`ref:custom.${i}`)}`,
    ];
  });
  return sql`t.*, (select a.name from platform.area a where a.key = t.area) as area_name${sql.join([...titles, ...customTitles], sql``)}`;
}
const CASE_REFS: readonly (readonly [string, Field])[] = [["holderOrgan", { kind: "organ", label: "承办单位" }]];

/** Base condition: inside the scope, not removed, then view, filter and search. */
export function compileQuery(entry: Entry, query: ListQuery, reader: Reader): Result<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [inside(entry, reader.scope)];
  const view = query.view ? entry.ledger.views?.[query.view] : undefined;
  if (query.view && !view) return refuse("not_found", "ledger.unknown_view", { view: query.view });
  for (const condition of [view?.where, query.where]) {
    if (!condition) continue;
    const compiled = compileCondition(condition, entry.columns, reader.moments);
    if (!compiled.ok) return compiled;
    parts.push(compiled.value);
  }
  if (query.q?.trim()) parts.push(searchFor(query.q.trim()));
  return ok(sql.join(parts, sql` and `));
}

function inside(entry: Entry, { area, unitId }: Scope): RawBuilder<unknown> {
  const range = sql`t.area between ${area.lo} and ${area.hi} and t.deleted_at is null`;
  if (unitId === null) return range;
  const { unit } = entry.ledger;
  return unit ? sql`${range} and ${sql.ref(`t.${columnName(unit)}`)} = ${unitId}` : sql`false`;
}

function searchFor(q: string): RawBuilder<unknown> {
  const grams = gramsOf(q);
  const like = sql`t.search_text like ${`%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`;
  return grams.length === 0 ? like : sql`platform.bigrams(t.search_text) @> ${grams}::text[] and ${like}`;
}

/** Is this a query the ledger can answer? Asked before one is saved. */
export function checkQuery(entry: Entry, query: ListQuery, reader: Reader): Result<null> {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const order = orderOf(entry, query);
  return order.ok ? ok(null) : order;
}

type Order = { readonly key: string; readonly descending: boolean; readonly column: RawBuilder<unknown>; readonly neverNull: boolean };

function orderOf(entry: Entry, query: ListQuery): Result<Order> {
  const wanted = query.sort ?? (query.view ? entry.ledger.views?.[query.view]?.sort : undefined) ?? entry.ledger.list.sort ?? "-id";
  const key = wanted.replace(/^-/, "");
  const column = entry.columns.column(key);
  if (!column || column.field.personal || ["table", "files", "many"].includes(column.field.kind))
    return refuse("invalid", "ledger.unknown_field", { field: key });
  const neverNull = column.field.required === true || ["id", "area", "createdAt", "updatedAt", "openedAt", "repeats"].includes(key);
  return ok({ key, descending: wanted.startsWith("-"), column: column.sql, neverNull });
}

/** What a page is: which rows, in what order, how many (one more than asked says whether there is another page). */
function pageOf(entry: Entry, query: ListQuery, reader: Reader) {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const order = orderOf(entry, query);
  if (!order.ok) return order;
  const { key, descending, column } = order.value;
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 500);
  const direction = descending ? sql`desc` : sql`asc`;
  const after = query.after ? afterKey(query.after, order.value) : ok(sql`true`);
  if (!after.ok) return after;
  const ordering = key === "id" ? sql`t.id ${direction}` : sql`${column} ${direction}, t.id ${direction}`;
  const from = sql`from ${sql.raw(entry.table)} t
    where ${where.value} and ${after.value} order by ${ordering} limit ${limit + 1} offset ${Math.min(query.offset ?? 0, COUNT_CAP)}`;
  return ok({ sort: sortOf(order.value), limit, column, from });
}

/** A page as identifiers beside the value that sorts them, to be put together with pages of other ledgers before a row is read whole. */
export function pageKeys(entry: Entry, query: ListQuery, reader: Reader): Result<RawBuilder<unknown>> {
  const page = pageOf(entry, query, reader);
  return page.ok ? ok(sql`select t.id, ${page.value.column} as key ${page.value.from}`) : page;
}

/** One page, by key after the last row of the page before (or by offset for small jumps). */
export async function listRows(entry: Entry, query: ListQuery, reader: Reader): Promise<Result<Page>> {
  const asked = pageOf(entry, query, reader);
  if (!asked.ok) return asked;
  const { sort, limit, column, from } = asked.value;
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${selections(entry, reader.catalog)}, ${column}::text as ${sql.ref(SORTED_BY)} ${from}`.execute(reader.tx);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({
    rows: page.map((row) => present(entry, row, reader.sealer)),
    next: last ? cursorOf(last[SORTED_BY] as string | null, String(last.id), sort) : null,
  });
}
/** The value that sorts a row as the database writes it: a row's own value may have lost digits (microseconds) and is not its place any more. */
const SORTED_BY = "sorted:by";

const sortOf = ({ key, descending }: Pick<Order, "key" | "descending">): string => `${descending ? "-" : ""}${key}`;

/** Where a page ended: the value that sorts its last row, written by the database, the row, and the order it holds for. */
export const cursorOf = (value: string | null, id: string, sort: string): string =>
  Buffer.from(JSON.stringify([value, id, sort])).toString("base64url");

function afterKey(after: string, order: Order): Result<RawBuilder<unknown>> {
  const { key, descending, column, neverNull } = order;
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
  } catch {
    return refuse("invalid", "ledger.bad_cursor");
  }
  const [value, id, sort] = Array.isArray(given) ? (given as unknown[]) : [];
  if (typeof id !== "string" || !/^[0-9a-f-]{36}$/i.test(id) || sort !== sortOf(order)) return refuse("invalid", "ledger.bad_cursor");
  if (value !== null && typeof value !== "string") return refuse("invalid", "ledger.bad_cursor");
  const beyond = descending ? sql`<` : sql`>`;
  if (key === "id") return ok(sql`t.id ${beyond} ${id}`);
  if (value === null)
    return ok(
      descending ? sql`((${column} is null and t.id < ${id}) or ${column} is not null)` : sql`(${column} is null and t.id > ${id})`,
    );
  const tuple = sql`(${column}, t.id) ${beyond} (${value}, ${id}::uuid)`;
  return ok(neverNull || descending ? tuple : sql`(${tuple} or ${column} is null)`);
}

/** How many rows a filter shows, up to the cap. */
export async function countRows(
  entry: Entry,
  query: ListQuery,
  reader: Reader,
): Promise<Result<{ readonly count: number; readonly capped: boolean }>> {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select 1 from ${sql.raw(entry.table)} t where ${where.value} limit ${COUNT_CAP + 1}) x`.execute(
    reader.tx,
  );
  const n = rows[0]?.n ?? 0;
  return ok({ count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP });
}

/** One row inside the scope; outside it does not exist. `forUpdate` locks it until commit. */
export async function findRow(entry: Entry, id: string, reader: Reader, forUpdate = false): Promise<Row | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined;
  const { rows } = await sql<Record<string, unknown>>`select ${selections(entry, reader.catalog)} from ${sql.raw(entry.table)} t
    where t.id = ${id} and ${inside(entry, reader.scope)} ${forUpdate ? sql`for update of t` : sql``}`.execute(reader.tx);
  return rows[0] && present(entry, rows[0], reader.sealer);
}

export type Named = { readonly id: string; readonly title: string; readonly areaName: string | null };

/** A row by its name alone, for whoever refers to it: inside the scope, or anywhere where the ledger's names are known to all. */
export async function findNamed(entry: Entry, id: string, reader: Reader): Promise<Named | undefined> {
  const title = entry.ledger.title;
  if (!entry.ledger.namedEverywhere) {
    const row = await findRow(entry, id, reader);
    return row && { id, title: String(row[title] ?? ""), areaName: row.areaName };
  }
  return (await named(entry, sql`t.id = ${id}`, 1, reader.tx))[0];
}

/** Names that hold these words, the nearest above the reader first: his own place, then what lies around it. */
export function findNames(entry: Entry, q: string, reader: Reader): Promise<readonly Named[]> {
  const { lo } = reader.scope.area;
  const near = sql`${lo} between t.area and t.area + 1e9::bigint - 1`;
  return named(entry, sql`${q === "" ? sql`true` : searchFor(q)}`, NAMES_SHOWN, reader.tx, sql`${near} desc, abs(t.area - ${lo})`);
}
const NAMES_SHOWN = 20;

async function named(
  entry: Entry,
  where: RawBuilder<unknown>,
  limit: number,
  tx: Tx,
  order?: RawBuilder<unknown>,
): Promise<readonly Named[]> {
  const title = sql.ref(`t.${columnName(entry.ledger.title)}`);
  const { rows } = await sql<Named>`select t.id, ${title} as title, (select a.name from platform.area a where a.key = t.area) as area_name
    from ${sql.raw(entry.table)} t where t.deleted_at is null and ${where} order by ${order ? sql`${order}, ` : sql``}t.id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** A stored row as the API shows it: personal values masked, titles of references under `_ref`, keys that are nobody's business dropped. */
export function present(entry: Entry, stored: Readonly<Record<string, unknown>>, sealer: Sealer): Row {
  const row: Record<string, unknown> = {};
  const refs: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stored)) {
    if (key.startsWith("ref:")) {
      const own = key.startsWith("ref:custom.") ? entry.custom[Number(key.slice(11))]?.key : undefined;
      if (value !== null) refs[own === undefined ? key.slice(4) : `custom.${own}`] = value;
      continue;
    }
    if (HIDDEN.has(key) || key.endsWith("Hash")) continue;
    const field = entry.ledger.fields[key];
    if (!field && PROMOTED.test(key)) continue;
    row[key] =
      field?.personal && value instanceof Uint8Array
        ? mask(sealer.open(value, placeOf(entry, String(stored.id), key)), field.personal)
        : value;
  }
  row._ref = refs;
  return row as Row;
}
const HIDDEN = new Set([SORTED_BY, "searchText", "deletedAt", "deletedWhy", "createdBy"]);
/** Columns of promoted custom fields (`c_<key>`): they repeat what stands in `custom`. */
const PROMOTED = /^c[A-Z]/;

/** What a sealed box is bound to. */
export const placeOf = (entry: Entry, id: string, key: string): string => `${entry.ledger.name}/${id}/${key}`;

/** Opens the named personal fields of one row; the caller has checked the right and writes the audit entry. */
export async function revealFields(
  entry: Entry,
  id: string,
  keys: readonly string[],
  reader: Reader,
): Promise<Readonly<Record<string, string | null>>> {
  const { rows } = await sql<
    Record<string, unknown>
  >`select t.* from ${sql.raw(entry.table)} t where t.id = ${id} and ${inside(entry, reader.scope)}`.execute(reader.tx);
  const stored = rows[0];
  if (!stored) return {};
  return Object.fromEntries(
    keys.map((key) => {
      const value = stored[key];
      return [key, value instanceof Uint8Array ? reader.sealer.open(value, placeOf(entry, id, key)) : null];
    }),
  );
}

export type HistoryEntry = {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly byName: string | null;
  readonly changes: readonly { field: string; from: unknown; to: unknown }[];
};

/** What changed, newest first; `to` is the value the next version had. */
export async function historyOf(entry: Entry, row: Row, tx: Tx): Promise<readonly HistoryEntry[]> {
  const { rows } = await sql<{ version: number; at: string; by: string | null; byName: string | null; old: Record<string, unknown> }>`
    select h.version, h.at, h.by, (select name from identity.user u where u.id = h.by) as by_name, h.old
    from platform.history h where h.ledger = ${entry.ledger.name} and h.row_id = ${row.id} order by h.version desc limit 200`.execute(tx);
  const now: Record<string, unknown> = Object.fromEntries(Object.entries(row).map(([key, value]) => [columnName(key), value]));
  return rows.map(({ version, at, by, byName, old }) => {
    const changes = Object.entries(old).flatMap(([column, from]) => {
      const to = now[column] ?? null;
      now[column] = from;
      return column === "custom" ? customChanges(from, to) : [{ field: fieldKey(column), from, to }];
    });
    return { version, at, by, byName, changes };
  });
}

/** What changed inside `custom`, field by field; fields since retired included. */
function customChanges(from: unknown, to: unknown): readonly { field: string; from: unknown; to: unknown }[] {
  const values = (side: unknown) => (typeof side === "object" && side !== null ? (side as Readonly<Record<string, unknown>>) : {});
  const [before, after] = [values(from), values(to)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
    .map((key) => ({ field: `custom.${key}`, from: before[key] ?? null, to: after[key] ?? null }));
}

/** So many points a browser takes at once without holding its hand; beyond that a map shows one for each place a dot covers. */
const WHOLE = 20_000;

type MapQuery = ListQuery & {
  readonly bbox?: readonly [number, number, number, number] | undefined;
  /** How near the map looks. With it a crowd is thinned to what can be told apart there; without it, all up to the limit. */
  readonly zoom?: number | undefined;
};

/** Points of what a filter shows, inside a box of the map; small enough to send whole up to `limit`. */
export async function mapPoints(entry: Entry, query: MapQuery, reader: Reader, limit = 100_000, whole = WHOLE) {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const box = query.bbox
    ? sql`t.lon between ${query.bbox[0]} and ${query.bbox[2]} and t.lat between ${query.bbox[1]} and ${query.bbox[3]}`
    : sql`t.lon is not null`;
  const title = sql.ref(`t.${columnName(entry.ledger.title)}`);
  const from = sql`from ${sql.raw(entry.table)} t where ${where.value} and ${box}`;
  const all = await pointRows(
    reader.tx,
    sql`select t.lon, t.lat, t.id, ${title} as title ${from}`,
    query.zoom === undefined ? limit : whole,
  );
  if (!all.more || query.zoom === undefined) return ok({ points: all.points, truncated: all.more, thinned: false });
  const { places, select } = thinned(dotDegrees(query.zoom));
  const thin = await pointRows(reader.tx, sql`${select} t.lon, t.lat, t.id, ${title} as title ${from} order by ${places}, t.id`, limit);
  return ok({ points: thin.points, truncated: thin.more, thinned: true });
}

/** One point for each place a dot covers, always the same one. */
function thinned(cell: number) {
  const places = sql`floor(t.lon / ${sql.lit(cell)}), floor(t.lat / ${sql.lit(cell)})`;
  return { places, select: sql`select distinct on (${places})` };
}

/** So many points stand in one tile at most, where it is not thinned. */
const TILE_LIMIT = 20_000;

/** Points of a filter in the box of one map tile; `cell` in degrees thins them, null shows all. Without names half the time to sort. */
export async function tilePoints(
  entry: Entry,
  query: Pick<ListQuery, "view" | "where" | "q">,
  { box: [west, south, east, north], cell, named }: { readonly box: Box; readonly cell: number | null; readonly named: boolean },
  reader: Reader,
): Promise<Result<readonly TilePoint[]>> {
  const where = compileQuery(entry, query, reader);
  if (!where.ok) return where;
  const { places, select } = cell === null ? { places: sql`t.lon, t.lat`, select: sql`select` } : thinned(cell);
  const { rows } =
    await sql<TilePoint>`${select} t.lon, t.lat, t.id, ${named ? sql.ref(`t.${columnName(entry.ledger.title)}`) : sql`''`} as title
    from ${sql.raw(entry.table)} t
    where ${where.value} and t.lon between ${west} and ${east} and t.lat between ${south} and ${north}
    order by ${places}, t.id limit ${TILE_LIMIT}`.execute(reader.tx);
  return ok(rows);
}

async function pointRows(tx: Tx, select: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<{ lon: number; lat: number; id: string; title: string }>`${select} limit ${limit + 1}`.execute(tx);
  return { points: rows.slice(0, limit).map(({ lon, lat, id, title }) => [lon, lat, id, title] as const), more: rows.length > limit };
}
