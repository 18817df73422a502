/** A Chromium and a Chinese font for the browser journeys: found, or installed where that is possible, or plainly missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture } from "./process.mjs";
import { say } from "./say.mjs";

const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const packages = ["chromium", "fonts-noto-cjk"];
const installMs = 10 * 60_000;

/** @param {string} program @returns {string | undefined} its file */
const whereIs = (program) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .filter((dir) => dir !== "")
    .map((dir) => join(dir, program))
    .find(existsSync);
/** @param {string} program */
const onPath = (program) => whereIs(program) !== undefined;
/** The file of the browser the journeys use. */
export const browserOnPath = () => browsers.map(whereIs).find((file) => file !== undefined);
const hasBrowser = () => browserOnPath() !== undefined;
/** Without a Chinese font every picture shows empty boxes. */
const hasChinese = () => spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.trim().length > 0;

/** Best effort; says what it did, or why the journeys will be skipped and what to type. */
export async function prepareBrowser() {
  if (hasBrowser() && hasChinese()) return say("    浏览器与中文字体已就绪 · Chromium and a Chinese font are in place");
  const why = cannotInstall();
  if (why === null) {
    say("    安装 Chromium 与中文字体 … installing Chromium and a Chinese font");
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, timeout: installMs };
    await capture("apt-get", ["update", "-q"], options);
    await capture("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], options);
    if (hasBrowser() && hasChinese()) return say("    完成 done");
  }
  const lost = hasBrowser() ? "没有中文字体，界面截图会缺字" : "没有 Chromium，浏览器测试将跳过";
  const lostEnglish = hasBrowser() ? "no Chinese font, pictures will lack text" : "no Chromium, browser journeys are skipped";
  say(`    ${lost}（${why ?? "apt-get 安装失败"}）。 ${lostEnglish}. 请执行 type: apt-get install ${packages.join(" ")}`);
}

/** @returns {string | null} why apt-get cannot be used here */
function cannotInstall() {
  if (!onPath("apt-get")) return "本机没有 apt-get";
  return process.getuid?.() === 0 ? null : "不是 root，不能安装";
}
