/** What a decision about a task has to look up. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";

/** Copies passed down that are not done yet. */
export async function openChildrenOf(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from policy_tasks.task
    where superior = ${id} and closed_at is null and deleted_at is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

export type OrganNamed = { readonly id: string; readonly name: string; readonly shortName: string; readonly area: number };

/** Organs by id, in the order asked; one that does not exist is left out. */
export async function organsNamed(tx: Tx, ids: readonly string[]): Promise<readonly OrganNamed[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<OrganNamed>`select id, name, short_name, area from organizations.organ
    where id = any(${ids as string[]}::uuid[]) and deleted_at is null`.execute(tx);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

export async function isElsewhere(tx: Tx, organ: string, area: number): Promise<boolean> {
  const [found] = await organsNamed(tx, [organ]);
  return found?.area !== area;
}

/** RW2026-0012, one sequence a year for the whole city. */
export async function nextTaskNumber(tx: Tx, today: CalendarDate): Promise<string> {
  const year = today.slice(0, 4);
  const { rows } = await sql<{ n: number }>`select policy_tasks.next_task_number(${year}) as n`.execute(tx);
  return `RW${year}-${String(rows[0]?.n ?? 0).padStart(4, "0")}`;
}
