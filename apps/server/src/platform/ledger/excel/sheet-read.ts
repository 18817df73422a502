/**
 * The first sheet of a workbook, row by row. ECMA-376 part 1 §18: shared strings are kept as bytes, merged regions are looked up first
 * (they stand behind the rows), formulas are read by their stored result, dates by the format of their cell.
 */
import { ok, type Result, refuse } from "../../result.ts";
import type { Cell, FileRow, RowSource } from "./cell.ts";
import { attribute, unescapeXml, xmlScanner } from "./xml-scan.ts";
import { type Archive, ArchiveError } from "./zip-read.ts";

const COLUMN_LIMIT = 256;
const CELL_LIMIT = 40_000;
const MERGE_LIMIT = 200_000;
/** Cells of one row that merged regions cover. A table has 256 of them at most; more are regions on top of each other. */
const MERGED_LIMIT = 1_000;
const STRING_BYTES = 256 * 1_048_576;

export async function openWorkbook(archive: Archive): Promise<Result<RowSource>> {
  if (!archive.has("xl/workbook.xml")) return refuse("invalid", archive.has("mimetype") ? "import.other_spreadsheet" : "import.not_excel");
  const { sheet, date1904 } = await firstSheet(archive);
  if (!sheet || !archive.has(sheet)) return refuse("invalid", "import.no_sheet");
  const strings = await readStrings(archive);
  const dateStyles = await readDateStyles(archive);
  const merges = await readMerges(archive, sheet);
  return ok({ rows: (batch) => readRows({ archive, sheet, strings, dateStyles, merges, date1904 }, batch) });
}

async function scanAll(
  archive: Archive,
  name: string,
  handler: Parameters<typeof xmlScanner>[0],
  stop: () => boolean = () => false,
): Promise<void> {
  const scanner = xmlScanner(handler);
  for await (const chunk of archive.read(name)) {
    scanner.push(chunk);
    if (stop()) return;
  }
  scanner.end();
}

const ignore = () => undefined;

/** The first visible sheet, by the workbook's own order. */
async function firstSheet(archive: Archive): Promise<{ readonly sheet: string | null; readonly date1904: boolean }> {
  const relations = new Map<string, string>();
  const rels = "xl/_rels/workbook.xml.rels";
  if (archive.has(rels))
    await scanAll(archive, rels, {
      open(name, attributes) {
        if (name === "Relationship") relations.set(attribute(attributes, "Id") ?? "", unescapeXml(attribute(attributes, "Target") ?? ""));
      },
      close: ignore,
      text: ignore,
    });
  const sheets: { readonly target: string | undefined; readonly isVisible: boolean }[] = [];
  let date1904 = false;
  await scanAll(archive, "xl/workbook.xml", {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
      if (name === "sheet")
        sheets.push({ target: relations.get(attribute(attributes, "id") ?? ""), isVisible: !attribute(attributes, "state") });
    },
    close: ignore,
    text: ignore,
  });
  const target = (sheets.find((each) => each.isVisible) ?? sheets[0])?.target;
  if (!target) return { sheet: archive.names.find((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)) ?? null, date1904 };
  return { sheet: target.startsWith("/") ? target.slice(1) : `xl/${target}`, date1904 };
}

/** Shared strings as one run of bytes with offsets: a third of what they would take as JavaScript strings. */
export type SharedStrings = { get(index: number): string | null };

async function readStrings(archive: Archive): Promise<SharedStrings> {
  const name = "xl/sharedStrings.xml";
  if (!archive.has(name)) return { get: () => null };
  let bytes = Buffer.alloc(65_536);
  let ends = new Uint32Array(4_096);
  let count = 0;
  let used = 0;
  let parts = "";
  let inText = false;
  let inPhonetic = false;
  const keep = (text: string) => {
    const length = Buffer.byteLength(text);
    if (used + length > STRING_BYTES) throw new ArchiveError("import.too_large_inside");
    if (used + length > bytes.length) bytes = Buffer.concat([bytes], Math.min(STRING_BYTES, Math.max(bytes.length * 2, used + length)));
    used += bytes.write(text, used);
    if (count === ends.length) {
      const wider = new Uint32Array(ends.length * 2);
      wider.set(ends);
      ends = wider;
    }
    ends[count++] = used;
  };
  await scanAll(archive, name, {
    open(tag) {
      if (tag === "si") parts = "";
      else if (tag === "rPh") inPhonetic = true;
      else if (tag === "t") inText = !inPhonetic;
    },
    text(raw) {
      if (inText && parts.length < CELL_LIMIT) parts += raw;
    },
    close(tag) {
      if (tag === "t") inText = false;
      else if (tag === "rPh") inPhonetic = false;
      else if (tag === "si") keep(unescapeXml(parts));
    },
  });
  return {
    get(index) {
      if (!(index >= 0 && index < count)) return null;
      return bytes.toString("utf8", index === 0 ? 0 : ends[index - 1], ends[index]);
    },
  };
}

