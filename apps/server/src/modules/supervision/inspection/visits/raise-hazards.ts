/** Hazards out of the field: one for each failed item, at once, under the id the phone gave; and what a grid member saw on his way. */

import { sql } from "kysely";
import { HAZARD, type RaisedHazard, raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { inArea } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";
import type { AnsweredList } from "./answered-list.ts";
import { isInChina } from "./domain/answers.ts";
import type { Found } from "./pieces.ts";
import { itemsOf, noteHazard, type Visit } from "./store.ts";

const GRADES = { minor: "minor", general: "general", serious: null } as const;

const by = ({ actor, now, today }: RouteContext) => ({ actor, actorName: actor.name, now, today, organ: actor.organId });

/** @returns how many hazards stand behind the visit now */
export async function raiseFailed(context: RouteContext, visit: Visit, list: AnsweredList | undefined): Promise<number> {
  const { tx, services } = context;
  const campaign = await campaignOf(context, visit.task);
  let standing = 0;
  for (const answer of await itemsOf(tx, visit.id)) {
    if (answer.hazard !== null) standing += 1;
    if (answer.outcome !== "fail" || answer.hazard !== null) continue;
    const item = list?.items.find(({ id }) => id === answer.item);
    const raised = await raiseHazard(
      tx,
      services,
      {
        area: visit.area,
        unit: visit.unit,
        placeWords: answer.place || item?.section || "现场",
        what: answer.note || `${item?.text ?? answer.item}：不合格`,
        item: `${visit.checklist}#${answer.item}`,
        origin: "inspection",
        originName: "inspection.visit",
        originId: visit.id,
        // A serious one is graded by a person: the phone only prompts.
        grade: item ? GRADES[item.grade] : null,
        ground: item?.ground ?? null,
        penalty: item?.penalty ?? null,
        photos: answer.photos.slice(0, 12),
        campaign,
        foundOn: dayOf(new Date(answer.answeredAt)),
        ...(answer.hazardGiven ? { id: answer.hazardGiven } : {}),
      },
      by(context),
    );
    if (!raised.ok) {
      // The answer stays; what kept the hazard from being raised is in the log and tried again with the next piece.
      services.log.warn({ visit: visit.id, item: answer.item, code: raised.refusal.code }, "hazard not raised");
      continue;
    }
    await noteHazard(tx, visit.id, answer.item, raised.value.id);
    standing += 1;
  }
  return standing;
}

/** The campaign a visit was made for, when its task came of one, or one merged into it did: of several the one due first, a hazard has one campaign. */
async function campaignOf({ tx }: RouteContext, task: string | null): Promise<string | null> {
  if (task === null) return null;
  const { rows } = await sql<{
    id: string;
  }>`select t.origin_id as id from inspection.task t where (t.id = ${task}::uuid or t.merged_into = ${task}::uuid) and t.origin = 'campaign'
    order by t.due_on, t.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function raiseFound(context: RouteContext, given: Found): Promise<Result<RaisedHazard>> {
  const { tx, services, actor } = context;
  const reader = readerOf(context);
  const unit = given.unit === null ? undefined : await findRow(services.catalog.get("places.unit"), given.unit, reader);
  if (given.unit !== null && !unit) return refuse("not_found", "inspection.unknown_unit");
  const place = unit ? ok(unit.area) : await inArea(services.catalog.get(HAZARD), given.area ?? actor.area.lo, {}, reader);
  if (!place.ok) return place;
  const area = place.value;
  const raised = await raiseHazard(
    tx,
    services,
    {
      area,
      unit: given.unit,
      placeWords: given.place,
      what: given.what,
      item: null,
      origin: "patrol",
      originName: "inspection.snap",
      originId: given.id,
      photos: given.photos.slice(0, 12),
      foundOn: dayOf(new Date(given.at)),
      ...(given.point && isInChina(given.point) ? { point: { lon: given.point.lon, lat: given.point.lat, datum: "wgs84" } } : {}),
      id: given.hazard,
    },
    by(context),
  );
  // Photos of it find their place by this.
  await sql`update inspection.sync_piece set area = ${area}, unit = ${given.unit} where id = ${given.id}`.execute(tx);
  return raised;
}
