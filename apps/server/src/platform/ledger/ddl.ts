/** The table a declaration asks for, as SQL. `npm run gen` compares it with the migrated database and writes a migration for a person to read. */

import type { AnyLedger } from "./define.ts";
import { columnType, type Field, isReference } from "./fields.ts";
import { caseFields } from "./head.ts";
import { columnName, qualified, schemaOfName, tableOfName } from "./names.ts";

export type ColumnSpec = {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly check?: string;
  readonly default?: string;
};

const quote = (literal: string) => `'${literal.replaceAll("'", "''")}'`;

function checkOf(key: string, field: Field): string | undefined {
  if (field.personal) return undefined;
  const column = `"${columnName(key)}"`;
  if (field.kind === "choice")
    return `${column} in (${Object.keys(field.choices ?? {})
      .map(quote)
      .join(", ")})`;
  if (field.kind === "many")
    return `${column} <@ array[${Object.keys(field.choices ?? {})
      .map(quote)
      .join(", ")}]::text[]`;
  return undefined;
}

const head: readonly ColumnSpec[] = [
  { name: "id", type: "uuid", notNull: true },
  { name: "area", type: "bigint", notNull: true },
  { name: "version", type: "integer", notNull: true, default: "1" },
  { name: "created_at", type: "timestamptz", notNull: true, default: "now()" },
  { name: "created_by", type: "uuid", notNull: false },
  { name: "updated_at", type: "timestamptz", notNull: true, default: "now()" },
  { name: "deleted_at", type: "timestamptz", notNull: false },
  { name: "deleted_why", type: "text", notNull: false },
  { name: "demo", type: "boolean", notNull: true, default: "false" },
  { name: "custom", type: "jsonb", notNull: true, default: "'{}'" },
  { name: "search_text", type: "text", notNull: true, default: "''" },
];

const pointColumns: readonly ColumnSpec[] = [
  { name: "lon", type: "double precision", notNull: false, check: `"lon" between 73 and 136` },
  { name: "lat", type: "double precision", notNull: false, check: `"lat" between 3 and 54` },
  { name: "datum", type: "text", notNull: false, check: `"datum" in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')` },
];

/** Every column of a ledger's table, in order. */
export function columnsOf(ledger: AnyLedger): readonly ColumnSpec[] {
  const fields = Object.entries(ledger.fields).flatMap(([key, field]): ColumnSpec[] => {
    const check = checkOf(key, field);
    const own: ColumnSpec = {
      name: columnName(key),
      type: columnType(field),
      notNull: field.required === true && !field.personal,
      ...(check ? { check } : {}),
    };
    return field.findable ? [own, { name: `${columnName(key)}_hash`, type: "bytea", notNull: false }] : [own];
  });
  const ofCase = ledger.isCase
    ? Object.entries(caseFields).map(
        ([key, field]): ColumnSpec => ({
          name: columnName(key),
          type: columnType(field),
          notNull: ["state", "openedAt", "repeats"].includes(key),
          ...(key === "repeats" ? { default: "1" } : {}),
        }),
      )
    : [];
  return [...head, ...(ledger.place ? pointColumns : []), ...ofCase, ...fields];
}

const columnSql = (column: ColumnSpec): string =>
  [
    `"${column.name}"`,
    column.type,
    column.notNull ? "not null" : "",
    column.default ? `default ${column.default}` : "",
    column.check ? `check (${column.check})` : "",
  ]
    .filter(Boolean)
    .join(" ");

/**
 * Which rows the application role may touch: its range of the tree, and for a unit's own people their unit. `nullif(x, false) is not null`
 * says what `x` says; the planner takes a comparison without a column for true once in two hundred rows, and this for nearly always true.
 */
function policyOf(ledger: AnyLedger): string {
  const range = `area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint`;
  const noUnit = `nullif(current_setting('suiren.unit') = '', false) is not null`;
  const own = ledger.unit ? `("${columnName(ledger.unit)}" = nullif(current_setting('suiren.unit'), '')::uuid)` : "";
  return `(${range}) and (${own ? `${noUnit} or ${own}` : noUnit})`;
}

