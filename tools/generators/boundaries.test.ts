import { describe, expect, it } from "vitest";
import { shapesOf } from "../../apps/server/src/modules/ground/organizations/domain/boundary.ts";
import {
  distanceM,
  type MultiPolygon,
  type Position,
  pointInPolygon,
} from "../../apps/server/src/modules/ground/organizations/domain/geometry.ts";
import { createRandom } from "../../apps/server/src/modules/ground/places/demo/random.ts";
import { buildBoundary, decodeRing } from "./boundaries.ts";
import { spreadPoints, surroundingPoints } from "./spread.ts";

const STEP = 1 / 1_024;
/** Zigzag differences as the source packs them, from the offset in 1/1024 degree. */
const encode = (differences: readonly (readonly [number, number])[]): string =>
  differences.map((pair) => pair.map((d) => String.fromCharCode(((d << 1) ^ (d >> 31)) + 64)).join("")).join("");

const square = encode([
  [0, 0],
  [100, 0],
  [0, 100],
  [-100, 0],
  [0, -100],
]);
const county = (id: string, lon: number) => ({
  type: "Feature",
  id,
  properties: { name: `区${id}`, cp: [lon / 1_024 + 0.05, 29.05] },
  geometry: { type: "Polygon", coordinates: [square], encodeOffsets: [[lon, 29 * 1_024]] },
});
const file = {
  UTF8Encoding: true,
  features: [county("330803", 119 * 1_024 + 100), county("330802", 119 * 1_024), county("440101", 113 * 1_024)],
};

describe("packed shapes", () => {
  it("are unpacked to degrees, forth and back", () => {
    expect(decodeRing(square, [119 * 1_024, 29 * 1_024])).toEqual([
      [119, 29],
      [119 + 100 * STEP, 29],
      [119 + 100 * STEP, 29 + 100 * STEP],
      [119, 29 + 100 * STEP],
      [119, 29],
    ]);
  });
});

describe("the boundary file", () => {
  it("has the city's outline first, then its own counties by code, in WGS-84", () => {
    const { file: built } = buildBoundary("330800", "衢州市", file);
    expect(built.datum).toBe("wgs84");
    expect(built.features.map((f) => [f.properties.adcode, f.properties.level])).toEqual([
      ["330800", "city"],
      ["330802", "county"],
      ["330803", "county"],
    ]);
    const [outline, first] = shapesOf(built);
    expect(outline?.shape[0]).toHaveLength(1);
    expect(distanceM(first?.shape[0]?.[0]?.[0] ?? [0, 0], [119, 29])).toBeGreaterThan(200);
  });

  it("of a single district is that district alone", () => {
    expect(buildBoundary("330802", "柯城区", file).file.features.map((f) => f.properties.adcode)).toEqual(["330802"]);
  });
});

describe("approximate points", () => {
  const shape: MultiPolygon = [
    [
      [
        [119, 29],
        [119.3, 29],
        [119.3, 29.2],
        [119.15, 29.05],
        [119, 29.2],
        [119, 29],
      ],
    ],
  ];
  const towns = ["城中街道", "东山镇", "西溪乡", "南湾镇", "北岭乡"].map((name) => ({ name }));
  const seat: Position = [119.05, 29.03];
  const points = spreadPoints({ shape, seat, towns, random: createRandom(1) });

  it("lie inside a bent county, apart from each other, the street near the seat", () => {
    expect(points).toHaveLength(5);
    expect(points.filter((p) => !pointInPolygon(p, shape))).toEqual([]);
    const gaps = points.flatMap((p, i) => points.slice(i + 1).map((q) => distanceM(p, q)));
    expect(Math.min(...gaps)).toBeGreaterThan(2_000);
    expect(distanceM(points[0] ?? [0, 0], seat)).toBeLessThan(2_700);
  });

  it("of villages are nearer to their own town than to any other", () => {
    const centre = points[1] ?? seat;
    const villages = surroundingPoints({ shape, centre, others: points, count: 20, random: createRandom(2) });
    expect(villages).toHaveLength(20);
    for (const v of villages) expect(Math.min(...points.map((p) => distanceM(p, v)))).toBeCloseTo(distanceM(centre, v), 6);
  });
});
