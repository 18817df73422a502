/** What these tests sign in with: browsers that keep their cookie, the cast of the demonstration city, accounts opened the regular way. */
import { expect } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { keyOfCode } from "#platform/values.ts";
import { createFirstAccounts } from "./index.ts";

export const PASSWORD = "Suiren-test-2026";
export const MINUTE = 60_000;
export const PATH = "/api/v1";

type Answer = { readonly status: number; readonly body: Record<string, never>; readonly cookie: string };

/** An application whose cast signs in through the door with `PASSWORD`. */
export async function startCity() {
  const app: App = await startApp({ now: "2026-03-18T00:00:00Z" });
  await asWorker(app.services.db, (tx) => createFirstAccounts(tx, app.services, { demo: true, fixedPassword: PASSWORD }));

  /** One browser: keeps the cookie it was given. */
  function browser(address = "10.0.0.1") {
    let cookie = "";
    const send = async (method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}): Promise<Answer> => {
      const response = await fetch(`${app.address}${PATH}${path}`, {
        method,
        headers: {
          "x-suiren": "1",
          "x-forwarded-for": address,
          ...(cookie ? { cookie } : {}),
          ...more,
          ...(body ? { "content-type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const given = response.headers.getSetCookie()[0];
      if (given) cookie = given.split(";")[0] ?? "";
      return { status: response.status, body: (await response.json()) as Answer["body"], cookie: given ?? "" };
    };
    return {
      send,
      get: (path: string) => send("GET", path),
      post: (path: string, body: object = {}) => send("POST", path, body),
      signIn: (account: string, password = PASSWORD, code?: string) =>
        send("POST", "/session", { account, password, ...(code ? { code } : {}) }),
      get cookie() {
        return cookie;
      },
      withCookie(other: string) {
        cookie = other;
      },
    };
  }

  async function signedIn(account: string, address?: string) {
    const one = browser(address);
    expect(await one.signIn(account)).toMatchObject({ status: 200 });
    return one;
  }

  /** Somebody opened by the system administrator and granted by the security administrator, with the password that was handed over. */
  async function newAccount(account: string, kind = "official", role = "inspector") {
    const opened = await (await signedIn("wangjie")).post("/identity/accounts", { account, name: "陈敏", kind, area: keyOfCode("330802") });
    expect(opened.status).toBe(200);
    const { id, password } = opened.body as unknown as { id: string; password: string };
    const granted = await (await signedIn("yujianhua")).post(`/identity/accounts/${id}/posts`, {
      role,
      area: keyOfCode("330802"),
      title: "监督员",
    });
    expect(granted.status).toBe(200);
    return { id, password, account };
  }

  return { ...app, browser, signedIn, newAccount };
}
export type City = Awaited<ReturnType<typeof startCity>>;
