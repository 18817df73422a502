/** What keeps the program from ending. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { startApp } from "#kit/kit.ts";
import type { Module } from "#platform/module.ts";
import { modules } from "./modules.ts";
import { asWorker } from "./platform/db.ts";

it("a statement that would run for minutes is broken off at a stop", async () => {
  let outcome: unknown = "runs";
  let begun: () => void = () => undefined;
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow: Module = {
    name: "slow",
    label: "慢",
    async start({ db }) {
      const work = asWorker(db, async (tx) => {
        begun();
        await sql`select pg_sleep(600)`.execute(tx);
      }).catch((error: { readonly code?: string }) => {
        outcome = error.code;
      });
      return () => work;
    },
  };
  const app = await startApp({ modules: [...modules, slow] });
  await isBegun;
  await app.end();
  expect(outcome).toBe("57014"); // query_canceled
});
