/** A campaign as those it concerns run it: planned over a filter, checked object by object, its hazards cleared, its coverage whole. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";

let app: App;
let town: number;
let village: number;
let lead: string;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z", roles: ["api", "worker"] });
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  town = Number(first?.key);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [town]);
  village = Number(below?.key);
  const [organ] = await app.sql("select id from organizations.organ where area = $1 and kind = 'fire-brigade' limit 1", [sample.kecheng]);
  lead = String(organ?.id);
});
afterAll(() => app?.end());

const clerk = (name = "方丽华"): Caller => app.as("street-clerk", { area: town, organId: lead, name });

async function shop(address: string, kind = "entertainment"): Promise<string> {
  const { body } = await clerk().post("/places/unit", { area: village, name: `小店 ${randomUUID().slice(0, 6)}`, kind, address });
  return String(body.id);
}
async function photo(): Promise<string> {
  const [row] = await app.sql(
    `insert into platform.file (id, area, unit_id, name, media_type, size_bytes, sha256)
      values (gen_random_uuid(), $1, null, '现场.jpg', 'image/jpeg', 10, sha256('x'::bytea)) returning id`,
    [town],
  );
  return String(row?.id);
}

const plan = (address: string, more: object = {}) => ({
  name: "公共娱乐场所专项整治",
  field: "entertainment",
  ground: "街道 2026 年消防工作要点",
  lead,
  area: town,
  source: "places.unit",
  where: { address },
  startsOn: "2026-03-18",
  endsOn: "2026-04-30",
  stages: [
    { name: "摸底排查", from: "2026-03-18", to: "2026-03-31", goal: "见底", of: "checked", rate: 100 },
    { name: "集中整治", from: "2026-04-01", to: "2026-04-30", goal: "清零", of: "cleared", rate: 100 },
  ],
  measure: "hazard-loop.closed_rate",
  ...more,
});
type Planned = { readonly id: string; readonly objects: readonly { readonly id: string; readonly unit: string }[] };
async function running(units: number): Promise<Planned> {
  const address = `娱乐街 ${randomUUID().slice(0, 8)}`;
  for (let i = 0; i < units; i++) await shop(address);
  const made = await clerk().post("/key-places/campaigns", plan(address));
  expect(made.body).toMatchObject({ objects: units });
  const id = String(made.body.id);
  expect((await clerk().post(`/key-places/campaign/${id}/start`)).body).toMatchObject({ state: "running" });
  return { id, objects: await objectsOf(id) };
}
async function objectsOf(id: string): Promise<Planned["objects"]> {
  const { body } = await clerk().get(`/key-places/campaign-object?where=${encodeURIComponent(JSON.stringify({ campaign: id }))}`);
  return body.rows as Planned["objects"];
}
const tallyOf = async (id: string, who = clerk()) => (await who.get(`/key-places/campaigns/${id}`)).body.tally;
const problem = { what: "安全出口上锁", placeWords: "二层 东侧", item: "entertainment#exit", grade: "general" } as const;

describe("a campaign", () => {
  it("shows the numbers of its filter before it is made, by street and by industry", async () => {
    const address = `预选街 ${randomUUID().slice(0, 8)}`;
    await shop(address);
    await shop(address, "hotel");
    const shown = await clerk().post("/key-places/campaign-previews", { source: "places.unit", where: { address }, area: town });
    expect(shown.body).toMatchObject({ count: 2, areas: [{ key: String(village), count: 2 }] });
    expect(shown.body.industries).toEqual(expect.arrayContaining([{ key: "hotel", label: "宾馆饭店", count: 1 }]));
  });

  it("runs from plan to cleared list: checked, a hazard found, mended, looked at again, coverage whole", async () => {
    const { id, objects } = await running(3);
    const [bad, good, gone] = objects;
    const check = (object: string | undefined, given: object) => clerk().post(`/key-places/campaigns/${id}/objects/${object}/check`, given);
    expect(await tallyOf(id)).toMatchObject({ objects: 3, surveyed: 0, cleared: 0 });

    const found = await check(bad?.id, { result: "found", problems: [problem] });
    expect(found.body.object).toMatchObject({ status: "found", hazards: 1, openHazards: 1, checkedBy: "方丽华", checkedOn: "2026-03-18" });
    const [hazard] = found.body.hazards as string[];
    expect((await clerk().get(`/hazard-loop/hazard/${hazard}`)).body.row).toMatchObject({
      campaign: id,
      unit: bad?.unit,
      origin: "inspection",
    });
    expect((await check(good?.id, { result: "none" })).body.object).toMatchObject({ status: "checked" });
    expect((await check(gone?.id, { result: "notApplicable" })).body).toMatchObject({ code: "key-places.say_why" });
    expect((await check(gone?.id, { result: "notApplicable", why: "已停业" })).body.object).toMatchObject({ status: "notApplicable" });
    expect(await tallyOf(id)).toMatchObject({ objects: 3, notApplicable: 1, surveyed: 2, found: 1, problems: 1, rectified: 0, cleared: 1 });

    const detail = (await clerk().get(`/key-places/campaigns/${id}`)).body;
    expect((detail.stages as { state: string }[]).map(({ state }) => state)).toEqual(["reached", "ahead"]);

    const boss = app.as("unit-manager", { area: town, unitId: String(bad?.unit), name: "店主" });
    const move = (who: Caller, key: string, given: object) => who.post(`/hazard-loop/hazard/${hazard}/${key}`, given);
    await move(clerk(), "grade", { grade: "general" });
    await move(clerk(), "assign", { rectifier: "unit", dueOn: "2026-03-25" });
    const [own] = await app.sql(
      `insert into platform.file (id, area, unit_id, name, media_type, size_bytes, sha256)
        values (gen_random_uuid(), $1, $2, '整改.jpg', 'image/jpeg', 10, sha256('x'::bytea)) returning id`,
      [village, bad?.unit],
    );
    expect((await move(boss, "rectify", { rectifyNote: "锁已拆", rectifyPhotos: [String(own?.id)] })).status).toBe(200);
    expect((await move(clerk("何伟"), "close", { reviewNote: "已看", reviewPhotos: [await photo()] })).body).toMatchObject({
      state: "closed",
    });
    await expect
      .poll(() => tallyOf(id), { timeout: 5_000 })
      .toMatchObject({ surveyed: 2, found: 0, problems: 1, rectified: 1, cleared: 2 });
    expect((await objectsOf(id)).find((each) => each.id === bad?.id)).toMatchObject({ status: "cleared", hazards: 1, openHazards: 0 });

    const { lines } = (await clerk().get(`/key-places/campaigns/${id}/progress`)).body as { lines: object[] };
    expect(lines).toMatchObject([{ key: String(village), objects: 3, surveyed: 2, cleared: 2 }]);
    const byIndustry = (await clerk().get(`/key-places/campaigns/${id}/progress?by=industry`)).body.lines;
    expect(byIndustry).toMatchObject([{ key: "entertainment", label: "公共娱乐", rectified: 1 }]);
    expect((await clerk().post(`/key-places/campaign/${id}/finish`, { summary: "清零" })).body).toMatchObject({ state: "finished" });
  });

  it("takes a hazard raised anywhere for it, also one that was open before", async () => {
    const { id, objects } = await running(1);
    const unit = String(objects[0]?.unit);
    const inspector = app.as("inspector", { area: sample.kecheng, organId: lead });
    const before = await inspector.post("/hazard-loop/hazards", {
      unit,
      placeWords: "二层 东侧",
      what: "安全出口上锁",
      item: "entertainment#exit",
    });
    const again = await inspector.post("/hazard-loop/hazards", {
      unit,
      placeWords: "二层 东侧",
      what: "安全出口上锁",
      item: "entertainment#exit",
      campaign: id,
    });
    expect(again.body).toMatchObject({ id: before.body.id, isNew: false });
    await expect.poll(() => tallyOf(id), { timeout: 5_000 }).toMatchObject({ surveyed: 1, found: 1, problems: 1 });
    const listed = await inspector.get(`/hazard-loop/hazard?where=${encodeURIComponent(JSON.stringify({ campaign: id }))}`);
    expect(listed.body.rows).toMatchObject([{ id: before.body.id }]);
    const unknown = await inspector.post("/hazard-loop/hazards", { unit, placeWords: "一层", what: "灭火器失压", campaign: randomUUID() });
    expect(unknown.body).toMatchObject({ code: "hazard-loop.unknown_campaign" });
  });

  it("has its tasks checked by the list chosen for it; another choice changes those not begun", async () => {
    const address = `娱乐街 ${randomUUID().slice(0, 8)}`;
    for (let i = 0; i < 2; i++) await shop(address);
    expect((await clerk().post("/key-places/campaigns", plan(address, { checklist: "no-such-list" }))).body).toMatchObject({
      code: "inspection.unknown_checklist",
    });
    const { id } = (await clerk().post("/key-places/campaigns", plan(address, { checklist: "entertainment" }))).body;
    await clerk().post(`/key-places/campaign/${String(id)}/start`);
    expect((await clerk().post(`/key-places/campaigns/${String(id)}/tasks`, { dueOn: "2026-03-31" })).body).toMatchObject({ tasks: 2 });
    const lists = () =>
      app.sql(
        "select id, checklists->0->>'list' as list from inspection.task where origin = 'campaign' and origin_id = $1 order by state, id",
        [id],
      );
    const [first, second] = await lists();
    expect([first?.list, second?.list]).toEqual(["entertainment", "entertainment"]);
    const [list] = await app.sql("select checklists->0->>'title' as title from inspection.task where id = $1", [first?.id]);
    expect((await clerk().get(`/key-places/campaigns/${String(id)}`)).body).toMatchObject({
      checklist: "entertainment",
      checklistTitle: list?.title,
    });
    await app.sql("update inspection.task set state = 'doing' where id = $1", [first?.id]);
    expect((await clerk().post(`/key-places/campaigns/${String(id)}/checklist`, { checklist: "general-place" })).body).toMatchObject({
      changed: 1,
    });
    expect((await lists()).map((task) => [task.id, task.list])).toEqual([
      [first?.id, "entertainment"],
      [second?.id, "general-place"],
    ]);
  });

  it("sends tasks to units that nobody has been to, and hears when they are done", async () => {
    const { id } = await running(2);
    const sent = await clerk().post(`/key-places/campaigns/${id}/tasks`, { dueOn: "2026-03-31" });
    expect(sent.body).toEqual({ tasks: 2, left: 0 });
    expect((await clerk().post(`/key-places/campaigns/${id}/tasks`, { dueOn: "2026-03-31" })).body).toMatchObject({
      code: "key-places.nobody_waiting",
    });
    const [task] = await app.sql("select id from inspection.task where origin = 'campaign' and origin_id = $1 limit 1", [id]);
    const done = await clerk().post(`/inspection/task/${task?.id}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect(done.body).toMatchObject({ state: "done" });
    await expect.poll(() => tallyOf(id), { timeout: 5_000 }).toMatchObject({ surveyed: 1, cleared: 1 });
  });

  const taskOf = async (unit: unknown): Promise<string> =>
    String((await app.sql("select id from inspection.task where origin = 'campaign' and unit = $1 and closed_at is null", [unit]))[0]?.id);
  const send = (id: string) => clerk().post(`/key-places/campaigns/${id}/tasks`, { dueOn: "2026-03-31" });
  const ofObject = async (id: string) => (await objectsOf(id))[0] as unknown as { readonly task: string | null; readonly status: string };

  it("follows its check into the one it was merged into, and takes what that came to", async () => {
    const { id, objects } = await running(1);
    const unit = objects[0]?.unit;
    await send(id);
    const own = await taskOf(unit);
    const other = (await clerk().post("/inspection/tasks", { units: [unit], purpose: "guidance", dueOn: "2026-03-25" })).body
      .ids as string[];
    const merged = await clerk().post("/inspection/merge", { tasks: [own, ...other] });
    expect(merged.status).toBe(200);
    // and that one again into another
    const third = (await clerk().post("/inspection/tasks", { units: [unit], purpose: "patrol", dueOn: "2026-03-26" })).body.ids as string[];
    const last = (await clerk().post("/inspection/merge", { tasks: [merged.body.id, ...third] })).body;
    await expect.poll(() => ofObject(id), { timeout: 5_000 }).toMatchObject({ task: last.id, status: "pending" });
    expect((await send(id)).body).toMatchObject({ code: "key-places.nobody_waiting" });
    const done = await clerk().post(`/inspection/task/${String(last.id)}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect(done.body).toMatchObject({ state: "done" });
    await expect.poll(() => tallyOf(id), { timeout: 5_000 }).toMatchObject({ surveyed: 1, cleared: 1 });
  });

  it("may send again where a check was called off or found nobody", async () => {
    const { id, objects } = await running(1);
    await send(id);
    await clerk().post(`/inspection/task/${await taskOf(objects[0]?.unit)}/cancel`, { cancelWhy: "人手不够" });
    await expect.poll(() => ofObject(id), { timeout: 5_000 }).toMatchObject({ task: null, status: "pending" });
    expect((await send(id)).body).toMatchObject({ tasks: 1 });
    const again = await taskOf(objects[0]?.unit);
    await clerk().post(`/inspection/task/${again}/finish`, { result: "notDone", doneOn: "2026-03-18" });
    await expect.poll(() => ofObject(id), { timeout: 5_000 }).toMatchObject({ task: null, status: "pending" });
    expect((await send(id)).body).toMatchObject({ tasks: 1 });
  });

  it("has a check and its outcome in one letter, and the same letter twice is one", async () => {
    const { id, objects } = await running(1);
    const hazard = randomUUID();
    const letter = { result: "found", problems: [{ ...problem, item: null, id: hazard }], outcome: "rectified" };
    const check = () => clerk().post(`/key-places/campaigns/${id}/objects/${objects[0]?.id}/check`, letter);
    for (const answer of [await check(), await check()])
      expect(answer.body).toMatchObject({ hazards: [hazard], object: { outcome: "rectified", hazards: 1, openHazards: 1 } });
    expect(await tallyOf(id)).toMatchObject({ problems: 1 });
  });

  it("of a county is worked on by its streets, each with its own objects; another county sees nothing of it", async () => {
    const address = `县街 ${randomUUID().slice(0, 8)}`;
    await shop(address);
    const chief = app.as("inspector", { area: sample.kecheng, organId: lead });
    const made = await chief.post("/key-places/campaigns", plan(address, { area: sample.kecheng }));
    const id = String(made.body.id);
    const mine = (await clerk().get("/key-places/campaigns")).body.campaigns as { id: string; tally: object }[];
    expect(mine.find((each) => each.id === id)?.tally).toMatchObject({ objects: 1 });
    const elsewhere = app.as("inspector", { area: sample.jiangshan });
    expect((await elsewhere.get(`/key-places/campaigns/${id}`)).status).toBe(404);
    expect(((await elsewhere.get("/key-places/campaigns")).body.campaigns as { id: string }[]).some((each) => each.id === id)).toBe(false);
    const other = await elsewhere.post("/key-places/campaigns", plan(address, { area: town }));
    expect(other.body).toMatchObject({ code: "key-places.outside_area" });
    expect((await clerk().get(`/key-places/campaigns/${id}`)).body).toMatchObject({ seenArea: town, can: ["check"] });
  });

  it("prolonged is due on its new day, which lies after its beginning", async () => {
    const { id } = await running(1);
    const amend = (given: object) => clerk().post(`/key-places/campaign/${id}/amend`, given);
    expect((await amend({ endsOn: "2026-06-30" })).body).toMatchObject({ endsOn: "2026-06-30", dueAt: "2026-06-30T15:59:59.999Z" });
    expect((await amend({ endsOn: "2026-03-01", stages: [] })).body).toMatchObject({ code: "key-places.ends_before" });
  });

  it("is refused without objects, with stages outside it, and takes in what is registered later", async () => {
    const address = `空街 ${randomUUID().slice(0, 8)}`;
    expect((await clerk().post("/key-places/campaigns", plan(address))).body).toMatchObject({ code: "key-places.no_objects" });
    await shop(address);
    const outside = plan(address, { stages: [{ name: "摸底", from: "2026-03-01", to: "2026-03-31" }] });
    expect((await clerk().post("/key-places/campaigns", outside)).body).toMatchObject({ code: "key-places.stages_outside" });
    const id = String((await clerk().post("/key-places/campaigns", plan(address))).body.id);
    await shop(address);
    expect((await clerk().post(`/key-places/campaigns/${id}/objects`)).body).toEqual({ added: 1, objects: 2 });
    expect((await clerk().post(`/key-places/campaigns/${id}/objects`)).body).toEqual({ added: 0, objects: 2 });
  });
});

describe("templates", () => {
  it("cover the fields the policies name, and each can be planned", async () => {
    const { templates } = (await clerk().get("/key-places/campaign-templates")).body as {
      templates: { field: string; objects: { ledger: string; where: object } }[];
    };
    const fields = templates.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining([
        "threeKinds",
        "highRise",
        "electrical",
        "hazmat",
        "gas",
        "oldPlaces",
        "urbanVillage",
        "rental",
        "keyIndustries",
        "mall",
      ]),
    );
    for (const { objects } of templates) {
      const shown = await clerk().post("/key-places/campaign-previews", { source: objects.ledger, where: objects.where, area: town });
      expect(shown.status).toBe(200);
    }
  });
});
