/**
 * A city at full size on a database of its own: the demonstration city copied many times over the real tree by set-based SQL, so that
 * kinds, grades, names and hours keep their proportions. Nothing here touches another database.
 */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { createFirstAccounts } from "../../apps/server/src/modules/ground/identity/index.ts";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { asWorker } from "../../apps/server/src/platform/db.ts";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { orThrow } from "../../apps/server/src/platform/result.ts";
import type { Services } from "../../apps/server/src/platform/services.ts";
import { startRuntime } from "../../apps/server/src/runtime.ts";

/** Of every demonstration account in it, until a staged server sets its own. */
const CITY_PASSWORD = "Bench-pass-2026";

export type CitySize = {
  readonly services: Services;
  readonly databaseUrl: string;
  /** Rows of each copied table, largest first. */
  readonly rows: readonly { readonly table: string; readonly rows: number }[];
  /** How long the copying took, without the start of the database. */
  readonly generateMs: number;
  stop(): Promise<void>;
};

/** Copies of every row beside the row itself. A row's copy refers to copies of the same number, so no table has more than the units. */
type Copies = {
  readonly table: string;
  readonly copies: number /** Columns that hold another row's id. */;
  readonly refs: readonly string[];
};

const copiesAt = (scale: number): readonly Copies[] =>
  (
    [
      { table: "places.unit", copies: 99, refs: [] },
      { table: "places.building", copies: 20, refs: ["unit"] },
      { table: "places.contact", copies: 12, refs: ["unit"] },
      { table: "places.duty_post", copies: 20, refs: ["unit"] },
      { table: "facilities.control_room", copies: 20, refs: ["unit", "building"] },
      { table: "facilities.transmitter", copies: 60, refs: ["unit", "building"] },
      { table: "facilities.facility", copies: 20, refs: ["unit", "building"] },
      { table: "facilities.component", copies: 6, refs: ["unit", "building", "facility"] },
      { table: "remote_monitoring.alarm", copies: 55, refs: ["unit", "building", "component", "transmitter"] },
      { table: "forces.hydrant", copies: 20, refs: [] },
      { table: "hazard_loop.hazard", copies: 1_999, refs: ["unit"] },
    ] as const
  ).map((each) => ({ ...each, copies: Math.max(1, Math.round(each.copies * scale)) }));

/** Days between one copy of an alarm and the next: fifty-five copies make three years. */
const DAYS_APART = 20;
/** Alarms left open, each of its own device. */
const OPEN = 400;

/**
 * @param scale 1 is 200,000 units, 113,000 components, 200,000 alarms and 2,000,000 hazards
 * @param without tables that keep what the demonstration has
 */
