/** Raising and moving cases: lock, decide, save; row, timeline, event and live message in one transaction. */
import { sql } from "kysely";
import type { Actor } from "../actor.ts";
import type { Scope, Tx } from "../db.ts";
import type { Entry } from "../ledger/catalog.ts";
import type { Row } from "../ledger/define.ts";
import { columnName } from "../ledger/names.ts";
import { findRow, type Reader } from "../ledger/read.ts";
import { applyChange, checkReferences, checkValues, insertRows, labelled, uuidv7 } from "../ledger/write.ts";
import { publish } from "../outbox.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Services } from "../services.ts";
import { readSettings } from "../settings.ts";
import type { CalendarDate } from "../values.ts";
import { dueAt } from "./calendar.ts";
import { type CaseRow, decide, nextMoves } from "./decide.ts";
import type { AnyCase } from "./define.ts";

export type TimelineEntry = {
  readonly caseName: string;
  readonly caseId: string;
  readonly at?: Date;
  readonly kind: "person" | "system" | "device";
  readonly actor?: string | null;
  readonly actorName: string;
  readonly move?: string;
  readonly from?: string;
  readonly to?: string;
  /** Sentence by code (messages tables) with `given` as parameters; a move's own line needs none. */
  readonly code?: string;
  readonly given?: Readonly<Record<string, unknown>>;
};

