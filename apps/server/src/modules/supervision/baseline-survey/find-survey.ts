/** A survey as whoever it concerns may see it: those it lies under, and everybody inside the area it covers. */
import { sql } from "kysely";
import { concerning, concerns, seenPart } from "#modules/objects/key-places/index.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { isWithin, subtreeOf } from "#platform/values.ts";
import type { SurveyRow } from "./relations.ts";

const SURVEYS = sql`select c.id, c.name, c.ground, c.area, (select a.name from platform.area a where a.key = c.area) as area_name,
  (select g.name from organizations.v_organ g where g.id = c.lead) as lead_name, c.state, c.starts_on, c.ends_on, c.kinds, c.content, c.register,
  c.surveyed, c.items, c.settled_on, c.sha256, c.conclusion from baseline_survey.survey c where c.deleted_at is null`;

export async function surveysFor({ tx, actor }: RouteContext): Promise<readonly SurveyRow[]> {
  if (actor.unitId !== null) return [];
  const { rows } =
    await sql<SurveyRow>`${SURVEYS} and ${concerning(actor.area)} order by c.closed_at is not null, c.ends_on desc, c.id limit 100`.execute(
      tx,
    );
  return rows;
}

/** @returns the survey and the area looked at: the one asked for, else as much as the asker may see */
export async function surveyAt(
  { id, area: asked }: { readonly id: string; readonly area?: number | undefined },
  { tx, actor }: RouteContext,
): Promise<Result<{ readonly survey: SurveyRow; readonly area: number }>> {
  if (actor.unitId !== null) return refuse("not_found", "ledger.unknown_row", { id });
  const { rows } = await sql<SurveyRow>`${SURVEYS} and c.id = ${id}`.execute(tx);
  const [survey] = rows;
  if (!survey || !concerns(survey.area, actor.area)) return refuse("not_found", "ledger.unknown_row", { id });
  const area = asked ?? seenPart(survey.area, actor.area);
  const isSeen = isWithin(area, actor.area) && isWithin(area, subtreeOf(survey.area));
  return isSeen ? ok({ survey, area }) : refuse("not_found", "ledger.outside_area");
}
