/** The database of this installation, for verbs: the given one, the one of the running product, or the embedded one started for the moment. */
import pg from "pg";
import { readConfig } from "#platform/config.ts";
import { type Db, openDatabase } from "#platform/db.ts";
import { createLog } from "#platform/log.ts";
import { findRunningPostgres, startEmbeddedPostgres } from "#platform/postgres/embedded.ts";
import { orThrow } from "#platform/result.ts";

export async function withDatabase<T>(work: (db: Db, url: string) => Promise<T>): Promise<T> {
  const config = orThrow(readConfig(process.env, process.cwd()));
  const running = config.databaseUrl ? null : await findRunningPostgres(config.dataDir);
  const started = config.databaseUrl || running ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log: createLog("warn") });
  const url = config.databaseUrl ?? running?.url ?? started?.url ?? "";
  const db = openDatabase(new pg.Pool({ connectionString: url, max: 2 }));
  try {
    return await work(db, url);
  } finally {
    await db.destroy();
    await started?.stop();
  }
}
