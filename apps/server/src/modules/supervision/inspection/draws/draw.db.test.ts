/** A draw from draft to publication over HTTP: frozen lists, commitment before the public value, tasks, recomputation by the separate command. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { drawVerify } from "../../../../verbs/draw-verify.ts";
import { takeUpUnits } from "../objects/keep-objects.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";
import { workingDays } from "./keep-picks.ts";

const NOW = "2026-03-18T06:30:20Z";
const VALUE = { text: "03 08 14 19 26 31 11", source: "福彩双色球第 2026030 期", at: NOW };
type Body = Readonly<Record<string, unknown>>;

let app: App;
let chief: Caller;
let people: string[];
let units: string[];
beforeAll(async () => {
  app = await startApp({ now: NOW });
  people = [];
  for (const name of ["林晓东", "徐丽娟", "吴伟", "郑晓"]) people.push(await aPerson(app, "inspector", name));
  units = [];
  for (let n = 0; n < 12; n++) units.push(await aUnit(app, { name: `商户 ${n}`, grade: n % 2 ? "key" : "general" }));
  await asWorker(app.services.db, (tx) => takeUpUnits(tx, app.services));
  const [organ] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  chief = app.as("inspector", { area: sample.kecheng, organId: String(organ?.id), name: "林晓东" });
});
afterAll(() => app?.end());

const drafted = async (values: object = {}): Promise<string> =>
  String((await chief.post("/inspection/draws", { ask: 4, startOn: "2026-03-24", dueOn: "2026-03-31", ...values })).body.id);
const committed = async (values: object = {}): Promise<string> => {
  const id = await drafted(values);
  const answer = await chief.post(`/inspection/draws/${id}/commitment`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
};
const shown = async (id: string): Promise<Body> => (await chief.get(`/inspection/draws/${id}`)).body;

describe("a draw", () => {
  it("freezes its lists first; the value comes after; the picks follow; anybody recomputes them from the package alone", async () => {
    const id = await committed();
    expect(await shown(id)).toMatchObject({
      state: "committed",
      title: "2026 年 2 季度 第 1 批".replace("2 季度", "1 季度"),
      objects: 12,
      inspectors: 4,
      can: ["cast", "redraw"],
    });
    // a unit that comes up afterwards is not in it
    await aUnit(app, { name: "后来者" });
    await asWorker(app.services.db, (tx) => takeUpUnits(tx, app.services));
    expect((await chief.post(`/inspection/draws/${id}/cast`, VALUE)).body).toMatchObject({ state: "drawn", picks: 4 });
    const after = await shown(id);
    expect((after.classes as Body[]).reduce((sum, { drawn }) => sum + Number(drawn), 0)).toBe(4);
    const pack = (await chief.get(`/inspection/draws/${id}/package`)).body;
    expect((pack.list as string[]).length).toBe(2 + 12 + 4);
    expect((await chief.get(`/inspection/draws/${id}/verification`)).body).toMatchObject({
      same: true,
      objects: 12,
      picks: 4,
      inspectors: 4,
    });
    const folder = await mkdtemp(join(tmpdir(), "suiren-draw-"));
    const saidOf = async (name: string, given: object) => {
      const file = join(folder, name);
      await writeFile(file, JSON.stringify(given));
      const said: string[] = [];
      const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => said.push(String(line)) > 0);
      const code = await drawVerify.run([file]).finally(() => write.mockRestore());
      return { code, said: said.join("") };
    };
    expect(await saidOf("package.json", pack)).toMatchObject({ code: 0, said: expect.stringContaining("逐一相同") });
    const result = pack.result as Body[];
    const bad = { ...pack, result: [result[1], result[0], ...result.slice(2)] };
    expect(await saidOf("bad.json", bad)).toMatchObject({ code: 1, said: expect.stringContaining("第 1 家不同") });
  });

  it("makes tasks that name their inspectors and lists; results are published when all are checked, and only then with names", async () => {
    const id = await committed({ ask: 2 });
    await chief.post(`/inspection/draws/${id}/cast`, VALUE);
    const { number } = (await chief.get(`/inspection/draw/${id}`)).body.row as Body;
    expect((await chief.post(`/inspection/draws/${id}/dispatch`)).body).toMatchObject({ state: "dispatched", tasks: 2 });
    const tasks = (await chief.get(`/inspection/task?where=${encodeURIComponent(JSON.stringify({ originId: id }))}`)).body.rows as Body[];
    expect(tasks).toHaveLength(2);
    for (const task of tasks)
      expect(task).toMatchObject({ origin: "draw", purpose: "supervision", state: "pending", checklists: [{ list: "shop", version: 1 }] });
    expect((await chief.post(`/inspection/draws/${id}/publication`)).body).toMatchObject({
      code: "inspection.draw_not_checked",
      params: { open: 2 },
    });
    expect((await app.nobody.get(`/public/draws/${String(number)}`)).body).toMatchObject({
      list: null,
      result: null,
      commitment: { publishedAt: expect.any(String) },
    });
    for (const task of tasks) await chief.post(`/inspection/task/${String(task.id)}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect((await chief.post(`/inspection/draws/${id}/publication`)).body).toMatchObject({ state: "published" });
    const open = (await app.nobody.get(`/public/draws/${String(number)}`)).body;
    expect(open.result as Body[]).toHaveLength(2);
    const draws = (await app.nobody.get("/public/draws")).body.draws as Body[];
    expect(draws.map((each) => each.number)).toContain(number);
  });

  it("with fewer objects than asked draws nothing and says how many there are; it stays a draft", async () => {
    const id = await drafted({ ask: 500 });
    const answer = await chief.post(`/inspection/draws/${id}/commitment`);
    expect(answer).toMatchObject({ status: 409, body: { code: "inspection.draw_too_few_objects", params: { ask: 500 } } });
    expect(await shown(id)).toMatchObject({ state: "draft", commitment: null });
  });

  it("refuses a value from before the commitment, one from the future, and a second cast", async () => {
    const id = await committed({ ask: 1 });
    const cast = async (at: string) => (await chief.post(`/inspection/draws/${id}/cast`, { ...VALUE, at })).body.code;
    expect(await cast("2026-03-18T06:00:00Z")).toBe("inspection.random_before_commitment");
    expect(await cast("2026-03-19T06:00:00Z")).toBe("inspection.random_in_future");
    expect((await chief.post(`/inspection/draws/${id}/cast`, VALUE)).status).toBe(200);
    expect((await chief.post(`/inspection/draws/${id}/cast`, { ...VALUE, text: "01 02 03 04" })).body.code).toBe("case.wrong_state");
  });

  it("drawn again needs a reason; the old one stays to be seen, with the reason and its successor", async () => {
    const id = await committed({ ask: 1 });
    await chief.post(`/inspection/draws/${id}/cast`, VALUE);
    expect((await chief.post(`/inspection/draws/${id}/redraw`, { reason: "" })).status).toBe(422);
    const next = (await chief.post(`/inspection/draws/${id}/redraw`, { reason: "冻结名单漏了一个社区" })).body;
    expect(await shown(id)).toMatchObject({ state: "void", voidWhy: "冻结名单漏了一个社区", redrawnAs: { id: next.id } });
    expect(await shown(String(next.id))).toMatchObject({ state: "draft", redrawOf: { id } });
    expect((await chief.get(`/inspection/draws/${id}/verification`)).body).toMatchObject({ same: true });
  });

  it("leaves out whom it should not draw, and keeps declared relatives apart", async () => {
    const [one, two] = units as [string, string];
    await chief.post("/inspection/tasks", { units: [one], purpose: "guidance", dueOn: "2026-04-30" });
    for (const person of people.slice(0, 3)) await chief.post("/inspection/avoidance", { person, unit: two, kind: "relative" });
    const id = await committed({ ask: 1, kinds: ["shop"] });
    const after = await shown(id);
    expect(after.excluded).toMatchObject({ noInspectors: 1 });
    expect((after.excluded as { openTask: number }).openTask).toBeGreaterThan(0);
    const list = (await chief.get(`/inspection/draws/${id}/package`)).body.list as string[];
    expect(list.some((line) => line.startsWith(`object|${one}|`) || line.startsWith(`object|${two}|`))).toBe(false);
  });

  it("cannot be moved past its steps, nor by those who may only look; its frozen lists take no change", async () => {
    const id = await drafted({ ask: 1 });
    expect((await chief.post(`/inspection/draw/${id}/draw`)).status).toBe(403);
    expect((await app.as("leader", { area: sample.kecheng }).post(`/inspection/draws/${id}/commitment`)).status).toBe(403);
    expect((await app.as("inspector", { area: sample.jiangshan }).get(`/inspection/draws/${id}`)).status).toBe(404);
    const rights = await app.sql("select has_table_privilege('suiren_app', 'inspection.draw_frozen', 'update') as may");
    expect(rights[0]).toMatchObject({ may: false });
  });
});

describe("a draw's tasks merged into others", () => {
  it("are open until the merged visit is made: nothing is published early", async () => {
    const id = await committed({ ask: 1 });
    await chief.post(`/inspection/draws/${id}/cast`, VALUE);
    await chief.post(`/inspection/draws/${id}/dispatch`);
    const [own] = await app.sql("select id, unit from inspection.task where origin = 'draw' and origin_id = $1", [id]);
    const more = await chief.post("/inspection/tasks", { units: [own?.unit], purpose: "guidance", dueOn: "2026-04-30" });
    const merged = (await chief.post("/inspection/merge", { tasks: [own?.id, ...(more.body.ids as string[])] })).body;
    expect((await chief.get(`/inspection/draws/${id}/route`)).body).toMatchObject({ canArrange: false, stops: [{ checked: false }] });
    const publish = async () => (await chief.post(`/inspection/draws/${id}/publication`)).body;
    expect(await publish()).toMatchObject({ code: "inspection.draw_not_checked", params: { open: 1 } });
    await chief.post(`/inspection/task/${String(merged.id)}/finish`, { result: "none", doneOn: "2026-03-18" });
    expect((await chief.get(`/inspection/draws/${id}/route`)).body).toMatchObject({ stops: [{ checked: true }] });
    expect(await publish()).toMatchObject({ state: "published" });
  });
});

describe("the number of a draw", () => {
  it("is the county's next one also for who sees a street of it alone", async () => {
    const numberOf = async (id: unknown) => String((await app.sql("select number from inspection.draw where id = $1", [id]))[0]?.number);
    const before = await numberOf(await drafted());
    const street = app.as("inspector", { area: 330_802_001_000_000 });
    const made = await street.post("/inspection/draws", { ask: 1, startOn: "2026-03-24", dueOn: "2026-03-31" });
    expect(made.status).toBe(200);
    const [prefix, last] = [before.slice(0, before.lastIndexOf("-") + 1), Number(before.slice(before.lastIndexOf("-") + 1))];
    expect(await numberOf(made.body.id)).toBe(`${prefix}${last + 1}`);
  });
});

describe("days by route", () => {
  it("changed after the tasks went out are told to the organs of those who go; a look changes and notes nothing", async () => {
    const id = await committed({ ask: 2 });
    await chief.post(`/inspection/draws/${id}/cast`, VALUE);
    await chief.post(`/inspection/draws/${id}/dispatch`);
    const noted = async () => (await app.sql("select count(*)::int as n from platform.audit where action = '按路线排日程'"))[0];
    const before = await noted();
    await chief.post(`/inspection/draws/${id}/route`, { perDay: 10, dryRun: true });
    expect(await noted()).toEqual(before);
    const { moved } = (await chief.post(`/inspection/draws/${id}/route`, { perDay: 10 })).body;
    const told = await app.sql("select to_organ, note from platform.request where case_id = $1 and kind = 'notice'", [id]);
    expect(moved).toBeGreaterThan(0);
    expect(told).toEqual([{ to_organ: chief.actor.organId, note: expect.stringContaining(`共 ${String(moved)} 家：`) }]);
  });

  it("move the days alone, once drawn, for those not begun, and their tasks with them", async () => {
    const id = await committed({ ask: 2 });
    const arrange = (given: object) => chief.post(`/inspection/draws/${id}/route`, given);
    expect((await arrange({})).body).toMatchObject({ code: "inspection.no_days_to_arrange" });
    await chief.post(`/inspection/draws/${id}/cast`, VALUE);
    const before = (await chief.get(`/inspection/draws/${id}/route`)).body as {
      stops: readonly { id: string; lead: string; unit: string }[];
    };
    expect(before).toMatchObject({ canArrange: true });
    expect(before.stops).toHaveLength(2);
    const tried = (await arrange({ perDay: 10, dryRun: true })).body;
    expect((await chief.get(`/inspection/draws/${id}/route`)).body).toEqual(before);
    expect((await arrange({ perDay: 10 })).body).toEqual(tried);
    const after = (await chief.get(`/inspection/draws/${id}/route`)).body as typeof before;
    const who = (stops: typeof before.stops) => stops.map(({ unit, lead }) => `${unit} ${lead}`).toSorted();
    expect(who(after.stops)).toEqual(who(before.stops));
    expect((await arrange({ perDay: 10, dryRun: true })).body).toMatchObject({ moved: 0, days: 1 });
    expect((await chief.get(`/inspection/draws/${id}/verification`)).body).toMatchObject({ same: true });
    expect((await app.as("leader", { area: sample.kecheng }).post(`/inspection/draws/${id}/route`, {})).status).toBe(403);
  });
});

describe("planned days", () => {
  it("are working days: Qingming and weekends are left out", () => {
    expect(workingDays("2026-04-03", "2026-04-08")).toEqual(["2026-04-03", "2026-04-07", "2026-04-08"]);
    expect(workingDays("2026-04-04", "2026-04-05")).toEqual(["2026-04-05"]);
  });
});
