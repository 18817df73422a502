import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { apply, componentSignal, loop2, modules, networkedUnit } from "./scene.fixture.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ modules, now: "2026-03-18T06:30:22Z" });
});
afterAll(() => app.end());

const at = (seconds: number) => new Date(Date.parse("2026-03-18T06:30:20Z") + seconds * 1_000).toISOString();
const alarmsOf = (unit: string) => app.sql("select * from remote_monitoring.alarm where unit = $1 order by opened_at, id", [unit]);

describe("a fire signal becomes an alarm", () => {
  it("opens one case in words a person can act on, which an officer accepts and closes with a cause", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(0), { fire: true })]);
    const [opened] = await alarmsOf(unit);
    expect(opened).toMatchObject({
      kind: "fire",
      state: "reported",
      unit_name: "东风商厦",
      place_words: "3 层 B 防火分区 女装区东侧走道",
      device_words: "感烟火灾探测器 2 回路 037 号",
      number: "HJ-20260318-0001",
    });
    const officer = app.as("duty-officer", { name: "周海燕" });
    const path = `/remote-monitoring/alarm/${opened?.id}`;
    expect(await officer.post(`${path}/accept`, {})).toMatchObject({
      status: 200,
      body: { state: "accepted", holderPerson: officer.actor.userId },
    });
    expect(await app.as("duty-officer").post(`${path}/accept`, {})).toMatchObject({ status: 409 });
    expect(await officer.post(`${path}/verify`, { verifyMethod: "call", verifyOutcome: "fire", note: "监控见烟" })).toMatchObject({
      status: 200,
    });
    expect(await officer.post(`${path}/confirm`, {})).toMatchObject({ status: 200, body: { state: "confirmed", conclusion: "real" } });
    expect(await officer.post(`${path}/close`, {})).toMatchObject({ status: 422, body: { code: "case.asks" } });
    expect(await officer.post(`${path}/close`, { cause: "cooking" })).toMatchObject({ status: 200, body: { state: "closed" } });
  });
});
