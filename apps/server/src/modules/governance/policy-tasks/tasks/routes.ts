/** 交办, 分解下发, 来源与分解, 调研问题转措施, 阶段完成. SH-0.2, SH-1.5, PT-3.2.1 */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { measureTags, sides, taskSources } from "./domain/kinds.ts";
import { raiseTask, type TaskAsked } from "./raise-task.ts";
import { TASK, task } from "./task.ts";

const tag = "任务";
const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const organs = z.array(z.uuid()).min(1).max(60);
const words = (max: number) => z.string().trim().max(max).nullable().default(null);
export const raised = z.object({ tasks: z.array(z.object({ id: z.uuid(), number: z.string() })) });
type Raised = z.output<typeof raised>;

/** One copy each, or none at all. */
export async function raiseEach(
  context: RouteContext,
  organIds: readonly string[],
  asked: Omit<TaskAsked, "organ">,
): Promise<Result<Raised>> {
  const { tx, services, actor, now, today } = context;
  const tasks: { id: string; number: string }[] = [];
  for (const organ of [...new Set(organIds)]) {
    const made = await raiseTask(tx, services, { ...asked, organ }, { actor, now, today });
    if (!made.ok) return made;
    tasks.push(made.value);
  }
  return ok({ tasks });
}

export const taskGiven = z.object({
  title: z.string().trim().min(2).max(200),
  content: words(2_000),
  organs,
  supports: z.array(z.uuid()).max(20).default([]),
  owner: words(60),
  dueOn: calendarDate,
  output: words(200),
  sourceKind: z.enum(keys(taskSources)).default("other"),
  clause: words(40),
  stage: z.uuid().nullable().default(null),
  tag: z.enum(keys(measureTags)).nullable().default(null),
  side: z.enum(keys(sides)).nullable().default(null),
});

export const giveTask = route({
  method: "POST",
  path: "/policy-tasks/tasks",
  summary: "交办任务",
  description: "每个承办单位各得一份；单位须在交办人的辖区内。",
  tag,
  permission: "policy-tasks.assign",
  input: taskGiven,
  output: raised,
  example: {
    input: { title: "修复全部不完好市政消火栓", organs: ["01997c2e-8f00-7000-8000-000000000002"], dueOn: "2026-04-30" },
    output: { tasks: [{ id: "01997c2e-8f00-7000-8000-000000000001", number: "RW2026-0012" }] },
  },
  async run(context, { organs: organIds, ...asked }) {
    if (asked.dueOn < context.today) return refuse("invalid", "policy-tasks.task_due_in_past");
    if (asked.stage && !(await findRow(context.services.catalog.get("policy-tasks.stage"), asked.stage, readerOf(context))))
      return refuse("invalid", "ledger.unknown_reference");
    const made = await raiseEach(context, organIds, asked);
    if (made.ok) context.audit({ action: "交办任务", subject: TASK, detail: { title: asked.title, organs: organIds } });
    return made;
  },
});

export const passTaskDown = route({
  method: "POST",
  path: "/policy-tasks/tasks/:id/pass-down",
  summary: "分解下发任务",
  tag,
  permission: "policy-tasks.handle",
  input: z.object({
    id: z.uuid(),
    organs,
    title: z.string().trim().min(2).max(200).optional(),
    dueOn: calendarDate.optional(),
    content: words(2_000),
  }),
  output: raised,
  async run(context, { id, organs: organIds, title, dueOn, content }) {
    const { services, actor, now, today } = context;
    const reader = readerOf(context);
    const row = await findRow(services.catalog.get(TASK), id, reader, true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.state !== "doing" || row.holderOrgan !== actor.organId) return refuse("conflict", "policy-tasks.task_not_yours");
    const limit = calendarDate.parse(row.dueOn);
    if (dueOn !== undefined && dueOn > limit) return refuse("invalid", "policy-tasks.task_child_later", { dueOn: limit });
    if (dueOn !== undefined && dueOn < today) return refuse("invalid", "policy-tasks.task_due_in_past");
    const made = await raiseEach(context, organIds, {
      title: title ?? String(row.title),
      content: content ?? (row.content as string | null),
      dueOn: dueOn ?? limit,
      output: row.output as string | null,
      clause: row.clause as string | null,
      pack: row.pack as string | null,
      sourceKind: "superior",
      sourceId: id,
      sourceHref: `/policy-tasks/task?open=${id}`,
      sourceWords: String(row.title),
      superior: id,
    });
    if (!made.ok) return made;
    const noted = await moveCase(
      eraseCase(task),
      id,
      "passDown",
      { passed: made.value.tasks.length, note: `${made.value.tasks.length} 份` },
      { actor: null, now, today },
      reader,
    );
    if (!noted.ok) return noted;
    context.audit({ action: "分解下发任务", subject: TASK, subjectId: id, area: row.area, detail: { organs: organIds } });
    return made;
  },
});

