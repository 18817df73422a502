/** The lines of a circular: group, place, name, score with its range, grade, and the change of place against the year before. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { changeOf } from "./domain/ranking.ts";
import type { Assessed, Year } from "./years.ts";

export type Line = {
  readonly grouping: string;
  readonly rank: string;
  readonly name: string;
  readonly score: string;
  readonly grade: string;
  readonly change: string;
};
export type LastPlace = { readonly score: number; readonly rank: number; readonly grouping: string };

/** Final places of the year before, of the same kind and host, by area. An area that was in another group then has no change to tell. */
export async function lastPlaces(tx: Tx, year: Pick<Year, "year" | "area" | "level">): Promise<ReadonlyMap<number, LastPlace>> {
  const { rows } = await sql<
    LastPlace & { area: number }
  >`select e.area, e.final_score as score, e.final_rank as rank, coalesce(e.grouping, '') as grouping from assessment.entrant e
    join assessment.v_year y on y.id = e.year where y.year = ${year.year - 1} and y.level = ${year.level} and y.area = ${year.area} and e.final_rank is not null and e.deleted_at is null`.execute(
    tx,
  );
  return new Map(rows.map(({ area, ...place }) => [area, place]));
}

const arrow = (change: number | null): string =>
  change === null ? "—" : change === 0 ? "持平" : change > 0 ? `升 ${change}` : `降 ${-change}`;

export function circularValues(entrants: readonly Assessed[], before: ReadonlyMap<number, LastPlace>): readonly Line[] {
  return entrants
    .toSorted((a, b) => (a.grouping === b.grouping ? (b.finalScore ?? 0) - (a.finalScore ?? 0) : a.grouping < b.grouping ? -1 : 1))
    .map((entrant) => {
      const last = before.get(entrant.area);
      const half = ((entrant.finalHigh ?? 0) - (entrant.finalLow ?? 0)) / 2;
      const change =
        last && last.grouping === entrant.grouping && entrant.finalRank !== null ? changeOf(entrant.finalRank, last.rank) : null;
      return {
        grouping: entrant.grouping,
        rank: `${entrant.finalRank ?? "—"}${entrant.finalTied ? "（并列）" : ""}`,
        name: entrant.name,
        score: `${(entrant.finalScore ?? 0).toFixed(2)}${half >= 0.05 ? ` ±${half.toFixed(1)}` : ""}`,
        grade: entrant.finalGrade ?? "—",
        change: arrow(change),
      };
    });
}
