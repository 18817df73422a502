/** What verbs on ledgers work with: the services of the product without its roles, and the person in whose name and place it is done. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { actorOfAccount } from "#modules/ground/identity/index.ts";
import { type Actor, may } from "#platform/actor.ts";
import { asWorker, type Db, openDatabase, openPool } from "#platform/db.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import { createLog } from "#platform/log.ts";
import { createMessages, type MessageTable, platformMessages } from "#platform/messages.ts";
import { ok, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { isWithin, keyOfCode, subtreeOf } from "#platform/values.ts";
import { MIGRATIONS, openServices } from "../runtime.ts";
import { withServer } from "./database.ts";
import { machineUser, sayRefusal } from "./verb.ts";

/** What an operator at the terminal may be told beside what the product says. */
export const terminalMessages: MessageTable = {
  "terminal.not_ready": [
    "数据库与程序版本不一致或还是空的：请先用 npm start 启动一次",
    "The database is empty or of another version: start the product once (npm start)",
  ],
  "terminal.unknown_ledger": ["没有“{name}”这个台账，可用：{known}", "No ledger {name}; known: {known}"],
  "terminal.unknown_account": ["没有“{account}”这个在用账号", "No account {account} in use"],
  "terminal.bad_area": [
    "“{area}”不是行政区划代码，或不在 {account} 的辖区内",
    "{area} is no division code, or outside the area of {account}",
  ],
  "terminal.no_permission": [
    "账号 {account} 没有这个台账的这项权限（{permission}）",
    "The account {account} lacks the permission {permission}",
  ],
  "terminal.file_exists": ["{path} 已存在，不覆盖任何文件", "{path} exists; nothing is overwritten"],
  "terminal.no_such_file": ["没有这个文件：{path}", "No such file: {path}"],
  "seal.key_missing": [
    "找不到个人信息密钥 {path}（指纹 {expected}），请先放回",
    "The key of the personal data is missing: {path} (fingerprint {expected})",
  ],
  "seal.other_key": [
    "{path} 不是本系统的个人信息密钥（应为 {expected}，现为 {found}）",
    "{path} is not the key of this installation (expected {expected}, found {found})",
  ],
};

/** The migrations of this program, each with the hash of its text. */
export async function ourMigrations(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql"));
  const hashOf = async (name: string) =>
    createHash("sha256")
      .update(await readFile(join(MIGRATIONS, name), "utf8"))
      .digest("hex");
  return new Map(await Promise.all(names.map(async (name) => [name, await hashOf(name)] as const)));
}

/** @returns what `work` answers; a refusal is said and answers 1 */
export function withServices(work: (services: Services) => Promise<number>): Promise<number> {
  return withServer(async ({ config, url }) => {
    const log = createLog("warn");
    const db = openDatabase(openPool(url, 4, (error) => log.warn({ reason: error.message }, "database connection")));
    try {
      if (!(await isCurrent(db))) throw new RefusalError({ kind: "conflict", code: "terminal.not_ready", params: {} });
      const services = await openServices({ config, log, databaseUrl: url }, db);
      return await work(services).finally(() => services.live.stop());
    } catch (error) {
      if (error instanceof RefusalError) return sayRefusal(error.refusal, createMessages([platformMessages, terminalMessages]));
      throw error;
    } finally {
      await db.destroy();
    }
  });
}

/** Whether the database has exactly the migrations of this program. */
export async function isCurrent(db: Db): Promise<boolean> {
  const { rows: found } = await sql<{ is: boolean }>`select to_regclass('platform.migration') is not null as is`.execute(db);
  if (!found[0]?.is) return false;
  const { rows } = await sql<{ name: string }>`select name from platform.migration order by name`.execute(db);
  return rows.map(({ name }) => name).join() === [...(await ourMigrations()).keys()].sort().join();
}

export function findLedger({ catalog }: Services, name: string): Result<Entry> {
  const entry = catalog.find(name);
  return entry ? ok(entry) : refuse("not_found", "terminal.unknown_ledger", { name, known: [...catalog.entries.keys()].join("、") });
}

export type Asked = {
  readonly account: string /** A division code inside the account's own area. */;
  readonly area: string | undefined;
  readonly permission: string;
};

/** The owner of an account, narrowed to a place. His name says in the audit and on the sheet that it was done at the terminal, and by whom there. */
export async function actorFor({ account, area, permission }: Asked, services: Services): Promise<Result<Actor>> {
  const found = await asWorker(services.db, (tx) => actorOfAccount(tx, account, services));
  if (!found) return refuse("not_found", "terminal.unknown_account", { account });
  if (!may(found, permission)) return refuse("forbidden", "terminal.no_permission", { account, permission });
  const actor = { ...found, name: `${found.name}（命令行，${machineUser()}）` };
  if (area === undefined) return ok(actor);
  const key = /^\d{2,15}$/.test(area) ? keyOfCode(area) : -1;
  const range = subtreeOf(Math.max(key, 0));
  const { rows } = await sql<{ fullName: string }>`select full_name from platform.area where key = ${key}`.execute(services.db);
  const place = rows[0];
  if (!place || !isWithin(range.lo, actor.area) || !isWithin(range.hi, actor.area))
    return refuse("invalid", "terminal.bad_area", { area, account });
  return ok({ ...actor, area: range, areaName: place.fullName });
}
