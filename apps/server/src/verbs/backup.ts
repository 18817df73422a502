/** Backup 备份 of the whole installation, while it runs or stands. */
import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { UnsupportedSchema } from "#platform/backup/describe-schema.ts";
import { backupMessages } from "#platform/backup/messages.ts";
import { type BackupProgress, type MadeBackup, writeBackup } from "#platform/backup/write-backup.ts";
import type { Config } from "#platform/config.ts";
import { createMessages } from "#platform/messages.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { readKeyFile } from "#platform/seal.ts";
import { readVersion } from "../runtime.ts";
import { readArguments } from "./arguments.ts";
import { auditAtTerminal, configHere, type Reached, withServer } from "./database.ts";
import { Interrupted, interruptible, misused, print, progress, sayRefusal, type Verb } from "./verb.ts";

const sentences = createMessages([backupMessages]);

export const backup: Verb = {
  name: "backup",
  usage: "suiren backup [--to FILE|DIR] [--with-key]",
  what: `备份整个系统，运行中也可以：同一时刻的全部数据、文件、设置，装进一个 tar 文件，末尾附逐表的条数与校验值。默认放进数据目录的 backups。
    不含个人信息密钥 personal-data.key（须另处保存）；--with-key 一并装入，此时备份本身须像密钥一样保管。
    不含导入到一半的 Excel 原文件、日志、首次密码。Backs up everything, online; the key of the personal data stays apart unless --with-key.`,
  async run(argv) {
    const options = { to: { type: "string" }, "with-key": { type: "boolean" } } as const;
    const given = readArguments(() => parseArgs({ args: [...argv], options }).values);
    if (typeof given === "string") return misused(backup, given);
    const target = await targetOf(given.to, configHere());
    if (!target.ok) return sayRefusal(target.refusal, sentences);
    return withServer((reached) => interruptible((signal) => make(reached, target.value, given["with-key"] === true, signal)));
  },
};

async function targetOf(to: string | undefined, { dataDir, databaseUrl }: Config): Promise<Result<string>> {
  if (!databaseUrl && !existsSync(join(dataDir, "postgres-secrets.json"))) return refuse("not_found", "backup.nothing_yet");
  const name = `suiren-backup-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-")}.tar`;
  if (to === undefined) {
    await mkdir(join(dataDir, "backups"), { recursive: true, mode: 0o700 });
    return ok(join(dataDir, "backups", name));
  }
  const path = resolve(to);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return ok(join(path, name));
  if (found || existsSync(`${path}.partial`)) return refuse("conflict", "backup.target_exists", { path: found ? path : `${path}.partial` });
  return existsSync(resolve(path, "..")) ? ok(path) : refuse("not_found", "backup.no_folder", { path: resolve(path, "..") });
}

async function make({ config, url }: Reached, target: string, withKey: boolean, signal: AbortSignal): Promise<number> {
  if (!(await isInstalled(url))) return sayRefusal({ kind: "not_found", code: "backup.nothing_yet", params: {} }, sentences);
  const say = progress();
  try {
    const made = await writeBackup({
      databaseUrl: url,
      filesDir: join(config.dataDir, "files"),
      target,
      program: readVersion(),
      city: config.city,
      key: readKeyFile(config.dataDir),
      withKey,
      now: new Date(),
      signal,
      report: (at) => say(() => lineOf(at)),
    });
    await auditAtTerminal(url, "备份", { file: target, bytes: made.bytes, tables: made.manifest.tables.length, withKey });
    sayMade(target, made, config);
    return made.damagedFiles.length + made.missingFiles.length > 0 ? 3 : 0;
  } catch (error) {
    if (error instanceof UnsupportedSchema)
      return sayRefusal({ kind: "conflict", code: "backup.unsupported", params: { names: error.message } }, sentences);
    if ((error as NodeJS.ErrnoException).code === "ENOSPC")
      return sayRefusal({ kind: "unavailable", code: "backup.no_space", params: { path: target } }, sentences);
    if (!(error instanceof Interrupted)) throw error;
    print("已停止，没有留下半个备份  Stopped; no half backup is left");
    return 130;
  }
}

const lineOf = ({ stage, done, of, bytes }: BackupProgress): string =>
  `${stage === "rows" ? "数据表" : "文件"} ${done} / ${of}，已写 ${(bytes / 1_048_576).toFixed(1)} MB`;

async function isInstalled(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ is: boolean }>("select to_regclass('platform.migration') is not null as is")
    .finally(() => client.end());
  return rows[0]?.is === true;
}

function sayMade(target: string, { manifest, bytes, missingFiles, damagedFiles }: MadeBackup, { dataDir }: Config): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  print(`备份完成：${target}（${(bytes / 1_048_576).toFixed(1)} MB）`);
  print(`  ${manifest.tables.length} 张表 ${rows} 行，${manifest.files.count} 个文件，数据截至 ${manifest.head.createdAt}`);
  for (const sha256 of missingFiles) print(`  注意：数据里提到的文件 ${sha256} 不在磁盘上，备份里没有它`);
  for (const sha256 of damagedFiles) print(`  注意：文件 ${sha256} 内容已损坏，未装入备份`);
  if (manifest.head.keyIncluded) print("  备份内含个人信息密钥，请像保管密钥一样保管这个文件");
  else if (manifest.head.keyFingerprint)
    print(
      `  不含个人信息密钥：请另处保存 ${join(dataDir, "personal-data.key")}（指纹 ${manifest.head.keyFingerprint}），没有它恢复后看不到个人信息`,
    );
  if (target.startsWith(`${dataDir}/`)) print("  备份与系统在同一块磁盘上，请把它拷到别处");
}
