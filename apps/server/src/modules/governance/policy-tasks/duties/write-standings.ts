/** Writes what was judged: many rows a statement, all at first and then only those that differ, and above them the sums of each area. */
import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";
import type { Evidence, Status } from "./domain/standing.ts";
import type { JudgeGround } from "./ground.ts";
import type { JudgedPeriod, JudgedRow } from "./judge-all.ts";
import { type Kept, keptKey } from "./strays.ts";
import type { Tree } from "./tree.ts";

const BATCH = 20_000;
export type Written = { readonly id: string; readonly area: number; readonly duty: number; readonly status: Status };

/** Since when a standing that is new to us is as it is: a red one since it was late. */
const since = ({ status, lateFrom }: JudgedRow, today: CalendarDate): CalendarDate | null =>
  status !== "overdue" ? null : lateFrom > today ? today : lateFrom;

/** All that `writeStandings` would compare. */
export function digestOf({ period, rows }: JudgedPeriod): string {
  const lines = rows.map(
    ({ area, organ, status, value, num, den, target, evidence, forecast }) =>
      `${area} ${organ} ${status} ${value} ${num} ${den} ${target} ${evidence} ${forecast?.redOn}`,
  );
  return hash("sha256", `${period.dueOn} ${period.to}\n${lines.join("\n")}`, "base64");
}

const judgedKey = ({ laid, period }: Pick<JudgedPeriod, "laid" | "period">): string => `${laid.id} ${period.key}`;

/** What these duties came to when they were last judged whole. */
export async function readDigests(duties: readonly number[], tx: Tx): Promise<{ isSame(judged: JudgedPeriod, digest: string): boolean }> {
  const { rows } = await sql<{
    duty: number;
    period: string;
    digest: string;
  }>`select duty, period, digest from policy_tasks.judged where duty = any(${duties}::int[])`.execute(tx);
  const known = new Map(rows.map(({ duty, period, digest }) => [`${duty} ${period}`, digest]));
  return { isSame: (judged, digest) => known.get(judgedKey(judged)) === digest };
}

export async function keepDigests(judged: readonly (readonly [JudgedPeriod, string])[], tx: Tx): Promise<void> {
  if (judged.length === 0) return;
  await sql`insert into policy_tasks.judged (duty, period, digest)
    select * from unnest(${judged.map(([{ laid }]) => laid.id)}::int[], ${judged.map(([{ period }]) => period.key)}::text[], ${judged.map(([, digest]) => digest)}::text[])
    on conflict (duty, period) do update set digest = excluded.digest`.execute(tx);
}

/** Some rows were written by themselves: next time all are compared. */
export async function forgetDigests(judged: readonly JudgedPeriod[], tx: Tx): Promise<void> {
  await sql`delete from policy_tasks.judged j using unnest(${judged.map(({ laid }) => laid.id)}::int[], ${judged.map(({ period }) => period.key)}::text[]) x (duty, period)
    where j.duty = x.duty and j.period = x.period`.execute(tx);
}

/** Of these duties those nothing is written of yet: their rows need not be compared. Holds while the caller holds the duties. */
export async function unwritten(duties: readonly number[], tx: Tx): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ duty: number }>`select duty from unnest(${duties}::int[]) w (duty)
    where not exists (select 1 from policy_tasks.standing s where s.duty = w.duty)`.execute(tx);
  return new Set(rows.map(({ duty }) => duty));
}

/** @returns those that changed */
export async function writeStandings(rows: readonly JudgedRow[], today: CalendarDate, tx: Tx): Promise<readonly Written[]> {
  const written: Written[] = [];
  for (let from = 0; from < rows.length; from += BATCH) written.push(...(await writeBatch(rows.slice(from, from + BATCH), today, tx)));
  return written;
}

/** Of duties nothing is written of yet. */
export async function writeFirst(rows: readonly JudgedRow[], today: CalendarDate, tx: Tx): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await sql`${given(rows.slice(from, from + BATCH), today)} insert into policy_tasks.standing (${COLUMNS}) select ${VALUES} from r join g on g.n = r.n`.execute(
      tx,
    );
}

/** What all owners of a duty share in a period is sent once. */
function groupsOf(rows: readonly JudgedRow[]): { readonly groups: readonly JudgedRow[]; readonly of: readonly number[] } {
  const groups: JudgedRow[] = [];
  let last: JudgedRow | undefined;
  const of = rows.map((row) => {
    if (!last || row.duty !== last.duty || row.period !== last.period) groups.push(row);
    last = row;
    return groups.length;
  });
  return { groups, of };
}

const COLUMNS = sql.raw(
  "duty, version, area, organ, period, period_from, period_to, opens_on, due_on, status, value, num, den, target, evidence, turned_on, red_on, red_value, per_month",
);
const VALUES = sql.raw(
  `g.duty, g.version, r.area, r.organ, g.period, g.period_from, g.period_to, g.opens_on, g.due_on, r.status, r.value, r.num, r.den, r.target, r.evidence,
  r.turned_on, r.red_on, r.red_value, r.per_month`,
);

