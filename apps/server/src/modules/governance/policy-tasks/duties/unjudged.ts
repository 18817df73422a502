/** Duties that could not be judged: logged, and marked where they are laid out, until they can be. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import type { LaidDuty } from "./laid.ts";

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

function tell({ log }: Pick<Services, "log">, { id, pack, clause, key }: LaidDuty, error: unknown): void {
  log.error({ err: error, duty: id, clause: `${pack} ${clause}/${key}` }, "a duty could not be judged");
}

/** Gathers what fails while others are judged. */
export function noteFailures(services: Pick<Services, "log">) {
  const failures = new Map<number, string>();
  return {
    failed(laid: LaidDuty, error: unknown): void {
      if (!failures.has(laid.id)) tell(services, laid, error);
      failures.set(laid.id, wordsOf(error));
    },
    /** Of all that were tried; those that went well bear the mark no longer. */
    note: (duties: readonly LaidDuty[], tx: Tx) => mark(duties, failures, tx),
  };
}

async function mark(duties: readonly LaidDuty[], failures: ReadonlyMap<number, string>, tx: Tx): Promise<void> {
  await sql`update policy_tasks.duty d set unjudged = x.why
    from unnest(${duties.map(({ id }) => id)}::int[], ${duties.map(({ id }) => failures.get(id) ?? null)}::text[]) x (id, why)
    where d.id = x.id and d.unjudged is distinct from x.why`.execute(tx);
}

/** One that failed by itself: marked, and not tried again before all is judged anew. */
export async function noteUnjudged(services: Pick<Services, "log">, laid: LaidDuty, error: unknown, tx: Tx): Promise<void> {
  tell(services, laid, error);
  await mark([laid], new Map([[laid.id, wordsOf(error)]]), tx);
  await sql`delete from policy_tasks.to_judge where duty = ${laid.id}`.execute(tx);
}
