/** Measures 指标: named figures with their unit, for an area and a period; the server computes, screens only show. */
import type { Gives, Takes } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "./api.ts";

export type { Figure, Measure } from "@suiren/api-client";
export type MeasureAnswer = Gives<"GET", "/measures/{name}">;

export const measuresQuery = queryOptions({
  queryKey: ["measures"],
  queryFn: async () => (await api.get("/measures")).measures,
  staleTime: 10 * 60_000,
});

/** @param asked area, from, to, by: none, area, month, day, split */
export const measureQuery = (name: string, asked: Omit<Takes<"GET", "/measures/{name}">, "name"> = {}) =>
  queryOptions({ queryKey: ["measure", name, asked], queryFn: () => api.get("/measures/{name}", { ...asked, name }), staleTime: 60_000 });
