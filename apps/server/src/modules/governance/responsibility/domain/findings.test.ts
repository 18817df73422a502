import { expect, it } from "vitest";
import { type Fact, proposedOf } from "./findings.ts";

const fact = (organ: string, row: string, on: string): Fact => ({
  ...{ organ, organArea: 330_802_000_000_000, organName: organ, row, on },
  ...{ what: "季度研究消防工作", words: "逾期 40 天", href: "/x" },
});

it("an organ's facts make one proposal, from the day of the oldest", () => {
  const made = proposedOf([fact("甲", "1", "2026-02-01"), fact("甲", "2", "2026-01-05"), fact("乙", "3", "2026-02-03")], new Map());
  expect(made.map(({ organ, from, facts }) => [organ, from, facts.length])).toEqual([
    ["甲", "2026-01-05", 2],
    ["乙", "2026-02-03", 1],
  ]);
});

it("what was dismissed once is not proposed again; something new is", () => {
  const told = new Map([["甲", new Set(["1"])]]);
  expect(proposedOf([fact("甲", "1", "2026-02-01")], told)).toEqual([]);
  expect(proposedOf([fact("甲", "1", "2026-02-01"), fact("甲", "2", "2026-03-01")], told)).toMatchObject([
    { from: "2026-03-01", facts: [{ row: "2" }] },
  ]);
});
