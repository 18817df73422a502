import { expect, it } from "vitest";
import { zoneDayHolds } from "./zone-day.ts";

const day = { patrolsADay: 6, patrols: 6, posts: 4, postsManned: 4, onlineTarget: 98, onlineRate: 98, itemsFailed: 0 };

it("holds only when patrols, posts, devices and the check list all do", () => {
  expect(zoneDayHolds(day)).toBe(true);
  expect(zoneDayHolds({ ...day, patrols: 5 })).toBe(false);
  expect(zoneDayHolds({ ...day, postsManned: 3 })).toBe(false);
  expect(zoneDayHolds({ ...day, onlineRate: 97.9 })).toBe(false);
  expect(zoneDayHolds({ ...day, itemsFailed: 1 })).toBe(false);
});
