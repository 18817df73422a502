/** The jurisdiction tree a person sees, one level at a time. `areas` without parent gives his own area; with one, its children. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./api.ts";

export type { Area } from "@suiren/api-client";

export const areasQuery = (parent: number | null) =>
  queryOptions({
    queryKey: ["areas", parent],
    queryFn: async () => (await api.get("/areas", { parent })).areas,
    staleTime: Number.POSITIVE_INFINITY,
  });

const SPANS = [1e13, 1e11, 1e9, 1e6, 1e3] as const;

/** Where the subtree of a key ends, by its trailing zeros (province, city, county, town, village). Pure. */
export const subtreeEnd = (key: number): number => key + (SPANS.find((span) => key % span === 0) ?? 1) - 1;
