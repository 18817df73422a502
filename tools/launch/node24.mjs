/** The Node that runs the product: this one when it is new enough, else the one pinned in package.json. */
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { inRoot } from "./repository.mjs";
import { LaunchError } from "./say.mjs";

const needed = 24;
const majorOf = (/** @type {string} */ version) => Number.parseInt(version.replace(/^v/, ""), 10);

/** @returns {{ path: string, version: string }} */
export function findNode24() {
  if (majorOf(process.version) >= needed) return { path: process.execPath, version: process.version };
  const path = inRoot("node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  const asked = spawnSync(path, ["--version"], { encoding: "utf8" });
  if (asked.status === 0) return { path, version: asked.stdout.trim() };
  throw new LaunchError(
    `本机的 Node ${process.version} 太旧，也没有适用于 ${process.platform}-${process.arch} 的内置 Node ${needed}。请安装 Node ${needed} 后再执行 npm start。`,
    `Node ${process.version} is too old and no pinned Node ${needed} fits ${process.platform}-${process.arch}. Install Node ${needed}, then type npm start.`,
  );
}

/** The environment in which `node` means that Node, for everything started below. @param {string} path */
export const withNode = (path) => ({ ...process.env, PATH: `${dirname(path)}:${process.env.PATH ?? ""}` });

/** The same for programs whose words are caught and shown only on failure. @param {string} path */
export const withNodeUncoloured = (path) => ({ ...withNode(path), NO_COLOR: "1", FORCE_COLOR: "0" });
