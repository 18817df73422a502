/** Where things stand on the wall's map, in parts of its box. Pure. */
import type { LonLat, MapGeometry } from "../../ui/map/types.ts";

export type Box = { readonly width: number; readonly height: number };

const outerRings = (geometry: MapGeometry): readonly (readonly LonLat[])[] =>
  geometry.type === "Polygon" ? geometry.coordinates.slice(0, 1) : geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));

const isInside = ([x, y]: LonLat, ring: readonly LonLat[]): boolean =>
  ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);

const extent = (values: readonly number[]): readonly [least: number, most: number] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];
const STEPS = 24;
/** Corners looked at for the distance to the edge; a label needs no more. */
const CORNERS = 400;

/** Where a county's name stands: inside its largest part and far from every edge, also when the county lies around another one. */
export function heartOf(geometry: MapGeometry): LonLat {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? [];
  const [outer = [], ...holes] = largest;
  const edge = largest.flat();
  const corners = edge.filter((_, index) => index % Math.max(1, Math.floor(edge.length / CORNERS)) === 0);
  const [west, east] = extent(outer.map(([lon]) => lon));
  const [south, north] = extent(outer.map(([, lat]) => lat));
  let best: { readonly at: LonLat; readonly room: number } = { at: outer[0] ?? [0, 0], room: 0 };
  for (let column = 1; column < STEPS; column += 1)
    for (let row = 1; row < STEPS; row += 1) {
      const at: LonLat = [west + ((east - west) * column) / STEPS, south + ((north - south) * row) / STEPS];
      if (!isInside(at, outer) || holes.some((hole) => isInside(at, hole))) continue;
      const room = corners.reduce((least, [lon, lat]) => Math.min(least, Math.hypot(lon - at[0], lat - at[1])), Number.POSITIVE_INFINITY);
      if (room > best.room) best = { at, room };
    }
  return best.at;
}

/** Width for each unit of height of an area at its own latitude. */
export function ratioOf(geometries: readonly MapGeometry[]): number {
  const all = geometries.flatMap((geometry) => outerRings(geometry).flat());
  const [west, east] = extent(all.map(([lon]) => lon));
  const [south, north] = extent(all.map(([, lat]) => lat));
  return ((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)) / (north - south);
}

const SAYABLE = [1, 2, 3, 4, 5, 10, 20, 30, 40, 50];

/** Limits of five classes that people can say: 10, 20, 30, 40; the largest value reaches the last class. @returns four limits, rising */
export function classLimits(values: readonly number[]): readonly number[] {
  const quarter = Math.max(1, ...values.map((value) => value / 4));
  const power = 10 ** Math.max(0, Math.floor(Math.log10(quarter)) - 1);
  const step = SAYABLE.map((n) => n * power).findLast((n) => n <= quarter) ?? 1;
  return [1, 2, 3, 4].map((n) => n * step);
}
export const classOf = (value: number, limits: readonly number[]): number => limits.filter((limit) => value >= limit).length;

export type LabelSide = "east" | "west";
export type Placed<T> = { readonly item: T; readonly x: number; readonly y: number; readonly labelY: number; readonly side: LabelSide };
/** In parts of the width and of the height. */
export type Part = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A label further from its point than this many lines would be read as another one's. */
const FARTHEST_LINES = 2.2;
/** Beyond this part of the width a label stands at the other side of its point. */
const FAR_EAST = 0.62;
/** Boxes that only touch are not over each other, whatever the last digit says. */
const HAIR = 1e-9;
const areOver = (a: Part, b: Part): boolean =>
  a.left + HAIR < b.right && b.left + HAIR < a.right && a.top + HAIR < b.bottom && b.top + HAIR < a.bottom;

export type LabelSize = {
  readonly height: number;
  /** From the point to where its label begins. */
  readonly gap: number;
  readonly widthOf: (text: string) => number;
  /** Where labels are drawn at one side alone. */
  readonly eastOnly?: boolean;
};

/**
 * Labels beside their points: moved down where they would cover another, to the other side or up where they would cover a `name`, over the
 * name where nothing else is left, and left out where they would lose their point.
 */
export function placeLabels<T extends { readonly x: number; readonly y: number; readonly text: string }>(
  points: readonly T[],
  size: LabelSize,
  names: readonly Part[] = [],
): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  const boxes: Part[] = [];
  for (const item of points.toSorted((a, b) => a.y - b.y)) {
    const usual: LabelSide = item.x > FAR_EAST && !size.eastOnly ? "west" : "east";
    const sides: readonly LabelSide[] = size.eastOnly ? ["east"] : usual === "east" ? ["east", "west"] : ["west", "east"];
    const free = sides
      .flatMap((side) =>
        heightsFor(item, size, [...boxes, ...names]).map((labelY) => ({ side, labelY, box: boxOf(item, side, labelY, size) })),
      )
      .filter(({ box }) => !boxes.some((other) => areOver(box, other)));
    const isOutside = ({ box }: { readonly box: Part }) => box.left < 0 || box.right > 1;
    const best =
      free.find((each) => (!isOutside(each) || size.eastOnly) && !names.some((name) => areOver(each.box, name))) ??
      free.find(({ side }) => side === usual);
    if (!best) continue;
    boxes.push(best.box);
    placed.push({ item, x: item.x, y: item.y, labelY: best.labelY, side: best.side });
  }
  return placed;
}

/** Where a label's middle may stand: at its point, below what is in its way, above it; nearest first, down before up. */
function heightsFor({ y }: { readonly y: number }, { height }: LabelSize, inTheWay: readonly Part[]): readonly number[] {
  const near = (labelY: number) => Math.abs(labelY - y) <= FARTHEST_LINES * height;
  const down = inTheWay.map(({ bottom }) => bottom + height / 2).filter((labelY) => labelY > y && near(labelY));
  const up = inTheWay.map(({ top }) => top - height / 2).filter((labelY) => labelY < y && near(labelY));
  return [y, ...down.toSorted((a, b) => a - b), ...up.toSorted((a, b) => b - a)];
}

function boxOf(item: { readonly x: number; readonly text: string }, side: LabelSide, labelY: number, size: LabelSize): Part {
  const width = size.widthOf(item.text);
  const left = side === "east" ? item.x + size.gap : item.x - size.gap - width;
  return { left, right: left + width, top: labelY - size.height / 2, bottom: labelY + size.height / 2 };
}

/** East and north of `from`, in metres; exact enough for a few kilometres. */
export function metresFrom(from: LonLat, to: LonLat): readonly [east: number, north: number] {
  const metresPerDegree = 111_320;
  return [(to[0] - from[0]) * metresPerDegree * Math.cos((from[1] * Math.PI) / 180), (to[1] - from[1]) * metresPerDegree];
}
