/** What the page of areas asks the server, and what an administrator fills in. */
import type { Gives, Takes } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Adjustments = Gives<"GET", "/areas/adjustments">;
export type Adjustment = Adjustments["adjustments"][number];
export type OneAdjustment = Gives<"GET", "/areas/adjustments/{id}">;
export type Outlook = Gives<"POST", "/areas/adjustments/preview">;
export type Lineage = Gives<"GET", "/areas/lineage">["areas"][number];
export type Asked = Takes<"POST", "/areas/adjustments">;
export type Kind = Adjustment["kind"];

export const KEY = "area-adjustments";
/** How often a change under way is looked at. */
const PROGRESS_MS = 1_500;
/** What is confirmed may begin at any moment, or weeks from now. */
const WAITING_MS = 5_000;
const nextLook = (states: readonly (Adjustment["state"] | undefined)[]): number | false =>
  states.includes("running") ? PROGRESS_MS : states.includes("approved") ? WAITING_MS : false;

export const adjustmentsQuery = queryOptions({
  queryKey: [KEY, "list"],
  queryFn: () => api.get("/areas/adjustments", {}),
  refetchInterval: ({ state }) => nextLook(state.data?.adjustments.map((each) => each.state) ?? []),
});
export const adjustmentQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, "one", id],
    queryFn: () => api.get("/areas/adjustments/{id}", { id }),
    refetchInterval: ({ state }) => nextLook([state.data?.adjustment.state]),
  });
export const lineageQuery = (parent: number | null) =>
  queryOptions({
    queryKey: [KEY, "lineage", parent],
    queryFn: async () => (await api.get("/areas/lineage", parent === null ? {} : { parent })).areas,
  });

export type Named = { readonly key: number; readonly name: string };
export type Draft = {
  readonly kind: Kind;
  readonly areas: readonly Named[];
  readonly isFresh: boolean;
  readonly into: Named | null;
  readonly parent: Named | null;
  readonly name: string;
  readonly code: string;
  readonly effectiveOn: string;
  readonly document: string;
  readonly reason: string;
};

export const emptyDraft = (kind: Kind, today: string): Draft => ({
  ...{ kind, areas: [], isFresh: false, into: null, parent: null, name: "", code: "" },
  ...{ effectiveOn: today, document: "", reason: "" },
});

/** Only what belongs to the kind: what was filled in for another one is not sent along. Pure. */
export function askedOf({ kind, areas, isFresh, into, parent, name, code, ...rest }: Draft): Asked {
  const isNew = kind === "establish" || (kind === "merge" && isFresh);
  return {
    ...rest,
    kind,
    areas: areas.map(({ key }) => key),
    into: kind === "merge" && !isFresh ? (into?.key ?? null) : null,
    parent: isNew || kind === "move" ? (parent?.key ?? null) : null,
    name: (isNew || kind === "rename") && name.trim() !== "" ? name.trim() : null,
    code: (isNew || kind === "move") && code.trim() !== "" ? code.trim() : null,
  };
}

/** Whether enough is filled in to be tried. Pure. */
export const isFilled = ({ document, reason, effectiveOn }: Draft): boolean =>
  document.trim().length > 1 && reason.trim().length > 1 && effectiveOn !== "";
