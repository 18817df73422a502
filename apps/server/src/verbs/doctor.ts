/** What an operator asks first: is everything there, and if not, what to do. */
import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import { readConfig } from "#platform/config.ts";
import { failedJobs } from "#platform/jobs.ts";
import { listOrphanClusters } from "#platform/postgres/embedded.ts";
import { orThrow } from "#platform/result.ts";
import { withDatabase } from "./database.ts";
import { isCurrent } from "./services.ts";
import { print, type Verb } from "./verb.ts";

const GIB = 2 ** 30;
const LOW_DISK_GIB = 5;

export const doctor: Verb = {
  name: "doctor",
  usage: "suiren doctor",
  what: "检查数据目录、磁盘、数据库、数据库脚本、未投递事件、失败的任务。Checks the installation and says what to do.",
  async run() {
    const config = orThrow(readConfig(process.env, process.cwd()));
    let sound = true;
    const say = (good: boolean, line: string) => {
      sound &&= good;
      print(`${good ? "正常" : "注意"}  ${line}`);
    };
    const disk = await statfs(config.dataDir).catch(() => null);
    if (!disk) {
      say(false, `数据目录 ${config.dataDir} 还不存在：先运行 npm start`);
      return 1;
    }
    const freeGib = (disk.bavail * disk.bsize) / GIB;
    say(freeGib > LOW_DISK_GIB, `磁盘剩余 ${freeGib.toFixed(1)} GB${freeGib > LOW_DISK_GIB ? "" : "，不足时网关会停止确认，请清理"}`);
    for (const orphan of await listOrphanClusters()) say(false, `无主的旧数据库 ${JSON.stringify(orphan)}，确认不用后可删除`);
    await withDatabase(async (db) => {
      const one = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]?.n ?? 0;
      say(true, `数据库已应用脚本 ${await one(sql<{ n: number }>`select count(*)::int as n from platform.migration`)} 个`);
      const stuck = await sql<{
        handler: string;
        lastError: string;
      }>`select handler, last_error from platform.event_offset where failures > 0`.execute(db);
      for (const { handler, lastError } of stuck.rows) say(false, `事件处理 ${handler} 正在重试：${lastError}`);
      if (stuck.rows.length === 0) say(true, "事件全部投递");
      const failed = await failedJobs(db);
      for (const { name, at, words } of failed) say(false, `定时任务 ${name} 最近一次失败于 ${at}：${words}`);
      if (failed.length === 0) say(true, "定时任务一天内没有失败");
      if (!(await isCurrent(db)))
        return say(false, "数据库脚本与程序不一致：用 npm start 启动一次即自动更新；数据库比程序新时请换用较新的程序");
      const oldest = await sql<{ day: string | null }>`select min(day)::text as day from gateway.message_days()`.execute(db);
      say(true, `原始报文保存自 ${oldest.rows[0]?.day ?? "（尚无）"}`);
      const unsealed = await one(
        sql<{ n: number }>`select count(*)::int as n from platform.audit where hash is null and at < now() - interval '1 minute'`,
      );
      say(unsealed === 0, unsealed === 0 ? "审计链已封存" : `审计有 ${unsealed} 条超过一分钟未封存：启动 worker 角色`);
    });
    return sound ? 0 : 1;
  },
};
