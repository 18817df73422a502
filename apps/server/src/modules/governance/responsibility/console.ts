/** 行业主管台: one kind of department in one area, with its units, what they were urged to do, indicators and tasks. SH-1.8, JX-2.2.1–9, QZ-2.2.3 */
import { sql } from "kysely";
import { z } from "zod";
import { type OrganKind, organKinds } from "#modules/ground/organizations/index.ts";
import { unitKinds } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin, levelOfKey, rangeOf, subtreeOf } from "#platform/values.ts";
import { areasOf, figuresOf, type Of, ofKind, unitsOf } from "./console-rows.ts";
import { departmentShown, overseen, statuses, whole } from "./console-shapes.ts";
import { defaults } from "./defaults.ts";
import { indicatorsOf } from "./domain/indicators.ts";
import { type Basis, bases } from "./domain/regulators.ts";

const tag = "责任体系";
const area = z.coerce.number().pipe(areaKey).optional();
const isKind = (kind: string): kind is OrganKind => Object.hasOwn(organKinds, kind);
type Department = z.output<typeof departmentShown>;

/** Where the asker looks: an area within his own, the whole of his own unless said. */
export function placeAsked({ actor, today, now }: RouteContext, given: number | undefined): Result<Of & { readonly area: number }> {
  const at = given ?? actor.area.lo;
  if (!isWithin(at, actor.area)) return refuse("not_found", "ledger.outside_area");
  return ok({ area: at, range: subtreeOf(at), today, now });
}

/** The width of one area directly below. */
const spanBelow = (at: number): number => {
  const below = { province: "city", city: "county", county: "town", town: "village", village: "grid", grid: "grid" } as const;
  const { lo, hi } = rangeOf(0, below[levelOfKey(at)]);
  return hi - lo + 1;
};

/** Kinds of department that rules give units to here, the asker's own among them if it is one. */
export const listDepartments = route({
  method: "GET",
  path: "/responsibility/departments",
  summary: "有单位归口的部门类别",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({}),
  output: z.object({
    own: z.string().nullable().describe("本人所在部门的类别"),
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), key: z.boolean() })),
  }),
  async run({ tx, actor }) {
    const { rows } = await sql<{
      kind: string;
      own: boolean;
    }>`select r.organ_kind as kind, coalesce(bool_or(o.id is not null), false) as own
      from responsibility.regulator_rule r left join organizations.v_organ o on o.id = ${actor.organId}::uuid and o.kind = r.organ_kind
      where r.deleted_at is null group by 1`.execute(tx);
    const known = Object.keys(organKinds);
    const kinds = rows
      .filter(({ kind }) => isKind(kind))
      .toSorted((a, b) => known.indexOf(a.kind) - known.indexOf(b.kind))
      .map(({ kind }) => ({
        kind,
        label: isKind(kind) ? organKinds[kind] : kind,
        key: defaults.keyIndustries.some((each) => each === kind),
      }));
    return ok({ own: rows.find(({ own }) => own)?.kind ?? null, kinds: kinds.toSorted((a, b) => Number(b.key) - Number(a.key)) });
  },
});

export const showDepartment = route({
  method: "GET",
  path: "/responsibility/departments/:kind",
  summary: "行业主管台：一类部门名下单位的状况、指标、督促和任务",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ kind: z.string().max(40), area }),
  output: departmentShown,
  example: { input: { kind: "education", area: 330_802_000_000_000 } },
  async run(context, { kind, area: given }) {
    if (!isKind(kind)) return refuse("not_found", "responsibility.unknown_department");
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const [{ tx }, of] = [context, place.value];
    const whose = ofKind(kind);
    const found = await figuresOf(tx, whose, of);
    const name = await sql<{ name: string }>`select name from platform.area where key = ${of.area}`.execute(tx);
    return ok({
      kind,
      label: organKinds[kind],
      area: of.area,
      areaName: name.rows[0]?.name ?? "",
      key: defaults.keyIndustries.includes(kind),
      organs: await organsOf(tx, kind, of),
      falls: await fallsTo(tx, kind, of),
      figures: found,
      indicators: [...indicatorsOf(found)],
      areas: [...(await areasOf(tx, whose, of, spanBelow(of.area)))],
      urgings: await urgingsOf(tx, kind, of),
      tasks: await tasksOf(tx, kind, of),
      open: await openOf(tx, kind, of),
      licences: await licencesOf(tx, kind, of),
    });
  },
});

