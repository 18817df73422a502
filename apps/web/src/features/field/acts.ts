/** What a person does in the field. Each act saves what he sees and what will be sent in one transaction. */
import type { FieldDay, FieldList, FieldPiece } from "@suiren/api-client";
import { uuidv7 } from "../../lib/uuid.ts";
import { type Answer, blobKey, noAnswer, type PartRow, type PhotoRow, type Point, type Signature, type VisitRow } from "./domain/rows.ts";
import { act, enqueue, type FieldStore } from "./store.ts";

type Unit = FieldDay["units"][number];
export type Beginning = {
  readonly unit: Unit;
  readonly list: FieldList;
  readonly task: string | null;
  readonly purpose: string;
  readonly purposeLabel: string;
  readonly inspectors: readonly string[];
  readonly guidance: boolean;
  readonly point: Point | null;
};
const now = (): string => new Date().toISOString();
type PurposeOf = Extract<FieldPiece, { readonly kind: "visitBegun" }>["purpose"];

export async function beginVisit(store: FieldStore, given: Beginning): Promise<string> {
  const [id, at] = [uuidv7(), now()];
  const { unit, list, task, purpose, purposeLabel, inspectors, guidance, point } = given;
  await act(store, async () => {
    await store.visits.add({
      ...{ id, task, purpose, purposeLabel, list, inspectors, guidance, point, startedAt: at, finishedAt: null },
      ...{ unit: unit.id, unitName: unit.name, address: unit.address, manager: unit.manager ?? unit.responsible },
      ...{ answers: {}, drafts: {}, hazards: {}, signatures: {}, index: 0, told: null },
    });
    await enqueue(store, id, {
      ...{ id: uuidv7(), kind: "visitBegun", visit: id, at, unit: unit.id, task, purpose: purpose as PurposeOf },
      ...{ checklist: list.id, version: list.version, inspectors: [...inspectors], guidance, point },
    });
  });
  return id;
}

const change = async (store: FieldStore, id: string, next: (visit: VisitRow) => Partial<VisitRow>): Promise<VisitRow> => {
  const visit = await store.visits.get(id);
  if (!visit) throw new Error(`no visit ${id} on this phone`);
  await store.visits.update(id, next(visit));
  return visit;
};

const draftIn = ({ drafts, answers }: VisitRow, item: string): Answer => drafts[item] ?? answers[item] ?? noAnswer;

/** What is being filled in, kept as it is typed; nothing of it is sent. Only what changed: a photo may have come in beside it. */
export const keepDraft = (store: FieldStore, visit: string, item: string, changed: Partial<Answer>): Promise<VisitRow> =>
  act(store, () => change(store, visit, (row) => ({ drafts: { ...row.drafts, [item]: { ...draftIn(row, item), ...changed } } })));

export const goTo = (store: FieldStore, visit: string, index: number): Promise<VisitRow> =>
  act(store, () => change(store, visit, () => ({ index })));

export async function saveAnswer(store: FieldStore, visit: string, item: string, answer: Answer): Promise<void> {
  const { outcome } = answer;
  if (outcome === null) return;
  await act(store, async () => {
    const hazard = outcome === "fail" ? ((await store.visits.get(visit))?.hazards[item] ?? uuidv7()) : null;
    await change(store, visit, ({ answers, drafts, hazards }) => {
      const { [item]: _, ...otherDrafts } = drafts;
      return { answers: { ...answers, [item]: answer }, drafts: otherDrafts, hazards: hazard ? { ...hazards, [item]: hazard } : hazards };
    });
    const { note, place, photos, remedy, dueOn } = answer;
    await store.photos
      .where("id")
      .anyOf([...photos])
      .filter(({ state }) => state === "held")
      .modify({ state: "waiting" });
    const failed = outcome === "fail" ? { remedy, dueOn: remedy === "deadline" ? dueOn : null } : { remedy: null, dueOn: null };
    await enqueue(store, visit, {
      id: uuidv7(),
      kind: "itemAnswered",
      visit,
      at: now(),
      item,
      outcome,
      note,
      place,
      photos: [...photos],
      hazard,
      ...failed,
    });
  });
}

export async function signVisit(store: FieldStore, visit: string, side: "inspector" | "unit", signature: Signature): Promise<void> {
  await act(store, async () => {
    await change(store, visit, ({ signatures }) => ({ signatures: { ...signatures, [side]: signature } }));
    const strokes = signature.strokes.map((stroke) => [...stroke]);
    await enqueue(store, visit, {
      id: uuidv7(),
      kind: "visitSigned",
      visit,
      at: now(),
      side,
      name: signature.name,
      strokes,
      refusedWhy: signature.refusedWhy,
    });
  });
}

