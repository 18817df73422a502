/** What the tests of this package share: hexadecimal text to bytes and frames. */
import { fromHex } from "./bytes.ts";
import { type DecodeOptions, decodeFrame } from "./frame.ts";
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
