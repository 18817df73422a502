import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { sendWaiting } from "./commands.ts";
import { connectGateway, type DeviceCommand, type Gateway } from "./gateway-port.ts";
import { apply, componentSignal, dutyAnswerSignal, lifeSignal, loop2, networkedUnit } from "./scene.fixture.ts";
import { tick } from "./tick.ts";

const START = Date.parse("2026-03-18T06:30:20Z");
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

let app: App;
beforeAll(async () => {
  app = await startApp({ now: at(2) });
});
afterAll(() => app.end());

type Shown = Readonly<Record<string, unknown>>;
const rows = (value: unknown) => value as readonly Shown[];

async function burningUnit() {
  const scene = await networkedUnit(app);
  await apply(app, [componentSignal(scene.address, loop2(37), at(0), { fire: true })]);
  const [alarm] = await app.sql("select id, number from remote_monitoring.alarm where unit = $1", [scene.unit]);
  return { ...scene, id: String(alarm?.id), number: String(alarm?.number) };
}

describe("the duty seat", () => {
  it("shows queue, counts and devices of the officer's area alone", async () => {
    const { id, number } = await burningUnit();
    const board = await app.as("duty-officer").get("/duty/board");
    expect(board.status).toBe(200);
    expect(rows(board.body.rows).find((row) => row.id === id)).toMatchObject({
      number,
      unitName: "东风商厦",
      stateLabel: "报警",
      kind: "fire",
    });
    expect(rows(board.body.counts).find((each) => each.kind === "fire")).toMatchObject({ label: "火警", unaccepted: expect.any(Number) });
    const elsewhere = await app.as("duty-officer", { area: 330_881_000_000_000 }).get("/duty/board");
    expect(rows(elsewhere.body.rows)).toEqual([]);
    expect(elsewhere.body.devices).toEqual({ online: 0, total: 0 });
    expect(await app.as("leader").get("/duty/board")).toMatchObject({ status: 403 });
  });

  it("shows with an alarm whom to call first, the zone's components and what may be done next", async () => {
    const { id } = await burningUnit();
    const officer = app.as("duty-officer", { name: "周海燕" });
    await officer.post(`/remote-monitoring/alarm/${id}/accept`);
    const shown = await officer.get(`/duty/alarms/${id}`);
    expect(shown.status).toBe(200);
    expect(rows(shown.body.contacts)[0]).toMatchObject({ role: "消防控制室", number: "0570-3051190" });
    expect(shown.body.unit).toMatchObject({ name: "东风商厦", vehicleEntry: "府东街北门，高 4.2 米" });
    expect(rows(shown.body.timeline)[0]).toMatchObject({ sentence: "接警", actorName: "周海燕" });
    expect(rows((shown.body.next as Shown).can).map((each) => each.move)).toEqual(
      expect.arrayContaining(["verify", "confirm", "falseAlarm"]),
    );
    const dialled = await officer.post("/duty/dial", { alarm: id, dial: String(rows(shown.body.contacts)[0]?.dial) });
    expect(dialled).toMatchObject({ status: 200, body: { tel: "tel:0570-3051190" } });
    const other = await networkedUnit(app);
    expect(await officer.post("/duty/dial", { alarm: id, dial: `places.unit/${other.unit}/dutyPhone` })).toMatchObject({ status: 404 });
  });

  it("leaves an alarm to the officer who took it until he passes it on", async () => {
    const { id } = await burningUnit();
    const first = app.as("duty-officer");
    const second = app.as("duty-officer");
    const path = `/remote-monitoring/alarm/${id}`;
    await first.post(`${path}/accept`);
    expect(await second.post(`${path}/confirm`)).toMatchObject({ status: 409, body: { code: "case.held_by_other" } });
    expect(await second.post(`${path}/askFor`)).toMatchObject({ status: 200 });
    expect(await first.post(`${path}/handOver`)).toMatchObject({ status: 409, body: { code: "remote-monitoring.name_the_next" } });
    expect(await first.post(`${path}/handOver`, { holderPerson: second.actor.userId })).toMatchObject({ status: 200 });
    expect(await second.post(`${path}/confirm`)).toMatchObject({ status: 200 });
  });

  it("passes from shift to shift with two signatures of two people", async () => {
    const place = { area: 330_825_000_000_000 };
    const outgoing = app.as("duty-officer", { ...place, name: "周海燕" });
    const incoming = app.as("duty-officer", { ...place, name: "徐丽娟" });
    const next = { name: "夜班", untilAt: at(43_200), officers: [{ id: null, name: "徐丽娟" }] };
    expect(await outgoing.post("/duty/shifts", { ...next, name: "白班" })).toMatchObject({ status: 200 });
    expect(await outgoing.post("/duty/shifts", next)).toMatchObject({ status: 409 });
    expect(await incoming.post("/duty/shifts/take-over", next)).toMatchObject({
      status: 409,
      body: { code: "remote-monitoring.not_handed" },
    });
    expect(await outgoing.post("/duty/shifts/hand-over", { note: "万达广场测试到 16:00" })).toMatchObject({ status: 200 });
    expect(await outgoing.post("/duty/shifts/take-over", next)).toMatchObject({
      status: 409,
      body: { code: "remote-monitoring.same_person" },
    });
    expect(await incoming.post("/duty/shifts/take-over", next)).toMatchObject({ status: 200 });
    expect(await incoming.get("/duty/shift")).toMatchObject({ body: { shift: { name: "夜班", handedAt: null } } });
  });

  it("is begun and taken over by one of two officers who press at once", async () => {
    const area = 330_824_000_000_000;
    const [one, two, third] = ["周海燕", "徐丽娟", "郑国庆"].map((name) => app.as("duty-officer", { area, name }));
    const next = (name: string) => ({ name, untilAt: at(43_200), officers: [{ id: null, name: "徐丽娟" }] });
    const running = () => app.sql("select name from remote_monitoring.shift where area = $1 and ended_at is null", [area]);
    const press = async (path: string, name: string) =>
      (await Promise.all([one, two].map((officer) => officer?.post(path, next(name))))).map((answer) => answer?.status).sort();
    expect(await press("/duty/shifts", "白班")).toEqual([200, 409]);
    expect(await running()).toEqual([{ name: "白班" }]);
    await third?.post("/duty/shifts/hand-over");
    expect(await press("/duty/shifts/take-over", "夜班")).toEqual([200, 409]);
    expect(await running()).toEqual([{ name: "夜班" }]);
  });

  it("wants a reason for a muted seat", async () => {
    const officer = app.as("duty-officer");
    expect(await officer.post("/duty/presence", { sound: "off", mutedSeconds: 90 })).toMatchObject({ status: 422 });
    expect(await officer.post("/duty/presence", { sound: "off", mutedSeconds: 90, mutedWhy: "检修音箱" })).toMatchObject({ status: 200 });
  });

  it("writes down a change of the sound, and not every sign of life", async () => {
    const officer = app.as("duty-officer");
    const entries = async () => (await app.sql("select detail from platform.audit where action = $1 order by id", ["值守台声音"])).length;
    await officer.post("/duty/presence", { sound: "on" });
    const before = await entries();
    for (let beats = 0; beats < 3; beats++) await officer.post("/duty/presence", { sound: "on" });
    expect(await entries()).toBe(before);
    await officer.post("/duty/presence", { sound: "off", mutedSeconds: 90, mutedWhy: "检修音箱" });
    expect(await entries()).toBe(before + 1);
    expect(await app.sql("select 1 from platform.audit where action like '%每 15 秒%'", [])).toEqual([]);
  });
});

