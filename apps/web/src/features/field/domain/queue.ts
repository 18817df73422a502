/**
 * The queue 待传, pure: what goes into the next letter, what a reply changes, and in what state a visit is for its owner.
 * 已存本机 saved here, nothing tried yet → 待传 waiting → 已传 records have their receipts, photos are under way → 已收 everything has.
 */
import type { FieldReceipt } from "@suiren/api-client";
import { type PhotoRow, type PieceRow, type Way, wayOf } from "./rows.ts";

const MOST_PIECES = 60;
const MOST_LETTERS = 400_000;

/** Of one way, oldest first, as much as one letter holds. What hangs on a refused beginning stays here until a person has dealt with it. */
export function nextLetter(all: readonly PieceRow[], way: Way = "visits"): readonly PieceRow[] {
  const pieces = all.filter(({ kind }) => wayOf(kind) === way);
  const isRefusedBeginning = ({ kind, state }: PieceRow) => (kind === "visitBegun" || kind === "patrolBegun") && state === "refused";
  const stuck = new Set(pieces.filter(isRefusedBeginning).map(({ group }) => group));
  const letter: PieceRow[] = [];
  let size = 0;
  for (const piece of inOrder(pieces)) {
    if (piece.state !== "waiting" || stuck.has(piece.group)) continue;
    size += JSON.stringify(piece.body).length;
    if (letter.length > 0 && (letter.length >= MOST_PIECES || size > MOST_LETTERS)) break;
    letter.push(piece);
  }
  return letter;
}
const inOrder = (pieces: readonly PieceRow[]): readonly PieceRow[] => pieces.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));

/** What the reply says of a piece. `later` and silence leave it as it was: it is sent again. */
export function withReceipt(piece: PieceRow, receipt: FieldReceipt | undefined, now: string): PieceRow {
  if (!receipt || receipt.result === "later" || piece.state === "received") return piece;
  if (receipt.result === "refused") return { ...piece, state: "refused", message: receipt.message };
  return {
    ...piece,
    state: "received",
    receipt: receipt.receipt,
    message: receipt.message,
    conflict: receipt.result === "conflict",
    receivedAt: now,
  };
}

/** Did the letter bring anything forward? If not, sending it again at once would go round in circles. */
export const movedOn = (receipts: readonly FieldReceipt[]): boolean => receipts.some(({ result }) => result !== "later");

export type GroupState = "here" | "waiting" | "sent" | "received" | "conflict" | "refused";
export type Group = {
  readonly id: string;
  readonly state: GroupState;
  readonly pieces: readonly PieceRow[];
  readonly photos: readonly PhotoRow[];
  /** Pieces and photos without a receipt. */
  readonly left: number;
  readonly bytesLeft: number;
  readonly message: string | null;
  readonly at: string;
};

export const bytesLeftOf = ({ shown, original, state }: PhotoRow): number =>
  state === "waiting" ? shown.sizeBytes - shown.sentBytes + (original ? original.sizeBytes - original.sentBytes : 0) : 0;

export function groupsOf(pieces: readonly PieceRow[], photos: readonly PhotoRow[], conflicts: ReadonlySet<string>): readonly Group[] {
  const ids = [
    ...new Set([...pieces.map(({ group }) => group), ...photos.filter(({ state }) => state !== "held").map(({ group }) => group)]),
  ];
  return ids
    .map((id) =>
      groupOf(
        id,
        inOrder(pieces.filter((each) => each.group === id)),
        photos.filter((each) => each.group === id),
        conflicts.has(id),
      ),
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function groupOf(id: string, pieces: readonly PieceRow[], photos: readonly PhotoRow[], inConflict: boolean): Group {
  const waiting = pieces.filter(({ state }) => state === "waiting");
  const photosWaiting = photos.filter(({ state }) => state === "waiting");
  const refused = [...pieces, ...photos].find(({ state }) => state === "refused");
  const state: GroupState = refused
    ? "refused"
    : inConflict
      ? "conflict"
      : waiting.length > 0
        ? waiting.every(({ tries }) => tries === 0)
          ? "here"
          : "waiting"
        : photosWaiting.length > 0
          ? "sent"
          : "received";
  return {
    ...{ id, state, pieces, photos },
    left: waiting.length + photosWaiting.length,
    bytesLeft: photosWaiting.reduce((sum, photo) => sum + bytesLeftOf(photo), 0),
    message: refused?.message ?? null,
    at: pieces.at(-1)?.savedAt ?? photos.at(-1)?.takenAt ?? "",
  };
}

/** What has not arrived, in the figures of the head of the page. */
export function leftOf(pieces: readonly PieceRow[], photos: readonly PhotoRow[]) {
  const waiting = pieces.filter(({ state }) => state !== "received");
  const open = photos.filter(({ state }) => state === "waiting" || state === "refused");
  return {
    photos: open.length,
    records: new Set(waiting.filter(({ kind }) => kind !== "visitSigned").map(({ group }) => group)).size,
    signatures: waiting.filter(({ kind }) => kind === "visitSigned").length,
    bytes: open.reduce((sum, photo) => sum + bytesLeftOf(photo), 0),
    pieces: waiting.length + open.length,
  };
}
