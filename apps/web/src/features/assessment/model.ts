/** What the assessment's pages ask the server, once for each of their parts. */
import type { Gives } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Years = Gives<"GET", "/assessment/years">["years"];
export type Board = Gives<"GET", "/assessment/years/{id}/board">;
export type RankingRow = Board["rows"][number];
export type Entrant = Gives<"GET", "/assessment/entrants/{id}">;
export type Indicator = Entrant["indicators"][number];
export type Curve = Indicator["curve"];
export type Evidence = Gives<"GET", "/assessment/entrants/{id}/evidence">;
export type Appeal = Gives<"GET", "/assessment/years/{id}/appeals">["appeals"][number];
export type Outcome = Gives<"GET", "/assessment/outcome">;
export type ScoreKind = Board["score"];

const key = "assessment";
export const yearsQuery = queryOptions({ queryKey: [key, "years"], queryFn: () => api.get("/assessment/years", {}) });
export const boardQuery = (id: string, score: ScoreKind | undefined) =>
  queryOptions({
    queryKey: [key, "board", id, score ?? ""],
    queryFn: () => api.get("/assessment/years/{id}/board", { id, ...(score ? { score } : {}) }),
    enabled: id !== "",
  });
export const entrantQuery = (id: string, score: ScoreKind | undefined) =>
  queryOptions({
    queryKey: [key, "entrant", id, score ?? ""],
    queryFn: () => api.get("/assessment/entrants/{id}", { id, ...(score ? { score } : {}) }),
    enabled: id !== "",
  });
export const evidenceQuery = (id: string, indicator: string, offset: number) =>
  queryOptions({
    queryKey: [key, "evidence", id, indicator, offset],
    queryFn: () => api.get("/assessment/entrants/{id}/evidence", { id, indicator, limit: 50, offset }),
    enabled: id !== "" && indicator !== "",
  });
export const appealsQuery = (id: string, entrant: string | undefined) =>
  queryOptions({
    queryKey: [key, "appeals", id, entrant ?? ""],
    queryFn: () => api.get("/assessment/years/{id}/appeals", { id, ...(entrant ? { entrant } : {}) }),
    enabled: id !== "",
  });
export const outcomeQuery = (year: number, area: number | undefined) =>
  queryOptions({
    queryKey: [key, "outcome", year, area ?? 0],
    queryFn: () => api.get("/assessment/outcome", { year, ...(area ? { area } : {}) }),
  });

/** 95.1, 0.044: the decimals of the field. */
export function shown(value: number | null, unit: string): string {
  if (value === null) return "—";
  const decimals = unit.includes("十万") ? 3 : unit === "%" ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: decimals });
}
export const points = (value: number): string => value.toFixed(1);
export const half = ({ low, high }: { readonly low: number; readonly high: number }): number => (high - low) / 2;

/** Full, partly, hardly: of the points an indicator could give. */
export const levelOf = (got: number, full: number): "met" | "soon" | "overdue" =>
  got >= full * 0.9 ? "met" : got >= full * 0.6 ? "soon" : "overdue";
