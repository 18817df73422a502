import { describe, expect, it } from "vitest";
import { samenessOf } from "./sameness.ts";

const where = { unit: "u1", area: 330_802_001_001_000, placeWords: "3 层 东侧走道", item: "basic#passage" };

describe("the same hazard", () => {
  it("is the same place and item, however the place was written", () => {
    expect(samenessOf({ ...where, placeWords: "３层，东侧走道。" })).toBe(samenessOf(where));
    expect(samenessOf({ ...where, placeWords: "4 层 东侧走道" })).not.toBe(samenessOf(where));
    expect(samenessOf({ ...where, item: "basic#exit" })).not.toBe(samenessOf(where));
    expect(samenessOf({ ...where, unit: "u2" })).not.toBe(samenessOf(where));
  });

  it("cannot be told without a check item", () => {
    expect(samenessOf({ ...where, item: null })).toBeNull();
    expect(samenessOf({ ...where, item: "" })).toBeNull();
  });

  it("lies in the area where there is no unit", () => {
    const road = { ...where, unit: null };
    expect(samenessOf(road)).not.toBe(samenessOf({ ...road, area: 330_802_001_002_000 }));
  });
});
