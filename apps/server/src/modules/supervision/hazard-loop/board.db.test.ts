/** The board counts what the lists hold; a frozen list stays what it was while its hazards are worked off. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { computeMonth } from "#platform/measure/cells.ts";
import { type Loop, loopIn, type Shown } from "./hazard.fixture.ts";

let app: App;
let loop: Loop;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  loop = await loopIn(app);
});
afterAll(() => app?.end());

describe("清零看板", () => {
  it("counts open, soon, overdue, new and cleared by street and by community, each hazard once", async () => {
    const inspector = await loop.inspector();
    const late = await loop.assigned(await loop.shop(), "2026-03-18");
    await loop.assigned(await loop.shop(), "2026-03-20");
    await loop.assigned(await loop.shop(), "2026-04-20");
    const done = await loop.register(await loop.shop());
    await inspector.post(`/hazard-loop/hazard/${done}/correctedOnSpot`, {
      rectifyNote: "已开",
      reviewNote: "已看",
      reviewPhotos: [await loop.photo()],
    });
    app.clock?.set("2026-03-19T06:30:20Z");
    const county = (await inspector.get("/hazard-loop/board")).body.lines as readonly Shown[];
    expect(county.find(({ area }) => area === loop.town)).toMatchObject({ open: 3, soon: 1, overdue: 1, fresh: 4, cleared: 1, major: 0 });
    const street = (await inspector.get(`/hazard-loop/board?area=${loop.town}`)).body.lines as readonly Shown[];
    expect(street.find(({ area }) => area === loop.village)).toMatchObject({ open: 3, overdue: 1 });
    expect(county.reduce((sum, line) => sum + Number(line.open), 0)).toBe(3);
    const list = await inspector.get(`/hazard-loop/hazard/count?view=overdue`);
    expect(list.body).toMatchObject({ count: 1 });
    expect((await inspector.get(`/hazard-loop/hazard/${late}`)).body.row).toMatchObject({ state: "assigned" });
    expect((await app.as("inspector", { area: sample.jiangshan }).get(`/hazard-loop/board?area=${loop.town}`)).status).toBe(404);
    await computeCells();
    const city = (await app.as("inspector", { area: sample.city }).get("/hazard-loop/board")).body.lines as readonly Shown[];
    expect(city.find(({ area }) => area === sample.kecheng)).toMatchObject({ open: 3, soon: 1, overdue: 1, fresh: 4, cleared: 1 });
    expect(city.find(({ area }) => area === sample.city)).toBeUndefined();
    app.clock?.set("2026-03-18T06:30:20Z");
  });
});

/** What the worker does within a second. */
async function computeCells(): Promise<void> {
  const { db, catalog, registry, clock } = app.services;
  const moments = { today: clock.today(), now: clock.now() };
  for (const measure of registry.measures.values())
    if (measure.name.startsWith("hazard-loop.")) await asWorker(db, (tx) => computeMonth(measure, "2026-03", tx, catalog, moments));
}

describe("两个清单的基线", () => {
  it("keeps what it froze, can be recomputed, and falls as hazards are closed", async () => {
    const inspector = await loop.inspector();
    const [one] = [await loop.register(await loop.shop()), await loop.register(await loop.shop())];
    const frozen = await inspector.post("/hazard-loop/baselines", { name: "三年行动 2026 年首批", area: loop.village });
    expect(frozen.body).toMatchObject({ frozenBy: "林晓东", closed: 0 });
    const rows = await app.sql("select number, grade, due_on, what from hazard_loop.baseline_row where baseline = $1 order by number", [
      frozen.body.id,
    ]);
    const text = rows.map((row) => [row.number, row.grade ?? "", row.due_on ?? "", row.what].join("\t")).join("\n");
    expect(frozen.body).toMatchObject({ rows: rows.length, hash: createHash("sha256").update(text).digest("hex") });
    await inspector.post(`/hazard-loop/hazard/${one}/correctedOnSpot`, {
      rectifyNote: "已开",
      reviewNote: "已看",
      reviewPhotos: [await loop.photo()],
    });
    await loop.register(await loop.shop());
    const { body } = await inspector.get(`/hazard-loop/baselines/${frozen.body.id}`);
    expect(body).toMatchObject({ baseline: { rows: rows.length, closed: 1 }, line: [{ day: "2026-03-18", left: rows.length - 1 }] });
    const { baselines } = (await inspector.get("/hazard-loop/baselines")).body as { baselines: readonly object[] };
    expect(baselines).toContainEqual(expect.objectContaining({ id: frozen.body.id, rows: rows.length }));
    expect(baselines.some((each) => "closed" in each)).toBe(false);
    expect((await app.as("inspector", { area: sample.jiangshan }).get(`/hazard-loop/baselines/${frozen.body.id}`)).status).toBe(404);
    expect((await inspector.post("/hazard-loop/baselines", { name: "外区", area: sample.jiangshan })).status).toBe(422);
    expect(
      (await app.as("grid-member", { area: loop.town }).post("/hazard-loop/baselines", { name: "无权", area: loop.village })).status,
    ).toBe(403);
  });
});
