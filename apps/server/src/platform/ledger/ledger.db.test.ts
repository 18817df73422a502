/** What every ledger gets from its declaration, tried through the door on the units 单位. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { inScope } from "../db.ts";
import { type AreaRange, keyOfCode, subtreeOf } from "../values.ts";
import { mapPoints } from "./read.ts";
import { readerOf } from "./routes.ts";

let app: App;
const town = keyOfCode("330802007");
const village = keyOfCode("330802007001");

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const aUnit = (name: string, more: object = {}) => ({ name, kind: "shop", address: "府东街128号", area: village, ...more });

it("a registered unit is found in its list, by its name, by its initials and by a part of its address", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const made = await clerk.post("/places/unit", aUnit("东风商厦", { areaM2: 26000 }));
  // when
  const searches = await Promise.all(
    ["东风", "风商厦", "dfss", "府东街", "商"].map((q) => clerk.get(`/places/unit?q=${encodeURIComponent(q)}`)),
  );
  // then
  expect(made).toMatchObject({ status: 200, body: { name: "东风商厦", version: 1, areaM2: 26000 } });
  for (const found of searches) expect(found.body).toMatchObject({ rows: [{ name: "东风商厦" }] });
});

it("every problem of a new row is named at once, in the user's words", async () => {
  const answer = await app
    .as("street-clerk", { area: town })
    .post("/places/unit", { name: "", kind: "castle", areaM2: -1, area: village, colour: "red", point: { lon: 28.97, lat: 118.86 } });
  expect(answer.status).toBe(422);
  const problems = answer.body.params as { problems: { field: string; code: string; message: string }[] };
  expect(problems.problems.map(({ field, code }) => [field, code])).toEqual([
    ["name", "ledger.required"],
    ["kind", "ledger.not_a_choice"],
    ["address", "ledger.required"],
    ["areaM2", "ledger.out_of_range"],
    ["colour", "ledger.unknown_field"],
    ["point", "ledger.point_swapped"],
  ]);
  expect(problems.problems[0]?.message).toBe("必填");
});

it("nobody sees or changes a unit of another county, and cannot register one there", async () => {
  // given
  const here = app.as("street-clerk", { area: sample.kecheng });
  const there = app.as("street-clerk", { area: sample.jiangshan });
  const { body } = await here.post("/places/unit", aUnit("只在柯城"));
  // when
  const answers = await Promise.all([
    there.get(`/places/unit/${String(body.id)}`),
    there.patch(`/places/unit/${String(body.id)}`, { version: 1, name: "改名" }),
    there.del(`/places/unit/${String(body.id)}`, { reason: "不归我管" }),
    there.get(`/places/unit/${String(body.id)}/history`),
  ]);
  const foreign = await there.post("/places/unit", aUnit("越界登记"));
  // then
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  expect(foreign).toMatchObject({ status: 422, body: { params: { problems: [{ field: "area", code: "ledger.outside_area" }] } } });
});

it("row-level security holds even when a query forgets the area", async () => {
  // given
  await app.as("street-clerk", { area: sample.kecheng }).post("/places/unit", aUnit("第二道锁"));
  // when
  const count = (area: AreaRange) =>
    inScope(
      app.services.db,
      { area, unitId: null, userId: null },
      async (tx) => (await sql<{ n: number }>`select count(*)::int as n from places.unit where name = '第二道锁'`.execute(tx)).rows[0]?.n,
    );
  // then
  expect(await count(subtreeOf(sample.kecheng))).toBe(1);
  expect(await count(subtreeOf(sample.jiangshan))).toBe(0);
});

it("the second of two writers is shown what the first did", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const { body } = await clerk.post("/places/unit", aUnit("两人同改"));
  // when
  const first = await clerk.patch(`/places/unit/${String(body.id)}`, { version: 1, address: "府东街 1 号" });
  const second = await clerk.patch(`/places/unit/${String(body.id)}`, { version: 1, address: "府东街 2 号" });
  // then
  expect(first).toMatchObject({ status: 200, body: { version: 2, address: "府东街 1 号" } });
  expect(second).toMatchObject({ status: 409, body: { code: "ledger.changed_by_other", params: { theirs: { address: "府东街 1 号" } } } });
});

it("personal data are masked in lists, opened with a reason, and the reading is audited", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const inspector = app.as("inspector", { area: town });
  const unit = await clerk.post("/places/unit", aUnit("联系人单位"));
  const made = await clerk.post("/places/contact", {
    unit: unit.body.id,
    role: "manager",
    post: "总经理助理",
    name: "王建军",
    phone: "13800006218",
  });
  const id = String(made.body.id);
  // when
  const listed = await inspector.get(`/places/contact?q=${encodeURIComponent("总经理助理")}`);
  const unreasoned = await inspector.post(`/places/contact/${id}/reveal`, { fields: ["phone"], reason: "" });
  const revealed = await inspector.post(`/places/contact/${id}/reveal`, { fields: ["phone", "post"], reason: "核警联系" });
  const stored = await app.sql("select phone from places.contact where id = $1", [id]);
  const audited = await app.sql("select detail from platform.audit where subject_id = $1 and action like '%个人信息'", [id]);
  // then
  expect(listed.body).toMatchObject({ rows: [{ name: "王建军", phone: "138****6218", area: village }] });
  expect(unreasoned.status).toBe(422);
  expect(revealed.body).toEqual({ phone: "13800006218" });
  expect(JSON.stringify(stored)).not.toContain("13800006218");
  expect(audited).toMatchObject([{ detail: { fields: ["phone"], reason: "核警联系" } }]);
});

it("pages follow one another without loss or repeat, in any order", async () => {
  // given
  const clerk = app.as("street-clerk", { area: keyOfCode("330802005") });
  const area = keyOfCode("330802005001");
  for (let i = 0; i < 7; i += 1) await clerk.post("/places/unit", aUnit(`翻页${i}`, { area, ...(i % 3 === 0 ? {} : { areaM2: i % 2 }) }));
  for (const sort of ["-id", "name", "-areaM2", "areaM2"]) {
    // when
    const names: string[] = [];
    let after = "";
    do {
      const page = await clerk.get(`/places/unit?sort=${sort}&limit=2${after ? `&after=${after}` : ""}`);
      names.push(...(page.body.rows as { name: string }[]).map((row) => row.name));
      after = (page.body.next as string | null) ?? "";
    } while (after);
    // then
    expect([...names].sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `翻页${i}`));
  }
});

it("rows made in one moment, told apart by microseconds, follow one another too", async () => {
  // given: two moments of three rows each, within one millisecond
  const town = keyOfCode("330802006");
  const clerk = app.as("street-clerk", { area: town });
  const area = town;
  for (let i = 0; i < 6; i += 1) await clerk.post("/places/unit", aUnit(`一批${i}`, { area }));
  await app.sql(
    "update places.unit set created_at = timestamptz '2026-03-18 06:30:00.123456+00' + make_interval(secs => (right(name, 1)::int % 2) * 0.000321) where name like '一批%'",
  );
  for (const sort of ["createdAt", "-createdAt"]) {
    // when
    const names: string[] = [];
    let after = "";
    for (let pages = 0; pages < 10 && (pages === 0 || after !== ""); pages += 1) {
      const page = await clerk.get(`/places/unit?sort=${sort}&limit=2${after ? `&after=${after}` : ""}`);
      names.push(...(page.body.rows as { name: string }[]).map((row) => row.name));
      after = (page.body.next as string | null) ?? "";
    }
    // then
    expect([...names].sort()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `一批${i}`));
    expect((await clerk.get(`/places/unit?sort=${sort}&limit=2`)).body.rows).not.toMatchObject([{ "sorted:by": expect.anything() }, {}]);
  }
});

it("a place in another order is no place in this one", async () => {
  const clerk = app.as("street-clerk", { area: keyOfCode("330802006") });
  const { body } = await clerk.get("/places/unit?sort=name&limit=2");
  for (const sort of ["-name", "createdAt", "-areaM2", "id"])
    expect(await clerk.get(`/places/unit?sort=${sort}&after=${String(body.next)}`)).toMatchObject({
      status: 422,
      body: { code: "ledger.bad_cursor" },
    });
  const forged = Buffer.from(JSON.stringify(["not a moment", body.rows && (body.rows as { id: string }[])[0]?.id, "createdAt"]));
  expect(await clerk.get(`/places/unit?sort=createdAt&after=${forged.toString("base64url")}`)).toMatchObject({
    status: 422,
    body: { code: "http.bad_value" },
  });
});

it("what is sent again under its own id is there once, and answered again; something else under that id is refused", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const id = randomUUID();
  const given = {
    id,
    ...aUnit("重发商店", {
      areaM2: 320,
      manager: "王建军",
      managerPhone: "13800006218",
      point: { lon: 118.86, lat: 28.97, datum: "cgcs2000" },
    }),
  };
  // when
  const first = await clerk.post("/places/unit", given);
  const again = await clerk.post("/places/unit", given);
  const other = await clerk.post("/places/unit", { ...given, areaM2: 321 });
  const personal = await clerk.post("/places/unit", { ...given, managerPhone: "13800006219" });
  const stranger = await app.as("street-clerk", { area: town }).post("/places/unit", given);
  const elsewhere = await app
    .as("street-clerk", { area: sample.jiangshan })
    .post("/places/unit", { ...given, area: keyOfCode("330881001") });
  // then
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  for (const refused of [other, personal, stranger, elsewhere])
    expect(refused).toMatchObject({ status: 409, body: { code: "ledger.id_taken" } });
  expect(await app.eventsAbout(id)).toHaveLength(1);
});

it("the same sent twice at once is registered once, and both hear so", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const given = { id: randomUUID(), ...aUnit("连点两下") };
  const answers = await Promise.all([0, 1, 2].map(() => clerk.post("/places/unit", given)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await app.eventsAbout(given.id)).toHaveLength(1);
});

it("a filter in the address is checked against the ledger", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const where = (condition: object) => clerk.get(`/places/unit?where=${encodeURIComponent(JSON.stringify(condition))}`);
  await clerk.post("/places/unit", aUnit("筛选甲", { beds: 60, kind: "hospital" }));
  await clerk.post("/places/unit", aUnit("筛选乙", { beds: 10, kind: "hospital" }));
  const found = await where({ kind: ["hospital"], beds: { from: 50 } });
  expect((found.body.rows as { name: string }[]).map((row) => row.name)).toEqual(["筛选甲"]);
  for (const bad of [{ nothing: 1 }, { kind: "castle" }, { beds: "many" }, { managerPhone: "138" }, { any: [{ any: [] }] }])
    expect((await where(bad)).status).toBe(422);
  for (const bad of [{ areaM2: { like: "1" } }, { createdAt: { like: "2026" } }, { id: { like: "0" } }])
    expect(await where(bad)).toMatchObject({ status: 422, body: { code: "ledger.bad_condition" } });
  expect(await where({ beds: { from: 1e20 } })).toMatchObject({ status: 422, body: { code: "http.bad_value" } });
});

it("a crowd on the map is thinned to what can be told apart, and nearer by every point is there", async () => {
  // given: two shops in one house and one some kilometres off, all of one name
  const clerk = app.as("street-clerk", { area: town });
  for (const [index, point] of [
    { lon: 118.86, lat: 28.97 },
    { lon: 118.86005, lat: 28.97 },
    { lon: 118.9, lat: 29.01 },
  ].entries())
    await clerk.post("/places/unit", aUnit(`拥挤${index}`, { point: { ...point, datum: "cgcs2000" } }));
  const entry = app.services.catalog.get("places.unit");
  const { services } = app;
  const context = { actor: clerk.actor, now: services.clock.now(), today: services.clock.today(), services };
  const drawn = (zoom: number | undefined, whole: number) =>
    inScope(services.db, { area: clerk.actor.area, unitId: null, userId: clerk.actor.userId }, async (tx) => {
      const found = await mapPoints(entry, { q: "拥挤", zoom }, readerOf({ tx, ...context }), 100, whole);
      return found.ok ? [found.value.points.length, found.value.thinned] : found.refusal.code;
    });
  // when, then
  expect(await drawn(9, 2)).toEqual([2, true]);
  expect(await drawn(20, 2)).toEqual([3, true]);
  expect(await drawn(9, 3)).toEqual([3, false]);
  expect(await drawn(undefined, 1)).toEqual([3, false]);
  expect((await clerk.get(`/places/unit/map?zoom=9&q=${encodeURIComponent("拥挤")}`)).body).toMatchObject({
    thinned: false,
    truncated: false,
  });
});
