import { expect, it } from "vitest";
import { completionOf } from "./layers.ts";

it("a layer is the mean of its parts that owe anything", () => {
  const { percent, parts } = completionOf([
    { key: "dutyLists", num: 9, den: 10, href: null },
    { key: "pledges", num: 1, den: 2, href: null },
    { key: "yearTasks", num: 0, den: 0, href: null },
  ]);
  expect(percent).toBe(70);
  expect(parts.map((part) => part.percent)).toEqual([90, 50, null]);
});

it("a layer that owes nothing has no figure", () =>
  expect(completionOf([{ key: "clauses", num: 0, den: 0, href: null }]).percent).toBeNull());
