/** One running Suiren: database, modules, roles. `main.ts` runs it for good, tests run it for a while. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import pg from "pg";
import { applySignals } from "#modules/sensing/remote-monitoring/index.ts";
import { sealAudit } from "#platform/audit.ts";
import { settleRestore } from "#platform/backup/restore.ts";
import { type Clock, systemClock } from "#platform/clock.ts";
import type { Config } from "#platform/config.ts";
import { asWorker, cancelStatements, type Db, openDatabase, openPool } from "#platform/db.ts";
import { asWritten, createReader } from "#platform/english.ts";
import { createFileStore } from "#platform/files.ts";
import { isFilled, markFilled } from "#platform/filling.ts";
import type { Authenticate } from "#platform/http/server.ts";
import { createJobs } from "#platform/jobs.ts";
import { openLiveFeed } from "#platform/live.ts";
import type { Log } from "#platform/log.ts";
import { keepCells } from "#platform/measure/keep-cells.ts";
import { createMessages, platformMessages } from "#platform/messages.ts";
import { migrate } from "#platform/migrate.ts";
import type { Module } from "#platform/module.ts";
import { runOutbox } from "#platform/outbox.ts";
import { markLeakproof } from "#platform/privileges.ts";
import { orThrow } from "#platform/result.ts";
import { checkKey, createSealer, loadKey } from "#platform/seal.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode, subtreeOf } from "#platform/values.ts";
import { declarations } from "./declarations.ts";
import { type Gateway, startGb26875Gateway } from "./gateway/gb26875/index.ts";
import { createHttpApp } from "./http-app.ts";

const ROOT = join(import.meta.dirname, "../../..");
export const MIGRATIONS = join(ROOT, "db/migrations");
export const WEB_DIR = join(ROOT, "apps/web/dist");

export type RuntimeOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly databaseUrl: string;
  readonly superuserUrl: string | null;
  readonly clock?: Clock;
  readonly modules?: readonly Module[];
  /** Who calls; the identity module's sessions unless a test brings its own. */
  readonly authenticate: (services: Services) => Authenticate;
  /** What an empty database gets on first start, done again until it came to its end; null where a test prepares its own. */
  readonly seed: ((services: Services, report: (line: string) => void) => Promise<void>) | null;
  readonly report?: (line: string) => void;
};

export type Running = {
  readonly services: Services;
  readonly http: FastifyInstance | null;
  /** Address of the HTTP server, or null when this process has not that role. */
  readonly address: string | null;
  readonly gateway: Gateway | null;
  stop(): Promise<void>;
};

export async function startRuntime(options: RuntimeOptions): Promise<Running> {
  const { config, log, report = () => {} } = options;
  await mkdir(config.dataDir, { recursive: true });
  const name = `suiren ${randomUUID().slice(0, 8)}`;
  const pool = openPool(options.databaseUrl, POOL, (error) => log.warn({ reason: error.message }, "database connection"), name);
  orThrow(await settleRestore(config.dataDir, pool));
  const applied = orThrow(await migrate(pool, MIGRATIONS, report));
  if (applied.length > 0) await prepare(options);
  const db = openDatabase(pool);
  // A gateway near the devices seals nothing and is not given the key.
  if (config.roles.has("api") || config.roles.has("worker")) orThrow(await asWorker(db, (tx) => checkKey(tx, config.dataDir)));
  const services = createServices(options, db);
  if (options.seed && !(await isFilled(db))) {
    await options.seed(services, report);
    await markFilled(db);
  }
  const ready = await completeServices(services);
  const stops: (() => Promise<unknown>)[] = [];

  for (const module of ready.registry.modules) if (module.start) stops.unshift(await module.start(ready));
  if (config.roles.has("worker")) stops.unshift(await startWorker(ready));
  const gateway = config.roles.has("gateway")
    ? await startGb26875Gateway({ services: ready, databaseUrl: options.databaseUrl, applySignals })
    : null;
  if (gateway) stops.unshift(() => gateway.stop());
  const { http, address } = config.roles.has("api") ? await startHttp(options, ready, gateway) : { http: null, address: null };

  return {
    services: ready,
    http,
    address,
    gateway,
    async stop() {
      // What would hold up the end, a first building of figures say, is broken off and begun anew at the next start.
      const impatient = setInterval(() => {
        if (performance.now() - asked > PATIENCE_MS) cancelStatements(options.databaseUrl, name).catch(() => undefined);
      }, 500);
      const asked = performance.now();
      await http?.close();
      for (const stop of stops) await stop();
      await ready.jobs.stop();
      clearInterval(impatient);
      await ready.live.stop();
      await db.destroy();
    },
  };
}
const POOL = 12;
/** A stop takes five seconds at most. */
const PATIENCE_MS = 2_000;

