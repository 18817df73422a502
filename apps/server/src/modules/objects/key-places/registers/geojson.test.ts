import { describe, expect, it } from "vitest";
import { outlineProblem } from "./geojson.ts";

const square = [
  [118.87, 28.95],
  [118.88, 28.95],
  [118.88, 28.96],
  [118.87, 28.95],
];
const polygon = (ring: unknown) => JSON.stringify({ type: "Polygon", coordinates: [ring] });

describe("an outline", () => {
  it("is a closed polygon in China, bare or as a feature", () => {
    expect(outlineProblem(polygon(square))).toBeUndefined();
    expect(
      outlineProblem(JSON.stringify({ type: "Feature", geometry: { type: "MultiPolygon", coordinates: [[square]] } })),
    ).toBeUndefined();
  });

  it("is refused when it is no GeoJSON, no polygon, open, elsewhere, or too fine", () => {
    expect(outlineProblem("沿江路以北")).toBe("json");
    expect(outlineProblem("null")).toBe("json");
    expect(outlineProblem(JSON.stringify({ type: "Point", coordinates: [118.87, 28.95] }))).toBe("polygon");
    expect(outlineProblem(polygon(square.slice(0, 3)))).toBe("ring");
    expect(outlineProblem(polygon([...square.slice(0, 3), [118.9, 28.9]]))).toBe("ring");
    expect(outlineProblem(polygon(square.map(([lon, lat]) => [lat, lon])))).toBe("place");
    const fine = Array.from({ length: 2_001 }, (_, i) => [118.8 + i * 1e-6, 28.9]);
    expect(outlineProblem(polygon([...fine, fine[0]]))).toBe("size");
  });
});
