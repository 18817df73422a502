/** Rows of an office's list made into check items: what came in, what did not and why. Pure; the rest comes in when a row cannot. */
import type { CheckItem, ItemGrade, PhotoDemand } from "./checklist.ts";
import type { Target } from "./office-columns.ts";

export const TEXT_LIMIT = 2_000;
const SECTION_LIMIT = 300;
const LONG = 200;

/** A row of the file as a person sees it: its number, and the text of each cell. */
export type OfficeRow = { readonly number: number; readonly cells: readonly string[] };
export type Take = {
  /** Per column of the file, what it is meant for. */
  readonly columns: readonly (Target | null)[];
  /** Only rows whose cell in this column is one of these. */
  readonly only?: readonly { readonly column: number; readonly values: readonly string[] }[];
};
export type RowTrouble = {
  readonly row: number;
  readonly code: string;
  readonly value: string;
  readonly params: Readonly<Record<string, unknown>>;
};
export type Taken = {
  readonly items: readonly CheckItem[];
  /** Rows that did not come in. */
  readonly errors: readonly RowTrouble[];
  /** Rows that came in, with something one should look at. */
  readonly notes: readonly RowTrouble[];
  readonly blank: number;
  readonly leftOut: number;
  readonly filledDown: number;
};

const GRADES: readonly (readonly [RegExp, ItemGrade])[] = [
  [/重大|严重|较大|高|红|^(3|4|a|i)$/i, "serious"],
  [/轻微|轻|低|蓝|^(1|c)$/i, "minor"],
  [/一般|中|黄|橙|^(2|b)$/i, "general"],
];
const PHOTOS: readonly (readonly [RegExp, PhotoDemand])[] = [
  [/不合格|问题|隐患|异常/, "onFail"],
  [/不|否|无|^n/i, "never"],
  [/必|是|要|须|^y/i, "always"],
];
const meaning = <T>(words: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1];

/** Letters and figures alone: spaces, brackets' width and the ending dot make no other item. */
export const sameText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/^[（(]?[\d一二三四五六七八九十]+[)）.、]\s*/, "")
    .replaceAll(/[\s。．.；;，,"“”]/g, "");
/** One line, without what a broken export leaves behind: line ends, a lone quotation mark at the end. */
const clean = (cell: string): string => {
  const one = cell.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return (one.match(/"/g) ?? []).length % 2 === 1 ? one.replace(/"$/, "").replace(/^"/, "").trim() : one;
};

/** @param known items of the version before: what is worded the same keeps its number, so that repeats of a hazard are recognised */
export function takeItems(rows: readonly OfficeRow[], take: Take, known: readonly CheckItem[] = []): Taken {
  const at = (target: Target) => take.columns.indexOf(target);
  const sectionColumns = take.columns.flatMap((each, i) => (each === "section" ? [i] : []));
  const before = new Map(known.map((item) => [keyOf(item.section, item.text), item.id]));
  const items: CheckItem[] = [];
  const errors: RowTrouble[] = [];
  const notes: RowTrouble[] = [];
  const seen = new Map<string, number>();
  const texts = new Map<string, number>();
  const ids = new Set(known.map(({ id }) => id));
  const usedIds = new Set<string>();
  let above: readonly string[] = sectionColumns.map(() => "");
  let [blank, leftOut, filledDown] = [0, 0, 0];
  for (const { number, cells } of rows) {
    const cell = (i: number) => (i < 0 ? "" : clean(cells[i] ?? ""));
    if (cells.every((each) => each.trim() === "")) {
      blank++;
      continue;
    }
    const own = sectionColumns.map(cell);
    const filled = fillDown(own, above);
    above = filled;
    if ((take.only ?? []).some(({ column, values }) => !values.includes((cells[column] ?? "").trim()))) {
      leftOut++;
      continue;
    }
    const text = cell(at("text"));
    const trouble = (code: string, value: string, params: Readonly<Record<string, unknown>> = {}) => ({
      row: number,
      code,
      value: value.slice(0, 80),
      params,
    });
    if (text === "") {
      errors.push(trouble("inspection.item_without_text", filled.join(" › ")));
      continue;
    }
    if (text.length > TEXT_LIMIT) {
      errors.push(trouble("inspection.item_too_long", text, { length: text.length, limit: TEXT_LIMIT }));
      continue;
    }
    const section = filled.filter(Boolean).join(" › ").slice(0, SECTION_LIMIT) || "检查内容";
    const key = keyOf(section, text);
    const first = seen.get(key);
    if (first !== undefined) {
      errors.push(trouble("inspection.item_twice", text, { first }));
      continue;
    }
    seen.set(key, number);
    if (own.some((each, i) => each === "" && filled[i] !== "")) filledDown++;
    const elsewhere = texts.get(sameText(text));
    if (elsewhere === undefined) texts.set(sameText(text), number);
    else notes.push(trouble("inspection.item_elsewhere", text, { first: elsewhere }));
    if (text.length > LONG) notes.push(trouble("inspection.item_long", text, { length: text.length }));
    const gradeWord = cell(at("grade"));
    const grade = meaning(GRADES, gradeWord);
    if (gradeWord !== "" && !grade) notes.push(trouble("inspection.unknown_grade", gradeWord));
    const ground = cell(at("ground")) || null;
    const given = cell(at("id"));
    const id = before.get(key) ?? freeId(given, items.length + 1, new Set([...usedIds, ...ids]));
    usedIds.add(id);
    items.push({
      id,
      section,
      text,
      ground: ground?.slice(0, 300) ?? null,
      grade: grade ?? "general",
      penalty: cell(at("penalty")).slice(0, 300) || null,
      photo: meaning(PHOTOS, cell(at("photo"))) ?? "onFail",
      remedy: cell(at("remedy")).slice(0, 500) || null,
      confidence: ground ? "seen-local" : "unknown",
    });
  }
  return { items, errors, notes, blank, leftOut, filledDown };
}

const keyOf = (section: string, text: string): string => `${sameText(section)}|${sameText(text)}`;

/** An empty cell under a filled one says the same: down to the first level that changes. */
function fillDown(own: readonly string[], above: readonly string[]): readonly string[] {
  let changed = false;
  return own.map((each, i) => {
    if (each !== "") {
      changed ||= each !== above[i];
      return each;
    }
    return changed ? "" : (above[i] ?? "");
  });
}

function freeId(given: string, n: number, taken: ReadonlySet<string>): string {
  const wanted = /^[\w.-]{1,40}$/.test(given) ? given : `X-${String(n).padStart(3, "0")}`;
  if (!taken.has(wanted)) return wanted;
  for (let i = n; ; i++) {
    const next = `X-${String(i).padStart(3, "0")}`;
    if (!taken.has(next)) return next;
  }
}
