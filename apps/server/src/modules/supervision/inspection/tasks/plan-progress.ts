/** How far a plan has come: its tasks by area, checked, late and still to do. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { plan } from "./plan.ts";

const int = z.number().int();
const figures = { tasks: int, done: int, late: int, noInspector: int, found: int };

export const showProgress = route({
  method: "GET",
  path: "/inspection/plans/:id/progress",
  summary: "检查计划进度",
  description: "按下级辖区：任务数、已查、超期、未派人、发现问题。取消的不算。",
  tag: "检查计划",
  permission: "inspection.plan.read",
  input: z.object({ id: z.uuid() }),
  output: z.object({ ...figures, rows: z.array(z.object({ area: int, name: z.string(), ...figures })) }),
  async run(context, { id }) {
    const { tx, services, actor, today } = context;
    if (!(await findRow(services.catalog.get(plan.name), id, readerOf(context)))) return refuse("not_found", "ledger.unknown_row", { id });
    const { lo, hi } = actor.area;
    const span = hi - lo >= 1e10 ? 1e9 : hi - lo >= 1e7 ? 1e6 : 1e3;
    const { rows } = await sql<z.infer<z.ZodObject<typeof figures>> & { area: number; name: string }>`
      select g.*, coalesce((select a.name from platform.area a where a.key = g.area), '') as name from (
        select t.area / ${span}::bigint * ${span}::bigint as area, count(*)::int as tasks, count(*) filter (where t.state = 'done')::int as done,
          count(*) filter (where t.closed_at is null and t.due_on < ${today})::int as late,
          count(*) filter (where t.closed_at is null and t.lead is null)::int as no_inspector, coalesce(sum(t.found_count) filter (where t.state = 'done'), 0)::int as found
        from inspection.v_check t where t.origin = 'plan' and t.origin_id = ${id} and t.state <> 'cancelled' and t.area between ${lo} and ${hi}
        group by 1) g order by g.area limit 400`.execute(tx);
    const sum = (key: keyof typeof figures) => rows.reduce((all, row) => all + row[key], 0);
    return ok({
      tasks: sum("tasks"),
      done: sum("done"),
      late: sum("late"),
      noInspector: sum("noInspector"),
      found: sum("found"),
      rows: [...rows],
    });
  },
});
