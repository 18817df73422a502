/** Plans, merging and quality over HTTP: who is due gets a task, several organs go once, a sample of what was done is looked at again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { takeUpUnits } from "../objects/keep-objects.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";

let app: App;
let chief: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const [organ] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  chief = app.as("inspector", { area: sample.kecheng, organId: String(organ?.id), name: "林晓东" });
});
afterAll(() => app?.end());

type Body = Readonly<Record<string, unknown>>;
async function dueUnits(kind: string, many: number): Promise<string[]> {
  const units: string[] = [];
  for (let n = 0; n < many; n++) units.push(await aUnit(app, { kind }));
  await asWorker(app.services.db, (tx) => takeUpUnits(tx, app.services));
  await app.sql("update inspection.object set due_on = '2026-03-01' where unit = any($1)", [units]);
  return units;
}
const tasksOf = async (where: object): Promise<Body[]> =>
  (await chief.get(`/inspection/task?limit=100&where=${encodeURIComponent(JSON.stringify(where))}`)).body.rows as Body[];

describe("a plan", () => {
  it("makes a task for each object due in its scope, once; those with an open task are left alone", async () => {
    const [first] = await dueUnits("museum", 3);
    await chief.post("/inspection/tasks", { units: [first], purpose: "guidance", dueOn: "2026-04-30" });
    const plan = {
      title: "2026 年博物馆专项",
      year: 2026,
      purpose: "supervision",
      kinds: ["museum"],
      startOn: "2026-03-01",
      dueOn: "2026-06-30",
      area: sample.kecheng,
    };
    const made = (await chief.post("/inspection/plan", plan)).body;
    const path = `/inspection/plans/${String(made.id)}/issue`;
    expect((await chief.post(path, { dryRun: true })).body).toEqual({ inScope: 3, due: 3, open: 1, capped: 0, made: 0 });
    expect((await chief.post(path)).body).toMatchObject({ made: 2 });
    expect((await chief.post(path)).body).toMatchObject({ open: 3, made: 0 });
    const tasks = await tasksOf({ originId: made.id });
    expect(tasks).toHaveLength(2);
    expect(tasks[0]).toMatchObject({ origin: "plan", byRisk: true, checklists: [{ list: "general-place" }] });
    await chief.post(`/inspection/task/${String(tasks[0]?.id)}/finish`, { result: "found", doneOn: "2026-03-18", foundCount: 2 });
    const progress = (await chief.get(`/inspection/plans/${String(made.id)}/progress`)).body;
    expect(progress).toMatchObject({ tasks: 2, done: 1, late: 0, noInspector: 1, found: 2 });
    expect((progress.rows as Body[]).reduce((sum, row) => sum + Number(row.tasks), 0)).toBe(2);
    const elsewhere = app.as("inspector", { area: sample.jiangshan });
    expect((await elsewhere.get(`/inspection/plans/${String(made.id)}/progress`)).status).toBe(404);
  });
  const planFor = async (kind: string): Promise<string> => {
    const span = { startOn: "2026-03-01", dueOn: "2026-06-30" };
    const plan = { title: `${kind} 专项`, year: 2026, purpose: "supervision", kinds: [kind], ...span, area: sample.kecheng };
    return String((await chief.post("/inspection/plan", plan)).body.id);
  };

  it("issued by two at once sends nobody twice; only what was issued is audited", async () => {
    await dueUnits("religious", 3);
    const id = await planFor("religious");
    await chief.post(`/inspection/plans/${id}/issue`, { dryRun: true });
    const noted = () => app.sql("select 1 from platform.audit where subject_id = $1 and action = '按计划派任务'", [id]);
    expect(await noted()).toHaveLength(0);
    const answers = await Promise.all([1, 2].map(() => chief.post(`/inspection/plans/${id}/issue`)));
    expect(answers.reduce((sum, { body }) => sum + Number(body.made), 0)).toBe(3);
    expect(await tasksOf({ originId: id })).toHaveLength(3);
    expect(await noted()).toHaveLength(2);
  });

  it("goes on from page to page until nobody due is left", async () => {
    const MANY = 2_001;
    await app.sql(
      `with made as (insert into places.unit (id, area, name, kind, address)
          select gen_random_uuid(), $1, '货场 ' || n, 'timberYard', '上街' from generate_series(1, $2) n returning id, name)
        insert into inspection.object (id, area, unit, unit_name, kind, risk, credit, taken_on, due_on, depth)
          select gen_random_uuid(), $1, id, name, 'timberYard', 'blue', 'unknown', '2020-01-01', '2026-03-01', 'spot' from made`,
      [330_802_001_001_000, MANY],
    );
    await app.sql("analyze inspection.object");
    const path = `/inspection/plans/${await planFor("timberYard")}/issue`;
    expect((await chief.post(path)).body).toMatchObject({ inScope: MANY, due: MANY, open: 0, made: MANY });
    expect((await chief.post(path)).body).toMatchObject({ open: MANY, made: 0 });
  });

  it("sends nobody where the year's cap is reached", async () => {
    const [unit] = await dueUnits("airport", 1);
    const [id] = (await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" })).body
      .ids as string[];
    await chief.post(`/inspection/task/${id}/finish`, { result: "none", doneOn: "2026-03-18" });
    const plan = {
      title: "机场",
      year: 2026,
      purpose: "supervision",
      kinds: ["airport"],
      yearlyCap: 1,
      startOn: "2026-03-01",
      dueOn: "2026-06-30",
      area: sample.kecheng,
    };
    const made = (await chief.post("/inspection/plan", plan)).body;
    expect((await chief.post(`/inspection/plans/${String(made.id)}/issue`)).body).toMatchObject({ due: 1, capped: 1, made: 0 });
  });
  it("that ends before it begins is no plan", async () => {
    const plan = { title: "错的", year: 2026, purpose: "supervision", startOn: "2026-07-01", dueOn: "2026-06-30", area: sample.kecheng };
    expect((await chief.post("/inspection/plan", plan)).status).toBe(422);
  });
});

describe("one combined check", () => {
  it("takes the place of the tasks of several organs, and counts the visits saved", async () => {
    const unit = await aUnit(app, { name: "合并百货" });
    const [one, two] = [await aPerson(app, "inspector", "林晓东"), await aPerson(app, "department", "叶明")];
    const [first] = (
      await chief.post("/inspection/tasks", {
        units: [unit],
        purpose: "supervision",
        dueOn: "2026-04-10",
        lead: one,
        checklists: [{ list: "shop", version: 1, title: "商场" }],
      })
    ).body.ids as string[];
    const [second] = (
      await chief.post("/inspection/tasks", {
        units: [unit],
        purpose: "industry",
        dueOn: "2026-04-20",
        lead: two,
        checklists: [{ list: "restaurant", version: 1, title: "餐饮" }],
      })
    ).body.ids as string[];
    const offered = (await chief.get("/inspection/merge")).body.units as Body[];
    expect(offered.find((each) => each.unit === unit)).toMatchObject({
      saves: 1,
      dueOn: "2026-04-10",
      people: [{ id: one }, { id: two }],
      checklists: [{ list: "shop", items: expect.any(Number) }, { list: "restaurant" }],
      lone: [],
      tasks: [{ people: [{ name: "林晓东" }] }, { people: [{ name: "叶明" }] }],
    });
    const merged = (await chief.post("/inspection/merge", { tasks: [first, second] })).body;
    expect(merged).toMatchObject({ savedVisits: 1 });
    const [task] = await tasksOf({ unit, state: "pending" });
    expect(task).toMatchObject({ purpose: "joint", origin: "merged", dueOn: "2026-04-10", lead: one, second: two, savedVisits: 1 });
    expect(task).toMatchObject({ checklists: [{ list: "shop" }, { list: "restaurant" }] });
    for (const old of await tasksOf({ unit, state: "cancelled" }))
      expect(old).toMatchObject({ mergedInto: merged.id, cancelWhy: "并入综合查一次" });
    expect((await chief.post("/inspection/merge", { tasks: [first, second] })).body.code).toBe("inspection.nothing_to_merge");
  });
});

describe("quality", () => {
  it("is sampled from what was finished, never by the inspector himself; what was missed lowers his score", async () => {
    const office = app.as("committee-office", { area: sample.kecheng, name: "陈雪芳" });
    const unit = await aUnit(app);
    const lead = await aPerson(app, "inspector", "吴伟");
    const [id] = (await chief.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead })).body
      .ids as string[];
    const before = { original: id, found: 3, missedSerious: 1, missedOther: 2 };
    expect((await office.post("/inspection/quality", before)).body.code).toBe("inspection.not_finished");
    await chief.post(`/inspection/task/${id}/finish`, { result: "found", doneOn: "2026-03-18", foundCount: 1 });
    expect((await office.post("/inspection/quality/samples", { count: 200 })).body.code).toBe("inspection.too_few_to_sample");
    const sampled = (await office.post("/inspection/quality/samples", { count: 1, inspector: lead })).body;
    const [again] = await tasksOf({ purpose: "quality", id: (sampled.tasks as string[])[0] });
    expect(again).toMatchObject({ origin: "quality", dueOn: "2026-03-28" });
    const drawn = (await office.get("/inspection/quality/samples")).body.samples as Body[];
    expect(drawn).toMatchObject([{ original: id, inspectorName: "吴伟", originalFound: 1, state: "pending", result: null }]);
    const foreign = { ...before, recheck: id };
    expect((await office.post("/inspection/quality", foreign)).body.code).toBe("ledger.unknown_reference");
    const recorded = await office.post("/inspection/quality", { ...before, recheck: drawn[0]?.recheck });
    expect(recorded.body).toMatchObject({ score: 70, agrees: false });
    expect((await office.get("/inspection/quality/samples")).body).toMatchObject({
      mayReview: true,
      samples: [{ state: "done", result: { found: 3, missedSerious: 1, missedOther: 2, score: 70 } }],
    });
    expect((await office.post("/inspection/quality", before)).body.code).toBe("inspection.quality_recorded");
    expect((await chief.post("/inspection/quality", before)).status).toBe(403);
  });
});

describe("a first offence", () => {
  it("is prompted for with the day to look again, and says that the list is not confirmed", async () => {
    const unit = await aUnit(app);
    const asked = await chief.get(
      `/inspection/first-offence?unit=${unit}&item=${encodeURIComponent("shop#FA-01")}&grade=general&correctedInTime=true`,
    );
    expect(asked.body).toMatchObject({ may: true, rule: "FO-01", confirmed: false, recheckOn: "2026-04-01", before: 0 });
  });
});

describe("villages", () => {
  it("without an officer are listed until one is named", async () => {
    const area = 330_802_001_001_000;
    await aUnit(app);
    const names = async () =>
      ((await chief.get("/inspection/villages-without-officer?limit=500")).body.rows as Body[]).map((row) => row.area);
    expect(await names()).toContain(area);
    const officer = {
      name: "周强",
      station: "荷花派出所",
      since: "2026-01-01",
      duties: "每月走访一次",
      instrument: "衢公通〔2026〕1 号",
      area,
    };
    const made = (await chief.post("/inspection/village-officer", officer)).body;
    expect(await names()).not.toContain(area);
    await chief.post("/inspection/village-guidance", {
      officer: made.id,
      visitedOn: "2026-03-10",
      kind: "visit",
      what: "查看独居老人用火用电",
    });
    expect((await chief.get(`/inspection/village-officer/${String(made.id)}`)).body.row).toMatchObject({ lastVisitOn: "2026-03-10" });
  });
});
