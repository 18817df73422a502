/** Task tables out of a file: the first sheet of a workbook, or the tables of a Word document. */
import { open } from "node:fs/promises";
import { shownText } from "#platform/ledger/excel/cell.ts";
import { openFile } from "#platform/ledger/excel/open-file.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { readDocx } from "../format/read-docx.ts";
import { readTable, type Table, type TableRow } from "./task-table.ts";

const ROW_LIMIT = 3_000;
const COLUMN_LIMIT = 40;

/** @returns every table with a head that can be read, the largest first */
export async function openTables(path: string, fileName: string): Promise<Result<readonly Table[]>> {
  const rows = /\.docx$/i.test(fileName) && (await isZip(path)) ? await wordRows(path) : await sheetRows(path);
  if (!rows.ok) return rows;
  const tables = rows.value.flatMap((each) => readTable(each) ?? []).filter((table) => table.rows.length > 0);
  if (tables.length === 0) return refuse("invalid", "packs.no_task_table");
  return ok(tables.toSorted((a, b) => b.rows.length - a.rows.length));
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  const head = Buffer.alloc(2);
  await file.read(head, 0, 2, 0).finally(() => file.close());
  return head.toString("latin1") === "PK";
}

async function wordRows(path: string): Promise<Result<readonly (readonly TableRow[])[]>> {
  const read = await readDocx(path);
  if (!read.ok) return read;
  return ok(
    read.value.flatMap((block) =>
      block.kind === "table"
        ? [block.rows.slice(0, ROW_LIMIT).map((cells, i) => ({ number: i + 1, cells: cells.slice(0, COLUMN_LIMIT) }))]
        : [],
    ),
  );
}

async function sheetRows(path: string): Promise<Result<readonly (readonly TableRow[])[]>> {
  const opened = await openFile(path);
  if (!opened.ok) return opened;
  const rows: TableRow[] = [];
  for await (const batch of opened.value.rows(500)) {
    for (const { number, cells } of batch) rows.push({ number, cells: cells.slice(0, COLUMN_LIMIT).map((cell) => shownText(cell).trim()) });
    if (rows.length > ROW_LIMIT) return refuse("too_large", "packs.table_too_long", { limit: ROW_LIMIT });
  }
  return ok([rows]);
}
