/** Comma, semicolon or tab separated text in UTF-8 or GB18030, read as it comes. RFC 4180, and what Excel in China really saves. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { ok, type Result, refuse } from "../../result.ts";
import type { FileRow, RowSource } from "./cell.ts";
import { storable } from "./xml-scan.ts";
import { ArchiveError } from "./zip-read.ts";

const CELL_LIMIT = 40_000;
const COLUMN_LIMIT = 256;
const SAMPLE = 65_536;

export async function openCsv(path: string): Promise<Result<RowSource>> {
  const file = await open(path, "r");
  const sample = Buffer.alloc(SAMPLE);
  const { bytesRead } = await file.read(sample, 0, SAMPLE, 0).finally(() => file.close());
  const head = sample.subarray(0, bytesRead);
  const encoding = encodingOf(head);
  if (!encoding) return refuse("invalid", "import.not_excel");
  const separator = separatorOf(new TextDecoder(encoding).decode(head));
  return ok({ rows: (batch) => readRows(path, encoding, separator, batch) });
}

type Encoding = "utf-8" | "gb18030" | "utf-16le";

/** UTF-8 when it is valid as such (a cut last character aside), else GB18030; null when it is no text. */
export function encodingOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head.includes(0)) return null;
  if (isValid("utf-8", head)) return "utf-8";
  return isValid("gb18030", head) ? "gb18030" : null;
}

function isValid(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The separator that stands most often in the first line, outside quotes. */
export function separatorOf(text: string): string {
  const line = (text.split(/\r?\n/).find((each) => each.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", "\t", ";", "，"].map((mark) => ({ mark, n: line.split(mark).length }));
  return counts.sort((a, b) => b.n - a.n)[0]?.mark ?? ",";
}

async function* readRows(path: string, encoding: Encoding, separator: string, batch: number): AsyncGenerator<readonly FileRow[]> {
  const decoder = new TextDecoder(encoding);
  const stream = createReadStream(path, { highWaterMark: 262_144 });
  let ready: FileRow[] = [];
  const reader = csvReader(separator, (row) => ready.push(row));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      reader.push(storable(decoder.decode(chunk, { stream: true })));
      while (ready.length >= batch) {
        yield ready.slice(0, batch);
        ready = ready.slice(batch);
      }
    }
    reader.push(decoder.decode());
    reader.end();
    if (ready.length > 0) yield ready;
  } finally {
    stream.destroy();
  }
}

/** Row numbers count records, as the rows of a sheet do; wholly empty records are counted and not reported. */
export function csvReader(separator: string, report: (row: FileRow) => void): { push(text: string): void; end(): void } {
  let number = 0;
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let wasQuote = false;
  const endCell = () => {
    if (cells.length < COLUMN_LIMIT) cells.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    number += 1;
    if (cells.some((each) => each.trim() !== "")) report({ number, cells: cells.map((each) => (each === "" ? null : each)) });
    cells = [];
  };
  const put = (letter: string) => {
    cell += letter;
    if (cell.length > CELL_LIMIT) throw new ArchiveError("import.damaged_text");
  };
  return {
    push(text) {
      for (const letter of text) {
        if (quoted) {
          if (wasQuote) {
            wasQuote = false;
            if (letter === '"') {
              put('"');
              continue;
            }
            quoted = false;
          } else if (letter === '"') {
            wasQuote = true;
            continue;
          } else {
            put(letter);
            continue;
          }
        }
        if (letter === '"' && cell === "") quoted = true;
        else if (letter === separator) endCell();
        else if (letter === "\n") endRow();
        else if (letter !== "\r") put(letter);
      }
    },
    end() {
      if (quoted && !wasQuote) throw new ArchiveError("import.damaged_text");
      if (cell !== "" || cells.length > 0) endRow();
    },
  };
}
