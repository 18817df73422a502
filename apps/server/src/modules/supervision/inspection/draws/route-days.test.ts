import { describe, expect, it } from "vitest";
import { clashesOf, routeDays, type Stop } from "./route-days.ts";

const days = ["2026-03-23", "2026-03-24", "2026-03-25"];
const stop = (id: string, lon: number | null, more: Partial<Stop> = {}): Stop => ({
  id,
  lead: "林",
  second: "郑",
  town: 1,
  lon,
  lat: lon === null ? null : 28.95,
  ...more,
});

describe("days by route", () => {
  it("go on to the nearest place of the town, so many a day; what has no coordinates comes last", () => {
    const stops = [stop("far", 118.99), stop("nowhere", null), stop("west", 118.8), stop("near", 118.81), stop("middle", 118.9)];
    expect(routeDays(stops, days, 2)).toEqual([
      { id: "west", planOn: "2026-03-23", turn: 1 },
      { id: "near", planOn: "2026-03-23", turn: 2 },
      { id: "middle", planOn: "2026-03-24", turn: 3 },
      { id: "far", planOn: "2026-03-24", turn: 4 },
      { id: "nowhere", planOn: "2026-03-25", turn: 5 },
    ]);
  });

  it("finish one town before the next, which begins where the last one ended", () => {
    const stops = [stop("b west", 118.7, { town: 2 }), stop("b east", 118.95, { town: 2 }), stop("a", 118.9)];
    expect(routeDays(stops, days, 1).map(({ id }) => id)).toEqual(["a", "b east", "b west"]);
  });

  it("fit into the span however many there are, each lead on a way of his own", () => {
    const stops = Array.from({ length: 7 }, (_, n) => stop(`s${n}`, 118.8 + n / 100, { lead: n < 6 ? "林" : "徐" }));
    const planned = routeDays(stops, days, 1);
    expect(planned.map(({ planOn }) => planOn).every((day) => days.includes(day))).toBe(true);
    expect(planned.filter(({ planOn }) => planOn === days[0])).toHaveLength(3);
    expect(clashesOf(stops, planned)).toBe(1);
  });
});
