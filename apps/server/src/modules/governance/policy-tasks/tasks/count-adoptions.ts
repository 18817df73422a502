/** How many took a practice over: counted where it is recorded, whatever area the taker lies in. */
import { sql } from "kysely";
import type { EventHandler } from "#platform/outbox.ts";

export const countAdoptions: EventHandler = {
  name: "policy-tasks.count-adoptions",
  types: ["policy-tasks.adoption.saved"],
  async handle(_, tx) {
    await sql`update policy_tasks.practice p set adoptions = x.n from (
        select q.id, count(a.id)::int as n from policy_tasks.practice q
        left join policy_tasks.adoption a on a.practice = q.id and a.deleted_at is null group by q.id) x
      where x.id = p.id and p.adoptions is distinct from x.n`.execute(tx);
  },
};
