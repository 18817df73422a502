/** What a draw starts from: the objects and inspectors of this moment, and whom it leaves out and why. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { AreaRange } from "#platform/values.ts";
import { mayCheck } from "../tasks/powers.ts";
import type { Purpose } from "../tasks/purposes.ts";
import { type DrawInspector, type DrawPlan, withoutInspectors } from "./draw-algorithm.ts";

export type DrawRow = {
  readonly id: string;
  readonly area: number;
  readonly purpose: Purpose;
  readonly ask: number;
  readonly perObject: number;
  readonly kinds: readonly string[] | null;
  readonly grades: readonly string[] | null;
  readonly skipDays: number | null;
  readonly organs: readonly { readonly organ: string }[] | null;
};
export const exclusions = { openTask: "已有未完成的检查", checkedLately: "近期查过", noInspectors: "可派人员不足（辖区、回避）" } as const;
export type Excluded = Readonly<Record<keyof typeof exclusions, number>>;
export type Frozen = { readonly plan: DrawPlan; readonly excluded: Excluded };

/** @param range the area the draw is for; runs under the caller's own row filter */
export async function freeze(row: DrawRow, range: AreaRange, today: string, tx: Tx): Promise<Frozen> {
  const scoped: RawBuilder<unknown> = sql`o.area between ${range.lo} and ${range.hi} and o.deleted_at is null
    ${row.kinds?.length ? sql`and o.kind = any(${[...row.kinds]}::text[])` : sql``} ${row.grades?.length ? sql`and o.grade = any(${[...row.grades]}::text[])` : sql``}`;
  const busy = sql`exists (select 1 from inspection.task t where t.unit = o.unit and t.closed_at is null and t.deleted_at is null)`;
  const lately = row.skipDays ? sql`coalesce(o.last_checked_on > ${today}::date - ${row.skipDays}::int, false)` : sql`false`;
  const { rows } = await sql<{ id: string; class: string; weight: number; area: number; busy: boolean; lately: boolean }>`
    select o.unit as id, o.risk as class, o.weight::int as weight, o.area, ${busy} as busy, ${lately} as lately from inspection.object o where ${scoped}`.execute(
    tx,
  );
  const inspectors = await ableInspectors(row, range, tx);
  const free = rows.filter((each) => !each.busy && !each.lately);
  const ids = inspectors.map(({ id }) => id);
  const conflicts = await pairs(
    sql`select distinct c.person, c.unit from inspection.avoidance c join inspection.object o on o.unit = c.unit
    where c.deleted_at is null and (c.until is null or c.until >= ${today}) and c.person = any(${ids}::uuid[]) and ${scoped}`,
    tx,
  );
  const last = await lastPairs(ids, scoped, tx);
  const objects = free.map(({ id, class: risk, weight, area }) => ({ id, class: risk, weight, area }));
  const whole = { id: row.id, ask: row.ask, perObject: row.perObject, objects, inspectors, conflicts, last };
  const out = new Set(withoutInspectors(whole));
  const kept = out.size === 0 ? objects : objects.filter(({ id }) => !out.has(id));
  const there = new Set(kept.map(({ id }) => id));
  return {
    plan: {
      ...whole,
      objects: kept,
      conflicts: conflicts.filter(([, unit]) => there.has(unit)),
      last: last.filter(([unit]) => there.has(unit)),
    },
    excluded: {
      openTask: rows.filter((each) => each.busy).length,
      checkedLately: rows.filter((each) => !each.busy && each.lately).length,
      noInspectors: out.size,
    },
  };
}

async function ableInspectors(row: DrawRow, range: AreaRange, tx: Tx): Promise<readonly DrawInspector[]> {
  const organs = (row.organs ?? []).map(({ organ }) => organ);
  const { rows } = await sql<{ id: string; area: number; roles: readonly string[]; size: number }>`select i.id, i.area, i.roles,
      (select case a.level when 'city' then 100000000000 when 'county' then 1000000000 when 'town' then 1000000 when 'village' then 1000 else 1 end from platform.area a where a.key = i.area)::bigint as size
    from inspection.v_inspector i where ${organs.length > 0 ? sql`i.organ = any(${organs}::uuid[])` : sql`i.area between ${range.lo} and ${range.hi}`}`.execute(
    tx,
  );
  return rows
    .filter(({ roles }) => mayCheck(roles, row.purpose))
    .map(({ id, area, size }) => ({ id, lo: area, hi: area + (size ?? 1) - 1 }));
}

async function pairs(query: RawBuilder<unknown>, tx: Tx): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await (query as RawBuilder<{ person: string; unit: string }>).execute(tx);
  return rows.map(({ person, unit }) => [person, unit] as const);
}

/** Who went to each unit last, where both are among those who may be sent now. */
async function lastPairs(
  ids: readonly string[],
  scoped: RawBuilder<unknown>,
  tx: Tx,
): Promise<readonly (readonly [string, string, string])[]> {
  const { rows } = await sql<{
    unit: string;
    lead: string;
    second: string;
  }>`select distinct on (t.unit) t.unit, t.lead, t.second from inspection.task t
    join inspection.object o on o.unit = t.unit where t.state = 'done' and t.deleted_at is null and t.lead is not null and t.second is not null and ${scoped}
    order by t.unit, t.done_on desc, t.id desc`.execute(tx);
  const known = new Set(ids);
  return rows
    .filter(({ lead, second }) => known.has(lead) && known.has(second))
    .map(({ unit, lead, second }) => [unit, lead, second] as const);
}
