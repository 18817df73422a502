/** 立项: from a template or from nothing, over objects chosen by a filter; the filter is shown with its numbers before anything is made. */
import { sql } from "kysely";
import { z } from "zod";
import { listUsed } from "#modules/supervision/inspection/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { conditionSchema } from "#platform/ledger/condition.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { checkReferences, labelled } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, calendarDate, isWithin } from "#platform/values.ts";
import { CAMPAIGN, campaign } from "./campaign.ts";
import { addObjects, countChoice, countObjects } from "./choose-objects.ts";
import { stageProblem } from "./domain/stages.ts";
import { measureBefore } from "./effect.ts";
import { campaignRow } from "./find-campaign.ts";
import { industryWords } from "./progress.ts";
import { fieldKey, sourceKey, stageInput } from "./shapes.ts";
import { templateOf } from "./templates.ts";

const tag = "专项整治";
const MOST = 300_000;
const choice = { source: sourceKey, where: conditionSchema.default({}), area: areaKey };
const counted = z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() }));

export const previewObjects = route({
  method: "POST",
  path: "/key-places/campaign-previews",
  summary: "试选整治对象",
  tag,
  permission: "key-places.plan",
  audited: false,
  input: z.object(choice),
  output: z.object({ count: z.number().int(), areas: counted, industries: counted }),
  example: { input: { source: "places.unit", where: { kind: ["hotel"] }, area: 330_802_000_000_000 } },
  async run(context, given) {
    if (!isWithin(given.area, context.actor.area)) return refuse("invalid", "key-places.outside_area");
    const found = await countChoice(given, readerOf(context));
    if (!found.ok) return found;
    const { areas, industries } = found.value;
    const { rows } = await sql<{ key: number; name: string }>`select key, name from platform.area
      where key = any(${areas.map(({ key }) => Number(key))}::bigint[])`.execute(context.tx);
    const names = new Map(rows.map(({ key, name }) => [String(key), name]));
    const words = industryWords(given.source, context);
    return ok({
      count: areas.reduce((sum, { count }) => sum + count, 0),
      areas: areas.map((each) => ({ ...each, label: names.get(each.key) ?? each.key })),
      industries: industries.map((each) => ({ ...each, label: words[each.key] ?? each.key })),
    });
  },
});

export const planCampaign = route({
  method: "POST",
  path: "/key-places/campaigns",
  summary: "立项",
  tag,
  permission: "key-places.plan",
  input: z.object({
    template: z.string().max(60).nullable().default(null),
    name: z.string().trim().min(2).max(100),
    field: fieldKey,
    ground: z.string().trim().min(2).max(300),
    lead: z.uuid(),
    ...choice,
    startsOn: calendarDate,
    endsOn: calendarDate,
    stages: z.array(stageInput).min(1).max(8),
    checklist: z.string().max(60).nullable().default(null),
    checkedTarget: z.number().min(0).max(100).default(100),
    clearedTarget: z.number().min(0).max(100).default(100),
    finding: z.string().max(1_000).nullable().default(null),
    measure: z.string().max(80).nullable().default(null),
    document: z.array(z.uuid()).max(6).default([]),
  }),
  output: z.object({ id: z.uuid(), objects: z.number().int() }),
  async run(context, given) {
    const { tx, services, actor, now, today } = context;
    const reader = readerOf(context);
    if (!isWithin(given.area, actor.area)) return refuse("invalid", "key-places.outside_area");
    if (given.endsOn <= given.startsOn) return refuse("invalid", "key-places.ends_before");
    const wrong = stageProblem(given.stages, given.startsOn, given.endsOn);
    if (wrong) return refuse("invalid", wrong === "outside" ? "key-places.stages_outside" : "key-places.stages_order");
    if (given.template && !templateOf(given.template)) return refuse("invalid", "key-places.unknown_template");
    const lists = await listUsed(tx, given.checklist, today);
    if (!lists.ok) return lists;
    if (given.measure && !services.registry.measures.has(given.measure))
      return refuse("invalid", "measure.unknown", { name: given.measure });
    const entry = services.catalog.get(CAMPAIGN);
    const { source, where, area, ...values } = given;
    const problems = await checkReferences(entry, { lead: given.lead, document: given.document }, reader);
    if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
    const raised = await raiseCase(
      eraseCase(campaign),
      {
        area,
        values: {
          ...values,
          source,
          scope: JSON.stringify(where),
          objects: 0,
          measureBefore: await measureBefore(
            { area, measure: given.measure, startsOn: given.startsOn, endsOn: given.endsOn },
            { ...context, range: actor.area },
          ),
        },
        holderOrgan: given.lead,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
      },
      reader,
      services,
    );
    if (!raised.ok) return raised;
    const { id } = raised.value;
    const added = await addObjects(id, { source, where, area }, reader);
    if (!added.ok) return added;
    if (added.value === 0) return refuse("invalid", "key-places.no_objects");
    if (added.value > MOST) return refuse("invalid", "key-places.too_many_objects", { most: MOST });
    await sql`update key_places.campaign set objects = ${added.value} where id = ${id}`.execute(tx);
    context.audit({
      action: "专项整治立项",
      subject: CAMPAIGN,
      subjectId: id,
      area,
      detail: { name: given.name, objects: added.value, today },
    });
    return ok({ id, objects: added.value });
  },
});

/** What has come under the filter since: new units, newly registered houses. None is ever taken out by this. */
export const refreshObjects = route({
  method: "POST",
  path: "/key-places/campaigns/:id/objects",
  summary: "按原范围补充对象",
  tag,
  permission: "key-places.run",
  input: z.object({ id: z.uuid() }),
  output: z.object({ added: z.number().int(), objects: z.number().int() }),
  async run(context, { id }) {
    const row = await campaignRow(id, context);
    if (!row || !isWithin(row.area, context.actor.area)) return refuse("not_found", "key-places.unknown_campaign");
    if (row.state !== "planned" && row.state !== "running") return refuse("conflict", "key-places.campaign_over");
    const where = conditionSchema.parse(JSON.parse(row.scope ?? "{}"));
    const added = await addObjects(id, { source: row.source, where, area: row.area }, readerOf(context));
    if (!added.ok) return added;
    const objects = await countObjects(id, context.tx);
    await sql`update key_places.campaign set objects = ${objects} where id = ${id}`.execute(context.tx);
    context.audit({ action: "补充整治对象", subject: CAMPAIGN, subjectId: id, area: row.area, detail: { added: added.value } });
    return ok({ added: added.value, objects });
  },
});
