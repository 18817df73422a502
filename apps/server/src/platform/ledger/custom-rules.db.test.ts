/** When an own field appears, when it is demanded and what rows that were there before get: the same in form, API, import and SQL. */
import { holds } from "@suiren/condition";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "../db.ts";
import { type Condition, compileCondition } from "./condition.ts";
import { fillField } from "./custom-fields-fill.ts";
import { listFields } from "./custom-fields-store.ts";

let app: App;
const ledger = "places.unit";
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  await inForce("street_shop", { label: "沿街居住店铺", kind: "yes" });
  await inForce("residents", {
    label: "楼上住人数",
    kind: "integer",
    unit: "人",
    min: 0,
    max: 60,
    required: true,
    appears: { "custom.street_shop": true },
  });
});
afterAll(() => app?.end());

const clerk = () => app.as("street-clerk", { area: sample.kecheng });
async function inForce(key: string, definition: object, more: object = {}) {
  const proposed = await app.as("system-admin").post("/fields", { ledger, key, definition, ...more });
  const decided = await app.as("security-admin").post("/fields/decide", { ledger, key, granted: true });
  await asWorker(app.services.db, (tx) => app.services.catalog.loadCustomFields(tx));
  return { proposed, decided };
}
const shop = (name: string, custom?: object) =>
  clerk().post("/places/unit", { name, kind: "shop", address: "府东街1号", area: sample.kecheng, ...(custom ? { custom } : {}) });

it("a required field is demanded by the server where it appears, and nowhere else", async () => {
  // given, when
  const hidden = await shop("不沿街", { street_shop: false });
  const lacking = await shop("沿街没填", { street_shop: true });
  const contradiction = await shop("矛盾", { street_shop: false, residents: 12 });
  const good = await shop("沿街", { street_shop: true, residents: 12 });
  // then
  expect(hidden.status).toBe(200);
  expect(lacking).toMatchObject({
    status: 422,
    body: { params: { problems: [{ field: "custom.residents", label: "楼上住人数", code: "ledger.required" }] } },
  });
  expect(contradiction.body).toMatchObject({
    params: { problems: [{ field: "custom.residents", code: "fields.does_not_appear", message: expect.stringContaining("沿街居住店铺") }] },
  });
  expect(good.body).toMatchObject({ custom: { street_shop: true, residents: 12 } });
});

it("an old row stays as it is until it is next edited, is listed under 待补, and its other own values survive an edit of one", async () => {
  // given: a row from before the field
  const { id } = (await shop("老店", { street_shop: false })).body as { id: string };
  await app.sql(`update places.unit set custom = '{"street_shop": true}', version = 2 where id = $1`, [id]);
  const view = () => clerk().get("/places/unit?view=lacking&limit=500");
  const listed = JSON.stringify((await view()).body);
  const edited = await clerk().patch(`/places/unit/${id}`, { version: 2, address: "府东街2号" });
  const one = await clerk().patch(`/places/unit/${id}`, { version: 2, custom: { residents: 3 } });
  // then
  expect(listed).toContain(id);
  expect(edited).toMatchObject({ status: 422, body: { params: { problems: [{ field: "custom.residents" }] } } });
  expect(one.body).toMatchObject({ custom: { street_shop: true, residents: 3 } });
  expect(JSON.stringify((await view()).body)).not.toContain(id);
  const history = await clerk().get(`/places/unit/${id}/history`);
  expect(history.body).toMatchObject({
    entries: [{ version: 2, changes: [{ field: "custom.residents", from: null, to: 3 }] }, { version: 1 }],
  });
});

it("an import says the same of a row, and the good ones go in", async () => {
  // given
  const lines = [
    "单位名称,类别,地址,街道（乡镇）,沿街居住店铺,楼上住人数（人）",
    "导入甲,商场市场,府东街1号,府山街道,是,",
    "导入乙,商场市场,府东街1号,府山街道,否,4",
    "导入丙,商场市场,府东街1号,府山街道,是,4",
    "导入丁,商场市场,府东街1号,府山街道,否,",
  ];
  const inspector = app.as("inspector", { area: sample.kecheng });
  const form = new FormData();
  form.set("file", new Blob([lines.join("\n")]), "单位.csv");
  // when
  const sent = await inspector.fetch("/places/unit/import", { method: "POST", body: form });
  const { importId } = (await sent.json()) as { importId: string };
  await expect.poll(async () => (await inspector.get(`/places/unit/import/${importId}`)).body.state, { timeout: 20_000 }).toBe("checked");
  const { body } = await inspector.get(`/places/unit/import/${importId}?limit=50`);
  // then
  const rows = body.rows as unknown as { title: string; label: string; problem: string; level: string }[];
  expect(rows.map(({ title, label, problem }) => [title, label, problem])).toEqual([
    ["导入甲", "楼上住人数", "必填"],
    ["导入乙", "楼上住人数", expect.stringContaining("沿街居住店铺")],
  ]);
  expect(body).toMatchObject({ good: 2 });
});

