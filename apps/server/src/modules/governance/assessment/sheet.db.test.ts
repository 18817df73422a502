/** The supervisor's sheet, measures against those who failed, tasks in assessments, the situation: through HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { markLate } from "./daily.ts";
import { proposeSanctions } from "./sanction.ts";
import { keepSituation } from "./situation.ts";
import { keepMappings } from "./task-feed.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let office: Caller;
let mayor: Caller;
let town = 0;
let organ = "";
let committee = "";

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  const one = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [area, kind]))[0]?.id);
  committee = await one(sample.city, "committee");
  office = app.as("committee-office", { area: sample.city, organId: committee, name: "陈雪芳" });
  mayor = app.as("leader", { area: sample.city, organId: await one(sample.city, "government"), name: "毛永强" });
  const [row] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [sample.kecheng]);
  town = Number(row?.key);
  organ = await one(town, "government");
});
afterAll(() => app?.end());
const list = (value: unknown): readonly Shown[] => value as readonly Shown[];

describe("a round's sheet", () => {
  let round = "";
  it("proposes rows to look at, the same for the same round, and none twice", async () => {
    for (let n = 1; n <= 12; n++)
      await app.sql(
        `insert into places.unit (id, area, name, address, kind, search_text) values (gen_random_uuid(), $1, $2, '化工路', 'shop', '')`,
        [town, `测试单位 ${n}`],
      );
    const made = await office.post("/assessment/round", {
      area: sample.city,
      name: "一季度督导",
      kind: "periodic",
      host: committee,
      from: "2026-03-16",
      until: "2026-03-20",
      team: "一组",
    });
    round = String(made.body.id);
    const proposals = async () => list((await office.get(`/assessment/rounds/${round}/proposals?area=${town}`)).body.proposals);
    const units = (of: readonly Shown[]) => of.filter(({ rowLedger }) => rowLedger === "places.unit");
    const first = await proposals();
    expect(units(first)).toHaveLength(8);
    expect(await proposals()).toEqual(first);
    expect(first.every(({ section }) => ["mechanism", "register", "quality"].includes(String(section)))).toBe(true);
    const items = units(first).map(({ section, what, rowId }) => ({ section, what, rowId }));
    const own = { section: "mechanism", what: "例会纪要", rowId: null };
    expect((await office.post(`/assessment/rounds/${round}/items`, { area: town, items: [...items, own] })).body).toEqual({ added: 9 });
    expect((await office.post(`/assessment/rounds/${round}/items`, { area: town, items })).body).toEqual({ added: 0 });
    expect(units(await proposals())).toHaveLength(4);
    expect((await app.as("street-clerk", { area: town }).get(`/assessment/rounds/${round}/proposals?area=${town}`)).status).toBe(403);
  });

  it("a row that is wrong becomes a finding for its town, a grave one a proposed measure, once", async () => {
    const { items } = (await office.get(`/assessment/rounds/${round}/items`)).body as { items: Shown[] };
    const mark = (id: unknown, given: object) => office.post(`/assessment/round-items/${String(id)}/mark`, given);
    expect((await mark(items[0]?.id, { result: "right", asFinding: true })).body).toMatchObject({ code: "assessment.nothing_wrong" });
    const wrong = await mark(items[0]?.id, { result: "wrong", words: "已停业两年", asFinding: true, grave: true });
    expect(wrong.body).toMatchObject({ finding: expect.any(String) });
    expect((await mark(items[0]?.id, { result: "wrong", words: "已停业", asFinding: true })).body.finding).toBe(wrong.body.finding);
    const path = `/assessment/finding/${String(wrong.body.finding)}`;
    expect((await office.get(path)).body.row).toMatchObject({ target: organ, grave: true, state: "found" });
    const propose = () => asWorker(app.services.db, (tx) => proposeSanctions(tx, app.services));
    expect(await propose()).toBe(0);
    expect((await office.post(`${path}/send`, { replyBy: "2026-03-25" })).status).toBe(200);
    expect(await propose()).toBe(1);
    expect(await propose()).toBe(0);
  });
});

describe("a proposed measure", () => {
  const sanctions = async () => list((await office.get("/assessment/sanction?limit=100")).body.rows);
  it("is decided by the leader, told in writing, and its result kept; the next one against the same organ is harder", async () => {
    const [grave] = await sanctions();
    expect(grave).toMatchObject({ trigger: "grave", proposed: "criticism", state: "proposed" });
    const move = (who: Caller, name: string, given: object = {}) => who.post(`/assessment/sanction/${String(grave?.id)}/${name}`, given);
    expect((await move(office, "decide", { decided: "criticism", decision: "通报" })).status).toBe(403);
    expect((await move(mayor, "decide", { decided: "criticism", decision: "全市通报批评" })).status).toBe(200);
    expect((await move(office, "notice", { number: "消安委〔2026〕5 号" })).status).toBe(200);
    expect((await move(office, "conclude", { result: "已整改并报告" })).status).toBe(200);
    // its day passes without an answer: a second situation of the same organ
    app.clock?.set("2026-04-02T02:00:00Z");
    await asWorker(app.services.db, (tx) => markLate(tx, app.services));
    expect(await asWorker(app.services.db, (tx) => proposeSanctions(tx, app.services))).toBe(1);
    expect((await sanctions()).find(({ trigger }) => trigger === "lapse")).toMatchObject({ proposed: "interview", target: organ });
  });

  it("large fires and failed assessments are situations too", async () => {
    const figures = { area: sample.kecheng, month: "2026-02-01", fires: 4, deaths: 3, injuries: 0, lossWan: 80, large: 1, source: "支队" };
    expect((await office.post("/assessment/fire-outcome", figures)).status).toBe(200);
    await asWorker(app.services.db, (tx) => proposeSanctions(tx, app.services));
    const fire = (await sanctions()).find(({ trigger }) => trigger === "fire");
    expect(fire).toMatchObject({ proposed: "interview", area: sample.kecheng });
    // Not the county's own leader says whether anything follows.
    const [government] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [
      sample.kecheng,
    ]);
    for (const more of [{ organId: String(government?.id) }, {}]) {
      const itself = app.as("leader", { area: sample.kecheng, name: "柯城区长", ...more });
      const dropped = await itself.post(`/assessment/sanction/${String(fire?.id)}/drop`, { note: "不处理" });
      expect(dropped.body.code).toBe("assessment.own_matter");
    }
  });
});

it("tasks count in three assessments by mappings; a county's own mapping stands before the city's", async () => {
  await asWorker(app.services.db, (tx) => keepMappings(tx, app.services));
  await asWorker(app.services.db, (tx) => keepMappings(tx, app.services));
  const feed = async (who: Caller, kind: string) =>
    (await who.get(`/assessment/task-feed?kind=${kind}&year=2026`)).body as { mappings: Shown[]; rows: Shown[] };
  for (const kind of ["yearly", "special", "supervision"]) {
    const { mappings, rows } = await feed(office, kind);
    expect(mappings).toHaveLength(2);
    expect(mappings.every(({ known }) => known)).toBe(true);
    expect(rows).toHaveLength(6);
  }
  // nobody has a task: the share has nothing to divide by, no task is late
  expect((await feed(office, "yearly")).rows[0]).toMatchObject({ total: 100 });
  const county = app.as("committee-office", { area: sample.kecheng, name: "柯城办" });
  expect((await feed(county, "yearly")).mappings).toHaveLength(2);
  const own = {
    area: sample.kecheng,
    name: "柯城任务",
    kind: "yearly",
    measure: "policy-tasks.tasks_on_time_rate",
    weight: 100,
    zeroAt: 50,
    fullAt: 100,
    from: "2026-01-01",
  };
  expect((await county.post("/assessment/task-mapping", { ...own, measure: "任务" })).status).toBe(422);
  expect((await county.post("/assessment/task-mapping", own)).status).toBe(200);
  expect((await feed(county, "yearly")).mappings).toMatchObject([{ name: "柯城任务" }]);
  expect((await feed(office, "yearly")).mappings).toHaveLength(2);
});

it("the situation is the last twelve months against the twelve before, and a cell a night", async () => {
  const month = (back: number) => new Date(Date.UTC(2026, 2 - back, 1)).toISOString().slice(0, 10);
  for (let back = 0; back < 36; back++)
    await office.post("/assessment/fire-outcome", {
      area: sample.jiangshan,
      month: month(back),
      fires: back < 12 ? 6 : 10,
      deaths: 0,
      injuries: 0,
      lossWan: 0,
      source: "支队",
    });
  const { body } = await app.as("leader", { area: sample.jiangshan }).get("/assessment/situation");
  expect(body).toMatchObject({ areaName: "江山市", month: "2026-03", index: 60, verdict: "better" });
  expect(body.months as Shown[]).toHaveLength(12);
  expect(await asWorker(app.services.db, (tx) => keepSituation(tx, app.services))).toBeGreaterThan(0);
  const figure = await office.get(`/measures/assessment.situation_index?area=${sample.jiangshan}&from=2026-03-01&to=2026-03-31`);
  expect(JSON.stringify(figure.body)).toContain("60");
});
