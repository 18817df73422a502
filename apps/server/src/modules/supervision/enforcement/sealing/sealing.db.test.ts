import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { aHazard, aScene, aUnit, type Scene } from "../scene.fixture.ts";

let app: App;
let scene: Scene;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  scene = await aScene(app, "柯封消");
});
afterAll(() => app.end());

const asked = async (more: object = {}) => ({
  unit: await aUnit(app, "天天网吧"),
  placeWords: "二层营业厅",
  circumstance: "exits",
  facts: "两个安全出口均被封堵。",
  checkedOn: "2026-03-18",
  officerOne: scene.officers[0],
  officerTwo: scene.officers[1],
  ...more,
});
const newSeal = async (more: object = {}) => {
  const made = await scene.inspector.post("/enforcement/seal", await asked(more));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body;
};
const move = (id: unknown, key: string, given: object, by: Caller = scene.inspector) =>
  by.post(`/enforcement/seal/${String(id)}/${key}`, given);
const decision = {
  collectiveOn: "2026-03-18",
  collectiveRecord: "大队集体研究，一致同意。",
  sealFrom: "2026-03-18",
  sealUntil: "2026-04-17",
};

describe("temporary sealing", () => {
  it("is decided collectively within three working days, for thirty days at most, and stands on the map until it is lifted", async () => {
    const made = await newSeal();
    expect(made).toMatchObject({ state: "proposed", party: "天天网吧", decideBy: "2026-03-23", lon: 118.87 });
    expect(await move(made.id, "decide", { ...decision, collectiveRecord: "" }, scene.leader)).toMatchObject({
      status: 422,
      body: { code: "case.asks" },
    });
    expect(await move(made.id, "decide", { ...decision, sealUntil: "2026-04-18" }, scene.leader)).toMatchObject({
      status: 409,
      body: { code: "enforcement.seal_too_long", params: { by: "2026-04-17" } },
    });
    expect(await move(made.id, "decide", decision)).toMatchObject({ status: 403 });
    expect(await move(made.id, "decide", decision, scene.leader)).toMatchObject({ status: 200, body: { state: "decided" } });
    expect(await move(made.id, "carryOut", { sealedAt: "2026-03-18T01:00:00Z" })).toMatchObject({ status: 200, body: { state: "sealed" } });

    const dispatcher = app.as("dispatcher", { area: sample.city });
    const closed = await dispatcher.get(`/enforcement/closed-places?unit=${String(made.unit)}`);
    expect(closed.body.places).toEqual([
      {
        unit: made.unit,
        party: "天天网吧",
        what: "seal",
        placeWords: "二层营业厅",
        since: "2026-03-18",
        until: "2026-04-17",
        lon: 118.87,
        lat: 28.94,
      },
    ]);
    expect((await dispatcher.get("/enforcement/seal/map?view=inForce")).status).toBe(200);

    await move(made.id, "askLift", { liftAskedOn: "2026-03-18" });
    expect(await move(made.id, "lift", {}, scene.leader)).toMatchObject({ status: 409, body: { code: "case.wrong_state" } });
    await move(made.id, "checkLift", { liftCheckedOn: "2026-03-18", cleared: false, liftFinding: "南侧出口仍堵" });
    expect(await move(made.id, "lift", {}, scene.leader)).toMatchObject({ status: 409, body: { code: "enforcement.not_cleared" } });
    expect(await move(made.id, "keep", { note: "南侧出口仍堵" }, scene.leader)).toMatchObject({ body: { state: "sealed" } });
    expect(await move(made.id, "extend", { sealUntil: "2026-05-17", extendWhy: "尚未整改" }, scene.leader)).toMatchObject({
      status: 200,
      body: { extended: true },
    });
    expect(await move(made.id, "extend", { sealUntil: "2026-06-10", extendWhy: "尚未整改" }, scene.leader)).toMatchObject({
      body: { code: "enforcement.seal_extended_once" },
    });
    await move(made.id, "askLift", { liftAskedOn: "2026-03-18" });
    await move(made.id, "checkLift", { liftCheckedOn: "2026-03-18", cleared: true, liftFinding: "已打通" });
    expect(await move(made.id, "lift", {}, scene.leader)).toMatchObject({ status: 200, body: { state: "lifted", liftedOn: "2026-03-18" } });
    expect((await dispatcher.get(`/enforcement/closed-places?unit=${String(made.unit)}`)).body.places).toEqual([]);
  });

  it("on the spot is confirmed within 24 hours or comes off", async () => {
    const made = await newSeal();
    const spot = await move(made.id, "sealOnSpot", {
      oralBy: scene.officers[1],
      sealedAt: "2026-03-17T01:00:00Z",
      note: "情况紧急，口头批准",
    });
    expect(spot).toMatchObject({ status: 200, body: { state: "sealedOnSpot", urgent: true } });
    expect(await move(made.id, "confirm", decision, scene.leader)).toMatchObject({
      status: 409,
      body: { code: "enforcement.seal_24_hours" },
    });
    expect(await move(made.id, "takeOff", { note: "未在 24 小时内研究" }, scene.leader)).toMatchObject({
      status: 200,
      body: { state: "lifted" },
    });

    const night = await newSeal();
    await move(night.id, "sealOnSpot", { oralBy: scene.officers[1], sealedAt: "2026-03-17T17:00:00Z", note: "凌晨一点" });
    const { body } = await app.as("dispatcher", { area: sample.city }).get(`/enforcement/closed-places?unit=${String(night.unit)}`);
    expect(body.places).toMatchObject([{ since: "2026-03-18" }]);

    const other = await newSeal();
    await move(other.id, "sealOnSpot", { oralBy: scene.officers[1], sealedAt: "2026-03-18T01:00:00Z", note: "情况紧急" });
    expect(await move(other.id, "confirm", decision, scene.leader)).toMatchObject({ status: 200, body: { state: "sealed" } });
  });
});

