import { describe, expect, it } from "vitest";
import { addWorkingDays } from "#platform/case/calendar.ts";
import { addDays, type CalendarDate, dayOf } from "#platform/values.ts";
import { aimOf, type Comparison, type Rhythm, type Target, type Warn } from "./duty.ts";
import { redWithin } from "./forecast.ts";
import { judge, type Known } from "./judge.ts";
import { currentPeriod, periodAt, periodOfKey, periodsOf, type ToWorkday, yearBefore } from "./periods.ts";
import type { Status } from "./standing.ts";

const on = (text: string) => text as CalendarDate;
const toWorkday: ToWorkday = (day) => addWorkingDays(addDays(day, -1), 1);

type Worked = {
  readonly rhythm: Rhythm;
  readonly from?: string;
  readonly is?: Comparison;
  readonly target?: Target;
  readonly unit?: string;
  readonly warn?: Warn;
  readonly byHand?: boolean;
  readonly attributes?: object;
  readonly configured?: number;
  readonly baseline?: number;
  readonly whole?: number;
};

/** Judges a duty on a day, as the product does: its period of that day, its aim, its figure. */
function stands(
  duty: Worked,
  today: string,
  value: Known,
  more: { waivedFrom?: string; waivedUntil?: string; period?: string } = {},
): Status | "no period" {
  const seen = { from: on("2020-01-01"), to: on("2031-12-31") };
  const periods = periodsOf(duty.rhythm, { from: on(duty.from ?? "2024-01-01") }, seen, toWorkday);
  const period = more.period ? periods.find(({ key }) => key === more.period) : currentPeriod(periods, on(today));
  if (!period) return "no period";
  const ground = { attributes: { ...duty.attributes }, configured: duty.configured, baseline: duty.baseline, step: period.target };
  return judge({
    period,
    today: on(today),
    is: duty.is ?? "atLeast",
    aim: aimOf(duty.target, duty.whole ?? 100, ground),
    value,
    unit: duty.unit,
    warn: duty.warn,
    waivers: more.waivedUntil ? [{ from: on(more.waivedFrom ?? "2024-01-01"), until: on(more.waivedUntil) }] : [],
    byHand: duty.byHand,
  }).status;
}

const quarterly: Worked = { rhythm: { kind: "every", every: "quarter" }, target: { kind: "number", value: 1 }, unit: "次" };
const january: Worked = {
  rhythm: { kind: "every", every: "year", within: { from: "01-01", to: "01-31" } },
  target: { kind: "number", value: 1 },
};
const hydrants: Worked = {
  rhythm: { kind: "by", by: on("2025-12-31"), thenKeep: true },
  target: { kind: "number", value: 100 },
  unit: "%",
  warn: { gap: 3, days: 30 },
};
const stations: Worked = {
  rhythm: {
    kind: "steps",
    steps: [
      { by: on("2027-12-31"), target: 75 },
      { by: on("2030-12-31"), target: 100 },
    ],
  },
  unit: "%",
};
const deaths: Worked = {
  rhythm: { kind: "every", every: "year" },
  is: "below",
  target: { kind: "number", value: 0.047 },
  warn: { gap: 0.01 },
};
const overdueHazards: Worked = {
  rhythm: { kind: "keep" },
  is: "atMost",
  target: { kind: "number", value: 5 },
  unit: "处",
  warn: { gap: 2 },
};
const staff: Worked = {
  rhythm: { kind: "every", every: "month" },
  target: { kind: "by", attribute: "townCategory", values: { A: 8, B: 6, C: 4 } },
  unit: "人",
};
const plan: Worked = { rhythm: { kind: "by", by: on("2022-12-15"), thenKeep: false }, from: "2022-12-01", byHand: true, whole: 1 };
const fires: Worked = { rhythm: { kind: "every", every: "quarter" }, is: "below", target: { kind: "baseline" }, unit: "起" };
const awareness: Worked = { rhythm: { kind: "every", every: "year" }, target: { kind: "configured", suggested: 80 }, unit: "%" };
const rows: Worked = { rhythm: { kind: "keep" }, unit: "%" };
const cases: Worked = { rhythm: { kind: "every", every: "month" }, unit: "%" };

