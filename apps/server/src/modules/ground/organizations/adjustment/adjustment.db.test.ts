/** 行政区划调整 through HTTP: prepared by one, confirmed by another, carried out once; nothing lost, nothing doubled, nobody sees more than he did. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "#kit/kit.ts";
import { type City, startCity } from "#modules/ground/identity/city.fixture.ts";
import { areaColumns } from "#platform/areas/places.ts";
import { asWorker } from "#platform/db.ts";
import { refreshDirty } from "#platform/measure/cells.ts";
import { watchSources } from "#platform/measure/watch.ts";
import { keyOfCode, subtreeOf } from "#platform/values.ts";
import { plantRows } from "../../../../../test/samples.ts";
import { carryOutDue, sweepEnded } from "./carry-out.ts";

let city: City;
const [lotus, qujiang] = [keyOfCode("330802007"), keyOfCode("330803")];
let garden = 0;
let aside = 0;
let village = 0;

beforeAll(async () => {
  city = await startCity();
  const towns = (await city.sql("select key from platform.area where parent = $1 and key <> $2 order by key", [
    sample.kecheng,
    lotus,
  ])) as unknown as { key: string }[];
  [garden, aside] = [Number(towns[0]?.key), Number(towns[1]?.key)];
  const [first] = (await city.sql("select key from platform.area where parent = $1 order by key limit 1", [lotus])) as unknown as {
    key: string;
  }[];
  village = Number(first?.key);
});
afterAll(() => city?.end());

const admin = () => city.as("system-admin", { name: "汪洁" });
const guard = () => city.as("security-admin", { name: "余建华" });
const asked = (change: object) => ({
  areas: [lotus],
  effectiveOn: "2026-03-18",
  document: "衢政函〔2026〕12号",
  reason: "优化街道设置",
  ...change,
});
type Body = Readonly<Record<string, never>>;

/** Rows of every table that holds areas, inside a range; and all of them. */
async function census(
  lo: number,
): Promise<{ readonly inside: Readonly<Record<string, number>>; readonly all: Readonly<Record<string, number>> }> {
  const { hi } = subtreeOf(lo);
  const [inside, all]: [Record<string, number>, Record<string, number>] = [{}, {}];
  for (const { part, column, table } of await asWorker(city.services.db, areaColumns)) {
    const [row] = (await city.sql(
      `select count(*)::int as n, count(*) filter (where ${column} between $1 and $2)::int as here from ${part}`,
      [lo, hi],
    )) as unknown as { n: number; here: number }[];
    all[`${table}.${column}`] = (all[`${table}.${column}`] ?? 0) + (row?.n ?? 0);
    if (row?.here) inside[`${table}.${column}`] = row.here;
  }
  return { inside, all };
}

async function confirmed(change: object): Promise<string> {
  const made = await admin().post("/areas/adjustments", asked(change));
  expect(made).toMatchObject({ status: 200, body: { state: "prepared" } });
  const id = String(made.body.id);
  expect(await guard().post(`/areas/adjustments/${id}/approve`)).toMatchObject({ status: 200, body: { state: "approved" } });
  return id;
}

