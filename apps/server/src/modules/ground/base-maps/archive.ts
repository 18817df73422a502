/** An open base map: directories are kept, tiles read where they lie. Memory stays flat however large the file. */
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, zstdDecompress } from "node:zlib";
import { ok, type Result, refuse } from "#platform/result.ts";
import {
  type Compression,
  type Entry,
  FIRST_BYTES,
  findEntry,
  type Header,
  readDirectory,
  readHeader,
  type Section,
  tileIdOf,
} from "./domain/pmtiles.ts";

const KEPT_LEAVES = 64;
/** Root, leaf, leaf of a leaf: nobody writes more. */
const DEEPEST = 4;
/** What one directory, the metadata or one tile may become: a bomb of zeros stops here. */
const MOST_INFLATED = 64 * 1_048_576;

const unpackers = { gzip: promisify(gunzip), brotli: promisify(brotliDecompress), zstd: promisify(zstdDecompress) };

/** @throws when the bytes are not what `how` says */
export async function unpack(bytes: Uint8Array, how: Compression): Promise<Uint8Array> {
  if (how === "none" || how === "unknown") return bytes;
  return unpackers[how](bytes, { maxOutputLength: MOST_INFLATED });
}

export type Archive = {
  readonly header: Header;
  readonly root: readonly Entry[];
  /** The bytes of a tile as they lie there; undefined where the map is empty. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | undefined>;
  /** A directory, or undefined when the bytes there are none. */
  leaf(entry: Entry): Promise<readonly Entry[] | undefined>;
  read(section: Section): Promise<Uint8Array>;
  close(): Promise<void>;
};

export async function openArchive(path: string): Promise<Result<Archive>> {
  const file = await open(path, "r");
  const opened = await startReading(file);
  if (!opened.ok) await file.close();
  return opened;
}

async function startReading(file: FileHandle): Promise<Result<Archive>> {
  const { size } = await file.stat();
  const read = async ({ offset, length }: Section): Promise<Uint8Array> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  const first = await read({ offset: 0, length: Math.min(FIRST_BYTES, size) });
  const header = readHeader(first, size);
  if (!header.ok) return header;
  const { internalCompression, root: at, leaves, tiles } = header.value;
  const directory = async (bytes: Uint8Array) => {
    const plain = await unpack(bytes, internalCompression).catch(() => undefined);
    return plain && readDirectory(plain);
  };
  const root = await directory(first.subarray(at.offset, at.offset + at.length));
  if (!root) return refuse("invalid", "base-maps.bad_directory");
  const kept = new Map<number, readonly Entry[]>();
  const leaf = async ({ offset, length }: Entry): Promise<readonly Entry[] | undefined> => {
    const known = kept.get(offset);
    if (known) return known;
    if (offset + length > leaves.length || length > MOST_INFLATED) return undefined;
    const entries = await directory(await read({ offset: leaves.offset + offset, length }));
    if (!entries) return undefined;
    const oldest = kept.size >= KEPT_LEAVES ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(offset, entries);
    return entries;
  };
  const tile = async (z: number, x: number, y: number): Promise<Uint8Array | undefined> => {
    const id = tileIdOf(z, x, y);
    let entries: readonly Entry[] | undefined = root;
    for (let depth = 0; entries && depth < DEEPEST; depth++) {
      const entry = findEntry(entries, id);
      if (!entry) return undefined;
      if (entry.runLength > 0)
        return entry.offset + entry.length > tiles.length || entry.length > MOST_INFLATED
          ? undefined
          : read({ offset: tiles.offset + entry.offset, length: entry.length });
      entries = await leaf(entry);
    }
    return undefined;
  };
  return ok({ header: header.value, root, tile, leaf, read, close: () => file.close() });
}
