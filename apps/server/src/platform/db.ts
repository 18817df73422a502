/**
 * The database: one pool, transactions under a scope, and the row filter's settings.
 * A request runs as the role `suiren_app`, under row-level security; workers and migrations run as the owner.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { AreaRange } from "./values.ts";

/** No table types: statements are written in SQL next to the declarations they come from, and results are parsed or shaped there. */
// biome-ignore lint/complexity/noBannedTypes: an empty schema is what Kysely calls "no known tables"
export type Tables = {};
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** What a transaction may see: a range of the tree, and for a unit's own people only their unit. */
export type Scope = {
  readonly area: AreaRange;
  readonly unitId: string | null;
  readonly userId: string | null;
  /** The person's organ: what it is asked reaches it from everywhere. */
  readonly organId?: string | null;
};

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

pg.types.setTypeParser(INT8, Number); // tree keys and counts stay below 2^53
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());

/** `onError` hears of idle connections that broke; the driver hangs the whole client, password included, on that error: log its message alone. */
export function openPool(url: string, max: number, onError: (error: Error) => void, name = "suiren"): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: name,
  });
  pool.on("error", onError);
  // The pool listens to idle connections only: one that breaks at work says so to its statement, and again to nobody, which would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Breaks off what the connections of a pool are at; their transactions roll back. */
export async function cancelStatements(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.query("select pg_cancel_backend(pid) from pg_stat_activity where application_name = $1 and state = 'active'", [name]);
  } finally {
    await client.end();
  }
}

/** What an open transaction marks its work with, so that work which asks for a second connection meanwhile is known. */
const held = new AsyncLocalStorage<{ readonly pool: pg.Pool; open: boolean }>();
let nestingRefused = false;

/**
 * A transaction that waits for a second connection of the pool it holds one of never ends when all do so at once. Tests refuse it where it is asked
 * for; what is read past the row filter is read in the same transaction (`pastRowFilter`) or after it.
 */
export function refuseNesting(): void {
  nestingRefused = true;
}

/** What is begun here goes on after the transaction, on a connection of its own: a timer, a word to a runner. */
export const apartFromTransaction = <T>(work: () => T): T => held.exit(work);

function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  const around = held.getStore();
  if (nestingRefused && around?.open && around.pool === pool)
    return Promise.reject(new Error("a transaction asks for a second connection while it holds one"));
  return pool.connect();
}

const pools = new WeakMap<object, pg.Pool>();

/** Column names are snake_case in SQL and camelCase in code; keys inside jsonb stay as they are. */
export function openDatabase(pool: pg.Pool): Db {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: () => connect(pool), end: () => pool.end(), options: pool.options } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  pools.set(db, pool);
  return db;
}

function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => {
    const pool = pools.get(db);
    if (!pool) return work(tx);
    const holding = { pool, open: true };
    return held
      .run(holding, () => work(tx))
      .finally(() => {
        holding.open = false;
      });
  });
}

/** Runs `work` in one transaction as the application role, seeing only `scope`. */
export function inScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, async (tx) => {
    await sql`select set_config('role', 'suiren_app', true), set_config('suiren.lo', ${String(scope.area.lo)}, true),
      set_config('suiren.hi', ${String(scope.area.hi)}, true), set_config('suiren.unit', ${scope.unitId ?? ""}, true),
      set_config('suiren.user', ${scope.userId ?? ""}, true),
      set_config('suiren.organ', ${scope.organId ?? ""}, true)`.execute(tx);
    return work(tx);
  });
}

/** Runs `work` in one transaction as the owner, past row-level security: projections, jobs, measures, migrations. */
export function asWorker<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, work);
}

/**
 * A part of a request's transaction as the owner, past row-level security: what is counted over everybody's rows, of which the caller is shown his
 * own. Nothing else may run on the transaction meanwhile. If `work` fails, what it did is undone and the row filter stands again.
 */
export async function pastRowFilter<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(tx);
  await sql`savepoint past_row_filter`.execute(tx);
  try {
    await sql`select set_config('role', 'none', true)`.execute(tx);
    const value = await work(tx);
    await sql`select set_config('role', ${rows[0]?.role ?? "none"}, true)`.execute(tx);
    await sql`release savepoint past_row_filter`.execute(tx);
    return value;
  } catch (error) {
    await sql`rollback to savepoint past_row_filter`.execute(tx);
    throw error;
  }
}