describe("a street that goes up in its neighbour", () => {
  let planted: ReadonlyMap<string, string>;
  let id: string;
  let before: Awaited<ReturnType<typeof census>>;
  let clerk: Awaited<ReturnType<City["signedIn"]>>;

  it("is shown with what it touches before anybody decides", async () => {
    planted = await plantRows(city.services, village);
    await city.sql(
      "update hazard_loop.hazard set holder_organ = (select id from organizations.organ where area = $1 and kind = 'government' limit 1) where id = $2",
      [lotus, planted.get("hazard-loop.hazard")],
    );
    await city.sql("insert into policy_tasks.frozen_year (area, year, why) values ($1, 2025, '考核冻结')", [sample.kecheng]);
    await city.sql(`with d as (insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content) values ('T', 'T-1', 'a', 1, 1, ${sample.city}, '{}') returning id)
      insert into policy_tasks.standing (duty, area, organ, period, period_from, period_to, opens_on, due_on, status, evidence, version, frozen)
      select d.id, ${lotus}, o.id, y.period, y.f, y.t, y.f, y.t, 'met', 'none', 1, y.frozen from d, organizations.organ o,
        (values ('2025', date '2025-01-01', date '2025-12-31', true), ('2026', date '2026-01-01', date '2026-12-31', false)) as y (period, f, t, frozen)
      where o.area = ${lotus} and o.kind = 'government'`);
    const { id: person, account, password } = await city.newAccount("lotus01", "official", "street-clerk");
    await city.sql(
      "update identity.posting set area = $1, organ = (select id from organizations.organ where area = $1 and kind = 'government' limit 1) where user_id = $2",
      [lotus, person],
    );
    await city.sql('update identity."user" set area = $1 where id = $2', [lotus, person]);
    clerk = city.browser();
    await clerk.signIn(account, password);
    await expect(await clerk.post("/me/password", { current: password, next: "Lotus-2026-street" })).toMatchObject({ status: 200 });
    const { status, body } = await admin().post("/areas/adjustments/preview", asked({ kind: "merge", into: garden }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ problems: [], outline: "missing" });
    const [touched] = body.touched as unknown as {
      name: string;
      counts: { of: string; rows: number; open: number | null; label: string | null }[];
      organs: { ends: boolean }[];
    }[];
    const count = (of: string) => touched?.counts.find((each) => each.of === of);
    expect(touched?.name).toBe("荷花街道");
    expect(count("places.unit")).toMatchObject({ rows: 1, label: "单位" });
    expect(count("hazard-loop.hazard")).toMatchObject({ rows: 1, open: 1 });
    expect(count("identity.posting")?.rows).toBeGreaterThan(0);
    expect(count("policy_tasks.standing")).toMatchObject({ rows: 1 });
    expect(touched?.organs.some(({ ends }) => ends)).toBe(true);
  });

  it("is not changed by who prepared it, nor before the other has confirmed", async () => {
    const made = await admin().post("/areas/adjustments", asked({ kind: "merge", into: garden }));
    id = String(made.body.id);
    await carryOutDue(city.services);
    expect((await admin().get(`/areas/adjustments/${id}`)).body).toMatchObject({
      adjustment: { state: "prepared" },
      outlook: { problems: [] },
    });
    expect((await admin().post(`/areas/adjustments/${id}/approve`)).status).toBe(403);
    const owner = guard();
    await city.sql("update organizations.area_adjustment set prepared_by = $2 where id = $1", [id, owner.actor.userId]);
    expect(await owner.post(`/areas/adjustments/${id}/approve`)).toMatchObject({
      status: 403,
      body: { code: "organizations.adjust_approves_own" },
    });
    expect(await guard().post(`/areas/adjustments/${id}/approve`)).toMatchObject({ status: 200, body: { state: "approved" } });
  });

  it("moves every row of every table, and keeps what is frozen", async () => {
    before = await census(lotus);
    expect(Object.keys(before.inside).length).toBeGreaterThan(130);
    await carryOutDue(city.services);
    const after = await census(lotus);
    expect((await admin().get(`/areas/adjustments/${id}`)).body).toMatchObject({
      adjustment: { state: "done", trouble: null },
      moved: expect.arrayContaining([expect.objectContaining({ of: "places.unit", label: "单位", rows: 1 })]),
    });
    expect(after.all).toEqual(before.all);
    const stays = ["organizations.organ.area", "organizations.post.area", "policy_tasks.standing.area"];
    expect(Object.keys(after.inside).filter((table) => !stays.includes(table))).toEqual([]);
    expect(await city.sql("select period from policy_tasks.standing where area = $1", [lotus])).toEqual([{ period: "2025" }]);
    expect(await city.sql("select 1 from organizations.organ where area = $1 and deleted_at is null", [lotus])).toEqual([]);
  });

  it("is seen at its new place by the clerk whose posting moved, and by nobody who did not see it before", async () => {
    const unit = String(planted.get("places.unit"));
    const hazard = String(planted.get("hazard-loop.hazard"));
    const { body } = await clerk.get(`/places/unit/${unit}`);
    const [name] = (await city.sql("select name from platform.area where key = $1", [garden])) as unknown as { name: string }[];
    expect(body).toMatchObject({ row: { areaName: expect.stringMatching(/./) } });
    expect((await clerk.get("/me")).body).toMatchObject({ user: { areaName: name?.name } });
    expect((await clerk.get(`/hazard-loop/hazard/${hazard}`)).status).toBe(200);
    for (const other of [city.as("street-clerk", { area: aside }), city.as("inspector", { area: sample.jiangshan })]) {
      expect((await other.get(`/places/unit/${unit}`)).status).toBe(404);
      expect((await other.get(`/hazard-loop/hazard/${hazard}`)).status).toBe(404);
    }
    const list = await city.as("inspector", { area: sample.kecheng }).get("/places/unit");
    expect((list.body.rows as unknown as { id: string }[]).filter((row) => row.id === unit)).toHaveLength(1);
  });

  it("hands its open cases and people to the office that goes on", async () => {
    const left = await city.sql(
      "select p.id from identity.posting p join organizations.organ o on o.id = p.organ where p.ended_at is null and o.deleted_at is not null",
    );
    expect(left).toEqual([]);
    const held = await city.sql(
      `select o.area, h.area as case_area from hazard_loop.hazard h join organizations.organ o on o.id = h.holder_organ where h.id = $1 and o.deleted_at is null`,
      [planted.get("hazard-loop.hazard")],
    );
    expect(held).toEqual([{ area: garden, case_area: expect.any(Number) }]);
    const posts = await city.sql(
      `select p.area, o.area as organ_area from identity.posting p join organizations.organ o on o.id = p.organ join identity."user" u on u.id = p.user_id
      where u.account = 'lotus01' and p.ended_at is null`,
    );
    expect(posts).toEqual([{ area: garden, organ_area: garden }]);
  });

  it("keeps its line: the old link says what it became, and rows are refused there", async () => {
    const [name] = (await city.sql("select name from platform.area where key = $1", [garden])) as unknown as { name: string }[];
    const ended = { on: "2026-03-17", became: [{ key: garden, name: name?.name }] };
    expect((await clerk.get(`/areas/${lotus}`)).body).toMatchObject({ area: { name: "荷花街道" }, ended });
    expect((await city.as("street-clerk", { area: aside }).get(`/areas/${lotus}`)).status).toBe(404);
    const inspector = city.as("inspector", { area: sample.kecheng });
    const towns = (await inspector.get(`/areas?parent=${sample.kecheng}`)).body.areas as unknown as { name: string }[];
    expect(towns.map((town) => town.name)).not.toContain("荷花街道");
    const refused = await inspector.post("/places/unit", { area: lotus, name: "新单位" });
    expect(refused.body).toMatchObject({
      params: { problems: expect.arrayContaining([expect.objectContaining({ field: "area", code: "ledger.ended_area" })]) },
    });
    const { body } = await admin().get(`/areas/lineage?parent=${sample.kecheng}`);
    expect((body.areas as unknown as Body[]).find(({ key }) => Number(key) === lotus)).toMatchObject({
      validTo: "2026-03-17",
      became: [{ key: garden, name: name?.name, on: "2026-03-18", kind: "merge", document: "衢政函〔2026〕12号" }],
    });
  });

  it("is told once and audited, and twice is once", async () => {
    const told = () =>
      city.sql("select payload from platform.event where type = 'organizations.areas-changed' and payload ->> 'id' = $1", [id]);
    expect(await told()).toHaveLength(1);
    const state = await census(garden);
    await city.sql("update organizations.area_adjustment set state = 'running' where id = $1", [id]);
    await carryOutDue(city.services);
    expect(await census(garden)).toEqual(state);
    expect(await city.sql("select count(*)::int as n from platform.area_change where from_key = $1", [lotus])).toEqual([{ n: 1 }]);
    const acts = await city.sql(
      "select action from platform.audit where subject = 'organizations.area-adjustment' and subject_id = $1 order by id",
      [id],
    );
    expect(acts.map(({ action }) => String(action))).toEqual(
      expect.arrayContaining(["拟订行政区划调整", "确认行政区划调整", "执行行政区划调整"]),
    );
  });

  it("brings along what comes in late to the old place", async () => {
    await city.sql("update hazard_loop.hazard set area = $1 where id = $2", [lotus, planted.get("hazard-loop.hazard")]);
    expect(await sweepEnded(city.services)).toBe(1);
    expect(await city.sql("select area from hazard_loop.hazard where id = $1", [planted.get("hazard-loop.hazard")])).toEqual([
      { area: garden },
    ]);
  });
});

