/** A member was added or changed: the committee counts its members anew, and says whether its police station is among them. PT-2.2.3.2 */
import { sql } from "kysely";
import { systemReader } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { applyChange } from "#platform/ledger/write.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { COMMITTEE } from "./committee.ts";

export const countMembers: EventHandler = {
  name: "committee.count-members",
  types: ["committee.member.saved"],
  async handle({ payload }, tx, services) {
    const { rows } = await sql<{ committee: string; members: number; police: boolean }>`select m.committee,
        count(*) filter (where m.duty = 'member')::int as members, bool_or(o.kind = 'public-security') as police
      from committee.member m left join organizations.organ o on o.id = m.organ
      where m.deleted_at is null and m.committee = (select committee from committee.member where id = ${String(payload.id)}) group by m.committee`.execute(
      tx,
    );
    const [found] = rows;
    if (!found) return;
    const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
    const entry = services.catalog.get(COMMITTEE);
    const row = await findRow(entry, found.committee, reader, true);
    const change = { members: found.members, police: found.police };
    if (!row || (row.members === change.members && row.police === change.police)) return;
    await applyChange(entry, row.id, row.version, { ...row, ...change }, change, reader);
  },
};
