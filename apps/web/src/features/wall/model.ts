/** What the wall asks, and how it follows the live feed for months without growing. */
import { queryOptions, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { Kind } from "../../lib/alarm-kinds.ts";
import { api } from "../../lib/api.ts";
import { dayKey } from "../../lib/format.ts";
import { type Listener, live, useLive } from "../../lib/live.ts";

type Day = { readonly fires: number; readonly real: number; readonly acceptSeconds: number | null };
export type Hour = { readonly hour: number; readonly fires: number; readonly real: number; readonly before: number };
export type Line = { readonly at: string; readonly kind: string; readonly text: string };
export type Fire = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly grade: string;
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly openedAt: string;
  readonly acceptedAt: string | null;
  readonly points: number;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly lines: readonly Line[];
};
export type News = {
  readonly id: string;
  readonly at: string;
  readonly what: "opened" | "accepted" | "confirmed" | "closed";
  readonly kind: Kind;
  readonly conclusion: string | null;
  readonly unitName: string;
  readonly placeWords: string;
};
export type Trouble = {
  readonly id: string;
  readonly kind: Kind;
  readonly unitName: string;
  readonly placeWords: string;
  readonly what: string | null;
  readonly openedAt: string;
  readonly isRepairing: boolean;
};
export type County = {
  readonly area: number;
  readonly name: string;
  readonly fires: number;
  readonly concluded: number;
  readonly false: number;
  readonly faults: number;
  readonly devices: number;
  readonly online: number;
};
export type Watch = {
  readonly transmitters: number;
  readonly online: number;
  readonly points: number;
  readonly intact: number;
  readonly asked: number;
  readonly answered: number;
  readonly concluded: number;
  readonly false: number;
  readonly units: number;
};
export type Wall = {
  readonly now: string;
  readonly days: number;
  readonly today: Day & { readonly before: Day; readonly hours: readonly Hour[] };
  readonly watch: Watch;
  readonly fires: readonly Fire[];
  readonly news: readonly News[];
  readonly troubles: {
    readonly open: Readonly<Partial<Record<Kind, number>>>;
    readonly windows: number;
    readonly rows: readonly Trouble[];
  };
  readonly causes: readonly { readonly cause: string; readonly n: number }[];
  readonly counties: readonly County[];
};
export type Nuisance = {
  readonly times: number;
  readonly days: number;
  readonly rows: readonly {
    readonly address: string;
    readonly systemType: number | null;
    readonly systemAddress: number | null;
    readonly componentAddress: number | null;
    readonly unitName: string;
    readonly placeWords: string;
    readonly falseAlarms: number;
  }[];
};
export type Near = {
  readonly as: string;
  readonly id: string;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  readonly straightM: number;
};

const AGAIN_MS = 15_000;
const SLOW_MS = 5 * 60_000;

export const wallQuery = queryOptions({
  queryKey: ["wall", "now"],
  queryFn: () => api.get<Wall>("wall"),
  refetchInterval: AGAIN_MS,
  retry: true,
  retryDelay: AGAIN_MS,
});
export const nuisanceQuery = queryOptions({
  queryKey: ["wall", "nuisance"],
  queryFn: () => api.get<Nuisance>("devices/nuisance"),
  refetchInterval: SLOW_MS,
});
/** Addresses that speak and belong to nobody; told to those who may claim them. */
export const unregisteredQuery = queryOptions({
  queryKey: ["wall", "unregistered"],
  queryFn: async () => (await api.get<{ rows: readonly unknown[] }>("devices/unregistered")).rows.length,
  refetchInterval: 60_000,
});
export const nearQuery = (id: string) =>
  queryOptions({
    queryKey: ["wall", "near", id],
    queryFn: async () => (await api.get<{ near: readonly Near[] }>(`duty/alarms/${id}`)).near,
    enabled: id !== "",
    staleTime: SLOW_MS,
    gcTime: SLOW_MS,
  });

type Figure = { readonly key: string; readonly num: number; readonly den: number };
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
          await api.get<{ figures: readonly Figure[] }>(`measures/${each.name}`, {
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
