/** Another platform and us, over real HTTP on both sides: events in, feedback and warnings out, single sign-on; and everything that must be refused. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { type PartnerPlatform, startPartnerPlatform } from "#kit/partner-platform.ts";
import { asWorker } from "#platform/db.ts";
import { publish } from "#platform/outbox.ts";
import { deliverOne } from "./deliver.ts";
import { framedBy } from "./page.ts";

let app: App;
let partner: PartnerPlatform;
let town: number;
let village: number;
let organ: string;
let system: Caller;
let security: Caller;
let platformId: string;
const KEY = "jczz-330802";

const places = async () => {
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  town = Number(first?.key);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [town]);
  village = Number(below?.key);
  const [one] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [town]);
  organ = String(one?.id);
};

const given = () => ({
  key: KEY,
  name: "柯城区基层智治",
  kind: "grassroots",
  area: sample.kecheng,
  scopes: ["events", "feedback", "warnings", "embed"],
  webhookUrl: partner.webhookUrl,
  allowPrivate: true,
  origin: partner.origin,
  perMinute: 1_000,
});

beforeAll(async () => {
  app = await startApp({ roles: ["api", "worker"] });
  partner = await startPartnerPlatform();
  await places();
  system = app.as("system-admin", { name: "汪洁" });
  security = app.as("security-admin", { name: "余建华" });
  const made = await system.post("/grassroots/platforms", given());
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  platformId = String((made.body.platform as { id: string }).id);
  partner.connect({ base: app.address ?? "", key: KEY, secret: String(made.body.secret) });
});
afterAll(async () => {
  await app?.end();
  await partner?.close();
});

const event = (number: string, more: object = {}) => ({
  number,
  kind: "hazard",
  title: "楼道堆物",
  what: `3 幢 2 单元楼道堆放电动车 ${number}`,
  areaCode: String(Math.floor(village / 1_000)),
  placeWords: `荷花小区 ${number}`,
  ...more,
});
const clerk = (): Caller => app.as("street-clerk", { area: town, organId: organ, name: "方丽华" });
const eventually = async <T>(look: () => Promise<T> | T, good: (value: T) => boolean, withinMs = 20_000): Promise<T> => {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (good(value) || Date.now() > until) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
};

describe("a platform is registered by one and put in force by another", () => {
  it("the secret is shown once, stored sealed, and in no list", async () => {
    const list = await system.get("/grassroots/platforms");
    expect(JSON.stringify(list.body)).not.toMatch(/secret"/);
    const [row] = await app.sql("select encode(secret, 'escape') as text from grassroots.platform where id = $1", [platformId]);
    expect(String(row?.text).length).toBeGreaterThan(43);
    const audit = await app.sql("select detail::text as text from platform.audit where subject = 'grassroots.platform'");
    for (const { text } of audit) expect(String(text)).not.toContain("secret");
  });

  it("before that nothing comes in, and no test message leaves", async () => {
    expect(await partner.push(event("A0"))).toMatchObject({ status: 403, body: { code: "grassroots.platform_pending" } });
    expect(await system.post(`/grassroots/platforms/${platformId}/test`)).toMatchObject({ status: 409 });
    expect(await system.post(`/grassroots/platforms/${platformId}/approve`)).toMatchObject({ status: 403 });
    expect(await security.post(`/grassroots/platforms/${platformId}/approve`)).toMatchObject({ status: 200, body: { state: "active" } });
  });

  it("an address inside is refused unless ticked, http outside as well, an origin with a path always", async () => {
    const bad = async (more: object) => {
      const { status, body } = await system.post("/grassroots/platforms", { ...given(), key: "other-1", ...more });
      return [status, JSON.stringify(body)] as const;
    };
    expect(await bad({ allowPrivate: false, webhookUrl: "https://127.0.0.1/hook" })).toEqual([422, expect.stringContaining("url_private")]);
    expect(await bad({ allowPrivate: false, webhookUrl: "http://jczz.example.gov.cn/hook" })).toEqual([
      422,
      expect.stringContaining("url_not_https"),
    ]);
    expect(await bad({ webhookUrl: "http://169.254.169.254/latest/meta-data" })).toEqual([422, expect.stringContaining("url_private")]);
    expect(await bad({ origin: "https://a.cn; script-src *" })).toEqual([422, expect.stringContaining("bad_origin")]);
    expect(await bad({ area: 310_107_000_000_000 })).toEqual([422, expect.anything()]);
  });
});

describe("an administrator of one county", () => {
  it("neither sees nor touches a platform of another, and moves none to himself", async () => {
    const made = await system.post("/grassroots/platforms", { ...given(), key: "city-wide", area: sample.city });
    const id = String((made.body.platform as { id: string }).id);
    const own = app.as("system-admin", { area: sample.kecheng });
    const approver = app.as("security-admin", { area: sample.kecheng });
    const shown = (await own.get("/grassroots/platforms")).body.platforms as { key: string }[];
    expect(shown.map(({ key }) => key)).toEqual([KEY]);
    const { key: _, ...values } = given();
    const change = await own.fetch(`/grassroots/platforms/${id}`, {
      method: "PUT",
      body: JSON.stringify({ ...values, version: 1 }),
      headers: { "content-type": "application/json" },
    });
    expect(change.status).toBe(404);
    expect(await own.post(`/grassroots/platforms/${id}/secret`)).toMatchObject({ status: 404 });
    expect(await own.get(`/grassroots/platforms/${id}/deliveries`)).toMatchObject({ status: 404 });
    expect(await own.post(`/grassroots/platforms/${id}/test`)).toMatchObject({ status: 404 });
    expect(await approver.post(`/grassroots/platforms/${id}/approve`)).toMatchObject({ status: 404 });
    expect(await approver.post(`/grassroots/platforms/${id}/revoke`, { reason: "试点结束" })).toMatchObject({ status: 404 });
    const [row] = await app.sql("select state, version, area from grassroots.platform where id = $1", [id]);
    expect(row).toMatchObject({ state: "pending", version: 1 });
  });

  it("sends none of another's messages again", async () => {
    const [row] = await app.sql("select id from grassroots.platform where key = 'city-wide'");
    const delivery = crypto.randomUUID();
    await app.sql(
      `insert into grassroots.delivery (id, platform, kind, type, sameness, body, state, attempts, created_at) values ($1, $2, 'test', 'test', 'one', '{}', 'dead', 5, now())`,
      [delivery, row?.id],
    );
    const own = app.as("system-admin", { area: sample.kecheng });
    expect(await own.post(`/grassroots/deliveries/${delivery}/resend`)).toMatchObject({ status: 409 });
    expect(await system.post(`/grassroots/deliveries/${delivery}/resend`)).toMatchObject({ status: 200 });
  });
});

describe("events in", () => {
  it("a fire hazard becomes one, once, however often it is pushed", async () => {
    const first = await partner.push(event("A1"));
    expect(first).toMatchObject({
      status: 200,
      body: { number: "A1", isNew: true, state: "linked", hazard: expect.stringMatching(/^YH/) },
    });
    const again = await partner.push(event("A1"));
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, isNew: false, hazard: first.body.hazard } });
    const many = await Promise.all(Array.from({ length: 8 }, () => partner.push(event("A2"))));
    expect(new Set(many.map(({ body }) => body.id)).size).toBe(1);
    const [rows] = await app.sql("select count(*)::int as n from grassroots.event where number in ('A1', 'A2')");
    const [hazards] = await app.sql("select count(*)::int as n from hazard_loop.hazard where origin_name = 'grassroots.event'");
    expect([rows?.n, hazards?.n]).toEqual([2, 2]);
  });

  it("the same number with other content is refused, and nothing changes", async () => {
    expect(await partner.push(event("A1", { what: "完全不同的另一件事" }))).toMatchObject({
      status: 409,
      body: { code: "grassroots.event_differs" },
    });
  });

  it("a task is taken up by the town and its end can be asked for", async () => {
    const pushed = await partner.push(event("T1", { kind: "task", title: "上门检查灶具" }));
    expect(pushed).toMatchObject({ status: 200, body: { state: "received", hazard: null } });
    const path = `/grassroots/event/${String(pushed.body.id)}`;
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const who = clerk();
    expect(await who.post(`${path}/take`, { dueOn: day })).toMatchObject({ status: 200 });
    expect(await who.post(`${path}/finish`, { result: "软管已更换" })).toMatchObject({ status: 200 });
    expect(await partner.ask("T1")).toMatchObject({ status: 200, body: { state: "done", stateLabel: "办结", result: "软管已更换" } });
    expect(await partner.ask("nothing")).toMatchObject({ status: 404 });
  });

  it("an event of another district is refused; another district's clerk sees none of ours", async () => {
    expect(await partner.push(event("X1", { areaCode: "330881001001" }))).toMatchObject({
      status: 403,
      body: { code: "grassroots.outside_platform" },
    });
    const elsewhere = app.as("street-clerk", { area: sample.jiangshan });
    const list = await elsewhere.get("/grassroots/event?limit=500");
    expect(JSON.stringify(list.body)).not.toContain("荷花小区");
  });

  it("bad content is named field by field, and what is no JSON is refused", async () => {
    const { status, body } = await partner.push({ ...event("B1"), areaCode: "荷花", kind: "fire" });
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining("areaCode")]);
    const text = Buffer.from("{");
    expect((await partner.call("POST", "/partner/events", null)).status).toBe(422);
    expect(text.length).toBe(1);
  });
});

describe("what a signature keeps out", () => {
  it("strangers, wrong secrets, changed bodies, other paths and old clocks get the same answer", async () => {
    const strange = { status: 401, body: expect.objectContaining({ code: "grassroots.not_signed" }) };
    expect(await partner.push(event("S1"), { key: "nobody-here" })).toMatchObject(strange);
    expect(await partner.push(event("S1"), { signature: "0".repeat(64) })).toMatchObject(strange);
    expect(await partner.push(event("S1"), { body: JSON.stringify(event("S2")) })).toMatchObject(strange);
    expect(await partner.push(event("S1"), { path: "/api/v1/partner/tickets" })).toMatchObject(strange);
    expect(await partner.push(event("S1"), { timestamp: String(Math.floor(Date.now() / 1_000) - 400) })).toMatchObject(strange);
    const [row] = await app.sql("select refused, last_refusal from grassroots.platform where id = $1", [platformId]);
    expect(row).toMatchObject({ last_refusal: "clock" });
    expect(Number(row?.refused)).toBeGreaterThanOrEqual(4);
    const rows = await app.sql("select 1 from grassroots.event where number in ('S1', 'S2')");
    expect(rows).toEqual([]);
  });

  it("the same request heard twice is refused the second time", async () => {
    const nonce = "0123456789abcdef0123";
    const timestamp = String(Math.floor(Date.now() / 1_000));
    expect(await partner.push(event("R1"), { nonce, timestamp })).toMatchObject({ status: 200 });
    expect(await partner.push(event("R1"), { nonce, timestamp })).toMatchObject({ status: 409, body: { code: "grassroots.replayed" } });
  });
});

describe("feedback and warnings out", () => {
  it("leave signed, once, and are accepted by a receiver that checks", async () => {
    const feedback = await eventually(
      () => partner.hooks.filter(({ body }) => body.data.number === "T1"),
      (all) => all.length >= 2,
      30_000,
    );
    expect(feedback.map(({ verdict, body }) => [verdict, body.type]).toSorted()).toEqual([
      ["accepted", "event.done"],
      ["accepted", "event.handling"],
    ]);
    expect(JSON.stringify(feedback)).not.toContain("方丽华");
  });

  it("a closed hazard ends its event and tells", async () => {
    const { body } = await partner.push(event("C1"));
    const [row] = await app.sql("select hazard from grassroots.event where id = $1", [body.id]);
    await clerk().post(`/hazard-loop/hazard/${String(row?.hazard)}/void`, { note: "现场无堆放" });
    const told = await eventually(
      () => partner.hooks.find((hook) => hook.body.data.number === "C1" && hook.body.type === "event.refused"),
      (hook) => hook !== undefined,
      30_000,
    );
    expect(told?.verdict).toBe("accepted");
    expect(await partner.ask("C1")).toMatchObject({ body: { state: "refused" } });
  });

  it("a failed one is tried again with a fresh nonce, at the end is a dead letter, and can be sent again", async () => {
    partner.answer({ status: 503 });
    const { body } = await system.post(`/grassroots/platforms/${platformId}/test`);
    const id = String(body.id);
    const stateOf = async () => (await app.sql("select state, attempts, status, trouble from grassroots.delivery where id = $1", [id]))[0];
    expect(await eventually(stateOf, (row) => Number(row?.attempts) === 1 && row?.status === 503)).toMatchObject({
      state: "pending",
      trouble: "对方答复 503",
    });
    await app.sql("update grassroots.delivery set attempts = 9, next_at = now() where id = $1", [id]);
    expect(await deliverOne(app.services, id)).toBe("dead");
    partner.answer({ status: 200 });
    expect(await system.post(`/grassroots/deliveries/${id}/resend`)).toMatchObject({ status: 200 });
    expect(await eventually(stateOf, (row) => row?.state === "delivered")).toMatchObject({ state: "delivered", attempts: 1 });
    const mine = partner.hooks.filter(({ delivery }) => delivery === id);
    expect(mine.length).toBe(3);
    expect(mine.every(({ verdict }) => verdict === "accepted")).toBe(true);
    expect(await system.post(`/grassroots/deliveries/${id}/resend`)).toMatchObject({ status: 409 });
  });

  it("what is dangerous in its area reaches it as a warning, what is elsewhere does not, and no person goes along", async () => {
    const hazardIn = async (area: number, what: string) => {
      const made = await app
        .as("inspector", { area, organId: organ, name: "林晓东" })
        .post("/hazard-loop/hazards", { area, placeWords: "3 层", what });
      if (made.status !== 200) throw new Error(JSON.stringify(made.body));
      const id = String(made.body.id);
      await asWorker(app.services.db, (tx) => publish(tx, { type: "hazard-loop.hazard.determine", area, id }));
    };
    await hazardIn(sample.jiangshan, "别处的重大隐患");
    await hazardIn(village, "自动消防设施停用");
    const told = await eventually(
      () => partner.hooks.filter(({ body }) => body.type === "hazard.major"),
      (all) => all.length > 0,
      30_000,
    );
    expect(told.map(({ verdict, body }) => [verdict, body.data.what])).toEqual([["accepted", "自动消防设施停用"]]);
    expect(JSON.stringify(told)).not.toContain("林晓东");
  });

  it("nothing leaves to an address nobody has approved yet; it waits", async () => {
    const [row] = await app.sql(
      "update grassroots.delivery set state = 'pending', next_at = now() where platform = $1 and state = 'delivered' and kind = 'test' returning id",
      [platformId],
    );
    await app.sql("update grassroots.platform set state = 'pending' where id = $1", [platformId]);
    expect(await deliverOne(app.services, String(row?.id))).toBeNull();
    await app.sql("update grassroots.platform set state = 'active' where id = $1", [platformId]);
    await app.sql("update grassroots.delivery set state = 'delivered' where id = $1", [row?.id]);
  });

  it("a redirect is not followed: it would lead anywhere", async () => {
    partner.answer({ status: 302, location: "http://127.0.0.1:1/inside" });
    const { body } = await system.post(`/grassroots/platforms/${platformId}/test`);
    const look = async () => (await app.sql("select status, trouble from grassroots.delivery where id = $1", [body.id]))[0];
    expect(await eventually(look, (row) => row?.status === 302)).toMatchObject({ status: 302, trouble: "对方答复 302" });
    partner.answer({ status: 200 });
  });

  it("a name that points inside is refused at sending, whatever was written down", async () => {
    // given: an address that passed the form, of a name that resolves to this very machine
    await app.sql("update grassroots.platform set webhook_url = $2, allow_private = false where id = $1", [
      platformId,
      partner.webhookUrl.replace("http:", "https:").replace("127.0.0.1", "localhost.localdomain"),
    ]);
    const { body } = await system.post(`/grassroots/platforms/${platformId}/test`);
    await eventually(
      async () => (await app.sql("select attempts from grassroots.delivery where id = $1", [body.id]))[0],
      (row) => Number(row?.attempts) >= 1,
    );
    const look = async () => (await app.sql("select trouble from grassroots.delivery where id = $1", [body.id]))[0];
    const row = await eventually(look, (each) => each?.trouble !== null);
    expect(["地址指向内网，已拒绝", "地址不允许", "连接不上"]).toContain(row?.trouble);
    expect(partner.hooks.some(({ delivery }) => delivery === body.id)).toBe(false);
    await app.sql("update grassroots.platform set webhook_url = $2, allow_private = true where id = $1", [platformId, partner.webhookUrl]);
  });
});

describe("the embedded page", () => {
  const person = async (account: string, role: string, area: number) => {
    const made = await app.sql(
      `insert into identity."user" (id, area, name, account, kind, state, search_text) values (gen_random_uuid(), $2, '胡小平', $1, 'official', 'active', '') returning id`,
      [account, area],
    );
    const id = String(made[0]?.id);
    await app.sql("insert into identity.posting (id, user_id, role, area, granted_at) values (gen_random_uuid(), $1, $2, $3, now())", [
      id,
      role,
      area,
    ]);
    return id;
  };
  const exchange = (ticket: string, key = KEY) => app.nobody.post("/embedded/session", { key, ticket });
  const ask = (token: string, path: string, init: RequestInit = {}) =>
    app.nobody.fetch(path, { ...init, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } });
  let member: string;
  let token: string;

  beforeAll(async () => {
    member = await person("huxiaoping", "grid-member", town);
    await person("elsewhere", "grid-member", sample.jiangshan);
    await person("boss", "inspector", sample.city);
    await app.sql(
      `insert into grassroots.grid_member (id, area, name, kind, "user", status, objects, patrols_a_month) values (gen_random_uuid(), $1, '胡小平', 'full', $2, 'active', 100, 8)`,
      [village, member],
    );
  });

  it("a ticket is exchanged once, at the page it was made for, within its minute", async () => {
    const made = await partner.ticket("huxiaoping");
    expect(made).toMatchObject({ status: 200, body: { expiresInSeconds: 60, url: expect.stringContaining(`/embedded/${KEY}#ticket=`) } });
    const ticket = String(made.body.ticket);
    // One letter off, whichever it ends in.
    expect(await exchange(`${ticket.slice(0, -1)}${ticket.endsWith("0") ? "1" : "0"}`)).toMatchObject({ status: 401 });
    const opened = await exchange(ticket);
    expect(opened).toMatchObject({ status: 200, body: { name: "胡小平" } });
    expect(opened.headers.get("set-cookie")).toBeNull();
    token = String(opened.body.token);
    expect(await exchange(ticket)).toMatchObject({ status: 401, body: { code: "grassroots.ticket_gone" } });
    const other = String((await partner.ticket("huxiaoping")).body.ticket);
    expect(await exchange(other, "another-page")).toMatchObject({ status: 401 });
    const old = String((await partner.ticket("huxiaoping")).body.ticket);
    await app.sql("update grassroots.embed_ticket set expires_at = now() - interval '1 second' where used_at is null");
    expect(await exchange(old)).toMatchObject({ status: 401 });
  });

  it("accounts of elsewhere and those there are not get one answer", async () => {
    for (const account of ["elsewhere", "nobody", "wangjie"])
      expect(await partner.ticket(account)).toMatchObject({ status: 404, body: { code: "grassroots.unknown_account" } });
  });

  it("its session opens the page's own doors and no other", async () => {
    const home = await ask(token, "/embedded/home");
    expect(home.status).toBe(200);
    expect(await home.json()).toMatchObject({ name: "胡小平", member: { planned: 8, patrols: 0 }, may: { patrol: true, handle: true } });
    for (const path of ["/grassroots/event", "/places/unit", "/me", "/hazard-loop/hazard"])
      expect((await ask(token, path)).status).toBe(401);
    expect((await ask("x".repeat(43), "/embedded/home")).status).toBe(401);
  });

  it("a patrol and a hazard are entered once, in his name, and audited with the platform's", async () => {
    const id = crypto.randomUUID();
    const body = JSON.stringify({ id, route: "1–6 幢", objects: 12, problems: 1, onSpot: 1, foundWords: "楼道清理 1 处" });
    for (const _ of [1, 2]) expect((await ask(token, "/embedded/patrols", { method: "POST", body })).status).toBe(200);
    const rows = await app.sql("select via, patrolled_on is not null as dated from grassroots.patrol where id = $1", [id]);
    expect(rows).toEqual([{ via: "embedded", dated: true }]);
    const hazard = await ask(token, "/embedded/hazards", {
      method: "POST",
      body: JSON.stringify({ area: village, placeWords: "2 幢", what: "楼道充电" }),
    });
    expect(hazard.status).toBe(200);
    const outside = await ask(token, "/embedded/hazards", {
      method: "POST",
      body: JSON.stringify({ area: sample.jiangshan, placeWords: "2 幢", what: "楼道充电" }),
    });
    expect(outside.status).toBe(422);
    const audit = await app.sql("select actor, detail from platform.audit where action = '嵌入页登记巡查'");
    expect(audit[0]).toMatchObject({ actor: member, detail: { platform: KEY, embedded: true } });
  });

  it("somebody whose area is wider sees no more than the platform's", async () => {
    const opened = await exchange(String((await partner.ticket("boss")).body.ticket));
    const home = (await (await ask(String(opened.body.token), "/embedded/home")).json()) as { areas: { key: number }[] };
    expect(home.areas.length).toBeGreaterThan(0);
    expect(home.areas.every(({ key }) => Math.floor(key / 1e9) === 330_802)).toBe(true);
  });

  it("may be framed by the registered origin alone, and only while its platform is in force", async () => {
    const by = (path: string) => framedBy(path, app.services);
    expect(await by(`/embedded/${KEY}`)).toEqual([partner.origin]);
    expect([await by("/embedded/another-page"), await by("/duty"), await by(`/embedded/${KEY}/more`)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const change of ["state = 'pending'", "state = 'active', scopes = array['events']"]) {
      await app.sql(`update grassroots.platform set ${change} where id = $1`, [platformId]);
      expect(await by(`/embedded/${KEY}`)).toBeUndefined();
    }
    await app.sql("update grassroots.platform set scopes = array['events', 'feedback', 'warnings', 'embed'] where id = $1", [platformId]);
  });

  it("over the rate is refused; a revoked platform is out at once, its sessions with it", async () => {
    await app.sql("update grassroots.platform set per_minute = 1 where id = $1", [platformId]);
    await partner.ask("T1");
    expect(await partner.ask("T1")).toMatchObject({ status: 429 });
    await app.sql("update grassroots.platform set per_minute = 1000 where id = $1", [platformId]);
    expect(await security.post(`/grassroots/platforms/${platformId}/revoke`, { reason: "试点结束" })).toMatchObject({
      status: 200,
      body: { state: "revoked" },
    });
    expect((await ask(token, "/embedded/home")).status).toBe(401);
    expect(await partner.push(event("Z1"))).toMatchObject({ status: 403, body: { code: "grassroots.platform_revoked" } });
  });
});
