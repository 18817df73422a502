/** Contents on disk that no row names: of uploads that were refused or broken off. */
import { type RawBuilder, sql } from "kysely";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Services } from "#platform/services.ts";

/** Long after whatever was taken in has its row. */
const LEFT_HOURS = 24;
const BATCH = 200;

/** Until the transaction ends nobody else gives this content a row, or takes it away. */
export async function holdContent(sha256: string, tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 26875004))`.execute(tx);
}

/** Removes those of the given contents that no row names. @returns how many */
export async function dropUnnamed(hashes: readonly string[], services: Services): Promise<number> {
  let dropped = 0;
  for (const sha256 of hashes)
    await asWorker(services.db, async (tx) => {
      await holdContent(sha256, tx);
      if ((await namedOf([sha256], tx)).size > 0) return;
      await services.files.remove(sha256);
      dropped += 1;
    });
  return dropped;
}

/** Any column of any table may name a content (a document issued names its own file): all that are called so are asked. */
async function namedOf(hashes: readonly string[], tx: Tx): Promise<ReadonlySet<string>> {
  const { rows: columns } = await sql<{ table: string; column: string; binary: boolean }>`
    select format('%I.%I', n.nspname, c.relname) as "table", format('%I', a.attname) as "column", a.atttypid = 'bytea'::regtype as "binary"
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition join pg_namespace n on n.oid = c.relnamespace
    where a.attname ~ 'sha256$' and a.attnum > 0 and not a.attisdropped and a.atttypid in ('bytea'::regtype, 'text'::regtype)
      and n.nspname !~ '^(pg_|information_schema$)'`.execute(tx);
  const asked = sql`${[...hashes]}::text[]`;
  const parts = columns.map(
    ({ table, column, binary }): RawBuilder<unknown> =>
      binary
        ? sql`select encode(${sql.raw(column)}, 'hex') as sha256 from ${sql.raw(table)} where ${sql.raw(column)} in (select decode(h, 'hex') from unnest(${asked}) h)`
        : sql`select ${sql.raw(column)} as sha256 from ${sql.raw(table)} where ${sql.raw(column)} = any(${asked})`,
  );
  const { rows } = await sql<{ sha256: string }>`${sql.join(parts, sql` union `)}`.execute(tx);
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Removes what has lain for a day without a row. @returns how many */
export async function sweepUnnamed(services: Services): Promise<number> {
  const left = new Date(services.clock.now().getTime() - LEFT_HOURS * 3_600_000);
  let dropped = 0;
  let batch: string[] = [];
  const settle = async () => {
    const named = await asWorker(services.db, (tx) => namedOf(batch, tx));
    dropped += await dropUnnamed(
      batch.filter((sha256) => !named.has(sha256)),
      services,
    );
    batch = [];
  };
  for await (const sha256 of services.files.olderThan(left)) {
    batch.push(sha256);
    if (batch.length === BATCH) await settle();
  }
  if (batch.length > 0) await settle();
  return dropped;
}

export const sweepFiles: Job = {
  name: "files.sweep",
  cron: "52 3 * * *",
  async run(_, services) {
    const dropped = await sweepUnnamed(services);
    if (dropped > 0) services.log.info({ dropped }, "files without a row");
  },
};
