/** A campaign as whoever it concerns may see it: those it lies under, and everybody inside the area it covers. */
import { sql } from "kysely";
import type { RouteContext } from "#platform/route.ts";
import type { AreaRange } from "#platform/values.ts";
import { concerns } from "./areas.ts";
import type { CampaignField, ObjectSource } from "./domain/kinds.ts";
import type { Stage } from "./domain/stages.ts";

export type CampaignRow = {
  readonly id: string;
  readonly name: string;
  readonly field: CampaignField;
  readonly area: number;
  readonly areaName: string | null;
  readonly leadName: string | null;
  readonly state: "planned" | "running" | "finished" | "cancelled";
  readonly startsOn: string;
  readonly endsOn: string;
  readonly ground: string;
  readonly source: ObjectSource;
  readonly scope: string | null;
  readonly checklist: string | null;
  readonly finding: string | null;
  readonly checkedTarget: number | null;
  readonly clearedTarget: number | null;
  readonly stages: readonly Stage[];
  readonly measure: string | null;
  readonly measureBefore: number | null;
  readonly measureAfter: number | null;
};

export const CAMPAIGNS = sql`select c.id, c.name, c.field, c.area, (select a.name from platform.area a where a.key = c.area) as area_name,
  (select g.name from organizations.v_organ g where g.id = c.lead) as lead_name, c.state, c.starts_on, c.ends_on, c.ground, c.source, c.scope, c.checklist,
  c.finding, c.checked_target, c.cleared_target, c.stages, c.measure, c.measure_before, c.measure_after from key_places.campaign c where c.deleted_at is null`;

/** SQL of {@link concerns}: inside the range, or covering its beginning. */
export const concerning = (range: AreaRange) =>
  sql`(c.area between ${range.lo} and ${range.hi} or ${range.lo} between c.area and c.area + (case when c.area % 100000000000 = 0 then 100000000000
    when c.area % 1000000000 = 0 then 1000000000 when c.area % 1000000 = 0 then 1000000 when c.area % 1000 = 0 then 1000 else 1 end)::bigint - 1)`;

export async function campaignRow(id: string, { tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<CampaignRow | undefined> {
  if (actor.unitId !== null) return undefined;
  const { rows } = await sql<CampaignRow>`${CAMPAIGNS} and c.id = ${id}`.execute(tx);
  const [row] = rows;
  return row && concerns(row.area, actor.area) ? row : undefined;
}
