import { expect, it } from "vitest";
import { demoCityOf } from "#modules/ground/places/index.ts";
import { casts } from "./cast.ts";

it.each(Object.keys(casts))("%s has a shopkeeper, whose shop is a small place of its demonstration city", async (city) => {
  const keepers = (casts[city] ?? []).filter(({ title }) => title === "店主");
  expect(keepers.map(({ role }) => role)).toEqual(["unit-manager"]);
  const { units } = await demoCityOf({ config: { city } } as Parameters<typeof demoCityOf>[0]);
  expect(keepers.map(({ name, unit }) => units.find((each) => each.name === unit && each.responsible === name)?.kind)).toEqual([
    "smallPlace",
  ]);
});
