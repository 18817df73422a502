/**
 * Reading a ZIP archive from disk without trusting it: entries and sizes are bounded, what is inflated is counted as it comes,
 * and nothing is held but the directory. PKWARE APPNOTE 4.3; ZIP64 4.5.3.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { ok, type Result, refuse } from "../../result.ts";

export type ZipLimits = { readonly entries: number; readonly directoryBytes: number; readonly inflatedBytes: number };
/** 200,000 rows of 40 columns are about 400 MB of XML; ten times what any real list needs is refused. */
export const zipLimits: ZipLimits = { entries: 2_000, directoryBytes: 4 * 1_048_576, inflatedBytes: 1_200 * 1_048_576 };

type Entry = { readonly method: number; readonly packed: number; readonly offset: number; readonly encrypted: boolean };
export type Archive = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Inflated bytes of an entry. Throws `ArchiveError` when damaged or larger than allowed. */
  read(name: string): AsyncGenerator<Buffer>;
};

/** What is wrong with an archive while it is read; `code` is a message code. */
export class ArchiveError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = "ArchiveError";
    this.code = code;
  }
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

export async function openArchive(path: string, limits: ZipLimits = zipLimits): Promise<Result<Archive>> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const found = await findDirectory(file, size);
    if (!found) return refuse("invalid", "import.damaged_file");
    if (found.count > limits.entries || found.size > limits.directoryBytes) return refuse("invalid", "import.too_many_parts");
    if (found.offset + found.size > size) return refuse("invalid", "import.damaged_file");
    const bytes = await readAt(file, found.offset, found.size);
    const entries = readDirectory(bytes, found.count, size);
    if (!entries) return refuse("invalid", "import.damaged_file");
    const budget = { left: limits.inflatedBytes };
    return ok({ names: [...entries.keys()], has: (name) => entries.has(name), read: (name) => inflate(path, entries.get(name), budget) });
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

type Found = { readonly count: number; readonly size: number; readonly offset: number };

/** The directory's place stands at the end, before a comment of at most 65,535 bytes. */
async function findDirectory(file: FileHandle, size: number): Promise<Found | null> {
  const length = Math.min(size, 65_557);
  const tail = await readAt(file, size - length, length);
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== END) continue;
    const found = { count: tail.readUInt16LE(i + 10), size: tail.readUInt32LE(i + 12), offset: tail.readUInt32LE(i + 16) };
    const isLarge = found.offset === 0xffffffff || found.count === 0xffff || found.size === 0xffffffff;
    if (!isLarge) return found;
    if (i < 20 || tail.readUInt32LE(i - 20) !== LOCATOR64) return null;
    const end64 = await readAt(file, Number(tail.readBigUInt64LE(i - 12)), 56);
    if (end64.length < 56 || end64.readUInt32LE(0) !== END64) return null;
    return {
      count: Number(end64.readBigUInt64LE(32)),
      size: Number(end64.readBigUInt64LE(40)),
      offset: Number(end64.readBigUInt64LE(48)),
    };
  }
  return null;
}

function readDirectory(bytes: Buffer, count: number, fileSize: number): ReadonlyMap<string, Entry> | null {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    let packed = bytes.readUInt32LE(at + 20);
    let offset = bytes.readUInt32LE(at + 42);
    const wide = wideSizes(extra, bytes.readUInt32LE(at + 24) === 0xffffffff, packed === 0xffffffff, offset === 0xffffffff);
    packed = wide.packed ?? packed;
    offset = wide.offset ?? offset;
    if (offset + packed > fileSize) return null;
    const name = bytes
      .toString("utf8", at + 46, at + 46 + nameLength)
      .replaceAll("\\", "/")
      .replace(/^\//, "");
    entries.set(name, { method: bytes.readUInt16LE(at + 10), packed, offset, encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1 });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** ZIP64 extra field: eight bytes for each of size, packed size and offset that did not fit, in that order. */
function wideSizes(extra: Buffer, size: boolean, packed: boolean, offset: boolean): { packed?: number; offset?: number } {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4 + (size ? 8 : 0);
      const end = Math.min(at + 4 + length, extra.length);
      const take = (wanted: boolean): number | undefined => {
        if (!wanted || next + 8 > end) return undefined;
        next += 8;
        return Number(extra.readBigUInt64LE(next - 8));
      };
      const packedSize = take(packed);
      const localOffset = take(offset);
      return { ...(packedSize === undefined ? {} : { packed: packedSize }), ...(localOffset === undefined ? {} : { offset: localOffset }) };
    }
    at += 4 + length;
  }
  return {};
}

async function* inflate(path: string, entry: Entry | undefined, budget: { left: number }): AsyncGenerator<Buffer> {
  if (!entry) throw new ArchiveError("import.damaged_file");
  if (entry.encrypted) throw new ArchiveError("import.protected_file");
  if (entry.method !== 0 && entry.method !== 8) throw new ArchiveError("import.damaged_file");
  if (entry.packed === 0) return;
  const start = await dataStart(path, entry.offset);
  const raw = createReadStream(path, { start, end: start + entry.packed - 1, highWaterMark: 65_536 });
  const source = entry.method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: 65_536 }));
  if (source !== raw) raw.on("error", (error) => source.destroy(error));
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0) throw new ArchiveError("import.too_large_inside");
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const { code } = error as { code?: string };
    throw code?.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE" ? new ArchiveError("import.damaged_file") : error;
  } finally {
    raw.destroy();
    source.destroy();
  }
}

async function dataStart(path: string, offset: number): Promise<number> {
  const file = await open(path, "r");
  try {
    const head = await readAt(file, offset, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new ArchiveError("import.damaged_file");
    return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
