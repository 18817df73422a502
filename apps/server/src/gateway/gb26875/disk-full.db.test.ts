/** The disk fills up under the embedded database, for real: a small file system of its own. Nothing acknowledged is lost, all by itself. */
import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { afterAll, expect, it } from "vitest";
import { readConfig } from "#platform/config.ts";
import { startEmbeddedPostgres } from "#platform/postgres/embedded.ts";
import { orThrow } from "#platform/result.ts";
import { startRuntime } from "../../runtime.ts";
import { Device, state } from "./device.fixture.ts";

const log = pino({ level: process.env.TEST_LOG ?? "silent" }, pino.destination(2));
const SIZE = "360m";

/** A file system of a few hundred megabytes; null where we may not mount one. */
async function smallDisk(): Promise<string | null> {
  const place = await mkdtemp(join(tmpdir(), "suiren-full-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE},mode=0711`, "tmpfs", place], { stdio: "ignore" });
    return place;
  } catch {
    await rm(place, { recursive: true });
    return null;
  }
}

const disk = await smallDisk();
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  if (!disk) return;
  execFileSync("umount", ["-l", disk]);
  await rm(disk, { recursive: true, force: true });
}, 60_000);

/** Takes every byte that is left. @returns how to give them back */
async function fill(place: string): Promise<() => Promise<void>> {
  const path = join(place, "ballast");
  const file = await open(path, "w");
  for (const size of [1_048_576, 4_096]) {
    const block = Buffer.alloc(size, 1);
    while (
      await file.write(block).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      )
    );
  }
  await file.close();
  return () => rm(path);
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!(await isSo()) && performance.now() < end) await sleep(100);
  return isSo();
}

async function rows(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  await client.connect();
  return (await client.query<Record<string, unknown>>(text).finally(() => client.end())).rows;
}

async function startOn(place: string) {
  await chmod(place, 0o711);
  // Little log kept, so that a checkpoint cannot make room where there should be none.
  const postgres = await startEmbeddedPostgres({
    dataDir: place,
    log,
    settings: { min_wal_size: "32MB", max_wal_size: "48MB", shared_buffers: "64MB" },
  });
  closing.push(() => postgres.stop());
  const env = {
    SUIREN_DATA: place,
    SUIREN_HOST: "127.0.0.1",
    SUIREN_PORT: "0",
    SUIREN_GB26875_PORT: "0",
    SUIREN_SEED: "empty",
    SUIREN_ROLES: "api,gateway",
  };
  const runtime = await startRuntime({
    config: orThrow(readConfig(env, place)),
    log,
    databaseUrl: postgres.url,
    superuserUrl: postgres.superuserUrl,
    authenticate: () => async () => null,
    seed: null,
  });
  closing.push(() => runtime.stop());
  const { gateway, address } = runtime;
  if (!gateway) throw new Error("no gateway");
  const ready = async () =>
    (await (await fetch(`${address}/readyz`)).json()) as { database: boolean; storing: boolean; why?: { zh: string; en: string } };
  return { postgres, gateway, ready };
}

/** Sends a frame now and then; sequence numbers tell what was sent and what was answered. */
function chatter(device: Device) {
  let sequence = 0;
  const timer = setInterval(() => {
    device.send({ sequence, adu: state(sequence % 3 === 0 ? 2 : 0) });
    sequence += 1;
  }, 5);
  return {
    sent: () => sequence,
    stop: () => clearInterval(timer),
    acknowledged: () => new Set(device.heard.filter(({ command }) => command === 3).map((frame) => frame.sequence)),
  };
}

const storedOnce = async (url: string) =>
  new Map(
    (await rows(url, "select sequence, count(*)::int as n from gateway.message group by sequence")).map((row) => [
      Number(row.sequence),
      Number(row.n),
    ]),
  );

it("with the disk full nobody is acknowledged and it is said why; with space again all of it comes in, once, by itself", async ({
  skip,
}) => {
  if (!disk) return skip("no right to mount a file system here: run as root to try a full disk");
  // given
  const place = disk;
  const { postgres, gateway, ready } = await startOn(place);
  const device = await Device.connect(gateway.port, "0000000000fd");
  closing.push(async () => device.close());
  const talk = chatter(device);
  expect(await until(() => talk.acknowledged().size > 100, 20_000)).toBe(true);
  expect(await ready()).toMatchObject({ database: true, storing: true });
  // when: first there is no room for rows
  const free = await fill(place);
  expect(await until(() => !gateway.status().storing, 60_000)).toBe(true);
  // The last free places in pages may take a few more rows; then it is quiet, however much is sent.
  const isQuiet = async () => {
    const heard = talk.acknowledged().size;
    await sleep(1_500);
    return talk.acknowledged().size === heard && talk.sent() > heard && !gateway.status().storing;
  };
  expect(await until(isQuiet, 30_000)).toBe(true);
  expect(await ready()).toMatchObject({
    storing: false,
    why: { zh: expect.stringContaining("磁盘已满"), en: expect.stringContaining("disk is full") },
  });
  // and then: none for the log either, at which PostgreSQL gives up and cannot start again
  for (let n = 0; n < 60; n++) {
    const wrote = await rows(postgres.superuserUrl, "select pg_logical_emit_message(false, 'test', repeat('x', 1000000))").then(
      () => true,
      () => false,
    );
    if (!wrote) break;
  }
  await sleep(4_000);
  expect(gateway.status().storing).toBe(false);
  talk.stop();
  const acknowledged = talk.acknowledged();
  // then
  await free();
  expect(
    await until(() => gateway.status().storing && talk.acknowledged().size === talk.sent(), 90_000),
    `${talk.acknowledged().size} of ${talk.sent()}`,
  ).toBe(true);
  expect(await ready()).toMatchObject({ database: true, storing: true });
  const stored = await storedOnce(postgres.url);
  expect([...acknowledged].filter((sequence) => stored.get(sequence) !== 1)).toEqual([]);
  expect([...stored.values()].every((n) => n === 1)).toBe(true);
  expect(stored.size).toBe(talk.sent());
}, 240_000);
