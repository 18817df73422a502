/** 四层责任: governments, departments, units and foundation work, each with what is complete of what is owed. JX-0.2 */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey } from "#platform/values.ts";
import { placeAsked } from "./console.ts";
import { type Of, openHazards } from "./console-rows.ts";
import { whole } from "./console-shapes.ts";
import { defaults } from "./defaults.ts";
import { type Completion, completionOf, type LayerKey, layerKeys, type Part, partKeys } from "./domain/layers.ts";

const part = z.object({ key: z.enum(partKeys), num: whole, den: whole, percent: z.number().nullable(), href: z.string().nullable() });
const layer = z
  .object({
    key: z.enum(layerKeys),
    percent: z.number().nullable().describe("各项完成率的平均；没有应完成的项不计"),
    parts: z.array(part),
    overdue: whole.describe("逾期的应尽事项"),
    clauses: z.array(z.string()).describe("看哪些条款"),
  })
  .meta({ id: "ResponsibilityLayer", description: "一个责任层面的完成情况" });

export const showLayers = route({
  method: "GET",
  path: "/responsibility/layers",
  summary: "四个层面的责任落实",
  description: "政府、部门、单位、基础工作；每项为应完成的和已完成的数。",
  tag: "责任体系",
  permission: "responsibility.duty.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ area: whole, layers: z.array(layer) }),
  example: { input: { area: 330_802_000_000_000 } },
  async run(context, { area: given }) {
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const [{ tx }, of] = [context, place.value];
    const [organs, units, owed] = [await organParts(tx, of), await unitParts(tx, of), await clausesOf(tx, of)];
    const layers = layerKeys.map((key) => {
      const stands = owed.get(key) ?? { num: 0, den: 0, overdue: 0 };
      const parts = [
        ...(key === "unit" ? units : (organs.get(key) ?? [])),
        { key: "clauses" as const, num: stands.num, den: stands.den, href: "/policy-tasks/board" },
      ];
      const { percent, parts: shown }: Completion = completionOf(parts);
      return { key, percent, parts: [...shown], overdue: stands.overdue, clauses: [...defaults.layers[key].clauses] };
    });
    return ok({ area: of.area, layers });
  },
});

type OrganCounts = Readonly<
  Record<"organs" | "listed" | "members" | "published" | "pledged" | "signed" | "tasks" | "done" | "owes" | "rural", number>
> & { readonly layer: LayerKey };

/** One pass over the organs of an area: to which layer each belongs, what it has of what it should. */
async function organParts(tx: Tx, { range, today }: Of): Promise<ReadonlyMap<LayerKey, readonly Part[]>> {
  const year = Number(today.slice(0, 4));
  const { government, foundation } = defaults.layers;
  const { rows } = await sql<OrganCounts>`with o as materialized (
      select id, coalesce(member, false) and level <> 'town' as member,
        case when kind = any(${foundation.organs}::text[]) or (kind = 'government' and level in ('town', 'village')) then 'foundation'
          when kind = any(${government.organs}::text[]) then 'government' else 'department' end as layer
      from organizations.organ where deleted_at is null and area between ${range.lo} and ${range.hi}),
    d as (select organ, count(*) filter (where kind = 'rural') as rural from responsibility.duty where deleted_at is null and area between ${range.lo} and ${range.hi}
      and coalesce(until, ${today}::date) >= ${today}::date group by 1),
    y as (select organ, count(*) as due, count(*) filter (where done_on is not null) as done from responsibility.year_task
      where deleted_at is null and year = ${year} and due_on <= ${today}::date and area between ${range.lo} and ${range.hi} group by 1),
    g as (select pledger, bool_or(state = 'signed') as signed from responsibility.pledge where deleted_at is null and year = ${year} and state <> 'withdrawn'
      and area between ${range.lo} and ${range.hi} group by 1),
    l as (select distinct organ from responsibility.power_list where deleted_at is null and state = 'published' and ended_on is null
      and coalesce(valid_until, ${today}::date) >= ${today}::date and area between ${range.lo} and ${range.hi})
    select o.layer, count(*)::int as organs, count(d.organ)::int as listed, count(*) filter (where o.member)::int as members,
      count(*) filter (where o.member and l.organ is not null)::int as published, count(g.pledger)::int as pledged, count(*) filter (where g.signed)::int as signed,
      coalesce(sum(y.due), 0)::int as tasks, coalesce(sum(y.done), 0)::int as done, count(*) filter (where d.rural > 0)::int as rural, count(*)::int as owes
    from o left join d on d.organ = o.id left join y on y.organ = o.id left join g on g.pledger = o.id left join l on l.organ = o.id group by 1`.execute(
    tx,
  );
  return new Map(
    rows.map((row): [LayerKey, readonly Part[]] => {
      const lists = { key: "dutyLists" as const, num: row.listed, den: row.organs, href: "/responsibility" };
      const tasks = { key: "yearTasks" as const, num: row.done, den: row.tasks, href: "/responsibility/year-task" };
      const pledges = { key: "pledges" as const, num: row.signed, den: row.pledged, href: "/responsibility/pledge" };
      if (row.layer === "foundation")
        return [
          row.layer,
          [lists, { key: "rural", num: row.rural, den: row.owes, href: "/responsibility/duty?view=rural" }, tasks, pledges],
        ];
      if (row.layer === "government") return [row.layer, [lists, tasks, pledges]];
      return [row.layer, [lists, { key: "powerLists", num: row.published, den: row.members, href: "/responsibility/power-list" }, tasks]];
    }),
  );
}

