/** Figures of remote monitoring: which measures the page shows, and the questions it asks of them. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import type { Row } from "../../lib/schema.ts";
import { nameOf, type Part, type Period } from "./period.ts";

/** `flow` belongs to a period; `stock` is as it stands today and has no course. */
export const tiles = [
  { key: "alarms", kind: "flow" },
  { key: "real_rate", kind: "flow" },
  { key: "false_rate", kind: "flow" },
  { key: "accept_seconds", kind: "flow" },
  { key: "verify_seconds", kind: "flow" },
  { key: "handling_minutes", kind: "flow" },
  { key: "handled_rate", kind: "flow" },
  { key: "duty_answer_rate", kind: "flow" },
  { key: "online_rate", kind: "stock" },
  { key: "offline_rate", kind: "stock" },
  { key: "point_intact_rate", kind: "stock" },
  { key: "access_rate", kind: "stock" },
] as const;
export type TileKey = (typeof tiles)[number]["key"];

export type Measure = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly target?: number;
  readonly decimals?: number;
  readonly path: string | null;
};
export type Figure = {
  readonly key: string;
  readonly label?: string;
  readonly num: number;
  readonly den: number;
  readonly value: number | null;
};
export type Answer = { readonly measure: Measure; readonly figures: readonly Figure[] };
type By = "none" | "area" | "month" | "split";

export const figuresQuery = (measure: string, by: By, { from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", measure, by, from, to, area],
    queryFn: () => api.get<Answer>(`measures/${nameOf(measure)}`, { by, from, to, area }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
const MOST_ROWS = 100;
/** The rows the figure counts, in the measure's order, read from their ledger so that names of units and people come with them. */
export const rowsQuery = (measure: string, path: string, part: Part, { from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", "rows", measure, part, from, to, area],
    queryFn: async () => {
      const counted = await api.get<{ rows: readonly Row[]; count: number }>(`measures/${nameOf(measure)}/rows`, {
        part,
        from,
        to,
        area,
        limit: MOST_ROWS,
      });
      const ids = counted.rows.map(({ id }) => id);
      if (ids.length === 0) return { rows: counted.rows, count: counted.count };
      const listed = await api.get<{ rows: readonly Row[] }>(path, { where: JSON.stringify({ id: ids }), limit: MOST_ROWS });
      const found = new Map(listed.rows.map((row) => [row.id, row]));
      return { rows: counted.rows.map((row) => found.get(row.id) ?? row), count: counted.count };
    },
    enabled: path !== "",
    staleTime: 60_000,
  });

export type BusyUnit = {
  readonly unit: string;
  readonly unitName: string;
  readonly fires: number;
  readonly false: number;
  readonly real: number;
};
export const busyUnitsQuery = ({ from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", "units", from, to, area],
    queryFn: async () => (await api.get<{ rows: readonly BusyUnit[] }>("remote-monitoring/busy-units", { from, to, area, limit: 10 })).rows,
    staleTime: 60_000,
  });

export type Cell = {
  readonly place: string;
  readonly technique: string;
  readonly places: number;
  readonly connected: number;
  readonly devices: number;
  readonly alarms: number;
  readonly closed: number;
};
export type Coverage = {
  readonly places: Readonly<Record<string, string>>;
  readonly basis: Readonly<Record<string, string>>;
  readonly techniques: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
};
export const coverageQuery = queryOptions({
  queryKey: ["monitoring-statistics", "coverage"],
  queryFn: () => api.get<Coverage>("remote-monitoring/coverage", { days: 90 }),
  staleTime: 5 * 60_000,
});

export type Target = Row & { readonly name: string; readonly why: string; readonly unit: string };
const ACCESS = "remote-monitoring/access-target";
export const missingQuery = queryOptions({
  queryKey: ["monitoring-statistics", "missing"],
  queryFn: async () => {
    const [listed, counted] = await Promise.all([
      api.get<{ rows: readonly Target[] }>(ACCESS, { view: "missing", limit: 100 }),
      api.get<{ count: number }>(`${ACCESS}/count`, { view: "missing" }),
    ]);
    return { rows: listed.rows, count: counted.count };
  },
  staleTime: 60_000,
});
