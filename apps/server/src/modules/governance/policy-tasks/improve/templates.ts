/** 举措模板 by area type and industry, of one's own area and of those above it: what may be done, which variant was chosen where, and what it brought. TY-4.2.2 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { createRow } from "#platform/ledger/write.ts";
import { levelsOf } from "#platform/measure/series.ts";
import { type EventHandler, publish } from "#platform/outbox.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { type AreaRange, calendarDate } from "#platform/values.ts";
import { measureTemplate, templateUse } from "./ledgers.ts";

const tag = "政策任务";
const READ = `${measureTemplate.name}.read`;
export const USE = `${templateUse.name}.write`;
type Choices = Readonly<Record<string, string>>;

const use = z.object({
  id: z.uuid(),
  variant: z.string(),
  organ: z.string(),
  scope: z.string(),
  from: calendarDate,
  before: z.string().nullable(),
  after: z.string().nullable(),
  effect: z.string(),
  effectLabel: z.string(),
});
const template = z
  .object({
    id: z.uuid(),
    title: z.string(),
    areaTypeLabel: z.string(),
    industryLabel: z.string(),
    problem: z.string(),
    clause: z.string().nullable(),
    support: z.string().nullable(),
    organ: z.string(),
    variants: z.array(z.object({ name: z.string(), content: z.string(), fits: z.string().nullable() })),
    uses: z.number().int(),
    effective: z.number().int(),
    here: z.array(use).describe("辖区内的采用，新的在前"),
  })
  .meta({ id: "MeasureTemplateShown", description: "一份举措模板，下级各地都能看、都能用" });

const offeredTo = ({ lo, hi }: AreaRange) => sql`(m.area between ${lo} and ${hi} or m.area in (${levelsOf(sql`${lo}::bigint`)}))`;

export const listTemplates = route({
  method: "GET",
  path: "/policy-tasks/templates",
  tag,
  summary: "举措模板",
  permission: READ,
  input: z.object({ areaType: z.string().max(30).default(""), industry: z.string().max(30).default("") }),
  output: z.object({
    templates: z.array(template),
    areaTypes: z.record(z.string(), z.string()),
    industries: z.record(z.string(), z.string()),
    may: z.object({ use: z.boolean(), write: z.boolean() }),
  }),
  example: { input: { areaType: "urbanVillage" } },
  async run({ tx, actor, services, language }, { areaType, industry }) {
    const { ledgers } = services.spoken[language].registry;
    const choicesOf = (ledger: string, field: string): Choices => ledgers.find(({ name }) => name === ledger)?.fields[field]?.choices ?? {};
    const areaTypes = choicesOf(measureTemplate.name, "areaType");
    const industries = choicesOf(measureTemplate.name, "industry");
    const effects = choicesOf(templateUse.name, "effect");
    type Row = Omit<z.output<typeof template>, "here" | "areaTypeLabel" | "industryLabel"> & { areaType: string; industry: string };
    const { rows } =
      await sql<Row>`select m.id, m.title, m.area_type, m.industry, m.problem, m.clause, m.support, coalesce(o.short_name, '') as organ,
        coalesce(m.variants, '[]'::jsonb) as variants, coalesce(m.uses, 0)::int as uses, coalesce(m.effective, 0)::int as effective
      from policy_tasks.measure_template m left join organizations.v_organ o on o.id = m.organ
      where m.deleted_at is null and ${offeredTo(actor.area)} and (${areaType} = '' or m.area_type in (${areaType}, 'any')) and (${industry} = '' or m.industry in (${industry}, 'any'))
      order by m.effective desc nulls last, m.uses desc nulls last, m.title limit 200`.execute(tx);
    type Used = Omit<z.output<typeof use>, "effectLabel"> & { template: string };
    const { rows: used } =
      await sql<Used>`select u.id, u.template, u.variant, coalesce(o.short_name, '') as organ, u.scope, u."from", u.before, u.after, u.effect
      from policy_tasks.template_use u left join organizations.v_organ o on o.id = u.organ
      where u.deleted_at is null and u.template = any(${rows.map(({ id }) => id)}::uuid[]) order by u."from" desc, u.id limit 1000`.execute(
        tx,
      );
    return ok({
      templates: rows.map(({ areaType: type, industry: of, variants, ...row }) => ({
        ...row,
        areaTypeLabel: areaTypes[type] ?? type,
        industryLabel: industries[of] ?? of,
        variants: variants.map(({ name, content, fits }) => ({ name, content, fits: fits ?? null })),
        here: used
          .filter((each) => each.template === row.id)
          .map(({ template: _, ...each }) => ({ ...each, effectLabel: effects[each.effect] ?? each.effect })),
      })),
      areaTypes,
      industries,
      may: { use: may(actor, USE), write: may(actor, `${measureTemplate.name}.write`) },
    });
  },
});

export const chooseVariant = route({
  method: "POST",
  path: "/policy-tasks/templates/:id/use",
  tag,
  summary: "选用一种做法",
  description: "本单位在本地选用模板里的一种做法；成效以后在举措采用里补记。",
  permission: USE,
  input: z.object({
    id: z.uuid(),
    variant: z.string().trim().min(1).max(40),
    scope: z.string().trim().min(2).max(200),
    before: z.string().trim().max(120).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
  example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", variant: "集中充电", scope: "三个城中村" } },
  refuses: ["not_found", "conflict", "invalid"],
  async run(context, { id, variant, scope, before }) {
    const { tx, actor, services, today } = context;
    if (!actor.organId) return refuse("conflict", "policy-tasks.task_no_organ");
    const { rows } = await sql<{ known: boolean }>`select exists (select 1 from jsonb_array_elements(coalesce(variants, '[]'::jsonb)) v
      where v->>'name' = ${variant}) as known from policy_tasks.measure_template m where m.id = ${id} and m.deleted_at is null and ${offeredTo(actor.area)}`.execute(
      tx,
    );
    const [found] = rows;
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    if (!found.known) return refuse("invalid", "policy-tasks.unknown_variant", { variant });
    const values = { template: id, variant, organ: actor.organId, scope, from: today, before, effect: "running" };
    const made = await createRow(services.catalog.get(templateUse.name), { area: actor.area.lo, values }, readerOf(context));
    if (!made.ok) return made;
    await publish(tx, { type: `${templateUse.name}.saved`, area: actor.area.lo, actor: actor.userId, id: made.value.id });
    context.audit({
      action: "选用举措模板",
      subject: templateUse.name,
      subjectId: made.value.id,
      area: actor.area.lo,
      detail: { variant },
    });
    return ok({ id: made.value.id });
  },
});

/** Counted where the template stands, whatever area it is used in. */
export const countUses: EventHandler = {
  name: "policy-tasks.count-uses",
  types: [`${templateUse.name}.saved`],
  async handle(_, tx) {
    await sql`update policy_tasks.measure_template m set uses = x.uses, effective = x.effective from (
        select t.id, count(u.id)::int as uses, count(*) filter (where u.effect = 'good')::int as effective
        from policy_tasks.measure_template t left join policy_tasks.template_use u on u.template = t.id and u.deleted_at is null group by t.id) x
      where x.id = m.id and (m.uses, m.effective) is distinct from (x.uses, x.effective)`.execute(tx);
  },
};
