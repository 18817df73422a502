import { holds } from "@suiren/condition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineMeasure } from "#platform/measure/define.ts";
import { failingWhere, filterBehind } from "./spoil-filter.ts";

const hydrant = { name: "water-sources.hydrant" };
const span = { from: "2026-01-01", to: "2026-03-31" };
const share = (where: object, of: object = {}) =>
  defineMeasure("m.x", { label: "率", unit: "%", by: { share: { of: hydrant, ...of }, where: where as never } });

describe("the filter behind a figure", () => {
  it.each([
    [{ state: "intact" }, { kind: "municipal" }, { kind: "municipal", state: { not: "intact" } }],
    [{ closedOn: { set: true } }, {}, { closedOn: { set: false } }],
    [{ pressure: { from: 0.1 } }, {}, { any: [{ pressure: { before: 0.1 } }, { pressure: { set: false } }] }],
    [{ open: false }, {}, { open: true }],
    [{ state: "intact", open: true }, {}, { any: [{ state: { not: "intact" } }, { open: false }] }],
    [{ kind: "a" }, { kind: ["a", "b"] }, { kind: ["a", "b"], any: [{ kind: { not: "a" } }] }],
  ])("rows that are not %j, of %j: %j", (good, where, filter) => expect(failingWhere(where as never, good as never)).toEqual(filter));

  it.each([{ any: [{ a: 1 }, { b: 2 }] }, { name: { like: "x" } }])("%j has none", (good) =>
    expect(failingWhere({}, good as never)).toBeUndefined(),
  );

  it("a flow names its days, and the period's moments by their days", () => {
    expect(filterBehind(share({ closedOn: { to: "period.end" } }, { on: "dueOn", where: { kind: "x" } }), span)).toEqual({
      kind: "x",
      dueOn: { from: "2026-01-01", to: "2026-03-31" },
      any: [{ closedOn: { after: "2026-03-31" } }, { closedOn: { set: false } }],
    });
    expect(filterBehind(defineMeasure("m.n", { label: "次", unit: "次", by: { count: { of: hydrant, on: "heldOn" } } }), span)).toEqual({
      heldOn: { from: "2026-01-01", to: "2026-03-31" },
    });
    expect(filterBehind(defineMeasure("m.g", { label: "率", unit: "%", by: { given: "job" } }), span)).toBeNull();
  });

  it("every row either is good or is found, never both", () => {
    const value = fc.constantFrom(undefined, 0, 1, 2, 3);
    const test = fc.oneof(
      fc.constantFrom(0, 1, 2, 3),
      fc.record({ from: fc.constantFrom(1, 2) }),
      fc.record({ from: fc.constantFrom(0, 1), to: fc.constantFrom(2, 3) }),
      fc.record({ set: fc.boolean() }),
      fc.record({ not: fc.constantFrom(0, 1) }),
      fc.constant([1, 2]),
    );
    const good = fc.record({ a: test, b: test }, { requiredKeys: ["a"] });
    fc.assert(
      fc.property(good, value, value, (condition, a, b) => {
        const row = { a, b };
        const ask = (where: object) =>
          holds(where as never, (field) => ({ value: row[field as "a" | "b"] }), { today: "2026-03-18", now: new Date(0) } as never);
        const filter = failingWhere({}, condition as never);
        expect(filter).toBeDefined();
        expect(ask(filter ?? {})).toBe(!ask(condition));
      }),
    );
  });
});
