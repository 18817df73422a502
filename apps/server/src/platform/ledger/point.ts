/** Coordinates at the door: stored as WGS-84/CGCS2000, converted once, the given datum kept. Swapped or impossible pairs are refused with a hint. */
import gcoordModule from "gcoord";
import { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";

// The package is CommonJS whose types describe its ES build: the default export is the module itself.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

export const datums = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const;
export type Datum = (typeof datums)[number];
export const pointInput = z.object({ lon: z.number(), lat: z.number(), datum: z.enum(datums).default("wgs84") });
export type Point = { readonly lon: number; readonly lat: number; readonly datum: Datum };

/** China's bounding box, generously. */
const within = (lon: number, lat: number) => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;

/** @returns the point in WGS-84 rounded to 1e-6°, with the datum it was given in. */
export function acceptPoint(given: z.infer<typeof pointInput>): Result<Point> {
  const { lon, lat, datum } = given;
  if (!within(lon, lat)) {
    return within(lat, lon)
      ? refuse("invalid", "ledger.point_swapped", { lon, lat, fix: { lon: lat, lat: lon } })
      : refuse("invalid", "ledger.point_out_of_range", { lon, lat });
  }
  const from = datum === "gcj02" ? gcoord.GCJ02 : datum === "bd09" ? gcoord.BD09 : null;
  const [x, y] = from ? gcoord.transform([lon, lat], from, gcoord.WGS84) : [lon, lat];
  return ok({ lon: Math.round((x ?? lon) * 1e6) / 1e6, lat: Math.round((y ?? lat) * 1e6) / 1e6, datum });
}

/** A stored place as a base map of this datum shows it. */
export function toDatum({ lon, lat }: Pick<Point, "lon" | "lat">, datum: Datum): Pick<Point, "lon" | "lat"> {
  if (datum !== "gcj02" && datum !== "bd09") return { lon, lat };
  const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, datum === "gcj02" ? gcoord.GCJ02 : gcoord.BD09);
  return { lon: x ?? lon, lat: y ?? lat };
}
