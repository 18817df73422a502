/** What lies on the phone. Facts are kept as they will be sent; beside them a picture of each visit for the screens, changed in the same transaction. */
import type { FieldList, FieldPiece, FieldVisitTold, PatrolPiece } from "@suiren/api-client";

/** Two letters leave the phone: visits and snaps to the inspection, patrols and risk checks to the grassroots. */
export type Piece = FieldPiece | PatrolPiece;
export type Way = "visits" | "patrols";
const patrolKinds: ReadonlySet<string> = new Set(["patrolBegun", "pointVisited", "problemFound", "patrolEnded", "riskChecked"]);
export const wayOf = (kind: Piece["kind"]): Way => (patrolKinds.has(kind) ? "patrols" : "visits");
export type Outcome = "pass" | "fail" | "notApplicable";
export type Remedy = "onSpot" | "deadline" | "advice";
export type Point = { readonly lon: number; readonly lat: number; readonly accuracyM: number | null; readonly at: string | null };

export type PieceRow = {
  /** Given by the store: the order of the acts, and of sending. */
  readonly seq?: number;
  readonly id: string;
  /** The visit or the hazard it belongs to. */
  readonly group: string;
  readonly kind: Piece["kind"];
  readonly item: string | null;
  readonly body: Piece;
  readonly savedAt: string;
  readonly state: "waiting" | "received" | "refused";
  /** How often a letter with it was begun: once is enough for it to be on the server already. */
  readonly tries: number;
  readonly receipt: string | null;
  readonly message: string | null;
  readonly conflict: boolean;
  readonly receivedAt: string | null;
};

export type Answer = {
  readonly outcome: Outcome | null;
  readonly note: string;
  readonly place: string;
  readonly photos: readonly string[];
  readonly remedy: Remedy | null;
  readonly dueOn: string | null;
};
export const noAnswer: Answer = { outcome: null, note: "", place: "", photos: [], remedy: null, dueOn: null };

export type Signature = { readonly name: string; readonly strokes: readonly (readonly number[])[]; readonly refusedWhy: string | null };

export type VisitRow = {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly address: string;
  readonly manager: string | null;
  readonly task: string | null;
  readonly purpose: string;
  readonly purposeLabel: string;
  readonly list: FieldList;
  readonly inspectors: readonly string[];
  readonly guidance: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Saved answers, and what is being filled in: a phone that dies loses neither. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly drafts: Readonly<Record<string, Answer>>;
  /** The id of the hazard an item makes, the same however often it is answered. */
  readonly hazards: Readonly<Record<string, string>>;
  readonly signatures: { readonly inspector?: Signature; readonly unit?: Signature };
  /** Where he stands in the list. */
  readonly index: number;
  readonly point: Point | null;
  readonly told: FieldVisitTold | null;
};

export type SnapRow = {
  readonly id: string;
  readonly what: string;
  readonly place: string;
  readonly unitName: string | null;
  readonly at: string;
};

export type PatrolFact = {
  readonly id: string;
  readonly place: string;
  readonly what: string;
  readonly fine: boolean;
  readonly onSpot: boolean;
  readonly at: string;
};
export type PatrolRow = {
  readonly id: string;
  readonly route: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Places visited and problems found, as they were saved, newest last. */
  readonly facts: readonly PatrolFact[];
  /** What is being filled in: a phone that dies loses nothing of it. */
  readonly draft: { readonly place: string; readonly what: string };
};
export type RiskRow = { readonly id: string; readonly place: string; readonly grade: string; readonly at: string };

export const photoParts = ["shown", "original"] as const;
export type PhotoPart = (typeof photoParts)[number];
export type PartRow = { readonly sizeBytes: number; readonly sha256: string; readonly sentBytes: number; readonly receipt: string | null };
export type PhotoRow = {
  readonly id: string;
  readonly group: string;
  readonly visit: string | null;
  readonly hazard: string | null;
  readonly item: string | null;
  readonly takenAt: string;
  readonly point: Point | null;
  readonly place: string;
  readonly name: string;
  readonly blurred: number;
  /** A small JPEG as a data address, for lists; stays after everything was sent. */
  readonly thumb: string;
  readonly shown: PartRow;
  readonly original: PartRow | null;
  /** `held`: its item is still being filled in, so it may be covered in part or thrown away; nothing of it is sent. */
  readonly state: "held" | "waiting" | "received" | "refused";
  readonly message: string | null;
};
export type BlobRow = { readonly key: string; readonly bytes: ArrayBuffer };
export const blobKey = (photo: string, part: PhotoPart): string => `${photo}/${part}`;
