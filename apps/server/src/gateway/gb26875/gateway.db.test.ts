/** The device path on real sockets and a real PostgreSQL: stored before acknowledged, once, whatever the line does. */
import { decodeFrame } from "@suiren/gb26875";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import type { Signal, Turn } from "#modules/sensing/remote-monitoring/index.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import { Device, frameOf, sendDatagram, state } from "./device.fixture.ts";
import { type Gateway, startGb26875Gateway } from "./index.ts";

let app: App;
let gateway: Gateway;
const applied: Signal[] = [];

/** A module that remembers what it was told, and cannot take one kind of message. */
const POISON = "这一条有毒";
let during: (tx: Tx, signals: readonly Signal[], isUrgent: boolean) => Promise<void> = async () => {};
async function remember(tx: Tx, signals: readonly Signal[], _: unknown, { urgent = false }: Turn): Promise<void> {
  await during(tx, signals, urgent);
  if (signals.some((signal) => signal.kind === "component" && signal.description === POISON)) throw new Error("poison");
  applied.push(...signals);
}

const start = (limits = {}) =>
  startGb26875Gateway({
    services: app.services,
    databaseUrl: app.database,
    applySignals: remember,
    limits,
    times: { answerWithinMs: 300, mostTries: 3 },
  });

beforeAll(async () => {
  app = await startApp();
  gateway = await start();
});
afterAll(async () => {
  await gateway.stop();
  await app.end();
});

