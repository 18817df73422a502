/** Floods: connections full of half frames, and the encrypted port. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { promisify } from "node:util";
import { FrameStream } from "@suiren/gb26875";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { Device, frameOf, state } from "./device.fixture.ts";
import { startGb26875Gateway } from "./index.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.end());

const opened = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => resolve(socket));
    socket.once("error", reject);
    socket.on("error", () => undefined);
  });

it("a hundred thousand half frames over and over cost bounded memory and bounded rows, and a fire gets through meanwhile", async () => {
  // given: 300 connections that send the beginnings of frames for ever
  const gateway = await startGb26875Gateway({
    services: app.services,
    databaseUrl: app.database,
    applySignals: async () => {},
    limits: { halfFrameMs: 60_000 },
  });
  const half = frameOf("0000000000bb", { sequence: 1, adu: state(2) }).subarray(0, 70);
  const flood = Buffer.concat(Array.from({ length: 350 }, () => half));
  const sockets = await Promise.all(Array.from({ length: 300 }, () => opened(gateway.port)));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  // when
  for (const socket of sockets) socket.write(flood);
  const device = await Device.connect(gateway.port, "0000000000bc");
  device.send({ sequence: 1, adu: state(2) });
  // then
  expect(await device.hears(1, 10_000)).toBe(true);
  const end = performance.now() + 20_000;
  const skipped = () => Object.values(gateway.status().unreadable).reduce((sum, count) => sum + count, 0);
  while (skipped() < 100_000 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(skipped()).toBeGreaterThanOrEqual(100_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  const [rows] = await app.sql("select count(*)::int as n from gateway.unreadable where peer like '127.0.0.1:%'");
  expect(Number(rows?.n)).toBeLessThanOrEqual(100);
  for (const socket of sockets) socket.destroy();
  device.close();
  await gateway.stop();
}, 60_000);

it("every half frame is counted with its reason, also when its sender hangs up in the middle and comes again", async () => {
  const gateway = await startGb26875Gateway({ services: app.services, databaseUrl: app.database, applySignals: async () => {} });
  const half = frameOf("0000000000be", { sequence: 1, adu: state(2) }).subarray(0, 60);
  const [connections, halves] = [60, 150];
  for (let n = 0; n < connections; n++) {
    const socket = await opened(gateway.port);
    socket.resume();
    socket.end(Buffer.concat(Array.from({ length: halves }, () => half)));
    await new Promise((resolve) => socket.once("close", resolve));
  }
  const end = performance.now() + 10_000;
  const counted = () => Object.values(gateway.status().unreadable).reduce((sum, count) => sum + count, 0);
  while (counted() < connections * halves && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  // of each connection all but the last ran into the next one; the last was cut by the hang-up
  expect(gateway.status().unreadable).toEqual({ "bad-end": connections * (halves - 1), truncated: connections });
  await gateway.stop();
  const [rows] = await app.sql("select sum(count)::int as n from gateway.unreadable where reason = 'truncated' or reason = 'bad-end'");
  expect(Number(rows?.n)).toBeGreaterThan(0);
}, 60_000);

it("one chunk that speaks for two thousand addresses takes them from nobody and leaves no holder behind", async () => {
  // given: a device that is really there, whose address stands late in the chunk
  const gateway = await startGb26875Gateway({ services: app.services, databaseUrl: app.database, applySignals: async () => {} });
  const device = await Device.connect(gateway.port, "0000000007cf");
  device.send({ sequence: 1, adu: state(0) });
  expect(await device.hears(1)).toBe(true);
  // when
  const addresses = Array.from({ length: 2_000 }, (_, n) => n.toString(16).padStart(12, "0"));
  const liar = await Device.connect(gateway.port, "000000000000");
  liar.raw(Buffer.concat(addresses.map((address) => frameOf(address, { sequence: 2 }))));
  // then
  expect(await liar.closes()).toBe(true);
  device.send({ sequence: 3, adu: state(0) });
  expect(await device.hears(2)).toBe(true);
  expect(device.isClosed).toBe(false);
  expect(gateway.status()).toMatchObject({ addresses: 1, connections: 1, duplicateAddresses: 0 });
  device.close();
  await gateway.stop();
}, 30_000);

it("the encrypted port speaks the same protocol", async () => {
  // given
  const dir = await mkdtemp(join(tmpdir(), "suiren-tls-"));
  const [keyFile, certFile] = [join(dir, "key.pem"), join(dir, "cert.pem")];
  const made = await promisify(execFile)("openssl", [
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=localhost",
    "-keyout",
    keyFile,
    "-out",
    certFile,
  ]).catch(() => null);
  if (!made) return expect(made, "openssl is needed to make a certificate for this test").toBeNull();
  const services = { ...app.services, config: { ...app.services.config, gb26875Tls: { port: 0, certFile, keyFile } } };
  const gateway = await startGb26875Gateway({ services, databaseUrl: app.database, applySignals: async () => {} });
  const stream = new FrameStream();
  // when
  const socket = connectTls({ port: gateway.tlsPort ?? 0, host: "127.0.0.1", rejectUnauthorized: false });
  socket.write(frameOf("0000000000dd", { sequence: 4, adu: state(0) }));
  const answer = await new Promise((resolve, reject) => {
    socket.on("data", (chunk) => stream.push(chunk).forEach(resolve));
    socket.on("error", reject);
  });
  // then
  expect(answer).toMatchObject({ kind: "frame", frame: { command: 3, sequence: 4 } });
  expect(await app.sql("select transport from gateway.message where address = '0000000000dd'")).toEqual([{ transport: "tls" }]);
  socket.destroy();
  await gateway.stop();
  await rm(dir, { recursive: true });
});
