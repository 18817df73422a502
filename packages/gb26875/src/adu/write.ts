/** Writing an application data unit by the layout of its type; the mirror of `read.ts`. */
import { fromHex } from "../bytes.ts";
import type { Dialect } from "../dialect.ts";
import type { Flags } from "../flags.ts";
import { encodeGb18030 } from "../gb18030.ts";
import { DESCRIPTION_BYTES, readText } from "../text.ts";
import { timeBytes } from "../time.ts";
import { EncodeError } from "../trouble.ts";
import type { AduInput } from "../types.ts";
import type { Field } from "./layouts.ts";
import type { PlainObject } from "./read.ts";

export const MOST_ADU_BYTES = 1024;
/** Enough for one object of any layout but the registration. */
const FIRST_BYTES = 64;
const ZERO_TIME = new Uint8Array(6);

/** Bytes while they are put one after the other. */
class Writer {
  #bytes = new Uint8Array(FIRST_BYTES);
  #size = 0;

  /** `size` bytes of `value`, low byte first. */
  number(value: number, size: number): void {
    this.#reserve(size);
    for (let i = 0; i < size; i++) this.#bytes[this.#size + i] = value >>> (i * 8);
    this.#size += size;
  }

  /** The bytes, and NULs up to `size`. */
  bytes(bytes: Uint8Array, size = bytes.length): void {
    this.#reserve(size);
    this.#bytes.set(bytes, this.#size);
    this.#size += size;
  }

  #reserve(size: number): void {
    if (this.#size + size <= this.#bytes.length) return;
    if (this.#size + size > MOST_ADU_BYTES) {
      throw new EncodeError("adu", `is longer than ${MOST_ADU_BYTES} bytes`, `超过 ${MOST_ADU_BYTES} 字节`);
    }
    const larger = new Uint8Array(MOST_ADU_BYTES);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }
}

/** The bytes of an application data unit, none for `null`. @throws EncodeError naming the value at fault. */
export function writeAdu(adu: AduInput | null | undefined, dialect: Dialect): Uint8Array {
  if (adu === null || adu === undefined) return new Uint8Array(0);
  const out = new Writer();
  if (adu.raw !== undefined) {
    out.bytes(hexBytes(adu.raw, "adu.raw"));
    return out.written();
  }
  const objects = adu.objects ?? [];
  const known = dialect.types[adu.type];
  if (objects.length > 0 && (!known || known.flag.layout === null)) {
    throw new EncodeError("adu.objects", `type ${adu.type} has no known layout`, `类型 ${adu.type} 没有已知的信息对象格式`);
  }
  out.number(integer(adu.type, 255, "adu.type"), 1);
  out.number(integer(adu.count ?? objects.length, 255, "adu.count"), 1);
  for (let i = 0; i < objects.length; i++) {
    for (const field of known?.fields ?? []) writeField(out, objects[i] as PlainObject, field, dialect, i);
  }
  if (adu.rest !== undefined) out.bytes(hexBytes(adu.rest, "adu.rest"));
  return out.written();
}

/** Where a value stands, for its error: as text, or as an object's number and a key. */
type Place = string | { readonly object: number; readonly key: string };

const nameOfPlace = (place: Place): string => (typeof place === "string" ? place : `adu.objects[${place.object}].${place.key}`);

function writeField(out: Writer, object: PlainObject, field: Field, dialect: Dialect, index: number): void {
  const value = object[field.key];
  const place = { object: index, key: field.key };
  switch (field.form) {
    case "u8":
      out.number(integer(value, 255, place), 1);
      break;
    case "u32":
      out.number(integer(value, 0xffff_ffff, place), 4);
      break;
    case "reserved":
      out.number(integer(value ?? 0, 255, place), 1);
      break;
    case "flags8":
      out.number(integer(value ?? wordOfFlags(object, field, dialect), 255, place), 1);
      break;
    case "flags16":
      out.number(integer(value ?? wordOfFlags(object, field, dialect), 0xffff, place), 2);
      break;
    case "analog":
      writeAnalog(out, object, value, dialect, place);
      break;
    case "time":
      out.bytes(wireTimeBytes(value, object[`${field.key}Raw`], dialect, place));
      break;
    case "description":
      out.bytes(
        keptText(value, object[`${field.key}Raw`], place, true) ?? encodeGb18030(plainText(value, place), DESCRIPTION_BYTES),
        DESCRIPTION_BYTES,
      );
      break;
    case "sized-text":
      writeSizedText(out, value, object[`${field.key}Raw`], place);
      break;
    case "bytes":
      out.bytes(exactly(hexBytes(value, place), field.size, place));
      break;
  }
}

