/** Tasks over HTTP: made by those who may, for units in sight, with inspectors whose role allows the kind of check. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
});
afterAll(() => app?.end());
const brigade = async (): Promise<string> =>
  String((await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]))[0]?.id);

describe("a task", () => {
  it("is made, assigned, begun and finished; its timeline tells it", async () => {
    const unit = await aUnit(app);
    const [lead, second] = [await aPerson(app, "inspector", "林晓东"), await aPerson(app, "inspector", "徐丽娟")];
    const chief = app.as("inspector", { area: sample.kecheng, organId: await brigade() });
    const made = await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" });
    expect(made.status).toBe(200);
    const [id] = made.body.ids as string[];
    const assigned = await chief.post(`/inspection/task/${id}/assign`, { lead, second });
    expect(assigned.body).toMatchObject({ state: "pending", lead, second, holderPerson: lead });
    expect((await chief.post(`/inspection/task/${id}/start`)).body).toMatchObject({ state: "doing" });
    const early = await chief.post(`/inspection/task/${id}/finish`, { result: "none", doneOn: "2026-03-19" });
    expect(early.body.code).toBe("inspection.done_in_future");
    const done = await chief.post(`/inspection/task/${id}/finish`, { result: "found", doneOn: "2026-03-18", foundCount: 2 });
    expect(done.body).toMatchObject({ state: "done", result: "found", foundCount: 2 });
    const { lines } = (await chief.get(`/inspection/task/${id}/timeline`)).body as { lines: readonly { readonly sentence: string }[] };
    expect(lines.map(({ sentence }) => sentence)).toEqual(["完成检查", "开始检查", "派人", "待查"]);
  });

  it("is begun and ended only by those it was given to, and in a post that allows the kind of check", async () => {
    const unit = await aUnit(app);
    const lead = await aPerson(app, "inspector", "林晓东");
    const organId = await brigade();
    const chief = app.as("inspector", { area: sample.kecheng, organId });
    const [id] = (await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead })).body
      .ids as string[];
    const finish = async (who: Caller) => (await who.post(`/inspection/task/${id}/finish`, { result: "none", doneOn: "2026-03-18" })).body;
    const grid = app.as("grid-member", { area: sample.kecheng, organId, name: "胡小平" });
    expect(await finish(grid)).toMatchObject({ code: "inspection.purpose_not_permitted", message: "网格员不能做监督抽查" });
    const stranger = app.as("inspector", { area: sample.kecheng, name: "郑晓" });
    expect(await finish(stranger)).toMatchObject({ code: "inspection.not_given_to_you" });
    expect((await stranger.post(`/inspection/task/${id}/start`)).body).toMatchObject({ code: "inspection.not_given_to_you" });
    const { cannot } = (await stranger.get(`/inspection/task/${id}/next`)).body as { cannot: readonly { readonly move: string }[] };
    expect(cannot.map(({ move }) => move)).toEqual(["start", "finish"]);
    expect(await finish(chief)).toMatchObject({ state: "done" });
  });

  it("is held by its lead, whoever else is named in the letter", async () => {
    const unit = await aUnit(app);
    const lead = await aPerson(app, "inspector", "林晓东");
    const chief = app.as("inspector", { area: sample.kecheng, organId: await brigade() });
    const [id] = (await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" })).body
      .ids as string[];
    for (const holderPerson of ["不是编号", randomUUID()]) {
      const given = { lead, holderPerson, holderOrgan: holderPerson };
      expect((await chief.post(`/inspection/task/${id}/assign`, given)).body).toMatchObject({
        holderPerson: lead,
        holderOrgan: chief.actor.organId,
      });
    }
  });

  it("made by hand belongs to no plan, draw, campaign or review", async () => {
    const unit = await aUnit(app);
    const chief = app.as("inspector", { area: sample.kecheng });
    const given = { units: [unit], purpose: "quality", dueOn: "2026-03-31", originId: randomUUID() };
    for (const origin of ["quality", "campaign", "investigation", "jointCheck", "plan", "survey", "commitment", "draw", "merged"])
      expect((await chief.post("/inspection/tasks", { ...given, origin })).status).toBe(422);
    const [id] = (await chief.post("/inspection/tasks", { ...given, origin: "complaint" })).body.ids as string[];
    expect((await chief.get(`/inspection/task/${id}`)).body.row).toMatchObject({ origin: "complaint", originId: null });
  });

  it("needs two different people", async () => {
    const unit = await aUnit(app);
    const lead = await aPerson(app, "inspector", "吴伟");
    const chief = app.as("inspector", { area: sample.kecheng });
    const made = await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead, second: lead });
    expect(made.body.code).toBe("inspection.same_person_twice");
  });

  it("is refused for an inspector whose role does not allow this kind of check", async () => {
    const unit = await aUnit(app);
    const grid = await aPerson(app, "grid-member", "胡小平");
    const chief = app.as("inspector", { area: sample.kecheng });
    const made = await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead: grid });
    expect(made.body).toMatchObject({ code: "inspection.purpose_not_permitted", message: "网格员不能做监督抽查" });
    const patrol = await chief.post("/inspection/tasks", { units: [unit], purpose: "patrol", dueOn: "2026-03-31", lead: grid });
    expect(patrol.status).toBe(200);
  });

  it("is not assigned to somebody whose role does not allow this kind of check, nor to nobody known", async () => {
    const unit = await aUnit(app);
    const [lead, grid] = [await aPerson(app, "inspector", "林晓东"), await aPerson(app, "grid-member", "胡小平")];
    const chief = app.as("inspector", { area: sample.kecheng });
    const [id] = (await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" })).body
      .ids as string[];
    const path = `/inspection/task/${id}/assign`;
    expect((await chief.post(path, { lead: grid })).body.code).toBe("inspection.purpose_not_permitted");
    expect((await chief.post(path, { lead, second: grid })).body).toMatchObject({ message: "网格员不能做监督抽查" });
    expect((await chief.post(path, { lead: randomUUID() })).status).toBe(422);
    expect((await chief.get(`/inspection/task/${id}`)).body.row).toMatchObject({ lead: null, state: "pending" });
    expect((await chief.post(path, { lead })).body).toMatchObject({ lead });
  });

  it("is refused for a unit outside one's area, and not shown there; a unit's own people never see it", async () => {
    const unit = await aUnit(app);
    const elsewhere = app.as("inspector", { area: sample.jiangshan });
    const made = await elsewhere.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" });
    expect(made.body.code).toBe("inspection.unknown_unit");
    const own = await app
      .as("inspector", { area: sample.kecheng })
      .post("/inspection/tasks", { units: [unit], purpose: "guidance", dueOn: "2026-03-31" });
    const [id] = own.body.ids as string[];
    expect((await elsewhere.get(`/inspection/task/${id}`)).status).toBe(404);
    expect((await app.as("unit-manager", { area: sample.kecheng, unitId: unit }).get(`/inspection/task/${id}`)).status).toBe(403);
  });

  it("is refused for a unit that does not exist and for a day gone by", async () => {
    const chief = app.as("inspector", { area: sample.kecheng });
    const unknown = await chief.post("/inspection/tasks", { units: [randomUUID()], purpose: "supervision", dueOn: "2026-03-31" });
    expect(unknown.body.code).toBe("inspection.unknown_unit");
    const late = await chief.post("/inspection/tasks", { units: [await aUnit(app)], purpose: "supervision", dueOn: "2026-03-17" });
    expect(late.body.code).toBe("inspection.due_in_past");
  });

  it("given to somebody with another day is due on that day, which lies ahead", async () => {
    const chief = app.as("inspector", { area: sample.kecheng });
    const made = await chief.post("/inspection/tasks", { units: [await aUnit(app)], purpose: "guidance", dueOn: "2026-03-31" });
    const path = `/inspection/task/${String((made.body.ids as string[])[0])}/assign`;
    const lead = await aPerson(app, "inspector", "林晓东");
    expect((await chief.post(path, { lead, dueOn: "2026-03-17" })).body.code).toBe("inspection.due_in_past");
    expect((await chief.post(path, { lead, dueOn: "2026-04-15" })).body).toMatchObject({
      dueOn: "2026-04-15",
      dueAt: "2026-04-15T15:59:59.999Z",
    });
  });
});
