/** What is refused, what is only odd, and what a sender may and may not say. */
import { expect, it } from "vitest";
import { decodeFrame, EncodeError, encodeFrame } from "./index.ts";
import { bytesOf, decoded, framed } from "./testing.ts";

const sound = framed(2, "15 01 08 023a091a090c");
const changed = (change: (bytes: Uint8Array) => void, of: Uint8Array = sound): Uint8Array => {
  const bytes = of.slice();
  change(bytes);
  return bytes;
};

it.each([
  ["no bytes", new Uint8Array(0), "too-short", 0],
  ["29 bytes", sound.subarray(0, 29), "too-short", 29],
  ["another start", changed((b) => b.set([0x41], 1)), "no-start", 0],
  ["a length of 1025", changed((b) => b.set([1, 4], 24)), "length-over-limit", 24],
  ["a length beyond the end", sound.subarray(0, 35), "truncated", 35],
  ["a byte too many", Uint8Array.of(...sound, 0x40), "trailing-bytes", 39],
  ["another end", changed((b) => b.set([0x24], 38)), "bad-end", 37],
  ["another checksum", changed((b) => b.set([b[36] === 0 ? 1 : 0], 36)), "bad-checksum", 36],
  ["a changed content", changed((b) => b.set([9], 29)), "bad-checksum", 36],
])("%s is refused with its own code, place and words in two languages", (_, bytes, code, offset) => {
  const result = decodeFrame(bytes);
  expect(result).toEqual({
    ok: false,
    error: { code, offset, message: expect.stringMatching(/^[ -~]+$/), messageZh: expect.stringMatching(/[一-鿿]/) },
  });
});

it.each([[null], [undefined], ["404001"], [[0x40, 0x40]], [{}], [new DataView(new ArrayBuffer(40))], [new Uint16Array(40)]])(
  "%s instead of bytes is refused, not thrown",
  (input) => {
    expect(decodeFrame(input as unknown as Uint8Array)).toMatchObject({ ok: false, error: { code: "not-bytes" } });
  },
);

it("a Buffer and a view into a larger buffer decode like plain bytes", () => {
  const inside = new Uint8Array(100);
  inside.set(sound, 7);
  expect(decodeFrame(Buffer.from(sound))).toEqual(decodeFrame(sound));
  expect(decodeFrame(inside.subarray(7, 7 + sound.length))).toEqual(decodeFrame(sound));
});

it.each([
  ["a count of 0", framed(2, "15 00 08023a091a090c"), ["zero-count", "rest-bytes"], { count: 0, objects: [], rest: "08023a091a090c" }],
  ["a count of 0 and nothing else", framed(2, "1500"), ["zero-count"], { count: 0, objects: [] }],
  ["more objects than bytes", framed(2, "01 03 01010200023a091a090c 0101"), ["objects-missing", "rest-bytes"], { count: 3, rest: "0101" }],
  ["fewer objects than bytes", framed(2, "19 01 0102 0304"), ["rest-bytes"], { count: 1, rest: "0304" }],
  ["255 objects in an empty unit", framed(2, "15ff"), ["count-over-limit", "objects-missing"], { count: 255, objects: [] }],
  ["an unknown type", framed(2, "c8 02 aabb"), ["unknown-type"], { kind: "unknown", type: 200, count: 2, objects: [], rest: "aabb" }],
  ["a unit of one byte", framed(2, "16"), ["short-adu"], { kind: "short", type: 22, count: 0, raw: "16" }],
  ["an unknown command", framed(99, "1901 0102"), ["unknown-command", "type-against-command"], { kind: "device-version" }],
  ["a query sent as an upload", framed(2, "5101 00"), ["type-against-command"], { kind: "read-device" }],
  ["a reserved byte that is used", framed(4, "5101 07"), ["reserved-not-zero"], { objects: [{ reserved: 7 }] }],
  ["a reserved status bit", framed(2, "1501 80 023a091a090c"), ["reserved-bits"], { objects: [{ status: 0x80 }] }],
  [
    "a time of zeros",
    framed(2, "1501 08 000000000000"),
    ["time-unset"],
    { objects: [{ occurredAt: null, occurredAtRaw: "000000000000" }] },
  ],
  ["30 February", framed(2, "1501 08 023a091e020c"), ["time-invalid"], { objects: [{ occurredAt: null, occurredAtRaw: "023a091e020c" }] }],
  ["BCD digits", framed(2, "1501 08 025909310712"), ["time-maybe-bcd"], { objects: [{ occurredAt: null }] }],
  ["a text length beyond the end", framed(5, "1a01 05 41"), ["objects-missing", "rest-bytes"], { objects: [], rest: "0541" }],
  ["bytes that are no text", framed(5, "1a01 03 41ffff"), ["bad-text"], { objects: [{ descriptionRaw: "41ffff" }] }],
  [
    "a value out of its range",
    framed(2, "0301 01010100000000 06 ffff 023a091a090c"),
    ["analog-out-of-range"],
    { objects: [{ value: -0.1 }] },
  ],
])("%s is decoded, noted and encoded to the same bytes", (_, bytes, codes, adu) => {
  const frame = decoded(bytes);
  expect(frame.anomalies.map(({ code }) => code)).toEqual(codes);
  expect(frame.adu).toMatchObject(adu);
  expect(encodeFrame(frame)).toEqual(bytes);
});

