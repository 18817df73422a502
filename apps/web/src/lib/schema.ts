/** What the server tells about ledgers: `GET /schema` names them, `GET /schema/<path>` gives one. Screens are drawn from this alone. */
import type { LedgerName, LedgerRow as Row, FieldSchema as ToldField, LedgerSchema as ToldLedger } from "@suiren/api-client";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import type { Condition } from "./condition.ts";

/** As the server tells it, or as it is being drawn up here, where a condition may still have an empty place. */
export type FieldSchema = Omit<ToldField, "appears"> & { readonly appears?: Condition };
export type LedgerSchema = Omit<ToldLedger, "fields"> & { readonly fields: readonly FieldSchema[] };
export type FieldKind = FieldSchema["kind"];
export type {
  LedgerName,
  LedgerRow as Row,
  MoveSchema as Move,
  Right,
  ViewSchema as View,
} from "@suiren/api-client";

export const schemaNames = queryOptions({
  queryKey: ["schema"],
  queryFn: () => api.get("/schema"),
  staleTime: 10 * 60_000,
});

export const schemaOf = (path: string) => {
  const [module = "", ledger = ""] = path.split("/");
  return queryOptions({
    queryKey: ["schema", path],
    queryFn: () => api.get("/schema/{module}/{ledger}", { module, ledger }),
    staleTime: 5 * 60_000,
  });
};

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

/**
 * What the values of a choice are called: `wordOf("coordination")` → 综合协调岗.
 * @returns a function that says nothing until the server has told the words, and the value itself where it has none
 */
export function useChoiceWords(path: string, key: string): (value: string) => string {
  const { data } = useQuery(schemaOf(path));
  const words = data?.fields.find((field) => field.key === key)?.choices ?? {};
  return (value) => (data ? (words[value] ?? value) : "");
}

/** Rows of a ledger are made by its form; a case only where its declaration says what the form asks. */
export const canBeMade = (schema: LedgerSchema): boolean => schema.case === null || schema.case.byHand !== null;

/** The schema as the form of a new row sees it: a case is opened with what is known at its start. */
export function asNew(schema: LedgerSchema): LedgerSchema {
  const asks = schema.case?.byHand;
  return asks ? { ...schema, fields: schema.fields.filter((field) => asks.includes(field.key)) } : schema;
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
  // A row may be called by what it refers to: the month of a unit by the unit.
  const title = fieldOf(schema, schema.title)?.ref ? row._ref?.[schema.title] : fieldValue(row, schema.title);
  return typeof title === "string" && title !== "" ? title : (row._ref?.[schema.title] ?? row.id.slice(-8));
};
