/** The city of this installation: its outline for maps and pictures. */
import type { Gives } from "@suiren/api-client";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MapArea } from "../ui/map/types.ts";
import { api } from "./api.ts";

export type { City } from "@suiren/api-client";
export type Boundary = Gives<"GET", "/boundaries">;

export const cityQuery = queryOptions({
  queryKey: ["public", "city"],
  queryFn: () => api.get("/public/city"),
  staleTime: Number.POSITIVE_INFINITY,
});

const boundariesQuery = queryOptions({
  queryKey: ["boundaries"],
  queryFn: () => api.get("/boundaries"),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Counties as areas of a map, for people signed in; empty until they are there. The city's own outline is left to its counties. */
export function useCityAreas(): readonly MapArea[] {
  const { data } = useQuery(boundariesQuery);
  return useMemo(
    () =>
      (data?.features ?? [])
        .filter(({ properties }, _, all) => all.length === 1 || properties?.level !== "city")
        .map(({ geometry, properties }, index) => ({
          id: String(properties?.area ?? properties?.adcode ?? index),
          name: String(properties?.name ?? ""),
          geometry,
        })),
    [data],
  );
}
