import { expect, it } from "vitest";
import { answered, answerOf, type Draft, groupOf, lineOf, withLine } from "./model.ts";

const draft: Draft = {
  inspectedOn: "2025-10-20",
  tags: [],
  tagsUnknown: [],
  correctable: "unknown",
  exclusions: [],
  exclusionsUnknown: [],
  elements: [],
  papers: [],
  remark: null,
};

it("a line is kept while something stands in it, and goes when it is emptied", () => {
  const one = withLine(draft, { ...lineOf(draft, "6.5", 0), first: 1 });
  expect(one.elements).toHaveLength(1);
  const two = withLine(one, { ...lineOf(one, "6.5", 0), second: 2 });
  expect(two.elements).toEqual([expect.objectContaining({ clause: "6.5", way: 0, first: 1, second: 2 })]);
  expect(withLine(two, { ...lineOf(two, "6.5", 0), first: null, second: null }).elements).toEqual([]);
});

it("a name stands in one of the two lists at most", () => {
  const [yes, unknown] = answered(["shop"], ["hotel"], "hotel", "yes");
  expect([yes, unknown]).toEqual([["shop", "hotel"], []]);
  expect(answerOf(yes, unknown, "hotel")).toBe("yes");
  expect(answered(yes, unknown, "shop", "unknown")).toEqual([["hotel"], ["shop"]]);
  expect(answerOf([], [], "metro")).toBe("no");
});

it("direct elements are one group, the others go by section", () => {
  expect(["6.10", "7.3.12", "7.5"].map(groupOf)).toEqual(["6", "7.3", "7.5"]);
});
