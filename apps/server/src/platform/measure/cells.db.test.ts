/** Cells against their rows: what marks keep current is what a build from the rows alone would make, at every level. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { keyOfCode } from "#platform/values.ts";
import { type App, sample, startApp } from "../../../test/kit.ts";
import { modules } from "../../modules.ts";
import { asWorker } from "../db.ts";
import { type CellChange, rebuildCells, refreshDirty } from "./cells.ts";
import { drill, measures } from "./drill.fixture.ts";
import { seriesOf, valueIn } from "./series.ts";
import { watchSources } from "./watch.ts";

let app: App;
const [hehua, village, otherVillage] = [keyOfCode("330802006"), keyOfCode("330802006011"), keyOfCode("330881001001")];
const all = Object.values(measures);
const today = "2026-03-18" as never;
const moments = { today, now: new Date("2026-03-18T06:30:00Z") };

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z", modules: [...modules, drill], newTables: ["drill"] });
});
afterAll(() => app?.end());
beforeEach(async () => {
  await app.sql("truncate drill.hydrant, drill.valve, drill.meeting, drill.fire, drill.people, platform.dirty, platform.cell");
});

const add = async (table: string, area: number, values: Readonly<Record<string, string | number>>) => {
  const id = randomUUID();
  const names = Object.keys(values);
  await app.sql(
    `insert into drill.${table} (id, area, ${names.map((name) => `"${name}"`).join(", ")}) values ($1, $2, ${names.map((_, i) => `$${i + 3}`).join(", ")})`,
    [id, area, ...Object.values(values)],
  );
  return id;
};
const hydrant = (area: number, state = "intact") => add("hydrant", area, { code: randomUUID().slice(0, 8), state });
const meeting = (area: number, day: string) => add("meeting", area, { topic: "消防", held_on: day });

/** As the worker does every moment. */
async function follow(): Promise<readonly CellChange[]> {
  const { db, catalog } = app.services;
  const bySource = await watchSources(db, catalog, app.services.registry.measures.values());
  const heard: CellChange[] = [];
  await refreshDirty(db, catalog, bySource, moments, async (_, changes) => void heard.push(...changes));
  return heard;
}
const rebuilt = () => rebuildCells(app.services.db, app.services.catalog, all, moments, "2024-03-01" as never);
const cell = async (measure: string, area: number, month = "2026-03-01") =>
  (await app.sql("select num, den from platform.cell where measure = $1 and area = $2 and month = $3", [measure, area, month]))[0];

it("a change recomputes its own area and those above it, and what it finds is what a full build finds", async () => {
  // given
  for (const area of [village, village, hehua, sample.kecheng, otherVillage]) await hydrant(area);
  for (const [area, day] of [
    [village, "2026-03-02"],
    [hehua, "2026-03-03"],
    [sample.city, "2026-03-04"],
    [otherVillage, "2026-02-28"],
  ] as const)
    await meeting(area, day);
  await follow();
  await rebuilt();
  // when
  const id = await hydrant(village, "leaking");
  await app.sql("update drill.hydrant set state = 'intact' where id = $1", [id]);
  const lost = await hydrant(otherVillage, "missing");
  await app.sql("update drill.hydrant set deleted_at = now() where id = $1", [lost]);
  await hydrant(hehua, "missing");
  await meeting(village, "2026-03-31");
  await app.sql("update drill.meeting set held_on = '2026-01-31' where held_on = '2026-03-02'");
  const heard = await follow();
  // then
  expect(await cell("drill.intact_rate", village)).toEqual({ num: 3, den: 3 });
  expect(await cell("drill.intact_rate", hehua)).toEqual({ num: 4, den: 5 });
  expect(await cell("drill.intact_rate", sample.kecheng)).toEqual({ num: 5, den: 6 });
  expect(await cell("drill.intact_rate", sample.city)).toEqual({ num: 6, den: 7 });
  expect(await cell("drill.meetings", sample.city)).toEqual({ num: 3, den: 3 });
  expect(await cell("drill.meetings", village, "2026-01-01")).toEqual({ num: 1, den: 1 });
  expect(heard.find(({ measure }) => measure === "drill.intact_rate")?.areas).toEqual(
    expect.arrayContaining([village, hehua, sample.kecheng, sample.city]),
  );
  expect((await rebuilt()).differing).toEqual([]);
  expect(await follow()).toEqual([]);
});

