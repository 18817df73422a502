import { expect, it } from "vitest";
import { clauseText, contextAt, isWholeLine, type NewClause, nextId, offsetOfLine, placeOfClause, quoted, versionMeant } from "./model.ts";

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

const empty: NewClause = {
  ...{ id: "LX-4", section: "一", title: "站点", says: "设站。", kind: "duty", subsystem: "安全责任", capability: "policy-tasks" },
  ...{ lead: "town", who: "", binding: "measure", name: "a.b", rhythm: "keep", by: "", every: "year", target: "", unit: "%" },
};
it("a target nobody gave is not written as nought, which every organ would meet", () => {
  expect(clauseText(empty)).not.toContain("target");
  expect(clauseText({ ...empty, target: "0" })).toContain("target: 0");
});

it.each([
  [
    "behind the last clause",
    "pack: LX\nclauses:\n  - id: LX-1\n    title: 一\n",
    "pack: LX\nclauses:\n  - id: LX-1\n    title: 一\n  - id: LX-2\n",
  ],
  ["before what follows the clauses", "clauses:\n- id: LX-1\n\nparts: []\n", "clauses:\n- id: LX-1\n- id: LX-2\n\nparts: []\n"],
  ["as the first", "pack: LX\nclauses:\n", "pack: LX\nclauses:\n  - id: LX-2\n"],
  ["into an empty list", "clauses: []\npack: LX\n", "clauses:\n  - id: LX-2\npack: LX\n"],
  ["where there are none yet", "pack: LX", "pack: LX\nclauses:\n  - id: LX-2\n"],
])("a clause is written %s", (_, before, after) => {
  const { from, to, insert } = placeOfClause(before, "  - id: LX-2\n");
  expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
});

it("a line that a problem shows is whole, a word is not", () => {
  expect([isWholeLine("ab\ncd\n", 3, 5), isWholeLine("ab\ncd\n", 3, 4), isWholeLine("ab\ncd\n", 3, 3)]).toEqual([true, false, false]);
});

it("a link by the name of a pack means the version in force, of that place, else the newest", () => {
  const version = (pack: string, area: number, number: number, state: "draft" | "inForce") => ({ pack, area, number, state });
  const all = [
    version("QZ", 330800, 2, "draft"),
    version("QZ", 330800, 1, "inForce"),
    version("QZ", 330802, 1, "inForce"),
    version("LX", 330800, 1, "draft"),
  ];
  expect(versionMeant(all, "QZ")).toBe(all[1]);
  expect(versionMeant(all, "QZ@330802")).toBe(all[2]);
  expect(versionMeant(all, "LX")).toBe(all[3]);
  expect(versionMeant(all, "ZZ")).toBeUndefined();
});
