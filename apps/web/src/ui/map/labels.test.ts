import { expect, it } from "vitest";
import { placeMarks } from "./labels.ts";

const size = { width: 600, height: 400 };
const mark = (id: string, x: number, y: number, labelWidth = 100) => ({ id, x, y, labelWidth });

it("names stand to the right while there is room", () => {
  expect(placeMarks([mark("a", 100, 100)], size).get("a")).toEqual({ side: "right", dx: 0, dy: 0 });
});

it("the name of a later mark makes room for an earlier one", () => {
  const placed = placeMarks([mark("fire", 300, 200), mark("station", 250, 200)], size);
  expect(placed.get("fire")?.side).toBe("right");
  expect(placed.get("station")?.side).toBe("left");
});

it("a mark on the very spot of a fire steps aside, the fire stays", () => {
  const placed = placeMarks([mark("fire", 300, 200), mark("own station", 300, 200)], size);
  expect(placed.get("fire")).toMatchObject({ dx: 0, dy: 0 });
  expect(placed.get("own station")).toMatchObject({ dx: -36, dy: 0, side: "left" });
});

it("no name leaves the map or lies under its controls", () => {
  const controls = [{ left: 0, top: 0, right: 200, bottom: 60 }];
  expect(placeMarks([mark("east", 580, 200)], size).get("east")?.side).toBe("left");
  expect(placeMarks([mark("corner", 100, 75)], size, controls).get("corner")?.side).toBe("right");
  const long = [{ left: 0, top: 0, right: 600, bottom: 60 }];
  expect(placeMarks([mark("beneath", 300, 76, 700)], size, long).get("beneath")?.side).toBe("none");
});

it("a mark under the map's own buttons steps out from under them", () => {
  const buttons = [{ left: 10, top: 10, right: 130, bottom: 42 }];
  expect(placeMarks([mark("station", 60, 20)], size, buttons).get("station")).toEqual({ side: "right", dx: 0, dy: 54 });
  expect(placeMarks([mark("clear", 60, 60)], size, buttons).get("clear")).toMatchObject({ dx: 0, dy: 0 });
});

it("what has no room at all is left out, and what has no name needs none", () => {
  const crowd = Array.from({ length: 40 }, (_, index) => mark(String(index), 300 + (index % 8) * 12, 200 + Math.floor(index / 8) * 12));
  const sides = [...placeMarks(crowd, size).values()].map(({ side }) => side);
  expect(sides.filter((side) => side === "none").length).toBeGreaterThan(20);
  expect(placeMarks([mark("hydrant", 100, 100, 0)], size).get("hydrant")?.side).toBe("none");
});
