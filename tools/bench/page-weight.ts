/** What a first visit downloads before the login and before the duty seat can be used, on a cold cache, as the server compresses it. */
import type { Browser, Page } from "playwright-core";
import { signIn, visit } from "../stage/browser.ts";
import type { Server } from "../stage/server.ts";
import type { Figure } from "./figure.ts";

const BUDGET_KB = 300;

export async function benchPageWeight(browser: Browser, server: Server): Promise<readonly Figure[]> {
  const { page, context } = await visit(browser, server, { size: { width: 1366, height: 768 } });
  const weigh = await scaleOf(page);
  await page.goto("/login");
  await page.locator("[name=account]").waitFor();
  const login = weigh();
  await signIn(page, "zhouhaiyan");
  await page.locator(".seat-bar").waitFor();
  const seat = weigh();
  await context.close();
  const figure = (name: string, value: number, budget: number | null): Figure => ({
    name,
    value: value / 1024,
    unit: "KB",
    budget,
    note: "compressed JavaScript",
  });
  return [figure("first page, cold cache: login", login, BUDGET_KB), figure("login and duty seat together", seat, null)];
}

/** Counts JavaScript as it came over the wire. @returns how much so far, in bytes */
async function scaleOf(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}
