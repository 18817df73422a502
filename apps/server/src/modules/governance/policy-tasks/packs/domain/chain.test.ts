import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { chainBefore, sinceOf } from "./chain.ts";
import type { Duty, Pack } from "./pack.ts";

const on = (text: string) => text as CalendarDate;
const duty = (more: Partial<Duty> = {}) =>
  ({ id: "LX-1/a", key: "a", text: "每季一会", target: { kind: "number", value: 1 }, ...more }) as Duty;
const pack = (...duties: readonly Duty[]) => ({ clauses: [{ id: "LX-1", duties }] }) as unknown as Pack;
const v2 = on("2026-03-18");

it("versions go on from one another while no day is missing", () => {
  const versions = [
    { from: on("2025-01-01"), to: on("2025-06-30") },
    { from: on("2025-08-01"), to: on("2025-12-31") },
    { from: on("2026-01-01"), to: on("2026-03-17") },
    { from: v2, to: null },
  ];
  expect(chainBefore(v2, versions).map(({ from }) => from)).toEqual(["2026-01-01", "2025-08-01"]);
  expect(chainBefore(on("2026-05-01"), versions)).toEqual([]);
});

describe("since when a duty is owed", () => {
  const before = (...duties: readonly Duty[]) => [{ from: on("2025-01-01"), pack: pack(...duties) }];
  it("a slip mended in its words changes nothing", () => {
    expect(sinceOf(duty({ text: "每季度一会" }), v2, before(duty()))).toEqual({ since: "2025-01-01", asSince: "2025-01-01" });
  });
  it("one that asks more runs on, and asks it of what had not ended", () => {
    expect(sinceOf(duty({ target: { kind: "number", value: 2 } }), v2, before(duty()))).toEqual({ since: "2025-01-01", asSince: v2 });
  });
  it("one that is new begins with its version", () => {
    expect(sinceOf(duty(), v2, before(duty({ id: "LX-1/b" })))).toEqual({ since: v2, asSince: v2 });
  });
});
