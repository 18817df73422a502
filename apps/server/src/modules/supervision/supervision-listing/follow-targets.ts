/** A town or place that goes on under another key is the same object of supervision; one that went up in another keeps the name it was listed by. */
import { sql } from "kysely";
import type { AreaHooks } from "#platform/areas/places.ts";

export const followTargets: NonNullable<AreaHooks["settle"]> = async (tx, { areas }) => {
  const moved = areas.filter(({ kind }) => kind === "move");
  await sql`update supervision_listing.listing l set target_key = replace(l.target_key, ':' || m."from", ':' || m."to"), version = l.version + 1, updated_at = now()
    from unnest(${moved.map(({ from }) => from)}::bigint[], ${moved.map(({ to }) => to)}::bigint[]) as m ("from", "to")
    where l.target_key in ('town:' || m."from", 'area:' || m."from") or l.target_key like 'area:' || m."from" || ':%'`.execute(tx);
};
