/** What accepting n of the m claims would change: shown before it is decided, stored beside the frozen figure when it is. */

import { sql } from "kysely";
import type { Ready } from "#platform/case/define.ts";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { withUpheld } from "./domain/appeal.ts";
import { keptOf, upheldOf } from "./frozen.ts";
import { entrantsOf, loadYear } from "./years.ts";

export type Effect = {
  readonly accepted: number;
  readonly num: number;
  readonly den: number;
  readonly value: number | null;
  readonly points: number;
  readonly total: number;
  readonly grade: string;
};

/** The frozen figure of an entrant's indicator, and what it becomes with so many claims more than were upheld before. Of an indicator by place the whole group is read. */
export async function effectsOf(
  tx: Tx,
  entrant: string,
  indicatorId: string,
  claims: readonly number[],
): Promise<readonly Effect[] | undefined> {
  const { rows } = await sql<{ year: string }>`select year from assessment.entrant where id = ${entrant} and deleted_at is null`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return undefined;
  const { scheme } = await loadYear(tx, row.year);
  const indicator = scheme.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return undefined;
  const entrants = (await entrantsOf(tx, row.year)).filter(({ id }) => "rank" in indicator.score || id === entrant);
  const kept = await keptOf(tx, entrants);
  const upheld = await upheldOf(
    tx,
    entrants.map(({ id }) => id),
  );
  const own = upheld.get(entrant) ?? new Map<string, number>();
  const before = own.get(indicatorId) ?? 0;
  const found = claims.map((accepted): Effect | undefined => {
    const next = new Map([...upheld, [entrant, new Map([...own, [indicatorId, before + accepted]])]]);
    const score = withUpheld(scheme, kept, next).find(({ id }) => id === entrant)?.score;
    const scored = score?.indicators.find(({ id }) => id === indicatorId);
    if (!score || !scored) return undefined;
    const { num, den, value, points } = scored;
    return { accepted, num, den, value, points, total: score.total, grade: score.grade };
  });
  return found.every((effect) => effect !== undefined) ? found : undefined;
}

type Claim = Readonly<Record<string, unknown>>;

export const decisionOf: Ready = async ({ tx }, row, given) => {
  const claims = Array.isArray(row.claims) ? (row.claims as readonly Claim[]) : [];
  const picked = Array.isArray(given.picked) ? (given.picked as readonly unknown[]).map(Number) : null;
  if (picked && picked.length !== Number(given.accepted))
    return refuse("invalid", "assessment.picked_differs", { accepted: given.accepted, picked: picked.length });
  const effects = await effectsOf(tx, String(row.entrant), String(row.indicator), [Number(given.accepted ?? 0)]);
  const effect = effects?.[0];
  if (!effect) return refuse("conflict", "assessment.not_frozen", { name: row.title });
  return ok({
    value: effect.value,
    points: effect.points,
    ...(picked ? { claims: claims.map((claim, i) => ({ ...claim, accepted: picked.includes(i) })) } : {}),
  });
};
