/** Hears what becomes of hazards and checks, so that the objects of campaigns are up to date whoever did the work and wherever. */
import { sql } from "kysely";
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { CAMPAIGN } from "./campaign.ts";
import { measureNow } from "./effect.ts";
import { CAMPAIGNS, type CampaignRow } from "./find-campaign.ts";
import { objectsOfHazard, settleObjects } from "./settle.ts";

/** What the measure stood at when the campaign ended is kept: later figures belong to later work. */
export const closeWithFigures: EventHandler = {
  name: "key-places.effect",
  types: [`${CAMPAIGN}.finish`],
  async handle(event, tx, services) {
    const { rows } = await sql<CampaignRow>`${CAMPAIGNS} and c.id = ${String(event.payload.id)} and c.measure_after is null`.execute(tx);
    const [row] = rows;
    if (!row?.measure) return;
    const { clock, city } = services;
    const after = await measureNow(row, { tx, services, now: clock.now(), today: clock.today(), range: city.range });
    await sql`update key_places.campaign set measure_after = ${after}, version = version + 1 where id = ${row.id}`.execute(tx);
  },
};

export const followHazards: EventHandler = {
  name: "key-places.hazards",
  types: ["raised", "joined", "close", "correctedOnSpot", "void"].map((move) => `${HAZARD}.${move}`),
  async handle(event, tx) {
    await settleObjects(await objectsOfHazard(String(event.payload.id), tx), tx);
  },
};

/** A check that was made is the object's; one merged into another (综合查一次) goes on as that; where nobody came, the object may be sent for again. */
export const followTasks: EventHandler = {
  name: "key-places.tasks",
  types: ["inspection.task.finish", "inspection.task.cancel"],
  async handle(event, tx) {
    const task = String(event.payload.id);
    await sql`update key_places.campaign_object o set task = t.merged_into, version = o.version + 1, updated_at = now()
      from inspection.task t where t.id = ${task} and o.task = t.id and (t.merged_into is not null or t.state = 'cancelled' or t.result = 'notDone')`.execute(
      tx,
    );
    const { rows } = await sql<{ id: string }>`update key_places.campaign_object o set checked_on = coalesce(o.checked_on, t.done_on),
        checked_by = coalesce(o.checked_by, (select u.name from inspection.v_inspector u where u.id = t.lead))
      from inspection.task t where t.id = ${task} and t.result in ('none', 'found') and o.task = t.id returning o.id`.execute(tx);
    await settleObjects(
      rows.map(({ id }) => id),
      tx,
    );
  },
};
