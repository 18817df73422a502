import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { nearestCompetent } from "../construction/competence.ts";
import { hearReviews } from "../construction/hear-reviews.ts";
import { anOffice, aScene, aUnit, type Scene } from "../scene.fixture.ts";
import { judgeTicket } from "./hot-work.ts";
import { alertHolders, hearProducts } from "./products.ts";

let app: App;
let scene: Scene;
let police: string;
let team: string;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  scene = await aScene(app, "柯联消");
  police = await anOffice(app, "柯公", { kind: "public-security", powers: ["inspection"] });
  team = await anOffice(app, "柯综执", { kind: "urban-management", powers: ["penalty", "town"] });
});
afterAll(() => app.end());

describe("a joint action", () => {
  it("each department files its own findings under it, and all see them", async () => {
    const { inspector } = scene;
    const action = await inspector.post("/enforcement/joint-action", {
      area: sample.kecheng,
      name: "沿街商铺夜查",
      lead: scene.organ,
      heldOn: "2026-03-18",
      purpose: "疏散通道、动火作业",
    });
    expect(action).toMatchObject({ status: 200, body: { state: "planned" } });
    const id = String(action.body.id);
    for (const [organ, role] of [
      [scene.organ, "fire"],
      [police, "police"],
      [team, "order"],
    ] as const)
      expect((await inspector.post("/enforcement/joint-part", { action: id, organ, role, task: "检查" })).status).toBe(200);
    const department = app.as("department", { area: sample.kecheng, organId: team });
    const finding = {
      action: id,
      target: "上街 12 号",
      organ: team,
      checkedOn: "2026-03-18",
      problems: 2,
      done: ["order", "penalty"],
      fineYuan: 500,
    };
    expect((await department.post("/enforcement/joint-finding", finding)).status).toBe(200);
    const seen = await inspector.get(`/enforcement/joint-finding?where=${encodeURIComponent(JSON.stringify({ action: id }))}`);
    expect(seen.body.rows).toMatchObject([{ target: "上街 12 号", problems: 2 }]);
    await inspector.post(`/enforcement/joint-action/${id}/start`);
    expect(
      await inspector.post(`/enforcement/joint-action/${id}/finish`, { summary: "共查 1 家", findings: 2, penalties: 1 }),
    ).toMatchObject({ status: 200, body: { state: "finished" } });
  });
});

describe("hand-over between station, police and team", () => {
  const item = async (unit: string) => ({
    what: "商铺住人",
    unit,
    where: "上街 12 号",
    act: "mixed-use",
    foundOn: "2026-03-18",
    toOrgan: team,
    dueOn: "2026-03-27",
  });
  it("has one who found, one who can act, a term and one result; the same matter is not handed over twice", async () => {
    const unit = await aUnit(app);
    const station = app.as("street-clerk", { area: sample.kecheng, organId: scene.organ });
    const made = await station.post("/enforcement/hand-over", await item(unit));
    expect(made).toMatchObject({
      status: 200,
      body: { state: "handed", foundBy: scene.organ, earlierVisits: "近 30 日：联合检查 0 次，登记隐患 0 处；在办移交 0 件" },
    });
    expect(made.body.holderOrgan).toBe(team);
    const waits = async (who: Caller) =>
      ((await who.get("/work/todo?kind=enforcement.hand-over")).body.items as { id: string }[]).some(({ id }) => id === made.body.id);
    const receiver = app.as("department", { area: sample.kecheng, organId: team });
    expect([await waits(receiver), await waits(station)]).toEqual([true, false]);
    const own = (key: string, given: object = {}) => station.post(`/enforcement/hand-over/${String(made.body.id)}/${key}`, given);
    const theirs = { status: 409, body: { code: "enforcement.receiver_handles" } };
    expect(await own("take")).toMatchObject(theirs);
    expect(await own("refuse", { refusedWhy: "不收" })).toMatchObject(theirs);
    const again = await station.post("/enforcement/hand-over", await item(unit));
    expect(again.body).toMatchObject({ id: made.body.id, repeats: 2 });
    const officer = app.as("department", { area: sample.kecheng, organId: team });
    const go = (key: string, given: object = {}) => officer.post(`/enforcement/hand-over/${String(made.body.id)}/${key}`, given);
    expect(await go("take")).toMatchObject({ status: 200, body: { state: "taken", holderOrgan: team } });
    expect(await go("join", { jointOrgan: police, jointPlan: "3 月 20 日联合清退", dueOn: "2026-03-25" })).toMatchObject({
      status: 200,
      body: { state: "joint" },
    });
    expect(await own("answer", { outcome: "corrected", result: "自己办完" })).toMatchObject(theirs);
    expect(await go("answer", { outcome: "penalty", result: "已清退" })).toMatchObject({
      status: 409,
      body: { code: "enforcement.penalty_number" },
    });
    expect(await go("answer", { outcome: "penalty", result: "已清退", penaltyNumber: "柯综执罚〔2026〕第0001号" })).toMatchObject({
      status: 200,
      body: { holderOrgan: scene.organ },
    });
    expect(await go("close")).toMatchObject({ status: 409, body: { code: "enforcement.finder_confirms" } });
    expect(await station.post(`/enforcement/hand-over/${String(made.body.id)}/close`)).toMatchObject({
      status: 200,
      body: { state: "closed" },
    });
    expect((await station.post("/enforcement/hand-over", { ...(await item(unit)), dueOn: "2026-03-01" })).body).toMatchObject({
      code: "enforcement.due_in_past",
    });
  });
});

