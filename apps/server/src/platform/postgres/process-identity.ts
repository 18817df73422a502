/** Whether a process is alive, and whether it is still the one that wrote its number down: numbers are used again. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Alive, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Start of a process: kernel ticks on Linux, a date elsewhere; `null` when it is gone. Equal number and start mean the same process. */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return ask(pid, "lstart=");
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The name, field 2, may hold spaces and brackets; the start time is field 22.
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

/** The words a process was started with; empty when it is gone or a zombie. Elsewhere than on Linux, one string. */
export async function argumentsOf(pid: number): Promise<readonly string[]> {
  if (process.platform !== "linux") return [(await ask(pid, "command=")) ?? ""];
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return text.split("\0");
}

async function ask(pid: number, column: string): Promise<string | null> {
  const answer = await promisify(execFile)("ps", ["-o", column, "-p", String(pid)]).catch(() => null);
  return answer?.stdout.trim() || null;
}
