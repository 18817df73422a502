import { expect, it } from "vitest";
import { boxOf, dotDegrees, isTile, onTile, tileOf } from "./tile.ts";

/** The tile of zoom 10 that has Quzhou's middle, 118.87 E 28.97 N. */
const quzhou = { z: 10, x: 850, y: 425 };
const middle = { lon: 118.87, lat: 28.97 };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it("a zoom has as many tiles either way as two to its power", () => {
  expect(isTile({ z: 0, x: 0, y: 0 })).toBe(true);
  expect(isTile({ z: 3, x: 7, y: 7 })).toBe(true);
  expect(isTile({ z: 3, x: 8, y: 0 })).toBe(false);
  expect(isTile({ z: 3, x: 0, y: 8 })).toBe(false);
});

it("a tile is a box on the ground, and its corners lie at the ends of its steps", () => {
  const [west, south, east, north] = boxOf(quzhou, "cgcs2000");
  expect(west < middle.lon && middle.lon < east && south < middle.lat && middle.lat < north).toBe(true);
  expect(east - west).toBeCloseTo(360 / 2 ** 10, 9);
  expect(onTile(quzhou, { lon: west, lat: north - 1e-9 })).toEqual([0, 0]);
  expect(onTile(quzhou, { lon: (west + east) / 2 + 1e-9, lat: south + 1e-9 })).toEqual([2048, 4095]);
});

it("neighbouring tiles share no point", () => {
  const [, , east] = boxOf(quzhou, "wgs84");
  const point = { lon: east, lat: middle.lat, id: "on-the-edge", title: "" };
  const drawn = [quzhou, { ...quzhou, x: 851 }].map((at) => text(tileOf(at, "wgs84", [point])).includes("on-the-edge"));
  expect(drawn).toEqual([false, true]);
});

it("names travel only where they are written", () => {
  const point = { ...middle, id: "a-unit", title: "东风商厦" };
  const near = { z: 13, x: 850 * 8 + 1, y: 425 * 8 };
  const [west, , , north] = boxOf(near, "wgs84");
  expect(text(tileOf(quzhou, "wgs84", [point]))).not.toContain("东风商厦");
  expect(text(tileOf(near, "wgs84", [{ ...point, lon: west + 0.01, lat: north - 0.01 }]))).toContain("东风商厦");
});

it("on a shifted base map a point stands some hundred metres off, and is looked for beyond the tile's edge", () => {
  const at = { z: 16, x: 54407, y: 27253 };
  const [west, south, east, north] = boxOf(at, "wgs84");
  const wide = boxOf(at, "gcj02");
  expect([wide[0] < west, wide[1] < south, wide[2] > east, wide[3] > north]).toEqual([true, true, true, true]);
  const point = { lon: (west + east) / 2, lat: (south + north) / 2, id: "shifted", title: "" };
  // Four hundred metres are most of a tile at this zoom: the point leaves it.
  expect(text(tileOf(at, "wgs84", [point]))).toContain("shifted");
  expect(text(tileOf(at, "bd09", [point]))).not.toContain("shifted");
});

it("two dots stand four pixels apart at least", () => expect(dotDegrees(0)).toBeCloseTo((360 / 512) * 4));
