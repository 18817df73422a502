/** The database dies in the middle: nobody is acknowledged meanwhile, nothing taken is lost, nothing is stored twice, all by itself. */
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { expect, it } from "vitest";
import { readConfig } from "#platform/config.ts";
import { startEmbeddedPostgres } from "#platform/postgres/embedded.ts";
import { orThrow } from "#platform/result.ts";
import { startRuntime } from "../../runtime.ts";
import { Device, state } from "./device.fixture.ts";
import { startGb26875Gateway } from "./index.ts";

const log = pino({ level: "silent" });

/** The process number in the first `postmaster.pid` under a directory. */
async function postmasterPid(dataDir: string): Promise<number> {
  const files = await readdir(dataDir, { recursive: true });
  const file = files.find((name) => name.endsWith("postmaster.pid"));
  const text = await readFile(join(dataDir, file ?? ""), "utf8");
  return Number(text.split("\n")[0]);
}

it("a killed database silences the gateway until it is back; then every message is acknowledged and stored once", async () => {
  // given
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-outage-"));
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: "off" } });
  const config = orThrow(
    readConfig(
      { SUIREN_DATA: dataDir, SUIREN_HOST: "127.0.0.1", SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_SEED: "empty" },
      dataDir,
    ),
  );
  const runtime = await startRuntime({
    config: { ...config, roles: new Set() },
    log,
    databaseUrl: postgres.url,
    superuserUrl: postgres.superuserUrl,
    authenticate: () => async () => null,
    seed: null,
  });
  const applied: string[] = [];
  const gateway = await startGb26875Gateway({
    services: runtime.services,
    databaseUrl: postgres.url,
    applySignals: async (_, signals) => void applied.push(...signals.map(({ messageId }) => messageId)),
  });
  const device = await Device.connect(gateway.port, "0000000000aa");
  device.send({ sequence: 0, adu: state(0) });
  expect(await device.hears(1)).toBe(true);
  // when: it dies while the device goes on sending, repeating itself now and then
  process.kill(await postmasterPid(dataDir), "SIGKILL");
  let sequence = 1;
  const noticeBy = performance.now() + 20_000;
  for (; gateway.status().storing && performance.now() < noticeBy; sequence++) {
    device.send({ sequence, adu: state(sequence % 2 === 0 ? 2 : 0) });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(gateway.status().storing).toBe(false);
  const heardBefore = device.heard.length;
  for (const again of [sequence - 1, sequence, sequence + 1, sequence])
    device.send({ sequence: again, adu: state(again % 2 === 0 ? 2 : 0) });
  const last = sequence + 1;
  expect(heardBefore).toBeLessThan(last);
  // then: last + 1 messages, two of them sent twice
  expect(await device.hears(last + 3, 40_000)).toBe(true);
  expect(gateway.status().storing).toBe(true);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ sequence: number; n: number }>(
    "select sequence, count(*)::int as n from gateway.message group by sequence order by sequence",
  );
  await client.end();
  expect(rows.map((row) => [row.sequence, row.n])).toEqual(Array.from({ length: last + 1 }, (_, each) => [each, 1]));
  const waitUntil = performance.now() + 10_000;
  while (new Set(applied).size < last + 1 && performance.now() < waitUntil) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(new Set(applied).size).toBeGreaterThanOrEqual(last + 1);
  device.close();
  await gateway.stop();
  await runtime.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 90_000);
