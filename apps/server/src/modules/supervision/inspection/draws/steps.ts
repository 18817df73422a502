/** The steps of a draw, each with its own work: draft, freeze and commit, draw by the public value, send out, publish; and drawing again. */
import { sql } from "kysely";
import { z } from "zod";
import type { UnitKind } from "#modules/ground/places/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate, instant, isWithin, subtreeOf } from "#platform/values.ts";
import { checklistFor } from "../checklists/office-lists.ts";
import { kind } from "../checklists/shapes.ts";
import { organNames } from "../tasks/people.ts";
import { type Purpose, purposes } from "../tasks/purposes.ts";
import { type ListUsed, raiseTasks } from "../tasks/raise-tasks.ts";
import { DRAW, drawCase, STEP } from "./draw.ts";
import { canonicalLines, commitmentOf, draw as drawLots, planOfLines, problemOf, publicText, seedOf } from "./draw-algorithm.ts";
import { type DrawRow, freeze } from "./freeze.ts";
import { keepPicks } from "./keep-picks.ts";

const tag = "双随机抽查";
const permission = "inspection.draw-lots";
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";
const idInput = z.object({ id: z.uuid() });
const done = z.object({ id: z.uuid(), state: z.string() });

export type Stored = DrawRow & {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly organ: string | null;
  readonly organs: readonly { readonly organ: string; readonly name: string }[] | null;
  readonly startOn: string;
  readonly dueOn: string;
  readonly commitment: string | null;
  readonly committedAt: string | null;
  readonly demo: boolean;
};

async function stored(context: RouteContext, id: string): Promise<Result<Stored>> {
  const row = await findRow(context.services.catalog.get(DRAW), id, readerOf(context), true);
  return row ? ok(row as unknown as Stored) : refuse("not_found", "ledger.unknown_row", { id });
}

/** Makes the move of a step in the name of whoever took it: the step's own right stands for it. */
async function step(context: RouteContext, id: string, move: string): Promise<Result<unknown>> {
  const actor = { ...context.actor, permissions: new Set([...context.actor.permissions, STEP]) };
  return moveCase(eraseCase(drawCase), id, move, {}, { actor, now: context.now, today: context.today }, readerOf(context));
}

export const draftDraw = route({
  method: "POST",
  path: "/inspection/draws",
  summary: "草拟双随机抽查",
  tag,
  permission,
  input: z.object({
    area: areaKey.optional(),
    ask: z.number().int().min(1).max(100_000),
    perObject: z.number().int().min(2, "每家至少两人").max(5).default(2),
    purpose: z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]]).default("supervision"),
    kinds: z.array(kind).max(40).default([]),
    grades: z
      .array(z.enum(["key", "general", "unknown"]))
      .max(3)
      .default([]),
    organs: z.array(z.uuid()).max(20).default([]),
    skipDays: z.number().int().min(0).max(3_650).default(90),
    startOn: calendarDate,
    dueOn: calendarDate,
  }),
  output: done,
  example: { input: { ask: 60, startOn: "2026-03-24", dueOn: "2026-06-30" }, output: { id: EXAMPLE, state: "draft" } },
  async run(context, given) {
    const area = given.area ?? context.actor.area.lo;
    if (!isWithin(area, context.actor.area)) return refuse("forbidden", "ledger.outside_area");
    if (given.dueOn < given.startOn || given.startOn < context.today) return refuse("invalid", "inspection.draw_bad_days");
    const known = await organNames(given.organs, context.tx);
    if (given.organs.some((organ) => !known.has(organ))) return refuse("invalid", "ledger.unknown_reference");
    return raise(context, { ...given, area, redrawOf: null });
  },
});

async function raise(
  context: RouteContext,
  given: Readonly<Record<string, unknown>> & { readonly area: number; readonly startOn: string; readonly organs: readonly string[] },
) {
  const { tx, services, actor, now } = context;
  const [year = "", month = "1"] = given.startOn.split("-");
  const quarter = Math.ceil(Number(month) / 3);
  const prefix = `${String(given.area).slice(0, 6)}-${year}Q${quarter}-`;
  await sql`select pg_advisory_xact_lock(hashtext(${`${DRAW} ${prefix}`}))`.execute(tx);
  const { rows } = await sql<{ n: number }>`select inspection.next_draw(${prefix}) as n`.execute(tx);
  const n = rows[0]?.n ?? 1;
  const names = await organNames(given.organs, tx);
  const { area, organs, ...values } = given;
  const raised = await raiseCase(
    eraseCase(drawCase),
    {
      area,
      values: {
        ...values,
        number: `${prefix}${n}`,
        title: `${year} 年 ${quarter} 季度 第 ${n} 批`,
        organ: actor.organId,
        organs: organs.map((organ) => ({ organ, name: names.get(organ) ?? "" })),
      },
      holderOrgan: actor.organId,
      at: now,
      actor: actor.userId,
      actorName: actor.name,
      kind: "person",
    },
    readerOf(context),
    services,
  );
  if (!raised.ok) return raised;
  context.audit({ action: "草拟双随机", subject: DRAW, subjectId: raised.value.id, area });
  return ok({ id: raised.value.id, state: "draft" });
}

