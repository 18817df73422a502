/**
 * A base map from real data, for journeys, pictures and measurements: the drive network of inner Beijing and the houses of a German
 * suburb (shared/data, read where they lie), laid over the demonstration city's centre. It shows how a map looks, not where anything is.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "./server.ts";

const DATA = join(ROOT, "../shared/data");
const ROADS = join(DATA, "roads-beijing-2013");
const OSM = join(DATA, "osm-bayreuth-2014/north-bayreuth.osm.gz");
type Position = readonly [number, number];
type Feature = {
  readonly type: "Feature";
  readonly properties: object;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
};

/** The demonstration city's centre: 东风商厦 stands here. */
const CENTRE: Position = [118.8395, 28.9667];
const ROADS_CENTRE: Position = [116.42, 39.92];
const HOUSES_CENTRE: Position = [11.565, 49.983];

export const ATTRIBUTION = "© OpenStreetMap contributors（ODbL）演示图形，位置不实";
export const hasRealData = (): boolean => existsSync(ROADS) && existsSync(OSM);

/** Moves a place along with its whole map, keeping metres: a degree of longitude is shorter in the north. */
const mover = (from: Position): ((at: Position) => Position) => {
  const shrink = Math.cos((from[1] * Math.PI) / 180) / Math.cos((CENTRE[1] * Math.PI) / 180);
  return ([lon, lat]) => [CENTRE[0] + (lon - from[0]) * shrink, CENTRE[1] + lat - from[1]];
};

/** Writes the collection as GeoJSON. @returns how many features */
export async function writeRealMap(path: string): Promise<number> {
  const features = [...(await roads()), ...(await houses())];
  await writeFile(path, JSON.stringify({ type: "FeatureCollection", features }));
  return features.length;
}

const linesOf = async (path: string): Promise<readonly string[][]> =>
  gunzipSync(await readFile(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

async function roads(): Promise<readonly Feature[]> {
  const move = mover(ROADS_CENTRE);
  const nodes = new Map((await linesOf(join(ROADS, "nodes.csv.gz"))).map(([id = "", lon, lat]) => [id, move([Number(lon), Number(lat)])]));
  return (await linesOf(join(ROADS, "edges.csv.gz"))).flatMap(([u = "", v = "", , , highway = "", , name = ""]): Feature[] => {
    const [from, to] = [nodes.get(u), nodes.get(v)];
    if (!from || !to) return [];
    return [feature({ highway, ...(name.trim() ? { name: name.trim() } : {}) }, "LineString", [from, to])];
  });
}

const feature = (properties: object, type: string, coordinates: unknown): Feature => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});

const KEPT = /^(building|landuse|leisure|natural|waterway|water)$/;

/** Houses, green and water of an OSM file, as areas; the roads of the other set are enough. */
async function houses(): Promise<readonly Feature[]> {
  const xml = gunzipSync(await readFile(OSM)).toString("utf8");
  const move = mover(HOUSES_CENTRE);
  const nodes = new Map<string, Position>();
  for (const [head] of xml.matchAll(/<node [^>]*>/g)) {
    const read = (name: string) => head.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "";
    nodes.set(read("id"), move([Number(read("lon")), Number(read("lat"))]));
  }
  return [...xml.matchAll(/<way [^>]*>([\s\S]*?)<\/way>/g)].flatMap(([, body = ""]): Feature[] => {
    const tags = Object.fromEntries([...body.matchAll(/<tag k="([^"]*)" v="([^"]*)"/g)].map(([, k = "", v = ""]) => [k, v]));
    if (!Object.keys(tags).some((key) => KEPT.test(key))) return [];
    const ring = [...body.matchAll(/<nd ref="(\d+)"/g)].flatMap(([, ref = ""]) => {
      const at = nodes.get(ref);
      return at ? [at] : [];
    });
    const first = ring[0];
    const closed = ring.length > 3 && first !== undefined && ring.at(-1) === first;
    return closed ? [feature(tags, "Polygon", [ring])] : tags.waterway ? [feature(tags, "LineString", ring)] : [];
  });
}
