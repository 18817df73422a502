/** Problems a fire exposed: written down with what follows from each at once, and how each stands until the last is mended. JX-1.5.5 */
import { sql } from "kysely";
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { HAZARD, hazard, raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { listUsed, raiseTasks } from "#modules/supervision/inspection/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import type { Row } from "#platform/ledger/define.ts";
import { visibleFiles } from "#platform/ledger/files-of-rows.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { addDays, areaKey, type CalendarDate, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { AT_ONCE_DAYS } from "./domain/left-open.ts";
import { INVESTIGATION, PROBLEM } from "./investigation.ts";
import { standingsOf } from "./standing.ts";

const tag = "火灾调查";
const MOST = 1_000;
const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);
const whole = z.number().int();

const standing = z
  .object({
    id: z.uuid(),
    what: z.string(),
    placeWords: z.string(),
    origin: z.enum(["hazard", "tasks", "both"]),
    dueOn: z.string(),
    similarDueOn: z.string().nullable(),
    hazard: z.uuid().nullable(),
    hazardNumber: z.string().nullable(),
    hazardState: z.string().nullable(),
    hazardOpen: z.boolean(),
    hazardDueAt: z.string().nullable(),
    tasks: whole.describe("同类单位派出检查"),
    tasksDone: whole,
    tasksLate: whole,
    found: whole.describe("同类单位查出隐患"),
    foundOpen: whole,
    left: whole.describe("未了的事：本处隐患、未完成检查、同类未销号隐患之和"),
  })
  .meta({ id: "ExposedProblem", description: "一起火灾暴露的一个问题，与其整改" });