describe("a street that moves to another county", () => {
  it("goes on after it was stopped in the middle, with nothing doubled", async () => {
    const planted = await plantRows(city.services, garden + 999_000);
    const before = await census(garden);
    const id = await confirmed({ kind: "move", areas: [garden], parent: qujiang });
    await city.sql(
      "create or replace function platform.stop_here() returns trigger language plpgsql as $$ begin raise exception 'the power went'; end $$",
    );
    await city.sql("create trigger stop_here before update on places.unit for each row execute function platform.stop_here()");
    await expect(carryOutDue(city.services)).rejects.toThrow("the power went");
    expect((await admin().get(`/areas/adjustments/${id}`)).body).toMatchObject({
      adjustment: { state: "running", trouble: expect.stringMatching(/^系统出错，编号 [0-9A-F]{6}，可报给管理员$/) },
    });
    await city.sql("drop trigger stop_here on places.unit");
    await carryOutDue(city.services);
    const [to] = (await city.sql("select to_key from platform.area_change where from_key = $1 and kind = 'move'", [garden])) as unknown as {
      toKey?: string;
      to_key: string;
    }[];
    const fresh = Number(to?.to_key);
    expect(fresh).toBeGreaterThan(qujiang);
    const after = await census(fresh);
    expect(after.all).toEqual(before.all);
    const { inside } = await census(garden);
    expect(Object.keys(inside).filter((table) => !/^(organizations\.(organ|post))\.area$/.test(table))).toEqual([]);
    expect((await city.as("inspector", { area: qujiang }).get(`/places/unit/${planted.get("places.unit")}`)).status).toBe(200);
    expect((await city.as("inspector", { area: sample.kecheng }).get(`/places/unit/${planted.get("places.unit")}`)).status).toBe(404);
    const chain = (await city.as("inspector").get(`/areas/${lotus}`)).body;
    expect(chain).toMatchObject({ ended: { became: [{ key: fresh }] } });
  });
});

