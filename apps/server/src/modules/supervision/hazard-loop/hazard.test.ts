/** Whatever people do and in whatever order: a hazard always has somebody responsible, and none is closed that nobody looked at again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "#platform/actor.ts";
import { type CaseRow, decide } from "#platform/case/decide.ts";
import { eraseCase } from "#platform/case/define.ts";
import { calendarDate } from "#platform/values.ts";
import { hazard } from "./hazard.ts";

const declared = eraseCase(hazard);
const moves = Object.keys(declared.moves);
const today = calendarDate.parse("2026-03-18");
const now = new Date("2026-03-18T06:30:20Z");

const rights = ["find", "grade", "assign", "copy", "rectify", "review", "review-major"].map((right) => `hazard-loop.${right}`);
const person = (userId: string, organId: string | null, unitId: string | null, permissions: readonly string[]): Actor => ({
  userId,
  account: userId,
  name: userId,
  kind: unitId ? "unit" : "official",
  post: null,
  organId,
  organName: organId,
  area: { lo: 0, hi: 1e15 },
  areaName: "",
  unitId,
  permissions: new Set(permissions),
});
/** Two inspectors of one brigade, a clerk of a street, the shop's owner, and the system itself. */
const people: readonly (Actor | null)[] = [
  person("inspector", "brigade", null, rights),
  person("colleague", "brigade", null, rights),
  person("clerk", "street", null, rights.slice(0, -1)),
  person("owner", null, "shop", ["hazard-loop.find", "hazard-loop.rectify"]),
  null,
];

const given = fc.record(
  {
    grade: fc.constantFrom("minor", "general", "major"),
    rectifier: fc.constantFrom("unit", "organ"),
    rectifierOrgan: fc.constantFrom("street", "water"),
    dueOn: fc.constantFrom("2026-03-10", "2026-03-18", "2026-04-01", "2026-05-01"),
    rectifyNote: fc.constant("已改"),
    rectifyPhotos: fc.constantFrom([], ["photo"]),
    reviewNote: fc.constant("已看"),
    reviewPhotos: fc.constantFrom([], ["photo"]),
    plan: fc.constant("方案"),
    toOrgan: fc.constantFrom("street", "housing"),
    note: fc.constantFrom("", "说明"),
    listed: fc.boolean(),
  },
  { requiredKeys: [] },
);
const step = fc.record({ move: fc.constantFrom(...moves), who: fc.constantFrom(...people), given, coHandles: fc.boolean() });

const start = (unit: string | null): CaseRow => ({
  id: "hazard",
  area: 1,
  version: 1,
  state: "found",
  unit,
  supervisor: "brigade",
  dueAt: "2026-03-19T15:59:59.999Z",
  holderOrgan: "brigade",
  holderPost: null,
  holderPerson: null,
});

type Step = { readonly move: string; readonly who: Actor | null; readonly given: object; readonly coHandles: boolean };
type Walked = { readonly row: CaseRow; readonly made: readonly (Step & { readonly before: CaseRow; readonly after: CaseRow })[] };

function walk(unit: string | null, steps: readonly Step[]): Walked {
  let row = start(unit);
  const made: Walked["made"][number][] = [];
  for (const each of steps) {
    const context = { actor: each.who, now, today, settings: new Map(), openRequests: each.coHandles ? ["coHandle"] : [] };
    const decision = decide(declared, row, each.move, each.given as Record<string, unknown>, context);
    if (!decision.ok) continue;
    const before = row;
    row = { ...row, ...decision.value.values, version: row.version + 1 } as CaseRow;
    made.push({ ...each, before, after: row });
  }
  return { row, made };
}

const walks = fc.tuple(fc.constantFrom("shop", null), fc.array(step, { minLength: 1, maxLength: 60 }));
const runs = { numRuns: 3_000 };

describe("no order of moves", () => {
  it("leaves a hazard without a responsible organ, or an open one without a deadline", () => {
    fc.assert(
      fc.property(walks, ([unit, steps]) => {
        for (const { after } of walk(unit, steps).made) {
          expect(after.holderOrgan).toEqual(expect.any(String));
          expect(after.supervisor).toEqual(expect.any(String));
          if (!declared.states[after.state]?.end) expect(after.dueAt).toEqual(expect.any(String));
          if (after.state === "assigned") expect([after.rectifier === "organ", after.unit !== null]).toContain(true);
        }
      }),
      runs,
    );
  });

  it("closes one that nobody reviewed, reviewed his own work on, or has a co-handler's part open", () => {
    fc.assert(
      fc.property(walks, ([unit, steps]) => {
        for (const { move, who, before, after, coHandles } of walk(unit, steps).made) {
          if (after.state !== "closed") continue;
          expect(["close", "correctedOnSpot"]).toContain(move);
          expect(after.reviewedOn).toBe(today);
          if (who) expect(after.reviewedBy).toBe(who.userId);
          if (move === "close") {
            expect(before.state).toBe("rectified");
            expect(coHandles).toBe(false);
            if (who) expect(before.rectifiedBy).not.toBe(who.userId);
            if (after.grade !== "minor") expect(after.reviewPhotos).toEqual(["photo"]);
          } else expect(after.grade).toBe("minor");
        }
      }),
      runs,
    );
  });

  it("makes one major without determination, lets its unit review it, or moves what has ended", () => {
    fc.assert(
      fc.property(walks, ([unit, steps]) => {
        for (const { move, who, before, after } of walk(unit, steps).made) {
          expect(declared.states[before.state]?.end).not.toBe(true);
          if (after.grade === "major") expect(after.majorDecidedOn).toEqual(expect.any(String));
          if (who?.unitId) expect(["rectify", "makePlan", "note"]).toContain(move);
          if (after.grade === "major" && after.state === "closed" && who)
            expect(who.permissions.has("hazard-loop.review-major")).toBe(true);
        }
      }),
      runs,
    );
  });

  it("takes back alone what was determined collectively or hangs under a plate: it ends by review, by two, one of whom may review the major", () => {
    fc.assert(
      fc.property(walks, ([unit, steps]) => {
        for (const { move, who, before, after } of walk(unit, steps).made) {
          if (!before.majorDecidedOn && !before.listed) continue;
          if (before.majorDecidedOn) expect(after.grade).toBe("major");
          if (!declared.states[after.state]?.end) continue;
          expect(move).toBe("close");
          if (!who) continue;
          expect(before.rectifiedBy).not.toBe(who.userId);
          if (before.majorDecidedOn) expect(who.permissions.has("hazard-loop.review-major")).toBe(true);
        }
      }),
      runs,
    );
  });

  it("is a walk that goes somewhere: every state is reached", () => {
    const reached = new Set(
      fc.sample(walks, { numRuns: 2_000, seed: 1 }).flatMap(([unit, steps]) => walk(unit, steps).made.map(({ after }) => after.state)),
    );
    expect([...reached].sort()).toEqual(Object.keys(declared.states).sort());
  });
});
