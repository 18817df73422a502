/** Who stands above an organ that owes: whoever answers for a larger area, or the organ it is subordinate to. */
import { sql } from "kysely";
import { may } from "#platform/actor.ts";
import type { RouteContext } from "#platform/route.ts";
import { isWithin, subtreeOf } from "#platform/values.ts";

export const DECIDE = "policy-tasks.decide";
type Owing = { readonly area: number; readonly organ: string };
type Asking = Pick<RouteContext, "tx" | "actor" | "services">;

/** Nobody in this installation is above its city: there the committee's office and the leaders, whom `DECIDE` names, stand above all others. */
export async function isAbove({ tx, actor, services }: Asking, { area, organ }: Owing): Promise<boolean> {
  if (!isWithin(area, actor.area)) return false;
  if (actor.area.lo !== area) return true;
  if (isWithin(services.city.range.lo, subtreeOf(area)) && may(actor, DECIDE)) return true;
  if (actor.organId === null || actor.organId === organ) return false;
  const { rows } = await sql`with recursive up (id, parent) as (
      select o.id, o.parent from organizations.v_organ o where o.id = ${organ}
      union select o.id, o.parent from organizations.v_organ o join up on o.id = up.parent)
    select 1 from up where id = ${actor.organId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Proof comes from whoever owes, or from an office above. */
export const mayProve = async (asking: Asking, owing: Owing): Promise<boolean> =>
  asking.actor.organId === owing.organ || (await isAbove(asking, owing));