/** Adds a line nobody can rewrite. */
export async function addLine(tx: Tx, line: TimelineEntry): Promise<void> {
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor, actor_name, move, from_state, to_state, code, given)
    values (${line.caseName}, ${line.caseId}, ${(line.at ?? new Date()).toISOString()}, ${line.kind}, ${line.actor ?? null}, ${line.actorName}, ${line.move ?? null},
      ${line.from ?? null}, ${line.to ?? null}, ${line.code ?? null}, ${JSON.stringify(line.given ?? {})}::jsonb)`.execute(tx);
}

/** A reader for work done by the program itself: the whole city, no person. */
export function systemReader(services: Services, tx: Tx, now: Date, today: CalendarDate): Reader {
  const scope: Scope = { area: services.city.range, unitId: null, userId: null };
  return { tx, catalog: services.catalog, scope, moments: { today, now }, sealer: services.sealer };
}

export type Raise = {
  readonly area: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly holderOrgan: string | null;
  readonly holderPost?: string | null;
  readonly at: Date;
  readonly demo?: boolean;
  readonly actorName: string;
  readonly actor?: string | null;
  readonly kind: "person" | "system" | "device";
  readonly code?: string;
  /** Given by whoever made the case away from here; the raiser has seen that it is new. */
  readonly id?: string;
  /** Where it begins, for what the program prepares and a person has yet to confirm; else the declared start. */
  readonly state?: string;
  /** For a raiser who has read them already. */
  readonly settings?: ReadonlyMap<string, unknown>;
};
export type Raised = { readonly id: string; readonly repeats: number; readonly isNew: boolean };

/**
 * Opens a case, or counts on the open one when the declaration says they are the same. The database decides (unique index over open cases),
 * so many raisers lose nothing and double nothing.
 */
export async function raiseCase(declared: AnyCase, raise: Raise, reader: Reader, services: Services): Promise<Result<Raised>> {
  const entry = services.catalog.get(declared.name);
  const same = declared.sameWhileOpen ?? [];
  if (same.length > 0) {
    const counted = await countRepeat(entry, same, raise, reader.tx);
    if (counted) {
      await addLine(reader.tx, {
        caseName: declared.name,
        caseId: counted.id,
        at: raise.at,
        kind: raise.kind,
        actorName: raise.actorName,
        code: "case.repeated",
        given: { repeats: counted.repeats },
      });
      return ok({ ...counted, isNew: false });
    }
  }
  const { values, problems } = checkValues(entry, raise.values, services.catalog.formats, false);
  if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
  const settings = raise.settings ?? (await readSettings(reader.tx));
  const id = raise.id ?? uuidv7(raise.at.getTime());
  const readOnly = Object.fromEntries(Object.entries(raise.values).filter(([key]) => entry.ledger.fields[key]?.readOnly));
  const state = raise.state ?? declared.start;
  const due = dueAt(declared.states[state]?.due, raise.at, reader.moments.today, values, settings);
  const head = {
    state,
    openedAt: raise.at.toISOString(),
    lastAt: raise.at.toISOString(),
    dueAt: due?.toISOString() ?? null,
    repeats: 1,
    holderOrgan: raise.holderOrgan,
    holderPost: raise.holderPost ?? null,
  };
  await insertRows(entry, [{ id, area: raise.area, values: { ...values, ...readOnly, ...head }, demo: raise.demo ?? false }], reader);
  await addLine(reader.tx, {
    caseName: declared.name,
    caseId: id,
    at: raise.at,
    kind: raise.kind,
    actor: raise.actor ?? null,
    actorName: raise.actorName,
    to: state,
    ...(raise.code ? { code: raise.code } : {}),
    given: {},
  });
  await publish(reader.tx, { type: `${declared.name}.raised`, area: raise.area, actor: raise.actor ?? null, id });
  return ok({ id, repeats: 1, isNew: true });
}

async function countRepeat(
  entry: Entry,
  same: readonly string[],
  raise: Raise,
  tx: Tx,
): Promise<{ id: string; repeats: number } | undefined> {
  const matches = same.map((key) => {
    const value = raise.values[key] ?? null;
    const column = sql.ref(columnName(key));
    // Not `is not distinct from`: that cannot use the index over open cases.
    return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
  });
  const { rows } = await sql<{
    id: string;
    repeats: number;
  }>`update ${sql.raw(entry.table)} set repeats = repeats + 1, last_at = greatest(last_at, ${raise.at.toISOString()}), version = version + 1, updated_at = now()
    where closed_at is null and deleted_at is null and ${sql.join(matches, sql` and `)} returning id, repeats`.execute(tx);
  return rows[0];
}

export type Mover = { readonly actor: Actor | null; readonly now: Date; readonly today: CalendarDate };

/**
 * Locks the case, decides the move, saves it with its line and event. `version` guards against a move on an old picture: where the case has gone
 * on to another state, or where it stays in its own and somebody has meanwhile changed what this move writes. Whoever gives none (a phone that
 * was offline, the program itself) is not asked.
 */
export async function moveCase(
  declared: AnyCase,
  id: string,
  move: string,
  given: Readonly<Record<string, unknown>> & { readonly version?: number | undefined },
  by: Mover,
  reader: Reader,
): Promise<Result<Row>> {
  const entry = reader.catalog.get(declared.name);
  const row = await findRow(entry, id, reader, true);
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const current = await withHolder(row, reader.tx);
  if (given.version !== undefined && given.version !== row.version && !declared.moves[move]?.from.includes(current.state)) {
    return refuse("conflict", "ledger.changed_by_other", { theirs: row, version: row.version, by: current.holderName });
  }
  const overwritten = await changedMeanwhile(entry, declared, row, move, given, reader.tx);
  if (overwritten) return refuse("conflict", "case.changed_meanwhile", { ...overwritten, theirs: row, version: row.version });
  const checked = await checkGiven(entry, given, by, reader, row);
  if (!checked.ok) return checked;
  const decision = decide(
    declared,
    current,
    move,
    { ...given, ...checked.value },
    { ...by, settings: await readSettings(reader.tx), openRequests: await openRequests(id, reader.tx) },
  );
  if (!decision.ok) return decision;
  const { values, to } = decision.value;
  await applyChange(entry, id, row.version, { ...row, ...values }, values, reader);
  const { version: _, ...told } = { ...given, ...checked.value };
  await addLine(reader.tx, {
    caseName: declared.name,
    caseId: id,
    at: by.now,
    kind: by.actor ? "person" : "system",
    actor: by.actor?.userId ?? null,
    actorName: by.actor?.name ?? "系统",
    move,
    from: current.state,
    to,
    given: told,
  });
  await publish(reader.tx, {
    type: `${declared.name}.${move}`,
    area: row.area,
    actor: by.actor?.userId ?? null,
    id,
    from: current.state,
    to,
  });
  const after = await findRow(entry, id, reader);
  return after ? ok(after) : refuse("forbidden", "ledger.outside_area");
}

type Overwritten = { readonly fields: string; readonly by: string; readonly at: string };

/** What a move within one state would silently overwrite: fields it writes that have changed since the picture it was made on. */
async function changedMeanwhile(
  entry: Entry,
  declared: AnyCase,
  row: Row,
  key: string,
  given: Readonly<Record<string, unknown>> & { readonly version?: number | undefined },
  tx: Tx,
): Promise<Overwritten | undefined> {
  const move = Object.hasOwn(declared.moves, key) ? declared.moves[key] : undefined;
  if (!move || given.version === undefined || given.version === row.version || (move.to !== "same" && move.to !== row.state))
    return undefined;
  const written = [...(move.asks ?? []), ...(move.takes ?? [])].filter((field) => field in given);
  if (written.length === 0) return undefined;
  const columns = written.map(columnName);
  const { rows } = await sql<{ at: string; by: string; changed: readonly string[] }>`
    select h.at, coalesce((select name from identity.user u where u.id = h.by), case when h.by is null then '系统' else '他人' end) as by,
      (select array_agg(c) from jsonb_object_keys(h.old) c where c = any (${columns}::text[])) as changed
    from platform.history h where h.ledger = ${entry.ledger.name} and h.row_id = ${row.id} and h.version >= ${given.version}
      and h.old ?| ${columns}::text[] order by h.version desc limit 100`.execute(tx);
  const [newest] = rows;
  if (!newest) return undefined;
  const changed = new Set(rows.flatMap((each) => each.changed));
  const fields = written.filter((field) => changed.has(columnName(field))).map((field) => declared.fields[field]?.label ?? field);
  return { fields: fields.join("、"), by: newest.by, at: newest.at };
}

/** Values by their schemas; what a person refers to must exist for him. */
export async function checkGiven(
  entry: Entry,
  given: Readonly<Record<string, unknown>>,
  by: Mover,
  reader: Reader,
  current: Readonly<Record<string, unknown>> = {},
): Promise<Result<Record<string, unknown>>> {
  const fields = Object.fromEntries(
    Object.entries(given).filter(([key]) => key in entry.ledger.fields && !entry.ledger.fields[key]?.readOnly),
  );
  const { values, problems: ofValues } = checkValues(entry, fields, reader.catalog.formats, true);
  const problems = by.actor ? [...ofValues, ...(await checkReferences(entry, values, reader, current))] : ofValues;
  return problems.length > 0 ? refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) }) : ok(values);
}

export async function openRequests(id: string, tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{
    kind: string;
  }>`select distinct kind from platform.request where case_id = ${id} and settled_at is null and kind <> 'notice'`.execute(tx);
  return rows.map((row) => row.kind);
}

/** The row with the holder's name, so a refusal can say who has it. */
async function withHolder(row: Row, tx: Tx): Promise<CaseRow> {
  const person = row.holderPerson;
  const { rows } =
    typeof person === "string"
      ? await sql<{ name: string }>`select name from identity.user where id = ${person}`.execute(tx)
      : { rows: [] };
  return { ...row, holderName: rows[0]?.name ?? null } as unknown as CaseRow;
}

/** What this actor may do next with a case, for its detail answer. */
export async function movesOf(declared: AnyCase, row: Row, by: Mover, tx: Tx) {
  return nextMoves(declared, await withHolder(row, tx), {
    ...by,
    settings: await readSettings(tx),
    openRequests: await openRequests(row.id, tx),
  });
}

export type Line = {
  readonly id: number;
  readonly at: string;
  readonly kind: TimelineEntry["kind"];
  readonly actorName: string;
  readonly move: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly code: string | null;
  readonly given: Readonly<Record<string, unknown>>;
};

export async function timelineOf(caseId: string, tx: Tx): Promise<readonly Line[]> {
  const { rows } =
    await sql<Line>`select id, at, kind, actor_name, move, from_state, to_state, code, given from platform.timeline where case_id = ${caseId} order by at desc, id desc limit 500`.execute(
      tx,
    );
  return rows;
}

/** The persons who made this move of a case; `null`: who raised it. For guards that keep two steps in two hands. */
export async function madeBy(caseId: string, move: string | null, tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ actor: string }>`select distinct actor from platform.timeline
    where case_id = ${caseId} and move is not distinct from ${move} and actor is not null`.execute(tx);
  return rows.map(({ actor }) => actor);
}