describe("duty checks", () => {
  const sent: { address: string; command: DeviceCommand }[] = [];
  const reachable = new Set<string>();
  /** The world's edge: a gateway that reaches the devices it is told to reach. */
  const gateway: Gateway = {
    async sendCommand(address, command) {
      sent.push({ address, command });
      return { state: reachable.has(address) ? "answered" : "not-connected" };
    },
    connectionOf: () => null,
    status: () => ({ port: 26_875, connections: reachable.size, deniedToday: 0, storing: true, trouble: null }),
    messagesOf: async () => [],
    message: async () => undefined,
    unreadable: async () => [],
  };

  it("asks, hears the answer by the device's button, and counts who did not answer or was not reached", async () => {
    const [present, silent, away] = [await networkedUnit(app), await networkedUnit(app), await networkedUnit(app)];
    for (const { address } of [present, silent]) reachable.add(address);
    const officer = app.as("duty-officer");
    const addresses = [present, silent, away].map((each) => each.address);
    const asked = await officer.post("/duty/duty-check", { addresses });
    expect(asked).toMatchObject({ status: 200, body: { asked: 3 } });
    const disconnect = connectGateway(gateway);
    await sendWaiting(app.services);
    disconnect();
    expect(sent.map((each) => each.command)).toEqual(expect.arrayContaining([{ kind: "duty-check", answerMinutes: 10 }]));
    await apply(app, [dutyAnswerSignal(present.address, at(30))]);
    app.clock?.set(at(700));
    await tick(app.services);
    app.clock?.set(at(2));
    const outcomes = await app.sql("select address, outcome from remote_monitoring.duty_answer where check_id = $1", [
      String(asked.body.checkId),
    ]);
    expect(new Map(outcomes.map((row) => [String(row.address), String(row.outcome)]))).toEqual(
      new Map([
        [present.address, "answered"],
        [silent.address, "timeout"],
        [away.address, "undelivered"],
      ]),
    );
  });

  it("asks nothing of devices outside one's area", async () => {
    const { address } = await networkedUnit(app);
    const elsewhere = app.as("duty-officer", { area: 330_881_000_000_000 });
    expect(await elsewhere.post("/duty/duty-check", { addresses: [address] })).toMatchObject({ status: 422 });
    expect(await elsewhere.post("/duty/commands", { address, command: { kind: "synchronise-clock" } })).toMatchObject({ status: 404 });
  });
});

