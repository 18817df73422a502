/** Base maps as the administrator sees them. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import type { Datum, Ground } from "../../ui/map/types.ts";

export type Where = "all" | "light" | "dark" | "none";
export type Facts = Pick<Ground, "kind" | "schema" | "layers" | "minZoom" | "maxZoom"> & {
  readonly tiles: number;
  readonly sizeBytes: number;
};
export type BaseMap = {
  readonly id: string;
  readonly state: "uploading" | "kept" | "withdrawn";
  readonly name: string;
  readonly source: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: Datum;
  readonly validUntil: string | null;
  readonly fileName: string;
  readonly uploadBytes: number;
  readonly receivedBytes: number;
  readonly facts: Facts | null;
  readonly inLight: boolean;
  readonly inDark: boolean;
  readonly withdrawnWhy: string | null;
  readonly createdAt: string;
};

export const baseMapsQuery = queryOptions({
  queryKey: ["base-maps", "list"],
  queryFn: async () => (await api.get<{ maps: readonly BaseMap[] }>("base-maps")).maps,
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
