/** Figures of remote monitoring: which measures the page shows, and the questions it asks of them. */
import type { Gives } from "@suiren/api-client";
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

export type { Figure } from "@suiren/api-client";
export type Answer = Gives<"GET", "/measures/{name}">;
export type Measure = Answer["measure"];
type By = "none" | "area" | "month" | "split";

export const figuresQuery = (measure: string, by: By, { from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", measure, by, from, to, area],
    queryFn: () => api.get("/measures/{name}", { name: nameOf(measure), by, from, to, area }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
const MOST_ROWS = 100;
/** The rows the figure counts, in the measure's order, read from their ledger so that names of units and people come with them. */
export const rowsQuery = (measure: string, path: string, part: Part, { from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", "rows", measure, part, from, to, area],
    queryFn: async () => {
      const counted = await api.get("/measures/{name}/rows", {
        name: nameOf(measure),
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

export type BusyUnit = Gives<"GET", "/remote-monitoring/busy-units">["rows"][number];
export const busyUnitsQuery = ({ from, to }: Period, area: number | null) =>
  queryOptions({
    queryKey: ["monitoring-statistics", "units", from, to, area],
    queryFn: async () => (await api.get("/remote-monitoring/busy-units", { from, to, area, limit: 10 })).rows,
    staleTime: 60_000,
  });

export type Coverage = Gives<"GET", "/remote-monitoring/coverage">;
export type Cell = Coverage["cells"][number];
export const coverageQuery = queryOptions({
  queryKey: ["monitoring-statistics", "coverage"],
  queryFn: () => api.get("/remote-monitoring/coverage", { days: 90 }),
  staleTime: 5 * 60_000,
});

export type { RemoteMonitoringAccessTarget as Target } from "@suiren/api-client";
export const missingQuery = queryOptions({
  queryKey: ["monitoring-statistics", "missing"],
  queryFn: async () => {
    const [listed, counted] = await Promise.all([
      api.get("/remote-monitoring/access-target", { view: "missing", limit: 100 }),
      api.get("/remote-monitoring/access-target/count", { view: "missing" }),
    ]);
    return { rows: listed.rows, count: counted.count };
  },
  staleTime: 60_000,
});
