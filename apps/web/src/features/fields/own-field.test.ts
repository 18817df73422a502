import { expect, it } from "vitest";
import { choicesOf, definitionOf, emptyDraft, fillOf, type OwnField, orderAfter, problemsOf } from "./own-field.ts";

it("choices are read one a line, key then name", () =>
  expect(choicesOf("night 夜间营业\n\n  dorm  有 宿舍 \n其他")).toEqual({ night: "夜间营业", dorm: "有 宿舍", 其他: "其他" }));
it("what does not belong to the kind is left out", () =>
  expect(definitionOf({ ...emptyDraft, label: "楼上住人", kind: "yes", unit: "人", min: "0", choices: "a\nb" })).toEqual({
    label: "楼上住人",
    kind: "yes",
    required: false,
  }));
it("a number keeps its unit and limits", () =>
  expect(definitionOf({ ...emptyDraft, label: "人数", kind: "integer", unit: "人", min: "0", max: "60" })).toMatchObject({
    unit: "人",
    min: 0,
    max: 60,
  }));
it("names what is missing or turned round", () =>
  expect(problemsOf({ ...emptyDraft, key: "Up stairs", kind: "integer", min: "9", max: "3" })).toEqual({
    label: "label",
    key: "key",
    max: "range",
  }));
it("one choice is no choice", () =>
  expect(problemsOf({ ...emptyDraft, label: "x", key: "use", kind: "choice", choices: "a" })).toEqual({ choices: "choices" }));
it("a clause needs document and number, old rows a value", () =>
  expect(problemsOf({ ...emptyDraft, label: "x", key: "use", clauseDocument: "浙消安委〔2025〕4号", old: "fill" })).toEqual({
    fill: "fill",
    clauseNumber: "clause",
  }));
it("a condition and a clause go with the definition, the value for old rows beside it", () => {
  const draft = {
    ...emptyDraft,
    label: "x",
    key: "use",
    appears: { kind: "shop" },
    clauseDocument: "文件",
    clauseNumber: "4.1.1",
  } as const;
  expect(definitionOf(draft)).toMatchObject({ appears: { kind: "shop" }, clause: { document: "文件", number: "4.1.1" } });
  expect(fillOf({ ...draft, old: "fill", fill: false })).toEqual({ fill: false });
  expect(fillOf({ ...draft, fill: false })).toEqual({});
});
it("a field moves past its neighbour of the same group, and not out of it", () => {
  const own = (key: string, group: string) =>
    ({ key, state: "active", definition: { label: key, kind: "text", group } }) as unknown as OwnField;
  const fields = [own("a", "人员"), own("b", "场所"), own("c", "人员")];
  expect(orderAfter(fields, own("c", "人员"), -1)).toEqual(["c", "b", "a"]);
  expect(orderAfter(fields, own("b", "场所"), 1)).toBeNull();
});
