/**
 * Plane geometry of boundaries 边界: area, containment, validity. Positions are [lon, lat] in degrees; rings are closed
 * (first position = last); an outer ring runs counter-clockwise, a hole clockwise (RFC 7946 3.1.6).
 * No clipping library is used here, so these checks judge its results independently.
 */

export type Position = [lon: number, lat: number];
export type Ring = Position[];
export type Polygon = Ring[];
export type MultiPolygon = Polygon[];
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

const EARTH_RADIUS_M = 6_371_008.8;
const radians = Math.PI / 180;

/** Pairs of neighbouring positions of a closed ring. */
function* segmentsOf(ring: Ring): Generator<readonly [Position, Position]> {
  let from = ring[0];
  for (const to of ring.slice(1)) {
    if (from) yield [from, to];
    from = to;
  }
}

/** Area of a ring on the sphere in m²; positive when it runs counter-clockwise. */
export function signedRingAreaM2(ring: Ring): number {
  let sum = 0;
  for (const [[lon1, lat1], [lon2, lat2]] of segmentsOf(ring)) {
    sum += (lon1 - lon2) * radians * (2 + Math.sin(lat1 * radians) + Math.sin(lat2 * radians));
  }
  return (sum * EARTH_RADIUS_M * EARTH_RADIUS_M) / 2;
}

/** Area in m²: outer rings less their holes. */
export const areaM2 = (shape: MultiPolygon): number =>
  shape.reduce(
    (total, polygon) => total + polygon.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedRingAreaM2(ring)), 0),
    0,
  );

/** Even-odd rule. Asked a million times when points are placed, so it walks the ring without allocating. */
function isInsideRing([lon, lat]: Position, ring: Ring): boolean {
  let inside = false;
  let before = ring[0];
  for (const at of ring) {
    if (before && before[1] > lat !== at[1] > lat) {
      if (lon < ((at[0] - before[0]) * (lat - before[1])) / (at[1] - before[1]) + before[0]) inside = !inside;
    }
    before = at;
  }
  return inside;
}

/** Whether a point lies in a shape, holes excepted. A point exactly on a border belongs to one side only. */
export const pointInPolygon = (point: Position, shape: MultiPolygon): boolean =>
  shape.some(([outer, ...holes]) => outer !== undefined && isInsideRing(point, outer) && !holes.some((hole) => isInsideRing(point, hole)));

/** The smallest box around a shape; an empty shape gives an inverted box of infinities. */
export function boxOf(shape: MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of shape) {
    for (const [lon, lat] of polygon[0] ?? []) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return { west, south, east, north };
}

/** Distance over ground in metres, good to a per mille within a city. */
export function distanceM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const dx = (lon2 - lon1) * radians * Math.cos(((lat1 + lat2) / 2) * radians);
  return EARTH_RADIUS_M * Math.hypot(dx, (lat2 - lat1) * radians);
}

type Segment = { readonly ring: number; readonly index: number; readonly last: number; readonly a: Position; readonly b: Position };

/** Which side of a→b the point c lies on. Positions are integers of 1e-6 degrees here, so the answer is exact within a city. */
const side = (a: Position, b: Position, c: Position): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const isWithin = (a: Position, b: Position, p: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);

const same = (p: Position, q: Position): boolean => p[0] === q[0] && p[1] === q[1];

/** How two segments meet: not at all, in one end point of both or inside one of them, across each other, or along a stretch. */
function meeting(s: Segment, t: Segment): "none" | "touch" | "cross" | "along" {
  const [s1, s2, t1, t2] = [side(s.a, s.b, t.a), side(s.a, s.b, t.b), side(t.a, t.b, s.a), side(t.a, t.b, s.b)];
  if (s1 === 0 && s2 === 0) {
    const common = [t.a, t.b].filter((p) => isWithin(s.a, s.b, p)).concat([s.a, s.b].filter((p) => isWithin(t.a, t.b, p)));
    const [first] = common;
    if (!first) return "none";
    return common.every((p) => same(p, first)) ? "touch" : "along";
  }
  if (s1 * s2 < 0 && t1 * t2 < 0) return "cross";
  const touches =
    (s1 === 0 && isWithin(s.a, s.b, t.a)) ||
    (s2 === 0 && isWithin(s.a, s.b, t.b)) ||
    (t1 === 0 && isWithin(t.a, t.b, s.a)) ||
    (t2 === 0 && isWithin(t.a, t.b, s.b));
  return touches ? "touch" : "none";
}