/** Sealed boxes are not worth keeping in history: it only says that they changed. */
const personalColumns = (ledger: AnyLedger): string =>
  Object.entries(ledger.fields)
    .filter(([, field]) => field.personal)
    .flatMap(([key, field]) => (field.findable ? [columnName(key), `${columnName(key)}_hash`] : [columnName(key)]))
    .join(",");

/** One open case per these columns: the database is the judge of "the same thing again". */
function sameIndex(ledger: AnyLedger): readonly string[] {
  const same = (ledger as AnyLedger & { readonly sameWhileOpen?: readonly string[] }).sameWhileOpen ?? [];
  if (same.length === 0) return [];
  const columns = same.map((key) => `"${columnName(key)}"`).join(", ");
  return [
    `create unique index "${tableOfName(ledger.name)}_same_open" on ${qualified(ledger.name)} (${columns}) nulls not distinct where closed_at is null and deleted_at is null;`,
  ];
}

/** The statements that make the table: columns, indexes, row-level security, history trigger, rights. */
export function createTable(ledger: AnyLedger): readonly string[] {
  const name = qualified(ledger.name);
  const index = (suffix: string, on: string, where = "", method = "") =>
    `create index "${tableOfName(ledger.name)}_${suffix}" on ${name} ${method}(${on})${where ? ` where ${where}` : ""};`;
  const sortKeys = [...new Set([ledger.list.sort, ...Object.values(ledger.views ?? {}).map((view) => view.sort)])].filter(
    (sort) => sort !== undefined,
  );
  const sorts = [...new Set(sortKeys.map((sort) => columnName(sort.replace(/^-/, ""))))].filter(
    (column) => !["id", "due_at", "closed_at"].includes(column),
  );
  const statements = [
    `create table ${name} (\n  ${columnsOf(ledger).map(columnSql).join(",\n  ")},\n  primary key (id)\n);`,
    index("area_id", "area, id"),
    ...(ledger.place ? [index("point", "lon, lat")] : []),
    ...sorts.flatMap((column) => [index(`${column}_id`, `"${column}", id`), index(`area_${column}_id`, `area, "${column}", id`)]),
    index("search", "platform.bigrams(search_text)", "", "using gin "),
  ];
  for (const [key, field] of Object.entries(ledger.fields)) {
    const column = columnName(key);
    if (field.unique && !field.personal)
      statements.push(
        `create unique index "${tableOfName(ledger.name)}_${column}_unique" on ${name} ("${column}") where deleted_at is null;`,
      );
    if (field.findable) statements.push(index(`${column}_hash`, `"${column}_hash"`));
    if (isReference(field)) statements.push(index(column, `"${column}"`));
    if (field.indexed) statements.push(index(column, `"${column}", area, id`));
  }
  if (ledger.isCase) {
    statements.push(
      index("open", "area, opened_at, id", "closed_at is null"),
      index("due", "due_at, id", "closed_at is null"),
      index("holder", "holder_organ, due_at", "closed_at is null"),
      index("person", "holder_person, due_at", "closed_at is null"),
      index("closed", "closed_at, area, id"),
      ...sameIndex(ledger),
    );
  }
  statements.push(
    `alter table ${name} enable row level security;`,
    `create policy jurisdiction on ${name} to suiren_app using (${policyOf(ledger)}) with check (${policyOf(ledger)});`,
    `grant select, insert, update on ${name} to suiren_app;`,
    `create trigger history after update on ${name} for each row execute function platform.note_history('${ledger.name}', '${personalColumns(ledger)}');`,
  );
  return statements;
}

/** The migration text for a module's ledgers. */
export const createSchema = (ledgers: readonly AnyLedger[]): string =>
  [...new Set(ledgers.map((ledger) => schemaOfName(ledger.name)))]
    .map((schema) => `create schema if not exists "${schema}";\ngrant usage on schema "${schema}" to suiren_app;\n`)
    .concat(ledgers.map((ledger) => `-- ${ledger.label}\n${createTable(ledger).join("\n")}\n`))
    .join("\n");
