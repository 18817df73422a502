/** The product itself as a child process, for runs that load it and kill it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const MAIN = join(import.meta.dirname, "../../apps/server/src/main.ts");
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 8_000;

export type ServerProcess = {
  readonly port: number;
  readonly gatewayPort: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Milliseconds from spawn to `/readyz`. */
  readonly readyMs: number;
  /** SIGKILL: no goodbye to anybody. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("a TCP socket without a port");
  return address.port;
}

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), "suiren-bench-"));
export const removeDataDir = (dataDir: string): Promise<void> => rm(dataDir, { recursive: true, force: true });

/** Starts Suiren with all roles and an empty city. @throws Error with its last words when it does not become ready */
export async function startServer(options: {
  readonly dataDir: string;
  readonly port: number;
  readonly gatewayPort: number;
}): Promise<ServerProcess> {
  const began = performance.now();
  let words = "";
  const child = spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      SUIREN_DATA: options.dataDir,
      SUIREN_HOST: "127.0.0.1",
      SUIREN_PORT: String(options.port),
      SUIREN_GB26875_PORT: String(options.gatewayPort),
      SUIREN_SEED: "empty",
      SUIREN_LOG_LEVEL: "error",
    },
  });
  const note = (chunk: Buffer) => {
    words = `${words}${chunk.toString()}`.slice(-2_000);
  };
  child.stdout.on("data", note);
  child.stderr.on("data", note);
  for (;;) {
    if (child.exitCode !== null || performance.now() - began > START_WITHIN_MS) {
      await endProcess(child, "SIGKILL");
      throw new Error(`the server did not start: ${words}`);
    }
    const answer = await fetch(`http://127.0.0.1:${options.port}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await sleep(50);
  }
  return {
    port: options.port,
    gatewayPort: options.gatewayPort,
    dataDir: options.dataDir,
    pid: child.pid ?? 0,
    readyMs: Math.round(performance.now() - began),
    kill: () => endProcess(child, "SIGKILL"),
    stop: () => endProcess(child, "SIGTERM"),
  };
}

async function endProcess(child: ChildProcess, how: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(how);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

/** Figures of the server's `/metrics` by name, labels included. */
export async function readMetrics(port: number): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const figures = new Map<string, number>();
  for (const line of text.split("\n")) {
    const at = line.lastIndexOf(" ");
    if (!line.startsWith("#") && at > 0) figures.set(line.slice(0, at), Number(line.slice(at + 1)));
  }
  return figures;
}
