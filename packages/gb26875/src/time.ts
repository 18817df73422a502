/** Time stamps 时间标签 (clause 8.2.2): second, minute, hour, day, month, year, one byte each; China standard time by convention. */
import { toHex, u8 } from "./bytes.ts";
import { SixByteCache } from "./six-byte-cache.ts";
import type { AnomalyCode } from "./trouble.ts";

/**
 * How a device writes the six bytes. `binary` is the standard. `bcd` is Dahua's. `binary-or-low-year-byte` also takes a year
 * cut to its low byte (2019 as E3).
 */
export type TimeEncoding = "binary" | "bcd" | "binary-or-low-year-byte";

/** `iso` has seconds and `+08:00`. `raw` keeps the six bytes where `iso` alone would not give them back. */
export interface WireTime {
  readonly iso: string | null;
  readonly raw: string | null;
  readonly anomaly: AnomalyCode | null;
}

/** The byte of 2019 when the whole year is cut to one byte is 0xE3; bytes from here on can only be such years. */
const FIRST_LOW_YEAR_BYTE = 2000 & 255;
const LOW_YEAR_BASE = 2000 - FIRST_LOW_YEAR_BYTE;
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

const TWO: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));
const two = (n: number): string => TWO[n] as string;
const HOUR_MINUTE: readonly string[] = Array.from({ length: 1440 }, (_, n) => `${two(Math.floor(n / 60))}:${two(n % 60)}:`);
const SECOND_ZONE: readonly string[] = Array.from({ length: 60 }, (_, n) => `${two(n)}+08:00`);
const DAY: (string | undefined)[] = new Array(100 * 12 * 31).fill(undefined);

/** `2026-03-18T` of a real day of 2000 to 2099; each day's text is made once. */
function dayText(year: number, month: number, day: number): string {
  const index = ((year - 2000) * 12 + month - 1) * 31 + day - 1;
  DAY[index] ??= `${year}-${two(month)}-${two(day)}T`;
  return DAY[index];
}

function isoText(year: number, month: number, day: number, hour: number, minute: number, second: number): string {
  return dayText(year, month, day) + HOUR_MINUTE[hour * 60 + minute] + SECOND_ZONE[second];
}

/** Days of a month; `month` 1 to 12. Years 2000 to 2099 hold no century exception. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealTime(year: number, month: number, day: number, hour: number, minute: number, second: number): boolean {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

const bcdDigits = (byte: number): number => ((byte & 15) < 10 && byte < 0xa0 ? (byte >> 4) * 10 + (byte & 15) : 255);
const toBcd = (n: number): number => ((n / 10) << 4) | (n % 10);
const asIs = (byte: number): number => byte;

function yearOf(byte: number, encoding: TimeEncoding): number {
  if (encoding === "binary-or-low-year-byte" && byte >= FIRST_LOW_YEAR_BYTE) return LOW_YEAR_BASE + byte;
  return 2000 + byte;
}

function isoOf(bytes: Uint8Array, at: number, encoding: TimeEncoding): string | null {
  const number = encoding === "bcd" ? bcdDigits : asIs;
  const second = number(u8(bytes, at));
  const minute = number(u8(bytes, at + 1));
  const hour = number(u8(bytes, at + 2));
  const day = number(u8(bytes, at + 3));
  const month = number(u8(bytes, at + 4));
  const year = yearOf(number(u8(bytes, at + 5)), encoding);
  if (!isRealTime(year, month, day, hour, minute, second)) return null;
  return isoText(year, month, day, hour, minute, second);
}

function timeAnomaly(bytes: Uint8Array, at: number, encoding: TimeEncoding): AnomalyCode {
  let any = 0;
  for (let i = 0; i < 6; i++) any |= u8(bytes, at + i);
  if (any === 0) return "time-unset";
  return encoding !== "bcd" && isoOf(bytes, at, "bcd") !== null ? "time-maybe-bcd" : "time-invalid";
}

function wireTime(bytes: Uint8Array, at: number, encoding: TimeEncoding): WireTime {
  const iso = isoOf(bytes, at, encoding);
  if (iso === null) return { iso, raw: toHex(bytes, at, 6), anomaly: timeAnomaly(bytes, at, encoding) };
  const cutYear = encoding === "binary-or-low-year-byte" && u8(bytes, at + 5) >= FIRST_LOW_YEAR_BYTE;
  return { iso, raw: cutYear ? toHex(bytes, at, 6) : null, anomaly: null };
}

const cacheOf = (encoding: TimeEncoding) => new SixByteCache(15, (bytes, at) => wireTime(bytes, at, encoding));
const caches: Partial<Record<TimeEncoding, SixByteCache<WireTime>>> = {};

/** Reader of time stamps in one encoding; `reader.at(bytes, offset)` never throws for six bytes that are there. */
export function timeReader(encoding: TimeEncoding): SixByteCache<WireTime> {
  caches[encoding] ??= cacheOf(encoding);
  return caches[encoding];
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Six wire bytes of an ISO instant. A missing zone means China standard time; another zone is converted; fractions are cut. `null` for
 * text that is no real time between 2000 and 2099.
 */
export function timeBytes(iso: string, encoding: TimeEncoding): Uint8Array | null {
  const parts = partsInChina(iso);
  if (!parts) return null;
  const write = encoding === "bcd" ? toBcd : asIs;
  const [year, month, day, hour, minute, second] = parts;
  return Uint8Array.of(write(second), write(minute), write(hour), write(day), write(month), write(year - 2000));
}

type TimeParts = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

function partsInChina(iso: string): TimeParts | null {
  const match = INSTANT.exec(iso);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "0", zone = "+08:00"] = match;
  const written: TimeParts = [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)];
  const parts = zone === "+08:00" || zone === "+0800" ? written : shiftedToChina(written, zone);
  return isRealTime(...parts) ? parts : null;
}

function shiftedToChina(written: TimeParts, zone: string): TimeParts {
  const [year, month, day, hour, minute, second] = written;
  const sign = zone.startsWith("-") ? -1 : 1;
  const zoneMinutes = zone === "Z" ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute - zoneMinutes, second));
  const rolledOver = new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || hour > 23 || minute > 59 || second > 59;
  return rolledOver ? [0, 0, 0, 0, 0, 0] : chinaParts(utc);
}

function chinaParts(instant: Date): TimeParts {
  const shifted = new Date(instant.getTime() + CHINA_OFFSET_MS);
  const day = [shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate()] as const;
  return [...day, shifted.getUTCHours(), shifted.getUTCMinutes(), shifted.getUTCSeconds()];
}

/** An instant as this package writes it: ISO, whole seconds, `+08:00`. A string is returned as it is. */
export function isoInChina(instant: Date | string): string {
  if (typeof instant === "string") return instant;
  const [year, month, day, hour, minute, second] = chinaParts(instant);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`;
}
