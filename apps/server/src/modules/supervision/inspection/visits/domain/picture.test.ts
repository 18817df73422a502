import fc from "fast-check";
import { expect, it } from "vitest";
import { factsOf, isTooManyPixels, withoutMetadata } from "./picture.ts";

const segment = (marker: number, body: readonly number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const be32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const be16 = (n: number) => [n >> 8, n & 255];
const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
  ...be16(tag),
  ...be16(type),
  ...be32(count),
  ...value,
];

/** A camera's Exif: orientation 6, 2026:03:18 14:31:05, 28°58′30″ N 118°52′15.5″ E. */
function exif(): number[] {
  const at = { main: 8, detail: 8 + 2 + 36 + 4, time: 0, gps: 0, lat: 0, lon: 0 };
  at.time = at.detail + 2 + 12 + 4;
  at.gps = at.time + 20;
  at.lat = at.gps + 2 + 48 + 4;
  at.lon = at.lat + 24;
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, ...be32(at.main)],
    ...be16(3),
    ...entry(0x0112, 3, 1, [...be16(6), 0, 0]),
    ...entry(0x8769, 4, 1, be32(at.detail)),
    ...entry(0x8825, 4, 1, be32(at.gps)),
    ...be32(0),
    ...be16(1),
    ...entry(0x9003, 2, 20, be32(at.time)),
    ...be32(0),
    ...ascii("2026:03:18 14:31:05\0"),
    ...be16(4),
    ...entry(1, 2, 2, [...ascii("N"), 0, 0, 0]),
    ...entry(2, 5, 3, be32(at.lat)),
    ...entry(3, 2, 2, [...ascii("E"), 0, 0, 0]),
    ...entry(4, 5, 3, be32(at.lon)),
    ...be32(0),
    ...[28, 1, 58, 1, 30, 1].flatMap(be32),
    ...[118, 1, 52, 1, 155, 10].flatMap(be32),
  ];
  return [...ascii("Exif\0\0"), ...tiff];
}
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 3, 0xff, 0xd9];
const frame = (width: number, height: number) => segment(0xc0, [8, ...be16(height), ...be16(width), 1, 1, 17, 0]);
const jpeg = (...segments: readonly (readonly number[])[]) => Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...scan]);
const photo = jpeg(segment(0xe0, ascii("JFIF\0")), segment(0xe1, exif()), segment(0xfe, ascii("某人的手机")), frame(4000, 3000));

it("says when and where the camera was, and how large the picture is", () => {
  const facts = factsOf(photo);
  expect(facts).toMatchObject({ width: 4000, height: 3000, orientation: 6, cameraAt: "2026-03-18T14:31:05" });
  expect(facts.lat).toBeCloseTo(28.975, 6);
  expect(facts.lon).toBeCloseTo(118.87097, 5);
});

it("serves the same pixels without time, place and names, still the right way up", () => {
  const served = withoutMetadata(photo) ?? new Uint8Array();
  expect(factsOf(served)).toEqual({ width: 4000, height: 3000, orientation: 6, cameraAt: null, lat: null, lon: null, camera: null });
  expect(Buffer.from(served).includes("2026:03:18")).toBe(false);
  expect([...served.slice(-scan.length)]).toEqual(scan);
});

it("finds a small file that would unfold into gigapixels", () => {
  expect([isTooManyPixels(factsOf(jpeg(frame(65_000, 65_000)))), isTooManyPixels(factsOf(photo))]).toEqual([true, false]);
});

it("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(photo.length), (noise, at) => {
      const spoiled = Uint8Array.from([...photo.slice(0, at), ...noise, ...photo.slice(at + noise.length)]);
      factsOf(spoiled);
      withoutMetadata(spoiled);
    }),
    { numRuns: 500 },
  );
});
