/** 结果指标 of an area and a year: fires, deaths, injuries, loss, the rate per 100,000, what people know; each against the year before, with its error. */

import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { poisson, wilson } from "./domain/interval.ts";
import { monthsOwed, periodOf, projected } from "./domain/year.ts";

const figure = z
  .object({
    key: z.enum(["fires", "deaths", "injuries", "lossWan", "large", "deathRate", "awareness"]),
    value: z.number().nullable().describe("没有数据为 null"),
    before: z.number().nullable().describe("上年同期"),
    low: z.number().nullable(),
    high: z.number().nullable(),
    target: z.number().nullable(),
    projected: z.number().nullable().describe("照此到年末"),
    n: z.number().int().nullable().describe("样本量"),
  })
  .meta({ id: "OutcomeFigure", description: "一个结果指标" });
const owing = z.object({ name: z.string(), what: z.enum(["population", "fires"]), months: z.array(z.string()) });

type Sums = {
  readonly fires: number;
  readonly deaths: number;
  readonly injuries: number;
  readonly lossWan: number;
  readonly large: number;
  readonly months: number;
};

async function sums({ tx }: RouteContext, lo: number, hi: number, from: string, to: string): Promise<Sums> {
  const { rows } =
    await sql<Sums>`select coalesce(sum(fires), 0)::int as fires, coalesce(sum(deaths), 0)::int as deaths, coalesce(sum(injuries), 0)::int as injuries,
      coalesce(sum(loss_wan), 0)::float8 as loss_wan, coalesce(sum(large), 0)::int as large, count(distinct month)::int as months
    from assessment.fire_outcome where area between ${lo} and ${hi} and month between ${from}::date and ${to}::date and deleted_at is null`.execute(
      tx,
    );
  return rows[0] ?? { fires: 0, deaths: 0, injuries: 0, lossWan: 0, large: 0, months: 0 };
}

async function peopleOf(
  { tx }: RouteContext,
  area: number,
  year: number,
): Promise<{ people: number; year: number; source: string } | undefined> {
  const { rows } = await sql<{ people: number; year: number; source: string }>`select people, year, source from assessment.population
    where area = ${area} and year between ${year - 2} and ${year} and deleted_at is null order by year desc limit 1`.execute(tx);
  return rows[0];
}

async function surveyed({ tx }: RouteContext, lo: number, hi: number, from: string, to: string) {
  const { rows } = await sql<{
    asked: number;
    knew: number;
  }>`select coalesce(sum(asked), 0)::int as asked, coalesce(sum(knew), 0)::int as knew from assessment.awareness
    where area between ${lo} and ${hi} and surveyed_on between ${from}::date and ${to}::date and deleted_at is null`.execute(tx);
  return rows[0] ?? { asked: 0, knew: 0 };
}

/** Who owes a number: areas directly below without people, or without a month of fires that is over. */
async function owingOf({ tx, today }: RouteContext, area: number, year: number): Promise<z.output<typeof owing>[]> {
  const due = monthsOwed(year, today);
  const { rows } = await sql<{ name: string; people: boolean; missing: string[] }>`select a.name,
      exists (select 1 from assessment.population p where p.area = a.key and p.year between ${year - 2} and ${year} and p.deleted_at is null) as people,
      array(select to_char(m, 'YYYY-MM') from generate_series(${`${year}-01-01`}::date, ${`${year}-12-01`}::date, interval '1 month') with ordinality x (m, n)
        where x.n <= ${due} and not exists (select 1 from assessment.fire_outcome f where f.area / s.step = a.key / s.step and f.month = m::date and f.deleted_at is null) order by m) as missing
    from platform.area a cross join lateral (select (case a.level when 'county' then 1000000000 when 'town' then 1000000 when 'village' then 1000 else 1 end)::bigint as step) s
    where a.parent = ${area} and a.valid_to is null and a.level in ('county', 'town') order by a.key`.execute(tx);
  return rows.flatMap(({ name, people, missing }) => [
    ...(people ? [] : [{ name, what: "population" as const, months: [] }]),
    ...(missing.length > 0 ? [{ name, what: "fires" as const, months: missing }] : []),
  ]);
}

