import type pg from "pg";
import { expect, it } from "vitest";
import { migrate } from "./migrate.ts";

it("refuses a PostgreSQL too old for the tables before it touches anything", async () => {
  const asked: string[] = [];
  const client = {
    query: async (text: string) => {
      asked.push(text);
      return { rows: [{ version: "15.18 (Debian)", major: 15 }] };
    },
    release: () => undefined,
  };
  const result = await migrate({ connect: async () => client } as unknown as pg.Pool, "/nowhere");
  expect(result).toMatchObject({ ok: false, refusal: { code: "migrate.old_postgres", params: { version: "15.18 (Debian)", oldest: 18 } } });
  expect(asked.filter((text) => text.startsWith("create"))).toEqual([]);
});