describe("devices and the unit's own desk", () => {
  it("shows a device with its state, and its messages only where a gateway is", async () => {
    const { address } = await networkedUnit(app);
    await apply(app, [lifeSignal(address, at(0)), componentSignal(address, 999, at(1), {})]);
    const shown = await app.as("inspector").get(`/devices/${address}`);
    expect(shown).toMatchObject({
      status: 200,
      body: { device: { connection: "online" }, points: { registered: 3, heard: 1, unmatched: 1 } },
    });
    expect(await app.as("inspector").get(`/devices/${address}/messages`)).toMatchObject({ status: 503 });
    expect(await app.as("inspector", { area: 330_881_000_000_000 }).get(`/devices/${address}`)).toMatchObject({ status: 404 });
  });

  it("shows a unit's own people their devices and alarms, and nobody else's", async () => {
    const mine = await burningUnit();
    const theirs = await burningUnit();
    const manager = app.as("unit-manager", { unitId: mine.unit, area: mine.area });
    const desk = await manager.get("/unit/desk");
    expect(desk.status).toBe(200);
    expect(rows(desk.body.alarms).map((row) => row.id)).toEqual([mine.id]);
    expect(rows(desk.body.devices)).toMatchObject([{ address: mine.address, connection: "online" }]);
    expect(await manager.get(`/duty/alarms/${theirs.id}`)).toMatchObject({ status: 404 });
    expect(await manager.post(`/remote-monitoring/alarm/${mine.id}/accept`)).toMatchObject({ status: 403 });
    expect(await manager.post(`/unit/alarms/${mine.id}/answer`, { outcome: "none", note: "烟雾机测试" })).toMatchObject({ status: 200 });
    expect(await manager.post(`/unit/alarms/${theirs.id}/answer`, { outcome: "none" })).toMatchObject({ status: 404 });
    const seen = await app.as("duty-officer").get(`/duty/alarms/${mine.id}`);
    expect(rows(seen.body.timeline)[0]).toMatchObject({ sentence: "单位答复：无火情，烟雾机测试" });
  });

  it("lists a point after three false alarms in thirty days", async () => {
    const { address, unit } = await networkedUnit(app);
    const officer = app.as("duty-officer");
    for (const n of [1, 2, 3]) {
      await apply(app, [componentSignal(address, loop2(41), at(n), { fire: true })]);
      const [alarm] = await app.sql("select id from remote_monitoring.alarm where unit = $1 and closed_at is null", [unit]);
      await officer.post(`/remote-monitoring/alarm/${String(alarm?.id)}/accept`);
      expect(await officer.post(`/remote-monitoring/alarm/${String(alarm?.id)}/falseAlarm`, { cause: "dust" })).toMatchObject({
        status: 200,
      });
    }
    const nuisance = await officer.get("/devices/nuisance");
    expect(rows(nuisance.body.rows).find((row) => row.address === address)).toMatchObject({ falseAlarms: 3, cause: "dust" });
  });

  it("counts high-risk units without a device against the access rate", async () => {
    const connected = await networkedUnit(app);
    await app.sql("update places.unit set high_risk = true where id = $1", [connected.unit]);
    const bare = randomUUID();
    await app.sql(
      "insert into places.unit (id, area, name, kind, address, high_risk) values ($1, $2, '府山阳光敬老院', 'nursing', '府山', true)",
      [bare, connected.area],
    );
    const listed = await app.as("inspector").get("/remote-monitoring/access-target?view=missing");
    expect(rows(listed.body.rows).map((row) => row.unit)).toContain(bare);
    expect(rows(listed.body.rows).map((row) => row.unit)).not.toContain(connected.unit);
    expect(await app.as("inspector").get("/remote-monitoring/coverage")).toMatchObject({ status: 200 });
    expect(await app.as("inspector").get("/devices/rollouts")).toMatchObject({ status: 200 });
    expect(await app.as("inspector").get("/devices/summary")).toMatchObject({ status: 200 });
  });
});
