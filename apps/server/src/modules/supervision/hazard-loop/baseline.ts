/**
 * 两个清单的基线: the lists as they stood on a day, frozen, and how far they have been worked off since. 问题隐患清单 and 整改责任清单 themselves
 * are live lists of hazards; a programme is measured against what was found at its start. TY-3.2.2, TY-3.3.1.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { conditionSchema } from "#platform/ledger/condition.ts";
import { compileQuery } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate, instant, isWithin, subtreeOf } from "#platform/values.ts";
import { HAZARD } from "./hazard.ts";

const MOST = 200_000;
const shared = { tag: "火灾隐患", permission: "hazard-loop.hazard.read" } as const;

const baseline = z
  .object({
    id: z.uuid(),
    name: z.string(),
    area: z.number().int(),
    areaName: z.string().nullable(),
    frozenAt: instant,
    frozenBy: z.string(),
    rows: z.number().int(),
    hash: z.string().describe("冻结内容的 SHA-256，可重算核对"),
  })
  .meta({ id: "HazardBaseline", description: "冻结的清单基线" });

const progress = baseline
  .extend({ closed: z.number().int().describe("其中已销号"), overdue: z.number().int().describe("其中逾期") })
  .meta({ id: "HazardBaselineProgress", description: "冻结的清单基线与进度" });

const SELECT = sql`select b.id, b.name, b.area, (select a.name from platform.area a where a.key = b.area) as area_name, b.frozen_at, b.frozen_by_name as frozen_by,
  b.rows, b.hash
  from hazard_loop.baseline b`;

/** One, with how far it is worked off: asked of one at a time, for its rows may be two hundred thousand. */
async function findBaseline(id: string, tx: Tx): Promise<z.output<typeof progress> | undefined> {
  const { rows } = await sql<z.output<typeof baseline>>`${SELECT} where b.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const counted = await sql<{ closed: number; overdue: number }>`select count(h.closed_at)::int as closed,
      count(*) filter (where h.closed_at is null and h.due_at < now())::int as overdue
    from hazard_loop.baseline_row r join hazard_loop.hazard h on h.id = r.hazard where r.baseline = ${id}`.execute(tx);
  return { ...row, closed: counted.rows[0]?.closed ?? 0, overdue: counted.rows[0]?.overdue ?? 0 };
}

export const freezeList = route({
  ...shared,
  method: "POST",
  permission: "hazard-loop.freeze",
  path: "/hazard-loop/baselines",
  summary: "冻结清单为基线",
  input: z.object({ name: z.string().trim().min(2).max(80), area: areaKey, where: conditionSchema.default({}) }),
  output: progress,
  async run(context, { name, area, where }) {
    const { tx, actor, now, services } = context;
    if (!isWithin(area, actor.area)) return refuse("invalid", "hazard-loop.outside_area");
    const within = subtreeOf(area);
    const condition = compileQuery(
      services.catalog.get(HAZARD),
      { where: { ...where, open: true, area: { from: within.lo, to: within.hi } } },
      readerOf(context),
    );
    if (!condition.ok) return condition;
    const { rows } = await sql<{
      id: string;
      number: string;
      grade: string | null;
      dueOn: string | null;
      what: string;
    }>`select t.id, t.number, t.grade, t.due_on, t.what
      from hazard_loop.hazard t where ${condition.value} order by t.number limit ${MOST + 1}`.execute(tx);
    if (rows.length === 0) return refuse("conflict", "hazard-loop.nothing_to_freeze");
    if (rows.length > MOST) return refuse("conflict", "hazard-loop.too_many_to_freeze", { most: MOST });
    const id = uuidv7(now.getTime());
    const hash = createHash("sha256")
      .update(rows.map((row) => [row.number, row.grade ?? "", row.dueOn ?? "", row.what].join("\t")).join("\n"))
      .digest("hex");
    await sql`insert into hazard_loop.baseline (id, name, area, condition, frozen_at, frozen_by, frozen_by_name, rows, hash)
      values (${id}, ${name}, ${area}, ${JSON.stringify(where)}::jsonb, ${now.toISOString()}, ${actor.userId}, ${actor.name}, ${rows.length}, ${hash})`.execute(
      tx,
    );
    await sql`insert into hazard_loop.baseline_row (baseline, hazard, area, number, grade, due_on, what)
      select ${id}, x.id, h.area, x.number, x.grade, x."dueOn"::date, x.what from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        x (id uuid, number text, grade text, "dueOn" text, what text) join hazard_loop.hazard h on h.id = x.id`.execute(tx);
    context.audit({
      action: "冻结隐患清单",
      subject: "hazard-loop.baseline",
      subjectId: id,
      area,
      detail: { name, rows: rows.length, hash },
    });
    const row = await findBaseline(id, tx);
    return row ? ok(row) : refuse("not_found", "hazard-loop.unknown_baseline");
  },
});

export const listBaselines = route({
  ...shared,
  method: "GET",
  path: "/hazard-loop/baselines",
  summary: "清单基线",
  description: "最近冻结的 50 份，不含进度：一份可有二十万处，进度逐份看。",
  input: z.object({}),
  output: z.object({ baselines: z.array(baseline) }),
  async run({ tx }) {
    const { rows } = await sql<z.output<typeof baseline>>`${SELECT} order by b.frozen_at desc limit 50`.execute(tx);
    return ok({ baselines: rows });
  },
});

const point = z.object({ day: calendarDate, left: z.number().int() });

/** The line that should fall to zero: how many of the frozen rows were still open at the end of each day something was closed. */
export const burnDown = route({
  ...shared,
  method: "GET",
  path: "/hazard-loop/baselines/:id",
  summary: "清单基线 燃尽",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    baseline: progress,
    line: z.array(point),
    byDifficulty: z.array(z.object({ difficulty: z.string().nullable(), rows: z.number().int(), closed: z.number().int() })),
  }),
  run: (context, { id }) => showBurnDown(context, id),
});

async function showBurnDown({ tx }: RouteContext, id: string) {
  const row = await findBaseline(id, tx);
  if (!row) return refuse("not_found", "hazard-loop.unknown_baseline");
  const { rows: days } = await sql<{
    day: z.output<typeof calendarDate>;
    n: number;
  }>`select (h.closed_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as n
    from hazard_loop.baseline_row r join hazard_loop.hazard h on h.id = r.hazard where r.baseline = ${id} and h.closed_at is not null group by 1 order by 1`.execute(
    tx,
  );
  const { rows: byDifficulty } = await sql<{
    difficulty: string | null;
    rows: number;
    closed: number;
  }>`select h.difficulty, count(*)::int as rows,
      count(h.closed_at)::int as closed from hazard_loop.baseline_row r join hazard_loop.hazard h on h.id = r.hazard where r.baseline = ${id} group by 1 order by 1`.execute(
    tx,
  );
  let left = row.rows;
  const line = days.map(({ day, n }) => {
    left -= n;
    return { day, left };
  });
  return ok({ baseline: row, line, byDifficulty });
}
