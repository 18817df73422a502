/** For whoever closes a year on what duties came to: what was open on the last day is met or late the day after, and the morning's judging may be still to come. */
import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { recomputeAll } from "./recompute.ts";

/** Judges the duties of some packs as of today; done when it returns. */
export async function judgePacks(services: Services, packs: readonly string[]): Promise<void> {
  await asWorker(services.db, async (tx) => {
    const { rows } = await sql<{
      id: number;
    }>`select id from policy_tasks.duty where ended_on is null and pack = any(${[...packs]}::text[]) order by id`.execute(tx);
    if (rows.length > 0)
      await recomputeAll(
        tx,
        services,
        rows.map(({ id }) => id),
      );
  });
}
