import fc from "fast-check";
import { expect, it } from "vitest";
import { type Answer, differing, isLater, mayExempt, resultOf } from "./answers.ts";

const answer = (visit: string, item: string, outcome: Answer["outcome"], overruled = false): Answer => ({
  visit,
  item,
  outcome,
  overruled,
});

it("two visits of one day differ only in the items both answered otherwise", () => {
  const given = [
    answer("a", "1", "pass"),
    answer("a", "2", "fail"),
    answer("b", "1", "pass"),
    answer("b", "2", "pass"),
    answer("b", "3", "fail"),
  ];
  expect(differing(given)).toEqual(["2"]);
});

it("an overruled answer differs from nothing", () => {
  expect(differing([answer("a", "1", "pass", true), answer("b", "1", "fail")])).toEqual([]);
});

it.each([
  [{ finished: false, failed: 3, guidance: false }, "inProgress"],
  [{ finished: true, failed: 0, guidance: false }, "passed"],
  [{ finished: true, failed: 2, guidance: false }, "problems"],
  [{ finished: true, failed: 2, guidance: true }, "guided"],
] as const)("a visit %o came to %s", (visit, result) => {
  expect(resultOf(visit)).toBe(result);
});

it("the first violation is spared only while every failed item is minor", () => {
  expect([mayExempt(["minor", "minor"]), mayExempt(["minor", "general"]), mayExempt([])]).toEqual([true, false, false]);
});

it("whatever order answers arrive in, the same one stands", () => {
  const timed = fc.record({ answeredAt: fc.constantFrom("2026-03-18T01:00:00Z", "2026-03-18T02:00:00Z"), piece: fc.uuid() });
  const stands = (all: readonly { answeredAt: string; piece: string }[]) => all.reduce((best, next) => (isLater(next, best) ? next : best));
  fc.assert(
    fc.property(fc.uniqueArray(timed, { minLength: 1, selector: ({ piece }) => piece }), (all) => {
      expect(stands([...all].reverse())).toEqual(stands(all));
    }),
  );
});
