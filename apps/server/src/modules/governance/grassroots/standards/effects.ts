/** 治理措施: where each practice of the catalogue is applied, and hazards cleared and time to close before and after. PT-4.2.6 */
import { sql } from "kysely";
import { z } from "zod";
import { type Figure, figuresOf } from "#platform/measure/figures.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { addDays, areaKey, type CalendarDate, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { changeOf } from "../domain/effect.ts";

const MOST = 60;
const WINDOW_DAYS = 90;
const CLEARED = "hazard-loop.cleared";
const DAYS = "hazard-loop.mean_days";

const window = z
  .object({ cleared: z.number().nullable(), days: z.number().nullable() })
  .meta({ id: "PracticeWindow", description: "一段时间内销号隐患数与平均整改天数" });
const applied = z.object({
  id: z.uuid(),
  area: z.number().int(),
  areaName: z.string(),
  adoptedOn: z.string(),
  way: z.string(),
  before: window,
  after: window,
  days: z.number().int().describe("比较的天数；采用不满一期的按已过天数，前后同长"),
  cleared: z.number().nullable().describe("销号隐患变化，%"),
  faster: z.number().nullable().describe("整改快了几天，负数为慢"),
});

type Adoption = {
  readonly id: string;
  readonly practice: string;
  readonly area: number;
  readonly areaName: string;
  readonly adoptedOn: CalendarDate;
  readonly way: string;
};

export const showEffects = route({
  method: "GET",
  path: "/grassroots/practices",
  summary: "治理措施与前后成效",
  description: `每处采用前后各 ${WINDOW_DAYS} 天的销号隐患与整改用时。`,
  tag: "基层标准",
  permission: "policy-tasks.practice.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    practices: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        topic: z.string(),
        summary: z.string(),
        recommended: z.boolean(),
        applied: z.array(applied),
      }),
    ),
  }),
  async run(context, { area: asked }) {
    const { tx, actor, services } = context;
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const catalogue = services.catalog.get("policy-tasks.practice");
    const adopted = services.catalog.get("policy-tasks.adoption");
    const { rows } =
      await sql<Adoption>`select t.id, t.practice, t.area, a.name as area_name, t.adopted_on, t.way from ${sql.raw(adopted.table)} t
      join platform.area a on a.key = t.area where t.deleted_at is null and t.area between ${lo} and ${hi} order by t.adopted_on desc, t.id limit ${MOST}`.execute(
        tx,
      );
    // Of another area the name alone is known, and only of what is applied here.
    const applying = [...new Set(rows.map(({ practice }) => practice))];
    const mine = sql`t.area between ${actor.area.lo} and ${actor.area.hi}`;
    const practices = await sql<{
      id: string;
      title: string;
      topic: string;
      summary: string;
      recommended: boolean | null;
    }>`select t.id, t.title, t.topic, case when ${mine} then t.summary else '' end as summary, t.recommended
      from ${sql.raw(catalogue.table)} t where t.deleted_at is null and (${mine} or t.id = any(${applying}::uuid[]))
      order by (t.recommended is true) desc, t.written_on desc, t.id limit 200`.execute(tx);
    const topics = catalogue.ledger.fields.topic?.choices ?? {};
    const effects = new Map<string, z.output<typeof applied>[]>();
    for (const row of rows) effects.set(row.practice, [...(effects.get(row.practice) ?? []), await effectOf(context, row)]);
    return ok({
      practices: practices.rows.map(({ recommended, topic, ...each }) => ({
        ...each,
        topic: services.spoken[context.language].read(topics[topic] ?? topic),
        recommended: recommended === true,
        applied: effects.get(each.id) ?? [],
      })),
    });
  },
});

/** As long after as before; an adoption of last week is compared with the week before it. */
async function effectOf(context: RouteContext, { practice: _, ...row }: Adoption): Promise<z.output<typeof applied>> {
  const { today } = context;
  const adoptedOn = calendarDate.parse(row.adoptedOn);
  const passed = Math.round((Date.parse(today) - Date.parse(adoptedOn)) / 86_400_000);
  const days = Math.max(0, Math.min(WINDOW_DAYS, passed));
  if (days === 0) return { ...row, adoptedOn, days, before: nothing, after: nothing, cleared: null, faster: null };
  const before = await within(context, row.area, addDays(adoptedOn, -days), addDays(adoptedOn, -1));
  const after = await within(context, row.area, addDays(adoptedOn, 1), addDays(adoptedOn, days));
  return { ...row, adoptedOn, days, before, after, ...changeOf(before, after) };
}
const nothing = { cleared: null, days: null } as const;

async function within(context: RouteContext, area: number, from: CalendarDate, to: CalendarDate) {
  const [cleared, days] = [await figure(context, CLEARED, area, from, to), await figure(context, DAYS, area, from, to)];
  return { cleared: cleared?.value ?? 0, days: days?.value ?? null };
}

async function figure(
  { tx, services, today, now }: RouteContext,
  name: string,
  area: number,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Figure | undefined> {
  const measure = services.registry.measures.get(name);
  if (!measure) return undefined;
  const asked = { range: subtreeOf(area), from, to, by: "none" as const };
  const figures = await figuresOf(measure, asked, tx, services.catalog, services.registry.measures, {
    today,
    now,
    period: { start: from, end: to },
  });
  return figures.ok ? figures.value[0] : undefined;
}
