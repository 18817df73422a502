/**
 * 100,000 points on the ledger map of a city at full size: from the address to a map that can be used, and the frames while a hand pans
 * it. Chromium draws in software here, so beside each frame stands how much of it was script: the rest is the missing graphics card's.
 */
import type { Browser, Page, Response } from "playwright-core";
import { signIn, visit } from "../stage/browser.ts";
import type { Server } from "../stage/server.ts";
import { type Figure, percentile } from "./figure.ts";

const INTERACTIVE_MS = 2_000;
const FRAME_MS = 50;
const ACCOUNT = "zhouhaiyan";
const SIZE = { width: 1920, height: 1080 };
const WITHIN_MS = 120_000;
const PANS = 6;
const STEPS = 30;
const EMPTY = "?map=1&where=%7B%22name%22%3A%22%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E5%90%8D%E5%AD%97%22%7D";

export async function benchMap(browser: Browser, server: Server): Promise<readonly Figure[]> {
  const { page, context } = await visit(browser, server, { size: SIZE });
  page.setDefaultTimeout(WITHIN_MS);
  await signIn(page, ACCOUNT);
  // The map's own script is there already, as for everybody who opened a map before.
  await open(page, EMPTY);
  let tiles = 0;
  const opening = async (search: string): Promise<number> => {
    const loads: number[] = [];
    for (let run = 0; run < 3; run++) {
      await page.goto("/places/unit");
      await page.locator(".list-body a").first().waitFor();
      const began = performance.now();
      tiles = await open(page, search);
      loads.push(performance.now() - began);
    }
    loads.sort((a, b) => a - b);
    return percentile(loads, 0.5);
  };
  const emptyOpens = await opening(EMPTY);
  const opens = await opening("?map=1");
  const pan = await panAbout(page);
  await page.goto("/places/unit");
  await page.locator(".list-body a").first().waitFor();
  await open(page, EMPTY);
  const floor = await panAbout(page);
  await context.close();
  const note = `102,000 units in ${tiles} tiles, ${SIZE.width}×${SIZE.height}, software rendering`;
  return [
    {
      name: "map with 100,000 points: until it can be used",
      value: opens,
      unit: "ms",
      budget: INTERACTIVE_MS,
      note,
    },
    { name: "an empty map: until it can be used", value: emptyOpens, unit: "ms", budget: null, note: "the same page, no point" },
    { name: "the same: longest frame while panning", value: Math.max(...pan.frames), unit: "ms", budget: FRAME_MS, note: wordsOf(pan) },
    {
      name: "an empty map: longest frame while panning",
      value: Math.max(...floor.frames),
      unit: "ms",
      budget: null,
      note: `what drawing in software takes by itself; ${wordsOf(floor)}`,
    },
    { name: "the same: script of a frame while panning", value: pan.scriptMsPerFrame, unit: "ms", budget: FRAME_MS, note: "on average" },
    {
      name: "the same: longest script task while panning",
      value: pan.longestTaskMs,
      unit: "ms",
      budget: FRAME_MS,
      note: "0: none over 50 ms",
    },
  ];
}

/** Opens the list as a map and waits until everything asked for is drawn. @returns how many answers its points took */
async function open(page: Page, search: string): Promise<number> {
  let answers = 0;
  const ofPoints = (response: Response) => /\/places\/unit\/(map|tiles\/.*)$/.test(new URL(response.url()).pathname);
  const count = (response: Response) => {
    if (ofPoints(response)) answers++;
  };
  page.on("response", count);
  const came = page.waitForResponse(ofPoints);
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/places/unit${search}`);
  await came;
  await page.waitForFunction(() => document.querySelector(".map-canvas[aria-busy=false]") !== null);
  page.off("response", count);
  return answers;
}

type Pan = { readonly frames: readonly number[]; readonly scriptMsPerFrame: number; readonly longestTaskMs: number };
const wordsOf = ({ frames }: Pan) =>
  `p50 ${percentile(frames, 0.5).toFixed(0)}, p95 ${percentile(frames, 0.95).toFixed(0)} ms, ${frames.length} frames`;

async function panAbout(page: Page): Promise<Pan> {
  const box = await page.locator(".map-canvas").boundingBox();
  if (!box) throw new Error("no map to pan");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let i = 0; i < 2; i++) await page.mouse.dblclick(x, y); // as one looks: the city first, then a part of it
  await page.waitForTimeout(1_500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const scriptS = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
  const before = await scriptS();
  await page.evaluate(watchFrames);
  for (let pan = 0; pan < PANS; pan++) {
    const [dx, dy] = [pan % 2 === 0 ? 400 : -400, pan % 3 === 0 ? 200 : -100];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: STEPS });
    await page.mouse.up();
  }
  const { frames, tasks } = await page.evaluate(() => (globalThis as unknown as Watched).suirenFrames);
  frames.sort((a, b) => a - b);
  return {
    frames,
    scriptMsPerFrame: ((await scriptS()) - before) * (1_000 / Math.max(1, frames.length)),
    longestTaskMs: Math.max(0, ...tasks),
  };
}

type Watched = { suirenFrames: { frames: number[]; tasks: number[] } };

/** Runs in the page: time between frames, and script that held the page longer than 50 ms. */
function watchFrames(): void {
  const kept = { frames: [] as number[], tasks: [] as number[] };
  (globalThis as unknown as Watched).suirenFrames = kept;
  let last = performance.now();
  const next = (now: number): void => {
    kept.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      for (const script of (entry as unknown as { scripts: readonly { duration: number }[] }).scripts) kept.tasks.push(script.duration);
  }).observe({ type: "long-animation-frame", buffered: false });
}
