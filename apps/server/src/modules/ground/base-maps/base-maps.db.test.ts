/** A base map over HTTP: piece by piece in, tile by tile out, and who may do what. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type App, type Caller, startApp } from "#kit/kit.ts";
import { cutGeojson } from "./cut.ts";
import { tilesOver } from "./domain/place.ts";
import { layersInTile } from "./domain/schema.ts";

const SHARED_RASTER = join(import.meta.dirname, "../../../../../../../shared/data/map-assets/stamen_toner_raster_z0-3.pmtiles");
const AT = [118.87, 28.97] as const;

let app: App;
let admin: Caller;
let officer: Caller;
let dir: string;
let tiles: Buffer;
let elsewhere: Buffer;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  [admin, officer] = [app.as("system-admin"), app.as("duty-officer")];
  dir = await mkdtemp(join(tmpdir(), "suiren-base-map-"));
  [tiles, elsewhere] = [await cutAt(AT), await cutAt([116.4, 39.9])];
});
afterAll(async () => {
  await app?.end();
  await rm(dir, { recursive: true, force: true });
});

/** A crossing of two streets and a house beside it. */
const streets = ([lon, lat]: readonly [number, number]) => ({
  type: "FeatureCollection",
  features: [
    feature({ highway: "primary", name: "府东街" }, "LineString", [
      [lon - 0.01, lat],
      [lon + 0.01, lat],
    ]),
    feature({ highway: "residential", name: "上街" }, "LineString", [
      [lon, lat - 0.01],
      [lon, lat + 0.01],
    ]),
    feature({ building: "yes" }, "Polygon", [
      [
        [lon + 0.001, lat + 0.001],
        [lon + 0.002, lat + 0.001],
        [lon + 0.002, lat + 0.002],
        [lon + 0.001, lat + 0.001],
      ],
    ]),
  ],
});
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});

async function cutAt(at: readonly [number, number]): Promise<Buffer> {
  const [from, to] = [join(dir, `${at[0]}.geojson`), join(dir, `${at[0]}.pmtiles`)];
  await writeFile(from, JSON.stringify(streets(at)));
  expect(await cutGeojson(from, to)).toMatchObject({ ok: true, value: { drawn: 3, left: 0 } });
  return readFile(to);
}

const stated = { name: "衢州街道图", source: "测试用两条街", attribution: "© 测试", datum: "cgcs2000" };
const begin = (who: Caller, fileName: string, sizeBytes: number, more: object = {}) =>
  who.post("/base-maps", { ...stated, fileName, sizeBytes, ...more });
