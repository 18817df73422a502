/** Through the door: accounts, posts and the three administrators who stay apart. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyOfCode } from "#platform/values.ts";
import { type City, MINUTE, PATH, startCity } from "./city.fixture.ts";

let app: City;
let browser: City["browser"];
let signedIn: City["signedIn"];
let newAccount: City["newAccount"];
beforeAll(async () => {
  app = await startCity();
  ({ browser, signedIn, newAccount } = app);
});
afterAll(() => app?.end());

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

describe("an administrator of a county", () => {
  const jiangshan = { area: keyOfCode("330881") };

  it("grants no post in an organ elsewhere", async () => {
    const { id } = await newAccount("zhuwei");
    const [city] = await app.sql("select id from organizations.organ where area = $1 limit 1", [keyOfCode("330800")]);
    const [own] = await app.sql("select id from organizations.organ where area / 1000000000 = 330802 limit 1");
    const post = (organ: unknown) =>
      app
        .as("security-admin", { area: keyOfCode("330802") })
        .post(`/identity/accounts/${id}/posts`, { role: "readonly", organ, area: keyOfCode("330802") });
    expect(await post(city?.id)).toMatchObject({ status: 422, body: { code: "identity.unknown_organ" } });
    expect(await post(own?.id)).toMatchObject({ status: 200 });
  });

  it("sets nothing that holds everywhere", async () => {
    const security = app.as("security-admin", jiangshan);
    const put = (path: string, body: object) =>
      security.fetch(path, { method: "PUT", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    expect((await put("/identity/policy", { lockMinutes: 30 })).status).toBe(403);
    expect((await put("/identity/roles/inspector", { label: "监督员", patterns: ["*"] })).status).toBe(403);
    const role = { key: "county-role", label: "县级角色", kind: "official", patterns: ["*"] };
    expect(await security.post("/identity/roles", role)).toMatchObject({ status: 403, body: { code: "identity.holds_everywhere" } });
  });

  it("audits his county alone, on the screen and in the file", async () => {
    await newAccount("zhuwen"); // of 柯城区
    const auditor = app.as("audit-admin", jiangshan);
    await app.sql("insert into platform.audit (actor_name, action, area) values ('江山', '本县一条', $1)", [jiangshan.area]);
    const { entries } = (await auditor.get("/identity/audit?limit=1000")).body as unknown as { entries: { action: string }[] };
    expect(entries.map(({ action }) => action)).toEqual(["本县一条"]);
    const file = await (await auditor.fetch("/identity/audit/export")).text();
    expect(file.trim().split("\r\n")).toEqual([expect.stringContaining("操作人"), expect.stringContaining("本县一条")]);
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
