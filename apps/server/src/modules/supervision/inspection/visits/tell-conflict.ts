/** Two checks of one place on one day: where they differ a case is opened, kept up to date, and told to the phone that sent the second. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import { orThrow } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AnsweredList, newestVersion } from "./answered-list.ts";
import { conflict } from "./conflict.ts";
import { differing } from "./domain/answers.ts";
import { answersOfDay, markConflict, type SameDay, type Visit, visitsOfDay } from "./store.ts";

export type Told = {
  readonly id: string;
  /** The version of the list now in force, when it is newer than the one answered. */
  readonly newer: number | null;
  readonly hazards: number;
  readonly conflict: {
    readonly id: string;
    readonly with: string;
    readonly at: string;
    readonly items: readonly string[];
  } | null;
};

export async function settleDay(context: RouteContext, visit: Visit, list: AnsweredList | undefined, hazards: number): Promise<Told> {
  const { tx, today } = context;
  const latest = await newestVersion(tx, visit.checklist, today);
  const newer = list && latest !== undefined && latest > list.version ? latest : null;
  return { id: visit.id, newer, hazards, conflict: await conflictOf(context, visit) };
}

async function conflictOf(context: RouteContext, visit: Visit): Promise<Told["conflict"]> {
  const { tx, actor } = context;
  const visits = await visitsOfDay(tx, visit.unit, visit.onDay);
  const others = visits.filter(({ inspector }) => inspector !== actor.userId);
  if (others.length === 0) return null;
  const items = differing(await answersOfDay(tx, visit.unit, visit.onDay));
  const id = await keepCase(context, visit, visits, items.length);
  if (items.length === 0 || id === null) return null;
  const other = others.at(-1);
  return { id, with: other?.inspectors ?? "", at: other?.startedAt ?? visit.startedAt, items };
}

/** @returns the open case of this place and day; null where there is nothing to decide */
async function keepCase(context: RouteContext, visit: Visit, visits: readonly SameDay[], items: number): Promise<string | null> {
  const { tx, services, actor, now, today } = context;
  const open = await sql<{ id: string }>`select id from inspection.conflict
    where unit = ${visit.unit} and on_day = ${visit.onDay} and closed_at is null and deleted_at is null`.execute(tx);
  const known = open.rows[0]?.id ?? null;
  if (known === null && items === 0) return null;
  await markConflict(tx, visit.unit, visit.onDay, items > 0);
  const who = [...new Set(visits.flatMap(({ inspectors }) => inspectors.split("、")))].join("、");
  const what = sentence(visit.unitName, visits.length, items);
  if (known !== null) {
    await sql`update inspection.conflict set items = ${items}, what = ${what}, who = ${who}, last_at = ${now}, version = version + 1, updated_at = now()
      where id = ${known}`.execute(tx);
    return known;
  }
  const values = { unit: visit.unit, unitName: visit.unitName, onDay: visit.onDay, who, items, what };
  const raise = { area: visit.area, values, holderOrgan: actor.organId, at: now, kind: "system", actorName: "系统" } as const;
  return orThrow(await raiseCase(eraseCase(conflict), raise, systemReader(services, tx, now, today), services)).id;
}

const sentence = (unit: string, visits: number, items: number): string => `${unit}：同日 ${visits} 份检查记录，${items} 项结论不同`;
