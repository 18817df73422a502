import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { apartFromTransaction, asWorker } from "#platform/db.ts";
import { adopt } from "./adopt.ts";
import {
  apply,
  componentSignal,
  lifeSignal,
  loop2,
  networkedUnit,
  newAddress,
  systemOperation,
  transmitterSignal,
} from "./scene.fixture.ts";
import { tick } from "./tick.ts";

const START = Date.parse("2026-03-18T06:30:20Z");
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

let app: App;
beforeAll(async () => {
  app = await startApp({ now: at(2) });
});
afterAll(() => app.end());

type Stored = Readonly<Record<string, unknown>> & { readonly id: string };
const alarmsOf = async (unit: string) =>
  (await app.sql("select * from remote_monitoring.alarm where unit = $1 order by opened_at, id", [unit])) as unknown as Stored[];
const linesOf = async (id: string | undefined) =>
  (await app.sql("select * from platform.timeline where case_id = $1 order by id", [id])) as unknown as Stored[];
const fire = { fire: true };

describe("a fire signal becomes an alarm", () => {
  it("opens one case in words a person can act on, which an officer accepts and closes with a cause", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(0), fire)]);
    const [opened] = await alarmsOf(unit);
    expect(opened).toMatchObject({
      kind: "fire",
      state: "reported",
      unit_name: "东风商厦",
      place_words: "3 层 B 防火分区 女装区东侧走道",
      device_words: "感烟火灾探测器 2 回路 037 号",
      number: expect.stringMatching(/^HJ-20260318-\d{4}$/),
    });
    const officer = app.as("duty-officer", { name: "周海燕" });
    const path = `/remote-monitoring/alarm/${opened?.id}`;
    expect(await officer.post(`${path}/accept`)).toMatchObject({
      status: 200,
      body: { state: "accepted", holderPerson: officer.actor.userId },
    });
    expect(await app.as("duty-officer").post(`${path}/accept`)).toMatchObject({ status: 409 });
    expect(await officer.post(`${path}/verify`, { verifyMethod: "call", verifyOutcome: "fire", note: "监控见烟" })).toMatchObject({
      status: 200,
    });
    expect(await officer.post(`${path}/confirm`)).toMatchObject({ status: 200, body: { state: "confirmed", conclusion: "real" } });
    expect(await officer.post(`${path}/close`)).toMatchObject({ status: 422, body: { code: "case.asks" } });
    expect(await officer.post(`${path}/close`, { cause: "cooking" })).toMatchObject({ status: 200, body: { state: "closed" } });
  });

  it("counts repeats on the open alarm and raises its level with a second detector of the zone", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(0), fire)]);
    await apply(app, [componentSignal(address, loop2(37), at(11), fire)]);
    await apply(app, [componentSignal(address, loop2(41), at(32), fire)]);
    const alarms = await alarmsOf(unit);
    expect(alarms).toMatchObject([{ repeats: 3, points: 2, grade: "raised", numbers: "2-037、2-041" }]);
    expect(alarms[0]?.raised_why).toBe("同一防火分区 60 秒内 2 个探测器报警：037 号 14:30:31，041 号 14:30:52");
    const codes = (await linesOf(alarms[0]?.id)).map((line) => line.code);
    expect(codes).toEqual([null, "remote-monitoring.repeated", "remote-monitoring.joined", "remote-monitoring.raised"]);
  });

  it("notes on a fire that the detector is quiet again, and closes a fault with it", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(0), fire), componentSignal(address, loop2(41), at(0), { fault: true })]);
    await apply(app, [componentSignal(address, loop2(37), at(20), {}), componentSignal(address, loop2(41), at(20), {})]);
    const alarms = await alarmsOf(unit);
    expect(alarms.find((each) => each.kind === "fire")).toMatchObject({ state: "reported", closed_at: null });
    expect(alarms.find((each) => each.kind === "fault")).toMatchObject({ state: "restored", conclusion: "restored" });
  });

  it("folds a storm of one panel under one open case that lists every point", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(
      app,
      Array.from({ length: 40 }, (_, i) => componentSignal(address, 500 + i, at(i / 2), { fault: true })),
    );
    const open = (await alarmsOf(unit)).filter((each) => each.closed_at === null);
    expect(open).toMatchObject([{ kind: "fault", points: 40 }]);
    const points = await app.sql("select count(*)::int as n from remote_monitoring.alarm_point where alarm_id = $1 and open", [
      open[0]?.id,
    ]);
    expect(points).toMatchObject([{ n: 40 }]);
  });

  it("ends what a panel had active when the panel is reset, and raises again what still burns", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, 7, at(0), { supervision: true })]);
    await apply(app, [systemOperation(address, at(30), ["reset"])]);
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "supervision", state: "restored" }]);
    await apply(app, [componentSignal(address, 7, at(40), { supervision: true })]);
    expect(await alarmsOf(unit)).toHaveLength(2);
  });

  it("does not open a settled fault again because the panel repeats it", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(41), at(0), { fault: true })]);
    const [fault] = await alarmsOf(unit);
    const officer = app.as("duty-officer");
    await officer.post(`/remote-monitoring/alarm/${fault?.id}/accept`);
    expect(await officer.post(`/remote-monitoring/alarm/${fault?.id}/confirm`)).toMatchObject({
      status: 409,
      body: { code: "remote-monitoring.not_for_kind" },
    });
    expect(await officer.post(`/remote-monitoring/alarm/${fault?.id}/settle`, { cause: "ageing" })).toMatchObject({ status: 200 });
    await apply(app, [componentSignal(address, loop2(41), at(60), { fault: true })]);
    expect(await alarmsOf(unit)).toHaveLength(1);
  });

  it("says in words what a transmitter suffers", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [transmitterSignal(address, at(0), { mainsFault: true })]);
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fault", what: "主电故障，备电供电中", device_words: "传输装置 1#" }]);
    await apply(app, [transmitterSignal(address, at(5), {})]);
    expect(await alarmsOf(unit)).toMatchObject([{ state: "restored" }]);
  });
});

