/** The server's own log: one file it appends to, moved on by size, three older ones kept. */
import { copyFile, mkdir, open, readFile, rename, stat, truncate } from "node:fs/promises";
import { join } from "node:path";

const limitBytes = 16 * 1024 * 1024;
const kept = 3;
const checkEveryMs = 60_000;

export type ServerLog = { readonly fd: number /** The last lines, for a message. */; tail(): Promise<string>; close(): Promise<void> };

/** Opens `<dataDir>/log/postgres.log`. The server inherits the open file, so it may lie where the server's account cannot go. */
export async function openServerLog(dataDir: string): Promise<ServerLog> {
  const path = join(dataDir, "log", "postgres.log");
  await mkdir(join(dataDir, "log"), { recursive: true, mode: 0o750 });
  await moveOn(path);
  const file = await open(path, "a", 0o640);
  const timer = setInterval(() => void moveOn(path).catch(() => undefined), checkEveryMs).unref();
  return {
    fd: file.fd,
    tail: async () => (await readFile(path, "utf8")).trim().split("\n").slice(-8).join("\n"),
    async close() {
      clearInterval(timer);
      await file.close();
    },
  };
}

/** Copies and empties instead of renaming: the server holds the file open, for appending. */
async function moveOn(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size < limitBytes) return;
  for (let n = kept - 1; n >= 1; n--) await rename(`${path}.${n}`, `${path}.${n + 1}`).catch(() => undefined);
  await copyFile(path, `${path}.1`);
  await truncate(path);
}
