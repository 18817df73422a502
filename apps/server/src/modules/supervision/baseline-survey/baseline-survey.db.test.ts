/** A survey over HTTP: coverage against the register, the inventory frozen by area and type, each item followed to its end. SH-3.1, TY-3.2.1 */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";

let app: App;
let town: number;
let other: number;
let organ: string;
let inspector: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const rows = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 2", [sample.kecheng]);
  [town, other] = rows.map(({ key }) => Number(key)) as [number, number];
  const [row] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  organ = String(row?.id);
  inspector = app.as("inspector", { area: sample.kecheng, organId: organ, name: "林晓东" });
});
afterAll(() => app?.end());

async function aUnit(area: number, kind: string): Promise<string> {
  const id = uuidv7();
  await app.sql("insert into places.unit (id, area, name, kind, address) values ($1, $2, $3, $4, '上街 1 号')", [
    id,
    area,
    `单位${id.slice(-6)}`,
    kind,
  ]);
  return id;
}
async function aHazard(unit: string, area: number, what: string, foundOn: string, closedAt: string | null = null): Promise<string> {
  const id = uuidv7();
  await app.sql(
    `insert into hazard_loop.hazard (id, area, number, what, unit, place_words, origin, grade, found_on, found_by, state, opened_at, closed_at, supervisor, sameness)
     values ($1, $2, $3, $4, $5, '3 层', 'survey', 'general', $6, '林晓东', $7, $6::date, $8, $9, $3)`,
    [id, area, `YH-${id.slice(-8)}`, what, unit, foundOn, closedAt ? "closed" : "assigned", closedAt, organ],
  );
  return id;
}
async function aSurvey(kinds: readonly string[], area = sample.kecheng): Promise<string> {
  const { status, body } = await inspector.post("/baseline-survey/survey", {
    area,
    name: "春季调研摸底",
    lead: organ,
    startsOn: "2026-03-01",
    endsOn: "2026-03-31",
    kinds,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}
type Line = Readonly<Record<string, unknown>>;
const read = async (id: string, what: string, who = inspector): Promise<Line> =>
  (await who.get(`/baseline-survey/surveys/${id}${what}`)).body;

describe("coverage", () => {
  it("counts the register by area and industry, who was looked at in the span, and sends tasks to the others once", async () => {
    const [seen, late, missed] = [await aUnit(town, "relic"), await aUnit(town, "relic"), await aUnit(other, "relic")];
    const religious = await aUnit(town, "religious");
    await aHazard(seen, town, "疏散通道堆物", "2026-03-10");
    await aHazard(late, town, "灭火器过期", "2026-02-10");
    const id = await aSurvey(["relic", "religious"]);
    expect(await read(id, "")).toMatchObject({ survey: { register: 4, surveyed: 1 }, can: ["run", "send"] });
    expect((await read(id, "/coverage?by=industry")).lines).toMatchObject([
      { key: "religious", label: "宗教场所", register: 1, surveyed: 0 },
      { key: "relic", label: "文物建筑", register: 3, surveyed: 1, troubled: 1, problems: 1 },
    ]);
    expect((await read(id, "/coverage?kind=relic")).lines).toMatchObject([
      { key: String(other), register: 1, surveyed: 0 },
      { key: String(town), register: 2, surveyed: 1 },
    ]);
    const clerk = app.as("street-clerk", { area: town, organId: organ, name: "方丽华" });
    expect((await read(id, "/coverage", clerk)).lines).toMatchObject([{ register: 3, surveyed: 1 }]);
    const sent = await clerk.post(`/baseline-survey/surveys/${id}/tasks`, { dueOn: "2026-03-30", checklist: "heritage" });
    expect(sent.body).toEqual({ tasks: 2, left: 0 });
    expect((await clerk.post(`/baseline-survey/surveys/${id}/tasks`, { dueOn: "2026-03-30" })).body).toMatchObject({
      code: "baseline-survey.nobody_left",
    });
    const tasks = await app.sql("select id, unit, purpose, checklists from inspection.task where origin = 'survey' and origin_id = $1", [
      id,
    ]);
    expect(tasks.map(({ unit }) => unit).toSorted()).toEqual([late, religious].toSorted());
    expect(tasks[0]).toMatchObject({ purpose: "survey", checklists: [{ list: "heritage" }] });
    // merged into another check, it is sent all the same
    const more = await inspector.post("/inspection/tasks", { units: [tasks[1]?.unit], purpose: "supervision", dueOn: "2026-03-31" });
    expect((await inspector.post("/inspection/merge", { tasks: [tasks[1]?.id, ...(more.body.ids as string[])] })).status).toBe(200);
    expect((await clerk.post(`/baseline-survey/surveys/${id}/tasks`, { dueOn: "2026-03-30" })).body).toMatchObject({
      code: "baseline-survey.nobody_left",
    });
    await inspector.post(`/inspection/task/${String(tasks[0]?.id)}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect(await read(id, "")).toMatchObject({ survey: { surveyed: 2 } });
    expect(await read(id, "/unsurveyed")).toMatchObject({ count: 2, sent: 1, units: [{ id: missed, sent: false }, { sent: true }] });
  });
});

describe("the inventory", () => {
  it("is frozen by area and type with a hash anybody can recompute, and each item is followed through its own cases", async () => {
    const unit = await aUnit(town, "museum");
    const [exit, fuse] = [await aHazard(unit, town, "安全出口锁闭", "2026-01-05"), await aHazard(unit, town, "电气线路老化", "2026-03-12")];
    await aHazard(unit, town, "灭火器过期", "2026-01-05", "2026-02-01T02:00:00Z");
    const id = await aSurvey(["museum"]);
    expect((await read(id, "/inventory")).lines).toMatchObject([{ area: town, total: 2, types: { evacuation: 1, power: 1 } }]);
    const settled = await inspector.post(`/baseline-survey/survey/${id}/settle`, { conclusion: "集中在疏散" });
    expect(settled).toMatchObject({
      status: 200,
      body: { state: "settled", items: 2, register: 1, surveyed: 1, rate: 100, settledOn: "2026-03-18" },
    });
    await aHazard(unit, town, "疏散指示损坏", "2026-03-18");
    expect(await read(id, "")).toMatchObject({ totals: { items: 2, none: 2, listed: 0, closed: 0 } });
    const { rows } = (await inspector.get(`/baseline-survey/item?where=${encodeURIComponent(JSON.stringify({ survey: id }))}`)).body as {
      rows: Line[];
    };
    const lines = rows.map((row) => [row.number, row.type, row.grade, row.foundOn, row.what].join("\t")).toSorted();
    expect(createHash("sha256").update(lines.join("\n")).digest("hex")).toBe(settled.body.sha256);

    await app.sql(
      `insert into supervision_listing.listing (id, area, number, title, target, target_key, target_name, hazard, unit, level, government, year, reason, state, opened_at, listed_on)
       values ($1, $2, $3, '挂牌', 'hazard', $4::uuid::text, '馆', $4::uuid, $5, 'county', $6, 2026, '逾期', 'listed', now(), '2026-03-18')`,
      [uuidv7(), town, `GP-${id.slice(-6)}`, exit, unit, organ],
    );
    await app.sql(
      `insert into supervision_listing.exposure (id, area, number, unit, unit_name, ground, facts, content, media, show_from, show_until, state, opened_at, published_on)
       values ($1, $2, $3, $4, '馆', 'overdue', '逾期', '逾期', '{internet}', '2026-03-18', '2026-06-18', 'shown', now(), '2026-03-18')`,
      [uuidv7(), town, `BG-${id.slice(-6)}`, unit],
    );
    await app.sql("update hazard_loop.hazard set state = 'closed', closed_at = now() where id = $1", [fuse]);
    expect(await read(id, "")).toMatchObject({ totals: { items: 2, none: 0, listed: 1, enforced: 0, exposed: 2, open: 1, closed: 1 } });
    expect((await read(id, "/chain?step=listed")).items).toMatchObject([
      {
        hazard: exit,
        type: "evacuation",
        listing: { label: `GP-${id.slice(-6)}`, on: "2026-03-18" },
        acts: [],
        exposure: { on: "2026-03-18" },
        closedOn: null,
      },
    ]);
    expect((await read(id, "/chain?type=power")).items).toMatchObject([
      { hazard: fuse, listing: null, state: "closed", closedOn: expect.any(String) },
    ]);
  });

  it("belongs to those it concerns, and is not made of nothing", async () => {
    const id = await aSurvey(["airport"]);
    expect(await inspector.post(`/baseline-survey/survey/${id}/settle`, { conclusion: "无" })).toMatchObject({
      status: 409,
      body: { code: "baseline-survey.nothing_found" },
    });
    const elsewhere = app.as("inspector", { area: sample.jiangshan });
    expect((await elsewhere.get(`/baseline-survey/surveys/${id}`)).status).toBe(404);
    expect((await inspector.get(`/baseline-survey/surveys/${id}/coverage?area=${sample.jiangshan}`)).status).toBe(404);
    expect(JSON.stringify((await elsewhere.get("/baseline-survey/surveys")).body)).not.toContain(id);
    expect(JSON.stringify((await app.as("street-clerk", { area: town }).get("/baseline-survey/surveys")).body)).toContain(id);
  });
});