/** Neighbours in a ring share one position by right. */
function isFault(s: Segment, t: Segment): boolean {
  const how = meeting(s, t);
  if (how === "none") return false;
  if (how !== "touch") return true;
  if (s.ring !== t.ring) return false;
  const apart = Math.abs(s.index - t.index);
  return apart !== 1 && apart !== s.last;
}

function allSegments(shape: MultiPolygon): Segment[] {
  const segments: Segment[] = [];
  for (const [ring, positions] of shape.flat().entries()) {
    const whole = positions.map(([lon, lat]): Position => [Math.round(lon * 1e6), Math.round(lat * 1e6)]);
    for (const [index, [a, b]] of [...segmentsOf(whole)].entries()) segments.push({ ring, index, last: whole.length - 2, a, b });
  }
  return segments;
}

/** The first place where rings of a shape cross themselves or each other, or run along each other; undefined when there is none. */
function firstCrossing(shape: MultiPolygon): Position | undefined {
  const segments = allSegments(shape);
  const length = segments.reduce((sum, { a, b }) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);
  const cell = Math.max(1, (2 * length) / Math.max(1, segments.length));
  const cells = new Map<string, Segment[]>();
  for (const s of segments) {
    const columns = [Math.floor(Math.min(s.a[0], s.b[0]) / cell), Math.floor(Math.max(s.a[0], s.b[0]) / cell)] as const;
    const rows = [Math.floor(Math.min(s.a[1], s.b[1]) / cell), Math.floor(Math.max(s.a[1], s.b[1]) / cell)] as const;
    for (let column = columns[0]; column <= columns[1]; column++) {
      for (let row = rows[0]; row <= rows[1]; row++) {
        const key = `${column}:${row}`;
        const near = cells.get(key) ?? [];
        if (near.some((t) => isFault(s, t))) return [s.a[0] / 1e6, s.a[1] / 1e6];
        near.push(s);
        cells.set(key, near);
      }
    }
  }
  return undefined;
}

export type ShapeFault = "open" | "short" | "turned" | "crossing" | "hole-outside" | "split";

const liesOn = (p: Position, ring: Ring): boolean =>
  [...segmentsOf(ring)].some(
    ([a, b]) => isWithin(a, b, p) && Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) < 1e-12,
  );

/** What is wrong with a shape, with the place; an empty list means a valid simple-features shape. Positions are judged at 1e-6 degrees. */
export function shapeFaults(shape: MultiPolygon): { readonly fault: ShapeFault; readonly at: Position }[] {
  const faults: { fault: ShapeFault; at: Position }[] = [];
  for (const polygon of shape) {
    for (const [i, ring] of polygon.entries()) {
      const [first, last] = [ring[0], ring.at(-1)];
      if (!first || !last || ring.length < 4) faults.push({ fault: "short", at: first ?? [0, 0] });
      else if (!same(first, last)) faults.push({ fault: "open", at: first });
      else if (signedRingAreaM2(ring) > 0 !== (i === 0)) faults.push({ fault: "turned", at: first });
    }
    const [outer, ...holes] = polygon;
    for (const hole of holes) {
      const onRim = new Set(hole.filter((p) => outer && liesOn(p, outer)).map(String));
      const outside = hole.find((p) => outer && !onRim.has(String(p)) && !isInsideRing(p, outer));
      if (outside) faults.push({ fault: "hole-outside", at: outside });
      // a hole that meets the outer ring twice cuts the inside in two
      if (onRim.size > 1 && hole[0]) faults.push({ fault: "split", at: hole[0] });
    }
  }
  const crossing = firstCrossing(shape);
  if (crossing) faults.push({ fault: "crossing", at: crossing });
  return faults;
}
