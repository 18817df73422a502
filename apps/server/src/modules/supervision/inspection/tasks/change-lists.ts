/** The one check list of many tasks: of a campaign, of a joint check. What is being checked or was, keeps the list it was begun with. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { checklistById } from "../checklists/office-lists.ts";
import type { Origin } from "./purposes.ts";
import type { ListUsed } from "./raise-tasks.ts";

/** A list in its newest version in force on the day, as a task names it; nothing for nothing. */
export async function listUsed(tx: Tx, id: string | null | undefined, today: string): Promise<Result<readonly ListUsed[]>> {
  if (!id) return ok([]);
  const list = await checklistById(tx, id, { on: today });
  return list
    ? ok([{ list: list.id, version: list.version, title: list.title }])
    : refuse("invalid", "inspection.unknown_checklist", { list: id });
}

/** @returns how many tasks not begun yet now use these lists */
export async function changeLists(
  tx: Tx,
  of: { readonly origin: Origin; readonly originId: string },
  lists: readonly ListUsed[],
): Promise<number> {
  const changed =
    await sql`update inspection.task set checklists = ${JSON.stringify(lists)}::jsonb, version = version + 1, updated_at = now()
    where origin = ${of.origin} and origin_id = ${of.originId} and state = 'pending' and deleted_at is null`.execute(tx);
  return Number(changed.numAffectedRows ?? 0);
}
