/** Is this file a base map of this city? Header, every directory, the metadata and a few tiles are read; the rest only counted. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type Archive, openArchive, unpack } from "./archive.ts";
import { type Box, tilesOver, touches, zoomFor } from "./domain/place.ts";
import { type DrawableKind, type Entry, firstIdOf, type Header } from "./domain/pmtiles.ts";
import { isOfKind, layersInTile, layersOf, type Schema, schemaOf } from "./domain/schema.ts";

/** What a checked file says of itself; kept with its row. */
export type Facts = {
  readonly kind: DrawableKind;
  readonly schema: Schema | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Box;
  readonly tiles: number;
  readonly sizeBytes: number;
  readonly sha256: string;
};

const LOOKED_AT = 64;
const MOST_METADATA = 16 * 1_048_576;

/** @param city its box, or undefined where no boundary is known: then the place cannot be judged */
export async function checkArchive(path: string, city: Box | undefined): Promise<Result<Facts>> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened;
  const archive = opened.value;
  try {
    const { header } = archive;
    if (city && !touches(header.bounds, city))
      return refuse("invalid", "base-maps.elsewhere", { map: say(header.bounds), city: say(city) });
    const counted = await countTiles(archive);
    if (!counted.ok) return counted;
    const sample = await tilesFor(archive, city ?? header.bounds);
    const first = sample[0];
    if (!first) return refuse("invalid", "base-maps.no_tiles", { city: say(city ?? header.bounds) });
    const layers = await layersFrom(archive, sample);
    if (!layers.ok) return layers;
    return ok({
      kind: header.kind,
      schema: header.kind === "mvt" ? schemaOf(layers.value) : null,
      layers: layers.value,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      bounds: header.bounds,
      tiles: counted.value,
      sizeBytes: (await stat(path)).size,
      sha256: await hashOf(path),
    });
  } finally {
    await archive.close();
  }
}

const say = (box: Box): string => box.map((degrees) => degrees.toFixed(3)).join(", ");

/** Walks every directory, one at a time: all must be readable, ascend, and point inside the file and its zooms. */
async function countTiles({ root, leaf, header }: Archive): Promise<Result<number>> {
  const [from, to] = [firstIdOf(header.minZoom), firstIdOf(header.maxZoom + 1)];
  let [count, bad] = [0, false];
  const walk = async (entries: readonly Entry[] | undefined, depth: number): Promise<void> => {
    if (!entries || depth > 3) bad = true;
    for (const entry of entries ?? []) {
      if (bad) return;
      if (entry.runLength === 0) await walk(await leaf(entry), depth + 1);
      else if (isInside(entry, header, from, to)) count += entry.runLength;
      else bad = true;
    }
  };
  await walk(root, 0);
  return bad ? refuse("invalid", "base-maps.bad_directory") : ok(count);
}

const isInside = ({ tileId, runLength, offset, length }: Entry, { tiles }: Header, from: number, to: number): boolean =>
  tileId >= from && tileId + runLength <= to && offset + length <= tiles.length;

/** A few tiles over the city from coarse to fine, decompressed nothing yet. */
async function tilesFor({ header, tile }: Archive, box: Box): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  const finest = Math.max(header.minZoom, zoomFor(box, LOOKED_AT, header.maxZoom));
  for (let z = finest; z >= header.minZoom && found.length < 8; z--) {
    const { x, y } = tilesOver(box, z);
    for (let column = x[0]; column <= x[1]; column++)
      for (let row = y[0]; row <= y[1] && found.length < 8; row++) {
        const bytes = await tile(z, column, row);
        if (bytes) found.push(bytes);
      }
  }
  return found;
}

/** Layers as the metadata lists them, else as the sample has them. The sample must be of the kind the header says. */
async function layersFrom({ header, read }: Archive, sample: readonly Uint8Array[]): Promise<Result<readonly string[]>> {
  const inTiles = new Set<string>();
  let right = 0;
  for (const packed of sample) {
    const tile = await unpack(packed, header.tileCompression).catch(() => undefined);
    if (!tile) return refuse("invalid", "base-maps.tile_compression", { compression: header.tileCompression });
    if (isOfKind(header.kind, tile)) right += 1;
    if (header.kind === "mvt") for (const name of layersInTile(tile)) inTiles.add(name);
  }
  if (right === 0) return refuse("invalid", "base-maps.tile_not_kind", { kind: header.kind });
  if (header.kind !== "mvt") return ok([]);
  if (header.metadata.length > MOST_METADATA) return refuse("invalid", "base-maps.bad_metadata");
  const text = await unpack(await read(header.metadata), header.internalCompression)
    .then((bytes): unknown => (bytes.length === 0 ? {} : JSON.parse(new TextDecoder().decode(bytes))))
    .catch(() => undefined);
  if (text === undefined) return refuse("invalid", "base-maps.bad_metadata");
  const listed = layersOf(text);
  return ok(listed.length > 0 ? listed : [...inTiles]);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(piece as Buffer);
  return hash.digest("hex");
}
