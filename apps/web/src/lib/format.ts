/**
 * How days, times, spans and numbers are written on screens. Pure: the language and "now" are arguments or defaults of the page.
 * Days and times are those of Asia/Shanghai, which has kept UTC+8 without summer time since 1992.
 */
import { getLanguage } from "./i18n.ts";

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS_ZH = "日一二三四五六";
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export type Moment = string | number | Date;

/** A `2026-03-18` day counts as that day's midnight in Shanghai. */
function shanghai(moment: Moment): Date {
  if (typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment)) return new Date(`${moment}T00:00:00Z`);
  return new Date(new Date(moment).getTime() + SHANGHAI_MS);
}
const two = (n: number): string => String(n).padStart(2, "0");
const zh = (): boolean => getLanguage() === "zh";

export const dayKey = (moment: Moment): string => shanghai(moment).toISOString().slice(0, 10);

/** 3月18日, another year 2025年11月3日. */
export function day(moment: Moment, now: Moment = Date.now()): string {
  const at = shanghai(moment);
  if (Number.isNaN(at.getTime())) return "—";
  const sameYear = at.getUTCFullYear() === shanghai(now).getUTCFullYear();
  if (zh()) return `${sameYear ? "" : `${at.getUTCFullYear()}年`}${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${sameYear ? "" : ` ${at.getUTCFullYear()}`}`;
}

/** 3 月, Mar: a month of the year, as `2026-03` or by its first day. */
export const month = (key: string): string => {
  const index = Number(key.slice(5, 7));
  return zh() ? `${index} 月` : (MONTHS[index - 1] ?? "");
};

export function weekday(moment: Moment): string {
  const index = shanghai(moment).getUTCDay();
  return zh() ? `星期${WEEKDAYS_ZH[index]}` : (WEEKDAYS_EN[index] ?? "");
}

/** 14:32 */
export function time(moment: Moment): string {
  const at = shanghai(moment);
  return Number.isNaN(at.getTime()) ? "—" : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** 14:30:20, for alarms. */
export const clock = (moment: Moment): string => {
  const at = shanghai(moment);
  return Number.isNaN(at.getTime()) ? "—" : `${time(moment)}:${two(at.getUTCSeconds())}`;
};

/** Today only the time, otherwise the day and the time. */
export const dayTime = (moment: Moment, now: Moment = Date.now()): string =>
  dayKey(moment) === dayKey(now) ? time(moment) : `${day(moment, now)} ${time(moment)}`;

/** 2026-03-18 14:30:20, for tooltips, exports and copies. */
export const exact = (moment: Moment): string => `${dayKey(moment)} ${clock(moment)}`;

/** 01:47 while it runs; 1:26:11 past the hour. */
export function running(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return h > 0 ? `${h}:${rest}` : rest;
}

/** 1 分 47 秒 */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(whole / 86_400), "天", "d"],
    [Math.floor((whole % 86_400) / 3600), "小时", "h"],
    [Math.floor((whole % 3600) / 60), "分", "min"],
    [whole % 60, "秒", "s"],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  if (first < 0) return zh() ? "0 秒" : "0 s";
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, han, latin]) => `${n} ${zh() ? han : latin}`)
    .join(" ");
}

/** 3 天前 within a week, 12 秒前; after that the day. */
export function ago(moment: Moment, now: Moment): string {
  const seconds = Math.max(0, (new Date(now).getTime() - new Date(moment).getTime()) / 1000);
  if (seconds >= 7 * 86_400) return day(moment, now);
  const [n, han, latin] =
    seconds < 60
      ? [Math.floor(seconds), "秒", "s"]
      : seconds < 3600
        ? [Math.floor(seconds / 60), "分", "min"]
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), "小时", "h"]
          : [Math.floor(seconds / 86_400), "天", "d"];
  return zh() ? `${n} ${han}前` : `${n} ${latin} ago`;
}

/** Thousands comma; at most `decimals` digits after the point. */
export const number = (value: number, decimals = 2): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: 0, maximumFractionDigits: decimals });

/** 4.82 万 on walls and reports, exact below 10,000. */
export function wan(value: number): string {
  if (!zh() || Math.abs(value) < 10_000) return number(value, 1);
  return Math.abs(value) < 100_000_000 ? `${number(value / 10_000)} 万` : `${number(value / 100_000_000)} 亿`;
}

/** Half-width space between Chinese and figures or Latin. */
export const spaced = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])(?=[A-Za-z0-9#%])/g, "$1 ").replace(/([A-Za-z0-9%])(?=[\u4e00-\u9fff])/g, "$1 ");

/** 甲、乙 and "a, b": things of one kind. */
export const listed = (words: readonly string[]): string => words.join(zh() ? "、" : ", ");

/** 甲，乙 and "a, b": remarks one after the other. */
export const inTurn = (words: readonly string[]): string => words.join(zh() ? "，" : ", ");

/** 建筑面积（m²） and "Floor area (m²)". */
export const bracketed = (words: string): string => (zh() ? `（${words}）` : ` (${words})`);

/** Days from today to a deadline, by the calendar of Shanghai. */
export const daysBetween = (from: Moment, to: Moment): number => Math.round((Date.parse(dayKey(to)) - Date.parse(dayKey(from))) / DAY_MS);
