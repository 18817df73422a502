/**
 * Sends what waits: records first, then photos, each from where it stopped. May die at any line: what is on the phone and what is on the server then
 * still agree on what to do next.
 */
import type { FieldPiece, PatrolPiece } from "@suiren/api-client";
import { ApiError, sentenceOf } from "../../lib/api.ts";
import { movedOn } from "./domain/queue.ts";
import { blobKey, type PhotoPart, type PhotoRow, type Piece, photoParts, type Way } from "./domain/rows.ts";
import { type FieldStore, notePhotoReceipt, noteSent, refusePhoto, takeLetter, takeReply } from "./store.ts";
import { isAway, isSignedOut, type LetterAnswer, type PhotoStatement, type Wire } from "./wire.ts";

export const PIECE_BYTES = 512 * 1_024;
export type Ending = "done" | "away" | "signedOut";

export async function sendAll(store: FieldStore, wire: Wire): Promise<Ending> {
  try {
    await sendRecords(store, "visits", (pieces) => wire.sync(pieces as readonly FieldPiece[]));
    await sendRecords(store, "patrols", (pieces) => wire.patrols(pieces as readonly PatrolPiece[]));
    for (const { id } of await store.photos.where("state").equals("waiting").toArray()) await sendPhoto(store, wire, id);
    return "done";
  } catch (error) {
    if (isSignedOut(error)) return "signedOut";
    if (isAway(error)) return "away";
    throw error;
  }
}

async function sendRecords(store: FieldStore, way: Way, send: (pieces: readonly Piece[]) => Promise<LetterAnswer>): Promise<void> {
  for (;;) {
    const letter = await takeLetter(store, way);
    if (letter.length === 0) return;
    const answer = await send(letter.map(({ body }) => body));
    await takeReply(store, answer);
    if (!movedOn(answer.receipts)) return;
  }
}

const statementOf = ({ id, visit, hazard, item, takenAt, point, place, name, blurred, shown, original }: PhotoRow): PhotoStatement => ({
  ...{ id, visit, hazard, item, takenAt, place, name, blurred },
  ...(point ? { lon: point.lon, lat: point.lat, accuracyM: point.accuracyM } : {}),
  shown: { sizeBytes: shown.sizeBytes, sha256: shown.sha256 },
  original: original && { sizeBytes: original.sizeBytes, sha256: original.sha256 },
});

async function sendPhoto(store: FieldStore, wire: Wire, id: string): Promise<void> {
  const photo = await store.photos.get(id);
  if (!photo) return;
  try {
    const standing = await wire.state(statementOf(photo));
    for (const part of photoParts) {
      const at = standing[part];
      if (at) await sendPart(store, wire, photo, part, at);
    }
  } catch (error) {
    if (!(error instanceof ApiError) || isAway(error) || isSignedOut(error)) throw error;
    if (error.code === "inspection.photo_before_record" || error.code === "inspection.photo_busy") return;
    if (error.status === 409 && error.code !== "inspection.piece_differs") return; // another place or damaged: asked anew next time
    await refusePhoto(store, id, sentenceOf(error));
  }
}

type Standing = { readonly receivedBytes: number; readonly receipt: string | null };
async function sendPart(
  store: FieldStore,
  wire: Wire,
  photo: PhotoRow,
  part: PhotoPart,
  { receivedBytes, receipt }: Standing,
): Promise<void> {
  if (receipt !== null) return notePhotoReceipt(store, photo.id, part, receipt);
  const bytes = (await store.blobs.get(blobKey(photo.id, part)))?.bytes;
  if (!bytes) return;
  let at = receivedBytes;
  await noteSent(store, photo.id, part, at);
  while (at < bytes.byteLength) {
    ({ receivedBytes: at } = await wire.put(photo.id, part, at, bytes.slice(at, at + PIECE_BYTES)));
    await noteSent(store, photo.id, part, at);
  }
  const closed = await wire.close(photo.id, part);
  await notePhotoReceipt(store, photo.id, part, closed.receipt);
}
