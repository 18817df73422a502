/** The only file that reads the machine's clock; everybody else is given `now` and `today`. */
import { type CalendarDate, dayOf } from "./values.ts";

export type Clock = { now(): Date; today(): CalendarDate };

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayOf(new Date()),
};

/** A clock for tests: stands still until moved. */
export function fixedClock(at: string): Clock & { set(to: string): void; advance(ms: number): void } {
  let current = new Date(at);
  return {
    now: () => new Date(current),
    today: () => dayOf(current),
    set: (to) => {
      current = new Date(to);
    },
    advance: (ms) => {
      current = new Date(current.getTime() + ms);
    },
  };
}
