import { addWorkingDays } from "#platform/case/calendar.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";

/** A day that is no working day by the State Council's arrangement gives way to the next that is. */
export const toWorkday = (day: CalendarDate): CalendarDate => addWorkingDays(addDays(day, -1), 1);
