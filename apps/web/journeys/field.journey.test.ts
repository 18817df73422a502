/**
 * 一天没有信号: an inspector in a basement, from the unit's code to the signed record, his phone dying in between; then the queue is sent, and sent
 * again. The server has one visit, one hazard, and every receipt is on the phone.
 */
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
/** As the person on the page, through the server's own door. */
const ask = (page: Page, method: string, path: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ([how, where, given]) => {
      const headers = { "x-suiren": "1", "content-type": "application/json" };
      const response = await fetch(`/api/v1${where}`, { method: how, headers, ...(given ? { body: JSON.stringify(given) } : {}) });
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
    },
    [method, path, body] as const,
  );

/** A photo as a camera gives it: larger than what is shown, a picture in it. */
async function aPhoto(page: Page): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3200, 2400];
    const on = canvas.getContext("2d");
    if (!on) throw new Error("no canvas");
    for (let i = 0; i < 400; i += 1) {
      on.fillStyle = `hsl(${(i * 47) % 360} 40% ${30 + (i % 50)}%)`;
      on.fillRect((i * 131) % 3200, (i * 89) % 2400, 300, 220);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.92));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())];
  });
  const path = join(tmpdir(), `suiren-journey-${process.pid}.jpg`);
  await writeFile(path, Uint8Array.from(bytes));
  return path;
}

/** Draws across the pad as a finger would. */
async function sign(page: Page, label: string): Promise<void> {
  const pad = page.getByRole("img", { name: label });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error(`no pad ${label}`);
  await page.mouse.move(box.x + 40, box.y + 30);
  await page.mouse.down();
  for (let i = 0; i < 12; i += 1) await page.mouse.move(box.x + 40 + i * 15, box.y + 30 + (i % 3) * 20);
  await page.mouse.up();
}

const answer = async (page: Page, outcome: "合格" | "不合格" | "不适用", photo: string, photos: number): Promise<void> => {
  await page.getByRole("radio", { name: outcome, exact: true }).click();
  for (let i = 0; i < photos; i += 1) {
    await page.locator(".field-camera input").setInputFiles(photo);
    await page.locator(".field-photo").nth(i).waitFor();
  }
};
const next = (page: Page) => page.getByRole("button", { name: "保存，下一项" }).click();

