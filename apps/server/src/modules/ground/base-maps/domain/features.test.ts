import { expect, it } from "vitest";
import { classify, nameOf } from "./classify.ts";
import { sortFeatures } from "./features.ts";
import { tilesOver, touches, zoomFor } from "./place.ts";
import { isOfKind, layersOf, schemaOf } from "./schema.ts";

it("OpenStreetMap's tags and an office's own words lead to the same layers", () => {
  const line = (tags: object) => classify({ ...tags }, "line");
  const area = (tags: object) => classify({ ...tags }, "polygon");
  expect([line({ highway: "primary" })?.kind, line({ 图层: "主干路" })?.kind]).toEqual(["major_road", "major_road"]);
  expect([line({ highway: "trunk_link" })?.kind, line({ railway: "rail" })?.kind]).toEqual(["highway", "rail"]);
  expect([area({ building: "yes" })?.layer, area({ layer: "建筑" })?.layer]).toEqual(["buildings", "buildings"]);
  expect([area({ landuse: "forest" })?.kind, area({ 类型: "绿地" })?.kind]).toEqual(["park", "park"]);
  expect([area({ natural: "water" })?.layer, line({ waterway: "river" })?.layer, area({ 图层: "水系" })?.layer]).toEqual([
    "water",
    "water",
    "water",
  ]);
});

it("what says nothing is drawn by its shape, what does not fit its shape is not drawn", () => {
  expect([classify({}, "line")?.layer, classify({}, "polygon")?.layer, classify({}, "point")]).toEqual(["roads", "landuse", undefined]);
  expect(classify({ building: "yes" }, "point")).toBeUndefined();
  expect(classify({ building: "no" }, "point")).toBeUndefined();
  expect(classify({ highway: "crossing" }, "point")).toBeUndefined();
});

it("a road's Chinese name comes before any other", () => {
  expect([nameOf({ name: "Fudong Street", "name:zh": "府东街" }), nameOf({ 路名: "上街" }), nameOf({})]).toEqual(["府东街", "上街", ""]);
});

it("a file in metres, or of something else, is refused; single bad features are counted", () => {
  const line = (coordinates: unknown) => ({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
  const sort = (features: unknown) => sortFeatures({ type: "FeatureCollection", features });
  const codeOf = (result: ReturnType<typeof sort>) => (result.ok ? "ok" : result.refusal.code);
  expect(codeOf(sortFeatures([]))).toBe("base-maps.not_collection");
  expect(
    codeOf(
      sort([
        line([
          [682_000, 3_207_000],
          [682_100, 3_207_000],
        ]),
      ]),
    ),
  ).toBe("base-maps.nothing_to_draw");
  const mixed = sort([
    line([
      [118.8, 28.9],
      [118.9, 29],
    ]),
    line("x"),
    null,
    { type: "Feature", properties: null, geometry: null },
  ]);
  expect(mixed.ok && [mixed.value.drawn, mixed.value.left, mixed.value.box]).toEqual([1, 3, [118.8, 28.9, 118.9, 29]]);
});

it("the schema is told by its layers, whatever else the file brings", () => {
  expect(schemaOf(["transportation", "building", "water", "place"])).toBe("openmaptiles");
  expect(schemaOf(["streets", "buildings", "water_polygons", "land"])).toBe("shortbread");
  expect(schemaOf(["earth", "roads", "water", "pois"])).toBe("protomaps");
  expect(schemaOf(["DLG_road", "building3d"])).toBe("generic");
  expect(layersOf({ vector_layers: [{ id: "roads" }, { nope: 1 }, null] })).toEqual(["roads"]);
  expect([layersOf(null), layersOf({ vector_layers: "roads" })]).toEqual([[], []]);
});

it("a picture that claims to be a vector tile is none", () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]);
  expect([isOfKind("png", png), isOfKind("mvt", png), isOfKind("jpeg", png)]).toEqual([true, false, false]);
});

it("a map of another city does not touch this one, a shifted map of this one does", () => {
  const quzhou = [118.02, 28.25, 119.33, 29.5] as const;
  expect(touches([116, 39, 117, 40], quzhou)).toBe(false);
  expect(touches([119.34, 28, 120, 29], quzhou)).toBe(true);
  expect(touches([-180, -85, 180, 85], quzhou)).toBe(true);
  expect(zoomFor(quzhou, 64, 14)).toBe(10);
  expect(tilesOver([-180, -85.05, 180, 85.05], 1)).toEqual({ z: 1, x: [0, 1], y: [0, 1] });
});
