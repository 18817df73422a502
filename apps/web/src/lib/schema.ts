/** What the server tells about ledgers: `GET /schema` names them, `GET /schema/<path>` gives one. Screens are drawn from this alone. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import type { Condition } from "./condition.ts";

export type FieldKind =
  | "text"
  | "long"
  | "integer"
  | "decimal"
  | "yes"
  | "day"
  | "instant"
  | "choice"
  | "many"
  | "ref"
  | "organ"
  | "person"
  | "files"
  | "table";

export type FieldSchema = {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly ref?: string;
  readonly min?: number;
  readonly max?: number;
  readonly personal?: "contact" | "identity" | "health";
  readonly readOnly?: boolean;
  readonly custom?: boolean;
  /** The area that added a local field. */
  readonly area?: string;
  readonly group?: string;
  readonly help?: string;
  readonly format?: string;
  /** 何时出现: only on rows of which this holds. */
  readonly appears?: Condition;
  readonly clause?: { readonly document: string; readonly number: string; readonly words?: string };
  /** Columns of a table inside the row. */
  readonly columns?: readonly FieldSchema[];
};

export type View = { readonly key: string; readonly label: string; readonly where?: Condition; readonly sort?: string | null };
export type Right = "read" | "write" | "export" | "import" | "reveal" | "remove";
export type LedgerName = {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly isCase?: boolean;
  readonly can: readonly Right[];
};
export type LedgerSchema = {
  readonly name: string;
  readonly label: string;
  readonly counter?: string;
  readonly title: string;
  readonly place?: string | null;
  readonly fields: readonly FieldSchema[];
  /** Own fields no longer asked; the history of their values still names them. */
  readonly retired?: readonly FieldSchema[];
  /** Columns every ledger has (area, times) and those of a case (state, holder, deadline). */
  readonly head?: readonly FieldSchema[];
  readonly list: {
    readonly columns: readonly string[];
    readonly filters: readonly string[];
    readonly search: boolean;
    readonly sort?: string;
  };
  readonly views: readonly View[];
  readonly record?: unknown;
  readonly case?: null | {
    readonly states: Readonly<Record<string, { readonly label: string; readonly end?: boolean }>>;
    readonly moves: Readonly<Record<string, Move>>;
  };
  readonly panels?: readonly string[];
  readonly can?: readonly Right[];
};
export type Move = {
  readonly label: string;
  readonly asks?: readonly string[];
  readonly takes?: readonly string[];
  readonly note?: string;
};

export type Row = {
  readonly id: string;
  readonly version: number;
  readonly area: number;
  readonly lon?: number | null;
  readonly lat?: number | null;
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly areaName?: string;
  readonly updatedAt?: string;
  readonly demo?: boolean;
  readonly _ref?: Readonly<Record<string, string | null>>;
  readonly [field: string]: unknown;
};

export const schemaNames = queryOptions({
  queryKey: ["schema"],
  queryFn: () => api.get<{ ledgers: readonly LedgerName[] }>("schema"),
  staleTime: 10 * 60_000,
});

export const schemaOf = (path: string) =>
  queryOptions({ queryKey: ["schema", path], queryFn: () => api.get<LedgerSchema>(`schema/${path}`), staleTime: 5 * 60_000 });

/** The ledger a page is about: its name and rights from the list, its fields from its own schema. */
export function useLedger(path: string) {
  const names = useQuery(schemaNames);
  const schema = useQuery(schemaOf(path));
  const named = names.data?.ledgers.find((each) => each.path === path);
  return {
    schema: schema.data,
    can: new Set(named?.can ?? schema.data?.can ?? []),
    error: schema.error ?? names.error,
    pending: schema.isPending,
  };
}

/** The path of a ledger by its name: `places.unit` → `places/unit`, as the server has told. */
export const pathOf = (names: readonly LedgerName[] | undefined, name: string): string =>
  names?.find((each) => each.name === name)?.path ?? name.replace(".", "/");

/** A field by its key: the ledger's own, a custom one (`custom.key`), or one of the head. */
export const fieldOf = (schema: LedgerSchema, key: string): FieldSchema | undefined =>
  schema.fields.find((field) => field.key === key) ?? schema.head?.find((field) => field.key === key);

/** The value of a field in a row, wherever it is kept. */
export const fieldValue = (row: Row, key: string): unknown => (key.startsWith("custom.") ? row.custom?.[key.slice(7)] : row[key]);

export const titleOf = (schema: LedgerSchema, row: Row): string => {
  const title = fieldValue(row, schema.title);
  return typeof title === "string" && title !== "" ? title : (row._ref?.[schema.title] ?? row.id.slice(-8));
};