describe("stop orders", () => {
  it("of large impact wait for the government, and end by a check that found it rectified", async () => {
    const order = {
      unit: await aUnit(app),
      kind: "production",
      scope: "全部车间",
      basis: "消防法第五十八条",
      facts: "未经验收投入使用。",
      largeImpact: true,
    };
    const made = await scene.inspector.post("/enforcement/stop-order", order);
    expect(made).toMatchObject({ status: 200, body: { state: "proposed" } });
    const go = (key: string, given: object, by: Caller = scene.inspector) =>
      by.post(`/enforcement/stop-order/${String(made.body.id)}/${key}`, given);
    const decided = { decisionNumber: "柯封消停〔2026〕第0001号", from: "2026-03-20" };
    expect(await go("decide", decided, scene.leader)).toMatchObject({ status: 409, body: { code: "enforcement.government_decides" } });
    expect(await go("decide", { ...decided, governmentDecision: "柯政函〔2026〕3号" }, scene.leader)).toMatchObject({ status: 200 });
    await go("carryOut", { note: "现场执行" });
    await go("askResume", { resumeAskedOn: "2026-03-18" });
    await go("checkResume", { resumeCheckedOn: "2026-03-18", cleared: true, resumeFinding: "已通过验收" });
    expect(await go("resume", {}, scene.leader)).toMatchObject({ status: 200, body: { state: "resumed" } });
  });
});

describe("utility cut-off", () => {
  const cut = async (hazard: string, unit: string, residents = false) =>
    scene.inspector.post("/enforcement/utility-cut", {
      unit,
      utility: "power",
      hazard,
      basis: "浙江省消防条例有关条款",
      why: "隐患突出，逾期未改",
      residents,
    });
  it("needs an overdue hazard, an approval with its number, and touches no residents", async () => {
    const unit = await aUnit(app);
    const approve = (id: unknown) =>
      scene.leader.post(`/enforcement/utility-cut/${String(id)}/approve`, {
        approvedBy: "柯城区人民政府",
        approvalNumber: "柯政函〔2026〕8号",
      });
    const early = await cut(await aHazard(app, unit, "2026-04-01"), unit);
    expect(await approve(early.body.id)).toMatchObject({ status: 409, body: { code: "enforcement.hazard_not_overdue" } });
    const overdue = await aHazard(app, unit, "2026-03-01");
    const withResidents = await cut(overdue, unit, true);
    expect(await approve(withResidents.body.id)).toMatchObject({ status: 409, body: { code: "enforcement.residents_affected" } });
    const other = { status: 409, body: { code: "enforcement.hazard_of_other_unit" } };
    const neighbour = await aUnit(app, "邻家商店");
    expect(await cut(overdue, neighbour)).toMatchObject(other);
    const moved = await cut(overdue, unit);
    await app.sql("update enforcement.utility_cut set unit = $2 where id = $1", [moved.body.id, neighbour]);
    expect(await approve(moved.body.id)).toMatchObject(other);
    expect(await scene.inspector.post("/enforcement/seal", await asked({ unit: neighbour, hazard: overdue }))).toMatchObject(other);
    const stop = { unit: neighbour, kind: "use", scope: "全部", basis: "消防法第五十八条", facts: "未经检查。", hazard: overdue };
    expect(await scene.inspector.post("/enforcement/stop-order", stop)).toMatchObject(other);
    const right = await cut(overdue, unit);
    expect(await approve(right.body.id)).toMatchObject({ status: 200, body: { state: "approved" } });
    const go = (key: string, given: object) => scene.inspector.post(`/enforcement/utility-cut/${String(right.body.id)}/${key}`, given);
    expect(await go("notify", { supplier: "国网衢州供电公司", notifiedOn: "2026-03-18", toldPartyOn: "2026-03-18" })).toMatchObject({
      status: 200,
    });
    expect(await go("cut", { cutAt: "2026-03-18T01:30:00Z", cutBy: "供电所 老李" })).toMatchObject({ status: 200, body: { state: "cut" } });
    expect(await go("askRestore", { restoreWhy: "复查合格" })).toMatchObject({ status: 200 });
    expect(await go("restore", { restoredAt: "2026-03-18T01:50:00Z" })).toMatchObject({ status: 200, body: { state: "restored" } });
  });
});
