/** Which column of a file is meant for which field: by label without unit, by key, by what such columns are usually called. */
import { initialsOf } from "../search.ts";
import type { Cell, FileRow } from "./cell.ts";
import { shownText } from "./cell.ts";
import { AREA, type SheetColumn } from "./sheet-columns.ts";

export type MatchedColumn = {
  readonly header: string;
  /** Field key, or null: not known yet, or to be left out. */
  readonly field: string | null;
  /** Keys that may be meant, best first. */
  readonly suggestions: readonly { readonly field: string; readonly label: string }[];
  /** A coordinate system named in the header itself: 经度（GCJ-02）. */
  readonly datum?: string;
  /** The column that came with our own sheet of errors, or with nothing in its head: nothing to ask about it. */
  readonly ignored?: true;
};

/** Both coordinates in one cell. */
export const POINT = "point";
export const PROBLEM_HEADER = "问题";
/** 问题 in the sheet of errors, in both its languages. */
const PROBLEM_HEADERS: readonly string[] = [PROBLEM_HEADER, "problem"];

/** What places of the tree are called in the lists of offices; several such columns are read together. */
const AREA_NAMES = [
  "辖区",
  "所属辖区",
  "所在辖区",
  "区县",
  "县市区",
  "区县市",
  "县区",
  "乡镇",
  "街道",
  "乡镇街道",
  "街道乡镇",
  "镇街",
  "所属街道",
  "所属乡镇",
  "社区",
  "村社区",
  "村",
  "行政村",
  "网格",
];
const OTHER_NAMES: Readonly<Record<string, string>> = {
  经度: "lon",
  lon: "lon",
  lng: "lon",
  longitude: "lon",
  纬度: "lat",
  lat: "lat",
  latitude: "lat",
  坐标系: "datum",
  坐标系统: "datum",
  经纬度: POINT,
  坐标: POINT,
  位置坐标: POINT,
};

const DATUMS: readonly (readonly [RegExp, string])[] = [
  [/gcj-?0?2|火星|高德|腾讯/i, "gcj02"],
  [/bd-?0?9|百度/i, "bd09"],
  [/wgs-?84|gps/i, "wgs84"],
  [/cgcs-?2000|国家2000|天地图/i, "cgcs2000"],
];
export const datumIn = (text: string): string | undefined => DATUMS.find(([pattern]) => pattern.test(text))?.[1];

/** 「建筑面积（m²）*」 → 建筑面积: brackets with what is in them, marks and spaces do not count. */
export const plainHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .replace(/[([【][^)\]】]*[)\]】]/g, "")
    .replace(/必填|选填|[\s*:：*、/／·]/g, "")
    .toLowerCase();

/** Matches every header; the first column for a field has it (places of the tree may have several). */
export function matchHeaders(headers: readonly string[], columns: readonly SheetColumn[]): readonly MatchedColumn[] {
  const known = knownNames(columns);
  const taken = new Set<string>();
  return headers.map((header): MatchedColumn => {
    const plain = plainHeader(header);
    if (plain === "" || PROBLEM_HEADERS.includes(plain)) return { header, field: null, suggestions: [], ignored: true };
    const datum = datumIn(header);
    const field = known.get(plain);
    if (field !== undefined && (field === AREA || !taken.has(field))) {
      taken.add(field);
      return { header, field, suggestions: [], ...(datum ? { datum } : {}) };
    }
    return { header, field: null, suggestions: suggest(plain, columns) };
  });
}

function knownNames(columns: readonly SheetColumn[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const keys = new Set(columns.map((column) => column.key));
  if (keys.has(AREA)) for (const name of AREA_NAMES) known.set(name, AREA);
  for (const [name, key] of Object.entries(OTHER_NAMES)) if (keys.has(key === POINT ? "lon" : key)) known.set(name, key);
  for (const { key, also } of columns) if (also) known.set(plainHeader(also.label), key);
  for (const { key } of columns) known.set(key.toLowerCase(), key);
  for (const { key, label } of columns) known.set(plainHeader(label), key);
  return known;
}

const SUGGESTIONS = 3;
const NEAR_ENOUGH = 0.45;

function suggest(plain: string, columns: readonly SheetColumn[]): MatchedColumn["suggestions"] {
  return columns
    .map(({ key, label, also }) => ({
      field: key,
      label,
      score: Math.max(nearness(plain, plainHeader(label)), also ? nearness(plain, plainHeader(also.label)) : 0),
    }))
    .filter(({ score }) => score >= NEAR_ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, SUGGESTIONS)
    .map(({ field, label }) => ({ field, label }));
}

/** 0…1: shared letters, one inside the other, or the same pinyin initials. */
export function nearness(a: string, b: string): number {
  if (a === b) return 1;
  if (a === "" || b === "") return 0;
  if (a.includes(b) || b.includes(a)) return 0.6 + (0.4 * Math.min(a.length, b.length)) / Math.max(a.length, b.length);
  const initials = initialsOf(b);
  if (initials.length > 1 && (a === initials || initialsOf(a) === initials)) return 0.8;
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The head is the row among the first ten with the most known headers; titles and notes above it are passed over. */
export function findHead(rows: readonly FileRow[], columns: readonly SheetColumn[]): FileRow | undefined {
  const score = (row: FileRow) => matchHeaders(headersOf(row), columns).filter((column) => column.field !== null).length;
  let best: { readonly row: FileRow; readonly score: number } | undefined;
  for (const row of rows.slice(0, 10)) {
    const found = score(row);
    if (!best || found > best.score) best = { row, score: found };
  }
  if (best && best.score > 0) return best.row;
  return rows.find((row) => row.cells.filter((cell) => cell !== null).length > 1) ?? rows[0];
}

export const headersOf = (row: FileRow): readonly string[] =>
  Array.from(row.cells, (cell: Cell | undefined) => shownText(cell ?? null).trim());
