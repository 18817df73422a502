/** Child processes: caught with what they say, or carried along with the terminal. */
import { spawn } from "node:child_process";
import { constants } from "node:os";

const keptChars = 60_000;

/**
 * Runs a program to its end and keeps the last of what it printed.
 * @param {string} program @param {string[]} args @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<{ code: number, output: string }>} a program that cannot be started answers code 127 and the reason
 */
export function capture(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-keptChars);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code, signal) => resolve({ code: exitCode(code, signal), output }));
  });
}

/**
 * Runs a program on our terminal. Ctrl-C reaches it from the terminal itself, so we only wait for it; SIGTERM is passed on.
 * @param {string} program @param {string[]} args @param {import("node:child_process").SpawnOptions} options @returns {Promise<number>} its exit code
 */
export function carry(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: "inherit" });
    const wait = () => undefined;
    const pass = () => child.kill("SIGTERM");
    process.on("SIGINT", wait).on("SIGTERM", pass);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", wait).off("SIGTERM", pass);
      resolve(exitCode(code, signal));
    });
  });
}

/** As a shell counts: 128 + number for a signal. @param {number | null} code @param {NodeJS.Signals | null} signal */
export const exitCode = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0);
