/** Through the door, on a real database: signing in, being locked out, first steps, second key, sessions, the three administrators. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { keyOfCode } from "#platform/values.ts";
import { defaultPolicy } from "./domain/policy.ts";
import { createFirstAccounts, keepDemoPassword } from "./first-accounts.ts";
import { sweep } from "./store.ts";
import { codeAt, stepAt } from "./totp.ts";

const PASSWORD = "Suiren-test-2026";
const MINUTE = 60_000;
const PATH = "/api/v1";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T00:00:00Z" });
  await asWorker(app.services.db, (tx) => createFirstAccounts(tx, app.services, { demo: true, fixedPassword: PASSWORD }));
});
afterAll(() => app?.end());

type Answer = { readonly status: number; readonly body: Record<string, never>; readonly cookie: string };

/** One browser: keeps the cookie it was given. */
function browser(address = "10.0.0.1") {
  let cookie = "";
  const send = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${app.address}${PATH}${path}`, {
      method,
      headers: {
        "x-suiren": "1",
        "x-forwarded-for": address,
        ...(cookie ? { cookie } : {}),
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

  it("the system administrator may open a lock, and every step stands in the audit", async () => {
    const guesser = browser("10.0.5.1");
    for (let i = 0; i < 5; i += 1) await guesser.signIn("huxiaoping", "falsch");
    const [row] = await app.sql("select id from identity.user where account = 'huxiaoping'");
    const admin = await signedIn("wangjie");
    expect(await admin.post(`/identity/accounts/${row?.id}/unlock`)).toMatchObject({ status: 200 });
    expect(await guesser.signIn("huxiaoping")).toMatchObject({ status: 200 });
    const entries = await app.sql("select action from platform.audit where subject_id = $1 order by id", [row?.id]);
    expect(entries.map(({ action }) => action)).toEqual([...Array(5).fill("身份验证失败"), "账号锁定", "解除登录锁定", "登录"]);
  });
});

describe("a new account", () => {
  it("works only once the security administrator has granted a post, and begins with its own password", async () => {
    const admin = await signedIn("wangjie");
    const opened = await admin.post("/identity/accounts", {
      account: "chenmin",
      name: "陈敏",
      kind: "official",
      area: keyOfCode("330802"),
    });
    expect(opened).toMatchObject({ status: 200, body: { state: "pending" } });
    const { id, password } = opened.body as unknown as { id: string; password: string };
    expect(await browser().signIn("chenmin", password)).toMatchObject({ status: 401, body: { code: "identity.pending" } });

    expect(await admin.post(`/identity/accounts/${id}/posts`, { role: "inspector", area: keyOfCode("330802") })).toMatchObject({
      status: 403,
    });
    const security = await signedIn("yujianhua");
    expect(await security.post(`/identity/accounts/${id}/posts`, { role: "inspector", area: keyOfCode("330802") })).toMatchObject({
      status: 200,
    });

    const inspector = browser();
    expect(await inspector.signIn("chenmin", password)).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    expect(await inspector.get("/me")).toMatchObject({ status: 200, body: { permissions: [], mustChangePassword: true } });
    expect(await inspector.get("/identity/user")).toMatchObject({ status: 403 });
    expect(await inspector.post("/me/password", { current: password, next: "kurz" })).toMatchObject({
      status: 422,
      body: { code: "identity.weak_password_short" },
    });
    expect(await inspector.post("/me/password", { current: password, next: password })).toMatchObject({
      status: 422,
      body: { code: "identity.reused_password" },
    });
    expect(await inspector.post("/me/password", { current: "falsch", next: "Kuai-huo-77" })).toMatchObject({
      status: 422,
      body: { code: "identity.wrong_present_password" },
    });
    const before = inspector.cookie;
    expect(await inspector.post("/me/password", { current: password, next: "Kuai-huo-77" })).toMatchObject({ status: 200 });
    expect(inspector.cookie).not.toBe(before);
    expect((await inspector.get("/me")).body).toMatchObject({ user: { post: "监督员", areaName: "柯城区" } });
    expect(await inspector.get("/identity/user?limit=1")).toMatchObject({ status: 200 });
  });

  it("a change of password ends every other session of the account", async () => {
    const { account, password } = await newAccount("chenmin2");
    const office = browser();
    await office.signIn(account, password);
    const home = browser();
    await home.signIn(account, password);
    expect(((await home.get("/me/sessions")).body as { sessions?: unknown[] }).sessions).toHaveLength(2);
    expect(await office.post("/me/password", { current: password, next: "Kuai-huo-77" })).toMatchObject({ status: 200 });
    expect(await home.get("/me")).toMatchObject({ status: 401 });
    expect(await office.get("/me")).toMatchObject({ status: 200 });
  });

  it("a name that is taken, or is none, is refused in words", async () => {
    const admin = await signedIn("wangjie");
    const open = (account: string) =>
      admin.post("/identity/accounts", { account, name: "某人", kind: "official", area: keyOfCode("330802") });
    expect(await open("zhouhaiyan")).toMatchObject({ status: 409, body: { code: "identity.account_taken" } });
    expect(await open("-")).toMatchObject({ status: 422, body: { code: "identity.bad_account" } });
    expect(await admin.post("/identity/user", { name: "某人", area: keyOfCode("330802") })).toMatchObject({
      status: 422,
      body: { code: "ledger.invalid" },
    });
  });

  it("of a unit's own people sees that unit and no other, and is opened only with its unit", async () => {
    const area = keyOfCode("330802007001");
    const register = (name: string) => app.as("inspector").post("/places/unit", { name, kind: "shop", address: "府东街128号", area });
    const [own] = [await register("东风商厦"), await register("西门商场")];
    const admin = await signedIn("wangjie");
    const open = (given: object) =>
      admin.post("/identity/accounts", { account: "wangjianjun", name: "王建军", kind: "unit", area, ...given });
    expect(await open({})).toMatchObject({ status: 422, body: { code: "identity.needs_unit" } });
    const opened = (await open({ unit: own?.body.id })).body as unknown as { id: string; password: string };
    const security = await signedIn("yujianhua");
    const grant = (role: string) => security.post(`/identity/accounts/${opened.id}/posts`, { role, area });
    expect(await grant("inspector")).toMatchObject({ status: 409, body: { code: "identity.role_of_other_kind" } });
    expect(await grant("unit-manager")).toMatchObject({ status: 200 });

    const manager = browser();
    await manager.signIn("wangjianjun", opened.password);
    await manager.post("/me/password", { current: opened.password, next: "Kuai-huo-77" });
    const { rows } = (await manager.get("/places/unit")).body as unknown as { rows: { name: string }[] };
    expect(rows.map(({ name }) => name)).toEqual(["东风商厦"]);
    expect((await manager.get("/me")).body).toMatchObject({ landing: "/unit", user: { kind: "unit", unitId: own?.body.id } });
  });

  it("withdrawn of its last post or disabled, it is out at once", async () => {
    const { id, account, password } = await newAccount("chenmin3");
    const one = browser();
    await one.signIn(account, password);
    const security = await signedIn("yujianhua");
    const { posts } = (await security.get(`/identity/accounts/${id}/posts`)).body as unknown as { posts: { id: string }[] };
    expect(await security.send("DELETE", `/identity/posts/${posts[0]?.id}?reason=${encodeURIComponent("调离岗位")}`)).toMatchObject({
      status: 200,
    });
    expect(await one.get("/me")).toMatchObject({ status: 401 });
    expect(await one.signIn(account, password)).toMatchObject({ status: 401, body: { code: "identity.pending" } });
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

describe("the three administrators", () => {
  const permissionsOf = async (account: string) =>
    ((await (await signedIn(account)).get("/me")).body as unknown as { permissions: string[] }).permissions;

  it("share no right, and none of them sees a business ledger", async () => {
    const [system, security, audit] = [await permissionsOf("wangjie"), await permissionsOf("yujianhua"), await permissionsOf("xumin")];
    const ruling = (permissions: string[]) => permissions.filter((name) => !name.endsWith(".read"));
    for (const [a, b] of [
      [system, security],
      [system, audit],
      [security, audit],
    ] as const)
      expect(ruling(a).filter((name) => b.includes(name))).toEqual([]);
    const business = app.services.registry.modules.filter(({ name }) => name !== "identity" && name !== "organizations");
    for (const ledger of business.flatMap((module) => [...(module.ledgers ?? []), ...(module.cases ?? [])]))
      for (const permissions of [system, security, audit]) expect(permissions).not.toContain(`${ledger.name}.read`);
    expect(audit).toEqual(["identity.audit"]);
  });

  it("no account joins two of them, in the database neither", async () => {
    const { id } = await newAccount("zhaoyun");
    const security = await signedIn("yujianhua");
    const grant = (role: string) => security.post(`/identity/accounts/${id}/posts`, { role, area: keyOfCode("330800") });
    expect(await grant("audit-admin")).toMatchObject({ status: 409, body: { code: "identity.administrators_apart" } });
    await expect(
      app.sql(
        "insert into identity.posting (id, user_id, role, area, granted_at) values (gen_random_uuid(), $1, 'system-admin', 330800000000000, now())",
        [id],
      ),
    ).rejects.toThrow("posting of another kind");
  });

  it("nobody touches his own account or rights", async () => {
    const security = await signedIn("yujianhua");
    const system = await signedIn("wangjie");
    const idOf = async (one: ReturnType<typeof browser>) => ((await one.get("/me")).body as unknown as { user: { id: string } }).user.id;
    const own = { status: 409, body: { code: "identity.own_rights" } };
    expect(
      await security.post(`/identity/accounts/${await idOf(security)}/posts`, { role: "security-admin", area: keyOfCode("330800") }),
    ).toMatchObject(own);
    expect(await system.post(`/identity/accounts/${await idOf(system)}/reset-password`, { reason: "忘记密码" })).toMatchObject(own);
    expect(await system.post(`/identity/accounts/${await idOf(system)}/disable`, { reason: "试一试" })).toMatchObject(own);
  });

  it("the last of a kind at work is neither disabled nor withdrawn", async () => {
    const [auditor] = await app.sql("select id from identity.user where account = 'xumin'");
    const security = await signedIn("yujianhua");
    const last = { status: 409, body: { code: "identity.last_administrator" } };
    expect(await (await signedIn("wangjie")).post(`/identity/accounts/${auditor?.id}/disable`, { reason: "试一试" })).toMatchObject(last);
    const { posts } = (await security.get(`/identity/accounts/${auditor?.id}/posts`)).body as unknown as { posts: { id: string }[] };
    expect(await security.send("DELETE", `/identity/posts/${posts[0]?.id}?reason=${encodeURIComponent("试一试")}`)).toMatchObject(last);
  });

  it("a password and a second key are never taken away by one hand", async () => {
    const { id } = await newAccount("qianqi");
    const reason = { reason: "手机丢失" };
    expect(await (await signedIn("wangjie")).post(`/identity/accounts/${id}/reset-totp`, reason)).toMatchObject({ status: 403 });
    expect(await (await signedIn("yujianhua")).post(`/identity/accounts/${id}/reset-password`, reason)).toMatchObject({ status: 403 });
  });

  it("a role an office made holds what it says and nothing reserved", async () => {
    const security = await signedIn("yujianhua");
    const make = (key: string, patterns: string[]) =>
      security.post("/identity/roles", { key, label: "水源管理员", kind: "official", patterns });
    expect(await make("water-keeper", ["organizations.*.read", "*"])).toMatchObject({ status: 200 });
    expect(await make("sly", ["identity.grant"])).toMatchObject({ status: 409, body: { code: "identity.pattern_reserved" } });
    const { roles } = (await security.get("/identity/roles")).body as unknown as { roles: { key: string; permissions: string[] }[] };
    const made = roles.find(({ key }) => key === "water-keeper")?.permissions ?? [];
    expect(made).toContain("organizations.organ.read");
    for (const reserved of ["identity.account", "identity.grant", "identity.policy", "identity.audit", "identity.user.write"])
      expect(made).not.toContain(reserved);
    expect(await security.send("PUT", "/identity/roles/audit-admin", { label: "审计管理员", patterns: ["*"] })).toMatchObject({
      status: 409,
    });
  });

  it("the audit administrator reads what was done and proves it unchanged", async () => {
    const auditor = await signedIn("xumin");
    const { entries } = (await auditor.get(`/identity/audit?action=${encodeURIComponent("授予岗位")}&limit=5`)).body as unknown as {
      entries: { actorName: string }[];
    };
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ actorName }) => actorName === "余建华")).toBe(true);
    expect(await auditor.get("/identity/audit/verify")).toMatchObject({ status: 200, body: { ok: true } });
    expect(await (await signedIn("wangjie")).get("/identity/audit")).toMatchObject({ status: 403 });
  });

  it("the audit goes out as a file with its chain, and that it did stands in it", async () => {
    const auditor = await signedIn("xumin");
    const fetchFile = (cookie: string) =>
      fetch(`${app.address}${PATH}/identity/audit/export?from=2020-01-01T00:00:00Z`, { headers: { cookie } });
    const file = await fetchFile(auditor.cookie);
    expect(file.headers.get("content-type")).toContain("text/csv");
    const lines = (await file.text()).split("\r\n");
    const [stored] = await app.sql("select count(*)::int as n from platform.audit where action <> '登录'");
    expect(lines[0]).toContain("操作人");
    expect(lines.length).toBeGreaterThan(Number(stored?.n));
    expect(lines.at(-2)).toContain("导出审计日志");
    expect((await fetchFile((await signedIn("wangjie")).cookie)).status).toBe(403);
  });
});

describe("posts", () => {
  it("somebody with two posts acts in one at a time, with its area", async () => {
    const { id, account, password } = await newAccount("sunba");
    app.clock?.advance(MINUTE);
    const security = await signedIn("yujianhua");
    await security.post(`/identity/accounts/${id}/posts`, { role: "readonly", area: keyOfCode("330881"), title: "联络员" });
    const one = browser();
    await one.signIn(account, password);
    await one.post("/me/password", { current: password, next: "Kuai-huo-77" });
    const { posts } = (await one.get("/me")).body as unknown as { posts: { id: string; areaName: string; active: boolean }[] };
    expect(posts.map(({ areaName, active }) => [areaName, active])).toEqual([
      ["柯城区", true],
      ["江山市", false],
    ]);
    expect(await one.post("/me/post", { id: posts[1]?.id })).toMatchObject({ status: 200 });
    expect((await one.get("/me")).body).toMatchObject({ user: { post: "联络员", areaName: "江山市", role: "readonly" } });
    expect(await (await signedIn("zhouhaiyan")).post("/me/post", { id: posts[1]?.id })).toMatchObject({ status: 404 });
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
