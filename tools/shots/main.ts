/**
 * `npm run shots`: pictures of every screen of the demonstration city into .shots/, light and dark, Chinese and English, for laying
 * beside the mock-ups; and the one of the duty seat the README shows. `-- --only duty-seat,login` takes some of them.
 */
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { noBrowser, openBrowser, type Size, type StorageState, signIn, visit } from "../stage/browser.ts";
import { demoCity } from "../stage/panel.ts";
import { ROOT, type Server, startServer } from "../stage/server.ts";
import { liveCity, manTheSeat } from "./live-city.ts";
import { type Scene, type SizeName, scenes } from "./scenes.ts";

const sizes: Readonly<Record<SizeName, Size>> = {
  desk: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  wall: { width: 3840, height: 1080 },
};
const USUAL: readonly SizeName[] = ["desk", "large", "phone"];
const OUT = join(ROOT, ".shots");
const README_PICTURE = join(ROOT, "docs/pictures/duty-seat.png");
const README_LIMIT = 400 * 1024;
const REACHED_WITHIN_MS = 12_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Camera = { readonly browser: Browser; readonly server: Server; readonly signedIn: Map<string, StorageState> };
type Way = { readonly size: SizeName; readonly theme: "light" | "dark"; readonly language: "zh" | "en" };

async function photograph(camera: Camera, scene: Scene, way: Way, file: string): Promise<string | null> {
  const signedIn = scene.account === null ? undefined : await sessionOf(camera, scene.account);
  const { page, context } = await visit(camera.browser, camera.server, { ...way, size: sizes[way.size], signedIn });
  page.setDefaultTimeout(REACHED_WITHIN_MS);
  try {
    await scene.before?.(page);
    await page.goto(scene.path);
    await scene.prepare?.(page);
    await page.locator(scene.ready).first().waitFor();
    await settle(page);
    await page.screenshot({ path: file });
    return null;
  } catch (error) {
    await page.screenshot({ path: file.replace(/\.png$/, ".not-reached.png") });
    return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  } finally {
    await context.close();
  }
}

/** One sign-in a person, however many pictures he is in. */
async function sessionOf({ browser, server, signedIn }: Camera, account: string): Promise<StorageState> {
  const known = signedIn.get(account);
  if (known) return known;
  const { page, context } = await visit(browser, server, { size: sizes.desk });
  await signIn(page, account);
  const state = await context.storageState();
  await context.close();
  const cookies = { ...state, origins: [] }; // language and theme are the picture's, not the person's
  signedIn.set(account, cookies);
  return cookies;
}

/** Fonts are in, the map has drawn, nothing waits. */
async function settle(page: Awaited<ReturnType<typeof visit>>["page"]): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page
    .waitForFunction(() => document.querySelector("[aria-busy=true]") === null, undefined, { timeout: 3_000 })
    .catch(() => undefined);
  await page.mouse.click(1, 1); // a touched page may sound
  await page.waitForTimeout((await page.locator("canvas").count()) > 0 ? 1_500 : 300);
}

const waysOf = (scene: Scene, quick: boolean): readonly Way[] =>
  (scene.sizes ?? USUAL)
    .flatMap((size) =>
      (["light", "dark"] as const).flatMap((theme) => (["zh", "en"] as const).map((language) => ({ size, theme, language }))),
    )
    .filter(({ theme, language }) => !quick || (theme === "light" && language === "zh"));

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" }, quick: { type: "boolean", default: false } } });
  const missing = noBrowser();
  if (missing !== null) {
    say(missing);
    return 1;
  }
  const wanted = values.only === "" ? scenes : scenes.filter(({ name }) => values.only.split(",").includes(name));
  if (values.only === "") await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const [server, browser, city] = [await startServer(), await openBrowser(), await demoCity()];
  const camera = { server, browser, signedIn: new Map<string, StorageState>() };
  const lost: string[] = [];
  const endOfStory = await liveCity(city, server);
  try {
    await manTheSeat(browser, server);
    for (const scene of wanted)
      for (const way of waysOf(scene, values.quick)) {
        const name = [scene.name, way.size, way.theme, way.language].join("-");
        const trouble = await photograph(camera, scene, way, join(OUT, `${name}.png`));
        if (trouble !== null) lost.push(`${name}: ${trouble}`);
        say(`${trouble === null ? "✓" : "✗"} ${name}`);
      }
    if (wanted.some(({ name }) => name === "duty-seat")) await pictureForReadme(camera, lost);
  } finally {
    await browser.close();
    await endOfStory();
    await server.stop();
  }
  if (lost.length > 0) say(`没有拍到 not reached:\n${lost.map((line) => `  ${line}`).join("\n")}`);
  return lost.length === 0 ? 0 : 1;
}

/** The same alarm, the same city, the same size; only the clock moves on. */
async function pictureForReadme(camera: Camera, lost: string[]): Promise<void> {
  const scene = scenes.find(({ name }) => name === "duty-seat");
  if (!scene) return;
  await mkdir(join(README_PICTURE, ".."), { recursive: true });
  const trouble = await photograph(camera, scene, { size: "large", theme: "light", language: "zh" }, README_PICTURE);
  const { size } = await stat(README_PICTURE);
  if (trouble !== null) lost.push(`README: ${trouble}`);
  else if (size > README_LIMIT) lost.push(`README: ${size} bytes, more than ${README_LIMIT}`);
  else say(`✓ ${README_PICTURE} (${Math.round(size / 1024)} KB)`);
}

process.exitCode = await main();
