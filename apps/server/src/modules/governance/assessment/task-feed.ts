/** 任务考评: completion and timeliness of tasks in the yearly assessment, the special one and government supervision, by mappings an office sets. PT-4.3.2 */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, text } from "#platform/ledger/fields.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { figuresOf } from "#platform/measure/figures.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { taskPoints, taskTotal } from "./domain/task-points.ts";
import { periodOf } from "./domain/year.ts";

const required = true;
const feedKinds = { yearly: "年度考评", special: "专项考核", supervision: "政务督查" } as const;
type FeedKind = keyof typeof feedKinds;

export const taskMapping = defineLedger("assessment.task-mapping", {
  label: "任务考评映射",
  counter: "项",
  title: "name",
  fields: {
    name: text("考评项", { required, max: 60 }),
    kind: choice("考评类别", feedKinds, { required, indexed: true }),
    measure: text("指标名", { required, max: 80, help: "如 policy-tasks.tasks_on_time_rate" }),
    weight: decimal("分值", { required, min: 0.1, max: 100 }),
    zeroAt: decimal("得零分", { required, min: -1e9, max: 1e9 }),
    fullAt: decimal("得满分", { required, min: -1e9, max: 1e9 }),
    from: day("启用日期", { required, indexed: true }),
    until: day("停用日期"),
    basis: text("依据", { max: 120 }),
  },
  search: ["name", "measure"],
  list: {
    columns: ["name", "kind", "measure", "area", "weight", "zeroAt", "fullAt", "from", "until"],
    filters: ["area", "kind", "from"],
    sort: "kind",
  },
  check: ({ measure, from, until }) => [
    ...(measure && !/^[a-z-]+\.[a-z_0-9]+$/.test(measure) ? [{ field: "measure", code: "assessment.no_measure_name" }] : []),
    ...(from && until && until < from ? [{ field: "until", code: "assessment.ends_before" }] : []),
  ],
});

type Mapping = {
  readonly id: string;
  readonly name: string;
  readonly kind: FeedKind;
  readonly measure: string;
  readonly weight: number;
  readonly zeroAt: number;
  readonly fullAt: number;
  readonly basis: string | null;
};

/** What a city starts with: rows it changes as its own documents say. */
const shipped: readonly Omit<Mapping, "id" | "basis">[] = [
  { kind: "yearly", name: "任务按期完成率", measure: "policy-tasks.tasks_on_time_rate", weight: 60, zeroAt: 60, fullAt: 100 },
  { kind: "yearly", name: "逾期任务", measure: "policy-tasks.tasks_overdue", weight: 40, zeroAt: 5, fullAt: 0 },
  { kind: "special", name: "任务按期完成率", measure: "policy-tasks.tasks_on_time_rate", weight: 50, zeroAt: 60, fullAt: 100 },
  { kind: "special", name: "督导问题整改率", measure: "assessment.findings_closed_rate", weight: 50, zeroAt: 60, fullAt: 100 },
  { kind: "supervision", name: "逾期任务", measure: "policy-tasks.tasks_overdue", weight: 50, zeroAt: 5, fullAt: 0 },
  { kind: "supervision", name: "任务按期完成率", measure: "policy-tasks.tasks_on_time_rate", weight: 50, zeroAt: 80, fullAt: 100 },
];

export async function keepMappings(tx: Tx, services: Services): Promise<void> {
  const { rows } = await sql`select 1 from assessment.task_mapping limit 1`.execute(tx);
  if (rows.length > 0) return;
  const from = `${services.clock.today().slice(0, 4)}-01-01`;
  const reader = { tx, sealer: services.sealer, scope: { area: services.city.range, unitId: null, userId: null } };
  const values = shipped.map((each) => ({
    id: uuidv7(),
    area: services.city.range.lo,
    demo: false,
    values: { ...each, from, basis: "产品默认" },
  }));
  await insertRows(services.catalog.get(taskMapping.name), values, reader);
}

