import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { endOn, givenUp, type InForce } from "./take-effect.ts";

const on = (text: string) => text as CalendarDate;
const version = (number: number, from: string, to: string | null): InForce => ({
  id: `v${number}`,
  number,
  from: on(from),
  to: to === null ? null : on(to),
});

describe("the last day of a version", () => {
  const force = { from: on("2026-01-01"), to: on("2026-06-30") };
  it.each([
    ["2026-07-01", "packs.ends_after_end"],
    ["2025-12-31", "packs.ends_before_start"],
    ["2026-06-30", undefined],
    ["2026-01-01", undefined],
  ])("%s: %s", (day, code) => expect(endOn(on(day), force, [])?.code).toBe(code));
  it("may be any where it has no end, but in no frozen year", () => {
    expect(endOn(on("2030-01-01"), { ...force, to: null }, [])).toBeUndefined();
    expect(endOn(on("2026-05-01"), force, [2026])?.code).toBe("packs.frozen_year");
  });
});

it("one that is called off gives way back to the one that ended for it", () => {
  const others = [version(1, "2024-01-01", "2025-12-31"), version(2, "2026-01-01", "2026-06-30")];
  expect(givenUp(on("2026-07-01"), others)?.number).toBe(2);
  expect(givenUp(on("2026-08-01"), others)).toBeUndefined();
});
