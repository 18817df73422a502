/** Numbers of meetings HY, reports BG, matters XT and of minutes: counted for the whole city, whoever asks. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";

async function next(tx: Tx, prefix: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select committee.next_number(${prefix}) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export async function nextNumber(tx: Tx, kind: "HY" | "BG" | "XT", today: CalendarDate): Promise<string> {
  const prefix = `${kind}${today.slice(0, 4)}`;
  return `${prefix}-${String(await next(tx, prefix)).padStart(3, "0")}`;
}

/** 市消安委纪要〔2026〕3 号, one sequence for each organ and year. */
export async function minutesNumber(tx: Tx, organ: { readonly id: string; readonly name: string }, today: CalendarDate): Promise<string> {
  const year = today.slice(0, 4);
  return `${organ.name}纪要〔${year}〕${await next(tx, `minutes ${organ.id} ${year}`)} 号`;
}
