/** 乡镇（街道）基层治理: its bodies and their holders, who is there today, posts without a second, the month's patrols and work, what is lacking. */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate, isWithin, levelOfKey, subtreeOf } from "#platform/values.ts";
import { office } from "./forces/office.ts";
import { station } from "./forces/station.ts";
import { cellsOf, registerCell, registerHeads } from "./registers/routes.ts";

const nullable = z.string().nullable();
const body = z.object({
  office: z
    .object({
      id: z.uuid(),
      status: z.string(),
      host: nullable,
      director: nullable,
      directorFits: z.boolean().nullable(),
      officer: nullable,
      phone: nullable,
      partyLead: nullable,
      governmentLead: nullable,
      selfLead: nullable,
      socialLead: nullable,
    })
    .nullable(),
  station: z
    .object({
      id: z.uuid(),
      status: z.string(),
      category: z.string(),
      form: nullable,
      head: nullable,
      phone: nullable,
      staffStandard: z.number().int().nullable(),
      staffPresent: z.number().int().nullable(),
      staffMet: z.boolean().nullable(),
      patrolCar: z.boolean().nullable(),
      countedOn: nullable,
    })
    .nullable(),
  posts: z.array(
    z.object({
      id: z.uuid(),
      post: z.string(),
      holderA: nullable,
      holderB: nullable,
      paired: z.boolean().nullable(),
      standing: nullable,
      standingOn: nullable,
    }),
  ),
  villages: z.object({
    all: z.number().int(),
    set: z.number().int(),
    led: z.number().int(),
    pledges: z.number().int(),
    households: z.number().int(),
    signed: z.number().int(),
  }),
  forces: z.object({ wardens: z.number().int(), teams: z.number().int(), volunteers: z.number().int(), microStations: z.number().int() }),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      areaName: nullable,
      objects: z.number().int().nullable(),
      planned: z.number().int().nullable(),
      patrols: z.number().int(),
      problems: z.number().int(),
      lastPatrolOn: nullable,
      lastScore: z.number().int().nullable(),
    }),
  ),
  sides: z.array(z.object({ side: z.string(), times: z.number().int(), people: z.number().int() })),
  events: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    closed: z.number().int(),
    all: z.number().int(),
    medianHours: z.number().nullable(),
  }),
  hazards: z.object({ open: z.number().int(), overdue: z.number().int(), closed: z.number().int() }),
  units: z.object({ all: z.number().int(), named: z.number().int() }),
});
type Body = z.output<typeof body>;

export const townShape = body.extend({
  area: z.number().int(),
  name: z.string(),
  county: z.string(),
  month: z.string(),
  registers: z.array(registerCell.extend({ label: z.string() })),
});

type One<K extends keyof Body> = NonNullable<Body[K]>;

