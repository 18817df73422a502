/** What a list asks the server: its page, its count, the counts of its views, its points. */
import type { Count, Gives, MapPoints, SavedView } from "@suiren/api-client";
import { keepPreviousData, queryOptions, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { address, api, type Query } from "../../lib/api.ts";
import { isEmpty, merge } from "../../lib/condition.ts";
import { type LiveMessage, useLive } from "../../lib/live.ts";
import type { LedgerSchema, Row } from "../../lib/schema.ts";
import type { ListAddress } from "./list-address.ts";

export type { Count, SavedView } from "@suiren/api-client";
export type SavedViews = Gives<"GET", "/views">;
const NO_VIEWS: SavedViews = { views: [], canShare: false };
export type Page = { readonly rows: readonly Row[]; readonly next: string | null };

/** A saved view is a filter kept by the server; only declared views are known to the list itself. One that was deleted filters nothing. */
export function queryOf(address: ListAddress, schema: LedgerSchema, saved: readonly SavedView[]): Query {
  const own = address.view ? saved.find((view) => view.id === address.view) : undefined;
  const where = own ? merge(own.where, address.where) : address.where;
  return {
    view: isDeclared(schema, address.view) ? address.view : undefined,
    where: isEmpty(where) ? undefined : JSON.stringify(where),
    q: address.q,
    sort: address.sort ?? own?.sort ?? undefined,
  };
}

const isDeclared = (schema: LedgerSchema, view: string | undefined): boolean => schema.views.some(({ key }) => key === view);

/** `known` is false while the address may name a saved view and they have not come yet. */
export function useSavedViews({ name, views }: LedgerSchema, view: string | undefined): SavedViews & { readonly known: boolean } {
  const query = useQuery({
    queryKey: ["views", name],
    queryFn: () => api.get("/views", { ledger: name }),
    staleTime: 60_000,
  });
  const known = !query.isPending || view === undefined || views.some(({ key }) => key === view);
  return { ...(query.data ?? NO_VIEWS), known };
}

export function usePage(path: string, query: Query, page: number, limit: number) {
  return useQuery({
    queryKey: ["ledger", path, "page", query, page, limit],
    queryFn: ({ signal }) => api.get<Page>(path, { ...query, offset: (page - 1) * limit || undefined, limit }, signal),
    placeholderData: keepPreviousData,
    enabled: limit > 0,
  });
}

export const useCount = (path: string, query: Query, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ["ledger", path, "count", query],
    queryFn: ({ signal }) => api.get<Count>(`${path}/count`, { view: query.view, where: query.where, q: query.q }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** Counts of the views in sight; they come a moment after the rows and never hold them up. */
export function useViewCounts(path: string, schema: LedgerSchema, saved: readonly SavedView[]): (view: string) => string | undefined {
  const asked: readonly { readonly key: string; readonly query: Query }[] = [
    { key: "", query: {} },
    ...schema.views.map((view) => ({ key: view.key, query: { view: view.key } })),
    ...saved.map((view) => ({ key: view.id, query: { where: JSON.stringify(view.where ?? {}) } })),
  ];
  const counts = useQueries({
    queries: asked.map(({ query }) => ({
      queryKey: ["ledger", path, "count", query],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Count>(`${path}/count`, query, signal),
      staleTime: 60_000,
    })),
  });
  return (view) => {
    const at = counts[asked.findIndex((each) => each.key === view)]?.data;
    return at && countText(at);
  };
}

export const countText = ({ count, capped }: Count): string => `${count.toLocaleString("en-US")}${capped ? "+" : ""}`;

const listed = (path: string, { view, where, q }: Query, enabled: boolean) =>
  queryOptions({
    queryKey: ["ledger", path, "map", { view, where, q }],
    queryFn: ({ signal }) => api.get<MapPoints>(`${path}/map`, { view, where, q }, signal),
    placeholderData: keepPreviousData,
    // Thousands of points are compared by nobody: each answer is drawn anew.
    structuralSharing: false,
    enabled,
    staleTime: 30_000,
  });

/** What a filter shows as points: a list while it can be counted, beyond that vector tiles the map asks for itself. */
export function usePoints(path: string, query: Query) {
  const counted = useCount(path, query, true);
  const count = counted.isPlaceholderData ? undefined : counted.data;
  const list = useQuery(listed(path, query, count?.capped === false));
  // Another stand after each new count: tiles a browser keeps are then not taken for new ones.
  const { view, where, q } = query;
  const crowd = count?.capped
    ? `${address(`${path}/tiles`, { view, where, q, stand: counted.dataUpdatedAt }).replace("?", "/{z}/{x}/{y}?")}`
    : undefined;
  return {
    points: count?.capped ? undefined : list.data?.points,
    crowd,
    error: counted.error ?? list.error,
    refetch: () => Promise.all([counted.refetch(), list.refetch()]),
  };
}

/** A row of this ledger was saved somewhere: what is on the page is read again. */
export function useFreshLedger(path: string, name: string): void {
  const client = useQueryClient();
  const onLive = useCallback(
    (messages: readonly LiveMessage[]) => {
      if (messages.some((message) => message.topic === "hello" || message.data.ledger === name))
        void client.invalidateQueries({ queryKey: ["ledger", path] });
    },
    [client, path, name],
  );
  useLive("ledger", onLive);
  useLive("hello", onLive);
}
