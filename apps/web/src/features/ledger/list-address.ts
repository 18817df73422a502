/** What a list shows, as its address says: shareable, and Back undoes one step at a time. Pure. */
import type { Condition } from "../../lib/condition.ts";
import { isEmpty } from "../../lib/condition.ts";

export type ListAddress = {
  readonly view?: string | undefined;
  readonly where: Condition;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly open?: string | undefined;
  readonly map: boolean;
};

/** Reads `?view=key&where={…}&page=2`; a broken condition is dropped, never an error page. */
export function readAddress(search: string): ListAddress {
  const given = new URLSearchParams(search);
  const word = (key: string): string | undefined => given.get(key) || undefined;
  const page = Number(given.get("page") ?? 1);
  return {
    view: word("view"),
    where: readWhere(given.get("where")),
    q: word("q"),
    sort: word("sort"),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    open: word("open"),
    map: given.get("map") === "1",
  };
}

function readWhere(text: string | null): Condition {
  if (!text) return {};
  try {
    const where: unknown = JSON.parse(text);
    return isCondition(where) ? where : {};
  } catch {
    return {};
  }
}
const isCondition = (value: unknown): value is Condition => typeof value === "object" && value !== null && !Array.isArray(value);

/** The address after `?`, with nothing in it that is the default. */
export function writeAddress({ view, where, q, sort, page, open, map }: ListAddress): string {
  const search = new URLSearchParams();
  const put = (key: string, value: string | undefined) => {
    if (value) search.set(key, value);
  };
  put("view", view);
  put("where", isEmpty(where) ? undefined : JSON.stringify(where));
  put("q", q);
  put("sort", sort);
  put("page", page > 1 ? String(page) : undefined);
  put("open", open);
  put("map", map ? "1" : undefined);
  const text = search.toString();
  return text ? `?${text}` : "";
}

/** Page numbers to show: first, last, two round the present; 0 is a gap. */
export function pagesAround(page: number, pages: number): readonly number[] {
  const wanted = [1, page - 1, page, page + 1, page === 1 ? 3 : 0, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    return before !== undefined && each - before > 1 ? [0, each] : [each];
  });
}