let last = 0x1000;
/** An address of its own for every test. */
const newAddress = () => (++last).toString(16).padStart(12, "0");
const rowsOf = (address: string) => app.sql("select * from gateway.message where address = $1 order by id", [address]);
const until = async (isSo: () => boolean | Promise<boolean>, withinMs = 5_000) => {
  const end = performance.now() + withinMs;
  while (!(await isSo()) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return isSo();
};

describe("storing and acknowledging", () => {
  it("a message is in the database before its acknowledgement leaves", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    // when
    device.send({ sequence: 7, adu: state(0) });
    expect(await device.hears(1)).toBe(true);
    // then
    expect(device.heard[0]).toMatchObject({ command: 3, sequence: 7, adu: null, destination: { hex: device.address } });
    const [row] = await rowsOf(device.address);
    expect(row).toMatchObject({ sequence: 7, command: 2, type: 2, transport: "tcp", lane: 1 });
    device.close();
  });

  it("the module hears a fire within moments of its last byte", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    const began = performance.now();
    // when
    device.send({ sequence: 1, adu: state(2) });
    await until(() => applied.some((signal) => signal.address === device.address));
    // then
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(applied.find((signal) => signal.address === device.address)).toMatchObject({
      kind: "component",
      flags: { fire: true, test: false },
      description: "三层走道",
      componentAddress: 0x0002000a,
    });
    device.close();
  });

  it("a batch of others under way rests between its statements until a fire is told", async () => {
    /** What was told, in order, when the fire came in the middle of the other. */
    const trial = async (): Promise<readonly string[]> => {
      const order: string[] = [];
      const [other, burning] = [await Device.connect(gateway.port, newAddress()), await Device.connect(gateway.port, newAddress())];
      during = async (tx, [first], isUrgent) => {
        if (first?.address === burning.address && isUrgent) {
          await sql`select pg_sleep(0.03)`.execute(tx); // many times what one statement takes
          order.push("fire");
        }
        if (first?.address !== other.address) return;
        burning.send({ sequence: 1, adu: state(2) });
        await burning.hears(1);
        await sql`select 1`.execute(tx);
        order.push("other");
      };
      other.send({ sequence: 1, adu: state(4) });
      await until(() => order.length === 2);
      during = async () => {};
      other.close();
      burning.close();
      return order;
    };
    let order = await trial();
    for (let again = 0; order[0] !== "fire" && again < 4; again++) order = await trial(); // it rests 80 ms at most, which a busy machine may outlast
    expect(order).toEqual(["fire", "other"]);
  });

  it("a retransmission is acknowledged again and stored once, also on a new connection and with another time stamp", async () => {
    // given
    const address = newAddress();
    const first = await Device.connect(gateway.port, address);
    first.send({ sequence: 3, adu: state(4) });
    await first.hears(1);
    // when
    first.send({ sequence: 3, adu: state(4), timestamp: "2026-03-18T14:30:30+08:00" });
    await first.hears(2);
    first.close();
    const second = await Device.connect(gateway.port, address);
    second.send({ sequence: 3, adu: state(4), timestamp: "2026-03-18T14:30:40+08:00" });
    // then
    expect(await second.hears(1)).toBe(true);
    expect(await rowsOf(address)).toHaveLength(1);
    second.close();
  });

  it("a successor process acknowledges what its predecessor stored without storing it again", async () => {
    // given
    const address = newAddress();
    const device = await Device.connect(gateway.port, address);
    device.send({ sequence: 9, adu: state(0) });
    await device.hears(1);
    // when: another process with no memory of it
    const successor = await start();
    const again = await Device.connect(successor.port, address);
    again.send({ sequence: 9, adu: state(0) });
    again.send({ sequence: 10, adu: state(0) });
    // then
    expect(await again.hears(2)).toBe(true);
    expect((await rowsOf(address)).map((row) => Number(row.sequence))).toEqual([9, 10]);
    await successor.stop();
    device.close();
  });

  it("the same sequence with other content is another message", async () => {
    const device = await Device.connect(gateway.port, newAddress());
    device.send({ sequence: 1, adu: state(4) });
    device.send({ sequence: 1, adu: state(0) });
    expect(await device.hears(2)).toBe(true);
    expect(await rowsOf(device.address)).toHaveLength(2);
    device.close();
  });

  it("heartbeats that never change their sequence are answered each time, stored once, and told as life", async () => {
    const device = await Device.connect(gateway.port, newAddress());
    for (let beat = 1; beat <= 3; beat++) {
      device.send({ sequence: 1 });
      expect(await device.hears(beat)).toBe(true);
    }
    expect(await rowsOf(device.address)).toHaveLength(1);
    const lives = () => applied.filter((signal) => signal.address === device.address && signal.kind === "life");
    expect(await until(() => lives().length >= 2)).toBe(true);
    device.close();
  });

  it("an unknown type is acknowledged, kept whole and marked as odd", async () => {
    const device = await Device.connect(gateway.port, newAddress());
    device.send({ sequence: 5, adu: { type: 199, count: 1, rest: "0102" } });
    expect(await device.hears(1)).toBe(true);
    expect(device.heard[0]?.command).toBe(3);
    const [row] = await rowsOf(device.address);
    expect(row?.anomalies).toEqual([{ code: "unknown-type", offset: 27 }]);
    device.close();
  });

  it("what cannot be projected is parked with its error and does not stop its neighbours", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    const poison = { type: 2, objects: [{ ...state(0).objects?.[0], description: POISON }] };
    // when
    for (const [sequence, adu] of [state(0), poison, state(4)].entries()) device.send({ sequence, adu });
    await device.hears(3);
    // then
    const parked = () => app.sql("select reason, detail, message_id from gateway.unreadable where address = $1", [device.address]);
    expect(await until(async () => (await parked()).length === 1)).toBe(true);
    expect((await parked())[0]).toMatchObject({ reason: "projection", detail: "Error: poison" });
    expect(applied.filter((signal) => signal.address === device.address)).toHaveLength(2);
    device.close();
  });
});

it("what a process stored and did not project is projected by its successor, once, fires first", async () => {
  // given: a process whose module cannot take anything at the moment
  const busy = Object.assign(new Error("deadlock detected"), { code: "40P01" });
  const options = { services: app.services, databaseUrl: app.database, name: "heir" };
  const first = await startGb26875Gateway({ ...options, applySignals: () => Promise.reject(busy) });
  const device = await Device.connect(first.port, newAddress());
  for (let sequence = 0; sequence < 10; sequence++) device.send({ sequence, adu: state(sequence === 9 ? 2 : 0) });
  expect(await device.hears(10)).toBe(true);
  expect(first.status().projection.waiting).toBe(10);
  await first.stop();
  // when
  const heard: Signal[] = [];
  const successor = await startGb26875Gateway({ ...options, applySignals: async (_, signals) => void heard.push(...signals) });
  // then
  const mine = () => heard.filter(({ address }) => address === device.address);
  expect(await until(() => mine().length === 10)).toBe(true);
  expect(mine()[0]).toMatchObject({ flags: { fire: true } });
  expect(new Set(mine().map(({ messageId }) => messageId)).size).toBe(10);
  await successor.stop();
  const third = await startGb26875Gateway({ ...options, applySignals: async (_, signals) => void heard.push(...signals) });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(mine()).toHaveLength(10);
  await third.stop();
});

