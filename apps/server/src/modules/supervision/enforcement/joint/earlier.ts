/** Who has looked at a unit lately, so that three teams do not call on the same shop in the same week. QZ-3.4.3 */
import { sql } from "kysely";
import type { RouteContext } from "#platform/route.ts";
import { addDays } from "#platform/values.ts";

const DAYS = 30;

/** 「近 30 日：联合检查 1 次，隐患 2 处，在办移交 0 件」; nothing for a place without a unit. */
export async function earlierVisits({ tx, today }: Pick<RouteContext, "tx" | "today">, unit: unknown): Promise<string | null> {
  if (typeof unit !== "string") return null;
  const since = addDays(today, -DAYS);
  const { rows } = await sql<{ joint: number; hazards: number; open: number }>`select
      (select count(*) from enforcement.joint_finding where unit = ${unit} and checked_on >= ${since} and deleted_at is null)::int as joint,
      (select count(*) from hazard_loop.hazard where unit = ${unit} and found_on >= ${since} and deleted_at is null)::int as hazards,
      (select count(*) from enforcement.hand_over where unit = ${unit} and closed_at is null and deleted_at is null)::int as open`.execute(
    tx,
  );
  const { joint = 0, hazards = 0, open = 0 } = rows[0] ?? {};
  return `近 ${DAYS} 日：联合检查 ${joint} 次，登记隐患 ${hazards} 处；在办移交 ${open} 件`;
}
