/**
 * A committee's minutes: a sentence without owner and date holds them back, is mended and issued; the county finds its task under 工作台, does it,
 * and the office closes it. QZ-3.3.1, SH-1.9
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const size = { width: 1366, height: 768 } as const;
const TASK = "整改全部逾期隐患，逐处上传整改照片";
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const openTask = async (page: Page) => {
  await page.goto("/work");
  await page.getByText(TASK).first().click();
  // The work list has verbs of the same name: only the task's own page counts.
  await page.waitForURL(/\/policy-tasks\/task/);
  await page.getByRole("tab", { name: "来源与分解" }).waitFor();
};

journey("a committee meeting", (stage) => {
  it("becomes tasks, and one of them is closed", async () => {
    const { server, browser } = stage();
    const { page, context, errors } = await visit(browser, server, { size });
    await signIn(page, "chenxuefang");
    await page.goto("/committee/overview");
    await page.locator(".committee-city").getByRole("link", { name: "纪要待签发" }).click();
    await page.getByRole("heading", { name: /第一次全体会议/ }).waitFor();
    expect(await foreignWords(page)).toEqual([]);

    // Held back: one task without owner and date, one sentence nobody settled.
    const issue = page.getByRole("button", { name: "签发纪要" });
    await expect.poll(() => issue.getAttribute("aria-disabled")).toBe("true");
    expect(await issue.getAttribute("title")).toContain("1 项缺责任人、期限");
    await page.locator(".meeting-topic").nth(2).getByRole("button").first().click();
    const hint = page.locator(".meeting-hint");
    await hint.getByText("没有期限").waitFor();
    await hint.getByRole("button", { name: "不用" }).click();
    await hint.waitFor({ state: "detached" });

    // A sentence selected and a key: it becomes a decision and stays marked.
    await page.locator(".meeting-topic").nth(0).getByRole("button").first().click();
    const paper = page.getByRole("textbox", { name: "纪要" });
    await paper.evaluate((box: HTMLTextAreaElement) => {
      const at = box.value.indexOf("电气火灾占比仍高");
      box.focus();
      box.setSelectionRange(at, at + 8);
    });
    await paper.press("d");
    await page.locator(".paper-decision", { hasText: "电气火灾占比仍高" }).waitFor();
    await page.getByText("本题 任务 0　决定 1").waitFor();

    const lacking = page.locator(".meeting-task.is-lacking");
    await lacking.getByPlaceholder("责任人").fill("分管副局长 余伟");
    await lacking.getByPlaceholder("责任人").press("Enter");
    await page.getByText("缺期限", { exact: false }).first().waitFor();
    await lacking.locator("input[type=date]").fill(day(60));
    await lacking.waitFor({ state: "detached" });

    await expect.poll(() => issue.getAttribute("aria-disabled")).toBe(null);
    await issue.click();
    // Some have not co-signed what stands there now: they are named, and issuing all the same is confirmed.
    const asked = page.getByRole("dialog");
    await asked.getByText(/还没有会签/).waitFor();
    await asked.getByRole("button", { name: "签发纪要" }).click();
    await page.getByText(/已签发 .*纪要〔\d{4}〕\d+ 号/).waitFor();
    await page
      .getByText(/常山县.*待签收/)
      .first()
      .waitFor();

    const county = await visit(browser, server, { size });
    await signIn(county.page, "chenzhiyuan");
    await openTask(county.page);
    await county.page.getByRole("button", { name: "签收" }).first().click();
    await county.page.getByRole("dialog").getByRole("button", { name: "签收" }).click();
    await county.page.getByRole("dialog").waitFor({ state: "detached" });
    await county.page.getByRole("button", { name: "报完成" }).first().click();
    await county.page
      .getByRole("dialog")
      .getByLabel(/^完成情况/)
      .fill("逾期隐患已全部整改");
    await county.page.getByRole("dialog").getByRole("button", { name: "报完成" }).click();
    await county.page.getByRole("dialog").waitFor({ state: "detached" });
    expect(county.errors).toEqual([]);
    await county.context.close();

    await openTask(page);
    await page.getByRole("button", { name: "验收办结" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "验收办结" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.goto("/committee/meeting?view=tracking");
    await page
      .getByRole("link", { name: /第一次全体会议/ })
      .or(page.getByText(/第一次全体会议/))
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
