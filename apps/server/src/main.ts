/** Composition root: configuration → database → modules → roles. The only file that knows everybody. */

import { authenticateBySession } from "#modules/ground/identity/index.ts";
import { backupMessages } from "#platform/backup/messages.ts";
import { readConfig } from "#platform/config.ts";
import { createLog, type Log } from "#platform/log.ts";
import { createMessages } from "#platform/messages.ts";
import { PostgresStartError, startEmbeddedPostgres } from "#platform/postgres/embedded.ts";
import { fillFirst } from "./first-start.ts";
import { type Running, startRuntime } from "./runtime.ts";

const STOP_LIMIT_MS = 4_500;

const sentences = createMessages([
  backupMessages,
  {
    "seal.key_missing": [
      "找不到个人信息密钥 {path}（指纹 {expected}）。请把单独保存的密钥放回此处再启动；没有它，已存的个人信息看不了",
      "The key of the personal data is missing: {path} (fingerprint {expected}). Put it back from where it is kept apart, then start",
    ],
    "seal.other_key": [
      "{path} 不是本系统的个人信息密钥（应为 {expected}，现为 {found}）。请换回原来的密钥再启动",
      "{path} is not the key of this installation (expected {expected}, found {found}). Put the right one back, then start",
    ],
    "config.unknown_name": [
      "不认识的设置：{names}。见 docs/runbooks/settings.md",
      "Unknown setting: {names}. See docs/runbooks/settings.md",
    ],
    "config.bad_value": ["设置 {name} 的值不对：{problem}", "Bad value for {name}: {problem}"],
    "config.unknown_role": ["不认识的角色 {names}，可用：{known}", "Unknown role {names}, known: {known}"],
    "config.bad_proxy": [
      "SUIREN_TRUSTED_PROXIES 只写地址或网段（如 10.1.2.3,10.2.0.0/16），这些不是：{names}",
      "SUIREN_TRUSTED_PROXIES takes addresses and ranges such as 10.1.2.3,10.2.0.0/16; these are neither: {names}",
    ],
    "config.tls_without_certificate": [
      "启用 TLS 端口须同时给出 SUIREN_TLS_CERT 与 SUIREN_TLS_KEY",
      "A TLS port needs SUIREN_TLS_CERT and SUIREN_TLS_KEY",
    ],
    "migrate.old_postgres": [
      "DATABASE_URL 所指的 PostgreSQL 是 {version}，须 {oldest} 或更新；不设 DATABASE_URL 即用自带的数据库",
      "DATABASE_URL names PostgreSQL {version}; {oldest} or newer is needed. Without DATABASE_URL the embedded one is used",
    ],
    "migrate.edited": ["数据库脚本 {name} 在入库后被改动，请用原版程序启动", "Migration {name} was edited after it ran"],
    "migrate.database_is_newer": ["数据库比程序新（{names}），请换用较新的程序", "The database is newer than this program ({names})"],
  },
]);

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const read = readConfig(process.env, process.cwd());
  if (!read.ok) return fail(sentences.say(read.refusal.code, read.refusal.params, "zh"));
  const config = read.value;
  const log = createLog(config.logLevel);
  const postgres = config.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  let running: Running | null = null;
  const stop = onStop(log, async () => {
    await running?.stop();
    await postgres?.stop();
  });
  try {
    running = await startRuntime({
      config,
      log,
      databaseUrl: config.databaseUrl ?? postgres?.url ?? "",
      superuserUrl: postgres?.superuserUrl ?? null,
      authenticate: authenticateBySession,
      seed: (services, report) => fillFirst(services, report, say),
      report: (line) => say(`  ${line}`),
    });
  } catch (error) {
    log.fatal({ err: error }, "start failed");
    await postgres?.stop();
    const refusal = (error as { refusal?: { code: string; params: Record<string, unknown> } }).refusal;
    return fail(
      refusal ? sentences.say(refusal.code, refusal.params, "zh") : `启动失败：${error instanceof Error ? error.message : String(error)}`,
    );
  }
  say(
    `燧人已启动  Suiren is ready: http://127.0.0.1:${config.port}${config.roles.has("gateway") ? `  GB/T 26875.3: ${config.gb26875Port}` : ""}`,
  );
  process.send?.({ ready: true, port: config.port });
  await stop;
}

/** Resolves after a clean stop on Ctrl-C, SIGTERM, or when the launcher that started us is gone. */
function onStop(log: Log, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (why: string) => {
      if (asked) return;
      asked = true;
      log.info({ why }, "stopping");
      const limit = setTimeout(() => process.exit(1), STOP_LIMIT_MS);
      void work()
        .catch((error) => log.error({ err: error }, "stop"))
        .finally(() => {
          clearTimeout(limit);
          resolve();
          process.exit(); // with the code of a failed start, if it was one
        });
    };
    process.on("SIGINT", () => ask("SIGINT"));
    process.on("SIGTERM", () => ask("SIGTERM"));
    process.on("disconnect", () => ask("launcher gone"));
    if (process.connected === false) ask("launcher gone"); // while the database was starting
  });
}

/** One sentence, then the end: what a failed start left open must not keep the process. */
function fail(sentence: string): void {
  process.exitCode = 1;
  process.stderr.write(`${sentence}\n`, () => process.exit(1));
}

await main().catch((error: unknown) => {
  if (error instanceof PostgresStartError) return fail(error.message);
  throw error;
});
