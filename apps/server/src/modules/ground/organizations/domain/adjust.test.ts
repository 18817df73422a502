import fc from "fast-check";
import { expect, it } from "vitest";
import { keyOfCode, levelOfKey, subtreeOf } from "#platform/values.ts";
import { type AdjustGround, type Adjustment, planAdjustment, type TreeArea } from "./adjust.ts";

const names: Readonly<Record<string, string>> = {
  "33": "浙江省",
  "3308": "衢州市",
  "330802": "柯城区",
  "330803": "衢江区",
  "330802007": "荷花街道",
  "330802008": "花园街道",
  "330803001": "樟潭街道",
  "330802007001": "新荷社区",
  "330802007002": "荷一社区",
  "330802008001": "花园社区",
  "330803001001": "樟潭社区",
};
const parentOf = (code: string): string | undefined =>
  Object.keys(names)
    .filter((each) => each !== code && code.startsWith(each))
    .at(-1);

function treeOf(codes: Readonly<Record<string, string>> = names, ended: readonly string[] = []): ReadonlyMap<number, TreeArea> {
  const fullName = (code: string): string => {
    const above = parentOf(code);
    return `${above ? fullName(above) : ""}${codes[code] ?? ""}`;
  };
  return new Map(
    Object.entries(codes).map(([code, name]): [number, TreeArea] => {
      const key = keyOfCode(code);
      const above = parentOf(code);
      return [
        key,
        {
          ...{ key, level: levelOfKey(key), parent: above ? keyOfCode(above) : null, code, name, fullName: fullName(code), pinyin: "" },
          ...{ lon: 118.8, lat: 28.9, attributes: {}, validFrom: null, validTo: ended.includes(code) ? "2026-03-31" : null },
        },
      ];
    }),
  );
}
const ground = (areas = treeOf()): AdjustGround => ({ areas, root: keyOfCode("3308"), on: "2026-07-01", pinyinOf: () => "" });
const plan = (adjustment: Adjustment, areas?: ReadonlyMap<number, TreeArea>) => planAdjustment(adjustment, ground(areas));
const [lotus, garden, kecheng, qujiang] = [keyOfCode("330802007"), keyOfCode("330802008"), keyOfCode("330802"), keyOfCode("330803")];
const moved = ({ plan: { moves } }: ReturnType<typeof plan>) => Object.fromEntries(moves.map(({ from, to, kind }) => [from, [kind, to]]));

it("two streets of one county become one: villages keep their number where it is free and take the highest where it is not", () => {
  const found = plan({ kind: "merge", areas: [lotus], into: { area: garden } });
  expect(found.problems).toEqual([]);
  expect(moved(found)).toEqual({
    [lotus]: ["merge", garden],
    [keyOfCode("330802007001")]: ["move", keyOfCode("330802008999")],
    [keyOfCode("330802007002")]: ["move", keyOfCode("330802008002")],
  });
  expect(found.plan.made.map(({ name, fullName, validFrom }) => [name, fullName, validFrom])).toEqual([
    ["新荷社区", "浙江省衢州市柯城区花园街道新荷社区", "2026-07-01"],
    ["荷一社区", "浙江省衢州市柯城区花园街道荷一社区", "2026-07-01"],
  ]);
});

it("a merger into a new area has a key of its own, the office's code where it gave one", () => {
  const given = { kind: "merge", areas: [lotus, garden], into: { parent: kecheng, name: "荷园街道", code: "330802009" } } as const;
  const made = plan(given).plan.made[0];
  expect(made).toMatchObject({ key: keyOfCode("330802009"), code: "330802009", fullName: "浙江省衢州市柯城区荷园街道", level: "town" });
  expect(made?.attributes).not.toHaveProperty("provisionalCode");
  const without = plan({ ...given, into: { ...given.into, code: null } }).plan.made[0];
  expect(without).toMatchObject({ key: keyOfCode("330802999"), attributes: { provisionalCode: true } });
});

it("a street moves to another county with all below it, in the same order", () => {
  const found = plan({ kind: "move", area: lotus, parent: qujiang, code: null });
  expect(moved(found)).toEqual({
    [lotus]: ["move", keyOfCode("330803007")],
    [keyOfCode("330802007001")]: ["move", keyOfCode("330803007001")],
    [keyOfCode("330802007002")]: ["move", keyOfCode("330803007002")],
  });
  expect(found.plan.made[1]).toMatchObject({ parent: keyOfCode("330803007"), fullName: "浙江省衢州市衢江区荷花街道新荷社区" });
});

it("a new name is said wherever the old one stood above", () => {
  const { plan: found, problems } = plan({ kind: "rename", area: lotus, name: "莲花街道" });
  expect(problems).toEqual([]);
  expect(found.moves).toEqual([]);
  expect(found.renamed.map(({ fullName }) => fullName)).toEqual([
    "浙江省衢州市柯城区莲花街道",
    "浙江省衢州市柯城区莲花街道新荷社区",
    "浙江省衢州市柯城区莲花街道荷一社区",
  ]);
});

