/** What a frozen entrant's snapshot holds, and how it is read again. The shape is kept under the hash; reading it never computes anything anew. */

import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { readSnapshot } from "#platform/snapshot/snapshot.ts";
import { correct } from "./domain/appeal.ts";
import type { Scheme } from "./domain/scheme.ts";
import { type AreaScore, type Scored, scoreArea } from "./domain/score.ts";

export type FrozenFigures = {
  readonly score: AreaScore;
  readonly grouping: string;
  readonly people: number | null;
  readonly rank: number;
  readonly tied: boolean;
};
export type FrozenQuery = {
  readonly title: string;
  readonly year: number;
  readonly from: string;
  readonly until: string;
  readonly scheme: string;
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly total: number;
    readonly columns: readonly { readonly key: string; readonly label: string }[];
  }[];
};
export type FrozenEntrant = {
  readonly id: string;
  readonly sm3: string;
  readonly at: string;
  readonly rows: number;
  readonly figures: FrozenFigures;
  readonly query: FrozenQuery;
};

export async function frozenOf(tx: Tx, snapshot: string): Promise<FrozenEntrant | undefined> {
  const read = await readSnapshot(tx, snapshot);
  return (
    read && {
      id: read.id,
      sm3: read.sm3,
      at: read.at,
      rows: read.rowCount,
      figures: read.figures as FrozenFigures,
      query: read.query as FrozenQuery,
    }
  );
}

/** Claims upheld for an indicator, over all its appeals. */
export type Upheld = ReadonlyMap<string, number>;

export async function upheldOf(tx: Tx, entrants: readonly string[]): Promise<ReadonlyMap<string, Upheld>> {
  const { rows } = await sql<{
    entrant: string;
    indicator: string;
    n: number;
  }>`select entrant, indicator, sum(accepted)::int as n from assessment.appeal
    where entrant = any(${entrants}::uuid[]) and state = 'accepted' and deleted_at is null group by entrant, indicator`.execute(tx);
  const found = new Map<string, Map<string, number>>();
  for (const { entrant, indicator, n } of rows) found.set(entrant, (found.get(entrant) ?? new Map()).set(indicator, n));
  return found;
}

/** The frozen score with what was upheld beside it: other indicators stay to the digit. */
export function withUpheld(scheme: Scheme, frozen: AreaScore, upheld: Upheld): AreaScore {
  const indicators = frozen.indicators.map((scored): Scored => {
    const n = upheld.get(scored.id) ?? 0;
    const indicator = scheme.indicators.find(({ id }) => id === scored.id);
    if (n === 0 || !indicator || scored.status !== "scored") return scored;
    const next = correct(indicator, scored, n);
    const moved = next.points - scored.points;
    return { ...scored, num: next.num, value: next.value, points: next.points, low: scored.low + moved, high: scored.high + moved };
  });
  return scoreArea(scheme, indicators, frozen.effects);
}
