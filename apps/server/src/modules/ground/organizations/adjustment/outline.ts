/** 边界 of an area others went up in: their outlines in one, where all have one. */
import { sql } from "kysely";
import { union } from "polyclip-ts";
import type { Tx } from "#platform/db.ts";
import { type Geometry, readBoundaries } from "../boundaries.ts";
import type { Plan } from "../domain/adjust.ts";
import type { MultiPolygon } from "../domain/geometry.ts";

const shapeOf = ({ type, coordinates }: Geometry): MultiPolygon => (type === "Polygon" ? [coordinates] : coordinates);

/** @returns how many outlines were made */
export async function uniteOutlines(plan: Plan, city: string, source: string, tx: Tx): Promise<number> {
  const targets = [...new Set(plan.moves.filter(({ kind }) => kind === "merge").map(({ to }) => to))];
  if (targets.length === 0) return 0;
  const shapes = new Map((await readBoundaries(tx, city)).features.map(({ properties, geometry }) => [properties.area, shapeOf(geometry)]));
  let made = 0;
  for (const target of targets) {
    const isNew = plan.made.some(({ key }) => key === target);
    const parts = [
      ...(isNew ? [] : [target]),
      ...plan.moves.filter(({ to, kind }) => to === target && kind === "merge").map(({ from }) => from),
    ];
    const outlines = parts.map((key) => shapes.get(key));
    const [first, ...others] = outlines.flatMap((outline) => (outline ? [outline] : []));
    if (!first || outlines.includes(undefined)) continue;
    const geometry = { type: "MultiPolygon", coordinates: union(first, ...others) };
    await sql`insert into organizations.boundary (area, geometry, source, repaired) values (${target}, ${JSON.stringify(geometry)}::jsonb, ${source}, false)
      on conflict (area) do update set geometry = excluded.geometry, source = excluded.source, imported_at = now()`.execute(tx);
    made += 1;
  }
  return made;
}
