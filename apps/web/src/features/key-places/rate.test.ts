import { expect, it } from "vitest";
import { share } from "./rate.tsx";

it("counts only what applies, rounds down, and knows when there is nothing to divide by", () => {
  expect(share(1, { objects: 4, notApplicable: 1 })).toBe(33.3);
  expect(share(2_999, { objects: 3_000, notApplicable: 0 })).toBe(99.9);
  expect(share(0, { objects: 2, notApplicable: 2 })).toBeNull();
});
