/**
 * A mayor from the board to the person who owes a red cell: the worst of a district's streets, its figure, the rows behind it, an urging; the
 * street finds it on its work list and answers, and the mayor reads the answer.
 */
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const desk = { width: 1366, height: 768 } as const;
const STREET = "荷花街道";

journey("a mayor and a red cell", (stage) => {
  it("goes from the board to who owes it, who answers", async () => {
    const { server, browser } = stage();
    const mayor = await visit(browser, server, { size: desk });
    const { page } = mayor;
    await signIn(page, "maoyongqiang");
    await page.waitForURL("**/policy-tasks/board");
    await page.getByRole("table", { name: "条款落实" }).waitFor({ timeout: 30_000 });

    // Arrows walk the cells, Enter opens the one under them.
    const cells = page.locator("button[data-row]");
    await cells.first().focus();
    await page.keyboard.press("ArrowDown");
    const walked = await page.evaluate(() => document.activeElement?.getAttribute("data-row"));
    expect(walked).not.toBe(await cells.first().getAttribute("data-row"));
    await page.keyboard.press("Enter");
    await page.locator("aside.policy-panel").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("aside.policy-panel").waitFor({ state: "detached" });

    // From the district's cell to the street that is late.
    const cell = page.locator('button[data-row="QZ-4.1.1#b"][data-column="330802000000000"]');
    expect(await cell.getAttribute("aria-label")).toMatch(/柯城区.*逾期/);
    await cell.click();
    const panel = page.locator("aside.policy-panel");
    await panel.getByRole("button", { name: new RegExp(STREET) }).click();
    await panel.getByRole("heading", { name: new RegExp(STREET) }).waitFor();
    await panel.getByText("荷花街道办事处", { exact: true }).waitFor();
    await panel.getByText(/原文未附/).waitFor();
    expect(await foreignWords(page)).toEqual([]);
    const address = page.url();
    expect(address).toMatch(/open=/);

    await panel.getByRole("button", { name: "催办", exact: true }).click();
    const asked = page.getByRole("dialog");
    await asked.getByLabel("催办事由").fill("请本周内巡查完并答复");
    await asked.getByRole("button", { name: "催办", exact: true }).click();
    await panel.getByText(/已催办 1 次/).waitFor();

    const clerk = await visit(browser, server, { size: desk });
    await signIn(clerk.page, "fanglihua");
    await clerk.page.goto("/work?tab=told");
    const told = clerk.page.locator(".work-row", { hasText: "请本周内巡查完并答复" });
    await told.getByRole("button").click();
    const own = clerk.page.locator("aside.policy-panel");
    await own.getByRole("button", { name: "答复催办" }).click();
    const answer = clerk.page.getByRole("dialog");
    await answer.getByLabel("答复").fill("已巡查 1 处，隐患当场整改");
    await answer.getByRole("button", { name: "答复催办", exact: true }).click();
    await own.getByText(/已巡查 1 处/).waitFor();
    expect(clerk.errors).toEqual([]);
    await clerk.context.close();

    await page.reload();
    await panel.getByText(/已巡查 1 处，隐患当场整改/).waitFor();

    // The rows behind it, with their filter in sight.
    const open = panel.locator("a", { hasText: /^打开/ });
    expect(await open.getAttribute("href")).toMatch(/\?where=/);
    await open.click();
    await page.locator(".list-body, .list").first().waitFor();
    await page.goto(address);

    // What he takes to the meeting.
    const downloads = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出专题报告" }).click();
    expect((await downloads).suggestedFilename()).toMatch(/专题报告\.docx$/);
    expect(mayor.errors).toEqual([]);
    await mayor.context.close();
  }, 180_000);
});
