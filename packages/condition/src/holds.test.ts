import { describe, expect, it } from "vitest";
import { type Condition, fieldsOf, holds } from "./index.ts";

const row: Readonly<Record<string, unknown>> = {
  kind: "shop",
  floors: 3,
  live: true,
  name: "东风商厦",
  openedOn: "2020-05-01",
  checkedOn: "2026-01-10",
  seenAt: "2026-03-18T06:00:00.000Z",
  watch: ["guard"],
};
const moments = { today: "2026-03-18", now: new Date("2026-03-18T06:30:00Z") };
const ask = (condition: Condition) => holds(condition, (field) => ({ value: row[field], instant: field === "seenAt" }), moments);

describe("a condition asked of one row", () => {
  it.each<[Condition, boolean]>([
    [{}, true],
    [{ kind: "shop" }, true],
    [{ kind: ["hotel", "shop"] }, true],
    [{ kind: [] }, false],
    [{ kind: { not: "shop" } }, false],
    [{ live: true, floors: { from: 3 } }, true],
    [{ floors: { after: 3 } }, false],
    [{ floors: { to: 3, from: 3 } }, true],
    [{ name: { like: "商" } }, true],
    [{ openedOn: { before: { field: "checkedOn" } } }, true],
    [{ checkedOn: { before: "today-180d" } }, false],
    [{ seenAt: { from: "now-60m" } }, true],
    [{ seenAt: { from: "2026-03-18" } }, true],
    [{ watch: "guard" }, true],
    [{ watch: ["owner"] }, false],
    [{ any: [{ kind: "hotel" }, { floors: 3 }] }, true],
    [{ any: [{ kind: "hotel" }, { floors: 4 }] }, false],
  ])("%j → %s", (condition, answer) => expect(ask(condition)).toBe(answer));

  it.each<[Condition, boolean]>([
    [{ gone: "x" }, false],
    [{ gone: { from: 1 } }, false],
    [{ gone: null }, true],
    [{ gone: { set: false } }, true],
    [{ gone: { not: "x" } }, true],
    [{ gone: { not: ["x", "y"] } }, true],
    [{ floors: { from: { field: "gone" } } }, false],
  ])("what is not there passes no comparison: %j → %s", (condition, answer) => expect(ask(condition)).toBe(answer));

  it("names every field it speaks of, once", () =>
    expect(fieldsOf({ kind: "shop", openedOn: { before: { field: "checkedOn" } }, any: [{ kind: "a" }, { live: true }] })).toEqual([
      "kind",
      "openedOn",
      "checkedOn",
      "live",
    ]));
});
