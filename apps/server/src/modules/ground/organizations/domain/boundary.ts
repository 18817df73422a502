/**
 * Boundaries 行政区划边界 as an office hands them in: read, repaired where that is safe, refused with a reason where it is not, in WGS-84.
 * Public boundary files often cross themselves, overlap their neighbours by slivers and come in GCJ-02 without saying so.
 */
import gcoordModule from "gcoord";
import { difference, intersection, union } from "polyclip-ts";
import { z } from "zod";
import {
  areaM2,
  type Box,
  boxOf,
  type MultiPolygon,
  type Polygon,
  type Position,
  type Ring,
  shapeFaults,
  signedRingAreaM2,
} from "./geometry.ts";

// The package is CommonJS whose types describe its ES build: the default export is the module itself.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

export type BoundaryDatum = "wgs84" | "gcj02" | "bd09";

/** Left-overs of a repair below this size are slivers: they go, or fill the gap they are. A part given as its own polygon always stays. */
const SLIVER_M2 = 300_000;
/** A repair that changes the area by more than this share is a guess and is refused. */
const MAX_AREA_CHANGE = 0.02;
/** Neighbours that overlap by more than this share of the smaller one contradict each other and are refused. */
const MAX_OVERLAP = 0.03;

export const boundaryMessages = {
  "organizations.boundary_unreadable": ["文件不是可读的 GeoJSON 面数据：{why}", "Not a readable GeoJSON of polygons: {why}"],
  "organizations.boundary_without_code": [
    "第 {index} 个图形没有行政区划代码（adcode、code 或 id）",
    "Shape {index} has no division code (adcode, code or id)",
  ],
  "organizations.boundary_code_twice": ["代码 {code} 出现两次", "Code {code} occurs twice"],
  "organizations.boundary_out_of_range": [
    "{code} {name} 的坐标 {lon}, {lat} 不在中国范围内，经纬度可能颠倒",
    "{code} {name} has {lon}, {lat} outside China; longitude and latitude may be swapped",
  ],
  "organizations.boundary_not_repairable": [
    "{code} {name} 的边界无法修复：{why}",
    "The boundary of {code} {name} cannot be repaired: {why}",
  ],
  "organizations.boundary_area_changed": [
    "{code} {name} 修复后面积变化 {percent}%，请提供准确边界",
    "Repair changes the area of {code} {name} by {percent}%; a better boundary is needed",
  ],
  "organizations.boundary_overlap": [
    "{code} {name} 与 {other} 重叠 {areaKm2} km²，请先更正",
    "{code} {name} overlaps {other} by {areaKm2} km²; correct it first",
  ],
  "organizations.boundary_repaired": [
    "{code} {name} 已修复：去除碎片 {dropped} 处、填补空隙 {filled} 处",
    "{code} {name} was repaired: {dropped} slivers removed, {filled} gaps filled",
  ],
  "organizations.boundary_overlap_given": [
    "{code} {name} 与 {other} 的重叠 {areaKm2} km² 划归 {other}",
    "The overlap of {code} {name} with {other}, {areaKm2} km², went to {other}",
  ],
} as const;
export type BoundaryMessage = keyof typeof boundaryMessages;

/** `repaired` informs, `refused` stops the import. */
export type BoundaryProblem = {
  readonly severity: "repaired" | "refused";
  readonly code: BoundaryMessage;
  readonly params: Readonly<Record<string, string | number>>;
};
export type BoundaryShape = {
  readonly code: string;
  readonly name: string;
  readonly centre: Position | null;
  readonly shape: MultiPolygon;
};
export type RepairedBoundary = {
  readonly ok: boolean;
  /** Valid, WGS-84, six decimals, in the order given. Empty when refused. */
  readonly features: readonly BoundaryShape[];
  /** All features in one. Empty when refused. */
  readonly outline: MultiPolygon;
  readonly problems: readonly BoundaryProblem[];
};

const position = z.tuple([z.number(), z.number()], z.number()).transform(([lon, lat]): Position => [lon, lat]);
const polygon = z.array(z.array(position).min(4)).min(1);
const codeLike = z.union([z.string(), z.number()]).transform(String);
const feature = z.object({
  id: codeLike.optional(),
  properties: z
    .looseObject({
      adcode: codeLike.optional(),
      code: codeLike.optional(),
      name: z.string().optional(),
      center: position.optional(),
      cp: position.optional(),
    })
    .nullish(),
  geometry: z.discriminatedUnion("type", [
    z.object({ type: z.literal("Polygon"), coordinates: polygon.transform((p): MultiPolygon => [p]) }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(polygon).min(1) }),
  ]),
});
const collection = z.union([
  z.object({ type: z.literal("FeatureCollection"), features: z.array(feature).min(1) }),
  feature.extend({ type: z.literal("Feature") }).transform((one) => ({ features: [one] })),
]);

