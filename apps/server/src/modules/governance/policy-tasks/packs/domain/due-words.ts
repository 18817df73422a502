/** 完成时限 as offices write it: 2026年12月底前, 2026年三季度, 每季度, 长期坚持. */
import { addDays, type CalendarDate, isCalendarDate } from "#platform/values.ts";
import type { Period } from "./schema.ts";

export type DueWords =
  | { readonly kind: "by"; readonly by: CalendarDate }
  | { readonly kind: "every"; readonly every: Period }
  | { readonly kind: "keep" };

const EVERY: readonly (readonly [RegExp, Period])[] = [
  [/每(个)?月|按月/, "month"],
  [/每(个)?季度?|按季/, "quarter"],
  [/每半年/, "half-year"],
  [/每年|年度|按年/, "year"],
];
const ALWAYS = /长期|持续|常态|一直|始终|不间断/;
const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

const numberOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : (DIGITS[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined));

function monthEnd(year: number, month: number): CalendarDate {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return addDays(next as CalendarDate, -1);
}

/** @param year of dates without one. @returns undefined where no deadline can be made out */
export function dueOf(text: string, year: number): DueWords | undefined {
  const words = text.replaceAll(/\s/g, "").replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (words === "") return undefined;
  const by = dayIn(words, year);
  if (by) return { kind: "by", by };
  for (const [pattern, every] of EVERY) if (pattern.test(words)) return { kind: "every", every };
  return ALWAYS.test(words) ? { kind: "keep" } : undefined;
}

function dayIn(words: string, thisYear: number): CalendarDate | undefined {
  const exact = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(words);
  if (exact) return real(`${exact[1]}-${two(exact[2])}-${two(exact[3])}`);
  const year = Number(/(\d{4})年?/.exec(words)?.[1] ?? thisYear);
  const day = /(\d{1,2})月(\d{1,2})日/.exec(words);
  if (day) return real(`${year}-${two(day[1])}-${two(day[2])}`);
  const month =
    numberOf(/(十[一二]|[一二三四五六七八九十]|\d{1,2})月/.exec(words)?.[1]) ?? numberOf(/\d{4}[-/.](\d{1,2})$/.exec(words)?.[1]);
  if (month !== undefined && !/每|个月/.test(words)) return month >= 1 && month <= 12 ? monthEnd(year, month) : undefined;
  const quarter = numberOf(/(?:第|年)?([一二三四1-4])季度/.exec(words)?.[1]);
  if (quarter && !/每/.test(words)) return monthEnd(year, quarter * 3);
  if (/上半年/.test(words)) return monthEnd(year, 6);
  if (/下半年|年底|年末|年内|全年/.test(words) || /^\d{4}年?(前|底前)?$/.test(words)) return monthEnd(year, 12);
  return undefined;
}

const two = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");
const real = (day: string): CalendarDate | undefined => (isCalendarDate(day) ? (day as CalendarDate) : undefined);
