/**
 * My work 我的工作, over every kind of case there is: what waits for me 待办, what I moved 已办, what I opened or asked 我发起.
 * Read from the cases and their timelines; a case declared tomorrow appears here by itself.
 */
import { resolveMoment } from "@suiren/condition";
import { type RawBuilder, sql } from "kysely";
import { type Actor, may, scopeOf } from "../actor.ts";
import type { Tx } from "../db.ts";
import type { Condition } from "../ledger/condition.ts";
import type { Row } from "../ledger/define.ts";
import { pathOf } from "../ledger/names.ts";
import { compileQuery, cursorOf, listRows, pageKeys, type Reader } from "../ledger/read.ts";
import type { Language } from "../messages.ts";
import { ok, orThrow } from "../result.ts";
import type { Services } from "../services.ts";
import { type CaseRow, decide } from "./decide.ts";
import type { AnyCase } from "./define.ts";
import type { Beyond } from "./notices.ts";
import { pageOfSource, type TodoSource } from "./todo-source.ts";
import type { Item } from "./work-shapes.ts";

export type Work = {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly services: Services;
  readonly now: Date;
  readonly today: Reader["moments"]["today"];
  readonly language: Language;
};

/** Every kind of case, in the words of who asks. */
const casesOf = ({ services, language }: Work): ReadonlyMap<string, AnyCase> => services.spoken[language].registry.cases;

const readerIn = ({ tx, actor, services, now, today }: Work): Reader => ({
  tx,
  catalog: services.catalog,
  scope: scopeOf(actor),
  moments: { today, now },
  sealer: services.sealer,
});

/** The kinds of case this person may read, or the one asked for. */
export const kindsOf = (work: Work, kind?: string): readonly AnyCase[] =>
  [...casesOf(work).values()].filter(({ name }) => may(work.actor, `${name}.read`) && (kind === undefined || kind === name));

/** What else waits for this person, or the kind asked for. */
const sourcesOf = (work: Work, kind?: string): readonly TodoSource[] =>
  work.services.spoken[work.language].registry.modules
    .flatMap(({ todo }) => todo ?? [])
    .filter(({ name, permission }) => may(work.actor, permission) && (kind === undefined || kind === name));

