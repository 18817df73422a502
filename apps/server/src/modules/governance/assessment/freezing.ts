/** What a year's freeze waits for: the figures of its last month, and the duties judged anew, since what was still open on its last day is met or late the day after. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { parse } from "yaml";
import { z } from "zod";
import { judgePacks } from "#modules/governance/policy-tasks/index.ts";
import type { Tx } from "#platform/db.ts";
import { sourceOf } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";
import type { Services } from "#platform/services.ts";
import { type CalendarDate, subtreeOf } from "#platform/values.ts";
import { frozenAnyway, type Waiting, waitsFor } from "./domain/freezing.ts";
import type { Scheme } from "./domain/scheme.ts";
import { rowsMeasure } from "./evidence.ts";
import { fireOutcome } from "./outcome.ts";
import type { Assessed, Year } from "./years.ts";

const FILE = "rules/assessment.yaml";
const shape = z.strictObject({
  source: z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() }),
  confidence: z.enum(["stated", "derived", "local"]),
  reportableDays: z.number().int().min(0).max(120),
});
function read(): z.output<typeof shape> {
  const parsed = shape.safeParse(parse(readFileSync(join(import.meta.dirname, "../../../../../..", FILE), "utf8")), {
    error: z.locales.zhCN().localeError,
  });
  if (parsed.success) return parsed.data;
  throw new Error(`规则文件 ${FILE} 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`);
}
const rule = read();

const sourcesOf = (scheme: Scheme) => [...scheme.indicators, ...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes];

function restsOnFires(scheme: Scheme, measures: ReadonlyMap<string, Measure>): boolean {
  return sourcesOf(scheme).some(({ source }) => {
    const measure = "measure" in source ? measures.get(source.measure) : undefined;
    return measure !== undefined && sourceOf(rowsMeasure(measure, measures))?.of.name === fireOutcome.name;
  });
}

/** The assessed whose December is not reported, by name. */
async function owingDecember(
  tx: Tx,
  year: Pick<Year, "year">,
  entrants: readonly Pick<Assessed, "area" | "name">[],
): Promise<readonly string[]> {
  const spans = entrants.map(({ area, name }) => ({ area, name, hi: subtreeOf(area).hi }));
  const { rows } = await sql<{
    name: string;
  }>`select e.name from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) e (area bigint, hi bigint, name text)
    where not exists (select from assessment.fire_outcome f where f.area between e.area and e.hi and f.month = ${`${year.year}-12-01`}::date and f.deleted_at is null)
    order by e.area`.execute(tx);
  return rows.map(({ name }) => name);
}

export type Freezing = {
  /** On this day it is frozen whatever is missing. */
  readonly on: CalendarDate;
  readonly owing: readonly string[];
  readonly basis: string;
  readonly confidence: z.output<typeof shape>["confidence"];
};

export async function freezingOf(
  { tx, services }: { readonly tx: Tx; readonly services: Services },
  { year, scheme }: { readonly year: Pick<Year, "year" | "until">; readonly scheme: Scheme },
  entrants: readonly Pick<Assessed, "area" | "name">[],
): Promise<Freezing> {
  const until = year.until as CalendarDate;
  const fires = restsOnFires(scheme, services.registry.measures);
  const owing = fires ? await owingDecember(tx, year, entrants) : [];
  const { reportableDays, source, confidence } = rule;
  return { on: frozenAnyway({ until, reportableDays }), owing, basis: `${source.instrument}：${source.clause}`, confidence };
}

export const stillWaits = ({ owing }: Freezing, until: CalendarDate, today: CalendarDate): readonly string[] =>
  waitsFor({ until, reportableDays: rule.reportableDays, owing } satisfies Waiting, today);

const packsOf = (scheme: Scheme): readonly string[] =>
  scheme.indicators.flatMap(({ source }) => ("duty" in source ? [source.duty.pack] : []));

/** In a transaction of its own, over when it returns: what the freeze reads is as of today. */
export async function judgeFor(services: Services, schemes: readonly Scheme[]): Promise<void> {
  const packs = [...new Set(schemes.flatMap(packsOf))];
  if (packs.length > 0) await judgePacks(services, packs);
}
