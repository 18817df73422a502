import { describe, expect, it } from "vitest";
import { canonicalLines, commitmentOf, draw, FORMAT, seedOf } from "./draw-algorithm.ts";
import { type DrawPackage, verifyPackage } from "./package.ts";

function aPackage(): DrawPackage {
  const plan = {
    id: "d1",
    ask: 4,
    perObject: 2,
    objects: Array.from({ length: 12 }, (_, n) => ({
      id: `u${n + 10}`,
      class: "red",
      weight: n % 2 ? 400 : 50,
      area: 330_802_001_000_000,
    })),
    inspectors: ["p1", "p2", "p3"].map((id) => ({ id, lo: 330_802_000_000_000, hi: 330_802_999_999_999 })),
    conflicts: [["p1", "u11"] as const],
    last: [],
  };
  const list = [...canonicalLines(plan)];
  const commitment = commitmentOf(list);
  const seed = seedOf(commitment, "03 08 14");
  const done = draw(plan, seed);
  if ("problem" in done) throw new Error(done.problem.code);
  return {
    format: FORMAT,
    number: "330802-2026Q2-1",
    title: "第 1 批",
    organizer: null,
    algorithm: "docs/adr/0017",
    commitment: { sha256: commitment, publishedAt: "2026-03-13T01:00:00.000Z" },
    random: { text: "03 08 14", source: "双色球", at: "2026-03-15T13:15:00.000Z" },
    seed,
    list,
    result: done.picks.map(({ object, inspectors }) => ({ object, name: object, inspectors: [...inspectors], names: [...inspectors] })),
    redrawOf: null,
    void: null,
  };
}

describe("the package of a draw", () => {
  it("is recomputed from itself alone and found the same", () => {
    expect(verifyPackage(aPackage())).toEqual({ same: true, differs: [], objects: 12, picks: 4, inspectors: 3 });
  });
  const first = (given: DrawPackage) => given.result?.[0] as NonNullable<DrawPackage["result"]>[number];
  it.each([
    [
      "a unit exchanged in the result",
      (given: DrawPackage) => ({ ...given, result: [{ ...first(given), object: "u99" }, ...(given.result ?? []).slice(1)] }),
      "第 1 家不同",
    ],
    [
      "an inspector exchanged",
      (given: DrawPackage) => ({ ...given, result: [{ ...first(given), inspectors: ["p9", "p8"] }, ...(given.result ?? []).slice(1)] }),
      "第 1 家人员不同",
    ],
    [
      "a weight changed after the commitment",
      (given: DrawPackage) => ({
        ...given,
        list: (given.list ?? []).map((line) => line.replace("object|u11|red|400", "object|u11|red|50")),
      }),
      "承诺不同",
    ],
    [
      "a unit taken from the list",
      (given: DrawPackage) => ({ ...given, list: (given.list ?? []).filter((line) => !line.includes("|u12|")) }),
      "承诺不同",
    ],
    [
      "another public value",
      (given: DrawPackage) => ({ ...given, random: { text: "03 08 15", source: "双色球", at: "2026-03-15T13:15:00.000Z" } }),
      "种子不同",
    ],
    [
      "a public value from before the commitment",
      (given: DrawPackage) => ({ ...given, random: { text: "03 08 14", source: "双色球", at: "2026-03-12T13:15:00.000Z" } }),
      "随机数产生在承诺公布之前",
    ],
    ["lists not yet published", (given: DrawPackage) => ({ ...given, list: null }), "尚未公布"],
  ])("says what differs: %s", (_, change, said) => {
    const verdict = verifyPackage(change(aPackage()));
    expect(verdict.same).toBe(false);
    expect(verdict.differs.join()).toContain(said);
  });
});
