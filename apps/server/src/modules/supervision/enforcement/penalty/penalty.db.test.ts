import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { aHazard, anOfficer, aScene, aUnit, makeDocument, type Scene } from "../scene.fixture.ts";
import { drawCases } from "./draw-reviews.ts";
import { hearHazards, proposeOverdue } from "./escalation.ts";

let app: App;
let scene: Scene;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  scene = await aScene(app, "柯处消");
});
afterAll(() => app.end());

const newCase = async (more: object = {}) =>
  scene.inspector.post("/enforcement/penalty", {
    unit: await aUnit(app),
    party: "东风商厦",
    partyKind: "unit",
    act: "exit-blocked",
    origin: "inspection",
    conduct: "占用疏散通道堆放货物。",
    conductOn: "2026-03-10",
    officerOne: scene.officers[0],
    officerTwo: scene.officers[1],
    ...more,
  });
const filed = async (more: object = {}) => {
  const made = await newCase(more);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return String(made.body.id);
};
const move = (id: string, key: string, given: object = {}, by = scene.inspector) => by.post(`/enforcement/penalty/${id}/${key}`, given);
const inquiry = { evidenceWords: "现场照片三张、询问笔录", article: "PEN-60", kinds: ["fine"], fineYuan: 8_000, discretion: "一般情节" };

describe("filing", () => {
  it("gives a number, ninety days and says how often before", async () => {
    const made = await newCase();
    expect(made).toMatchObject({
      status: 200,
      body: {
        state: "filed",
        number: expect.stringMatching(/^柯处消立〔2026〕第\d{4}号$/),
        filedOn: "2026-03-18",
        decideBy: "2026-06-16",
        earlier: 0,
      },
    });
  });
  it("needs two different officers with valid certificates, and an act not out of time", async () => {
    expect(await newCase({ officerTwo: scene.officers[0] })).toMatchObject({ body: { code: "enforcement.two_officers" } });
    const lapsed = await anOfficer(app, "周明", "2026-03-17");
    expect(await newCase({ officerTwo: lapsed })).toMatchObject({
      status: 409,
      body: { code: "enforcement.no_certificate", message: expect.stringContaining("周明") },
    });
    const [same] = scene.officers;
    expect(await newCase({ officerOne: same, officerTwo: same.toUpperCase() })).toMatchObject({
      body: { code: "enforcement.two_officers" },
    });
    expect(await newCase({ conductOn: "2024-03-17" })).toMatchObject({ status: 409, body: { code: "enforcement.out_of_time" } });
    expect((await newCase({ conductOn: "2022-03-18", harm: true })).status).toBe(200);
  });
  it("for a hazard of another unit is refused", async () => {
    const hazard = await aHazard(app, await aUnit(app, "邻家商店"), "2026-03-10");
    expect(await newCase({ hazard })).toMatchObject({ status: 409, body: { code: "enforcement.hazard_of_other_unit" } });
  });
  it("of a field the form does not ask is refused", async () =>
    expect(await newCase({ decidedOn: "2026-03-18" })).toMatchObject({
      status: 422,
      body: { params: { problems: [{ field: "decidedOn", code: "ledger.unknown_field" }] } },
    }));
});

