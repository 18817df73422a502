/** Meetings owed and held: a quarter, a half year, a year at a time. Pure. */
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";

export const rhythms = { quarter: "每季度", "half-year": "每半年", year: "每年" } as const;
export type Rhythm = keyof typeof rhythms;
export type OwedPeriod = {
  readonly key: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly held: number;
  readonly state: "met" | "due" | "missed" | "ahead";
  readonly daysLeft: number;
};

const two = (n: number): string => String(n).padStart(2, "0");
export const lastOfMonth = (year: number, month: number): CalendarDate => {
  const [y, m] = month >= 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(calendarDate.parse(`${y}-${two(m)}-01`), -1);
};

const months = { quarter: 3, "half-year": 6, year: 12 } as const;

/** Periods of a year. */
export function periodsOf(
  year: number,
  every: Rhythm,
): readonly { readonly key: string; readonly from: CalendarDate; readonly to: CalendarDate }[] {
  const length = months[every];
  return Array.from({ length: 12 / length }, (_, index) => {
    const first = index * length + 1;
    const letter = { quarter: "Q", "half-year": "H", year: "Y" }[every];
    return {
      key: every === "year" ? String(year) : `${year}${letter}${index + 1}`,
      from: calendarDate.parse(`${year}-${String(first).padStart(2, "0")}-01`),
      to: lastOfMonth(year, first + length - 1),
    };
  });
}

/**
 * How each period of the year stands. A duty that began in the middle of a period is owed from the first whole one.
 * @param heldOn days on which such a meeting was held
 */
export function owedIn(
  year: number,
  { every, since }: { readonly every: Rhythm; readonly since?: string | null | undefined },
  heldOn: readonly string[],
  today: CalendarDate,
): readonly OwedPeriod[] {
  return periodsOf(year, every)
    .filter(({ from }) => !since || from >= since)
    .map(({ key, from, to }) => {
      const held = heldOn.filter((day) => day >= from && day <= to).length;
      const state = held > 0 ? "met" : today > to ? "missed" : today < from ? "ahead" : "due";
      return { key, from, to, held, state, daysLeft: Math.max(0, Math.round((Date.parse(to) - Date.parse(today)) / 86_400_000)) };
    });
}

/** The 31st of January after the year reported on. */
export const yearlyReportDue = (year: number): CalendarDate => addDays(calendarDate.parse(`${year + 1}-02-01`), -1);
