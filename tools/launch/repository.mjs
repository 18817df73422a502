/** The work tree this file lies in, whatever folder the command was typed in, with or without git. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** A file's text, or null when it is not there. @param {string} path @returns {string | null} */
export const textOf = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** The script behind a package's command, to be run by Node itself: no shell, no PATH. @param {string} name @param {string} command */
export function commandOf(name, command) {
  const dir = inRoot("node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  return join(dir, typeof bin === "string" ? bin : bin[command]);
}

const neverInput = new Set(["node_modules", "dist", "coverage"]);

/** One hash over names and contents of files and folders; what is not there counts as such. @param {string[]} paths relative to the root */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesUnder(inRoot(path)))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => !neverInput.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
}
