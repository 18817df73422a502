/** What an upheld appeal does, worked by hand: it speaks for who appealed, whichever way the figure runs, and moves the places of all it is compared with. */
import { describe, expect, it } from "vitest";
import { correct, withUpheld } from "./appeal.ts";
import type { Indicator, Scheme } from "./scheme.ts";
import { placesOf, type Scored, scoreArea, scoreIndicator } from "./score.ts";

const anIndicator = (more: Partial<Indicator>): Indicator => ({
  ...{
    id: "1",
    name: "指标",
    dimension: "全部",
    weight: 10,
    unit: "次",
    source: { site: true },
    sample: "none",
    missing: "spread",
    examples: [],
  },
  score: { linear: { from: 0, to: 100 } },
  ...more,
});

describe("an upheld claim", () => {
  it("adds the meeting that was missed: three of four steps up to the fourth", () => {
    const meetings = anIndicator({
      unit: "次",
      weight: 5,
      score: {
        step: [
          { at: 1, points: 1 },
          { at: 2, points: 3 },
          { at: 4, points: 5 },
        ],
        better: "higher",
      },
    });
    expect(correct(meetings, { value: 3, num: 3, den: 0, place: null }, 1)).toEqual({ num: 4, den: 0, value: 4, points: 5 });
    expect(correct(meetings, { value: 0, num: 0, den: 0, place: null }, 1)).toMatchObject({ num: 1, value: 1, points: 1 });
  });
  it("takes a false alarm that was none out of the share of false alarms: 40 of 200 becomes 30 of 200", () => {
    const falseAlarms = anIndicator({ unit: "%", score: { linear: { from: 20, to: 5 } } });
    const frozen = { value: 20, num: 40, den: 200, place: null };
    expect(correct(falseAlarms, frozen, 0).points).toBe(0);
    expect(correct(falseAlarms, frozen, 10)).toMatchObject({ num: 30, den: 200, value: 15 });
    expect(correct(falseAlarms, frozen, 10).points).toBeCloseTo(10 / 3, 9);
    expect(correct(falseAlarms, frozen, 99).num).toBe(0);
  });
  it("adds a hydrant that was whole, and takes a death that was another county's off the rate", () => {
    const hydrants = anIndicator({ unit: "%", score: { linear: { from: 90, to: 100 } } });
    expect(correct(hydrants, { value: 90, num: 180, den: 200, place: null }, 10)).toMatchObject({ num: 190, value: 95, points: 5 });
    const deaths = anIndicator({ unit: "人/十万人", score: { linear: { from: 1, to: 0 } } });
    const frozen = { value: 0.5, num: 2, den: 400_000, place: null, perCount: 0.25 };
    expect(correct(deaths, frozen, 1)).toMatchObject({ num: 1, value: 0.25, points: 7.5 });
  });
});

describe("places of an indicator scored by place", () => {
  const fires = anIndicator({ unit: "起", score: { rank: { last: 1 }, better: "lower" } });
  const scheme = {
    ...{ full: 10, grades: [{ name: "合格", from: 0 }], dimensions: [{ name: "全部", weight: 10 }], indicators: [fires] },
    ...{ bonuses: [], deductions: [], vetoes: [], groups: [{ name: "全部" }] },
  } as unknown as Scheme;
  const counts = [4, 5, 6];
  const places = placesOf(counts, "lower");
  const kept = counts.map((n, i) => {
    const scored: Scored = scoreIndicator(fires, { kind: "value", value: n, num: n, den: 0, perCount: 1 }, places[i]);
    return { id: String(n), grouping: "全部", score: scoreArea(scheme, [scored], []) };
  });
  it("are found anew: the last with two fires struck off shares the first place, and the second falls to the third", () => {
    expect(kept.map(({ score }) => score.total)).toEqual([10, 5.5, 1]);
    const after = withUpheld(scheme, kept, new Map([["6", new Map([["1", 2]])]]));
    expect(after.map(({ score }) => score.indicators[0]?.place?.rank)).toEqual([1, 3, 1]);
    expect(after.map(({ score }) => score.total)).toEqual([10, 1, 10]);
  });
  it("stay to the digit where nothing was upheld", () => {
    expect(withUpheld(scheme, kept, new Map()).map(({ score }) => score.total)).toEqual([10, 5.5, 1]);
  });
});
