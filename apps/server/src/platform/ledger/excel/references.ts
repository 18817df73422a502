/** Rows of other ledgers by what people write in a cell: the title or a number. Only what the importer may see is found. */
import { sql } from "kysely";
import type { Entry } from "../catalog.ts";
import { columnName } from "../names.ts";
import type { Reader } from "../read.ts";

export type FoundReference =
  | { readonly id: string; readonly area: number }
  | { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };
/** Remembers what was found over the batches of one import. */
export type ReferenceMemory = Map<string, FoundReference>;

const MEMORY_LIMIT = 100_000;

/** Finds each of `texts` in `target`; afterwards `memory` has an answer for every one. */
export async function findReferences(target: Entry, texts: ReadonlySet<string>, memory: ReferenceMemory, reader: Reader): Promise<void> {
  const { name } = target.ledger;
  const asked = [...texts].filter((text) => !memory.has(memoryKey(name, text)));
  if (asked.length === 0) return;
  if (memory.size > MEMORY_LIMIT) memory.clear();
  const found = new Map<string, { readonly id: string; readonly area: number }[]>();
  const { area } = reader.scope;
  for (const column of namingColumns(target)) {
    const { rows } = await sql<{
      id: string;
      area: number;
      text: string;
    }>`select t.id, t.area, ${column}::text as text from ${sql.raw(target.table)} t
      where ${column} = any(${asked}) and t.area between ${area.lo} and ${area.hi} and t.deleted_at is null limit 20000`.execute(reader.tx);
    for (const { id, area: at, text } of rows) {
      const known = found.get(text) ?? [];
      if (!known.some((row) => row.id === id)) found.set(text, [...known, { id, area: at }]);
    }
  }
  for (const text of asked) {
    const rows = found.get(text) ?? [];
    const only = rows.length === 1 ? rows[0] : undefined;
    const params = { ledger: target.ledger.label, count: rows.length };
    const code = rows.length === 0 ? "import.unknown_reference" : "import.reference_ambiguous";
    memory.set(memoryKey(name, text), only ?? { code, params });
  }
}

export const memoryKey = (ledger: string, text: string): string => `${ledger}\0${text}`;

/** Title, then the fields no two rows share; sealed ones cannot be asked. */
function namingColumns({ ledger }: Entry) {
  const keys = [ledger.title, ...Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.unique)];
  return [...new Set(keys)]
    .filter((key) => !ledger.fields[key]?.personal && ledger.fields[key]?.kind === "text")
    .map((key) => sql.ref(`t.${columnName(key)}`));
}
