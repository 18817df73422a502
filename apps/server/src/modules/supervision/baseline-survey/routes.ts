/** Surveys of an area, the whole of one, and its inventory by area and type. SH-3.1 */
import { sql } from "kysely";
import { z } from "zod";
import { stepBelow } from "#modules/objects/key-places/index.ts";
import { may } from "#platform/actor.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin } from "#platform/values.ts";
import { chainTotalsOf } from "./chain.ts";
import { surveyAt, surveysFor } from "./find-survey.ts";
import { itemsOf, registerOf, type SurveyRow } from "./relations.ts";
import { chainTotals, inventoryLine, surveyHead } from "./shapes.ts";
import { SURVEY } from "./survey.ts";

const shared = { tag: "调研摸底", permission: `${SURVEY}.read` } as const;

/** The inventory as far as it lies in an area; nothing before it is frozen. */
async function itemsIn(survey: SurveyRow, area: number, { tx }: RouteContext): Promise<number | null> {
  if (survey.state !== "settled" || area === survey.area) return survey.items;
  const { rows } = await sql<{ n: number }>`with ${itemsOf(survey, area)} select count(*)::int as n from items`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** While it runs, and for whoever sees but a part of it, counted now; else as it was settled. */
async function covered(survey: SurveyRow, area: number, { tx }: RouteContext) {
  if (survey.state !== "running" && area === survey.area) return { register: survey.register, surveyed: survey.surveyed };
  const { rows } = await sql<{ register: number; surveyed: number }>`with ${registerOf(survey, area)}
    select count(*)::int as register, count(*) filter (where surveyed)::int as surveyed from register`.execute(tx);
  return rows[0] ?? { register: 0, surveyed: 0 };
}

export const listSurveys = route({
  ...shared,
  method: "GET",
  path: "/baseline-survey/surveys",
  summary: "本辖区的调研摸底",
  description: "上级在本辖区开展的也在内；数字只数本人辖区内的单位。",
  input: z.object({}),
  output: z.object({ surveys: z.array(surveyHead) }),
  async run(context) {
    const surveys = [];
    for (const row of await surveysFor(context)) {
      const found = await surveyAt({ id: row.id }, context);
      const area = found.ok ? found.value.area : context.actor.area.lo;
      const { id, name, areaName, leadName, state, startsOn, endsOn, settledOn } = row;
      const items = await itemsIn(row, area, context);
      surveys.push({
        ...{ id, name, area: row.area, areaName, leadName, state, startsOn, endsOn, items, settledOn },
        ...(await covered(row, area, context)),
      });
    }
    return ok({ surveys });
  },
});

export const showSurvey = route({
  ...shared,
  method: "GET",
  path: "/baseline-survey/surveys/:id",
  summary: "一次调研摸底",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    survey: surveyHead.extend({
      ground: z.string().nullable(),
      content: z.string().nullable(),
      conclusion: z.string().nullable(),
      kinds: z.array(z.string()),
      sha256: z.string().nullable().describe("底数清单按编号排列的 SHA-256，可重算核对"),
    }),
    seenArea: z.number().int(),
    seenAreaName: z.string().nullable(),
    totals: chainTotals,
    can: z.array(z.enum(["run", "send"])),
  }),
  async run(context, asked) {
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    const { actor, tx } = context;
    const { rows } = await sql<{ name: string }>`select name from platform.area where key = ${area}`.execute(tx);
    const can = (["run", "send"] as const).filter(
      (right) => may(actor, `baseline-survey.${right}`) && (right === "send" || isWithin(survey.area, actor.area)),
    );
    return ok({
      survey: { ...survey, kinds: [...(survey.kinds ?? [])], ...(await covered(survey, area, context)) },
      seenArea: area,
      seenAreaName: rows[0]?.name ?? null,
      totals: await chainTotalsOf(survey, area, tx),
      can,
    });
  },
});

export const showInventory = route({
  ...shared,
  method: "GET",
  path: "/baseline-survey/surveys/:id/inventory",
  summary: "隐患底数：辖区与问题类型",
  description: "排查中为此刻的底数；定底数后为当日冻结的。",
  input: z.object({ id: z.uuid(), area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ area: z.number().int(), lines: z.array(inventoryLine) }),
  async run(context, asked) {
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    const step = sql.raw(String(stepBelow(area)));
    const { rows } = await sql<z.output<typeof inventoryLine>>`with ${itemsOf(survey, area)},
      counted as (select i.area / ${step} * ${step} as area, i.type, count(*)::int as n from items i group by 1, 2)
      select c.area, coalesce((select a.name from platform.area a where a.key = c.area), '') as name, sum(c.n)::int as total, jsonb_object_agg(c.type, c.n) as types
      from counted c group by c.area order by 3 desc, 1`.execute(context.tx);
    return ok({ area, lines: rows });
  },
});