/** Checks a whole number from `least` to `most`. @throws EncodeError */
export function integer(value: unknown, most: number, place: Place, least = 0): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  const given = String(value);
  throw new EncodeError(
    nameOfPlace(place),
    `${given} is not a whole number from ${least} to ${most}`,
    `${given} 不是 ${least} 至 ${most} 的整数`,
  );
}

function hexBytes(hex: unknown, place: Place): Uint8Array {
  const bytes = typeof hex === "string" ? fromHex(hex) : null;
  if (bytes) return bytes;
  throw new EncodeError(nameOfPlace(place), "is not hexadecimal text", "不是十六进制文字");
}

function exactly(bytes: Uint8Array, size: number, place: Place): Uint8Array {
  if (bytes.length === size) return bytes;
  throw new EncodeError(nameOfPlace(place), `has ${bytes.length} bytes instead of ${size}`, `应为 ${size} 字节，实为 ${bytes.length} 字节`);
}

function wordOfFlags(object: PlainObject, field: Extract<Field, { flags: unknown }>, dialect: Dialect): number | undefined {
  const flags = object.flags;
  return typeof flags === "object" && flags !== null ? dialect.flags[field.flags].wordOf(flags as Flags) : undefined;
}

/** `rawValue` is what goes on the wire; only where it is missing, `value` is turned into it. */
function writeAnalog(out: Writer, object: PlainObject, rawValue: unknown, dialect: Dialect, place: Place): void {
  const perUnit = dialect.analogTypes[object.analogType as number]?.perUnit;
  const scaled = typeof object.value === "number" && perUnit !== undefined ? Math.round(object.value * perUnit) : undefined;
  const [least, most] = dialect.analog === "unsigned" ? [0, 0xffff] : [-0x8000, 0x7fff];
  const word = integer(rawValue ?? scaled, most, place, least) & 0xffff;
  out.number(dialect.analog === "signed-big-endian" ? ((word & 255) << 8) | (word >> 8) : word, 2);
}

/** Six bytes of an instant. Kept raw bytes are used while they still say the same as `iso`; no time at all is six zeros. */
export function wireTimeBytes(iso: unknown, raw: unknown, dialect: Dialect, place: Place): Uint8Array {
  if (raw !== undefined && raw !== null) {
    const kept = exactly(hexBytes(raw, place), 6, place);
    if ((iso ?? null) === dialect.times.at(kept, 0).iso) return kept;
  }
  if (iso === undefined || iso === null) return ZERO_TIME;
  const bytes = timeBytes(String(iso), dialect.timeEncoding);
  if (bytes) return bytes;
  throw new EncodeError(
    nameOfPlace(place),
    `"${String(iso)}" is not a time between 2000 and 2099`,
    `“${String(iso)}”不是 2000 至 2099 年间的时间`,
  );
}

function plainText(text: unknown, place: Place): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  throw new EncodeError(nameOfPlace(place), "is not text", "不是文字");
}

/** The raw bytes kept of a text, while they still read as `value`; `null` where there are none or they say something else. */
function keptText(value: unknown, raw: unknown, place: Place, padded: boolean): Uint8Array | null {
  if (raw === undefined) return null;
  const kept = hexBytes(raw, place);
  if (padded) exactly(kept, DESCRIPTION_BYTES, place);
  return kept.length <= 255 && readText(kept, 0, kept.length, padded).text === (value ?? "") ? kept : null;
}

function writeSizedText(out: Writer, value: unknown, raw: unknown, place: Place): void {
  const bytes = keptText(value, raw, place, false) ?? encodeGb18030(plainText(value, place), 255);
  out.number(bytes.length, 1);
  out.bytes(bytes);
}
