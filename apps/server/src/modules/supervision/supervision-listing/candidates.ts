/** 候选排序: what a government should look at first. Rows are ranked by figures in a stated order, never by a score nobody can check. JX-1.2.1, JX-1.2.3, PT-4.3.3. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import { limitsOf } from "./domain/limits.ts";
import { nextInterviewOn } from "./domain/obligations.ts";

const tag = "挂牌督办";
const limit = z.coerce.number().int().min(1).max(200).default(50);
const openListing = sql`select 1 from supervision_listing.listing l where l.closed_at is null and l.deleted_at is null`;

const hazardRow = z.object({
  id: z.uuid(),
  number: z.string(),
  what: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  area: z.number().int(),
  areaName: z.string().nullable(),
  dueAt: z.string().nullable(),
  overdueDays: z.number().int(),
  timesBefore: z.number().int(),
});
type HazardRow = z.output<typeof hazardRow>;

/** Major hazards nobody has listed yet, the longest overdue first: each is an alert. TY-3.3.2 */
export const unlistedHazards = route({
  method: "GET",
  path: "/supervision-listing/candidates/hazards",
  summary: "未挂牌的重大火灾隐患",
  tag,
  permission: "supervision-listing.listing.read",
  input: z.object({ limit }),
  output: z.object({ rows: z.array(hazardRow), total: z.number().int() }),
  async run({ tx, actor, now }, { limit: most }) {
    const { rows } = await sql<
      HazardRow & { total: number }
    >`select h.id, h.number, h.what, h.unit as unit_id, u.name as unit_name, h.area, a.name as area_name, h.due_at,
        greatest(0, floor(extract(epoch from (${now.toISOString()}::timestamptz - h.due_at)) / 86400))::int as overdue_days, coalesce(h.times_before, 0)::int as times_before,
        (count(*) over ())::int as total
      from hazard_loop.hazard h left join places.unit u on u.id = h.unit left join platform.area a on a.key = h.area
      where h.grade = 'major' and h.closed_at is null and h.deleted_at is null and h.area between ${actor.area.lo} and ${actor.area.hi}
        and not exists (${openListing} and l.target_key = 'hazard:' || h.id)
      order by overdue_days desc, times_before desc, h.opened_at limit ${most}`.execute(tx);
    return ok({
      rows: rows.map(({ total: _, overdueDays, ...row }) => ({ ...row, overdueDays: overdueDays ?? 0 })),
      total: rows[0]?.total ?? 0,
    });
  },
});

const unitRow = z.object({
  id: z.uuid(),
  name: z.string(),
  area: z.number().int(),
  areaName: z.string().nullable(),
  major: z.number().int(),
  overdue: z.number().int(),
  longestDays: z.number().int(),
  repeated: z.number().int(),
  open: z.number().int(),
  grounds: z.array(z.enum(["overdue", "repeated"])),
  exposed: z.boolean(),
});
type UnitRow = Omit<z.output<typeof unitRow>, "grounds">;

