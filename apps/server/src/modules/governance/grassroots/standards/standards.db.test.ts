/** Norms, ways of working, villages' desks, notices and the problem list over HTTP: what is seen, what is rated, who may. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { keepPlaces } from "../keep-places.ts";
import { keepActive } from "../village/routes.ts";
import { keepStandards } from "./keep-standards.ts";

let app: App;
let town: number;
let other: number;
let villages: readonly number[];
let organ: string;
type Shown = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const towns = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 2", [sample.kecheng]);
  [town, other] = [Number(towns[0]?.key), Number(towns[1]?.key)];
  villages = (await app.sql("select key from platform.area where parent = $1 and level = 'village' order by key", [town])).map((row) =>
    Number(row.key),
  );
  const [row] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [town]);
  organ = String(row?.id);
  await asWorker(app.services.db, (tx) => keepPlaces(tx, app.services));
});
afterAll(() => app?.end());

const clerk = (area = town): Caller => app.as("street-clerk", { area, organId: organ, name: "方丽华" });
const brigade = (): Caller => app.as("inspector", { area: sample.kecheng, name: "林晓东" });
const member = (): Caller => app.as("grid-member", { area: villages[0] ?? 0, organId: organ, name: "胡小平" });
const list = async (who: Caller, ledger: string) => (await who.get(`/grassroots/${ledger}?limit=500`)).body.rows as Shown[];

describe("a body against its norm", () => {
  const body = async (who = clerk()) => {
    const [station] = await list(clerk(), "station");
    const answer = await who.get(`/grassroots/standards/station/${String(station?.id)}`);
    return { ...answer, path: `/grassroots/standards/station/${String(station?.id)}`, station };
  };
  const items = (shown: Shown) => shown.items as { what: string; by: string; met: boolean | null; verified: string | null }[];

  it("is compared with what the product ships until the district has its own", async () => {
    const { body: shown } = await body();
    expect(shown).toMatchObject({ norm: { id: null, name: "应急消防管理站建设规范" }, rating: null, may: { rate: true, verify: false } });
    expect(items(shown).find(({ what }) => what === "有站长")).toMatchObject({ by: "seen", met: false });
    expect(items(shown).find(({ what }) => what === "岗位职责有考核")).toMatchObject({ by: "open", met: null });
    await asWorker(app.services.db, (tx) => keepStandards(tx, app.services));
    await asWorker(app.services.db, (tx) => keepStandards(tx, app.services));
    expect(await app.sql("select count(*)::int as n from grassroots.norm")).toMatchObject([{ n: 4 }]);
    const own = {
      area: sample.kecheng,
      name: "柯城管理站规范",
      force: "station",
      status: "inForce",
      from: "2026-03-01",
      document: "柯消〔2026〕3 号",
      items: [
        { section: "people", what: "有站长", field: "head" },
        { section: "operation", what: "交接班有记录" },
      ],
    };
    expect((await brigade().post("/grassroots/norm", own)).status).toBe(200);
    expect((await body()).body).toMatchObject({ norm: { name: "柯城管理站规范" }, items: [{ what: "有站长" }, { what: "交接班有记录" }] });
    // a norm without items cannot be in force
    expect((await brigade().post("/grassroots/norm", { ...own, items: [] })).status).toBe(422);
  });

  it("rates itself item by item, is verified by somebody else, and what the platform sees is nobody's to say", async () => {
    const { path } = await body();
    const rate = (answers: object[], who = clerk()) => who.post(`${path}/rate`, { answers });
    expect((await rate([{ item: "有站长", answer: "met" }])).body).toMatchObject({ code: "grassroots.unknown_norm_item" });
    expect((await rate([{ item: "交接班有记录", answer: "met" }], clerk(other))).status).toBe(404);
    expect((await rate([{ item: "交接班有记录", answer: "partly" }])).body).toMatchObject({ selfScore: 50 });
    const ofTwoPosts = clerk();
    (ofTwoPosts.actor.permissions as Set<string>).add("grassroots.verify");
    expect((await rate([{ item: "交接班有记录", answer: "met" }], ofTwoPosts)).body).toMatchObject({ selfScore: 100 });
    expect(await list(clerk(), "rating")).toHaveLength(1);
    const verify = (who: Caller) => who.post(`${path}/verify`, { answers: [{ item: "交接班有记录", answer: "not", words: "只有本月" }] });
    expect((await verify(clerk())).status).toBe(403);
    expect((await verify(ofTwoPosts)).body).toMatchObject({ code: "grassroots.verifies_own" });
    expect((await verify(brigade())).body).toMatchObject({ verifiedScore: 0 });
    const shown = (await body()).body;
    expect(items(shown).find(({ what }) => what === "交接班有记录")).toMatchObject({ by: "rated", met: false, verified: "not" });
    expect(shown.rating).toMatchObject({ state: "verified", selfScore: 100, verifiedScore: 0, verifiedBy: "林晓东" });
    expect((await verify(brigade())).body).toMatchObject({ code: "grassroots.nothing_rated" });
  });
});

describe("a way of working", () => {
  it("set once by the district holds for all its streets, and a street outside it is a deviation", async () => {
    const rule = {
      area: sample.kecheng,
      name: "柯城巡查规程",
      kind: "patrol",
      status: "inForce",
      from: "2026-01-01",
      every: "month",
      least: 1,
      share: 100,
    };
    expect((await brigade().post("/grassroots/workflow", rule)).status).toBe(200);
    expect((await brigade().post("/grassroots/workflow", { ...rule, kind: "hazard" })).status).toBe(422);
    const people = [];
    for (const village of villages.slice(0, 2))
      people.push(
        String((await clerk().post("/grassroots/grid-member", { area: village, name: "胡", kind: "full", status: "active" })).body.id),
      );
    await app.sql(
      `insert into grassroots.patrol (id, area, member, patrolled_on, route, objects, problems, found_words) values (gen_random_uuid(), $1, $2, '2026-02-10', '1 幢', 5, 0, '未见异常')`,
      [villages[0], people[0]],
    );
    const deviation = async (who: Caller, area: number) => {
      const { body } = await who.get("/grassroots/standards");
      const towns = body.towns as { area: number; workflows: { kind: string }[] }[];
      return towns.find((each) => each.area === area)?.workflows.find(({ kind }) => kind === "patrol");
    };
    expect(await deviation(clerk(), town)).toMatchObject({
      workflow: "柯城巡查规程",
      state: "deviates",
      value: 50,
      target: 100,
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(await deviation(brigade(), other)).toMatchObject({ state: "none", value: null });
    expect(await deviation(clerk(other), town)).toBeUndefined();
  });
});

describe("a village's desk", () => {
  it("shows which villages work; a check or a notice signed for makes one active", async () => {
    const lines = async () =>
      (await clerk().get("/grassroots/villages")).body.villages as { area: number; active: boolean; unread: number }[];
    const [, , third] = villages;
    expect((await lines()).find(({ area }) => area === third)).toMatchObject({ active: false });
    const check = { area: third, checkedOn: "2026-03-17", by: "村主任", wrong: ["lane", "stairs"], mended: 1 };
    expect((await clerk().post("/grassroots/village-check", check)).body).toMatchObject({ found: 2 });
    expect((await lines()).find(({ area }) => area === third)).toMatchObject({ active: true });
    await asWorker(app.services.db, (tx) => keepActive(tx, app.services));
    expect(await app.sql("select last_active_on from grassroots.village_body where area = $1", [third])).toMatchObject([
      { last_active_on: expect.anything() },
    ]);
  });

  it("a notice goes to each village once; its own people sign for it, and no neighbour sees it", async () => {
    const notice = { area: town, title: "清明防火", words: "上坟不带火种", readBy: "2026-03-20" };
    expect((await clerk().post("/grassroots/notices", { ...notice, readBy: "2026-03-01" })).status).toBe(422);
    expect((await clerk().post("/grassroots/notices", notice)).body).toEqual({ sent: villages.length });
    expect((await member().post("/grassroots/notices", notice)).status).toBe(403);
    const desk = await member().get(`/grassroots/villages/${villages[0]}`);
    const [sent] = desk.body.notices as Shown[];
    expect(desk.body.notices as Shown[]).toHaveLength(1);
    expect((await member().get(`/grassroots/villages/${villages[1]}`)).status).toBe(404);
    expect((await member().post(`/grassroots/notices/${String(sent?.id)}/read`, { reply: "已广播" })).body).toEqual({
      readOn: "2026-03-18",
      reader: "胡小平",
    });
    expect((await clerk().post(`/grassroots/notices/${String(sent?.id)}/read`, {})).body).toEqual({
      readOn: "2026-03-18",
      reader: "胡小平",
    });
    expect((await clerk().get(`/grassroots/villages/${villages[0]}`)).body.notices).toMatchObject([
      { reply: "已广播", readOn: "2026-03-18" },
    ]);
  });
});

describe("a major problem on a list", () => {
  it("has its branch, its day and its end, and only who looks closes it", async () => {
    const given = {
      area: town,
      title: "老街连片木屋无消防通道",
      list: "safety",
      what: "三百户无通道",
      branch: "荷花街道党工委",
      branchLead: "毛书记",
      organ,
      dueOn: "2026-06-30",
    };
    const made = await clerk().post("/grassroots/problem", given);
    expect(made.status).toBe(200);
    const id = String((made.body.row as Shown | undefined)?.id ?? made.body.id);
    const move = (who: Caller, name: string, values: object = {}) => who.post(`/grassroots/problem/${id}/${name}`, values);
    expect((await move(clerk(), "report", {})).status).toBe(422);
    expect((await move(clerk(), "report", { closure: "已打通两条" })).status).toBe(200);
    expect((await move(clerk(), "close")).status).toBe(403);
    expect((await move(brigade(), "sendBack", { dueOn: "2026-07-31", note: "还差一条" })).status).toBe(200);
    expect((await move(clerk(), "report", { closure: "三条全通" })).status).toBe(200);
    expect((await move(brigade(), "close")).status).toBe(200);
    expect((await clerk().get(`/grassroots/problem/${id}`)).body.row).toMatchObject({ state: "closed", closedOn: "2026-03-18" });
  });
});

it("a practice shows where it is applied and what changed, as long after as before", async () => {
  const office = app.as("committee-office", { area: sample.city, organId: organ });
  const first = (field: string) => Object.keys(app.services.catalog.get("policy-tasks.practice").ledger.fields[field]?.choices ?? {})[0];
  const given = { title: "楼长夜巡", topic: first("topic"), origin: first("origin"), writtenOn: "2026-01-05", summary: "楼长轮值夜巡" };
  const practice = await office.post("/policy-tasks/practice", { area: sample.city, organ, ...given });
  await app.sql(
    `insert into policy_tasks.adoption (id, area, practice, organ, adopted_on, way, search_text) values (gen_random_uuid(), $1, $2, $3, '2026-02-16', '全镇推行', '')`,
    [town, practice.body.id, organ],
  );
  const { body } = await office.get("/grassroots/practices");
  const found = (body.practices as { title: string; applied: Shown[] }[]).find(({ title }) => title === "楼长夜巡");
  expect(found?.applied).toMatchObject([
    { way: "全镇推行", days: 30, before: { cleared: 0 }, after: { cleared: 0 }, cleared: null, faster: null },
  ]);
});
