import fc from "fast-check";
import { expect, it } from "vitest";
import type { PatrolPiece } from "./pieces.ts";
import { sumUp } from "./sum-up.ts";

const patrol = "01997c2e-8f00-7000-8000-000000000001";
const at = (minute: number) => `2026-03-18T06:${String(minute).padStart(2, "0")}:00.000Z`;
const id = (n: number) => `01997c2e-8f00-7000-8000-0000000001${String(n).padStart(2, "0")}`;
const begun: PatrolPiece = { id: id(0), kind: "patrolBegun", patrol, at: at(0), route: "第 1 网格", point: null };
const ended: PatrolPiece = { id: id(9), kind: "patrolEnded", patrol, at: at(40), words: "", point: null };
const visited = (n: number, place: string): PatrolPiece => ({
  id: id(n),
  kind: "pointVisited",
  patrol,
  at: at(n),
  place,
  unit: null,
  fine: true,
  note: "",
  point: null,
});
const problem = (n: number, place: string, onSpot: boolean): PatrolPiece => ({
  id: id(n),
  kind: "problemFound",
  patrol,
  at: at(n),
  place,
  what: "楼道堆物",
  onSpot,
  hazard: null,
});

it("a walk is no record before it has begun and ended", () => {
  expect(sumUp([begun, visited(1, "1 幢")])).toBeUndefined();
  expect(sumUp([visited(1, "1 幢"), ended])).toBeUndefined();
});

it("counts each place once, a place where something was found too, and what was put right on the spot", () => {
  const sum = sumUp([
    begun,
    visited(1, "1 幢"),
    visited(2, "1  幢"),
    visited(3, "2 幢"),
    problem(4, "2 幢", true),
    problem(5, "车棚", false),
    ended,
  ]);
  expect(sum).toMatchObject({
    objects: 3,
    problems: 2,
    onSpot: 1,
    foundWords: "2 幢：楼道堆物；车棚：楼道堆物",
    beganAt: at(0),
    endedAt: at(40),
  });
});

it("says that nothing was found, or the member's own words", () => {
  expect(sumUp([begun, visited(1, "1 幢"), ended])?.foundWords).toBe("未见异常");
  expect(sumUp([begun, { ...ended, words: "夜间加巡" } as PatrolPiece])?.foundWords).toBe("夜间加巡");
});

it("comes to the same in whatever order the facts arrived", () => {
  const facts = [begun, visited(1, "1 幢"), visited(3, "2 幢"), problem(4, "2 幢", true), problem(5, "车棚", false), ended];
  const expected = sumUp(facts);
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      expect(sumUp(shuffled)).toEqual(expected);
    }),
  );
});
