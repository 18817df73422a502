/** The static checks, cheapest first. Each is a program of a package of ours, run by Node, and counts as one test. */
import { existsSync, readdirSync } from "node:fs";
import { commandOf, inRoot, textOf } from "./repository.mjs";

/** @typedef {{ name: string, command: string[] }} Check */

/** @returns {Check[]} what can be checked in this work tree: a check without its configuration is not there */
export function staticChecks() {
  const knip = ["knip.json", "knip.jsonc", "knip.ts"].some((name) => existsSync(inRoot(name))) || hasKnipInPackage();
  return [
    { name: "格式与规范 format, lint", command: [commandOf("@biomejs/biome", "biome"), "ci", "--colors=off", "--max-diagnostics=20"] },
    ...projects().map((project) => ({ name: `类型 types ${project}`, command: [commandOf("typescript", "tsc"), "-p", project] })),
    ...when(existsSync(inRoot(".dependency-cruiser.mjs")), {
      name: "架构 architecture",
      command: [commandOf("dependency-cruiser", "depcruise"), "--config", ".dependency-cruiser.mjs", "apps", "packages"],
    }),
    ...when(knip, { name: "无用代码 unused", command: [commandOf("knip", "knip")] }),
  ];
}

/** @param {boolean} condition @param {Check} check */
const when = (condition, check) => (condition ? [check] : []);
const hasKnipInPackage = () => JSON.parse(textOf(inRoot("package.json")) ?? "{}").knip !== undefined;

/** Every workspace and the tools, where a TypeScript project lies. */
function projects() {
  const workspaces = ["apps", "packages"].flatMap((group) => readdirSync(inRoot(group)).map((name) => `${group}/${name}`));
  return [...workspaces, "tools"].map((dir) => `${dir}/tsconfig.json`).filter((path) => existsSync(inRoot(path)));
}
