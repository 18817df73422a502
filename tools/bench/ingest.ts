/**
 * Durable ingest: ten thousand open connections to the running product, every message acknowledged after its commit, beside the raw COPY
 * rate of the same rows into the same kind of table on the same machine in the same run. `node tools/bench/ingest.ts` prints it.
 */
import { cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { decodeFrame } from "@suiren/gb26875";
import pg from "pg";
import { CopyRows, copyInto } from "../../apps/server/src/gateway/gb26875/copy-rows.ts";
import { identityOf } from "../../apps/server/src/gateway/gb26875/identity.ts";
import { MessageIds } from "../../apps/server/src/gateway/gb26875/message-id.ts";
import { MESSAGE_COLUMNS, writeRow } from "../../apps/server/src/gateway/gb26875/message-row.ts";
import { findRunningPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { instance, WireClock } from "../simulator/frames.ts";
import { chooser } from "../simulator/scenarios.ts";
import { madeUpAddress, runSimulation, type SimulationReport } from "../simulator/simulation.ts";
import { freePort, newDataDir, readMetrics, removeDataDir, startServer } from "./ingest-server.ts";

export type IngestOptions = {
  readonly connections?: number;
  /** Offered; what is acknowledged is the figure. */
  readonly rate?: number;
  readonly seconds?: number;
  readonly warmUpSeconds?: number;
};

export type IngestFigures = {
  readonly connections: number;
  readonly offeredPerSecond: number;
  readonly acknowledgedPerSecond: number;
  readonly lost: number;
  readonly latencyMs: SimulationReport["latencyMs"];
  readonly batches: number;
  readonly messagesPerBatch: number;
  /** Same rows, one transaction of 50,000. */
  readonly rawCopyPerSecond: number;
  /** Same rows, in transactions as large as the gateway's. */
  readonly rawCopyInBatchesPerSecond: number;
  /** Acknowledged against raw COPY in transactions of the same size: the same promise to the disk. */
  readonly ratio: number;
  readonly ratioToWholeCopy: number;
  /** CPU time of the server process, projection included; on a machine shared with others this says more than the rate. */
  readonly serverCpuMicrosPerMessage: number;
  readonly simulatorCpuMicrosPerMessage: number;
  readonly serverMemoryMb: number;
  readonly bytesPerIdleConnection: number;
  readonly projectionLagMs: number;
  readonly cores: number;
};

const ROWS = 50_000;

export async function benchIngest(options: IngestOptions = {}): Promise<IngestFigures> {
  const { connections = 10_000, rate = 18_000, seconds = 20, warmUpSeconds = 5 } = options;
  const dataDir = await newDataDir();
  const server = await startServer({ dataDir, port: await freePort(), gatewayPort: await freePort() });
  try {
    const memory = async () => (await readMetrics(server.port)).get("process_resident_memory_bytes") ?? 0;
    const before = await memory();
    let idle = 0;
    const load = { transmitters: connections, scenario: "busy", port: server.gatewayPort, window: 8, udp: false } as const;
    await runSimulation({ ...load, rate: rate / 4, seconds: warmUpSeconds, seed: 1, settleSeconds: 12 });
    const start = await readMetrics(server.port);
    const cpuBefore = process.cpuUsage();
    const report = await runSimulation({
      ...load,
      rate,
      seconds,
      seed: 2,
      settleSeconds: 12,
      onReady: () => {
        void memory().then((bytes) => {
          idle = bytes;
        });
      },
    });
    const spent = process.cpuUsage(cpuBefore);
    const end = await readMetrics(server.port);
    const perMessage = (micros: number) => Math.round((micros / Math.max(1, report.acknowledged)) * 10) / 10;
    const grown = (name: string) => (end.get(name) ?? 0) - (start.get(name) ?? 0);
    const batches = grown("suiren_gateway_commit_seconds_count");
    const messagesPerBatch = Math.round(grown("suiren_gateway_messages_stored_total") / Math.max(1, batches));
    const urls = await findRunningPostgres(dataDir);
    if (!urls) throw new Error("the server's database is not running");
    const raw = await copyRates(urls.url, Math.max(1, messagesPerBatch));
    return {
      connections: report.connected,
      offeredPerSecond: rate,
      acknowledgedPerSecond: report.acknowledgedPerSecond,
      lost: report.lost,
      latencyMs: report.latencyMs,
      batches,
      messagesPerBatch,
      rawCopyPerSecond: raw.whole,
      rawCopyInBatchesPerSecond: raw.batched,
      ratio: Math.round((report.acknowledgedPerSecond / raw.batched) * 1000) / 1000,
      ratioToWholeCopy: Math.round((report.acknowledgedPerSecond / raw.whole) * 1000) / 1000,
      serverCpuMicrosPerMessage: perMessage(grown("process_cpu_seconds_total") * 1e6),
      simulatorCpuMicrosPerMessage: perMessage(spent.user + spent.system),
      serverMemoryMb: Math.round((await memory()) / 1e6),
      bytesPerIdleConnection: Math.round((idle - before) / connections),
      projectionLagMs: end.get("suiren_gateway_projection_lag_ms") ?? 0,
      cores: cpus().length,
    };
  } finally {
    await server.stop();
    await removeDataDir(dataDir);
  }
}

/** Rows a second of PostgreSQL alone, into a partitioned table with the same columns and indexes. */
async function copyRates(url: string, batch: number): Promise<{ readonly whole: number; readonly batched: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create schema bench; create table bench.message (like gateway.message including all) partition by range (received_at);
      create table bench.message_all partition of bench.message default`);
    const whole = await copyRate(client, ROWS, ROWS);
    const batched = await copyRate(client, ROWS, batch);
    return { whole, batched };
  } finally {
    await client.query("drop schema if exists bench cascade");
    await client.end();
  }
}

async function copyRate(client: pg.Client, rows: number, batch: number): Promise<number> {
  const parts = builtRows(rows, batch);
  const began = performance.now();
  for (const part of parts) await copyInto(client, `copy bench.message (${MESSAGE_COLUMNS}) from stdin (format binary)`, part);
  return Math.round(rows / ((performance.now() - began) / 1000));
}

/** The rows the gateway would write, built before the clock runs. */
function builtRows(rows: number, batch: number): readonly Buffer[] {
  const ids = new MessageIds();
  const clock = new WireClock();
  const line = { peer: "127.0.0.1:50000", transport: "tcp", send: () => {}, flush: () => {} } as const;
  const now = Date.now();
  const parts: Buffer[] = [];
  const choose = chooser("busy", 3, 1);
  for (let done = 0; done < rows; done += batch) {
    const copy = new CopyRows();
    const batchId = ids.next(now);
    for (let n = done; n < Math.min(rows, done + batch); n++) {
      const address = madeUpAddress(n % 10_000);
      const { template, component } = choose();
      const bytes = instance(template, Buffer.from(address, "hex"), n & 0xffff, clock.at(now), component);
      const result = decodeFrame(bytes);
      if (!result.ok) throw new Error("the simulator made a frame nobody can read");
      const arrival = { frame: result.frame, bytes, address, receivedAt: now, lane: 1, wantsAnswer: true, isFirst: false, line } as const;
      writeRow(copy, { id: ids.next(now), arrival, identity: identityOf(bytes) }, batchId);
    }
    parts.push(copy.finish());
  }
  return parts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.stdout.write(`${JSON.stringify(await benchIngest(), null, 2)}\n`);
