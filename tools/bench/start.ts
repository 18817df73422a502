/** Start of an installed system, its memory at rest, and how long it takes to stop. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, startServer } from "../stage/server.ts";
import type { Figure } from "./figure.ts";

const START_BUDGET_MS = 5_000;
const MEMORY_BUDGET_MB = 500;
const STOP_BUDGET_MS = 5_000;
const REST_MS = 20_000;

/** @param dataDir of an installation that was started before */
export async function benchStart(dataDir: string): Promise<readonly Figure[]> {
  const server = await startServer({ dataDir });
  await sleep(REST_MS);
  const memory = await memoryOf(server);
  const stopMs = await server.stop();
  return [
    {
      name: "start of an installed system to ready",
      value: server.readyMs,
      unit: "ms",
      budget: START_BUDGET_MS,
      note: "demonstration city",
    },
    {
      name: "idle memory, server and database",
      value: (memory.server + memory.database) / 1024,
      unit: "MB",
      budget: MEMORY_BUDGET_MB,
      note: `PSS after ${REST_MS / 1000} s at rest: server ${Math.round(memory.server / 1024)}, database ${Math.round(memory.database / 1024)}`,
    },
    { name: "stop on SIGTERM", value: stopMs, unit: "ms", budget: STOP_BUDGET_MS, note: "" },
  ];
}

/** Proportional set size in KB of the server and of what it started: pages shared between the database's processes count once. */
async function memoryOf({ pid }: Server): Promise<{ readonly server: number; readonly database: number }> {
  const database = await Promise.all((await descendantsOf(pid)).map(pssOf));
  return { server: await pssOf(pid), database: database.reduce((sum, kb) => sum + kb, 0) };
}

async function descendantsOf(pid: number): Promise<readonly number[]> {
  const children = await childrenOf(pid);
  return [...children, ...(await Promise.all(children.map(descendantsOf))).flat()];
}

async function pssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.trim().split(/\s+/).filter(Boolean).map(Number);
}
