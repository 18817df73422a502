/** What a grid member does on his rounds. As in `acts.ts`, each act saves what he sees and what will be sent in one transaction. */
import type { PatrolPiece } from "@suiren/api-client";
import { uuidv7 } from "../../lib/uuid.ts";
import type { PatrolFact, PatrolRow, Point } from "./domain/rows.ts";
import { act, enqueue, type FieldStore } from "./store.ts";

const now = (): string => new Date().toISOString();
const noDraft = { place: "", what: "" } as const;

/** One patrol at a time: who begins again goes on with the one under way. */
export function beginPatrol(store: FieldStore, route: string, point: Point | null): Promise<string> {
  const at = now();
  return act(store, async () => {
    const open = await store.patrols.filter(({ endedAt }) => endedAt === null).first();
    if (open) return open.id;
    const id = uuidv7();
    await store.patrols.add({ id, route, startedAt: at, endedAt: null, facts: [], draft: noDraft });
    await enqueue(store, id, { id: uuidv7(), kind: "patrolBegun", patrol: id, at, route, point });
    return id;
  });
}

async function change(store: FieldStore, id: string, next: (patrol: PatrolRow) => Partial<PatrolRow>): Promise<void> {
  const patrol = await store.patrols.get(id);
  if (!patrol || patrol.endedAt !== null) throw new Error(`no patrol ${id} under way on this phone`);
  await store.patrols.update(id, next(patrol));
}

export const keepPatrolDraft = (store: FieldStore, id: string, draft: Partial<PatrolRow["draft"]>): Promise<void> =>
  act(store, () => change(store, id, (patrol) => ({ draft: { ...patrol.draft, ...draft } })));

export function visitPoint(store: FieldStore, patrol: string, place: string, point: Point | null): Promise<void> {
  const fact: PatrolFact = { id: uuidv7(), place, what: "", fine: true, onSpot: false, at: now() };
  return act(store, async () => {
    await change(store, patrol, ({ facts }) => ({ facts: [...facts, fact], draft: noDraft }));
    await enqueue(store, patrol, {
      id: fact.id,
      kind: "pointVisited",
      patrol,
      at: fact.at,
      place,
      unit: null,
      fine: true,
      note: "",
      point,
    });
  });
}

type Problem = { readonly place: string; readonly what: string; readonly onSpot: boolean; readonly point: Point | null };
/** What cannot be put right here becomes a hazard by the field's own way, under the id the patrol names. */
export function foundProblem(store: FieldStore, patrol: string, { place, what, onSpot, point }: Problem): Promise<void> {
  const fact: PatrolFact = { id: uuidv7(), place, what, fine: false, onSpot, at: now() };
  const hazard = onSpot ? null : uuidv7();
  return act(store, async () => {
    await change(store, patrol, ({ facts }) => ({ facts: [...facts, fact], draft: noDraft }));
    await enqueue(store, patrol, { id: fact.id, kind: "problemFound", patrol, at: fact.at, place, what, onSpot, hazard });
    if (hazard) {
      const found = {
        id: uuidv7(),
        kind: "hazardFound",
        at: fact.at,
        hazard,
        unit: null,
        area: null,
        place,
        what,
        photos: [],
        point,
      } as const;
      await enqueue(store, patrol, { ...found, photos: [] });
    }
  });
}

export function endPatrol(store: FieldStore, patrol: string, words: string, point: Point | null): Promise<void> {
  const at = now();
  return act(store, async () => {
    await change(store, patrol, () => ({ endedAt: at }));
    await enqueue(store, patrol, { id: uuidv7(), kind: "patrolEnded", patrol, at, words, point });
  });
}

export type RiskGiven = Omit<Extract<PatrolPiece, { readonly kind: "riskChecked" }>, "id" | "kind" | "at" | "risk" | "patrol">;
/** @param risk chosen when the form was begun, so that a second touch of the button is the same find */
export function checkRisk(store: FieldStore, risk: string, given: RiskGiven, grade: string): Promise<void> {
  const at = now();
  return act(store, async () => {
    if (await store.risks.get(risk)) return;
    await store.risks.add({ id: risk, place: given.place, grade, at });
    await enqueue(store, risk, { ...given, id: uuidv7(), kind: "riskChecked", at, risk, patrol: null });
  });
}
