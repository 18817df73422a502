/** The features of an office's GeoJSON, sorted into layers of a base map; what it cannot show is counted, not lost in silence. */
import { ok, type Result, refuse } from "#platform/result.ts";
import { classify, nameOf, type Place, type Shape } from "./classify.ts";
import { type Box, boxOf } from "./place.ts";

type Position = readonly [number, number];
type Geometry = { readonly type: string; readonly coordinates: unknown };
export type Sorted = {
  readonly type: "Feature";
  readonly geometry: Geometry;
  readonly properties: { readonly kind: string; readonly name?: string };
};
export type Group = { readonly layer: Place["layer"]; readonly minZoom: number; readonly features: Sorted[] };
export type SortedMap = { readonly groups: readonly Group[]; readonly box: Box; readonly drawn: number; readonly left: number };

const shapes: Readonly<Record<string, Shape>> = {
  Point: "point",
  MultiPoint: "point",
  LineString: "line",
  MultiLineString: "line",
  Polygon: "polygon",
  MultiPolygon: "polygon",
};

export function sortFeatures(geojson: unknown): Result<SortedMap> {
  if (!isObject(geojson) || geojson.type !== "FeatureCollection" || !Array.isArray(geojson.features))
    return refuse("invalid", "base-maps.not_collection");
  const groups = new Map<string, Group>();
  let [drawn, left] = [0, 0];
  for (const feature of geojson.features as readonly unknown[]) {
    const sorted = sortOne(feature);
    if (!sorted) {
      left += 1;
      continue;
    }
    const { place, feature: kept } = sorted;
    const key = `${place.layer} ${place.minZoom}`;
    const group = groups.get(key) ?? { layer: place.layer, minZoom: place.minZoom, features: [] };
    groups.set(key, group);
    group.features.push(kept);
    drawn += 1;
  }
  const all = [...groups.values()];
  const box = boxOf(everyPosition(all));
  if (drawn === 0 || !box) return refuse("invalid", "base-maps.nothing_to_draw", { left });
  return ok({ groups: all, box, drawn, left });
}

function sortOne(feature: unknown): { readonly place: Place; readonly feature: Sorted } | undefined {
  if (!isObject(feature) || !isObject(feature.geometry)) return undefined;
  const { type, coordinates } = feature.geometry;
  const shape = typeof type === "string" ? shapes[type] : undefined;
  if (typeof type !== "string" || !shape || !arePositions(coordinates)) return undefined;
  const tags = isObject(feature.properties) ? feature.properties : {};
  const place = classify(tags, shape);
  if (!place) return undefined;
  const name = nameOf(tags);
  const properties = name === "" ? { kind: place.kind } : { kind: place.kind, name };
  return { place, feature: { type: "Feature", geometry: { type, coordinates }, properties } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Positions however deep: each a longitude and a latitude on the globe. Metres of a plane projection are no degrees. */
function arePositions(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (!Array.isArray(value[0])) return isPosition(value);
  return value.every(arePositions);
}

const isPosition = ([lon, lat]: readonly unknown[]): boolean =>
  typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;

function* everyPosition(groups: readonly Group[]): Generator<Position> {
  for (const { features } of groups) for (const { geometry } of features) yield* positionsOf(geometry.coordinates);
}

function* positionsOf(value: unknown): Generator<Position> {
  if (!Array.isArray(value)) return;
  if (typeof value[0] === "number") yield [value[0], value[1]];
  else for (const inner of value) yield* positionsOf(inner);
}
