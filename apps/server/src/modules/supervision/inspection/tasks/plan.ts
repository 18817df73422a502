/** 年度检查计划: which objects, how often, by which organ; issuing it makes the tasks of those due in a period. SI-02 to SI-04, DR-05. */
import { sql } from "kysely";
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, many, organ, text } from "#platform/ledger/fields.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
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
type Due = {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly area: number;
  readonly depth: "spot" | "full";
  readonly early: boolean;
  readonly capped: boolean;
  readonly open: boolean;
};

export const issuePlan = route({
  method: "POST",
  path: "/inspection/plans/:id/issue",
  summary: "按计划派任务",
  description: "给计划范围内、截止日前应查的对象各派一项任务；已有待查任务、今年已到上限的不派。dryRun 只报数。",
  tag: "检查计划",
  permission: "inspection.arrange",
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
    const { tx, services, actor, now, today } = context;
    const row = await findRow(services.catalog.get(plan.name), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const until = dueOn ?? String(row.dueOn);
    if (until < today) return refuse("invalid", "inspection.due_in_past");
    const range = subtreeOf(row.area);
    const [kinds, risk] = [(row.kinds ?? []) as string[], (row.risks ?? []) as string[]];
    const cap = typeof row.yearlyCap === "number" ? row.yearlyCap : null;
    const { rows } = await sql<Due>`select o.unit, o.kind, o.area, o.depth, o.due_on > ${until} as early,
        exists (select 1 from inspection.task t where t.unit = o.unit and t.closed_at is null and t.deleted_at is null) as open,
        ${cap === null ? sql`false` : sql`(select count(*) from inspection.task t where t.unit = o.unit and t.state = 'done' and t.done_on >= date_trunc('year', ${today}::date)) >= ${cap}`} as capped
      from inspection.object o where o.deleted_at is null and o.area between ${range.lo} and ${range.hi}
        ${kinds.length > 0 ? sql`and o.kind = any(${kinds}::text[])` : sql``} ${risk.length > 0 ? sql`and o.risk = any(${risk}::text[])` : sql``} order by o.due_on, o.id limit 20000`.execute(
      tx,
    );
    const due = rows.filter((each) => !each.early);
    const wanted = due.filter((each) => !each.open && !each.capped);
    const counts = {
      inScope: rows.length,
      due: due.length,
      open: due.filter((each) => each.open).length,
      capped: due.filter((each) => !each.open && each.capped).length,
    };
    if (dryRun) return ok({ ...counts, made: 0 });
    const lists = new Map<UnitKind, readonly ListUsed[]>();
    for (const { kind } of wanted) {
      if (lists.has(kind)) continue;
      const list = await checklistFor(tx, { kind, purpose: "supervision", area: row.area, today });
      lists.set(kind, list ? [{ list: list.id, version: list.version, title: list.title }] : []);
    }
    const raised = await raiseTasks(
      tx,
      services,
      wanted.map(({ unit, kind, depth }) => ({
        unit,
        purpose: row.purpose as Purpose,
        origin: "plan" as const,
        originId: id,
        dueOn: until,
        organ: typeof row.organ === "string" ? row.organ : null,
        checklists: lists.get(kind) ?? [],
        byRisk: true,
        depth: depth ?? "full",
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    context.audit({ action: "按计划派任务", subject: plan.name, subjectId: id, area: row.area, detail: { made: raised.value.length } });
    return ok({ ...counts, made: raised.value.length });
  },
});
