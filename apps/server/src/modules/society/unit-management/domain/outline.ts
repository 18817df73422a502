/** The area of a joint-defence group: as drawn, a point a line, or a circle round its place. Pure. */
export type Position = readonly [lon: number, lat: number];

const M_PER_DEGREE = 111_195;
const RADIUS_M = 300;
const CORNERS = 32;

/** `118.871,28.953` a line; undefined when it is no ring of at least three points. */
export function parseOutline(text: string): readonly Position[] | undefined {
  const points = text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split(/[,，\s]+/).map(Number));
  const fine = points.every(
    ([lon, lat, ...rest]) =>
      rest.length === 0 && lon !== undefined && lat !== undefined && lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54,
  );
  return fine && points.length >= 3 ? points.map(([lon = 0, lat = 0]) => [lon, lat] as const) : undefined;
}

/** A closed ring, or nothing without a place. */
export function outlineOf(
  text: string | null,
  { lon, lat }: { readonly lon: number | null; readonly lat: number | null },
  radiusM: number | null,
): [number, number][] {
  const drawn = text ? parseOutline(text) : undefined;
  const [first] = drawn ?? [];
  if (drawn && first) return [...drawn, first].map(([x, y]) => [x, y]);
  if (lon === null || lat === null) return [];
  const radius = radiusM ?? RADIUS_M;
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [
      lon + (radius * Math.cos(angle)) / (M_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
      lat + (radius * Math.sin(angle)) / M_PER_DEGREE,
    ];
  });
}

/** Along the earth, good to a few metres at city size. */
export function metresBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  const x = (lonB - lonA) * Math.cos((((latA + latB) / 2) * Math.PI) / 180);
  return Math.round(Math.hypot(x, latB - latA) * M_PER_DEGREE);
}
