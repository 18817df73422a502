/**
 * 清零看板: for each area below one's own, what is open, new, due soon, overdue and cleared, until it reaches zero. PT-1.3; TY-3.2.2 counts the
 * same rows by street. One statement over narrow indexes, so that a city of two million hazards answers within the budget of lists; above the county
 * what came and went this month is read from the cells of its measures, which a worker keeps within a second.
 */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import {
  type AreaLevel,
  type AreaRange,
  addDays,
  areaKey,
  type CalendarDate,
  isWithin,
  levelOfKey,
  startOfDay,
  subtreeOf,
} from "#platform/values.ts";

const SOON_DAYS = 7;
/** From here on a hazard counts as left lying. */
const AGED_DAYS = 30;

/** How many keys a county has. */
const COUNTY = 1e9;
/** How wide the areas are into which an area is divided. */
const BELOW: Readonly<Record<AreaLevel, number>> = { province: 1e11, city: 1e9, county: 1e6, town: 1e3, village: 1, grid: 1 };

const whole = z.number().int();
const line = z
  .object({
    area: whole,
    name: z.string(),
    open: whole.describe("未销号"),
    major: whole.describe("其中重大"),
    fresh: whole.describe("本月新增"),
    soon: whole.describe("七日内到期"),
    overdue: whole.describe("逾期"),
    aged: whole.describe("发现满三十日未销号"),
    cleared: whole.describe("本月销号"),
  })
  .meta({ id: "HazardBoardLine", description: "一个下级辖区的隐患" });

export const showBoard = route({
  method: "GET",
  path: "/hazard-loop/board",
  summary: "清零看板：下级辖区的隐患",
  tag: "火灾隐患",
  permission: "hazard-loop.hazard.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ area: whole, monthStart: z.string(), lines: z.array(line) }),
  example: { input: { area: 330_802_000_000_000 } },
  async run({ tx, actor, now, today }, given) {
    const area = given.area ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const span = BELOW[levelOfKey(area)];
    const monthStart = `${today.slice(0, 8)}01` as typeof today;
    const from = startOfDay(monthStart).toISOString();
    const soon = startOfDay(addDays(today, SOON_DAYS + 1)).toISOString();
    const old = new Date(now.getTime() - AGED_DAYS * 86_400_000).toISOString();
    const step = sql.raw(String(span));
    const { rows } = await sql<z.output<typeof line>>`with counted as (
        select h.area / ${step} * ${step} as area, count(*) as open, count(*) filter (where h.grade = 'major') as major,
          count(*) filter (where h.due_at < ${soon} and h.due_at >= ${now.toISOString()}) as soon, count(*) filter (where h.due_at < ${now.toISOString()}) as overdue, count(*) filter (where h.opened_at < ${old}) as aged, 0 as fresh, 0 as cleared
        from hazard_loop.hazard h where h.closed_at is null and h.deleted_at is null and h.area between ${lo} and ${hi} group by 1
        union all ${span >= COUNTY ? monthByCells(area, monthStart) : monthByRows(subtreeOf(area), span, from)})
      select a.key as area, a.name, coalesce(sum(c.open), 0)::int as open, coalesce(sum(c.major), 0)::int as major, coalesce(sum(c.fresh), 0)::int as fresh,
        coalesce(sum(c.soon), 0)::int as soon, coalesce(sum(c.overdue), 0)::int as overdue, coalesce(sum(c.aged), 0)::int as aged, coalesce(sum(c.cleared), 0)::int as cleared
      from platform.area a left join counted c on c.area = a.key where (a.parent = ${area} and a.valid_to is null) or (a.key = ${area} and c.area is not null)
      group by a.key, a.name order by overdue desc, open desc, a.key`.execute(tx);
    return ok({ area, monthStart, lines: rows });
  },
});

const monthByRows = ({ lo, hi }: AreaRange, span: number, from: string) => {
  const step = sql.raw(String(span));
  return sql`select h.area / ${step} * ${step}, 0, 0, 0, 0, 0, count(*), 0 from hazard_loop.hazard h
      where h.opened_at >= ${from} and h.deleted_at is null and h.area between ${lo} and ${hi} group by 1
    union all select h.area / ${step} * ${step}, 0, 0, 0, 0, 0, 0, count(*) from hazard_loop.hazard h
      where h.closed_at >= ${from} and h.state = 'closed' and h.deleted_at is null and h.area between ${lo} and ${hi} group by 1`;
};

/** What lies at the area itself and in none below it is the rest of its own cell. */
const monthByCells = (area: number, monthStart: CalendarDate) => {
  const [found, cleared] = [
    sql`coalesce(sum(num) filter (where measure = 'hazard-loop.found'), 0)`,
    sql`coalesce(sum(num) filter (where measure = 'hazard-loop.cleared'), 0)`,
  ];
  const cells = sql`platform.cell where measure in ('hazard-loop.found', 'hazard-loop.cleared') and month = ${monthStart}::date`;
  const below = sql`select key from platform.area where parent = ${area}`;
  return sql`select area, 0, 0, 0, 0, 0, ${found}, ${cleared} from ${cells} and area in (${below}) group by area
    union all select ${area}::bigint, 0, 0, 0, 0, 0, own.found - below.found, own.cleared - below.cleared
      from (select ${found} as found, ${cleared} as cleared from ${cells} and area = ${area}) own,
        (select ${found} as found, ${cleared} as cleared from ${cells} and area in (${below})) below
      where own.found > below.found or own.cleared > below.cleared`;
};
