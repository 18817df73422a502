/** Where tiles lie: does a base map reach the city it is imported for. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** GCJ-02 and BD-09 move a place by up to some 1.2 km; a map that touches the city in its own datum touches it. */
const SHIFT = 0.02;

export const touches = (map: Box, city: Box): boolean =>
  map[0] <= city[2] + SHIFT && map[2] >= city[0] - SHIFT && map[1] <= city[3] + SHIFT && map[3] >= city[1] - SHIFT;

export type TileRange = { readonly z: number; readonly x: readonly [number, number]; readonly y: readonly [number, number] };

/** Tiles of one zoom that cover a box, in web mercator. */
export function tilesOver([west, south, east, north]: Box, z: number): TileRange {
  const n = 2 ** z;
  const clamp = (value: number) => Math.min(n - 1, Math.max(0, Math.floor(value)));
  const column = (lon: number) => clamp(((lon + 180) / 360) * n);
  const row = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    return clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * n);
  };
  return { z, x: [column(west), column(east)], y: [row(north), row(south)] };
}

/** The finest zoom at which a box takes at most so many tiles: where to look whether a map has any of them. */
export function zoomFor(box: Box, most: number, maxZoom: number): number {
  for (let z = maxZoom; z > 0; z--) {
    const { x, y } = tilesOver(box, z);
    if ((x[1] - x[0] + 1) * (y[1] - y[0] + 1) <= most) return z;
  }
  return 0;
}

export function boxOf(positions: Iterable<readonly [number, number]>): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : undefined;
}
