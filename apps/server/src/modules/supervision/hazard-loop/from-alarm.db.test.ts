/** A fault that stands for days becomes a hazard by itself, once; an officer may pass an alarm on at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { apply, componentSignal, loop2, networkedUnit } from "../../sensing/remote-monitoring/scene.fixture.ts";
import { raiseOldFaults } from "./from-alarm.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-14T06:30:20Z" });
});
afterAll(() => app?.end());

async function faulty(point: number) {
  const scene = await networkedUnit(app);
  await apply(app, [componentSignal(scene.address, loop2(point), "2026-03-14T06:30:00Z", { fault: true })]);
  const [alarm] = await app.sql("select id from remote_monitoring.alarm where unit = $1 and kind = 'fault'", [scene.unit]);
  return { ...scene, alarm: String(alarm?.id) };
}
const hazardsOf = (unit: string) =>
  app.sql("select id, origin, origin_id, what, repeats, state from hazard_loop.hazard where unit = $1", [unit]);

describe("device faults", () => {
  it("become hazards after three days, each once, with the alarm they came from", async () => {
    const { unit, alarm } = await faulty(37);
    app.clock?.set("2026-03-17T06:00:00Z");
    await raiseOldFaults(app.services);
    expect(await hazardsOf(unit)).toEqual([]);
    app.clock?.set("2026-03-17T07:00:00Z");
    await raiseOldFaults(app.services);
    await raiseOldFaults(app.services);
    expect(await hazardsOf(unit)).toMatchObject([
      { origin: "device", origin_id: alarm, state: "found", repeats: 1, what: expect.stringContaining("已 3 天未恢复") },
    ]);
  });

  it("that come again under a new number count once on the hazard that is open, not every hour", async () => {
    app.clock?.set("2026-03-18T06:30:20Z");
    const { unit, alarm } = await faulty(43);
    app.clock?.set("2026-03-21T06:40:00Z");
    await raiseOldFaults(app.services);
    await app.sql("update remote_monitoring.alarm set closed_at = now(), state = 'settled' where id = $1", [alarm]);
    const again = await app.sql(
      `insert into remote_monitoring.alarm select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', a.number || 'b',
         'closed_at', null, 'state', 'accepted'))).* from remote_monitoring.alarm a where a.id = $1 returning id`,
      [alarm],
    );
    expect(again).toHaveLength(1);
    for (let hour = 0; hour < 3; hour++) await raiseOldFaults(app.services);
    expect(await hazardsOf(unit)).toMatchObject([{ origin_id: alarm, repeats: 2 }]);
  });

  it("beyond one page are raised as well, and those that cannot be hold up none behind them", async () => {
    app.clock?.set("2026-03-22T06:30:20Z");
    const units = [];
    for (const point of [45, 47, 49]) units.push((await faulty(point)).unit);
    app.clock?.set("2026-03-25T06:40:00Z");
    expect(await raiseOldFaults(app.services, 1)).toBeGreaterThanOrEqual(3);
    expect(await raiseOldFaults(app.services, 1)).toBe(0);
    for (const unit of units) expect(await hazardsOf(unit)).toHaveLength(1);
  });

  it("are passed on by whoever may register hazards, and not by those who only look", async () => {
    const { unit, alarm } = await faulty(41);
    const inspector = app.as("inspector", { area: sample.kecheng, name: "林晓东" });
    const passed = await inspector.post(`/hazard-loop/from-alarm/${alarm}`, { note: "探测器待更换" });
    expect(passed.body).toMatchObject({ isNew: true });
    expect((await inspector.post(`/hazard-loop/from-alarm/${alarm}`, {})).body).toMatchObject({
      isNew: false,
      repeats: 2,
      id: passed.body.id,
    });
    expect(await hazardsOf(unit)).toHaveLength(1);
    expect((await app.as("duty-officer").post(`/hazard-loop/from-alarm/${alarm}`, {})).status).toBe(403);
    expect((await app.as("inspector", { area: sample.jiangshan }).post(`/hazard-loop/from-alarm/${alarm}`, {})).status).toBe(404);
  });
});
