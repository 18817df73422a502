/** Jobs and schedules on pg-boss, in the same database. A job is a command; it is idempotent and retried by the runner, nowhere else. */
import { PgBoss } from "pg-boss";
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
          for (const { data } of batch) await job.run(data ?? {}, services);
        });
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: "Asia/Shanghai" });
      }
    },
    async stop() {
      if (await started) await boss.stop({ graceful: true, timeout: 2_000, close: true });
    },
  };
}
