import fc from "fast-check";
import { expect, it } from "vitest";
import { createMessages } from "#platform/messages.ts";
import { known, sound } from "../check.fixture.ts";
import { owedIn } from "../domain/owed.ts";
import { packText } from "../domain/schema.ts";
import { problemsOf } from "../domain/value-problems.ts";
import { messages } from "../messages.ts";
import { checkText } from "./check-text.ts";

const { say } = createMessages([messages]);
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

/** What is said of the sound pack after one slip: `line code` of each problem. */
function after(
  from: string,
  to: string,
): { readonly text: string; readonly said: readonly string[]; readonly sentences: readonly string[] } {
  expect(sound).toContain(from);
  const text = sound.replace(from, to);
  const { problems } = checkText(text, known);
  return {
    text,
    said: problems.map(({ line, code }) => `${line} ${code}`),
    sentences: problems.map(({ code, params }) => say(code, params, "zh")),
  };
}

it("a pack without a slip is read, with its duties and who owes them", () => {
  const { pack, problems, lines } = checkText(sound, known);
  expect(problems).toEqual([]);
  expect(lines.get("YX-1.2")).toBe(lineOf(sound, "id: YX-1.2") - 0);
  const owed = owedIn(pack ?? { clauses: [] }, known.city ?? { organs: [], areas: new Map() });
  expect(owed.map(({ duty, organs }) => [duty.id, organs.map(({ name }) => name)])).toEqual([
    ["YX-1.1/a", ["一县人民政府", "二县人民政府"]],
    ["YX-1.2/a", ["甲镇人民政府", "乙街道办事处", "丙乡人民政府"]],
    ["YX-1.2/b", ["云溪市消防救援支队"]],
    ["YX-1.2/c", ["云溪市消防救援支队"]],
    ["YX-1.2/d", ["云溪市消防救援支队"]],
  ]);
});

