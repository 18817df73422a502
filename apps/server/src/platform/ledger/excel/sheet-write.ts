/**
 * A workbook as a stream: sheets row by row, texts inline, so memory does not grow with the rows. ECMA-376 part 1, SpreadsheetML.
 * Text is always text: what begins like a formula is marked with the quote prefix and stays text when edited.
 */
import { type ZipEntry, zipOf } from "./zip-write.ts";

/** A cell to write: text, figure, yes/no, day `{ day: "2026-03-18" }`, instant `{ at: ISO }` (shown in Asia/Shanghai). */
export type OutCell = string | number | boolean | null | { readonly day: string } | { readonly at: string };
export type OutColumn = { readonly header: string; readonly width?: number; readonly required?: boolean };
export type DropDown = { readonly column: number; readonly list: string };
export type OutSheet = {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
  /** Choices offered in a column (0-based): a range such as `选项!$A$1:$A$9`. */
  readonly dropDowns?: readonly DropDown[];
  readonly hidden?: boolean;
};

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const EXCEL_TEXT_LIMIT = 32_767;
const CHUNK_CHARS = 65_536;
const STYLE = { plain: 0, head: 1, required: 2, day: 3, instant: 4, quoted: 5, wrapped: 6 } as const;

/** What XML 1.0 cannot hold: control characters but tab and line ends, halves of a surrogate pair. */
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside XML as Excel reads it back: `_x0041_` in the text itself is written so that it is not taken for an escape. */
export const xmlText = (text: string): string =>
  text
    .replace(IMPOSSIBLE, "")
    .replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&")
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Days since 1899-12-30, which is what Excel shows as a date after February 1900. */
const serialOf = (ms: number): number => ms / 86_400_000 + 25_569;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

function cellXml(cell: OutCell, at: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : "";
  if (typeof cell === "boolean") return textXml(cell ? "是" : "否", at, STYLE.plain);
  if (typeof cell === "string") return textXml(cell, at, cell.includes("\n") ? STYLE.wrapped : STYLE.plain);
  const isDay = "day" in cell;
  const ms = isDay ? Date.parse(`${cell.day}T00:00:00Z`) : Date.parse(cell.at) + SHANGHAI_OFFSET_MS;
  if (Number.isNaN(ms)) return "";
  return `<c r="${at}" s="${isDay ? STYLE.day : STYLE.instant}"><v>${serialOf(ms)}</v></c>`;
}

function textXml(text: string, at: string, style: number): string {
  const short = text.length > EXCEL_TEXT_LIMIT ? `${text.slice(0, EXCEL_TEXT_LIMIT - 1)}…` : text;
  const kind = /^[=+\-@\t\r]/.test(short) ? STYLE.quoted : style;
  return `<c r="${at}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${xmlText(short)}</t></is></c>`;
}

async function* sheetXml(sheet: OutSheet): AsyncGenerator<string> {
  const letters = sheet.columns.map((_, i) => columnLetters(i));
  const last = letters.at(-1) ?? "A";
  const columns = sheet.columns
    .map(({ width = 14 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const head = sheet.columns
    .map(({ header, required }, i) => textXml(header, `${letters[i]}1`, required ? STYLE.required : STYLE.head))
    .join("");
  let chunk = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData><row r="1">${head}</row>`;
  let row = 1;
  for await (const cells of sheet.rows) {
    row += 1;
    chunk += `<row r="${row}">`;
    for (let i = 0; i < cells.length; i++) chunk += cellXml(cells[i] ?? null, `${letters[i]}${row}`);
    chunk += "</row>";
    if (chunk.length > CHUNK_CHARS) {
      yield chunk;
      chunk = "";
    }
  }
  const drops = (sheet.dropDowns ?? []).map(
    ({ column, list }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${letters[column]}2:${letters[column]}20000"><formula1>${xmlText(list)}</formula1></dataValidation>`,
  );
  const validations = drops.length > 0 ? `<dataValidations count="${drops.length}">${drops.join("")}</dataValidations>` : "";
  yield `${chunk}</sheetData><autoFilter ref="A1:${last}${row}"/>${validations}</worksheet>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><color rgb="FFB4002F"/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="7"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf quotePrefix="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

const workbookXml = (sheets: readonly { readonly name: string; readonly hidden?: boolean }[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(
      ({ name, hidden }, i) =>
        `<sheet name="${xmlText(sheetName(name))}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
    )
    .join("")}</sheets></workbook>`;

/** Excel allows 31 characters and none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

/** The bytes of a workbook. Sheets are written in order; a later one may be made from what the earlier counted. */
export async function* workbook(sheets: readonly (() => OutSheet)[]): AsyncGenerator<Buffer> {
  yield* zipOf(entriesOf(sheets));
}

async function* entriesOf(sheets: readonly (() => OutSheet)[]): AsyncGenerator<ZipEntry> {
  const types = sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`);
  yield {
    name: "[Content_Types].xml",
    content: [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${types.join("")}</Types>`,
    ],
  };
  yield {
    name: "_rels/.rels",
    content: [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield { name: "xl/styles.xml", content: [STYLES] };
  const made: OutSheet[] = [];
  for (const [i, make] of sheets.entries()) {
    const sheet = make();
    made.push(sheet);
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) };
  }
  yield { name: "xl/workbook.xml", content: [workbookXml(made)] };
  const relations = made.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  yield {
    name: "xl/_rels/workbook.xml.rels",
    content: [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}<Relationship Id="rId${made.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
}
