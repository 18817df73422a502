/** What the figures of the last months say of the next: a straight line through them, told as a forecast and never as a fact. */
import { addDays, type CalendarDate } from "#platform/values.ts";

export type Line = { readonly perMonth: number; at(monthsAhead: number): number };

/** Least squares over the known months, oldest first. @returns undefined for fewer than three */
export function lineThrough(values: readonly (number | null)[]): Line | undefined {
  const known = values.flatMap((value, i) => (value === null ? [] : [[i, value] as const]));
  if (known.length < 3) return undefined;
  const n = known.length;
  const meanX = known.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = known.reduce((sum, [, y]) => sum + y, 0) / n;
  const spread = known.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const perMonth = known.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const last = values.length - 1;
  return { perMonth, at: (monthsAhead) => meanY + perMonth * (last + monthsAhead - meanX) };
}

export type Forecast = { readonly redOn: CalendarDate; readonly value: number; readonly perMonth: number };

/** When a figure that is fine today passes its aim within `days`, if its line goes on. A line that goes the good way forecasts nothing. */
export function redWithin(
  values: readonly (number | null)[],
  aim: number,
  isCeiling: boolean,
  today: CalendarDate,
  days: number,
): Forecast | undefined {
  const line = lineThrough(values);
  const last = values.at(-1);
  if (!line || last === undefined || last === null) return undefined;
  const slope = line.perMonth;
  const room = isCeiling ? aim - last : last - aim;
  const closing = isCeiling ? slope : -slope;
  if (room < 0 || closing <= 0) return undefined;
  const until = Math.max(1, Math.ceil((room / closing) * 30.4375) + (room === 0 ? 0 : 1));
  if (until > days) return undefined;
  return { redOn: addDays(today, until), value: last + (slope * days) / 30.4375, perMonth: slope };
}
