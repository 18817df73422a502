import { expect, it } from "vitest";
import { leftOpen } from "./left-open.ts";

it("a lesson is learned when the place, the checks of its like and what these found are all done", () => {
  expect(leftOpen({ hazardOpen: true, tasksOpen: 3, foundOpen: 2 })).toBe(6);
  expect(leftOpen({ hazardOpen: false, tasksOpen: 0, foundOpen: 1 })).toBe(1);
  expect(leftOpen({ hazardOpen: false, tasksOpen: 0, foundOpen: 0 })).toBe(0);
});
