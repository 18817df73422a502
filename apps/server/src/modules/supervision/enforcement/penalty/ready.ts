/** What the penalty's moves need from the shell: the case number, earlier cases, the officers' certificates, and the documents made for this case. */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Given, Ready } from "#platform/case/define.ts";
import type { Row } from "#platform/ledger/define.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { nextNumber } from "../documents/issue.ts";
import { documentKinds } from "../documents/kinds.ts";
import { sameUnit } from "../hazard-of-unit.ts";
import { lastDayOf } from "./domain/rules.ts";
import { clockOf } from "./rules-in-force.ts";

const SAME_GROUP: Readonly<Record<string, readonly string[]>> = {
  "lane-occupied": ["lane-occupied", "lane-blocked", "lane-sealed"],
  "lane-blocked": ["lane-occupied", "lane-blocked", "lane-sealed"],
  "lane-sealed": ["lane-occupied", "lane-blocked", "lane-sealed"],
};

const PUNISHED = sql`state <> 'exempt'`;
/** Not punished, though the act was established: whoever was let off once is no first offender the next time. 行政处罚法 第三十三条 */
const LET_OFF = sql`state = 'exempt' and exempt_ground in ('first', 'slight')`;

/** Earlier penalties for the same kind of act, by unit, plate or name. What was decided not to be punished 不予处罚 is none. */
export async function earlierCases(
  { tx }: Pick<RouteContext, "tx">,
  given: Given,
  except: string | null,
  which: RawBuilder<unknown> = PUNISHED,
): Promise<number> {
  const act = String(given.act);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from enforcement.penalty
    where act = any(${[...(SAME_GROUP[act] ?? [act])]}::text[]) and decided_on is not null and ${which} and deleted_at is null and id is distinct from ${except}::uuid
      and ((unit is not null and unit = ${given.unit ?? null}::uuid) or (plate is not null and plate = ${given.plate ?? null})
        or (unit is null and plate is null and party = ${String(given.party)}))`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** 立案: two officers with valid certificates, the act not out of time, a number of its own. */
export async function readyToFile(context: RouteContext, given: Given & { readonly area: number }): Promise<Result<Given>> {
  const { tx, actor, today } = context;
  const officers = await officersOf(context, [given.officerOne, given.officerTwo]);
  if (officers.length !== 2) return refuse("invalid", "enforcement.two_officers");
  const lacking = officers.filter(({ certified }) => !certified).map(({ name }) => name);
  if (lacking.length > 0) return refuse("conflict", "enforcement.no_certificate", { names: lacking.join("、") });
  const own = await sameUnit(context, given);
  if (!own.ok) return own;
  const conductOn = calendarDate.safeParse(given.conductOn);
  if (!conductOn.success || conductOn.data > today) return refuse("invalid", "enforcement.conduct_day");
  const limit = lastDayOf(clockOf(given.harm === true ? "limitationHarm" : "limitation"), conductOn.data);
  if (today > limit) return refuse("conflict", "enforcement.out_of_time", { by: limit });
  if (!actor.organId) return refuse("conflict", "enforcement.no_organ");
  const kind = documentKinds.get("filing");
  if (!kind) throw new Error("no kind filing");
  const number = await nextNumber(tx, actor.organId, kind, today);
  if (!number.ok) return number;
  const { rows } = await sql<{
    town: boolean | null;
  }>`select town from enforcement.office where organ = ${actor.organId} and deleted_at is null limit 1`.execute(tx);
  return ok({
    number: number.value,
    filedOn: today,
    decideBy: lastDayOf(clockOf("decide"), today),
    earlier: await earlierCases(context, given, null),
    town: rows[0]?.town === true,
  });
}

type Officer = { readonly name: string; readonly certified: boolean };

/** The different people these ids name, each with whether he holds a certificate valid today; an id that is nobody's holds none. */
async function officersOf({ tx, today }: RouteContext, ids: readonly unknown[]): Promise<readonly Officer[]> {
  const people = ids.flatMap((id) => z.uuid().safeParse(id).data ?? []);
  const { rows } =
    await sql<Officer>`select coalesce(u.name, p.id::text) as name, u.id is not null and exists (select 1 from enforcement.officer o
      where o.person = u.id and o.deleted_at is null and o.issued_on <= ${today} and o.valid_until >= ${today}) as certified
    from (select distinct id from unnest(${people}::uuid[]) as id) p left join identity.user u on u.id = p.id order by u.name`.execute(tx);
  return rows;
}

type Made = { readonly number: string | null; readonly servedOn: string | null; readonly current: boolean };

/**
 * The newest document of this kind made for the case, in one of these states. `current`: issued since the inquiry last ended. After 补充调查 what was
 * told or decided before says nothing of what was found since.
 */
async function documentOf({ tx }: RouteContext, row: Row, kinds: readonly string[], states: readonly string[]): Promise<Made | undefined> {
  const { rows } = await sql<Made>`select number, served_on, issued_at >= coalesce((select max(at) from platform.timeline
      where case_id = ${row.id} and case_name = 'enforcement.penalty' and move = 'investigate'), issued_at) as current from enforcement.document
    where source_id = ${row.id} and kind = any(${[...kinds]}::text[]) and state = any(${[...states]}::text[]) and deleted_at is null
    order by issued_at desc nulls last limit 1`.execute(tx);
  return rows[0];
}

const namesOf = (kinds: readonly string[]): string => kinds.map((key) => documentKinds.get(key)?.title ?? key).join("、");

/** A move that rests on a document which the party has received. */
const served =
  (...kinds: readonly string[]): Ready =>
  async (context, row) => {
    const made = await documentOf(context, row, kinds, ["served"]);
    if (!made) return refuse("conflict", "enforcement.document_not_served", { names: namesOf(kinds) });
    if (!made.current) return refuse("conflict", "enforcement.document_before_inquiry", { names: namesOf(kinds) });
    return ok({ documentNumber: made.number, documentServedOn: made.servedOn });
  };

export const readyToNotice: Ready = served("penalty-notice", "penalty-notice-record");
export const readyToServe = (kind: string): Ready => served(kind);
export const readyToUrge: Ready = served("urging");

/** A decision is a document: approved on its own levels, issued under its number. */
export const readyToDecide: Ready = async (context, row) => {
  const kinds = ["penalty-decision"];
  const made = await documentOf(context, row, kinds, ["issued", "served"]);
  if (!made) return refuse("conflict", "enforcement.no_decision_document");
  return made.current
    ? ok({ documentNumber: made.number })
    : refuse("conflict", "enforcement.document_before_inquiry", { names: namesOf(kinds) });
};

export const readyToExempt: Ready = async (context, row) =>
  ok({ earlier: (await earlierCases(context, row, row.id)) + (await earlierCases(context, row, row.id, LET_OFF)) });
