import { describe, expect, it } from "vitest";
import { type Condition, chipsOf, isEmpty, merge, without, withTest } from "./condition.ts";
import type { FieldSchema } from "./schema.ts";

const fields: readonly FieldSchema[] = [
  { key: "kind", label: "类别", kind: "choice", choices: { food: "餐饮", hotel: "宾馆" } },
  { key: "areaM2", label: "面积", kind: "decimal", unit: "m²" },
  { key: "checkedOn", label: "上次检查", kind: "day" },
  { key: "networked", label: "已联网", kind: "yes" },
];
const now = Date.parse("2026-03-18T06:00:00Z");
const chips = (where: Condition) =>
  chipsOf(where, (key) => fields.find((field) => field.key === key), now).map(({ label, text }) => `${label}：${text}`);

describe("a condition becomes chips in words", () => {
  it.each<[Condition, string]>([
    [{ kind: "food" }, "类别：餐饮"],
    [{ kind: ["food"] }, "类别：餐饮"],
    [{ kind: ["food", "hotel"] }, "类别：2 个"],
    [{ kind: { not: ["food", "hotel"] } }, "类别：不是 餐饮、宾馆"],
    [{ areaM2: { from: 300 } }, "面积：≥ 300 m²"],
    [{ areaM2: { from: 300, to: 500 } }, "面积：300 m²–500 m²"],
    [{ checkedOn: { before: "today-180d" } }, "上次检查：早于 180 天前"],
    [{ checkedOn: { from: "2026-03-01" } }, "上次检查：3月1日 起"],
    [{ checkedOn: null }, "上次检查：无"],
    [{ networked: true }, "已联网：是"],
    [{ name: { like: "东风" } }, "name：含“东风”"],
    [{ open: true }, "办理：未办结"],
    [{ any: [{ kind: "food" }, { networked: true }] }, "任一：2 组条件"],
  ])("%j → %s", (where, chip) => expect(chips(where)).toEqual([chip]));
  it("one chip each, in the order they were set", () =>
    expect(chips({ networked: true, kind: "food" })).toEqual(["已联网：是", "类别：餐饮"]));
});

describe("changing a condition", () => {
  it("removes one field and leaves the rest", () =>
    expect(without({ kind: "food", networked: true }, "kind")).toEqual({ networked: true }));
  it("an empty choice is no condition", () => expect(withTest({ kind: ["food"] }, "kind", [])).toEqual({}));
  it("the person's own filter wins over the view's", () =>
    expect(merge({ kind: "food", open: true }, { kind: "hotel" })).toEqual({ kind: "hotel", open: true }));
  it("undefined tests count as none", () => expect(isEmpty({ kind: undefined })).toBe(true));
});
