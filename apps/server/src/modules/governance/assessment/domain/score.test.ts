import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correct } from "./appeal.ts";
import { changeOf, type Entry, groupOf, rankWithin } from "./ranking.ts";
import type { Indicator, Scheme, Scoring, Veto } from "./scheme.ts";
import { effectOf, gradeOf, placesOf, pointsOf, rangeOf, rounded, type Scored, scoreArea, scoreIndicator, vetoOf } from "./score.ts";
import { mayFreeze, monthsOwed, periodOf, projected } from "./year.ts";

const day = (text: string) => text as Parameters<typeof projected>[2];
const linear: Scoring = { linear: { from: 90, to: 100 } };
const falling: Scoring = { linear: { from: 20, to: 5 } };
const steps: Scoring = {
  step: [
    { at: 1, points: 1 },
    { at: 2, points: 3 },
    { at: 4, points: 5 },
  ],
  better: "higher",
};
const daysUsed: Scoring = {
  step: [
    { at: 15, points: 4 },
    { at: 20, points: 3 },
    { at: 30, points: 1.5 },
  ],
  better: "lower",
};
const byPlace: Scoring = { rank: { last: 2 }, better: "lower" };

const anIndicator = (score: Scoring, more: Partial<Indicator> = {}): Indicator => ({
  id: "4.3",
  name: "市政消火栓完好率",
  dimension: "保障",
  weight: 2,
  unit: "%",
  source: { hand: "普查表", share: true },
  score,
  sample: "none",
  missing: "spread",
  examples: [],
  ...more,
});

describe("linear", () => {
  it.each([
    [95.1, 1.02],
    [90, 0],
    [89.9, 0],
    [0, 0],
    [100, 2],
    [120, 2],
  ])("from 90 to 100: %d gives %d of 2", (value, points) => expect(pointsOf(linear, 2, value)).toBeCloseTo(points, 10));
  it.each([
    [12.5, 2],
    [5, 4],
    [0, 4],
    [20, 0],
    [50, 0],
  ])("less is better, from 20 down to 5: %d gives %d of 4", (value, points) => expect(pointsOf(falling, 4, value)).toBeCloseTo(points, 10));
  it("is never negative, never beyond the weight, and never falls as the value grows better", () => {
    const given = fc.record({ a: fc.double({ min: -50, max: 200, noNaN: true }), b: fc.double({ min: -50, max: 200, noNaN: true }) });
    fc.assert(
      fc.property(given, ({ a, b }) => {
        const [low, high] = [pointsOf(linear, 2, Math.min(a, b)), pointsOf(linear, 2, Math.max(a, b))];
        return low >= 0 && high <= 2 && low <= high;
      }),
    );
  });
});

describe("steps", () => {
  it.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [4, 5],
    [99, 5],
  ])("%d meetings give %d", (value, points) => expect(pointsOf(steps, 5, value)).toBe(points));
  it.each([
    [10, 4],
    [15, 4],
    [15.01, 3],
    [25, 1.5],
    [31, 0],
  ])("%d days give %d, fewer is better", (value, points) => expect(pointsOf(daysUsed, 4, value)).toBe(points));
});

describe("by place within the group", () => {
  it("the first gets all, the last what the scheme says, equals share the better place", () => {
    const places = placesOf([0.8, 0.5, 0.8, 1.4], "lower");
    expect(places).toEqual([
      { rank: 2, of: 4 },
      { rank: 1, of: 4 },
      { rank: 2, of: 4 },
      { rank: 4, of: 4 },
    ]);
    expect(places.map((place) => pointsOf(byPlace, 4, 0, place))).toEqual([4 - 2 / 3, 4, 4 - 2 / 3, 2]);
  });
  it("alone in its group it is the first", () => expect(pointsOf(byPlace, 4, 9, { rank: 1, of: 1 })).toBe(4));
});

