/** Two officers at two seats, and the keyboard alone: who is first has it, the other sees so at once; the shift passes by two signatures. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, type Visit, visit } from "../../../tools/stage/browser.ts";
import { type Component, componentsOf, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { journey, type Stage } from "./journey.ts";

const size = { width: 1366, height: 768 };
const FIRST = "东风商厦";

async function sitDown({ browser, server }: Stage, account: string): Promise<Visit> {
  const seat = await visit(browser, server, { size });
  await signIn(seat.page, account);
  await seat.page.getByText("实时连接正常").waitFor();
  return seat;
}

async function report({ server, city }: Stage, unit: string, states: readonly number[]): Promise<void> {
  const { address, components } = componentsOf(city, unit);
  const panel = await Panel.open(server.gb26875Port, address);
  const detectors: readonly Component[] = pairOfDetectors(components);
  for (const [index, state] of states.entries()) await panel.report(detectors[index] as Component, state);
  panel.close();
}

const row = (page: Page, unit: string) => page.locator("[data-alarm]", { hasText: unit });
const chosen = (page: Page) => page.locator("[data-alarm]:has([aria-current]) b").first().textContent();

journey("two seats", (stage) => {
  it("walks the queue, accepts, mutes and concludes by keys alone", async () => {
    const others = stage()
      .city.units.filter(({ networked, name }) => networked && name !== FIRST)
      .slice(0, 2);
    const seat = await sitDown(stage(), "zhouhaiyan");
    const { page } = seat;
    await report(stage(), FIRST, [status.fire]);
    for (const { name } of others) await report(stage(), name, [status.fault]);
    await row(page, others[1]?.name ?? "").waitFor();

    await page.keyboard.press("Space");
    await page.locator("[data-alarm][data-state=accepted]").waitFor();
    expect(await chosen(page)).toBe(FIRST);
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((first) => !document.querySelector("[data-alarm]:has([aria-current])")?.textContent?.includes(first), FIRST);
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction((first) => document.querySelector("[data-alarm]:has([aria-current])")?.textContent?.includes(first), FIRST);
    await page.locator(".seat-head h2", { hasText: FIRST }).waitFor();

    await page.keyboard.press("m");
    await page.getByText("声音关", { exact: true }).waitFor();
    await page.keyboard.press("m");
    await page.getByText("声音开", { exact: true }).waitFor();

    // a page that takes its time to load is not called back to the seat
    await page.route(/\/assets\/devices-.*\.js$/, async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
    await page.getByText("原始报文", { exact: true }).click();
    await page.locator(".frame-panel").waitFor();
    expect(new URL(page.url()).pathname).toBe("/sensing/devices");
    await page.goBack();
    await page.locator(".seat-head h2", { hasText: FIRST }).waitFor();

    // C asks for the answer of the control room; letters typed there are words, not keys
    await page.keyboard.press("c");
    await page.getByRole("dialog").locator("textarea").fill("m c 2");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByText("声音开", { exact: true }).waitFor();

    // 1 touched is asked once more, held it is a fire
    await page.keyboard.press("1");
    await page.getByText("按住 1 秒才算数").waitFor();
    expect(await page.locator("[data-alarm][data-state=accepted]").count()).toBe(1);
    await page.keyboard.down("1");
    await page.locator("[data-alarm][data-state=confirmed]").waitFor();
    await page.keyboard.up("1");
    expect(seat.errors).toEqual([]);
    await seat.context.close();
  });

  it("shows the second officer at once who was first, and passes the shift by two signatures", async () => {
    const [mine, other] = [await sitDown(stage(), "zhouhaiyan"), await sitDown(stage(), "zhengguoqing")];
    const unit = stage().city.units.filter(({ networked, name }) => networked && name !== FIRST)[4]?.name ?? "";
    await report(stage(), unit, [status.fire]);
    await row(mine.page, unit).waitFor();
    await row(other.page, unit).locator(".seat-row-main").click();
    await row(mine.page, unit).getByRole("button", { name: "接警", exact: true }).click();
    await row(other.page, unit).getByText("周海燕").waitFor({ timeout: 5_000 });
    await other.page.getByText("周海燕 已接，只能查看").waitFor({ timeout: 5_000 });
    expect(await row(other.page, unit).getByRole("button", { name: "接警", exact: true }).count()).toBe(0);

    const [from, to] = [mine.page.getByRole("dialog"), other.page.getByRole("dialog")];
    await mine.page.getByRole("button", { name: "接班", exact: true }).click();
    await from.getByRole("button", { name: "接班", exact: true }).click();
    await mine.page.getByRole("button", { name: "交接班", exact: true }).click();
    await from.getByText(unit).waitFor();
    await from.locator("textarea").fill(`${unit} 在核`);
    await from.getByRole("button", { name: "交班签字" }).click();
    await from.waitFor({ state: "hidden" });
    await other.page.getByRole("button", { name: "交接班", exact: true }).click();
    await to.getByText("周海燕", { exact: false }).first().waitFor();
    await to.getByText(`${unit} 在核`).waitFor();
    await to.getByRole("button", { name: "接班签字" }).click();
    await to.waitFor({ state: "hidden" });
    await other.page.locator(".seat-bar", { hasText: "值班 郑国庆" }).waitFor();
    expect([...mine.errors, ...other.errors]).toEqual([]);
    for (const { context } of [mine, other]) await context.close();
  });
});
