/** From a finding of a joint check to what is done about it: a hazard, a penalty case, an urging letter, points off. PT-2.2.3.5 */
import { sql } from "kysely";
import { z } from "zod";
import { draftDocument, filePenalty, jointAction, jointFinding, offences } from "#modules/supervision/enforcement/index.ts";
import { HAZARD, raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { may } from "#platform/actor.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { FOLLOW, type FollowKind } from "./follow.ts";
import { actionOf, tag } from "./show.ts";

const asked = {
  id: z.uuid(),
  finding: z.uuid().nullable().default(null).describe("部门的检查记录"),
  hazard: z.uuid().nullable().default(null).describe("或对象检查中查出的隐患"),
  follow: z.uuid().optional().describe("这件处置的编号，由登记的一方给：重复提交不重复处置"),
};
const what = z.string().trim().min(2).max(1_000);
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

/** What a step is about: where, whose, in which words. */
type About = { readonly area: number; readonly unit: string | null; readonly place: string; readonly found: string; readonly on: string };
type Made = { readonly name: string | null; readonly id: string | null };
type Step = {
  readonly kind: FollowKind;
  readonly what: string;
  readonly area: number;
  readonly organ?: string | null;
  readonly points?: number | null;
  readonly made: Made;
};
type Source = {
  readonly id: string;
  readonly finding: string | null;
  readonly hazard: string | null;
  readonly follow?: string | undefined;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The finding or the hazard, which must belong to this action. */
async function aboutOf(
  { id, finding, hazard }: Source,
  context: RouteContext,
): Promise<Result<{ readonly action: Row; readonly about: About }>> {
  const { tx, services } = context;
  const action = await actionOf(id, context, true);
  if (!action.ok) return action;
  if (action.value.state === "cancelled" || action.value.state === "planned") return refuse("conflict", "inspection.joint_not_begun");
  if (finding !== null) {
    const row = await findRow(services.catalog.get(jointFinding.name), finding, readerOf(context));
    if (!row || row.action !== id) return refuse("not_found", "inspection.not_of_this_check");
    const about = {
      area: row.area,
      unit: typeof row.unit === "string" ? row.unit : null,
      place: text(row.target),
      found: text(row.found),
      on: text(row.checkedOn),
    };
    return ok({ action: action.value, about });
  }
  if (hazard === null) return refuse("invalid", "inspection.name_the_finding");
  const { rows } =
    await sql`select 1 from inspection.v_check t join inspection.visit_item i on i.visit = platform.uuid_of(t.visit) where t.origin = 'jointCheck' and t.origin_id = ${id}
    and i.hazard = ${hazard} limit 1`.execute(tx);
  const row = rows.length > 0 ? await findRow(services.catalog.get(HAZARD), hazard, readerOf(context)) : undefined;
  if (!row) return refuse("not_found", "inspection.not_of_this_check");
  const about = {
    area: row.area,
    unit: typeof row.unit === "string" ? row.unit : null,
    place: text(row.placeWords),
    found: text(row.what),
    on: text(row.foundOn),
  };
  return ok({ action: action.value, about });
}

/** What came of the same request when it was sent before; the action is locked by now. */
async function madeBefore({ id, follow }: Source, { tx }: RouteContext) {
  if (!follow) return undefined;
  const { rows } = await sql<{ id: string; made: string | null }>`select id, made_id::uuid as made from inspection.joint_follow
    where id = ${follow} and action = ${id} and deleted_at is null`.execute(tx);
  return rows[0];
}

async function keep(source: Source, step: Step, context: RouteContext): Promise<{ readonly id: string; readonly made: string | null }> {
  const { actor, now, today, services } = context;
  const id = source.follow ?? uuidv7(now.getTime());
  const values = {
    action: source.id,
    finding: source.finding,
    hazard: source.hazard,
    kind: step.kind,
    what: step.what,
    organ: step.organ ?? null,
    points: step.points ?? null,
    onDay: today,
    by: actor.name,
    madeName: step.made.name,
    madeId: step.made.id,
  };
  await insertRows(services.catalog.get(FOLLOW), [{ id, area: step.area, values, demo: false }], readerOf(context));
  context.audit({
    action: "联合检查处置",
    subject: jointAction.name,
    subjectId: source.id,
    area: step.area,
    detail: { kind: step.kind, finding: source.finding, hazard: source.hazard, made: step.made.id },
  });
  return { id, made: step.made.id };
}

const shared = {
  method: "POST",
  tag,
  permission: "enforcement.joint.lead",
  output: z.object({ id: z.uuid(), made: z.uuid().nullable() }),
} as const;

export const followByHazard = route({
  ...shared,
  path: "/inspection/joint-actions/:id/follow-hazard",
  summary: "联合检查发现：立案整改",
  permission: "hazard-loop.find",
  input: z.object({ ...asked, what, grade: z.enum(["minor", "general"]).nullable().default(null) }),
  example: { input: { finding: EXAMPLE, what: "应急照明损坏 2 处" } },
  async run(context, { what: words, grade, ...source }) {
    const { tx, services, actor, now, today } = context;
    const found = await aboutOf(source, context);
    if (!found.ok) return found;
    if (source.hazard !== null) return refuse("conflict", "inspection.is_a_hazard_already");
    const before = await madeBefore(source, context);
    if (before) return ok(before);
    const { about } = found.value;
    const raised = await raiseHazard(
      tx,
      services,
      {
        area: about.area,
        unit: about.unit,
        placeWords: about.place,
        what: words,
        item: null,
        grade,
        origin: "inspection",
        originName: jointFinding.name,
        originId: source.finding,
        foundOn: about.on,
      },
      { actor, actorName: actor.name, organ: actor.organId, now, today },
    );
    if (!raised.ok) return raised;
    return ok(await keep(source, { kind: "hazard", what: words, area: about.area, made: { name: HAZARD, id: raised.value.id } }, context));
  },
});

export const followByPenalty = route({
  ...shared,
  path: "/inspection/joint-actions/:id/follow-penalty",
  summary: "联合检查发现：立案处罚",
  permission: "enforcement.penalty.handle",
  input: z.object({
    ...asked,
    what,
    act: z.string().max(40).describe("违法行为，见 GET /enforcement/penalty-rules"),
    party: z.string().trim().min(1).max(120),
    partyKind: z.enum(["unit", "person"]).default("unit"),
    officerOne: z.uuid(),
    officerTwo: z.uuid(),
  }),
  async run(context, { what: words, finding, hazard, follow, id, ...given }) {
    const source = { id, finding, hazard, follow };
    const found = await aboutOf(source, context);
    if (!found.ok) return found;
    const before = await madeBefore(source, context);
    if (before) return ok(before);
    if (!(given.act in offences)) return refuse("invalid", "inspection.unknown_offence");
    const { about } = found.value;
    const filed = await filePenalty(context, {
      ...given,
      area: about.area,
      unit: about.unit,
      where: about.place.slice(0, 200),
      origin: "joint",
      hazard,
      conduct: words,
      conductOn: about.on,
    });
    if (!filed.ok) return filed;
    return ok(
      await keep(
        source,
        { kind: "penalty", what: words, area: about.area, made: { name: "enforcement.penalty", id: filed.value } },
        context,
      ),
    );
  },
});

/** The organ a letter or a deduction is addressed to, and the area it answers for. */
async function organAt(id: string, { tx, actor }: RouteContext): Promise<Result<{ readonly name: string; readonly area: number }>> {
  const { rows } = await sql<{ name: string; area: number }>`select name, area from organizations.v_organ where id = ${id}`.execute(tx);
  const [organ] = rows;
  return organ && isWithin(organ.area, actor.area) ? ok(organ) : refuse("invalid", "inspection.organ_outside");
}

export const followByLetter = route({
  ...shared,
  path: "/inspection/joint-actions/:id/follow-letter",
  summary: "联合检查发现：起草督办函",
  input: z.object({ ...asked, organ: z.uuid(), what, demands: z.string().trim().min(2).max(2_000), dueOn: calendarDate }),
  async run(context, { what: words, organ, demands, dueOn, ...source }) {
    const { tx, services, actor, now, today } = context;
    if (!may(actor, "enforcement.draft")) return refuse("forbidden", "http.no_permission", { permission: "enforcement.draft" });
    if (dueOn < today) return refuse("invalid", "inspection.due_in_past");
    const found = await aboutOf(source, context);
    if (!found.ok) return found;
    const before = await madeBefore(source, context);
    if (before) return ok(before);
    const to = await organAt(organ, context);
    if (!to.ok) return to;
    const { action, about } = found.value;
    const drafted = await draftDocument(tx, services, {
      kind: "urging-letter",
      values: { matter: `${String(action.name)}发现的问题`, content: `${about.place}：${words}`, demands, dueOn },
      area: action.area,
      unit: about.unit,
      party: to.value.name.slice(0, 120),
      source: { name: jointAction.name, id: action.id },
      by: { actor, now, today },
    });
    if (!drafted.ok) return drafted;
    const made = { name: "enforcement.document", id: drafted.value.documentId };
    return ok(await keep(source, { kind: "letter", what: words, area: about.area, organ, made }, context));
  },
});

export const followByDeduction = route({
  ...shared,
  path: "/inspection/joint-actions/:id/follow-deduction",
  summary: "联合检查发现：考核扣分",
  description: "计入被扣单位所在辖区；考核方案以 inspection.joint_deductions 取分。同一发现对一个单位只扣一次。",
  input: z.object({ ...asked, organ: z.uuid(), what, points: z.number().positive().max(100) }),
  example: { input: { finding: EXAMPLE, organ: EXAMPLE, what: "应急照明损坏 2 处", points: 1 } },
  async run(context, { what: words, organ, points, ...source }) {
    const found = await aboutOf(source, context);
    if (!found.ok) return found;
    const before = await madeBefore(source, context);
    if (before) return ok(before);
    const to = await organAt(organ, context);
    if (!to.ok) return to;
    const { rows } = await sql`select 1 from inspection.joint_follow where action = ${source.id} and kind = 'deduction' and organ = ${organ}
      and finding is not distinct from ${source.finding}::uuid and hazard is not distinct from ${source.hazard}::uuid and deleted_at is null`.execute(
      context.tx,
    );
    if (rows.length > 0) return refuse("conflict", "inspection.deducted_already");
    return ok(
      await keep(source, { kind: "deduction", what: words, area: to.value.area, organ, points, made: { name: null, id: null } }, context),
    );
  },
});
