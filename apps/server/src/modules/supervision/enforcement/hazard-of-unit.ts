/** A measure against a unit rests on a hazard of that unit, never on a neighbour's. */
import type { Given } from "#platform/case/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";

/** Refuses a hazard that is not on record for the unit named beside it; where one of the two is not named there is nothing to compare. */
export async function sameUnit(context: RouteContext, { unit, hazard }: Given): Promise<Result<null>> {
  if (typeof unit !== "string" || typeof hazard !== "string") return ok(null);
  const row = await findRow(context.services.catalog.get("hazard-loop.hazard"), hazard, readerOf(context));
  if (!row) return refuse("invalid", "ledger.unknown_reference", { id: hazard });
  return row.unit === unit.toLowerCase() ? ok(null) : refuse("conflict", "enforcement.hazard_of_other_unit");
}
