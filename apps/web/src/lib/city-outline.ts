/** The city's own outline and its units, projected flat for the login picture and the wall. Pure. */

import type { LonLat, MapGeometry } from "../ui/map/types.ts";
import type { Boundary } from "./city.ts";

export type Projection = (position: LonLat) => readonly [x: number, y: number];

const ringsOf = (geometry: MapGeometry): readonly (readonly LonLat[])[] =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

/** Fits the boundary into width × height, keeping shapes true at the city's own latitude. */
export function fitTo(boundary: Boundary, width: number, height: number): Projection {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const feature of boundary.features)
    for (const ring of ringsOf(feature.geometry))
      for (const [lon, lat] of ring) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min(width / ((east - west) * squeeze), height / (north - south));
  const left = (width - (east - west) * squeeze * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return ([lon, lat]) => [left + (lon - west) * squeeze * scale, top + (north - lat) * scale];
}

/** An SVG path of one area; steps below half a pixel are left out. */
export function outline(geometry: MapGeometry, project: Projection): string {
  return ringsOf(geometry)
    .map((ring) => {
      let last: readonly [number, number] | null = null;
      const kept: string[] = [];
      for (const position of ring) {
        const [x, y] = project(position);
        if (last && Math.hypot(x - last[0], y - last[1]) < 0.7) continue;
        last = [x, y];
        kept.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
      }
      return kept.length > 2 ? `M${kept.join("L")}Z` : "";
    })
    .join("");
}

/** All points of one sort as a single path of round dots. */
export const dots = (points: readonly LonLat[], project: Projection): string =>
  points
    .map((point) =>
      project(point)
        .map((value) => value.toFixed(1))
        .join(" "),
    )
    .reduce((path, at) => `${path}M${at}h0`, "");
