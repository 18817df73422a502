/** A file somebody sent: what it is goes by its bytes, never by its name. */
import { open } from "node:fs/promises";
import { type Result, refuse } from "../../result.ts";
import type { RowSource } from "./cell.ts";
import { openCsv } from "./csv-read.ts";
import { openWorkbook } from "./sheet-read.ts";
import { ArchiveError, openArchive } from "./zip-read.ts";

export const FILE_LIMIT_BYTES = 64 * 1_048_576;

/** Opens .xlsx or text. Refuses, in words a person can act on, what is neither, damaged, protected or a bomb. */
export async function openFile(path: string): Promise<Result<RowSource>> {
  const kind = await kindOf(path);
  try {
    if (kind === "empty") return refuse("invalid", "import.empty_file");
    if (kind === "old") return refuse("invalid", "import.old_excel");
    if (kind === "text") return await openCsv(path);
    const archive = await openArchive(path);
    return archive.ok ? await openWorkbook(archive.value) : archive;
  } catch (error) {
    if (error instanceof ArchiveError) return refuse("invalid", error.code);
    throw error;
  }
}

async function kindOf(path: string): Promise<"zip" | "old" | "text" | "empty"> {
  const file = await open(path, "r");
  const head = Buffer.alloc(4);
  const { bytesRead } = await file.read(head, 0, 4, 0).finally(() => file.close());
  if (bytesRead === 0) return "empty";
  const magic = bytesRead === 4 ? head.readUInt32BE(0) : 0;
  if (magic === 0x504b0304 || magic === 0x504b0506) return "zip";
  return magic === 0xd0cf11e0 ? "old" : "text";
}
