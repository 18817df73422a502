/**
 * A custom field one wants to filter, sort or count by gets a real column. Under row-level security an expression on jsonb finds no index;
 * a column does (measured: 82 ms → 0.3 ms on 200,000 rows). Instant column, copied in batches, index built beside the work, then switched over.
 */
import { sql } from "kysely";
import { asWorker } from "../db.ts";
import type { Job } from "../jobs.ts";
import type { EventHandler } from "../outbox.ts";
import type { Services } from "../services.ts";
import { type FieldRecord, fieldOf } from "./custom-fields.ts";
import { FILL_JOB } from "./custom-fields-fill.ts";
import { listFields, sayFieldsChanged } from "./custom-fields-store.ts";
import { columnType } from "./fields.ts";
import { qualified, tableOfName } from "./names.ts";

const BATCH = 5_000;
const JOB = "platform.promote-fields";
export const FIELD_DECIDED = "platform.field.decided";

/** Idempotent: every step looks at what is there. A field that cannot be promoted says so and keeps working as it was. */
export const promoteFieldsJob: Job = {
  name: JOB,
  cron: "*/10 * * * *",
  async run(_, services) {
    const fields = await asWorker(services.db, (tx) => listFields(tx));
    for (const field of fields.filter((each) => each.promotion === "copying" && each.state === "active")) {
      try {
        await promoteField(field, services);
      } catch (error) {
        services.log.error({ err: error, ledger: field.ledger, field: field.key }, "custom field not promoted");
        await mark(field, "failed", services);
      }
    }
  },
};

/** The job runner is told when a decision has been stored, not before. */
export const workOnDecision: EventHandler = {
  name: "platform.promote-fields",
  types: [FIELD_DECIDED],
  async handle(_, __, services) {
    await services.jobs.send(JOB, {}, { singletonKey: JOB });
    await services.jobs.send(FILL_JOB, {}, { singletonKey: FILL_JOB });
  },
};

export async function promoteField(field: FieldRecord, services: Services): Promise<void> {
  const { db } = services;
  const table = sql.raw(qualified(field.ledger));
  const column = sql.ref(`c_${field.key}`);
  await asWorker(db, async (tx) => {
    await sql`set local lock_timeout = '5s'`.execute(tx);
    await sql`alter table ${table} add column if not exists ${column} ${sql.raw(columnType(fieldOf(field.definition)))}`.execute(tx);
    const keys = (await listFields(tx, field.ledger)).filter((each) => each.promoted || each.key === field.key).map((each) => each.key);
    const names = sql.join(keys.map((key) => sql.lit(key)));
    await sql`drop trigger if exists spread_custom on ${table}`.execute(tx);
    await sql`create trigger spread_custom before insert or update of custom on ${table} for each row execute function platform.spread_custom(${names})`.execute(
      tx,
    );
  });
  await copyValues(field, services);
  const index = sql.ref(`${tableOfName(field.ledger)}_c_${field.key}`.slice(0, 63));
  const schema = sql.raw(qualified(field.ledger).split(".")[0] ?? "");
  await sql`drop index concurrently if exists ${schema}.${index}`.execute(db); // an earlier try may have left an invalid one
  const on = field.definition.kind === "many" ? sql`using gin (${column})` : sql`(${column}, area, id)`;
  await sql`create index concurrently ${index} on ${table} ${on}`.execute(db);
  await mark(field, "done", services);
}

/** Touching `custom` makes the trigger fill the column; history sees no difference and writes nothing. */
async function copyValues(field: FieldRecord, { db }: Services): Promise<void> {
  const table = sql.raw(qualified(field.ledger));
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await asWorker(db, (tx) =>
      sql<{
        id: string;
      }>`update ${table} t set custom = t.custom from (select id from ${table} where id > ${last}::uuid and custom ? ${field.key}
        order by id limit ${BATCH} for update) x where t.id = x.id returning t.id`.execute(tx),
    );
    if (rows.length < BATCH) return;
    last =
      rows
        .map((row) => row.id)
        .sort()
        .at(-1) ?? last;
  }
}

const mark = ({ ledger, key }: FieldRecord, promotion: "done" | "failed", { db }: Services): Promise<void> =>
  asWorker(db, async (tx) => {
    await sql`update platform.custom_field set promoted = ${promotion === "done"}, promotion = ${promotion}, changed_at = now()
      where ledger = ${ledger} and key = ${key}`.execute(tx);
    await sayFieldsChanged(tx);
  });
