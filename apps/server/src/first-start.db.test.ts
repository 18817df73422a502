/** A first start that is broken off. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { matchesPassword } from "#modules/ground/identity/secrets.ts";
import { readConfig } from "#platform/config.ts";
import type { Module } from "#platform/module.ts";
import { orThrow } from "#platform/result.ts";
import { fillFirst } from "./first-start.ts";
import { modules } from "./modules.ts";
import { startRuntime } from "./runtime.ts";

const database = `t_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();
let dataDir: string;
let admin: pg.Client;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "suiren-first-"));
  admin = new pg.Client({ connectionString: inject("databaseUrl") });
  await admin.connect();
  await admin.query(`create database ${database}`);
});
afterAll(async () => {
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.end();
  await rm(dataDir, { recursive: true, force: true });
});

// Four starts and every migration, on a machine that does other things too.
it("goes on where it was broken off, until somebody can sign in", { timeout: 300_000 }, async () => {
  // given: a module whose filling breaks off once before the accounts, and once after them
  const calls: string[] = [];
  const fragile: Module = {
    name: "fragile",
    label: "易断",
    async seed() {
      calls.push("seed");
      if (calls.length === 1) throw new Error("broken off");
    },
    async seedWithPeople() {
      calls.push("people");
      if (calls.length === 3) throw new Error("broken off again");
    },
  };
  const said: string[] = [];
  const start = async () => {
    const environment = { SUIREN_DATA: dataDir, SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_SEED: "empty", SUIREN_ROLES: "api" };
    const running = await startRuntime({
      config: { ...orThrow(readConfig(environment, dataDir)), roles: new Set() },
      log: pino({ level: "fatal" }, pino.destination(2)),
      databaseUrl: at(inject("databaseUrl")),
      superuserUrl: at(inject("superuserUrl")),
      modules: [...modules, fragile],
      authenticate: () => async () => null,
      seed: (services, report) => fillFirst(services, report, (line) => said.push(line)),
    });
    await running.stop();
  };
  // when
  await expect(start()).rejects.toThrow("broken off");
  await expect(start()).rejects.toThrow("broken off again");
  await start();
  await start();
  // then
  expect(calls).toEqual(["seed", "seed", "people", "people"]);
  const file = join(dataDir, "first-run-passwords.txt");
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const client = new pg.Client({ connectionString: at(inject("databaseUrl")) });
  await client.connect();
  const { rows } = await client.query(
    "select u.account, c.password_hash from identity.user u join identity.credential c on c.user_id = u.id order by u.account",
  );
  await client.end();
  expect(rows).toHaveLength(lines.length);
  for (const { account, password_hash } of rows) {
    const password =
      lines
        .find((line) => line.startsWith(`${account}\t`))
        ?.split("\t")
        .at(-1) ?? "";
    expect(await matchesPassword(password_hash, password)).toBe(true);
  }
  expect(said).toEqual([`首次登录账号保存在 ${file}`]);
});
