/** Where a unit is: measures against a unit stand on the map at its place. */
import type { Given } from "#platform/case/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { sameUnit } from "../hazard-of-unit.ts";

async function placeOfUnit(context: RouteContext, given: Given): Promise<Result<Given>> {
  const unit = await findRow(context.services.catalog.get("places.unit"), String(given.unit), readerOf(context));
  if (!unit) return refuse("invalid", "ledger.unknown_reference", { id: given.unit });
  const point =
    typeof unit.lon === "number" && typeof unit.lat === "number"
      ? { point: { lon: unit.lon, lat: unit.lat, datum: unit.datum ?? "cgcs2000" } }
      : {};
  return ok({ party: String(unit.name).slice(0, 120), ...point });
}

/** The place of the unit, for a hazard that is the unit's own. */
export async function placeAndHazard(context: RouteContext, given: Given): Promise<Result<Given>> {
  const own = await sameUnit(context, given);
  return own.ok ? placeOfUnit(context, given) : own;
}
