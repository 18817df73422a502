/** A field an office adds on the screen, from proposal to its own column, and what it then takes part in. */
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "../db.ts";
import { promoteField } from "./custom-fields-promote.ts";
import { listFields } from "./custom-fields-store.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const ledger = "places.unit";
const active = (key: string, label: string) =>
  expect
    .poll(async () => JSON.stringify((await app.as("street-clerk", { area: sample.kecheng }).get("/schema/places/unit")).body), {
      timeout: 10_000,
    })
    .toContain(`"custom.${key}","label":"${label}"`);

it("proposed by one, agreed by another, then filled, listed, filtered, exported and in the template", async () => {
  // given
  const admin = app.as("system-admin");
  const security = app.as("security-admin");
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const before = (await clerk.post("/places/unit", { name: "先有的店", kind: "shop", address: "府东街1号", area: sample.kecheng })).body;
  const proposed = await admin.post("/fields", {
    ledger,
    key: "upstairs_residents",
    definition: { label: "楼上住人数", kind: "integer", unit: "人", min: 0, max: 60 },
  });
  // when
  const early = await clerk.post("/places/unit", {
    name: "太早",
    kind: "shop",
    address: "1",
    area: sample.kecheng,
    custom: { upstairs_residents: 1 },
  });
  const self = await admin.post("/fields/decide", { ledger, key: "upstairs_residents", granted: true });
  const effect = await admin.get(`/fields/effect?ledger=${ledger}&key=upstairs_residents`);
  const decided = await security.post("/fields/decide", { ledger, key: "upstairs_residents", granted: true });
  await active("upstairs_residents", "楼上住人数");
  const filled = await clerk.patch(`/places/unit/${String(before.id)}`, { version: 1, custom: { upstairs_residents: 12 } });
  const tooMany = await clerk.post("/places/unit", {
    name: "太多",
    kind: "shop",
    address: "1",
    area: sample.kecheng,
    custom: { upstairs_residents: 61 },
  });
  const where = encodeURIComponent(JSON.stringify({ "custom.upstairs_residents": { from: 10 } }));
  const found = await clerk.get(`/places/unit?where=${where}&sort=-custom.upstairs_residents`);
  const template = new ExcelJS.Workbook();
  await template.xlsx.load(await (await clerk.fetch("/places/unit/template.xlsx")).arrayBuffer());
  const exported = new ExcelJS.Workbook();
  await exported.xlsx.load(await (await clerk.fetch(`/places/unit/export.xlsx?where=${where}`)).arrayBuffer());
  // then
  expect(proposed).toMatchObject({ status: 200, body: { state: "proposed" } });
  expect(early).toMatchObject({
    status: 422,
    body: { params: { problems: [{ field: "custom.upstairs_residents", code: "ledger.unknown_field" }] } },
  });
  expect(self.status).toBe(403);
  expect(effect.body).toMatchObject({ filled: 0, inTemplate: true, apiName: "custom.upstairs_residents" });
  expect(decided.body).toMatchObject({ state: "active" });
  expect(filled.body).toMatchObject({ version: 2, custom: { upstairs_residents: 12 } });
  expect(tooMany.body).toMatchObject({ params: { problems: [{ label: "楼上住人数", code: "ledger.out_of_range" }] } });
  expect(found.body).toMatchObject({ rows: [{ name: "先有的店" }] });
  const head = (book: ExcelJS.Workbook) => ((book.worksheets[0]?.getRow(1).values ?? []) as string[]).slice(1);
  expect(head(template)).toContain("楼上住人数（人）");
  expect(exported.worksheets[0]?.getRow(2).getCell(head(exported).indexOf("楼上住人数（人）") + 1).value).toBe(12);
});

it("promoted, it is a column every writer fills, history stays as it was, and the list finds by it", async () => {
  // given
  const admin = app.as("system-admin");
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  await admin.post("/fields", {
    ledger,
    key: "night_watch",
    definition: { label: "夜间值守", kind: "many", choices: { guard: "保安", owner: "业主" } },
  });
  await app.as("security-admin").post("/fields/decide", { ledger, key: "night_watch", granted: true });
  await active("night_watch", "夜间值守");
  const unit = (name: string) =>
    clerk.post("/places/unit", { name, kind: "shop", address: "值守街", area: sample.kecheng, custom: { night_watch: ["guard"] } });
  const first = (await unit("值守甲")).body;
  // when
  await admin.patch("/fields", { ledger, key: "night_watch", what: "promote" });
  await app.as("security-admin").post("/fields/decide", { ledger, key: "night_watch", granted: true });
  const field = (await asWorker(app.services.db, (tx) => listFields(tx, ledger))).find((each) => each.key === "night_watch");
  if (field) await promoteField(field, app.services);
  await asWorker(app.services.db, (tx) => app.services.catalog.loadCustomFields(tx));
  await unit("值守乙");
  const where = encodeURIComponent(JSON.stringify({ "custom.night_watch": "guard" }));
  const found = await clerk.get(`/places/unit?where=${where}&sort=name`);
  // then
  expect(field?.promotion).toBe("copying");
  const columns = await app.sql("select name, c_night_watch from places.unit where address = '值守街' order by name");
  expect(columns).toEqual([
    { name: "值守乙", c_night_watch: ["guard"] },
    { name: "值守甲", c_night_watch: ["guard"] },
  ]);
  const rows = found.body.rows as unknown as Record<string, unknown>[];
  expect(rows.map((row) => row.name).sort()).toEqual(["值守乙", "值守甲"].sort());
  expect(Object.keys(rows[0] ?? {})).not.toContain("cNightWatch");
  expect((await clerk.get(`/places/unit/${String(first.id)}/history`)).body).toMatchObject({ entries: [] });
});

it("nobody but the two administrators sees or decides fields; a retired one disappears and its values stay", async () => {
  // given
  const admin = app.as("system-admin");
  const security = app.as("security-admin");
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  await admin.post("/fields", { ledger, key: "attic", definition: { label: "阁楼用途", kind: "text" } });
  // when
  const strangers = await Promise.all([
    clerk.get(`/fields?ledger=${ledger}`),
    clerk.post("/fields", { ledger, key: "mine", definition: { label: "我的", kind: "text" } }),
    clerk.post("/fields/decide", { ledger, key: "attic", granted: true }),
    security.post("/fields", { ledger, key: "mine", definition: { label: "我的", kind: "text" } }),
  ]);
  await security.post("/fields/decide", { ledger, key: "attic", granted: true });
  await active("attic", "阁楼用途");
  const { id } = (
    await clerk.post("/places/unit", { name: "有阁楼", kind: "shop", address: "1", area: sample.kecheng, custom: { attic: "住人" } })
  ).body;
  await admin.patch("/fields", { ledger, key: "attic", what: "retire" });
  await security.post("/fields/decide", { ledger, key: "attic", granted: true });
  // then
  expect(strangers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  const schema = async () => (await clerk.get("/schema/places/unit")).body;
  await expect.poll(async () => JSON.stringify((await schema()).fields), { timeout: 10_000 }).not.toContain("阁楼用途");
  expect(await schema()).toMatchObject({ retired: [{ key: "custom.attic", label: "阁楼用途" }] }); // history still names it
  expect(await app.sql("select custom from places.unit where id = $1", [id])).toEqual([{ custom: { attic: "住人" } }]);
});
