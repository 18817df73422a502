/** Reads how a document stands in an area: its version, its duties, what is counted of each, and the tasks beneath its clauses. */
import { type RawBuilder, sql } from "kysely";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaRange, type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import type { Counts } from "../duties/counts.ts";
import { isOwed, LAID, LAID_OUT, type LaidDuty } from "../duties/laid.ts";
import { ALL } from "../duties/seen.ts";
import type { Pack } from "../packs/domain/pack.ts";
import type { Counted } from "./domain.ts";

export type Version = {
  readonly id: string;
  readonly number: number;
  readonly area: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly pack: string;
  readonly title: string;
};

/** The last version of each document that binds or has bound, the newest document first; those that touch the area looked at. */
export async function versionsHere(tx: Tx, area: number, today: CalendarDate): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`select distinct on (pack, area) id, number, area, from_on as "from", to_on as "to", pack, title
    from policy_tasks.pack_version where from_on <= ${today}::date and compiled is not null order by pack, area, number desc`.execute(tx);
  return rows
    .filter((each) => isWithin(area, subtreeOf(each.area)) || isWithin(each.area, subtreeOf(area)))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

export async function compiledOf(tx: Tx, version: string): Promise<Pack | undefined> {
  const { rows } = await sql<{ compiled: Pack }>`select compiled from policy_tasks.pack_version where id = ${version}`.execute(tx);
  return rows[0]?.compiled;
}

type Found = LaidDuty & { readonly endedOn: CalendarDate | null };

/** Its duties, also those of a document that has ended; a department sees those it leads, supports or owes. */
export async function dutiesOf({ tx, actor }: RouteContext, { pack, area }: Version): Promise<readonly Found[]> {
  const organ = actor.organId;
  const mine = may(actor, ALL)
    ? sql``
    : sql`and (${organ}::uuid = any(leads) or ${organ}::uuid = any(supports) or exists (select 1 from policy_tasks.standing s where s.duty = d.id and s.organ = ${organ}))`;
  const { rows } = await sql<Found>`select ${LAID}, d.ended_on from ${LAID_OUT}
    where d.pack = ${pack} and d.pack_area = ${area} ${mine} order by d.position`.execute(tx);
  return rows.filter(isOwed) as readonly Found[];
}

const COUNTS: readonly (readonly [keyof Counts, string])[] = [
  ["met", "met"],
  ["atRisk", "at-risk"],
  ["open", "open"],
  ["overdue", "overdue"],
  ["noData", "no-data"],
  ["waived", "waived"],
];

type Row = Counts & { readonly duty: number; readonly period: string; readonly value: number | null; readonly target: number | null };
export type Figures = ReadonlyMap<string, { readonly value: number | null; readonly target: number | null }>;

/**
 * Of each duty in each period: owners in the area itself, and the sums of what lies below it. Where no sums are kept (a document that has ended)
 * every owner is counted.
 */
export async function countedOf(
  tx: Tx,
  duties: readonly Found[],
  range: AreaRange,
): Promise<{ readonly counted: readonly Counted[]; readonly figures: Figures }> {
  const live = duties.filter(({ endedOn }) => endedOn === null).map(({ id }) => id);
  const ended = duties.filter(({ endedOn }) => endedOn !== null).map(({ id }) => id);
  const counts = sql.join(COUNTS.map(([key, status]) => sql`count(*) filter (where s.status = ${status})::int as ${sql.ref(key)}`));
  const owners = (ids: readonly number[], where: RawBuilder<unknown>) =>
    sql<Row>`select s.duty, s.period, count(*) filter (where s.status not in ('not-due', 'not-applicable'))::int as owed, ${counts},
        case when count(*) = 1 then max(s.value) end as value, max(s.target) as target
      from policy_tasks.standing s where s.duty = any(${ids as number[]}::int[]) and ${where} group by s.duty, s.period`.execute(tx);
  const own = await owners(live, sql`s.area = ${range.lo}`);
  const all = ended.length > 0 ? await owners(ended, sql`s.area between ${range.lo} and ${range.hi}`) : { rows: [] };
  const { rows: below } = await sql<Row>`select duty, period, owed, met, at_risk, open, overdue, no_data, waived, value, null as target
    from policy_tasks.roll where area = ${range.lo} and duty = any(${live}::int[])`.execute(tx);
  return gather([...own.rows, ...all.rows, ...below]);
}

function gather(rows: readonly Row[]) {
  const counted = new Map<string, { duty: number; period: string; counts: Counts }>();
  const figures = new Map<string, { value: number | null; target: number | null }>();
  for (const { duty, period, value, target, ...counts } of rows) {
    const key = `${duty} ${period}`;
    const known = counted.get(key);
    if (known) for (const each of Object.keys(counts) as (keyof Counts)[]) known.counts[each] += counts[each];
    else counted.set(key, { duty, period, counts: { ...counts } });
    const figure = figures.get(key);
    figures.set(key, { value: value ?? figure?.value ?? null, target: target ?? figure?.target ?? null });
  }
  return { counted: [...counted.values()], figures };
}

export type TaskCount = {
  readonly clause: string;
  readonly year: number;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
};

/** Tasks that name a clause of it, by the year they were due in. */
export async function taskCounts(tx: Tx, pack: string, range: AreaRange, today: CalendarDate): Promise<readonly TaskCount[]> {
  const { rows } = await sql<TaskCount>`select t.clause, extract(year from t.due_on)::int as year, count(*)::int as total,
      count(*) filter (where t.state = 'done')::int as done, count(*) filter (where t.closed_at is null and t.due_on < ${today}::date)::int as overdue
    from policy_tasks.task t where t.deleted_at is null and t.state <> 'withdrawn' and t.clause like ${`${pack}-%`}
      and t.area between ${range.lo} and ${range.hi} group by 1, 2`.execute(tx);
  return rows;
}

export type KeyTaskRow = {
  readonly id: string;
  readonly title: string;
  readonly organ: string;
  readonly state: string;
  readonly stage: string | null;
  readonly target: string | null;
  readonly year: number;
  readonly carriedFrom: string | null;
};

export async function keyTasksOf(tx: Tx, pack: string, range: AreaRange): Promise<readonly KeyTaskRow[]> {
  const { rows } =
    await sql<KeyTaskRow>`select k.id, k.title, coalesce(o.short_name, '') as organ, k.state, k.stage, k.target, k.year::int as year,
      k.carried_from from policy_tasks.key_task k left join organizations.v_organ o on o.id = k.organ
    where k.deleted_at is null and k.pack = ${pack} and k.area between ${range.lo} and ${range.hi} order by k.year, k.title, k.id limit 500`.execute(
      tx,
    );
  return rows;
}

export type RecordRow = { readonly id: string; readonly name: string; readonly chief: string | null; readonly lacking: string | null };

/** The programme of this document in this very area. */
export async function recordOf(tx: Tx, pack: string, area: number): Promise<RecordRow | null> {
  const { rows } = await sql<RecordRow>`select id, name, chief, lacking from policy_tasks.programme
    where deleted_at is null and pack = ${pack} and area = ${area} order by created_at limit 1`.execute(tx);
  return rows[0] ?? null;
}
