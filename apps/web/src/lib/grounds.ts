/** The base maps in force, for every map of a signed-in person. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Grounds } from "../ui/map/types.ts";
import { api } from "./api.ts";
import { useMay } from "./session.ts";

export const groundsQuery = queryOptions({
  queryKey: ["base-maps", "in-force"],
  queryFn: () => api.get("/base-maps/in-force"),
  staleTime: 10 * 60_000,
});

/** Undefined until known. Where they cannot be read a map stands on its boundaries, as without any. */
export function useGrounds(): Grounds | undefined {
  const may = useMay();
  const { data, isError } = useQuery(groundsQuery);
  const known = data ?? (isError ? { light: null, dark: null } : undefined);
  return known && { ...known, importHref: may("base-maps.manage") ? "/system/base-maps" : undefined };
}
