import { expect, it } from "vitest";
import { choicesOf, definitionOf, emptyDraft, problemsOf } from "./own-field.ts";

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
