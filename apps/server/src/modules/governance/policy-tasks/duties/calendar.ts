/** 到期日历, and what will turn red in the next days. */
import { sql } from "kysely";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { addCounts, addStatus, noCounts, worstIn } from "./counts.ts";
import { periodAt } from "./domain/periods.ts";
import type { Status } from "./domain/standing.ts";
import { byId, type Line, linesWhere, worstFirst } from "./lines.ts";
import { areaAsked, chosenLaid, currentOf, READ, visibleLaid } from "./seen.ts";
import { ahead, aheadAsked, calendar, calendarAsked } from "./shapes.ts";

const DAYS = 400;
const SHOWN = 8;
const AHEAD = 200;

type DueCount = { readonly duty: number; readonly dueOn: CalendarDate; readonly status: Status; readonly n: number };

export const calendarRoute = route({
  method: "GET",
  path: "/policy-tasks/calendar",
  tag: "政策任务",
  summary: "到期日历",
  permission: READ,
  input: calendarAsked,
  output: calendar,
  example: { input: { pack: "QZ", from: "2026-03-01", to: "2026-04-30" } },
  async run(context, asked) {
    const { tx, today, services } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const month = periodAt(today, "month");
    const from = asked.from ?? month.from;
    const to = asked.to ?? periodAt(addDays(month.to, 1), "month").to;
    if (from > to || addDays(from, DAYS) < to) return refuse("invalid", "policy-tasks.unknown_period", { period: `${from}..${to}` });
    const { laid } = chosenLaid(await visibleLaid(context), asked);
    const known = byId(laid);
    const { lo, hi } = range.value;
    // What is kept all along has no day on which it falls due.
    const inRange = sql`s.area between ${lo} and ${hi} and s.due_on between ${from}::date and ${to}::date and s.opens_on < s.due_on and s.status not in ('not-applicable')`;
    const { rows } = await sql<DueCount>`select s.duty, s.due_on, s.status, count(*)::int as n from policy_tasks.standing s
      where s.duty = any(${[...known.keys()]}::int[]) and ${inRange} group by 1, 2, 3 order by s.due_on`.execute(tx);
    const lines = await sql<{
      id: string;
    }>`select id from (select s.id, row_number() over (partition by s.duty, s.due_on order by ${worstFirst}, s.area) as nth
      from policy_tasks.standing s where s.duty = any(${[...known.keys()]}::int[]) and ${inRange} and s.status not in ('met', 'waived', 'not-due')) n where nth <= ${SHOWN} limit 4000`.execute(
      tx,
    );
    const shown = await linesWhere(
      tx,
      known,
      { where: sql`s.id = any(${lines.rows.map(({ id }) => id)}::uuid[])`, order: worstFirst, limit: 4_000 },
      services,
      today,
    );
    return ok({
      from,
      to,
      days: daysOf(
        rows,
        shown.map(({ more: _, ...line }) => line),
        known,
      ),
    });
  },
});

function daysOf(rows: readonly DueCount[], lines: readonly Line[], laid: ReturnType<typeof byId>) {
  const days = new Map<CalendarDate, Map<number, ReturnType<typeof noCounts>>>();
  for (const { duty, dueOn, status, n } of rows) {
    const duties = days.get(dueOn) ?? new Map<number, ReturnType<typeof noCounts>>();
    days.set(dueOn, duties);
    const counts = duties.get(duty) ?? noCounts();
    duties.set(duty, counts);
    for (let i = 0; i < n; i++) addStatus(counts, status);
  }
  return [...days].map(([on, duties]) => {
    const totals = noCounts();
    const items = [...duties].flatMap(([id, counts]) => {
      const of = laid.get(id);
      addCounts(totals, counts);
      if (!of) return [];
      const { pack, clause, key, content } = of;
      const own = lines.filter((line) => line.pack === pack && line.clause === clause && line.duty === key && line.dueOn === on);
      return [
        {
          pack,
          clause,
          duty: key,
          text: content.duty?.text ?? "",
          counts,
          worst: worstIn(counts) ?? ("not-due" as const),
          standings: [...own],
        },
      ];
    });
    return { on, counts: totals, items };
  });
}

export const aheadRoute = route({
  method: "GET",
  path: "/policy-tasks/ahead",
  tag: "政策任务",
  summary: "将转红",
  description: "今天未红、今后若干天内将逾期的：到期仍未完成的，和必须保持而数值按近六个月走势将越过目标的。是推测，不是事实。",
  permission: READ,
  input: aheadAsked,
  output: ahead,
  example: { input: { pack: "QZ", days: 30 } },
  async run(context, asked) {
    const { tx, today, services } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const { laid } = chosenLaid(await visibleLaid(context), asked);
    const until = addDays(today, asked.days);
    const { lo, hi } = range.value;
    const running = currentOf(laid, today, today);
    const periods = sql`(s.duty, s.period) in (select * from unnest(${running.map((each) => each.laid.id)}::int[], ${running.map((each) => each.period.key)}::text[]))`;
    const where = sql`s.area between ${lo} and ${hi} and ${periods} and (s.red_on between ${today}::date and ${until}::date
      or (s.status in ('open', 'at-risk') and s.due_on between ${today}::date and ${until}::date))`;
    const lines = await linesWhere<{ redOn: CalendarDate | null; redValue: number | null; perMonth: number | null }>(
      tx,
      byId(laid),
      { where, order: sql`coalesce(s.red_on, s.due_on + 1), s.area`, limit: AHEAD, more: sql`, s.red_on, s.red_value, s.per_month` },
      services,
      today,
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from policy_tasks.standing s where s.duty = any(${laid.map(({ id }) => id)}::int[]) and ${where}`.execute(
      tx,
    );
    return ok({ until, count: rows[0]?.n ?? 0, items: lines.map(({ more, ...line }) => ({ ...line, ...forecastOf(line, more) })) });
  },
});

const forecastOf = (
  line: Line,
  { redOn, redValue, perMonth }: { redOn: CalendarDate | null; redValue: number | null; perMonth: number | null },
) =>
  redOn === null
    ? { reason: "deadline" as const, redOn: addDays(line.dueOn as CalendarDate, 1), forecast: null, perMonth: null }
    : { reason: "trend" as const, redOn, forecast: redValue, perMonth };
