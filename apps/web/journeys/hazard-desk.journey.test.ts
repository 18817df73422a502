/** The desk of whoever answers for hazards: what is printed and frozen has the right name, what fails says so, and nobody's work is written over unseen. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";

const desk = { width: 1366, height: 768 } as const;
const TOWN = 1_000_000;
type Shown = Readonly<Record<string, unknown>>;

async function ask(page: Page, path: string): Promise<Shown> {
  const answer = await page.request.get(`/api/v1/${path}`, { headers: { "x-suiren": "1" } });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Shown;
}
const rowsOf = async (page: Page, ledger: string, where: object): Promise<readonly Shown[]> =>
  (await ask(page, `${ledger}?where=${encodeURIComponent(JSON.stringify(where))}&limit=1`)).rows as readonly Shown[];

/** Fails what matches until the page has said so, then lets it through on 重试. */
async function failsThenWorks(page: Page, pattern: string, address: string, what: string, then: () => Promise<void>): Promise<void> {
  await page.route(pattern, (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }));
  await page.goto(address);
  await page.getByText(`${what}没有取到`).waitFor({ timeout: 30_000 });
  await page.unroute(pattern);
  await page.getByRole("button", { name: "重试", exact: true }).click();
  await then();
}

journey("the hazard desk", (stage) => {
  const enter = async (account: string): Promise<Page> => {
    const { server, browser } = stage();
    const { page } = await visit(browser, server, { size: desk });
    await signIn(page, account);
    return page;
  };

  it("names the chosen area on the list and on what is frozen, from a link as well", { timeout: 120_000 }, async () => {
    const page = await enter("chenxuefang");
    const [hazard] = await rowsOf(page, "hazard-loop/hazard", { open: true });
    const town = Math.floor(Number(hazard?.area) / TOWN) * TOWN;
    const { name } = (await ask(page, `areas/${town}`)).area as { readonly name: string };
    await page.goto(`/hazard-loop/lists?area=${town}`);
    await page.locator(".two-lists-sub", { hasText: name }).first().waitFor();
    await page.getByRole("button", { name: "冻结为基线", exact: true }).click();
    await page.getByRole("dialog").getByText(`冻结 ${name} 的清单`).waitFor();
  });

  it("says when the rules or the unit's standard could not be had, and tries again", { timeout: 120_000 }, async () => {
    const inspector = await enter("linxiaodong");
    const [draft] = await rowsOf(inspector, "hazard-loop/determination", { state: "draft" });
    const address = `/hazard-loop/determination/${String(draft?.id)}`;
    await failsThenWorks(inspector, "**/determination-rules*", address, "判定标准", () =>
      inspector.getByLabel("6.5 安全出口数", { exact: true }).waitFor(),
    );
    const manager = await enter("wangjianjun");
    await failsThenWorks(manager, "**/unit/standard", "/unit?tab=standard", "标准化自评", () =>
      manager.getByRole("button", { name: "报部门核定" }).waitFor(),
    );
  });

  it("keeps the second of two editors from writing over the first unseen", { timeout: 120_000 }, async () => {
    const [first, second] = [await enter("linxiaodong"), await enter("linxiaodong")];
    const [draft] = await rowsOf(first, "hazard-loop/determination", { state: "draft" });
    const remark = (page: Page) => page.getByLabel(/^现场情况/);
    for (const page of [first, second]) {
      await page.goto(`/hazard-loop/determination/${String(draft?.id)}`);
      await remark(page).waitFor();
    }
    const save = (page: Page) => page.getByRole("button", { name: "保存", exact: true }).click();
    await remark(second).fill("楼梯畅通");
    await remark(first).fill("东侧楼梯已封");
    await save(first);
    await first.getByText("已保存").first().waitFor();
    await save(second);
    await second.getByText(/改过这一条/).waitFor();
    expect(await remark(second).inputValue()).toBe("楼梯畅通");
    await second.getByRole("button", { name: "用对方的", exact: true }).click();
    await expect.poll(() => remark(second).inputValue()).toBe("东侧楼梯已封");
    await remark(second).fill("东侧楼梯已封，已拍照");
    await save(second);
    await second.getByText("已保存").first().waitFor();
    const { row } = (await ask(second, `hazard-loop/determination/${String(draft?.id)}`)) as { readonly row: Shown };
    expect(row.remark).toBe("东侧楼梯已封，已拍照");
  });
});