export async function buildCity(scale = 1, without: readonly string[] = []): Promise<CitySize> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-city-"));
  await chmod(dataDir, 0o711); // as root, the database's own account passes through it
  const log = pino({ level: "error" }, pino.destination(2));
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: "off" } });
  const env = { SUIREN_DATA: dataDir, SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_DEMO_PASSWORD: CITY_PASSWORD };
  const config = orThrow(readConfig(env, dataDir));
  const running = await startRuntime({
    config: { ...config, roles: new Set() },
    log,
    databaseUrl: postgres.url,
    superuserUrl: postgres.superuserUrl,
    authenticate: () => async () => null,
    async seed(services) {
      for (const module of services.registry.modules)
        await asWorker(services.db, (tx) => module.seed?.(tx, services, { demo: true, report: () => undefined }) ?? Promise.resolve());
      await asWorker(services.db, (tx) => createFirstAccounts(tx, services, { demo: true, fixedPassword: CITY_PASSWORD }));
    },
  });
  const began = performance.now();
  const rows = await withClient(postgres.superuserUrl, (client) =>
    copyAll(
      client,
      copiesAt(scale).filter(({ table }) => !without.includes(table)),
    ),
  );
  const generateMs = performance.now() - began;
  return {
    services: running.services,
    databaseUrl: postgres.url,
    rows: [...rows].sort((a, b) => b.rows - a.rows),
    generateMs,
    async stop() {
      await running.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function copyAll(client: pg.Client, plans: readonly Copies[]) {
  await client.query("set session_replication_role = replica"); // history, cells and keys are not what is measured
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query("set synchronous_commit = off");
  const present = await existing(client);
  for (const plan of plans) if (present.has(plan.table)) await withoutIndexes(client, plan.table, () => copyTable(client, plan));
  await client.query(
    `update remote_monitoring.alarm set state = 'reported', closed_at = null, conclusion = null, cause = null, concluded_at = null
     where id in (select id from (select distinct on (address) id, opened_at from remote_monitoring.alarm where kind <> 'test' order by address, opened_at desc) a
       order by opened_at desc limit ${OPEN})`,
  );
  await client.query(liveStates);
  await client.query("select remote_monitoring.fill_point_states(), remote_monitoring.fill_access_states()");
  const live = ["component_state", "point_state", "access_state"].map((name) => `remote_monitoring.${name}`);
  for (const table of [...plans.map((each) => each.table), ...live]) if (present.has(table)) await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query<{ table: string; rows: string }>(
    `select schemaname || '.' || relname as table, n_live_tup as rows from pg_stat_user_tables where n_live_tup > 0`,
  );
  return rows.map(({ table, rows: count }) => ({ table, rows: Number(count) })).filter(({ table }) => present.has(table));
}

async function existing(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE'",
  );
  return new Set(rows.map(({ name }) => name));
}

/** Filling first and sorting into indexes afterwards takes a fraction of the time. */
async function withoutIndexes(client: pg.Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = $1::regclass and not i.indisprimary and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

const copyId = (column: string, copy = "k"): string => `md5(${column}::text || '#' || ${copy})::uuid`;
/** A table with more copies than there are of units gives each unit several. */
const UNIT_COPIES = 99;
const unitOf = ({ table }: Pick<Copies, "table">): string =>
  copyId("t.unit", table === "hazard_loop.hazard" ? `(1 + k % ${UNIT_COPIES})` : "k");
/** Six bytes in hexadecimal, the same for a device and whatever names it. */
const copyAddress = (column: string): string => `substr(md5(${column} || '#' || k), 1, 12)`;

/** What a copy has instead of the row's own value; columns not named are taken over. */
function changedColumns({ table, refs }: Copies): Readonly<Record<string, string>> {
  const unit = table === "places.unit";
  const title = unit ? { name: "t.name || k || '店'", code: "t.code || '-' || k", credit_code: "null" } : {};
  const placed = unit || table === "forces.hydrant";
  const ofUnit = refs.includes("unit") ? { area: "coalesce(u.area, t.area)" } : {};
  const at = placed
    ? { area: "s.area", lon: `s.lon + ${spread("'x'")}`, lat: `s.lat + ${spread("'y'")}` }
    : { ...ofUnit, lon: "coalesce(u.lon, t.lon)", lat: "coalesce(u.lat, t.lat)" };
  return {
    id: copyId("t.id"),
    ...Object.fromEntries(refs.map((ref) => [ref, ref === "unit" ? unitOf({ table }) : copyId(`t.${ref}`)])),
    ...at,
    ...title,
    search_text: "t.search_text || ' ' || k",
    ...(table === "remote_monitoring.alarm" ? alarmColumns : {}),
    ...(table === "hazard_loop.hazard" ? hazardColumns : {}),
    ...(table === "facilities.transmitter" || table === "facilities.component" ? { address: copyAddress("t.address") } : {}),
    ...(table === "forces.hydrant" ? { code: "t.code || '-' || k" } : {}),
  };
}
/** Nine points of ten were heard; of a thousand, forty are not normal. */
const liveStates = `insert into remote_monitoring.component_state (address, system_type, system_address, component_address, component_type, unit, area,
    status, active, words, description, since, last_at, message_id)
  select address, system_type, system_address, component_address, component_type, unit, area, 0, case when dice < 960 then '{}'::text[]
    when dice < 980 then '{fault}' when dice < 990 then '{shield}' when dice < 992 then '{fire}' else '{supervise}' end,
    '', '', now() - make_interval(mins => dice), now() - make_interval(mins => dice), ''
  from (select *, abs(hashtext(id::text)) % 1000 as dice from facilities.component where state = 'inUse' and deleted_at is null) c
  where abs(hashtext(id::text || 'heard')) % 10 > 0 on conflict do nothing`;
const earlier = (column: string): string => `t.${column} - make_interval(days => k * ${DAYS_APART})`;
const alarmColumns: Readonly<Record<string, string>> = {
  number: "t.number || '-' || k",
  unit_name: "t.unit_name || k || '店'",
  address: copyAddress("t.address"),
  ...Object.fromEntries(
    ["opened_at", "closed_at", "last_at", "occurred_at", "accepted_at", "concluded_at", "confirmed_at"].map((column) => [
      column,
      earlier(column),
    ]),
  ),
};
/** Three years of hazards: of the old copies nearly all are closed, as they would be. */
const hazardColumns: Readonly<Record<string, string>> = {
  number: "t.number || '-' || k",
  sameness: "t.sameness || '-' || k",
  state: "case when k % 12 = 0 then t.state when t.closed_at is null then 'closed' else t.state end",
  closed_at:
    "case when k % 12 = 0 then t.closed_at else coalesce(t.closed_at, t.opened_at + interval '9 days') - make_interval(days => k % 1000) end",
  due_at: "case when k % 12 = 0 then t.due_at end",
  opened_at: "case when k % 12 = 0 then t.opened_at else t.opened_at - make_interval(days => k % 1000) end",
};
/** About a kilometre either way, the same every time. */
const spread = (salt: string): string => `((hashtext(t.id::text || k || ${salt}) % 1000) / 100000.0)`;

async function copyTable(client: pg.Client, plan: Copies): Promise<void> {
  const { rows } = await client.query<{ column: string; type: string }>(
    "select column_name as column, data_type as type from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'",
    [plan.table],
  );
  const columns = rows.filter(({ type }) => type !== "bytea").map(({ column }) => column); // a sealed box opens for its own row only
  const changed = changedColumns(plan);
  const values = columns.map((column) => changed[column] ?? `t."${column}"`);
  const unit = plan.refs.includes("unit") ? `left join places.unit u on u.id = ${unitOf(plan)}` : "";
  // A copy of a unit stands near another unit: towns keep their shares.
  const site =
    plan.refs.includes("unit") === false
      ? `join (select row_number() over (order by id) - 1 as n, area, lon, lat from places.unit where lon is not null limit 2000) s
         on s.n = abs(hashtext(t.id::text || k)) % 1900`
      : "";
  await client.query(
    `insert into ${plan.table} (${columns.map((column) => `"${column}"`).join(", ")})
     select ${values.join(", ")} from ${plan.table} t cross join generate_series(1, ${plan.copies}) k ${unit} ${site}`,
  );
}
