/** What the wall asks, and how it follows the live feed for months without growing. */
import type { Figure, Gives } from "@suiren/api-client";
import { queryOptions, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { api } from "../../lib/api.ts";
import { dayKey } from "../../lib/format.ts";
import { type Listener, live, useLive } from "../../lib/live.ts";

export type {
  DutyNear as Near,
  Wall,
  WallCounty as County,
  WallFire as Fire,
  WallHour as Hour,
  WallLine as Line,
  WallNews as News,
  WallTrouble as Trouble,
  WallWatch as Watch,
} from "@suiren/api-client";
export type Nuisance = Gives<"GET", "/devices/nuisance">;

const AGAIN_MS = 15_000;
const SLOW_MS = 5 * 60_000;

export const wallQuery = queryOptions({
  queryKey: ["wall", "now"],
  queryFn: () => api.get("/wall"),
  refetchInterval: AGAIN_MS,
  retry: true,
  retryDelay: AGAIN_MS,
});
export const nuisanceQuery = queryOptions({
  queryKey: ["wall", "nuisance"],
  queryFn: () => api.get("/devices/nuisance"),
  refetchInterval: SLOW_MS,
});
/** Addresses that speak and belong to nobody; told to those who may claim them. */
export const unregisteredQuery = queryOptions({
  queryKey: ["wall", "unregistered"],
  queryFn: async () => (await api.get("/devices/unregistered")).rows.length,
  refetchInterval: 60_000,
});
export const nearQuery = (id: string) =>
  queryOptions({
    queryKey: ["wall", "near", id],
    queryFn: async () => (await api.get("/duty/alarms/{id}", { id })).near,
    enabled: id !== "",
    staleTime: SLOW_MS,
    gcTime: SLOW_MS,
  });

type Sums = { readonly num: number; readonly den: number };
/** A measure over the last days beside the days before, and its course by day. */
export type Trend = { readonly now: Sums; readonly before: Sums; readonly days: readonly (Sums & { readonly day: string })[] };

export const DAYS = 30;
const DAY_MS = 86_400_000;
const sum = (figures: readonly Figure[]): Sums =>
  figures.reduce((all, { num, den }) => ({ num: all.num + num, den: all.den + den }), { num: 0, den: 0 });

/** Pure: every day of the period once, days without rows as nothing. */
export function trendOf(figures: readonly Figure[], before: readonly Figure[], from: number): Trend {
  const found = new Map(figures.map((figure) => [figure.key, figure]));
  const days = Array.from({ length: DAYS }, (_, index) => {
    const day = dayKey(from + index * DAY_MS);
    return { day, num: found.get(day)?.num ?? 0, den: found.get(day)?.den ?? 0 };
  });
  return { now: sum(figures), before: sum(before), days };
}

const MEASURES = ["remote-monitoring.real_rate", "remote-monitoring.false_rate", "remote-monitoring.accept_seconds"] as const;
export type Trends = { readonly real: Trend; readonly false: Trend; readonly accept: Trend };

/** Each measure by day for this period and the one before; asked again each five minutes. */
export function useTrends(now: number): Trends | undefined {
  const today = Date.parse(`${dayKey(now)}T00:00:00+08:00`);
  const from = today - (DAYS - 1) * DAY_MS;
  const asked = MEASURES.flatMap((name) => [
    { name, from, to: today },
    { name, from: from - DAYS * DAY_MS, to: from - DAY_MS },
  ]);
  const answers = useQueries({
    queries: asked.map((each) => ({
      queryKey: ["wall", "measure", each.name, dayKey(each.from)],
      queryFn: async () =>
        (
          await api.get("/measures/{name}", {
            name: each.name,
            by: "day",
            from: dayKey(each.from),
            to: dayKey(each.to),
          })
        ).figures,
      refetchInterval: SLOW_MS,
      gcTime: SLOW_MS,
    })),
  });
  const trend = (index: number): Trend | undefined => {
    const [figures, before] = [answers[index * 2]?.data, answers[index * 2 + 1]?.data];
    return figures && before && trendOf(figures, before, from);
  };
  const [real, wrong, accept] = [trend(0), trend(1), trend(2)];
  return real && wrong && accept ? { real, false: wrong, accept } : undefined;
}

const CALM_MS = 2_000;
/** A fire is read at once; a storm of other signals is read once each two seconds. */
export function useWallFeed(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const read = useCallback(() => void client.invalidateQueries({ queryKey: wallQuery.queryKey }), [client]);
  const soon = useCallback<Listener>(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      read();
    }, CALM_MS);
  }, [read]);
  useEffect(() => {
    live.start();
    return () => {
      if (timer.current) clearTimeout(timer.current);
    };
  }, []);
  useLive("fire.alarm", read);
  useLive("alarm", soon);
  useLive("device", soon);
  useLive("hello", read);
}

const RELOAD_HOUR_MS = 4 * 3_600_000;
const TRY_AGAIN_MS = 60_000;

/** A server that is away would leave the wall with the browser's own error page until somebody comes. */
async function reloadWhenAnswered(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answered = await fetch(location.href, { cache: "no-store", signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) location.reload();
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/** A fresh page each night at four, spread over a minute so that all walls do not ask at once. */
export function useNightlyReload(now: () => number): void {
  useEffect(() => {
    const left = new AbortController();
    const at = now();
    const today = Date.parse(`${dayKey(at)}T00:00:00+08:00`) + RELOAD_HOUR_MS;
    const next = (today > at ? today : today + DAY_MS) + Math.random() * 60_000;
    const timer = setTimeout(() => void reloadWhenAnswered(left.signal), next - at);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [now]);
}

/** The days of the figures, as a filter of the list behind them. */
export const lastDays = { openedAt: { from: `today-${DAYS - 1}d` } } as const;
