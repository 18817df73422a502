/**
 * Text fields 部件说明 and 配置说明. Devices fill them in four ways (NUL padding; spaces and one NUL; leading NULs; text, NUL, old
 * text), so: skip leading NULs and spaces, cut at the next NUL, drop half a last character, decode, drop trailing spaces.
 */
import { toHex, u8 } from "./bytes.ts";
import { danglingBytes, decodeCommon, decodeGb18030 } from "./gb18030.ts";

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
  const plain = readPlainText(bytes, at, fieldEnd, padded);
  return plain === null ? readAnyText(bytes, at, size, padded) : { text: plain, raw: null, garbled: false };
}

/** Text of common characters from the first byte on with nothing but NULs after it, in one pass; `null` for any other. */
function readPlainText(bytes: Uint8Array, at: number, fieldEnd: number, padded: boolean): string | null {
  if (at === fieldEnd) return "";
  const units: number[] = [];
  const stopped = decodeCommon(bytes, at, fieldEnd, units);
  const blankEdge = units[0] === 0x20 || units[units.length - 1] === 0x20;
  if (blankEdge || (stopped < fieldEnd && !(padded && onlyNul(bytes, stopped, fieldEnd)))) return null;
  return String.fromCharCode(...units);
}

function readAnyText(bytes: Uint8Array, at: number, size: number, padded: boolean): WireText {
  const fieldEnd = at + size;
  let from = at;
  while (from < fieldEnd && isBlank(u8(bytes, from))) from++;
  let to = from;
  while (to < fieldEnd && u8(bytes, to) !== 0) to++;
  const dangling = danglingBytes(bytes, from, to);
  let last = to - dangling;
  while (last > from && u8(bytes, last - 1) === 0x20) last--;
  const { text, exact } = decodeGb18030(bytes, from, last);
  const whole = from === at && last === fieldEnd;
  const nulPadded = padded && onlyNul(bytes, last, fieldEnd) && (from === at || text === "");
  const reproducible = exact && (whole || (nulPadded && onlyNul(bytes, at, from)));
  return { text, raw: reproducible ? null : toHex(bytes, at, size), garbled: !exact && text.includes("\ufffd") };
}

function onlyNul(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (u8(bytes, i) !== 0) return false;
  return true;
}

/** Component descriptions are 31 bytes (clause 8.2.1.2). */
export const DESCRIPTION_BYTES = 31;
const BITS = 15;
const SIZE = 1 << BITS;
const WAYS = 4;
/** A description as eight words of four bytes, the last one of three. */
const WORDS = 8;

let words: Int32Array | undefined;
let turn = 0;
const remembered: (WireText | undefined)[] = [];

function wordAt(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8) | (u8(bytes, at + 2) << 16) | (u8(bytes, at + 3) << 24);
}

/**
 * A 31-byte description through a bounded memory: devices repeat them. Four-way set-associative; a hit is verified in all its bytes, so
 * a collision costs time, never a wrong text. The words are written out because a loop here costs a quarter of a whole decode.
 */
export function readDescription(bytes: Uint8Array, at: number): WireText {
  const a = wordAt(bytes, at);
  const b = wordAt(bytes, at + 4);
  const c = wordAt(bytes, at + 8);
  const d = wordAt(bytes, at + 12);
  const e = wordAt(bytes, at + 16);
  const f = wordAt(bytes, at + 20);
  const g = wordAt(bytes, at + 24);
  const h = u8(bytes, at + 28) | (u8(bytes, at + 29) << 8) | (u8(bytes, at + 30) << 16);
  const left = Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77) + Math.imul(c, 0xc2b2ae3d) + Math.imul(d, 0x27d4eb2f);
  const right = Math.imul(e, 0x165667b1) + Math.imul(f, 0xd3a2646d) + Math.imul(g, 0xfd7046c5) + Math.imul(h, 0xb55a4f09);
  const slot = (Math.imul((left + right) ^ ((left - right) >>> 15), 0x2c1b3c6d) >>> (34 - BITS)) * WAYS;
  const known = words ?? startMemory();
  for (let way = slot; way < slot + WAYS; way++) {
    const w = way * WORDS;
    if (known[w] !== a || known[w + 1] !== b || known[w + 2] !== c || known[w + 3] !== d) continue;
    if (known[w + 4] !== e || known[w + 5] !== f || known[w + 6] !== g || known[w + 7] !== h) continue;
    return remembered[way] ?? seenAgain(way, bytes, at);
  }
  turn = (turn + 1) % WAYS;
  const w = (slot + turn) * WORDS;
  known[w] = a;
  known[w + 1] = b;
  known[w + 2] = c;
  known[w + 3] = d;
  known[w + 4] = e;
  known[w + 5] = f;
  known[w + 6] = g;
  known[w + 7] = h;
  remembered[slot + turn] = undefined;
  return readText(bytes, at, DESCRIPTION_BYTES, true);
}

/** Texts are kept from the second time on: what is seen once must not outlive its frame, or the garbage collector pays for it. */
function seenAgain(way: number, bytes: Uint8Array, at: number): WireText {
  const text = readText(bytes, at, DESCRIPTION_BYTES, true);
  remembered[way] = text;
  return text;
}

function startMemory(): Int32Array {
  remembered.length = SIZE;
  remembered.fill(undefined);
  words = new Int32Array(SIZE * WORDS);
  return words;
}
