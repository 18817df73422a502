/** The pool when the server goes away under it. */
import { sql } from "kysely";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { apartFromTransaction, asWorker, inScope, openDatabase, openPool, pastRowFilter, refuseNesting, type Tx } from "./db.ts";

it("a connection that breaks in the middle of a transaction ends that transaction and nothing else", async () => {
  // given
  const db = openDatabase(openPool(inject("databaseUrl"), 2, () => undefined));
  const admin = new pg.Client({ connectionString: inject("superuserUrl") });
  await admin.connect();
  // when: the server ends it between two statements. Were the error heard by nobody, it would end this process and fail the run.
  const broken = asWorker(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sql`select 1`.execute(tx);
  });
  // then
  await expect(broken).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  await admin.end();
});

it("a transaction that asks for a second connection is refused at once; one begun apart from it waits its turn", async () => {
  refuseNesting();
  const db = openDatabase(openPool(inject("databaseUrl"), 1, () => undefined));
  const nested = asWorker(db, () => asWorker(db, async () => "never"));
  await expect(nested).rejects.toThrow("a second connection");
  await expect(asWorker(db, () => sql`select 1`.execute(db))).rejects.toThrow("a second connection");
  const begun = await asWorker(db, async () => ({ later: apartFromTransaction(() => asWorker(db, async () => "later")) }));
  expect(await begun.later).toBe("later");
  await db.destroy();
});

it("past the row filter a transaction is the owner's, and afterwards under it again, whatever became of the work", async () => {
  const db = openDatabase(openPool(inject("databaseUrl"), 1, () => undefined));
  const who = async (tx: Tx) => (await sql<{ name: string }>`select current_user as name`.execute(tx)).rows[0]?.name;
  const scope = { area: { lo: 0, hi: 0 }, unitId: null, userId: null };
  const seen = await inScope(db, scope, async (tx) => [
    await who(tx),
    await pastRowFilter(tx, who),
    await who(tx),
    await pastRowFilter(tx, (owner) => sql`select 1 / 0`.execute(owner)).catch(() => "failed"),
    await who(tx),
  ]);
  const owner = await asWorker(db, who);
  expect(seen).toEqual(["suiren_app", owner, "suiren_app", "failed", "suiren_app"]);
  expect(await asWorker(db, (tx) => pastRowFilter(tx, who))).toBe(owner);
  await db.destroy();
});