it("a unit's own people, who cannot fill it in, are not held up by it", async () => {
  const { id } = (await shop("自管店", { street_shop: false })).body as { id: string };
  await app.sql(`update places.unit set custom = '{"street_shop": true}', version = 2 where id = $1`, [id]);
  const { ledger: unit } = app.services.catalog.get(ledger);
  const manager = app.as("unit-manager", { area: sample.kecheng, unitId: id });
  const field = unit.unitMayEdit?.find((key) => unit.fields[key]?.kind === "text" && !unit.fields[key]?.format) ?? "";
  expect(await manager.patch(`/places/unit/${id}`, { version: 2, [field]: "改" })).toMatchObject({ status: 200 });
});

it("rows that were there get the value in batches, those filled in meanwhile keep theirs, and history says who agreed", async () => {
  // given
  const rows = await Promise.all(["甲", "乙", "丙"].map((name) => shop(`旧${name}`, { street_shop: false })));
  const [first, second] = rows.map((row) => String(row.body.id));
  // when
  const { proposed } = await inForce("fuel", { label: "燃料", kind: "choice", choices: { gas: "燃气", electric: "电" } }, { fill: "gas" });
  await clerk().patch(`/places/unit/${second}`, { version: 1, custom: { fuel: "electric" } });
  const field = (await asWorker(app.services.db, (tx) => listFields(tx, ledger))).find((each) => each.key === "fuel");
  if (!field) throw new Error("no field");
  await fillField(field, app.services);
  // then
  expect(proposed.status).toBe(200);
  const values = await app.sql(`select name, custom ->> 'fuel' as fuel, version from places.unit where name like '旧_' order by name`);
  expect(Object.fromEntries(values.map(({ name, fuel }) => [String(name), String(fuel)]))).toEqual({
    旧甲: "gas",
    旧乙: "electric",
    旧丙: "gas",
  });
  const after = (await asWorker(app.services.db, (tx) => listFields(tx, ledger))).find((each) => each.key === "fuel");
  expect(after?.filling).toMatchObject({ state: "done", value: "gas" });
  expect(after?.filling?.done).toBe(after?.filling?.total);
  expect(after?.filling?.done).toBeGreaterThan(1);
  const history = await clerk().get(`/places/unit/${first}/history`);
  expect(history.body).toMatchObject({ entries: [{ by: field.filling?.by, changes: [{ field: "custom.fuel", from: null, to: "gas" }] }] });
});

it("the effect counts the rows the field would appear on", async () => {
  const ask = (appears: object) =>
    app.as("system-admin").get(`/fields/effect?ledger=${ledger}&key=new_one&appears=${encodeURIComponent(JSON.stringify(appears))}`);
  const [all, shops, none] = [await ask({}), await ask({ "custom.street_shop": true }), await ask({ kind: "castle" })];
  expect(all.body.appears).toBe(all.body.rows);
  expect(Number(shops.body.appears)).toBeGreaterThan(0);
  expect(Number(shops.body.appears)).toBeLessThan(Number(all.body.rows));
  expect(none.body).toMatchObject({ conflicts: [{ code: "ledger.bad_condition" }] });
});

it("a field others wait for cannot be retired, the order of fields is the administrator's", async () => {
  const admin = app.as("system-admin");
  const retire = await admin.patch("/fields", { ledger, key: "street_shop", what: "retire" });
  const turned = await admin.post("/fields/order", { ledger, keys: ["fuel", "residents", "street_shop"] });
  const wrong = await admin.post("/fields/order", { ledger, keys: ["fuel", "nobody"] });
  await asWorker(app.services.db, (tx) => app.services.catalog.loadCustomFields(tx));
  expect(retire).toMatchObject({ status: 409, body: { code: "fields.used_in_condition" } });
  expect(turned.status).toBe(200);
  expect(wrong).toMatchObject({ status: 409, body: { code: "fields.bad_order" } });
  const { fields } = (await clerk().get("/schema/places/unit")).body as unknown as { fields: { key: string }[] };
  expect(fields.map(({ key }) => key).filter((key) => key.startsWith("custom."))).toEqual([
    "custom.fuel",
    "custom.residents",
    "custom.street_shop",
  ]);
});

it.each<Condition>([
  { kind: "shop" },
  { kind: ["shop", "hotel"] },
  { kind: { not: "shop" } },
  { creditCode: null },
  { "custom.street_shop": true },
  { "custom.street_shop": { not: true } },
  { "custom.residents": { from: 3 } },
  { "custom.residents": { set: false } },
  { "custom.fuel": ["gas"], kind: "shop" },
  { name: { like: "店" } },
  { any: [{ "custom.residents": { after: 5 } }, { "custom.fuel": "electric" }] },
  { createdAt: { before: "today-1d" } },
])("the form's answer and SQL's are the same on every row: %j", async (condition) => {
  const { columns } = app.services.catalog.get(ledger);
  const moments = { today: app.services.clock.today(), now: app.services.clock.now() };
  const compiled = compileCondition(condition, columns, moments);
  if (!compiled.ok) throw new Error(compiled.refusal.code);
  const { rows } = await asWorker(app.services.db, (tx) =>
    sql<
      Record<string, unknown> & { readonly custom: Record<string, unknown>; readonly bySql: boolean | null }
    >`select t.*, ${compiled.value} as by_sql from places.unit t`.execute(tx),
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const here = holds(
      condition,
      (field) => ({
        value: field.startsWith("custom.") ? row.custom[field.slice(7)] : row[field],
        instant: columns.column(field)?.field.kind === "instant",
      }),
      moments,
    );
    expect([row.name, here]).toEqual([row.name, row.bySql === true]);
  }
});
