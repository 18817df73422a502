/** `npm run dev`: the server restarted at every change of its source, and the web pages served by Vite beside it. */
import { spawn } from "node:child_process";
import { withNode } from "./node24.mjs";
import { commandOf, inRoot } from "./repository.mjs";
import { launch } from "./say.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";

launch(async () => {
  const node = await setUp({ progress: true, web: false });
  const vite = spawn(node, [commandOf("vite", "vite")], { cwd: inRoot("apps", "web"), env: withNode(node), stdio: "inherit" });
  const code = await serve(node, [
    "--watch",
    "--watch-preserve-output",
    inRoot("apps", "server", "src", "main.ts"),
    ...process.argv.slice(2),
  ]);
  vite.kill();
  return code;
});
