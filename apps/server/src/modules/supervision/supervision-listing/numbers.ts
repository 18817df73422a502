/** Numbers of listings GP, interviews YT and exposures BG: GP2026-003. Counted for the whole city, whoever asks. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";

export async function nextNumber(tx: Tx, kind: "GP" | "YT" | "BG", today: CalendarDate): Promise<string> {
  const prefix = `${kind}${today.slice(0, 4)}`;
  const { rows } = await sql<{ n: number }>`select supervision_listing.next_number(${prefix}) as n`.execute(tx);
  return `${prefix}-${String(rows[0]?.n ?? 0).padStart(3, "0")}`;
}
