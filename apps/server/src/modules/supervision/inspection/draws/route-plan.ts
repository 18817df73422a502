/** The visits of a draw on the map, and their days arranged by route: shown first, kept when asked. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { DRAW } from "./draw.ts";
import { workingDays } from "./keep-picks.ts";
import { clashesOf, routeDays, type Stop } from "./route-days.ts";
import { tellNewDays } from "./tell-days.ts";

const tag = "双随机抽查";
const stopShape = z
  .object({
    id: z.uuid(),
    ord: z.number().int(),
    unit: z.uuid(),
    unitName: z.string(),
    townName: z.string().nullable(),
    lead: z.uuid(),
    leadName: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    planOn: z.string(),
    turn: z.number().int().describe("主查的第几家"),
    checked: z.boolean(),
  })
  .meta({ id: "DrawStop", description: "抽中的一家在主查的路线上" });

type Row = Stop & {
  readonly ord: number;
  readonly unit: string;
  readonly unitName: string;
  readonly townName: string | null;
  readonly leadName: string | null;
  readonly planOn: string;
  readonly state: string | null;
  readonly merged: boolean;
};
type Drawn = { readonly title: string; readonly state: string; readonly startOn: string; readonly dueOn: string; readonly area: number };

async function stopsOf(id: string, context: RouteContext): Promise<Result<{ readonly draw: Drawn; readonly rows: readonly Row[] }>> {
  const draw = await findRow(context.services.catalog.get(DRAW), id, readerOf(context));
  if (!draw) return refuse("not_found", "ledger.unknown_row", { id });
  const { rows } =
    await sql<Row>`select p.id, p.ord::int as ord, p.unit, p.unit_name, p.lead, p.lead_name, p.second, u.area / 1000000 * 1000000 as town,
      (select a.name from platform.area a where a.key = u.area / 1000000 * 1000000) as town_name, u.lon, u.lat, p.plan_on, t.state, coalesce(t.merged, false) as merged
    from inspection.draw_pick p join places.unit u on u.id = p.unit left join inspection.v_check t on t.id = p.task
    where p.draw = ${id} and p.lead is not null and p.deleted_at is null order by p.plan_on, p.ord`.execute(context.tx);
  const { title, state, startOn, dueOn, area } = draw as unknown as Drawn;
  return ok({ draw: { title, state, startOn, dueOn, area }, rows });
}

/** What was merged has its day with the others who come along. */
const isFree = ({ state, merged }: Row): boolean => !merged && (state === null || state === "pending");

export const showRoute = route({
  method: "GET",
  path: "/inspection/draws/:id/route",
  summary: "抽中单位的位置和日程",
  tag,
  permission: "inspection.draw.read",
  input: z.object({ id: z.uuid() }),
  output: z.object({ stops: z.array(stopShape), canArrange: z.boolean() }),
  async run(context, { id }) {
    const found = await stopsOf(id, context);
    if (!found.ok) return found;
    const { draw, rows } = found.value;
    const turns = new Map<string, number>();
    const stops = rows.map(({ state, merged: _, second: __, town: ___, ...row }) => {
      const turn = (turns.get(row.lead) ?? 0) + 1;
      turns.set(row.lead, turn);
      return { ...row, turn, checked: state === "done" };
    });
    const canArrange = context.actor.permissions.has("inspection.draw-lots") && (draw.state === "drawn" || draw.state === "dispatched");
    return ok({ stops, canArrange: canArrange && rows.some(isFree) });
  },
});

export const arrangeRoute = route({
  method: "POST",
  path: "/inspection/draws/:id/route",
  summary: "按路线排日程",
  description: "逐主查、逐乡镇，由近及远；只动日期，不动抽中的单位和人员；已查和在查的不动。dryRun 只看结果。",
  tag,
  permission: "inspection.draw-lots",
  audited: false, // a look is none; days that were changed are noted below
  input: z.object({ id: z.uuid(), perDay: z.number().int().min(1).max(10).default(2), dryRun: z.boolean().default(false) }),
  output: z.object({
    moved: z.number().int().describe("改了日期的"),
    days: z.number().int().describe("用几个工作日"),
    unplaced: z.number().int().describe("没有坐标、排在本乡镇最后的"),
    clashes: z.number().int().describe("同一天要随两位主查的人次"),
  }),
  example: { input: { perDay: 2, dryRun: true }, output: { moved: 12, days: 9, unplaced: 1, clashes: 0 } },
  async run(context, { id, perDay, dryRun }) {
    const { tx, today } = context;
    const found = await stopsOf(id, context);
    if (!found.ok) return found;
    const { draw, rows } = found.value;
    if (draw.state !== "drawn" && draw.state !== "dispatched") return refuse("conflict", "inspection.no_days_to_arrange");
    const free = rows.filter(isFree);
    if (free.length === 0 || draw.dueOn < today) return refuse("conflict", "inspection.no_days_to_arrange");
    const planned = routeDays(free, workingDays([draw.startOn, today].toSorted()[1] ?? today, draw.dueOn), perDay);
    const before = new Map(free.map((row) => [row.id, row.planOn]));
    const changed = planned.filter((each) => before.get(each.id) !== each.planOn);
    if (!dryRun && changed.length > 0) {
      const ids = changed.map((each) => each.id);
      const on = changed.map(({ planOn }) => planOn);
      await sql`update inspection.draw_pick p set plan_on = x.plan_on, version = version + 1, updated_at = now()
        from unnest(${ids}::uuid[], ${on}::date[]) as x (id, plan_on) where p.id = x.id`.execute(tx);
      await sql`update inspection.task t set due_on = x.plan_on, due_at = (x.plan_on + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond',
          version = t.version + 1, updated_at = now()
        from unnest(${ids}::uuid[], ${on}::date[]) as x (id, plan_on) join inspection.draw_pick p on p.id = x.id where t.id = p.task and t.state = 'pending'`.execute(
        tx,
      );
      await tellNewDays({ id, title: draw.title, area: draw.area }, ids, context);
      context.audit({ action: "按路线排日程", subject: DRAW, subjectId: id, area: draw.area, detail: { moved: changed.length, perDay } });
    }
    return ok({
      moved: changed.length,
      days: new Set(planned.map(({ planOn }) => planOn)).size,
      unplaced: free.filter(({ lon }) => lon === null).length,
      clashes: clashesOf(free, planned),
    });
  },
});
