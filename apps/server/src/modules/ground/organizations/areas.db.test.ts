/** Through the door: the tree within one's range, the public picture, an office's own boundary. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { keyOfCode } from "#platform/values.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.end());

const lotus = keyOfCode("330802007");
const namesOf = (body: Readonly<Record<string, unknown>>) => (body.areas as { name: string }[]).map(({ name }) => name);

it("the tree has the city's six counties and hundred towns, each below its own", async () => {
  const counts = await app.sql(
    "select level, count(*)::int as n from platform.area where key between 330800000000000 and 330899999999999 group by level",
  );
  expect(Object.fromEntries(counts.map(({ level, n }) => [level, n]))).toMatchObject({ city: 1, county: 6, town: 100 });
  const strays = await app.sql(
    "select key from platform.area where parent is not null and key / 100000000000 <> parent / 100000000000 and level <> 'city'",
  );
  expect(strays).toEqual([]);
});

it("one walks down from one's own area and not out of it", async () => {
  const clerk = app.as("street-clerk", { area: lotus });
  expect(namesOf((await clerk.get("/areas")).body)).toEqual(["荷花街道"]);
  expect(namesOf((await clerk.get(`/areas?parent=${lotus}`)).body)).toContain("新荷社区");
  expect(namesOf((await clerk.get(`/areas?parent=${sample.jiangshan}`)).body)).toEqual([]);
  expect(await clerk.get(`/areas/${sample.kecheng}`)).toMatchObject({ status: 404, body: { code: "ledger.unknown_area" } });
  expect((await clerk.get(`/areas/${lotus}`)).body).toMatchObject({
    area: { fullName: "浙江省衢州市柯城区荷花街道", level: "town", approximate: true },
    path: [{ name: "浙江省" }, { name: "衢州市" }, { name: "柯城区" }, { name: "荷花街道" }],
    range: { lo: lotus, hi: lotus + 999_999 },
  });
});

it.each([
  ["荷花街道", "荷花街道"],
  ["hhjd", "荷花街道"],
  ["hehuajie", "荷花街道"],
  ["330802007", "荷花街道"],
])("an area is found by %s", async (q, name) => {
  const officer = app.as("duty-officer");
  expect(namesOf((await officer.get(`/areas/search?q=${encodeURIComponent(q)}`)).body)[0]).toBe(name);
});

it("a search for wildcards finds their letters, not everything", async () => {
  const officer = app.as("duty-officer");
  expect(namesOf((await officer.get(`/areas/search?q=${encodeURIComponent("%%")}`)).body)).toEqual([]);
});

it("every organ below the city stands under the one above it", async () => {
  const inspector = app.as("inspector", { area: sample.kecheng });
  const { body } = await inspector.get(`/organizations/organ?where=${encodeURIComponent(JSON.stringify({ kind: "fire-brigade" }))}`);
  expect(body.rows).toMatchObject([{ name: "柯城区消防救援大队", level: "county", _ref: { parent: "衢州市消防救援支队" } }]);
});

it("anybody sees the city's outline and nobody's name", async () => {
  const { status, body } = await app.nobody.get("/public/city");
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: "衢州市", code: "330800", demo: false });
  const features = (body.boundary as { features: { properties: { name: string } }[] }).features;
  expect(features.map(({ properties }) => properties.name)).toEqual(["衢州市", "柯城区", "衢江区", "常山县", "开化县", "龙游县", "江山市"]);
});

const square = (code: string, west: number, south: number, size = 0.1) => ({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { adcode: code, name: code },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [west, south],
            [west + size, south],
            [west + size, south + size],
            [west, south + size],
            [west, south],
          ],
        ],
      },
    },
  ],
});
const boundaryOf = (body: Readonly<Record<string, unknown>>, adcode: string) =>
  (body.features as { properties: { adcode: string }; geometry: { type: string; coordinates: unknown } }[]).find(
    ({ properties }) => properties.adcode === adcode,
  )?.geometry;

it("an office's own boundary takes the place of the supplied one, after a look that keeps nothing", async () => {
  const admin = app.as("system-admin");
  const given = { datum: "cgcs2000", source: "市自然资源和规划局勘界成果", geojson: square("330802007", 118.8, 28.9) };
  const officer = app.as("duty-officer");
  expect(await admin.post("/boundaries", { ...given, dryRun: true })).toMatchObject({
    status: 200,
    body: { saved: 0, areas: [{ code: "330802007" }] },
  });
  expect(boundaryOf((await officer.get("/boundaries")).body, "330802007")).toBeUndefined();
  expect(await admin.post("/boundaries", given)).toMatchObject({ status: 200, body: { saved: 1 } });
  expect(boundaryOf((await officer.get("/boundaries")).body, "330802007")).toMatchObject({ type: "MultiPolygon" });
});

it.each([
  ["of a place elsewhere", square("110101", 116.3, 39.9), "organizations.boundary_unknown_area"],
  ["with longitude and latitude swapped", square("330802007", 28.9, 118.8), "organizations.boundary_refused"],
  ["that is no GeoJSON of areas", { type: "Point", coordinates: [1, 2] }, "organizations.boundary_refused"],
])("a boundary %s is refused with its reason", async (_, geojson, code) => {
  const answer = await app.as("system-admin").post("/boundaries", { datum: "wgs84", source: "试导入", geojson });
  expect(answer).toMatchObject({ status: 422, body: { code } });
  expect(String(answer.body.message)).toMatch(/[\u4e00-\u9fff]/);
});

it("a county's administrator changes his county's outlines and no other's", async () => {
  const importBy = (area: number, lng: number) =>
    app.as("system-admin", { area }).post("/boundaries", { datum: "wgs84", source: "试导入", geojson: square("330802007", lng, 28.9) });
  expect(await importBy(sample.jiangshan, 118.8)).toMatchObject({ status: 422, body: { code: "organizations.boundary_unknown_area" } });
  expect(await importBy(sample.kecheng, 118.8)).toMatchObject({ status: 200 });
});

it("a duty officer imports no boundary", async () => {
  const answer = await app
    .as("duty-officer")
    .post("/boundaries", { datum: "wgs84", source: "试导入", geojson: square("330802007", 118.8, 28.9) });
  expect(answer.status).toBe(403);
});