const put = async (who: Caller, id: unknown, at: number, bytes: Uint8Array) => {
  const response = await who.fetch(`/base-maps/${String(id)}/bytes?at=${at}`, {
    method: "PUT",
    body: Uint8Array.from(bytes),
    headers: { "content-type": "application/octet-stream" },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

async function importMap(bytes: Buffer, fileName: string, ground: string, more: object = {}) {
  const { body } = await begin(admin, fileName, bytes.length, more);
  await put(admin, body.id, 0, bytes);
  return { id: String(body.id), finished: await admin.post(`/base-maps/${String(body.id)}/finish`, { ground }) };
}

const tileAt = (z: number): string => {
  const { x, y } = tilesOver([...AT, ...AT], z);
  return `${z}/${x[0]}/${y[0]}`;
};

it("an upload that broke off goes on where it stopped, is checked, and comes back tile by tile", async () => {
  // given: half the file arrived
  const half = Math.floor(tiles.length / 2);
  const first = await begin(admin, "quzhou.pmtiles", tiles.length);
  expect(await put(admin, first.body.id, 0, tiles.subarray(0, half))).toMatchObject({ status: 200, body: { receivedBytes: half } });
  expect(await admin.post(`/base-maps/${String(first.body.id)}/finish`)).toMatchObject({
    status: 409,
    body: { code: "base-maps.incomplete" },
  });
  // when: the same file is begun again
  const again = await begin(admin, "quzhou.pmtiles", tiles.length, { approvalNumber: "浙S(2026)1号" });
  expect(again.body).toEqual({ id: first.body.id, receivedBytes: half });
  expect(await put(admin, again.body.id, 0, tiles)).toMatchObject({ status: 409, body: { params: { receivedBytes: half } } });
  await put(admin, again.body.id, half, tiles.subarray(half));
  const finished = await admin.post(`/base-maps/${String(again.body.id)}/finish`, { ground: "all" });
  // then
  expect(finished).toMatchObject({ status: 200, body: { kind: "mvt", schema: "protomaps", minZoom: 5, maxZoom: 14 } });
  const inForce = await officer.get("/base-maps/in-force");
  expect(inForce.body).toMatchObject({
    light: { name: "衢州街道图", approvalNumber: "浙S(2026)1号", expired: false },
    dark: { datum: "cgcs2000" },
  });
  const tile = await officer.fetch(`/base-maps/${String(again.body.id)}/tiles/${tileAt(14)}`);
  expect([tile.status, tile.headers.get("cache-control")]).toEqual([200, "private, max-age=31536000, immutable"]);
  expect(layersInTile(new Uint8Array(await tile.arrayBuffer())).toSorted()).toEqual(["buildings", "roads"]);
  const known = { headers: { "if-none-match": tile.headers.get("etag") ?? "" } };
  expect((await officer.fetch(`/base-maps/${String(again.body.id)}/tiles/${tileAt(14)}`, known)).status).toBe(304);
  expect((await officer.fetch(`/base-maps/${String(again.body.id)}/tiles/14/0/0`)).status).toBe(204);
  expect((await officer.fetch(`/base-maps/${String(again.body.id)}/tiles/3/9/0`)).status).toBe(404);
});

it("whoever does not take gzip gets the tile unpacked", async () => {
  const { id } = await importMap(tiles, "plain.pmtiles", "none");
  const packed = await officer.fetch(`/base-maps/${id}/tiles/${tileAt(14)}`, { headers: { "accept-encoding": "gzip" } });
  const plain = await officer.fetch(`/base-maps/${id}/tiles/${tileAt(14)}`, { headers: { "accept-encoding": "identity" } });
  expect([packed.headers.get("content-encoding"), plain.headers.get("content-encoding")]).toEqual(["gzip", null]);
  expect(Buffer.from(await plain.arrayBuffer())).toEqual(Buffer.from(await packed.arrayBuffer()));
});

it("streets and houses in a GeoJSON are cut into tiles; what cannot be drawn is counted", async () => {
  const map = streets(AT);
  const file = Buffer.from(JSON.stringify({ ...map, features: [...map.features, feature({}, "Point", [...AT])] }));
  const { id, finished } = await importMap(file, "streets.geojson", "dark");
  expect(finished).toMatchObject({ status: 200, body: { schema: "protomaps", drawn: 3, left: 1 } });
  expect((await officer.get("/base-maps/in-force")).body).toMatchObject({ dark: { id } });
});

it.skipIf(!existsSync(SHARED_RASTER))("a real raster map of the world is taken and served as pictures", async () => {
  const { id, finished } = await importMap(await readFile(SHARED_RASTER), "world.pmtiles", "none");
  expect(finished).toMatchObject({ status: 200, body: { kind: "png", schema: null, tiles: 85, maxZoom: 3 } });
  const tile = await officer.fetch(`/base-maps/${id}/tiles/3/6/3`);
  expect([
    tile.headers.get("content-type"),
    Buffer.from(await tile.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ]).toEqual(["image/png", "PNG"]);
});

it("what is wrong with a file is said, and neither row nor bytes stay", async () => {
  const broken = Buffer.from(tiles);
  broken.fill(0xff, 130, 160);
  const cases: readonly (readonly [Buffer, string, string])[] = [
    [elsewhere, "beijing.pmtiles", "base-maps.elsewhere"],
    [tiles.subarray(0, 20_000 > tiles.length ? tiles.length - 5 : 20_000), "short.pmtiles", "base-maps.truncated"],
    [Buffer.from("SQLite format 3\0".repeat(40)), "old.pmtiles", "base-maps.not_pmtiles"],
    [broken, "broken.pmtiles", "base-maps.bad_directory"],
    [Buffer.from("{ no json"), "a.geojson", "base-maps.not_json"],
    [Buffer.from('{"type":"FeatureCollection","features":[]}'), "b.geojson", "base-maps.nothing_to_draw"],
  ];
  for (const [bytes, fileName, code] of cases) {
    const { id, finished } = await importMap(bytes, fileName, "all");
    expect([fileName, finished.status, finished.body.code]).toEqual([fileName, 422, code]);
    expect(String(finished.body.message)).not.toContain(code);
    expect(await app.sql("select 1 from base_maps.base_map where id = $1", [id])).toEqual([]);
    expect(existsSync(join(app.services.files.dir, "base-maps", `${id}.part`))).toBe(false);
  }
  expect((await begin(admin, "map.mbtiles", 10)).body.code).toBe("base-maps.ending");
  expect((await begin(admin, "huge.geojson", 2 ** 30)).body.code).toBe("base-maps.geojson_too_large");
  expect((await begin(admin, "a.pmtiles", 10, { attribution: "" })).status).toBe(422);
});

it("a cancelled upload leaves nothing; bytes beyond the stated size are refused", async () => {
  const { body } = await begin(admin, "cancel.pmtiles", 10);
  expect(await put(admin, body.id, 0, new Uint8Array(11))).toMatchObject({ status: 413 });
  expect((await admin.del(`/base-maps/${String(body.id)}`)).status).toBe(200);
  expect((await put(admin, body.id, 0, new Uint8Array(1))).status).toBe(404);
  expect(existsSync(join(app.services.files.dir, "base-maps", `${String(body.id)}.part`))).toBe(false);
});

it("a connection that breaks inside a piece keeps what came, and the upload goes on from there", async () => {
  // given: a piece whose sender goes away half way
  const { body } = await begin(admin, "broken.pmtiles", tiles.length);
  const stop = new AbortController();
  const half = tiles.subarray(0, Math.floor(tiles.length / 2));
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(half));
      setTimeout(() => stop.abort(), 300);
    },
  });
  const headers = { "content-type": "application/octet-stream" };
  const sending = { method: "PUT", body: stream, duplex: "half", signal: stop.signal, headers } as RequestInit;
  await expect(admin.fetch(`/base-maps/${String(body.id)}/bytes?at=0`, sending)).rejects.toThrow();
  // when
  const again = await begin(admin, "broken.pmtiles", tiles.length);
  const at = Number(again.body.receivedBytes);
  expect([again.body.id, at]).toEqual([body.id, half.length]);
  await vi.waitFor(async () => expect(await put(admin, body.id, at, tiles.subarray(at))).toMatchObject({ status: 200 }));
  // then
  expect((await admin.post(`/base-maps/${String(body.id)}/finish`)).status).toBe(200);
});

