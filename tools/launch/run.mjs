/** `node tools/launch/run.mjs FILE args…`: runs one of our TypeScript programs, setting up first where needed. */
import { resolve } from "node:path";
import { withNode } from "./node24.mjs";
import { carry } from "./process.mjs";
import { inRoot } from "./repository.mjs";
import { LaunchError, launch } from "./say.mjs";
import { setUp } from "./setup.mjs";

launch(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined)
    throw new LaunchError("用法：node tools/launch/run.mjs 文件 参数…", "Usage: node tools/launch/run.mjs FILE args…");
  const looksAtPages = !file.startsWith("apps/server/"); // the server's commands work without them
  const node = await setUp({ progress: false, web: looksAtPages });
  return carry(node, [resolve(inRoot(), file), ...args], { env: withNode(node) });
});
