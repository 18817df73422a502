import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalLines,
  commitmentOf,
  type DrawPlan,
  draw,
  numberBelow,
  planOfLines,
  problemOf,
  seedOf,
  withoutInspectors,
} from "./draw-algorithm.ts";

const SEED = createHash("sha256").update("示例").digest("hex");
const anObject = (n: number, weight = 100) => ({
  id: `u${String(n).padStart(6, "0")}`,
  class: "yellow",
  weight,
  area: 330_802_001_000_000 + n,
});
const anInspector = (n: number) => ({ id: `p${n}`, lo: 330_800_000_000_000, hi: 330_899_999_999_999 });
const aPlan = (values: Partial<DrawPlan> = {}): DrawPlan => ({
  id: "d1",
  ask: 3,
  perObject: 2,
  objects: Array.from({ length: 10 }, (_, n) => anObject(n)),
  inspectors: Array.from({ length: 4 }, (_, n) => anInspector(n)),
  conflicts: [],
  last: [],
  ...values,
});
const picksOf = (plan: DrawPlan, seed = SEED) => {
  const done = draw(plan, seed);
  if ("problem" in done) throw new Error(done.problem.code);
  return done.picks;
};

/** Any plan that can be drawn: many weights, areas, conflicts and earlier pairs. */
const anyPlan = fc
  .record({
    objects: fc.array(fc.tuple(fc.constantFrom(50, 100, 200, 400), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 60 }),
    inspectors: fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }),
    perObject: fc.integer({ min: 1, max: 2 }),
    askShare: fc.integer({ min: 1, max: 100 }),
    pairs: fc.array(fc.tuple(fc.nat(59), fc.nat(8), fc.nat(8)), { maxLength: 30 }),
    conflicts: fc.array(fc.tuple(fc.nat(8), fc.nat(59)), { maxLength: 25 }),
  })
  .map(({ objects, inspectors, perObject, askShare, pairs, conflicts }) => {
    const plan = aPlan({
      perObject,
      objects: objects.map(([weight, town], n) => ({ ...anObject(n, weight), area: 330_802_000_000_000 + town * 1_000_000 })),
      inspectors: inspectors.map((city, n) => ({
        id: `p${n}`,
        lo: 330_802_000_000_000,
        hi: city ? 330_802_999_999_999 : 330_802_001_999_999,
      })),
      conflicts: conflicts.map(([p, o]) => [`p${p}`, anObject(o).id] as const),
      last: pairs
        .filter(([, a, b]) => a !== b)
        .map(([o, a, b]) => [anObject(o).id, `p${a}`, `p${b}`] as const)
        .filter(([o], i, all) => all.findIndex(([each]) => each === o) === i),
    });
    const out = new Set(withoutInspectors(plan));
    const left = plan.objects.filter(({ id }) => !out.has(id));
    return { ...plan, objects: left, ask: Math.max(1, Math.ceil((left.length * askShare) / 100)) };
  })
  .filter((plan) => plan.objects.length > 0);
const anySeed = fc.string({ minLength: 1, maxLength: 12 }).map((text) => createHash("sha256").update(text).digest("hex"));

