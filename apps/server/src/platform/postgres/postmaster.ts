/** One running server process: started in its own session, watched until it serves, stopped cleanly. */
import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, asAccount } from "./account.ts";
import { argumentsOf, isAlive } from "./process-identity.ts";
import type { ServerLog } from "./server-log.ts";
import { PostgresStartError } from "./start-error.ts";

/** A fast stop writes all changed pages; past this an immediate one follows, and the next start replays the log instead. */
const fastStopMs = 2_600;
const immediateStopMs = 400;
const leftoverStopMs = 10_000;
const recoveryMs = 15 * 60_000;
const pollMs = 10;

export type Postmaster = { /** How it ended. */ readonly ended: Promise<string>; stop(): Promise<void> };

type Start = {
  readonly postgres: string;
  readonly cluster: string;
  readonly port: number;
  readonly account: Account | null;
  readonly log: ServerLog;
};

/** Starts the server and waits until it accepts connections, also through a long recovery. Throws when it ends before. */
export async function startPostmaster({ postgres, cluster, port, account, log }: Start): Promise<Postmaster> {
  const network = ["-c", `port=${port}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  // Its own session: the terminal's Ctrl-C reaches us and not the server, which we stop in order.
  const child = spawn(postgres, ["-D", cluster, ...network], {
    ...asAccount(account),
    cwd: "/",
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
  let running = true;
  const end = ended.then((how) => {
    running = false;
    return how;
  });
  const pid = child.pid ?? 0;
  const guard = pid > 0 ? guardAgainstOurDeath(cluster, pid, account) : null;
  const until = performance.now() + recoveryMs;
  while (running && performance.now() < until && !(await serves(cluster, pid))) await Promise.race([sleep(pollMs), end]);
  if (!running || performance.now() >= until) {
    if (running) child.kill("SIGQUIT");
    guard?.dismiss();
    throw await didNotStart(await end, log);
  }
  return {
    ended: end.then((how) => {
      guard?.dismiss();
      return how;
    }),
    async stop() {
      if (running) child.kill("SIGINT");
      if (!(await endsWithin(end, fastStopMs)) && running) child.kill("SIGQUIT");
      await endsWithin(end, immediateStopMs);
    },
  };
}

const endsWithin = (end: Promise<unknown>, ms: number) => Promise.race([end.then(() => true), sleep(ms, false, { ref: false })]);

/** Line 1 is the number of the process, line 8 its state. */
const readPidFile = async (cluster: string) => {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  return { pid: Number(lines[0]) || 0, ready: lines[7]?.trim() === "ready" };
};

async function serves(cluster: string, pid: number): Promise<boolean> {
  const found = await readPidFile(cluster);
  return found.ready && found.pid === pid;
}

/**
 * A shell that waits for the pipe from us to close. Whatever kills us closes it, even SIGKILL; it then stops the server fast,
 * so none is left behind. It looks into the pid file first: a number may have been given to somebody else since.
 */
function guardAgainstOurDeath(cluster: string, pid: number, account: Account | null): { dismiss(): void } {
  const script = `read -r word; [ "$word" = done ] && exit
for try in 1 2 3 4 5 6 7 8 9 10; do
  first=; read -r first 2>/dev/null <"$1/postmaster.pid"
  [ "$first" = "$2" ] && exec kill -INT "$2"
  sleep 0.2
done`;
  const guard = spawn("/bin/sh", ["-c", script, "suiren-database-guard", cluster, String(pid)], {
    ...asAccount(account),
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined); // without it, the next start stops what is left
  guard.stdin.on("error", () => undefined);
  guard.unref();
  return { dismiss: () => void guard.stdin.end("done\n") };
}

/**
 * Stops a server that outlived the program that started it. Stopping and starting anew takes a fraction of a second and gives
 * us a child with today's settings and a watched end; adopting a stranger would give neither.
 */
export async function stopLeftover(cluster: string, report: (pid: number) => void): Promise<void> {
  const { pid } = await readPidFile(cluster);
  if (pid === 0 || !isAlive(pid)) return; // the server sees to a dead one's file itself
  const isOurs = async () => isAlive(pid) && (await argumentsOf(pid)).some((word) => word === cluster || word.includes(`-D ${cluster} `));
  if (!(await isOurs())) return rm(join(cluster, "postmaster.pid"), { force: true }); // left by a crash; the number is somebody else's now
  report(pid);
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (await isOurs()) process.kill(pid, signal);
    const until = performance.now() + leftoverStopMs;
    while (performance.now() < until) {
      if (!(await isOurs())) return;
      await sleep(pollMs);
    }
  }
  throw new PostgresStartError(
    `上次遗留的数据库进程（pid ${pid}）停不下来。请执行：kill -QUIT ${pid}，然后再启动。`,
    `A database process left from before (pid ${pid}) does not stop. Type: kill -QUIT ${pid}, then start again.`,
  );
}

async function didNotStart(how: string, log: ServerLog): Promise<PostgresStartError> {
  const tail = await log.tail();
  const full = /No space left on device/i.test(tail);
  return new PostgresStartError(
    full ? "磁盘已满，数据库无法启动。请腾出至少 1 GB 空间后再启动。" : `数据库没有启动（${how}）。它的日志最后写着：\n${tail}`,
    full
      ? "The disk is full; the database cannot start. Free at least 1 GB and start again."
      : `The database did not start (${how}); its last log lines are above.`,
  );
}
