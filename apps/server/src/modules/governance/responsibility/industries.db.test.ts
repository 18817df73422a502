/** Through the door: units fall to their department by kind, licence, port and group; what rules cannot settle is decided; a department sees its own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { inScope } from "#platform/db.ts";
import { subtreeOf } from "#platform/values.ts";
import { placeUnits } from "./regulate.ts";

let app: App;
let office: Caller;
let city: Caller;
let clerk: Caller;
let village = 0;
const root = sample.kecheng - (sample.kecheng % 1e11);

const organ = async (kind: string, area: number): Promise<string> => {
  const [found] = await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [area, kind]);
  return String(found?.id);
};
let made = 0;
const unit = async (name: string, kind: string, more: object = {}): Promise<string> => {
  made += 1;
  const { body, status } = await clerk.post("/places/unit", { area: village, name, kind, address: `上街 ${made} 号`, ...more });
  expect(status).toBe(200);
  return String(body.id);
};
const regulatorOf = async (id: string): Promise<string | null> => {
  const [row] = await app.sql("select o.kind from places.unit u left join organizations.organ o on o.id = u.regulator where u.id = $1", [
    id,
  ]);
  return (row?.kind as string | undefined) ?? null;
};
const explained = async (id: string) => (await office.get(`/responsibility/units/${id}/regulator`)).body;
const assign = () => office.post("/responsibility/regulators/assign", {});

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const [town] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [sample.kecheng]);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [Number(town?.key)]);
  village = Number(below?.key);
  clerk = app.as("street-clerk", { area: Number(town?.key) });
  office = app.as("committee-office", { area: sample.kecheng, organId: await organ("committee", sample.kecheng), name: "区消安办" });
  city = app.as("committee-office", { area: root, organId: await organ("committee", root), name: "市消安办" });
});
afterAll(() => app?.end());

describe("rules of the city", () => {
  it("are taken once from the shipped ones, hold in its counties, and leave no kind of unit without a department", async () => {
    const [school, flat, odd] = [await unit("实验小学", "school"), await unit("幸福小区", "residence"), await unit("无名单位", "other")];
    expect((await office.get("/responsibility/unplaced")).body.rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: school, why: "notRun" })]),
    );
    expect((await city.post("/responsibility/regulators/defaults", {})).body.rules).toBeGreaterThan(20);
    expect((await city.post("/responsibility/regulators/defaults", {})).body).toEqual({ rules: 0 });
    expect((await assign()).body).toMatchObject({ left: 0, conflicts: 0 });
    expect([await regulatorOf(school), await regulatorOf(flat), await regulatorOf(odd)]).toEqual(["education", "housing", "emergency"]);
    expect((await assign()).body).toMatchObject({ assigned: 0 });
  });

  it("know property firms and gas stations by name, a licensed body by its licence, a group's member by its group", async () => {
    const [firm, gas, training, plant] = [
      await unit("佳园物业公司", "office"),
      await unit("城西液化气储配站", "hazardous"),
      await unit("云岫舞蹈中心", "other"),
      await unit("东方机械厂", "factory"),
    ];
    const culture = app.as("department", { area: sample.kecheng, organId: await organ("culture-tourism", sample.kecheng) });
    const licence = { area: sample.kecheng, what: "艺术类校外培训", issuer: culture.actor.organId, validUntil: "2027-06-30" };
    expect((await culture.post("/responsibility/licence", { ...licence, holder: "云岫舞蹈中心" })).status).toBe(200);
    expect((await culture.post("/responsibility/licence", { ...licence, holder: "青禾画室" })).status).toBe(200);
    const group = { area: root, name: "市国资集团", stateOwned: true };
    expect((await city.post("/responsibility/group", group)).body).toMatchObject({ params: { problems: [{ field: "supervisor" }] } });
    const owned = await city.post("/responsibility/group", {
      ...group,
      supervisor: await organ("state-assets", root),
      nameHas: "东方机械",
    });
    expect(owned.status).toBe(200);
    await assign();
    expect(await Promise.all([firm, gas, training, plant].map(regulatorOf))).toEqual([
      "housing",
      "housing",
      "culture-tourism",
      "state-assets",
    ]);
    expect(await explained(plant)).toMatchObject({ outcome: "rule", group: "市国资集团", byHand: false });
    const { body } = await culture.get("/responsibility/departments/culture-tourism");
    expect(body.licences).toMatchObject({ all: 2, unmatched: 1, rows: [{ holder: "青禾画室" }] });
  });

  it("give a port's units to the port, in its polygon alone", async () => {
    const corner = { lon: 118.9, lat: 28.9 };
    const corners = [corner, { lon: 118.92, lat: 28.9 }, { lon: 118.9, lat: 28.92 }];
    const port = { area: sample.kecheng, name: "内河港区", source: "港口规划" };
    expect((await office.post("/responsibility/port-area", { ...port, corners: corners.slice(0, 2) })).status).toBe(422);
    expect((await office.post("/responsibility/port-area", { ...port, corners })).status).toBe(200);
    const at = (lon: number, lat: number) => ({ point: { lon, lat, datum: "wgs84" } });
    const [inside, beyond] = [
      await unit("港区仓库", "warehouse", at(118.903, 28.903)),
      await unit("路口仓库", "warehouse", at(118.919, 28.919)),
    ];
    await assign();
    expect([await regulatorOf(inside), await regulatorOf(beyond)]).toEqual(["transport", "industry-information"]);
  });

  it("leave alone what a person set", async () => {
    const hotel = await unit("锦川饭店", "hotel", { regulator: await organ("commerce", sample.kecheng) });
    await assign();
    expect(await regulatorOf(hotel)).toBe("commerce");
    expect(await explained(hotel)).toMatchObject({ outcome: "rule", byHand: true });
  });
});

it("where rules disagree the unit waits, its determination knows the candidates, and the decision holds from then on", async () => {
  const rule = { area: sample.kecheng, basis: "kind", kinds: ["stadium"], nameHas: "冰雪", rank: 7, from: "2026-01-01" };
  await office.post("/responsibility/regulator-rule", { ...rule, industry: "冰雪运动", organKind: "education" });
  await office.post("/responsibility/regulator-rule", { ...rule, industry: "冰雪游乐", organKind: "culture-tourism" });
  const rink = await unit("冰雪馆", "stadium");
  expect((await assign()).body).toMatchObject({ conflicts: 1 });
  const listed = (await office.get("/responsibility/unplaced?why=conflict")).body;
  expect(listed).toMatchObject({
    count: 1,
    capped: false,
    rows: [{ id: rink, why: "conflict", candidates: [{}, {}], determination: null }],
  });
  const made = await office.post(`/responsibility/units/${rink}/determination`, {});
  expect((await office.post(`/responsibility/units/${rink}/determination`, {})).body).toMatchObject({
    code: "responsibility.being_determined",
  });
  const path = `/responsibility/determination/${String(made.body.id)}`;
  const { body } = await office.get(path);
  expect((body.row as { candidates: { organKind: string }[] }).candidates.map(({ organKind }) => organKind).sort()).toEqual([
    "culture-tourism",
    "education",
  ]);
  await office.post(`${path}/propose`, { principle: "manages", organKind: "culture-tourism", reasons: "以游乐为主" });
  const leader = app.as("leader", { area: sample.kecheng, organId: await organ("government", sample.kecheng) });
  expect((await leader.post(`${path}/decide`, { decidedBy: "区消安委会议", decidedOn: "2026-03-18" })).body).toMatchObject({ assigned: 1 });
  expect(await regulatorOf(rink)).toBe("culture-tourism");
  await assign();
  expect(await regulatorOf(rink)).toBe("culture-tourism");
  expect((await office.get("/responsibility/unplaced")).body).toMatchObject({ count: 0 });
});

it("what is computed for all units is what the rule says of each", async () => {
  const range = subtreeOf(sample.kecheng);
  await inScope(app.services.db, { area: range, unitId: null, userId: null }, (tx) => placeUnits(tx, range, app.services.clock.today()));
  const units = await app.sql("select p.unit, p.outcome, p.rule from responsibility.placement p where area between $1 and $2", [
    range.lo,
    range.hi,
  ]);
  expect(units.length).toBeGreaterThan(8);
  for (const { unit: id, outcome, rule } of units as unknown as { unit: string; outcome: string; rule: string | null }[]) {
    const said = await explained(id);
    expect([id, said.outcome]).toEqual([id, outcome]);
    if (rule) expect((said.rules as { id: string; decides: boolean }[]).find(({ decides }) => decides)?.id).toBe(rule);
  }
});

it("a department's console counts its units, the most pressing first, and nobody else's", async () => {
  const [late, fine] = [await unit("第一中学", "school"), await unit("第二中学", "school")];
  await assign();
  await app.sql(
    `insert into hazard_loop.hazard (id, area, unit, number, what, grade, state, opened_at, due_at, origin, found_on, found_by, place_words, sameness)
     values (gen_random_uuid(), $1, $2, 'T-1', '疏散通道堵塞', 'general', 'rectifying', '2026-02-01', '2026-03-01', 'inspection', '2026-02-01', '检查员', '一层', 't1')`,
    [village, late],
  );
  const { body } = await office.get("/responsibility/departments/education");
  expect(body).toMatchObject({ label: "教育", key: true, figures: { units: 3, open: 1, overdue: 1, checked: 0 } });
  expect((body.indicators as { key: string; percent: number | null }[])[0]).toEqual({ key: "hazardsOnTime", num: 0, den: 1, percent: 0 });
  expect(body.falls).toEqual(expect.arrayContaining(["教育（学校、寄宿学校、幼儿园）"]));
  const listed = (await office.get("/responsibility/departments/education/units")).body;
  expect(listed).toMatchObject({ count: 3, capped: false });
  expect((listed.rows as { id: string; overdue: number }[])[0]).toMatchObject({ id: late, overdue: 1 });
  const overdue = (await office.get("/responsibility/departments/education/units?status=overdue")).body;
  expect((overdue.rows as { id: string }[]).map(({ id }) => id)).toEqual([late]);
  const unchecked = (await office.get(`/responsibility/departments/education/units?status=unchecked&q=${encodeURIComponent("第二")}`)).body;
  expect((unchecked.rows as { id: string }[]).map(({ id }) => id)).toEqual([fine]);
  expect((await office.get(`/responsibility/departments/education?area=${sample.jiangshan}`)).status).toBe(404);
  expect((await office.get("/responsibility/departments/nobody")).status).toBe(404);
});

it("a group's subsidiaries roll up to it, the group above and its supervisor", async () => {
  const [top] = (await city.get("/responsibility/groups")).body.groups as { id: string; units: number }[];
  expect(top).toMatchObject({ units: 1 });
  const lower = await city.post("/responsibility/group", { area: root, name: "城建公司", nameHas: "城建", parent: top?.id });
  expect(lower.status).toBe(200);
  await unit("城建预制厂", "factory");
  await assign();
  const { body } = await city.get("/responsibility/groups");
  const of = (name: string) => (body.groups as { name: string; units: number }[]).find((line) => line.name === name)?.units;
  expect([of("市国资集团"), of("城建公司")]).toEqual([2, 1]);
  expect(body.total).toMatchObject({ units: 2 });
  expect((await city.get(`/responsibility/groups/${String(top?.id)}/units`)).body).toMatchObject({ count: 2 });
});
