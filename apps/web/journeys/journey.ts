/** What every journey begins with: the product on a copy of the sown directory (global-setup.ts), a browser, the demonstration city's panels. */

import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { noBrowser, openBrowser } from "../../../tools/stage/browser.ts";
import { type Dispatch, startDispatch } from "../../../tools/stage/dispatch.ts";
import { type DemoCity, demoCity } from "../../../tools/stage/panel.ts";
import { hasPages, type Server, startServer } from "../../../tools/stage/server.ts";

export type Stage = { readonly server: Server; readonly browser: Browser; readonly city: DemoCity; readonly dispatch: Dispatch };

/** Without a browser the journey is skipped, and says so. */
export function journey(name: string, steps: (stage: () => Stage) => void): void {
  const missing = noBrowser() ?? (hasPages() ? null : "没有网页：先执行 npm start。The web pages are not built: run npm start first.");
  if (missing !== null) process.stdout.write(`${name}：${missing}\n`);
  describe.skipIf(missing !== null)(name, () => {
    let stage: Stage | null = null;
    let dataDir = "";
    beforeAll(async () => {
      const dispatch = await startDispatch();
      dataDir = await copyOf(inject("planted"));
      const [server, browser, city] = [
        await startServer({ dataDir, env: { SUIREN_DISPATCH_URL: dispatch.url } }),
        await openBrowser(),
        await demoCity(),
      ];
      stage = { server, browser, city, dispatch };
    });
    afterAll(async () => {
      await stage?.browser.close();
      await stage?.server.stop();
      await stage?.dispatch.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    steps(() => {
      if (stage === null) throw new Error("the stage is not set");
      return stage;
    });
  });
}

/** Owners and rights as they are: the database's own account must read its files. */
async function copyOf(planted: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "suiren-stage-"));
  await chmod(dir, 0o711);
  await promisify(execFile)("cp", ["-a", `${planted}/.`, dir]);
  return dir;
}
