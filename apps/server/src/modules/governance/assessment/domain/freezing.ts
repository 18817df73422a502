/** 冻结日: a year is frozen for good, so not before what belongs to it can be there: the figures of December, or the day after their last day. */
import { addDays, type CalendarDate } from "#platform/values.ts";

export type Waiting = {
  readonly until: CalendarDate;
  /** Days after the year's last on which December may still be reported. */
  readonly reportableDays: number;
  /** Who has not reported December, where the scheme rests on the figures of fires. */
  readonly owing: readonly string[];
};

/** The day on which it is frozen whatever is missing; what is missing is owed from then on. */
export const frozenAnyway = ({ until, reportableDays }: Pick<Waiting, "until" | "reportableDays">): CalendarDate =>
  addDays(until, reportableDays + 1);

/** What a freeze still waits for on this day; nothing: it may be. */
export function waitsFor({ until, reportableDays, owing }: Waiting, today: CalendarDate): readonly string[] {
  return today >= frozenAnyway({ until, reportableDays }) ? [] : owing;
}
