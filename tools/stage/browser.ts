/** A real Chromium looking at a staged server: pages of a size, a person signed in, and what went wrong on the page. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { browserOnPath } from "../launch/browser.mjs";
import { PASSWORD, type Server } from "./server.ts";

export type Size = { readonly width: number; readonly height: number };
export type Look = {
  readonly size: Size;
  readonly language?: "zh" | "en";
  readonly theme?: "light" | "dark";
  /** Somebody signed in before, as `context.storageState()` kept him. */
  readonly signedIn?: StorageState | undefined;
};
export type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Why there are no pictures and journeys on this machine, or null where there is a browser. */
export const noBrowser = (): string | null =>
  browserOnPath() === undefined ? "没有找到 Chromium，跳过浏览器部分。No Chromium on the PATH: the browser part is skipped." : null;

/** Software rendering: the map draws the same on every machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserOnPath() ?? "",
    args: [
      "--no-sandbox",
      "--lang=zh-CN",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext /** Errors the page reported, oldest first. */;
  readonly errors: string[];
};

export async function visit(browser: Browser, server: Pick<Server, "origin">, look: Look): Promise<Visit> {
  const { size, language = "zh", theme = "light", signedIn } = look;
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: size,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    colorScheme: theme,
    hasTouch: size.width < 600,
    ...(signedIn ? { storageState: signedIn } : {}),
  });
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem("suiren.language", chosenLanguage);
      localStorage.setItem("suiren.preferences", JSON.stringify({ theme: chosenTheme }));
    },
    [language, theme] as const,
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} (${message.location().url})`));
  page.on("pageerror", (error) => errors.push(String(error)));
  return { page, context, errors };
}

/** Through the login screen, as a person does it. */
export async function signIn(page: Page, account: string, password = PASSWORD): Promise<void> {
  await page.goto("/login");
  await page.locator("[name=account]").fill(account);
  await page.locator("[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
