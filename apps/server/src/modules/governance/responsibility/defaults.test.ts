import { expect, it } from "vitest";
import { organKinds } from "#modules/ground/organizations/index.ts";
import { unitKinds } from "#modules/ground/places/index.ts";
import { defaults, dutiesOf } from "./defaults.ts";

it("every kind of organ owes something, at every level", () => {
  for (const kind of Object.keys(organKinds))
    for (const level of ["city", "county", "town"]) expect(dutiesOf(kind, level).flatMap(({ words }) => words).length).toBeGreaterThan(0);
});

it("a town has the duties of a government and those of its own level", () => {
  expect(dutiesOf("government", "county").map(({ kind }) => kind)).toEqual(["leadership"]);
  expect(dutiesOf("government", "town").map(({ kind }) => kind)).toEqual(["leadership", "rural"]);
});

it("an organ nobody named has the general duty", () => expect(dutiesOf("tobacco", "city")).toEqual([defaults.others]));

const byKind = defaults.regulators.filter(({ basis }) => basis === "kind");

it("of two rules for one kind of unit only one is general, so that none depends on the order of the file", () => {
  const general = byKind.filter(({ nameHas }) => nameHas === undefined).flatMap(({ kinds }) => kinds);
  expect(general.length).toBe(new Set(general).size);
});

it("no kind of unit is without a department", () => {
  const owned = new Set<string>(byKind.filter(({ nameHas }) => nameHas === undefined).flatMap(({ kinds }) => kinds));
  expect(Object.keys(unitKinds).filter((kind) => !owned.has(kind))).toEqual([]);
});

it("the eight key industries each have units that fall to them", () => {
  const named = new Set<string>(defaults.regulators.map(({ organ }) => organ));
  expect(defaults.keyIndustries.filter((kind) => !named.has(kind))).toEqual([]);
  expect(defaults.keyIndustries).toHaveLength(8);
});

it("the rural list names a county, a town, a village and every department of the clause", () => {
  const bodies = defaults.rural.duties.map(({ organ, levels }) => `${organ}@${levels.join("+")}`);
  expect(bodies).toEqual(
    expect.arrayContaining([
      "government@county",
      "government@town",
      "community-committee@village",
      "politics-law@county",
      "agriculture@county",
    ]),
  );
});
