/** What each street did in the last whole period, against the one way of working of its district. PT-2.1.2.2 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";
import { type Deviation, type Done, deviationOf, lastPeriod, type WorkflowKind, workflowKinds } from "../domain/workflow.ts";
import { type Workflow, workflowFor } from "./in-force.ts";

const TOWN = 1_000_000;
const town = sql.raw(`(t.area / ${TOWN} * ${TOWN})`);
type Counted = { readonly town: number; readonly done: number; readonly of: number | null };

/** Counts by town, as the kind asks. */
function query(
  kind: WorkflowKind,
  rule: Workflow,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  inRange: RawBuilder<unknown>,
) {
  const days = rule.withinDays ?? 30;
  const within = sql`t.deleted_at is null and ${inRange}`;
  switch (kind) {
    case "patrol":
      return sql<Counted>`select ${town} as town, count(*) filter (where p.n >= ${rule.least ?? 1})::int as done, count(*)::int as of from grassroots.grid_member t
        cross join lateral (select count(*) as n from grassroots.patrol p where p.member = t.id and p.deleted_at is null and p.patrolled_on between ${from}::date and ${to}::date) p
        where ${within} and t.status = 'active' group by 1`;
    case "hazard":
      return sql<Counted>`select ${town} as town, count(*) filter (where not t.is_open and (t.closed_at at time zone 'Asia/Shanghai')::date <= t.found_on + ${days}::int)::int as done,
        count(*)::int as of from hazard_loop.v_hazard t where ${inRange} and t.found_on + ${days}::int between ${from}::date and ${to}::date group by 1`;
    case "notice":
      return sql<Counted>`select ${town} as town, count(*) filter (where t.read_on <= t.sent_on + ${days}::int)::int as done, count(*)::int as of
        from grassroots.notice t where ${within} and t.sent_on + ${days}::int between ${from}::date and ${to}::date group by 1`;
    default:
      return sql<Counted>`select ${town} as town, count(*)::int as done, null::int as of from grassroots.activity t
        where ${within} and t.kind = ${kind === "drill" ? "drill" : "analysis"} and t.done_on between ${from}::date and ${to}::date group by 1`;
  }
}

type TownWorkflow = Deviation & {
  readonly kind: WorkflowKind;
  readonly workflow: string;
  readonly from: string;
  readonly to: string;
};

/** Towns of one district keep to one workflow, so each is counted once for all towns it holds for. */
export async function deviationsOf(
  tx: Tx,
  workflows: readonly Workflow[],
  towns: readonly number[],
  { lo, hi }: AreaRange,
  today: CalendarDate,
): Promise<ReadonlyMap<number, readonly TownWorkflow[]>> {
  const found = new Map<number, TownWorkflow[]>(towns.map((key) => [key, []]));
  for (const kind of Object.keys(workflowKinds) as WorkflowKind[]) {
    const byRule = new Map<Workflow, number[]>();
    for (const key of towns) {
      const rule = workflowFor(workflows, kind, key);
      if (rule) byRule.set(rule, [...(byRule.get(rule) ?? []), key]);
    }
    for (const [rule, keys] of byRule) {
      const period = lastPeriod(rule.every, today);
      const counted = await countIn(tx, kind, rule, period, { lo, hi });
      for (const key of keys)
        found.get(key)?.push({ kind, workflow: rule.name, ...period, ...deviationOf(rule, counted.get(key) ?? nothing(kind)) });
    }
  }
  return found;
}

const nothing = (kind: WorkflowKind): Done => ({ done: 0, of: kind === "drill" || kind === "report" ? null : 0 });

async function countIn(tx: Tx, kind: WorkflowKind, rule: Workflow, period: ReturnType<typeof lastPeriod>, { lo, hi }: AreaRange) {
  const { rows } = await query(kind, rule, period, sql`t.area between ${lo} and ${hi}`).execute(tx);
  return new Map(rows.map(({ town: key, ...done }) => [key, done]));
}
