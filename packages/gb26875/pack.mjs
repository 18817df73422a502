/**
 * Inside the repository the package is its TypeScript source; whoever installs it gets the built JavaScript and the licence. `npm pack`
 * and `npm publish` call this before (`publish`) and after (`restore`) they read the folder.
 */
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const here = (name) => new URL(name, import.meta.url);

if (process.argv[2] === "publish") {
  const text = readFileSync(here("package.json"), "utf8");
  writeFileSync(here("package.source.json"), text);
  const { scripts, ...published } = JSON.parse(text);
  published.exports = { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } };
  writeFileSync(here("package.json"), `${JSON.stringify(published, null, 2)}\n`);
  copyFileSync(here("../../LICENSE"), here("LICENSE"));
} else {
  renameSync(here("package.source.json"), here("package.json"));
  rmSync(here("LICENSE"));
}
