/** 远程监控统计按单位: which units raise alarms most, and how many of them were false. */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { addDays, areaKey, calendarDate, isWithin, startOfDay, subtreeOf } from "#platform/values.ts";

const count = z.number().int();
const unitFigures = z.object({ unit: z.uuid(), unitName: z.string(), fires: count, false: count, real: count, open: count });
const MOST_DAYS = 3_700;

export const listBusyUnits = route({
  method: "GET",
  path: "/remote-monitoring/busy-units",
  tag: "远程监控",
  summary: "火警最多的单位",
  permission: "remote-monitoring.access-target.read",
  input: z.object({
    from: calendarDate,
    to: calendarDate,
    area: z.coerce.number().pipe(areaKey).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(10),
  }),
  output: z.object({ rows: z.array(unitFigures) }),
  async run({ tx, actor }, { from, to, area, limit }) {
    if (from > to || addDays(from, MOST_DAYS) < to) return refuse("invalid", "measure.bad_period", { from, to });
    const range = area === undefined ? actor.area : subtreeOf(area);
    if (!isWithin(range.lo, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { rows } = await sql<z.infer<typeof unitFigures>>`select a.unit, min(a.unit_name) as unit_name, count(*)::int as fires,
        count(*) filter (where a.conclusion = 'false')::int as "false", count(*) filter (where a.conclusion = 'real')::int as "real",
        count(*) filter (where a.closed_at is null)::int as open
      from remote_monitoring.alarm a where a.deleted_at is null and a.state <> 'merged' and a.kind = 'fire' and a.area between ${range.lo} and ${range.hi}
        and a.opened_at >= ${startOfDay(from)} and a.opened_at < ${startOfDay(addDays(to, 1))}
      group by a.unit order by count(*) desc, min(a.unit_name) limit ${limit}`.execute(tx);
    return ok({ rows });
  },
});