/** from, to, the part of the text at whose line it is said, code, and what the sentence must name. */
const slips: readonly (readonly [what: string, from: string, to: string, at: string, code: string, names: string])[] = [
  [
    "an unknown measure",
    "committee.meetings_government",
    "committee.meetings_goverment",
    "measure: committee",
    "unknown_measure",
    "committee.meetings_government",
  ],
  ["an unknown ledger", "of: places.unit", "of: places.units", "of: places.units", "unknown_ledger", "places.unit"],
  ["an unknown case", "case: hazard-loop.hazard", "case: hazard-loop.hazards", "case: hazard", "unknown_case", "hazard-loop.hazard"],
  ["a ledger where a case should stand", "case: hazard-loop.hazard", "case: places.unit", "case: places", "no_case", "ledger"],
  ["an unknown field in a condition", "all: { grade: key }", "all: { grad: key }", "grad: key", "unknown_field", "grade"],
  [
    "a selector that matches nobody",
    "lead: [fire-brigade@city, housing@city]",
    "lead: [fire-brigade@town, housing@city]",
    "lead: [fire-brigade@town",
    "nobody_at_level",
    "fire-brigade@county",
  ],
  [
    "a kind of organ that is not there",
    "lead: [fire-brigade@city, housing@city]",
    "lead: [fire-brigades@city, housing@city]",
    "lead: [fire-brigades",
    "nobody",
    "fire-brigade",
  ],
  ["an owner that matches nobody", "who: town", "who: housing@town", "who: housing@town", "nobody_at_level", "云溪市"],
  ["villages, which have no organs", "who: town", "who: village", "who: village", "no_village_organs", "云溪市"],
  ["a target without unit", "        unit: 次\n", "", "target: 1", "target_without_unit", "unit"],
  ["a unit that differs from the measure's", "unit: 次", "unit: 起", "unit: 起", "other_unit", "次"],
  ["a measure without target", "        target: 1\n        unit: 次\n", "", "measure: committee", "measure_without_target", "baseline"],
  [
    "two bindings",
    "document: 年度方案",
    "document: 年度方案\n        case: hazard-loop.hazard",
    "document: 年度方案",
    "two_bindings",
    "case",
  ],
  ["two rhythms", "every: quarter", "every: quarter\n        by: 2026-12-31", "by: 2026-12-31\n        target: 1", "two_rhythms", "every"],
  [
    "no binding",
    "        measure: committee.meetings_government\n        every: quarter\n        target: 1\n        unit: 次\n",
    "        every: quarter\n",
    "who: { level: county",
    "no_binding",
    "measure",
  ],
  ["no rhythm", "        every: quarter\n", "", "who: { level: county", "no_rhythm", "every"],
  ["a duplicate number", "id: YX-1.2", "id: YX-1.1", "id: YX-1.1\n    section: 一（二）", "same_id", "13"],
  ["a duplicate key of a duty", "key: c", "key: b", "key: b\n        case", "same_key", "重复"],
  ["a number of another document", "id: YX-1.2", "id: QZ-1.2", "id: QZ-1.2", "foreign_id", "YX-"],
  ["says missing", "    says: 市政消火栓都要能用。\n", "", "id: YX-1.2", "missing", "says"],
  ["a weight of nothing", "weight: 2", "weight: 0", "weight: 0", "too_small", "份量"],
  ["a weight above the whole", "weight: 2", "weight: 200", "weight: 200", "too_big", "100"],
  ["a weight in words", "weight: 2", "weight: 两分", "weight: 两分", "wrong_type", "数"],
  ["a date before the document", "by: 2026-03-31", "by: 2025-12-31", "by: 2025-12-31", "before_document", "2026-01-01"],
  ["a date after the document's end", "by: 2026-03-31", "by: 2028-01-01", "by: 2028-01-01", "after_document", "2027-12-31"],
  ["a day beyond all periods", "by: 2026-03-31", "by: 9999-12-31", "by: 9999-12-31", "far_day", "2100"],
  ["a day that is not in the calendar", "by: 2026-03-31", "by: 2026-02-30", "by: 2026-02-30", "no_such_day", "2026-02-30"],
  ["a document that ends before it begins", "to: 2027-12-31", "to: 2025-12-31", "to: 2025-12-31", "ends_before_start", "2025-12-31"],
  [
    "steps that go back",
    "by: 2026-06-30, target: 90",
    "by: 2026-12-31, target: 90",
    "by: 2026-12-31, target: 100",
    "steps_out_of_order",
    "2026-12-31",
  ],
  ["an unknown stage", "stage: start", "stage: begin", "stage: begin", "unknown_stage", "start"],
  ["an unknown part", "part: 一\n    title", "part: 二\n    title", "part: 二", "unknown_part", "一"],
  ["a slip in a key", "counts: own", "count: own", "count: own", "unknown_key", "counts"],
  ["an unknown subsystem", "subsystem: 综合保障", "subsystem: 保障", "subsystem: 保障", "not_a_choice", "综合保障"],
  ["a title too long", "title: 消火栓完好", "title: 这是一个无论如何都超过了二十个字的条款标题", "title: 这是", "too_long", "20"],
  ["nothing that follows", "    awaits: { capability: experts, why: 专家库还没有建立 }\n", "", "id: YX-1.3", "nothing_follows", "awaits"],
  [
    "a clause that follows itself",
    "lead: [government@county]\n",
    "lead: [government@county]\n    follows: { clause: YX-1.1 }\n",
    "follows",
    "circle",
    "YX-1.1 → YX-1.1",
  ],
  [
    "a clause that follows one that is not there",
    "lead: [government@county]\n",
    "lead: [government@county]\n    follows: { clause: YX-9 }\n",
    "follows",
    "unknown_clause",
    "YX-9",
  ],
  ["a document that rests on itself", "stages:\n", "superior: [{ title: 本文件, pack: YX }]\nstages:\n", "superior", "circle", "YX → YX"],
  [
    "a part of the year with months",
    "every: quarter",
    "every: quarter\n        within: 01-01..01-31",
    "within",
    "within_needs_year",
    "quarter",
  ],
  ["then without by", "every: quarter", "every: quarter\n        then: keep", "then: keep", "belongs_to", "by"],
  [
    "a target for a document",
    "document: 年度方案",
    "document: 年度方案\n        target: 1",
    "target: 1\n        by",
    "needs_no_target",
    "不写 target",
  ],
  ["an area that is no code", 'area: "999900"', "area: 云溪市", "area: 云溪市", "bad_area", "330800"],
  ["a selector in words", "who: town", "who: 乡镇", "who: 乡镇", "bad_selector", "town"],
];

