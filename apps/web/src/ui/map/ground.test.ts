import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { beforeAll, expect, it, vi } from "vitest";
import { shiftOf } from "./datum.ts";
import { baseStyle } from "./style.ts";
import type { Ground } from "./types.ts";

beforeAll(() => void vi.stubGlobal("location", { origin: "http://suiren.test" }));

const ground = (schema: Ground["schema"], layers: readonly string[], kind: Ground["kind"] = "mvt"): Ground => ({
  ...{ id: "1", name: "底图", attribution: "©", approvalNumber: null, datum: "cgcs2000", expired: false, minZoom: 0, maxZoom: 14 },
  ...{ bounds: [118, 28, 119, 29], kind, schema, layers },
});

const known = {
  protomaps: ["earth", "landuse", "landcover", "water", "roads", "buildings", "places"],
  openmaptiles: ["landuse", "landcover", "park", "water", "waterway", "building", "transportation", "transportation_name", "place"],
  shortbread: ["ocean", "land", "sites", "water_polygons", "water_lines", "buildings", "streets", "street_labels", "place_labels"],
} as const;
const grounds = [
  null,
  ground("protomaps", known.protomaps),
  ground("openmaptiles", known.openmaptiles),
  ground("shortbread", known.shortbread),
  ground("generic", ["DLG_道路", "house"]),
  ground(null, [], "webp"),
];

it("every base map makes a style MapLibre takes, in every theme, and asks nobody but us", () => {
  for (const theme of ["light", "dark", "wall"] as const)
    for (const each of grounds) {
      const style = baseStyle(theme, each);
      expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
      expect([style.glyphs, style.sprite]).toEqual([undefined, undefined]);
      expect(new Set(style.layers.map(({ id }) => id)).size).toBe(style.layers.length);
      const addresses = JSON.stringify(style).match(/https?:[^"]*/g) ?? [];
      expect(addresses.every((address) => address.startsWith("http://suiren.test/api/v1/base-maps/"))).toBe(true);
    }
});

it("each known schema has roads, their names, houses, green and water", () => {
  for (const schema of ["protomaps", "openmaptiles", "shortbread"] as const) {
    const ids = baseStyle("light", ground(schema, known[schema])).layers.map(({ id }) => id);
    for (const role of ["main-0", "minor-0", "mainName", "building-0", "green-0", "water-0", "place"])
      expect([schema, role, ids.some((id) => id.startsWith(`ground-${role}`))]).toEqual([schema, role, true]);
  }
});

it("what the file has not is not asked for, and streets lie beneath boundaries and points", () => {
  const layers = baseStyle("light", ground("protomaps", ["roads"])).layers;
  const asked = new Set(layers.flatMap((layer) => ("source-layer" in layer && layer["source-layer"] ? [layer["source-layer"]] : [])));
  expect([...asked]).toEqual(["roads"]);
  const at = (id: string) => layers.findIndex((layer) => layer.id === id);
  const roads = layers.findIndex((layer) => layer.id.startsWith("ground-main"));
  expect(at("land")).toBeLessThan(roads);
  expect(roads).toBeLessThan(at("index"));
  expect(at("index")).toBeLessThan(at("boundary"));
  expect(at("boundary")).toBeLessThan(at("dots"));
});

it("a place moved onto a shifted map and back is where it was; an unshifted map moves nothing", () => {
  expect([shiftOf("cgcs2000"), shiftOf("wgs84"), shiftOf(undefined)]).toEqual([null, null, null]);
  const at = [118.839481, 28.966658] as const;
  for (const datum of ["gcj02", "bd09"] as const) {
    const shift = shiftOf(datum);
    const [lon = 0, lat = 0] = shift?.to(at) ?? [];
    const metres = Math.hypot((lon - at[0]) * 97_000, (lat - at[1]) * 111_000);
    expect(metres).toBeGreaterThan(200);
    expect(metres).toBeLessThan(1_500);
    const [lonBack = 0, latBack = 0] = shift?.back([lon, lat]) ?? [];
    expect(Math.hypot((lonBack - at[0]) * 97_000, (latBack - at[1]) * 111_000)).toBeLessThan(0.5);
  }
});