export const listProblems = route({
  method: "GET",
  path: "/fire-investigation/investigations/:id/problems",
  summary: "火灾暴露的问题与整改",
  tag,
  permission: `${INVESTIGATION}.read`,
  input: z.object({ id: z.uuid() }),
  output: z.object({ problems: z.array(standing), left: whole, can: z.boolean() }),
  async run(context, { id }) {
    const row = await findRow(context.services.catalog.get(INVESTIGATION), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const problems = await standingsOf(id, context.tx);
    const can = context.actor.permissions.has("fire-investigation.investigate") && row.closedAt === null;
    return ok({ problems: [...problems], left: problems.reduce((sum, each) => sum + each.left, 0), can });
  },
});

const similar = z.object({
  kinds: z.array(kind).min(1).max(20),
  area: areaKey,
});

export const countSimilar = route({
  method: "POST",
  path: "/fire-investigation/investigations/:id/similar",
  summary: "同类单位有多少",
  tag,
  permission: "fire-investigation.investigate",
  audited: false,
  input: similar.extend({ id: z.uuid() }),
  output: z.object({ count: whole, most: whole }),
  example: { input: { kinds: ["warehouse"], area: 330_802_000_000_000 } },
  async run(context, { id, ...wanted }) {
    const row = await findRow(context.services.catalog.get(INVESTIGATION), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const units = await similarUnits(row, wanted, context);
    return units.ok ? ok({ count: units.value.length, most: MOST }) : units;
  },
});

export const exposeProblem = route({
  method: "POST",
  path: "/fire-investigation/investigations/:id/problems",
  summary: "登记火灾暴露的问题",
  description: "本处立即立案、定级、交办（期限默认明天）；同类单位派检查任务（期限默认七天内）。两样至少选一样，都完了调查才能办结。",
  tag,
  permission: "fire-investigation.investigate",
  input: z.object({
    id: z.uuid(),
    what: z.string().trim().min(2).max(1_000),
    placeWords: z.string().trim().min(1).max(200),
    item: z.string().max(120).nullable().default(null),
    ground: z.string().trim().max(300).nullable().default(null),
    grade: z.enum(["minor", "general"]).default("general"),
    photos: z.array(z.uuid()).max(12).default([]),
    here: z.boolean().default(true).describe("在起火处立案整改"),
    dueOn: calendarDate.optional(),
    rectifierName: z.string().trim().max(60).nullable().default(null),
    similar: similar.nullable().default(null),
    similarDueOn: calendarDate.optional(),
    checklist: z.string().max(60).nullable().default(null).describe("同类排查用的检查表"),
  }),
  output: z.object({ problem: z.uuid(), hazard: z.uuid().nullable(), tasks: whole }),
  example: {
    input: { what: "室内停放电动自行车充电", placeWords: "一层东侧", similar: { kinds: ["warehouse"], area: 330_802_000_000_000 } },
  },
  async run(context, given) {
    const { tx, services, today, actor, now } = context;
    const row = await findRow(services.catalog.get(INVESTIGATION), given.id, readerOf(context), true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id: given.id });
    if (row.closedAt !== null) return refuse("conflict", "fire-investigation.is_closed");
    if (!given.here && !given.similar) return refuse("invalid", "fire-investigation.nothing_follows");
    const dueOn = given.dueOn ?? addDays(today, AT_ONCE_DAYS.place);
    const similarDueOn = given.similarDueOn ?? addDays(today, AT_ONCE_DAYS.similar);
    if (dueOn < today || similarDueOn < today) return refuse("invalid", "fire-investigation.due_in_past");
    const seen = await visibleFiles(given.photos, tx);
    if (given.photos.some((photo) => !seen.has(photo))) return refuse("invalid", "ledger.unknown_file");
    const id = uuidv7(now.getTime());
    const raised = given.here ? await mendHere(row, { ...given, problem: id, dueOn }, context) : ok(null);
    if (!raised.ok) return raised;
    const sent = given.similar
      ? await checkSimilar(row, { ...given, similar: given.similar, problem: id, dueOn: similarDueOn }, context)
      : ok(0);
    if (!sent.ok) return sent;
    const values = {
      investigation: row.id,
      what: given.what,
      placeWords: given.placeWords,
      item: given.item,
      hazard: raised.value,
      foundOn: today,
      dueOn,
      kinds: given.similar?.kinds ?? null,
      similarArea: given.similar?.area ?? null,
      similarDueOn: given.similar ? similarDueOn : null,
      tasks: sent.value,
      origin: given.here ? (given.similar ? "both" : "hazard") : "tasks",
    };
    await insertRows(services.catalog.get(PROBLEM), [{ id, area: row.area, values, demo: row.demo === true }], readerOf(context));
    context.audit({
      action: "登记火灾暴露的问题",
      subject: INVESTIGATION,
      subjectId: row.id,
      area: row.area,
      detail: { problem: id, hazard: raised.value, tasks: sent.value, by: actor.userId },
    });
    return ok({ problem: id, hazard: raised.value, tasks: sent.value });
  },
});

type Here = {
  readonly problem: string;
  readonly what: string;
  readonly placeWords: string;
  readonly item: string | null;
  readonly ground: string | null;
  readonly grade: "minor" | "general";
  readonly photos: readonly string[];
  readonly dueOn: CalendarDate;
  readonly rectifierName: string | null;
};

/** Raised, graded and assigned in one breath: the fire has already been the warning. One that is assigned already keeps its term. */
async function mendHere(row: Row, given: Here, context: RouteContext): Promise<Result<string>> {
  const { tx, services, actor, now, today } = context;
  const { problem, dueOn, rectifierName, ...found } = given;
  const unit = typeof row.unit === "string" ? row.unit : null;
  const raised = await raiseHazard(
    tx,
    services,
    {
      area: row.area,
      unit,
      placeWords: found.placeWords,
      what: found.what,
      item: found.item,
      ground: found.ground,
      photos: found.photos,
      origin: "investigation",
      originName: INVESTIGATION,
      originId: row.id,
      foundOn: today,
      demo: row.demo === true,
    },
    { actor, actorName: actor.name, organ: actor.organId, now, today },
  );
  if (!raised.ok) return raised;
  const { id } = raised.value;
  const reader = readerOf(context);
  const current = await findRow(services.catalog.get(HAZARD), id, reader);
  if (current?.state === "found") {
    const graded = await moveCase(eraseCase(hazard), id, "grade", { grade: found.grade }, context, reader);
    if (!graded.ok) return graded;
  }
  if (current?.state === "found" || current?.state === "graded") {
    const rectifier = unit ? { rectifier: "unit" } : { rectifier: "organ", rectifierOrgan: current.supervisor };
    const person = rectifierName ? { rectifierName } : {};
    const assigned = await moveCase(eraseCase(hazard), id, "assign", { ...rectifier, ...person, dueOn }, context, reader);
    if (!assigned.ok) return assigned;
  }
  return ok(id);
}

type Wanted = z.output<typeof similar>;

/** Units of these kinds in the area, the one that burned left out. */
async function similarUnits(row: Row, { kinds, area }: Wanted, { tx, actor }: RouteContext): Promise<Result<readonly string[]>> {
  if (!isWithin(area, actor.area)) return refuse("invalid", "ledger.outside_area");
  const { lo, hi } = subtreeOf(area);
  const { rows } = await sql<{ id: string }>`select id from places.unit where kind = any(${kinds}::text[]) and area between ${lo} and ${hi}
    and deleted_at is null and id is distinct from ${typeof row.unit === "string" ? row.unit : null}::uuid order by area, id limit ${MOST + 1}`.execute(
    tx,
  );
  return ok(rows.map(({ id }) => id));
}

type There = {
  readonly problem: string;
  readonly what: string;
  readonly similar: Wanted;
  readonly dueOn: CalendarDate;
  readonly checklist: string | null;
};

async function checkSimilar(row: Row, given: There, context: RouteContext): Promise<Result<number>> {
  const { tx, services, actor, now, today } = context;
  const units = await similarUnits(row, given.similar, context);
  if (!units.ok) return units;
  if (units.value.length === 0) return refuse("invalid", "fire-investigation.nobody_similar");
  if (units.value.length > MOST) return refuse("invalid", "fire-investigation.too_many_similar", { most: MOST });
  const lists = await listUsed(tx, given.checklist, today);
  if (!lists.ok) return lists;
  const sent = await raiseTasks(
    tx,
    services,
    units.value.map((unit) => ({
      unit,
      purpose: "special" as const,
      origin: "investigation" as const,
      originId: given.problem,
      dueOn: given.dueOn,
      checklists: lists.value,
      note: `${String(row.title)}：${given.what}`.slice(0, 500),
    })),
    { actor, actorName: actor.name, now, today },
  );
  return sent.ok ? ok(sent.value.length) : sent;
}
