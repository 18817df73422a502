/** 形势综合指数 over HTTP, and its cells each night, so that a duty or a programme can be held to it. TY-1.22 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { parse } from "yaml";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { figuresOf } from "#platform/measure/figures.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { addDays, areaKey, type CalendarDate, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { type MonthIndex, monthsBack, type Series, type SituationRule, trendOf, verdictOf } from "./domain/situation.ts";

const FILE = "rules/situation.yaml";
const shape = z.strictObject({
  source: z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() }),
  confidence: z.enum(["stated", "derived", "local"]),
  parts: z.array(z.strictObject({ key: z.string(), name: z.string(), measure: z.string(), weight: z.number().positive() })).min(1),
  most: z.number().min(100),
  better: z.number().positive(),
  months: z.number().int().min(2).max(12),
  swing: z.number().positive(),
});
function read(): SituationRule {
  const parsed = shape.safeParse(parse(readFileSync(join(import.meta.dirname, "../../../../../..", FILE), "utf8")), {
    error: z.locales.zhCN().localeError,
  });
  if (parsed.success) return parsed.data;
  throw new Error(`规则文件 ${FILE} 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`);
}
export const situationRule = read();
const INDEX = "assessment.situation_index";

/** Thirty-six months of each part: twelve to show, each against its twelve and the twelve before. */
async function seriesOf(tx: Tx, services: Services, area: number, last: string, today: CalendarDate): Promise<ReadonlyMap<string, Series>> {
  const from = calendarDate.parse(`${monthsBack(last, 35)}-01`);
  const to = addDays(calendarDate.parse(`${monthsBack(last, -1)}-01`), -1);
  const found = new Map<string, Series>();
  const moments = { today, now: services.clock.now(), period: { start: from, end: to } };
  for (const { key, measure: name } of situationRule.parts) {
    const measure = services.registry.measures.get(name);
    if (!measure) continue;
    const asked = { range: subtreeOf(area), from, to, by: "month" as const };
    const figures = await figuresOf(measure, asked, tx, services.catalog, services.registry.measures, moments);
    if (figures.ok) found.set(key, new Map(figures.value.map((figure) => [figure.key.slice(0, 7), figure.num])));
  }
  return found;
}

/** The last month that is over. */
const lastMonth = (today: CalendarDate): string => monthsBack(today.slice(0, 7), 1);

async function situationOf(tx: Tx, services: Services, area: number, today: CalendarDate): Promise<readonly MonthIndex[]> {
  const last = lastMonth(today);
  return trendOf(situationRule, await seriesOf(tx, services, area, last, today), last);
}

/** Each night, of the city and its counties: an area's own figure, never a sum. */
export async function keepSituation(tx: Tx, services: Services): Promise<number> {
  const today = services.clock.today();
  const { lo, hi } = services.city.range;
  const { rows } = await sql<{
    key: number;
  }>`select key from platform.area where level in ('city', 'county') and key between ${lo} and ${hi} order by key`.execute(tx);
  let kept = 0;
  for (const { key } of rows) {
    const cells = (await situationOf(tx, services, key, today)).flatMap(({ month, index }) =>
      index === null ? [] : [{ month: `${month}-01`, num: index }],
    );
    await sql`delete from platform.cell where measure = ${INDEX} and area = ${key}`.execute(tx);
    await sql`insert into platform.cell (measure, month, area, num, den) select ${INDEX}, x.month, ${key}, x.num, 1
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as x(month date, num float8)`.execute(tx);
    kept += cells.length;
  }
  return kept;
}

const part = z
  .object({
    key: z.string(),
    now: z.number(),
    before: z.number(),
    ratio: z.number().nullable(),
    weight: z.number(),
    points: z.number(),
  })
  .meta({ id: "SituationPart", description: "指数的一个分项：近 12 个月与上一个 12 个月" });

export const showSituation = route({
  method: "GET",
  path: "/assessment/situation",
  summary: "消防安全形势综合指数",
  description: "近 12 个月与上一个 12 个月之比加权；100 为持平，越低越好。附 12 个月走势与是否达到整治终态。",
  tag: "考核",
  permission: "assessment.fire-outcome.read",
  composed: ["name"],
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    area: z.number().int(),
    areaName: z.string(),
    month: z.string(),
    index: z.number().nullable(),
    verdict: z
      .enum(["reached", "better", "level", "worse", "unknown"])
      .describe("reached 根本好转且稳定，better 好转未稳，level 持平，worse 变差"),
    rule: z.object({ better: z.number(), months: z.number().int(), swing: z.number() }),
    names: z.array(z.object({ key: z.string(), name: z.string(), measure: z.string() })),
    months: z.array(z.object({ month: z.string(), index: z.number().nullable(), parts: z.array(part) })),
    areas: z.array(z.object({ area: z.number().int(), areaName: z.string(), index: z.number().nullable(), verdict: z.string() })),
  }),
  async run({ tx, actor, services, today }, { area: asked }) {
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const months = await situationOf(tx, services, area, today);
    const place = await sql<{ name: string }>`select name from platform.area where key = ${area}`.execute(tx);
    const below = await sql<{
      key: number;
      name: string;
    }>`select key, name from platform.area where parent = ${area} and level = 'county' and valid_to is null order by key`.execute(tx);
    const areas = [];
    for (const { key, name } of below.rows) {
      const trend = await situationOf(tx, services, key, today);
      areas.push({ area: key, areaName: name, index: trend.at(-1)?.index ?? null, verdict: verdictOf(situationRule, trend) });
    }
    const { better, months: span, swing, parts } = situationRule;
    return ok({
      area,
      areaName: place.rows[0]?.name ?? "",
      month: lastMonth(today),
      index: months.at(-1)?.index ?? null,
      verdict: verdictOf(situationRule, months),
      rule: { better, months: span, swing },
      names: parts.map(({ key, name, measure }) => ({ key, name, measure })),
      months: months.map((each) => ({ ...each, parts: [...each.parts] })),
      areas,
    });
  },
});
