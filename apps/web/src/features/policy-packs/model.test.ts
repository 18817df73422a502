import { expect, it } from "vitest";
import { clauseText, contextAt, nextId, offsetOfLine, quoted } from "./model.ts";

const text = `pack: LX
title: 要点
clauses:
  - id: LX-1
    title: 一
    lead: [fire-brigade@ci
    duties:
      - key: a
        measure: water-sou
        every: quarter
  - id: LX-2
    ti`;
const after = (part: string) => contextAt(text, text.indexOf(part) + part.length);

it("the cursor knows whether it stands in the head, a clause or a duty, at which key, with which word begun", () => {
  expect(after("title: 要")).toEqual({ level: "head", key: "title", word: "" });
  expect(after("fire-brigade@ci")).toEqual({ level: "clause", key: "lead", word: "fire-brigade@ci" });
  expect(after("measure: water-sou")).toEqual({ level: "duty", key: "measure", word: "water-sou" });
  expect(after("    ti")).toMatchObject({ level: "clause" });
  expect(contextAt(text, text.length)).toEqual({ level: "clause", key: null, word: "ti" });
});

it("a line begins where it begins, also past the end", () => {
  expect(text.slice(offsetOfLine(text, 4)).startsWith("  - id: LX-1")).toBe(true);
  expect(offsetOfLine("a", 9)).toBe(0);
});

it("the next number goes on from the last", () => {
  expect(nextId(text, "LX")).toBe("LX-3");
  expect(nextId("", "LX")).toBe("LX-1");
  expect(nextId("  - id: QZ-7.3.9", "QZ")).toBe("QZ-7.3.10");
});

it("text that YAML would misread is quoted", () => {
  expect(quoted("%")).toBe('"%"');
  expect(quoted("2025")).toBe('"2025"');
  expect(quoted("政府研究消防")).toBe("政府研究消防");
  expect(quoted("a: b")).toBe('"a: b"');
});

it("a filled-in clause becomes the lines a person would have written", () => {
  const filled = clauseText({
    id: "LX-3",
    section: "一（三）",
    title: "消火栓",
    says: "消火栓都要能用。",
    kind: "metric",
    subsystem: "综合保障",
    capability: "water-sources",
    lead: "fire-brigade@city，housing@city",
    who: "town",
    binding: "measure",
    name: "remote-monitoring.access_rate",
    rhythm: "by",
    by: "2026-12-31",
    every: "year",
    target: "80",
    unit: "%",
  });
  expect(filled).toBe(`  - id: LX-3
    section: 一（三）
    title: 消火栓
    says: 消火栓都要能用。
    kind: metric
    subsystem: 综合保障
    capability: water-sources
    lead: [fire-brigade@city, housing@city]
    duties:
      - key: a
        who: town
        measure: remote-monitoring.access_rate
        by: 2026-12-31
        target: 80
        unit: "%"
`);
});