describe("every period at least n", () => {
  it.each<[string, string, Known, Status]>([
    ["no meeting early in the quarter", "2026-01-20", 0, "open"],
    ["none two weeks before its end", "2026-03-18", 0, "at-risk"],
    ["none on its last day", "2026-03-31", 0, "at-risk"],
    ["one is enough as soon as it is held", "2026-01-20", 1, "met"],
    ["more than one too", "2026-02-01", 2, "met"],
  ])("%s", (_, today, value, status) => expect(stands(quarterly, today, value)).toBe(status));
  it("none on the day after is overdue", () => expect(stands(quarterly, "2026-04-01", 0, { period: "2026-Q1" })).toBe("overdue"));
});

describe("only within a part of the year", () => {
  it.each<[string, string, Known, Status]>([
    ["no report in mid-January", "2026-01-05", 0, "open"],
    ["none five days before the end of January", "2026-01-28", 0, "at-risk"],
    ["sent in time", "2026-01-18", 1, "met"],
    ["none in January is overdue all year, since February is not counted", "2026-02-11", 0, "overdue"],
  ])("%s", (_, today, value, status) => expect(stands({ ...january, warn: { days: 10 } }, today, value)).toBe(status));

  it("a window at the end of the year has not begun in March", () => {
    const november: Worked = { ...january, rhythm: { kind: "every", every: "year", within: { from: "11-01", to: "11-30" } } };
    expect(stands(november, "2026-03-18", 0)).toBe("not-due");
  });
});

describe("once by a date, then kept", () => {
  it.each<[string, string, Known, Status]>([
    ["far from the date and from the aim", "2025-06-01", 80, "open"],
    ["within three points of the aim", "2025-06-01", 98, "at-risk"],
    ["thirty days before the date", "2025-12-05", 80, "at-risk"],
    ["reached early", "2025-06-01", 100, "met"],
    ["not reached: late from the next day", "2026-01-01", 94.6, "overdue"],
    ["nearly reached is late too", "2026-03-18", 99.9, "overdue"],
    ["kept", "2026-03-18", 100, "met"],
    ["there are no hydrants", "2026-03-18", "not-applicable", "not-applicable"],
    ["nobody counts them", "2026-03-18", "unknown", "no-data"],
  ])("%s", (_, today, value, status) => expect(stands(hydrants, today, value)).toBe(status));
});

describe("in steps", () => {
  it.each<[string, string, Known, Status]>([
    ["before the first step", "2026-03-18", 68, "open"],
    ["the first step is reached", "2026-03-18", 75, "met"],
    ["the second asks for more", "2028-01-01", 75, "open"],
    ["the second is missed", "2031-01-01", 99, "overdue"],
  ])("%s", (_, today, value, status) => expect(stands(stations, today, value)).toBe(status));
  it("the first step missed stays missed", () => expect(stands(stations, "2028-01-01", 74, { period: "by:2027-12-31" })).toBe("overdue"));
});

describe("a ceiling", () => {
  it.each<[string, string, Known, Status]>([
    ["is never met before its period ends", "2026-03-18", 0, "open"],
    ["is at risk close below", "2026-06-30", 0.04, "at-risk"],
    ["is passed for good", "2026-06-30", 0.05, "overdue"],
    ["reached exactly is not below", "2026-06-30", 0.047, "overdue"],
  ])("%s", (_, today, value, status) => expect(stands(deaths, today, value)).toBe(status));
  it("is met on the day after", () => expect(stands(deaths, "2027-01-01", 0.046, { period: "2026" })).toBe("met"));
});

describe("at every moment", () => {
  it.each<[string, Known, Status]>([
    ["few enough", 3, "met"],
    ["close to the limit", 4, "at-risk"],
    ["the limit itself holds", 5, "at-risk"],
    ["over it", 6, "overdue"],
  ])("%s", (_, value, status) => expect(stands(overdueHazards, "2026-03-18", value)).toBe(status));
  it("all rows of a ledger, at once", () => {
    expect(stands(rows, "2026-03-01", 100)).toBe("met");
    expect(stands(rows, "2026-03-01", 99.5)).toBe("overdue");
  });
  it("a floor only just kept is at risk where there is room above it", () => {
    const kept: Worked = { rhythm: { kind: "keep" }, target: { kind: "number", value: 90 }, unit: "%", warn: { gap: 3 } };
    expect([90, 92, 93, 89].map((value) => stands(kept, "2026-03-18", value))).toEqual(["at-risk", "at-risk", "met", "overdue"]);
    expect(stands({ ...kept, target: { kind: "number", value: 100 } }, "2026-03-18", 100)).toBe("met");
  });
});

it("every case of a kind ends in time: nothing due is not applicable, one late case spoils the month", () => {
  expect(stands(cases, "2026-03-10", "not-applicable")).toBe("not-applicable");
  expect(stands(cases, "2026-03-10", 100)).toBe("met");
  expect(stands(cases, "2026-04-01", 97.2, { period: "2026-03" })).toBe("overdue");
});

