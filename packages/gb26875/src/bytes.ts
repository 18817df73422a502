/** Reading and writing single numbers and hexadecimal text; the only place that looks past TypeScript's "may be undefined". */

/** The byte at `at`; the caller has checked that it is inside. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** Two bytes, low byte first 低字节在前. */
export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8);
}

/** Four bytes, low byte first, as an unsigned number. */
export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Two lower-case digits for one byte. */
export function hexByte(byte: number): string {
  return HEX[byte & 255] as string;
}

/** `length` bytes from `at` as lower-case hexadecimal digits in wire order; stops at the end of the bytes. */
export function toHex(bytes: Uint8Array, at = 0, length = bytes.length - at): string {
  let hex = "";
  const end = Math.min(bytes.length, at + length);
  for (let i = at; i < end; i++) hex += hexByte(u8(bytes, i));
  return hex;
}

const DIGIT = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const high = (byte: number): number => DIGIT[byte >> 4] as number;
const low = (byte: number): number => DIGIT[byte & 15] as number;

/** Twelve digits of six bytes in one allocation, for addresses that are seen for the first time. */
export function sixBytesHex(bytes: Uint8Array, at: number): string {
  const [a, b, c] = [u8(bytes, at), u8(bytes, at + 1), u8(bytes, at + 2)];
  const [d, e, f] = [u8(bytes, at + 3), u8(bytes, at + 4), u8(bytes, at + 5)];
  return String.fromCharCode(high(a), low(a), high(b), low(b), high(c), low(c), high(d), low(d), high(e), low(e), high(f), low(f));
}

/** The bytes of hexadecimal text; spaces are ignored. Returns `null` for anything that is not whole hexadecimal bytes. */
export function fromHex(hex: string): Uint8Array | null {
  const digits = hex.replace(/\s+/g, "");
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/** A copy of the bytes `from` up to but not including `to`. Not `slice`: on a Node `Buffer` that is a view of the same memory. */
export function copyOf(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}
