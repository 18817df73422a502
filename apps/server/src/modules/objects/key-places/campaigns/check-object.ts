/** Work on the objects of a campaign: a check with its hazards, what was done about the object, and tasks for those who go there. */
import { sql } from "kysely";
import { z } from "zod";
import { raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { changeLists, listUsed, raiseTasks } from "#modules/supervision/inspection/index.ts";
import { visibleFiles } from "#platform/ledger/files-of-rows.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { rowOf } from "#platform/ledger/shapes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { CAMPAIGN } from "./campaign.ts";
import { campaignObject, OBJECT } from "./campaign-object.ts";
import { outcomes } from "./domain/kinds.ts";
import { campaignRow } from "./find-campaign.ts";
import { settleObjects } from "./settle.ts";

const tag = "专项整治";
const TASKS = 1_000;

const outcome = z.enum(Object.keys(outcomes) as [keyof typeof outcomes, ...(keyof typeof outcomes)[]]);
const problem = z.object({
  id: z.uuid().optional().describe("生成隐患的编号，由登记的一方给：重复提交不重复立案"),
  what: z.string().trim().min(2).max(1_000),
  placeWords: z.string().trim().min(1).max(200),
  item: z.string().max(120).nullable().default(null),
  grade: z.enum(["minor", "general"]).nullable().default(null),
  ground: z.string().max(300).nullable().default(null),
  photos: z.array(z.uuid()).max(12).default([]),
});

export const checkObject = route({
  method: "POST",
  path: "/key-places/campaigns/:id/objects/:object/check",
  summary: "登记整治对象的检查",
  description: "发现的隐患进隐患闭环，带本项专项整治；全部销号后对象自动清零。",
  tag,
  permission: "key-places.check",
  input: z.object({
    id: z.uuid(),
    object: z.uuid(),
    result: z.enum(["none", "found", "notApplicable"]),
    checkedOn: calendarDate.optional(),
    why: z.string().trim().max(300).default(""),
    problems: z.array(problem).max(30).default([]),
    outcome: outcome.optional().describe("处置，与检查一并登记"),
  }),
  output: z.object({ object: rowOf(campaignObject), hazards: z.array(z.uuid()) }),
  async run(context, given) {
    const { tx, services, actor, now, today } = context;
    const found = await objectOf(context, given);
    if (!found.ok) return found;
    const { row, campaign } = found.value;
    const on = given.checkedOn ?? today;
    if (on > today) return refuse("invalid", "key-places.checked_in_future");
    if ((given.result === "found") !== given.problems.length > 0) return refuse("invalid", "key-places.name_the_problems");
    if (given.result === "notApplicable" && given.why === "") return refuse("invalid", "key-places.say_why");
    if (given.result === "notApplicable" && Number(row.hazards) > 0) return refuse("conflict", "key-places.has_hazards");
    const asked = given.problems.flatMap(({ photos }) => photos);
    const seen = await visibleFiles(asked, tx);
    if (asked.some((photo) => !seen.has(photo))) return refuse("invalid", "ledger.unknown_file");
    const hazards: string[] = [];
    for (const { id, ...each } of given.problems) {
      const raised = await raiseHazard(
        tx,
        services,
        {
          ...each,
          ...(id ? { id } : {}),
          area: row.area,
          unit: typeof row.unit === "string" ? row.unit : null,
          building: row.source === "places.building" ? String(row.objectId) : null,
          origin: "inspection",
          originName: OBJECT,
          originId: row.id,
          campaign: campaign.id,
          department: typeof row.department === "string" ? row.department : null,
          foundOn: on,
        },
        { actor, actorName: actor.name, organ: actor.organId, now, today },
      );
      if (!raised.ok) return raised;
      hazards.push(raised.value.id);
    }
    const status = given.result === "notApplicable" ? "notApplicable" : "checked";
    await sql`update key_places.campaign_object set checked_on = ${on}, checked_by = ${actor.name}, status = ${status}, why = ${given.why || null}
      where id = ${row.id}`.execute(tx);
    if (given.outcome) await noteOutcome(row.id, given.outcome, on, given.why, context);
    await settleObjects([row.id], tx);
    context.audit({
      action: "登记整治检查",
      subject: OBJECT,
      subjectId: row.id,
      area: row.area,
      detail: { result: given.result, hazards, outcome: given.outcome },
    });
    return ok({ object: await rowAgain(row.id, context), hazards } as never);
  },
});

export const settleOutcome = route({
  method: "POST",
  path: "/key-places/campaigns/:id/objects/:object/outcome",
  summary: "登记整治对象的处置",
  tag,
  permission: "key-places.check",
  input: z.object({
    id: z.uuid(),
    object: z.uuid(),
    outcome,
    outcomeOn: calendarDate.optional(),
    why: z.string().trim().max(300).default(""),
  }),
  output: z.object({ object: rowOf(campaignObject) }),
  async run(context, given) {
    const { tx, today } = context;
    const found = await objectOf(context, given);
    if (!found.ok) return found;
    const { row } = found.value;
    const on = given.outcomeOn ?? today;
    if (on > today) return refuse("invalid", "key-places.checked_in_future");
    await noteOutcome(row.id, given.outcome, on, given.why, context);
    await settleObjects([row.id], tx);
    context.audit({ action: "登记整治处置", subject: OBJECT, subjectId: row.id, area: row.area, detail: { outcome: given.outcome } });
    return ok({ object: await rowAgain(row.id, context) } as never);
  },
});

async function noteOutcome(
  id: string,
  became: z.output<typeof outcome>,
  on: string,
  why: string,
  { tx, actor }: RouteContext,
): Promise<void> {
  await sql`update key_places.campaign_object set outcome = ${became}, outcome_on = ${on}, checked_on = coalesce(checked_on, ${on}::date),
    checked_by = coalesce(checked_by, ${actor.name}), why = coalesce(${why || null}, why) where id = ${id}`.execute(tx);
}

/** Sends somebody to the units that nobody has been to yet. */
export const sendTasks = route({
  method: "POST",
  path: "/key-places/campaigns/:id/tasks",
  summary: "给整治对象派检查任务",
  tag,
  permission: "key-places.check",
  input: z.object({
    id: z.uuid(),
    objects: z.array(z.uuid()).max(TASKS).optional().describe("不填：待查而未派的，一次最多 1000 个"),
    dueOn: calendarDate,
    lead: z.uuid().optional(),
    second: z.uuid().optional(),
  }),
  output: z.object({ tasks: z.number().int(), left: z.number().int().describe("仍未派的对象") }),
  async run(context, { id, objects, dueOn, lead, second }) {
    const { tx, services, actor, now, today } = context;
    const campaign = await campaignRow(id, context);
    if (!campaign) return refuse("not_found", "key-places.unknown_campaign");
    if (campaign.state !== "running") return refuse("conflict", "key-places.not_running");
    const waiting = sql`o.campaign = ${id} and o.status = 'pending' and o.task is null and o.unit is not null and o.deleted_at is null
      and o.area between ${actor.area.lo} and ${actor.area.hi}`;
    const only = objects ? sql`and o.id = any(${objects}::uuid[])` : sql``;
    const { rows } = await sql<{ id: string; unit: string }>`select o.id, o.unit from key_places.campaign_object o where ${waiting} ${only}
      order by o.area, o.id limit ${TASKS} for update`.execute(tx);
    if (rows.length === 0) return refuse("conflict", "key-places.nobody_waiting");
    const lists = await listUsed(tx, campaign.checklist, today);
    if (!lists.ok) return lists;
    const raised = await raiseTasks(
      tx,
      services,
      rows.map(({ unit }) => ({
        unit,
        purpose: "special",
        origin: "campaign",
        originId: id,
        dueOn,
        lead: lead ?? null,
        second: second ?? null,
        checklists: lists.value,
        note: campaign.name,
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    await sql`update key_places.campaign_object o set task = x.task from unnest(${rows.map((row) => row.id)}::uuid[], ${[...raised.value]}::uuid[]) x (id, task)
      where o.id = x.id`.execute(tx);
    const { rows: left } = await sql<{ n: number }>`select count(*)::int as n from key_places.campaign_object o where ${waiting}`.execute(
      tx,
    );
    context.audit({ action: "派整治检查任务", subject: CAMPAIGN, subjectId: id, area: campaign.area, detail: { tasks: rows.length } });
    return ok({ tasks: rows.length, left: left[0]?.n ?? 0 });
  },
});

export const chooseList = route({
  method: "POST",
  path: "/key-places/campaigns/:id/checklist",
  summary: "定专项整治的检查表",
  description: "此后派出的检查任务用它；已派还没开始查的一并换用。不填：按单位类别取。",
  tag,
  permission: "key-places.run",
  input: z.object({ id: z.uuid(), checklist: z.string().max(60).nullable() }),
  output: z.object({ title: z.string().nullable(), changed: z.number().int().describe("换用的任务") }),
  example: { input: { checklist: "hotel" }, output: { title: "宾馆饭店监督检查表", changed: 12 } },
  async run(context, { id, checklist }) {
    const { tx, actor } = context;
    const campaign = await campaignRow(id, context);
    if (!campaign || !isWithin(campaign.area, actor.area)) return refuse("not_found", "key-places.unknown_campaign");
    if (campaign.state !== "planned" && campaign.state !== "running") return refuse("conflict", "key-places.campaign_over");
    const lists = await listUsed(tx, checklist, context.today);
    if (!lists.ok) return lists;
    await sql`update key_places.campaign set checklist = ${checklist}, version = version + 1, updated_at = now() where id = ${id}`.execute(
      tx,
    );
    const changed = await changeLists(tx, { origin: "campaign", originId: id }, lists.value);
    context.audit({ action: "定整治检查表", subject: CAMPAIGN, subjectId: id, area: campaign.area, detail: { checklist, changed } });
    return ok({ title: lists.value[0]?.title ?? null, changed });
  },
});

/** An object of a running campaign, in the caller's area. */
async function objectOf(context: RouteContext, { id, object }: { readonly id: string; readonly object: string }) {
  const campaign = await campaignRow(id, context);
  const row = await findRow(context.services.catalog.get(OBJECT), object, readerOf(context), true);
  if (!campaign || !row || row.campaign !== campaign.id) return refuse("not_found", "key-places.unknown_object");
  if (campaign.state !== "running") return refuse("conflict", "key-places.not_running");
  return ok({ campaign, row });
}

const rowAgain = (id: string, context: RouteContext) => findRow(context.services.catalog.get(OBJECT), id, readerOf(context));
