/**
 * Every screen of the product, on a desk and in the hand, in light and in dark: nothing too faint to read, nothing pushed out at the side,
 * no control without a name, under something else or too small for a thumb.
 */
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { manTheSeat } from "../../../tools/shots/live-city.ts";
import { type Scene, scenes } from "../../../tools/shots/scenes.ts";
import { type StorageState, signIn, visit } from "../../../tools/stage/browser.ts";
import { type Defect, inspect } from "../../../tools/stage/inspection.ts";
import { componentsOf, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { journey, type Stage } from "./journey.ts";

const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
/** Always dark, of its own letters, and on no desk: measured by its pictures. */
const ELSEWHERE = new Set(["wall"]);

journey("every screen", (stage) => {
  const signedIn = new Map<string | null, StorageState | undefined>([[null, undefined]]);

  beforeAll(async () => {
    const { server, browser, city } = stage();
    const { address, components } = componentsOf(city, "东风商厦");
    const panel = await Panel.open(server.gb26875Port, address);
    for (const detector of pairOfDetectors(components.filter(({ floor, zone }) => floor === 3 && zone === "B")))
      await panel.report(detector, status.fire);
    panel.close();
    await manTheSeat(browser, server);
    for (const account of new Set(scenes.map((scene) => scene.account))) {
      if (account === null) continue;
      const { page, context } = await visit(browser, server, { size: sizes.desk });
      await signIn(page, account);
      signedIn.set(account, await context.storageState());
      await context.close();
    }
  });

  it.each(["desk", "phone"] as const)("can be read and touched: %s", async (size) => {
    const found: string[] = [];
    for (const [account, session] of signedIn) found.push(...(await look(stage(), size, account, session)));
    expect(found).toEqual([]);
  });
});

async function look(
  { server, browser }: Stage,
  size: keyof typeof sizes,
  account: string | null,
  session: StorageState | undefined,
): Promise<string[]> {
  const { page, context } = await visit(browser, server, { size: sizes[size], signedIn: session });
  page.setDefaultTimeout(15_000);
  await page.addInitScript(() => localStorage.setItem("suiren.preferences", JSON.stringify({ theme: "system" })));
  const found: string[] = [];
  for (const scene of scenes) {
    if (scene.account !== account || ELSEWHERE.has(scene.name) || (scene.sizes && !scene.sizes.includes(size))) continue;
    await reach(page, scene);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.waitForTimeout((await page.locator(".chart, canvas").count()) > 0 ? 400 : 50); // charts and maps draw themselves anew
      found.push(...(await inspect(page, { touch: size === "phone" })).map((defect) => sentenceOf(scene, size, theme, defect)));
    }
  }
  await context.close();
  return [...new Set(found)];
}

async function reach(page: Page, scene: Scene): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await scene.before?.(page);
  await page.goto(scene.path);
  await scene.prepare?.(page);
  await page.locator(scene.ready).first().waitFor();
  await page
    .waitForFunction(() => document.querySelector("[aria-busy=true]") === null, undefined, { timeout: 2_000 })
    .catch(() => undefined);
}

const sentenceOf = (scene: Scene, size: string, theme: string, { kind, where, what }: Defect): string =>
  `${scene.name} ${size} ${theme}: ${kind}, ${where}: ${what}`;
