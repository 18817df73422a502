/** Who decides about whom. */
import { expect, it } from "vitest";
import { subtreeOf } from "#platform/values.ts";
import { isOver } from "./over.ts";

const city = 330_800_000_000_000;
const county = 330_802_000_000_000;
const town = 330_802_001_000_000;

it.each([
  ["the city about its county", city, { run: city, about: county }, true],
  ["the county about itself", county, { run: city, about: county }, false],
  ["the county about its town in its own year", county, { run: county, about: town }, true],
  ["the county about its town in the city's year", county, { run: city, about: town }, false],
  ["the city about a town in the county's year", city, { run: county, about: town }, true],
  ["the town about itself", town, { run: county, about: town }, false],
])("%s", (_, actor, judged, may) => {
  expect(isOver(subtreeOf(actor), judged)).toBe(may);
});