/** The departments of this kind that look after units here: those of the area, and the nearest above where it has none of its own. */
async function organsOf(tx: Tx, kind: string, { range }: Of): Promise<Department["organs"]> {
  const { rows } = await sql<Department["organs"][number]>`select o.id, o.short_name as name, o.area,
      (select count(*) from responsibility.duty d where d.organ = o.id and d.deleted_at is null)::int as duties
    from organizations.v_organ o where o.kind = ${kind} and o.level in ('city', 'county')
      and (o.area between ${range.lo} and ${range.hi} or o.area = (select max(x.area) from organizations.v_organ x
        where x.kind = ${kind} and x.level in ('city', 'county') and x.area <= ${range.lo} and responsibility.area_end(x.area) >= ${range.hi}))
    order by o.area, o.id limit 60`.execute(tx);
  return rows;
}

type Rule = {
  readonly industry: string;
  readonly basis: Basis;
  readonly kinds: readonly string[] | null;
  readonly nameHas: string | null;
  readonly clause: string | null;
};
const ruleWords = ({ industry, basis, kinds, nameHas, clause }: Rule): string => {
  const named = (kinds ?? []).map((kind) => unitKinds[kind as keyof typeof unitKinds] ?? kind).join("、");
  const parts = [basis === "kind" ? named : [bases[basis], named].filter(Boolean).join("："), nameHas ? `含“${nameHas}”` : ""];
  return `${industry}（${[...parts, clause ?? ""].filter(Boolean).join("，")}）`;
};

async function fallsTo(tx: Tx, kind: string, { range, today }: Of): Promise<string[]> {
  const { rows } = await sql<Rule>`select industry, basis, kinds, name_has, clause from responsibility.regulator_rule
    where organ_kind = ${kind} and deleted_at is null and "from" <= ${today}::date and coalesce(until, ${today}::date) >= ${today}::date
      and area <= ${range.hi} and responsibility.area_end(area) >= ${range.lo} order by rank desc nulls last, industry limit 60`.execute(
    tx,
  );
  return rows.map(ruleWords);
}

const UNIT_PATH = "/places/unit/";

/** What units and the department itself were pressed to do within a year, newest first. */
async function urgingsOf(tx: Tx, kind: string, { range, today }: Of): Promise<Department["urgings"]> {
  const since = sql`${today}::date - 365`;
  const { rows } = await sql<Department["urgings"][number]>`
    (select g."on"::timestamptz as at, 'guidance' as kind, u.name as who, g.what as words, o.short_name as by, ${UNIT_PATH} || u.id as href, g.result is not null as answered
      from responsibility.guidance g join places.unit u on u.id = g.unit join organizations.v_organ o on o.id = g.by
      where g.deleted_at is null and g."on" > ${since} and g.area between ${range.lo} and ${range.hi} and ${ofKind(kind)} order by g."on" desc, g.id desc limit 40)
    union all
    (select l.at, 'hazard', u.name, coalesce(l.given ->> 'note', h.what), l.actor_name, '/hazard-loop/hazard/' || h.id, h.closed_at is not null
      from platform.timeline l join hazard_loop.hazard h on h.id = l.case_id join places.unit u on u.id = h.unit
      where l.code = 'case.urged' and l.at > ${since} and h.area between ${range.lo} and ${range.hi} and ${ofKind(kind)} order by l.at desc limit 40)
    union all
    (select x.at, 'duty', o.short_name, x.message, coalesce(x.by_organ, x.by_name, '系统'), '/policy-tasks/clauses/' || d.clause || '?standing=' || x.standing,
        case when x.kind = 'urge' then x.answered_at is not null end
      from policy_tasks.urging x join organizations.v_organ o on o.id = x.organ and o.kind = ${kind}
      join policy_tasks.standing s on s.id = x.standing join policy_tasks.duty d on d.id = s.duty
      where x.at > ${since} and x.area between ${range.lo} and ${range.hi} order by x.at desc limit 40)
    order by 1 desc limit 60`.execute(tx);
  return rows;
}

