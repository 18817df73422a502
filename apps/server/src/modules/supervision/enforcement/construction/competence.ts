/** 职权机关: which organ reviews construction here and on that day, as the office has entered it. JX (2018): the brigade; QZ (2024): housing. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { levelOfKey, rangeOf } from "#platform/values.ts";

export type Competence = { readonly organ: string; readonly area: number };

/** The one whose area is the smallest that holds the place: a county's own organ before the city's. */
export function nearestCompetent(offices: readonly Competence[], area: number): string | null {
  const holding = offices.filter((office) => {
    const { lo, hi } = rangeOf(office.area, levelOfKey(office.area));
    return area >= lo && area <= hi;
  });
  const size = ({ area: own }: Competence): number => {
    const { lo, hi } = rangeOf(own, levelOfKey(own));
    return hi - lo;
  };
  return holding.toSorted((a, b) => size(a) - size(b))[0]?.organ ?? null;
}

export async function competentOrgan(tx: Tx, area: number, on: string): Promise<string | null> {
  const { rows } = await sql<Competence>`select organ, area from enforcement.office
    where powers @> array['construction'] and "from" <= ${on} and (until is null or until >= ${on}) and deleted_at is null`.execute(tx);
  return nearestCompetent(rows, area);
}