/** Everything of one town, read under the caller's own row filter. */
export async function readTown(context: Pick<RouteContext, "tx" | "today" | "services" | "language">, area: number, month: string) {
  const { tx, today } = context;
  const { lo, hi } = subtreeOf(area);
  const within = sql`deleted_at is null and area between ${lo} and ${hi}`;
  const first = `${month}-01`;
  const inMonth = sql`between ${first}::date and (${first}::date + interval '1 month' - interval '1 day')::date`;
  const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await query.execute(tx)).rows[0];
  const place = await one(sql<{ name: string; county: string }>`select a.name, coalesce(p.name, '') as county from platform.area a
    left join platform.area p on p.key = a.parent where a.key = ${area}`);
  const officeRow = await one(sql<
    One<"office">
  >`select id, status, host, director, director_fits, officer, phone, party_lead, government_lead, self_lead, social_lead
    from grassroots.office where ${within} order by (status = 'set') desc, id limit 1`);
  const stationRow = await one(sql<
    One<"station">
  >`select id, status, category, form, head, phone, staff_standard, staff_present, staff_met, patrol_car, counted_on
    from grassroots.station where ${within} order by (status = 'set') desc, id limit 1`);
  const posts = await sql<
    Body["posts"][number]
  >`select id, post, holder_a, holder_b, paired, standing, standing_on from grassroots.station_post
    where ${within} order by array_position(array['coordination', 'command', 'inspection', 'enforcement', 'publicity'], post), id`.execute(
    tx,
  );
  const villages = await one(sql<One<"villages">>`select count(*)::int as all, count(*) filter (where status = 'set')::int as set,
    count(*) filter (where led_by_committees)::int as led, count(*) filter (where pledge)::int as pledges, coalesce(sum(households), 0)::int as households,
    coalesce(sum(signed), 0)::int as signed from grassroots.village_body where ${within}`);
  const forces = await one(sql<
    One<"forces">
  >`select (select count(*)::int from grassroots.warden where status = 'active' and ${within}) as wardens,
    (select count(*)::int from grassroots.team where status = 'active' and ${within}) as teams,
    (select coalesce(sum(members), 0)::int from grassroots.team where status = 'active' and kind = 'volunteer' and ${within}) as volunteers,
    (select count(*)::int from micro_station.station where ${within}) as micro_stations`);
  const members = await sql<
    Body["members"][number]
  >`select m.id, m.name, (select a.name from platform.area a where a.key = m.area) as area_name, m.objects,
      m.patrols_a_month as planned, m.last_patrol_on, m.last_score, coalesce(p.times, 0)::int as patrols, coalesce(p.problems, 0)::int as problems
    from grassroots.grid_member m left join (select member, count(*) as times, sum(problems) as problems from grassroots.patrol
      where ${within} and patrolled_on ${inMonth} group by member) p on p.member = m.id
    where m.deleted_at is null and m.status = 'active' and m.area between ${lo} and ${hi} order by m.area, m.name limit 200`.execute(tx);
  const sides = await sql<
    Body["sides"][number]
  >`select side, count(*)::int as times, coalesce(sum(people), 0)::int as people from grassroots.activity
    where ${within} and done_on ${inMonth} group by side order by side`.execute(tx);
  const events = await one(sql<One<"events">>`select count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where closed_at is null and due_at < ${context.services.clock.now().toISOString()})::int as overdue,
      count(*) filter (where closed_at is not null)::int as closed, count(*)::int as all,
      round((percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600) filter (where closed_at is not null))::numeric, 1)::float8 as median_hours
    from grassroots.event where ${within}`);
  const hazards = await one(sql<One<"hazards">>`select count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where closed_at is null and due_at < ${context.services.clock.now().toISOString()})::int as overdue,
      count(*) filter (where closed_at is not null and state = 'closed')::int as closed from hazard_loop.hazard where ${within}`);
  const units = await one(
    sql<
      One<"units">
    >`select count(*)::int as all, count(*) filter (where coalesce(responsible, manager, '') <> '')::int as named from places.unit where ${within}`,
  );
  const heads = registerHeads(context);
  const cells = await cellsOf({ tx, today }, { lo, hi }, 1e6);
  const registers = heads.flatMap(({ key, label }) => {
    const found = cells.find(({ cell }) => cell.register === key);
    return found ? [{ ...found.cell, label }] : [];
  });
  return {
    area,
    name: place?.name ?? "",
    county: place?.county ?? "",
    month,
    office: officeRow ?? null,
    station: stationRow ?? null,
    posts: posts.rows,
    villages: villages ?? { all: 0, set: 0, led: 0, pledges: 0, households: 0, signed: 0 },
    forces: forces ?? { wardens: 0, teams: 0, volunteers: 0, microStations: 0 },
    members: members.rows,
    sides: sides.rows,
    events: events ?? { open: 0, overdue: 0, closed: 0, all: 0, medianHours: null },
    hazards: hazards ?? { open: 0, overdue: 0, closed: 0 },
    units: units ?? { all: 0, named: 0 },
    registers,
  };
}

