/** The server as our child: signals once, an end within five seconds, and no server without us. */
import { spawn } from "node:child_process";
import { withNode } from "./node24.mjs";
import { exitCode } from "./process.mjs";
import { root, textOf } from "./repository.mjs";
import { say } from "./say.mjs";
import { serverFlags } from "./server-flags.mjs";

const graceMs = 4_700;
const orphanCheckMs = 500;

/**
 * Runs the server to its end. It is in a session of its own, so one Ctrl-C, which the terminal sends to npm, to us and through npm
 * to us again, reaches it exactly once. Its IPC channel closes when we die, whatever killed us: it must stop on `disconnect`.
 * @param {string} node @param {string[]} args @returns {Promise<number>} its exit code
 */
export function serve(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...serverFlags, ...args], {
      cwd: root,
      env: withNode(node),
      detached: true,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    let stopping = false;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      if (stopping) return;
      stopping = true;
      say("\n正在停止 … stopping");
      child.kill(signal === "SIGINT" ? "SIGINT" : "SIGTERM");
      setTimeout(() => {
        say("5 秒内没有停下，强制结束。 Not stopped within 5 s; ending it by force.");
        killGroup(child.pid);
      }, graceMs).unref();
    };
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => stop(signal));
    whenNpmDies(() => stop("SIGTERM"));
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** @param {number | undefined} leader */
function killGroup(leader) {
  if (leader !== undefined) process.kill(-leader, "SIGKILL");
}

/** npm, or the shell between it and us, may be killed without passing anything on; then our ancestry changes. @param {() => void} stop */
function whenNpmDies(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestry = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestry();
  setInterval(() => ancestry() !== before && stop(), orphanCheckMs).unref();
}

/** Only where /proc tells; elsewhere the same empty answer always. @param {number} pid */
function parentOf(pid) {
  const status = textOf(`/proc/${pid}/status`) ?? "";
  return /^PPid:\s*(\d+)/m.exec(status)?.[1] ?? "";
}
