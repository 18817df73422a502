import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryMessages, repairBoundary } from "./boundary.ts";
import { areaM2, distanceM, type Position, pointInPolygon, type Ring, shapeFaults, signedRingAreaM2 } from "./geometry.ts";

const west = 118.8;
const south = 28.9;
/** A ring around positions given in hundredths of a degree from the south-west corner. */
const ring = (...corners: readonly [number, number][]): Ring => {
  const positions = corners.map(([x, y]): Position => [west + x / 100, south + y / 100]);
  return [...positions, ...positions.slice(0, 1)];
};
const square = (x: number, y: number, size = 10): Ring => ring([x, y], [x + size, y], [x + size, y + size], [x, y + size]);
const feature = (adcode: number, ...coordinates: Ring[]) => ({
  type: "Feature",
  properties: { adcode, name: `区${adcode}` },
  geometry: { type: "Polygon", coordinates },
});
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

describe("shapeFaults", () => {
  it("finds nothing wrong with a square and its hole", () => {
    expect(shapeFaults([[square(0, 0), square(2, 2, 3).reverse()]])).toEqual([]);
  });
  it.each([
    ["crossing", [[ring([0, 0], [10, 10], [10, 0], [0, 8])]]],
    ["crossing", [[ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10])]]],
    ["turned", [[square(0, 0).reverse()]]],
    ["open", [[square(0, 0).slice(0, 4)]]],
    ["short", [[square(0, 0).slice(0, 2)]]],
    ["hole-outside", [[square(0, 0), square(20, 20, 2).reverse()]]],
    ["split", [[square(0, 0), ring([0, 5], [5, 10], [5, 5]).reverse()]]],
    ["crossing", [[square(0, 0)], [square(5, 5)]]],
  ])("names a %s", (fault, shape) => {
    expect(shapeFaults(shape).map((f) => f.fault)).toContain(fault);
  });
});

describe("areas and distances", () => {
  it("a tenth of a degree square at 29° north measures 108 km²", () => {
    expect(areaM2([[square(0, 0)]]) / 1e6).toBeCloseTo(108.2, 0);
    expect(signedRingAreaM2(square(0, 0).reverse())).toBeLessThan(0);
  });
  it("a tenth of a degree of latitude is 11.1 km", () => {
    expect(distanceM([west, south], [west, south + 0.1])).toBeCloseTo(11_119.5, 0);
  });
  it("a point in a hole is outside", () => {
    const shape = [[square(0, 0), square(2, 2, 3).reverse()]];
    expect(pointInPolygon([west + 0.01, south + 0.01], shape)).toBe(true);
    expect(pointInPolygon([west + 0.03, south + 0.03], shape)).toBe(false);
  });
});

describe("repairBoundary", () => {
  it("leaves a sound boundary as it is", () => {
    const { ok, features, problems } = repairBoundary(feature(330802, square(0, 0)), { datum: "wgs84" });
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(areaM2(features[0]?.shape ?? [])).toBeCloseTo(areaM2([[square(0, 0)]]), -1);
  });

  it("moves GCJ-02 by some hundred metres and leaves WGS-84 alone", () => {
    const [gcj, wgs] = (["gcj02", "wgs84"] as const).map(
      (datum) => repairBoundary(feature(330802, square(0, 0)), { datum }).outline[0]?.[0]?.[0],
    );
    const moved = distanceM(gcj ?? [0, 0], wgs ?? [0, 0]);
    expect(moved).toBeGreaterThan(300);
    expect(moved).toBeLessThan(800);
  });

  it("removes a loop too small to matter and says so", () => {
    const looped = ring([0, 0], [10, 0], [10, 10], [5.1, 10], [4.95, 10.1], [5.05, 10.1], [4.9, 10], [0, 10]);
    const { ok, features, problems } = repairBoundary(feature(330802, looped), { datum: "wgs84" });
    expect(ok).toBe(true);
    expect(shapeFaults(features[0]?.shape ?? [])).toEqual([]);
    expect(problems.map((p) => p.severity)).toEqual(["repaired"]);
  });

  it("gives a sliver between neighbours to one of them and leaves no overlap", () => {
    const result = repairBoundary(collection(feature(330802, square(0, 0)), feature(330803, square(9.9, 0))), { datum: "wgs84" });
    expect(result.ok).toBe(true);
    const [first = 0, second = 0] = result.features.map((f) => areaM2(f.shape));
    expect((first + second) / areaM2(result.outline)).toBeCloseTo(1, 6);
    expect(result.problems.map((p) => p.code)).toContain("organizations.boundary_overlap_given");
  });

  it("keeps an island however small, and a hole that was given", () => {
    const island = {
      ...feature(330482, square(0, 0)),
      geometry: { type: "MultiPolygon", coordinates: [[square(0, 0)], [square(20, 20, 0.05)]] },
    };
    const holed = feature(330803, square(30, 0), square(33, 3, 1).reverse());
    const { features } = repairBoundary(collection(island, holed), { datum: "wgs84" });
    expect(features.map((f) => f.shape.map((p) => p.length))).toEqual([[1, 1], [2]]);
  });

  it.each([
    ["nothing", null, "organizations.boundary_unreadable"],
    [
      "a point",
      { type: "Feature", properties: { adcode: 1 }, geometry: { type: "Point", coordinates: [1, 2] } },
      "organizations.boundary_unreadable",
    ],
    ["no code", { ...feature(1, square(0, 0)), properties: {} }, "organizations.boundary_without_code"],
    ["a code twice", collection(feature(330802, square(0, 0)), feature(330802, square(20, 0))), "organizations.boundary_code_twice"],
    [
      "swapped axes",
      feature(
        330802,
        square(0, 0).map(([lon, lat]): Position => [lat, lon]),
      ),
      "organizations.boundary_out_of_range",
    ],
    [
      "contradicting neighbours",
      collection(feature(330802, square(0, 0)), feature(330803, square(5, 0))),
      "organizations.boundary_overlap",
    ],
    ["a bow tie", feature(330802, ring([0, 0], [10, 10], [10, 0], [0, 10])), "organizations.boundary_area_changed"],
  ])("refuses %s with the reason", (_what, given, code) => {
    const { ok, features, problems } = repairBoundary(given, { datum: "wgs84" });
    expect({ ok, features }).toEqual({ ok: false, features: [] });
    expect(problems.filter((p) => p.severity === "refused").map((p) => p.code)).toContain(code);
    expect(problems.every((p) => p.code in boundaryMessages)).toBe(true);
  });

  it("never throws, and whatever it accepts is valid", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    const anyRing = fc.array(corner, { minLength: 3, maxLength: 14 }).map((corners) => ring(...corners));
    fc.assert(
      fc.property(fc.array(anyRing, { minLength: 1, maxLength: 3 }), (rings) => {
        const given = collection(...rings.map((r, i) => feature(330802 + i, r)));
        const { ok, features } = repairBoundary(given, { datum: "gcj02" });
        return !ok || features.every((f) => f.shape.length > 0 && shapeFaults(f.shape).length === 0);
      }),
      { numRuns: 150 },
    );
  });
});
