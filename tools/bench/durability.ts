/**
 * Durability: the running product is killed with SIGKILL at random moments under load, and started again, many times. Afterwards what the
 * transmitters saw acknowledged is compared with what is stored: none missing, none twice. `node tools/bench/durability.ts [kills] [seed]`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { findRunningPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { randomOf } from "../simulator/random.ts";
import { runSimulation } from "../simulator/simulation.ts";
import { freePort, type Server, startServer } from "../stage/server.ts";

export type DurabilityOptions = {
  readonly kills?: number;
  readonly seed?: number;
  readonly transmitters?: number;
  readonly rate?: number;
  readonly onKill?: (so: {
    readonly kill: number;
    readonly afterMs: number;
    readonly acknowledged: number;
    readonly readyMs: number;
  }) => void;
};

export type DurabilityReport = {
  readonly seed: number;
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly stored: number;
  /** Acknowledged and not stored. */
  readonly missing: number;
  /** Stored more than once. */
  readonly twice: number;
  /** Batches that no projection took up in the end. */
  readonly unprojected: number;
  readonly retransmitted: number;
  readonly reconnects: number;
  readonly unacknowledgedAtEnd: number;
};

const LEAST_MS = 300;
const SPREAD_MS = 2_500;
/** Where the component address stands in a stored frame of one component's state. */
const COMPONENT_SQL = `get_byte(raw, 32) | (get_byte(raw, 33) << 8) | (get_byte(raw, 34) << 16) | (get_byte(raw, 35) << 24)`;

export async function runDurability(options: DurabilityOptions = {}): Promise<DurabilityReport> {
  const { kills = 30, seed = Date.now() & 0xffff, transmitters = 200, rate = 3_000 } = options;
  const random = randomOf(seed);
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-durability-"));
  const port = await freePort();
  const start = () => startServer({ dataDir, env: { SUIREN_SEED: "empty", SUIREN_LOG_LEVEL: "error", SUIREN_GB26875_PORT: String(port) } });
  const acknowledged = new Map<string, Set<number>>();
  const note = (address: string, component: number | null) => {
    const numbers = acknowledged.get(address) ?? new Set();
    acknowledged.set(address, numbers);
    if (component !== null) numbers.add(component);
  };
  let server: Server = await start();
  const done = new AbortController();
  try {
    const load = runSimulation({
      transmitters,
      rate,
      scenario: "busy",
      port,
      seconds: 24 * 3_600,
      seed,
      counting: true,
      settleSeconds: 30,
      signal: done.signal,
      onAcknowledged: note,
    });
    await sleep(2_000);
    for (let kill = 1; kill <= kills; kill++) {
      const afterMs = LEAST_MS + random.integer(SPREAD_MS);
      await sleep(afterMs);
      await killed(server.pid);
      const count = [...acknowledged.values()].reduce((sum, numbers) => sum + numbers.size, 0);
      server = await start();
      options.onKill?.({ kill, afterMs, acknowledged: count, readyMs: Math.round(server.readyMs) });
    }
    await sleep(2_000);
    done.abort();
    const report = await load;
    const compared = await compare(dataDir, acknowledged);
    const { sent, retransmitted, reconnects, lost } = report;
    return { seed, kills, sent, ...compared, retransmitted, reconnects, unacknowledgedAtEnd: lost };
  } finally {
    done.abort();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** SIGKILL: no goodbye to anybody. */
async function killed(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  for (let isThere = true; isThere; await sleep(10)) {
    try {
      process.kill(pid, 0);
    } catch {
      isThere = false;
    }
  }
}

async function compare(dataDir: string, acknowledged: ReadonlyMap<string, ReadonlySet<number>>) {
  const urls = await findRunningPostgres(dataDir);
  if (!urls) throw new Error("the server's database is not running");
  const client = new pg.Client({ connectionString: urls.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ address: string; component: number; times: number }>(
      `select address, ${COMPONENT_SQL} as component, count(*)::int as times from gateway.message where type = 2 group by 1, 2`,
    );
    const stored = new Map<string, number>(rows.map(({ address, component, times }) => [`${address}/${component}`, times]));
    let total = 0;
    let missing = 0;
    for (const [address, numbers] of acknowledged)
      for (const number of numbers) {
        total += 1;
        if (!stored.has(`${address}/${number}`)) missing += 1;
      }
    const unprojected = await waitForProjection(client);
    return { acknowledged: total, stored: rows.length, missing, twice: rows.filter(({ times }) => times > 1).length, unprojected };
  } finally {
    await client.end();
  }
}

/** Batches left behind by killed processes are taken up within half a minute. */
async function waitForProjection(client: pg.Client): Promise<number> {
  for (let tries = 0; ; tries++) {
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from gateway.batch where projected_at is null");
    const left = rows[0]?.n ?? 0;
    if (left === 0 || tries === 120) return left;
    await sleep(500);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [kills = 30, seed = Date.now() & 0xffff] = process.argv.slice(2).map(Number);
  process.stdout.write(`seed ${seed}\n`);
  const report = await runDurability({
    kills,
    seed,
    onKill: (so) =>
      process.stdout.write(`kill ${so.kill} after ${so.afterMs} ms, ${so.acknowledged} acknowledged, ready again in ${so.readyMs} ms\n`),
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.missing === 0 && report.twice === 0 ? 0 : 1;
}
