/** 中文在先，英文可换: every screen in both languages. Chinese pages carry no English words, English pages no Chinese but names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { componentsOf, type DemoCity, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { ROOT, type Server } from "../../../tools/stage/server.ts";
import { journey } from "./journey.ts";
import { chineseLeft, foreignWords, namesIn } from "./words.ts";

type Account = "zhouhaiyan" | "linxiaodong" | "wangjie" | "yujianhua" | "maoyongqiang" | "wangjianjun";

/** Who looks at what. The audit log is the record and stays Chinese; the kit's own page is for its makers. */
const screens: Readonly<Record<Account, readonly string[]>> = {
  zhouhaiyan: ["/duty", "/sensing/devices", "/remote-monitoring/alarm", "/mine"],
  linxiaodong: ["/work", "/places/unit", "/places/unit/new", "/places/unit/import", "/facilities/component", "/search?q=东风"],
  wangjie: ["/system/fields?ledger=places.unit", "/identity/user"],
  yujianhua: ["/identity/roles", "/identity/policy"],
  maoyongqiang: ["/wall", "/statistics/monitoring"],
  wangjianjun: ["/unit"],
};
const DRAWN_MS = 8_000;
const SETTLE_MS = 250;

/** A page is read when nothing on it waits any more. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  await page.locator("main, .wall").first().waitFor({ timeout: DRAWN_MS });
  await page.waitForTimeout(SETTLE_MS);
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null, undefined, { timeout: DRAWN_MS });
}

/** Two detectors of one zone: an alarm that was raised, with its reason, reminders and near forces. */
async function burn(city: DemoCity, server: Server): Promise<void> {
  const { address, components } = componentsOf(city, "东风商厦");
  const panel = await Panel.open(server.gb26875Port, address);
  for (const detector of pairOfDetectors(components)) await panel.report(detector, status.fire);
  panel.close();
}

/** Where names and people's own words come from: those stay as they were written. */
const NAMES = [
  "areas",
  "organizations/organ?limit=500",
  "organizations/post?limit=500",
  "identity/user?limit=200",
  "me",
  "hazard-loop/hazard?limit=500&view=open",
  "supervision-listing/listing?limit=100",
  "inspection/task?limit=200",
  "enforcement/penalty?limit=200",
  "enforcement/joint-action?limit=100",
  "enforcement/hand-over?limit=100",
  "unit-management/joint-group?limit=100",
];

async function namesFor(page: Page): Promise<Set<string>> {
  const names = new Set<string>();
  for (const path of NAMES) {
    const answer = await page.request.get(`/api/v1/${path}`, { headers: { "accept-language": "en" } });
    if (!answer.ok()) continue;
    const text = await answer.text();
    namesIn(JSON.parse(text), names);
    for (const [, account] of text.matchAll(/"account":"([a-z]+)"/g)) if (account) names.add(account);
  }
  for (const name of [...names]) if (name.length <= 4) names.add(name.slice(0, 1)); // the picture of a person is his family name
  return names;
}

/** Every county, town and village of the demonstration city. */
const divisions: unknown = JSON.parse(readFileSync(join(ROOT, "apps/server/src/modules/ground/organizations/data/330800.json"), "utf8"));

journey("both languages", (stage) => {
  it("no screen says a word in the other language", async () => {
    const { server, browser, city } = stage();
    await burn(city, server);
    const given = namesIn(divisions, namesIn(city));
    const trouble: string[] = [];
    for (const [account, paths] of Object.entries(screens)) {
      const { page, context } = await visit(browser, server, { size: { width: 1366, height: 768 } });
      await signIn(page, account);
      const { origins: _, ...signedIn } = await context.storageState();
      const names = new Set([...given, ...(await namesFor(page))]);
      await context.close();
      for (const language of ["zh", "en"] as const) {
        const look = await visit(browser, server, { size: { width: 1366, height: 768 }, language, signedIn: { ...signedIn, origins: [] } });
        for (const path of paths) {
          await open(look.page, path);
          const words = language === "zh" ? await foreignWords(look.page, names) : await chineseLeft(look.page, names);
          const sideways = await look.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (words.length > 0) trouble.push(`${language} ${path}: ${words.join(" | ")}`);
          if (sideways > 0) trouble.push(`${language} ${path}: ${sideways} px sideways`);
        }
        expect(look.errors, `${language} ${account}`).toEqual([]);
        await look.context.close();
      }
    }
    expect(trouble).toEqual([]);
  });

  it("the switch changes what the server says as well, at once and back", async () => {
    const { server, browser } = stage();
    const { page, context, errors } = await visit(browser, server, { size: { width: 1366, height: 768 } });
    await signIn(page, "linxiaodong");
    await page.goto("/places/unit");
    await page.getByRole("columnheader", { name: "单位名称" }).waitFor();
    await page.getByRole("button", { name: "林晓东" }).click();
    await page.getByText("English", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Unit name" }).waitFor();
    await page.getByRole("button", { name: "林晓东" }).click();
    await page.getByText("中文", { exact: true }).click();
    await page.getByRole("columnheader", { name: "单位名称" }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
