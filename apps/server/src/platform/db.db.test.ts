/** The pool when the server goes away under it. */
import { sql } from "kysely";
import pg from "pg";
import { expect, inject, it } from "vitest";
import { asWorker, openDatabase, openPool } from "./db.ts";

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
