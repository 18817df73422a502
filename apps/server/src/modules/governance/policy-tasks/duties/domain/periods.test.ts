import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { Rhythm } from "./duty.ts";
import { currentPeriod, periodsOf, type ToWorkday } from "./periods.ts";

const on = (text: string) => text as CalendarDate;
const asItIs: ToWorkday = (day) => day;
const winter: Rhythm = { kind: "every", every: "year", within: { from: "11-01", to: "03-31" } };
const force = { from: on("2024-06-01") };
const shown = (rhythm: Rhythm, from: string, to: string, given = force) =>
  periodsOf(rhythm, given, { from: on(from), to: on(to) }, asItIs).map(({ key, opensOn, dueOn }) => `${key} ${opensOn} ${dueOn}`);

describe("a winter and spring 冬春火灾防控 in one window", () => {
  it("belongs to the year in which it ends", () =>
    expect(shown(winter, "2025-01-01", "2027-01-31")).toEqual([
      "2025 2024-11-01 2025-03-31",
      "2026 2025-11-01 2026-03-31",
      "2027 2026-11-01 2027-03-31",
    ]));
  it("is current from its first day, and speaks until the next begins", () => {
    const current = (day: string) => currentPeriod(periodsOf(winter, force, { from: on(day), to: on(day) }, asItIs), on(day))?.key;
    expect([
      current("2026-10-31"),
      current("2026-11-01"),
      current("2026-12-31"),
      current("2027-01-01"),
      current("2027-03-31"),
      current("2027-08-01"),
    ]).toEqual(["2026", "2027", "2027", "2027", "2027", "2027"]);
  });
  it("that had begun before the document is not owed, and one that ends with it is cut", () =>
    expect(shown(winter, "2024-01-01", "2027-12-31", { from: on("2024-12-01"), to: on("2027-01-31") } as typeof force)).toEqual([
      "2026 2025-11-01 2026-03-31",
      "2027 2026-11-01 2027-01-31",
    ]));
  it("moves its last day to a working day where it says so", () => {
    const [first] = periodsOf({ ...winter, on: "workdays" } as Rhythm, force, { from: on("2026-01-01"), to: on("2026-01-01") }, (day) =>
      addDays(day, 1),
    );
    expect(first).toMatchObject({ dueOn: "2026-04-01", counted: { from: "2025-11-01", to: "2026-04-01" } });
  });
});
