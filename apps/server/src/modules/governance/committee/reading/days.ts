/**
 * Days said in Chinese minutes: 4月30日前, 三月底前, 月底前, 年底前, 二季度末, 15日内, 5个工作日内, 两周内, 下周五前, 5月中旬. Pure.
 * A day without a year is the next one after the meeting; one just gone (within sixty days) tells of the past and is no deadline.
 */
import { addWorkingDays } from "#platform/case/calendar.ts";
import { addDays, type CalendarDate, calendarDate, isCalendarDate } from "#platform/values.ts";
import { lastOfMonth } from "../domain/owed.ts";

export type FoundDay = { readonly start: number; readonly end: number; readonly words: string; readonly day: CalendarDate };

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 30, 三十, 十五, 二十一, 二〇二六; undefined where it is no number. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九]{4}$/.test(text)) return Number([...text].map((digit) => DIGITS[digit]).join(""));
  const ten = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (ten) return (ten[1] ? (DIGITS[ten[1]] ?? 0) : 1) * 10 + (ten[2] ? (DIGITS[ten[2]] ?? 0) : 0);
  return text.length === 1 ? DIGITS[text] : undefined;
}

const two = (n: number): string => String(n).padStart(2, "0");
const dayOfParts = (year: number, month: number, date: number): CalendarDate | undefined => {
  const text = `${year}-${two(month)}-${two(date)}`;
  return isCalendarDate(text) ? calendarDate.parse(text) : undefined;
};

const PAST_DAYS = 60;
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Of a month and day without a year: this year's, next year's where that is long gone, none where it has just passed. */
function coming(on: CalendarDate, of: (year: number) => CalendarDate | undefined): CalendarDate | undefined {
  const year = Number(on.slice(0, 4));
  const here = of(year);
  if (!here) return undefined;
  const gone = daysFrom(here, on);
  if (gone <= 0) return here;
  return gone <= PAST_DAYS ? undefined : of(year + 1);
}

const N = "(?:\\d{1,4}|[〇零一二两三四五六七八九十]{1,4})";
type Reading = { readonly pattern: RegExp; read(parts: readonly (string | undefined)[], on: CalendarDate): CalendarDate | undefined };
const numberOf = (text: string | undefined): number => (text === undefined ? Number.NaN : (chineseNumber(text) ?? Number.NaN));
const WEEKDAYS = "一二三四五六日天";

/** From the most to the least said; a place read by one is not read again. */
const readings: readonly Reading[] = [
  {
    pattern: new RegExp(`(${N}|今|本|明)\\s*年\\s*(${N})\\s*月\\s*(${N})\\s*[日号]`, "g"),
    read: ([year, month, date], on) => {
      const y = yearOf(year, on);
      return y === undefined ? undefined : dayOfParts(y, numberOf(month), numberOf(date));
    },
  },
  {
    pattern: new RegExp(`(${N}|今|本|明)\\s*年\\s*(${N})\\s*月\\s*(底|末|上旬|中旬|下旬|份)?`, "g"),
    read: ([year, month, part], on) => {
      const y = yearOf(year, on);
      return y === undefined ? undefined : partOfMonth(y, numberOf(month), part);
    },
  },
  {
    pattern: new RegExp(`(${N})\\s*月\\s*(${N})\\s*[日号]`, "g"),
    read: ([month, date], on) => coming(on, (year) => dayOfParts(year, numberOf(month), numberOf(date))),
  },
  {
    pattern: new RegExp(`(${N})\\s*月\\s*(底|末|上旬|中旬|下旬|份)`, "g"),
    read: ([month, part], on) => coming(on, (year) => partOfMonth(year, numberOf(month), part)),
  },
  {
    pattern: /(本|这个?|下|下个)?月[底末]/g,
    read: ([which], on) => {
      const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
      if (which?.startsWith("下")) return month === 12 ? lastOfMonth(year + 1, 1) : lastOfMonth(year, month + 1);
      return lastOfMonth(year, month);
    },
  },
  {
    pattern: /(第)?([一二三四1234])季度[底末]?(?=前|内|完成|，|。|；|$)/g,
    read: ([, quarter], on) => coming(on, (year) => lastOfMonth(year, numberOf(quarter) * 3)),
  },
  { pattern: /上半年(?=前|内|完成|底|末)/g, read: (_, on) => coming(on, (year) => lastOfMonth(year, 6)) },
  {
    pattern: new RegExp(`(${N}|今|本|明)?\\s*年(?:[底末]|内|度内)`, "g"),
    read: ([year], on) => {
      const y = year === undefined ? Number(on.slice(0, 4)) : yearOf(year, on);
      return y === undefined ? undefined : dayOfParts(y, 12, 31);
    },
  },
  {
    pattern: new RegExp(`(${N})\\s*个?工作日(?:之?内|以内)`, "g"),
    read: ([n], on) => (Number.isNaN(numberOf(n)) ? undefined : addWorkingDays(on, numberOf(n))),
  },
  {
    pattern: new RegExp(`(${N})\\s*[日天](?:之?内|以内)`, "g"),
    read: ([n], on) => (Number.isNaN(numberOf(n)) ? undefined : addDays(on, numberOf(n))),
  },
  {
    pattern: new RegExp(`(${N})\\s*个?(?:周|星期)(?:之?内|以内)`, "g"),
    read: ([n], on) => (Number.isNaN(numberOf(n)) ? undefined : addDays(on, numberOf(n) * 7)),
  },
  { pattern: new RegExp(`(${N})\\s*个月(?:之?内|以内)`, "g"), read: ([n], on) => monthsLater(on, numberOf(n)) },
  {
    pattern: /(本|这|下)(?:周|星期)([一二三四五六日天])/g,
    read: ([which, weekday], on) => {
      const wanted = Math.min(WEEKDAYS.indexOf(weekday ?? ""), 6);
      const now = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
      const moved = addDays(on, wanted - now + (which === "下" ? 7 : 0));
      return moved < on ? undefined : moved;
    },
  },
];

function yearOf(text: string | undefined, on: CalendarDate): number | undefined {
  const year = Number(on.slice(0, 4));
  if (text === "今" || text === "本") return year;
  if (text === "明") return year + 1;
  const n = numberOf(text);
  return n >= 2000 && n <= 2100 ? n : undefined;
}

function partOfMonth(year: number, month: number, part: string | undefined): CalendarDate | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  if (part === "上旬") return dayOfParts(year, month, 10);
  if (part === "中旬") return dayOfParts(year, month, 20);
  return lastOfMonth(year, month);
}

function monthsLater(on: CalendarDate, n: number): CalendarDate | undefined {
  if (!(n >= 1 && n <= 60)) return undefined;
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + n;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOfParts(year, month, Number(on.slice(8))) ?? lastOfMonth(year, month);
}

/** Every deadline a text names, in its order. `on`: the day of the meeting. */
export function daysIn(text: string, on: CalendarDate): readonly FoundDay[] {
  const found: FoundDay[] = [];
  const taken: { readonly start: number; readonly end: number }[] = [];
  for (const { pattern, read } of readings)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      taken.push({ start, end });
      const day = read(match.slice(1), on);
      if (day !== undefined) found.push({ start, end, words: match[0].trim(), day });
    }
  return found.toSorted((a, b) => a.start - b.start);
}
