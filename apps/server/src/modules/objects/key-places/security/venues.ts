/** How the venues of an event stand: seen or not, and how many hazards are open in them. */
import { sql } from "kysely";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";

export type Venue = {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly checkedOn: string | null;
  readonly openHazards: number;
};

export async function venuesOf(id: string, { tx }: Pick<RouteContext, "tx">): Promise<readonly Venue[]> {
  const { rows } = await sql<Venue>`select v.id, v.name, v.unit, v.checked_on, (select count(*)::int from hazard_loop.v_hazard h
      where h.unit = v.unit and h.is_open) as open_hazards
    from key_places.event_venue v where v.event = ${id} and v.deleted_at is null order by v.checked_on is not null, v.name limit 500`.execute(
    tx,
  );
  return rows;
}

export const stateOf = (venues: readonly Venue[]) => ({
  unchecked: venues.filter(({ checkedOn }) => checkedOn === null).length,
  openHazards: venues.reduce((sum, each) => sum + each.openHazards, 0),
});

/** 清零: there are venues, each was seen, and no hazard is open in any. */
export function clearedOf(venues: readonly Venue[]): Result<null> {
  const { unchecked, openHazards } = stateOf(venues);
  if (venues.length === 0) return refuse("conflict", "key-places.no_venues");
  if (unchecked > 0) return refuse("conflict", "key-places.venues_unchecked", { count: unchecked });
  return openHazards > 0 ? refuse("conflict", "key-places.venues_have_hazards", { count: openHazards }) : ok(null);
}
