/** The audit chain holds whatever order transactions end in, and nobody changes what it has sealed. */
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { sealAudit, verifyAudit } from "./audit.ts";

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

const act = (action: string) => `insert into platform.audit (actor_name, action) values ('汪洁', '${action}')`;
const seal = async () => {
  while ((await sealAudit(app.services.db)) > 0);
};
const placesOf = async (...actions: string[]) =>
  (await app.sql("select action from platform.audit where action = any($1) order by seq", [actions])).map(({ action }) => action);

it("an entry whose number was drawn first and whose transaction ends last joins the chain where it is sealed", async () => {
  const [early, late] = connections;
  await seal();
  // given: the transaction numbered first draws the later id
  await early.query("begin; select pg_current_xact_id()");
  await late.query(`begin; ${act("先取号后提交")}`);
  await early.query(`${act("后取号先提交")}; commit`);
  await seal();
  expect(await verifyAudit(app.services.db)).toMatchObject({ ok: true });
  // when
  await late.query("commit");
  // then
  await seal();
  expect(await verifyAudit(app.services.db)).toMatchObject({ ok: true, unsealed: 0 });
  expect(await placesOf("先取号后提交", "后取号先提交")).toEqual(["后取号先提交", "先取号后提交"]);
});

it("an entry that was changed behind the guard breaks the chain at itself, and only from there", async () => {
  await app.sql(act("会被改动"));
  await app.sql(act("之后一条"));
  await seal();
  const [entry] = await app.sql("select id, seq from platform.audit where action = '会被改动'");
  await expect(app.sql("update platform.audit set seq = seq + 1000 where id = $1", [entry?.id])).rejects.toThrow("cannot be changed");
  await app.sql(
    "alter table platform.audit disable trigger guard; update platform.audit set actor_name = '另一人' where action = '会被改动'; alter table platform.audit enable trigger guard",
  );
  const before = await app.sql("select count(*)::int as n from platform.audit where seq < $1", [entry?.seq]);
  expect(await verifyAudit(app.services.db)).toMatchObject({ ok: false, brokenAt: Number(entry?.id), entries: before[0]?.n });
});
