/** Brings a fresh copy to where it can run; does nothing, quickly and without network, where it already can. */
import { install, isInstalled } from "./install.mjs";
import { findNode24 } from "./node24.mjs";
import { say } from "./say.mjs";
import { alone } from "./setup-lock.mjs";
import { buildWeb, isWebBuilt } from "./web.mjs";

/** @param {{ progress: boolean, web: boolean }} wanted `progress` numbers the steps aloud @returns {Promise<string>} the Node to run with */
export async function setUp({ progress, web }) {
  const tell = progress ? say : () => undefined;
  if (!isInstalled()) {
    say("1/4 安装依赖（首次约一两分钟）… installing dependencies, a minute or two the first time");
    await alone(async () => {
      if (!isInstalled()) say(`    完成 done, ${await install()}`); // another launch may have done it meanwhile
    });
  } else tell("1/4 依赖已就绪 · dependencies are in place");
  const node = findNode24();
  tell(`2/4 运行环境 Node ${node.version} · runtime`);
  if (web) await ensureWeb(node.path, tell);
  return node.path;
}

/** @param {string} node @param {(text: string) => void} tell hears that nothing had to be done */
export async function ensureWeb(node, tell) {
  if (isWebBuilt()) return tell("3/4 网页已就绪 · web pages are in place");
  say("3/4 构建网页 … building the web pages");
  await alone(async () => {
    if (!isWebBuilt()) say(`    完成 done, ${await buildWeb(node)}`);
  });
}