describe("shielding and test windows", () => {
  const openWindow = (unit: string, kind: string, until: string) =>
    app.as("duty-officer").post("/duty/windows", { kind, unit, reason: "维保单位联动测试", until });

  it("puts a fire inside a test window into the test queue", async () => {
    const { unit, address } = await networkedUnit(app);
    expect(await openWindow(unit, "test", at(3_600))).toMatchObject({ status: 200 });
    await apply(app, [componentSignal(address, loop2(37), at(10), fire), componentSignal(address, loop2(41), at(11), { started: true })]);
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "test", was: "fire" }]);
    const windows = await app.sql('select muted from remote_monitoring."window" where unit = $1', [unit]);
    expect(windows).toMatchObject([{ muted: 2 }]);
  });

  it("raises what still burns when a shielding ends", async () => {
    const { unit, address } = await networkedUnit(app);
    const opened = await openWindow(unit, "shield", at(3_600));
    await apply(app, [componentSignal(address, loop2(37), at(10), fire)]);
    expect(await alarmsOf(unit)).toEqual([]);
    const ended = await app.as("duty-officer").post(`/duty/windows/${String(opened.body.id)}/end`, { reason: "施工结束" });
    expect(ended).toMatchObject({ status: 200 });
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fire", state: "reported" }]);
  });

  it("refuses a window without an end in the future", async () => {
    const { unit } = await networkedUnit(app);
    expect(await openWindow(unit, "shield", at(-5))).toMatchObject({ status: 422, body: { code: "remote-monitoring.window_in_past" } });
  });
});

