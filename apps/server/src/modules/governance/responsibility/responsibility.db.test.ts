/** Through the door: the tree, a pledge signed by both sides, a regulator decided, a list published, somebody judged after he was heard. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const city = sample.kecheng - (sample.kecheng % 1e11);
const organ = async (kind: string, area: number): Promise<string> => {
  const [found] = await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [area, kind]);
  return String(found?.id);
};
const officer = async (role: string, area: number, kind: string, name = role) =>
  app.as(role, { area, organId: await organ(kind, area), name });

describe("the tree", () => {
  it("flags posts and organs without a duty, until the default ones are taken", async () => {
    const office = await officer("committee-office", sample.kecheng, "committee");
    const lineOf = async () => {
      const { body } = await office.get("/responsibility/tree");
      return (body.organs as { id: string; duties: number; bare: number; posts: number }[]).find(({ id }) => id === housing);
    };
    const housing = await organ("housing", sample.kecheng);
    expect(await lineOf()).toMatchObject({ duties: 0 });
    expect((await office.post("/responsibility/duties/defaults", { organ: housing })).body).toMatchObject({ organs: 1 });
    expect((await lineOf())?.duties).toBeGreaterThan(0);
    expect((await office.post("/responsibility/duties/defaults", { organ: housing })).body).toMatchObject({ organs: 0, duties: 0 });
  });

  it("shows a county its own organs and nobody else's", async () => {
    const office = await officer("committee-office", sample.kecheng, "committee");
    const areas = ((await office.get("/responsibility/tree")).body.organs as { area: number }[]).map(({ area }) => area);
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.every((area) => area >= sample.kecheng && area < sample.kecheng + 1e9)).toBe(true);
    expect((await office.get(`/responsibility/tree?area=${sample.jiangshan}`)).status).toBe(404);
  });
});

it("a pledge is offered, objected to, signed by the lower and countersigned by the upper government", async () => {
  const [office, county, leader] = [
    await officer("committee-office", city, "government"),
    await officer("leader", sample.kecheng, "government", "区长"),
    await officer("leader", city, "government", "市长"),
  ];
  const made = await office.post("/responsibility/pledge", {
    ...{ area: sample.kecheng, title: "2026 年责任书", year: 2026, superior: office.actor.organId, pledger: county.actor.organId },
    ...{ signBy: "2026-04-10", targets: [] },
  });
  expect(made.status).toBe(200);
  const move = (who: typeof county, key: string, given: object) => who.post(`/responsibility/pledge/${String(made.body.id)}/${key}`, given);
  expect((await move(office, "offer", {})).body).toMatchObject({ code: "responsibility.no_targets" });
  const targets = [{ words: "重大隐患按期销案", aim: "100 %", clause: null, measure: "supervision-listing.on_time_rate" }];
  expect((await move(office, "offer", { targets })).body).toMatchObject({ state: "offered", holderOrgan: county.actor.organId });
  expect((await move(county, "object", { note: "目标要写明期限" })).body).toMatchObject({ state: "draft" });
  await move(office, "offer", { targets });
  // Each side by its own people: the upper does not sign for the lower, nor the lower for both.
  expect((await move(leader, "sign", { pledgerName: "区长" })).body).toMatchObject({ code: "responsibility.not_the_pledger" });
  expect((await move(county, "sign", { pledgerName: "区长" })).body).toMatchObject({ state: "pledged", pledgedOn: "2026-03-18" });
  expect((await move(county, "countersign", { superiorName: "市长" })).body).toMatchObject({ code: "responsibility.signs_both_sides" });
  const deputy = await officer("leader", sample.kecheng, "committee", "副区长");
  expect((await move(deputy, "countersign", { superiorName: "市长" })).body).toMatchObject({ code: "responsibility.signs_both_sides" });
  expect((await move(leader, "countersign", { superiorName: "区长" })).body).toMatchObject({ code: "responsibility.signs_both_sides" });
  expect((await move(leader, "countersign", { superiorName: "市长" })).body).toMatchObject({ state: "signed", signedOn: "2026-03-18" });
});

it("an industry nobody looked after gets its department, and the units that waited get it at once", async () => {
  const town = sample.kecheng + 1_000_000 * 1;
  const [first] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [sample.kecheng]);
  const clerk = app.as("street-clerk", { area: Number(first?.key ?? town) });
  const [village] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [Number(first?.key)]);
  const unit = (await clerk.post("/places/unit", { area: Number(village?.key), name: "密室大逃脱", kind: "other", address: "上街 9 号" }))
    .body;
  const [office, leader] = [
    await officer("committee-office", sample.kecheng, "committee"),
    await officer("leader", sample.kecheng, "government"),
  ];
  const made = await office.post("/responsibility/determination", {
    ...{ area: sample.kecheng, industry: "密室逃脱", kinds: ["other"], nameHas: "密室", why: "没有主管部门" },
    candidates: [{ organKind: "culture-tourism", reason: "文化娱乐" }],
  });
  expect(made.body).toMatchObject({ state: "opened", units: 1 });
  const path = `/responsibility/determination/${String(made.body.id)}`;
  await office.post(`${path}/propose`, { principle: "manages", organKind: "culture-tourism", reasons: "属于文化娱乐" });
  expect((await office.post(`${path}/decide`, { decidedBy: "区消安委会议", decidedOn: "2026-03-18" })).status).toBe(403);
  expect((await leader.post(`${path}/decide`, { decidedBy: "区消安委会议", decidedOn: "2026-03-19" })).body).toMatchObject({
    code: "responsibility.decided_in_future",
  });
  expect((await leader.post(`${path}/decide`, { decidedBy: "区消安委会议", decidedOn: "2026-03-18" })).body).toMatchObject({
    state: "decided",
    assigned: 1,
  });
  const [row] = await app.sql("select regulator from places.unit where id = $1", [unit.id]);
  expect(row?.regulator).toBe(await organ("culture-tourism", sample.kecheng));
});

it("a list is public once it is published, and its successor ends it", async () => {
  const [department, leader] = [
    await officer("department", sample.kecheng, "education"),
    await officer("leader", sample.kecheng, "government"),
  ];
  const items = [{ kind: "duty", words: "管理学校消防安全", ground: "消防法", post: null, clause: null }];
  const publish = async (title: string) => {
    const made = await department.post("/responsibility/power-list", {
      area: sample.kecheng,
      title,
      organ: department.actor.organId,
      items,
    });
    const path = `/responsibility/power-list/${String(made.body.id)}`;
    await department.post(`${path}/submit`, {});
    return (await leader.post(`${path}/publish`, {})).body;
  };
  expect(await publish("第一版清单")).toMatchObject({ state: "published", edition: 1 });
  expect(await publish("第二版清单")).toMatchObject({ state: "published", edition: 2 });
  const { body } = await app.nobody.get(`/public/power-lists?organ=${department.actor.organId}`);
  expect(body.lists).toMatchObject([
    { title: "第二版清单", endedOn: null, items: [{ words: "管理学校消防安全" }] },
    { title: "第一版清单", endedOn: "2026-03-18" },
  ]);
});

it("nobody is judged unheard, by himself, or on evidence that changes afterwards", async () => {
  const [office, leader] = [await officer("committee-office", city, "committee"), await officer("leader", city, "government")];
  const county = await organ("government", sample.kecheng);
  const given = { what: "督导问题逾期未改", trigger: "missedRectification", organ: county, from: "2026-01-01", to: "2026-03-18" };
  expect((await office.post("/responsibility/accountability", { ...given, to: "2026-03-19" })).body).toMatchObject({
    code: "responsibility.bad_period",
  });
  expect((await office.post("/responsibility/accountability", { ...given, organ: office.actor.organId })).body).toMatchObject({
    code: "responsibility.judges_itself",
  });
  const before = await officer("committee-office", sample.kecheng, "government");
  await before.post("/responsibility/duties/defaults", { organ: county });
  const { status, body } = await office.post("/responsibility/accountability", given);
  expect(status).toBe(200);
  expect(body.duties).toBeGreaterThan(0);
  const path = `/responsibility/accountability/${String(body.id)}`;
  await app.sql("delete from responsibility.duty where organ = $1", [county]);
  expect((await office.get(path)).body.row).toMatchObject({ phase: "before", duties: body.duties, sealed: body.sealed });
  const accused = await officer("leader", sample.kecheng, "government");
  expect((await accused.post(`${path}/drop`, { note: "不追究" })).body).toMatchObject({ code: "responsibility.judges_itself" });
  await office.post(`${path}/examine`, { findings: "三个问题逾期 40 天" });
  expect((await leader.post(`${path}/exempt`, { ground: "办法第九条", reasons: "已尽职" })).status).toBe(409);
  await office.post(`${path}/hear`, { statement: "已在期限内报送，系统未收" });
  expect(
    (await leader.post(`${path}/decide`, { measure: "exempted", ground: "第九条", reasons: "无", carryOutBy: "2026-04-01" })).body,
  ).toMatchObject({
    code: "responsibility.exempt_by_its_own_move",
  });
  expect((await leader.post(`${path}/exempt`, { ground: "办法第九条", reasons: "已尽职" })).body).toMatchObject({
    state: "exempted",
    measure: "exempted",
    decidedOn: "2026-03-18",
  });
});
