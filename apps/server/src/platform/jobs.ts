/** Jobs and schedules on pg-boss, in the same database. A job is a command; it is idempotent and retried by the runner, nowhere else. */
import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import type { Db } from "./db.ts";
import type { Log } from "./log.ts";
import type { Services } from "./services.ts";

export type Job = {
  readonly name: string;
  /** Cron in Asia/Shanghai, or absent for jobs that are sent. */
  readonly cron?: string;
  run(data: Readonly<Record<string, unknown>>, services: Services): Promise<void>;
};

export type Jobs = {
  send(name: string, data: object, options?: { readonly startAfterSeconds?: number; readonly singletonKey?: string }): Promise<void>;
  start(jobs: readonly Job[], services: Services): Promise<void>;
  stop(): Promise<void>;
};

/** The runner keeps a failure to itself and tries again: whoever reads the log hears of each. */
export async function runJob(job: Job, data: Readonly<Record<string, unknown>>, attempt: number, services: Services): Promise<void> {
  try {
    await job.run(data, services);
  } catch (error) {
    services.log.error({ err: error, job: job.name, attempt }, "job failed");
    throw error;
  }
}

export function createJobs(url: string, log: Log): Jobs {
  const boss = new PgBoss({ connectionString: url, schema: "jobs", max: 3, application_name: "suiren-jobs" });
  boss.on("error", (error) => log.warn({ err: error }, "jobs"));
  let started: Promise<unknown> | null = null;
  const ready = () => {
    started ??= boss.start();
    return started;
  };
  return {
    async send(name, data, options) {
      await ready();
      await boss.send(name, data, {
        retryLimit: 5,
        retryBackoff: true,
        ...(options?.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
        ...(options?.singletonKey === undefined ? {} : { singletonKey: options.singletonKey }),
      });
    },
    async start(jobs, services) {
      await ready();
      for (const job of jobs) {
        await boss.createQueue(job.name);
        await boss.work<Record<string, unknown>>(job.name, { pollingIntervalSeconds: 2 }, async (batch) => {
          for (const { data, retryCount } of batch) await runJob(job, data ?? {}, retryCount + 1, services);
        });
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: "Asia/Shanghai" });
      }
    },
    async stop() {
      if (await started) await boss.stop({ graceful: true, timeout: 2_000, close: true });
    },
  };
}

export type FailedJob = { readonly name: string; readonly at: string; readonly words: string };

/** The last failure of each job within a day that no later run has made good. */
export async function failedJobs(db: Db): Promise<readonly FailedJob[]> {
  const made = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(db);
  if (!made.rows[0]?.there) return [];
  const { rows } = await sql<FailedJob>`select name, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, words from (
      select distinct on (name) name, state::text as state, coalesce(completed_on, started_on) as at, coalesce(output ->> 'message', output #>> '{value,message}', '') as words
      from jobs.job where started_on > now() - interval '1 day' and state::text in ('completed', 'failed', 'retry')
      order by name, started_on desc) j
    where state <> 'completed' order by name`.execute(db);
  return rows;
}
