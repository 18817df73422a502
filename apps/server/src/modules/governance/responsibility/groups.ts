/** 集团: subsidiaries and their subsidiaries roll up to the group, and state-owned groups to who supervises them. JX-2.2.9 */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey } from "#platform/values.ts";
import { placeAsked } from "./console.ts";
import { firesOfYear, guidedInYear, openHazards, trainedInYear, unitsOf, visitsOfYear } from "./console-rows.ts";
import { groupLine, overseen, statuses, whole } from "./console-shapes.ts";

const tag = "责任体系";
const area = z.coerce.number().pipe(areaKey).optional();

/** Every group with all the groups under it, itself included; one that names itself above itself ends after ten steps. */
const below = sql`below as (
    select id as top, id, 0 as depth from responsibility."group" where deleted_at is null
    union select b.top, g.id, b.depth + 1 from below b join responsibility."group" g on g.parent = b.id and g.deleted_at is null where b.depth < 10)`;

export const showGroups = route({
  method: "GET",
  path: "/responsibility/groups",
  summary: "集团成员单位的隐患、火警和履职",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ area, supervisor: z.uuid().optional().describe("只看这家国资监管机构的") }),
  output: z.object({
    groups: z.array(groupLine),
    total: groupLine.omit({ id: true, name: true, parent: true, stateOwned: true, supervisor: true, depth: true }),
  }),
  async run(context, { area: given, supervisor }) {
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const of = place.value;
    const month = `${of.today.slice(0, 7)}-01`;
    const stood = sql`count(distinct u.id)::int as units, coalesce(sum(h.open), 0)::int as open, coalesce(sum(h.overdue), 0)::int as overdue,
      coalesce(sum(h.major), 0)::int as major, coalesce(sum(v.n), 0)::int as visits, count(t.unit)::int as trained, coalesce(sum(f.n), 0)::int as fires,
      count(d.unit)::int as guided, coalesce(sum(m.owed), 0)::int as owed, coalesce(sum(m.met), 0)::int as met`;
    const joined = sql`left join ${openHazards(of)} h on h.unit = u.id left join ${visitsOfYear(of)} v on v.unit = u.id left join ${trainedInYear(of)} t on t.unit = u.id
      left join ${firesOfYear(of)} f on f.unit = u.id left join ${guidedInYear(of)} d on d.unit = u.id
      left join unit_management.duty_month m on m.unit = u.id and m.month = ${month}::date - interval '1 month' and m.deleted_at is null`;
    const member = sql`member as materialized (select distinct b.top, u.id from below b join responsibility.affiliation a on a."group" = b.id and a.deleted_at is null
      join places.unit u on u.id = a.unit and u.deleted_at is null and u.area between ${of.range.lo} and ${of.range.hi})`;
    const wanted = sql`g.deleted_at is null and (${supervisor ?? null}::uuid is null or g.supervisor = ${supervisor ?? null}::uuid)`;
    const { rows } = await sql<z.output<typeof groupLine>>`with recursive ${below}, ${member}
      select g.id, g.name, g.parent, coalesce(g.state_owned, false) as state_owned, o.short_name as supervisor,
        (select max(b.depth) from below b where b.id = g.id)::int as depth, ${stood}
      from responsibility."group" g left join organizations.v_organ o on o.id = g.supervisor left join member u on u.top = g.id ${joined}
      where ${wanted} group by g.id, g.name, g.parent, g.state_owned, o.short_name order by overdue desc, open desc, units desc, g.id limit 500`.execute(
      context.tx,
    );
    const total = await sql<Omit<z.output<typeof groupLine>, "id">>`with recursive ${below}, ${member}
      select ${stood} from (select distinct m.id from member m join responsibility."group" g on g.id = m.top where ${wanted}) u ${joined}`.execute(
      context.tx,
    );
    const [sum] = total.rows;
    if (!sum) throw new Error("an aggregate gave no row");
    return ok({ groups: rows, total: sum });
  },
});

export const listGroupUnits = route({
  method: "GET",
  path: "/responsibility/groups/:id/units",
  summary: "集团（含下级集团）的成员单位",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({
    id: z.uuid(),
    area,
    status: z.enum(statuses).default("all"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(20_000).default(0),
  }),
  output: z.object({ rows: z.array(overseen), count: whole, capped: z.boolean() }),
  async run(context, { id, area: given, ...asked }) {
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const whose = sql`u.id in (select a.unit from responsibility.affiliation a where a.deleted_at is null and a."group" in (
      with recursive b as (select ${id}::uuid as id, 0 as depth union select g.id, b.depth + 1 from b join responsibility."group" g on g.parent = b.id and g.deleted_at is null where b.depth < 10)
      select b.id from b))`;
    const page = await unitsOf(context.tx, whose, place.value, { ...asked, q: "" });
    return ok({ ...page, rows: [...page.rows] });
  },
});
