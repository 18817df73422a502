/** A Word document as paragraphs and tables, read without trusting it: bounded, no entities, no macros. ECMA-376 part 1 §17. */
import { attribute, unescapeXml, xmlScanner } from "#platform/ledger/excel/xml-scan.ts";
import { ArchiveError, openArchive } from "#platform/ledger/excel/zip-read.ts";
import { ok, type Result, refuse } from "#platform/result.ts";

/** Rows of cells; a cell merged downwards repeats its text, one over several columns stands in the first. */
export type DocTable = readonly (readonly string[])[];
export type Block = { readonly kind: "paragraph"; readonly text: string } | { readonly kind: "table"; readonly rows: DocTable };

const BODY = "word/document.xml";
const LIMITS = { entries: 2_000, directoryBytes: 4 * 1_048_576, inflatedBytes: 64 * 1_048_576 };
const MOST_BLOCKS = 20_000;
const MOST_COLUMNS = 60;

type Cell = { text: string; span: number; merge: "start" | "continue" | null };
/** Tables within tables: the text of an inner one belongs to the cell around it. */
type Open = { readonly rows: string[][]; row: Cell[]; cell: Cell | undefined; readonly above: Map<number, string> };

export async function readDocx(path: string): Promise<Result<readonly Block[]>> {
  try {
    const archive = await openArchive(path, LIMITS);
    if (!archive.ok) return archive;
    if (!archive.value.has(BODY)) return refuse("invalid", "packs.not_word");
    const reader = docxReader();
    const scanner = xmlScanner(reader);
    for await (const chunk of archive.value.read(BODY)) scanner.push(chunk);
    scanner.end();
    return ok(reader.blocks);
  } catch (error) {
    if (error instanceof ArchiveError) return refuse("invalid", error.code);
    throw error;
  }
}

function docxReader() {
  const blocks: Block[] = [];
  const tables: Open[] = [];
  let paragraph = "";
  let inText = false;
  let deleted = 0;
  const endParagraph = () => {
    const text = paragraph.trim();
    paragraph = "";
    const cell = tables.at(-1)?.cell;
    if (cell) cell.text = text === "" ? cell.text : `${cell.text}${cell.text === "" ? "" : "\n"}${text}`;
    else if (text !== "" && blocks.length < MOST_BLOCKS) blocks.push({ kind: "paragraph", text });
  };
  const endTable = () => {
    const done = tables.pop();
    if (!done) return;
    const outer = tables.at(-1)?.cell;
    if (outer) outer.text += done.rows.map((row) => row.join(" ")).join("\n");
    else if (done.rows.length > 0 && blocks.length < MOST_BLOCKS) blocks.push({ kind: "table", rows: done.rows });
  };
  return {
    blocks,
    open(name: string, attributes: string) {
      const table = tables.at(-1);
      if (name === "tbl") tables.push({ rows: [], row: [], cell: undefined, above: new Map() });
      else if (name === "tr" && table) table.row = [];
      else if (name === "tc" && table) table.cell = { text: "", span: 1, merge: null };
      else if (name === "gridSpan" && table?.cell) table.cell.span = Math.min(MOST_COLUMNS, Number(attribute(attributes, "val")) || 1);
      else if (name === "vMerge" && table?.cell) table.cell.merge = attribute(attributes, "val") === "restart" ? "start" : "continue";
      else if (name === "t") inText = true;
      else if (name === "tab" || name === "br" || name === "cr") paragraph += name === "tab" ? "\t" : "\n";
      else if (name === "del") deleted += 1;
    },
    close(name: string) {
      const table = tables.at(-1);
      if (name === "t") inText = false;
      else if (name === "p") endParagraph();
      else if (name === "del") deleted -= 1;
      else if (name === "tc" && table?.cell) {
        if (table.row.length < MOST_COLUMNS) table.row.push(table.cell);
        table.cell = undefined;
      } else if (name === "tr" && table) table.rows.push(cellsOf(table));
      else if (name === "tbl") endTable();
    },
    text(raw: string) {
      if (inText && deleted === 0) paragraph += unescapeXml(raw);
    },
  };
}

function cellsOf({ row, above }: Open): string[] {
  const cells: string[] = [];
  for (const { text, span, merge } of row) {
    const at = cells.length;
    const value = merge === "continue" ? (above.get(at) ?? "") : text;
    if (merge === null) above.delete(at);
    else above.set(at, value);
    cells.push(value, ...Array<string>(Math.max(0, span - 1)).fill(""));
  }
  return cells.slice(0, MOST_COLUMNS);
}

export const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === "paragraph" ? block.text : block.rows.map((row) => row.join("\t")).join("\n"))).join("\n");
