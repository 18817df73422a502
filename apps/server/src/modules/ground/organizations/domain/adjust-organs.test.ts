import { expect, it } from "vitest";
import { keyOfCode, levelOfKey } from "#platform/values.ts";
import { type Adjustment, planAdjustment, type TreeArea } from "./adjust.ts";
import { type PlacedOrgan, planOrgans } from "./adjust-organs.ts";

const area = (code: string, name: string, parent: string | null): TreeArea => ({
  ...{ key: keyOfCode(code), level: levelOfKey(keyOfCode(code)), parent: parent ? keyOfCode(parent) : null, code, name, fullName: name },
  ...{ pinyin: "", lon: null, lat: null, attributes: {}, validFrom: null, validTo: null },
});
const areas = new Map(
  [
    area("3308", "衢州市", null),
    area("330802", "柯城区", "3308"),
    area("330803", "衢江区", "3308"),
    area("330802007", "荷花街道", "330802"),
    area("330802008", "花园街道", "330802"),
  ].map((each) => [each.key, each]),
);
const organ = (id: string, code: string, name: string, kind: string, parent: string | null = null): PlacedOrgan => ({
  ...{ id, area: keyOfCode(code), name, shortName: name, kind, level: levelOfKey(keyOfCode(code)), parent },
});
const organs = [
  organ("kc", "330802", "柯城区人民政府", "government"),
  organ("qj", "330803", "衢江区人民政府", "government"),
  organ("hh", "330802007", "荷花街道办事处", "government", "kc"),
  organ("hh-em", "330802007", "荷花街道应急管理所", "emergency", "hh"),
  organ("hh-x", "330802007", "荷花街道市容队", "other", "hh"),
  organ("hy", "330802008", "花园街道办事处", "government", "kc"),
];
const planned = (adjustment: Adjustment) =>
  planOrgans(organs, planAdjustment(adjustment, { areas, root: keyOfCode("3308"), on: "2026-07-01", pinyinOf: () => "" }).plan, areas);
const [lotus, garden] = [keyOfCode("330802007"), keyOfCode("330802008")];

it("of two offices one goes on; what the other place has not, comes along under a new name", () => {
  expect(planned({ kind: "merge", areas: [lotus], into: { area: garden } })).toEqual({
    ended: [{ from: "hh", to: "hy", into: "花园街道办事处" }],
    renamed: [
      { id: "hh-em", name: "花园街道应急管理所", shortName: "花园街道应急管理所" },
      { id: "hh-x", name: "花园街道市容队", shortName: "花园街道市容队" },
    ],
    under: [],
  });
});

it("in a new street the first office goes on under the new name, the second ends in it", () => {
  const into = { parent: keyOfCode("330802"), name: "荷园街道", code: null };
  const found = planned({ kind: "merge", areas: [lotus, garden], into });
  expect(found.ended).toEqual([{ from: "hy", to: "hh", into: "荷园街道办事处" }]);
  expect(found.renamed.map(({ name }) => name)).toContain("荷园街道办事处");
});

it("an office that moves stands under its kind over the new place; those inside it stay under it", () => {
  const found = planned({ kind: "move", area: lotus, parent: keyOfCode("330803"), code: null });
  expect(found).toEqual({ ended: [], renamed: [], under: [{ id: "hh", parent: "qj" }] });
});

it("offices bear the new name of their place", () => {
  const { renamed } = planned({ kind: "rename", area: lotus, name: "莲花街道" });
  expect(renamed.map(({ name }) => name)).toEqual(["莲花街道办事处", "莲花街道应急管理所", "莲花街道市容队"]);
});
