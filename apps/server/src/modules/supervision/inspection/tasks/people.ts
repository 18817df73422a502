/** Inspectors and organs by id, with the roles they hold: asked of the owner's tables through the module's own view. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";

export type Inspector = {
  readonly id: string;
  readonly name: string;
  readonly organ: string | null;
  readonly organName: string | null;
  readonly area: number;
  readonly roles: readonly string[];
};

/** Active officials among these ids. */
export async function inspectorsById(ids: readonly string[], tx: Tx): Promise<ReadonlyMap<string, Inspector>> {
  const { rows } = await sql<Inspector>`select id, name, organ, organ_name, area, roles from inspection.v_inspector
    where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function organNames(ids: readonly string[], tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from organizations.v_organ where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
