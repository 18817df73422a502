/** Days a document, or a question about one, may name: beyond them the calendar of periods ends. */
import { calendarDate } from "#platform/values.ts";

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** How a problem tells that the day exists but lies too far away. */
export const FAR = "far";

export const isNear = (day: string): boolean => {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** A day in a query or an order. */
export const nearDay = calendarDate.refine(isNear, { message: `a day from ${FIRST_YEAR} to ${LAST_YEAR}`, params: { why: FAR } });
