/** Reading an application data unit by the layout of its type. Whatever does not fit is kept and named; nothing throws. */
import { toHex, u8, u16, u32 } from "../bytes.ts";
import type { Dialect, KnownType } from "../dialect.ts";
import type { AnalogType } from "../tables/analog-types.ts";
import { readDescription, readText, type WireText } from "../text.ts";
import { type Anomaly, type AnomalyCode, anomaly } from "../trouble.ts";
import type { Adu, KnownAdu } from "../types.ts";
import { type Field, fieldSize } from "./layouts.ts";

/** Where a walk over bytes stands: what it reads, from where offsets count, and what it found odd. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly frameStart: number;
  readonly dialect: Dialect;
  readonly anomalies: Anomaly[];
}

export type PlainObject = Record<string, unknown>;

function note(reading: Reading, code: AnomalyCode, at: number): void {
  reading.anomalies.push(anomaly(code, at - reading.frameStart));
}

/** Reads the `length` bytes from `at`, `length` at least 1. */
export function readAdu(reading: Reading, at: number, length: number, command: number): Adu {
  const type = u8(reading.bytes, at);
  const known = reading.dialect.types[type];
  if (length === 1) {
    if (!known?.flag.oneByte) note(reading, "short-adu", at);
    return { kind: "short", type, count: 0, objects: [], raw: toHex(reading.bytes, at, 1) };
  }
  const count = u8(reading.bytes, at + 1);
  noteTypeAndCount(reading, known, at, command, count);
  const end = at + length;
  if (!known || known.flag.layout === null) {
    const rest = toHex(reading.bytes, at + 2, length - 2);
    return { kind: known ? "opaque" : "unknown", type, count, objects: [], ...(rest === "" ? {} : { rest }) };
  }
  return readKnown(reading, known, at, end, count);
}

function noteTypeAndCount(reading: Reading, known: KnownType | undefined, at: number, command: number, count: number): void {
  if (!known) {
    note(reading, "unknown-type", at);
    return;
  }
  const { commands, most, layout } = known.flag;
  if (commands.length > 0 && !commands.includes(command)) note(reading, "type-against-command", at);
  if (layout === null) return;
  if (count === 0) note(reading, "zero-count", at + 1);
  if (count > most) note(reading, "count-over-limit", at + 1);
}

function readKnown(reading: Reading, known: KnownType, at: number, end: number, count: number): KnownAdu {
  const { flag, fields } = known;
  const objects: PlainObject[] = [];
  let next = at + 2;
  while (objects.length < count) {
    const size = objectSize(reading.bytes, next, end, fields);
    if (size === null) break;
    objects.push(readObject(reading, next, fields));
    next += size;
  }
  if (objects.length < count) note(reading, "objects-missing", at + 1);
  if (next < end) note(reading, "rest-bytes", next);
  const adu: PlainObject = { kind: flag.layout, type: u8(reading.bytes, at), count, objects };
  if (flag.restored) adu.restored = true;
  if (next < end) adu.rest = toHex(reading.bytes, next, end - next);
  return adu as unknown as KnownAdu;
}

/** Bytes of the whole object at `at`, or `null` when it does not fit before `end`. */
export function objectSize(bytes: Uint8Array, at: number, end: number, fields: readonly Field[]): number | null {
  let next = at;
  for (const field of fields) {
    if (next >= end) return null;
    next += fieldSize(field, u8(bytes, next));
  }
  return next <= end ? next - at : null;
}

function readObject(reading: Reading, at: number, fields: readonly Field[]): PlainObject {
  const object: PlainObject = {};
  let next = at;
  for (const field of fields) {
    readField(reading, next, field, object);
    next += fieldSize(field, u8(reading.bytes, next));
  }
  return object;
}

/** Puts the field at `at` into `object`, under its key and the keys derived from it. */
export function readField(reading: Reading, at: number, field: Field, object: PlainObject): void {
  const { bytes } = reading;
  switch (field.form) {
    case "u8":
      object[field.key] = u8(bytes, at);
      break;
    case "u32":
      object[field.key] = u32(bytes, at);
      break;
    case "reserved":
      object[field.key] = u8(bytes, at);
      if (u8(bytes, at) !== 0) note(reading, "reserved-not-zero", at);
      break;
    case "flags8":
      readFlags(reading, at, u8(bytes, at), field, object);
      break;
    case "flags16":
      readFlags(reading, at, u16(bytes, at), field, object);
      break;
    case "analog":
      readAnalog(reading, at, field.key, object);
      break;
    case "time":
      readTime(reading, at, field.key, object);
      break;
    case "description":
      putText(reading, at, field.key, readDescription(bytes, at), object);
      break;
    case "sized-text":
      putText(reading, at, field.key, readText(bytes, at + 1, u8(bytes, at), false), object);
      break;
    case "bytes":
      object[field.key] = toHex(bytes, at, field.size);
      break;
  }
}

function readFlags(reading: Reading, at: number, word: number, field: Extract<Field, { flags: unknown }>, object: PlainObject): void {
  const reader = reading.dialect.flags[field.flags];
  object[field.key] = word;
  object.flags = reader.at(word);
  if ((word & ~reader.known) !== 0) note(reading, "reserved-bits", at);
}

function readTime(reading: Reading, at: number, key: string, object: PlainObject): void {
  const { iso, raw, anomaly: odd } = reading.dialect.times.at(reading.bytes, at);
  object[key] = iso;
  if (raw !== null) object[`${key}Raw`] = raw;
  if (odd !== null) note(reading, odd, at);
}

function putText(reading: Reading, at: number, key: string, { text, raw, garbled }: WireText, object: PlainObject): void {
  object[key] = text;
  if (raw !== null) object[`${key}Raw`] = raw;
  if (garbled) note(reading, "bad-text", at);
}

/** The raw analog number as the dialect writes it. */
function rawAnalog(bytes: Uint8Array, at: number, order: Dialect["analog"]): number {
  const low = order === "signed-big-endian" ? u8(bytes, at + 1) : u8(bytes, at);
  const high = order === "signed-big-endian" ? u8(bytes, at) : u8(bytes, at + 1);
  const word = low | (high << 8);
  return order === "unsigned" || word < 0x8000 ? word : word - 0x10000;
}

function readAnalog(reading: Reading, at: number, key: string, object: PlainObject): void {
  const raw = rawAnalog(reading.bytes, at, reading.dialect.analog);
  const analog: AnalogType | undefined = reading.dialect.analogTypes[object.analogType as number];
  const value = analog ? raw / analog.perUnit : null;
  object[key] = raw;
  object.value = value;
  object.unit = analog ? analog.unit : null;
  if (!analog) note(reading, "unknown-analog-type", at - 1);
  else if (value !== null && (value < analog.min || value > analog.max)) note(reading, "analog-out-of-range", at);
}
