/** The worked examples of rules/major-hazards/ run as tests, and what no example may ever bring about. */
import { describe, expect, it } from "vitest";
import { editions, lastComplete } from "./editions.ts";
import { determine, type Given, type GivenElement, judge, judgeElement, tagsOf } from "./judge.ts";
import { type GivenExample, mayDecide, problemsOf, setInForce } from "./rule-set.ts";

const set = lastComplete();
const facts = ({ yes = [], no = [] }: GivenExample) => Object.fromEntries([...yes.map((i) => [i, true]), ...no.map((i) => [i, false])]);
const givenOf = (example: GivenExample): GivenElement => ({
  facts: facts(example),
  ...(example.values ? { values: example.values } : {}),
  ...(example.confirmed ? { confirmed: true } : {}),
});

describe.each(set.elements)("要素 $clause", (element) => {
  it.each(element.examples)("%j", ({ tags, given, state }) => {
    expect(judgeElement(element, givenOf(given), tagsOf(set, tags)).state).toBe(state);
  });
});

describe("判定", () => {
  it.each(set.verdicts)("$title", ({ tags, correctable, exclusions, elements, verdict, leaning }) => {
    const given: Given = {
      tags,
      correctable,
      exclusions,
      elements: Object.fromEntries(Object.entries(elements).map(([clause, each]) => [clause, givenOf(each)])),
    };
    const judged = judge(set, given);
    expect(judged.verdict).toBe(verdict);
    if (leaning) expect(judged.leaning).toBe(leaning);
  });

  it("has all direct and comprehensive elements of the 2017 edition, and at least forty examples", () => {
    expect(set.elements.filter(({ clause }) => clause.startsWith("6."))).toHaveLength(10);
    expect(set.elements.filter(({ clause }) => clause.startsWith("7."))).toHaveLength(39);
    expect(set.elements.flatMap(({ examples }) => examples).length + set.verdicts.length).toBeGreaterThanOrEqual(40);
  });

  it("never decides by what was only remembered, whatever is ticked beside it", () => {
    const remembered = set.elements.filter(({ confidence }) => !mayDecide(confidence));
    expect(remembered.length).toBeGreaterThan(20);
    const every: Given["tags"] = Object.fromEntries(Object.keys(set.tags).map((tag) => [tag, true]));
    const all = Object.fromEntries(
      remembered.map(({ clause, any }) => [clause, { facts: Object.fromEntries(any.map((_, i) => [i, true])) }]),
    );
    for (const tags of [every, { dense: true }, { hazardous: true }, { important: true }, {}])
      expect(judge(set, { tags, correctable: false, exclusions: {}, elements: all }).verdict).toBe("prompt");
  });

  it("counts only what it says: each threshold with what is met, unconfirmed and still possible", () => {
    const { counts } = judge(set, {
      tags: { hotel: true },
      correctable: false,
      exclusions: {},
      elements: { "7.3.1": { facts: { 1: true } }, "7.3.8": { facts: { 0: true } }, "7.2.2": { values: { damaged: 3 } } },
    });
    expect(counts.find(({ id }) => id === "MFH17-M8")).toMatchObject({
      applies: true,
      met: 1,
      withUnconfirmed: 2,
      possible: 2,
      reached: false,
    });
    expect(counts.find(({ id }) => id === "MFH17-M10")).toMatchObject({
      applies: true,
      met: 1,
      withUnconfirmed: 2,
      possible: 3,
      confirmed: false,
    });
    expect(counts.find(({ id }) => id === "MFH17-M11")).toMatchObject({ applies: false });
  });
});

describe("现行版本", () => {
  const broken: Given = {
    tags: { shop: true },
    correctable: false,
    exclusions: {},
    elements: { "6.5": { values: { exits: 1, requiredExits: 2 } } },
  };

  it("judges by the edition in force on the day of inspection", () => {
    expect(determine(editions, "2025-10-31", broken)).toMatchObject({
      edition: "GB 35181-2017",
      status: "complete",
      verdict: "direct",
      reference: null,
    });
  });

  it("from the first day of the 2025 edition decides nothing: its text is awaited, the 2017 edition is a reference", () => {
    const found = determine(editions, "2025-11-01", broken);
    expect(found).toMatchObject({ edition: "GB 35181-2025", status: "awaiting_official_text", verdict: "prompt", judgement: null });
    expect(found.reference).toMatchObject({ edition: "GB 35181-2017", verdict: "direct", by: ["6.5"] });
  });

  it("holds no edition for a day before the first", () => {
    expect(determine(editions, "2018-06-30", broken)).toMatchObject({ edition: null, status: "none", verdict: "prompt", reference: null });
    expect(setInForce(editions, "2018-07-01")?.edition).toBe("GB 35181-2017");
  });

  it("names what is wrong in a file", () => {
    const [first, ...rest] = set.elements;
    if (!first) throw new Error("no element");
    const twice = { ...set, elements: [first, first, { ...first, clause: "6.99", places: ["castle"] }, ...rest] };
    expect(problemsOf(twice)).toEqual(["要素 6.1 重复", "场所类别 castle 未说明"]);
  });
});
