/** Events reach every handler at least once, whatever order the transactions that told them end in. */
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { deliver, type EventHandler, runOutbox } from "./outbox.ts";

let app: App;
let connections: readonly [pg.Client, pg.Client];
beforeAll(async () => {
  app = await startApp();
  connections = [new pg.Client(app.database), new pg.Client(app.database)];
  for (const connection of connections) await connection.connect();
});
afterAll(async () => {
  for (const connection of connections ?? []) await connection.end();
  await app?.end();
});

const tell = (type: string, note: string) => `insert into platform.event (type, payload) values ('${type}', '{"note": "${note}"}')`;

function listener(name: string, types: readonly string[], fails = 0) {
  const heard: unknown[] = [];
  let left = fails;
  const handler: EventHandler = {
    name,
    types,
    handle: (event) => {
      if (left-- > 0) return Promise.reject(new Error("not now"));
      heard.push(event.payload.note);
      return Promise.resolve();
    },
  };
  return { handler, heard, deliver: () => deliver(app.services.db, handler, app.services, app.services.log) };
}
const settled = { timeout: 20_000, interval: 50 } as const;

it("an event whose number was drawn first and whose transaction ends last is heard", async () => {
  const [early, late] = connections;
  const { heard, deliver: go } = listener("test.order", ["test.told"]);
  // given
  await early.query("begin; select pg_current_xact_id()");
  await late.query(`begin; ${tell("test.told", "drawn first, ended last")}`);
  await early.query(`${tell("test.told", "drawn last, ended first")}; commit`);
  await expect.poll(async () => (await go(), heard), settled).toEqual(["drawn last, ended first"]);
  // when
  await late.query("commit");
  // then
  await expect.poll(async () => (await go(), heard), settled).toEqual(["drawn last, ended first", "drawn first, ended last"]);
});

it("what is running hears each event of its kinds once, after a failure again, and nothing of other kinds", async () => {
  const own = listener("test.own", ["test.own", "test.also"]);
  const failing = listener("test.failing", ["test.own"], 1);
  const other = listener("test.other", ["test.other"]);
  const modules = [{ ...app.services.registry.modules[0], handlers: [own.handler, failing.handler, other.handler] }];
  const running = runOutbox({ ...app.services, registry: { ...app.services.registry, modules } } as typeof app.services);
  try {
    await app.sql(tell("test.own", "one"));
    await app.sql(tell("test.also", "two"));
    await expect.poll(() => [...own.heard].sort(), settled).toEqual(["one", "two"]);
    await expect.poll(() => failing.heard, settled).toEqual(["one"]);
    await app.sql(tell("test.own", "three"));
    await expect.poll(() => [own.heard.length, failing.heard], settled).toEqual([3, ["one", "three"]]);
  } finally {
    await running.stop();
  }
  expect(other.heard).toEqual([]);
  const [offset] = await app.sql("select failures, last_error from platform.event_offset where handler = 'test.failing'");
  expect(offset).toEqual({ failures: 0, last_error: null });
});

it("what leaves the house begins once the event is committed, and not where it was refused", async () => {
  const seen: number[] = [];
  let fails = true;
  const handler: EventHandler = {
    name: "test.outward",
    types: ["test.outward"],
    handle: async (event, tx) => {
      await sql`insert into platform.setting (name, value) values (${`test.outward.${event.id}`}, '1')`.execute(tx);
      if (fails) throw new Error("not now");
    },
    committed: ({ db }) =>
      void sql<{ n: number }>`select count(*)::int as n from platform.setting where name like 'test.outward.%'`
        .execute(db)
        .then(({ rows }) => seen.push(rows[0]?.n ?? 0)),
  };
  const go = () => deliver(app.services.db, handler, app.services, app.services.log);
  await go();
  await app.sql(tell("test.outward", "one"));
  const failures = () => app.sql("select 1 from platform.event_offset where handler = 'test.outward' and failures > 0");
  await expect.poll(async () => (await go(), (await failures()).length), settled).toBe(1);
  expect(seen).toEqual([]);
  fails = false;
  await app.sql("update platform.event_offset set retry_at = null where handler = 'test.outward'");
  await expect.poll(async () => (await go(), seen), settled).toEqual([1]);
});
