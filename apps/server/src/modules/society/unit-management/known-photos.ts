/** Photos a person names must be there and within his reach; as owner, only those he uploaded himself. */
import { sql } from "kysely";
import type { RouteContext } from "#platform/route.ts";

export async function arePhotosKnown({ tx, actor }: Pick<RouteContext, "tx" | "actor">, ids: readonly string[]): Promise<boolean> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return true;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.file where id = any(${asked}::uuid[])
    and (uploaded_by = ${actor.userId} or unit_id is not distinct from ${actor.unitId}) and area between ${actor.area.lo} and ${actor.area.hi}`.execute(
    tx,
  );
  return rows[0]?.n === asked.length;
}
