/** The phone's own store: one database a person, so that another user of the same phone sees nothing of it. Every act is one transaction. */
import type { FieldDay, PatrolDay } from "@suiren/api-client";
import Dexie, { type EntityTable, type Table } from "dexie";
import { nextLetter, withReceipt } from "./domain/queue.ts";
import {
  type BlobRow,
  blobKey,
  type PatrolRow,
  type PhotoPart,
  type PhotoRow,
  type Piece,
  type PieceRow,
  type RiskRow,
  type SnapRow,
  type VisitRow,
  type Way,
} from "./domain/rows.ts";
import type { LetterAnswer } from "./wire.ts";

export type DayRow = { readonly key: "day"; readonly etag: string | null; readonly at: string; readonly body: FieldDay };

/** What a grid member takes along on his rounds. */
export type RoundsRow = { readonly key: "rounds"; readonly at: string; readonly body: PatrolDay };

export class FieldStore extends Dexie {
  declare readonly visits: EntityTable<VisitRow, "id">;
  declare readonly snaps: EntityTable<SnapRow, "id">;
  declare readonly pieces: Table<PieceRow, number>;
  declare readonly photos: EntityTable<PhotoRow, "id">;
  declare readonly blobs: EntityTable<BlobRow, "key">;
  declare readonly day: EntityTable<DayRow, "key">;
  declare readonly patrols: EntityTable<PatrolRow, "id">;
  declare readonly risks: EntityTable<RiskRow, "id">;
  declare readonly rounds: EntityTable<RoundsRow, "key">;

  constructor(person: string) {
    super(`suiren-field-${person}`);
    this.version(1).stores({
      visits: "id, unit, task, startedAt",
      snaps: "id, at",
      pieces: "++seq, &id, group, state",
      photos: "id, group, state",
      blobs: "key",
      day: "key",
    });
    this.version(2).stores({ patrols: "id, startedAt", risks: "id, at", rounds: "key" });
  }
}

const everything = (store: FieldStore) => [store.visits, store.snaps, store.pieces, store.photos, store.blobs, store.patrols, store.risks];

/** An act: all of it is on the phone, or none. */
export const act = <T>(store: FieldStore, work: () => Promise<T>): Promise<T> => store.transaction("rw", everything(store), work);

/** Puts a fact into the queue. Inside an act. */
export async function enqueue(store: FieldStore, group: string, body: Piece): Promise<void> {
  const item = body.kind === "itemAnswered" ? body.item : null;
  if (item !== null) await dropUntried(store, group, item);
  await store.pieces.add({
    ...{ id: body.id, group, kind: body.kind, item, body, savedAt: new Date().toISOString(), state: "waiting", tries: 0 },
    ...{ receipt: null, message: null, conflict: false, receivedAt: null },
  });
}

/** An earlier answer to the same item that was never sent says nothing any more. */
async function dropUntried(store: FieldStore, group: string, item: string): Promise<void> {
  const old = await store.pieces
    .where("group")
    .equals(group)
    .filter((piece) => piece.item === item && piece.state === "waiting" && piece.tries === 0)
    .primaryKeys();
  await store.pieces.bulkDelete(old);
}

export const piecesOf = (store: FieldStore): Promise<PieceRow[]> => store.pieces.orderBy("seq").toArray();

/** The next letter, noted as tried before it leaves: from now on its pieces may be on the server, and none of them is dropped any more. */
export const takeLetter = (store: FieldStore, way: Way): Promise<readonly PieceRow[]> =>
  store.transaction("rw", store.pieces, async () => {
    const letter = nextLetter(await piecesOf(store), way);
    await store.pieces
      .where("id")
      .anyOf(letter.map(({ id }) => id))
      .modify((piece, ref) => {
        ref.value = { ...piece, tries: piece.tries + 1 };
      });
    return letter;
  });

export const takeReply = (store: FieldStore, answer: LetterAnswer): Promise<void> =>
  store.transaction("rw", store.pieces, store.visits, async () => {
    const byId = new Map(answer.receipts.map((receipt) => [receipt.id, receipt]));
    await store.pieces
      .where("id")
      .anyOf([...byId.keys()])
      .modify((piece, ref) => {
        ref.value = withReceipt(piece, byId.get(piece.id), answer.serverTime);
      });
    for (const told of answer.visits) await store.visits.update(told.id, { told });
  });

/** A person has dealt with what was refused, or wants it tried again as it is. */
export const tryAgain = (store: FieldStore, group: string): Promise<void> =>
  store.transaction("rw", store.pieces, store.photos, async () => {
    await store.pieces
      .where("group")
      .equals(group)
      .filter(({ state }) => state === "refused")
      .modify({ state: "waiting", message: null });
    await store.photos
      .where("group")
      .equals(group)
      .filter(({ state }) => state === "refused")
      .modify({ state: "waiting", message: null });
  });

export async function noteSent(store: FieldStore, id: string, part: PhotoPart, sentBytes: number): Promise<void> {
  await store.photos
    .where("id")
    .equals(id)
    .modify((photo, ref) => {
      const row = photo[part];
      ref.value = row ? { ...photo, [part]: { ...row, sentBytes } } : photo;
    });
}

/** The receipt and the end of the bytes here are one act: the original is kept until it is known to be there. */
export const notePhotoReceipt = (store: FieldStore, id: string, part: PhotoPart, receipt: string): Promise<void> =>
  store.transaction("rw", store.photos, store.blobs, async () => {
    await store.photos
      .where("id")
      .equals(id)
      .modify((photo, ref) => {
        const row = photo[part];
        if (!row) return;
        const next: PhotoRow = { ...photo, [part]: { ...row, sentBytes: row.sizeBytes, receipt } };
        const done = next.shown.receipt !== null && (next.original === null || next.original.receipt !== null);
        ref.value = { ...next, state: done ? "received" : next.state };
      });
    await store.blobs.delete(blobKey(id, part));
  });

export async function refusePhoto(store: FieldStore, id: string, message: string): Promise<void> {
  await store.photos.update(id, { state: "refused", message });
}
