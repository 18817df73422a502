/** Values every module shares: days, instants, ids, and the tree key of an area. */
import { z } from "zod";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for `YYYY-MM-DD` that exists in the calendar. */
export function isCalendarDate(text: string): boolean {
  if (!DAY.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** A day in Asia/Shanghai, `YYYY-MM-DD`. Compares as text. */
export const calendarDate = z.string().refine(isCalendarDate, "not a calendar day").brand<"CalendarDate">();
export type CalendarDate = z.infer<typeof calendarDate>;

/** An instant in UTC, `2026-03-18T06:30:20.000Z`. */
export const instant = z.iso.datetime({ offset: true });
export type Instant = string;

export const personId = z.uuid().brand<"PersonId">();
export type PersonId = z.infer<typeof personId>;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // China has had no summer time since 1992

/** The day in Asia/Shanghai on which an instant falls. */
export const dayOf = (at: Date): CalendarDate => calendarDate.parse(new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));

/** The instant at which a day begins in Asia/Shanghai. */
export const startOfDay = (day: CalendarDate): Date => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);

/** `day` moved by `n` calendar days. */
export function addDays(day: CalendarDate, n: number): CalendarDate {
  const asked = `${day} ${n}`;
  const known = movedDays.get(asked);
  if (known) return known;
  const moved = calendarDate.parse(new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10));
  if (movedDays.size >= MOVED_DAYS) movedDays.clear();
  movedDays.set(asked, moved);
  return moved;
}
/** Judging a province asks for the same few days a million times. */
const movedDays = new Map<string, CalendarDate>();
const MOVED_DAYS = 4_096;

/**
 * Tree key 辖区键: one integer per place in the tree, 15 digits: the 12-digit division code and three for the grid.
 * A subtree is a range, the ancestor at a level is integer division. Measured against ltree, prefixes and closure tables: docs/adr/0002.
 */
export const areaKey = z.number().int().min(0).max(999_999_999_999_999);
export type AreaKey = number;
export type AreaRange = { readonly lo: AreaKey; readonly hi: AreaKey };

export const areaLevels = ["province", "city", "county", "town", "village", "grid"] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** What one step of a level spans in the tree key. */
const SPAN: Readonly<Record<AreaLevel, number>> = {
  province: 1e13,
  city: 1e11,
  county: 1e9,
  town: 1e6,
  village: 1e3,
  grid: 1,
};

/** The keys under an area, itself included. */
export const rangeOf = (key: AreaKey, level: AreaLevel): AreaRange => ({ lo: key, hi: key + SPAN[level] - 1 });

/** The tree key of an official division code of 2, 4, 6, 9, 12 or 15 digits. */
export const keyOfCode = (code: string): AreaKey => Number(code.padEnd(15, "0"));

/** The deepest level whose digits are not all zero. */
export function levelOfKey(key: AreaKey): AreaLevel {
  if (key % SPAN.village !== 0) return "grid";
  if (key % SPAN.town !== 0) return "village";
  if (key % SPAN.county !== 0) return "town";
  if (key % SPAN.city !== 0) return "county";
  if (key % SPAN.province !== 0) return "city";
  return "province";
}

/** The keys under an area whose level follows from its key. */
export const subtreeOf = (key: AreaKey): AreaRange => rangeOf(key, levelOfKey(key));

export const isWithin = (key: AreaKey, range: AreaRange): boolean => key >= range.lo && key <= range.hi;