it.each(slips)("%s is named at its line, with the remedy", (_, from, to, at, code, names) => {
  const { text, said, sentences } = after(from, to);
  expect(said[0]).toMatch(new RegExp(` packs\\.${code}$`));
  expect(said).toHaveLength(1);
  expect(Number(said[0]?.split(" ")[0])).toBeGreaterThanOrEqual(lineOf(text, at));
  expect(Number(said[0]?.split(" ")[0])).toBeLessThanOrEqual(lineOf(text, at) + 1);
  expect(sentences[0]).toContain(names);
});

it("a slip in one clause does not silence the others", () => {
  const text = sound.replace("subsystem: 安全责任", "subsystem: 责任").replace("of: places.unit", "of: places.units");
  expect(checkText(text, known).problems.map(({ code }) => code)).toEqual(["packs.not_a_choice", "packs.unknown_ledger"]);
});

it("a circle through another document is named with its way", () => {
  const packs = new Map([["SH", { title: "上位", superior: [], clauses: new Map([["SH-1", "YX-1.1"]]) }]]);
  const text = sound.replace("lead: [government@county]\n", "lead: [government@county]\n    follows: { pack: SH, clause: SH-1 }\n");
  const { problems } = checkText(text, { ...known, packs });
  expect(problems.map(({ code, params }) => [code, params.circle])).toEqual([["packs.circle", "YX-1.1 → SH-1 → YX-1.1"]]);
});

it("what is owed above a district that stands alone is said, and is no error", () => {
  const areas = new Map([...(known.city?.areas ?? [])].filter(([, { level }]) => level !== "city"));
  const organs = (known.city?.organs ?? []).filter(({ level }) => level !== "city");
  const district = { code: "999901", name: "一县", organs, areas };
  const said = checkText(sound, { ...known, city: district }).problems;
  expect([...new Set(said.map(({ code, severity }) => `${severity} ${code}`))]).toEqual(["warning packs.owed_above"]);
  expect(said.map(({ params }) => params.selector)).toContain("fire-brigade@city");
});

it("examples that do not come out as stated are named with what they come out as", () => {
  const text = sound.replace(
    "unit: 次\n",
    "unit: 次\n        examples:\n          - { on: 2026-04-01, value: 0, is: met }\n          - { on: 2026-03-31, value: 1, is: met }\n",
  );
  const { problems } = checkText(text, { ...known, judge: (_, { value }) => ((value ?? 0) >= 1 ? "met" : "overdue") });
  expect(problems.map(({ line, code, params }) => [line, code, params.found])).toEqual([
    [lineOf(text, "on: 2026-04-01"), "packs.example_differs", "逾期 overdue"],
  ]);
});

it.each([
  ["a: [", "packs.yaml"],
  ["\tpack: A", "packs.yaml"],
  ["pack: A\npack: B", "packs.yaml_same_key"],
  ["unit: %", "packs.yaml_quote"],
  ["a: b: c", "packs.yaml_nested"],
  ["--- \na: 1\n---\nb: 2", "packs.yaml_several"],
  ["", "packs.wrong_type"],
  ["- 1", "packs.wrong_type"],
])("text that is no pack is answered: %j", (text, code) => {
  const found = checkText(text, known).problems.map((problem) => problem.code);
  expect(found.some((each) => each.startsWith(code))).toBe(true);
});

