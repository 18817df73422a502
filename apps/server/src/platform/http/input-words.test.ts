import { expect, it } from "vitest";
import { z } from "zod";
import { inputWords, labelOfInput, nulIn } from "./input-words.ts";

const said = (schema: z.ZodType, value: unknown, language: "zh" | "en" = "zh") =>
  schema.safeParse(value, { error: inputWords[language] }).error?.issues.map(({ message }) => message);

it.each([
  [z.string(), undefined, "必填"],
  [z.string(), 3, "须为文字"],
  [z.string().min(1), "", "不能为空"],
  [z.string().min(2), "甲", "至少 2 个字"],
  [z.string().max(2), "甲乙丙", "最多 2 个字"],
  [z.string().min(2, "请写明理由"), "甲", "请写明理由"],
  [z.number().int().min(1), 0, "不能小于 1"],
  [z.number().positive(), 0, "须大于 0"],
  [z.number().max(5), 6, "不能大于 5"],
  [z.array(z.string()).min(1), [], "至少 1 项"],
  [z.array(z.string()).max(1), ["甲", "乙"], "最多 1 项"],
  [z.uuid(), "甲", "编号不对"],
  [z.iso.date(), "昨天", "日期不对，应如 2026-03-18"],
  [z.enum(["a", "b"]), "c", "不在可选范围"],
  [z.strictObject({}), { 甲: 1 }, "没有这一项：甲"],
])("a fault is said as on a form: %#", (schema, value, words) => {
  expect(said(schema, value)).toEqual([words]);
});

it("in English as well", () => {
  expect(said(z.string().min(2), "a", "en")).toEqual(["needs at least 2 characters"]);
  expect(said(z.string(), undefined, "en")).toEqual(["is required"]);
});

it("a field is called what its ledger calls it, else by the common name, else not at all", () => {
  expect(labelOfInput(["reason"], "zh", { reason: "注销缘由" })).toBe("注销缘由");
  expect(labelOfInput(["reason", 0], "zh")).toBe("理由");
  expect(labelOfInput(["reason"], "en")).toBe("Reason");
  expect(labelOfInput(["toString"], "zh", {})).toBeUndefined();
  expect(labelOfInput([], "zh")).toBeUndefined();
});

it("the character U+0000 is found where it stands", () => {
  expect(nulIn({ a: [{ b: "x" }, { b: "x\0" }], c: 1, d: null })).toEqual(["a", "1", "b"]);
  expect(nulIn({ "a\0": 1 })).toEqual(["a"]);
  expect(nulIn({ a: Buffer.from("\0"), b: "x" })).toBeUndefined();
});
