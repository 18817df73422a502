/**
 * A street clerk's campaign from plan to cleared list: a template narrowed by a filter, a check that finds a hazard, the unit mends it, a
 * colleague looks again, the object is cleared and coverage is whole. SH-3.13, QZ-4.1.2, TY-1.5
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const UNIT = "东风商厦";
const desk = { width: 1366, height: 768 } as const;

type Json = Readonly<Record<string, unknown>>;
/** What the page itself would send, on its own session. */
const post = async (page: Page, path: string, body: object): Promise<Json> => {
  const answer = await page.request.post(`/api/v1/${path}`, { data: body, headers: { "x-suiren": "1" } });
  expect(answer.status(), `${path} ${await answer.text()}`).toBe(200);
  return (await answer.json()) as Json;
};
const get = async (page: Page, path: string): Promise<Json> => (await (await page.request.get(`/api/v1/${path}`)).json()) as Json;
/** One grey pixel, as a phone would send a picture. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");
async function photo(page: Page): Promise<string> {
  const answer = await page.request.post("/api/v1/files", {
    multipart: { file: { name: "现场.png", mimeType: "image/png", buffer: PIXEL } },
    headers: { "x-suiren": "1" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return String(((await answer.json()) as Json).id);
}

journey("a street clerk's campaign", (stage) => {
  it("goes from plan to cleared list", async () => {
    const { server, browser } = stage();
    const { page, context, errors } = await visit(browser, server, { size: desk });
    await signIn(page, "fanglihua");

    await page.goto("/key-places/campaign");
    await page.getByRole("button", { name: "立项" }).click();
    await page.getByLabel(/^模板/).selectOption("electrical");
    await page.getByText(/个对象$/).waitFor();
    await page.getByLabel(/^牵头部门/).fill("荷花");
    await page.getByRole("button", { name: /^荷花街道办事处/ }).click();
    await page.getByRole("button", { name: "更多条件" }).click();
    await page.getByLabel("字段").selectOption("name");
    await page.getByLabel("包含").fill(UNIT);
    await page.getByRole("button", { name: "确定" }).click();
    await page.getByText("1 个对象", { exact: true }).waitFor();
    await page.locator(".section-foot").getByRole("button", { name: "立项" }).click();

    await page.getByRole("heading", { name: "荷花街道电气火灾综合治理" }).waitFor();
    await page.getByRole("button", { name: "启动" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "启动" }).click();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("button", { name: `登记检查 ${UNIT}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "发现隐患" }).click();
    await dialog.getByLabel(/^问题/).fill("配电箱旁堆放纸箱");
    await dialog.getByLabel(/^位置/).fill("1 层 配电间");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText("有隐患 1", { exact: true }).waitFor();
    expect(await foreignWords(page)).toEqual([]);

    // What follows is the hazard loop's own; here it is only walked.
    const where = encodeURIComponent(JSON.stringify({ campaign: id }));
    const { rows } = await get(page, `hazard-loop/hazard?where=${where}`);
    const [hazard] = rows as readonly Json[];
    const move = (who: Page, key: string, given: object) => post(who, `hazard-loop/hazard/${String(hazard?.id)}/${key}`, given);
    await move(page, "grade", { grade: "general" });
    const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await move(page, "assign", { rectifier: "unit", rectifierName: "王建军", dueOn });
    const boss = await visit(browser, server, { size: desk });
    await signIn(boss.page, "wangjianjun");
    await move(boss.page, "rectify", { rectifyNote: "纸箱已清走", rectifyPhotos: [await photo(boss.page)] });
    await boss.context.close();
    await move(page, "close", { reviewNote: "现场复核，已清空", reviewPhotos: [await photo(page)] });

    await expect
      .poll(async () => (await get(page, `key-places/campaigns/${id}`)).tally)
      .toMatchObject({ objects: 1, surveyed: 1, found: 0, rectified: 1, cleared: 1 });
    await page.reload();
    await page.getByRole("img", { name: /排查率 100 %/ }).waitFor();
    await page.getByRole("radio", { name: "已清零" }).click();
    await page.getByRole("cell", { name: UNIT, exact: true }).waitFor();
    await page.getByRole("radio", { name: "地图" }).click();
    await page.locator(".campaign-map canvas").first().waitFor();
    await page.getByRole("button", { name: "收尾" }).click();
    await dialog.getByLabel(/^总结/).fill("查 1 家，隐患 1 处已销号");
    await dialog.getByRole("button", { name: "收尾" }).click();
    await expect.poll(async () => (await get(page, `key-places/campaigns/${id}`)).state).toBe("finished");
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
