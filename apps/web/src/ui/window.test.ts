import { expect, it } from "vitest";
import { bytesOf } from "./hex-frame.tsx";
import { sliceOf } from "./window.ts";

it("a short list is drawn whole", () => expect(sliceOf(100, 33, 0, 500)).toEqual({ first: 0, last: 100, before: 0, after: 0 }));
it("a long list draws what is in sight, and its heights add up", () => {
  const slice = sliceOf(10_000, 33, 33_000, 660);
  expect(slice.last - slice.first).toBeLessThan(60);
  expect(slice.first).toBeLessThanOrEqual(1_000);
  expect(slice.last).toBeGreaterThanOrEqual(1_020);
  expect(slice.before + slice.after + (slice.last - slice.first) * 33).toBe(330_000);
});
it("scrolling past the end draws the end", () => expect(sliceOf(200, 33, 1e9, 500).last).toBe(200));

it("bytes are pairs of capital digits", () => expect(bytesOf("40402c")).toEqual(["40", "40", "2C"]));
