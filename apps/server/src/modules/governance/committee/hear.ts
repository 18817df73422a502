/** A task of the minutes was accepted or withdrawn: when none of its sentence is open any more, the sentence is carried out. */
import { sql } from "kysely";
import type { EventHandler } from "#platform/outbox.ts";

const MARK = /[?&]mark=([0-9a-f-]{36})$/;

export const noteCarriedOut: EventHandler = {
  name: "committee.note-carried-out",
  types: ["policy-tasks.task.accept", "policy-tasks.task.withdraw"],
  async handle({ payload }, tx) {
    const { rows } = await sql<{ href: string | null }>`select source_href as href from policy_tasks.task
      where id = ${String(payload.id)} and source_kind = 'minutes'`.execute(tx);
    const mark = MARK.exec(rows[0]?.href ?? "")?.[1];
    if (!mark) return;
    await sql`update committee.resolution r set carried_out = true, version = r.version + 1, updated_at = now()
      where r.id = ${mark} and r.carried_out is not true
        and not exists (select 1 from policy_tasks.task t where t.source_kind = 'minutes' and t.source_id = r.meeting::text
          and t.source_href like ${`%mark=${mark}`} and t.closed_at is null and t.deleted_at is null)
        and exists (select 1 from policy_tasks.task t where t.source_kind = 'minutes' and t.source_id = r.meeting::text
          and t.source_href like ${`%mark=${mark}`} and t.state = 'done' and t.deleted_at is null)`.execute(tx);
  },
};
