import { describe, expect, it } from "vitest";
import { placeOf, type Regulated, type RegulatorRule, rulesFor } from "./regulators.ts";

const rule = (id: string, more: Partial<RegulatorRule>): RegulatorRule => ({
  ...{ id, basis: "kind", kinds: ["shop"], nameHas: null, unit: null, organKind: "commerce", rank: 0 },
  ...more,
});
const unit = (more: Partial<Regulated>): Regulated => ({
  ...{ id: "u", kind: "shop", name: "东风商厦", licences: [], inPort: false, ofState: false },
  ...more,
});

it.each([
  ["a shop falls to commerce", { kind: "shop", name: "东风商厦" }, "commerce"],
  ["a grain shop to the grain bureau, because the rule is narrower", { kind: "shop", name: "南门粮库" }, "grain"],
  ["a school to nobody yet", { kind: "school", name: "实验小学" }, undefined],
])("%s", (_, of, organKind) => {
  const placed = placeOf(unit(of), [rule("a", {}), rule("b", { nameHas: "粮库", organKind: "grain" })]);
  expect(placed.outcome === "rule" ? placed.rule.organKind : undefined).toBe(organKind);
});

it("a rule of higher rank goes before a narrower one", () => {
  const rules = [rule("b", { nameHas: "商厦", organKind: "market" }), rule("a", { rank: 5 })];
  expect(placeOf(unit({}), rules)).toMatchObject({ outcome: "rule", rule: { id: "a" } });
});

it("equal rules that name different departments decide nothing; two that agree do", () => {
  const disagree = [rule("a", { rank: 5 }), rule("c", { rank: 5, organKind: "health" }), rule("low", { organKind: "market" })];
  expect(placeOf(unit({}), disagree)).toMatchObject({ outcome: "conflict", rules: [{ id: "a" }, { id: "c" }] });
  expect(placeOf(unit({}), [rule("a", {}), rule("b", {})])).toMatchObject({ outcome: "rule", rule: { id: "a" } });
});

describe("what a rule knows a unit by", () => {
  const culture = rule("licensed", { basis: "licence", kinds: [], nameHas: "培训", organKind: "culture-tourism", rank: 6 });
  const port = rule("port", { basis: "port", kinds: [], organKind: "port", rank: 6 });
  const state = rule("state", { basis: "state", kinds: ["factory"], organKind: "state-assets", rank: 3 });
  const rules = [culture, port, state, rule("f", { kinds: ["factory"], organKind: "industry-information" })];

  it.each([
    ["a licence of that department", { kind: "other", licences: [{ what: "艺术培训机构", issuerKind: "culture-tourism" }] }, "licensed"],
    [
      "the same licence from another department does not count",
      { kind: "other", licences: [{ what: "培训", issuerKind: "education" }] },
      undefined,
    ],
    ["its place in a port", { kind: "factory", inPort: true }, "port"],
    ["its group, where the kind is one of the rule's", { kind: "factory", ofState: true }, "state"],
    ["its kind, where nothing else speaks", { kind: "factory" }, "f"],
  ])("%s", (_, of, id) => {
    expect(rulesFor(unit(of), rules)[0]?.id).toBe(id);
  });

  it("a licence and a port of equal rank wait for a decision, and one made for the unit ends it", () => {
    const both = unit({ licences: [{ what: "培训", issuerKind: "culture-tourism" }], inPort: true });
    const equal = [port, { ...culture, nameHas: null }];
    expect(placeOf(both, equal).outcome).toBe("conflict");
    const decided: RegulatorRule = { ...port, id: "d", unit: "u", rank: 10 };
    expect(placeOf(both, [...equal, decided])).toMatchObject({ outcome: "rule", rule: { id: "d" } });
  });
});
