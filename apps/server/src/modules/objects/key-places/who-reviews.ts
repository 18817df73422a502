/** 消防审查与技术指导: the rescue organ that answers for a place, the county's before the city's. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { isWithin, subtreeOf } from "#platform/values.ts";

type Organ = { readonly id: string; readonly area: number };

/** The organ of the smallest area that holds the place. */
function nearestReviewer(organs: readonly Organ[], area: number): string | null {
  const span = (organ: Organ): number => subtreeOf(organ.area).hi - organ.area;
  const holding = organs.filter((organ) => isWithin(area, subtreeOf(organ.area)));
  return holding.toSorted((a, b) => span(a) - span(b))[0]?.id ?? null;
}

export async function reviewerOf(tx: Tx, area: number): Promise<string | null> {
  const { rows } =
    await sql<Organ>`select id, area from organizations.v_organ where kind = 'fire-brigade' and level in ('city', 'county') order by id`.execute(
      tx,
    );
  return nearestReviewer(rows, area);
}
