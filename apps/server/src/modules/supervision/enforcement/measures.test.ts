import { expect, it } from "vitest";
import { measures } from "./measures.ts";

it("no figure of penalties counts what was decided not to be punished", () => {
  const ofPenalties = measures.filter(({ name }) => /penalties|fines/.test(name));
  expect(ofPenalties).toHaveLength(5);
  for (const { name, by } of ofPenalties) expect(JSON.stringify(by), name).toContain('"state":{"not":"exempt"}');
});
