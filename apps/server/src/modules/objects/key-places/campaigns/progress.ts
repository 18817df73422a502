/** Progress of a campaign by area, industry or department, counted from its objects alone. */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { erase } from "#platform/ledger/define.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { seenPart, stepBelow } from "./areas.ts";
import { OBJECT } from "./campaign-object.ts";
import { industryField } from "./choose-objects.ts";
import { campaignRow } from "./find-campaign.ts";
import { progressLine } from "./shapes.ts";

export const SUMS = sql`count(*)::int as objects, count(*) filter (where o.status = 'notApplicable')::int as not_applicable,
  count(*) filter (where o.status in ('checked', 'found', 'cleared'))::int as surveyed, count(*) filter (where o.status = 'found')::int as found,
  coalesce(sum(o.hazards), 0)::int as problems, coalesce(sum(o.hazards - o.open_hazards), 0)::int as rectified,
  count(*) filter (where o.status in ('checked', 'cleared'))::int as cleared,
  count(*) filter (where o.outcome = 'demolished')::int as demolished, count(*) filter (where o.outcome = 'relocated')::int as relocated`;

type Line = z.output<typeof progressLine>;

export const showProgress = route({
  method: "GET",
  path: "/key-places/campaigns/:id/progress",
  summary: "专项整治进度",
  description: "按下级辖区、行业或主管部门；只数本人辖区内的对象。",
  tag: "专项整治",
  permission: `${OBJECT}.read`,
  input: z.object({
    id: z.uuid(),
    by: z.enum(["area", "industry", "department"]).default("area"),
    area: z.coerce.number().pipe(areaKey).optional(),
  }),
  output: z.object({ area: z.number().int(), lines: z.array(progressLine) }),
  async run(context, { id, by, area: asked }) {
    const { tx, actor } = context;
    const row = await campaignRow(id, context);
    if (!row) return refuse("not_found", "key-places.unknown_campaign");
    const area = asked ?? seenPart(row.area, actor.area);
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const step = sql.raw(String(stepBelow(area)));
    const key: Readonly<Record<typeof by, RawBuilder<unknown>>> = {
      area: sql`(o.area / ${step} * ${step})::text`,
      industry: sql`coalesce(o.industry, '')`,
      department: sql`coalesce(o.department::text, '')`,
    };
    const label: Readonly<Record<typeof by, RawBuilder<unknown>>> = {
      area: sql`(select a.name from platform.area a where a.key = x.key::bigint)`,
      industry: sql`x.key`,
      department: sql`(select g.name from organizations.v_organ g where g.id = nullif(x.key, '')::uuid)`,
    };
    const { rows } = await sql<Omit<Line, "label"> & { label: string | null }>`select x.*, coalesce(${label[by]}, '') as label from (
        select ${key[by]} as key, ${SUMS} from key_places.campaign_object o
        where o.campaign = ${id} and o.area between ${lo} and ${hi} and o.deleted_at is null group by 1) x
      order by x.surveyed::float8 / greatest(x.objects - x.not_applicable, 1), x.objects desc, x.key`.execute(tx);
    const words = by === "industry" ? industryWords(row.source, context) : {};
    return ok({ area, lines: rows.map((line) => ({ ...line, label: words[line.key] ?? line.label ?? "" })) });
  },
});

/** The source ledger's own words for its kinds, in the asker's language. */
export function industryWords(
  source: string,
  { services, language }: Pick<RouteContext, "services" | "language">,
): Readonly<Record<string, string>> {
  const field = industryField[source as keyof typeof industryField];
  const ledger = services.spoken[language].registry.ledgers.find(({ name }) => name === source);
  return (field && ledger ? erase(ledger).fields[field]?.choices : undefined) ?? {};
}
