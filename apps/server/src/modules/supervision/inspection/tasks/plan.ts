/** 年度检查计划: which objects, how often, by which organ; issuing it makes the tasks of those due in a period. SI-02 to SI-04, DR-05. */
import { sql } from "kysely";
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import { defineLedger, type Row } from "#platform/ledger/define.ts";
import { choice, day, integer, many, organ, text } from "#platform/ledger/fields.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate, subtreeOf } from "#platform/values.ts";
import { checklistFor } from "../checklists/office-lists.ts";
import { risks } from "../objects/supervision-class.ts";
import { type Purpose, purposes } from "./purposes.ts";
import { type ListUsed, raiseTasks } from "./raise-tasks.ts";

const required = true;
export const plan = defineLedger("inspection.plan", {
  label: "检查计划",
  counter: "份",
  title: "title",
  fields: {
    title: text("名称", { required, max: 100 }),
    year: integer("年度", { required, min: 2_000, max: 2_100, indexed: true }),
    organ: organ("牵头单位"),
    purpose: choice("检查类别", purposes, { required }),
    kinds: many("单位类别", unitKinds),
    risks: many("风险等级", risks),
    yearlyCap: integer("每家每年上限", { min: 1, max: 366, unit: "次" }),
    startOn: day("开始", { required }),
    dueOn: day("截止", { required }),
    basis: text("依据文件", { max: 200 }),
  },
  search: ["title"],
  list: { columns: ["title", "year", "purpose", "area", "kinds", "risks", "startOn", "dueOn"], filters: ["area", "year", "purpose"] },
  check: (row) => (row.startOn && row.dueOn && row.dueOn < row.startOn ? [{ field: "dueOn", code: "inspection.plan_ends_before" }] : []),
});

const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";
const BATCH = 2_000;
type Due = { readonly unit: string; readonly kind: UnitKind; readonly depth: "spot" | "full" | null };
type Counts = { readonly inScope: number; readonly due: number; readonly open: number; readonly capped: number };

/** Objects of the plan with what decides: due by the day, a check still open at the unit, the year's checks made already. */
function scoped(row: Row, until: string, today: string) {
  const range = subtreeOf(row.area);
  const [kinds, risk] = [(row.kinds ?? []) as string[], (row.risks ?? []) as string[]];
  const ofYear = sql`(select count(*) from inspection.task t where t.unit = o.unit and t.state = 'done' and t.done_on >= date_trunc('year', ${today}::date))`;
  return sql`(select o.id, o.unit, o.kind, o.depth, o.due_on, not coalesce(o.due_on > ${until}, false) as due,
      exists (select 1 from inspection.task t where t.unit = o.unit and t.closed_at is null and t.deleted_at is null) as open,
      ${typeof row.yearlyCap === "number" ? sql`${ofYear} >= ${row.yearlyCap}` : sql`false`} as capped
    from inspection.object o where o.deleted_at is null and o.area between ${range.lo} and ${range.hi}
      ${kinds.length > 0 ? sql`and o.kind = any(${kinds}::text[])` : sql``} ${risk.length > 0 ? sql`and o.risk = any(${risk}::text[])` : sql``}) o`;
}

async function countsOf(from: ReturnType<typeof scoped>, tx: Tx): Promise<Counts> {
  const { rows } = await sql<Counts>`select count(*)::int as in_scope, count(*) filter (where o.due)::int as due,
    count(*) filter (where o.due and o.open)::int as open, count(*) filter (where o.due and not o.open and o.capped)::int as capped from ${from}`.execute(
    tx,
  );
  return rows[0] ?? { inScope: 0, due: 0, open: 0, capped: 0 };
}

export const issuePlan = route({
  method: "POST",
  path: "/inspection/plans/:id/issue",
  summary: "按计划派任务",
  description: "给计划范围内、截止日前应查的对象各派一项任务；已有待查任务、今年已到上限的不派。dryRun 只报数。",
  tag: "检查计划",
  permission: "inspection.arrange",
  audited: false, // a preview is none; what was issued is noted below
  input: z.object({ id: z.uuid(), dueOn: calendarDate.optional(), dryRun: z.boolean().default(false) }),
  output: z.object({
    inScope: z.number().int(),
    due: z.number().int(),
    open: z.number().int(),
    capped: z.number().int(),
    made: z.number().int(),
  }),
  example: { input: { id: EXAMPLE, dryRun: true }, output: { inScope: 412, due: 88, open: 6, capped: 2, made: 0 } },
  async run(context, { id, dueOn, dryRun }) {
    const { tx, services, today } = context;
    const row = await findRow(services.catalog.get(plan.name), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const until = dueOn ?? String(row.dueOn);
    if (until < today) return refuse("invalid", "inspection.due_in_past");
    // Two who issue at once, be it two plans over the same units, would send everybody twice.
    if (!dryRun) await sql`select pg_advisory_xact_lock(hashtext(${plan.name}))`.execute(tx);
    const from = scoped(row, until, today);
    const counts = await countsOf(from, tx);
    if (dryRun) return ok({ ...counts, made: 0 });
    const made = await send(row, from, until, context);
    if (!made.ok) return made;
    context.audit({ action: "按计划派任务", subject: plan.name, subjectId: id, area: row.area, detail: { made: made.value } });
    return ok({ ...counts, made: made.value });
  },
});

/** Page by page until nobody is left: who was sent for is open from then on. @returns how many tasks were made */
async function send(row: Row, from: ReturnType<typeof scoped>, until: string, context: RouteContext): Promise<Result<number>> {
  const { tx, services, actor, now, today } = context;
  const lists = new Map<UnitKind, readonly ListUsed[]>();
  for (let made = 0; ; ) {
    const { rows } = await sql<Due>`select o.unit, o.kind, o.depth from ${from} where o.due and not o.open and not o.capped
      order by o.due_on, o.id limit ${BATCH}`.execute(tx);
    if (rows.length === 0) return ok(made);
    for (const { kind } of rows) {
      if (lists.has(kind)) continue;
      const list = await checklistFor(tx, { kind, purpose: "supervision", area: row.area, today });
      lists.set(kind, list ? [{ list: list.id, version: list.version, title: list.title }] : []);
    }
    const raised = await raiseTasks(
      tx,
      services,
      rows.map(({ unit, kind, depth }) => ({
        unit,
        purpose: row.purpose as Purpose,
        origin: "plan" as const,
        originId: row.id,
        dueOn: until,
        organ: typeof row.organ === "string" ? row.organ : null,
        checklists: lists.get(kind) ?? [],
        byRisk: true,
        depth: depth ?? "full",
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    made += raised.value.length;
  }
}
