/** 对照与裁定: the records of one place and day side by side, and a person's word on each item where they differ. */
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { conflict } from "./conflict.ts";
import { differing } from "./domain/answers.ts";
import { record, recordOf } from "./show-visit.ts";
import { answersOfDay, letStand, markConflict, type SameDay, visitsOfDay } from "./store.ts";

const tag = "监督检查";
const byId = z.object({ id: z.uuid() });

type Matter = { readonly unit: string; readonly onDay: string; readonly version: number };
async function matterOf(context: RouteContext, id: string): Promise<Matter | undefined> {
  const row = await findRow(context.services.catalog.get(conflict.name), id, readerOf(context));
  return row && { unit: String(row.unit), onDay: String(row.onDay), version: row.version };
}

export const compareRoute = route({
  method: "GET",
  path: "/inspection/conflicts/:id/compare",
  tag,
  summary: "对照同日的检查记录",
  permission: "inspection.conflict.read",
  input: byId,
  output: z.object({
    items: z.array(z.string()).describe("结论不同、尚待裁定的项"),
    records: z.array(record),
    own: z.boolean().describe("其中有本人查的，不能由本人裁定"),
  }),
  async run(context, { id }) {
    const matter = await matterOf(context, id);
    if (!matter) return refuse("not_found", "ledger.unknown_row", { id });
    const visits = await visitsOfDay(context.tx, matter.unit, matter.onDay);
    const records = [];
    for (const visit of visits) {
      const shown = await recordOf(context, visit.id);
      if (shown) records.push(shown);
    }
    const items = [...differing(await answersOfDay(context.tx, matter.unit, matter.onDay))];
    return ok({ items, records, own: visits.some((visit) => tookPart(visit, context.actor)) });
  },
});

export const decideRoute = route({
  method: "POST",
  path: "/inspection/conflicts/:id/decide",
  tag,
  summary: "裁定检查冲突",
  description: "逐项说哪一份的结论作准；全部裁定后办结，两份记录都保留。",
  permission: "inspection.settle",
  input: byId.extend({
    choices: z
      .array(z.object({ item: z.string().max(80), visit: z.uuid() }))
      .min(1)
      .max(500),
    reason: z.string().trim().min(2).max(1_000),
  }),
  output: z.object({
    left: z.number().int(),
    overruled: z.number().int(),
    hazards: z.array(z.uuid()).describe("被否定的不合格项已生成的隐患，须另行核实"),
  }),
  refuses: ["conflict"],
  async run(context, { id, choices, reason }) {
    const { tx, audit } = context;
    const matter = await matterOf(context, id);
    if (!matter) return refuse("not_found", "ledger.unknown_row", { id });
    const visits = await visitsOfDay(tx, matter.unit, matter.onDay);
    const known = new Set(visits.map((visit) => visit.id));
    if (choices.some(({ visit }) => !known.has(visit))) return refuse("invalid", "inspection.not_of_this_day");
    if (visits.some((visit) => tookPart(visit, context.actor))) return refuse("forbidden", "inspection.own_conflict");
    const answers = new Set((await answersOfDay(tx, matter.unit, matter.onDay)).map((each) => `${each.visit} ${each.item}`));
    const mute = choices.find(({ visit, item }) => !answers.has(`${visit} ${item}`));
    if (mute) return refuse("invalid", "inspection.not_answered_there", { item: mute.item });
    let overruled = 0;
    for (const { item, visit } of choices) overruled += await letStand(tx, matter.unit, matter.onDay, item, visit);
    const left = differing(await answersOfDay(tx, matter.unit, matter.onDay)).length;
    await sql`update inspection.conflict set items = ${left}, version = version + 1, updated_at = now() where id = ${id}`.execute(tx);
    audit({ subject: conflict.name, subjectId: id, detail: { choices, left } });
    if (left === 0) {
      const settled = await settle(context, id, matter, reason);
      if (!settled.ok) return settled;
    }
    const hazards = await sql<{ hazard: string }>`select hazard from inspection.visit_item
      where unit = ${matter.unit} and on_day = ${matter.onDay} and overruled and hazard is not null`.execute(tx);
    return ok({ left, overruled, hazards: hazards.rows.map(({ hazard }) => hazard) });
  },
});

/** Whoever made one of the records does not judge between them; those who went along are known by the names written down. */
const tookPart = (visit: SameDay, { userId, name }: Actor): boolean =>
  visit.inspector === userId || visit.inspectors.split("、").includes(name);

async function settle(context: RouteContext, id: string, matter: Matter, reason: string): Promise<Result<null>> {
  await markConflict(context.tx, matter.unit, matter.onDay, false);
  const moved = await moveCase(eraseCase(conflict), id, "settle", { reason }, context, readerOf(context));
  return moved.ok ? ok(null) : moved;
}
