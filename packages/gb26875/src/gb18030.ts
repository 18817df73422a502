/**
 * GB 18030 text. JavaScript can decode it but has no encoder, so both tables are built from the decoder itself on first use
 * (23,940 two-byte and 39,420 four-byte codes, a few milliseconds once).
 */
import { copyOf, u8 } from "./bytes.ts";

const TRAILS = 190;
const TWO_BYTE_CODES = 126 * TRAILS;
const BMP_FOUR_BYTE_CODES = 39_420;
/** Linear number of the first four-byte code above U+FFFF. */
const SUPPLEMENTARY_BASE = 189_000;

const decoder = new TextDecoder("gb18030");

const trailByte = (index: number): number => index + (index < 63 ? 0x40 : 0x41);

function fourBytes(linear: number): [number, number, number, number] {
  const third = Math.floor(linear / 10);
  const second = Math.floor(third / 126);
  return [0x81 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (third % 126), 0x30 + (linear % 10)];
}

let twoByteUnits: Uint16Array | undefined;

/** UTF-16 unit of every two-byte code, by (lead - 0x81) x 190 + trail index; 0 for a code whose character has an earlier one. */
function decodingTable(): Uint16Array {
  if (twoByteUnits) return twoByteUnits;
  const every = new Uint8Array(TWO_BYTE_CODES * 2);
  for (let code = 0; code < TWO_BYTE_CODES; code++) {
    every[code * 2] = 0x81 + Math.floor(code / TRAILS);
    every[code * 2 + 1] = trailByte(code % TRAILS);
  }
  const text = decoder.decode(every);
  const units = new Uint16Array(TWO_BYTE_CODES);
  const seen = new Uint8Array(65_536);
  for (let code = 0; code < TWO_BYTE_CODES; code++) {
    const unit = text.charCodeAt(code);
    units[code] = seen[unit] === 0 ? unit : 0;
    seen[unit] = 1;
  }
  twoByteUnits = units;
  return units;
}

interface EncodingTable {
  /** Two-byte code (lead high) of a UTF-16 unit, 0 where it has none. */
  readonly two: Uint16Array;
  /** Linear four-byte code + 1 of a UTF-16 unit, 0 where it has none. */
  readonly four: Uint16Array;
}

let encoding: EncodingTable | undefined;

function encodingTable(): EncodingTable {
  if (encoding) return encoding;
  const two = new Uint16Array(65_536);
  decodingTable().forEach((unit, code) => {
    if (unit !== 0) two[unit] = ((0x81 + Math.floor(code / TRAILS)) << 8) | trailByte(code % TRAILS);
  });
  const every = new Uint8Array(BMP_FOUR_BYTE_CODES * 4);
  for (let linear = 0; linear < BMP_FOUR_BYTE_CODES; linear++) every.set(fourBytes(linear), linear * 4);
  const text = decoder.decode(every);
  const four = new Uint16Array(65_536);
  for (let linear = 0; linear < BMP_FOUR_BYTE_CODES; linear++) {
    const unit = text.charCodeAt(linear);
    if (two[unit] === 0) four[unit] = linear + 1;
  }
  encoding = { two, four };
  return encoding;
}

/** `exact` is false where bytes had to be replaced; `text` then holds U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly exact: boolean;
}

/** Decodes bytes `from` up to but not including `to`, at most a few thousand. Never throws. */
export function decodeGb18030(bytes: Uint8Array, from: number, to: number): DecodedText {
  const units: number[] = [];
  return decodeCommon(bytes, from, to, units) === to ? { text: String.fromCharCode(...units), exact: true } : decodeRare(bytes, from, to);
}

/** Puts the UTF-16 units of one- and two-byte codes into `units`; returns where it stopped: at `to`, at a NUL, or at anything else. */
export function decodeCommon(bytes: Uint8Array, from: number, to: number, units: number[]): number {
  const table = decodingTable();
  let at = from;
  while (at < to) {
    const lead = u8(bytes, at);
    if (lead < 0x80) {
      if (lead === 0) return at;
      units.push(lead);
      at += 1;
      continue;
    }
    const trail = at + 1 < to ? u8(bytes, at + 1) : 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return at;
    const unit = table[(lead - 0x81) * TRAILS + trail - (trail < 0x7f ? 0x40 : 0x41)] as number;
    if (unit === 0) return at;
    units.push(unit);
    at += 2;
  }
  return at;
}

/** NUL, four-byte codes, second codes of one character and broken text go to the built-in decoder; `exact` is then found by encoding again. */
function decodeRare(bytes: Uint8Array, from: number, to: number): DecodedText {
  const slice = copyOf(bytes, from, to);
  const text = decoder.decode(slice);
  const again = encodeGb18030(text);
  return { text, exact: again.length === slice.length && again.every((byte, i) => byte === slice[i]) };
}

/** Length in bytes of the last character's beginning when the text stops in its middle; 0 when it ends cleanly. */
export function danglingBytes(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const lead = u8(bytes, at);
    if (lead <= 0x80 || lead === 0xff) at += 1;
    else if (at + 1 >= to) return 1;
    else if (u8(bytes, at + 1) < 0x30 || u8(bytes, at + 1) > 0x39) at += 2;
    else if (at + 4 > to) return to - at;
    else at += 4;
  }
  return 0;
}

/**
 * Encodes text, stopping before the character that would pass `most` bytes, so none is ever cut in half. GB 18030 covers all of
 * Unicode; a lone surrogate, which is no character, becomes `?`, and so do the 19 private-use units the decoder never yields.
 */
export function encodeGb18030(text: string, most = Number.POSITIVE_INFINITY): Uint8Array {
  const { two, four } = encodingTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const pair = code < 0x80 || code > 0xffff ? 0 : (two[code] as number);
    const rare = code < 0x80 || pair !== 0 ? NONE : rareBytes(code, four);
    const size = code < 0x80 ? 1 : pair !== 0 ? 2 : rare.length;
    if (bytes.length + size > most) break;
    if (code < 0x80) bytes.push(code);
    else if (pair !== 0) bytes.push(pair >> 8, pair & 255);
    else bytes.push(...rare);
  }
  return Uint8Array.from(bytes);
}

const NONE: readonly number[] = [];

/** A character without a two-byte code. */
function rareBytes(code: number, four: Uint16Array): readonly number[] {
  if (code > 0xffff) return fourBytes(SUPPLEMENTARY_BASE + code - 0x10000);
  const linear = four[code] as number;
  return linear === 0 ? [0x3f] : fourBytes(linear - 1);
}
