import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shapesOf, toWgs84 } from "../domain/boundary.ts";
import { areaM2, boxOf, type MultiPolygon, type Position, pointInPolygon, shapeFaults } from "../domain/geometry.ts";
import { divisionCodes, loadBoundary, loadDivisions } from "./divisions.ts";

const expected = {
  "330800": { name: "衢州市", counties: 6, towns: 100, villages: 1664 },
  "330400": { name: "嘉兴市", counties: 7, towns: 72, villages: 1202 },
  "310107": { name: "普陀区", counties: 0, towns: 10, villages: 285 },
} as const;

/** Shapes of the same source repaired by other means, kept beside the repository; where the folder is absent the comparison is skipped. */
const REFERENCES = join(import.meta.dirname, "../../../../../../../../shared/data/cn-boundaries");
const references = {
  "330800": join(REFERENCES, "quzhou_counties.geojson"),
  "330400": join(REFERENCES, "jiaxing_counties.geojson"),
  "310107": join(REFERENCES, "putuo_310107.geojson"),
} as const;

/** A grid of about `count` positions over a shape's box. */
function grid(shape: MultiPolygon, count: number): Position[] {
  const { west, south, east, north } = boxOf(shape);
  const side = Math.floor(Math.sqrt(count));
  return Array.from(
    { length: side * side },
    (_, i): Position => [
      west + ((east - west) * ((i % side) + 0.5)) / side,
      south + ((north - south) * (Math.floor(i / side) + 0.5)) / side,
    ],
  );
}

describe.each(divisionCodes)("the divisions of %s", (code) => {
  it("have the counties, towns and villages of the statistics edition", async () => {
    const { name, areas, counts } = await loadDivisions(code);
    const of = (level: string) => areas.filter((a) => a.level === level).length;
    expect({ name, counties: of("county"), towns: of("town"), villages: of("village") }).toEqual(expected[code]);
    expect(counts).toMatchObject({ townsWithoutVillages: 0, villagesWithoutTown: 0 });
  });

  it("have unique codes, each below a parent that came before it and whose code it begins with", async () => {
    const { areas } = await loadDivisions(code);
    const seen = new Set<string>([code]);
    for (const area of areas) {
      expect(seen.has(area.code), area.code).toBe(false);
      expect(seen.has(area.parent), `${area.code} below ${area.parent}`).toBe(true);
      expect(area.code.startsWith(area.parent.replace(/00$/, ""))).toBe(true);
      seen.add(area.code);
    }
  });

  it("are spelled in plain letters", async () => {
    const { areas } = await loadDivisions(code);
    expect(areas.filter((a) => !/^[a-zA-Z0-9 ]+$/.test(a.pinyin)).map((a) => [a.name, a.pinyin])).toEqual([]);
  });

  it("lie inside their county, each town at a place of its own", async () => {
    const { areas } = await loadDivisions(code);
    const shapes = new Map(shapesOf(await loadBoundary(code)).map((s) => [s.code, s.shape]));
    const outside = areas.filter((a) => a.level !== "county" && !pointInPolygon([a.lon, a.lat], shapes.get(a.code.slice(0, 6)) ?? []));
    expect(outside.map((a) => a.name)).toEqual([]);
    const towns = areas.filter((a) => a.level === "town").map((a) => `${a.lon},${a.lat}`);
    expect(new Set(towns).size).toBe(towns.length);
  });
});

describe.each(divisionCodes)("the boundary of %s", (code) => {
  it("has one valid shape for each county and one for the whole", async () => {
    const shapes = shapesOf(await loadBoundary(code));
    const { areas } = await loadDivisions(code);
    const counties = areas.filter((a) => a.level === "county").map((a) => a.code);
    expect(shapes.map((s) => s.code)).toEqual([code, ...counties]);
    for (const { name, shape } of shapes) expect(shapeFaults(shape), name).toEqual([]);
    expect(shapes.flatMap((s) => s.shape).filter((polygon) => polygon.length > 1).length, "holes").toBe(0);
  });

  it("gives every place inside the outline to exactly one county", async () => {
    const [outline, ...counties] = shapesOf(await loadBoundary(code));
    const whole = outline?.shape ?? [];
    const parts = counties.length > 0 ? counties.map((c) => c.shape) : [whole];
    const points = grid(whole, 20_000);
    const owners = points.map((p) => ({ inside: pointInPolygon(p, whole), count: parts.filter((s) => pointInPolygon(p, s)).length }));
    const wrong = owners.filter(({ inside, count }) => count !== (inside ? 1 : 0));
    expect(wrong.length / owners.filter((o) => o.inside).length).toBeLessThan(0.0005);
    const sum = parts.reduce((total, s) => total + areaM2(s), 0);
    expect(Math.abs(sum / areaM2(whole) - 1)).toBeLessThan(0.0005);
  });

  it.skipIf(!existsSync(references[code]))("covers what an independent repair of the same source covers", async () => {
    const ours = new Map(shapesOf(await loadBoundary(code)).map((s) => [s.code, s.shape]));
    const theirs = shapesOf(JSON.parse(readFileSync(references[code], "utf8")));
    for (const { code: adcode, name, shape } of theirs) {
      const moved = shape.map((rings) => rings.map((ring) => ring.map((p) => toWgs84(p, "gcj02"))));
      const mine = ours.get(adcode) ?? [];
      expect(Math.abs(areaM2(mine) / areaM2(moved) - 1), name).toBeLessThan(0.005);
      const points = grid(moved, 4_000);
      const differing = points.filter((p) => pointInPolygon(p, mine) !== pointInPolygon(p, moved)).length;
      expect(differing / points.length, name).toBeLessThan(0.005);
    }
  });
});
