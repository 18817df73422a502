/** `npm start`: from a fresh clone to a running system. Arguments go to the server. */
import { existsSync } from "node:fs";
import { inRoot } from "./repository.mjs";
import { LaunchError, launch, say } from "./say.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";

launch(async () => {
  const node = await setUp({ progress: true, web: true });
  const main = inRoot("apps", "server", "src", "main.ts");
  if (!existsSync(main))
    throw new LaunchError(`缺少 ${main}，副本不完整。请重新克隆。`, `${main} is missing: this copy is not complete. Clone it again.`);
  say("4/4 启动服务 … starting the server");
  return serve(node, [main, ...process.argv.slice(2)]);
});
