/** A fire's lessons over HTTP: mended where it burned, looked for at its like, open until the last is done. JX-1.5.5 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";

let app: App;
let organ: string;
let inspector: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const [row] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  organ = String(row?.id);
  inspector = app.as("inspector", { area: sample.kecheng, organId: organ, name: "林晓东" });
});
afterAll(() => app?.end());

async function aUnit(kind: string): Promise<string> {
  const id = uuidv7();
  await app.sql("insert into places.unit (id, area, name, kind, address) values ($1, $2, $3, $4, '上街 1 号')", [
    id,
    sample.kecheng,
    `单位${id.slice(-6)}`,
    kind,
  ]);
  return id;
}
const similar = (kind: string) => ({ kinds: [kind], area: sample.kecheng });

async function aFire(unit: string): Promise<string> {
  const { body } = await inspector.post("/fire-investigation/investigation", {
    area: sample.kecheng,
    title: "仓库火灾",
    unit,
    placeWords: "一层东侧",
    burnedOn: "2026-03-12",
  });
  expect(body).toMatchObject({ state: "open", organ });
  return String(body.id);
}
const problemsOf = async (id: string) => (await inspector.get(`/fire-investigation/investigations/${id}/problems`)).body;

describe("a problem a fire exposed", () => {
  it("is a hazard assigned for tomorrow and a task at each similar unit, and holds the investigation open until all are done", async () => {
    const burned = await aUnit("timberYard");
    const alike = [await aUnit("timberYard"), await aUnit("timberYard")];
    const id = await aFire(burned);
    const path = `/fire-investigation/investigations/${id}`;
    expect((await inspector.post(`${path}/similar`, similar("timberYard"))).body).toMatchObject({ count: 2 });
    const made = await inspector.post(`${path}/problems`, {
      what: "室内停放电动自行车充电",
      placeWords: "一层东侧",
      similar: similar("timberYard"),
      checklist: "warehouse",
    });
    expect(made).toMatchObject({ status: 200, body: { tasks: 2 } });
    const [hazard] = await app.sql("select state, origin, origin_id, due_on::text, grade from hazard_loop.hazard where id = $1", [
      made.body.hazard,
    ]);
    expect(hazard).toEqual({ state: "assigned", origin: "investigation", origin_id: id, due_on: "2026-03-19", grade: "general" });
    const tasks = await app.sql(
      "select id, unit, due_on::text, checklists, note from inspection.task where origin = 'investigation' and origin_id = $1 order by unit",
      [made.body.problem],
    );
    expect(tasks.map(({ unit }) => unit).toSorted()).toEqual(alike.toSorted());
    expect(tasks[0]).toMatchObject({ due_on: "2026-03-25", checklists: [{ list: "warehouse" }], note: expect.stringContaining("充电") });
    expect(await problemsOf(id)).toMatchObject({ left: 3, problems: [{ hazardOpen: true, tasks: 2, tasksDone: 0, left: 3 }] });

    await inspector.post(`/fire-investigation/investigation/${id}/conclude`, { cause: "电池热失控", lessons: "室内充电" });
    const close = () => inspector.post(`/fire-investigation/investigation/${id}/close`, { note: "已整改" });
    expect(await close()).toMatchObject({ status: 409, body: { code: "fire-investigation.not_all_mended" } });
    for (const task of tasks) await inspector.post(`/inspection/task/${String(task.id)}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect(await problemsOf(id)).toMatchObject({ left: 1, problems: [{ tasksDone: 2, left: 1 }] });
    await app.sql("update hazard_loop.hazard set state = 'closed', closed_at = now() where id = $1", [made.body.hazard]);
    expect(await close()).toMatchObject({ status: 200, body: { state: "closed" } });
    expect(await inspector.post(`${path}/problems`, { what: "又一处", placeWords: "二层" })).toMatchObject({
      status: 409,
      body: { code: "fire-investigation.is_closed" },
    });
  });

  it("counts what the check of a similar unit found", async () => {
    const id = await aFire(await aUnit("cottonStore"));
    const other = await aUnit("cottonStore");
    const made = await inspector.post(`/fire-investigation/investigations/${id}/problems`, {
      what: "堆垛过高",
      placeWords: "库房",
      here: false,
      similar: similar("cottonStore"),
    });
    const [task] = await app.sql("select id from inspection.task where origin_id = $1", [made.body.problem]);
    const raised = await inspector.post("/hazard-loop/hazards", {
      unit: other,
      placeWords: "库房",
      what: "堆垛过高",
      origin: "inspection",
    });
    const visit = uuidv7();
    await app.sql(
      `insert into inspection.visit_item (visit, item, area, unit, on_day, checklist, list_version, outcome, hazard, answered_at, answered_by, piece)
        values ($1, 'X-01', $2, $3, '2026-03-18', 'warehouse', 1, 'fail', $4, now(), $5, $5)`,
      [visit, sample.kecheng, other, raised.body.id, uuidv7()],
    );
    await inspector.post(`/inspection/task/${String(task?.id)}/finish`, { result: "found", doneOn: "2026-03-18", foundCount: 1, visit });
    expect(await problemsOf(id)).toMatchObject({ left: 1, problems: [{ hazard: null, found: 1, foundOpen: 1, tasksDone: 1 }] });
  });

  it("is not done because the check of a similar unit was merged into another; what that found counts", async () => {
    const id = await aFire(await aUnit("grainStore"));
    const other = await aUnit("grainStore");
    const made = await inspector.post(`/fire-investigation/investigations/${id}/problems`, {
      what: "电线老化",
      placeWords: "库房",
      here: false,
      similar: similar("grainStore"),
    });
    const [own] = await app.sql("select id from inspection.task where origin_id = $1", [made.body.problem]);
    const more = (await inspector.post("/inspection/tasks", { units: [other], purpose: "supervision", dueOn: "2026-03-31" })).body;
    const merged = (await inspector.post("/inspection/merge", { tasks: [own?.id, ...(more.ids as string[])] })).body;
    expect(await problemsOf(id)).toMatchObject({ left: 1, problems: [{ tasks: 1, tasksDone: 0 }] });
    await inspector.post(`/fire-investigation/investigation/${id}/conclude`, { cause: "电线短路", lessons: "定期检测" });
    const close = () => inspector.post(`/fire-investigation/investigation/${id}/close`, { note: "已整改" });
    expect(await close()).toMatchObject({ body: { code: "fire-investigation.not_all_mended" } });
    const raised = await inspector.post("/hazard-loop/hazards", {
      unit: other,
      placeWords: "库房",
      what: "电线老化",
      origin: "inspection",
    });
    const visit = uuidv7();
    await app.sql(
      `insert into inspection.visit_item (visit, item, area, unit, on_day, checklist, list_version, outcome, hazard, answered_at, answered_by, piece)
        values ($1, 'X-02', $2, $3, '2026-03-18', 'warehouse', 1, 'fail', $4, now(), $5, $5)`,
      [visit, sample.kecheng, other, raised.body.id, uuidv7()],
    );
    const done = await inspector.post(`/inspection/task/${String(merged.id)}/finish`, { result: "found", doneOn: "2026-03-18", visit });
    expect(done.status).toBe(200);
    expect(await problemsOf(id)).toMatchObject({ left: 1, problems: [{ tasksDone: 1, found: 1, foundOpen: 1 }] });
    expect(await close()).toMatchObject({ body: { code: "fire-investigation.not_all_mended" } });
  });

  it("must lead to something, at somebody, in time", async () => {
    const id = await aFire(await aUnit("museum"));
    const expose = (more: object) =>
      inspector.post(`/fire-investigation/investigations/${id}/problems`, { what: "无人值守", placeWords: "值班室", ...more });
    expect((await expose({ here: false })).body).toMatchObject({ code: "fire-investigation.nothing_follows" });
    expect((await expose({ dueOn: "2026-03-01" })).body).toMatchObject({ code: "fire-investigation.due_in_past" });
    expect((await expose({ here: false, similar: similar("broadcast") })).body).toMatchObject({
      code: "fire-investigation.nobody_similar",
    });
    expect((await expose({ similar: { kinds: ["museum"], area: sample.jiangshan } })).body).toMatchObject({ code: "ledger.outside_area" });
    expect((await problemsOf(id)).problems).toEqual([]);
    expect(
      (await app.as("readonly").post(`/fire-investigation/investigations/${id}/problems`, { what: "某事", placeWords: "某处" })).status,
    ).toBe(403);
  });
});
