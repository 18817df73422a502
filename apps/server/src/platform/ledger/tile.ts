/** Arithmetic of map tiles: where one lies, how far apart two of its dots must be, and a tile's bytes from its points. Pure. */
import type { GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Datum } from "./point.ts";
import { toDatum } from "./point.ts";

export type TileAt = { readonly z: number; readonly x: number; readonly y: number };
export type TilePoint = { readonly lon: number; readonly lat: number; readonly id: string; readonly title: string };
/** [west, south, east, north] */
export type Box = readonly [number, number, number, number];

export const MOST_ZOOM = 20;
/** From here on no point is left out: a dot's width is a few metres. */
export const WHOLE_ZOOM = 16;
/** Names are written from here on; further out they would be bytes for nothing. */
export const NAMES_ZOOM = 13;
/** The one layer of a tile. */
const LAYER = "points";

const EXTENT = 4_096;
const TILE_PX = 512;
/** A dot's width in pixels of the screen: a second one behind it would not be seen. */
const DOT_PX = 4;
/** GCJ-02 and BD-09 lie up to some 1.5 km from where a place is. */
const SHIFT_DEGREES = 0.02;

export const isTile = ({ z, x, y }: TileAt): boolean => x < 2 ** z && y < 2 ** z;

/** A dot's width on the ground, in degrees of longitude. */
export const dotDegrees = (zoom: number): number => (DOT_PX * 360) / (TILE_PX * 2 ** zoom);

const lonOf = (x: number, z: number): number => (x / 2 ** z) * 360 - 180;
const latOf = (y: number, z: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

/** Where to look for the points of a tile. On a shifted base map they may lie outside it. */
export function boxOf({ z, x, y }: TileAt, datum: Datum): Box {
  const wider = isShifted(datum) ? SHIFT_DEGREES : 0;
  return [lonOf(x, z) - wider, latOf(y + 1, z) - wider, lonOf(x + 1, z) + wider, latOf(y, z) + wider];
}

const isShifted = (datum: Datum): boolean => datum === "gcj02" || datum === "bd09";

/** Mapbox vector tile of one layer `points`, each with `id` and, near enough, `title`. A point on an edge belongs to one tile only. */
export function tileOf(at: TileAt, datum: Datum, points: readonly TilePoint[]): Uint8Array {
  const named = at.z >= NAMES_ZOOM;
  const features = points.flatMap(({ id, title, ...place }) => {
    const [x, y] = onTile(at, isShifted(datum) ? toDatum(place, datum) : place);
    if (x < 0 || y < 0 || x >= EXTENT || y >= EXTENT) return [];
    return [{ type: 1, geometry: [[x, y]], tags: named ? { id, title } : { id } }];
  });
  return fromGeojsonVt({ [LAYER]: { features } as unknown as GeoJSONVTTile }, { version: 2, extent: EXTENT });
}

/** Where on a tile a place lies, in its steps of 4096, from its upper left. */
export function onTile({ z, x, y }: TileAt, { lon, lat }: { readonly lon: number; readonly lat: number }): readonly [number, number] {
  const across = ((lon + 180) / 360) * 2 ** z - x;
  const down = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z - y;
  return [Math.floor(across * EXTENT), Math.floor(down * EXTENT)];
}
