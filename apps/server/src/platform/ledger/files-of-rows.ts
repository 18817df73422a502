/**
 * A row takes only files that who writes it may see, so that nobody reads a stranger's file by pinning its id to a row of his own.
 */
import { sql } from "kysely";
import type { Tx } from "../db.ts";
import type { AnyLedger, Problem } from "./define.ts";

export const filesFields = (ledger: AnyLedger): readonly string[] =>
  Object.entries(ledger.fields).flatMap(([key, field]) => (field.kind === "files" ? [key] : []));

export const idsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((id) => typeof id === "string") : []);

/** Files named in `values` that are neither on the row already nor visible to who writes it. */
export async function unknownFiles(
  ledger: AnyLedger,
  values: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
  tx: Tx,
): Promise<readonly Problem[]> {
  const fields = filesFields(ledger).filter((key) => idsOf(values[key]).length > 0);
  if (fields.length === 0) return [];
  const held = new Set(filesFields(ledger).flatMap((key) => idsOf(current[key])));
  const asked = fields.flatMap((key) => idsOf(values[key])).filter((id) => !held.has(id));
  const seen = await visibleFiles(asked, tx);
  return fields
    .filter((key) => idsOf(values[key]).some((id) => !held.has(id) && !seen.has(id)))
    .map((field) => ({ field, code: "ledger.unknown_file" }));
}

/** Which of these files the transaction's person may see. */
export async function visibleFiles(ids: readonly string[], tx: Tx): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id from platform.file where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
