/** The database of this installation, for verbs: the given one, the one of the running product, or the embedded one started for the moment. */
import pg from "pg";
import { type Config, readConfig } from "#platform/config.ts";
import { type Db, openDatabase, openPool } from "#platform/db.ts";
import { createLog } from "#platform/log.ts";
import { findRunningPostgres, startEmbeddedPostgres } from "#platform/postgres/embedded.ts";
import { orThrow } from "#platform/result.ts";
import { machineUser } from "./verb.ts";

export const configHere = (): Config => orThrow(readConfig(process.env, process.cwd()));

export type Reached = {
  readonly config: Config;
  readonly url: string;
  readonly superuserUrl: string | null /** By a product that serves now. */;
  readonly isRunning: boolean;
};

export async function withServer<T>(work: (reached: Reached) => Promise<T>): Promise<T> {
  const config = configHere();
  if (config.databaseUrl) return work({ config, url: config.databaseUrl, superuserUrl: null, isRunning: false });
  const running = await findRunningPostgres(config.dataDir);
  if (running) return work({ config, ...running, isRunning: true });
  const { url, superuserUrl, stop } = await startEmbeddedPostgres({ dataDir: config.dataDir, log: createLog("warn") });
  try {
    return await work({ config, url, superuserUrl, isRunning: false });
  } finally {
    await stop();
  }
}

export function withDatabase<T>(work: (db: Db, url: string) => Promise<T>): Promise<T> {
  return withServer(async ({ url }) => {
    const db = openDatabase(openPool(url, 2, (error) => createLog("warn").warn({ reason: error.message }, "database connection")));
    try {
      return await work(db, url);
    } finally {
      await db.destroy();
    }
  });
}

/** What an operator did outside the product, for the audit chain; sealed by the worker like every other entry. */
export const auditStatement = (action: string, detail: Readonly<Record<string, unknown>>): [text: string, values: unknown[]] => [
  "insert into platform.audit (actor_name, action, subject, detail) values ($1, $2, 'platform', $3::jsonb)",
  [machineUser(), action, JSON.stringify(detail)],
];

export async function auditAtTerminal(url: string, action: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(...auditStatement(action, detail)).finally(() => client.end());
}