/** An array of what needs no quotes, written out: the driver looks at each element three times. */
const plain = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? "NULL").join(",")}}`;

/** The rows as `g`, what the owners of a duty share in a period, and `r`, what is each one's own. */
function given(rows: readonly JudgedRow[], today: CalendarDate) {
  const { groups, of: groupOf } = groupsOf(rows);
  const g = <T>(take: (row: JudgedRow) => T): T[] => groups.map(take);
  const of = (take: (row: JudgedRow) => string | number | null): string => plain(rows.map(take));
  return sql`with g as (
      select * from unnest(${g((r) => r.duty)}::int[], ${g((r) => r.version)}::int[], ${g((r) => r.period.key)}::text[], ${g((r) => r.period.from)}::date[],
        ${g((r) => r.period.to)}::date[], ${g((r) => r.period.opensOn)}::date[], ${g((r) => r.period.dueOn)}::date[])
        with ordinality x (duty, version, period, period_from, period_to, opens_on, due_on, n)),
    r as (
      select * from unnest(${plain(groupOf)}::int[], ${of((r) => r.area)}::bigint[], ${of((r) => r.organ)}::uuid[], ${of((r) => r.status)}::text[], ${of((r) => r.value)}::float8[],
        ${of((r) => r.num)}::float8[], ${of((r) => r.den)}::float8[], ${of((r) => r.target)}::float8[], ${of((r) => r.evidence)}::text[], ${of((r) => since(r, today))}::date[],
        ${of((r) => r.forecast?.redOn ?? null)}::date[], ${of((r) => r.forecast?.value ?? null)}::float8[], ${of((r) => r.forecast?.perMonth ?? null)}::float8[])
        x (n, area, organ, status, value, num, den, target, evidence, turned_on, red_on, red_value, per_month))`;
}

async function writeBatch(rows: readonly JudgedRow[], today: CalendarDate, tx: Tx): Promise<readonly Written[]> {
  const duties = [...new Set(rows.map(({ duty }) => duty))];
  const periods = [...new Set(rows.map(({ period }) => period.key))];
  // Compared before it is written: an upsert locks every row it meets, changed or not.
  const { rows: written } = await sql<Written>`${given(rows, today)},
    old as materialized (select * from policy_tasks.standing where duty = any(${duties}::int[]) and period = any(${periods}::text[]))
    insert into policy_tasks.standing as s (${COLUMNS}) select ${VALUES}
    from r join g on g.n = r.n left join old o on o.duty = g.duty and o.organ = r.organ and o.period = g.period
    where o.id is null or (not o.frozen and (o.status, o.value, o.num, o.den, o.target, o.evidence, o.due_on, o.area, o.period_to, o.red_on)
      is distinct from (r.status, r.value, r.num, r.den, r.target, r.evidence, g.due_on, r.area, g.period_to, r.red_on))
    on conflict (organ, duty, period) do update set version = excluded.version, area = excluded.area, period_from = excluded.period_from, period_to = excluded.period_to,
      opens_on = excluded.opens_on, due_on = excluded.due_on, status = excluded.status, value = excluded.value, num = excluded.num, den = excluded.den,
      target = excluded.target, evidence = excluded.evidence, computed_at = now(), red_on = excluded.red_on, red_value = excluded.red_value, per_month = excluded.per_month,
      turned_on = case when s.status = excluded.status then s.turned_on else ${today}::date end
    where not s.frozen
    returning s.id, s.area, s.duty, s.status`.execute(tx);
  return written;
}

export type RollRow = {
  readonly area: number;
  readonly period: string;
  readonly from: CalendarDate;
  readonly duty: number;
  readonly counts: Counts;
  readonly figure: ReturnType<JudgedPeriod["figureOf"]>;
  /** All it is made of is frozen: it stays as it was written. */
  readonly isSettled: boolean;
};
export type Counts = {
  owed: number;
  met: number;
  atRisk: number;
  open: number;
  overdue: number;
  noData: number;
  waived: number;
  idle: number;
  /** Of all, by where their figures came from: a sum of hand entries is never shown as computed. */
  computed: number;
  hand: number;
};
const KEY: Readonly<Record<Status, keyof Counts>> = {
  met: "met",
  "at-risk": "atRisk",
  open: "open",
  overdue: "overdue",
  "no-data": "noData",
  waived: "waived",
  "not-due": "idle",
  "not-applicable": "idle",
};

export const noneCounted = (): Counts => ({
  owed: 0,
  met: 0,
  atRisk: 0,
  open: 0,
  overdue: 0,
  noData: 0,
  waived: 0,
  idle: 0,
  computed: 0,
  hand: 0,
});
export function count(counts: Counts, { status, evidence }: { readonly status: Status; readonly evidence: Evidence }, n: number): void {
  counts[KEY[status]] += n;
  if (KEY[status] !== "idle") counts.owed += n;
  if (evidence !== "none") counts[evidence] += n;
}

type Rolling = { readonly tree: Tree; readonly ground: JudgeGround; readonly kept: ReadonlyMap<string, readonly Kept[]> };

/** Counts of the areas above the owners, of what was judged and of what stands beside it. */
export function rollUp({ laid, period, figureOf, rows }: JudgedPeriod, { tree, ground, kept }: Rolling): readonly RollRow[] {
  const byArea = new Map<number, { readonly counts: Counts; isOpen: boolean }>();
  const add = (row: JudgedRow | Kept, n: number, isOpen: boolean) => {
    for (const above of tree.aboveOf(row.area)) {
      if (above < laid.packArea) continue;
      const sum = byArea.get(above) ?? { counts: noneCounted(), isOpen };
      byArea.set(above, sum);
      count(sum.counts, row, n);
      sum.isOpen ||= isOpen;
    }
  };
  for (const row of rows) add(row, 1, true);
  for (const row of kept.get(keptKey(laid.id, period.key)) ?? []) add(row, row.n, !row.frozen);
  return [...byArea].map(([area, { counts, isOpen }]) =>
    rollRow({ laid, period, figureOf }, area, counts, !isOpen || ground.isFrozen(area, period)),
  );
}

export const rollRow = (
  { laid, period, figureOf }: Pick<JudgedPeriod, "laid" | "period" | "figureOf">,
  area: number,
  counts: Counts,
  isSettled: boolean,
): RollRow => ({ ...{ area, period: period.key, from: period.from, duty: laid.id, counts, isSettled }, figure: figureOf(area) });

/** Areas nobody below owes in any more are summed up no longer. `within`: only these were counted. */
export async function dropRolls(
  judged: readonly Pick<JudgedPeriod, "laid" | "period">[],
  rows: readonly RollRow[],
  tx: Tx,
  within?: readonly number[],
): Promise<void> {
  if (judged.length === 0) return;
  await sql`delete from policy_tasks.roll r using unnest(${judged.map(({ laid }) => laid.id)}::int[], ${judged.map(({ period }) => period.key)}::text[]) w (duty, period)
    where r.duty = w.duty and r.period = w.period ${within ? sql`and r.area = any(${within}::bigint[])` : sql``}
      and not exists (select from unnest(${rows.map(({ duty }) => duty)}::int[], ${rows.map(({ period }) => period)}::text[], ${rows.map(({ area }) => area)}::bigint[]) x (duty, period, area)
        where x.duty = r.duty and x.period = r.period and x.area = r.area)
      and not policy_tasks.is_frozen(r.area, r.period)`.execute(tx);
}

export async function writeRoll(rows: readonly RollRow[], tx: Tx): Promise<void> {
  const open = rows.filter(({ isSettled }) => !isSettled);
  for (let from = 0; from < open.length; from += BATCH) await rollBatch(open.slice(from, from + BATCH), tx);
}

async function rollBatch(rows: readonly RollRow[], tx: Tx): Promise<void> {
  const of = (take: (row: RollRow) => string | number | null): string => plain(rows.map(take));
  const duties = [...new Set(rows.map(({ duty }) => duty))];
  await sql`with x as (
      select * from unnest(${of((r) => r.area)}::bigint[], ${rows.map(({ period }) => period)}::text[], ${of((r) => r.duty)}::int[], ${of((r) => r.counts.owed)}::int[],
        ${of((r) => r.counts.met)}::int[], ${of((r) => r.counts.atRisk)}::int[], ${of((r) => r.counts.open)}::int[], ${of((r) => r.counts.overdue)}::int[],
        ${of((r) => r.counts.noData)}::int[], ${of((r) => r.counts.waived)}::int[], ${of((r) => r.counts.idle)}::int[], ${of((r) => r.figure.value)}::float8[],
        ${of((r) => r.figure.num)}::float8[], ${of((r) => r.figure.den)}::float8[], ${of((r) => r.counts.computed)}::int[], ${of((r) => r.counts.hand)}::int[], ${of((r) => r.from)}::date[])
        x (area, period, duty, owed, met, at_risk, open, overdue, no_data, waived, idle, value, num, den, computed, hand, period_from)),
    old as materialized (select * from policy_tasks.roll where duty = any(${duties}::int[]))
    insert into policy_tasks.roll as r (area, period, duty, owed, met, at_risk, open, overdue, no_data, waived, idle, value, num, den, computed, hand, period_from)
    select x.* from x left join old o on o.area = x.area and o.period = x.period and o.duty = x.duty
    where o.duty is null or (o.owed, o.met, o.at_risk, o.open, o.overdue, o.no_data, o.waived, o.idle, o.value, o.num, o.den, o.computed, o.hand, o.period_from)
      is distinct from (x.owed, x.met, x.at_risk, x.open, x.overdue, x.no_data, x.waived, x.idle, x.value, x.num, x.den, x.computed, x.hand, x.period_from)
    on conflict (area, period, duty) do update set owed = excluded.owed, met = excluded.met, at_risk = excluded.at_risk, open = excluded.open,
      overdue = excluded.overdue, no_data = excluded.no_data, waived = excluded.waived, idle = excluded.idle,
      value = excluded.value, num = excluded.num, den = excluded.den, computed = excluded.computed, hand = excluded.hand,
      period_from = excluded.period_from`.execute(tx);
}
