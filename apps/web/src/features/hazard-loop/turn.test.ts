import { describe, expect, it } from "vitest";
import type { Row } from "../../lib/schema.ts";
import { turnOf } from "./turn.ts";

const say = (key: string, params: Readonly<Record<string, string>> = {}) => [key, ...Object.values(params)].join(" ").trim();
const row = (more: object) =>
  ({ id: "1", _ref: { holderOrgan: "大队", unit: "东风商厦", rectifierOrgan: "街道" }, ...more }) as unknown as Row;

describe("轮到谁", () => {
  it("names the unit and its person while the unit mends, the organ while an organ does", () => {
    expect(turnOf(row({ state: "assigned", rectifier: "unit", rectifierName: "王建军" }), say)).toBe("unitMends 东风商厦 王建军");
    expect(turnOf(row({ state: "assigned", rectifier: "organ" }), say)).toBe("organMends 街道");
  });

  it("names who grades, assigns and reviews", () => {
    expect(["found", "graded", "rectified"].map((state) => turnOf(row({ state }), say))).toEqual([
      "gradesIt 大队",
      "assignsIt 大队",
      "reviews 大队",
    ]);
  });
});
