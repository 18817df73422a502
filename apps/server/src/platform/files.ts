/** Files by content hash under the data directory. The name and media type a caller claims are checked against the bytes. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ok, type Result, refuse } from "./result.ts";

export type StoredFile = { readonly sha256: string; readonly sizeBytes: number; readonly head: Uint8Array };
export type FileStore = {
  /** Takes the bytes in, at most `limit`; refuses larger ones and leaves nothing behind. */
  take(stream: Readable, limit: number): Promise<Result<StoredFile>>;
  read(sha256: string): Readable;
  path(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  /** What was put there before `at`, by its hash; beginnings of files that never came to their end are dropped on the way. */
  olderThan(at: Date): AsyncGenerator<string>;
  readonly dir: string;
};

const INCOMING = "incoming";
const FOLDER = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

export function createFileStore(dir: string): FileStore {
  const path = (sha256: string) => join(dir, sha256.slice(0, 2), sha256);
  return {
    dir,
    path,
    read: (sha256) => createReadStream(path(sha256)),
    has: (sha256) =>
      stat(path(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(path(sha256), { force: true }),
    async *olderThan(at) {
      const writtenAt = async (file: string) => (await stat(file).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY;
      for (const folder of await readdir(dir).catch(() => [])) {
        const isIncoming = folder === INCOMING;
        if (!isIncoming && !FOLDER.test(folder)) continue;
        for (const name of await readdir(join(dir, folder))) {
          if ((await writtenAt(join(dir, folder, name))) >= at.getTime()) continue;
          if (isIncoming) await rm(join(dir, folder, name), { force: true });
          else if (HASH.test(name) && name.startsWith(folder)) yield name;
        }
      }
    },
    async take(stream, limit) {
      await mkdir(join(dir, INCOMING), { recursive: true });
      const incoming = join(dir, INCOMING, randomUUID());
      const file = await open(incoming, "wx", 0o600);
      const hash = createHash("sha256");
      let size = 0;
      let head: Uint8Array = new Uint8Array();
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > limit) {
            stream.resume();
            return refuse("too_large", "http.too_large", { limit: `${Math.round(limit / 1_048_576)} MB` });
          }
          if (head.length < 4_096) head = Buffer.concat([head, chunk.subarray(0, 4_096 - head.length)]);
          hash.update(chunk);
          await file.write(chunk);
        }
        await file.sync();
        const sha256 = hash.digest("hex");
        await mkdir(join(dir, sha256.slice(0, 2)), { recursive: true });
        await rename(incoming, path(sha256));
        return ok({ sha256, sizeBytes: size, head });
      } finally {
        await file.close();
        await rm(incoming, { force: true });
      }
    },
  };
}
