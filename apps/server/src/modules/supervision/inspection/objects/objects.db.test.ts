/** Objects of supervision: every unit is one, in a class that changes only with a reason, due again after each check. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";
import { countCheck, followUnits, takeUpUnits } from "./keep-objects.ts";

let app: App;
let chief: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  chief = app.as("inspector", { area: sample.kecheng, name: "林晓东" });
});
afterAll(() => app?.end());

type Body = Readonly<Record<string, unknown>>;
async function anObject(values: Parameters<typeof aUnit>[1] = {}): Promise<Body & { readonly id: string; readonly unit: string }> {
  const unit = await aUnit(app, values);
  await asWorker(app.services.db, (tx) => takeUpUnits(tx, app.services, unit));
  return read(unit);
}
async function read(unit: string) {
  const { rows } = (await chief.get(`/inspection/object?where=${encodeURIComponent(JSON.stringify({ unit }))}`)).body as {
    rows: (Body & { id: string; unit: string })[];
  };
  const [row] = rows;
  if (!row) throw new Error(`no object of ${unit}`);
  return row;
}

it("a unit is taken up once, classed by what is known of it, supervised by its town", async () => {
  const made = await anObject({ kind: "hotel", grade: "key" });
  expect(made).toMatchObject({
    risk: "orange",
    credit: "unknown",
    weight: 200,
    everyMonths: 12,
    depth: "full",
    dueOn: "2027-03-18",
    lastCheckedOn: null,
  });
  expect(made.classWhy).toBe("初评：人员密集的重点单位（默认规则，待核定）");
  expect(await asWorker(app.services.db, (tx) => takeUpUnits(tx, app.services, made.unit))).toBe(0);
});

it("the class changes with a reason and a line of record; weight and interval follow", async () => {
  const made = await anObject({ kind: "government", grade: "general" });
  const changed = await chief.post(`/inspection/objects/${made.id}/class`, {
    risk: "red",
    credit: "d",
    source: "assessment",
    reason: "年度评估为重大风险",
  });
  expect(changed.body).toEqual({ risk: "red", credit: "d", weight: 800, everyMonths: 3, dueOn: "2026-06-18" });
  const log = (await chief.get(`/inspection/supervision-class?where=${encodeURIComponent(JSON.stringify({ object: made.id }))}`)).body
    .rows as Body[];
  expect(log).toMatchObject([
    {
      riskBefore: "blue",
      risk: "red",
      creditBefore: "unknown",
      credit: "d",
      source: "assessment",
      reason: "年度评估为重大风险",
      byName: "林晓东",
    },
  ]);
  expect((await chief.post(`/inspection/objects/${made.id}/class`, { risk: "red", source: "person", reason: "再记一次" })).body.code).toBe(
    "inspection.class_unchanged",
  );
  expect((await chief.post(`/inspection/objects/${made.id}/class`, { risk: "blue", source: "person", reason: "" })).status).toBe(422);
  expect(
    (
      await app
        .as("leader", { area: sample.kecheng })
        .post(`/inspection/objects/${made.id}/class`, { risk: "blue", source: "person", reason: "整改完成" })
    ).status,
  ).toBe(403);
});

it("a finished check moves the next due day; heard twice, it counts once", async () => {
  const made = await anObject({ kind: "hotel", grade: "key" });
  const [id] = (await chief.post("/inspection/tasks", { units: [made.unit], purpose: "supervision", dueOn: "2026-03-31" })).body
    .ids as string[];
  await chief.post(`/inspection/task/${id}/finish`, { result: "none", doneOn: "2026-03-16" });
  const heard = { id: 1, at: "", type: "inspection.task.finish", area: null, payload: { id } };
  for (let times = 0; times < 2; times++) await asWorker(app.services.db, (tx) => countCheck.handle(heard, tx, app.services));
  expect(await read(made.unit)).toMatchObject({ lastCheckedOn: "2026-03-16", checks: 1, dueOn: "2027-03-16" });
});

it("follows its unit: a new name is its name, a unit struck off is no object any more", async () => {
  const made = await anObject();
  await app.sql("update places.unit set name = '东风广场' where id = $1", [made.unit]);
  await asWorker(app.services.db, (tx) => followUnits(tx, app.services, made.unit));
  expect(await read(made.unit)).toMatchObject({ unitName: "东风广场" });
  await app.sql("update places.unit set deleted_at = now(), deleted_why = '停业' where id = $1", [made.unit]);
  await asWorker(app.services.db, (tx) => followUnits(tx, app.services, made.unit));
  await expect(read(made.unit)).rejects.toThrow("no object");
});

it("is due as its unit now demands: a key unit with crowds every year, whatever it was taken up as", async () => {
  const made = await anObject({ kind: "hotel", grade: "general" });
  await app.sql("update inspection.object set risk = 'blue' where id = $1", [made.id]);
  const months = Number(made.everyMonths);
  expect(months).toBeGreaterThan(12);
  await app.sql("update places.unit set grade = 'key' where id = $1", [made.unit]);
  await asWorker(app.services.db, (tx) => followUnits(tx, app.services, made.unit));
  expect(await read(made.unit)).toMatchObject({
    grade: "key",
    everyMonths: 12,
    dueOn: "2027-03-18",
    duty: expect.stringContaining("SI-03"),
  });
});

it("supervisors are named by those who may, and nobody makes an object by hand", async () => {
  const made = await anObject();
  const person = await aPerson(app, "street-clerk", "方丽华");
  expect((await chief.post("/inspection/objects/supervisors", { objects: [made.id], areaPerson: person })).body).toEqual({ changed: 1 });
  expect(await read(made.unit)).toMatchObject({ areaPerson: person });
  const nobody = "01997c2e-8f00-7000-8000-000000000001";
  expect((await chief.post("/inspection/objects/supervisors", { objects: [made.id], areaPerson: nobody })).body.code).toBe(
    "inspection.unknown_person",
  );
  expect((await chief.post("/inspection/object", { area: 330_802_001_001_000 })).status).toBe(403);
});

it("coverage says by area who lacks a supervisor and who was never checked", async () => {
  await anObject();
  const { rows, confirmed } = (await chief.get("/inspection/coverage")).body as { rows: Body[]; confirmed: boolean };
  expect(confirmed).toBe(false);
  const town = rows.find(({ area }) => area === 330_802_001_000_000);
  expect(Number(town?.noIndustry)).toBeGreaterThan(0);
  expect(Number(town?.never)).toBeGreaterThan(0);
});
