/** Campaigns of an area and the whole of one: stages, figures, effect on its measure, what this person may do. */
import { sql } from "kysely";
import { z } from "zod";
import { checklistById } from "#modules/supervision/inspection/index.ts";
import { may } from "#platform/actor.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { isWithin } from "#platform/values.ts";
import { seenPart } from "./areas.ts";
import { CAMPAIGN } from "./campaign.ts";
import { campaignFields } from "./domain/kinds.ts";
import { stageState, type Tally } from "./domain/stages.ts";
import { measureNow } from "./effect.ts";
import { CAMPAIGNS, type CampaignRow, campaignRow, concerning } from "./find-campaign.ts";
import { SUMS } from "./progress.ts";
import { campaignDetail, campaignHead, type tally as tallyShape } from "./shapes.ts";
import { campaignTemplate, templates } from "./templates.ts";

const shared = { tag: "专项整治", permission: `${CAMPAIGN}.read` } as const;
const MOST = 200;
type Sums = z.output<typeof tallyShape> & Tally;
const NONE: Sums = {
  objects: 0,
  notApplicable: 0,
  surveyed: 0,
  found: 0,
  problems: 0,
  rectified: 0,
  cleared: 0,
  demolished: 0,
  relocated: 0,
};

export const listTemplates = route({
  ...shared,
  method: "GET",
  path: "/key-places/campaign-templates",
  summary: "专项整治模板",
  input: z.object({}),
  output: z.object({ templates: z.array(campaignTemplate) }),
  example: { output: { templates: templates.slice(0, 1) } },
  run: async () => ok({ templates: [...templates] }),
});

export const listCampaigns = route({
  ...shared,
  method: "GET",
  path: "/key-places/campaigns",
  summary: "本辖区的专项整治",
  description: "上级在本辖区开展的也在内；数字只数本人辖区内的对象。",
  input: z.object({ state: z.enum(["open", "all"]).default("open") }),
  output: z.object({ campaigns: z.array(campaignHead) }),
  async run(context, { state }) {
    const { tx, actor } = context;
    if (actor.unitId !== null) return ok({ campaigns: [] });
    const { rows } =
      await sql<CampaignRow>`${CAMPAIGNS} and ${concerning(actor.area)} ${state === "open" ? sql`and c.closed_at is null` : sql``}
      order by c.closed_at is not null, c.ends_on, c.id limit ${MOST}`.execute(tx);
    const sums = await sumsOf(
      rows.map(({ id }) => id),
      context,
    );
    return ok({ campaigns: rows.map((row) => headOf(row, sums.get(row.id) ?? NONE, context)) });
  },
});

export const showCampaign = route({
  ...shared,
  method: "GET",
  path: "/key-places/campaigns/:id",
  summary: "专项整治 全貌",
  input: z.object({ id: z.uuid() }),
  output: campaignDetail,
  async run(context, { id }) {
    const { actor, tx, services, language, today } = context;
    const row = await campaignRow(id, context);
    if (!row) return refuse("not_found", "key-places.unknown_campaign");
    const sums = (await sumsOf([id], context)).get(id) ?? NONE;
    const seenArea = seenPart(row.area, actor.area);
    const { rows: names } = await sql<{ name: string }>`select name from platform.area where key = ${seenArea}`.execute(tx);
    const { registry } = services.spoken[language];
    const measure = row.measure ? registry.measures.get(row.measure) : undefined;
    const now = row.measureAfter ?? (measure ? await measureNow(row, { ...context, range: actor.area }) : null);
    return ok({
      ...headOf(row, sums, context),
      ground: row.ground,
      source: row.source,
      sourceLabel: registry.ledgers.find(({ name }) => name === row.source)?.label ?? row.source,
      checklist: row.checklist,
      checklistTitle: row.checklist ? ((await checklistById(tx, row.checklist, { on: today }))?.title ?? null) : null,
      finding: row.finding,
      checkedTarget: row.checkedTarget,
      clearedTarget: row.clearedTarget,
      stages: row.stages.map((stage) => ({ ...stage, state: stageState(stage, sums, today) })) as never,
      seenArea,
      seenAreaName: names[0]?.name ?? null,
      effect: measure ? { measure: measure.name, label: measure.label, unit: measure.unit, before: row.measureBefore, now } : null,
      can: [
        ...(may(actor, "key-places.run") && isWithin(row.area, actor.area) ? (["run"] as const) : []),
        ...(may(actor, "key-places.check") ? (["check"] as const) : []),
      ],
    });
  },
});

/** Counted under the asker's own rights: a street's clerk sees the city's campaign as it stands in his street. */
async function sumsOf(ids: readonly string[], { tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<ReadonlyMap<string, Sums>> {
  const { rows } = await sql<Sums & { campaign: string }>`select o.campaign, ${SUMS} from key_places.campaign_object o
    where o.campaign = any(${[...ids]}::uuid[]) and o.area between ${actor.area.lo} and ${actor.area.hi} and o.deleted_at is null group by 1`.execute(
    tx,
  );
  return new Map(rows.map(({ campaign, ...sums }) => [campaign, sums]));
}

function headOf(row: CampaignRow, tally: Sums, { services, language }: Pick<RouteContext, "services" | "language">) {
  const { id, name, field, area, areaName, leadName, state, startsOn, endsOn } = row;
  const spoken = services.spoken[language].registry.cases.get(CAMPAIGN)?.fields.field?.choices ?? campaignFields;
  const fieldLabel = (spoken as Readonly<Record<string, string>>)[field] ?? field;
  return { id, name, field, fieldLabel, area, areaName, leadName, state, startsOn, endsOn, tally } as never as z.output<
    typeof campaignHead
  >;
}
