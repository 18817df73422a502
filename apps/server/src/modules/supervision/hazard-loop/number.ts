/** Numbers of hazards: YH, the day, four digits: YH20260318-0012. No gaps that matter, never twice. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";

export async function nextNumber(tx: Tx, day: CalendarDate): Promise<string> {
  const { rows } = await sql<{ last: number }>`insert into hazard_loop.hazard_counter (day, last) values (${day}, 1)
    on conflict (day) do update set last = hazard_loop.hazard_counter.last + 1 returning last`.execute(tx);
  return hazardNumber(day, rows[0]?.last ?? 0);
}

export const hazardNumber = (day: string, sequence: number): string => `YH${day.replaceAll("-", "")}-${String(sequence).padStart(4, "0")}`;