it("a new street is made of villages of two others, which stay", () => {
  const takes = [keyOfCode("330802007001"), keyOfCode("330802008001")];
  const found = plan({ kind: "establish", parent: kecheng, name: "新新街道", code: "330802010", takes });
  expect(found.problems).toEqual([]);
  expect(found.plan.split).toEqual([
    { from: lotus, to: keyOfCode("330802010") },
    { from: garden, to: keyOfCode("330802010") },
  ]);
  expect(moved(found)).toEqual({
    [takes[0] ?? 0]: ["move", keyOfCode("330802010001")],
    [takes[1] ?? 0]: ["move", keyOfCode("330802010999")],
  });
});

it.each<[string, Adjustment]>([
  ["nothing", { kind: "merge", areas: [], into: { area: garden } }],
  ["itself", { kind: "merge", areas: [lotus], into: { area: lotus } }],
  ["other_level", { kind: "merge", areas: [lotus], into: { area: qujiang } }],
  ["other_level", { kind: "merge", areas: [lotus, qujiang], into: { area: garden } }],
  ["cycle", { kind: "merge", areas: [kecheng], into: { area: lotus } }],
  ["root", { kind: "merge", areas: [keyOfCode("3308")], into: { area: garden } }],
  ["root", { kind: "rename", area: keyOfCode("33"), name: "某省" }],
  ["unknown", { kind: "rename", area: keyOfCode("330899"), name: "某区" }],
  ["same_name", { kind: "rename", area: lotus, name: "荷花街道" }],
  ["name_taken", { kind: "rename", area: lotus, name: "花园街道" }],
  ["itself", { kind: "move", area: lotus, parent: lotus, code: null }],
  ["cycle", { kind: "move", area: kecheng, parent: lotus, code: null }],
  ["same_parent", { kind: "move", area: lotus, parent: kecheng, code: null }],
  ["other_level", { kind: "move", area: lotus, parent: garden, code: null }],
  ["code_taken", { kind: "move", area: lotus, parent: qujiang, code: "330803001" }],
  ["bad_code", { kind: "move", area: lotus, parent: qujiang, code: "330802011" }],
  ["bad_code", { kind: "establish", parent: kecheng, name: "新街道", code: "3308020", takes: [] }],
  ["other_level", { kind: "establish", parent: kecheng, name: "新街道", code: null, takes: [garden] }],
  ["name_taken", { kind: "establish", parent: kecheng, name: "花园街道", code: null, takes: [] }],
])("%s is refused", (reason, adjustment) => {
  expect(plan(adjustment).problems.map(({ code }) => code)).toContain(`organizations.adjust_${reason}`);
});

it("what has ended takes part in nothing, and its key is not given out again", () => {
  const areas = treeOf(names, ["330802008"]);
  expect(plan({ kind: "merge", areas: [lotus], into: { area: garden } }, areas).problems).toMatchObject([
    { code: "organizations.adjust_ended", params: { name: "花园街道", on: "2026-03-31" } },
  ]);
  const again = plan({ kind: "establish", parent: kecheng, name: "花园街道", code: "330802008", takes: [] }, areas);
  expect(again.problems).toMatchObject([{ code: "organizations.adjust_code_taken" }]);
});

it("a parent whose places are all given says so", () => {
  const full = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`3308${String(i + 1).padStart(2, "0")}`, `区${i + 1}`]));
  const areas = treeOf({ "33": "浙江省", "3308": "衢州市", ...full });
  expect(plan({ kind: "establish", parent: keyOfCode("3308"), name: "新区", code: null, takes: [] }, areas).problems).toMatchObject([
    { code: "organizations.adjust_no_key" },
  ]);
});

it("whatever is merged or moved: no two rows' places fall together but by a merger, and nothing moves onto what is there", () => {
  const towns = [lotus, garden, keyOfCode("330803001")];
  const any = fc.record({ from: fc.subarray(towns, { minLength: 1 }), to: fc.constantFrom(...towns) });
  fc.assert(
    fc.property(any, ({ from, to }) => {
      const { plan: found, problems } = plan({ kind: "merge", areas: from.filter((key) => key !== to), into: { area: to } });
      const carried = found.moves.filter(({ kind }) => kind === "move");
      const known = treeOf();
      return (
        problems.length > 0 ||
        (new Set(carried.map((each) => each.to)).size === carried.length &&
          carried.every((each) => !known.has(each.to) && levelOfKey(each.to) === levelOfKey(each.from)) &&
          found.moves.every((each) => each.to >= subtreeOf(to).lo && each.to <= subtreeOf(to).hi) &&
          !found.moves.some((each) => found.moves.some((other) => other.from === each.to)))
      );
    }),
  );
});
