/** The embedded PostgreSQL 内置数据库: made on the first start, kept running, stopped with us. The only door of this folder. */
import { once } from "node:events";
import { createServer } from "node:net";
import { availableParallelism, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { findBinaries } from "./binaries.ts";
import { adminRole, ownerRole, prepareCluster, readSecrets, type Secrets, urlOf, writeSettings } from "./cluster.ts";
import { findServedPort, takeDataLock } from "./data-lock.ts";
import { placeCluster, prepareDataDir, sharedRoots } from "./placement.ts";
import { type Postmaster, startPostmaster, stopLeftover } from "./postmaster.ts";
import { openServerLog } from "./server-log.ts";
import { type Settings, tune } from "./tuning.ts";

export { listOrphanClusters, type OrphanCluster } from "./placement.ts";
export { PostgresStartError } from "./start-error.ts";

export type EmbeddedOptions = {
  /** Made when missing. A root start needs it enterable by other accounts, or places the cluster elsewhere. */
  readonly dataDir: string;
  readonly log: Pick<Log, "info" | "warn" | "error">;
  /** Added to, and stronger than, the settings chosen for this machine. */
  readonly settings?: Settings;
  /** The server ended by itself. It is started again with growing pauses, on the same port; connections fail until `onUp`. */
  readonly onDown?: (how: string) => void;
  readonly onUp?: () => void;
  /** Where a root start may put what the database's account cannot reach in place. */
  readonly roots?: readonly string[];
};

/** `url` is the owner of the database `suiren`: creates roles and databases, no superuser. Both urls hold passwords. */
export type DatabaseUrls = { readonly url: string; readonly superuserUrl: string };
export type EmbeddedPostgres = DatabaseUrls & { readonly port: number; readonly version: string; stop(): Promise<void> };

/**
 * Starts the database of a data directory, making it first where there is none. Stops a server left by a killed process.
 * @returns when it accepts connections. `stop` takes at most 3 s, may be called twice and never throws for a server already gone.
 * @throws PostgresStartError one sentence for the person at the terminal: directory in use, other version, disk full …
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log, roots = sharedRoots } = options;
  const dataDir = await prepareDataDir(options.dataDir);
  const lock = await takeDataLock(dataDir);
  try {
    const { cluster, account } = await placeCluster(dataDir, process.getuid?.(), roots);
    const binaries = await findBinaries(account, roots);
    await stopLeftover(cluster, (pid) => log.warn({ pid }, "stopping a database left by a process that was killed"));
    const place = { dataDir, cluster, account, binaries };
    const secrets = await prepareCluster(place);
    await writeSettings(place, { ...tune(memoryLimit(), availableParallelism()), ...options.settings });
    const serverLog = await openServerLog(dataDir);
    const start = (port: number) => startPostmaster({ postgres: binaries.postgres, cluster, port, account, log: serverLog });
    try {
      const first = await startOnFreePort(start);
      await lock.announce(first.port);
      const stop = keepRunning(first.postmaster, () => start(first.port), options);
      let stopped: Promise<void> | undefined;
      return {
        ...urlsOf(secrets, first.port),
        port: first.port,
        version: binaries.version,
        stop: () => {
          stopped ??= stop().then(serverLog.close).then(lock.release);
          return stopped;
        },
      };
    } catch (error) {
      await serverLog.close();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Addresses of the database that a running Suiren serves on this data directory, for commands beside it; `null` when none runs. */
export async function findRunningPostgres(dataDir: string): Promise<DatabaseUrls | null> {
  const port = await findServedPort(dataDir);
  const secrets = port === null ? null : await readSecrets(dataDir);
  return port !== null && secrets ? urlsOf(secrets, port) : null;
}

const urlsOf = (secrets: Secrets, port: number): DatabaseUrls => ({
  url: urlOf(ownerRole, secrets.owner, port),
  superuserUrl: urlOf(adminRole, secrets.admin, port),
});

/** A container's limit when there is one. */
function memoryLimit(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("a TCP socket without a port");
  return address.port;
}

/** Two obstacles pass by themselves: somebody took the free port first, or backends of a killed server are still ending. */
const passing = /could not bind|in use/i;
const tries = 5;

async function startOnFreePort(start: (port: number) => Promise<Postmaster>): Promise<{ port: number; postmaster: Postmaster }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, postmaster: await start(port) };
    } catch (error) {
      if (!(error instanceof Error && passing.test(error.message)) || attempt === tries) throw error;
      await sleep(attempt * 100);
    }
  }
}

const pausesMs = [100, 500, 1_000, 2_000, 5_000];
const longestPauseMs = 10_000;
const steadyMs = 60_000;
const lastWordMs = 500;

/** Starts the server again whenever it ends unasked. @returns how to stop for good. */
function keepRunning(first: Postmaster, again: () => Promise<Postmaster>, { log, onDown, onUp }: EmbeddedOptions): () => Promise<void> {
  const stopping = new AbortController();
  let current: Postmaster | null = first;
  const revive = async (failures: number): Promise<Postmaster | null> => {
    await sleep(pausesMs[failures] ?? longestPauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return null;
    return again().catch((error: unknown) => {
      log.error({ err: error, failures }, "the database does not start again");
      return revive(failures + 1);
    });
  };
  const watch = async () => {
    let failures = 0;
    while (current) {
      const since = performance.now();
      const how = await current.ended;
      current = null;
      if (stopping.signal.aborted) return;
      log.error({ how }, "the database ended unexpectedly; starting it again");
      onDown?.(how);
      failures = performance.now() - since > steadyMs ? 0 : failures + 1;
      current = await revive(failures);
      if (current && !stopping.signal.aborted) onUp?.();
      else await current?.stop(); // asked to stop while it was coming back
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await current?.stop();
    await Promise.race([watching, sleep(lastWordMs, undefined, { ref: false })]);
  };
}
