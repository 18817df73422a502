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
    expect(await foreignWords(proposer.page)).toEqual([]);
    await proposer.page.getByRole("button", { name: "送审生效" }).click();
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
    await clerk.page.getByLabel(new RegExp(`^${FIELD}`)).fill("12");
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
