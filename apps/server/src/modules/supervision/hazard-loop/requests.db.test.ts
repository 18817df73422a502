/** 抄告, 协办, 延期, 催办 and 三级提醒 around a hazard: who is asked, who answers, what waits for what, who hears of a term that passes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { remindAll } from "#platform/case/reminders.ts";
import { type Loop, loopIn, type Shown } from "./hazard.fixture.ts";

const NOW = "2026-03-18T06:30:20Z";
let app: App;
let loop: Loop;
let inspector: Caller;
beforeAll(async () => {
  app = await startApp({ now: NOW });
  loop = await loopIn(app);
  inspector = await loop.inspector();
});
beforeEach(() => app.clock?.set(NOW));
afterAll(() => app?.end());

const ask = (who: Caller, id: string, given: Shown) => who.post(`/hazard-loop/hazard/${id}/requests`, { note: "请依职责处理", ...given });
const askedOf = async (who: Caller) => (await who.get("/work/asked")).body.requests as readonly Shown[];
const lines = async (id: string) =>
  ((await inspector.get(`/hazard-loop/hazard/${id}/timeline`)).body.lines as readonly Shown[]).map(({ sentence }) => String(sentence));

async function housing(area: number = sample.city): Promise<Caller> {
  return app.as("department", { area, organId: await loop.organ("housing", area), name: "叶明" });
}

describe("抄告", () => {
  it("goes to a department of the city, numbered, with a day; it is received and answered there; the case does not wait", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-08");
    const there = await housing();
    const asked = await ask(inspector, id, { kind: "copy", organ: there.actor.organId });
    expect(asked.body).toMatchObject({
      number: expect.stringMatching(/^抄告〔2026〕\d+号$/),
      toName: expect.stringContaining("住房"),
      dueAt: "2026-04-01T15:59:59.999Z",
    });
    const mine = (await askedOf(there)).find((request) => request.caseId === id);
    expect(mine).toMatchObject({ label: "抄告", can: ["receive", "answer"], href: `/hazard-loop/hazard?open=${id}` });
    expect((await there.post(`/work/asked/${mine?.id}/receive`)).body).toMatchObject({ receivedAt: "2026-03-18T06:30:20.000Z" });
    expect((await there.post(`/work/asked/${mine?.id}/answer`, { answer: "已责成物业整改" })).body).toMatchObject({
      settledAt: "2026-03-18T06:30:20.000Z",
    });
    expect((await there.post(`/work/asked/${mine?.id}/answer`, { answer: "再答一次" })).body).toMatchObject({
      code: "case.request_answered",
    });
    expect(await askedOf(there)).toEqual([]);
    expect(await lines(id)).toEqual(
      expect.arrayContaining([expect.stringContaining("签收抄告"), expect.stringContaining("已责成物业整改")]),
    );
  });

  it("reaches an organ whose area does not hold the hazard, which reads the request and not the case", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-08");
    const there = await housing(sample.jiangshan);
    await ask(inspector, id, { kind: "copy", organ: there.actor.organId });
    const mine = (await askedOf(there)).find((request) => request.caseId === id);
    expect(mine).toMatchObject({ subject: expect.stringContaining("后门上锁") });
    expect((await there.get(`/hazard-loop/hazard/${id}`)).status).toBe(404);
    expect((await there.post(`/work/asked/${mine?.id}/answer`, { answer: "不属本县职责" })).status).toBe(200);
  });

  it("is answered by nobody else, asked of nobody who is not there, and not by those without the right", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-08");
    const there = await housing();
    const { body } = await ask(inspector, id, { kind: "copy", organ: there.actor.organId });
    expect((await inspector.post(`/work/asked/${body.id}/answer`, { answer: "代答" })).status).toBe(403);
    expect((await (await housing(sample.jiangshan)).get(`/work/asked/${body.id}`)).status).toBe(404);
    expect((await ask(inspector, id, { kind: "copy", organ: "01997c2e-8f00-7000-8000-000000000001" })).body).toMatchObject({
      code: "case.name_an_organ",
    });
    expect((await ask(inspector, id, { kind: "copy", organ: there.actor.organId, dueOn: "2026-03-17" })).body).toMatchObject({
      code: "case.request_due_in_past",
    });
    expect((await ask(app.as("grid-member", { area: loop.town }), id, { kind: "copy", organ: there.actor.organId })).status).toBe(403);
  });
});

describe("协同清零", () => {
  it("closes only when every co-handler's part was looked at and accepted", async () => {
    const unit = await loop.shop();
    const id = await loop.assigned(unit, "2026-04-08");
    const there = await housing();
    const { body: asked } = await ask(inspector, id, { kind: "coHandle", organ: there.actor.organId, note: "更换通道门" });
    const photos = [await loop.photo()];
    await app
      .as("unit-manager", { area: loop.village, unitId: unit })
      .post(`/hazard-loop/hazard/${id}/rectify`, { rectifyNote: "已清", rectifyPhotos: [await loop.photo(unit)] });
    const close = () => inspector.post(`/hazard-loop/hazard/${id}/close`, { reviewNote: "已看", reviewPhotos: photos });
    expect((await close()).body).toMatchObject({ code: "case.waits_for", message: "还有未答复的协办" });
    expect((await inspector.post(`/work/asked/${asked.id}/settle`, { accepted: true })).body).toMatchObject({
      code: "case.request_not_answered",
    });
    await there.post(`/work/asked/${asked.id}/answer`, { answer: "门已换" });
    expect((await close()).body).toMatchObject({ code: "case.waits_for" });
    expect((await inspector.post(`/work/asked/${asked.id}/settle`, { accepted: false, note: "闭门器没装" })).body).toMatchObject({
      answeredAt: null,
      returns: 1,
    });
    await there.post(`/work/asked/${asked.id}/answer`, { answer: "闭门器已装" });
    expect((await there.post(`/work/asked/${asked.id}/settle`, { accepted: true })).status).toBe(403);
    await inspector.post(`/work/asked/${asked.id}/settle`, { accepted: true });
    expect((await close()).body).toMatchObject({ state: "closed" });
  });
});

describe("申请延期", () => {
  it("moves the term when it is granted, and leaves it when not", async () => {
    const unit = await loop.shop();
    const id = await loop.assigned(unit, "2026-03-25");
    const boss = app.as("unit-manager", { area: loop.village, unitId: unit, name: "店主" });
    const first = await ask(boss, id, { kind: "extension", note: "门要定做", given: { dueOn: "2026-04-03" } });
    expect(first.status).toBe(200);
    expect((await inspector.post(`/work/asked/${first.body.id}/answer`, { granted: false, answer: "先装临时门" })).body).toMatchObject({
      granted: false,
    });
    const second = await ask(boss, id, { kind: "extension", note: "门厂停工", given: { dueOn: "2026-04-03" } });
    expect((await inspector.post(`/work/asked/${second.body.id}/answer`, { granted: true, answer: "同意" })).status).toBe(200);
    expect((await inspector.get(`/hazard-loop/hazard/${id}`)).body.row).toMatchObject({
      dueOn: "2026-04-03",
      firstDueOn: "2026-03-25",
      extensions: 1,
      dueAt: "2026-04-03T15:59:59.999Z",
    });
    expect((await ask(boss, id, { kind: "extension", note: "x", given: {} })).body).toMatchObject({ code: "case.asks" });
  });
});

describe("三级提醒", () => {
  const told = async (id: string) =>
    (await app.sql("select level, escalated from platform.reminder where case_id = $1 order by level", [id])).map(
      ({ level, escalated }) => [Number(level), escalated],
    );

  it("speaks before, at and after the term, once each, and then to the organ above", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-03-25"); // a Wednesday
    const at = async (moment: string) => {
      app.clock?.set(moment);
      await remindAll(app.services);
      await remindAll(app.services);
      return told(id);
    };
    expect(await at("2026-03-19T01:00:00Z")).toEqual([]);
    expect(await at("2026-03-20T01:00:00Z")).toEqual([[1, false]]);
    expect(await at("2026-03-25T15:00:00Z")).toEqual([[1, false]]);
    expect(await at("2026-03-25T16:00:00Z")).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(await at("2026-03-27T15:00:00Z")).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(await at("2026-03-28T01:00:00Z")).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect((await lines(id)).filter((line) => line.includes("第"))).toEqual([
      expect.stringMatching(/^逾期上报，已报.+（第 3 级）$/),
      "到期提醒（第 2 级）",
      "临期提醒（第 1 级）",
    ]);
    const inbox = (await inspector.get("/work/told?limit=100")).body.items as readonly Shown[];
    expect(inbox.filter((each) => each.caseId === id).map(({ note }) => note)).toEqual(["逾期上报", "到期提醒", "临期提醒"]);
  });

  it("begins anew with a new term, and says nothing of what was closed", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-03-20");
    await remindAll(app.services);
    expect(await told(id)).toEqual([[1, false]]);
    await inspector.post(`/hazard-loop/hazard/${id}/extend`, { dueOn: "2026-04-20", note: "配件未到" });
    app.clock?.set("2026-04-20T01:00:00Z");
    await remindAll(app.services);
    expect(await told(id)).toEqual([
      [1, false],
      [1, false],
    ]);
  });
});

describe("催办", () => {
  it("stands on the timeline and in the holder's 抄送, and is for those who move cases", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-08");
    const office = app.as("committee-office", { area: sample.city, organId: await loop.organ("committee", sample.city), name: "陈雪芳" });
    expect((await office.post(`/hazard-loop/hazard/${id}/urge`, { note: "节前办结" })).body).toMatchObject({
      told: expect.stringContaining("消防"),
    });
    expect(await lines(id)).toContain("催办：节前办结");
    expect((await app.as("readonly", { area: sample.city }).post(`/hazard-loop/hazard/${id}/urge`, { note: "x" })).status).toBe(403);
  });
});

describe("逾期未答复", () => {
  it("is said to the organ that owes the answer and to the committee above the place, once", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-20");
    const there = await housing();
    await ask(inspector, id, { kind: "copy", organ: there.actor.organId, dueOn: "2026-03-20" });
    const late = async () => (await lines(id)).filter((line) => line.includes("逾期未答复"));
    app.clock?.set("2026-03-20T15:00:00Z");
    await remindAll(app.services);
    expect(await late()).toEqual([]);
    app.clock?.set("2026-03-20T16:00:00Z");
    await remindAll(app.services);
    await remindAll(app.services);
    expect(await late()).toEqual([expect.stringMatching(/逾期未答复抄告，已报.*消防安全委员会/)]);
    expect((await askedOf(there)).map(({ caseId }) => caseId)).toContain(id);
  });
});
