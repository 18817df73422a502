/**
 * A check list as it was handed to phones and answered. A copy is kept once per list and version, whatever becomes of the list: a record of ten
 * years ago can still be read with the words it was answered by.
 */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Checklist } from "../checklists/checklist.ts";
import { checklistById } from "../checklists/office-lists.ts";

export type AnsweredList = Checklist;

/** @returns undefined where neither a copy nor the list itself is known */
export async function listAsAnswered(tx: Tx, id: string, version: number): Promise<AnsweredList | undefined> {
  const { rows } = await sql<{
    body: AnsweredList;
  }>`select body from inspection.answered_list where checklist = ${id} and list_version = ${version}`.execute(tx);
  if (rows[0]) return rows[0].body;
  const list = await checklistById(tx, id, version);
  if (list) await keepList(tx, list);
  return list;
}

export async function keepList(tx: Tx, list: AnsweredList): Promise<void> {
  await sql`insert into inspection.answered_list (checklist, list_version, body) values (${list.id}, ${list.version}, ${JSON.stringify(list)}::jsonb)
    on conflict do nothing`.execute(tx);
}

/** The version in force today. */
export async function newestVersion(tx: Tx, id: string, today: string): Promise<number | undefined> {
  return (await checklistById(tx, id, { on: today }))?.version;
}
