/**
 * 自查自改: what a unit finds itself becomes a hazard at once and is the unit's own to mend: graded by the check item and assigned to the unit with
 * its term by the program, so that nobody waits for an office; the review stays with the office. QZ-2.3.1.
 */
import { hazard, raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import { ok, type Result } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { addDays } from "#platform/values.ts";
import type { UnitRow } from "./load.ts";

/** Days a unit has to mend what it found itself; a supervisor may set another term. Product default. */
const TERM_DAYS = { minor: 7, general: 15 } as const;

export type OwnFinding = {
  readonly what: string;
  readonly placeWords: string;
  readonly item: string | null;
  readonly grade: "minor" | "general";
  readonly ground: string | null;
  readonly remedy: string | null;
  readonly photos: readonly string[];
  readonly origin: "selfCheck" | "patrol";
  readonly originName: string;
  readonly originId: string;
  readonly foundOn: string;
};

type Made = Pick<RouteContext, "tx" | "services" | "now" | "today">;

export async function raiseOwn(
  context: Made & Pick<RouteContext, "actor">,
  unit: UnitRow,
  found: OwnFinding,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }>> {
  const { tx, services, actor, now, today } = context;
  const { remedy, ...finding } = found;
  const given = { ...finding, area: unit.area, unit: unit.id, demo: unit.demo };
  const raised = await raiseHazard(tx, services, given, { actor, actorName: actor.name, organ: null, now, today });
  if (!raised.ok || !raised.value.isNew) return raised;
  const { id, isNew } = raised.value;
  const dueOn = addDays(today, TERM_DAYS[found.grade]);
  const assigned = await assignToUnit(context, id, {
    grade: found.grade,
    dueOn,
    person: unit.manager ?? unit.responsible,
    measures: remedy,
  });
  return assigned.ok ? ok({ id, isNew }) : assigned;
}

type Term = {
  readonly grade: "minor" | "general";
  readonly dueOn: string;
  readonly person: string | null;
  readonly measures: string | null;
};

/** The program's own moves: what a unit found is its own to mend. */
export async function assignToUnit(
  { tx, services, now, today }: Made,
  id: string,
  { grade, dueOn, person, measures }: Term,
): Promise<Result<unknown>> {
  const by = { actor: null, now, today };
  const reader = systemReader(services, tx, now, today);
  const declared = eraseCase(hazard);
  const graded = await moveCase(declared, id, "grade", { grade, note: "单位自查发现" }, by, reader);
  if (!graded.ok) return graded;
  return moveCase(declared, id, "assign", { rectifier: "unit", dueOn, rectifierName: person, measures, note: "单位自行整改" }, by, reader);
}
