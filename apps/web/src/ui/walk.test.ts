import { expect, it } from "vitest";
import { nextCell } from "./walk.ts";

const filled = [
  [true, false, true],
  [false, false, true],
  [true, true, false],
];

it.each([
  [
    [0, 0],
    [0, 1],
    [0, 2],
  ],
  [
    [0, 0],
    [1, 0],
    [2, 0],
  ],
  [
    [0, 2],
    [1, 0],
    [1, 2],
  ],
  [
    [2, 1],
    [-1, 0],
    [2, 1],
  ],
  [
    [0, 0],
    [-1, 0],
    [0, 0],
  ],
  [
    [1, 2],
    [1, 0],
    [1, 2],
  ],
] as const)("from %j by %j the walk goes to %j: empty cells are passed over, the edge holds", (from, step, to) =>
  expect(nextCell(filled, from, step)).toEqual(to),
);
