/** Settings an administrator may change. Defaults stand with the code that uses them; the table holds what was changed. */
import { sql } from "kysely";
import type { Tx } from "./db.ts";

export async function readSettings(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ name: string; value: unknown }>`select name, value from platform.setting`.execute(tx);
  return new Map(rows.map((row) => [row.name, row.value]));
}

export type StoredSetting = {
  readonly value: unknown /** When it was last written, to the microsecond: who saves says which one he saw. */;
  readonly writtenAt: string;
};

/** One setting as it was written, held until the transaction ends so that nobody writes between. */
export async function lockSetting(tx: Tx, name: string): Promise<StoredSetting | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 26875))`.execute(tx);
  return findSetting(tx, name);
}

export async function findSetting(tx: Tx, name: string): Promise<StoredSetting | undefined> {
  const { rows } =
    await sql<StoredSetting>`select value, to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "writtenAt"
    from platform.setting where name = ${name}`.execute(tx);
  return rows[0];
}

export async function writeSetting(tx: Tx, name: string, value: unknown, by: string | null): Promise<void> {
  await sql`insert into platform.setting (name, value, updated_by) values (${name}, ${JSON.stringify(value)}::jsonb, ${by})
    on conflict (name) do update set value = excluded.value, updated_at = clock_timestamp(), updated_by = excluded.updated_by`.execute(tx);
}
