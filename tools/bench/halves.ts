/**
 * Half frames by the million: connections that begin frames, never end them, hang up and come again, against the running product. Each is to be
 * counted with its reason, memory is to stay where it was, and real devices among them are to be heard. `node tools/bench/halves.ts` prints it.
 */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { template } from "../simulator/frames.ts";
import { runSimulation } from "../simulator/simulation.ts";
import { startServer } from "../stage/server.ts";
import type { Figure } from "./figure.ts";
import { readMetrics } from "./ingest.ts";

export type HalvesOptions = { readonly halves?: number; readonly connections?: number };

/** As many as a connection may send before it is read more slowly: then it hangs up and comes again, as whoever floods would. */
const HALVES_A_CONNECTION = 400;
const MEMORY_BUDGET_MB = 150;
const SECONDS_BUDGET = 60;
const MB = 1_048_576;
const MEMORY = "process_resident_memory_bytes";
const UNREADABLE = /^suiren_gateway_unreadable_total\{reason="(.*)"\}$/;

/** A component state cut at several places behind its head. Shorter pieces run into each other and make fewer beginnings than were sent. */
function beginnings(): readonly Uint8Array[] {
  const part = { systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 0x0002000a, description: "三层走道" };
  const { bytes } = template({ type: 2, objects: [{ ...part, status: 2, occurredAt: "2026-01-01T00:00:00+08:00" }] });
  return [40, 53, 66, bytes.length - 1].map((cut) => bytes.subarray(0, cut));
}

export async function benchHalves({ halves = 1_000_000, connections = 200 }: HalvesOptions = {}): Promise<readonly Figure[]> {
  const server = await startServer({ env: { SUIREN_SEED: "empty", SUIREN_LOG_LEVEL: "error" } });
  try {
    // Once before the clock: what a first flood makes the runtime keep is no growth.
    await flood(server.gb26875Port, connections * HALVES_A_CONNECTION, connections);
    const before = await reading(server.origin);
    const watch = watchMemory(server.origin);
    const devices = runSimulation({
      transmitters: 20,
      rate: 40,
      scenario: "busy",
      port: server.gb26875Port,
      seconds: 20,
      settleSeconds: 12,
    });
    const began = performance.now();
    const sent = await flood(server.gb26875Port, halves, connections);
    const seconds = (performance.now() - began) / 1000;
    const { lost, acknowledged, latencyMs } = await devices;
    const after = await reading(server.origin);
    const grown = ((await watch.stop()) - before.memory) / MB;
    const counted = after.total - before.total;
    const reasons = [...after.reasons].map(([reason, n]) => `${reason} ${(n - (before.reasons.get(reason) ?? 0)).toLocaleString("en-US")}`);
    const of = `${sent.toLocaleString("en-US")} half frames`;
    return [
      {
        name: `${of}, ${connections} connections at a time`,
        value: seconds,
        unit: "s",
        budget: SECONDS_BUDGET,
        note: `${Math.ceil(sent / HALVES_A_CONNECTION).toLocaleString("en-US")} connections in all`,
      },
      { name: "half frames not counted with a reason", value: Math.abs(sent - counted), unit: "", budget: 0, note: reasons.join(", ") },
      {
        name: "memory of the server, most above before",
        value: Math.max(0, grown),
        unit: "MB",
        budget: MEMORY_BUDGET_MB,
        note: `${(before.memory / MB).toFixed(0)} MB before`,
      },
      {
        name: "messages of real devices lost among them",
        value: lost,
        unit: "",
        budget: 0,
        note: `${acknowledged.toLocaleString("en-US")} acknowledged, p99 ${latencyMs.p99} ms`,
      },
    ];
  } finally {
    await server.stop();
  }
}

/** @returns how many half frames were sent and read to their end: the server closes a connection only when it has read all of it */
async function flood(port: number, halves: number, connections: number): Promise<number> {
  const pieces = beginnings();
  let left = halves;
  let sent = 0;
  const one = async (): Promise<void> => {
    while (left > 0) {
      const count = Math.min(HALVES_A_CONNECTION, left);
      left -= count;
      await hangUpAfter(port, Buffer.concat(Array<Uint8Array>(count).fill(pieces[sent % pieces.length] ?? new Uint8Array())));
      sent += count;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return sent;
}

async function hangUpAfter(port: number, bytes: Buffer): Promise<void> {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.resume(); // or its end is never heard
  socket.end(bytes);
  await once(socket, "close");
}

type Reading = { readonly memory: number; readonly total: number; readonly reasons: ReadonlyMap<string, number> };

/** The last connections are counted a moment after they closed. */
async function reading(origin: string): Promise<Reading> {
  await sleep(500);
  const figures = await readMetrics(origin);
  const reasons = new Map(
    [...figures].flatMap(([name, value]) => (UNREADABLE.test(name) ? [[name.replace(UNREADABLE, "$1"), value] as const] : [])),
  );
  return { memory: figures.get(MEMORY) ?? 0, total: [...reasons.values()].reduce((sum, n) => sum + n, 0), reasons };
}

/** The most memory seen, twice a second. */
function watchMemory(origin: string): { stop(): Promise<number> } {
  const stopping = new AbortController();
  const watching = (async () => {
    let most = 0;
    while (!stopping.signal.aborted) {
      most = Math.max(most, (await readMetrics(origin)).get(MEMORY) ?? 0);
      await sleep(500, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    return most;
  })();
  return {
    stop() {
      stopping.abort();
      return watching;
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.stdout.write(`${JSON.stringify(await benchHalves(), null, 2)}\n`);
