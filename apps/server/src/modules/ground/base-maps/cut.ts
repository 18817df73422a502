/** Cuts an office's own GeoJSON into vector tiles: the base map of those who have roads and blocks but no tiles. */
import { type FileHandle, open, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type SortedMap, sortFeatures } from "./domain/features.ts";
import { type Entry, FIRST_BYTES, HEADER_BYTES, type Header, tileIdOf, writeDirectory, writeHeader } from "./domain/pmtiles.ts";

/** At 14 a tile is some 2 km and a step within it half a metre; the map enlarges beyond. */
const MAX_ZOOM = 14;
const MIN_ZOOM = 5;
const EXTENT = 4_096;
const LEAF = 4_096;

export type Cut = { readonly drawn: number; readonly left: number };
type Index = { readonly layer: string; readonly minZoom: number; readonly tiles: GeoJSONVT };

export async function cutGeojson(from: string, to: string): Promise<Result<Cut>> {
  const parsed = parse(await readFile(from, "utf8"));
  if (!parsed.ok) return parsed;
  const sorted = sortFeatures(parsed.value);
  if (!sorted.ok) return sorted;
  const file = await open(to, "w", 0o600);
  try {
    await writeTiles(file, sorted.value);
    await file.sync();
  } finally {
    await file.close();
  }
  return ok({ drawn: sorted.value.drawn, left: sorted.value.left });
}

function parse(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse("invalid", "base-maps.not_json");
    throw error;
  }
}

/** Tiles first, behind the room for header and root directory; then leaves and metadata; the header last. */
async function writeTiles(file: FileHandle, { groups, box }: SortedMap): Promise<void> {
  const options = { maxZoom: MAX_ZOOM, extent: EXTENT, indexMaxZoom: MIN_ZOOM, tolerance: 3, buffer: 64 };
  const indexes = groups.map(({ layer, minZoom, features }): Index => {
    const collection = { type: "FeatureCollection", features } as unknown as ConstructorParameters<typeof GeoJSONVT>[0];
    return { layer, minZoom, tiles: new GeoJSONVT(collection, options) };
  });
  const entries: Entry[] = [];
  let end = FIRST_BYTES;
  for (const { z, x, y, bytes } of everyTile(indexes, 0, 0, 0)) {
    const packed = gzipSync(bytes);
    await file.write(packed, 0, packed.length, end);
    entries.push({ tileId: tileIdOf(z, x, y), runLength: 1, offset: end - FIRST_BYTES, length: packed.length });
    end += packed.length;
  }
  entries.sort((a, b) => a.tileId - b.tileId);
  const tiles = { offset: FIRST_BYTES, length: end - FIRST_BYTES };
  const { root, leaves } = directoriesOf(entries);
  const layers = [...new Set(groups.map(({ layer }) => layer))];
  const metadata = gzipSync(JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: { kind: "String", name: "String" } })) }));
  await file.write(leaves, 0, leaves.length, end);
  await file.write(metadata, 0, metadata.length, end + leaves.length);
  await file.write(root, 0, root.length, HEADER_BYTES);
  const header: Header = {
    root: { offset: HEADER_BYTES, length: root.length },
    leaves: { offset: end, length: leaves.length },
    metadata: { offset: end + leaves.length, length: metadata.length },
    tiles,
    internalCompression: "gzip",
    tileCompression: "gzip",
    kind: "mvt",
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    bounds: widened(box),
  };
  await file.write(
    writeHeader(header, { addressed: entries.length, entries: entries.length, contents: entries.length }),
    0,
    HEADER_BYTES,
    0,
  );
}

/** A map of one street is still a box. */
const widened = ([west, south, east, north]: SortedMap["box"]): Header["bounds"] => [west - 1e-4, south - 1e-4, east + 1e-4, north + 1e-4];

type Made = { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Uint8Array };

/** From the world down, only where something lies. A tile may be empty because its things are too small for its zoom; its children are not. */
function* everyTile(indexes: readonly Index[], z: number, x: number, y: number): Generator<Made> {
  const here = indexes.flatMap((index) => {
    const tile = index.tiles.getTile(z, x, y);
    return tile ? [{ index, tile }] : [];
  });
  if (here.length === 0) return;
  if (z >= MIN_ZOOM) {
    const layers: Record<string, GeoJSONVTTile> = {};
    for (const { index, tile } of here)
      if (index.minZoom <= z && tile.features.length > 0) {
        const before = layers[index.layer];
        layers[index.layer] = before ? { ...before, features: [...before.features, ...tile.features] } : tile;
      }
    if (Object.keys(layers).length > 0) yield { z, x, y, bytes: fromGeojsonVt(layers, { version: 2, extent: EXTENT }) };
  }
  if (z === MAX_ZOOM) return;
  const inside = here.map(({ index }) => index);
  for (const [column, row] of [
    [2 * x, 2 * y],
    [2 * x + 1, 2 * y],
    [2 * x, 2 * y + 1],
    [2 * x + 1, 2 * y + 1],
  ] as const)
    yield* everyTile(inside, z + 1, column, row);
}

/** The root must fit beside the header; with many tiles it points to leaves. */
function directoriesOf(entries: readonly Entry[]): { readonly root: Uint8Array; readonly leaves: Uint8Array } {
  const whole = gzipSync(writeDirectory(entries));
  if (whole.length <= FIRST_BYTES - HEADER_BYTES) return { root: whole, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let at = 0; at < entries.length; at += LEAF) {
    const part = entries.slice(at, at + LEAF);
    const bytes = gzipSync(writeDirectory(part));
    pointers.push({ tileId: part[0]?.tileId ?? 0, runLength: 0, offset, length: bytes.length });
    leaves.push(bytes);
    offset += bytes.length;
  }
  return { root: gzipSync(writeDirectory(pointers)), leaves: Buffer.concat(leaves) };
}
