/** A base map to the server, piece by piece: a lost connection is waited for, a broken upload goes on where it stopped. */
import type { BaseMapFinished, ReceivedBytes, Takes } from "@suiren/api-client";
import { ApiError, api, request } from "../../lib/api.ts";
import type { Where } from "./model.ts";

export type Stated = Omit<Takes<"POST", "/base-maps">, "fileName" | "sizeBytes">;

const PIECE = 8 * 2 ** 20;
const TRIES = 6;
const WAIT_MS = 1_500;

/** @param onProgress bytes the server has; all of them while it checks @param signal stops between pieces; the server keeps what it has */
export async function sendBaseMap(
  file: File,
  stated: Stated,
  where: Where,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<BaseMapFinished> {
  const begun = await api.post("/base-maps", {
    ...stated,
    fileName: file.name,
    sizeBytes: file.size,
  });
  let at = begun.receivedBytes;
  onProgress(at);
  while (at < file.size) {
    at = await sendPiece(begun.id, file, at, signal);
    onProgress(at);
  }
  return api.post("/base-maps/{id}/finish", { id: begun.id, ground: where });
}

async function sendPiece(id: string, file: File, at: number, signal: AbortSignal): Promise<number> {
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    try {
      const body = file.slice(at, at + PIECE, "application/octet-stream");
      const { receivedBytes } = await request<ReceivedBytes>("PUT", `base-maps/${id}/bytes`, { query: { at }, body, signal });
      return receivedBytes;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Part of a piece arrived before the connection broke: the server says where it stands.
      const { receivedBytes } = error.params;
      if (error.code === "base-maps.other_place" && typeof receivedBytes === "number") return receivedBytes;
      const passes = error.code === "network.away" || error.code === "base-maps.busy" || error.status >= 500;
      if (!passes || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tries));
    }
  }
}
