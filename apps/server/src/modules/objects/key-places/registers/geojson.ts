/** Outline of an area drawn on a map: one GeoJSON polygon or multi-polygon in WGS-84, its rings closed, inside China, of a size a browser draws. */
const CORNERS = 4;
const MOST_POINTS = 2_000;

type Position = readonly [number, number];
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.length <= 3 &&
  value.every((part) => typeof part === "number" && Number.isFinite(part));
const inChina = ([lon, lat]: Position): boolean => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;

/** @returns the code of what is wrong, undefined when it is an outline */
export function outlineProblem(text: string): "json" | "polygon" | "ring" | "place" | "size" | undefined {
  let data: {
    readonly type?: unknown;
    readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown };
    readonly coordinates?: unknown;
  };
  try {
    data = JSON.parse(text) as typeof data;
  } catch {
    return "json";
  }
  if (typeof data !== "object" || data === null) return "json";
  const geometry = data.type === "Feature" ? data.geometry : data;
  const polygons =
    geometry?.type === "Polygon"
      ? [geometry.coordinates]
      : geometry?.type === "MultiPolygon"
        ? (geometry.coordinates as readonly unknown[])
        : [];
  if (!Array.isArray(polygons) || polygons.length === 0) return "polygon";
  let points = 0;
  for (const rings of polygons as readonly unknown[]) {
    if (!Array.isArray(rings) || rings.length === 0) return "ring";
    for (const ring of rings as readonly unknown[]) {
      if (!Array.isArray(ring) || ring.length < CORNERS || !ring.every(isPosition)) return "ring";
      const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
      if (first[0] !== last[0] || first[1] !== last[1]) return "ring";
      if (!(ring as readonly Position[]).every(inChina)) return "place";
      points += ring.length;
    }
  }
  return points > MOST_POINTS ? "size" : undefined;
}

/** The check of a ledger with an outline. */
export const checkOutline = (row: { readonly outline?: string | null }) => {
  const wrong = row.outline ? outlineProblem(row.outline) : undefined;
  return wrong ? [{ field: "outline", code: `key-places.outline_${wrong}` }] : [];
};