describe("the whole way", () => {
  it("from filing over notice, hearing right, decision and service to payment; each step rests on its document", async () => {
    const id = await filed();
    expect(await move(id, "decide", { kinds: ["fine"], discretion: "x" }, scene.leader)).toMatchObject({
      status: 409,
      body: { code: "case.wrong_state" },
    });
    expect(await move(id, "investigate", inquiry)).toMatchObject({ status: 200, body: { state: "investigated" } });
    expect(await move(id, "notify")).toMatchObject({ status: 409, body: { code: "enforcement.document_not_served" } });
    await makeDocument(app, scene, id, "penalty-notice");
    expect(await move(id, "notify")).toMatchObject({
      status: 200,
      body: { state: "noticed", noticeOn: "2026-03-18", hearingRight: true, hearingBy: "2026-03-25" },
    });

    const decision = { kinds: ["fine"], discretion: "一般情节", statementAnswer: "未提出", payBy: "2026-04-20" };
    await makeDocument(app, scene, id, "penalty-decision", "issued");
    expect(await move(id, "decide", decision, scene.leader)).toMatchObject({ status: 409, body: { code: "enforcement.hearing_open" } });
    await move(id, "hear", { statement: "请求从轻", statementAnswer: "已考虑", hearingWaived: true });
    expect(await move(id, "decide", { ...decision, fineYuan: 9_000 }, scene.leader)).toMatchObject({
      body: { code: "enforcement.heavier_than_told" },
    });
    expect(await move(id, "decide", decision, scene.leader)).toMatchObject({
      status: 200,
      body: { state: "decided", decisionNumber: expect.stringContaining("柯处消罚〔2026〕"), publishBy: "2026-03-27" },
    });
    expect(await move(id, "serve")).toMatchObject({ status: 409, body: { code: "enforcement.document_not_served" } });
    const [document] = await app.sql("select id from enforcement.document where source_id = $1 and kind = 'penalty-decision'", [id]);
    await scene.inspector.post(`/enforcement/document/${String(document?.id)}/serve`, {
      servedOn: "2026-03-18",
      serveMethod: "direct",
      receiver: "王建军",
    });
    expect(await move(id, "serve")).toMatchObject({ status: 200, body: { state: "executing", payBy: "2026-04-20" } });
    expect(await move(id, "demand")).toMatchObject({ status: 409 });
    await move(id, "pay", { paidYuan: 8_000, paidOn: "2026-03-18" });
    expect(await move(id, "close")).toMatchObject({ status: 409, body: { code: "enforcement.not_published" } });

    // Two supervisors close it at once: one does, the other is told.
    const answers = await Promise.all([move(id, "close", { publishedOn: "2026-03-18" }), move(id, "close", { publishedOn: "2026-03-18" })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("after a further inquiry the party is told anew: the notice of before does not do", async () => {
    const id = await filed();
    const minute = () => app.clock?.advance(60_000);
    await move(id, "investigate", inquiry);
    await makeDocument(app, scene, id, "penalty-notice");
    await move(id, "notify");
    await makeDocument(app, scene, id, "penalty-decision", "issued");
    minute();
    expect(await move(id, "reinvestigate", { note: "补充取证" }, scene.leader)).toMatchObject({ status: 200 });
    minute();
    expect(await move(id, "investigate", { ...inquiry, fineYuan: 30_000 })).toMatchObject({ status: 200 });
    const stale = { status: 409, body: { code: "enforcement.document_before_inquiry" } };
    expect(await move(id, "notify")).toMatchObject(stale);
    await makeDocument(app, scene, id, "penalty-notice");
    expect(await move(id, "notify")).toMatchObject({ status: 200, body: { state: "noticed", fineYuan: 30_000 } });
    await move(id, "hear", { statement: "无", statementAnswer: "无", hearingWaived: true });
    const decision = { kinds: ["fine"], discretion: "情节严重" };
    expect(await move(id, "decide", decision, scene.leader)).toMatchObject(stale);
    await makeDocument(app, scene, id, "penalty-decision", "issued");
    expect(await move(id, "decide", decision, scene.leader)).toMatchObject({ status: 200, body: { state: "decided" } });
  });

  it("a case decided without a penalty is no earlier penalty; only who was let off once is no first offender", async () => {
    const plate = "浙H54321";
    const car = { unit: null, area: sample.kecheng, party: "王五", partyKind: "person", act: "lane-occupied", plate };
    const exempted = async (exemptGround: string) => {
      const id = await filed(car);
      await move(id, "investigate", { ...inquiry, article: "PEN-60b", fineYuan: 100 });
      return move(id, "exempt", { exemptGround, note: "经审查" }, scene.leader);
    };
    expect(await exempted("unproven")).toMatchObject({ status: 200, body: { state: "exempt" } });
    expect((await newCase(car)).body).toMatchObject({ earlier: 0 });
    expect(await exempted("first")).toMatchObject({ status: 200 });
    expect((await newCase(car)).body).toMatchObject({ earlier: 0 });
    expect(await exempted("first")).toMatchObject({ status: 409, body: { code: "enforcement.not_first", params: { n: 1 } } });
  });

  it("a second lane offence of the same car is counted, and is no first offence", async () => {
    const plate = "浙H12345";
    const once = await filed({ unit: null, area: sample.kecheng, party: "张三", partyKind: "person", act: "lane-occupied", plate });
    await move(once, "investigate", { ...inquiry, article: "PEN-60b", fineYuan: 100 });
    await app.sql("update enforcement.penalty set decided_on = '2026-03-01' where id = $1", [once]);
    const again = await newCase({ unit: null, area: sample.kecheng, party: "李四", partyKind: "person", act: "lane-blocked", plate });
    expect(again.body).toMatchObject({ earlier: 1 });
    const listed = await scene.inspector.get("/enforcement/penalty?view=repeated");
    expect((listed.body.rows as { id: string }[]).map(({ id }) => id)).toContain(again.body.id);
    await move(String(again.body.id), "investigate", { ...inquiry, article: "PEN-60b", fineYuan: 100 });
    expect(await move(String(again.body.id), "exempt", { exemptGround: "first", note: "首违" }, scene.leader)).toMatchObject({
      status: 409,
      body: { code: "enforcement.not_first" },
    });
  });

  it("the range of an article is shown, with the tiers said to be unknown", async () => {
    const { body } = await scene.inspector.get("/enforcement/penalty-rules");
    expect(body).toMatchObject({ tiersKnown: false, ranges: { "PEN-60": { min: 5_000, max: 50_000, confirmed: true } } });
  });
});

describe("escalation", () => {
  const open = (hazard: string) => app.sql("select id, state, suggested from enforcement.escalation where hazard = $1", [hazard]);
  const scan = () => asWorker(app.services.db, (tx) => proposeOverdue(tx, app.services));

  it("an overdue hazard asks for the next step once; none taken needs its reason", async () => {
    const hazard = await aHazard(app, await aUnit(app), "2026-03-10", "general", scene.organ);
    await scan();
    await scan();
    const [proposed] = await open(hazard);
    expect(await open(hazard)).toMatchObject([{ state: "proposed", suggested: "penalty" }]);
    const path = `/enforcement/escalation/${String(proposed?.id)}`;
    expect(await scene.inspector.post(`${path}/decline`)).toMatchObject({ status: 422, body: { code: "case.asks" } });
    expect(await scene.inspector.post(`${path}/decline`, { declinedWhy: "单位已停业整改，下周复查" })).toMatchObject({
      status: 200,
      body: { state: "declined" },
    });
    await scan();
    expect(await open(hazard)).toHaveLength(1);
  });

  it("a step to penalty files the case at once", async () => {
    const unit = await aUnit(app, "衢州港龙大酒店");
    const hazard = await aHazard(app, unit, "2026-03-10", "general", scene.organ);
    await scan();
    const [proposed] = await open(hazard);
    const escalated = await scene.inspector.post(`/enforcement/escalation/${String(proposed?.id)}/escalate`, {
      step: "penalty",
      officerOne: scene.officers[0],
      officerTwo: scene.officers[1],
    });
    expect(escalated).toMatchObject({ status: 200, body: { state: "escalated" } });
    expect(await app.sql("select act, party, hazard from enforcement.penalty where id = $1", [escalated.body.penalty])).toEqual([
      { act: "hazard-not-cleared", party: "衢州港龙大酒店", hazard },
    ]);
  });

  it("a failed review asks at once, and a closed hazard ends the question", async () => {
    const hazard = await aHazard(app, await aUnit(app), "2026-04-10", "minor", scene.organ);
    await app.sql("update hazard_loop.hazard set returns = 1 where id = $1", [hazard]);
    const tell = (type: string) =>
      asWorker(app.services.db, (tx) =>
        hearHazards.handle({ id: 1, at: "", type, area: sample.kecheng, payload: { id: hazard } }, tx, app.services),
      );
    await tell("hazard-loop.hazard.sendBack");
    await tell("hazard-loop.hazard.sendBack");
    expect(await open(hazard)).toMatchObject([{ state: "proposed", suggested: "penalty" }]);
    await tell("hazard-loop.hazard.close");
    expect(await open(hazard)).toMatchObject([{ state: "cleared" }]);
  });

  it.each(["correctedOnSpot", "void"])("a hazard that ends by %s ends the question as well", async (move) => {
    const hazard = await aHazard(app, await aUnit(app), "2026-03-10", "minor", scene.organ);
    await scan();
    expect(await open(hazard)).toMatchObject([{ state: "proposed" }]);
    const event = { id: 1, at: "", type: `hazard-loop.hazard.${move}`, area: sample.kecheng, payload: { id: hazard } };
    await asWorker(app.services.db, (tx) => hearHazards.handle(event, tx, app.services));
    expect(await open(hazard)).toMatchObject([{ state: "cleared" }]);
  });
});

describe("review of files", () => {
  it("the seed decides the sample: the same seed draws the same, each town at least once", () => {
    const cases = Array.from({ length: 100 }, (_, i) => ({ id: `c${i}`, group: i % 7 }));
    expect(drawCases(cases, 10, "20260701")).toEqual(drawCases([...cases].reverse(), 10, "20260701"));
    expect(drawCases(cases, 10, "other")).not.toEqual(drawCases(cases, 10, "20260701"));
    expect(new Set(drawCases(cases, 1, "x").map((id) => Number(id.slice(1)) % 7)).size).toBe(7);
  });

  it("draws closed cases once a batch; four parts make the total", async () => {
    const id = await filed();
    await app.sql("update enforcement.penalty set decided_on = '2025-05-05', closed_at = now(), state = 'closed' where id = $1", [id]);
    const batch = { batch: "2025 年案卷评查", from: "2025-01-01", to: "2025-12-31", sharePercent: 50 };
    expect(await scene.inspector.post("/enforcement/case-reviews/draw", { ...batch, seed: "20260105" })).toMatchObject({
      status: 200,
      body: { drawn: 1, of: 1, seed: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(await scene.inspector.post("/enforcement/case-reviews/draw", batch)).toMatchObject({
      status: 409,
      body: { code: "enforcement.batch_drawn" },
    });
    const [row] = await app.sql("select id, officer_one, officer_two from enforcement.case_review where penalty = $1", [id]);
    expect([row?.officer_one, row?.officer_two]).toEqual(scene.officers);
    const path = `/enforcement/case-review/${String(row?.id)}`;
    expect(await scene.inspector.patch(path, { version: 1, reviewedOn: "2026-03-18", facts: 36 })).toMatchObject({ status: 422 });
    await app.sql("update enforcement.case_review set officer_two = $2 where id = $1", [row?.id, scene.inspector.actor.userId]);
    expect(await scene.inspector.patch(path, { version: 1, facts: 40 })).toMatchObject({
      status: 422,
      body: { params: { problems: [{ code: "enforcement.own_case_file" }] } },
    });
    await app.sql("update enforcement.case_review set officer_two = $2 where id = $1", [row?.id, scene.officers[1]]);
    expect(
      await scene.inspector.patch(path, { version: 1, reviewedOn: "2026-03-18", facts: 36, procedure: 27, law: 18, papers: 9 }),
    ).toMatchObject({
      status: 200,
      body: { total: 90, grade: "good" },
    });
  });

  it("appeals and feedback make the figures of credibility", async () => {
    const id = await filed();
    const appeal = { penalty: id, kind: "litigation", organName: "柯城区人民法院", filedOn: "2026-02-01", decidedOn: "2026-03-01" };
    await scene.inspector.post("/enforcement/appeal", { ...appeal, outcome: "upheld" });
    await scene.inspector.post("/enforcement/appeal", { ...appeal, outcome: "revoked" });
    await scene.inspector.post("/enforcement/feedback", { penalty: id, askedOn: "2026-03-02", score: 4, complaint: false });
    const { body } = await scene.inspector.get("/enforcement/credibility?year=2026");
    // (50 + 100 + 80) / 3
    expect(body.counties).toMatchObject([
      { area: sample.kecheng, now: { appeals: 2, upheld: 1, asked: 1, complaints: 0, index: 76.7 }, before: { index: null } },
    ]);
  });
});
