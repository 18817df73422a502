/** 检查质量复核: a sample of finished checks looked at again; what was missed lowers the score of who checked. PT-2.2.4.4. */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { day, integer, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { defineMeasure } from "#platform/measure/define.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type AreaRange, addDays, type CalendarDate } from "#platform/values.ts";
import { numberBelow } from "../draws/draw-algorithm.ts";
import { raiseTasks } from "./raise-tasks.ts";
import { task } from "./task.ts";

const required = true;
const readOnly = true;

/** Points off for each hazard overlooked; the figures are the product's, to be confirmed by the office. */
export const MINUS = { serious: 20, other: 5 } as const;
export const scoreOf = (missedSerious: number, missedOther: number): number =>
  Math.max(0, 100 - MINUS.serious * missedSerious - MINUS.other * missedOther);

export const qualityCheck = defineLedger("inspection.quality-check", {
  label: "检查质量复核",
  counter: "次",
  title: "unitName",
  record: { on: "checkedOn", lockDays: 30 },
  partOf: "original",
  fields: {
    original: ref("原检查", task, { required }),
    recheck: ref("复核任务", task, { readOnly }),
    unitName: text("单位名称", { readOnly, max: 100 }),
    inspector: person("原检查人", { readOnly }),
    originalFound: integer("原查出", { readOnly, unit: "处" }),
    checkedOn: day("复核日期", { required }),
    found: integer("复核查出", { required, min: 0, max: 10_000, unit: "处" }),
    missedSerious: integer("漏查严重", { required, min: 0, max: 1_000, unit: "处" }),
    missedOther: integer("漏查其他", { required, min: 0, max: 1_000, unit: "处" }),
    agrees: yes("结论一致", { readOnly }),
    score: integer("质量分", { readOnly, unit: "分" }),
    note: text("说明", { max: 300 }),
  },
  list: {
    columns: ["unitName", "checkedOn", "inspector", "originalFound", "found", "missedSerious", "missedOther", "agrees", "score", "area"],
    filters: ["area", "checkedOn", "agrees", "inspector"],
    sort: "-checkedOn",
  },
  derive: (row) => ({
    agrees: (row.missedSerious ?? 0) + (row.missedOther ?? 0) === 0,
    score: scoreOf(row.missedSerious ?? 0, row.missedOther ?? 0),
  }),
});

export const qualityRate = defineMeasure("inspection.quality_rate", {
  label: "检查质量合格率",
  unit: "%",
  better: "higher",
  by: { share: { of: qualityCheck, on: "checkedOn" }, where: { agrees: true } },
});
export const qualityScore = defineMeasure("inspection.quality_score", {
  label: "检查质量平均分",
  unit: "分",
  better: "higher",
  by: { mean: { of: qualityCheck, on: "checkedOn" }, field: "score" },
});

const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

/** Finished lately, and not looked at again yet: a re-check that was called off looked at nothing. */
export const notSampled = ({ lo, hi }: AreaRange, today: string, withinDays: number) =>
  sql`t.state = 'done' and t.result <> 'notDone' and t.purpose <> 'quality' and t.deleted_at is null
    and t.area between ${lo} and ${hi} and t.done_on > ${today}::date - ${withinDays}::int
    and not exists (select 1 from inspection.task q where q.origin = 'quality' and q.origin_id = t.id::text and q.state <> 'cancelled' and q.deleted_at is null)`;

export const sampleForQuality = route({
  method: "POST",
  path: "/inspection/quality/samples",
  summary: "抽取质量复核",
  description: "从近期已查完的检查中随机抽若干，派复核任务；原检查人不参加复核。",
  tag: "检查质量复核",
  permission: "inspection.review-quality",
  input: z.object({
    count: z.number().int().min(1).max(200),
    inspector: z.uuid().optional().describe("只抽这位检查人员查的"),
    withinDays: z.number().int().min(1).max(366).default(30),
    dueInDays: z.number().int().min(1).max(90).default(10),
  }),
  output: z.object({ from: z.number().int(), tasks: z.array(z.uuid()) }),
  example: { input: { count: 5 }, output: { from: 60, tasks: [EXAMPLE] } },
  async run(context, { count, inspector, withinDays, dueInDays }) {
    const { tx, services, actor, now, today } = context;
    const { lo, hi } = actor.area;
    // Two who draw at once would draw the same checks.
    await sql`select pg_advisory_xact_lock(hashtext(${qualityCheck.name}))`.execute(tx);
    const { rows } = await sql<{
      id: string;
      unit: string;
    }>`select t.id, t.unit from inspection.task t where ${notSampled({ lo, hi }, today, withinDays)} ${inspector ? sql`and t.lead = ${inspector}` : sql``}
      order by t.id limit 20000`.execute(tx);
    if (rows.length < count) return refuse("conflict", "inspection.too_few_to_sample", { finished: rows.length, count });
    const seed = uuidv7(now.getTime()).replaceAll("-", "").padEnd(64, "0");
    const left = [...rows];
    const chosen = Array.from({ length: count }, (_, k) => left.splice(numberBelow(left.length, seed, k), 1)).flat();
    const raised = await raiseTasks(
      tx,
      services,
      chosen.map(({ id, unit }) => ({
        unit,
        purpose: "quality" as const,
        origin: "quality" as const,
        originId: id,
        dueOn: addDays(today as CalendarDate, dueInDays),
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    context.audit({ action: "抽取质量复核", subject: qualityCheck.name, detail: { count, from: rows.length } });
    return ok({ from: rows.length, tasks: [...raised.value] });
  },
});

export const recordQuality = route({
  method: "POST",
  path: "/inspection/quality",
  summary: "登记质量复核结果",
  tag: "检查质量复核",
  permission: "inspection.review-quality",
  input: z.object({
    original: z.uuid(),
    recheck: z.uuid().optional(),
    found: z.number().int().min(0),
    missedSerious: z.number().int().min(0).max(1_000),
    missedOther: z.number().int().min(0).max(1_000),
    note: z.string().max(300).optional(),
  }),
  output: z.object({ id: z.uuid(), score: z.number().int(), agrees: z.boolean() }),
  example: { input: { original: EXAMPLE, found: 4, missedSerious: 1, missedOther: 0 }, output: { id: EXAMPLE, score: 80, agrees: false } },
  async run(context, { original, recheck, found, missedSerious, missedOther, note }) {
    const { services, now, today, actor } = context;
    const row = await findRow(services.catalog.get(task.name), original, readerOf(context));
    if (row?.state !== "done") return refuse("conflict", "inspection.not_finished");
    if (actor.userId === row.lead || actor.userId === row.second) return refuse("forbidden", "inspection.own_check");
    const twice = await sql`select 1 from inspection.quality_check where original = ${original} and deleted_at is null`.execute(context.tx);
    if (twice.rows.length > 0) return refuse("conflict", "inspection.quality_recorded");
    if (recheck) {
      const closed = await closeRecheck(context, recheck, original, found);
      if (!closed.ok) return closed;
    }
    const id = uuidv7(now.getTime());
    const values = {
      original,
      recheck: recheck ?? null,
      unitName: row.unitName,
      inspector: row.lead,
      originalFound: row.foundCount ?? 0,
      checkedOn: today,
      found,
      missedSerious,
      missedOther,
      note: note ?? null,
    };
    await insertRows(services.catalog.get(qualityCheck.name), [{ id, area: row.area, demo: row.demo, values }], readerOf(context));
    context.audit({ action: "登记质量复核", subject: qualityCheck.name, subjectId: id, area: row.area });
    return ok({ id, score: scoreOf(missedSerious, missedOther), agrees: missedSerious + missedOther === 0 });
  },
});

/** The task of the re-check is done with its result; its own right stands in for that of whoever checks. */
async function closeRecheck(context: RouteContext, recheck: string, original: string, found: number): Promise<Result<unknown>> {
  const { services, actor, now, today } = context;
  const row = await findRow(services.catalog.get(task.name), recheck, readerOf(context));
  if (row?.origin !== "quality" || row.originId !== original) return refuse("invalid", "ledger.unknown_reference");
  if (row.state === "done") return ok(row);
  const by = { actor: { ...actor, permissions: new Set([...actor.permissions, "inspection.check"]) }, now, today };
  const given = { result: found > 0 ? "found" : "none", doneOn: today, foundCount: found };
  return moveCase(eraseCase(task), recheck, "finish", given, by, readerOf(context));
}
