/** What a frozen entrant's snapshot holds, and how it is read again. The shape is kept under the hash; reading it never computes anything anew. */

import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { readSnapshot } from "#platform/snapshot/snapshot.ts";
import type { Upheld } from "./domain/appeal.ts";
import type { AreaScore } from "./domain/score.ts";

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

type Entered = { readonly id: string; readonly name: string; readonly snapshot: string | null; readonly grouping: string };
export type KeptOf<E extends Entered> = { readonly id: string; readonly grouping: string; readonly entrant: E; readonly score: AreaScore };

/** The frozen scores of a year, of those that are frozen. */
export async function keptOf<E extends Entered>(tx: Tx, entrants: readonly E[]): Promise<readonly KeptOf<E>[]> {
  const kept: KeptOf<E>[] = [];
  for (const entrant of entrants) {
    const frozen = entrant.snapshot ? await frozenOf(tx, entrant.snapshot) : undefined;
    if (frozen) kept.push({ id: entrant.id, grouping: frozen.figures.grouping, entrant, score: frozen.figures.score });
  }
  return kept;
}