const relative = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  organ: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  dueOn: z.string(),
  closed: z.boolean(),
});

export const showLineage = route({
  method: "GET",
  path: "/policy-tasks/tasks/:id/lineage",
  summary: "任务从哪里来、分解到哪里去",
  tag,
  permission: `${TASK}.read`,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    sourceHref: z.string().nullable(),
    sourceWords: z.string().nullable(),
    clause: z.string().nullable(),
    superior: relative.nullable(),
    children: z.array(relative),
    holds: z.boolean().describe("在本单位手上，可以分解"),
  }),
  async run(context, { id }) {
    const { tx, services, actor, language } = context;
    const row = await findRow(services.catalog.get(TASK), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    type Found = Omit<z.output<typeof relative>, "stateLabel"> & { readonly isAbove: boolean };
    const { rows } = await sql<Found>`select t.id, t.number, t.title, t.state, t.due_on, t.closed_at is not null as closed,
        t.id = ${row.superior ?? null} as is_above, (select o.short_name from organizations.v_organ o where o.id = t.lead) as organ
      from policy_tasks.task t where t.deleted_at is null and (t.superior = ${id} or t.id = ${row.superior ?? null})
      order by t.due_on, t.area, t.id limit 200`.execute(tx);
    const states = services.spoken[language].registry.cases.get(TASK)?.states ?? {};
    const shown = ({ isAbove: _, ...each }: Found) => ({ ...each, stateLabel: states[each.state]?.label ?? each.state });
    const above = rows.find(({ isAbove }) => isAbove);
    return ok({
      sourceHref: (row.sourceHref as string | null) ?? null,
      sourceWords: (row.sourceWords as string | null) ?? null,
      clause: (row.clause as string | null) ?? null,
      superior: above ? shown(above) : null,
      children: rows.filter(({ isAbove }) => !isAbove).map(shown),
      holds: row.state === "doing" && actor.organId !== null && row.holderOrgan === actor.organId,
    });
  },
});

export const convertFinding = route({
  method: "POST",
  path: "/policy-tasks/findings/:id/measures",
  summary: "调研问题转为措施",
  description: "措施即任务，带类别（守底线、打基础、管长远）和实施主体。",
  tag: "调研问题",
  permission: "policy-tasks.assign",
  input: taskGiven.omit({ sourceKind: true, stage: true }).extend({
    id: z.uuid(),
    tag: z.enum(keys(measureTags)),
    side: z.enum(keys(sides)),
  }),
  output: raised,
  async run(context, { id, organs: organIds, ...asked }) {
    const { services, today } = context;
    const reader = readerOf(context);
    const entry = services.catalog.get("policy-tasks.finding");
    const row = await findRow(entry, id, reader, true);
    if (!row) return refuse("not_found", "policy-tasks.unknown_finding");
    if (asked.dueOn < today) return refuse("invalid", "policy-tasks.task_due_in_past");
    const made = await raiseEach(context, organIds, {
      ...asked,
      sourceKind: "finding",
      sourceId: id,
      sourceHref: `/policy-tasks/finding?open=${id}`,
      sourceWords: String(row.title),
    });
    if (!made.ok) return made;
    const count = Number(row.measures ?? 0) + made.value.tasks.length;
    const change = { measures: count, converted: true };
    await applyChange(entry, id, row.version, { ...row, ...change }, change, reader);
    context.audit({
      action: "调研问题转为措施",
      subject: "policy-tasks.finding",
      subjectId: id,
      area: row.area,
      detail: { tag: asked.tag },
    });
    return made;
  },
});

export const closeStage = route({
  method: "POST",
  path: "/policy-tasks/stages/:id/close",
  summary: "阶段完成",
  description: "本阶段的任务都已验收才能完成。",
  tag: "阶段",
  permission: "policy-tasks.stage.write",
  input: z.object({ id: z.uuid(), words: z.string().trim().min(2).max(300) }),
  output: z.object({ closedOn: z.string() }),
  async run(context, { id, words: closedWords }) {
    const { tx, services, today } = context;
    const reader = readerOf(context);
    const entry = services.catalog.get("policy-tasks.stage");
    const row = await findRow(entry, id, reader, true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.closedOn) return refuse("conflict", "policy-tasks.stage_closed");
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from policy_tasks.task
      where stage = ${id} and closed_at is null and deleted_at is null`.execute(tx);
    const open = rows[0]?.n ?? 0;
    if (open > 0) return refuse("conflict", "policy-tasks.stage_tasks_open", { n: open });
    const change = { closedOn: today, closedWords };
    await applyChange(entry, id, row.version, { ...row, ...change }, change, reader);
    context.audit({ action: "阶段完成", subject: "policy-tasks.stage", subjectId: id, area: row.area });
    return ok({ closedOn: today });
  },
});

export const taskRoutes = [giveTask, passTaskDown, showLineage, convertFinding, closeStage];
