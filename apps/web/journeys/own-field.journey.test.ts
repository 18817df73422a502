/** 加字段: one administrator proposes a field of the unit ledger, another agrees, and a street clerk fills it in. No restart, no program. */
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const FIELD = "楼上住人数";
const desk = { width: 1366, height: 768 } as const;

journey("an administrator adds a field to the unit ledger", (stage) => {
  it("is proposed, agreed to by a second person, and filled in on the form of every unit", async () => {
    const { server, browser } = stage();
    const proposer = await visit(browser, server, { size: desk });
    await signIn(proposer.page, "wangjie");
    await proposer.page.goto("/system/fields?ledger=places.unit");
    await proposer.page.getByRole("button", { name: "加字段" }).click();
    await proposer.page.getByLabel("名称", { exact: true }).fill(FIELD);
    await proposer.page.getByLabel("代号", { exact: true }).fill("upstairs_residents");
    await proposer.page.getByRole("button", { name: "整数", exact: true }).click();
    await proposer.page.getByLabel(/^单位/).fill("人");
    await proposer.page.getByRole("button", { name: "加条件" }).click();
    const test = proposer.page.locator(".popover:popover-open");
    await test.getByRole("combobox").selectOption({ label: "设有自动消防设施" });
    await test.getByRole("button", { name: "是", exact: true }).click();
    await proposer.page.getByText("设有自动消防设施：是 时出现").waitFor();
    await proposer.page.getByLabel("必填").check();
    await proposer.page.getByLabel("文件", { exact: true }).fill("居住出租房消防安全管理规定");
    await proposer.page.getByLabel("条款号", { exact: true }).fill("4.1.1");
    expect(await foreignWords(proposer.page)).toEqual([]);
    await proposer.page.getByRole("button", { name: "送审生效" }).click();
    // how many rows it touches is said before it is sent
    const dialog = proposer.page.getByRole("dialog");
    await dialog.getByText(/^[\d,]+ 家要补填/).waitFor();
    await dialog.getByRole("button", { name: "送审生效" }).click();
    await proposer.page.getByText(`“${FIELD}”已送审`).waitFor();
    expect(proposer.errors).toEqual([]);
    await proposer.context.close();

    const approver = await visit(browser, server, { size: desk });
    await signIn(approver.page, "yujianhua");
    await approver.page.goto("/system/fields?ledger=places.unit");
    await approver.page.getByRole("button", { name: new RegExp(FIELD) }).click();
    await approver.page.getByRole("button", { name: "同意生效" }).click();
    await approver.page.getByText(`“${FIELD}”已审`).waitFor();
    expect(approver.errors).toEqual([]);
    await approver.context.close();

    const clerk = await visit(browser, server, { size: desk });
    await signIn(clerk.page, "fanglihua");
    await clerk.page.goto(`/places/unit?q=${encodeURIComponent("东风商厦")}`);
    const href = await clerk.page.getByRole("link", { name: "东风商厦", exact: true }).first().getAttribute("href");
    await clerk.page.goto(`${href}/edit`);
    const asked = clerk.page.getByLabel(new RegExp(`^${FIELD}`));
    const facilities = clerk.page.locator('[data-field="hasFacilities"]');
    await facilities.getByRole("button", { name: "否", exact: true }).click();
    await asked.waitFor({ state: "detached" });
    await facilities.getByRole("button", { name: "是", exact: true }).click();
    await clerk.page.getByRole("button", { name: "保存" }).click();
    await clerk.page.locator('[data-field="custom.upstairs_residents"]').getByText("必填").waitFor();
    await asked.fill("12");
    expect(await foreignWords(clerk.page)).toEqual([]);
    await clerk.page.getByRole("button", { name: "保存" }).click();
    await clerk.page.getByText("已保存 东风商厦").waitFor();
    await clerk.page.goto(href ?? "");
    const fact = clerk.page.locator(".facts > div", { hasText: FIELD });
    expect(await fact.textContent()).toBe(`${FIELD}（人）12`);
    expect(clerk.errors).toEqual([]);
    await clerk.context.close();
  });
});
