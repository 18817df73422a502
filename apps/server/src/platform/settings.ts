/** Settings an administrator may change. Defaults stand with the code that uses them; the table holds what was changed. */
import { sql } from "kysely";
import type { Tx } from "./db.ts";

export async function readSettings(tx: Tx): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ name: string; value: unknown }>`select name, value from platform.setting`.execute(tx);
  return new Map(rows.map((row) => [row.name, row.value]));
}

export async function writeSetting(tx: Tx, name: string, value: unknown, by: string | null): Promise<void> {
  await sql`insert into platform.setting (name, value, updated_by) values (${name}, ${JSON.stringify(value)}::jsonb, ${by})
    on conflict (name) do update set value = excluded.value, updated_at = now(), updated_by = excluded.updated_by`.execute(tx);
}