export const showOutcome = route({
  method: "GET",
  path: "/assessment/outcome",
  summary: "结果指标",
  description: "本年累计与上年同期相比；没有人口或缺月报时为 null，并列出谁还没有报。",
  tag: "考核",
  permission: "assessment.fire-outcome.read",
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100), area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    year: z.number().int(),
    until: z.string(),
    figures: z.array(figure),
    population: z.object({ people: z.number().int(), year: z.number().int(), source: z.string() }).nullable(),
    owing: z.array(owing),
    months: z.array(
      z.object({ month: z.string(), fires: z.number().int(), deaths: z.number().int(), firesBefore: z.number().int().nullable() }),
    ),
  }),
  async run(context, { year, area: asked }) {
    const { actor, today, tx } = context;
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const { from, to } = periodOf(year);
    const isOver = today >= to;
    const until = isOver ? to : today;
    // The same days of the year before: month rows stand on the first, so the month under way is compared whole only once it is over.
    const monthEnd = (isOver ? to : `${until.slice(0, 7)}-01`) as CalendarDate;
    const lastFrom = `${year - 1}-01-01`;
    const counted = isOver ? to : previousMonth(monthEnd);
    const lastTo = `${Number(counted.slice(0, 4)) - 1}${counted.slice(4)}`;
    const passed = isOver ? today : monthEnd;
    const now = await sums(context, lo, hi, from, counted);
    const before = await sums(context, lo, hi, lastFrom, lastTo);
    const people = await peopleOf(context, area, year);
    const lastPeople = await peopleOf(context, area, year - 1);
    const [asking, askingBefore] = [
      await surveyed(context, lo, hi, from, to),
      await surveyed(context, lo, hi, lastFrom, `${year - 1}-12-31`),
    ];
    const has = now.months > 0;
    const hadBefore = before.months > 0;
    const deaths = poisson(now.deaths);
    const rate = has && people ? (now.deaths / people.people) * 100_000 : null;
    const known = wilson(asking.knew, asking.asked);
    const count = (key: "fires" | "deaths" | "injuries" | "lossWan" | "large") => {
      const range = key === "lossWan" ? undefined : poisson(now[key]);
      return {
        key,
        value: has ? now[key] : null,
        before: hadBefore ? before[key] : null,
        low: has ? (range?.low ?? null) : null,
        high: has ? (range?.high ?? null) : null,
        target: null,
        projected: key === "lossWan" || !has ? null : projected(now[key], year, passed),
        n: null,
      };
    };
    const figures = [
      count("fires"),
      count("deaths"),
      count("injuries"),
      count("lossWan"),
      count("large"),
      {
        key: "deathRate" as const,
        value: rate,
        before: hadBefore && lastPeople ? (before.deaths / lastPeople.people) * 100_000 : null,
        low: rate === null || !people ? null : ((deaths?.low ?? 0) / people.people) * 100_000,
        high: rate === null || !people ? null : ((deaths?.high ?? 0) / people.people) * 100_000,
        target: targets.deathRate,
        projected: rate === null ? null : projected(rate, year, passed),
        n: null,
      },
      {
        key: "awareness" as const,
        value: asking.asked > 0 ? (asking.knew / asking.asked) * 100 : null,
        before: askingBefore.asked > 0 ? (askingBefore.knew / askingBefore.asked) * 100 : null,
        low: known ? known.low * 100 : null,
        high: known ? known.high * 100 : null,
        target: targets.awareness,
        projected: null,
        n: asking.asked,
      },
    ];
    const months = await sql<{
      month: string;
      fires: number;
      deaths: number;
      firesBefore: number | null;
    }>`select to_char(m, 'YYYY-MM') as month, coalesce(sum(f.fires), 0)::int as fires,
        coalesce(sum(f.deaths), 0)::int as deaths, (select sum(b.fires)::int from assessment.fire_outcome b where b.area between ${lo} and ${hi} and b.month = (m - interval '1 year')::date and b.deleted_at is null) as fires_before
      from generate_series(${from}::date, ${to}::date, interval '1 month') m left join assessment.fire_outcome f on f.month = m::date and f.area between ${lo} and ${hi} and f.deleted_at is null
      group by m order by m`.execute(tx);
    return ok({ year, until, figures, population: people ?? null, owing: await owingOf(context, area, year), months: months.rows });
  },
});

/** QZ-1.2.2 and QZ-1.2.3 set these for their city; the scheme says what they are worth. */
const targets = { deathRate: 0.047, awareness: 90 } as const;

const previousMonth = (first: string): CalendarDate => {
  const [y, m] = first.split("-").map(Number);
  return (m === 1 ? `${(y ?? 0) - 1}-12-01` : `${y}-${String((m ?? 0) - 1).padStart(2, "0")}-01`) as CalendarDate;
};
