/** What the tests of this package share: hexadecimal text to bytes and frames, and frames with any application data unit. */
import fc from "fast-check";
import { fromHex } from "./bytes.ts";
import { checksum, type DecodeOptions, decodeFrame, wire } from "./frame.ts";
import type { Frame } from "./types.ts";

/** Bytes of hexadecimal text, spaces ignored. */
export function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (!bytes) throw new TypeError(`not hexadecimal: ${hex}`);
  return bytes;
}

/** The frame in these bytes, or the refusal as a thrown error. */
export function decoded(input: string | Uint8Array, options?: DecodeOptions): Frame {
  const result = decodeFrame(typeof input === "string" ? bytesOf(input) : input, options);
  if (!result.ok) throw new TypeError(`${result.error.code} at ${result.error.offset}`);
  return result.frame;
}

const HEAD = bytesOf("404001000101203a091a090c790300000000385b010000000000" + "02");

/** A sound frame around an application data unit, sent 2012-09-26 09:58:32 by device 889 to centre 88888. */
export function framed(command: number, adu: Uint8Array | string, head: Uint8Array = HEAD): Uint8Array {
  const inside = typeof adu === "string" ? bytesOf(adu) : adu;
  const bytes = new Uint8Array(wire.leastBytes + inside.length);
  bytes.set(head);
  bytes.set([inside.length & 255, inside.length >> 8, command], wire.lengthAt);
  bytes.set(inside, wire.aduAt);
  bytes.set([checksum(bytes, wire.sequenceAt, bytes.length - 3), wire.end, wire.end], bytes.length - 3);
  return bytes;
}

const uint8 = fc.integer({ min: 0, max: 255 });
const start = fc.constant(Uint8Array.of(wire.start, wire.start));
const knownTypes = fc.constantFrom(
  0,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  21,
  22,
  24,
  25,
  26,
  28,
  60,
  61,
  62,
  64,
  81,
  84,
  89,
  90,
  91,
  134,
  135,
  136,
  190,
  204,
);

/** Any sound frame: every byte that framing does not fix is random, types and counts leaning to those that mean something. */
export const anySoundFrame = fc
  .record({
    head: fc.tuple(start, fc.uint8Array({ minLength: 25, maxLength: 25 })).map(([first, more]) => Uint8Array.of(...first, ...more)),
    command: fc.oneof(fc.integer({ min: 0, max: 8 }), uint8),
    type: fc.oneof(knownTypes, uint8),
    count: fc.oneof(fc.integer({ min: 0, max: 3 }), uint8),
    body: fc.uint8Array({ maxLength: 200 }),
    bare: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ head, command, type, count, body, bare }) => {
    const adu = Uint8Array.of(type, count, ...body);
    return framed(command, bare === 0 ? adu.subarray(0, 1) : bare === 1 ? adu.subarray(0, 0) : adu, head);
  });
