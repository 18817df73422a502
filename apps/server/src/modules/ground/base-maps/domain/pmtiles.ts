/**
 * PMTiles v3, the container of a base map: header and directories, read and written. One file holds all tiles; a directory says where each
 * lies. Bytes in, values out; compression and the disk are the caller's. Format: github.com/protomaps/PMTiles, spec v3.
 */
import { ok, type Result, refuse } from "#platform/result.ts";

export const HEADER_BYTES = 127;
/** Header and root directory lie within the first 16 KB. */
export const FIRST_BYTES = 16_384;
const MAGIC = "PMTiles";
const VERSION = 3;
const E7 = 1e7;

export const compressions = ["unknown", "none", "gzip", "brotli", "zstd"] as const;
export type Compression = (typeof compressions)[number];
export const tileKinds = ["unknown", "mvt", "png", "jpeg", "webp", "avif", "mlt"] as const;
export type TileKind = (typeof tileKinds)[number];
const drawable = ["mvt", "png", "jpeg", "webp"] as const;
export type DrawableKind = (typeof drawable)[number];

export type Section = { readonly offset: number; readonly length: number };
export type Header = {
  readonly root: Section;
  readonly metadata: Section;
  readonly leaves: Section;
  readonly tiles: Section;
  readonly internalCompression: Compression;
  readonly tileCompression: Compression;
  readonly kind: DrawableKind;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
};

/** A run of tiles that share their bytes, or with a run of 0 the place of a leaf directory. */
export type Entry = { readonly tileId: number; readonly runLength: number; readonly offset: number; readonly length: number };

/** @param first the file's first bytes @param sizeBytes what the file has, to tell a download that broke off */
export function readHeader(first: Uint8Array, sizeBytes: number): Result<Header> {
  if (new TextDecoder().decode(first.subarray(0, MAGIC.length)) !== MAGIC) return refuse("invalid", "base-maps.not_pmtiles");
  if (first.length < HEADER_BYTES) return refuse("invalid", "base-maps.truncated", { has: sizeBytes, wants: HEADER_BYTES });
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  const version = view.getUint8(7);
  if (version !== VERSION) return refuse("invalid", "base-maps.version", { version });
  const section = (at: number): Section => ({
    offset: Number(view.getBigUint64(at, true)),
    length: Number(view.getBigUint64(at + 8, true)),
  });
  const [root, metadata, leaves, tiles] = [section(8), section(24), section(40), section(56)];
  const wants = Math.max(...[root, metadata, leaves, tiles].map(({ offset, length }) => offset + length));
  if (wants > sizeBytes) return refuse("invalid", "base-maps.truncated", { has: sizeBytes, wants });
  if (root.offset < HEADER_BYTES || root.length === 0 || root.offset + root.length > FIRST_BYTES)
    return refuse("invalid", "base-maps.bad_directory");
  const kind = drawable.find((each) => each === tileKinds[view.getUint8(99)]);
  if (!kind) return refuse("invalid", "base-maps.tile_kind", { kind: tileKinds[view.getUint8(99)] ?? "unknown" });
  const degrees = (at: number) => view.getInt32(at, true) / E7;
  const [minZoom, maxZoom] = [view.getUint8(100), view.getUint8(101)];
  const bounds = [degrees(102), degrees(106), degrees(110), degrees(114)] as const;
  if (minZoom > maxZoom || maxZoom > MOST_ZOOM) return refuse("invalid", "base-maps.zooms", { minZoom, maxZoom });
  if (!isBox(bounds)) return refuse("invalid", "base-maps.bounds", { bounds: bounds.join(", ") });
  return ok({
    root,
    metadata,
    leaves,
    tiles,
    internalCompression: compressions[view.getUint8(97)] ?? "unknown",
    tileCompression: compressions[view.getUint8(98)] ?? "unknown",
    kind,
    minZoom,
    maxZoom,
    bounds,
  });
}