export const commitDraw = route({
  method: "POST",
  path: "/inspection/draws/:id/commitment",
  summary: "冻结名单，公布承诺",
  description: "名单自此不变；承诺是名单的 SHA-256，公布后才能取公开随机数。",
  tag,
  permission,
  input: idInput,
  output: done.extend({ commitment: z.string(), objects: z.number().int(), inspectors: z.number().int(), excluded: z.number().int() }),
  example: {
    input: { id: EXAMPLE },
    output: { id: EXAMPLE, state: "committed", commitment: "a71f40c9…", objects: 3128, inspectors: 36, excluded: 42 },
  },
  async run(context, { id }) {
    const found = await stored(context, id);
    if (!found.ok) return found;
    const moved = await step(context, id, "commit");
    if (!moved.ok) return moved;
    const { plan, excluded } = await freeze(found.value, subtreeOf(found.value.area), context.today, context.tx);
    const problem = problemOf(plan);
    if (problem) return refuse("conflict", problem.code, problem.params);
    const lines = canonicalLines(plan);
    const commitment = commitmentOf(lines);
    const out = Object.values(excluded).reduce((sum, n) => sum + n, 0);
    await sql`insert into inspection.draw_frozen (draw, area, lines, excluded) values (${id}, ${found.value.area}, ${lines.join("\n")}, ${JSON.stringify(excluded)}::jsonb)`.execute(
      context.tx,
    );
    await sql`update inspection.draw set commitment = ${commitment}, committed_at = ${context.now.toISOString()}, objects = ${plan.objects.length}, inspectors = ${plan.inspectors.length}, excluded = ${out}
      where id = ${id}`.execute(context.tx);
    context.audit({ action: "公布双随机承诺", subject: DRAW, subjectId: id, area: found.value.area, detail: { commitment } });
    return ok({ id, state: "committed", commitment, objects: plan.objects.length, inspectors: plan.inspectors.length, excluded: out });
  },
});

/** The frozen lists of a draw. */
export async function linesOf(id: string, context: Pick<RouteContext, "tx">): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ lines: string }>`select lines from inspection.draw_frozen where draw = ${id}`.execute(context.tx);
  return rows[0]?.lines.split("\n");
}

export const castDraw = route({
  method: "POST",
  path: "/inspection/draws/:id/cast",
  summary: "按公开随机数摇号",
  description: "随机数须在承诺公布之后产生，写明出处，任何人能查到（如福彩开奖号码、公证处当众掷骰）。",
  tag,
  permission,
  input: idInput.extend({ text: z.string().trim().min(4).max(200), source: z.string().trim().min(4).max(200), at: instant }),
  output: done.extend({ picks: z.number().int(), tookMs: z.number().int() }),
  example: {
    input: { id: EXAMPLE, text: "03 08 14 19 26 31 11", source: "福彩双色球第 2026030 期", at: "2026-03-15T13:15:00.000Z" },
    output: { id: EXAMPLE, state: "drawn", picks: 60, tookMs: 40 },
  },
  async run(context, { id, text, source, at }) {
    const found = await stored(context, id);
    if (!found.ok) return found;
    const moved = await step(context, id, "draw");
    if (!moved.ok) return moved;
    const { commitment, committedAt } = found.value;
    if (committedAt === null || commitment === null || Date.parse(at) < Date.parse(committedAt))
      return refuse("invalid", "inspection.random_before_commitment");
    if (Date.parse(at) > context.now.getTime()) return refuse("invalid", "inspection.random_in_future");
    const plan = planOfLines((await linesOf(id, context)) ?? []);
    if (!plan) return refuse("not_found", "ledger.unknown_row", { id });
    const seed = seedOf(commitment, text);
    const began = performance.now();
    const result = drawLots(plan, seed);
    const tookMs = Math.round(performance.now() - began);
    if ("problem" in result) return refuse("conflict", result.problem.code, result.problem.params);
    await keepPicks(readerOf(context), context.now, found.value, result.picks, plan);
    const avoided = new Set(result.picks.map(({ object }) => object));
    const pairs = plan.conflicts.filter(([, object]) => avoided.has(object)).length;
    await sql`update inspection.draw set random_text = ${publicText(text)}, random_source = ${source}, random_at = ${at}, seed = ${seed}, drawn_at = ${context.now.toISOString()},
      took_ms = ${tookMs}, avoided = ${pairs} where id = ${id}`.execute(context.tx);
    context.audit({ action: "双随机摇号", subject: DRAW, subjectId: id, area: found.value.area, detail: { text, source, seed } });
    return ok({ id, state: "drawn", picks: result.picks.length, tookMs });
  },
});

