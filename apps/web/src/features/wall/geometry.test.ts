import { expect, it } from "vitest";
import { classLimits, classOf, heartOf, metresFrom, placeLabels, ratioOf } from "./geometry.ts";

const square = {
  type: "Polygon" as const,
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ] as const,
  ],
};

it("a county's name stands in the middle of its largest part", () => {
  const islet = [
    [
      [9, 9],
      [9.1, 9],
      [9.1, 9.1],
    ] as const,
  ];
  expect(heartOf({ type: "MultiPolygon", coordinates: [islet, square.coordinates] })).toEqual([1, 1]);
});

it("the name of a county around another one does not stand in the other one", () => {
  const hole = [
    [0.2, 0.5],
    [1.4, 0.5],
    [1.4, 1.8],
    [0.2, 1.8],
    [0.2, 0.5],
  ] as const;
  const [lon, lat] = heartOf({ type: "Polygon", coordinates: [...square.coordinates, hole] });
  expect(lon > 0.2 && lon < 1.4 && lat > 0.5 && lat < 1.8).toBe(false);
});

it("shapes keep their proportions at the equator", () => {
  expect(ratioOf([square])).toBeCloseTo(1, 2);
});

it.each([
  [[3], [1, 2, 3, 4]],
  [
    [48, 12],
    [10, 20, 30, 40],
  ],
  [[101], [20, 40, 60, 80]],
  [
    [160, 9],
    [40, 80, 120, 160],
  ],
  [[2_600], [500, 1_000, 1_500, 2_000]],
])("classes of %j have limits people can say", (values, limits) => {
  expect(classLimits(values)).toEqual(limits);
});

it("a county with as many fires as the limit belongs to the darker class", () => {
  expect([9, 10, 40].map((value) => classOf(value, [10, 20, 30, 40]))).toEqual([0, 1, 4]);
});

const size = { height: 0.04, gap: 0.02, widthOf: () => 0.2 };
const fire = (x: number, y: number) => ({ x, y, text: "" });

it("labels of neighbouring fires do not cover each other", () => {
  const placed = placeLabels([fire(0.5, 0.5), fire(0.51, 0.5), fire(0.52, 0.51), fire(0.9, 0.8)], size);
  const near = placed.filter(({ x }) => x < 0.8).map(({ labelY }) => labelY);
  expect(near.map((y) => Math.round(y * 100))).toEqual([50, 54, 58]);
  expect(placed.find(({ x }) => x === 0.9)).toMatchObject({ labelY: 0.8, side: "west" });
});

it("of many fires in one street only those get a label whose label stays beside them", () => {
  const crowd = Array.from({ length: 20 }, (_, index) => fire(0.5, 0.5 + index / 10_000));
  const placed = placeLabels(crowd, size);
  expect(placed.length).toBeLessThan(crowd.length);
  expect(placed.every(({ y, labelY }) => Math.abs(labelY - y) < 0.09)).toBe(true);
});

it("a label goes round the name of a county, and over it only where nothing else is left", () => {
  const [placed] = placeLabels([fire(0.5, 0.5)], size, [{ left: 0.55, right: 0.65, top: 0.47, bottom: 0.53 }]);
  expect(placed?.side).toBe("east");
  expect(placed?.labelY).toBeCloseTo(0.55, 5);
  const tall = { left: 0.55, right: 0.65, top: 0.2, bottom: 0.8 };
  expect(placeLabels([fire(0.5, 0.5)], size, [tall])[0]).toMatchObject({ side: "west", labelY: 0.5 });
  const everywhere = { left: 0, right: 1, top: 0, bottom: 1 };
  expect(placeLabels([fire(0.5, 0.5)], size, [everywhere])[0]).toMatchObject({ side: "east", labelY: 0.5 });
});

it("a hundredth of a degree north is about 1.1 km", () => {
  expect(Math.round(metresFrom([118.87, 28.95], [118.87, 28.96])[1])).toBe(1113);
});
