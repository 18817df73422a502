/** The standings behind a figure or a cell of the board: the same duties, period and areas, one by one. */
import { sql } from "kysely";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { earlier, periodAt, periodOfKey } from "./domain/periods.ts";
import { byId, linesWhere, worstFirst } from "./lines.ts";
import { areaAsked, chosenLaid, currentOf, READ, visibleLaid } from "./seen.ts";
import { standings, standingsAsked } from "./shapes.ts";

const PAGE = 100;

export const standingsRoute = route({
  method: "GET",
  path: "/policy-tasks/standings",
  tag: "政策任务",
  summary: "落实情况清单",
  description: "条款落实上一个数字或一格背后的各项，期间、牵头单位与所看的一致。",
  permission: READ,
  input: standingsAsked,
  output: standings,
  example: { input: { pack: "QZ", period: "2026-Q1", status: "overdue" } },
  async run(context, { skip, status, clause, duty, own, period: key, ...asked }) {
    const { tx, services, today } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const period = key === undefined ? periodAt(today, "quarter") : periodOfKey(key);
    if (!period) return refuse("invalid", "policy-tasks.unknown_period", { period: key ?? "" });
    const { pack, laid: inPack } = chosenLaid(await visibleLaid(context), { pack: asked.pack });
    const { laid } = chosenLaid(inPack, { ...asked, pack: pack ?? "all" });
    const wanted = laid.filter((each) => (clause === undefined || each.clause === clause) && (duty === undefined || each.key === duty));
    const running = currentOf(wanted, earlier(period.to, today), today);
    const { lo, hi } = range.value;
    const where = sql`${own ? sql`s.area = ${lo}` : sql`s.area between ${lo} and ${hi}`} ${status === undefined ? sql`` : sql`and s.status = ${status}`}
      and (s.duty, s.period) in (select * from unnest(${running.map((each) => each.laid.id)}::int[], ${running.map((each) => each.period.key)}::text[]))`;
    const known = byId(running.map((each) => each.laid));
    const lines = await linesWhere(
      tx,
      known,
      { where, order: sql`${worstFirst}, s.due_on, s.area, s.duty, s.id`, limit: PAGE, skip },
      services,
      today,
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from policy_tasks.standing s where s.duty = any(${[...known.keys()]}::int[]) and ${where}`.execute(tx);
    const count = rows[0]?.n ?? 0;
    return ok({
      count,
      items: lines.map(({ more: _, ...line }) => line),
      next: skip + lines.length < count && lines.length > 0 ? skip + lines.length : null,
    });
  },
});
