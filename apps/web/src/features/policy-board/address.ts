/** What the board shows, as its address says: `?view=calendar&pack=QZ&period=2026-Q1&lead=…&red=1&open=…`. Pure. */
import type { StandingStatus } from "@suiren/api-client";

export const views = ["area", "organ", "subsystem", "calendar"] as const;
export type View = (typeof views)[number];
/** What the panel shows: one standing, several that stand together in one cell, those of one status, of one day, or what turns red soon. */
export type Open =
  | { readonly kind: "standing"; readonly id: string }
  | { readonly kind: "several"; readonly clause: string; readonly column: string }
  | { readonly kind: "status"; readonly status: StandingStatus }
  | { readonly kind: "day"; readonly on: string }
  | { readonly kind: "ahead" };
export type Address = {
  readonly view: View;
  readonly pack: string | null;
  readonly period: string | null;
  readonly area: number | null;
  readonly lead: string | null;
  readonly subsystem: string | null;
  readonly onlyRed: boolean;
  /** Clauses without a figure too. */
  readonly all: boolean;
  /** The month of the calendar, `2026-03`. */
  readonly month: string | null;
  readonly open: Open | null;
};

/** Worst first, as they are read out. */
export const statuses = [
  "overdue",
  "no-data",
  "at-risk",
  "open",
  "met",
  "waived",
  "not-due",
  "not-applicable",
] as const satisfies readonly StandingStatus[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const areaOf = (text: string | null | undefined): number | null => {
  const key = Number(text ?? Number.NaN);
  return Number.isSafeInteger(key) && key > 0 ? key : null;
};

function openOf(text: string | null): Open | null {
  if (!text) return null;
  if (text === "ahead") return { kind: "ahead" };
  if (UUID.test(text)) return { kind: "standing", id: text };
  if (DAY.test(text)) return { kind: "day", on: text };
  const status = statuses.find((each) => each === text);
  if (status) return { kind: "status", status };
  const at = text.lastIndexOf("@");
  return at > 0 && at < text.length - 1 ? { kind: "several", clause: text.slice(0, at), column: text.slice(at + 1) } : null;
}
function openText(open: Open): string {
  if (open.kind === "standing") return open.id;
  if (open.kind === "several") return `${open.clause}@${open.column}`;
  return open.kind === "status" ? open.status : open.kind === "day" ? open.on : "ahead";
}

export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const month = given.get("month");
  return {
    view: views.find((view) => view === given.get("view")) ?? "area",
    pack: given.get("pack") || null,
    period: given.get("period") || null,
    area: areaOf(given.get("area")),
    lead: given.get("lead") || null,
    subsystem: given.get("subsystem") || null,
    onlyRed: given.get("red") === "1",
    all: given.get("all") === "1",
    month: month && MONTH.test(month) ? month : null,
    open: openOf(given.get("open")),
  };
}

export const BOARD = "/policy-tasks/board";

export function writeAddress(address: Address): string {
  const search = new URLSearchParams();
  if (address.view !== "area") search.set("view", address.view);
  for (const key of ["pack", "period", "lead", "subsystem", "month"] as const) {
    const value = address[key];
    if (value) search.set(key, value);
  }
  if (address.area !== null) search.set("area", String(address.area));
  if (address.onlyRed) search.set("red", "1");
  if (address.all) search.set("all", "1");
  if (address.open) search.set("open", openText(address.open));
  const text = search.toString();
  return `${BOARD}${text ? `?${text}` : ""}`;
}

/** What the server is asked for; the calendar and the open cell are the page's own matter. */
export const boardAsked = ({ view, pack, period, area, lead, subsystem, onlyRed }: Address) => ({
  by: view === "calendar" ? ("area" as const) : view,
  ...(pack ? { pack } : {}),
  ...(period ? { period } : {}),
  ...(area === null ? {} : { area }),
  ...(lead ? { lead } : {}),
  ...(subsystem ? { subsystem } : {}),
  ...(onlyRed ? { onlyRed: true } : {}),
});

export const clauseHref = (clause: string, pack: string | null): string =>
  `/policy-tasks/clauses/${encodeURIComponent(clause)}${pack && !clause.startsWith(`${pack}-`) ? `?pack=${encodeURIComponent(pack)}` : ""}`;

/** Where the pack itself is written, tried and put in force. */
export const packHref = (pack: string, tab?: "text" | "document" | "diff", clause?: string): string =>
  `/policy/packs?${new URLSearchParams({ pack, ...(tab ? { tab } : {}), ...(clause ? { clause } : {}) })}`;
