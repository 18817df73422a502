/** What the pages of grassroots governance ask the server, and how a share is judged. */
import type { Gives } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Matrix = Gives<"GET", "/grassroots/registers/matrix">;
export type Line = Matrix["lines"][number];
export type Cell = Line["cells"][number];
export type Gaps = Gives<"GET", "/grassroots/registers/{id}/gaps">;
export type Town = Gives<"GET", "/grassroots/towns/{area}">;
export type TownLine = Gives<"GET", "/grassroots/towns">["towns"][number];
export type Platforms = Gives<"GET", "/grassroots/platforms">;
export type Platform = Platforms["platforms"][number];
export type Delivery = Gives<"GET", "/grassroots/platforms/{id}/deliveries">["deliveries"][number];

export type Standards = Gives<"GET", "/grassroots/standards">;
export type StandardBody = Gives<"GET", "/grassroots/standards/{force}/{id}">;
export type Force = StandardBody["force"];
export type Villages = Gives<"GET", "/grassroots/villages">;
export type Desk = Gives<"GET", "/grassroots/villages/{area}">;
export type Risks = Gives<"GET", "/grassroots/risks">;
export type Practices = Gives<"GET", "/grassroots/practices">["practices"];

export const KEY = "grassroots";

export const matrixQuery = (area: number | null) =>
  queryOptions({
    queryKey: [KEY, "matrix", area],
    queryFn: () => api.get("/grassroots/registers/matrix", area === null ? {} : { area }),
  });
export const gapsQuery = (id: string) =>
  queryOptions({ queryKey: [KEY, "gaps", id], queryFn: () => api.get("/grassroots/registers/{id}/gaps", { id }) });
export const townsQuery = queryOptions({ queryKey: [KEY, "towns"], queryFn: () => api.get("/grassroots/towns", {}) });
export const townQuery = (area: number, month: string | null) =>
  queryOptions({
    queryKey: [KEY, "town", area, month],
    queryFn: () => api.get("/grassroots/towns/{area}", { area, ...(month === null ? {} : { month }) }),
  });
export const standardsQuery = queryOptions({ queryKey: [KEY, "standards"], queryFn: () => api.get("/grassroots/standards", {}) });
export const bodyQuery = (force: Force, id: string) =>
  queryOptions({ queryKey: [KEY, "standard", force, id], queryFn: () => api.get("/grassroots/standards/{force}/{id}", { force, id }) });
export const villagesQuery = queryOptions({ queryKey: [KEY, "villages"], queryFn: () => api.get("/grassroots/villages", {}) });
export const deskQuery = (area: number) =>
  queryOptions({ queryKey: [KEY, "village", area], queryFn: () => api.get("/grassroots/villages/{area}", { area }) });
export const risksQuery = queryOptions({ queryKey: [KEY, "risks"], queryFn: () => api.get("/grassroots/risks", {}) });
export const practicesQuery = queryOptions({ queryKey: [KEY, "practices"], queryFn: () => api.get("/grassroots/practices", {}) });
export const platformsQuery = queryOptions({ queryKey: [KEY, "platforms"], queryFn: () => api.get("/grassroots/platforms", {}) });
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, "deliveries", id],
    queryFn: () => api.get("/grassroots/platforms/{id}/deliveries", { id }),
    refetchInterval: 5_000,
  });

const FULL = 95;
const FAIR = 85;
/** How a completeness reads: well kept, with gaps, poor. */
export const gradeOf = (completeness: number | null): "met" | "soon" | "overdue" | null =>
  completeness === null ? null : completeness >= FULL ? "met" : completeness >= FAIR ? "soon" : "overdue";

/** How much of a norm is met. */
export const standardGrade = (met: number): "met" | "soon" | "overdue" => (met >= 90 ? "met" : met >= 60 ? "soon" : "overdue");