describe("hot work", () => {
  const ticket = async (more: object = {}) => ({
    unit: await aUnit(app, "衢江船厂"),
    where: "三号车间",
    kind: "welding",
    worker: "周师傅",
    certificate: "T330802",
    certificateUntil: "2026-12-31",
    guard: "吴师傅",
    measures: "清理周边可燃物，配两具灭火器",
    cleared: true,
    from: "2026-03-18T01:00:00Z",
    until: "2026-03-18T09:00:00Z",
    approvedBy: "王建军",
    ...more,
  });
  it("a scanned ticket says whether it holds now; a code nobody registered is work without one", async () => {
    const made = await scene.inspector.post("/enforcement/hot-work", await ticket());
    expect(made).toMatchObject({ status: 200, body: { code: expect.stringMatching(/^DH-[2-9A-Z]{4}-[2-9A-Z]{4}$/) } });
    const grid = app.as("grid-member", { area: sample.kecheng });
    expect(await grid.get(`/enforcement/hot-work-tickets/${String(made.body.code)}`)).toMatchObject({
      status: 200,
      body: { valid: true, worker: "周师傅", unitName: "衢江船厂" },
    });
    expect(await grid.get("/enforcement/hot-work-tickets/DH-AAAA-AAAA")).toMatchObject({
      status: 404,
      body: { code: "enforcement.no_ticket" },
    });
    const version = Number(made.body.version);
    await scene.inspector.patch(`/enforcement/hot-work/${String(made.body.id)}`, { version, cancelled: true });
    expect((await grid.get(`/enforcement/hot-work-tickets/${String(made.body.code)}`)).body).toMatchObject({ valid: false, why: "已取消" });
  });
  it("is not registered for more than a day, with a lapsed certificate or an uncleared place", async () => {
    const wrong = async (more: object, field: string) =>
      expect((await scene.inspector.post("/enforcement/hot-work", await ticket(more))).body).toMatchObject({
        params: { problems: [{ field }] },
      });
    await wrong({ until: "2026-03-19T09:00:00Z" }, "until");
    await wrong({ certificateUntil: "2026-03-01" }, "certificateUntil");
    // 01:00 of the 19th here, still the 18th in Greenwich
    const night = { from: "2026-03-18T10:00:00Z", until: "2026-03-18T17:00:00Z" };
    await wrong({ ...night, certificateUntil: "2026-03-18" }, "certificateUntil");
    await wrong({ cleared: false }, "cleared");
  });
  it("is over, not begun or lapsed by the clock", () => {
    const held = { cancelled: null, from: "2026-03-18T01:00:00Z", until: "2026-03-18T09:00:00Z", certificateUntil: "2026-12-31" };
    expect(judgeTicket(held, new Date("2026-03-18T10:00:00Z"), "2026-03-18")).toBe("over");
    expect(judgeTicket(held, new Date("2026-03-18T00:00:00Z"), "2026-03-18")).toBe("not_begun");
    expect(judgeTicket({ ...held, certificateUntil: "2026-03-17" }, new Date("2026-03-18T02:00:00Z"), "2026-03-18")).toBe(
      "certificate_over",
    );
  });
});

