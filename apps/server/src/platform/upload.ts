/** One file out of a multipart request, straight to disk: never held in memory, never named by its sender. */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyRequest } from "fastify";
import { ok, type Result, refuse } from "./result.ts";

export type Upload = { readonly fileName: string; readonly sizeBytes: number };

/** Writes the request's file to `path` (readable by its owner alone). Refuses a request without a file, and one larger than `limitBytes`; then nothing is left. */
export async function receiveFile(request: FastifyRequest, path: string, limitBytes: number): Promise<Result<Upload>> {
  if (!request.isMultipart()) return refuse("invalid", "upload.no_file");
  const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
  if (!part) return refuse("invalid", "upload.no_file");
  const to = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(part.file, to);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (part.file.truncated) {
    await rm(path, { force: true });
    return refuse("too_large", "http.too_large", { limit: `${Math.round(limitBytes / 1_048_576)} MB` });
  }
  const name = basename(part.filename.replaceAll("\\", "/")).replaceAll(/\p{Cc}/gu, "");
  return ok({ fileName: name.slice(-120) || "文件", sizeBytes: to.bytesWritten });
}
