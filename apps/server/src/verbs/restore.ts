/** Restore 恢复 of a backup into an empty installation. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Manifest } from "#platform/backup/manifest.ts";
import { backupMessages } from "#platform/backup/messages.ts";
import { checkBackup } from "#platform/backup/read-backup.ts";
import { checkEmpty, fitsProgram, type RestoreProgress, restoreBackup } from "#platform/backup/restore.ts";
import type { Config } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { createMessages } from "#platform/messages.ts";
import { findRunningPostgres } from "#platform/postgres/embedded.ts";
import { markLeakproof } from "#platform/privileges.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { KEY_SETTING, readKeyFile } from "#platform/seal.ts";
import { readArguments } from "./arguments.ts";
import { auditStatement, configHere, type Reached, withServer } from "./database.ts";
import { ourMigrations } from "./services.ts";
import { Interrupted, interruptible, misused, print, progress, sayRefusal, type Verb } from "./verb.ts";

const sentences = createMessages([
  backupMessages,
  {
    "migrate.edited": [
      "数据库脚本 {name} 与备份里的不同，请用原版程序恢复",
      "Migration {name} differs from the backup's; restore with the original program",
    ],
  },
]);

export const restore: Verb = {
  name: "restore",
  usage: "suiren restore FILE [--check]",
  what: `先核对备份（写完没有、有无改动、是否比程序新），再恢复到空的数据目录或空数据库，逐表核对后才算数；中途断开等于没有恢复，重做即可。
    --check 只核对不恢复。没有装入密钥的备份，恢复前把 personal-data.key 放进数据目录。恢复后 npm start 即可。
    Checks a backup and restores it into an empty data directory or database; all of it or nothing.`,
  async run(argv) {
    const given = readArguments(() => parseArgs({ args: [...argv], options: { check: { type: "boolean" } }, allowPositionals: true }));
    if (typeof given === "string") return misused(restore, given);
    const [file] = given.positionals;
    if (file === undefined || given.positionals.length > 1) return misused(restore, "请给出一个备份文件  Name one backup file");
    return interruptible((signal) => run(resolve(file), given.values.check === true, signal));
  },
};

async function run(archive: string, checkOnly: boolean, signal: AbortSignal): Promise<number> {
  const config = configHere();
  const say = progress();
  const checked = await checkBackup(archive, (bytes) => {
    signal.throwIfAborted();
    say(() => `核对备份 ${(bytes / 1_048_576).toFixed(1)} MB`);
  });
  if (!checked.ok) return sayRefusal(checked.refusal, sentences);
  const fits = fitsProgram(checked.value, await ourMigrations());
  if (!fits.ok) return sayRefusal(fits.refusal, sentences);
  sayContent(checked.value);
  if (checkOnly) return 0;
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
  const ready = await isReady(config, checked.value);
  if (!ready.ok) return sayRefusal(ready.refusal, sentences);
  return withServer((reached) => fill(reached, archive, checked.value, signal));
}

async function isReady({ databaseUrl, dataDir }: Config, { head }: Manifest): Promise<Result<null>> {
  if (!databaseUrl && (await findRunningPostgres(dataDir))) return refuse("conflict", "restore.running", { path: dataDir });
  const found = readKeyFile(dataDir)?.fingerprint;
  const isOther = found !== undefined && head.keyFingerprint !== null && found !== head.keyFingerprint;
  return isOther ? refuse("conflict", "restore.other_key", { expected: head.keyFingerprint, found }) : ok(null);
}

async function fill({ config, url, superuserUrl }: Reached, archive: string, manifest: Manifest, signal: AbortSignal): Promise<number> {
  const empty = await checkEmpty(url, config.dataDir);
  if (!empty.ok) return sayRefusal(empty.refusal, sentences);
  const say = progress();
  try {
    const done = await restoreBackup({
      archive,
      manifest,
      databaseUrl: url,
      dataDir: config.dataDir,
      signal,
      report: (at) => say(() => lineOf(at)),
      finish: async (client) => {
        await expectKey(client, manifest);
        await client.query(...auditStatement("恢复", { file: archive, backupOf: manifest.head.createdAt, program: manifest.head.program }));
      },
    });
    if (!done.ok) return sayRefusal(done.refusal, sentences);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    print("已停止，数据库仍是空的；可重新恢复  Stopped; the database is still empty");
    return 130;
  }
  const client = new pg.Client({ connectionString: superuserUrl ?? url });
  await client.connect();
  await markLeakproof(client, createLog("warn")).finally(() => client.end());
  sayDone(config, manifest);
  return 0;
}

/** A backup of an older program knows its key and does not yet ask for it at the start. */
async function expectKey(client: pg.Client, { head }: Manifest): Promise<void> {
  if (head.keyFingerprint === null) return;
  await client.query("insert into platform.setting (name, value) values ($1, to_jsonb($2::text)) on conflict do nothing", [
    KEY_SETTING,
    head.keyFingerprint,
  ]);
}

const stages: Readonly<Record<RestoreProgress["stage"], string>> = {
  rows: "数据表",
  files: "文件",
  indexes: "索引与约束",
  checking: "逐表核对",
};
const lineOf = ({ stage, done, of }: RestoreProgress): string => `${stages[stage]} ${done} / ${of}`;

function sayContent({ head, tables, files }: Manifest): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  print(`备份完好：${head.createdAt} 由 ${head.program} 版制作，${tables.length} 张表 ${rows} 行，${files.count} 个文件`);
}

function sayDone({ dataDir, city }: Config, { head }: Manifest): void {
  print("恢复完成，逐表核对一致。运行 npm start 启动，再用 npm run suiren -- audit verify 核对审计链");
  if (head.city !== city) print(`  这份备份的城市是 ${head.city}：启动时请设 SUIREN_CITY=${head.city}`);
  if (head.keyFingerprint && !readKeyFile(dataDir))
    print(`  启动前请把个人信息密钥（指纹 ${head.keyFingerprint}）放到 ${join(dataDir, "personal-data.key")}，没有它系统不启动`);
}
