/** 履职日历 worked out by hand: what each class of unit owes, when it stands met, due or overdue. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";
import { dutyFile } from "../duty-rules.ts";
import { type Done, dutiesOf, type UnitFacts } from "./duties.ts";
import { type Cycle, cycles, type Evidence } from "./duty-file.ts";
import { periodBefore, periodOf } from "./periods.ts";

const day = (text: string): CalendarDate => calendarDate.parse(text);
const unit = (given: Partial<UnitFacts> = {}): UnitFacts => ({
  kind: "smallPlace",
  grade: "general",
  highRisk: false,
  highRise: false,
  heightM: null,
  areaM2: 80,
  hasFacilities: false,
  hasControlRoom: false,
  hasKitchen: false,
  hasFireWater: false,
  underground: false,
  startedOn: day("2026-01-01"),
  opening: { restDays: [], closedOnHolidays: false, closedFrom: null, closedTo: null, openFrom: 540, openTo: 1_260 },
  ...given,
});
const did = (kind: Evidence, on: string, at: string | null = null): Done => ({ kind, on: day(on), at, ledger: "l", id: `${kind} ${on}` });
const ask = (facts: UnitFacts, done: readonly Done[], now: string, decided = {}) =>
  dutiesOf({ file: dutyFile, facts, done, decided, now: new Date(now), isHoliday: (each) => each === "2026-10-01" });
const one = (duties: ReturnType<typeof ask>, key: string) => duties.find((duty) => duty.key === key);
const NOON = "2026-03-18T04:00:00Z";

describe("a small shop", () => {
  it("owes one self-check a month and has 13 days left on 18 March", () => {
    const duties = ask(unit(), [did("selfCheck", "2026-02-11")], NOON);
    expect(one(duties, "checkMonthly")).toMatchObject({ state: "due", daysLeft: 13, missed: 0, lastOn: "2026-02-11" });
  });
  it("has met it by the check of this month", () => {
    expect(one(ask(unit(), [did("selfCheck", "2026-03-02")], NOON), "checkMonthly")).toMatchObject({
      state: "met",
      by: { id: "selfCheck 2026-03-02" },
    });
  });
  it("is overdue when February went by without", () => {
    expect(one(ask(unit(), [did("selfCheck", "2026-01-20")], NOON), "checkMonthly")).toMatchObject({
      state: "overdue",
      daysLeft: -18,
      missed: 1,
    });
  });
  it("is not blamed for a month before it began", () => {
    expect(one(ask(unit({ startedOn: day("2026-02-10") }), [], NOON), "checkMonthly")).toMatchObject({ state: "due" });
  });
  it("owes no patrol, no half-yearly drill, but a yearly one", () => {
    const keys = ask(unit(), [], NOON).map((duty) => duty.key);
    expect(keys).not.toContain("patrolDaily");
    expect(keys).not.toContain("drillHalfYearly");
    expect(keys).toContain("drillYearly");
  });
});

describe("a shopping centre that is a key unit", () => {
  const mall = unit({ kind: "shop", grade: "key", hasFacilities: true, areaM2: 20_000 });
  it("patrols every two hours while open; the daily patrol is the same matter and not asked twice", () => {
    const duties = ask(
      mall,
      [did("patrol", "2026-03-18", "2026-03-18T01:20:00Z"), did("patrol", "2026-03-18", "2026-03-18T03:30:00Z")],
      NOON,
    );
    expect(one(duties, "patrolDaily")).toBeUndefined();
    expect(one(duties, "patrolTwoHourly")).toMatchObject({ state: "met", missed: 0 });
  });
  it("says how many minutes are left of a turn, and how many turns were missed", () => {
    const first = one(ask(mall, [did("patrol", "2026-03-18", "2026-03-18T01:20:00Z")], "2026-03-18T03:30:00Z"), "patrolTwoHourly");
    expect(first).toMatchObject({ state: "due", minutesLeft: 90 });
    const missed = one(ask(mall, [], "2026-03-18T05:10:00Z"), "patrolTwoHourly");
    expect(missed).toMatchObject({ state: "overdue", missed: 2, minutesLeft: -10 });
  });
  it("before opening the first turn is due; after closing the day's turns decide", () => {
    expect(one(ask(mall, [], "2026-03-18T00:30:00Z"), "patrolTwoHourly")).toMatchObject({ state: "due", minutesLeft: 150 });
    const each = [1, 3, 5, 7, 9, 11].map((hour) => did("patrol", "2026-03-18", `2026-03-18T${String(hour).padStart(2, "0")}:10:00Z`));
    expect(one(ask(mall, each, "2026-03-18T13:30:00Z"), "patrolTwoHourly")).toMatchObject({ state: "met" });
    expect(one(ask(mall, each.slice(1), "2026-03-18T13:30:00Z"), "patrolTwoHourly")).toMatchObject({ state: "overdue", missed: 1 });
  });
  it("trains twice a year: half-yearly of 公众聚集场所 stands before yearly of key units", () => {
    const training = ask(mall, [], NOON).filter((duty) => duty.matter === "training" && duty.confirmed);
    expect(training.map((duty) => duty.key)).toEqual(["trainingHalfYearly"]);
  });
});

describe("rules nobody confirmed", () => {
  const tower = unit({ kind: "highRise", highRise: true });
  it("stand beside the confirmed one and are marked", () => {
    const checks = ask(tower, [], NOON).filter((duty) => duty.matter === "selfCheck");
    expect(checks.map((duty) => [duty.key, duty.confirmed])).toEqual([
      ["checkHalfMonthly", false],
      ["checkMonthly", true],
    ]);
  });
  it("hold alone once an administrator confirms them, in his cycle", () => {
    const checks = ask(tower, [], NOON, { "UD-07": { confirmed: true, every: "week" } }).filter((duty) => duty.matter === "selfCheck");
    expect(checks.map((duty) => [duty.key, duty.every, duty.confirmed])).toEqual([["checkHalfMonthly", "week", true]]);
  });
  it("go when he takes them out of use", () => {
    expect(ask(tower, [], NOON, { "UD-07": { off: true } }).map((duty) => duty.key)).not.toContain("checkHalfMonthly");
  });
});

describe("days off", () => {
  const hotel = unit({ kind: "hotel", grade: "key" });
  it("a closed unit owes nothing that day", () => {
    const closed = { ...hotel, opening: { ...hotel.opening, closedFrom: day("2026-03-01"), closedTo: day("2026-03-31") } };
    expect(one(ask(closed, [], NOON), "patrolTwoHourly")).toMatchObject({ state: "resting" });
    expect(one(ask(closed, [], NOON), "checkMonthly")).toMatchObject({ state: "resting" });
  });
  it("a deadline is the last open day of the period", () => {
    const weekends = unit({ opening: { ...unit().opening, restDays: [0, 6] } });
    expect(one(ask(weekends, [], "2026-05-20T04:00:00Z", {}), "checkMonthly")?.dueAt).toBe("2026-05-29T15:59:59.999Z");
  });
  it("a patrol missed on a holiday is none", () => {
    const factory = unit({ kind: "factory", grade: "key", opening: { ...unit().opening, closedOnHolidays: true } });
    expect(one(ask(factory, [did("patrol", "2026-10-01")], "2026-10-01T04:00:00Z"), "patrolDaily")).toMatchObject({ state: "resting" });
    expect(one(ask(factory, [], "2026-10-02T04:00:00Z"), "patrolDaily")).toMatchObject({ state: "due" });
  });
});

describe("periods", () => {
  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(day("2024-01-01"), n));
  const anyCycle = fc.constantFrom(...(Object.keys(cycles) as Cycle[]));
  it("hold their day, and follow one another without a gap", () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (cycle, each) => {
        const period = periodOf(cycle, each);
        const before = periodBefore(cycle, period);
        return (
          period.from <= each && each <= period.to && addDays(before.to, 1) === period.from && periodOf(cycle, before.from).to === before.to
        );
      }),
    );
  });
  it("one act in the period meets it, whatever else was missed", () => {
    const cyclic = fc.constantFrom<readonly [Evidence, string]>(["selfCheck", "checkMonthly"], ["drill", "drillYearly"]);
    fc.assert(
      fc.property(cyclic, anyDay, ([kind, key], on) => {
        const facts = unit({ startedOn: day("2020-01-01") });
        return one(ask(facts, [did(kind, on)], `${on}T06:00:00Z`), key)?.state === "met";
      }),
    );
  });
});
