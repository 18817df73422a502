/** Objects of a campaign follow the hazards that carry it: found, mended, looked at again, cleared. The database counts; nobody types a state. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { OBJECT } from "./campaign-object.ts";

/** @param objects ids of campaign objects */
export async function settleObjects(objects: readonly string[], tx: Tx): Promise<void> {
  if (objects.length === 0) return;
  await sql`update key_places.campaign_object o set hazards = n.hazards, open_hazards = n.open,
      checked_on = coalesce(o.checked_on, n.first_on), checked_by = coalesce(o.checked_by, n.finder),
      status = case when n.open > 0 then 'found' when n.hazards > 0 then 'cleared' when o.status = 'notApplicable' then 'notApplicable'
        when o.checked_on is not null or o.outcome is not null then 'checked' else 'pending' end,
      version = o.version + 1, updated_at = now()
    from (select c.id, count(h.id)::int as hazards, count(h.id) filter (where h.is_open)::int as open, min(h.found_on) as first_on, min(h.found_by) as finder
      from key_places.campaign_object c left join lateral (
        select v.id, v.is_open, v.found_on, v.found_by from hazard_loop.v_hazard v where v.campaign = c.campaign
          and (case when v.origin_name = ${OBJECT} then v.origin_id = c.id::text
            when c.source = 'places.building' then v.building::text = c.object_id else v.unit = c.unit end)) h on true
      where c.id = any(${[...objects]}::uuid[]) group by c.id) n
    where o.id = n.id`.execute(tx);
}

/** Objects a hazard speaks of. */
export async function objectsOfHazard(hazard: string, tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select c.id from hazard_loop.v_hazard v join key_places.campaign_object c on c.campaign = v.campaign
    and (case when v.origin_name = ${OBJECT} then v.origin_id = c.id::text
      when c.source = 'places.building' then v.building::text = c.object_id else v.unit = c.unit end)
    where v.id = ${hazard}`.execute(tx);
  return rows.map(({ id }) => id);
}
