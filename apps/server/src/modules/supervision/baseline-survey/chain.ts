/** 调研摸底 → 挂牌督办 → 从严执法 → 媒体曝光 → 销号, for each item of an inventory: asked of the cases themselves, so that it is true today. SH-3.1 */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey } from "#platform/values.ts";
import { surveyAt } from "./find-survey.ts";
import { itemsOf, type SurveyRow } from "./relations.ts";
import { type ChainItem, chainItem, type chainTotals, stepKey, type steps, typeKey } from "./shapes.ts";
import { SURVEY } from "./survey.ts";

const PAGE = 50;

/** Hazards that have a plate, an act of enforcement; units named in public since. Each a set, so that a great inventory is one pass. */
const FOLLOWED = sql`listed as materialized (select distinct l.hazard from supervision_listing.listing l
    where l.hazard is not null and l.state not in ('proposed', 'rejected') and l.deleted_at is null),
  enforced as materialized (
    select e.hazard from enforcement.penalty e where e.hazard is not null and e.state <> 'withdrawn' and e.deleted_at is null
    union select e.hazard from enforcement.seal e where e.hazard is not null and e.deleted_at is null
    union select e.hazard from enforcement.stop_order e where e.hazard is not null and e.deleted_at is null
    union select e.hazard from enforcement.utility_cut e where e.deleted_at is null
    union select d.source_id::uuid from enforcement.document d where d.source_name = 'hazard-loop.hazard' and d.state in ('issued', 'served') and d.deleted_at is null),
  exposed as materialized (select x.unit, max(x.published_on) as published_on from supervision_listing.exposure x
    where x.published_on is not null and x.deleted_at is null group by 1),
  chain as (select i.*, h.state, h.closed_at, n.hazard is not null as is_listed, e.hazard is not null as is_enforced,
      coalesce(x.published_on >= i.found_on, false) as is_exposed, h.closed_at is null as is_open
    from items i join hazard_loop.hazard h on h.id = i.hazard left join listed n on n.hazard = i.hazard left join enforced e on e.hazard = i.hazard
    left join exposed x on x.unit = i.unit)`;

export async function chainTotalsOf(survey: SurveyRow, area: number, tx: Parameters<RawBuilder<unknown>["execute"]>[0]) {
  const { rows } = await sql<z.output<typeof chainTotals>>`with ${itemsOf(survey, area)}, ${FOLLOWED}
    select count(*)::int as items, count(*) filter (where is_open and not is_listed and not is_enforced and not is_exposed)::int as none,
      count(*) filter (where is_listed)::int as listed, count(*) filter (where is_enforced)::int as enforced, count(*) filter (where is_exposed)::int as exposed,
      count(*) filter (where is_open)::int as open, count(*) filter (where not is_open)::int as closed from chain`.execute(tx);
  return rows[0] ?? { items: 0, none: 0, listed: 0, enforced: 0, exposed: 0, open: 0, closed: 0 };
}

const STEP: Readonly<Record<keyof typeof steps, RawBuilder<unknown>>> = {
  none: sql`c.is_open and not c.is_listed and not c.is_enforced and not c.is_exposed`,
  listed: sql`c.is_listed`,
  enforced: sql`c.is_enforced`,
  exposed: sql`c.is_exposed`,
  open: sql`c.is_open`,
  closed: sql`not c.is_open`,
};

/** What was done under the law about hazard `c.hazard`, newest first, each with its own case behind it. */
const ACTS = sql`(select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'id', a.id, 'label', a.label, 'on', a.at::text) order by a.at desc nulls last), '[]') from (
    select 'enforcement.document' as name, d.id, d.kind_title as label, d.issued_on as at from enforcement.document d
      where d.source_id = c.hazard::text and d.state in ('issued', 'served') and d.deleted_at is null
    union all select 'enforcement.penalty', p.id, '行政处罚 ' || p.number, p.filed_on from enforcement.penalty p where p.hazard = c.hazard and p.state <> 'withdrawn' and p.deleted_at is null
    union all select 'enforcement.seal', s.id, '临时查封', (s.opened_at at time zone 'Asia/Shanghai')::date from enforcement.seal s where s.hazard = c.hazard and s.deleted_at is null
    union all select 'enforcement.stop-order', s.id, '停产停业', (s.opened_at at time zone 'Asia/Shanghai')::date from enforcement.stop_order s where s.hazard = c.hazard and s.deleted_at is null
    union all select 'enforcement.utility-cut', s.id, '停电停水停气', (s.opened_at at time zone 'Asia/Shanghai')::date from enforcement.utility_cut s where s.hazard = c.hazard and s.deleted_at is null) a)`;

const LISTED = sql`(select jsonb_build_object('name', 'supervision-listing.listing', 'id', l.id, 'label', l.number, 'on', l.listed_on::text)
  from supervision_listing.listing l where l.hazard = c.hazard and l.state not in ('proposed', 'rejected') and l.deleted_at is null order by l.opened_at desc limit 1)`;
const EXPOSED = sql`(select jsonb_build_object('name', 'supervision-listing.exposure', 'id', x.id, 'label', x.number, 'on', x.published_on::text)
  from supervision_listing.exposure x where x.unit = c.unit and x.published_on >= c.found_on and x.deleted_at is null order by x.published_on desc limit 1)`;

export const listChain = route({
  method: "GET",
  path: "/baseline-survey/surveys/:id/chain",
  summary: "逐处跟踪：摸底、督办、执法、曝光、销号",
  tag: "调研摸底",
  permission: `${SURVEY}.read`,
  composed: ["label"],
  input: z.object({
    id: z.uuid(),
    area: z.coerce.number().pipe(areaKey).optional(),
    type: typeKey.optional(),
    step: stepKey.optional(),
    after: z.string().max(30).optional().describe("上一页最后一处的编号"),
  }),
  output: z.object({ items: z.array(chainItem), more: z.boolean() }),
  async run(context, { type, step, after, ...asked }) {
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    const where = [type ? sql`c.type = ${type}` : sql`true`, step ? STEP[step] : sql`true`, after ? sql`c.number < ${after}` : sql`true`];
    const { rows } = await sql<ChainItem>`with ${itemsOf(survey, area)}, ${FOLLOWED}
      select c.hazard, c.number, c.what, c.type, c.grade, a.name as area_name, c.unit, u.name as unit_name, c.found_on, c.was_open, c.state,
        (c.closed_at at time zone 'Asia/Shanghai')::date::text as closed_on, ${LISTED} as listing, ${ACTS} as acts, ${EXPOSED} as exposure
      from (select * from chain c where ${sql.join(where, sql` and `)} order by c.number desc limit ${PAGE + 1}) c
      left join platform.area a on a.key = c.area left join places.unit u on u.id = c.unit order by c.number desc`.execute(context.tx);
    return ok({ items: rows.slice(0, PAGE), more: rows.length > PAGE });
  },
});