describe("bad input", () => {
  it("a wrong checksum is denied with the same sequence and kept with its reason", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    const bytes = frameOf(device.address, { sequence: 21, adu: state(2) });
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 0xff;
    // when
    device.raw(bytes);
    // then
    expect(await device.hears(1)).toBe(true);
    expect(device.heard[0]).toMatchObject({ command: 6, sequence: 21 });
    const kept = () => app.sql("select reason, bytes from gateway.unreadable where address = $1", [device.address]);
    expect(await until(async () => (await kept()).length === 1)).toBe(true);
    expect((await kept())[0]).toMatchObject({ reason: "bad-checksum" });
    expect(await rowsOf(device.address)).toHaveLength(0);
    device.close();
  });

  it("frames are found between noise, split anywhere, merged, after empty sends", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    const frames = [1, 2, 3].map((sequence) => frameOf(device.address, { sequence, adu: state(0) }));
    const stream = Buffer.concat([Buffer.from("TD0001\r\n@"), ...frames.flatMap((frame) => [frame, Buffer.from([0x40, 0x00, 0x23])])]);
    // when
    for (let at = 0; at < stream.length; at += 17) {
      device.raw(new Uint8Array(0));
      device.raw(stream.subarray(at, at + 17));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    // then
    expect(await device.hears(3)).toBe(true);
    expect((await rowsOf(device.address)).map((row) => Number(row.sequence))).toEqual([1, 2, 3]);
    device.close();
  });

  it("half a frame is given up after its time, with its bytes kept, and a connection of nothing else is closed", async () => {
    // given
    const strict = await start({ halfFrameMs: 200 });
    const device = await Device.connect(strict.port, newAddress());
    // when
    device.raw(frameOf(device.address, { sequence: 1, adu: state(0) }).subarray(0, 40));
    // then
    expect(await device.closes()).toBe(true);
    const kept = () => app.sql("select 1 from gateway.unreadable where reason = 'truncated' and byte_count = 40");
    expect(await until(async () => (await kept()).length > 0)).toBe(true);
    await strict.stop();
  });

  it("connections that never speak, fall silent or are too many are closed; life keeps a connection", async () => {
    // given
    const strict = await start({ firstFrameMs: 300, silentMs: 1_500, mostConnections: 3 });
    const mute = await Device.connect(strict.port, newAddress());
    const quiet = await Device.connect(strict.port, newAddress());
    const alive = await Device.connect(strict.port, newAddress());
    const fourth = await Device.connect(strict.port, newAddress());
    quiet.send({ sequence: 0 });
    // then
    expect(await fourth.closes(1_000)).toBe(true);
    for (let beat = 0; beat < 8; beat++) {
      alive.send({ sequence: beat });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(await mute.closes(100)).toBe(true);
    expect(await quiet.closes(100)).toBe(true);
    expect(alive.isClosed).toBe(false);
    await strict.stop();
  });

  it("a peer that sends faster than its budget is read more slowly and loses nothing", async () => {
    const slow = await start({ framesPerSecond: 50 });
    const device = await Device.connect(slow.port, newAddress());
    const began = performance.now();
    for (let sequence = 0; sequence < 250; sequence++) device.send({ sequence, adu: state(0) });
    for (let more = 0; more < 3; more++) {
      await device.hears(1 + more * 10, 500);
      device.send({ sequence: 250 + more, adu: state(0) });
    }
    expect(await device.hears(253, 15_000)).toBe(true);
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(await rowsOf(device.address)).toHaveLength(253);
    await slow.stop();
  });

  it("of two connections with one address the newest stays, and both are written down", async () => {
    // given
    const address = newAddress();
    const older = await Device.connect(gateway.port, address);
    older.send({ sequence: 0 });
    await older.hears(1);
    // when
    const newer = await Device.connect(gateway.port, address);
    newer.send({ sequence: 1 });
    // then
    expect(await older.closes()).toBe(true);
    expect(newer.isClosed).toBe(false);
    const log = () => app.sql("select why, claimed_from from gateway.connection where address = $1 order by opened_at", [address]);
    expect(await until(async () => (await log()).some((row) => row.why === "replaced"))).toBe(true);
    expect((await log()).map((row) => row.claimed_from !== null)).toEqual([false, true]);
    newer.close();
  });
});

