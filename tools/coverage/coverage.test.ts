import { expect, it } from "vitest";
import { coveragePage, missingProofs, readServed } from "./main.ts";

it("every proof named for a clause exists", () => {
  expect(missingProofs(readServed())).toEqual([]);
});

it("a clause nobody serves says so", () => {
  const page = coveragePage([{ id: "XX-1", capability: "dispatch" }], []);
  expect(page).toContain("| XX-1 | dispatch | — | not served yet | |");
});
