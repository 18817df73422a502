/** What must hold for any bytes and any frame. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findDialect, standardDialect } from "./dialect.ts";
import { readCarefully } from "./frame.ts";
import { decodeFrame, describeFrame, encodeFrame, FrameStream, profiles, typeFlags } from "./index.ts";
import { anySoundFrame, decoded, framed } from "./testing.ts";

const anyProfile = fc.constantFrom(...profiles.keys());
const uint8 = fc.integer({ min: 0, max: 255 });
const uint16 = fc.integer({ min: 0, max: 0xffff });
const uint32 = fc.integer({ min: 0, max: 0xffffffff });

it("any bytes decode without a throw, and so does every mutation of a sound frame", () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 1200 }),
    fc.tuple(anySoundFrame, uint8, uint8).map(([frame, at, to]) => frame.with(at % frame.length, to)),
  );
  fc.assert(
    fc.property(anyBytes, anyProfile, (bytes, profile) => {
      const result = decodeFrame(bytes, { profile });
      expect(typeof result.ok).toBe("boolean");
      new FrameStream({ profile }).push(bytes);
    }),
    { numRuns: 2000 },
  );
});

it("encoding any decoded frame gives the same bytes, under every profile", () => {
  fc.assert(
    fc.property(anySoundFrame, anyProfile, (bytes, profile) => {
      const frame = decoded(bytes, { profile });
      expect(encodeFrame(frame)).toEqual(bytes);
      expect(decoded(encodeFrame(frame), { profile })).toEqual(frame);
    }),
    { numRuns: 3000 },
  );
});

it("a frame survives JSON", () => {
  fc.assert(
    fc.property(anySoundFrame, (bytes) => {
      expect(encodeFrame(JSON.parse(JSON.stringify(decoded(bytes))))).toEqual(bytes);
    }),
  );
});

it("the field map covers every byte once, of sound frames, pieces of them and noise", () => {
  const piece = fc.tuple(anySoundFrame, fc.integer({ min: 0, max: 300 })).map(([bytes, length]) => bytes.subarray(0, length));
  fc.assert(
    fc.property(fc.oneof(anySoundFrame, piece, fc.uint8Array({ maxLength: 100 })), anyProfile, (bytes, profile) => {
      const fields = describeFrame(bytes, { profile });
      let at = 0;
      for (const field of fields) {
        expect(field.offset).toBe(at);
        expect(field.raw).toHaveLength(field.length * 2);
        at += field.length;
      }
      expect(at).toBe(bytes.length);
      expect(fields.map((field) => field.raw).join("")).toBe(Buffer.from(bytes).toString("hex"));
    }),
    { numRuns: 1000 },
  );
});

const anyInstant = fc
  .date({ min: new Date("2000-01-01T00:00:00+08:00"), max: new Date("2099-12-31T23:59:59+08:00"), noInvalidDate: true })
  .map((date) => `${new Date(date.getTime() + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`);
const anyDescription = fc.string({ unit: "binary", maxLength: 7 }).map((text) =>
  text
    .replaceAll("\0", "")
    .replace(/[\ue000-\uf8ff]/g, "")
    .trim(),
);

const anyComponentState = fc.record({
  systemType: uint8,
  systemAddress: uint8,
  componentType: uint8,
  componentAddress: uint32,
  status: uint16,
  description: anyDescription,
  occurredAt: anyInstant,
});

const anyUpload = fc.record({
  sequence: uint16,
  version: fc.record({ major: uint8, user: uint8 }),
  timestamp: anyInstant,
  source: fc.bigInt({ min: 0n, max: 2n ** 48n - 1n }).map(String),
  destination: fc.bigInt({ min: 0n, max: 2n ** 48n - 1n }).map(String),
  command: fc.constantFrom(2, 5),
  adu: fc.record({ type: fc.constant(2), objects: fc.array(anyComponentState, { minLength: 1, maxLength: 22 }) }),
});

it("decoding an encoded frame gives what was put in, under every profile", () => {
  fc.assert(
    fc.property(anyUpload, anyProfile, (frame, profile) => {
      const back = decoded(encodeFrame(frame, { profile }), { profile });
      const { source, destination, ...rest } = frame;
      expect(back).toMatchObject({ ...rest, source: { value: source }, destination: { value: destination } });
      expect(back.adu?.count).toBe(frame.adu.objects.length);
    }),
    { numRuns: 500 },
  );
});

it("the quick way through component states gives what the careful way gives", () => {
  fc.assert(
    fc.property(anyUpload, fc.nat(200), uint8, (frame, at, to) => {
      const bytes = encodeFrame(frame);
      const adu = bytes.slice(27, -3);
      const one = framed(frame.command, adu.with(2 + (at % (adu.length - 2)), to), bytes.subarray(0, 27));
      for (const each of [bytes, one]) {
        expect(decoded(each)).toStrictEqual(readCarefully(each, 0, each.length - 30, standardDialect));
      }
    }),
    { numRuns: 500 },
  );
});

it("no frame shares memory with its input: overwriting the input changes nothing", () => {
  fc.assert(
    fc.property(anySoundFrame, anyProfile, (bytes, profile) => {
      const own = Buffer.from(bytes);
      const frame = decoded(own, { profile });
      const before = JSON.stringify(frame);
      own.fill(0xa5);
      expect(JSON.stringify(frame)).toBe(before);
    }),
  );
});

it("every profile knows every type of the standard", () => {
  for (const name of profiles.keys()) {
    for (const type of Object.keys(typeFlags)) expect(findDialect(name)?.types[Number(type)]).toBeDefined();
  }
});