describe("an address nobody has registered", () => {
  it("is kept with what it sent; claiming it raises a fire that is still young", async () => {
    const { unit } = await networkedUnit(app);
    const address = newAddress();
    await apply(app, [componentSignal(address, 7, at(0), fire), lifeSignal(address, at(1))]);
    await apply(app, [componentSignal(address, 8, at(2), fire), componentSignal(address, 8, at(3), {})]);
    const officer = app.as("duty-officer");
    const listed = await officer.get("/devices/unregistered");
    const rows = listed.body.rows as unknown as Stored[];
    expect(rows.find((row) => row.address === address)).toMatchObject({
      messages: 4,
      openFires: 1,
      kinds: { fire: 2, component: 1, life: 1 },
    });
    const claimed = await officer.post(`/devices/unregistered/${address}/claim`, { unit, name: "传输装置 3#" });
    expect(claimed).toMatchObject({ status: 200, body: { raised: 1 } });
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fire", address }]);
    await apply(app, [componentSignal(address, 9, at(5), { fault: true })]);
    expect(await alarmsOf(unit)).toHaveLength(2);
  });

  it("raises no fire that is older than ten minutes", async () => {
    const { unit } = await networkedUnit(app);
    const address = newAddress();
    await apply(app, [componentSignal(address, 7, at(-700), fire)]);
    expect(await app.as("duty-officer").post(`/devices/unregistered/${address}/claim`, { unit, name: "传输装置 4#" })).toMatchObject({
      body: { raised: 0 },
    });
  });

  it("cannot be claimed when it never spoke, nor for a unit outside one's area", async () => {
    const { unit } = await networkedUnit(app);
    const path = (address: string) => `/devices/unregistered/${address}/claim`;
    expect(await app.as("duty-officer").post(path(newAddress()), { unit, name: "x" })).toMatchObject({ status: 404 });
    const address = newAddress();
    await apply(app, [lifeSignal(address, at(0))]);
    const elsewhere = app.as("duty-officer", { area: 330_881_000_000_000 });
    expect(await elsewhere.post(path(address), { unit, name: "x" })).toMatchObject({ status: 422 });
    await asWorker(app.services.db, (tx) => adopt(tx, address, app.services));
    expect(await app.sql("select 1 from remote_monitoring.unregistered where address = $1", [address])).toHaveLength(1);
  });
});

describe("silence", () => {
  it("turns a device offline only while a gateway is there to hear it, and back with its next message", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [lifeSignal(address, at(0))]);
    const pulse = (from: number, to: number) =>
      app.sql("insert into remote_monitoring.gateway_pulse values ('test', $2, $1) on conflict (name) do update set at = $2, since = $1", [
        at(from),
        at(to),
      ]);
    app.clock?.set(at(400));
    await tick(app.services);
    expect(await alarmsOf(unit)).toEqual([]);
    await pulse(390, 399);
    await tick(app.services);
    expect(await alarmsOf(unit)).toEqual([]);
    await pulse(0, 399);
    await tick(app.services);
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "offline", state: "reported", what: "通信中断" }]);
    await apply(app, [lifeSignal(address, at(401))]);
    expect(await alarmsOf(unit)).toMatchObject([{ state: "restored" }]);
    app.clock?.set(at(2));
  });

  it("reminds by time, once, and says what could not be delivered", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(0), fire)]);
    app.clock?.set(at(65));
    await tick(app.services);
    await tick(app.services);
    const [alarm] = await alarmsOf(unit);
    const reminders = (await linesOf(alarm?.id)).filter((line) => String(line.code).includes("reminded"));
    expect(reminders).toMatchObject([
      { code: "remote-monitoring.not_reminded", given: { how: "没有值守台在线" } },
      { code: "remote-monitoring.not_reminded", given: { how: "短信未接通" } },
    ]);
    app.clock?.set(at(2));
  });
});

describe("a fire that overtakes", () => {
  it("raises its alarm at once, while another transaction writes its device, and says of its device later", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [lifeSignal(address, at(0))]);
    const signal = componentSignal(address, loop2(37), at(2), fire);
    const stateOf = () =>
      app.sql("select last_message_id, messages_today from remote_monitoring.device_state where address = $1", [address]);
    const before = await stateOf();
    await asWorker(app.services.db, async (busy) => {
      await sql`update remote_monitoring.device_state set fault_words = 'busy' where address = ${address}`.execute(busy);
      // Would wait for ever for a row that is being written.
      await apartFromTransaction(() => apply(app, [signal], { urgent: true }));
    });
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fire", repeats: 1 }]);
    expect(await stateOf()).toEqual(before);
    await apply(app, [], { alreadyRaised: [signal] });
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fire", repeats: 1 }]);
    expect(await stateOf()).toEqual([{ last_message_id: signal.messageId, messages_today: 2 }]);
  });
});

