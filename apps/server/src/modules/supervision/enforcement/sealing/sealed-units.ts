/** Closed places for whoever drives there: sealed or stopped units, by id. Part of the door. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";

const closed = z
  .object({
    unit: z.uuid(),
    party: z.string(),
    what: z.enum(["seal", "stop"]),
    placeWords: z.string(),
    since: z.string().nullable(),
    until: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
  })
  .meta({ id: "ClosedPlace", description: "被查封或停止使用的场所" });
export type ClosedPlace = z.output<typeof closed>;

/** @param units only these; without: all the reader may see */
export async function closedPlaces(tx: Tx, units?: readonly string[]): Promise<readonly ClosedPlace[]> {
  const only = units ? sql`and unit = any(${[...units]}::uuid[])` : sql``;
  const { rows } = await sql<ClosedPlace>`
    select unit, party, 'seal' as what, place_words, coalesce(seal_from, (sealed_at at time zone 'Asia/Shanghai')::date) as since, seal_until as until, lon, lat from enforcement.seal
      where state in ('sealedOnSpot', 'sealed', 'liftAsked', 'liftChecked') and closed_at is null and deleted_at is null ${only}
    union all
    select unit, party, 'stop', scope, "from", null, lon, lat from enforcement.stop_order
      where state in ('inForce', 'resumeAsked', 'resumeChecked') and closed_at is null and deleted_at is null ${only}
    limit 5000`.execute(tx);
  return rows;
}

export const listClosed = route({
  method: "GET",
  path: "/enforcement/closed-places",
  tag: "临时查封",
  summary: "被查封、停止使用的场所（调度用）",
  permission: "enforcement.closed",
  input: z.object({ unit: z.uuid().optional() }),
  output: z.object({ places: z.array(closed) }),
  run: async ({ tx }, { unit }) => ok({ places: await closedPlaces(tx, unit ? [unit] : undefined) }),
});
