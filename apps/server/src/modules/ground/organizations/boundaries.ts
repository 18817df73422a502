/** Boundaries 边界: those supplied with the program, and in their place what the office imported. WGS-84/CGCS2000. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { keyOfCode } from "#platform/values.ts";
import { divisionCodes, loadBoundary } from "./data/divisions.ts";

const position = z.tuple([z.number(), z.number()]);
const ringsSchema = z.array(z.array(position));
export const geometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: ringsSchema }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(ringsSchema) }),
]);
export type Geometry = z.infer<typeof geometrySchema>;
export const collectionSchema = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.object({ adcode: z.string(), name: z.string(), level: z.string(), area: z.number().int() }),
      geometry: geometrySchema,
    }),
  ),
});
export type Collection = z.input<typeof collectionSchema>;

const supplied = z.object({
  features: z.array(z.object({ properties: z.looseObject({ adcode: z.coerce.string() }), geometry: geometrySchema })),
});

type Shapes = ReadonlyMap<string, Geometry>;
const files = new Map<string, Promise<Shapes>>();

/** The supplied shapes of a city by division code; read once, they never change. */
function suppliedShapes(city: string): Promise<Shapes> {
  const read = files.get(city) ?? readShapes(city);
  files.set(city, read);
  return read;
}

async function readShapes(city: string): Promise<Shapes> {
  const code = divisionCodes.find((known) => known === city);
  if (!code) return new Map();
  const { features } = supplied.parse(await loadBoundary(code));
  return new Map(features.map(({ properties, geometry }) => [properties.adcode, geometry]));
}

/** Every area with a shape, root first: the imported one where there is one. */
export async function readBoundaries(tx: Tx, city: string): Promise<Collection> {
  const shapes = await suppliedShapes(city);
  const { rows } = await sql<{ key: number; code: string; name: string; level: string; geometry: Geometry | null }>`
    select a.key, a.code, a.name, a.level, b.geometry from platform.area a left join organizations.boundary b on b.area = a.key
    where (b.area is not null or a.code = any(${[...shapes.keys()]})) and a.valid_to is null order by a.key`.execute(tx);
  const features = rows.flatMap(({ key, code, name, level, geometry }) => {
    const shape = geometry ?? shapes.get(code);
    return shape ? [{ type: "Feature" as const, properties: { adcode: code, name, level, area: key }, geometry: shape }] : [];
  });
  return { type: "FeatureCollection", features };
}

/** About 100 m: finer than a pixel of the login picture, and neighbours still share their line. Rings that shrink to nothing go. */
const COARSE = 1_000;

export function coarsened({ features }: Collection): Collection {
  return { type: "FeatureCollection", features: features.map((feature) => ({ ...feature, geometry: coarse(feature.geometry) })) };
}

type Line = [number, number][];

function coarse(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return { type: "Polygon", coordinates: coarseRings(geometry.coordinates) };
  return { type: "MultiPolygon", coordinates: geometry.coordinates.map(coarseRings).filter((polygon) => polygon.length > 0) };
}

const coarseRings = (rings: readonly Line[]): Line[] => rings.map(coarseLine).filter((ring) => ring.length > 3);

function coarseLine(points: Line): Line {
  const kept: Line = [];
  for (const [lon, lat] of points) {
    const [x, y] = [Math.round(lon * COARSE) / COARSE, Math.round(lat * COARSE) / COARSE];
    const last = kept.at(-1);
    if (!last || last[0] !== x || last[1] !== y) kept.push([x, y]);
  }
  return kept;
}

export type ImportedShape = { readonly code: string; readonly shape: readonly (readonly (readonly (readonly [number, number])[])[])[] };

/** Codes of the tree that this installation has, of those given. */
export async function knownCodes(
  tx: Tx,
  codes: readonly string[],
  range: { readonly lo: number; readonly hi: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    code: string;
  }>`select code from platform.area where code = any(${[...codes]}) and valid_to is null and key between ${range.lo} and ${range.hi}`.execute(
    tx,
  );
  return new Set(rows.map(({ code }) => code));
}

export async function saveBoundary(tx: Tx, { code, shape }: ImportedShape, source: string, repaired: boolean, by: string): Promise<void> {
  const geometry = JSON.stringify({ type: "MultiPolygon", coordinates: shape });
  await sql`insert into organizations.boundary (area, geometry, source, repaired, imported_by) values (${keyOfCode(code)}, ${geometry}::jsonb, ${source}, ${repaired}, ${by})
    on conflict (area) do update set geometry = excluded.geometry, source = excluded.source, repaired = excluded.repaired, imported_at = now(), imported_by = excluded.imported_by`.execute(
    tx,
  );
}