/** Units by their open hazards: major, overdue, repeated, all; with what the rule of exposure says of each. */
export const rankUnits = route({
  method: "GET",
  path: "/supervision-listing/candidates/units",
  summary: "火灾隐患单位排序",
  description: "依次按重大、逾期、反复、未销号数排序；grounds 为曝光规则命中的情形。",
  tag,
  permission: "supervision-listing.listing.read",
  input: z.object({ limit, for: z.enum(["listing", "exposure"]).default("listing") }),
  output: z.object({ rows: z.array(unitRow), overdueDays: z.number().int(), repeats: z.number().int() }),
  async run({ tx, actor, now }, { limit: most, for: purpose }) {
    const { exposeOverdueDays, exposeRepeats } = limitsOf(await readSettings(tx));
    const at = now.toISOString();
    const yearAgo = new Date(now.getTime() - 365 * 86_400_000).toISOString();
    const { rows } = await sql<UnitRow & { longOverdue: number }>`with opened as materialized (
        select h.unit, count(*)::int as open, count(*) filter (where h.grade = 'major')::int as major, count(*) filter (where h.due_at < ${at})::int as overdue,
          coalesce(max(floor(extract(epoch from (${at}::timestamptz - h.due_at)) / 86400)) filter (where h.due_at < ${at}), 0)::int as longest_days,
          coalesce(max(h.times_before), 0)::int as before
        from hazard_loop.hazard h where h.closed_at is null and h.deleted_at is null and h.unit is not null
          and h.area between ${actor.area.lo} and ${actor.area.hi} group by h.unit)
      select u.id, u.name, u.area, a.name as area_name, o.major, o.overdue, o.longest_days, o.open, o.longest_days as long_overdue,
        case when o.before = 0 then 0 else (select coalesce(max(n), 0) from (select count(*)::int as n from hazard_loop.hazard r
          where r.unit = o.unit and r.opened_at > ${yearAgo} and r.sameness is not null and r.deleted_at is null group by r.sameness) x) end as repeated,
        exists (select 1 from supervision_listing.exposure e where e.unit = u.id and e.closed_at is null and e.deleted_at is null) as exposed
      from opened o join places.unit u on u.id = o.unit left join platform.area a on a.key = u.area
      where (${purpose === "exposure"} or not exists (${openListing} and l.unit = u.id))
        and (${purpose === "listing"} or o.longest_days > ${exposeOverdueDays} or o.before > 0)
      order by o.major desc, o.overdue desc, o.before desc, o.open desc, u.id limit ${most}`.execute(tx);
    const ranked = rows.map(({ longOverdue, ...row }) => ({
      ...row,
      grounds: [
        ...(longOverdue > exposeOverdueDays ? (["overdue"] as const) : []),
        ...(row.repeated >= exposeRepeats ? (["repeated"] as const) : []),
      ],
    }));
    return ok({
      rows: purpose === "exposure" ? ranked.filter(({ grounds }) => grounds.length > 0) : ranked,
      overdueDays: exposeOverdueDays,
      repeats: exposeRepeats,
    });
  },
});

const townRow = z.object({
  area: z.number().int(),
  name: z.string(),
  fires: z.number().int().nullable(),
  firesBefore: z.number().int().nullable(),
  fatalFires: z.number().int().nullable(),
  deaths: z.number().int().nullable(),
  source: z.string().nullable(),
  listed: z.boolean(),
  timesListed: z.number().int(),
  nextInterviewOn: z.string().nullable(),
  interviewOverdue: z.boolean(),
});
type Ranked = Omit<z.output<typeof townRow>, "nextInterviewOn" | "interviewOverdue"> & {
  readonly listedOn: string | null;
  readonly heldOn: string | null;
  readonly fixedOn: string | null;
};

const byInterview = (a: { readonly nextInterviewOn: string | null }, b: { readonly nextInterviewOn: string | null }): number =>
  String(a.nextInterviewOn).localeCompare(String(b.nextInterviewOn));