export const dispatchDraw = route({
  method: "POST",
  path: "/inspection/draws/:id/dispatch",
  summary: "派任务",
  tag,
  permission,
  input: idInput,
  output: done.extend({ tasks: z.number().int() }),
  example: { input: { id: EXAMPLE }, output: { id: EXAMPLE, state: "dispatched", tasks: 60 } },
  async run(context, { id }) {
    const { tx, services, actor, now, today } = context;
    const found = await stored(context, id);
    if (!found.ok) return found;
    const moved = await step(context, id, "dispatch");
    if (!moved.ok) return moved;
    const { rows } = await sql<{
      id: string;
      unit: string;
      lead: string;
      second: string | null;
      risk: string;
      planOn: string;
      kind: UnitKind;
      area: number;
    }>`
      select p.id, p.unit, p.lead, p.second, p.risk, p.plan_on, u.kind, u.area from inspection.draw_pick p join places.unit u on u.id = p.unit where p.draw = ${id} and p.deleted_at is null order by p.ord`.execute(
      tx,
    );
    const lists = new Map<string, readonly ListUsed[]>();
    for (const each of rows) {
      const key = `${each.kind} ${Math.floor(each.area / 1e6)}`;
      if (lists.has(key)) continue;
      const list = await checklistFor(tx, { kind: each.kind, purpose: "supervision", area: each.area, today });
      lists.set(key, list ? [{ list: list.id, version: list.version, title: list.title }] : []);
    }
    const plan = planOfLines((await linesOf(id, context)) ?? []);
    const raised = await raiseTasks(
      tx,
      services,
      rows.map((each) => ({
        unit: each.unit,
        purpose: found.value.purpose,
        origin: "draw" as const,
        originId: id,
        dueOn: each.planOn > today ? each.planOn : found.value.dueOn,
        lead: each.lead,
        second: each.second,
        organs: (found.value.organs ?? []).map(({ organ }) => organ),
        checklists: lists.get(`${each.kind} ${Math.floor(each.area / 1e6)}`) ?? [],
        byRisk: plan !== undefined,
        depth: each.risk === "red" || each.risk === "orange" ? ("full" as const) : ("spot" as const),
        savedVisits: Math.max(0, (found.value.organs ?? []).length - 1),
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    await sql`update inspection.draw_pick p set task = t.task from unnest(${rows.map((each) => each.id)}::uuid[], ${[...raised.value]}::uuid[]) as t(pick, task) where p.id = t.pick`.execute(
      tx,
    );
    await sql`update inspection.draw set dispatched_at = ${now.toISOString()} where id = ${id}`.execute(tx);
    context.audit({ action: "双随机派任务", subject: DRAW, subjectId: id, area: found.value.area, detail: { tasks: raised.value.length } });
    return ok({ id, state: "dispatched", tasks: raised.value.length });
  },
});

export const publishDraw = route({
  method: "POST",
  path: "/inspection/draws/:id/publication",
  summary: "公布抽查结果",
  description: "名单、人员和检查结果自此公开；未查完不能公布。",
  tag,
  permission,
  input: idInput,
  output: done,
  example: { input: { id: EXAMPLE }, output: { id: EXAMPLE, state: "published" } },
  async run(context, { id }) {
    const found = await stored(context, id);
    if (!found.ok) return found;
    const moved = await step(context, id, "publish");
    if (!moved.ok) return moved;
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from inspection.v_check where origin = 'draw' and origin_id = ${id} and closed_at is null`.execute(
      context.tx,
    );
    if ((rows[0]?.n ?? 0) > 0) return refuse("conflict", "inspection.draw_not_checked", { open: rows[0]?.n });
    await sql`update inspection.draw set published_at = ${context.now.toISOString()} where id = ${id}`.execute(context.tx);
    context.audit({ action: "公布双随机结果", subject: DRAW, subjectId: id, area: found.value.area });
    return ok({ id, state: "published" });
  },
});

export const redraw = route({
  method: "POST",
  path: "/inspection/draws/:id/redraw",
  summary: "重抽",
  description: "须写理由；原批次作废但保留，与新批次一同公示。任务已派的不能重抽。",
  tag,
  permission,
  input: idInput.extend({ reason: z.string().trim().min(4, "请写明理由").max(200) }),
  output: done,
  example: { input: { id: EXAMPLE, reason: "冻结名单漏了一个街道" }, output: { id: EXAMPLE, state: "draft" } },
  async run(context, { id, reason }) {
    const found = await stored(context, id);
    if (!found.ok) return found;
    const voided = await moveCase(eraseCase(drawCase), id, "void", { voidWhy: reason }, context, readerOf(context));
    if (!voided.ok) return voided;
    const { area, ask, perObject, purpose, kinds, grades, skipDays, startOn, dueOn, organs } = found.value;
    const from = later(startOn, context.today);
    const until = later(dueOn, from);
    const again = { area, ask, perObject, purpose, kinds, grades, skipDays, startOn: from, dueOn: until, redrawOf: id };
    return raise(context, { ...again, organs: (organs ?? []).map(({ organ }) => organ) });
  },
});

const later = (a: string, b: string): string => [a, b].sort().at(-1) ?? a;
