/** Declarations against the migrated database: what a migration would have to say. */
import type pg from "pg";
import { columnsOf, createTable } from "./ddl.ts";
import type { AnyLedger } from "./define.ts";
import { qualified, schemaOfName, tableOfName } from "./names.ts";

type Found = { readonly columnName: string; readonly dataType: string; readonly notNull: boolean };

const NAMES: Readonly<Record<string, string>> = { ARRAY: "array", "timestamp with time zone": "timestamptz" };
const kindOf = (type: string): string => (type.endsWith("[]") ? "array" : type);

/** Statements that bring a ledger's table up to its declaration, and sentences for what a person must decide. Nothing is altered here. */
export async function driftOf(
  ledger: AnyLedger,
  client: Pick<pg.Client, "query">,
): Promise<{ readonly statements: readonly string[]; readonly questions: readonly string[] }> {
  const { rows } = await client.query<Found>(
    `select column_name as "columnName", data_type as "dataType", is_nullable = 'NO' as "notNull" from information_schema.columns where table_schema = $1 and table_name = $2`,
    [schemaOfName(ledger.name), tableOfName(ledger.name)],
  );
  if (ledger.readOnlyView) return { statements: [], questions: rows.length === 0 ? [`${ledger.name}: the view is missing`] : [] };
  if (rows.length === 0) return { statements: createTable(ledger), questions: [] };
  const found = new Map(rows.map((row) => [row.columnName, row]));
  const statements: string[] = [];
  const questions: string[] = [];
  for (const column of columnsOf(ledger)) {
    const there = found.get(column.name);
    if (!there) {
      const check = column.check ? ` check (${column.check})` : "";
      statements.push(
        `alter table ${qualified(ledger.name)} add column "${column.name}" ${column.type}${column.default ? ` default ${column.default}` : ""}${check};`,
      );
      if (column.notNull && !column.default) questions.push(`${ledger.name}.${column.name} is required: fill old rows, then set not null`);
    } else if (kindOf(column.type) !== (NAMES[there.dataType] ?? there.dataType))
      questions.push(`${ledger.name}.${column.name} is ${there.dataType}, declared ${column.type}`);
    else if (column.notNull !== there.notNull)
      questions.push(`${ledger.name}.${column.name} is ${there.notNull ? "" : "not "}required in the database, declared otherwise`);
    found.delete(column.name);
  }
  for (const name of found.keys()) if (!name.startsWith("c_")) questions.push(`${ledger.name}.${name} is in the database, not declared`);
  return { statements, questions };
}
