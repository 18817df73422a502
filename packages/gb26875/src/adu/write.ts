/** Writing an application data unit by the layout of its type; the mirror of `read.ts`. */
import { fromHex } from "../bytes.ts";
import type { Dialect } from "../dialect.ts";
import type { Flags } from "../flags.ts";
import { encodeGb18030 } from "../gb18030.ts";
import { DESCRIPTION_BYTES, fixedTextBytes, readText } from "../text.ts";
import { timeBytes } from "../time.ts";
import { EncodeError } from "../trouble.ts";
import type { AduInput } from "../types.ts";
import type { Field } from "./layouts.ts";
import type { PlainObject } from "./read.ts";

export const MOST_ADU_BYTES = 1024;
const ZERO_TIME = new Uint8Array(6);

/** The bytes of an application data unit, none for `null`. @throws EncodeError naming the value at fault. */
export function writeAdu(adu: AduInput | null | undefined, dialect: Dialect): Uint8Array {
  if (adu === null || adu === undefined) return new Uint8Array(0);
  if (adu.raw !== undefined) return hexBytes(adu.raw, "adu.raw");
  const objects = adu.objects ?? [];
  const known = dialect.types[adu.type];
  if (objects.length > 0 && (!known || known.flag.layout === null)) {
    throw new EncodeError("adu.objects", `type ${adu.type} has no known layout`, `类型 ${adu.type} 没有已知的信息对象格式`);
  }
  const parts: Uint8Array[] = [
    Uint8Array.of(integer(adu.type, 255, "adu.type"), integer(adu.count ?? objects.length, 255, "adu.count")),
    ...objects.map((object, i) => writeObject(object as PlainObject, known?.fields ?? [], dialect, `adu.objects[${i}]`)),
    hexBytes(adu.rest ?? "", "adu.rest"),
  ];
  const bytes = concat(parts);
  if (bytes.length > MOST_ADU_BYTES) {
    throw new EncodeError(
      "adu",
      `${bytes.length} bytes are more than ${MOST_ADU_BYTES}`,
      `${bytes.length} 字节，超过 ${MOST_ADU_BYTES} 字节`,
    );
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function writeObject(object: PlainObject, fields: readonly Field[], dialect: Dialect, path: string): Uint8Array {
  return concat(fields.map((field) => writeField(object, field, dialect, `${path}.${field.key}`)));
}

function writeField(object: PlainObject, field: Field, dialect: Dialect, path: string): Uint8Array {
  const value = object[field.key];
  switch (field.form) {
    case "u8":
      return Uint8Array.of(integer(value, 255, path));
    case "u32":
      return littleEndian(integer(value, 0xffff_ffff, path), 4);
    case "reserved":
      return Uint8Array.of(integer(value ?? 0, 255, path));
    case "flags8":
      return Uint8Array.of(integer(value ?? wordOfFlags(object, field, dialect), 255, path));
    case "flags16":
      return littleEndian(integer(value ?? wordOfFlags(object, field, dialect), 0xffff, path), 2);
    case "analog":
      return analogBytes(object, value, dialect, path);
    case "time":
      return wireTimeBytes(value, object[`${field.key}Raw`], dialect, path);
    case "description":
      return textBytes(value, object[`${field.key}Raw`], path);
    case "sized-text":
      return sizedTextBytes(value, object[`${field.key}Raw`], path);
    case "bytes":
      return exactly(hexBytes(value, path), field.size, path);
  }
}

/** Checks a whole number from 0 to `most`. @throws EncodeError */
export function integer(value: unknown, most: number, field: string, least = 0): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new EncodeError(
    field,
    `${String(value)} is not a whole number from ${least} to ${most}`,
    `${String(value)} 不是 ${least} 至 ${most} 的整数`,
  );
}

function littleEndian(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => (value >>> (i * 8)) & 255);
}

function hexBytes(hex: unknown, field: string): Uint8Array {
  const bytes = typeof hex === "string" ? fromHex(hex) : null;
  if (bytes) return bytes;
  throw new EncodeError(field, "is not hexadecimal text", "不是十六进制文字");
}

function exactly(bytes: Uint8Array, size: number, field: string): Uint8Array {
  if (bytes.length === size) return bytes;
  throw new EncodeError(field, `has ${bytes.length} bytes instead of ${size}`, `应为 ${size} 字节，实为 ${bytes.length} 字节`);
}

function wordOfFlags(object: PlainObject, field: Extract<Field, { flags: unknown }>, dialect: Dialect): number | undefined {
  const flags = object.flags;
  return typeof flags === "object" && flags !== null ? dialect.flags[field.flags].wordOf(flags as Flags) : undefined;
}

/** `rawValue` is what goes on the wire; only where it is missing, `value` is turned into it. */
function analogBytes(object: PlainObject, rawValue: unknown, dialect: Dialect, path: string): Uint8Array {
  const perUnit = dialect.analogTypes[object.analogType as number]?.perUnit;
  const scaled = typeof object.value === "number" && perUnit !== undefined ? Math.round(object.value * perUnit) : undefined;
  const [least, most] = dialect.analog === "unsigned" ? [0, 0xffff] : [-0x8000, 0x7fff];
  const bytes = littleEndian(integer(rawValue ?? scaled, most, path, least) & 0xffff, 2);
  return dialect.analog === "signed-big-endian" ? bytes.reverse() : bytes;
}

/** Six bytes of an instant. Kept raw bytes are used while they still say the same as `iso`; no time at all is six zeros. */
export function wireTimeBytes(iso: unknown, raw: unknown, dialect: Dialect, field: string): Uint8Array {
  if (raw !== undefined && raw !== null) {
    const kept = exactly(hexBytes(raw, `${field}Raw`), 6, `${field}Raw`);
    if ((iso ?? null) === dialect.times.at(kept, 0).iso) return kept;
  }
  if (iso === undefined || iso === null) return ZERO_TIME;
  return timeBytes(String(iso), dialect.timeEncoding, field);
}

function plainText(text: unknown, field: string): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  throw new EncodeError(field, "is not text", "不是文字");
}

/** Kept raw bytes are used while they still read as `text`. */
function textBytes(value: unknown, raw: unknown, field: string): Uint8Array {
  const text = plainText(value, field);
  if (raw !== undefined) {
    const kept = exactly(hexBytes(raw, `${field}Raw`), DESCRIPTION_BYTES, `${field}Raw`);
    if (readText(kept, 0, kept.length, true).text === text) return kept;
  }
  return fixedTextBytes(text, DESCRIPTION_BYTES);
}

function sizedTextBytes(value: unknown, raw: unknown, field: string): Uint8Array {
  const text = plainText(value, field);
  if (raw !== undefined) {
    const kept = hexBytes(raw, `${field}Raw`);
    if (kept.length <= 255 && readText(kept, 0, kept.length, false).text === text) return concat([Uint8Array.of(kept.length), kept]);
  }
  const bytes = encodeGb18030(text, 255);
  return concat([Uint8Array.of(bytes.length), bytes]);
}