/** Those of the area itself, else of the nearest above that has any of this kind. */
async function mappingsFor(tx: Tx, kind: FeedKind, area: number, year: number): Promise<readonly Mapping[]> {
  const { from, to } = periodOf(year);
  const { rows } = await sql<
    Mapping & { area: number }
  >`select id, area, name, kind, measure, weight, zero_at, full_at, basis from assessment.v_task_mapping
    where kind = ${kind} and "from" <= ${to}::date and (until is null or until >= ${from}::date) order by area desc, weight desc, name`.execute(
    tx,
  );
  const holding = rows.filter((row) => isWithin(area, subtreeOf(row.area)));
  const nearest = holding.reduce((best, row) => Math.max(best, row.area), 0);
  return holding.filter((row) => row.area === nearest);
}

async function figuresFor(
  { tx, services, today, now }: RouteContext,
  name: string,
  area: number,
  year: number,
): Promise<ReadonlyMap<number, number | null>> {
  const measure = services.registry.measures.get(name);
  if (!measure) return new Map();
  const { from, to } = periodOf(year);
  const asked = { range: subtreeOf(area), from, to, by: "area" as const };
  const figures = await figuresOf(measure, asked, tx, services.catalog, services.registry.measures, {
    today,
    now,
    period: { start: from, end: to },
  });
  return new Map(figures.ok ? figures.value.map((figure) => [Number(figure.key), figure.value]) : []);
}

const isCount = (services: Services, name: string): boolean => {
  const by = services.registry.measures.get(name)?.by;
  return by !== undefined && ("count" in by || "sum" in by);
};

export const showTaskFeed = route({
  method: "GET",
  path: "/assessment/task-feed",
  summary: "任务完成情况计入考评",
  description: "按映射把任务完成与时效换算成年度考评、专项考核、政务督查的分；没有这类任务的不扣分。",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({
    kind: z.enum(Object.keys(feedKinds) as [FeedKind]),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    area: z.coerce.number().pipe(areaKey).optional(),
  }),
  output: z.object({
    kind: z.string(),
    year: z.number().int(),
    mappings: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        measure: z.string(),
        unit: z.string(),
        known: z.boolean().describe("平台有没有这个指标"),
        weight: z.number(),
        zeroAt: z.number(),
        fullAt: z.number(),
        basis: z.string().nullable(),
      }),
    ),
    rows: z.array(
      z.object({
        area: z.number().int(),
        areaName: z.string(),
        parts: z.array(z.object({ mapping: z.uuid(), value: z.number().nullable(), points: z.number().nullable(), weight: z.number() })),
        total: z.number().nullable(),
      }),
    ),
  }),
  async run(context, { kind, year = Number(context.today.slice(0, 4)), area: asked }) {
    const { tx, actor, services } = context;
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const mappings = await mappingsFor(tx, kind, area, year);
    const below = await sql<{ area: number; areaName: string }>`select key as area, name as area_name from platform.area
      where parent = ${area} and level in ('county', 'town') and valid_to is null order by key`.execute(tx);
    const figures = new Map<string, ReadonlyMap<number, number | null>>();
    for (const { measure } of mappings) if (!figures.has(measure)) figures.set(measure, await figuresFor(context, measure, area, year));
    const rows = below.rows.map((place) => {
      const parts = mappings.map(({ id, measure, ...mapping }) => {
        const value = figures.get(measure)?.get(place.area) ?? (isCount(services, measure) ? 0 : null);
        return { mapping: id, value, points: taskPoints(value, mapping), weight: mapping.weight };
      });
      return { ...place, parts, total: taskTotal(parts) };
    });
    const shown = mappings.map(({ kind: _, ...mapping }) => {
      const { id, name, measure, weight, zeroAt, fullAt, basis } = mapping;
      const known = services.registry.measures.get(measure);
      return { id, name, measure, weight, zeroAt, fullAt, basis, unit: known?.unit ?? "", known: known !== undefined };
    });
    return ok({ kind, year, mappings: shown, rows: rows.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1)) });
  },
});
