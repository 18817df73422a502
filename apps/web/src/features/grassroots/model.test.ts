import { expect, it } from "vitest";
import { gradeOf } from "./model.ts";

it("a completeness of 95 is well kept, below 85 poor, and nothing is neither", () => {
  expect([gradeOf(100), gradeOf(95), gradeOf(94.9), gradeOf(85), gradeOf(84.9), gradeOf(0), gradeOf(null)]).toEqual([
    "met",
    "met",
    "soon",
    "soon",
    "overdue",
    "overdue",
    null,
  ]);
});