describe("a batch that failed", () => {
  const batch = { product: "extinguisher", maker: "某消防器材厂", batch: "20250611" };
  const check = { ...batch, area: sample.kecheng, model: "MFZ/ABC4", seller: "上街五金店", checkedOn: "2026-03-10", result: "pending" };
  it("alerts every unit that holds it, once", async () => {
    const { inspector } = scene;
    const [one, other] = [await aUnit(app, "甲商店"), await aUnit(app, "乙商店")];
    await inspector.post("/enforcement/product-holding", { ...batch, unit: one, quantity: 4 });
    await inspector.post("/enforcement/product-holding", { ...batch, batch: "20250612", unit: other, quantity: 4 });
    const made = await inspector.post("/enforcement/product-check", { ...check, organ: scene.organ });
    const id = String(made.body.id);
    const alerts = () => app.sql('select unit, state, quantity::int as quantity from enforcement.batch_alert where "check" = $1', [id]);
    const scan = () => asWorker(app.services.db, (tx) => alertHolders(tx, app.services, id));
    expect(await scan()).toBe(0);
    expect((await inspector.patch(`/enforcement/product-check/${id}`, { version: 1, result: "fail" })).body).toMatchObject({
      params: { problems: [{ field: "failed" }] },
    });
    expect(
      (await inspector.patch(`/enforcement/product-check/${id}`, { version: 1, result: "fail", failed: "灭火剂含量不足" })).status,
    ).toBe(200);
    await expect
      .poll(async () => (await deliver(app.services.db, hearProducts, app.services, app.services.log), alerts()), { timeout: 15_000 })
      .toEqual([{ unit: one, state: "told", quantity: 4 }]);
    await scan();
    expect(await alerts()).toHaveLength(1);
    const manager = app.as("unit-manager", { area: sample.kecheng, unitId: one });
    const [alert] = await app.sql("select id from enforcement.batch_alert where unit = $1", [one]);
    expect(await manager.post(`/enforcement/batch-alert/${String(alert?.id)}/replace`, { handled: "四具均已更换" })).toMatchObject({
      status: 200,
    });
    const stranger = app.as("unit-manager", { area: sample.kecheng, unitId: other });
    expect((await stranger.get(`/enforcement/batch-alert/${String(alert?.id)}`)).status).toBe(404);
  });
});

describe("construction review", () => {
  it("goes to whoever is competent here on that day, and its result reaches rescue and enforcement organs and the building's record", async () => {
    const { inspector } = scene;
    const housing = await anOffice(app, "柯建", { kind: "housing", powers: ["construction"] });
    const builder = app.as("department", { area: sample.kecheng, organId: housing });
    const unit = await aUnit(app, "新城酒店");
    const project = {
      area: sample.kecheng,
      name: "新城酒店主楼",
      kind: "new",
      special: true,
      use: "宾馆",
      address: "新城路 1 号",
      owner: "新城置业",
      unit,
      floors: 12,
      heightM: 45,
      startedOn: "2025-05-01",
    };
    const made = await builder.post("/enforcement/project", project);
    expect(made.status).toBe(200);
    const id = String(made.body.id);
    expect((await inspector.get("/enforcement/project?view=unreviewed")).body.rows).toMatchObject([{ id }]);
    const asked = await inspector.post("/enforcement/review", {
      project: id,
      kind: "acceptance",
      applicant: "新城置业",
      appliedOn: "2026-03-18",
    });
    expect(asked).toMatchObject({ status: 200, body: { organ: housing, holderOrgan: housing, acceptBy: "2026-03-25" } });
    const go = (key: string, given: object = {}) => builder.post(`/enforcement/review/${String(asked.body.id)}/${key}`, given);
    expect(await go("accept")).toMatchObject({ status: 200, body: { decideBy: "2026-04-09" } });
    expect(await go("pass", { opinion: "合格", decisionNumber: "柯建验〔2026〕1号" })).toMatchObject({
      status: 409,
      body: { code: "enforcement.look_first" },
    });
    expect(await go("pass", { opinion: "合格", decisionNumber: "柯建验〔2026〕1号", checkedOn: "2026-03-18" })).toMatchObject({
      status: 200,
      body: { state: "passed" },
    });
    const settled = async () => (
      await deliver(app.services.db, hearReviews, app.services, app.services.log),
      app.sql("select review, building is not null as built from enforcement.project where id = $1", [id])
    );
    await expect.poll(settled, { timeout: 15_000 }).toEqual([{ review: "accepted", built: true }]);
    expect(await app.sql("select name, floors_up::int as floors from places.building where unit = $1", [unit])).toEqual([
      { name: "新城酒店主楼", floors: 12 },
    ]);
    const told = await app.sql("select to_organ from platform.request where case_id = $1 and kind = 'notice'", [asked.body.id]);
    expect(told.map((each) => each.to_organ)).toEqual(expect.arrayContaining([scene.organ, team]));
    expect(told.map((each) => each.to_organ)).not.toContain(housing);
    const issue = { project: id, what: "未验收先营业", kind: "unacceptedUse", foundOn: "2026-03-18", toOrgan: team, dueOn: "2026-04-10" };
    const listed = await builder.post("/enforcement/project-issue", issue);
    expect(listed).toMatchObject({ status: 200, body: { state: "handed", foundBy: housing, holderOrgan: team } });
    expect(await builder.post(`/enforcement/project-issue/${String(listed.body.id)}/take`)).toMatchObject({
      status: 409,
      body: { code: "enforcement.receiver_handles" },
    });
  });
  it("the smallest area that holds the place decides", () => {
    const offices = [
      { organ: "city", area: sample.city },
      { organ: "county", area: sample.kecheng },
    ];
    expect(nearestCompetent(offices, sample.kecheng + 1_001_000)).toBe("county");
    expect(nearestCompetent(offices, sample.jiangshan)).toBe("city");
    expect(nearestCompetent([{ organ: "county", area: sample.kecheng }], sample.jiangshan)).toBeNull();
  });
});
