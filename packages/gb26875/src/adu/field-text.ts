/** One decoded field of an information object as words for a screen. */
import { type ComponentAddressMode, splitAddress } from "../address.ts";
import { type Dialect, nameOf } from "../dialect.ts";
import type { FlagReader } from "../flags.ts";
import type { Label } from "../trouble.ts";
import type { Field } from "./layouts.ts";
import type { PlainObject } from "./read.ts";

export interface FieldText extends Label {
  readonly role: "adu" | "deciding" | "time" | "padding";
}

const same = (text: string): Label => ({ zh: text, en: text });

/** Words for `field` of `object`, which `readField` has filled. */
export function fieldText(field: Field, object: PlainObject, dialect: Dialect, mode: ComponentAddressMode | undefined): FieldText {
  const value = object[field.key];
  switch (field.form) {
    case "u8":
      return { role: "adu", ...byteText(field, Number(value), dialect) };
    case "u32":
      return { role: "adu", ...componentAddressText(Number(value), mode) };
    case "reserved":
      return { role: "padding", ...same(String(value)) };
    case "flags8":
      return { role: "deciding", ...flagsText(Number(value), 2, dialect.flags[field.flags]) };
    case "flags16":
      return { role: "deciding", ...flagsText(Number(value), 4, dialect.flags[field.flags]) };
    case "analog":
      return { role: "deciding", ...analogText(object) };
    case "time":
      return { role: "time", ...(typeof value === "string" ? same(value.slice(0, 19).replace("T", " ")) : { zh: "未知", en: "unknown" }) };
    case "description":
    case "sized-text":
      return { role: "adu", ...(value === "" ? { zh: "（空）", en: "(empty)" } : same(String(value))) };
    case "bytes":
      return { role: "adu", ...same(String(value)) };
  }
}

function byteText(field: Extract<Field, { form: "u8" }>, value: number, dialect: Dialect): Label {
  if (field.names) {
    const name = nameOf(field.names, value, dialect.profile);
    return { zh: `${value} ${name.zh}`, en: `${value} ${name.en}` };
  }
  return field.key === "systemAddress" ? { zh: `${value} 号`, en: `no. ${value}` } : same(String(value));
}

function componentAddressText(value: number, mode: ComponentAddressMode | undefined): Label {
  const whole = `0x${value.toString(16).toUpperCase().padStart(8, "0")}`;
  const { zone, point } = splitAddress(value, mode);
  if (zone === null) return same(`${whole} → ${point}`);
  const digits = String(point).padStart(3, "0");
  return { zh: `${whole} → ${zone} 回路 ${digits}`, en: `${whole} → loop ${zone} point ${digits}` };
}

function flagsText(word: number, digits: number, reader: FlagReader): Label {
  const whole = `0x${word.toString(16).toUpperCase().padStart(digits, "0")}`;
  const set = reader.flags.filter(({ bit }) => ((word >> bit) & 1) === 1);
  if (set.length === 0) return { zh: `${whole} 无置位`, en: `${whole} none set` };
  return { zh: `${whole} ${set.map((flag) => flag.set.zh).join("、")}`, en: `${whole} ${set.map((flag) => flag.set.en).join(", ")}` };
}

function analogText(object: PlainObject): Label {
  const raw = String(object.rawValue);
  if (object.value === null) return { zh: `原始值 ${raw}`, en: `raw ${raw}` };
  const value = `${String(object.value)} ${String(object.unit)}`;
  return { zh: `${value}（原始值 ${raw}）`, en: `${value} (raw ${raw})` };
}
