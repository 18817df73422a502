/**
 * Standings that judging does not touch: of whoever owes no longer (an organ closed or left, a selector was narrowed), of periods that are none any
 * more, and frozen ones. What still ran of the first goes; where it was urged it stays for the record and is owed by nobody. What is past stays.
 */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";
import type { DutyPeriod } from "./domain/periods.ts";
import type { Evidence, Status } from "./domain/standing.ts";
import type { JudgeGround } from "./ground.ts";
import { ownersBy, periodsFor } from "./judge-all.ts";
import type { LaidDuty } from "./laid.ts";
import type { Tree } from "./tree.ts";

/** Counted above its area beside what was judged, by `keptKey`. */
export type Kept = {
  readonly area: number;
  readonly status: Status;
  readonly evidence: Evidence;
  readonly frozen: boolean;
  readonly n: number;
};
export const keptKey = (duty: number, period: string): string => `${duty} ${period}`;

type Asked = {
  readonly tree: Tree;
  readonly ground: JudgeGround;
  readonly today: CalendarDate;
  readonly seen: { readonly from: CalendarDate; readonly to: CalendarDate };
};
type Stray = Kept & {
  readonly id: string;
  readonly duty: number;
  readonly period: string;
  readonly ends: boolean;
  readonly planned: boolean;
};

/** @param duties of which something is written already */
export async function keepStrays(
  duties: readonly LaidDuty[],
  asked: Asked,
  failed: (laid: LaidDuty, error: unknown) => void,
  tx: Tx,
): Promise<ReadonlyMap<string, readonly Kept[]>> {
  if (duties.length === 0) return new Map();
  const plan = duties.flatMap((laid): readonly Planned[] => {
    try {
      return [{ laid, periods: periodsFor(laid, asked.seen, asked.today) }];
    } catch (error) {
      failed(laid, error);
      return [];
    }
  });
  const ownersOf = ownersBy(asked.tree);
  const strays = await findStrays(plan, ownersOf, asked, tx);
  const ended = strays.filter(({ ends }) => ends);
  await endStrays(ended, asked.today, tx);
  const kept = new Map<string, Kept[]>();
  const keep = ({ duty, period, ...row }: Kept & { readonly duty: number; readonly period: string }) => {
    const known = kept.get(keptKey(duty, period));
    if (known) known.push(row);
    else kept.set(keptKey(duty, period), [row]);
  };
  for (const stray of strays) if (!stray.ends) keep(stray);
  for (const stray of await urgedOf(ended, tx)) keep(stray);
  for (const row of await frozenBelow(plan, ownersOf, asked.ground, tx)) keep(row);
  return kept;
}

type Planned = { readonly laid: LaidDuty; readonly periods: readonly DutyPeriod[] };

type Owners = ReturnType<typeof ownersBy>;

async function findStrays(plan: readonly Planned[], ownersOf: Owners, { today, seen }: Asked, tx: Tx): Promise<readonly Stray[]> {
  const groups = new Map<unknown, number>();
  const owners: { readonly group: number; readonly organ: string }[] = [];
  const groupOf = plan.map(({ laid }) => {
    const subjects = ownersOf(laid);
    const known = groups.get(subjects);
    if (known !== undefined) return known;
    const group = groups.size;
    groups.set(subjects, group);
    for (const { organ } of subjects) owners.push({ group, organ });
    return group;
  });
  const periods = plan.flatMap(({ laid, periods: own }) => own.map(({ key }) => ({ duty: laid.id, key })));
  const { rows } =
    await sql<Stray>`with w as (select * from unnest(${plan.map(({ laid }) => laid.id)}::int[], ${groupOf}::int[]) x (duty, grp)),
      o as materialized (select * from unnest(${owners.map(({ group }) => group)}::int[], ${owners.map(({ organ }) => organ)}::uuid[]) x (grp, organ)),
      p as materialized (select * from unnest(${periods.map(({ duty }) => duty)}::int[], ${periods.map(({ key }) => key)}::text[]) x (duty, period)),
      s as (select s.id, s.duty, s.period, s.area, s.status, s.evidence, p.period is not null as planned, o.organ is null as is_strange,
          s.period_to >= ${today}::date or s.period like 'by:%' as runs, s.period_to >= ${today}::date as lasts
        from policy_tasks.standing s join w on w.duty = s.duty left join o on o.grp = w.grp and o.organ = s.organ
          left join p on p.duty = s.duty and p.period = s.period
        where not s.frozen and (s.period_to >= ${seen.from}::date or s.period like 'by:%') and (o.organ is null or p.period is null))
    select id, duty, period, area, status, evidence, false as frozen, 1 as n, planned, (is_strange and runs) or (not planned and lasts) as ends from s
    where is_strange or (not planned and lasts)`.execute(tx);
  return rows;
}

/** Gone where nobody was urged; else not applicable. Sums of a period that is none any more go with it. */
async function endStrays(strays: readonly Stray[], today: CalendarDate, tx: Tx): Promise<void> {
  if (strays.length === 0) return;
  const ids = strays.map(({ id }) => id);
  await sql`delete from policy_tasks.standing s where s.id = any(${ids}::uuid[]) and not exists (select from policy_tasks.urging u where u.standing = s.id)`.execute(
    tx,
  );
  await sql`update policy_tasks.standing set status = 'not-applicable', turned_on = ${today}::date, red_on = null, red_value = null, per_month = null
    where id = any(${ids}::uuid[]) and status <> 'not-applicable'`.execute(tx);
  const unplanned = strays.filter(({ planned }) => !planned);
  await sql`delete from policy_tasks.roll r using (select distinct * from unnest(${unplanned.map(({ duty }) => duty)}::int[],
      ${unplanned.map(({ period }) => period)}::text[]) x (duty, period)) x
    where r.duty = x.duty and r.period = x.period and not policy_tasks.is_frozen(r.area, r.period)`.execute(tx);
}

/** Those of them that stayed. */
async function urgedOf(strays: readonly Stray[], tx: Tx): Promise<readonly (Kept & { readonly duty: number; readonly period: string })[]> {
  if (strays.length === 0) return [];
  const { rows } = await sql<Kept & { duty: number; period: string }>`select duty, period, area, status, evidence, frozen, 1 as n
    from policy_tasks.standing where id = any(${strays.map(({ id }) => id)}::uuid[])`.execute(tx);
  return rows;
}

/** Where only some who owe it have frozen a year, the sums above them are made of frozen standings too. */
async function frozenBelow(plan: readonly Planned[], ownersOf: Owners, ground: JudgeGround, tx: Tx) {
  const isMixed = (laid: LaidDuty, period: DutyPeriod): boolean =>
    ground.isFrozenBelow(laid.packArea, period) && ownersOf(laid).some(({ area }) => !ground.isFrozen(area, period));
  const mixed = plan.flatMap(({ laid, periods }) =>
    periods.filter((period) => isMixed(laid, period)).map(({ key }) => ({ duty: laid.id, key })),
  );
  if (mixed.length === 0) return [];
  const { rows } = await sql<
    Kept & { duty: number; period: string }
  >`select s.duty, s.period, s.area, s.status, s.evidence, true as frozen, count(*)::int as n
    from unnest(${mixed.map(({ duty }) => duty)}::int[], ${mixed.map(({ key }) => key)}::text[]) x (duty, period)
    join policy_tasks.standing s on s.duty = x.duty and s.period = x.period where s.frozen group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}