/** A shape being worked on. */
type Piece = { code: string; name: string; centre: Position | null; shape: MultiPolygon; dropped: number; filled: number };
type Report = (code: BoundaryMessage, params: BoundaryProblem["params"], severity?: BoundaryProblem["severity"]) => void;

/** Reads shapes with their codes, in the order and datum of the file; whatever cannot be read is reported. */
function readPieces(geojson: unknown, report: Report): Piece[] {
  const read = collection.safeParse(geojson);
  if (!read.success) {
    const issue = read.error.issues[0];
    report("organizations.boundary_unreadable", { why: issue ? `${issue.path.join(".")} ${issue.message}`.trim() : "?" });
    return [];
  }
  const pieces: Piece[] = [];
  for (const [i, { id, properties, geometry }] of read.data.features.entries()) {
    const code = properties?.adcode ?? properties?.code ?? id;
    if (!code) {
      report("organizations.boundary_without_code", { index: i + 1 });
      continue;
    }
    if (pieces.some((p) => p.code === code)) report("organizations.boundary_code_twice", { code });
    const name = properties?.name ?? code;
    const stray = geometry.coordinates.flat(2).find(([lon, lat]) => !(lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54));
    if (stray) report("organizations.boundary_out_of_range", { code, name, lon: stray[0], lat: stray[1] });
    const centre = properties?.center ?? properties?.cp ?? null;
    pieces.push({ code, name, centre, shape: geometry.coordinates, dropped: 0, filled: 0 });
  }
  return pieces;
}

/** The shapes of a boundary file that was repaired before; throws when it does not read, because then the program's own file is broken. */
export function shapesOf(geojson: unknown): BoundaryShape[] {
  return readPieces(geojson, (code, params) => {
    throw new Error(`${code} ${JSON.stringify(params)}`);
  });
}

/** Keeps the largest piece and whatever is no sliver, fills holes that are slivers. Counts both. */
function withoutSlivers(shape: MultiPolygon, piece: Piece): MultiPolygon {
  const bySize = shape.map((p) => ({ p, size: areaM2([p]) })).sort((a, b) => b.size - a.size);
  const kept = bySize.filter(({ size }, i) => i === 0 || size >= SLIVER_M2).map(({ p }) => p);
  piece.dropped += shape.length - kept.length;
  return kept.map(([outer = [], ...holes]) => {
    const real = holes.filter((hole) => Math.abs(signedRingAreaM2(hole)) >= SLIVER_M2);
    piece.filled += holes.length - real.length;
    return [outer, ...real];
  });
}

/** Resolves crossings of each given polygon on its own, so that islands and holes which were given stay however small they are. */
function resolved(piece: Piece): MultiPolygon {
  const parts = piece.shape.map(([outer, ...holes]): MultiPolygon => {
    if (!outer) return [];
    const solid = withoutSlivers(union([outer]), piece);
    const [first, ...rest] = holes.map((hole): Polygon => [hole]);
    return first ? difference(solid, union(first, ...rest)) : solid;
  });
  const [first = [], ...rest] = parts;
  return rest.length > 0 ? union(first, ...rest) : first;
}

const touching = (a: Box, b: Box): boolean => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
const km2 = (m2: number): number => Math.round(m2 / 1e4) / 100;

/** Gives each small overlap to the shape that stands first; a large one is a contradiction. */
function separate(pieces: readonly Piece[], report: Report): void {
  for (const [i, later] of pieces.entries()) {
    for (const earlier of pieces.slice(0, i)) {
      if (!touching(boxOf(earlier.shape), boxOf(later.shape))) continue;
      const common = areaM2(intersection(earlier.shape, later.shape));
      if (common < 1) continue;
      const params = { code: later.code, name: later.name, other: earlier.name, areaKm2: km2(common) };
      if (common > MAX_OVERLAP * Math.min(areaM2(earlier.shape), areaM2(later.shape))) {
        report("organizations.boundary_overlap", params);
        continue;
      }
      later.shape = withoutSlivers(difference(later.shape, earlier.shape), later);
      report("organizations.boundary_overlap_given", params, "repaired");
    }
  }
}

