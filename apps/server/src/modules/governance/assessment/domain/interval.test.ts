import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaBelow, poisson, wilson } from "./interval.ts";

describe("Wilson's interval of a share", () => {
  // Published examples: Newcombe, Statistics in Medicine 17 (1998), table of single proportions.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [10, 10, 0.7225, 1],
  ])("%i of %i lies between %d and %d", (hits, of, low, high) => {
    const found = wilson(hits, of);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });
  it("of nobody asked is not given, nor of more hits than asked", () => {
    expect(wilson(0, 0)).toBeUndefined();
    expect(wilson(3, 2)).toBeUndefined();
  });
  it("holds the share, stays within 0 and 1, and narrows as more are asked", () => {
    const share = fc.record({ of: fc.integer({ min: 1, max: 5_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(share, ({ of, part }) => {
        const hits = Math.round(of * part);
        const [one, ten] = [wilson(hits, of), wilson(hits * 10, of * 10)];
        if (!one || !ten) return false;
        const p = hits / of;
        return one.low >= 0 && one.high <= 1 && one.low <= p && p <= one.high && ten.high - ten.low <= one.high - one.low + 1e-12;
      }),
    );
  });
});

describe("the exact interval of a count", () => {
  // Garwood's limits, as in any table of the Poisson distribution.
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [100, 81.364, 121.6268],
  ])("of %i lies between %d and %d", (count, low, high) => {
    expect(poisson(count)?.low).toBeCloseTo(low, 4);
    expect(poisson(count)?.high).toBeCloseTo(high, 4);
  });
  it("of no count is not given", () => expect(poisson(-1)).toBeUndefined());
  it("rests on a distribution that rises from 0 to 1", () => {
    expect(gammaBelow(1, 1)).toBeCloseTo(1 - Math.exp(-1), 14);
    expect(gammaBelow(5, 0)).toBe(0);
    expect(gammaBelow(3, 200)).toBeCloseTo(1, 14);
  });
});