describe("the condition of points", () => {
  const conditions = async (unit: string) =>
    (await app.sql("select condition from remote_monitoring.point where unit = $1 order by component_address", [unit])).map(
      (row) => row.condition,
    );

  it("follows what they say", async () => {
    const { unit, address } = await networkedUnit(app);
    expect(await conditions(unit)).toEqual(["unheard", "unheard", "unheard"]);
    await apply(app, [componentSignal(address, loop2(5), at(0), { fault: true }), componentSignal(address, loop2(37), at(0), {})]);
    expect(await conditions(unit)).toEqual(["fault", "normal", "unheard"]);
    await apply(app, [componentSignal(address, loop2(5), at(1), {}), componentSignal(address, loop2(37), at(1), fire)]);
    expect(await conditions(unit)).toEqual(["normal", "fire", "unheard"]);
  });

  it("follows the register, also where the device spoke before its points were imported", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(99), at(0), { shielded: true })]);
    const change = (set: string, component: number) =>
      app.sql(`update facilities.component set ${set} where unit = $1 and component_address = $2`, [unit, component]);
    await change(`component_address = ${loop2(99)}`, loop2(41));
    expect(await conditions(unit)).toEqual(["unheard", "unheard", "shield"]);
    await change("state = 'removed'", loop2(5));
    await change("deleted_at = now()", loop2(37));
    expect(await conditions(unit)).toEqual(["shield"]);
  });
});

describe("who must be connected", () => {
  it("follows the registers of units, buildings and devices", async () => {
    const { unit, transmitter } = await networkedUnit(app);
    const other = await networkedUnit(app, "万达广场");
    const targets = async (of: string) =>
      (await app.sql("select why, devices, connected from remote_monitoring.access_target where unit = $1 order by why", [of])) as object[];
    expect(await targets(unit)).toEqual([]);
    await app.sql("update places.unit set grade = 'key', has_facilities = true where id = $1", [unit]);
    expect(await targets(unit)).toEqual([{ why: "keyUnit", devices: 1, connected: true }]);
    await app.sql("update facilities.transmitter set unit = $1 where id = $2", [other.unit, transmitter]);
    expect(await targets(unit)).toEqual([{ why: "keyUnit", devices: 0, connected: false }]);
    await app.sql("update places.unit set high_risk = true where id = any($1)", [[unit, other.unit]]);
    expect(await targets(unit)).toEqual([{ why: "highRisk", devices: 0, connected: false }]);
    expect(await targets(other.unit)).toEqual([{ why: "highRisk", devices: 2, connected: true }]);
    await app.sql("update facilities.transmitter set state = 'removed' where unit = $1", [other.unit]);
    expect(await targets(other.unit)).toEqual([{ why: "highRisk", devices: 0, connected: false }]);
    await app.sql("update places.unit set deleted_at = now() where id = $1", [unit]);
    expect(await targets(unit)).toEqual([]);
  });
});

describe("what comes late or broken", () => {
  it("does not take a fire back because an older message of its point was read after it", async () => {
    const { unit, address } = await networkedUnit(app);
    await apply(app, [componentSignal(address, loop2(37), at(5), fire)]);
    await apply(app, [componentSignal(address, loop2(37), at(3), {})]);
    const state = await app.sql("select active from remote_monitoring.component_state where address = $1", [address]);
    expect(state).toMatchObject([{ active: ["fire"] }]);
    const [alarm] = await alarmsOf(unit);
    expect((await linesOf(alarm?.id)).map((line) => line.code)).toEqual([null]);
  });

  it("keeps a text that holds what the database cannot", async () => {
    const { unit, address } = await networkedUnit(app);
    const broken = { ...componentSignal(address, 77, at(0), fire), description: "3F\0 东\ud83d侧" };
    await apply(app, [broken as ReturnType<typeof componentSignal>]);
    expect(await alarmsOf(unit)).toMatchObject([{ kind: "fire", place_words: expect.stringContaining("3F 东") }]);
  });
});