describe("figures", () => {
  it("follow the rows: the old street has none left, the county as many as before", async () => {
    const { db, catalog, registry, clock } = city.services;
    const [from, to] = (await city.sql("select key from platform.area where parent = $1 and valid_to is null order by key limit 2", [
      sample.jiangshan,
    ])) as unknown as { key: string }[];
    await plantRows(city.services, Number(from?.key));
    const sources = await watchSources(db, catalog, registry.measures.values());
    const moments = { today: clock.today(), now: clock.now() };
    await city.sql("update places.unit set updated_at = now() where area = $1", [from?.key]);
    await city.sql("update hazard_loop.hazard set updated_at = now() where area = $1", [from?.key]);
    await refreshDirty(db, catalog, sources, moments);
    const figure = async (area: unknown) =>
      Number(
        (await city.sql("select coalesce(sum(num), 0) as n from platform.cell where measure like 'hazard%' and area = $1", [area]))[0]?.n,
      );
    const [was, county] = [await figure(from?.key), await figure(sample.jiangshan)];
    expect(was).toBeGreaterThan(0);
    await confirmed({ kind: "merge", areas: [Number(from?.key)], into: Number(to?.key) });
    await carryOutDue(city.services);
    await refreshDirty(db, catalog, sources, moments);
    expect([await figure(from?.key), await figure(sample.jiangshan)]).toEqual([0, county]);
    expect(await figure(to?.key)).toBeGreaterThanOrEqual(was);
  });
});

