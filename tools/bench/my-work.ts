/**
 * 工作台 at city size: three years of alarms, each taken and closed by one of twenty officers, asked as the application role under row-level
 * security by an officer with ten thousand of them behind him and by an inspector with none.
 */
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import type { Actor } from "../../apps/server/src/platform/actor.ts";
import { expandGrants, scopeOf } from "../../apps/server/src/platform/actor.ts";
import { countTodo, listDone, listOpened, listTodo, type Work } from "../../apps/server/src/platform/case/my-work.ts";
import { listTold } from "../../apps/server/src/platform/case/notices.ts";
import { asWorker, inScope, openPool, type Tables, type Tx } from "../../apps/server/src/platform/db.ts";
import { keyOfCode, subtreeOf } from "../../apps/server/src/platform/values.ts";
import type { CitySize } from "./city-size.ts";
import type { Figure } from "./figure.ts";

const BUDGET_MS = 60;
const OFFICERS = 20;
const TIMES = 5;
/** Tables nobody should read whole for one person's list. */
const BIG = ["timeline", "request", "alarm"];

export type WorkFigures = { readonly figures: readonly Figure[]; readonly sequential: readonly string[] };

const officerId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Two lines an alarm by one officer, and forty notices from him to his own organ every day of the three years. */
async function handleAll(tx: Tx, organ: string): Promise<void> {
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor, actor_name, move, from_state, to_state)
    select 'remote-monitoring.alarm', a.id, a.opened_at + step.after, 'person', ('00000000-0000-7000-8000-' || lpad((abs(hashtext(a.id::text)) % ${OFFICERS})::text, 12, '0'))::uuid,
      '值班员', step.move, step.before, step.to
    from remote_monitoring.alarm a cross join (values ('accept', 'reported', 'accepted', interval '20 seconds'), ('close', 'accepted', 'closed', interval '9 minutes'))
      as step (move, before, "to", after) order by a.opened_at, step.after`.execute(tx);
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, asked_by, to_organ, note, subject)
    select gen_random_uuid(), 'remote-monitoring.alarm', a.id, a.area, 'notice', a.opened_at, ${officerId(1)}, ${organ}::uuid, '请知悉', a.number
    from remote_monitoring.alarm a limit 40000`.execute(tx);
  await sql`update remote_monitoring.alarm set holder_person = ${officerId(1)} where closed_at is null and hashtext(id::text) % 4 = 0`.execute(
    tx,
  );
}

export async function benchMyWork(city: CitySize): Promise<WorkFigures> {
  const { services } = city;
  const organs = await sql<{ id: string }>`select id from organizations.organ where kind = 'monitoring-center' limit 1`.execute(
    services.db,
  );
  const organId = organs.rows[0]?.id ?? officerId(0);
  await asWorker(services.db, (tx) => handleAll(tx, organId));
  for (const table of ["platform.timeline", "platform.request", "remote_monitoring.alarm"])
    await sql`analyze ${sql.raw(table)}`.execute(services.db);
  const person = (role: string, n: number): Actor => ({
    ...{
      userId: officerId(n),
      account: "",
      name: role,
      kind: "official",
      post: role,
      organId,
      organName: null,
      areaName: "",
      unitId: null,
    },
    area: subtreeOf(keyOfCode("330800")),
    permissions: expandGrants(services.registry.grants.get(role) ?? [], [...services.registry.permissions.keys()]),
  });
  const questions: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
    todo: (work) => listTodo(work, { limit: 30 }),
    "done, first page": (work) => listDone(work, { before: null, limit: 30 }),
    "done, far back": (work) => listDone(work, { before: 60_000, limit: 30 }),
    opened: (work) => listOpened(work, { beyond: null, limit: 30 }),
    "told, unread": (work) => listTold(work.actor, { unreadAt: work.now, beyond: null, limit: 100 }, work.tx),
    counts: (work) => countTodo(work),
  };
  let heard: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: openPool(city.databaseUrl, 2, () => undefined) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: (event) => {
      heard.push(event.query);
    },
  });
  const figures: Figure[] = [];
  const sequential: string[] = [];
  try {
    for (const actor of [person("duty-officer", 1), person("inspector", 999)])
      for (const [name, ask] of Object.entries(questions)) {
        const [now, today] = [services.clock.now(), services.clock.today()];
        const asked = (tx: Tx) => ask({ actor, tx, services, now, today, language: "zh" });
        const times: number[] = [];
        for (let i = 0; i < TIMES; i++) {
          heard = [];
          const began = performance.now();
          await inScope(db, scopeOf(actor), asked);
          times.push(performance.now() - began);
        }
        const queries = heard.filter((query) => /^\s*select (t\.|count|\*|l\.|r\.)/.test(query.sql));
        for (const query of queries) {
          const read = await inScope(db, scopeOf(actor), (tx) => readWhole(tx, query));
          sequential.push(...read.map((table) => `${actor.post} ${name}: ${table}`));
        }
        figures.push({
          name: `my work, ${actor.post}: ${name}`,
          value: Math.min(...times.slice(1)),
          unit: "ms",
          budget: BUDGET_MS,
          note: "",
        });
      }
    return { figures, sequential };
  } finally {
    await db.destroy();
  }
}

async function readWhole(tx: Tx, query: CompiledQuery): Promise<readonly string[]> {
  const { rows } = await tx.executeQuery<Record<string, string>>(CompiledQuery.raw(`explain ${query.sql}`, [...query.parameters]));
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  return [...plan.matchAll(/Seq Scan on (\S+)/g)]
    .map(([, table]) => (table ?? "").replace(/.*\./, ""))
    .filter((table) => BIG.includes(table));
}
