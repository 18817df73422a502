/** Base maps as the administrator sees them. */
import type { BaseMap, Takes } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type { BaseMap } from "@suiren/api-client";
export type Where = Takes<"POST", "/base-maps/{id}/ground">["ground"];

export const baseMapsQuery = queryOptions({
  queryKey: ["base-maps", "list"],
  queryFn: async () => (await api.get("/base-maps")).maps,
});

export const whereOf = ({ inLight, inDark }: Pick<BaseMap, "inLight" | "inDark">): Where =>
  inLight ? (inDark ? "all" : "light") : inDark ? "dark" : "none";

const MB = 2 ** 20;
/** 734 MB, 2.1 GB: enough to know the file by. */
export const sizeWord = (bytes: number): string =>
  bytes >= 1024 * MB
    ? `${(bytes / 1024 / MB).toFixed(1)} GB`
    : bytes >= MB
      ? `${Math.round(bytes / MB)} MB`
      : `${Math.ceil(bytes / 1024)} KB`;
