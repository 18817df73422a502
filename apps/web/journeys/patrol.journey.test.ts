/**
 * 没有信号的巡查: a grid member walks his grid in a cellar, his phone dying in between; with a signal the patrol goes up by itself. Sent again, the
 * server still has one patrol, one hazard, one risk.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";

const ask = (page: Page, path: string, body?: string) =>
  page.evaluate(
    async ([where, given]) => {
      const headers = { "x-suiren": "1", "content-type": "application/json" };
      const response = await fetch(`/api/v1${where}`, { headers, ...(given ? { method: "POST", body: given } : {}) });
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
    },
    [path, body ?? ""] as const,
  );

journey("a patrol without a signal", (stage) => {
  it("survives no signal and a dead phone, and is sent once only", async () => {
    const { server, browser } = stage();
    const phone = await visit(browser, server, { size: { width: 390, height: 844 } });
    const { context } = phone;
    let { page } = phone;
    context.setDefaultTimeout(20_000);
    await signIn(page, "huxiaoping");
    await page.goto("/field");
    await page.getByRole("link", { name: "开始巡查" }).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // when: no signal; two places, the second with a problem half typed as the phone dies
    await context.setOffline(true);
    await page.getByRole("link", { name: "开始巡查" }).click();
    await page.getByLabel("巡查范围").fill("试走第 7 网格");
    await page.getByRole("button", { name: "开始巡查" }).click();
    await page.getByLabel("到了哪里").fill("试走 1 幢");
    await page.getByRole("button", { name: "未见异常" }).click();
    await page.getByText("已看 1 处").waitFor();
    await page.getByLabel("到了哪里").fill("试走 2 幢");
    await page.getByRole("button", { name: "有问题" }).click();
    await page.getByLabel("什么问题").fill("试走楼道停放电动车");
    await page.waitForTimeout(500); // nobody's phone dies within the keystroke
    await page.close();
    page = await context.newPage();
    await page.goto("/field/patrol");
    await expect.poll(() => page.getByLabel("什么问题").inputValue(), { timeout: 20_000 }).toBe("试走楼道停放电动车");
    expect(await page.getByLabel("到了哪里").inputValue()).toBe("试走 2 幢");
    await page.getByRole("button", { name: "转隐患" }).click();
    await page.getByText("问题 1 处").waitFor();
    await page.getByRole("button", { name: "结束巡查" }).click();
    await page.waitForURL(/\/field$/);

    // and: a risk of the first rank
    await page.goto("/field/risk");
    await page.getByLabel("地点").fill("试走和平弄 9 号");
    await page.getByRole("button", { name: "生产经营场所住人" }).click();
    await page.getByRole("button", { name: "出口锁闭或堵塞" }).click();
    await page.getByText("登记后转隐患").waitFor();
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await page.waitForURL(/\/field\/queue$/);
    await page.getByText("没有信号，有网后自动上传").waitFor();

    // then: with a signal everything goes by itself, and a second sending changes nothing
    const letters: string[] = [];
    page.on("request", (request) => request.url().endsWith("/grassroots/field/sync") && letters.push(request.postData() ?? ""));
    await context.setOffline(false);
    await page.getByText("都传完了").waitFor({ timeout: 60_000 });
    for (const letter of [...letters]) expect(await ask(page, "/grassroots/field/sync", letter)).toMatchObject({ status: 200 });
    const rows = async (path: string) => (await ask(page, path)).body.rows as readonly Readonly<Record<string, unknown>>[];
    const patrols = await rows(`/grassroots/patrol?q=${encodeURIComponent("试走第 7 网格")}`);
    expect(patrols).toMatchObject([{ objects: 2, problems: 1, onSpot: 0, via: "phone", foundWords: "试走 2 幢：试走楼道停放电动车" }]);
    expect(await rows(`/hazard-loop/hazard?q=${encodeURIComponent("试走")}`)).toHaveLength(2);
    expect(await rows(`/grassroots/risk-check?q=${encodeURIComponent("试走")}`)).toMatchObject([
      { grade: "red", route: "hazard", repeats: false },
    ]);
  }, 240_000);
});