describe("UDP", () => {
  it("each frame of a datagram is stored and answered to where it came from; noise beside it is kept", async () => {
    // given
    const address = newAddress();
    const frames = [1, 2, 3].map((sequence) => frameOf(address, { sequence, adu: state(0) }));
    // when
    const heard = await sendDatagram(gateway.port, Buffer.concat([...frames, Buffer.from("rest")]), 3);
    // then
    expect(heard.map(({ command, sequence }) => [command, sequence])).toEqual([1, 2, 3].map((sequence) => [3, sequence]));
    expect((await rowsOf(address)).map((row) => row.transport)).toEqual(["udp", "udp", "udp"]);
    // and a repeated datagram is answered without being stored again
    expect(await sendDatagram(gateway.port, frames[0] ?? new Uint8Array(0), 1)).toHaveLength(1);
    expect(await rowsOf(address)).toHaveLength(3);
  });
});

describe("commands down", () => {
  it("a query is matched with its answer, kept as a message", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    device.send({ sequence: 0 });
    await device.hears(1);
    // when
    const outcome = gateway.door.sendCommand(device.address, { kind: "read-transmitter" });
    await device.hears(2);
    const query = device.heard[1];
    device.send({
      sequence: query?.sequence ?? -1,
      command: 5,
      adu: { type: 21, objects: [{ status: 1, occurredAt: "2026-03-18T14:30:18+08:00" }] },
    });
    // then
    expect(query).toMatchObject({ command: 4, adu: { type: 81 }, destination: { hex: device.address } });
    const ended = await outcome;
    expect(ended.state).toBe("answered");
    const answer = ended.state === "answered" && ended.messageId ? ended.messageId : "";
    expect(await app.sql("select command, type from gateway.message where id = $1", [answer])).toEqual([{ command: 5, type: 21 }]);
    device.close();
  });

  it("a duty check is acknowledged; a denial, silence and absence are told apart", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    device.send({ sequence: 0 });
    await device.hears(1);
    const send = (kind: "initialise" | "synchronise-clock") => gateway.door.sendCommand(device.address, { kind });
    // when
    const check = gateway.door.sendCommand(device.address, { kind: "duty-check", answerMinutes: 10 });
    await device.hears(2);
    device.send({ sequence: device.heard[1]?.sequence ?? -1, command: 3 });
    const checked = await check;
    const denied = send("initialise");
    await device.hears(3);
    device.send({ sequence: device.heard[2]?.sequence ?? -1, command: 6 });
    // then
    expect(device.heard[1]?.adu).toMatchObject({ type: 91, objects: [{ timeoutMinutes: 10 }] });
    expect(checked.state).toBe("answered");
    expect((await denied).state).toBe("denied");
    expect((await send("synchronise-clock")).state).toBe("timeout");
    expect(device.heard.filter(({ adu }) => adu?.type === 90)).toHaveLength(3);
    expect((await gateway.door.sendCommand(newAddress(), { kind: "read-transmitter" })).state).toBe("not-connected");
    device.close();
  });
});

describe("what installers see", () => {
  it("messages of a device, newest first, page by page, and one of them field by field", async () => {
    // given
    const device = await Device.connect(gateway.port, newAddress());
    for (const sequence of [1, 2, 3]) {
      device.send({ sequence, adu: state(sequence === 3 ? 2 : 0) });
      await device.hears(sequence);
    }
    const read = <T>(work: Parameters<typeof asWorker<T>>[1]) => asWorker(app.services.db, work);
    // when
    const page = await read((tx) => gateway.door.messagesOf(tx, device.address, null, 2, "zh"));
    const rest = await read((tx) => gateway.door.messagesOf(tx, device.address, page[1]?.id ?? null, 2, "zh"));
    const whole = await read((tx) => gateway.door.message(tx, page[0]?.id ?? "", "zh"));
    // then
    expect([page.length, rest.length]).toEqual([2, 1]);
    expect(page[0]).toMatchObject({ bytes: 78, summary: "建筑消防设施部件运行状态 1 个", signals: 1 });
    expect(decodeFrame(Buffer.from(whole?.hex ?? "", "hex"))).toMatchObject({ ok: true, frame: { sequence: 3 } });
    expect(whole?.fields.reduce((sum, { length }) => sum + length, 0)).toBe(78);
    expect(whole?.acknowledgedAt).not.toBeNull();
    expect(gateway.door.connectionOf(device.address)).toMatchObject({ transport: "tcp" });
    device.close();
  });
});
