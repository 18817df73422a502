import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, type SnapshotHead, type SnapshotRow, sm3Of } from "./canonical.ts";

const head: SnapshotHead = {
  id: "01997c2e-8f00-7000-8000-000000000001",
  kind: "assessment.entrant",
  subject: "常山县 2025 年度",
  area: 330822000000000,
  query: { from: "2025-01-01", to: "2025-12-31" },
  figures: { score: 81.5 },
  ruleVersion: "QZ-COUNTY 3",
  at: "2025-12-31T16:00:00.000Z",
  byName: "系统",
};
const row = (content: unknown): SnapshotRow => ({ part: "4.3", ledger: "places.unit", rowId: null, version: 1, content });

describe("the text a hash is of", () => {
  it("has its keys in one order, however they were written", () => {
    expect(canonical({ b: 1, a: { d: [1, null], c: "是" } })).toBe('{"a":{"c":"是","d":[1,null]},"b":1}');
    expect(canonical({ a: undefined, b: 2 })).toBe('{"b":2}');
  });
  it("survives being stored as JSON and read again", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonical(JSON.parse(JSON.stringify(value))) === canonical(value)));
  });
});

describe("the hash", () => {
  it("is the same for the same rows and another for any change of head or rows", () => {
    const first = sm3Of(head, [row({ state: "intact" }), row({ state: "leaking" })]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(sm3Of({ ...head }, [row({ state: "intact" }), row({ state: "leaking" })])).toBe(first);
    const others = [
      sm3Of(head, [row({ state: "leaking" }), row({ state: "intact" })]),
      sm3Of(head, [row({ state: "intact" }), row({ state: "intact" })]),
      sm3Of(head, [row({ state: "intact" })]),
      sm3Of({ ...head, figures: { score: 81.6 } }, [row({ state: "intact" }), row({ state: "leaking" })]),
      sm3Of({ ...head, ruleVersion: "QZ-COUNTY 4" }, [row({ state: "intact" }), row({ state: "leaking" })]),
      sm3Of({ ...head, byName: "陈雪芳" }, [row({ state: "intact" }), row({ state: "leaking" })]),
    ];
    expect(new Set([first, ...others]).size).toBe(7);
  });
});
