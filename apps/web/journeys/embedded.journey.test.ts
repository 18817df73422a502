/**
 * A grid platform is connected and shows our page inside its own: registered by one administrator, approved by another, an event handed over, taken up
 * by the grid member in the frame, told back. And the street looks at what its registers lack.
 */
import type { FrameLocator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { type PartnerPlatform, startPartnerPlatform } from "../../server/test/partner-platform.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const desk = { width: 1366, height: 768 } as const;
const KEY = "jczz-journey";

async function register(page: Page, partner: PartnerPlatform): Promise<string> {
  await page.goto("/grassroots/platforms");
  await page.getByRole("button", { name: "登记平台", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("平台名称").fill("柯城区基层智治");
  await dialog.getByLabel("标识").fill(KEY);
  await dialog.getByRole("button", { name: "选择", exact: true }).click();
  await dialog.getByRole("button", { name: "衢州市 下级", exact: true }).click();
  await dialog.getByRole("button", { name: "柯城区", exact: true }).click();
  for (const scope of ["事件流入", "办理反馈", "嵌入页面"]) await dialog.getByLabel(scope, { exact: true }).check();
  await dialog.getByLabel("回调地址", { exact: false }).first().fill(partner.webhookUrl);
  await dialog.getByLabel("可嵌入的来源", { exact: false }).fill(partner.origin);
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  // An inner address is refused at its field until it is ticked.
  await dialog.getByText("允许内网", { exact: false }).first().waitFor();
  await dialog.getByRole("alert").first().waitFor();
  await dialog.getByLabel("允许内网地址或 http").check();
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  const secret = (await page.locator(".platform-secret").textContent()) ?? "";
  await page.getByRole("dialog").getByText("关闭", { exact: true }).click();
  return secret;
}

async function openFrame(page: Page, partner: PartnerPlatform, origin: string): Promise<FrameLocator> {
  const { status, body } = await partner.ticket("huxiaoping");
  expect(status).toBe(200);
  partner.show(`${origin}${String(body.url)}`);
  await page.goto(partner.origin);
  return page.frameLocator("iframe");
}

journey("inside another platform", (stage) => {
  it("is registered, approved, shown in its frame, and tells it what was done", { timeout: 240_000 }, async () => {
    const { server, browser } = stage();
    const [partner, stranger] = [await startPartnerPlatform(), await startPartnerPlatform()];
    try {
      const [system, security, grid] = [
        await visit(browser, server, { size: desk }),
        await visit(browser, server, { size: desk }),
        await visit(browser, server, { size: desk }),
      ];
      await signIn(system.page, "wangjie");
      const secret = await register(system.page, partner);
      expect(secret.length).toBe(43);
      partner.connect({ base: server.origin, key: KEY, secret });

      await signIn(security.page, "yujianhua");
      await security.page.goto("/grassroots/platforms");
      await security.page.getByRole("button", { name: "柯城区基层智治", exact: true }).click();
      await security.page.getByRole("button", { name: "授权启用", exact: true }).click();
      await security.page.locator(".drawer").getByText("启用", { exact: true }).waitFor();

      const areas = (await (await security.page.request.get("/api/v1/areas/search?q=荷花街道")).json()) as {
        areas: { key: number; code: string }[];
      };
      const code = areas.areas[0]?.code ?? "";
      const pushed = await partner.push({
        number: "J-1",
        kind: "task",
        title: "上门检查灶具",
        what: "独居老人家中灶具软管老化",
        areaCode: code.slice(0, 9),
        placeWords: "荷花小区 3 幢",
      });
      expect(pushed).toMatchObject({ status: 200, body: { isNew: true } });

      const frame = await openFrame(grid.page, partner, server.origin);
      await frame.getByText("上门检查灶具").waitFor();
      // The ticket has left the address, and no cookie was set.
      expect(grid.page.frames().some((each) => each.url().includes("ticket="))).toBe(false);
      expect(await grid.context.cookies(server.origin)).toEqual([]);
      await frame.locator(".embed-event", { hasText: "上门检查灶具" }).getByRole("button", { name: "受理" }).click();
      await frame.getByRole("button", { name: "提交" }).click();
      await frame.locator(".embed-event", { hasText: "上门检查灶具" }).getByRole("button", { name: "办结" }).waitFor();
      await frame.getByRole("button", { name: "登记巡查" }).click();
      await frame.getByLabel("巡查范围").fill("荷花小区 1–6 幢");
      await frame.getByLabel("查看对象").fill("12");
      await frame.getByLabel("巡查情况").fill("未见异常");
      await frame.getByRole("button", { name: "提交" }).click();
      await frame.getByText("已登记", { exact: true }).waitFor();
      await expect
        .poll(() => partner.hooks.map(({ verdict, body }) => `${verdict} ${body.type}`), { timeout: 30_000 })
        .toContain("accepted event.handling");

      // Somebody else's page gets no frame of ours.
      const opened = await partner.ticket("huxiaoping");
      stranger.show(`${server.origin}${String(opened.body.url)}`);
      await grid.page.goto(stranger.origin);
      await expect.poll(() => grid.errors.some((each) => each.includes("frame-ancestors"))).toBe(true);
    } finally {
      await partner.close();
      await stranger.close();
    }
  });

  it("a street sees what its registers lack, opens it and confirms", { timeout: 120_000 }, async () => {
    const { server, browser } = stage();
    const { page, errors } = await visit(browser, server, { size: desk });
    await signIn(page, "fanglihua");
    await page.goto("/grassroots/registers");
    await page
      .getByRole("button", { name: /网格员/ })
      .first()
      .click();
    const drawer = page.locator(".drawer");
    await drawer.getByText("责任机构").waitFor();
    expect(await foreignWords(page)).toEqual([]);
    await drawer.getByRole("button", { name: "核对确认", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("抽查条数").fill("2");
    await dialog.getByLabel("其中无误").fill("2");
    await dialog.getByRole("button", { name: "确认", exact: true }).click();
    await drawer.getByText("0 天", { exact: true }).waitFor();
    await page.goto("/grassroots/towns");
    await page.getByRole("link", { name: "荷花街道", exact: true }).click();
    await page.getByText("岗位与当前在岗").waitFor();
    await page.getByText("胡小平").first().waitFor();
    expect(await foreignWords(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
