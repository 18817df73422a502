import { expect, it } from "vitest";
import { askedOf, emptyDraft, isFilled } from "./model.ts";

const draft = {
  ...emptyDraft("merge", "2026-07-01"),
  areas: [{ key: 1, name: "荷花街道" }],
  into: { key: 2, name: "花园街道" },
  parent: { key: 3, name: "柯城区" },
  name: " 荷园街道 ",
  code: "330802009",
};

it.each([
  ["merge", false, { into: 2, parent: null, name: null, code: null }],
  ["merge", true, { into: null, parent: 3, name: "荷园街道", code: "330802009" }],
  ["rename", false, { into: null, parent: null, name: "荷园街道", code: null }],
  ["move", true, { into: null, parent: 3, name: null, code: "330802009" }],
  ["establish", false, { into: null, parent: 3, name: "荷园街道", code: "330802009" }],
] as const)("%s (new: %s) sends what belongs to it", (kind, isFresh, expected) => {
  expect(askedOf({ ...draft, kind, isFresh })).toMatchObject({ kind, areas: [1], effectiveOn: "2026-07-01", ...expected });
});

it("nothing is tried without document and reason", () => {
  expect(isFilled(draft)).toBe(false);
  expect(isFilled({ ...draft, document: "衢政函〔2026〕12号", reason: "优化街道设置" })).toBe(true);
});