const rule = {
  id: "V1",
  name: "重大亡人责任火灾",
  unit: "起",
  source: { measure: "assessment.major_fires" },
  basis: "国办发〔2013〕16号",
} as const;
const fatal: Veto = { ...rule, confidence: "seen-secondary", atLeast: 1, deduct: 20, cap: "良好" };
const gravest: Veto = { ...rule, id: "V2", confidence: "seen-secondary", atLeast: 1, grade: "不合格" };
const grades = [
  { name: "优秀", from: 90 },
  { name: "良好", from: 80 },
  { name: "合格", from: 60 },
  { name: "不合格", from: 0 },
];

describe("bonus, deduction and veto", () => {
  const honour = { ...rule, id: "B1", each: 0.5, per: 1, most: 2, confidence: "adopted" as const };
  it("a bonus ends at its limit; a deduction takes as much; nothing happens for nothing", () => {
    expect(effectOf("bonus", honour, 3).points).toBe(1.5);
    expect(effectOf("bonus", honour, 9).points).toBe(2);
    expect(effectOf("deduction", honour, 9).points).toBe(-2);
    expect(effectOf("deduction", { ...honour, per: 2 }, 3).points).toBe(-0.5);
    expect(effectOf("bonus", honour, 0).points).toBe(0);
  });
  it("a major fatal fire with responsibility takes 20 points each and bars 优秀", () => {
    const one = vetoOf(fatal, 1);
    expect(one).toMatchObject({ points: -20, cap: "良好", decides: true });
    expect(vetoOf(fatal, 2).points).toBe(-40);
    expect(gradeOf({ grades, full: 100 }, 95, [one])).toBe("良好");
    expect(gradeOf({ grades, full: 100 }, 70, [one])).toBe("合格");
  });
  it("a gravest one fixes 不合格, whatever the score", () =>
    expect(gradeOf({ grades, full: 100 }, 99, [vetoOf(gravest, 1)])).toBe("不合格"));
  it("what nobody has confirmed only prompts: no point is taken and no grade barred", () => {
    const rumour = vetoOf({ ...fatal, confidence: "memory" }, 1);
    expect(rumour).toMatchObject({ decides: false, cap: "良好" });
    expect(gradeOf({ grades, full: 100 }, 95, [rumour])).toBe("优秀");
    expect(scoreArea(aScheme([anIndicator(linear, { weight: 100 })]), [scored(95)], [rumour]).total).toBe(95);
  });
});

describe("grades", () => {
  it.each([
    [100, "优秀"],
    [90, "优秀"],
    [89.99, "良好"],
    [80, "良好"],
    [79.99, "合格"],
    [60, "合格"],
    [59.99, "不合格"],
    [0, "不合格"],
  ])("%d is %s", (score, grade) => expect(gradeOf({ grades, full: 100 }, score, [])).toBe(grade));
  it("are drawn on scores rounded half up to hundredths", () => {
    expect(rounded(89.995)).toBe(90);
    expect(rounded(89.994)).toBe(89.99);
    expect(rounded(0.1 + 0.2)).toBe(0.3);
  });
  it("of a scheme out of 50 are those of the share", () => expect(gradeOf({ grades, full: 50 }, 45, [])).toBe("优秀"));
});

const aScheme = (indicators: readonly Indicator[]): Scheme => ({
  scheme: "T",
  title: "测试方案",
  issuer: "消安委",
  area: "330800",
  of: "county",
  from: "2025-01-01",
  full: 100,
  grades,
  gradesBasis: "",
  groups: [{ name: "全部" }],
  dimensions: [...new Set(indicators.map(({ dimension }) => dimension))].map((name) => ({
    name,
    weight: indicators.filter(({ dimension }) => dimension === name).reduce((sum, { weight }) => sum + weight, 0),
  })),
  indicators: [...indicators],
  bonuses: [],
  deductions: [],
  vetoes: [],
});
const scored = (points: number, more: Partial<Scored> = {}): Scored => ({
  id: "4.3",
  status: "scored",
  points,
  full: 100,
  low: points,
  high: points,
  value: 1,
  num: 1,
  den: 1,
  byHand: false,
  place: null,
  ...more,
});