/** Beyond this a tile number no longer fits a safe integer; no map is finer. */
export const MOST_ZOOM = 24;

const isBox = ([west, south, east, north]: Header["bounds"]): boolean =>
  west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;

/** A directory without its compression. Undefined when the bytes are no directory: they end early, or tile numbers do not ascend. */
export function readDirectory(bytes: Uint8Array): Entry[] | undefined {
  const read = varints(bytes);
  const count = read();
  // Each entry takes four bytes at least: a count beyond that is no directory, and nothing is set aside for it.
  if (!(count > 0) || count > bytes.length / 4) return undefined;
  const column = () => Array.from({ length: count }, () => read());
  const [steps, runs, lengths, places] = [column(), column(), column(), column()];
  const entries: Entry[] = [];
  let [tileId, end] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [step = Number.NaN, runLength = 0, length = 0, place = 0] = [steps[i], runs[i], lengths[i], places[i]];
    tileId += step;
    if (Number.isNaN(step + runLength + length + place) || (i > 0 && step === 0) || length === 0) return undefined;
    const offset = place === 0 ? end : place - 1;
    entries.push({ tileId, runLength, offset, length });
    end = offset + length;
  }
  return entries;
}

/** Reads one number after the other; NaN once the bytes have ended. */
function varints(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let [value, weight] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || weight > Number.MAX_SAFE_INTEGER) return Number.NaN;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 128;
    }
  };
}

/** The entry that holds a tile, or the leaf directory that would. Entries are in order of tile number. */
export function findEntry(entries: readonly Entry[], tileId: number): Entry | undefined {
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((entries[middle]?.tileId ?? 0) <= tileId) low = middle;
    else high = middle - 1;
  }
  const entry = entries[low];
  if (!entry || entry.tileId > tileId) return undefined;
  return entry.runLength === 0 || tileId < entry.tileId + entry.runLength ? entry : undefined;
}

/** The number of a tile: all tiles of the zooms above it, then its place on the Hilbert curve of its own. */
export function tileIdOf(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, down] = [(column & side) > 0, (row & side) > 0];
    id += side * side * ((right ? 3 : 0) ^ (down ? 1 : 0));
    if (!down) [column, row] = right ? [2 ** z - 1 - row, 2 ** z - 1 - column] : [row, column];
  }
  return id;
}

/** First tile number of a zoom; that of the next zoom ends it. */
export const firstIdOf = (z: number): number => (4 ** z - 1) / 3;

/** A directory's bytes, without compression. Entries must be in order of tile number. */
export function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const numbers: number[] = [entries.length];
  entries.forEach(({ tileId }, i) => void numbers.push(tileId - (entries[i - 1]?.tileId ?? 0)));
  for (const { runLength } of entries) numbers.push(runLength);
  for (const { length } of entries) numbers.push(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    numbers.push(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  const bytes: number[] = [];
  for (const number of numbers) {
    let left = number;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 0x80);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

export type Counts = { readonly addressed: number; readonly entries: number; readonly contents: number };

export function writeHeader(header: Header, { addressed, entries, contents }: Counts): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint8(7, VERSION);
  const long = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  [header.root, header.metadata, header.leaves, header.tiles].forEach(({ offset, length }, i) => {
    long(8 + i * 16, offset);
    long(16 + i * 16, length);
  });
  [addressed, entries, contents].forEach((count, i) => void long(72 + i * 8, count));
  const { minZoom, maxZoom, bounds } = header;
  const small = [0, compressions.indexOf(header.internalCompression), compressions.indexOf(header.tileCompression)];
  [...small, tileKinds.indexOf(header.kind), minZoom, maxZoom].forEach((value, i) => void view.setUint8(96 + i, value));
  bounds.forEach((value, i) => void view.setInt32(102 + i * 4, Math.round(value * E7), true));
  view.setUint8(118, minZoom);
  const [west, south, east, north] = bounds;
  view.setInt32(119, Math.round(((west + east) / 2) * E7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * E7), true);
  return bytes;
}
