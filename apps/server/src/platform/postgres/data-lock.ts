/** One Suiren on one data directory. The lock file names its holder, and the port of the database once it serves. */
import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { startOf } from "./process-identity.ts";
import { PostgresStartError } from "./start-error.ts";

const lock = z.object({ pid: z.number(), startedAt: z.string(), port: z.number().nullable() });
const lockPath = (dataDir: string) => join(dataDir, "postgres.lock");

export type DataLock = { announce(port: number): Promise<void>; release(): Promise<void> };

/** A holder may be stopping, which takes it at most five seconds: npm returns the prompt before its child has ended. */
const waitForHolderMs = 6_000;
const lookAgainMs = 50;

/** Takes the lock or, when the holder stays, refuses with its number. A lock whose holder is gone is taken over. */
export async function takeDataLock(dataDir: string): Promise<DataLock> {
  const path = lockPath(dataDir);
  const mine = { pid: process.pid, startedAt: (await startOf(process.pid)) ?? "" };
  const until = performance.now() + waitForHolderMs;
  for (;;) {
    const taken = await writeFile(path, JSON.stringify({ ...mine, port: null }), { flag: "wx", mode: 0o600 }).then(() => true, notYet);
    if (taken) break;
    const holder = await readHolder(path);
    if (!holder?.alive) await moveAway(path, holder?.text ?? "");
    else if (performance.now() > until) throw inUse(dataDir, holder.pid);
    else await sleep(lookAgainMs);
  }
  return {
    async announce(port) {
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, JSON.stringify({ ...mine, port }), { mode: 0o600 });
      await rename(draft, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** The port of the database another living Suiren serves on this data directory; `null` when there is none. */
export async function findServedPort(dataDir: string): Promise<number | null> {
  const holder = await readHolder(lockPath(dataDir));
  return holder?.alive ? holder.port : null;
}

function notYet(error: NodeJS.ErrnoException): false {
  if (error.code === "EEXIST") return false;
  throw new PostgresStartError(
    `数据目录不可写（${error.code}）：可能磁盘已满，或目录属于另一个用户。请清理磁盘、换回原来的用户，或用 SUIREN_DATA 指定另一个目录。`,
    `The data directory cannot be written (${error.code}): a full disk, or another user's folder. Free space, start as that user, or set SUIREN_DATA.`,
    { cause: error },
  );
}

async function readHolder(path: string) {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const read = lock.safeParse(parseOrNull(text));
  if (!read.success) return { pid: 0, port: null, alive: false, text }; // cut short by a crash while writing
  const { pid, startedAt, port } = read.data;
  return { pid, port, alive: (await startOf(pid)) === startedAt, text };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Two may find the same stale lock; whoever moved away a fresh one instead puts it back and looks again. */
async function moveAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, "utf8")) === stale) await rm(aside);
  else await rename(aside, path);
}

const inUse = (dataDir: string, pid: number) =>
  new PostgresStartError(
    `数据目录 ${dataDir} 正被另一个燧人进程使用（pid ${pid}）。请先停止它，或用 SUIREN_DATA 指定另一个目录。`,
    `The data directory ${dataDir} is in use by another Suiren (pid ${pid}). Stop it first, or set SUIREN_DATA to another folder.`,
  );