it("aliases that multiply and deep nests are refused, not followed", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
    .split("")
    .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
    .join("\n")}\n`;
  expect(checkText(bomb, known).problems.length).toBeGreaterThan(0);
  expect(checkText("[".repeat(50_000), known).problems.map(({ code }) => code)).toEqual(["packs.too_deep"]);
  expect(checkText("? ".repeat(5_000), known).problems.map(({ code }) => code)).toEqual(["packs.too_deep"]);
  expect(checkText("- ".repeat(5_000), known).problems.map(({ code }) => code)).toEqual(["packs.too_deep"]);
});

it.each([
  ["a place that leads into itself", "pack: LX\nkind: &k [*k]", 2, "packs.yaml_alias"],
  ["an alias to nothing", "pack: LX\ntitle: *重点*", 2, "packs.yaml_alias"],
  ["text of another encoding", "pack: LX\ntitle: \ufffd\ufffd", 2, "packs.not_utf8"],
  ["a letter no database keeps", 'pack: LX\ntitle: "a\\0b"', 2, "packs.yaml_letter"],
  ["half a letter", 'pack: LX\ntitle: "\\ud83d"', 2, "packs.yaml_letter"],
  ["an escape that is none", 'pack: LX\ntitle: "C:\\数据"', 2, "packs.yaml_escape"],
  ["too much text", `pack: LX\ntitle: ${"长".repeat(2_000_001)}`, 1, "packs.text_too_long"],
])("%s is named at its line, in the writer's own language", (_, text, line, code) => {
  const { problems } = checkText(text, known);
  expect(problems.map((each) => [each.line, each.code])).toEqual([[line, code]]);
  for (const { params } of problems) expect(say(code, params, "zh")).not.toMatch(/[a-z]{4,} [a-z]{2,}/i);
});

it("a county's document that would bind the whole city is said to", () => {
  const { problems } = checkText(sound.replace('area: "999900"', 'area: "999901"'), known);
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning packs.area_below"]);
  expect(problems.map(({ code, params }) => say(code, params, "zh"))).toEqual([expect.stringContaining("只约束一县")]);
});

it("a part of the year may run over New Year", () => {
  const text = sound.replace("every: quarter", "every: year\n        within: 11-01..03-31");
  expect(checkText(text, known).problems).toEqual([]);
});

it("a value that leads into itself is shown, not followed", () => {
  const kind: unknown[] = [];
  kind.push(kind);
  const data = { pack: "LX", clauses: [{ kind }] };
  const { error } = packText.safeParse(data);
  expect(error && problemsOf(error, data).map(({ code }) => code)).toContain("packs.not_a_choice");
});

const everySentence = (text: string) => {
  for (const { code, params, line, column } of checkText(text, known).problems) {
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(text.split("\n").length + 1);
    expect(column).toBeGreaterThan(0);
    expect(messages).toHaveProperty([code]);
    for (const [, name = ""] of (messages[code] ?? []).join(" ").matchAll(/\{(\w+)\}/g)) expect(params).toHaveProperty([name]);
    for (const language of ["zh", "en"] as const) expect(say(code, params, language)).not.toMatch(/未能办理|undefined/);
  }
};

it("no text whatever crashes the reader, and everything said has its line and its words", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), everySentence), { numRuns: 300 });
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom("a", ":", " ", "\n", "-", "[", "{", "}", "]", "&", "*", "!", "|", "'", '"', "%", "#", "?", ","), {
          maxLength: 80,
        })
        .map((all) => all.join("")),
      everySentence,
    ),
    { numRuns: 500 },
  );
});

it("a pack with pieces cut out, doubled or replaced is answered", () => {
  const size = sound.length;
  const cut = fc.record({
    from: fc.nat(size),
    length: fc.nat(120),
    instead: fc.constantFrom("", "null", "[]", "{}", "x: y", "\n", "- ", "__proto__: 1", "2026-02-30", "💥"),
  });
  fc.assert(
    fc.property(cut, ({ from, length, instead }) => everySentence(sound.slice(0, from) + instead + sound.slice(from + length))),
    { numRuns: 400 },
  );
});
