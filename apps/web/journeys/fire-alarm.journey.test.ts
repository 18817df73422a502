/** A fire, from the detector to the sealed record: the whole walk of the duty officer on one screen. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import type { Received } from "../../../tools/stage/dispatch.ts";
import { componentsOf, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const UNIT = "东风商厦";
const FORWARDED_WITHIN_MS = 3_000;

/** Elements of CAP 1.2 in their order, and whether the browser's own parser takes the document. */
const readCap = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "application/xml");
    const children = (name: string) => [...(document.querySelector(name)?.children ?? [])].map((each) => each.localName);
    const value = (path: string) => document.querySelector(path)?.textContent ?? null;
    return {
      wellFormed: document.querySelector("parsererror") === null,
      namespace: document.documentElement.namespaceURI,
      alert: children("alert"),
      info: children("info"),
      area: children("area"),
      status: value("alert > status"),
      scope: value("alert > scope"),
      category: value("info > category"),
      severity: value("info > severity"),
      headline: value("info > headline"),
      circle: value("area > circle"),
    };
  }, xml);

journey("first start, login, and a fire alarm to its end", (stage) => {
  it("appears by itself, is claimed, verified, confirmed, forwarded to 119, handled and closed, and the audit chain is whole", async () => {
    const { server, browser, city, dispatch } = stage();
    const { page, context, errors } = await visit(browser, server, { size: { width: 1920, height: 1080 } });
    await signIn(page, "zhouhaiyan");
    expect(new URL(page.url()).pathname).toBe("/duty");
    await page.getByText("现在没有待处置的警情").waitFor();
    await page.getByText("实时连接正常").waitFor();
    expect(await foreignWords(page)).toEqual([]);

    // the alarm comes to the page, the page is not loaded again
    await page.evaluate(() => document.documentElement.setAttribute("data-loaded", "once"));
    const { address, components } = componentsOf(city, UNIT);
    const [first, second] = pairOfDetectors(components);
    const panel = await Panel.open(server.gb26875Port, address);
    await panel.report(first, status.fire);
    const row = page.locator("[data-alarm][data-state=reported]");
    await row.waitFor();
    expect(await row.textContent()).toContain(UNIT);
    expect(await row.textContent()).toContain(first.place);
    await panel.report(second, status.fire);
    await page.locator(".seat-why").waitFor();
    expect(await page.locator(".seat-why").textContent()).toContain("同一防火分区");
    expect(await page.locator("html").getAttribute("data-loaded")).toBe("once");
    expect(await foreignWords(page)).toEqual([]);
    panel.close();

    // 接警
    await row.getByRole("button", { name: "接警", exact: true }).click();
    const alarm = page.locator("[data-alarm]").first();
    await page.locator("[data-alarm][data-state=accepted]").waitFor();
    expect(await alarm.textContent()).toContain("周海燕");

    // 核警
    await page.getByRole("button", { name: /^呼叫控制室/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("有火情", { exact: true }).click();
    expect(await foreignWords(page)).toEqual([]);
    await dialog.getByRole("button", { name: "记下" }).click();
    await page.locator("[data-alarm][data-state=verifying]").waitFor();

    // 真实火警: a touch is not enough, holding is
    const confirm = page.locator("[data-hold=confirm]");
    await confirm.click();
    expect(await page.locator("[data-alarm][data-state=verifying]").count()).toBe(1);
    await confirm.hover();
    await page.mouse.down();
    await page.locator("[data-alarm][data-state=confirmed]").waitFor();
    const confirmedAt = Date.now();
    await page.mouse.up();

    // 转 119
    const cap = await arrives(dispatch.received);
    expect(cap.at - confirmedAt).toBeLessThan(FORWARDED_WITHIN_MS);
    expect(cap.contentType).toMatch(/^application\/cap\+xml/);
    const read = await readCap(page, cap.body);
    expect(read).toMatchObject({
      wellFormed: true,
      namespace: "urn:oasis:names:tc:emergency:cap:1.2",
      status: "Exercise", // demonstration data must never call engines out
      scope: "Restricted",
      category: "Fire",
      severity: "Extreme",
    });
    expect(read.alert.slice(0, 6)).toEqual(["identifier", "sender", "sent", "status", "msgType", "scope"]);
    expect(read.info).toEqual(expect.arrayContaining(["language", "event", "urgency", "certainty", "onset", "area"]));
    expect(read.area).toEqual(["areaDesc", "circle", "geocode"]);
    expect(read.headline).toContain(UNIT);
    expect(read.circle).toMatch(/^2\d\.\d+,11\d\.\d+ [\d.]+$/);
    await page.getByText(/^已送达 \d\d:\d\d:\d\d$/).waitFor();

    // 处置, 结案
    await page.getByRole("button", { name: /^处置/ }).click();
    await dialog.locator("textarea").fill("东风商厦微型消防站 3 人到场，灭火器扑灭，无人员受伤");
    await dialog.getByRole("button", { name: "记下" }).click();
    await page.locator("[data-alarm][data-state=handling]").waitFor();
    await page.getByRole("button", { name: /^结案/ }).click();
    await dialog.getByRole("combobox").selectOption({ index: 1 });
    expect(await foreignWords(page)).toEqual([]);
    await dialog.getByRole("button", { name: "结案" }).click();
    await page.getByText("现在没有待处置的警情").waitFor();
    expect(await page.locator("[data-alarm]").count()).toBe(0);
    expect(dispatch.received).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();

    const audit = await sealed(() => server.command("audit", "verify"));
    expect(audit).toMatchObject({ code: 0, output: expect.stringMatching(/^审计链完整：\d+ 条/) });
  });
});

async function arrives(received: readonly Received[]): Promise<Received> {
  for (let tries = 0; tries < 100; tries++) {
    const message = received[0];
    if (message) return message;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("nothing arrived at 119");
}

/** Entries are sealed about a second after they are written. */
async function sealed(verify: () => Promise<{ code: number; output: string }>): Promise<{ code: number; output: string }> {
  for (let tries = 0; tries < 5; tries++) {
    const result = await verify();
    if (result.code !== 0 || !result.output.includes("尚未封存")) return result;
  }
  return verify();
}