it("outlines of those that merge become one; the outline of what ended is no longer shown", async () => {
  const towns = (await city.sql("select key, code from platform.area where parent = $1 and valid_to is null order by key desc limit 2", [
    sample.jiangshan,
  ])) as unknown as { key: number; code: string }[];
  const square = ({ code }: { code: string }, west: number) => {
    const [east, south, north] = [west + 0.1, 28.7, 28.8];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: "Feature", properties: { adcode: code, name: code }, geometry: { type: "Polygon", coordinates: [ring] } };
  };
  const features = towns.map((town, i) => square(town, 118.5 + i * 0.1));
  const given = { datum: "cgcs2000", source: "勘界成果", geojson: { type: "FeatureCollection", features } };
  expect(await admin().post("/boundaries", given)).toMatchObject({ status: 200, body: { saved: 2 } });
  const [from, to] = towns;
  const change = { kind: "merge", areas: [from?.key], into: to?.key };
  expect((await admin().post("/areas/adjustments/preview", asked(change))).body).toMatchObject({ problems: [], outline: "union" });
  await confirmed(change);
  await carryOutDue(city.services);
  const { body } = await city.as("duty-officer").get("/boundaries");
  const shown = body.features as unknown as { properties: { area: number }; geometry: { coordinates: number[][][][] } }[];
  expect(shown.find(({ properties }) => properties.area === from?.key)).toBeUndefined();
  const longitudes =
    shown
      .find(({ properties }) => properties.area === to?.key)
      ?.geometry.coordinates.flat(2)
      .map(([lon]) => lon ?? 0) ?? [];
  expect([Math.min(...longitudes), Math.max(...longitudes)].map((lon) => Number(lon.toFixed(3)))).toEqual([118.5, 118.7]);
});

describe("what is refused, with its reason", () => {
  it.each([
    ["a day in a frozen year", { kind: "merge", areas: [() => aside], into: () => lotus, effectiveOn: "2025-07-01" }, "packs.frozen_year"],
    ["a street that has ended", { kind: "rename", areas: [() => lotus], name: "莲花街道" }, "organizations.adjust_ended"],
    ["another level", { kind: "merge", areas: [() => aside], into: () => qujiang }, "organizations.adjust_other_level"],
    ["the city itself", { kind: "rename", areas: [() => sample.city], name: "三衢市" }, "organizations.adjust_root"],
    ["nothing to become", { kind: "merge", areas: [() => aside] }, "organizations.adjust_lacks_into"],
  ])("%s", async (_, change, code) => {
    const given = Object.fromEntries(
      Object.entries(change).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map((each) => each()) : typeof value === "function" ? value() : value,
      ]),
    );
    const preview = await admin().post("/areas/adjustments/preview", asked(given));
    expect((preview.body.problems as unknown as { code: string }[]).map((each) => each.code)).toContain(code);
    expect(await admin().post("/areas/adjustments", asked(given))).toMatchObject({
      status: 422,
      body: { code: "organizations.adjust_refused" },
    });
  });

  it("an administrator of one county changes nothing of another, and is not shown what is there", async () => {
    const theirs = city.as("system-admin", { area: sample.jiangshan });
    const { body } = await theirs.post("/areas/adjustments/preview", asked({ kind: "rename", areas: [aside], name: "某某街道" }));
    expect(body).toMatchObject({ problems: [{ code: "organizations.adjust_outside" }], touched: [] });
    const lists = (await theirs.get("/areas/adjustments")).body.adjustments as unknown as { names: { areas: string[] } }[];
    expect(lists.flatMap(({ names }) => names.areas)).not.toContain("荷花街道");
  });

  it("a clerk prepares nothing", async () => {
    expect(
      (
        await city
          .as("street-clerk", { area: aside })
          .post("/areas/adjustments/preview", asked({ kind: "rename", areas: [aside], name: "某某街道" }))
      ).status,
    ).toBe(403);
  });
});