async function prepare({ superuserUrl, databaseUrl, log }: RuntimeOptions): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl ?? databaseUrl });
  await client.connect();
  await markLeakproof(client, log).finally(() => client.end());
}

type ServiceOptions = Pick<RuntimeOptions, "config" | "log" | "databaseUrl" | "clock" | "modules">;

/** What commands beside the running product work with: everything routes get, and none of the roles. */
export async function openServices(options: ServiceOptions, db: Db): Promise<Services> {
  orThrow(await asWorker(db, (tx) => checkKey(tx, options.config.dataDir)));
  return completeServices(createServices(options, db));
}

/** What only a filled database knows. */
async function completeServices(services: Services): Promise<Services> {
  await asWorker(services.db, (tx) => services.catalog.loadCustomFields(tx));
  return { ...services, city: await readCity(services.db, services.config.city) };
}

function createServices(options: ServiceOptions, db: Db): Services {
  const { config, log, databaseUrl, clock = systemClock } = options;
  const { registry, english, catalog } = declarations(options.modules);
  const read = createReader(registry.modules.flatMap((module) => module.english ?? []));
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: "suiren-live", keepAlive: true });
    await client.connect();
    return client;
  };
  return {
    config,
    log,
    clock,
    db,
    registry,
    catalog,
    sealer: createSealer(loadKey(config.dataDir)),
    files: createFileStore(join(config.dataDir, "files")),
    live: openLiveFeed(connect, (error) => log.warn({ reason: error.message }, "live feed")),
    jobs: createJobs(databaseUrl, log),
    messages: createMessages([platformMessages, ...registry.modules.map((module) => module.messages ?? {})], read),
    spoken: { zh: { registry, read: asWritten }, en: { registry: english, read } },
    city: { code: config.city, name: "", range: subtreeOf(keyOfCode(config.city)) },
  };
}

async function readCity(db: Db, code: string): Promise<Services["city"]> {
  const key = keyOfCode(code);
  const { rows } = await sql<{ name: string }>`select name from platform.area where key = ${key}`.execute(db);
  return { code, name: rows[0]?.name ?? "", range: subtreeOf(key) };
}

/** Everything that is not asked for by somebody: jobs, event handlers, the audit sealer. */
async function startWorker(services: Services): Promise<() => Promise<void>> {
  await services.jobs.start(
    services.registry.modules.flatMap((module) => module.jobs ?? []),
    services,
  );
  const outbox = runOutbox(services);
  const cells = await keepCells(services);
  const sealing = setInterval(() => void sealAudit(services.db).catch((error) => services.log.warn({ err: error }, "audit sealer")), 1_000);
  return async () => {
    clearInterval(sealing);
    await outbox.stop();
    await cells.stop();
    await sealAudit(services.db).catch(() => 0);
  };
}

async function startHttp(options: RuntimeOptions, services: Services, gateway: Gateway | null) {
  const { config } = options;
  const http = await createHttpApp(services, options.authenticate(services), {
    version: readVersion(),
    webDir: WEB_DIR,
    health: { storing: () => gateway?.status().storing ?? true, trouble: () => troubleCode(gateway) },
  });
  const address = await http.listen({ host: config.host, port: config.port });
  return { http, address };
}

function troubleCode(gateway: Gateway | null): string | null {
  const trouble = gateway?.status().trouble;
  return trouble ? `storing.${trouble}` : null;
}

/** Version of this program. */
export const readVersion = (): string => (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;
