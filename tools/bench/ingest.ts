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
import { startServer } from "../stage/server.ts";

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
  /** Every frame in a segment of its own. */
  readonly acknowledgedPerSecond: number;
  readonly lost: number;
  readonly latencyMs: SimulationReport["latencyMs"];
  readonly messagesPerBatch: number;
  /** Devices that send eight frames at once, as panels do in a storm. */
  readonly inBurstsPerSecond: number;
  readonly inBurstsLost: number;
  /** Same rows, one transaction of 50,000. */
  readonly rawCopyPerSecond: number;
  /** Same rows, in transactions as large as the gateway's. */
  readonly rawCopyInBatchesPerSecond: number;
  /** Acknowledged, a segment each, against one raw COPY. */
  readonly ratio: number;
  readonly ratioInBursts: number;
  /** CPU time of the server process, projection included; on a machine shared with others this says more than the rate. */
  readonly serverCpuMicrosPerMessage: number;
  readonly simulatorCpuMicrosPerMessage: number;
  readonly serverMemoryMb: number;
  readonly bytesPerIdleConnection: number;
  readonly projectionLagMs: number;
  readonly cores: number;
};

const ROWS = 50_000;

/** Uploads a device has under way: more would only wait longer, and be sent again after ten seconds where the machine is slow. */
const WINDOW = 2;
const BURST = 8;
const BURST_RATE = 3;

export async function benchIngest(options: IngestOptions = {}): Promise<IngestFigures> {
  const { connections = 10_000, rate = 24_000, seconds = 20, warmUpSeconds = 5 } = options;
  const server = await startServer({ env: { SUIREN_SEED: "empty", SUIREN_LOG_LEVEL: "error" } });
  try {
    const figures = () => readMetrics(server.origin);
    const memory = async () => (await figures()).get(MEMORY) ?? 0;
    const before = await memory();
    let idle = 0;
    const load = { transmitters: connections, scenario: "busy", port: server.gb26875Port, window: WINDOW, settleSeconds: 12 } as const;
    const noteIdle = () =>
      void memory().then((bytes) => {
        idle = bytes;
      });
    await runSimulation({ ...load, rate: rate / 4, seconds: warmUpSeconds, seed: 1, onReady: noteIdle });
    const start = await figures();
    const cpuBefore = process.cpuUsage();
    const single = await runSimulation({ ...load, rate, seconds, seed: 2 });
    const spent = process.cpuUsage(cpuBefore);
    const end = await figures();
    const bursts = await runSimulation({ ...load, rate: rate * BURST_RATE, seconds: seconds / 2, seed: 3, window: BURST, burst: BURST });
    const grown = (name: string) => (end.get(name) ?? 0) - (start.get(name) ?? 0);
    const messagesPerBatch = Math.round(grown("suiren_gateway_messages_stored_total") / Math.max(1, grown(BATCHES)));
    const urls = await findRunningPostgres(server.dataDir);
    if (!urls) throw new Error("the server's database is not running");
    const raw = await copyRates(urls.url, Math.max(1, messagesPerBatch));
    const perMessage = (micros: number) => Math.round((micros / Math.max(1, single.acknowledged)) * 10) / 10;
    const share = (perSecond: number) => Math.round((perSecond / raw.whole) * 1000) / 1000;
    return {
      connections: single.connected,
      offeredPerSecond: rate,
      acknowledgedPerSecond: single.acknowledgedPerSecond,
      lost: single.lost,
      latencyMs: single.latencyMs,
      messagesPerBatch,
      inBurstsPerSecond: bursts.acknowledgedPerSecond,
      inBurstsLost: bursts.lost,
      rawCopyPerSecond: raw.whole,
      rawCopyInBatchesPerSecond: raw.batched,
      ratio: share(single.acknowledgedPerSecond),
      ratioInBursts: share(bursts.acknowledgedPerSecond),
      serverCpuMicrosPerMessage: perMessage(grown("process_cpu_seconds_total") * 1e6),
      simulatorCpuMicrosPerMessage: perMessage(spent.user + spent.system),
      serverMemoryMb: Math.round((await memory()) / 1e6),
      bytesPerIdleConnection: Math.round((idle - before) / connections),
      projectionLagMs: end.get("suiren_gateway_projection_lag_ms") ?? 0,
      cores: cpus().length,
    };
  } finally {
    await server.stop();
  }
}

const MEMORY = "process_resident_memory_bytes";
const BATCHES = "suiren_gateway_commit_seconds_count";

/** Figures of the server's `/metrics` by name, labels included. */
export async function readMetrics(origin: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const figures = new Map<string, number>();
  for (const line of text.split("\n")) {
    const at = line.lastIndexOf(" ");
    if (!line.startsWith("#") && at > 0) figures.set(line.slice(0, at), Number(line.slice(at + 1)));
  }
  return figures;
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
