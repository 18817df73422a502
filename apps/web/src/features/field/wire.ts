/** The way to the server. Nothing here waits for a person: a lost session or network is an answer the queue knows what to do with. */
import type { FieldPiece, FieldVisitTold, Gives, PatrolPiece, Takes } from "@suiren/api-client";
import { ApiError, request, sessionApi } from "../../lib/api.ts";
import type { PhotoPart } from "./domain/rows.ts";

export type SyncAnswer = Gives<"POST", "/inspection/sync">;
/** What either letter is answered with; of patrols nothing is told beyond the receipts. */
export type LetterAnswer = Pick<SyncAnswer, "receipts" | "serverTime"> & { readonly visits: readonly FieldVisitTold[] };
export type PhotoStatement = Takes<"POST", "/inspection/photos">;
export type PhotoStanding = Gives<"POST", "/inspection/photos">;

export type Wire = {
  sync(pieces: readonly FieldPiece[]): Promise<LetterAnswer>;
  patrols(pieces: readonly PatrolPiece[]): Promise<LetterAnswer>;
  state(photo: PhotoStatement): Promise<PhotoStanding>;
  put(id: string, part: PhotoPart, at: number, bytes: ArrayBuffer): Promise<{ readonly receivedBytes: number }>;
  close(id: string, part: PhotoPart): Promise<{ readonly receipt: string }>;
};

export const wire: Wire = {
  sync: (pieces) => sessionApi.post("/inspection/sync", { pieces }),
  patrols: async (pieces) => ({ ...(await sessionApi.post("/grassroots/field/sync", { pieces })), visits: [] }),
  state: (photo) => sessionApi.post("/inspection/photos", photo),
  put: (id, part, at, bytes) =>
    request("PUT", `/inspection/photos/${id}/${part}/bytes`, {
      query: { at },
      body: new Blob([bytes], { type: "application/octet-stream" }),
      aboutSession: true,
    }),
  close: (id, part) => sessionApi.post("/inspection/photos/{id}/{part}/close", { id, part }),
};

/** Nobody answered, or nobody could: the same again later. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.status === 0 || error.status >= 500 || error.status === 429) &&
  error.code !== "inspection.photo_before_record";
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
