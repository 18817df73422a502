/** What accepting n of the m claims would change: shown before it is decided, stored beside the frozen figure when it is. */

import { sql } from "kysely";
import type { Ready } from "#platform/case/define.ts";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { correct } from "./domain/appeal.ts";
import { frozenOf, upheldOf, withUpheld } from "./frozen.ts";
import { loadYear } from "./years.ts";

export type Effect = {
  readonly accepted: number;
  readonly num: number;
  readonly den: number;
  readonly value: number | null;
  readonly points: number;
  readonly total: number;
  readonly grade: string;
};

/** The frozen figure of an entrant's indicator, and what it becomes with so many claims more than were upheld before. */
export async function effectsOf(
  tx: Tx,
  entrant: string,
  indicatorId: string,
  claims: readonly number[],
): Promise<readonly Effect[] | undefined> {
  const { rows } = await sql<{
    year: string;
    snapshot: string | null;
  }>`select year, snapshot from assessment.entrant where id = ${entrant} and deleted_at is null`.execute(tx);
  const row = rows[0];
  if (!row?.snapshot) return undefined;
  const { scheme } = await loadYear(tx, row.year);
  const frozen = await frozenOf(tx, row.snapshot);
  const indicator = scheme.indicators.find(({ id }) => id === indicatorId);
  const scored = frozen?.figures.score.indicators.find(({ id }) => id === indicatorId);
  if (!frozen || !indicator || !scored) return undefined;
  const upheld = (await upheldOf(tx, [entrant])).get(entrant) ?? new Map<string, number>();
  const before = upheld.get(indicatorId) ?? 0;
  return claims.map((accepted) => {
    const next = correct(indicator, scored, before + accepted);
    const whole = withUpheld(scheme, frozen.figures.score, new Map([...upheld, [indicatorId, before + accepted]]));
    return { accepted, num: next.num, den: next.den, value: next.value, points: next.points, total: whole.total, grade: whole.grade };
  });
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
