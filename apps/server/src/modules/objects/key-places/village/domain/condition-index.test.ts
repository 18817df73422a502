import { expect, it } from "vitest";
import { indexOf } from "./condition-index.ts";

const weights = { facilities: 0.3, water: 0.3, lanes: 0.2, brigade: 0.1, hazards: 0.1 };

it("weighs the five scores of a village", () => {
  expect(indexOf({ facilities: 60, water: 50, lanes: 40, brigade: 80, hazards: 70 }, weights)).toBe(56);
});
it("has no index while a score is missing", () => {
  expect(indexOf({ facilities: 60, water: 50, lanes: 40, brigade: 80 }, weights)).toBeNull();
});