export type Ending = { readonly present: string; readonly presentPost: string; readonly opinion: string; readonly firstExempt: boolean };
export async function finishVisit(store: FieldStore, visit: string, ending: Ending): Promise<void> {
  const at = now();
  await act(store, async () => {
    await change(store, visit, () => ({ finishedAt: at }));
    await enqueue(store, visit, { id: uuidv7(), kind: "visitFinished", visit, at, ...ending, point: null });
  });
}

export type MadePhoto = {
  readonly shown: ArrayBuffer;
  readonly shownSha256: string;
  readonly original: ArrayBuffer;
  readonly originalSha256: string;
  readonly thumb: string;
  readonly name: string;
  readonly takenAt: string;
  readonly blurred: number;
};
export type PhotoOf = Pick<PhotoRow, "visit" | "hazard" | "item" | "point" | "place">;

const partOf = (bytes: ArrayBuffer, sha256: string): PartRow => ({ sizeBytes: bytes.byteLength, sha256, sentBytes: 0, receipt: null });

async function putPhoto(store: FieldStore, made: MadePhoto, of: PhotoOf, state: PhotoRow["state"]): Promise<string> {
  const id = uuidv7();
  const { shown, original, thumb, name, takenAt, blurred } = made;
  await store.photos.add({
    ...{ id, group: of.visit ?? of.hazard ?? id, ...of, thumb, name, takenAt, blurred, state, message: null },
    ...{ shown: partOf(shown, made.shownSha256), original: partOf(original, made.originalSha256) },
  });
  await store.blobs.bulkAdd([
    { key: blobKey(id, "shown"), bytes: shown },
    { key: blobKey(id, "original"), bytes: original },
  ]);
  return id;
}

/** A photo of an item: kept at once, with the draft that names it. */
export function addItemPhoto(
  store: FieldStore,
  visit: string,
  item: string,
  made: MadePhoto,
  of: Pick<PhotoOf, "point" | "place">,
): Promise<string> {
  return act(store, async () => {
    const id = await putPhoto(store, made, { ...of, visit, hazard: null, item }, "held");
    await change(store, visit, (row) => {
      const draft = draftIn(row, item);
      return { drafts: { ...row.drafts, [item]: { ...draft, photos: [...draft.photos, id] } } };
    });
    return id;
  });
}

/** Only while its item is not saved: what was saved is evidence and stays. */
export const dropPhoto = (store: FieldStore, visit: string, item: string, photo: string): Promise<void> =>
  act(store, async () => {
    const row = await store.photos.get(photo);
    if (row?.state !== "held") return;
    await store.photos.delete(photo);
    await store.blobs.bulkDelete([blobKey(photo, "shown"), blobKey(photo, "original")]);
    await change(store, visit, (row) => {
      const draft = draftIn(row, item);
      return { drafts: { ...row.drafts, [item]: { ...draft, photos: draft.photos.filter((id) => id !== photo) } } };
    });
  });

/** Another shown copy of the same photo, parts of it covered. The original stays. */
export const coverPhoto = (
  store: FieldStore,
  photo: string,
  made: Pick<MadePhoto, "shown" | "shownSha256" | "thumb" | "blurred">,
): Promise<void> =>
  act(store, async () => {
    const row = await store.photos.get(photo);
    if (row?.state !== "held") return;
    await store.photos.update(photo, { shown: partOf(made.shown, made.shownSha256), thumb: made.thumb, blurred: made.blurred });
    await store.blobs.put({ key: blobKey(photo, "shown"), bytes: made.shown });
  });

/** A photo of a report that is still being written. */
export const addSnapPhoto = (store: FieldStore, hazard: string, made: MadePhoto, of: Pick<PhotoOf, "point" | "place">): Promise<string> =>
  act(store, () => putPhoto(store, made, { ...of, visit: null, hazard, item: null }, "held"));

export type Snap = {
  /** Chosen when the report was begun: its photos stand under it. */
  readonly hazard: string;
  readonly what: string;
  readonly place: string;
  readonly unit: Pick<Unit, "id" | "name"> | null;
  readonly point: Point | null;
};

/** 随手拍: what was seen, where, and its photos become one hazard. */
export async function snap(store: FieldStore, { hazard, what, place, unit, point }: Snap): Promise<void> {
  const at = now();
  await act(store, async () => {
    const photos = await store.photos.where("group").equals(hazard).primaryKeys();
    await store.photos.where("group").equals(hazard).modify({ state: "waiting" });
    await store.snaps.add({ id: hazard, what, place, unitName: unit?.name ?? null, at });
    await enqueue(store, hazard, {
      id: uuidv7(),
      kind: "hazardFound",
      at,
      hazard,
      unit: unit?.id ?? null,
      area: null,
      place,
      what,
      photos,
      point,
    });
  });
}
