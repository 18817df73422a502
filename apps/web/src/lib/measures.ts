/** Measures 指标: named figures with their unit, for an area and a period; the server computes, screens only show. */
import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "./api.ts";

export type Measure = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly better?: "up" | "down" | null;
  readonly target?: number | null;
  readonly decimals?: number | null;
};
export type Figure = {
  readonly key?: string | number | null;
  readonly label?: string;
  readonly value: number | null;
  readonly num?: number;
  readonly den?: number;
};
export type MeasureAnswer = {
  readonly measure: Measure & { readonly path: string | null };
  readonly from: string;
  readonly to: string;
  readonly figures: readonly Figure[];
};

export const measuresQuery = queryOptions({
  queryKey: ["measures"],
  queryFn: async () => (await api.get<{ measures: readonly Measure[] }>("measures")).measures,
  staleTime: 10 * 60_000,
});

/** @param asked area, from, to, by: none, area, month, day, split */
export const measureQuery = (name: string, asked: Query = {}) =>
  queryOptions({ queryKey: ["measure", name, asked], queryFn: () => api.get<MeasureAnswer>(`measures/${name}`, asked), staleTime: 60_000 });
