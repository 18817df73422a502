/**
 * A street clerk's morning at the unit ledger, on the screen alone: a view saved, renamed, shared and deleted; columns widened; rows chosen;
 * a change seen in the history; a draft that outlives a closed page and a lost session; a colleague who saved first; a one-time code set up.
 */
import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { componentsOf, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { PASSWORD } from "../../../tools/stage/server.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const UNIT = "东风商厦";
const desk = { width: 1366, height: 768 } as const;

/** The code an authenticator would show now for the secret on the screen (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret.replace(/\s/g, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(moving).digest();
  const at = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const openForm = async (page: Page): Promise<void> => {
  await page.goto(`/places/unit?q=${encodeURIComponent(UNIT)}`);
  const href = await page.getByRole("link", { name: UNIT, exact: true }).first().getAttribute("href");
  await page.goto(`${href}/edit`);
  await page.getByLabel(/^水泵接合器/).waitFor();
};

journey("a street clerk at the unit ledger", (stage) => {
  it("saves a view, renames and shares it, finds it with a colleague, and deletes it; a column stays as wide as it was made", async () => {
    const { server, browser } = stage();
    const { page, context, errors } = await visit(browser, server, { size: desk });
    await signIn(page, "fanglihua");
    await page.goto(`/places/unit?where=${encodeURIComponent(JSON.stringify({ grade: "key" }))}`);
    await page.getByRole("button", { name: "保存为视图" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("视图名称").fill("街道重点");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByRole("tab", { name: /^街道重点/ }).waitFor();
    await page.getByRole("button", { name: "改视图" }).click();
    await dialog.getByLabel("视图名称").fill("荷花重点单位");
    await dialog.getByLabel("本单位都能用").check();
    expect(await foreignWords(page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByRole("tab", { name: /^荷花重点单位/ }).waitFor();

    const colleague = await visit(browser, server, { size: desk });
    await signIn(colleague.page, "huxiaoping");
    await colleague.page.goto("/places/unit");
    await colleague.page.getByRole("tab", { name: /^荷花重点单位/ }).waitFor();
    await colleague.context.close();

    const head = page.getByRole("columnheader", { name: /^类别/ });
    const before = (await head.boundingBox())?.width ?? 0;
    const grip = head.getByRole("button", { name: "类别 列宽" });
    await grip.focus();
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press("ArrowRight");
    const keptWidth = async (): Promise<number> => {
      const { preferences } = (await (await page.request.get("/api/v1/preferences")).json()) as {
        preferences: Readonly<Record<string, { widths?: Readonly<Record<string, number>> }>>;
      };
      return preferences["columns.places.unit"]?.widths?.kind ?? 0;
    };
    await expect.poll(keptWidth).toBeGreaterThan(before + 60);
    await page.reload();
    await head.waitFor();
    await expect.poll(async () => (await head.boundingBox())?.width ?? 0).toBeGreaterThan(before + 60);

    await page.getByRole("checkbox").nth(1).check();
    await page.getByText(/^已选 1 家/).waitFor();
    await page.getByRole("button", { name: "取消选择" }).click();

    await page.getByRole("button", { name: "改视图" }).click();
    await dialog.getByRole("button", { name: "删视图" }).click();
    await dialog.getByText("荷花重点单位").waitFor();
    await dialog.getByRole("button", { name: "删视图" }).click();
    await expect.poll(() => page.getByRole("tab", { name: /^荷花重点单位/ }).count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);

  it("keeps what was typed through a closed page, a lost session and a colleague who saved first; history tells both changes", async () => {
    const { server, browser } = stage();
    const mine = await visit(browser, server, { size: desk });
    await signIn(mine.page, "fanglihua");
    await openForm(mine.page);
    await mine.page.getByLabel(/^水泵接合器/).fill("北门两个");
    await mine.page.getByText(/^草稿已存/).waitFor();
    await mine.page.reload();
    await mine.page.getByRole("button", { name: "接着填" }).click();
    expect(await mine.page.getByLabel(/^水泵接合器/).inputValue()).toBe("北门两个");

    // somebody else is quicker, with the same field
    const other = await visit(browser, server, { size: desk });
    await signIn(other.page, "linxiaodong");
    await openForm(other.page);
    await other.page.getByLabel(/^水泵接合器/).fill("南门一个");
    await other.page.getByRole("button", { name: "保存" }).click();
    await other.page.getByText(`已保存 ${UNIT}`).waitFor();
    await other.context.close();

    // the session is gone when the clerk saves
    await mine.context.clearCookies();
    await mine.page.getByRole("button", { name: "保存" }).click();
    const again = mine.page.getByRole("dialog");
    await again.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await again.getByRole("button", { name: "继续" }).click();
    await mine.page.getByText(/^林晓东 .*改过这一条/).waitFor();
    await mine.page.getByText("水泵接合器：对方 南门一个，你填 北门两个").waitFor();
    expect(await foreignWords(mine.page)).toEqual([]);
    await mine.page.getByRole("button", { name: "用我的" }).click();
    await mine.page.getByText(`已保存 ${UNIT}`).waitFor();

    await mine.page.getByRole("tab", { name: "历史" }).click();
    await mine.page.getByText("水泵接合器：南门一个 → 北门两个").waitFor();
    await mine.page.getByText(/水泵接合器：.* → 南门一个/).waitFor();
    // the lost session and the quicker colleague are answers the browser calls errors
    expect(mine.errors.filter((error) => !/ (401|409) /.test(error))).toEqual([]);
    await mine.context.close();
  }, 60_000);

  it("sets up a one-time code, and is asked for it at the next sign-in", async () => {
    const { server, browser } = stage();
    const { page, context } = await visit(browser, server, { size: desk });
    await signIn(page, "huxiaoping");
    await page.goto("/mine");
    await page.getByRole("button", { name: "绑定动态码" }).click();
    const dialog = page.getByRole("dialog");
    const secret = (await dialog.locator("b.num").textContent()) ?? "";
    await dialog.locator("[autocomplete=one-time-code]").fill("000000");
    await dialog.locator("button[type=submit]").click();
    await dialog.getByRole("alert").waitFor();
    await dialog.locator("[autocomplete=one-time-code]").fill(codeOf(secret));
    await dialog.locator("button[type=submit]").click();
    await expect.poll(() => dialog.locator("li").count()).toBeGreaterThan(4); // recovery codes
    await dialog.getByRole("button").last().click();
    await page.getByText("动态码已绑定").waitFor();
    await context.close();

    const next = await visit(browser, server, { size: desk });
    await next.page.goto("/login");
    await next.page.locator("[name=account]").fill("huxiaoping");
    await next.page.locator("[name=password]").fill(PASSWORD);
    await next.page.locator("button[type=submit]").click();
    await next.page.locator("[autocomplete=one-time-code]").waitFor();
    await next.context.close();
  }, 60_000);

  it("tells the housing bureau of a fire; the bureau reads it, and the officer finds both under his work", async () => {
    const { server, browser, city } = stage();
    const { address, components } = componentsOf(city, UNIT);
    const panel = await Panel.open(server.gb26875Port, address);
    await panel.report(pairOfDetectors(components)[0], status.fire);
    panel.close();
    const officer = await visit(browser, server, { size: desk });
    await signIn(officer.page, "zhouhaiyan");
    await officer.page.goto("/work");
    const row = officer.page.locator(".work-row", { hasText: UNIT }).first();
    await row.getByRole("button", { name: "接警" }).click(); // opens the case, takes nothing yet
    await officer.page.getByRole("button", { name: "抄送" }).click();
    const dialog = officer.page.getByRole("dialog");
    await dialog.getByLabel("抄送给").fill("衢州市住房");
    await dialog.getByRole("button", { name: /^衢州市住房和城乡建设局/ }).click();
    await dialog.getByLabel(/^说明/).fill("请核查消防设施");
    expect(await foreignWords(officer.page)).toEqual([]);
    await dialog.getByRole("button", { name: "抄送" }).click();
    await officer.page.getByText(/^已抄送/).waitFor();

    const bureau = await visit(browser, server, { size: desk });
    await signIn(bureau.page, "yeming");
    await bureau.page.goto("/work?tab=told");
    const told = bureau.page.locator(".work-unread", { hasText: "请核查消防设施" });
    expect(await told.textContent()).toContain("周海燕");
    expect(await foreignWords(bureau.page)).toEqual([]);
    await told.getByRole("button", { name: "知道了" }).click();
    await told.waitFor({ state: "detached" });
    expect(bureau.errors).toEqual([]);
    await bureau.context.close();

    await officer.page.goto("/work?tab=opened");
    await officer.page.locator(".work-row", { hasText: /抄送 衢州市住房和城乡建设局/ }).waitFor();
    expect(officer.errors).toEqual([]);
    await officer.context.close();
  }, 60_000);
});