/** Mine: what I hold; and, where I may move such a case at all, what nobody holds in person and no other organ holds. */
export function waitingFor(declared: AnyCase, actor: Actor): Condition {
  const held: Condition = { holderPerson: actor.userId };
  const isMover = Object.values(declared.moves).some((move) => may(actor, move.by));
  if (!isMover) return { open: true, ...held };
  const nobody: Condition = { holderPerson: null, holderOrgan: null };
  const ours: readonly Condition[] = actor.organId === null ? [] : [{ holderPerson: null, holderOrgan: actor.organId }];
  return { open: true, any: [held, nobody, ...ours] };
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function itemOf(declared: AnyCase, row: Row, people: ReadonlyMap<string, string>): Item {
  const refs = (row._ref ?? {}) as Readonly<Record<string, string>>;
  const person = text(row.holderPerson);
  return {
    id: row.id,
    caseName: declared.name,
    kind: declared.label,
    title: refs[declared.title] ?? text(row[declared.says ?? declared.title]) ?? row.id.slice(-8),
    place: refs.unit ?? row.areaName ?? "",
    state: declared.states[String(row.state)]?.label ?? "",
    isClosed: row.closedAt !== null && row.closedAt !== undefined,
    dueAt: text(row.dueAt),
    openedAt: text(row.openedAt),
    holder: (person ? people.get(person) : undefined) ?? refs.holderOrgan ?? null,
    href: `/${pathOf(declared.name)}?open=${row.id}`,
  };
}

async function namesOf(rows: readonly Row[], tx: Tx): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => text(row.holderPerson) ?? []))];
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`select id, name from identity.user where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

/**
 * 待办 of every kind in one order: earliest deadline first, none last. The cursor is a deadline and an id, the same for every kind.
 * One statement says which they are; only those shown are read whole.
 */
export async function listTodo(
  work: Work,
  { kind, after, limit }: { kind?: string | undefined; after?: string | undefined; limit: number },
) {
  const reader = readerIn(work);
  const kinds = kindsOf(work, kind);
  const query = { sort: BY_DEADLINE, after, limit: limit + 1 };
  const first: RawBuilder<unknown>[] = [];
  for (const declared of kinds) {
    const keys = pageKeys(reader.catalog.get(declared.name), { ...query, where: waitingFor(declared, work.actor) }, reader);
    if (!keys.ok) return keys;
    first.push(sql`(select ${declared.name}::text as name, k.id, k.key as due_at from (${keys.value}) k)`);
  }
  const sources = sourcesOf(work, kind);
  for (const source of sources) {
    const keys = pageOfSource(source, work.actor, after, limit + 1);
    if (!keys.ok) return keys;
    first.push(sql`(select ${source.name}::text as name, k.id, k.due_at from (${keys.value}) k)`);
  }
  if (first.length === 0) return ok({ items: [], next: null });
  const { rows: keys } = await sql<{
    name: string;
    id: string;
    sortedBy: string | null;
  }>`select name, id, due_at::text as sorted_by from (${sql.join(first, sql` union all `)}) x
    order by due_at nulls last, id limit ${limit + 1}`.execute(work.tx);
  const shown = keys.slice(0, limit);
  const rows = new Map<string, Row>();
  for (const declared of kinds) {
    const ids = shown.filter(({ name }) => name === declared.name).map(({ id }) => id);
    if (ids.length === 0) continue;
    const page = orThrow(await listRows(reader.catalog.get(declared.name), { where: { id: ids }, limit: ids.length }, reader));
    for (const row of page.rows) rows.set(row.id, row);
  }
  const people = await namesOf([...rows.values()], work.tx);
  const others = await readSources(sources, shown, work);
  const items = shown.flatMap(({ name, id }) => {
    const other = others.get(id);
    if (other) return [other];
    const [declared, row] = [casesOf(work).get(name), rows.get(id)];
    return declared && row ? [{ ...itemOf(declared, row, people), verb: verbOf(declared, row, work) }] : [];
  });
  const last = keys.length > limit ? shown.at(-1) : undefined;
  return ok({ items, next: last ? cursorOf(last.sortedBy, last.id, BY_DEADLINE) : null });
}
const BY_DEADLINE = "dueAt";

async function readSources(
  sources: readonly TodoSource[],
  shown: readonly { readonly name: string; readonly id: string }[],
  { tx, actor, language }: Work,
): Promise<ReadonlyMap<string, Item & { readonly verb: string | null }>> {
  const found = new Map<string, Item & { readonly verb: string | null }>();
  for (const source of sources) {
    const ids = shown.filter(({ name }) => name === source.name).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const line of await source.read(ids, { tx, actor, language }))
      found.set(line.id, { ...line, caseName: source.name, kind: source.label, isClosed: false });
  }
  return found;
}

/** The likeliest next move, as a verb for the row. Pure over the row; requests that hold it up are told when it is opened. */
function verbOf(declared: AnyCase, row: Row, { actor, now, today }: Work): string | null {
  const context = { actor, now, today, settings: new Map(), openRequests: [] };
  const next = Object.entries(declared.moves).find(([key]) => decide(declared, row as unknown as CaseRow, key, {}, context, true).ok);
  return next?.[1].label ?? null;
}

export type Act = {
  readonly lineId: string;
  readonly at: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly move: string | null;
};

/** 已办: cases I moved, each once, by my latest move. */
export async function listDone(work: Work, { kind, before, limit }: { kind?: string | undefined; before: number | null; limit: number }) {
  const names = kindsOf(work, kind).map(({ name }) => name);
  const { rows } = await sql<Act>`select l.id::text as line_id, l.at, l.case_name, l.case_id, l.move from platform.timeline l
    where l.actor = ${work.actor.userId} and l.move is not null and l.kind = 'person' and l.case_name = any(${names}::text[])
      ${before === null ? sql`` : sql`and l.id < ${before}`}
      and not exists (select 1 from platform.timeline n where n.case_id = l.case_id and n.id > l.id and n.actor = l.actor and n.move is not null)
    order by l.id desc limit ${limit + 1}`.execute(work.tx);
  const shown = rows.slice(0, limit);
  return { acts: await withCases(work, shown), next: rows.length > limit ? (shown.at(-1)?.lineId ?? null) : null };
}

export type Opened = Act & {
  readonly what: "case" | "notice";
  readonly note: string | null;
  readonly to: string | null;
  readonly subject: string | null;
};

/** 我发起: cases I opened and organs I told, newest first. */
export async function listOpened(work: Work, { beyond, limit }: { beyond: Beyond | null; limit: number }) {
  const me = work.actor.userId;
  const names = kindsOf(work).map(({ name }) => name);
  const after = (at: string, id: string) =>
    beyond ? sql`and (${sql.raw(at)}, ${sql.raw(id)}) < (${beyond.at}::timestamptz, ${beyond.id})` : sql``;
  const { rows } = await sql<Opened>`select * from (
      (select l.id::text as line_id, l.at, l.case_name, l.case_id, null as move, 'case' as what, null as note, null as "to", null as subject
        from platform.timeline l where l.actor = ${me} and l.from_state is null and l.to_state is not null and l.kind = 'person'
          and l.case_name = any(${names}::text[]) ${after("l.at", "l.id::text")}
        order by l.at desc, l.id desc limit ${limit + 1})
      union all
      (select r.id::text, r.asked_at, r.case_name, r.case_id, null, r.kind, r.note,
          (select o.name from organizations.organ o where o.id = r.to_organ), r.subject
        from platform.request r where r.asked_by = ${me} ${after("r.asked_at", "r.id::text")}
        order by r.asked_at desc, r.id desc limit ${limit + 1})
    ) x order by at desc, line_id desc limit ${limit + 1}`.execute(work.tx);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { acts: await withCases(work, shown), next: last ? { at: last.at, id: last.lineId } : null };
}

/** Where each case stands now. One outside the reader's area by now (he has changed post) keeps only what he did himself. */
async function withCases<A extends Act>(
  work: Work,
  acts: readonly A[],
): Promise<readonly (A & { readonly kind: string; readonly moveLabel: string | null; readonly item: Item | null })[]> {
  const reader = readerIn(work);
  const found = new Map<string, { declared: AnyCase; row: Row }>();
  for (const declared of casesOf(work).values()) {
    const ids = [...new Set(acts.filter((act) => act.caseName === declared.name).map((act) => act.caseId))];
    if (ids.length === 0 || !may(work.actor, `${declared.name}.read`)) continue;
    const { rows } = orThrow(
      await listRows(reader.catalog.get(declared.name), { where: { id: ids }, sort: "-id", limit: ids.length }, reader),
    );
    for (const row of rows) found.set(row.id, { declared, row });
  }
  const people = await namesOf(
    [...found.values()].map(({ row }) => row),
    work.tx,
  );
  return acts.map((act) => {
    const declared = casesOf(work).get(act.caseName);
    const there = found.get(act.caseId);
    return {
      ...act,
      kind: declared?.label ?? "",
      moveLabel: (act.move ? declared?.moves[act.move]?.label : undefined) ?? null,
      item: there ? itemOf(there.declared, there.row, people) : null,
    };
  });
}

/** Nobody counts further than this what waits for him. */
const COUNTED = 1_000;
/** Beyond the number of any kind of case. */
const SOURCES = 10_000;

/** How many wait, and how many of them today or late; of each kind up to the cap, in one statement. */
export async function countTodo(work: Work): Promise<{ readonly todo: number; readonly pressing: number; readonly capped: boolean }> {
  const reader = readerIn(work);
  const waiting = kindsOf(work).map((declared, kind) => {
    const entry = reader.catalog.get(declared.name);
    const where = orThrow(compileQuery(entry, { where: waitingFor(declared, work.actor) }, reader));
    return sql`(select ${kind}::int as kind, t.due_at from ${sql.raw(entry.table)} t where ${where} limit ${COUNTED + 1})`;
  });
  for (const [i, source] of sourcesOf(work).entries())
    waiting.push(sql`(select ${SOURCES + i}::int as kind, w.due_at from (${source.waiting(work.actor)}) w limit ${COUNTED + 1})`);
  if (waiting.length === 0) return { todo: 0, pressing: 0, capped: false };
  const late = resolveMoment("today+1d", reader.moments, true);
  const { rows } = await sql<{ n: number; late: number }>`select count(*)::int as n, count(*) filter (where due_at < ${late})::int as late
    from (${sql.join(waiting, sql` union all `)}) x group by kind`.execute(work.tx);
  return {
    todo: rows.reduce((sum, { n }) => sum + Math.min(n, COUNTED), 0),
    pressing: rows.reduce((sum, each) => sum + Math.min(each.late, COUNTED), 0),
    capped: rows.some(({ n }) => n > COUNTED),
  };
}
