/** 风险排查 at a desk: entering a find, settling what a village kept an eye on, and who found how much. QZ-3.1.3, TY-3.2.3 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { findSources, riskFactors, riskGrades, riskPlaces, riskRoutes } from "../domain/risk.ts";
import { riskCheck } from "./ledgers.ts";
import { takeRisk } from "./take-risk.ts";

const keys = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);
const tag = "风险排查";

export const postRisk = route({
  method: "POST",
  path: "/grassroots/risk-checks",
  summary: "登记一处风险",
  description: "自动定级；与近期同一处重复的会指出；红橙自动转隐患，黄交村社盯办。",
  tag,
  permission: "grassroots.find",
  input: z.object({
    area: z.number().int().pipe(areaKey),
    placeWords: z.string().trim().min(2).max(200),
    placeKind: keys(riskPlaces),
    unit: z.uuid().nullable().default(null),
    source: keys(findSources),
    finder: z.string().trim().min(1).max(40),
    factors: z.array(keys(riskFactors)).max(20),
    words: z.string().trim().max(1_000).nullable().default(null),
    point: z
      .object({ lon: z.number().min(73).max(136), lat: z.number().min(3).max(54) })
      .nullable()
      .default(null),
  }),
  output: z
    .object({
      id: z.uuid(),
      score: z.number().int(),
      grade: keys(riskGrades),
      route: keys(riskRoutes),
      earlier: z.uuid().nullable(),
      hazard: z.uuid().nullable(),
    })
    .meta({ id: "RiskTaken", description: "登记后的等级与去向" }),
  async run(context, { point, ...given }) {
    const { tx, services, actor, now, today } = context;
    if (!isWithin(given.area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const by = { actor, organ: actor.organId, now, today };
    const taken = await takeRisk(tx, services, { ...given, checkedOn: today, member: null, spot: point }, by, readerOf(context));
    if (taken.ok) context.audit({ action: "登记风险排查", subject: riskCheck.name, subjectId: taken.value.id, area: given.area });
    return taken;
  },
});

export const settleRisk = route({
  method: "POST",
  path: "/grassroots/risk-checks/:id/settle",
  summary: "村社盯办销记",
  tag,
  permission: "grassroots.village",
  input: z.object({ id: z.uuid(), words: z.string().trim().min(2).max(200) }),
  output: z.object({ settledOn: z.string() }),
  async run(context, { id, words }) {
    const { tx, today } = context;
    const { rows } = await sql<{
      area: number;
    }>`update grassroots.risk_check set settled_on = ${today}::date, settled_words = ${words}, version = version + 1, updated_at = now()
      where id = ${id} and route = 'watch' and settled_on is null and deleted_at is null returning area`.execute(tx);
    const [row] = rows;
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    context.audit({ action: "风险盯办销记", subject: riskCheck.name, subjectId: id, area: row.area, detail: { words } });
    return ok({ settledOn: today });
  },
});

export const showRisks = route({
  method: "GET",
  path: "/grassroots/risks",
  summary: "风险排查：谁发现了多少",
  tag,
  permission: `${riskCheck.name}.read`,
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional(), from: calendarDate.optional(), to: calendarDate.optional() }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    sources: z.array(
      z.object({
        source: keys(findSources),
        finds: z.number().int(),
        repeats: z.number().int(),
        hazards: z.number().int(),
        grades: z.record(z.string(), z.number().int()),
      }),
    ),
    watch: z.number().int(),
    mayFind: z.boolean(),
  }),
  async run({ tx, actor, today }, { area: asked, from = calendarDate.parse(`${today.slice(0, 4)}-01-01`), to = today }) {
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const within = sql`deleted_at is null and area between ${lo} and ${hi}`;
    const { rows } = await sql<{
      source: keyof typeof findSources;
      grade: keyof typeof riskGrades;
      n: number;
      repeats: number;
      hazards: number;
    }>`select source, grade, count(*)::int as n,
        count(*) filter (where repeats)::int as repeats, count(*) filter (where hazard is not null and not repeats)::int as hazards
      from grassroots.risk_check where ${within} and checked_on between ${from}::date and ${to}::date group by source, grade`.execute(tx);
    const watch = await sql<{
      n: number;
    }>`select count(*)::int as n from grassroots.risk_check where ${within} and route = 'watch' and settled_on is null`.execute(tx);
    return ok({
      from,
      to,
      sources: (Object.keys(findSources) as (keyof typeof findSources)[]).map((source) => {
        const mine = rows.filter((row) => row.source === source);
        const sum = (of: "n" | "repeats" | "hazards") => mine.reduce((total, row) => total + row[of], 0);
        return {
          source,
          finds: sum("n"),
          repeats: sum("repeats"),
          hazards: sum("hazards"),
          grades: Object.fromEntries(Object.keys(riskGrades).map((grade) => [grade, mine.find((row) => row.grade === grade)?.n ?? 0])),
        };
      }),
      watch: watch.rows[0]?.n ?? 0,
      mayFind: may(actor, "grassroots.find"),
    });
  },
});
