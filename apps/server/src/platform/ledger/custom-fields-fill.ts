/**
 * 旧数据: gives every row that was there before one value, in batches, with the count kept where the screen reads it. A row somebody has filled
 * in meanwhile keeps his value; a row the field does not appear on stays empty. Each batch is a change like any other: version and history.
 */
import { sql } from "kysely";
import { asWorker, type Tx } from "../db.ts";
import type { Job } from "../jobs.ts";
import { orThrow } from "../result.ts";
import type { Services } from "../services.ts";
import { compileCondition } from "./condition.ts";
import type { FieldRecord, Filling } from "./custom-fields.ts";
import { listFields } from "./custom-fields-store.ts";
import { qualified } from "./names.ts";

const BATCH = 2_000;
export const FILL_JOB = "platform.fill-fields";

/** Begins again where it stopped: what has a value is not asked again. */
export const fillFieldsJob: Job = {
  name: FILL_JOB,
  cron: "*/10 * * * *",
  async run(_, services) {
    const fields = await asWorker(services.db, (tx) => listFields(tx));
    for (const field of fields.filter((each) => each.filling?.state === "running" && each.state === "active")) {
      try {
        await fillField(field, services);
      } catch (error) {
        services.log.error({ err: error, ledger: field.ledger, field: field.key }, "existing rows not filled");
        await asWorker(services.db, (tx) => note(tx, field, { state: "failed" }));
      }
    }
  },
};

export async function fillField(field: FieldRecord, services: Services): Promise<void> {
  const { db, catalog, clock } = services;
  const { filling, ledger, key } = field;
  if (!filling) return;
  await asWorker(db, (tx) => catalog.loadCustomFields(tx)); // the field may have come into force a moment ago
  const { columns } = catalog.get(ledger);
  const appears = orThrow(compileCondition(field.definition.appears ?? {}, columns, { today: clock.today(), now: clock.now() }));
  const table = sql.raw(qualified(ledger));
  const waiting = sql`t.deleted_at is null and coalesce(t.custom -> ${key}, 'null'::jsonb) = 'null'::jsonb and ${appears}`;
  await asWorker(db, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${table} t where ${waiting}`.execute(tx);
    await note(tx, field, { total: filling.done + (rows[0]?.n ?? 0) });
  });
  for (let last = "00000000-0000-0000-0000-000000000000", done = filling.done; ; ) {
    const batch = await asWorker(db, async (tx) => {
      await sql`select set_config('suiren.user', ${filling.by}, true)`.execute(tx);
      const { rows } = await sql<{
        id: string;
      }>`update ${table} u set custom = u.custom || ${JSON.stringify({ [key]: filling.value })}::jsonb,
          version = u.version + 1, updated_at = now()
        from (select t.id from ${table} t where t.id > ${last}::uuid and ${waiting} order by t.id limit ${BATCH} for update) x
        where u.id = x.id returning u.id`.execute(tx);
      done += rows.length;
      await note(tx, field, { done });
      return rows.map((row) => row.id).sort();
    });
    if (batch.length < BATCH) break;
    last = batch.at(-1) ?? last;
  }
  await asWorker(db, (tx) => note(tx, field, { state: "done" }));
}

async function note(tx: Tx, { ledger, key }: FieldRecord, change: Partial<Filling>): Promise<void> {
  await sql`update platform.custom_field set filling = filling || ${JSON.stringify(change)}::jsonb where ledger = ${ledger} and key = ${key}`.execute(
    tx,
  );
}