/** ECMA-376 §18.8.30: built-in date formats, the East Asian ones included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isDateFormat = (code: string): boolean => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));

/** Which cell styles show a date. */
async function readDateStyles(archive: Archive): Promise<ReadonlySet<number>> {
  const styles = new Set<number>();
  if (!archive.has("xl/styles.xml")) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  let index = 0;
  await scanAll(archive, "xl/styles.xml", {
    open(tag, attributes) {
      if (tag === "numFmt") formats.set(Number(attribute(attributes, "numFmtId")), unescapeXml(attribute(attributes, "formatCode") ?? ""));
      else if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        const code = formats.get(id);
        if (code === undefined ? isBuiltInDate(id) : isDateFormat(code)) styles.add(index);
        index += 1;
      }
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false;
    },
    text: ignore,
  });
  return styles;
}

type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** Merged regions stand behind the rows; only the bytes after `</sheetData>` are scanned. */
async function readMerges(archive: Archive, sheet: string): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  const scanner = xmlScanner({
    open(tag, attributes) {
      if (tag !== "mergeCell") return;
      const [from = "", to = from] = (attribute(attributes, "ref") ?? "").split(":");
      const [a, b] = [position(from), position(to)];
      if (!a || !b || b.row < a.row || b.column < a.column || a.column >= COLUMN_LIMIT || merges.length >= MERGE_LIMIT) return;
      merges.push({ top: a.row, bottom: b.row, left: a.column, right: Math.min(b.column, COLUMN_LIMIT - 1) });
    },
    close: ignore,
    text: ignore,
  });
  let tail = Buffer.alloc(0);
  let isBehind = false;
  for await (const chunk of archive.read(sheet)) {
    if (isBehind) {
      scanner.push(chunk);
      continue;
    }
    const joined = Buffer.concat([tail, chunk]);
    const end = closingAt(joined);
    if (end >= 0) {
      isBehind = true;
      scanner.push(joined.subarray(end));
    } else tail = joined.subarray(Math.max(0, joined.length - 32));
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Longer than any namespace prefix before the name of the tag, shorter than what is kept of a chunk. */
const PREFIX_LIMIT = 20;

/** Where the bytes after the closing tag of the rows begin, whatever its prefix. */
function closingAt(bytes: Buffer): number {
  for (let at = bytes.indexOf("sheetData>"); at >= 0; at = bytes.indexOf("sheetData>", at + 1)) {
    const before = bytes.subarray(Math.max(0, at - PREFIX_LIMIT), at);
    const open = before.lastIndexOf("<");
    if (open >= 0 && before[open + 1] === 47) return at + "sheetData>".length;
  }
  return -1;
}

/** `B12` → row 12, column 1 (0-based). */
function position(ref: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < ref.length; at++) {
    const code = ref.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(ref.slice(at));
  return at > 0 && Number.isInteger(row) && row > 0 ? { row, column: column - 1 } : null;
}

type Sheet = {
  readonly archive: Archive;
  readonly sheet: string;
  readonly strings: SharedStrings;
  readonly dateStyles: ReadonlySet<number>;
  readonly merges: readonly Merge[];
  readonly date1904: boolean;
};

async function* readRows(sheet: Sheet, batch: number): AsyncGenerator<readonly FileRow[]> {
  let ready: FileRow[] = [];
  const scanner = xmlScanner(rowHandler(sheet, (row) => ready.push(row)));
  for await (const chunk of sheet.archive.read(sheet.sheet)) {
    scanner.push(chunk);
    while (ready.length >= batch) {
      yield ready.slice(0, batch);
      ready = ready.slice(batch);
    }
  }
  scanner.end();
  if (ready.length > 0) yield ready;
}

/** Builds rows from the tags of a sheet; rows without any content are not reported. */
function rowHandler({ strings, dateStyles, merges, date1904 }: Sheet, report: (row: FileRow) => void) {
  let number = 0;
  let cells: Cell[] = [];
  let column = 0;
  let type = "";
  let style = -1;
  let value = "";
  let hasValue = false;
  let hasFormula = false;
  let reading: "v" | "t" | null = null;
  let inPhonetic = false;
  const merging = mergeFiller(merges);
  const take = () => {
    if (column >= COLUMN_LIMIT || (!hasValue && !hasFormula)) return;
    while (cells.length < column) cells.push(null);
    if (hasValue) cells[column] = cellOf(type, value, dateStyles.has(style), strings, date1904);
    else cells[column] = type === "str" ? null : { broken: "formula", shown: "" }; // a formula may well result in an empty text
  };
  return {
    open(tag: string, attributes: string) {
      if (tag === "c") {
        const at = attribute(attributes, "r");
        column = (at ? position(at)?.column : undefined) ?? column + 1;
        type = attribute(attributes, "t") ?? "n";
        const s = attribute(attributes, "s");
        style = s === undefined ? -1 : Number(s);
        value = "";
        hasValue = false;
        hasFormula = false;
      } else if (tag === "v") reading = "v";
      else if (tag === "t") reading = inPhonetic ? null : "t";
      else if (tag === "f") hasFormula = true;
      else if (tag === "rPh") inPhonetic = true;
      else if (tag === "row") {
        const r = Number(attribute(attributes, "r"));
        number = Number.isInteger(r) && r > number ? r : number + 1;
        cells = [];
        column = -1;
      }
    },
    text(raw: string) {
      if (reading === null || value.length > CELL_LIMIT) return;
      value += raw;
      hasValue = true;
    },
    close(tag: string) {
      if (tag === "v" || tag === "t") reading = null;
      else if (tag === "rPh") inPhonetic = false;
      else if (tag === "c") take();
      else if (tag === "row") {
        const row = merging(number, cells);
        if (row.cells.some((cell) => cell !== null && cell !== "")) report(row);
      }
    },
  };
}

/** Gives every cell of a merged region the value of its first cell. */
function mergeFiller(merges: readonly Merge[]): (number: number, cells: Cell[]) => FileRow {
  let next = 0;
  let active: { readonly merge: Merge; readonly value: Cell }[] = [];
  let covered = 0;
  const enter = (merge: Merge, value: Cell) => {
    covered += merge.right - merge.left + 1;
    if (covered > MERGED_LIMIT) throw new ArchiveError("import.too_many_merged");
    active.push({ merge, value });
  };
  return (number, cells) => {
    active = active.filter(({ merge }) => merge.bottom >= number);
    covered = active.reduce((sum, { merge }) => sum + merge.right - merge.left + 1, 0);
    for (; next < merges.length; next++) {
      const merge = merges[next];
      if (!merge || merge.top > number) break;
      if (merge.bottom >= number) enter(merge, merge.top === number ? (cells[merge.left] ?? null) : null);
    }
    if (active.length === 0 || cells.every((cell) => cell === null)) return { number, cells };
    const merged: number[] = [];
    for (const { merge, value } of active) {
      if (value === null) continue;
      for (let column = merge.left; column <= merge.right; column++) {
        if (number === merge.top && column === merge.left) continue;
        while (cells.length <= column) cells.push(null);
        if (cells[column] !== null) continue;
        cells[column] = value;
        merged.push(column);
      }
    }
    return merged.length > 0 ? { number, cells, merged } : { number, cells };
  };
}

function cellOf(type: string, raw: string, isDateStyle: boolean, strings: SharedStrings, date1904: boolean): Cell {
  switch (type) {
    case "s":
      return strings.get(Number(raw));
    case "str":
    case "inlineStr":
      return unescapeXml(raw);
    case "b":
      return raw === "1";
    case "e":
      return { broken: "error", shown: raw };
    case "d":
      return dateCell(Date.parse(raw.endsWith("Z") ? raw : `${raw}${raw.includes("T") ? "Z" : "T00:00:00Z"}`), raw);
    default: {
      const figure = Number(raw);
      if (raw === "" || Number.isNaN(figure)) return raw === "" ? null : unescapeXml(raw);
      return isDateStyle ? dateOfSerial(figure, date1904) : figure;
    }
  }
}

const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Excel's day number. Before March 1900 it counts a 29 February that never was. */
export function dateOfSerial(serial: number, date1904 = false): Cell {
  const days = date1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  if (serial < 0 || days > LAST_SERIAL) return { broken: "day", shown: String(serial) };
  return dateCell(Math.round((days - 25_569) * 86_400) * 1_000, String(serial));
}

function dateCell(ms: number, shown: string): Cell {
  if (Number.isNaN(ms)) return { broken: "day", shown };
  const iso = new Date(ms).toISOString();
  const time = iso.slice(11, 19);
  return time === "00:00:00" ? { day: iso.slice(0, 10) } : { day: iso.slice(0, 10), time };
}
