/** 自查: the list of a unit, and one finished check with its answers; the same check sent twice is one. TY-1.10, QZ-2.3.1. */
import { sql } from "kysely";
import { z } from "zod";
import { insertRows } from "#platform/ledger/write.ts";
import { publish } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { addDays, calendarDate } from "#platform/values.ts";
import { type CheckItem, type Checklist, gradeOf, listFor, listOfCheck } from "./checklists.ts";
import { arePhotosKnown } from "./known-photos.ts";
import { selfCheck } from "./ledgers/checks.ts";
import { loadUnits, type UnitRow } from "./load.ts";
import { raiseOwn } from "./raise-own.ts";
import { checkList } from "./shapes.ts";
import { tag } from "./show-duties.ts";

/** A phone without signal may bring a check so many days late. */
const LATE_DAYS = 7;

/** The actor's own unit. */
export async function ownUnit({ tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<Result<UnitRow>> {
  const [unit] = actor.unitId === null ? [] : await loadUnits(tx, sql`u.id = ${actor.unitId}`);
  return unit ? ok(unit) : refuse("not_found", "unit-management.no_unit");
}

export const showCheckList = route({
  method: "GET",
  path: "/unit/self-check-list",
  tag,
  summary: "本单位的自查表",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({}),
  composed: ["title", "text", "section", "remedy"],
  output: checkList,
  async run(context) {
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const list = await listFor(context.tx, unit.value, context.today);
    if (!list) return refuse("not_found", "unit-management.unknown_list");
    const { id, version, title, source, items } = list;
    return ok({ id, version, title, source, items: items.map(shownItem) });
  },
});

const shownItem = ({ id, section, text, ground, grade, photo, remedy }: CheckItem) => ({ id, section, text, ground, grade, photo, remedy });

const answer = z.object({
  item: z.string().max(60),
  answer: z.enum(["pass", "fail", "none"]),
  note: z.string().trim().max(300).default(""),
  place: z.string().trim().max(100).default(""),
  photos: z.array(z.uuid()).max(6).default([]),
});
const checkInput = z.object({
  id: z.uuid().describe("手机自编的编号；重复提交算一次"),
  checklist: z.string().max(60),
  version: z.number().int(),
  tier: z.enum(["unit", "section", "post"]).default("unit"),
  section: z.string().trim().max(60).default(""),
  checkedOn: calendarDate,
  minutes: z.number().int().min(0).max(1_440).nullable().default(null),
  answers: z.array(answer).min(1).max(200),
});
type Given = z.output<typeof checkInput>;
type Answer = Given["answers"][number];

export const submitCheck = route({
  method: "POST",
  path: "/unit/self-checks",
  tag,
  summary: "提交自查",
  description: "每个不合格项当场成为隐患，由本单位整改；同一编号再提交，答复与第一次相同。",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: checkInput,
  output: z.object({ id: z.uuid(), passed: z.number().int(), failed: z.number().int(), hazards: z.array(z.uuid()) }),
  example: {
    input: {
      id: "01997c2e-8f00-7000-8000-000000000021",
      checklist: "self-small-shop",
      version: 1,
      checkedOn: "2026-03-18",
      answers: [{ item: "TQ-05", answer: "fail", note: "压力不足", place: "后门", photos: ["01997c2e-8f00-7000-8000-000000000011"] }],
    },
    output: { id: "01997c2e-8f00-7000-8000-000000000021", passed: 7, failed: 1, hazards: ["01997c2e-8f00-7000-8000-000000000022"] },
  },
  async run(context, given) {
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const before = await earlier(context, given.id);
    if (before) return ok(before);
    const list = await listOfCheck(context.tx, given.checklist, given.version);
    const problem = list ? problemOf(given, list, context.today) : refuse("invalid", "unit-management.unknown_list");
    if (problem || !list) return problem ?? refuse("invalid", "unit-management.unknown_list");
    if (
      !(await arePhotosKnown(
        context,
        given.answers.flatMap((each) => each.photos),
      ))
    )
      return refuse("invalid", "unit-management.unknown_photo");
    const hazards = await raiseFailed(context, unit.value, given, list);
    if (!hazards.ok) return hazards;
    const saved = await saveCheck(context, unit.value, given, list, hazards.value);
    context.audit({
      action: "提交自查",
      subject: selfCheck.name,
      subjectId: given.id,
      area: unit.value.area,
      detail: { failed: saved.failed },
    });
    await publish(context.tx, {
      type: "unit-management.self-check.submitted",
      area: unit.value.area,
      actor: context.actor.userId,
      id: given.id,
      unit: unit.value.id,
    });
    return ok(saved);
  },
});

/** The answer a check got when it first came. */
async function earlier({ tx }: RouteContext, id: string) {
  const { rows } = await sql<{
    passed: number;
    failed: number;
    answers: readonly { hazard?: string | null }[];
  }>`select passed::int, failed::int, answers
    from unit_management.self_check where id = ${id}`.execute(tx);
  const row = rows[0];
  return row && { id, passed: row.passed, failed: row.failed, hazards: row.answers.flatMap(({ hazard }) => (hazard ? [hazard] : [])) };
}

/** Every item answered once, photos where they are demanded, a day neither ahead nor long ago. */
function problemOf({ answers, checkedOn }: Given, list: Checklist, today: string): Result<never> | undefined {
  if (checkedOn > today || checkedOn < addDays(calendarDate.parse(today), -LATE_DAYS))
    return refuse("invalid", "unit-management.bad_check_day", { days: LATE_DAYS });
  const open = list.items.filter((item) => answers.filter((each) => each.item === item.id).length !== 1);
  if (open.length > 0) return refuse("invalid", "unit-management.unanswered", { items: open.map((item) => item.text).join("、") });
  const unknown = answers.filter((each) => !list.items.some((item) => item.id === each.item));
  if (unknown.length > 0) return refuse("invalid", "unit-management.unknown_item", { item: unknown[0]?.item });
  const bare = list.items.filter((item) =>
    needsPhoto(
      item,
      answers.find((each) => each.item === item.id),
    ),
  );
  return bare.length > 0
    ? refuse("invalid", "unit-management.photo_missing", { items: bare.map((item) => item.text).join("、") })
    : undefined;
}
const needsPhoto = ({ photo }: CheckItem, given: Answer | undefined): boolean =>
  given !== undefined && given.photos.length === 0 && (photo === "always" || (photo === "onFail" && given.answer === "fail"));

async function raiseFailed(
  context: RouteContext,
  unit: UnitRow,
  given: Given,
  list: Checklist,
): Promise<Result<ReadonlyMap<string, string>>> {
  const hazards = new Map<string, string>();
  for (const each of given.answers.filter(({ answer: said }) => said === "fail")) {
    const item = list.items.find(({ id }) => id === each.item);
    if (!item) continue;
    const raised = await raiseOwn(context, unit, {
      what: each.note || `不合格：${item.text}`,
      placeWords: each.place || given.section || unit.name,
      item: `${list.id}#${item.id}`,
      grade: gradeOf(item),
      ground: item.ground,
      remedy: item.remedy,
      photos: each.photos,
      origin: "selfCheck",
      originName: selfCheck.name,
      originId: given.id,
      foundOn: given.checkedOn,
    });
    if (!raised.ok) return raised;
    hazards.set(each.item, raised.value.id);
  }
  return ok(hazards);
}

async function saveCheck(context: RouteContext, unit: UnitRow, given: Given, list: Checklist, hazards: ReadonlyMap<string, string>) {
  const { tx, services, actor, now } = context;
  const count = (said: Answer["answer"]) => given.answers.filter((each) => each.answer === said).length;
  const values = {
    unit: unit.id,
    title: list.title,
    checklist: list.id,
    checklistVersion: given.version,
    tier: given.tier,
    section: given.section || null,
    checkedOn: given.checkedOn,
    checkedBy: actor.name,
    minutes: given.minutes,
    passed: count("pass"),
    failed: count("fail"),
    skipped: count("none"),
    answers: given.answers.map((each) => ({
      item: each.item,
      text: list.items.find(({ id }) => id === each.item)?.text ?? "",
      answer: each.answer,
      note: each.note,
      place: each.place,
      photos: each.photos.join(","),
      hazard: hazards.get(each.item) ?? null,
    })),
    sentAt: now.toISOString(),
  };
  const scope = { area: actor.area, unitId: actor.unitId, userId: actor.userId };
  await insertRows(services.catalog.get(selfCheck.name), [{ id: given.id, area: unit.area, values, demo: unit.demo }], {
    tx,
    sealer: services.sealer,
    scope,
  });
  return { id: given.id, passed: values.passed, failed: values.failed, hazards: [...new Set(hazards.values())] };
}
