/** Through the door, on a real database: signing in, being locked out, the second key, what stays behind. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { type City, MINUTE, PASSWORD, PATH, startCity } from "./city.fixture.ts";
import { defaultPolicy } from "./domain/policy.ts";
import { createFirstAccounts, keepDemoPassword } from "./first-accounts.ts";
import { sweep } from "./store.ts";
import { codeAt, stepAt } from "./totp.ts";

let app: City;
let browser: City["browser"];
let signedIn: City["signedIn"];
let newAccount: City["newAccount"];
beforeAll(async () => {
  app = await startCity();
  ({ browser, signedIn, newAccount } = app);
});
afterAll(() => app?.end());

describe("signing in", () => {
  it("gives a session whose cookie scripts on the page cannot read, and says who one is", async () => {
    const officer = browser();
    const answer = await officer.signIn("zhouhaiyan");
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(answer.cookie).toMatch(/^suiren_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const me = await officer.get("/me");
    expect(me).toMatchObject({
      status: 200,
      body: {
        user: {
          name: "周海燕",
          account: "zhouhaiyan",
          post: "值班员",
          organ: "衢州市消防远程监控中心",
          areaName: "衢州市",
          kind: "official",
        },
        landing: "/duty",
        city: { code: "330800", name: "衢州市" },
        locale: "zh-CN",
      },
    });
    expect((me.body as { permissions?: string[] }).permissions).toContain("identity.user.read");
    expect((me.body as { permissions?: string[] }).permissions).not.toContain("identity.account");
  });

  it("a page stands once in the menu: with the work that has it, and in 系统 for the administrator who has no such work", async () => {
    type Wing = { readonly key: string; readonly children: readonly { readonly path: string }[] };
    const wingsWith = async (account: string, path: string) => {
      const { menus } = (await (await signedIn(account)).get("/me")).body as unknown as { menus: readonly Wing[] };
      return menus.filter(({ children }) => children.some((page) => page.path === path)).map(({ key }) => key);
    };
    expect(await wingsWith("wuzhigang", "/system/rules")).toEqual(["sensing"]);
    expect(await wingsWith("wangjie", "/system/rules")).toEqual(["system"]);
    expect(await wingsWith("linxiaodong", "/system/rules")).toEqual([]);
    expect(await wingsWith("linxiaodong", "/remote-monitoring/window")).toEqual(["sensing"]);
  });

  it("keeps tokens only as hashes", async () => {
    const officer = await signedIn("zhouhaiyan");
    const token = officer.cookie.split("=")[1] ?? "";
    const rows = await app.sql("select encode(token_hash, 'hex') as hash from identity.session");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("answers an unknown account as it answers a wrong password, and counts both", async () => {
    const stranger = browser("10.0.1.1");
    const wrong = await stranger.signIn("laiguoping", "falsch");
    const unknown = await stranger.signIn("niemand", "falsch");
    expect(wrong).toMatchObject({ status: 401, body: { code: "identity.wrong_credentials", params: { left: 4 } } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it("takes an account however it is spelled", async () => {
    expect(await browser().signIn(" ＺhouHaiYan ")).toMatchObject({ status: 200 });
  });

  it("without a session there is no me, and a session ends where one signs out", async () => {
    expect(await browser().get("/me")).toMatchObject({ status: 401, body: { code: "http.signed_out" } });
    const officer = await signedIn("zhouhaiyan");
    const { cookie } = officer;
    expect(await officer.send("DELETE", "/session")).toMatchObject({ status: 200 });
    officer.withCookie(cookie);
    expect(await officer.get("/me")).toMatchObject({ status: 401 });
  });

  it("an official's session ends after an idle hour, the duty seat's does not", async () => {
    const inspector = await signedIn("linxiaodong");
    const officer = await signedIn("zhengguoqing");
    app.clock?.advance(61 * MINUTE);
    expect(await inspector.get("/me")).toMatchObject({ status: 401 });
    expect(await officer.get("/me")).toMatchObject({ status: 200 });
  });

  it("what a page asks by itself keeps no session open, what its owner asks does", async () => {
    const inspector = await signedIn("linxiaodong");
    const poll = () => inspector.send("GET", "/work/counts", undefined, { "x-suiren-passive": "1" });
    for (let minute = 0; minute < 59; minute += 10) {
      app.clock?.advance(10 * MINUTE);
      if (minute === 20) expect(await inspector.get("/work/counts")).toMatchObject({ status: 200 });
      else expect(await poll()).toMatchObject({ status: 200 });
    }
    app.clock?.advance(31 * MINUTE); // 61 after the last touch
    expect(await poll()).toMatchObject({ status: 401 });
  });
});

describe("lock-out", () => {
  it("after five failures even the right password waits fifteen minutes, from any address", async () => {
    const guesser = browser("10.0.2.1");
    for (let i = 0; i < 4; i += 1)
      expect((await guesser.signIn("yeming", "falsch")).body).toMatchObject({ code: "identity.wrong_credentials" });
    expect(await guesser.signIn("yeming", "falsch")).toMatchObject({
      status: 401,
      body: { code: "identity.locked", params: { minutes: 15 } },
    });
    expect(await browser("10.0.2.2").signIn("yeming")).toMatchObject({ status: 401, body: { code: "identity.locked" } });
    app.clock?.advance(15 * MINUTE);
    expect(await browser("10.0.2.2").signIn("yeming")).toMatchObject({ status: 200 });
  });

  it("guesses sent at once are counted one after another", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser("10.0.3.1").signIn("fanglihua", "falsch")));
    const codes = answers.map(({ body }) => String(body.code));
    expect(codes.filter((code) => code === "identity.wrong_credentials")).toHaveLength(4);
    expect(codes.filter((code) => code === "identity.locked")).toHaveLength(4);
    app.clock?.advance(15 * MINUTE);
  });

  it("an address that tries many accounts is stopped before any is checked", async () => {
    for (let i = 0; i < 50; i += 1) await browser("10.0.4.1").signIn(`niemand${i}`, "falsch");
    expect(await browser("10.0.4.1").signIn("zhouhaiyan")).toMatchObject({ status: 429, body: { code: "identity.address_locked" } });
    expect(await browser("10.0.4.2").signIn("zhouhaiyan")).toMatchObject({ status: 200 });
  });

  it("guesses an address sends side by side pass its limit once and leave its lock standing", async () => {
    for (let i = 0; i < 49; i += 1) await browser("10.0.6.1").signIn(`niemand${i}`, "falsch");
    const answers = await Promise.all([50, 51, 52, 53, 54, 55].map((i) => browser("10.0.6.1").signIn(`niemand${i}`, "falsch")));
    const codes = answers.map(({ body }) => String(body.code));
    expect(codes.filter((code) => code !== "identity.address_locked")).toEqual(["identity.wrong_credentials"]);
    expect(await browser("10.0.6.1").signIn("zhouhaiyan")).toMatchObject({ status: 429, body: { code: "identity.address_locked" } });
  });

  it("the system administrator may open a lock, and every step stands in the audit", async () => {
    const guesser = browser("10.0.5.1");
    for (let i = 0; i < 5; i += 1) await guesser.signIn("huxiaoping", "falsch");
    const [row] = await app.sql("select id, name from identity.user where account = 'huxiaoping'");
    const admin = await signedIn("wangjie");
    expect(await admin.post(`/identity/accounts/${row?.id}/unlock`)).toMatchObject({ status: 200 });
    expect(await guesser.signIn("huxiaoping")).toMatchObject({ status: 200 });
    const entries = await app.sql("select action, actor, actor_name, detail from platform.audit where subject_id = $1 order by id", [
      row?.id,
    ]);
    expect(entries.map(({ action }) => action)).toEqual([...Array(5).fill("身份验证失败"), "账号锁定", "解除登录锁定", "登录"]);
    // who signed in is named; who only tried is nobody, with the name as it was typed
    expect(entries.at(-1)).toMatchObject({ actor: row?.id, actor_name: row?.name });
    expect(entries[0]).toMatchObject({ actor: null, actor_name: "未登录", detail: { account: "huxiaoping" } });
  });
});

describe("the second key", () => {
  const enrol = async (one: ReturnType<typeof browser>) => {
    const { secret } = (await one.post("/me/totp")).body as unknown as { secret: string };
    const bytes = Buffer.from(decodeBase32(secret));
    const code = () => codeAt(bytes, stepAt(app.services.clock.now()));
    const { recoveryCodes } = (await one.post("/me/totp/verify", { code: code() })).body as unknown as { recoveryCodes: string[] };
    return { code, recoveryCodes };
  };

  it("is asked after the password, is taken once, and a recovery code opens the door once", async () => {
    const { account, password } = await newAccount("linchao");
    const one = browser();
    await one.signIn(account, password);
    expect(await one.post("/me/totp/verify", { code: "000000" })).toMatchObject({ status: 409 });
    const { code, recoveryCodes } = await enrol(one);
    expect(recoveryCodes).toHaveLength(10);

    expect(await browser().signIn(account, password)).toMatchObject({ status: 401, body: { code: "identity.totp_required" } });
    expect(await browser().signIn(account, password, code())).toMatchObject({ status: 401, body: { code: "identity.totp_wrong" } });
    app.clock?.advance(30_000);
    expect(await browser().signIn(account, password, code())).toMatchObject({ status: 200 });
    expect(await browser().signIn(account, password, code())).toMatchObject({ status: 401, body: { code: "identity.totp_wrong" } });
    expect(await browser().signIn(account, password, recoveryCodes[0])).toMatchObject({ status: 200 });
    expect(await browser().signIn(account, password, recoveryCodes[0])).toMatchObject({
      status: 401,
      body: { code: "identity.totp_wrong" },
    });
    expect(await browser().signIn(account, "falsch", code())).toMatchObject({ body: { code: "identity.wrong_credentials" } });
  });

  it("is not taken off by guessing: five wrong codes lock the account there too", async () => {
    const { account, password } = await newAccount("zhoujie");
    const one = browser();
    await one.signIn(account, password);
    const { code } = await enrol(one);
    app.clock?.advance(30_000);
    for (let i = 0; i < 5; i += 1)
      expect(await one.send("DELETE", "/me/totp?code=00000000")).toMatchObject({ status: 422, body: { code: "identity.totp_wrong" } });
    expect(await one.send("DELETE", `/me/totp?code=${code()}`)).toMatchObject({ status: 409, body: { code: "identity.locked" } });
    app.clock?.advance(15 * MINUTE);
    expect(await one.send("DELETE", `/me/totp?code=${code()}`)).toMatchObject({ status: 200 });
  });

  it("an administrator enrols before anything else where the policy asks, and cannot take it off", async () => {
    const security = await signedIn("yujianhua");
    expect(await security.send("PUT", "/identity/policy", { adminTotp: true })).toMatchObject({
      status: 200,
      body: { adminTotp: true, lockAfter: 5 },
    });
    expect(await security.get("/identity/policy")).toMatchObject({ status: 403 });
    const { code } = await enrol(security);
    expect(await security.get("/identity/policy")).toMatchObject({ status: 200 });
    app.clock?.advance(30_000);
    expect(await security.send("DELETE", `/me/totp?code=${code()}`)).toMatchObject({
      status: 409,
      body: { code: "identity.totp_demanded" },
    });
    expect(await security.send("PUT", "/identity/policy", { adminTotp: false })).toMatchObject({ status: 200 });
    expect(await security.send("DELETE", `/me/totp?code=${code()}`)).toMatchObject({ status: 200 });
  });
});

it("the row filter's role reads no credential, session or right", async () => {
  for (const table of ["credential", "session", "posting", "role", "recovery_code", "throttle"])
    await expect(app.sql(`set role suiren_app; select * from identity.${table}`)).rejects.toThrow("permission denied");
  await expect(
    app.sql(
      `set suiren.lo = 0; set suiren.hi = '999999999999999'; set suiren.unit = ''; set role suiren_app; update identity."user" set kind = 'audit-admin'`,
    ),
  ).rejects.toThrow("permission denied");
});

it("a live stream ends with its session, at the next beat", async () => {
  const officer = await signedIn("zhouhaiyan");
  const response = await fetch(`${app.address}${PATH}/live`, { headers: { cookie: officer.cookie } });
  const stream = response.body?.getReader();
  expect(new TextDecoder().decode((await stream?.read())?.value)).toContain("event: hello");
  await officer.send("DELETE", "/session");
  for (;;) {
    const part = await stream?.read();
    if (part?.done) break;
    expect(new TextDecoder().decode(part?.value)).not.toContain("event: beat");
  }
}, 30_000);

it("SUIREN_DEMO_PASSWORD opens every account of the cast without first steps", async () => {
  const accounts = await app.sql("select account from identity.user where demo order by account");
  expect(accounts.length).toBeGreaterThanOrEqual(14);
  for (const { account } of accounts)
    expect(await browser("10.0.9.1").signIn(String(account))).toEqual({ status: 200, body: {}, cookie: expect.any(String) });
});

it("SUIREN_DEMO_PASSWORD given on a later start takes effect then, for the cast alone", async () => {
  const { id, account, password } = await newAccount("zhengshi");
  const { services } = app;
  const later = (demoPassword: string) => keepDemoPassword({ ...services, config: { ...services.config, seed: "demo", demoPassword } });
  await later("Another-one-2027");
  expect(await browser().signIn("zhouhaiyan")).toMatchObject({ status: 401 });
  expect(await browser().signIn("zhouhaiyan", "Another-one-2027")).toMatchObject({ status: 200, body: {} });
  expect(await browser().signIn(account, password)).toMatchObject({ status: 200 });
  await later(PASSWORD);
  expect(await browser().signIn("zhouhaiyan")).toMatchObject({ status: 200 });
  expect(id).toBeTruthy();
});

it("the hourly sweep takes away what nobody can use any more", async () => {
  await signedIn("zhouhaiyan");
  const officer = await signedIn("zhengguoqing");
  app.clock?.advance(49 * 60 * MINUTE);
  const fresh = await signedIn("linxiaodong");
  await asWorker(app.services.db, (tx) => sweep(tx, defaultPolicy, app.services.clock.now()));
  expect(await app.sql("select count(*)::int as n from identity.session")).toEqual([{ n: 1 }]);
  expect(await app.sql("select count(*)::int as n from identity.throttle")).toEqual([{ n: 0 }]);
  expect([(await fresh.get("/me")).status, (await officer.get("/me")).status]).toEqual([200, 401]);
});

it("a real installation begins with three administrators, each with a password of his own to change and a second key to enrol", async () => {
  const real = await startApp({ now: "2026-03-18T00:00:00Z" });
  try {
    const made = await asWorker(real.services.db, (tx) => createFirstAccounts(tx, real.services, { demo: false, fixedPassword: PASSWORD }));
    expect(made.map(({ account, role }) => `${account} ${role}`)).toEqual([
      "sysadmin 系统管理员",
      "secadmin 安全管理员",
      "auditadmin 审计管理员",
    ]);
    expect(new Set(made.map(({ password }) => password)).size).toBe(3);
    expect(made.map(({ password }) => password)).not.toContain(PASSWORD);
    const [first] = made;
    const answer = await real.nobody.post("/session", { account: first?.account, password: first?.password });
    expect(answer).toMatchObject({ status: 200, body: { mustChangePassword: true, mustEnrolTotp: true } });
  } finally {
    await real.end();
  }
});

function decodeBase32(text: string): number[] {
  const bits = [...text].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