it("an anomaly says where, in two languages", () => {
  expect(decoded(framed(2, "19 01 0102 0304")).anomalies).toEqual([
    { code: "rest-bytes", offset: 31, message: expect.stringContaining("rest"), messageZh: expect.stringContaining("保留") },
  ]);
});

it("an unset clock in the header leaves the frame readable", () => {
  const bytes = framed(3, "", bytesOf("404001000101000000000000790300000000385b010000000000 03"));
  const frame = decoded(bytes);
  expect(frame).toMatchObject({ timestamp: null, timestampRaw: "000000000000", anomalies: [{ code: "time-unset", offset: 6 }] });
  expect(encodeFrame(frame)).toEqual(bytes);
});

it("the largest frame of 1054 bytes passes, one byte more is not sent", () => {
  const rest = "00".repeat(1022);
  const frame = { sequence: 1, source: 1, destination: 2, command: 2, adu: { type: 200, count: 1, rest } };
  expect(encodeFrame(frame)).toHaveLength(1054);
  expect(decoded(encodeFrame(frame)).adu).toMatchObject({ rest });
  expect(() => encodeFrame({ ...frame, adu: { ...frame.adu, rest: `${rest}00` } })).toThrow(EncodeError);
});

it.each([
  [889, "790300000000"],
  ["88888", "385b01000000"],
  [2n ** 48n - 1n, "ffffffffffff"],
  [{ value: "889" }, "790300000000"],
  [{ hex: "123456789012" }, "123456789012"],
  [{ value: "1", hex: "C0A801046D1D" }, "c0a801046d1d"],
])("the address %s is written as %s", (source, hex) => {
  expect(decoded(encodeFrame({ sequence: 0, source, destination: 0, command: 3 })).source.hex).toBe(hex);
});

const minimal = { sequence: 0, source: 1, destination: 2, command: 2 };
const state = { systemType: 1, systemAddress: 1, status: 0 };
it.each([
  ["sequence", { ...minimal, sequence: 65536 }],
  ["command", { ...minimal, command: -1 }],
  ["source", { ...minimal, source: 2n ** 48n }],
  ["destination", { ...minimal, destination: "0x12" }],
  ["source", { ...minimal, source: {} }],
  ["timestamp", { ...minimal, timestamp: "2012-02-30T00:00:00+08:00" }],
  ["timestamp", { ...minimal, timestamp: "yesterday" }],
  ["version.major", { ...minimal, version: { major: 256, user: 0 } }],
  ["profile", { ...minimal, profile: "nobody" }],
  ["adu.objects", { ...minimal, adu: { type: 200, objects: [{}] } }],
  ["adu.objects[0].status", { ...minimal, adu: { type: 1, objects: [{ systemType: 1, systemAddress: 1 }] } }],
  ["adu.objects[1].systemType", { ...minimal, adu: { type: 1, objects: [state, { ...state, systemType: 256 }] } }],
  ["adu.rest", { ...minimal, adu: { type: 1, rest: "xyz" } }],
])("a frame with a wrong %s is not sent, and the error names it", (field, frame) => {
  expect(() => encodeFrame(frame)).toThrow(expect.objectContaining({ field, messageZh: expect.stringContaining(field) }));
});

it.each([["nobody"], [""], [null], [7], ["__proto__"]])(
  "the unknown profile %s loses nothing: decoded as the standard and noted",
  (name) => {
    expect(decodeFrame(sound, { profile: name as string })).toMatchObject({
      ok: true,
      frame: { adu: { type: 21 }, anomalies: [{ code: "unknown-profile" }] },
    });
  },
);
