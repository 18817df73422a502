import fc from "fast-check";
import { expect, it } from "vitest";
import { afterFailure, minutesLocked, type Throttle, untouched } from "./lockout.ts";

const rule = { after: 5, minutes: 15 };
const start = new Date("2026-03-18T06:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const failing = (times: readonly Date[], from: Throttle = untouched) =>
  times.reduce((throttle, at) => afterFailure(throttle, rule, at), from);

it("the fifth failure in a row locks for fifteen minutes, the fourth does not", () => {
  const four = failing([0, 1, 2, 3].map(later));
  expect(minutesLocked(four, later(3))).toBe(0);
  const five = afterFailure(four, rule, later(4));
  expect(minutesLocked(five, later(4))).toBe(15);
  expect(minutesLocked(five, later(18.5))).toBe(1);
  expect(minutesLocked(five, later(19))).toBe(0);
});

it("after the lock one has the full number of tries again", () => {
  const locked = failing([0, 0, 0, 0, 0].map(later));
  const again = failing([16, 16, 16, 16].map(later), locked);
  expect(minutesLocked(again, later(16))).toBe(0);
  expect(minutesLocked(afterFailure(again, rule, later(17)), later(17))).toBe(15);
});

it("a failure while locked neither opens the lock nor counts", () => {
  const locked = failing([0, 0, 0, 0, 0].map(later));
  expect(failing([0, 5, 14].map(later), locked)).toEqual(locked);
});

it("failures further apart than the lock is long do not add up", () => {
  const spread = failing([0, 16, 32, 48, 64, 80].map(later));
  expect(spread).toMatchObject({ failures: 1, lockedUntil: null });
});

it("however failures fall, fewer than five within the span never lock and every lock follows five", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 });
  fc.assert(
    fc.property(gaps, (minutes) => {
      let throttle = untouched;
      let at = start;
      let inRow = 0;
      let lockedUntil = start;
      for (const gap of minutes) {
        at = new Date(at.getTime() + gap * 60_000);
        const wasLocked = at < lockedUntil;
        const since = throttle.lastFailedAt ? (at.getTime() - throttle.lastFailedAt.getTime()) / 60_000 : rule.minutes + 1;
        if (!wasLocked) inRow = since <= rule.minutes ? inRow + 1 : 1;
        throttle = afterFailure(throttle, rule, at);
        const locked = minutesLocked(throttle, at) > 0;
        if (locked !== (wasLocked || inRow === rule.after)) return false;
        if (!locked || wasLocked) continue;
        inRow = 0;
        lockedUntil = new Date(at.getTime() + rule.minutes * 60_000);
      }
      return true;
    }),
  );
});
