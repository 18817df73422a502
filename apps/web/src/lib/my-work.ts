/** What is mine over every kind of case, as the server tells: waiting, done, opened, told. The bell and 工作台 read the same. */
import type { WorkDone, WorkOpened, WorkTodo, WorkTold } from "@suiren/api-client";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "./api.ts";
import { daysBetween } from "./format.ts";
import { useLive } from "./live.ts";
import { schemaNames } from "./schema.ts";

export type { WorkItem as CaseItem, WorkTodo as Todo, WorkTold as Told } from "@suiren/api-client";
/** Something I did: moved, opened, told. `item` is missing where the case is no longer in my area. */
export type Act = WorkDone & Partial<Pick<WorkOpened, "what" | "to" | "note" | "subject">>;
export type WorkList = { readonly todo: WorkTodo; readonly done: Act; readonly opened: Act; readonly told: WorkTold };
type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

export type Group = "overdue" | "today" | "week" | "later" | "none";

/** Which part of the list a case stands in, by the calendar of Shanghai. Pure. */
export function groupOf(dueAt: string | null, now: number): Group {
  if (!dueAt) return "none";
  if (Date.parse(dueAt) < now) return "overdue";
  const days = daysBetween(now, dueAt);
  return days === 0 ? "today" : days < 7 ? "week" : "later";
}

const LOOK_AGAIN_MS = 60_000;

export const useWorkCounts = () =>
  useQuery({
    queryKey: ["work", "counts"],
    queryFn: () => api.get("/work/counts"),
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 10_000,
  });

export function useWorkList<K extends keyof WorkList>(list: K, filter: Readonly<Record<string, string | undefined>> = {}) {
  const query = useInfiniteQuery({
    queryKey: ["work", list, filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<WorkList[K]>>(`work/${list}`, { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 30_000,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** What other organs asked of mine and still wait for. */
export const useAsked = () =>
  useQuery({ queryKey: ["work", "asked"], queryFn: () => api.get("/work/asked"), refetchInterval: LOOK_AGAIN_MS, staleTime: 10_000 });

/** Kinds of case this person may read, for the filter. */
export const useCaseKinds = () =>
  useQuery(schemaNames).data?.ledgers.filter((ledger) => ledger.isCase && ledger.can.includes("read")) ?? [];

/** Something moved: what is on the page is read again. */
export function useFreshWork(): void {
  const client = useQueryClient();
  const onLive = useCallback(() => void client.invalidateQueries({ queryKey: ["work"] }), [client]);
  useLive("hello", onLive);
  useLive("alarm*", onLive);
  useLive("work", onLive);
}

/** Marks as read; naming none, everything. */
export function useMarkRead() {
  const client = useQueryClient();
  return async (ids?: readonly string[]) => {
    await api.post("/work/told/read", ids ? { ids } : {});
    await client.invalidateQueries({ queryKey: ["work"] });
  };
}
