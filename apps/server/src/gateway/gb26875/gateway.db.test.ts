/** The device path on real sockets and a real PostgreSQL: stored before acknowledged, once, whatever the line does. */
import { decodeFrame } from "@suiren/gb26875";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import type { Signal } from "#modules/sensing/remote-monitoring/index.ts";
import { Device, frameOf, sendDatagram, state } from "./device.fixture.ts";
import { type Gateway, startGb26875Gateway } from "./index.ts";

let app: App;
let gateway: Gateway;
const applied: Signal[] = [];

/** A module that remembers what it was told, and cannot take one kind of message. */
const POISON = "这一条有毒";
async function remember(_: unknown, signals: readonly Signal[]): Promise<void> {
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
});
