/** The real product as a child process on free ports, for those who look at it from outside: journeys, pictures, measurements. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { serverFlags } from "../launch/server-flags.mjs";

export const ROOT = resolve(import.meta.dirname, "../..");
const MAIN = join(ROOT, "apps/server/src/main.ts");
const CLI = join(ROOT, "apps/server/src/cli.ts");
const PAGES = join(ROOT, "apps/web/dist/index.html");

/** The password every demonstration account of a staged server has. */
export const PASSWORD = "Stage-pass-2026";

export type Server = {
  readonly origin: string;
  readonly gb26875Port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** From the start of the process until it said it was ready. */
  readonly readyMs: number;
  /** What it printed so far. */
  output(): string;
  /** Runs one of the operator's commands beside it. */
  command(...words: string[]): Promise<{ readonly code: number; readonly output: string }>;
  /** Stops it as an operator would; its data stay. @returns how long that took, in ms */
  stop(): Promise<number>;
};

export type ServerOptions = {
  /** Kept when given; otherwise a new empty one, removed with `stop`. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly readyWithinMs?: number;
};

/** @returns a TCP port nobody listens on at the moment */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

export const hasPages = (): boolean => existsSync(PAGES);

/** @throws with what the server printed, when it ends or stays silent instead of becoming ready */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { readyWithinMs = 120_000 } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "suiren-stage-")));
  const [port, gb26875Port] = [await freePort(), await freePort()];
  const env = {
    ...withoutSettings(process.env),
    SUIREN_DATA: dataDir,
    SUIREN_HOST: "127.0.0.1",
    SUIREN_PORT: String(port),
    SUIREN_GB26875_PORT: String(gb26875Port),
    SUIREN_DEMO_PASSWORD: PASSWORD,
    SUIREN_LOG_LEVEL: "warn",
    ...options.env,
  };
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, MAIN], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const output = collect(child);
  await becomesReady(child, readyWithinMs, output);
  return {
    origin: `http://127.0.0.1:${port}`,
    gb26875Port,
    dataDir,
    pid: child.pid ?? 0,
    readyMs: performance.now() - began,
    output,
    command: (...words) => run([CLI, ...words], env),
    async stop() {
      const asked = performance.now();
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      const took = performance.now() - asked;
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      return took;
    },
  };
}

/** Settings of the one who starts us are not the staged server's; nor is vitest's own environment. */
const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(SUIREN_|VITEST|DATABASE_URL$|NATS_URL$|NODE_OPTIONS$|NODE_ENV$)/.test(name)),
  );

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (piece: string) => {
      text = (text + piece).slice(-100_000);
    });
  return () => text;
}

function becomesReady(child: ChildProcess, withinMs: number, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      reject(new Error(`${why}\n${output()}`));
    };
    const limit = setTimeout(() => {
      child.kill("SIGKILL");
      fail(`the server was not ready within ${withinMs} ms`);
    }, withinMs);
    child.once("exit", (code) => fail(`the server ended with ${code}`));
    child.once("message", () => {
      clearTimeout(limit);
      child.removeAllListeners("exit");
      resolve();
    });
  });
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const output = collect(child);
  const [code] = await once(child, "close");
  return { code: Number(code), output: output() };
}
