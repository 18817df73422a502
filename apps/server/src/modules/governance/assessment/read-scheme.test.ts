import { describe, expect, it } from "vitest";
import { createMessages } from "#platform/messages.ts";
import { schemeChanges } from "./domain/scheme-changes.ts";
import { drawPlaces } from "./draw-places.ts";
import { messages } from "./messages.ts";
import { readScheme } from "./read-scheme.ts";
import { shippedSchemes } from "./shipped.ts";

const good = `scheme: T-1
title: 测试考核方案
issuer: 消安委
area: "330800"
of: county
from: 2025-01-01
gradesBasis: 国办发〔2013〕16号
grades: [{ name: 优秀, from: 90 }, { name: 不合格, from: 0 }]
groups: [{ name: 全部 }]
dimensions:
  - { name: 治理, weight: 60 }
  - { name: 保障, weight: 40 }
indicators:
  - id: "1.1"
    name: 按期整改率
    dimension: 治理
    weight: 60
    source: { measure: hazard-loop.on_time_rate }
    score: { linear: { from: 60, to: 95 } }
    examples: [{ value: 77.5, points: 30 }]
  - { id: "2.1", name: 经费, dimension: 保障, weight: 40, source: { hand: 决算 }, score: { step: [{ at: 1, points: 40 }] } }
`;
const measures = new Map([
  ["hazard-loop.on_time_rate", { unit: "%" }],
  ["hazard-loop.mean_days", { unit: "天" }],
]);
const errorsOf = (text: string) => {
  const reading = readScheme(text, measures);
  return reading.ok ? [] : reading.errors.map(({ line, code }) => [line, code.replace("assessment.", "")]);
};
const changed = (from: string | RegExp, to: string) => {
  const next = good.replace(from, to);
  expect(next).not.toBe(good);
  return errorsOf(next);
};