export const showTown = route({
  method: "GET",
  path: "/grassroots/towns/:area",
  summary: "乡镇（街道）基层治理",
  tag: "基层治理",
  permission: `${station.name}.read`,
  input: z.object({
    area: z.coerce.number().pipe(areaKey),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  output: townShape,
  example: { input: { area: 330_802_001_000_000 } },
  async run(context, { area, month }) {
    if (!isWithin(area, context.actor.area) || levelOfKey(area) !== "town") return refuse("not_found", "ledger.outside_area");
    const town = await readTown(context, area, month ?? context.today.slice(0, 7));
    return town.name ? ok(town) : refuse("not_found", "ledger.unknown_area", { key: area });
  },
});

/** A person below a town looks at his own: the whole town is not his. */
export const listTowns = route({
  method: "GET",
  path: "/grassroots/towns",
  summary: "乡镇（街道）一览：办公室、管理站、网格员与本月巡查",
  tag: "基层治理",
  permission: `${office.name}.read`,
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    towns: z.array(
      z.object({
        area: z.number().int(),
        name: z.string(),
        county: z.string(),
        office: z.boolean(),
        station: z.boolean(),
        staffMet: z.boolean(),
        staffPresent: z.number().int(),
        staffStandard: z.number().int(),
        paired: z.number().int(),
        posts: z.number().int(),
        members: z.number().int(),
        patrols: z.number().int(),
        maturity: z.number().int().describe("成熟度 0–100：站、人、AB 岗、模块、闭环各占两成"),
      }),
    ),
  }),
  async run({ tx, actor, today }, { area: asked }) {
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const first = calendarDate.parse(`${today.slice(0, 7)}-01`);
    const { rows } = await sql<{
      area: number;
      name: string;
      county: string;
      office: boolean;
      station: boolean;
      staffMet: boolean;
      staffPresent: number;
      staffStandard: number;
      paired: number;
      posts: number;
      members: number;
      patrols: number;
      maturity: number;
    }>`select x.*, round(20 * (x.station::int + x.staff_met::int + x.paired::float8 / greatest(x.posts, 1) + x.in_module + x.closed))::int as maturity from (
        select a.key as area, a.name, coalesce(p.name, '') as county, coalesce(o.set, false) as office, coalesce(s.set, false) as station, coalesce(s.met, false) as staff_met,
          coalesce(s.present, 0)::int as staff_present, coalesce(s.standard, 0)::int as staff_standard, coalesce(b.paired, 0)::int as paired, coalesce(b.posts, 0)::int as posts,
          coalesce(m.members, 0)::int as members, coalesce(m.in_module, 0)::float8 as in_module, coalesce(t.patrols, 0)::int as patrols, coalesce(h.closed, 1)::float8 as closed
        from platform.area a left join platform.area p on p.key = a.parent
        left join (select area / 1000000 * 1000000 as town, bool_or(status = 'set') as set from grassroots.office where deleted_at is null group by 1) o on o.town = a.key
        left join (select area / 1000000 * 1000000 as town, bool_or(status = 'set') as set, bool_or(staff_met) as met, sum(staff_present) as present, sum(staff_standard) as standard
          from grassroots.station where deleted_at is null group by 1) s on s.town = a.key
        left join (select area / 1000000 * 1000000 as town, count(*) as posts, count(*) filter (where paired) as paired from grassroots.station_post where deleted_at is null group by 1) b on b.town = a.key
        left join (select area / 1000000 * 1000000 as town, count(*) as members, avg(coalesce(module_in_use, false)::int) as in_module from grassroots.grid_member
          where deleted_at is null and status = 'active' group by 1) m on m.town = a.key
        left join (select area / 1000000 * 1000000 as town, count(*) as patrols from grassroots.patrol where deleted_at is null and patrolled_on >= ${first}::date group by 1) t on t.town = a.key
        left join (select area / 1000000 * 1000000 as town, avg((closed_at is not null)::int) as closed from hazard_loop.hazard where deleted_at is null group by 1) h on h.town = a.key
        where a.level = 'town' and a.valid_to is null and a.key between ${lo} and ${hi}) x order by x.area`.execute(tx);
    return ok({
      towns: rows.map(
        ({
          area: key,
          name,
          county,
          office: o,
          station: s,
          staffMet,
          staffPresent,
          staffStandard,
          paired,
          posts,
          members,
          patrols,
          maturity,
        }) => ({
          area: key,
          name,
          county,
          office: o,
          station: s,
          staffMet,
          staffPresent,
          staffStandard,
          paired,
          posts,
          members,
          patrols,
          maturity,
        }),
      ),
    });
  },
});
