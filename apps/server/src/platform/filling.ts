/**
 * Filling an empty database on the first start, in steps of one transaction each. A start that is broken off in the middle leaves whole steps behind;
 * the next one does the rest. Only the last mark says that there is nothing left to do.
 */
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "./db.ts";

const ALL = "all";

export async function isFilled(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.filled where step = ${ALL}`.execute(db);
  return rows.length > 0;
}

export const markFilled = (db: Db): Promise<void> => fillStep(db, ALL, async () => undefined).then(() => undefined);

/** Does a step unless it has been done; another process at the same step is waited for. @returns whether it was done now */
export function fillStep(db: Db, step: string, work: (tx: Tx) => Promise<void>): Promise<boolean> {
  return asWorker(db, async (tx) => {
    const { rows } = await sql`insert into platform.filled (step) values (${step}) on conflict do nothing returning step`.execute(tx);
    if (rows.length === 0) return false;
    await work(tx);
    return true;
  });
}