it("a document: nothing attached is not done, rather than unknown", () => {
  expect(stands(plan, "2022-12-02", "unknown")).toBe("open");
  expect(stands(plan, "2022-12-14", "unknown")).toBe("at-risk");
  expect(stands(plan, "2022-12-16", "unknown")).toBe("overdue");
  expect(stands(plan, "2023-03-01", 1)).toBe("met");
});

it("a target by the kind of area", () => {
  expect(stands({ ...staff, attributes: { townCategory: "A" } }, "2026-03-18", 6)).toBe("open");
  expect(stands({ ...staff, attributes: { townCategory: "B" } }, "2026-03-18", 6)).toBe("met");
  expect(stands(staff, "2026-03-18", 6)).toBe("no-data"); // nobody has classed this town
});

it("a target that is the same period a year before", () => {
  expect(stands({ ...fires, baseline: 12 }, "2026-03-18", 9)).toBe("open");
  expect(stands({ ...fires, baseline: 12 }, "2026-04-01", 9, { period: "2026-Q1" })).toBe("met");
  expect(stands({ ...fires, baseline: 12 }, "2026-03-18", 12)).toBe("overdue");
  expect(stands(fires, "2026-03-18", 9)).toBe("no-data");
});

it("a target nobody confirmed prompts and never turns red", () => {
  expect(stands(awareness, "2027-01-01", 70, { period: "2026" })).toBe("at-risk");
  expect(stands({ ...awareness, configured: 75 }, "2027-01-01", 70, { period: "2026" })).toBe("overdue");
});

it("equal means neither less nor more", () => {
  const posts: Worked = { rhythm: { kind: "keep" }, is: "equal", target: { kind: "number", value: 2 }, unit: "人" };
  expect([1, 2, 3].map((value) => stands(posts, "2026-03-18", value))).toEqual(["overdue", "met", "overdue"]);
});

it("waived until a day, and judged again after it", () => {
  expect(stands(hydrants, "2026-03-18", 94.6, { waivedUntil: "2026-06-30" })).toBe("waived");
  expect(stands(quarterly, "2026-02-01", 0, { waivedUntil: "2026-02-01" })).toBe("waived");
  expect(stands(quarterly, "2026-02-02", 0, { waivedUntil: "2026-02-01" })).toBe("open");
});

describe("a waiver holds between its two days", () => {
  const asked = { waivedFrom: "2026-04-01", waivedUntil: "2026-12-31" };
  it("a quarter that was late before it was asked for stays late, one that falls due while it holds is waived for good", () => {
    expect(stands(quarterly, "2026-05-10", 0, { ...asked, period: "2026-Q1" })).toBe("overdue");
    expect(stands(quarterly, "2026-05-10", 0, { ...asked, period: "2026-Q2" })).toBe("waived");
    expect(stands(quarterly, "2027-02-10", 0, { ...asked, period: "2026-Q3" })).toBe("waived");
    expect(stands(quarterly, "2027-02-10", 0, { ...asked, period: "2027-Q1" })).toBe("open");
  });
  it("a quarter that opens after its last day is not touched by it", () => {
    expect(stands(quarterly, "2026-03-20", 0, { waivedFrom: "2026-01-01", waivedUntil: "2026-03-31", period: "2026-Q2" })).toBe("not-due");
  });
  it("what is owed once is put off, not forgotten", () => {
    const once = { waivedFrom: "2022-12-01", waivedUntil: "2023-03-31" };
    expect(stands(plan, "2023-03-31", "unknown", once)).toBe("waived");
    expect(stands(plan, "2023-04-01", "unknown", once)).toBe("overdue");
  });
  it("what is kept is judged again in the month the waiver ends in", () => {
    const kept = { waivedFrom: "2026-03-01", waivedUntil: "2026-03-15" };
    expect(stands(hydrants, "2026-03-15", 94.6, kept)).toBe("waived");
    expect(stands(hydrants, "2026-03-16", 94.6, kept)).toBe("overdue");
    expect(stands(hydrants, "2026-03-16", 94.6, { ...kept, period: "2026-02" })).toBe("overdue");
  });
});

