/** 店主的一个月: a shopkeeper's self-check on her phone, a lost signal in the middle, a failed item that becomes a hazard, and its mending. */
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** One red dot: a picture a browser can read. */
const photo = {
  name: "后门.png",
  mimeType: "image/png",
  buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64"),
};

journey("a shop's monthly self-check on the phone", (stage) => {
  it("is done in one scroll, survives a lost signal and a closed page, and what failed is mended with a photo", async () => {
    const { server, browser } = stage();
    const { page, context, errors } = await visit(browser, server, { size: { width: 390, height: 844 } });
    await signIn(page, "fanxintao");
    // given: the month's check is still to do
    await page.locator("[data-check=open]").getByRole("button", { name: "开始查" }).tap();
    const item = (id: string) => page.locator(`[data-item=${id}]`);
    for (const id of ["TQ-01", "TQ-03", "TQ-04"]) await item(id).getByRole("radio", { name: "合格", exact: true }).tap();
    expect(await sideways(page)).toBe(0);
    // when: the page is closed and opened again, the answers are there
    await page.goto("/unit");
    await page.getByText("10 项做了 3 项").waitFor();
    expect(await foreignWords(page)).toEqual([]);
    await page.getByRole("button", { name: "接着查" }).tap();
    for (const id of ["TQ-05", "TQ-06", "TQ-07", "TQ-08", "TQ-09", "TQ-10"])
      await item(id).getByRole("radio", { name: "合格", exact: true }).tap();
    await item("TQ-02").getByRole("radio", { name: "不合格" }).tap();
    await item("TQ-02").getByLabel("什么问题").fill("后门堆了两箱饮料");
    await item("TQ-02").getByLabel("在哪里").fill("库房门口");
    const submit = page.getByRole("button", { name: "提交自查" });
    expect(await submit.getAttribute("aria-disabled")).toBe("true");
    await item("TQ-02").locator("input[type=file]").setInputFiles(photo);
    await item("TQ-02").locator("img").waitFor();
    expect(await sideways(page)).toBe(0);
    // and the signal is gone when it is sent
    await context.setOffline(true);
    await submit.tap();
    await page.getByText("已查完，有网后自动提交").waitFor();
    await context.setOffline(false);
    // then: it goes by itself, and the failed item is a hazard of the shop
    await page.getByText("自查已提交，1 项不合格已立为隐患").waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "看隐患" }).tap();
    const hazard = page.locator("[data-hazard]", { hasText: "后门堆了两箱饮料" });
    await hazard.getByText("库房门口").waitFor();
    await hazard.getByRole("button", { name: "整改" }).tap();
    await hazard.locator("input[type=file]").setInputFiles(photo);
    await hazard.getByLabel("怎么改的").fill("已搬走，门口画了禁放线");
    expect(await sideways(page)).toBe(0);
    await hazard.getByRole("button", { name: "整改完毕" }).tap();
    await hazard.getByText("待复查").waitFor();
    await page.goto("/unit");
    await page.locator("[data-check=met]").getByText("已完成").waitFor();
    // and its public page says so, to anybody
    await page.goto("/unit?tab=promise");
    const address = await page.getByRole("link", { name: "看公示页" }).getAttribute("href");
    const stranger = await visit(browser, server, { size: { width: 390, height: 844 } });
    await stranger.page.goto(String(address));
    await stranger.page.getByText(/处隐患正在整改/).waitFor();
    await stranger.page.getByText("范新涛").first().waitFor();
    expect(await sideways(stranger.page)).toBe(0);
    expect(await foreignWords(stranger.page)).toEqual([]);
    expect(errors.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(each))).toEqual([]);
    await stranger.context.close();
    await context.close();
  });
});
