/** Which list a unit checks itself by: the nearest office's own in force, else the shipped one of its kind (module inspection, purpose 单位自查). */

import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { type CheckItem, type Checklist, checklistById, checklistFor } from "#modules/supervision/inspection/index.ts";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";

export type { CheckItem, Checklist };

const kindOf = (kind: string): UnitKind => (kind in unitKinds ? (kind as UnitKind) : "other");

export const listFor = (
  tx: Tx,
  unit: { readonly kind: string; readonly area: number },
  today: CalendarDate,
): Promise<Checklist | undefined> => checklistFor(tx, { kind: kindOf(unit.kind), purpose: "selfCheck", area: unit.area, today });

/** The list as it was when the check began. */
export async function listOfCheck(tx: Tx, id: string, version: number): Promise<Checklist | undefined> {
  const list = await checklistById(tx, id, version);
  return list?.purpose === "selfCheck" ? list : undefined;
}

/** A unit raises nothing above general by itself: the rest is an office's to judge. */
export const gradeOf = ({ grade }: CheckItem): "minor" | "general" => (grade === "minor" ? "minor" : "general");