describe("periods", () => {
  const keys = (rhythm: Rhythm, force: string, from: string, to: string, ends?: string) =>
    periodsOf(rhythm, { from: on(force), to: ends ? on(ends) : null }, { from: on(from), to: on(to) }, toWorkday).map(({ key }) => key);

  it("the first that is owed is the first that begins in force", () => {
    expect(keys({ kind: "every", every: "quarter" }, "2024-04-30", "2024-01-01", "2024-12-31")).toEqual(["2024-Q3", "2024-Q4"]);
    expect(keys({ kind: "every", every: "half-year" }, "2024-07-01", "2024-01-01", "2024-12-31")).toEqual(["2024-H2"]);
    expect(
      keys({ kind: "every", every: "year", within: { from: "12-01", to: "12-31" } }, "2024-04-30", "2024-01-01", "2024-12-31"),
    ).toEqual(["2024"]);
    expect(keys({ kind: "keep" }, "2024-04-30", "2024-04-01", "2024-06-15")).toEqual(["2024-04", "2024-05", "2024-06"]);
  });
  it("none after the document ended", () =>
    expect(keys({ kind: "every", every: "quarter" }, "2022-01-01", "2022-01-01", "2023-12-31", "2022-06-30")).toEqual([
      "2022-Q1",
      "2022-Q2",
    ]));
  it("February ends on the 29th in a leap year", () => {
    expect(periodAt(on("2028-02-10"), "month").to).toBe("2028-02-29");
    expect(periodAt(on("2026-02-10"), "month").to).toBe("2026-02-28");
    const [leap, common] = ["2028", "2026"].map(
      (year) =>
        periodsOf(
          { kind: "every", every: "year", within: { from: "02-01", to: "02-29" } },
          { from: on("2020-01-01") },
          { from: on(`${year}-01-01`), to: on(`${year}-12-31`) },
          toWorkday,
        )[0],
    );
    expect([leap?.dueOn, common?.dueOn]).toEqual(["2028-02-29", "2026-02-28"]);
    expect(yearBefore(periodAt(on("2028-02-10"), "month"))).toEqual({ from: "2027-02-01", to: "2027-02-28" });
    expect(yearBefore(periodAt(on("2029-02-10"), "month"))).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });
  it("a last day that is no working day moves to the next one, holidays counted", () => {
    const due = (to: string) =>
      periodsOf({ kind: "every", every: "month", on: "workdays" }, { from: on("2024-01-01") }, { from: on(to), to: on(to) }, toWorkday)[0]
        ?.dueOn;
    expect(due("2026-01-15")).toBe("2026-02-02"); // 31 January 2026 is a Saturday
    expect(due("2026-03-15")).toBe("2026-03-31"); // a Tuesday
  });
  it("keys are read back", () => {
    for (const [key, from, to] of [
      ["2026", "2026-01-01", "2026-12-31"],
      ["2026-H2", "2026-07-01", "2026-12-31"],
      ["2026-Q1", "2026-01-01", "2026-03-31"],
      ["2024-02", "2024-02-01", "2024-02-29"],
    ] as const)
      expect(periodOfKey(key)).toMatchObject({ key, from, to });
    expect(periodOfKey("2026-13")).toBeUndefined();
    expect(["9999", "2101-Q1", "1999-12"].map(periodOfKey)).toEqual([undefined, undefined, undefined]);
  });
  it("a day begins at midnight in Shanghai, not in London", () => {
    expect(stands(quarterly, dayOf(new Date("2026-03-31T15:59:59Z")), 0)).toBe("at-risk");
    expect(stands(quarterly, dayOf(new Date("2026-03-31T16:00:00Z")), 0, { period: "2026-Q1" })).toBe("overdue");
  });
});

describe("what will turn red", () => {
  it("a falling figure passes its aim", () =>
    expect(redWithin([98, 97, 96, 95, 94, 93], 92.5, false, on("2026-03-18"), 30)).toMatchObject({ redOn: "2026-04-04", perMonth: -1 }));
  it("not one that falls too slowly, rises, or has passed it already", () => {
    expect(redWithin([98, 97.9, 97.8], 90, false, on("2026-03-18"), 30)).toBeUndefined();
    expect(redWithin([93, 94, 95], 90, false, on("2026-03-18"), 30)).toBeUndefined();
    expect(redWithin([93, 91, 89], 90, false, on("2026-03-18"), 30)).toBeUndefined();
  });
  it("nor one with fewer than three known months", () =>
    expect(redWithin([null, 98, 95], 94, false, on("2026-03-18"), 30)).toBeUndefined());
  it("a stock that grows to its ceiling", () => expect(redWithin([1, 2, 3, 4], 4.5, true, on("2026-03-18"), 30)?.redOn).toBe("2026-04-04"));
});