async function unitParts(tx: Tx, of: Of): Promise<readonly Part[]> {
  const { range, today } = of;
  const { rows } = await sql<Readonly<Record<"units" | "placed" | "open" | "overdue" | "owed" | "met", number>>>`select
      (select count(*) from places.unit where deleted_at is null and area between ${range.lo} and ${range.hi})::int as units,
      (select count(*) from places.unit where deleted_at is null and regulator is not null and area between ${range.lo} and ${range.hi})::int as placed,
      (select coalesce(sum(h.open), 0) from ${openHazards(of)} h)::int as open, (select coalesce(sum(h.overdue), 0) from ${openHazards(of)} h)::int as overdue,
      coalesce(sum(m.owed), 0)::int as owed, coalesce(sum(m.met), 0)::int as met from unit_management.duty_month m
    where m.deleted_at is null and m.month = ${`${today.slice(0, 7)}-01`}::date - interval '1 month' and m.area between ${range.lo} and ${range.hi}`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return [];
  return [
    { key: "placed", num: row.placed, den: row.units, href: "/responsibility?tab=unplaced" },
    { key: "unitDuties", num: row.met, den: row.owed, href: null },
    { key: "hazardsOnTime", num: row.open - row.overdue, den: row.open, href: "/hazard-loop/hazard?view=open" },
  ];
}

type Stands = { readonly num: number; readonly den: number; readonly overdue: number };

/** Duties of policies by layer, from the clauses each layer names: what is owed in the last period that began, and met of it. */
async function clausesOf(tx: Tx, { area, today }: Of & { readonly area: number }): Promise<ReadonlyMap<LayerKey, Stands>> {
  const named = layerKeys.map((key) => ({
    layer: key,
    like: `^(${defaults.layers[key].clauses.map((clause) => clause.replaceAll(".", "\\.")).join("|")})(\\.|$)`,
  }));
  const { rows } = await sql<
    Stands & { layer: LayerKey }
  >`with d as materialized (select distinct on (d.id) d.id, x.layer from policy_tasks.duty d
      join jsonb_to_recordset(${JSON.stringify(named)}::jsonb) x (layer text, "like" text) on d.clause ~ x."like" where d.ended_on is null order by d.id, x.layer),
    own as (select s.duty, (s.status in ('met', 'at-risk', 'open', 'overdue', 'no-data'))::int as owed, (s.status = 'met')::int as met, (s.status = 'overdue')::int as overdue
      from (select distinct on (duty, organ) duty, status from policy_tasks.standing where area = ${area} and opens_on <= ${today}::date order by duty, organ, period_from desc) s),
    below as (select distinct on (duty) duty, owed, met, overdue from policy_tasks.roll where area = ${area} and owed > 0
      and coalesce(period_from, ${today}::date) <= ${today}::date order by duty, period_from desc nulls last)
    select d.layer, coalesce(sum(x.owed), 0)::int as den, coalesce(sum(x.met), 0)::int as num, coalesce(sum(x.overdue), 0)::int as overdue
    from (select * from own union all select * from below) x join d on d.id = x.duty group by 1`.execute(tx);
  return new Map(rows.map(({ layer: key, ...stands }) => [key, stands]));
}