/** Gives each sliver between shapes to the neighbour that shares most of its corners. @returns the outline of all. */
function closeGaps(pieces: readonly Piece[]): MultiPolygon {
  const [first, ...rest] = pieces.map((p) => p.shape);
  if (!first) return [];
  const all = rest.length > 0 ? union(first, ...rest) : first;
  const gaps = all.flatMap(([, ...holes]) => holes).filter((hole) => Math.abs(signedRingAreaM2(hole)) < SLIVER_M2);
  for (const gap of gaps) {
    const corners = new Set(gap.map(String));
    const shared = pieces.map((piece) => ({ piece, count: piece.shape.flat(2).filter((p) => corners.has(String(p))).length }));
    const owner = shared.sort((a, b) => b.count - a.count)[0]?.piece;
    if (!owner) continue;
    owner.shape = union(owner.shape, [gap]);
    owner.filled += 1;
  }
  return all.map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => !gaps.includes(hole))]);
}

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A position in WGS-84, six decimals. */
export function toWgs84([lon, lat]: Position, datum: BoundaryDatum): Position {
  const from = { wgs84: null, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 }[datum];
  const [x, y] = from ? gcoord.transform([lon, lat], from, gcoord.WGS84) : [lon, lat];
  return [sixDecimals(x ?? lon), sixDecimals(y ?? lat)];
}

/** Outer rings counter-clockwise, holes clockwise, no position twice in a row. */
function tidy(shape: MultiPolygon): MultiPolygon {
  const ringOf = (ring: Ring, outer: boolean): Ring => {
    const distinct = ring.filter((p, i) => i === 0 || String(p) !== String(ring[i - 1]));
    return signedRingAreaM2(distinct) > 0 === outer ? distinct : distinct.reverse();
  };
  return shape.map((rings) => rings.map((ring, i) => ringOf(ring, i === 0)));
}

/** Converts and rounds; rounding can make a ring touch itself, so the result is resolved again until it is valid. */
function settle(shape: MultiPolygon, datum: BoundaryDatum, piece: Piece): MultiPolygon | undefined {
  let current = tidy(shape.map((rings) => rings.map((ring) => ring.map((p) => toWgs84(p, datum)))));
  for (let round = 0; round < 6; round++) {
    if (shapeFaults(current).length === 0) return current;
    const again = withoutSlivers(union(current), piece);
    current = tidy(again.map((rings) => rings.map((ring) => ring.map((p) => toWgs84(p, "wgs84")))));
  }
  return undefined;
}

/** Clipping throws on shapes it cannot order; that is the shape's fault, not ours, and is told as such. */
function attempt<T>(piece: Piece, report: Report, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    report("organizations.boundary_not_repairable", { code: piece.code, name: piece.name, why });
    return undefined;
  }
}

/**
 * Reads, repairs and converts a boundary file of one or more areas.
 * @param geojson FeatureCollection or Feature of Polygon/MultiPolygon with a code in `adcode`, `code` or `id`; anything else is refused
 * @param datum   what the coordinates are in; a GeoJSON cannot say it, so whoever imports must
 * @returns `ok: false` with every reason when something had to be refused; then nothing may be stored. Never throws. Pure; about 3 s for a
 *   city of 30,000 positions on one core, so a server calls it in a job.
 */
export function repairBoundary(geojson: unknown, { datum }: { readonly datum: BoundaryDatum }): RepairedBoundary {
  const problems: BoundaryProblem[] = [];
  const report: Report = (code, params, severity = "refused") => problems.push({ severity, code, params });
  const refused = () => problems.some((p) => p.severity === "refused");
  const stop = (): RepairedBoundary => ({ ok: false, features: [], outline: [], problems });

  const pieces = readPieces(geojson, report);
  const whole = pieces[0];
  if (refused() || !whole) return stop();
  const areasGiven = new Map<Piece, number>();
  for (const piece of pieces) {
    const shape = attempt(piece, report, () => resolved(piece));
    if (!shape) continue;
    areasGiven.set(piece, areaM2(piece.shape));
    piece.shape = shape;
  }
  if (refused()) return stop();
  const outlineRaw = attempt(whole, report, () => {
    separate(pieces, report);
    return closeGaps(pieces);
  });
  if (refused() || !outlineRaw) return stop();

  const features = pieces.map((piece): BoundaryShape => {
    const shape = attempt(piece, report, () => settle(piece.shape, datum, piece));
    const { code, name, dropped, filled } = piece;
    const before = areasGiven.get(piece) ?? 0;
    const change = Math.abs(areaM2(piece.shape) - before) / before;
    if (!shape) report("organizations.boundary_not_repairable", { code, name, why: "crossing" });
    else if (!(change <= MAX_AREA_CHANGE))
      report("organizations.boundary_area_changed", { code, name, percent: Math.round(change * 1000) / 10 });
    else if (dropped + filled > 0) report("organizations.boundary_repaired", { code, name, dropped, filled }, "repaired");
    return { code, name, centre: piece.centre && toWgs84(piece.centre, datum), shape: shape ?? [] };
  });
  const outline = attempt(whole, report, () => settle(outlineRaw, datum, { ...whole }));
  return refused() || !outline ? stop() : { ok: true, features, outline, problems };
}