/** Towns by fires, fatal ones first: the list a city rolls every year. */
export const rankTowns = route({
  method: "GET",
  path: "/supervision-listing/candidates/towns",
  summary: "重点镇街排序",
  tag,
  permission: "supervision-listing.listing.read",
  input: z.object({
    year: z.coerce.number().int().min(2000).max(2100),
    view: z.enum(["all", "interviews"]).default("all").describe("interviews：只列挂牌中的镇街，按下次约谈日期"),
    limit,
  }),
  output: z.object({ rows: z.array(townRow), withoutFigures: z.number().int() }),
  async run({ tx, actor, today }, { year, view, limit: most }) {
    const { interviewEveryDays } = limitsOf(await readSettings(tx));
    const { rows } =
      await sql<Ranked>`select a.key as area, a.name, f.fires::int, b.fires::int as fires_before, f.fatal_fires::int, f.deaths::int, f.source,
        exists (${openListing} and l.target_key = 'town:' || a.key) as listed,
        (select count(*)::int from supervision_listing.listing l where l.target_key = 'town:' || a.key and l.state <> 'rejected' and l.deleted_at is null) as times_listed,
        p.listed_on, t.held_on, t.fixed_on
      from platform.area a left join supervision_listing.town_fires f on f.area = a.key and f.year = ${year} and f.deleted_at is null
        left join supervision_listing.town_fires b on b.area = a.key and b.year = ${year - 1} and b.deleted_at is null
        left join lateral (select l.id, l.listed_on from supervision_listing.listing l where l.target_key = 'town:' || a.key and l.state = 'listed'
          and l.listed_on is not null and l.deleted_at is null order by l.listed_on limit 1) p on true
        left join lateral (select max(i.held_on) as held_on, max(i.next_on) as fixed_on from supervision_listing.interview i
          where (i.listing = p.id or (i.subject = 'town' and i.area = a.key)) and i.held_on >= p.listed_on and i.deleted_at is null) t on true
      where a.level = 'town' and a.key between ${actor.area.lo} and ${actor.area.hi} and a.valid_to is null
      order by f.deaths desc nulls last, f.fires desc nulls last, a.key limit 400`.execute(tx);
    const towns = rows.map(({ listedOn, heldOn, fixedOn, ...row }) => {
      const next = listedOn === null ? null : nextInterviewOn({ listedOn, heldOn, fixedOn }, interviewEveryDays);
      return { ...row, nextInterviewOn: next, interviewOverdue: next !== null && next < today };
    });
    const asked = view === "all" ? towns : towns.filter((each) => each.nextInterviewOn !== null).toSorted(byInterview);
    return ok({ rows: asked.slice(0, most), withoutFigures: rows.filter(({ fires }) => fires === null).length });
  },
});

const laggard = z.object({
  area: z.number().int(),
  name: z.string(),
  open: z.number().int(),
  overdue: z.number().int(),
  overduePercent: z.number(),
  listingsOverdue: z.number().int(),
  few: z.boolean(),
  interviewedOn: z.string().nullable(),
});
type Laggard = z.output<typeof laggard>;
const FEW_OPEN = 10;

/** 落实不到位: towns whose hazards are overdue beyond the limits, by rule; whether to interview is for a person. */
export const listLaggards = route({
  method: "GET",
  path: "/supervision-listing/laggards",
  summary: "落实不到位的镇街",
  tag,
  permission: "supervision-listing.interview.read",
  input: z.object({ limit }),
  output: z.object({ rows: z.array(laggard), percent: z.number(), least: z.number().int() }),
  async run({ tx, actor, now, today }, { limit: most }) {
    const { laggardOverduePercent: percent, laggardOverdueLeast: least } = limitsOf(await readSettings(tx));
    const { rows } = await sql<Omit<Laggard, "few">>`with opened as materialized (
        select h.area / 1000000 * 1000000 as town, count(*)::int as open, count(*) filter (where h.due_at < ${now.toISOString()})::int as overdue
        from hazard_loop.hazard h where h.closed_at is null and h.deleted_at is null and h.area between ${actor.area.lo} and ${actor.area.hi} group by 1)
      select a.key as area, a.name, o.open, o.overdue, round(100.0 * o.overdue / o.open, 1)::float8 as overdue_percent,
        (select count(*)::int from supervision_listing.listing l where l.area between a.key and a.key + 999999 and l.state in ('listed', 'review')
          and l.due_on < ${today} and l.deleted_at is null) as listings_overdue,
        (select max(i.held_on) from supervision_listing.interview i where i.area = a.key and i.deleted_at is null) as interviewed_on
      from opened o join platform.area a on a.key = o.town and a.level = 'town'
      where o.overdue >= ${least} and 100.0 * o.overdue / o.open >= ${percent}
      order by overdue_percent desc, o.overdue desc, a.key limit ${most}`.execute(tx);
    return ok({ rows: rows.map((row) => ({ ...row, few: row.open < FEW_OPEN })), percent, least });
  },
});
