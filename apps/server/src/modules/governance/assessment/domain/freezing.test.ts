/** When a year may be frozen: worked by hand. */
import { describe, expect, it } from "vitest";
import { calendarDate } from "#platform/values.ts";
import { frozenAnyway, waitsFor } from "./freezing.ts";

const day = (text: string) => calendarDate.parse(text);
const year = { until: day("2025-12-31"), reportableDays: 31 };

describe("a year of assessment", () => {
  it("waits for whoever has not reported December, until the day after the last it may be reported", () => {
    const owing = ["常山县"];
    expect(frozenAnyway(year)).toBe("2026-02-01");
    expect(waitsFor({ ...year, owing }, day("2026-01-01"))).toEqual(["常山县"]);
    expect(waitsFor({ ...year, owing }, day("2026-01-31"))).toEqual(["常山县"]);
    expect(waitsFor({ ...year, owing }, day("2026-02-01"))).toEqual([]);
  });
  it("waits for nothing once everybody has", () => {
    expect(waitsFor({ ...year, owing: [] }, day("2026-01-01"))).toEqual([]);
  });
});
