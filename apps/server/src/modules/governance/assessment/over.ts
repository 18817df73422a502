/** The guard of every decision about an assessed government: not by itself, whatever right its people hold. */
import { sql } from "kysely";
import { isOver, standsOver } from "#modules/governance/responsibility/index.ts";
import type { Given, MoveContext, MoveRefusal, Ready } from "#platform/case/define.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";

const OWN: MoveRefusal = { code: "assessment.own_matter" };

/** Known from the row: what lies at the actor's own place is his own matter. Rows below another's year are asked by `overYear`. */
export const notOwnArea = (row: Given, { actor }: MoveContext): MoveRefusal | undefined =>
  actor && actor.area.lo === row.area ? OWN : undefined;
/** Known from the row: what is said of his own organ. */
export const notOwnOrgan = (row: Given, { actor }: MoveContext): MoveRefusal | undefined =>
  actor?.organId && row.target === actor.organId ? OWN : undefined;

/** Only who runs the year, or stands above it, decides an appeal of one assessed in it. */
export const overYear: Ready = async ({ tx, actor }, row) => {
  const { rows } = await sql<{ run: number; about: number }>`select v.area as run, e.area as about
    from assessment.entrant e join assessment.v_year v on v.id = e.year where e.id = ${String(row.entrant)}`.execute(tx);
  const judged = rows[0];
  return judged && isOver(actor.area, judged) ? ok({}) : refuse("forbidden", OWN.code);
};

/** For the moves of a case with `target`, and `host` where somebody found it. */
export const overTarget: Ready = async (context, row) =>
  (await standsOver(context, row.target, row.host)) ? ok({}) : refuse("forbidden", OWN.code);

/** The same for a route of its own. */
export const mayJudge = async (context: RouteContext, target: string, host: unknown): Promise<Result<Given>> =>
  (await standsOver(context, target, host)) ? ok({}) : refuse("forbidden", OWN.code);