describe("a figure nobody has", () => {
  const half = anIndicator(linear, { id: "1", weight: 50 });
  const other = anIndicator(linear, { id: "2", weight: 50, missing: "owed" });
  it("with nothing to divide by does not apply: its weight is spread over the rest", () => {
    const scores = [
      scoreIndicator(half, { kind: "value", value: 95, num: 95, den: 100 }),
      scoreIndicator(half, { kind: "not-applicable" }),
    ];
    expect(scores[1]?.status).toBe("not-applicable");
    expect(scoreArea(aScheme([half, other]), scores, [])).toMatchObject({ total: 50, spread: 50, owed: 0 });
  });
  it("that is owed counts nothing, and stands as owed", () => {
    const scores = [
      scoreIndicator(half, { kind: "value", value: 95, num: 95, den: 100 }),
      scoreIndicator(other, { kind: "not-applicable" }),
    ];
    expect(scores[1]?.status).toBe("owed");
    expect(scoreArea(aScheme([half, other]), scores, [])).toMatchObject({ total: 25, spread: 0, owed: 50 });
    expect(scoreIndicator(half, { kind: "owed" })).toMatchObject({ status: "owed", points: 0, value: null });
  });
  it("of everything leaves no score, and divides by nothing", () => {
    expect(
      scoreArea(aScheme([half]), [scoreIndicator(anIndicator(linear, { id: "1", weight: 100 }), { kind: "not-applicable" })], []).total,
    ).toBe(0);
  });
});

describe("the range of a score", () => {
  it("follows the sample: 24 of 30 items gives a wide one, a register gives none", () => {
    const value = { kind: "value" as const, value: 80, num: 24, den: 30 };
    const wide: Scoring = { linear: { from: 60, to: 95 } };
    const sampled = scoreIndicator(anIndicator(wide, { sample: "wilson", weight: 10 }), value);
    expect(sampled.points).toBeCloseTo(5.714, 3);
    expect(sampled.low).toBeCloseTo(((62.7 - 60) / 35) * 10, 0);
    expect(sampled.high).toBeCloseTo(((90.5 - 60) / 35) * 10, 0);
    const whole = scoreIndicator(anIndicator(wide, { weight: 10 }), value);
    expect([whole.low, whole.high]).toEqual([whole.points, whole.points]);
  });
  it("of a death rate of none still reaches up: nothing seen in 260,000 people is no proof", () => {
    const range = rangeOf("poisson", { value: 0, num: 0, den: 260_000, perCount: 100_000 / 260_000 });
    expect(range.low).toBe(0);
    expect(range.high).toBeCloseTo(1.4188, 3);
  });
  it("adds errors as squares", () => {
    const parts = [scored(40, { id: "a", low: 37, high: 43 }), scored(40, { id: "b", low: 36, high: 44 })];
    const two = aScheme([anIndicator(linear, { id: "a", weight: 50 }), anIndicator(linear, { id: "b", weight: 50 })]);
    expect(scoreArea(two, parts, [])).toMatchObject({ total: 80, low: 75, high: 85 });
  });
});

