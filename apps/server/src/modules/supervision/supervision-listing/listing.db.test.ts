/** The three tools as governments use them: a plate up and down again, towns by their fires, interviews with many, a name in public and out of it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { escalateOverdue, withdrawEnded } from "./daily.ts";
import { noteClosure, tellHazard } from "./hear.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let town = 0;
let village = 0;
let county = "";
let city = "";
let inspector: Caller;
let office: Caller;
let leader: Caller;
let clerk: Caller;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const [row] = await app.sql(
    "select t.key as town, v.key as village from platform.area v join platform.area t on t.key = v.parent where t.parent = $1 order by v.key limit 1",
    [sample.kecheng],
  );
  town = Number(row?.town);
  village = Number(row?.village);
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 limit 1", [area, kind]))[0]?.id);
  county = await organ(sample.kecheng, "government");
  city = await organ(sample.city, "government");
  const brigade = await organ(sample.kecheng, "fire-brigade");
  inspector = app.as("inspector", { area: sample.kecheng, organId: brigade, name: "林晓东" });
  office = app.as("committee-office", { area: sample.city, organId: await organ(sample.city, "committee"), name: "陈雪芳" });
  leader = app.as("leader", { area: sample.city, organId: city, name: "毛永强" });
  clerk = app.as("street-clerk", { area: town, name: "方丽华" });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
async function file(): Promise<string> {
  const [row] = await app.sql(
    "insert into platform.file (id, area, name, media_type, size_bytes, sha256) values (gen_random_uuid(), $1, '复查.jpg', 'image/jpeg', 10, sha256('x'::bytea)) returning id",
    [village],
  );
  return String(row?.id);
}
async function unit(more: Shown = {}): Promise<{ readonly id: string; readonly name: string }> {
  const name = `商厦 ${randomUUID().slice(0, 6)}`;
  return {
    id: String(must(await inspector.post("/places/unit", { area: village, name, kind: "shop", address: "上街 88 号", ...more })).id),
    name,
  };
}
async function hazardOf(
  unitId: string,
  { major = false, dueAt = "2026-06-30T15:59:59Z", item = null as string | null, openedAt = "" } = {},
): Promise<string> {
  const { id } = must(await inspector.post("/hazard-loop/hazards", { unit: unitId, placeWords: "3 层", what: "安全出口锁闭", item }));
  await app.sql(
    "update hazard_loop.hazard set state = 'assigned', grade = $2, due_at = $3, supervisor = coalesce(supervisor, $4), turn = $4 where id = $1",
    [id, major ? "major" : "general", dueAt, county],
  );
  if (openedAt) await app.sql("update hazard_loop.hazard set opened_at = $2 where id = $1", [id, openedAt]);
  return String(id);
}
const propose = (items: readonly Shown[], more: Shown = {}) =>
  office.post("/supervision-listing/proposals", { government: county, items, ...more });
const firstOf = (body: Shown) => (body.listings as readonly Shown[])[0] as { readonly id: string; readonly isNew: boolean };
const move = (who: Caller, id: string, name: string, given: Shown = {}) => who.post(`/supervision-listing/listing/${id}/${name}`, given);
const approval = {
  documentNumber: "柯政办发〔2026〕12 号",
  dueOn: "2026-09-30",
  supervisor: "副区长 郑建国",
  measures: "停用 3 层，改造楼梯",
};
const hear = async () => {
  for (const handler of [tellHazard, noteClosure]) await deliver(app.services.db, handler, app.services, app.services.log);
};
const rowOf = async (path: string, id: string) => (must(await office.get(`${path}/${id}`)) as { row: Shown }).row;

describe("a plate on a major hazard", () => {
  it("goes up by a government's approval, and comes down only after the hazard is closed, reviewed with evidence, and approved", async () => {
    const { id: unitId, name } = await unit();
    const hazard = await hazardOf(unitId, { major: true });
    const alerts = must(await office.get("/supervision-listing/candidates/hazards?limit=200")) as { rows: readonly Shown[] };
    expect(alerts.rows.map(({ id }) => id)).toContain(hazard);
    const made = firstOf(must(await propose([{ target: "hazard", hazard, reason: "不能立即改正" }])));
    expect(firstOf(must(await propose([{ target: "hazard", hazard, reason: "再提一次" }])))).toMatchObject({ id: made.id, isNew: false });
    expect((await move(office, made.id, "approve", approval)).status).toBe(403);
    expect((await move(leader, made.id, "approve", { ...approval, dueOn: "2026-03-18" })).body.code).toBe(
      "supervision-listing.due_in_past",
    );
    expect(must(await move(leader, made.id, "approve", approval))).toMatchObject({
      state: "listed",
      listedOn: "2026-03-18",
      targetName: name,
    });
    await hear();
    expect(await rowOf("/hazard-loop/hazard", hazard)).toMatchObject({ listed: true });
    must(
      await office.post("/supervision-listing/progress", { listing: made.id, reportedOn: "2026-03-18", percent: 40, done: "楼梯基础完成" }),
    );
    expect(await rowOf("/supervision-listing/listing", made.id)).toMatchObject({ progressPercent: 40, lastProgressOn: "2026-03-18" });
    const ahead = { listing: made.id, reportedOn: "2099-01-01", percent: 100, done: "完工" };
    expect((await office.post("/supervision-listing/progress", ahead)).status).toBe(422);
    must(await move(clerk, made.id, "submit", { resultWords: "楼梯完工" }));
    expect((await move(inspector, made.id, "pass", { reviewWords: "合格" })).body.code).toBe("case.asks");
    const evidence = { reviewWords: "现场复查合格", reviewFiles: [await file()] };
    expect((await move(inspector, made.id, "pass", evidence)).body.code).toBe("supervision-listing.hazard_still_open");
    await app.sql("update hazard_loop.hazard set state = 'rectified', rectify_note = '完工' where id = $1", [hazard]);
    must(await inspector.post(`/hazard-loop/hazard/${hazard}/close`, { reviewNote: "复查合格", reviewPhotos: [await file()] }));
    await hear();
    must(await move(inspector, made.id, "pass", evidence));
    expect((await move(inspector, made.id, "delist", { delistNumber: "x" })).status).toBe(403);
    expect(must(await move(leader, made.id, "delist", { delistNumber: "柯政办发〔2026〕31 号" }))).toMatchObject({
      state: "delisted",
      onTime: true,
      delistedOn: "2026-03-18",
    });
    must(
      await office.post("/supervision-listing/after-check", {
        listing: made.id,
        checkedOn: "2026-03-18",
        effect: "kept",
        words: "保持良好",
      }),
    );
    expect(await rowOf("/supervision-listing/listing", made.id)).toMatchObject({ effect: "kept" });
  });

  it("is not passed by who submitted it", async () => {
    const { id } = await unit();
    const made = firstOf(must(await propose([{ target: "unit", unit: id, reason: "隐患突出" }])));
    must(await move(leader, made.id, "approve", approval));
    expect(must(await move(inspector, made.id, "submit", { resultWords: "完成" }))).toMatchObject({ submittedBy: inspector.actor.userId });
    const evidence = { reviewWords: "合格", reviewFiles: [await file()] };
    expect((await move(inspector, made.id, "pass", evidence)).body.code).toBe("supervision-listing.passes_own_submission");
    const colleague = app.as("inspector", { area: sample.kecheng, name: "何伟" });
    expect(must(await move(colleague, made.id, "pass", evidence))).toMatchObject({ state: "delisting" });
  });

  it.each(["correctedOnSpot", "void"])("passes when its hazard ended by %s before the plate hung", async (end) => {
    const { id: unitId } = await unit();
    const hazard = await hazardOf(unitId, { major: true });
    const made = firstOf(must(await propose([{ target: "hazard", hazard, reason: "不能立即改正" }])));
    await app.sql("update hazard_loop.hazard set state = 'graded', grade = 'minor' where id = $1", [hazard]);
    const given = { note: "系旧照片", rectifyNote: "当场打开", reviewNote: "已看", reviewPhotos: [await file()] };
    must(await inspector.post(`/hazard-loop/hazard/${hazard}/${end}`, given));
    must(await move(leader, made.id, "approve", approval));
    await hear();
    expect(await rowOf("/supervision-listing/listing", made.id)).toMatchObject({ hazardClosedOn: expect.any(String) });
    must(await move(clerk, made.id, "submit", { resultWords: "已无隐患" }));
    must(await move(inspector, made.id, "pass", { reviewWords: "现场复查合格", reviewFiles: [await file()] }));
  });

  it("is not for a hazard that is not major, nor by a government elsewhere, nor for one out of sight", async () => {
    const { id: unitId } = await unit();
    const plain = await hazardOf(unitId);
    expect((await propose([{ target: "hazard", hazard: plain, reason: "理由" }])).body.code).toBe("supervision-listing.hazard_not_major");
    const major = await hazardOf(unitId, { major: true });
    const [elsewhere] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [
      sample.jiangshan,
    ]);
    expect((await propose([{ target: "hazard", hazard: major, reason: "理由" }], { government: elsewhere?.id })).body.code).toBe(
      "supervision-listing.outside_government",
    );
    const other = app.as("inspector", { area: sample.jiangshan });
    expect(
      (
        await other.post("/supervision-listing/proposals", {
          government: county,
          items: [{ target: "hazard", hazard: major, reason: "理由" }],
        })
      ).body.code,
    ).toBe("supervision-listing.unknown_target");
  });

  it("is extended as often as the limit says, with a reason", async () => {
    const { id } = await unit();
    const made = firstOf(must(await propose([{ target: "unit", unit: id, reason: "隐患突出" }])));
    must(await move(leader, made.id, "approve", approval));
    expect((await move(leader, made.id, "extend", { dueOn: "2026-09-30", extensionReason: "工期" })).body.code).toBe(
      "supervision-listing.extends_nothing",
    );
    expect(must(await move(leader, made.id, "extend", { dueOn: "2026-12-31", extensionReason: "构件定制" }))).toMatchObject({
      extensions: 1,
      dueOn: "2026-12-31",
      firstDueOn: "2026-09-30",
    });
    expect((await move(leader, made.id, "extend", { dueOn: "2027-03-31", extensionReason: "再延" })).body.code).toBe(
      "supervision-listing.no_more_extensions",
    );
  });

  it("past its term goes up once to the government above, who is told, and is submitted only with the reason", async () => {
    const { id } = await unit();
    const made = firstOf(must(await propose([{ target: "unit", unit: id, reason: "隐患突出" }])));
    must(await move(leader, made.id, "approve", approval));
    await app.sql("update supervision_listing.listing set due_on = '2026-03-01', due_at = '2026-03-01T15:59:59Z' where id = $1", [made.id]);
    const nightly = () => asWorker(app.services.db, (tx) => escalateOverdue(tx, app.services));
    expect(await nightly()).toBeGreaterThan(0);
    expect(await nightly()).toBe(0);
    expect(await rowOf("/supervision-listing/listing", made.id)).toMatchObject({ escalatedOn: "2026-03-18", escalatedTo: city });
    const told = await app.sql("select to_organ from platform.request where case_id = $1 and kind = 'notice'", [made.id]);
    expect(told.map((each) => each.to_organ)).toEqual([city]);
    const overdue = must(await office.get("/supervision-listing/listing?view=overdue&limit=200")) as { rows: readonly Shown[] };
    expect(overdue.rows.map((row) => row.id)).toContain(made.id);
    expect((await move(clerk, made.id, "submit", { resultWords: "完成" })).body.code).toBe("supervision-listing.say_why_late");
    must(await move(clerk, made.id, "submit", { resultWords: "完成", overdueReason: "资金未到位" }));
    must(await move(inspector, made.id, "sendBack", { note: "消火栓仍无水" }));
    must(await move(clerk, made.id, "submit", { resultWords: "完成" }));
    must(await move(inspector, made.id, "pass", { reviewWords: "合格", reviewFiles: [await file()] }));
    expect(must(await move(leader, made.id, "delist", { delistNumber: "文" }))).toMatchObject({ onTime: false });
  });
});

describe("重点镇街", () => {
  const fires = (year: number, count: number) =>
    office.post("/supervision-listing/town-fires", { area: town, year, fires: count, fatalFires: 1, deaths: 1, source: "支队火调科年报" });

  it("is assessed by the fall of its fires against the government's own target, kept or delisted by approval, and rolled over with its history", async () => {
    const made = firstOf(must(await propose([{ target: "town", area: town, reason: "起数居前" }], { government: city, year: 2025 })));
    must(await move(leader, made.id, "approve", approval));
    expect((await move(clerk, made.id, "submit", { resultWords: "下降" })).body.code).toBe("supervision-listing.town_by_fires");
    const assess = () => office.post(`/supervision-listing/listing/${made.id}/assessment`, { year: 2025 });
    expect((await assess()).body.code).toBe("supervision-listing.fires_missing");
    must(await fires(2024, 64));
    must(await fires(2025, 60));
    expect((await fires(2025, 61)).status).toBe(409);
    expect((await assess()).body.code).toBe("supervision-listing.no_decline_target");
    must(
      await office.post("/supervision-listing/decline-target", {
        area: sample.city,
        year: 2025,
        percent: 20,
        documentNumber: "衢政办发〔2025〕3 号",
      }),
    );
    expect(must(await assess())).toMatchObject({
      proposal: "keep",
      declineRate: 6.3,
      declineTarget: 20,
      smallNumbers: expect.stringContaining("偶然"),
    });
    expect((await move(leader, made.id, "delist", { delistNumber: "文" })).body.code).toBe("supervision-listing.against_proposal");
    must(await move(leader, made.id, "keep", { dueOn: "2026-12-31", note: "降幅未达标" }));
    const rolled = must(await office.post(`/supervision-listing/listing/${made.id}/roll-over`, { reason: "上年未摘牌" }));
    expect(rolled).toMatchObject({ timesListed: 2 });
    expect(await rowOf("/supervision-listing/listing", String(rolled.id))).toMatchObject({
      previous: made.id,
      timesListed: 2,
      year: 2026,
      state: "proposed",
    });
    expect(await rowOf("/supervision-listing/listing", made.id)).toMatchObject({ state: "rolled" });
    const ranked = must(await office.get("/supervision-listing/candidates/towns?year=2025&limit=200")) as { rows: readonly Shown[] };
    expect(ranked.rows[0]).toMatchObject({ area: town, fires: 60, firesBefore: 64, listed: true, timesListed: 2 });
  });
});

describe("the year of a government", () => {
  it("is due until a batch is published and a major hazard listed", async () => {
    const of = async () =>
      (must(await office.get("/supervision-listing/overview?year=2027")) as { governments: readonly Shown[] }).governments.find(
        ({ id }) => id === county,
      );
    expect(await of()).toMatchObject({ batchOwed: "due", majorOwed: "due", batches: 0 });
    const batch = must(
      await office.post("/supervision-listing/batch", {
        area: sample.kecheng,
        name: "2027 年第一批",
        government: county,
        level: "county",
        kind: "majorHazards",
        year: 2027,
      }),
    );
    expect(await of()).toMatchObject({ batches: 0 });
    must(await office.patch(`/supervision-listing/batch/${String(batch.id)}`, { version: 1, issuedOn: "2027-02-01" }));
    const { id } = await unit();
    const hazard = await hazardOf(id, { major: true });
    const made = firstOf(must(await propose([{ target: "hazard", hazard, reason: "理由" }], { year: 2027, batch: batch.id })));
    must(await move(leader, made.id, "approve", approval));
    expect(await of()).toMatchObject({ batchOwed: "met", majorOwed: "met", batches: 1, open: 1, majorListings: 1 });
  });
});

describe("约谈", () => {
  it("sits many down at once; each is named and pledges; it ends by improvement or is held again", async () => {
    const given = {
      title: "电动自行车违规充电",
      kind: "group",
      subject: "industry",
      invited: [{ who: "甲商厦" }, { who: "乙市场", why: "逾期 3 处" }],
      planOn: "2026-03-18",
    };
    expect((await office.post("/supervision-listing/interviews", { ...given, invited: given.invited.slice(0, 1) })).body.code).toBe(
      "supervision-listing.group_of_one",
    );
    const { id } = must(await office.post("/supervision-listing/interviews", given));
    const path = `/supervision-listing/interview/${String(id)}`;
    const held = { heldOn: "2026-03-18", issues: "逾期 5 处", dueOn: "2026-04-18", nextOn: "2026-06-18", minutes: "逐家通报" };
    const two = [
      { who: "甲商厦", attendee: "王某", post: "经理", pledge: "10 日内改完" },
      { who: "乙市场", attendee: "李某", post: "主任", pledge: "" },
    ];
    expect((await office.post(`${path}/hold`, { ...held, attendees: two })).body.code).toBe("supervision-listing.every_attendee_pledges");
    must(await office.post(`${path}/hold`, { ...held, attendees: two.map((line) => ({ ...line, pledge: "限期改完" })) }));
    must(await office.post(`${path}/follow`, { note: "已改 2 处" }));
    expect((await office.post(`${path}/improve`, { effect: "not", effectWords: "无" })).body.code).toBe("supervision-listing.not_improved");
    must(await office.post(`${path}/again`, { planOn: "2026-03-30", note: "乙市场未动" }));
    must(await office.post(`${path}/hold`, { ...held, attendees: two.map((line) => ({ ...line, pledge: "月底前改完" })) }));
    expect(must(await office.post(`${path}/improve`, { effect: "improved", effectWords: "全部销号" }))).toMatchObject({
      state: "improved",
      endedOn: "2026-03-18",
      followUps: 1,
    });
  });

  it("finds the laggards by rule: many hazards overdue in a town", async () => {
    const { id } = await unit();
    for (let i = 0; i < 4; i += 1) await hazardOf(id, { dueAt: "2026-01-01T00:00:00Z" });
    const found = must(await office.get("/supervision-listing/laggards")) as { rows: readonly Shown[] };
    expect(found.rows.find(({ area }) => area === town)).toMatchObject({ overdue: expect.any(Number) });
  });
});

describe("曝光", () => {
  const text = { media: ["internet"], showFrom: "2026-03-18", showUntil: "2026-06-18" };

  it("needs the rule, keeps persons out, is public only after approval and publishing, and comes down with its effect", async () => {
    const { id: unitId, name } = await unit({ manager: "余建明" });
    const expose = (content: string) =>
      inspector.post("/supervision-listing/exposures", { unit: unitId, ground: "overdue", content, ...text });
    expect((await expose("安全出口锁闭不改")).body.code).toBe("supervision-listing.rule_not_met");
    await hazardOf(unitId, { dueAt: "2026-01-01T00:00:00Z" });
    const ranked = must(await inspector.get("/supervision-listing/candidates/units?for=exposure&limit=200")) as { rows: readonly Shown[] };
    expect(ranked.rows.find((row) => row.id === unitId)).toMatchObject({ grounds: ["overdue"], exposed: false });
    expect((await expose("管理人余建明拒不整改")).body.code).toBe("supervision-listing.personal_data");
    expect((await expose("举报电话 13905701234")).body.code).toBe("supervision-listing.personal_data");
    const { id } = must(await expose("三层安全出口锁闭，逾期不改"));
    const path = `/supervision-listing/exposure/${String(id)}`;
    const isPublic = async () =>
      ((await app.nobody.get("/public/exposures")).body.exposures as readonly Shown[]).some((each) => each.unitName === name);
    expect(await isPublic()).toBe(false);
    expect((await inspector.post(`${path}/publish`)).status).toBe(409);
    expect((await inspector.post(`${path}/approve`)).status).toBe(403);
    expect((await inspector.post(`${path}/revise`, { content: "余建明拒不整改" })).body.code).toBe("supervision-listing.personal_data");
    must(await leader.post(`${path}/approve`));
    expect(await isPublic()).toBe(false);
    must(await inspector.post(`${path}/publish`));
    expect(await isPublic()).toBe(true);
    expect(JSON.stringify((await app.nobody.get("/public/exposures")).body)).not.toContain("余建明");
    must(await inspector.post(`${path}/withdraw`, { withdrawWhy: "已整改" }));
    expect(await isPublic()).toBe(false);
    expect(must(await inspector.post(`${path}/assess`, { effect: "公示后 6 天改完" }))).toMatchObject({
      state: "assessed",
      withdrawnOn: "2026-03-18",
    });
  });

  it("whose time is over comes down by itself", async () => {
    const { id: unitId } = await unit();
    await hazardOf(unitId, { dueAt: "2026-01-01T00:00:00Z" });
    const { id } = must(
      await inspector.post("/supervision-listing/exposures", { unit: unitId, ground: "overdue", content: "逾期不改，公示", ...text }),
    );
    must(await leader.post(`/supervision-listing/exposure/${String(id)}/approve`));
    must(await inspector.post(`/supervision-listing/exposure/${String(id)}/publish`));
    await app.sql("update supervision_listing.exposure set show_until = '2026-03-17' where id = $1", [id]);
    expect(await asWorker(app.services.db, (tx) => withdrawEnded(tx, app.services))).toBe(1);
    expect(await rowOf("/supervision-listing/exposure", String(id))).toMatchObject({ state: "withdrawn", withdrawWhy: "公示期满" });
  });
});

describe("settings and control plans", () => {
  it("says of each limit whether an office has set it, and changes only by who may", async () => {
    const limit = async (key: string) =>
      (must(await office.get("/supervision-listing/settings")) as { limits: readonly Shown[] }).limits.find((each) => each.key === key);
    expect(await limit("exposeRepeats")).toMatchObject({ value: 3, byDefault: 3, confirmed: false });
    const change = (who: Caller) =>
      who.fetch("/supervision-listing/settings", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ limits: { exposeRepeats: 4 }, reason: "会议确定" }),
      });
    expect((await change(inspector)).status).toBe(403);
    const street = app.as("committee-office", { area: town, name: "街道消安委" });
    expect(await (await change(street)).json()).toMatchObject({ code: "supervision-listing.city_only" });
    expect((await street.get("/supervision-listing/settings")).body).toMatchObject({ mayChange: false });
    expect((await office.get("/supervision-listing/settings")).body).toMatchObject({ mayChange: true });
    expect((await change(office)).status).toBe(200);
    expect(await limit("exposeRepeats")).toMatchObject({ value: 4, confirmed: true });
  });

  it("a control plan says when somebody must look again", async () => {
    const { id } = await unit();
    const plan = {
      area: village,
      name: "重点单位管控",
      target: "unit",
      plan: "每日巡查",
      leader: "副区长 郑建国",
      everyDays: 15,
      lastCheckedOn: "2026-03-01",
    };
    expect((await office.post("/supervision-listing/control-plan", plan)).status).toBe(422);
    expect(must(await office.post("/supervision-listing/control-plan", { ...plan, unit: id }))).toMatchObject({
      nextCheckOn: "2026-03-16",
    });
    const due = must(await office.get("/supervision-listing/control-plan?view=due")) as { rows: readonly Shown[] };
    expect(due.rows).toHaveLength(1);
  });
});
