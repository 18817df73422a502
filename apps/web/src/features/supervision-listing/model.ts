/** What the overview asks the server, once for each of its parts. */
import type { Gives } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Overview = Gives<"GET", "/supervision-listing/overview">;
export type Government = Overview["governments"][number];
export type UnitRow = Gives<"GET", "/supervision-listing/candidates/units">["rows"][number];

export const LISTING = "supervision-listing/listing";
const key = "supervision-listing";

export const overviewQuery = (year: number, towns: boolean) =>
  queryOptions({
    queryKey: [key, "overview", year, towns],
    queryFn: () => api.get("/supervision-listing/overview", { year, towns: towns ? "true" : "false" }),
  });
export const hazardsQuery = queryOptions({
  queryKey: [key, "hazards"],
  queryFn: () => api.get("/supervision-listing/candidates/hazards", { limit: 100 }),
});
export const unitsQuery = (purpose: "listing" | "exposure") =>
  queryOptions({
    queryKey: [key, "units", purpose],
    queryFn: () => api.get("/supervision-listing/candidates/units", { limit: 100, for: purpose }),
  });
export const townsQuery = (year: number, view: "all" | "interviews") =>
  queryOptions({
    queryKey: [key, "towns", year, view],
    queryFn: () => api.get("/supervision-listing/candidates/towns", { year, view, limit: 100 }),
  });
export const laggardsQuery = queryOptions({
  queryKey: [key, "laggards"],
  queryFn: () => api.get("/supervision-listing/laggards", { limit: 100 }),
});
export const limitsQuery = queryOptions({ queryKey: [key, "settings"], queryFn: () => api.get("/supervision-listing/settings", {}) });
