/** Measures over HTTP: the list, a figure with its breakdown, the rows behind it. */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "../actor.ts";
import { readUnder } from "../english.ts";
import type { Entry } from "../ledger/catalog.ts";
import type { Row } from "../ledger/define.ts";
import { pathOf } from "../ledger/names.ts";
import { present } from "../ledger/read.ts";
import { composedKeys, readerOf } from "../ledger/routes.ts";
import { ledgerRow } from "../ledger/shapes.ts";
import { ok, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import { addDays, areaKey, calendarDate, isWithin, subtreeOf } from "../values.ts";
import { rowsBehind, sourceOf } from "./compile.ts";
import type { Measure } from "./define.ts";
import { figuresOf, withAreaNames, withNames } from "./figures.ts";

const shownMeasure = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  better: z.enum(["higher", "lower"]).optional(),
  target: z.number().optional(),
  decimals: z.number().int().optional(),
});
const listedMeasure = shownMeasure
  .extend({ split: z.string().optional(), source: z.string().optional() })
  .meta({ id: "Measure", description: "指标：名称、单位、好的方向、目标" });
const figure = z
  .object({
    key: z.string().describe("辖区键、月、日或分类；总数为空"),
    label: z.string().optional(),
    num: z.number(),
    den: z.number(),
    value: z.number().nullable().describe("无从计算为 null"),
  })
  .meta({ id: "Figure", description: "一个数：分子、分母与值" });
const asked = z.object({
  name: z.string(),
  area: z.coerce.number().pipe(areaKey).optional(),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
});

const ledgerOf = (measure: Measure): string | undefined =>
  "balance" in measure.by ? measure.by.balance.of.name : sourceOf(measure)?.of.name;
const permissionOf = (measure: Measure): string | undefined => {
  const ledger = ledgerOf(measure);
  return ledger && `${ledger}.read`;
};

/** Rows behind a figure come from any ledger: its composed texts are read as its own list reads them. */
const readerOfRows =
  ({ services, language }: RouteContext) =>
  ({ ledger }: Entry, row: Row): Row =>
    language === "zh" ? row : (readUnder(row, new Set(composedKeys(ledger)), services.spoken[language].read) as Row);

/** The measure, the area inside the asker's, the period (this month unless said). */
function resolve(context: RouteContext, input: z.output<typeof asked>) {
  const measure = context.services.spoken[context.language].registry.measures.get(input.name);
  const permission = measure && permissionOf(measure);
  if (!measure || (permission && !may(context.actor, permission))) return refuse("not_found", "measure.unknown", { name: input.name });
  const range = input.area === undefined ? context.actor.area : subtreeOf(input.area);
  if (!isWithin(range.lo, context.actor.area)) return refuse("not_found", "ledger.outside_area");
  const to = input.to ?? context.today;
  const from = input.from ?? (`${to.slice(0, 7)}-01` as typeof to);
  if (from > to || addDays(from, 3_700) < to) return refuse("invalid", "measure.bad_period", { from, to });
  return ok({ measure, asked: { range, from, to } });
}

export const measureRoutes = (): readonly Route[] => [
  route({
    method: "GET",
    path: "/measures",
    tag: "指标",
    summary: "指标目录",
    permission: "signed-in",
    input: z.object({}),
    output: z.object({ measures: z.array(listedMeasure) }),
    async run({ actor, services, language }) {
      const visible = [...services.spoken[language].registry.measures.values()].filter(
        (measure) => may(actor, permissionOf(measure) ?? "") && !measure.hidden,
      );
      return ok({
        measures: visible.map(({ name, label, unit, better, target, decimals, split, source }) => ({
          name,
          label,
          unit,
          better,
          target,
          decimals,
          split,
          source,
        })),
      });
    },
  }),
  route({
    method: "GET",
    path: "/measures/:name",
    tag: "指标",
    summary: "一个指标的数值与分解",
    permission: "signed-in",
    input: asked.extend({ by: z.enum(["none", "area", "month", "day", "split", "per"]).default("none") }),
    output: z.object({
      measure: shownMeasure.extend({ path: z.string().nullable().describe("台账的路径") }),
      from: calendarDate,
      to: calendarDate,
      figures: z.array(figure),
    }),
    example: {
      input: { name: "remote-monitoring.false_rate", by: "area" },
      output: {
        measure: {
          name: "remote-monitoring.false_rate",
          label: "误报率",
          unit: "%",
          better: "lower",
          decimals: 1,
          path: "remote-monitoring/alarm",
        },
        from: "2026-03-01",
        to: "2026-03-18",
        figures: [{ key: "330802000000000", label: "柯城区", num: 41, den: 63, value: 65.1 }],
      },
    },
    async run(context, input) {
      const resolved = resolve(context, input);
      if (!resolved.ok) return resolved;
      const { measure, asked: period } = resolved.value;
      const { services, tx, today, now } = context;
      const figures = await figuresOf(measure, { ...period, by: input.by }, tx, services.catalog, services.registry.measures, {
        today,
        now,
        period: { start: period.from, end: period.to },
      });
      if (!figures.ok) return figures;
      const named =
        input.by === "area"
          ? await withAreaNames(figures.value, tx)
          : input.by === "per"
            ? await withNames(measure, figures.value, tx, services.catalog)
            : figures.value;
      const { name, label, unit, better, target, decimals } = measure;
      const ledger = ledgerOf(measure);
      return ok({
        measure: { name, label, unit, better, target, decimals, path: ledger ? pathOf(ledger) : null },
        from: period.from,
        to: period.to,
        figures: [...named],
      });
    },
  }),
  route({
    method: "GET",
    path: "/measures/:name/rows",
    tag: "指标",
    summary: "指标背后的记录",
    permission: "signed-in",
    input: asked.extend({
      part: z.enum(["all", "spoil"]).default("all"),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(10_000).default(0),
    }),
    output: z.object({ ledger: z.string(), rows: z.array(ledgerRow), count: z.number().int() }),
    example: { input: { name: "remote-monitoring.false_rate", part: "spoil", limit: 20 } },
    async run(context, input) {
      const resolved = resolve(context, input);
      if (!resolved.ok) return resolved;
      const { measure, asked: period } = resolved.value;
      const reader = readerOf(context);
      const behind = rowsBehind(
        measure,
        context.services.catalog,
        { ...reader.moments, period: { start: period.from, end: period.to } },
        period,
        input.part,
      );
      if (!behind.ok) return behind;
      const { entry, where } = behind.value;
      const read = readerOfRows(context);
      const inRange = sql`t.deleted_at is null and t.area between ${period.range.lo} and ${period.range.hi} and ${where}`;
      const { rows } = await sql<
        Record<string, unknown>
      >`select t.*, (select a.name from platform.area a where a.key = t.area) as area_name from ${sql.raw(entry.table)} t where ${inRange} order by t.id desc limit ${input.limit} offset ${input.offset}`.execute(
        context.tx,
      );
      const count = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(entry.table)} t where ${inRange}`.execute(context.tx);
      return ok({
        ledger: entry.ledger.name,
        rows: rows.map((row) => read(entry, present(entry, row, reader.sealer))),
        count: count.rows[0]?.n ?? 0,
      });
    },
  }),
];
