/** What a person may see of the duties: those of his area, and a department only what it leads, supports or owes. */
import { sql } from "kysely";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import type { Registry } from "#platform/module.ts";
import { refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaRange, type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { currentPeriod, type DutyPeriod } from "./domain/periods.ts";
import { periodsFor } from "./judge-all.ts";
import { isNamed, isOwed, type Laid, type LaidDuty, laidDuties } from "./laid.ts";
import { judgedFrom, READ } from "./recompute.ts";

/** Every duty of one's area; without it only those of one's own organ. */
export const ALL = "policy-tasks.standing.all";

type Remembered = { readonly stamp: string; readonly laid: readonly Laid[] };
const remembered = new WeakMap<Registry, Remembered>();

/** What is laid out, kept in this process until it is laid out anew. */
export async function allLaid({ tx, services }: Pick<RouteContext, "tx" | "services">): Promise<readonly Laid[]> {
  const { rows } = await sql<{
    stamp: string;
  }>`select concat(max(laid_at), ' ', max(ended_on), ' ', count(*), ' ', count(ended_on)) as stamp from policy_tasks.duty`.execute(tx);
  const stamp = rows[0]?.stamp ?? "";
  const known = remembered.get(services.registry);
  if (known?.stamp === stamp) return known.laid;
  const laid = await laidDuties(tx);
  remembered.set(services.registry, { stamp, laid });
  return laid;
}

export async function visibleLaid(context: RouteContext): Promise<readonly Laid[]> {
  const laid = await allLaid(context);
  const { actor, tx } = context;
  if (may(actor, ALL)) return laid;
  const organ = actor.organId;
  if (organ === null) return [];
  const { rows } = await sql<{ duty: number }>`select distinct duty from policy_tasks.standing where organ = ${organ}`.execute(tx);
  const owed = new Set(rows.map(({ duty }) => duty));
  return laid.filter(({ id, leads, supports }) => leads.includes(organ) || supports.includes(organ) || owed.has(id));
}

/** The area asked for, inside the asker's own. */
export function areaAsked({ actor }: Pick<RouteContext, "actor">, area: number | undefined) {
  const range: AreaRange = area === undefined ? actor.area : subtreeOf(area);
  return isWithin(range.lo, actor.area) ? ({ ok: true, value: range } as const) : refuse("not_found", "ledger.outside_area");
}

export type Chosen = {
  readonly pack?: string | undefined;
  readonly lead?: string | undefined;
  readonly subsystem?: string | undefined;
};

/** @returns the duties of a pack; undefined pack: the one that came into force last */
export function chosenLaid(
  laid: readonly Laid[],
  { pack, lead, subsystem }: Chosen,
): { readonly pack: string | null; readonly laid: readonly Laid[] } {
  const latest = laid.reduce<Laid | undefined>(
    (best, each) => (!best || each.content.pack.from > best.content.pack.from ? each : best),
    undefined,
  );
  const wanted = pack === "all" ? null : (pack ?? latest?.pack ?? null);
  return {
    pack: wanted,
    laid: laid.filter(
      (each) =>
        (wanted === null || isNamed(each, wanted)) &&
        (lead === undefined || each.leads.includes(lead)) &&
        (subsystem === undefined || each.content.clause.subsystem === subsystem),
    ),
  };
}

export type Current = { readonly laid: LaidDuty; readonly period: DutyPeriod };

/** Asked for every clause by every board, and the same all day long. */
const periods = new WeakMap<Laid, { readonly on: string; readonly period: DutyPeriod | undefined }>();

function periodOn(laid: LaidDuty, on: CalendarDate, today: CalendarDate): DutyPeriod | undefined {
  const asked = `${on} ${today}`;
  const known = periods.get(laid);
  if (known?.on === asked) return known.period;
  const period = findPeriod(laid, on, today);
  periods.set(laid, { on: asked, period });
  return period;
}

/** Almost always one runs on that day; where none does, the last before it speaks. One whose days cannot be reckoned (it is marked so) has none. */
function findPeriod(laid: LaidDuty, on: CalendarDate, today: CalendarDate): DutyPeriod | undefined {
  try {
    return (
      currentPeriod(periodsFor(laid, { from: on, to: on }, today), on) ??
      currentPeriod(periodsFor(laid, { from: judgedFrom(on), to: on }, today), on)
    );
  } catch {
    return undefined;
  }
}

/** Each duty with the period that speaks for a day. */
export function currentOf(laid: readonly Laid[], on: CalendarDate, today: CalendarDate): readonly Current[] {
  return laid.filter(isOwed).flatMap((each) => {
    const period = periodOn(each, on, today);
    return period ? [{ laid: each, period }] : [];
  });
}

export async function organNames(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from organizations.v_organ where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function areaName(tx: Tx, key: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from platform.area where key = ${key}`.execute(tx);
  return rows[0]?.name ?? "";
}

export { READ };
