/** Once for all database tests: a PostgreSQL of their own and a migrated, seeded template that each test file clones. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import type { TestProject } from "vitest/node";
import { readConfig } from "../src/platform/config.ts";
import { asWorker } from "../src/platform/db.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";
import { orThrow } from "../src/platform/result.ts";
import { startRuntime } from "../src/runtime.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    superuserUrl: string;
    templateDatabase: string;
    keyDir: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-test-"));
  await chmod(dataDir, 0o711); // as root, the database's own account passes through it
  const log = pino({ level: "warn" }, pino.destination(2));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const template = "suiren_template";
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${template}` }).toString();
  const config = orThrow(
    readConfig({ SUIREN_DATA: dataDir, SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_SEED: "empty", SUIREN_ROLES: "api" }, dataDir),
  );
  const runtime = await startRuntime({
    config: { ...config, roles: new Set() },
    log,
    databaseUrl: at(postgres.url),
    superuserUrl: at(postgres.superuserUrl),
    authenticate: () => async () => null,
    seed: async (services) => {
      for (const module of services.registry.modules)
        await asWorker(services.db, (tx) => module.seed?.(tx, services, { demo: false, report: () => undefined }) ?? Promise.resolve());
    },
  });
  await runtime.stop();
  project.provide("databaseUrl", postgres.url);
  project.provide("superuserUrl", postgres.superuserUrl);
  project.provide("templateDatabase", template);
  project.provide("keyDir", dataDir);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