describe("properties of every draw", () => {
  it("draws as many as asked, none twice, all from the list, with the inspectors asked for", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        const picks = picksOf(plan, seed);
        const known = new Set(plan.objects.map(({ id }) => id));
        expect(picks).toHaveLength(plan.ask);
        expect(new Set(picks.map(({ object }) => object)).size).toBe(plan.ask);
        expect(picks.every(({ object, inspectors }) => known.has(object) && new Set(inspectors).size === plan.perObject)).toBe(true);
      }),
    );
  });
  it("sends nobody whom a conflict bars, nor outside his area", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        const barred = new Set(plan.conflicts.map((pair) => pair.join(" ")));
        for (const { object, inspectors } of picksOf(plan, seed)) {
          const area = plan.objects.find(({ id }) => id === object)?.area ?? 0;
          for (const id of inspectors) {
            const person = plan.inspectors.find((each) => each.id === id);
            expect(barred.has(`${id} ${object}`)).toBe(false);
            expect(person && area >= person.lo && area <= person.hi).toBe(true);
          }
        }
      }),
    );
  });
  it("does not send the same two to the same place twice running while another can go", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        if (plan.perObject !== 2) return;
        for (const { object, inspectors, samePairAgain } of picksOf(plan, seed)) {
          const before = plan.last.find(([each]) => each === object)?.slice(1);
          const same = before?.every((id) => inspectors.includes(id)) ?? false;
          expect(same).toBe(samePairAgain);
          if (!same) continue;
          const area = plan.objects.find(({ id }) => id === object)?.area ?? 0;
          const able = plan.inspectors.filter(
            ({ id, lo, hi }) => area >= lo && area <= hi && !plan.conflicts.some(([p, o]) => p === id && o === object),
          );
          expect(able).toHaveLength(2);
        }
      }),
    );
  });
  it("does not depend on the order in which the lists were written down", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        const mixed = {
          ...plan,
          objects: [...plan.objects].reverse(),
          inspectors: [...plan.inspectors].reverse(),
          conflicts: [...plan.conflicts].reverse(),
          last: [...plan.last].reverse(),
        };
        expect(picksOf(mixed, seed)).toEqual(picksOf(plan, seed));
        expect(commitmentOf(canonicalLines(mixed))).toBe(commitmentOf(canonicalLines(plan)));
      }),
    );
  });
  it("comes back whole from its published lines", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        const lines = canonicalLines(plan);
        const back = planOfLines(lines);
        expect(back && canonicalLines(back)).toEqual(lines);
        expect(back && picksOf(back, seed)).toEqual(picksOf(plan, seed));
      }),
    );
  });
  it("spreads the work: without conflicts, nobody has two visits more than another", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 40 }), anySeed, (people, ask, seed) => {
        const plan = aPlan({
          ask,
          objects: Array.from({ length: 40 }, (_, n) => anObject(n)),
          inspectors: Array.from({ length: people }, (_, n) => anInspector(n)),
        });
        const load = new Map(plan.inspectors.map(({ id }) => [id, 0]));
        for (const { inspectors } of picksOf(plan, seed)) for (const id of inspectors) load.set(id, (load.get(id) ?? 0) + 1);
        expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the arithmetic, written a second time", () => {
  /** As somebody else would do it from the description: big integers and a plain list, no tree. */
  function plainly(plan: DrawPlan, seed: string): string[] {
    const left = [...plan.objects].sort((a, b) => (a.id < b.id ? -1 : 1));
    const drawn: string[] = [];
    for (let k = 0; k < plan.ask; k++) {
      const total = left.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
      const most = 2n ** 128n - (2n ** 128n % total);
      let value = most;
      for (let again = 0; value >= most; again++)
        value = BigInt(`0x${createHmac("sha256", Buffer.from(seed, "hex")).update(`draw|${k}|${again}`).digest("hex").slice(0, 32)}`);
      let rest = value % total;
      const at = left.findIndex(({ weight }) => {
        if (rest < BigInt(weight)) return true;
        rest -= BigInt(weight);
        return false;
      });
      drawn.push(left.splice(at, 1)[0]?.id ?? "");
    }
    return drawn;
  }
  it("gives the same objects in the same order", () => {
    fc.assert(
      fc.property(anyPlan, anySeed, (plan, seed) => {
        expect(picksOf(plan, seed).map(({ object }) => object)).toEqual(plainly(plan, seed));
      }),
    );
  });
  it("draws by weight: four times the weight comes first about four times as often", () => {
    const plan = aPlan({ ask: 1, objects: [anObject(0, 400), anObject(1, 100)] });
    let heavy = 0;
    for (let n = 0; n < 2_000; n++) if (picksOf(plan, seedOf("00", `第 ${n} 期`))[0]?.object === "u000000") heavy++;
    expect(heavy).toBeGreaterThan(1_530);
    expect(heavy).toBeLessThan(1_670);
  });
  it("a number below n is below n", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000), (below, k) => numberBelow(below, SEED, k) < below));
  });
  it("stays as it is: known lists, known value, known picks", () => {
    const plan = aPlan();
    const commitment = commitmentOf(canonicalLines(plan));
    const picks = picksOf(plan, seedOf(commitment, " 03 08 14 19 26 31  11 "));
    expect(seedOf(commitment, "03 08 14 19 26 31 11")).toBe(seedOf(commitment, " 03 08 14 19 26 31  11 "));
    expect([commitment, picks]).toMatchInlineSnapshot(`
      [
        "89e41dc8d849689da1f2cd2864edd6523fec5a8a57d06727195dbac6abf30d4b",
        [
          {
            "inspectors": [
              "p1",
              "p2",
            ],
            "object": "u000006",
            "samePairAgain": false,
          },
          {
            "inspectors": [
              "p3",
              "p0",
            ],
            "object": "u000002",
            "samePairAgain": false,
          },
          {
            "inspectors": [
              "p1",
              "p0",
            ],
            "object": "u000008",
            "samePairAgain": false,
          },
        ],
      ]
    `);
  });
});

describe("what cannot be drawn", () => {
  it("fewer objects than asked: the answer says how many, and nothing is drawn", () => {
    expect(draw(aPlan({ ask: 11 }), SEED)).toEqual({
      problem: { code: "inspection.draw_too_few_objects", params: { objects: 10, ask: 11 } },
    });
  });
  it("an object without two who may go is named, and left out before the lists are frozen", () => {
    const conflicts = [0, 1, 2].map((n) => [`p${n}`, "u000004"] as const);
    expect(problemOf(aPlan({ conflicts }))).toMatchObject({
      code: "inspection.draw_too_few_inspectors",
      params: { object: "u000004", able: 1 },
    });
    expect(withoutInspectors(aPlan({ conflicts }))).toEqual(["u000004"]);
  });
  it.each([
    ["a weight that is no whole number", { objects: [anObject(0, 0.5)], ask: 1 }],
    ["an object twice", { objects: [anObject(0), anObject(0)], ask: 1 }],
    ["an inspector twice", { inspectors: [anInspector(0), anInspector(0)] }],
  ])("%s is no list", (_, change) => {
    expect(problemOf(aPlan(change))?.code).toBe("inspection.draw_bad_list");
  });
});
