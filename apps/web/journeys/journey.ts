/** What every journey begins with: a first start on an empty directory, a browser, the demonstration city's panels. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
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
    beforeAll(async () => {
      const dispatch = await startDispatch();
      const [server, browser, city] = [
        await startServer({ env: { SUIREN_DISPATCH_URL: dispatch.url } }),
        await openBrowser(),
        await demoCity(),
      ];
      stage = { server, browser, city, dispatch };
    });
    afterAll(async () => {
      await stage?.browser.close();
      await stage?.server.stop();
      await stage?.dispatch.close();
    });
    steps(() => {
      if (stage === null) throw new Error("the stage is not set");
      return stage;
    });
  });
}