it("one map is in force on light and one on dark; a withdrawn one is gone from every screen, its reason stays", async () => {
  const [one, two] = [await importMap(tiles, "one.pmtiles", "all"), await importMap(tiles, "two.pmtiles", "dark")];
  const inForce = async () => (await officer.get("/base-maps/in-force")).body as Record<string, { id: string } | null>;
  expect([(await inForce()).light?.id, (await inForce()).dark?.id]).toEqual([one.id, two.id]);
  expect((await admin.post(`/base-maps/${two.id}/withdraw`, { reason: "审图号过期" })).status).toBe(200);
  expect([(await inForce()).light?.id, (await inForce()).dark]).toEqual([one.id, null]);
  expect((await officer.fetch(`/base-maps/${two.id}/tiles/${tileAt(14)}`)).status).toBe(404);
  expect((await admin.post(`/base-maps/${two.id}/ground`, { ground: "all" })).status).toBe(404);
  const { maps } = (await admin.get("/base-maps")).body as { maps: { id: string; state: string; withdrawnWhy: string }[] };
  expect(maps.find(({ id }) => id === two.id)).toMatchObject({ state: "withdrawn", withdrawnWhy: "审图号过期" });
  const entries = await app.sql("select action from platform.audit where subject_id = $1 order by id", [two.id]);
  expect(entries.map(({ action }) => action)).toEqual(["开始导入底图", "收下底图", "撤回底图"]);
});

it("a map past its day is still drawn and says so", async () => {
  await importMap(tiles, "old.pmtiles", "all", { validUntil: "2026-03-17" });
  expect((await officer.get("/base-maps/in-force")).body).toMatchObject({ light: { expired: true } });
});

it("tiles are for the signed in, management for the system administrator", async () => {
  const { id } = await importMap(tiles, "who.pmtiles", "none");
  const unit = app.as("unit-manager", { unitId: id });
  expect((await app.nobody.fetch(`/base-maps/${id}/tiles/${tileAt(14)}`)).status).toBe(401);
  expect((await app.nobody.get("/base-maps/in-force")).status).toBe(401);
  expect((await unit.fetch(`/base-maps/${id}/tiles/${tileAt(14)}`)).status).toBe(200);
  const { body } = await begin(admin, "mine.pmtiles", 10);
  for (const who of [officer, app.as("security-admin"), unit]) {
    expect((await put(who, body.id, 0, new Uint8Array(1))).status).toBe(403);
    expect((await begin(who, "x.pmtiles", 10)).status).toBe(403);
  }
  expect((await put(app.nobody, body.id, 0, new Uint8Array(1))).status).toBe(401);
});
