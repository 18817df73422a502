/** The same seat in one hand: 390 × 844, touch, nothing to push sideways. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { componentsOf, Panel, pairOfDetectors, status } from "../../../tools/stage/panel.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

journey("the duty seat at phone size", (stage) => {
  it("takes an alarm and concludes it as false with its cause, and nothing scrolls sideways", async () => {
    const { server, browser, city } = stage();
    const { page, context, errors } = await visit(browser, server, { size: { width: 390, height: 844 } });
    await page.goto("/login");
    expect(await sideways(page)).toBe(0);
    await signIn(page, "zhouhaiyan");
    await page.getByText("现在没有待处置的警情").waitFor();
    expect(await sideways(page)).toBe(0);

    const { address, components } = componentsOf(city, "东风商厦");
    const panel = await Panel.open(server.gb26875Port, address);
    await panel.report(pairOfDetectors(components)[0], status.fire);
    panel.close();
    const row = page.locator("[data-alarm][data-state=reported]");
    await row.waitFor();
    expect(await sideways(page)).toBe(0);
    await row.getByRole("button", { name: "接警", exact: true }).tap();
    await page.locator("[data-alarm][data-state=accepted]").waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await foreignWords(page)).toEqual([]);

    await page.getByRole("button", { name: /^误报/ }).tap();
    const dialog = page.getByRole("dialog");
    const conclude = dialog.getByRole("button", { name: "误报" });
    await dialog.getByRole("combobox").selectOption({ index: 1 });
    expect(await sideways(page)).toBe(0);
    expect(await foreignWords(page)).toEqual([]);
    await conclude.tap();
    await page.getByText("现在没有待处置的警情").waitFor();
    expect(await page.locator("[data-alarm]").count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
