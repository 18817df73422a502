/** The how-to pages, followed literally: their code blocks become files, the files become a running module. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Tx } from "#platform/db.ts";
import { asWorker } from "#platform/db.ts";
import type { Module } from "#platform/module.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode } from "#platform/values.ts";
import { modules } from "../src/modules.ts";
import { type App, startApp } from "./kit.ts";

const PAGES = join(import.meta.dirname, "../../../docs/how-to");
type Loaded = { readonly waterSources: Module };
type Raise = (
  tx: Tx,
  services: Services,
  seen: { area: number; lane: string; what: string },
) => Promise<{ id: string; repeats: number; isNew: boolean }>;

let folder: string;
let app: App;
let raiseBlockage: Raise;
const town = keyOfCode("330802007");
const village = keyOfCode("330802007001");

/** Writes every block marked `file=…` of a page below `folder`. */
async function layOut(page: string): Promise<void> {
  const text = await readFile(join(PAGES, page), "utf8");
  const blocks = [...text.matchAll(/```ts file=(\S+)\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(1);
  for (const [, path = "", content = ""] of blocks) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, ".how-to-"));
  for (const page of ["add-a-ledger.md", "add-a-case.md", "add-a-measure.md"]) await layOut(page);
  const { waterSources } = (await import(join(folder, "objects/water-sources/measured-module.ts"))) as Loaded;
  const { fireLanes } = (await import(join(folder, "objects/fire-lanes/module.ts"))) as { fireLanes: Module };
  ({ raiseBlockage } = (await import(join(folder, "objects/fire-lanes/raise-blockage.ts"))) as { raiseBlockage: Raise });
  app = await startApp({
    now: "2026-03-18T06:30:00Z",
    modules: [...modules, waterSources, fireLanes],
    newTables: ["water-sources", "fire-lanes"],
    roles: ["api", "worker"],
  });
});
afterAll(async () => {
  await app?.end();
  await rm(folder, { recursive: true, force: true });
});

const aHydrant = (code: string, state = "intact") => ({
  code,
  kind: "municipal",
  road: "府东街",
  state,
  area: village,
  point: { lon: 118.87, lat: 28.94 },
});

it("add-a-ledger: a hydrant is registered, filtered by its views, shown on the map, and its newest check speaks for it", async () => {
  // given
  const inspector = app.as("inspector", { area: town });
  const made = await inspector.post("/water-sources/hydrant", aHydrant("KC-001"));
  const id = String(made.body.id);
  // when
  await inspector.post("/water-sources/hydrant-check", { hydrant: id, checkedOn: "2026-03-17", foundState: "leaking", pressureMpa: 0.2 });
  await inspector.post("/water-sources/hydrant-check", { hydrant: id, checkedOn: "2026-03-14", foundState: "intact", pressureMpa: 0.4 });
  // then
  expect((await inspector.get(`/water-sources/hydrant/${id}`)).body).toMatchObject({
    row: { state: "leaking", pressureMpa: 0.2, checkedOn: "2026-03-17" },
  });
  expect((await inspector.get("/water-sources/hydrant?view=broken")).body).toMatchObject({ rows: [{ code: "KC-001" }] });
  expect((await inspector.get("/water-sources/hydrant?view=unseen")).body).toMatchObject({ rows: [] });
  expect((await inspector.get("/water-sources/hydrant/map?bbox=118,28,119,29")).body).toMatchObject({
    points: [[118.87, 28.94, id, "KC-001"]],
  });
  expect((await inspector.post("/water-sources/hydrant", aHydrant("KC-001"))).body).toMatchObject({ code: "ledger.duplicate" });
  const { entries } = (await inspector.get(`/water-sources/hydrant/${id}/history`)).body as unknown as {
    entries: { changes: { field: string }[] }[];
  };
  expect(entries[0]?.changes.map((change) => change.field).sort()).toEqual(["checkedOn", "pressureMpa", "state"]);
});

it("add-a-ledger: a locked record is corrected by another record, not changed", async () => {
  const inspector = app.as("inspector", { area: town });
  const { body } = await inspector.post("/water-sources/hydrant", aHydrant("KC-002"));
  const old = await inspector.post("/water-sources/hydrant-check", { hydrant: body.id, checkedOn: "2026-03-01", foundState: "intact" });
  const answer = await inspector.patch(`/water-sources/hydrant-check/${String(old.body.id)}`, { version: 1, foundState: "missing" });
  expect(answer).toMatchObject({ status: 409, body: { code: "ledger.record_locked" } });
});

it("add-a-case: a blockage goes from found to closed, each move recorded, each wrong move refused with its reason", async () => {
  // given
  const raise = (lane: string) =>
    asWorker(app.services.db, (tx) => raiseBlockage(tx, app.services, { area: village, lane, what: "货车占用" }));
  const clerk = app.as("street-clerk", { area: town, name: "街道专管员" });
  const member = app.as("grid-member", { area: town });
  const { id } = await raise("府东街北口");
  const at = `/fire-lanes/blockage/${id}`;
  // when
  const again = await raise("府东街北口");
  const early = await member.post(`${at}/clear`, { result: "已拖走" });
  const past = await clerk.post(`${at}/order`, { clearBy: "2026-03-01" });
  const unasked = await clerk.post(`${at}/order`, {});
  const ordered = await clerk.post(`${at}/order`, { clearBy: "2026-03-19" });
  const cleared = await member.post(`${at}/clear`, { result: "已拖走" });
  const sentBack = await clerk.post(`${at}/sendBack`, { clearBy: "2026-03-20" });
  const closed = await clerk.post(`${at}/close`, {});
  const after = await clerk.post(`${at}/order`, { clearBy: "2026-03-21" });
  // then
  expect(again).toEqual({ id, repeats: 2, isNew: false });
  expect(early.body).toMatchObject({ code: "case.wrong_state" });
  expect(past.body).toMatchObject({ code: "fire-lanes.due_in_past", message: "清理期限不能早于今天" });
  expect(unasked.body).toMatchObject({ code: "case.asks", message: "还要填写：清理期限" });
  expect(ordered.body).toMatchObject({ state: "ordered", dueAt: "2026-03-19T15:59:59.999Z" });
  expect(cleared.body).toMatchObject({ state: "cleared", dueAt: "2026-03-23T15:59:59.999Z" }); // three working days after Wednesday
  expect(sentBack.body).toMatchObject({ code: "case.asks", message: "还要填写：说明" });
  expect(closed.body).toMatchObject({ state: "closed" });
  expect(after.body).toMatchObject({ code: "case.wrong_state" });
  const { lines } = (await clerk.get(`${at}/timeline`)).body as unknown as { lines: { sentence: string; actorName: string }[] };
  expect(lines.map((line) => line.sentence).reverse()).toEqual(["待交办", "再次报警，计第 2 次", "交办", "清理完毕", "复查办结"]);
  expect((await app.eventsAbout(id)).map((event) => event.type)).toEqual([
    "fire-lanes.blockage.raised",
    "fire-lanes.blockage.order",
    "fire-lanes.blockage.clear",
    "fire-lanes.blockage.close",
  ]);
});

it("add-a-measure: figures are the sums of their rows, from rows and from cells alike, and open the rows that spoil them", async () => {
  // given: a county of its own
  const county = keyOfCode("330881");
  const area = keyOfCode("330881001001");
  const inspector = app.as("inspector", { area: county });
  const ids: string[] = [];
  for (const [code, state] of [
    ["JS-1", "intact"],
    ["JS-2", "intact"],
    ["JS-3", "noWater"],
  ] as const) {
    const { body } = await inspector.post("/water-sources/hydrant", { ...aHydrant(code, state), area });
    ids.push(String(body.id));
  }
  for (const [i, checkedOn, pressureMpa] of [
    [0, "2026-01-15", 0.3],
    [1, "2026-02-10", 0.5],
    [0, "2026-02-20", 0.1],
  ] as const) {
    await inspector.post("/water-sources/hydrant-check", { hydrant: ids[i], checkedOn, foundState: "intact", pressureMpa });
  }
  const figures = async (name: string, query: string) =>
    (
      (await inspector.get(`/measures/water-sources.${name}?${query}`)).body as unknown as {
        figures: { key: string; num: number; value: number }[];
      }
    ).figures;
  // when
  const rate = await figures("hydrant_intact_rate", "");
  const spoil = await inspector.get("/measures/water-sources.hydrant_intact_rate/rows?part=spoil");
  const fromRows = await figures("hydrant_checks", "from=2026-01-02&to=2026-02-28");
  await expect
    .poll(async () => (await figures("hydrant_checks", "from=2026-01-01&to=2026-02-28&by=month")).map(({ key, num }) => [key, num]), {
      timeout: 20_000,
      interval: 500,
    })
    .toEqual([
      ["2026-01", 1],
      ["2026-02", 2],
    ]);
  const cells = () =>
    app.sql("select sum(num)::int as n from platform.cell where measure = 'water-sources.hydrant_checks' and area = $1", [county]);
  const pressure = await figures("hydrant_mean_pressure", "from=2026-01-01&to=2026-02-28");
  // then
  expect(rate[0]?.value).toBeCloseTo(66.67, 1);
  expect(spoil.body).toMatchObject({ count: 1, rows: [{ code: "JS-3" }] });
  expect(fromRows).toMatchObject([{ num: 3 }]);
  await expect.poll(cells, { timeout: 20_000, interval: 500 }).toEqual([{ n: 3 }]);
  expect(pressure[0]?.value).toBeCloseTo(0.3, 5);
});