it("rows that another ledger's rows are counted for are marked by those too", async () => {
  const own = await hydrant(village);
  await follow();
  expect(await cell("drill.valved_rate", village)).toEqual({ num: 0, den: 1 });
  await add("valve", village, { hydrant: own, code: "V-1" });
  await follow();
  expect(await cell("drill.valved_rate", sample.kecheng)).toEqual({ num: 1, den: 1 });
  expect((await rebuilt()).differing).toEqual([]);
});

it("a stock of a finished month stays as it was", async () => {
  await app.sql("insert into platform.cell (measure, month, area, num, den) values ('drill.intact_rate', '2026-02-01', $1, 7, 9)", [
    village,
  ]);
  await hydrant(village, "leaking");
  await follow();
  await rebuilt();
  expect(await cell("drill.intact_rate", village, "2026-02-01")).toEqual({ num: 7, den: 9 });
  expect(await cell("drill.intact_rate", village)).toEqual({ num: 0, den: 1 });
});

it("the population is each place's last known one; a rate without it is not known", async () => {
  await add("people", hehua, { source: "普查", on: "2020-11-01", count: 40_000 });
  await add("people", hehua, { source: "年鉴", on: "2024-12-31", count: 50_000 });
  await add("people", sample.jiangshan, { source: "年鉴", on: "2025-12-31", count: 450_000 });
  await add("fire", village, { place: "民房", on: "2026-02-01", deaths: 1 });
  await follow();
  const { value } = await seriesIn("deathRate", [sample.city, sample.kecheng, hehua, village]);
  expect(value(sample.city, "2026-01-01", "2026-12-31")).toBeCloseTo(0.2, 6);
  expect(value(hehua, "2026-01-01", "2026-12-31")).toBeCloseTo(2, 6);
  expect(value(hehua, "2021-01-01", "2021-12-31")).toBe(0);
  expect(value(village, "2026-01-01", "2026-12-31")).toBeUndefined(); // nobody says how many live there
  const caller = app.as("committee-office", { area: sample.city });
  const { body } = await caller.get(`/measures/drill.people_count?from=2026-01-01&to=2026-03-31&area=${sample.city}`);
  expect(body).toMatchObject({ figures: [{ value: 500_000 }] });
});

it("a change is told against the same period a year before, and not where there was nothing", async () => {
  for (const day of ["2025-03-10", "2025-03-20", "2026-03-01", "2026-03-02", "2026-03-03"]) await meeting(hehua, day);
  await meeting(otherVillage, "2026-03-05");
  await follow();
  const { value } = await seriesIn("change", [hehua, otherVillage]);
  expect(value(hehua, "2026-03-01", "2026-03-31")).toBe(50);
  expect(value(otherVillage, "2026-03-01", "2026-03-31")).toBeNull();
  const { body } = await app.as("committee-office", { area: hehua }).get("/measures/drill.meetings_change?from=2026-03-01&to=2026-03-31");
  expect(body).toMatchObject({ figures: [{ num: 3, den: 2, value: 50 }] });
});

it("a measure is told one organ at a time", async () => {
  const [organ] = await app.sql("select id, name from organizations.organ where area = $1 and kind = 'government' limit 1", [hehua]);
  const { id, name } = organ as unknown as { id: string; name: string };
  for (const day of ["2026-03-01", "2026-03-02"]) await add("meeting", hehua, { topic: "消防", held_on: day, chair: id });
  await meeting(hehua, "2026-03-03");
  const office = app.as("committee-office", { area: sample.city });
  expect((await office.get("/measures/drill.meetings?from=2026-03-01&to=2026-03-31&by=per")).body).toMatchObject({
    figures: [{ key: id, label: name, value: 2 }],
  });
  expect((await office.get("/measures/drill.deaths?by=per")).body).toMatchObject({ code: "measure.not_per" });
});

async function seriesIn(name: keyof typeof measures, areas: readonly number[]) {
  const measure = measures[name];
  const span = (from: string, to: string) => ({ from, to });
  const spans = [span("2026-01-01", "2026-12-31"), span("2021-01-01", "2021-12-31"), span("2026-03-01", "2026-03-31")];
  const ground = { catalog: app.services.catalog, measures: app.services.registry.measures, moments };
  const series = await asWorker(app.services.db, (tx) => seriesOf(measure, spans, { areas }, { ...ground, tx }));
  return { value: (area: number, from: string, to: string) => valueIn(measure, series.at(area, span(from, to))) };
}
