import type { HistoryEntry } from "@suiren/api-client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { type LedgerName, type LedgerSchema, type Row, schemaNames, schemaOf } from "../../lib/schema.ts";
import { type Count, countText, type Page } from "./use-list.ts";

export type Detail = { readonly row: Row; readonly can: readonly string[]; readonly reasons?: Readonly<Record<string, string>> };

export const useRow = (path: string, id: string | undefined) =>
  useQuery({
    queryKey: ["ledger", path, "row", id],
    queryFn: ({ signal }) => api.get<Detail>(`${path}/${id}`, undefined, signal),
    enabled: id !== undefined,
  });

export type { HistoryEntry } from "@suiren/api-client";
export const useHistory = (path: string, id: string) =>
  useQuery({
    queryKey: ["ledger", path, "history", id],
    queryFn: ({ signal }) => api.get<{ entries: readonly HistoryEntry[] }>(`${path}/${id}/history`, undefined, signal),
  });

export type Related = {
  readonly ledger: LedgerName;
  readonly schema: LedgerSchema;
  readonly field: string;
  readonly count: string | undefined;
};

/** Ledgers whose rows point at this one: the unit's facilities, alarms, contacts, with how many there are. Follows from the declarations. */
export function useRelated(schema: LedgerSchema, id: string): readonly Related[] {
  const names = (useQuery(schemaNames).data?.ledgers ?? []).filter((ledger) => ledger.can.includes("read"));
  const schemas = useQueries({ queries: names.map((ledger) => schemaOf(ledger.path)) });
  const pointing = names.flatMap((ledger, index) => {
    const other = schemas[index]?.data;
    const field = other?.fields.find((each) => each.kind === "ref" && each.ref === schema.name);
    return other && field && ledger.name !== schema.name ? [{ ledger, schema: other, field: field.key }] : [];
  });
  const counts = useQueries({
    queries: pointing.map(({ ledger, field }) => ({
      queryKey: ["ledger", ledger.path, "count", { [field]: id }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<Count>(`${ledger.path}/count`, { where: JSON.stringify({ [field]: id }) }, signal),
      staleTime: 30_000,
      enabled: id !== "",
    })),
  });
  return pointing.map((each, index) => {
    const count = counts[index]?.data;
    return { ...each, count: count && countText(count) };
  });
}

export const useRelatedRows = ({ ledger, field }: Related, id: string) =>
  useQuery({
    queryKey: ["ledger", ledger.path, "of", field, id],
    queryFn: ({ signal }) => api.get<Page>(ledger.path, { where: JSON.stringify({ [field]: id }), limit: 50 }, signal),
  });
