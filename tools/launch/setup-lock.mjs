/** Two launches at once must not install into one folder. The lock is touched while held, so a dead holder's is known by its age. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "./repository.mjs";
import { LaunchError, say } from "./say.mjs";

const path = inRoot(".suiren-setup.lock");
const touchMs = 2_000;
const staleMs = 15_000;

/** Runs `work` alone among all launches of this work tree, waiting for its turn. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export async function alone(work) {
  let told = false;
  while (!take()) {
    if (removeStale()) continue;
    if (!told) say("    另一个启动正在准备，等它完成 … another launch is setting up, waiting …");
    told = true;
    await sleep(300);
  }
  const touching = setInterval(() => utimesSync(path, new Date(), new Date()), touchMs).unref();
  const leave = () => rmSync(path, { force: true });
  process.once("exit", leave);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off("exit", leave);
    leave();
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && "code" in error ? error.code : undefined);

function take() {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    throw new LaunchError(
      `安装目录不可写（${code}）。请检查磁盘空间与目录权限，或换一个目录。`,
      `The installation folder cannot be written (${code}). Check free space and permissions, or use another folder.`,
    );
  }
}

/** @returns whether to try again at once */
function removeStale() {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    const fresh = Date.now() - statSync(path).mtimeMs < staleMs;
    if (fresh && (holder === 0 || isAlive(holder))) return false;
    rmSync(path, { force: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error; // it was released meanwhile
  }
  return true;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
