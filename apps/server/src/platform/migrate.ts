/** Applies `db/migrations/*.sql` in order, each in its own transaction, once. Forward only; an edited file stops the start. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { ok, type Result, refuse } from "./result.ts";

const LOCK = 26_875_001;
/** The tables are made for this PostgreSQL and newer ones. */
const OLDEST = 18;

/** @returns the names applied now; refuses an older PostgreSQL, an edited migration, and a database where a newer program has been. */
export async function migrate(pool: pg.Pool, dir: string, report: (name: string) => void = () => {}): Promise<Result<readonly string[]>> {
  const client = await pool.connect();
  try {
    const asked = await client.query<{ version: string; major: number }>(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major",
    );
    const { version = "", major = 0 } = asked.rows[0] ?? {};
    if (major < OLDEST) return refuse("conflict", "migrate.old_postgres", { version, oldest: OLDEST });
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create schema if not exists platform");
    await client.query(
      "create table if not exists platform.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())",
    );
    const done = new Map(
      (await client.query<{ name: string; hash: string }>("select name, hash from platform.migration")).rows.map((r) => [r.name, r.hash]),
    );
    const names = (await readdir(dir)).filter((name) => name.endsWith(".sql")).sort();
    const missing = [...done.keys()].filter((name) => !names.includes(name));
    if (missing.length > 0) return refuse("conflict", "migrate.database_is_newer", { names: missing });
    const applied: string[] = [];
    for (const name of names) {
      const text = await readFile(join(dir, name), "utf8");
      const hash = createHash("sha256").update(text).digest("hex");
      const before = done.get(name);
      if (before === hash) continue;
      if (before !== undefined) return refuse("conflict", "migrate.edited", { name });
      report(name);
      await client.query("begin");
      try {
        await client.query(text);
        await client.query("insert into platform.migration (name, hash) values ($1, $2)", [name, hash]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`migration ${name} failed`, { cause: error });
      }
      applied.push(name);
    }
    return ok(applied);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
    client.release();
  }
}