describe("比晾晒", () => {
  const entry = (key: string, score: number, error: number, group = "大县组"): Entry => ({
    key,
    group,
    score,
    low: score - error,
    high: score + error,
  });
  const places = (entries: readonly Entry[]) =>
    Object.fromEntries([...rankWithin(entries)].map(([key, { rank, tied }]) => [key, tied ? `${rank}=` : `${rank}`]));
  it("ranks within groups and shares a place where ranges overlap", () => {
    expect(
      places([
        entry("衢江", 92.4, 0.8),
        entry("柯城", 90.6, 0.7),
        entry("智造", 87.7, 2.6, "功能区组"),
        entry("智慧", 86.9, 3.1, "功能区组"),
      ]),
    ).toEqual({
      衢江: "1",
      柯城: "2",
      智造: "1=",
      智慧: "1=",
    });
  });
  it("a chain of neighbours does not become one place: each is compared with the first of its run", () => {
    expect(places([entry("a", 90, 1), entry("b", 88.5, 1), entry("c", 87, 1), entry("d", 80, 0)])).toEqual({
      a: "1=",
      b: "1=",
      c: "3",
      d: "4",
    });
  });
  it("groups by people, named areas first; whoever has no count of people has no group", () => {
    const groups = [
      { name: "大县组", from: 350_000 },
      { name: "小县组", below: 350_000 },
      { name: "功能区组", areas: ["330871"] },
    ];
    expect(groupOf(groups, "330802", 350_000)).toBe("大县组");
    expect(groupOf(groups, "330822", 349_999)).toBe("小县组");
    expect(groupOf(groups, "330871", 90_000)).toBe("功能区组");
    expect(groupOf(groups, "330824", null)).toBeUndefined();
    expect(groupOf([{ name: "全部" }], "330824", null)).toBe("全部");
  });
  it("change is against the place of the year before", () => {
    expect([changeOf(1, 3), changeOf(2, 1), changeOf(1, null)]).toEqual([2, -1, null]);
  });
});

describe("an appeal", () => {
  const hydrants = anIndicator(linear);
  const frozen = { value: (529 / 556) * 100, num: 529, den: 556, place: null };
  it("accepted in part moves the share by as many, and the frozen figure stays what it was", () => {
    expect(correct(hydrants, frozen, 0).points).toBeCloseTo(1.029, 3);
    expect(correct(hydrants, frozen, 9)).toMatchObject({ num: 538, den: 556 });
    expect(correct(hydrants, frozen, 9).value).toBeCloseTo(96.76, 2);
    expect(correct(hydrants, frozen, 12).points).toBeCloseTo(1.46, 2);
    expect(frozen.num).toBe(529);
  });
  it("gains nobody more than there is, and takes from a count no more than was counted", () => {
    expect(correct(hydrants, frozen, 99)).toMatchObject({ num: 556, points: 2 });
    const fires = anIndicator(byPlace, { unit: "起" });
    expect(correct(fires, { value: 3, num: 3, den: 0, place: { rank: 2, of: 4 } }, 5)).toMatchObject({ num: 0, value: 0 });
  });
});

describe("the year", () => {
  it("ends on 31 December, leap or not, and is frozen after it, never before", () => {
    expect(periodOf(2028)).toEqual({ from: "2028-01-01", to: "2028-12-31" });
    expect(mayFreeze("2028-12-31", "2028-12-31")).toBe(false);
    expect(mayFreeze("2028-12-31", "2029-01-01")).toBe(true);
  });
  it("is projected from the days passed: a leap year has one more", () => {
    // By 29 February of a leap year 59 days are over, of 366.
    expect(projected(59, 2028, day("2028-02-29"))).toBeCloseTo(366, 10);
    expect(projected(59, 2027, day("2027-03-01"))).toBeCloseTo(365, 10);
    expect(projected(7, 2027, day("2028-01-05"))).toBe(7);
    expect(projected(7, 2027, day("2027-01-01"))).toBeNull();
    expect(projected(null, 2027, day("2027-06-01"))).toBeNull();
  });
  it("owes the months that are over, each until the end of the next", () => {
    expect(monthsOwed(2027, day("2027-01-31"))).toBe(0);
    expect(monthsOwed(2027, day("2027-02-28"))).toBe(0);
    expect(monthsOwed(2027, day("2027-03-01"))).toBe(1);
    expect(monthsOwed(2027, day("2027-12-31"))).toBe(10);
    expect(monthsOwed(2027, day("2028-01-01"))).toBe(11);
    expect(monthsOwed(2027, day("2028-02-01"))).toBe(12);
    expect(monthsOwed(2027, day("2026-12-01"))).toBe(0);
  });
});