journey("a day without a signal", (stage) => {
  it("from the code at the door to the signed record, through a death of the phone; sent twice it is there once", async () => {
    const { server, browser } = stage();
    const phone = await visit(browser, server, { size: { width: 390, height: 844 } });
    const { context } = phone;
    let { page } = phone;
    context.setDefaultTimeout(20_000);
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ latitude: 28.9602, longitude: 118.8712, accuracy: 8 });
    await signIn(page, "linxiaodong");
    expect(new URL(page.url()).pathname).toBe("/field");
    const photo = await aPhoto(page);

    // given: a task for today, downloaded with everything it needs
    const me = (await ask(page, "GET", "/me")).body as { user: { id: string } };
    const { rows } = (await ask(page, "GET", "/places/unit?limit=1&view=key")).body as { rows: readonly { id: string; name: string }[] };
    const unit = rows[0];
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const made = await ask(page, "POST", "/inspection/tasks", {
      units: [unit?.id],
      purpose: "supervision",
      dueOn: today,
      lead: me.user.id,
    });
    expect(made.status).toBe(200);
    const day = (await ask(page, "GET", "/inspection/field/day")).body as { units: readonly { id: string; code: string }[] };
    const code = day.units.find(({ id }) => id === unit?.id)?.code ?? "";
    await page.goto("/field");
    await page.locator(".field-card", { hasText: unit?.name ?? "?" }).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // when: no signal
    await context.setOffline(true);
    await page.goto("/field/scan");
    await page.getByLabel("输单位码").fill(code.toLowerCase());
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByLabel("检查人").fill("林晓东、徐丽娟");
    await page.getByRole("button", { name: "开始检查" }).click();
    await page.locator(".field-item").waitFor();
    await answer(page, "合格", photo, 1);
    await next(page);
    await page.locator(".field-progress[value='1']").waitFor();
    await answer(page, "不合格", photo, 2);
    await page.getByLabel("问题说明").fill("东侧出口用链锁锁闭，通道堆纸箱约 6 米");
    await page.getByText("没有信号，可照常检查").waitFor();

    // and: the phone dies in the middle of an item that was not saved
    await page.close();
    page = await context.newPage();
    await page.goto("/field");
    await page.getByText("继续检查").click();
    await page.locator(".field-photo").nth(1).waitFor();
    expect(await page.getByLabel("问题说明").inputValue()).toBe("东侧出口用链锁锁闭，通道堆纸箱约 6 米");
    expect(await page.getByRole("radio", { name: "不合格" }).getAttribute("aria-checked")).toBe("true");
    await next(page);
    await page.locator(".field-progress[value='2']").waitFor();
    await answer(page, "不适用", photo, 0);
    await next(page);
    await page.locator(".field-progress[value='3']").waitFor();

    // and: both sign
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.goto(`/field/visit/${id}/sign`);
    await page.getByText(/合格 1　不合格 1　不适用 1/).waitFor();
    await page.getByLabel("单位在场人").fill("朱勇");
    await sign(page, "检查人签字");
    await sign(page, "单位签字");
    await page.getByRole("button", { name: "完成检查" }).click();
    await page.waitForURL(/\/field\/queue$/);
    await page.getByText("没有信号，有网后自动上传").waitFor();
    expect(await page.locator(".field-figures dd").allTextContents()).toEqual([
      expect.stringContaining("3"),
      expect.stringContaining("1"),
      expect.stringContaining("2"),
      expect.stringContaining("MB"),
    ]);

    // then: with a signal everything goes, by itself
    const letters: string[] = [];
    page.on("request", (request) => request.url().endsWith("/inspection/sync") && letters.push(request.postData() ?? ""));
    await context.setOffline(false);
    await page.getByText("都传完了").waitFor({ timeout: 60_000 });
    await page
      .getByText(/回执 [0-9A-F]{4}/)
      .first()
      .waitFor();
    expect(letters.length).toBeGreaterThan(0);

    // and: the same queue sent again changes nothing
    const first = await ask(page, "GET", `/inspection/visits/${id}/record`);
    for (const letter of [...letters]) {
      const again = (await ask(page, "POST", "/inspection/sync", JSON.parse(letter) as object)).body as {
        receipts: readonly { result: string }[];
      };
      expect(new Set(again.receipts.map(({ result }) => result))).toEqual(new Set(["had"]));
    }
    const second = await ask(page, "GET", `/inspection/visits/${id}/record`);
    expect(second.body).toEqual(first.body);
    const record = second.body as {
      result: string;
      photos: readonly { arrived: boolean; hasOriginal: boolean }[];
      signatures: readonly { strokes: readonly unknown[] }[];
      items: readonly { outcome: string | null; hazard: string | null }[];
    };
    expect(record.result).toBe("problems");
    expect(record.photos).toHaveLength(3);
    expect(record.photos.every(({ arrived, hasOriginal }) => arrived && hasOriginal)).toBe(true);
    expect(record.signatures.map(({ strokes }) => strokes.length > 0)).toEqual([true, true]);
    const hazards = record.items.filter(({ hazard }) => hazard !== null);
    expect(hazards).toHaveLength(1);
    const visits = (await ask(page, "GET", `/inspection/visit?where=${encodeURIComponent(JSON.stringify({ unit: unit?.id }))}`)).body as {
      rows: readonly unknown[];
    };
    expect(visits.rows).toHaveLength(1);
    const hazard = (await ask(page, "GET", `/hazard-loop/hazard/${hazards[0]?.hazard}`)).body as {
      row: { origin: string; repeats: number };
    };
    expect(hazard.row).toMatchObject({ origin: "inspection", repeats: 1 });
    expect(phone.errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
    await context.close();
  });

  it("a session that ended keeps the queue, and another person on the phone does not see it", async () => {
    const { server, browser } = stage();
    const { page, context } = await visit(browser, server, { size: { width: 390, height: 844 } });
    await signIn(page, "huxiaoping");
    await page.goto("/field/snap");
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.locator(".field-camera input").setInputFiles(await aPhoto(page));
    await page.locator(".field-photo").waitFor();
    await page.getByRole("button", { name: "电动车进楼" }).click();
    await page.getByLabel("在哪里").fill("3 幢 1 单元楼道");
    await page.getByRole("button", { name: "上报" }).click();
    await page.getByText("没有信号，有网后自动上传").waitFor();
    expect(await page.locator(".field-tabs").textContent()).toContain("待传 2");

    await context.clearCookies();
    await context.setOffline(false);
    await page.goto("/field/queue");
    await page.getByText("登录已过期，内容都在本机，登录后接着传").waitFor();
    await signIn(page, "linxiaodong");
    await page.goto("/field/queue");
    await page.getByText("都传完了").waitFor();
    expect(await page.locator(".field-tabs").textContent()).not.toContain("待传 2");

    await signIn(page, "huxiaoping");
    await page.goto("/field/queue");
    await page.getByText(/回执 [0-9A-F]{4}/).waitFor({ timeout: 30_000 });
    await page.getByText("都传完了").waitFor({ timeout: 30_000 });
    const { rows } = (await ask(page, "GET", "/hazard-loop/hazard?q=电动车进楼")).body as { rows: readonly { placeWords: string }[] };
    expect(rows.filter(({ placeWords }) => placeWords === "3 幢 1 单元楼道")).toHaveLength(1);
    await context.close();
  });
});
