/** The web pages, built again only when something they are made of changed. */
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { withNodeUncoloured } from "./node24.mjs";
import { capture } from "./process.mjs";
import { commandOf, hashOf, inRoot, textOf } from "./repository.mjs";
import { LaunchError, seconds } from "./say.mjs";

const inputs = ["apps/web", "packages", "package-lock.json", "tsconfig.base.json"];
const dist = inRoot("apps", "web", "dist");
const stampPath = inRoot("apps", "web", "dist", ".suiren-stamp");

/** There is nothing to build before the web has a configuration. */
const hasWeb = () => existsSync(inRoot("apps", "web", "vite.config.ts"));

export const isWebBuilt = () => !hasWeb() || textOf(stampPath) === hashOf(inputs);

/** Builds beside the pages being served and exchanges the folders at the end. @param {string} node */
export async function buildWeb(node) {
  const started = performance.now();
  const stamp = hashOf(inputs);
  const next = `${dist}.next`;
  const { code, output } = await capture(node, [commandOf("vite", "vite"), "build", "--outDir", next, "--emptyOutDir"], {
    cwd: inRoot("apps", "web"),
    env: withNodeUncoloured(node),
  });
  if (code !== 0) {
    rmSync(next, { recursive: true, force: true });
    throw new LaunchError(
      `${output}\n网页构建失败，原因见上。处理后请再执行 npm start。`,
      "Building the web pages failed for the reason above. Then type npm start again.",
    );
  }
  writeFileSync(`${next}/.suiren-stamp`, stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
  return seconds(performance.now() - started);
}
