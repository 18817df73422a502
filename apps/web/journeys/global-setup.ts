/**
 * One first start for all journeys: the demonstration city is sown once, judged, and stopped; each journey begins on a copy of its own. What a
 * first start does is the same for every one of them, and took longer than most of what they try.
 */
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { noBrowser } from "../../../tools/stage/browser.ts";
import { hasPages, startServer } from "../../../tools/stage/server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly planted: string;
  }
}

const CALM_WITHIN_MS = 90_000;

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (noBrowser() !== null || !hasPages()) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-planted-"));
  await chmod(dataDir, 0o711); // as root, the database's own account passes through it, and its files lie within and are copied along
  const server = await startServer({ dataDir, readyWithinMs: 240_000 });
  await calm(server.pid);
  await server.stop();
  project.provide("planted", dataDir);
  return () => rm(dataDir, { recursive: true, force: true });
}

/** Duties are judged and figures built in the background after the first start: until the program rests. */
async function calm(pid: number): Promise<void> {
  let before = ticksOf(pid);
  for (const until = Date.now() + CALM_WITHIN_MS; Date.now() < until; ) {
    await sleep(3_000);
    const now = ticksOf(pid);
    if (now - before < 15) return;
    before = now;
  }
}

/** Processor time of a process, in hundredths of a second; where the system does not tell, it rests. */
function ticksOf(pid: number): number {
  try {
    const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) | /);
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}