describe("a scheme's file", () => {
  it("reads when everything adds up", () => expect(errorsOf(good)).toEqual([]));
  it.each([
    [
      "a dimension whose indicators do not add up",
      "weight: 60 }",
      "weight: 55 }",
      [
        [11, "scheme_total"],
        [11, "scheme_dimension_sum"],
      ],
    ],
    ["a measure nobody has", "hazard-loop.on_time_rate", "hazard-loop.on_time", [[18, "scheme_unknown_measure"]]],
    ["a unit that is not the measure's", "on_time_rate }", "mean_days }", [[14, "scheme_unit"]]],
    ["an example that comes out otherwise", "points: 30 }", "points: 31 }", [[20, "scheme_example"]]],
    ["a step that never gives the weight", "points: 40 }", "points: 30 }", [[21, "scheme_step_full"]]],
    ["an id used twice", '"2.1"', '"1.1"', [[21, "scheme_twice"]]],
    [
      "a dimension nobody declared",
      "dimension: 保障",
      "dimension: 宣传",
      [
        [12, "scheme_dimension_sum"],
        [21, "scheme_unknown_dimension"],
      ],
    ],
    ["grades without a lowest", "from: 0 }]", "from: 10 }]", [[8, "scheme_no_lowest"]]],
    ["sizes nobody holds", "{ name: 全部 }", "{ name: 大, from: 350000 }", [[9, "scheme_groups_gap"]]],
    [
      "sizes two groups hold",
      "[{ name: 全部 }]",
      "[{ name: 小, below: 400000 }, { name: 大, from: 350000 }]",
      [[9, "scheme_groups_overlap"]],
    ],
    ["a key nobody knows", "issuer: 消安委", "issuer: 消安委\nissued: 2024", [[4, "scheme_unknown_key"]]],
    [
      "a line through one point",
      "from: 60, to: 95",
      "from: 95, to: 95",
      [
        [19, "scheme_flat"],
        [20, "scheme_example"],
      ],
    ],
    ["a day that is none", "from: 2025-01-01", "from: 2025年", [[6, "scheme_shape"]]],
    ["a scheme that ends before it begins", "from: 2025-01-01", "from: 2025-01-01\nto: 2024-01-01", [[7, "scheme_ends_before"]]],
  ] as const)("says by line: %s", (_, from, to, expected) => expect(changed(from, to)).toEqual(expected));
  it("that is no YAML says where it breaks", () => expect(errorsOf("scheme: [\n  a: {")[0]).toEqual([2, "packs.yaml_indent"]));
  it.each([
    [
      "aliases that multiply",
      `a: &a [x,x,x]\n${"bcdefgh".replaceAll(/./g, (key) => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      [2, "packs.yaml_alias"],
    ],
    ["an alias to nothing", "scheme: *nobody", [1, "packs.yaml_alias"]],
    ["an alias into itself", "grades: &g [*g]", [1, "packs.yaml_alias"]],
    ["a day that is not in the calendar", good.replace("from: 2025-01-01", "from: 2025-02-31"), [6, "scheme_shape"]],
  ])("%s is answered with its line", (_, text, found) => expect(errorsOf(text)).toContainEqual(found));
  it("says what is wrong in the language it is asked in", () => {
    const reading = readScheme(good.replace("title: 测试考核方案", "title: 短").replace("weight: 60 }", "weight: 多 }"));
    const said = (language: "zh" | "en") =>
      reading.ok ? [] : reading.errors.map(({ code, params }) => createMessages([messages]).say(code, params, language));
    expect(said("zh").join()).not.toMatch(/expected|Invalid|Too small/i);
    expect(said("en").join()).not.toMatch(/\p{Script=Han}/u);
  });
  it("names the measure most alike", () => {
    const reading = readScheme(good.replace("on_time_rate", "on_time"), measures);
    expect(reading.ok ? null : reading.errors[0]?.params.near).toBe("hazard-loop.on_time_rate");
  });
  it("says what a new edition changes", () => {
    const [before, after] = [
      readScheme(good),
      readScheme(
        good
          .replace("to: 95", "to: 90")
          .replace("points: 30", "points: 35")
          .replace(/ {4}examples.*\n/, ""),
      ),
    ];
    expect(before.ok && after.ok && schemeChanges(before.scheme, after.scheme)).toEqual(["1.1 计分办法改变"]);
  });
});

describe("the shipped schemes", () => {
  it("read, bind to measures that exist, and their examples hold", async () => {
    const { modules } = await import("../../../modules.ts");
    const known = new Map(modules.flatMap(({ measures: own }) => own ?? []).map((each) => [each.name, each]));
    const shipped = shippedSchemes();
    expect(shipped.map(({ code }) => code)).toEqual(["QZ-COUNTY", "TOWN"]);
    for (const { source } of shipped) expect(readScheme(source, known)).toMatchObject({ ok: true });
  });
});

describe("places to look at", () => {
  const lists = [1, 2].map((area) => ({
    id: `entrant ${area}`,
    area,
    places: Array.from({ length: 9 }, (_, i) => ({ key: area * 100 + i, name: `镇 ${area} ${i}` })),
  }));
  it("are the same for the same lists and number, and others for another number", () => {
    const first = drawPlaces("y", lists, 2, "03 08 15 + 06");
    expect(first.picks).toHaveLength(4);
    expect(drawPlaces("y", lists.toReversed(), 2, " 03 08  15 + 06 ")).toEqual(first);
    const others = Array.from({ length: 20 }, (_, i) => drawPlaces("y", lists, 2, `number ${i}`));
    expect(new Set(others.map(({ picks }) => picks.map(({ place }) => place).join())).size).toBeGreaterThan(10);
    expect(new Set(others.map(({ commitment }) => commitment)).size).toBe(1);
  });
  it("commit to the lists: a place more gives another digest", () => {
    const more = [{ ...lists[0], places: [...(lists[0]?.places ?? []), { key: 999, name: "新镇" }] }, lists[1]] as typeof lists;
    expect(drawPlaces("y", more, 2, "x").commitment).not.toBe(drawPlaces("y", lists, 2, "x").commitment);
  });
});

describe("what a scheme says of policy packs", () => {
  const packs = new Map([["QZ", new Set(["QZ-1.1", "QZ-2.1.2"])]]);
  const duty = (of: string) => good.replace("source: { hand: 决算 }", `source: { duty: ${of} }`);
  const read = (of: string) => {
    const reading = readScheme(duty(of), measures, packs);
    return reading.ok ? [] : reading.errors.map(({ line, code, params }) => ({ line, code, ...params }));
  };
  it("reads where the document and the clause are there", () => {
    expect(read("{ pack: QZ }")).toEqual([]);
    expect(read("{ pack: QZ, clause: QZ-2.1.2 }")).toEqual([]);
  });
  it("names a document nobody has and a clause it does not have, by line, with the nearest", () => {
    expect(read("{ pack: QX }")).toEqual([{ line: 21, code: "assessment.scheme_unknown_pack", pack: "QX", known: "QZ" }]);
    expect(read("{ pack: QZ, clause: QZ-2.1.3 }")).toEqual([
      { line: 21, code: "assessment.scheme_unknown_clause", pack: "QZ", clause: "QZ-2.1.3", near: "QZ-2.1.2" },
    ]);
  });
});
