/** A determination as its form holds it: one line for each way of each element, facts and figures by number. Pure but for the questions asked. */
import type { Determined, Gives } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import type { Row } from "../../lib/schema.ts";

export const PATH = "hazard-loop/determination";
export type Rules = Gives<"GET", "/hazard-loop/determination-rules">;
export type Element = Rules["elements"][number];
export type Reason = NonNullable<Determined["judgement"]>["reasons"][number];

export const rulesQuery = (on: string | null) =>
  queryOptions({
    queryKey: ["determination-rules", on],
    queryFn: () => api.get("/hazard-loop/determination-rules", on ? { on } : {}),
    staleTime: 10 * 60_000,
  });

export type Line = {
  readonly clause: string;
  readonly way: number;
  readonly fact: boolean | null;
  readonly first: number | null;
  readonly second: number | null;
  readonly confirmed: boolean | null;
  readonly note: string | null;
  readonly photos: readonly string[] | null;
};
export type Draft = {
  readonly inspectedOn: string;
  readonly tags: readonly string[];
  readonly tagsUnknown: readonly string[];
  readonly correctable: "yes" | "no" | "unknown";
  readonly exclusions: readonly string[];
  readonly exclusionsUnknown: readonly string[];
  readonly elements: readonly Line[];
  readonly papers: readonly string[];
  readonly remark: string | null;
};

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
export const draftOf = (row: Row): Draft => ({
  inspectedOn: String(row.inspectedOn),
  tags: names(row.tags),
  tagsUnknown: names(row.tagsUnknown),
  correctable: row.correctable === "yes" || row.correctable === "no" ? row.correctable : "unknown",
  exclusions: names(row.exclusions),
  exclusionsUnknown: names(row.exclusionsUnknown),
  elements: Array.isArray(row.elements) ? (row.elements as readonly Line[]) : [],
  papers: names(row.papers),
  remark: typeof row.remark === "string" ? row.remark : null,
});

export const lineOf = (draft: Draft, clause: string, way: number): Line =>
  draft.elements.find((line) => line.clause === clause && line.way === way) ?? {
    clause,
    way,
    fact: null,
    first: null,
    second: null,
    confirmed: null,
    note: null,
    photos: null,
  };

const isBlank = ({ fact, first, second, confirmed, note, photos }: Line): boolean =>
  fact === null && first === null && second === null && !confirmed && !note && (photos ?? []).length === 0;

/** The draft with one line changed; a line with nothing in it goes. */
export function withLine(draft: Draft, line: Line): Draft {
  const others = draft.elements.filter((each) => each.clause !== line.clause || each.way !== line.way);
  return { ...draft, elements: isBlank(line) ? others : [...others, line] };
}

export type Answer = "yes" | "no" | "unknown";
export const answerOf = (yes: readonly string[], unknown: readonly string[], name: string): Answer =>
  yes.includes(name) ? "yes" : unknown.includes(name) ? "unknown" : "no";

/** Two lists of names, with one name put where its answer belongs. */
export function answered(
  yes: readonly string[],
  unknown: readonly string[],
  name: string,
  answer: Answer,
): readonly [readonly string[], readonly string[]] {
  const without = (list: readonly string[]) => list.filter((each) => each !== name);
  return [answer === "yes" ? [...without(yes), name] : without(yes), answer === "unknown" ? [...without(unknown), name] : without(unknown)];
}

/** The group of a clause: 6, 7.1 … 7.9. */
export const groupOf = (clause: string): string => (clause.startsWith("6.") ? "6" : clause.split(".").slice(0, 2).join("."));