async function tasksOf(tx: Tx, kind: string, { range, today }: Of): Promise<Department["tasks"]> {
  const { rows } = await sql<
    Department["tasks"][number]
  >`select t.id, t.title, o.short_name as organ, t.due_on::text, t.due_on < ${today}::date as late
    from policy_tasks.task t join organizations.v_organ o on o.id = t.lead and o.kind = ${kind}
    where t.closed_at is null and t.deleted_at is null and t.area between ${range.lo} and ${range.hi} order by t.due_on, t.id limit 50`.execute(
    tx,
  );
  return rows;
}

async function openOf(tx: Tx, kind: string, { range, today }: Of): Promise<Department["open"]> {
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<
    Department["open"]
  >`with o as materialized (select id from organizations.v_organ where kind = ${kind} and area between ${range.lo} and ${range.hi}),
      last as (select distinct on (s.duty, s.organ) s.status from policy_tasks.standing s where s.organ in (select id from o) and s.opens_on <= ${today}::date
        order by s.duty, s.organ, s.period_from desc)
    select (select count(*) from policy_tasks.task t where t.lead in (select id from o) and t.closed_at is null and t.deleted_at is null)::int as tasks,
      (select count(*) from responsibility.year_task y where y.organ in (select id from o) and y.year = ${year} and y.done_on is null and y.deleted_at is null)::int as year_tasks,
      (select count(*) from responsibility.year_task y where y.organ in (select id from o) and y.year = ${year} and y.done_on is null and y.due_on < ${today}::date and y.deleted_at is null)::int as year_late,
      count(*) filter (where status in ('met', 'at-risk', 'open', 'overdue', 'no-data'))::int as duties,
      count(*) filter (where status = 'met')::int as met, count(*) filter (where status = 'overdue')::int as overdue from last`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("an aggregate gave no row");
  return row;
}

/** Bodies this department licensed that no unit is on file for: they belong to its list all the same. JX-2.2.7 */
async function licencesOf(tx: Tx, kind: string, { range, today }: Of): Promise<Department["licences"]> {
  const mine = sql`from responsibility.licence l join organizations.v_organ o on o.id = l.issuer and o.kind = ${kind}
    where l.deleted_at is null and coalesce(l.valid_until, ${today}::date) >= ${today}::date and l.area between ${range.lo} and ${range.hi}`;
  const counted = await sql<{
    all: number;
    unmatched: number;
  }>`select count(*)::int as "all", count(*) filter (where l.unit is null)::int as unmatched ${mine}`.execute(tx);
  const { rows } = await sql<
    Department["licences"]["rows"][number]
  >`select l.id, l.holder, l.what, (select name from platform.area a where a.key = l.area) as area_name,
      l.issued_on::text ${mine} and l.unit is null order by l.issued_on desc nulls last, l.id limit 50`.execute(tx);
  return { all: counted.rows[0]?.all ?? 0, unmatched: counted.rows[0]?.unmatched ?? 0, rows };
}

export const listDepartmentUnits = route({
  method: "GET",
  path: "/responsibility/departments/:kind/units",
  summary: "行业主管部门名下的单位",
  description: "逾期多的在前。总数数到 10,000 为止。",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({
    kind: z.string().max(40),
    area,
    status: z.enum(statuses).default("all"),
    q: z.string().max(60).default(""),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(20_000).default(0),
  }),
  output: z.object({ rows: z.array(overseen), count: whole, capped: z.boolean() }),
  async run(context, { kind, area: given, ...asked }) {
    if (!isKind(kind)) return refuse("not_found", "responsibility.unknown_department");
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const page = await unitsOf(context.tx, ofKind(kind), place.value, asked);
    return ok({ ...page, rows: [...page.rows] });
  },
});