it("a street renamed is called so everywhere, offices included, and its rows stay where they are", async () => {
  const before = await census(aside);
  const [old] = (await city.sql("select name from platform.area where key = $1", [aside])) as unknown as { name: string }[];
  const id = await confirmed({ kind: "rename", areas: [aside], name: "莲花街道" });
  await carryOutDue(city.services);
  expect((await admin().get(`/areas/adjustments/${id}`)).body).toMatchObject({
    adjustment: { state: "done", names: { areas: [old?.name], into: "莲花街道" } },
  });
  expect((await census(aside)).inside).toEqual(before.inside);
  expect(
    await city.sql("select 1 from organizations.organ where area = $1 and deleted_at is null and name like '%' || $2 || '%'", [
      aside,
      old?.name,
    ]),
  ).toEqual([]);
  const inspector = city.as("inspector", { area: sample.kecheng });
  expect((await inspector.get(`/areas/search?q=${encodeURIComponent("莲花街道")}`)).body).toMatchObject({
    areas: [{ key: aside, fullName: "浙江省衢州市柯城区莲花街道" }],
  });
  expect((await admin().get(`/areas/lineage?parent=${sample.kecheng}`)).body.areas).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        key: aside,
        became: [expect.objectContaining({ kind: "rename", name: "莲花街道" })],
        came: [expect.objectContaining({ name: old?.name })],
      }),
    ]),
  );
});

it("a change confirmed for a later day waits for it, and one withdrawn never comes", async () => {
  const [town] = (await city.sql("select key from platform.area where parent = $1 and valid_to is null order by key desc limit 1", [
    qujiang,
  ])) as unknown as { key: string }[];
  const id = await confirmed({ kind: "rename", areas: [Number(town?.key)], name: "迟到街道", effectiveOn: "2026-04-01" });
  await carryOutDue(city.services);
  expect((await admin().get(`/areas/adjustments/${id}`)).body).toMatchObject({ adjustment: { state: "approved" } });
  expect(await guard().post(`/areas/adjustments/${id}/withdraw`, { reason: "批复有误" })).toMatchObject({
    status: 200,
    body: { state: "withdrawn" },
  });
  expect((await guard().post(`/areas/adjustments/${id}/approve`)).status).toBe(409);
});

describe("two changes due on one day", () => {
  it("the one that cannot be done does not hold up the other", async () => {
    const towns = (await city.sql("select key from platform.area where parent = $1 and valid_to is null order by key limit 2", [
      sample.jiangshan,
    ])) as unknown as {
      key: string;
    }[];
    const [one, other] = [
      await confirmed({ kind: "rename", areas: [Number(towns[0]?.key)], name: "先做街道" }),
      await confirmed({ kind: "rename", areas: [Number(towns[1]?.key)], name: "后做街道" }),
    ];
    await city.sql(
      "create or replace function platform.stop_one() returns trigger language plpgsql as $$ begin if new.name = '先做街道' then raise exception 'no'; end if; return new; end $$",
    );
    await city.sql("create trigger stop_one before update on platform.area for each row execute function platform.stop_one()");
    await expect(carryOutDue(city.services)).rejects.toThrow("no");
    await city.sql("drop trigger stop_one on platform.area");
    const states = await city.sql(
      "select state, trouble is not null as troubled from organizations.area_adjustment where id = any($1) order by id = $2 desc",
      [[one, other], one],
    );
    expect(states).toEqual([
      { state: "running", troubled: true },
      { state: "done", troubled: false },
    ]);
    await carryOutDue(city.services);
    expect((await admin().get(`/areas/adjustments/${one}`)).body).toMatchObject({ adjustment: { state: "done", trouble: null } });
  });
});
