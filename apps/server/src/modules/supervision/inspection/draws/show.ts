/** A draw for the screen, its package for anybody who recomputes it, and what the public may read of it. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { classRules, type Risk, risks } from "../objects/supervision-class.ts";
import { DRAW } from "./draw.ts";
import { FORMAT, planOfLines } from "./draw-algorithm.ts";
import { type DrawPackage, drawPackage, verifyPackage } from "./package.ts";
import { linesOf } from "./steps.ts";

const tag = "双随机抽查";
const int = z.number().int();
const ALGORITHM = "docs/adr/0017-recomputable-draw.md";

const shown = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: z.string(),
    areaName: z.string().nullable(),
    organs: z.array(z.object({ name: z.string(), items: int })),
    ask: int,
    perObject: int,
    purpose: z.string(),
    startOn: z.string(),
    dueOn: z.string(),
    openedAt: z.string(),
    objects: int.nullable(),
    inspectors: int.nullable(),
    excluded: z.object({ openTask: int, checkedLately: int, noInspectors: int }),
    commitment: z.string().nullable(),
    committedAt: z.string().nullable(),
    random: z.object({ text: z.string(), source: z.string(), at: z.string() }).nullable(),
    seed: z.string().nullable(),
    drawnAt: z.string().nullable(),
    tookMs: int.nullable(),
    avoided: int.nullable(),
    dispatchedAt: z.string().nullable(),
    publishedAt: z.string().nullable(),
    voidWhy: z.string().nullable(),
    redrawOf: z.object({ id: z.uuid(), title: z.string(), voidWhy: z.string().nullable() }).nullable(),
    redrawnAs: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    confirmed: z.boolean().describe("权重规则是否经本单位核定"),
    classes: z.array(
      z.object({ risk: z.enum(Object.keys(risks) as [Risk, ...Risk[]]), title: z.string(), weight: int, objects: int, drawn: int }),
    ),
    tasks: z.object({ all: int, done: int }),
    savedVisits: int,
    can: z.array(z.enum(["commit", "cast", "dispatch", "publish", "redraw"])),
  })
  .meta({ id: "DrawShown", description: "一批双随机抽查的全貌" });

const OPEN_STEPS: Readonly<Record<string, readonly ("commit" | "cast" | "dispatch" | "publish" | "redraw")[]>> = {
  draft: ["commit"],
  committed: ["cast", "redraw"],
  drawn: ["dispatch", "redraw"],
  dispatched: ["publish"],
};

export const showDraw = route({
  method: "GET",
  path: "/inspection/draws/:id",
  summary: "双随机抽查全貌",
  tag,
  permission: "inspection.draw.read",
  input: z.object({ id: z.uuid() }),
  output: shown,
  async run(context, { id }) {
    const { tx, services, actor } = context;
    const row = await findRow(services.catalog.get(DRAW), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const text = (key: string) => (row[key] ?? null) as string | null;
    const number = (key: string) => (row[key] ?? null) as number | null;
    const organs = (row.organs ?? []) as { name: string }[];
    const { rows: frozen } = await sql<{
      excluded: { openTask: number; checkedLately: number; noInspectors: number };
    }>`select excluded from inspection.draw_frozen where draw = ${id}`.execute(tx);
    const tasks = await sql<{
      all: number;
      done: number;
      saved: number;
    }>`select count(*)::int as all, count(*) filter (where state = 'done')::int as done, coalesce(sum(saved_visits), 0)::int as saved
      from inspection.v_check where origin = 'draw' and origin_id = ${id}`.execute(tx);
    const again = await sql<{
      id: string;
      title: string;
    }>`select id, title from inspection.draw where redraw_of = ${id} and deleted_at is null limit 1`.execute(tx);
    const before = text("redrawOf")
      ? (
          await sql<{
            id: string;
            title: string;
            voidWhy: string | null;
          }>`select id, title, void_why from inspection.draw where id = ${text("redrawOf")}`.execute(tx)
        ).rows
      : [];
    const random = text("randomText");
    return ok({
      id,
      number: String(row.number),
      title: String(row.title),
      state: String(row.state),
      areaName: row.areaName,
      organs: organs.map(({ name }) => ({ name, items: tasks.rows[0]?.all ?? 0 })),
      ask: Number(row.ask),
      perObject: Number(row.perObject),
      purpose: String(row.purpose),
      startOn: String(row.startOn),
      dueOn: String(row.dueOn),
      openedAt: String(row.openedAt),
      objects: number("objects"),
      inspectors: number("inspectors"),
      excluded: frozen[0]?.excluded ?? { openTask: 0, checkedLately: 0, noInspectors: 0 },
      commitment: text("commitment"),
      committedAt: text("committedAt"),
      random: random ? { text: random, source: text("randomSource") ?? "", at: text("randomAt") ?? "" } : null,
      seed: text("seed"),
      drawnAt: text("drawnAt"),
      tookMs: number("tookMs"),
      avoided: number("avoided"),
      dispatchedAt: text("dispatchedAt"),
      publishedAt: text("publishedAt"),
      voidWhy: text("voidWhy"),
      redrawOf: before[0] ?? null,
      redrawnAs: again.rows[0] ?? null,
      confirmed: classRules.confirmed,
      classes: await classesOf(id, context),
      tasks: { all: tasks.rows[0]?.all ?? 0, done: tasks.rows[0]?.done ?? 0 },
      savedVisits: tasks.rows[0]?.saved ?? 0,
      can: actor.permissions.has("inspection.draw-lots") ? [...(OPEN_STEPS[String(row.state)] ?? [])] : [],
    });
  },
});

async function classesOf(id: string, context: { readonly tx: Tx }) {
  const plan = planOfLines((await linesOf(id, context)) ?? []);
  const { rows } = await sql<{
    risk: string;
    n: number;
  }>`select risk, count(*)::int as n from inspection.draw_pick where draw = ${id} and deleted_at is null group by risk`.execute(context.tx);
  const drawn = new Map(rows.map(({ risk, n }) => [risk, n]));
  const counts = new Map<string, number>();
  for (const each of plan?.objects ?? []) counts.set(each.class, (counts.get(each.class) ?? 0) + 1);
  return (Object.keys(risks) as Risk[]).map((risk) => ({
    risk,
    title: classRules.risk[risk].title,
    weight: classRules.risk[risk].weight,
    objects: counts.get(risk) ?? 0,
    drawn: drawn.get(risk) ?? 0,
  }));
}

type Row = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly organName: string | null;
  readonly commitment: string | null;
  readonly committedAt: string | null;
  readonly randomText: string | null;
  readonly randomSource: string | null;
  readonly randomAt: string | null;
  readonly seed: string | null;
  readonly voidWhy: string | null;
  readonly before: string | null;
};

async function find(where: ReturnType<typeof sql>, tx: Tx): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select d.id, d.number, d.title, d.state, (select name from organizations.v_organ o where o.id = d.organ) as organ_name, d.commitment, d.committed_at,
      d.random_text, d.random_source, d.random_at, d.seed, d.void_why, (select b.number from inspection.draw b where b.id = d.redraw_of) as before
    from inspection.draw d where d.deleted_at is null and d.commitment is not null and ${where}`.execute(tx);
  return rows[0];
}

async function packageOf(row: Row, withLists: boolean, tx: Tx): Promise<DrawPackage> {
  const { rows } = withLists
    ? await sql<{
        unit: string;
        unitName: string;
        lead: string;
        second: string | null;
        leadName: string | null;
        secondName: string | null;
      }>`select unit, unit_name, lead, second, lead_name, second_name
        from inspection.draw_pick where draw = ${row.id} and deleted_at is null order by ord`.execute(tx)
    : { rows: [] };
  return {
    format: FORMAT,
    number: row.number,
    title: row.title,
    organizer: row.organName,
    algorithm: ALGORITHM,
    commitment: { sha256: row.commitment ?? "", publishedAt: row.committedAt ?? "" },
    random: row.randomText ? { text: row.randomText, source: row.randomSource ?? "", at: row.randomAt ?? "" } : null,
    seed: row.seed,
    list: withLists ? [...((await linesOf(row.id, { tx })) ?? [])] : null,
    result:
      rows.length > 0
        ? rows.map((each) => ({
            object: each.unit,
            name: each.unitName,
            inspectors: [each.lead, ...(each.second ? [each.second] : [])],
            names: [each.leadName ?? "", ...(each.second ? [each.secondName ?? ""] : [])],
          }))
        : null,
    redrawOf: row.before,
    void: row.voidWhy,
  };
}

export const showPackage = route({
  method: "GET",
  path: "/inspection/draws/:id/package",
  summary: "双随机复算包",
  tag,
  permission: "inspection.draw.read",
  input: z.object({ id: z.uuid() }),
  output: drawPackage,
  async run({ tx }, { id }) {
    const row = await find(sql`d.id = ${id}`, tx);
    return row ? ok(await packageOf(row, true, tx)) : refuse("not_found", "ledger.unknown_row", { id });
  },
});

const verdict = z.object({ same: z.boolean(), differs: z.array(z.string()), objects: int, picks: int, inspectors: int, at: z.string() });
export const verifyDraw = route({
  method: "GET",
  path: "/inspection/draws/:id/verification",
  summary: "复算一批双随机",
  tag,
  permission: "inspection.draw.read",
  input: z.object({ id: z.uuid() }),
  output: verdict,
  composed: ["differs"],
  async run({ tx, now }, { id }) {
    const row = await find(sql`d.id = ${id}`, tx);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    return ok({
      ...verifyPackage(await packageOf(row, true, tx)),
      differs: [...verifyPackage(await packageOf(row, true, tx)).differs],
      at: now.toISOString(),
    });
  },
});

/** The draw is public by law; whom it names before he was checked is not, so lists come with the results. */
export const publicDraw = route({
  method: "GET",
  path: "/public/draws/:number",
  summary: "公示的双随机抽查（复算包）",
  description: "承诺自公布起可查；名单与结果在抽查结果公布后给出。",
  tag: "公开",
  permission: "public",
  scope: "owner",
  input: z.object({ number: z.string().max(60) }),
  output: drawPackage,
  example: { input: { number: "330802-2026Q2-1" } },
  async run({ tx }, { number }) {
    const row = await find(sql`d.number = ${number}`, tx);
    return row ? ok(await packageOf(row, row.state === "published", tx)) : refuse("not_found", "inspection.unknown_draw", { number });
  },
});

export const publicDraws = route({
  method: "GET",
  path: "/public/draws",
  summary: "公示的双随机抽查",
  tag: "公开",
  permission: "public",
  scope: "owner",
  input: z.object({}),
  output: z.object({
    draws: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        organizer: z.string().nullable(),
        areaName: z.string().nullable(),
        state: z.string(),
        sha256: z.string(),
        committedAt: z.string(),
        publishedAt: z.string().nullable(),
        void: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx }) {
    const { rows } = await sql<{
      number: string;
      title: string;
      organizer: string | null;
      areaName: string | null;
      state: string;
      sha256: string;
      committedAt: string;
      publishedAt: string | null;
      void: string | null;
    }>`
      select d.number, d.title, (select name from organizations.v_organ o where o.id = d.organ) as organizer, (select a.name from platform.area a where a.key = d.area) as area_name, d.state,
        d.commitment as sha256, d.committed_at, d.published_at, d.void_why as void
      from inspection.draw d where d.deleted_at is null and d.commitment is not null order by d.committed_at desc limit 200`.execute(tx);
    return ok({ draws: [...rows] });
  },
});
