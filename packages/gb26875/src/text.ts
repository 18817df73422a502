/**
 * Text fields 部件说明 and 配置说明. Devices fill them in four ways (NUL padding; spaces and one NUL; leading NULs; text, NUL, old
 * text), so: skip leading NULs and spaces, cut at the next NUL, drop half a last character, decode, drop trailing spaces.
 */
import { toHex, u8 } from "./bytes.ts";
import { danglingBytes, decodeGb18030, encodeGb18030 } from "./gb18030.ts";

/** `raw` keeps the field's bytes (hexadecimal) where the text padded with NUL would not give them back. */
export interface WireText {
  readonly text: string;
  readonly raw: string | null;
  readonly garbled: boolean;
}

const isBlank = (byte: number): boolean => byte === 0 || byte === 0x20;

/** Reads `size` bytes from `at`; `padded` fields end in NULs where the text is shorter. Never throws for bytes that are there. */
export function readText(bytes: Uint8Array, at: number, size: number, padded: boolean): WireText {
  const fieldEnd = at + size;
  let from = at;
  while (from < fieldEnd && isBlank(u8(bytes, from))) from++;
  let to = from;
  while (to < fieldEnd && u8(bytes, to) !== 0) to++;
  const dangling = danglingBytes(bytes, from, to);
  let last = to - dangling;
  while (last > from && u8(bytes, last - 1) === 0x20) last--;
  const { text, exact } = decodeGb18030(bytes, from, last);
  const plain = from === at && last === fieldEnd;
  const canonical = plain || (padded && onlyNul(bytes, last, fieldEnd) && (from === at || onlyNul(bytes, at, from)));
  const reproducible = canonical && exact && (from === at || text === "");
  return { text, raw: reproducible ? null : toHex(bytes, at, size), garbled: !exact && text.includes("\ufffd") };
}

function onlyNul(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (u8(bytes, i) !== 0) return false;
  return true;
}

/** `size` bytes: the text, cut before a character that does not fit, and NUL padding. */
export function fixedTextBytes(text: string, size: number): Uint8Array {
  const field = new Uint8Array(size);
  field.set(encodeGb18030(text, size));
  return field;
}

/** Component descriptions are 31 bytes (clause 8.2.1.2). */
export const DESCRIPTION_BYTES = 31;
const BITS = 14;
const SIZE = 1 << BITS;

let slab: Uint8Array | undefined;
const remembered: (WireText | undefined)[] = [];

/**
 * A 31-byte description through a bounded memory: devices repeat them. Two-way set-associative; every hit is verified byte by byte,
 * so a collision costs time, never a wrong text.
 */
export function readDescription(bytes: Uint8Array, at: number): WireText {
  slab ??= new Uint8Array(SIZE * DESCRIPTION_BYTES);
  const slot = descriptionSlot(bytes, at);
  const first = remembered[slot];
  if (first !== undefined && sameBytes(slab, slot * DESCRIPTION_BYTES, bytes, at)) return first;
  const second = remembered[slot + 1];
  if (second !== undefined && sameBytes(slab, (slot + 1) * DESCRIPTION_BYTES, bytes, at)) return second;
  return rememberDescription(slab, slot, bytes, at);
}

function descriptionSlot(bytes: Uint8Array, at: number): number {
  let hash = 0;
  const end = at + 28;
  for (let i = at; i < end; i += 4) {
    const word = u8(bytes, i) | (u8(bytes, i + 1) << 8) | (u8(bytes, i + 2) << 16) | (u8(bytes, i + 3) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (u8(bytes, end) | (u8(bytes, end + 1) << 8) | (u8(bytes, end + 2) << 16)), 0x85ebca77);
  return (hash >>> (33 - BITS)) << 1;
}

function sameBytes(known: Uint8Array, knownAt: number, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < DESCRIPTION_BYTES; i++) if (known[knownAt + i] !== bytes[at + i]) return false;
  return true;
}

function rememberDescription(known: Uint8Array, slot: number, bytes: Uint8Array, at: number): WireText {
  const start = slot * DESCRIPTION_BYTES;
  if (remembered.length === 0) remembered.length = SIZE;
  known.copyWithin(start + DESCRIPTION_BYTES, start, start + DESCRIPTION_BYTES);
  remembered[slot + 1] = remembered[slot];
  for (let i = 0; i < DESCRIPTION_BYTES; i++) known[start + i] = u8(bytes, at + i);
  const text = Object.freeze(readText(bytes, at, DESCRIPTION_BYTES, true));
  remembered[slot] = text;
  return text;
}
