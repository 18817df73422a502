/** Straight-line distance 直线距离 on the sphere; never shown as a time by road. */

export type LonLat = { readonly lon: number; readonly lat: number };

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Haversine, in metres. */
export function straightM(a: LonLat, b: LonLat): number {
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A box that holds everything within `m` metres of a point: `[west, south, east, north]`. */
export function boxAround({ lon, lat }: LonLat, m: number): readonly [number, number, number, number] {
  const north = (m / EARTH_RADIUS_M) * (180 / Math.PI);
  const east = north / Math.max(0.01, Math.cos(radians(lat)));
  return [lon - east, lat - north, lon + east, lat + north];
}
