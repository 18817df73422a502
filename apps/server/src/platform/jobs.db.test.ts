/** Jobs that fail. */
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { createJobs, failedJobs, type Job, runJob } from "./jobs.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.end());

it("are in the log each time, with their name and attempt, and shown to the operator until a run succeeds", async () => {
  // given
  const lines: { job?: string; attempt?: number; err?: { message?: string } }[] = [];
  const log = pino({ serializers: { err: pino.stdSerializers.err } }, { write: (line) => void lines.push(JSON.parse(line)) });
  let fails = true;
  const job: Job = { name: "test.fragile", run: async () => (fails ? Promise.reject(new Error("no paper")) : undefined) };
  const jobs = createJobs(app.database, log);
  // when
  await jobs.start([job], { ...app.services, log });
  await jobs.send(job.name, {});
  // then
  await expect.poll(() => lines.filter((line) => line.job === job.name), { timeout: 20_000 }).not.toEqual([]);
  expect(lines.find((line) => line.job === job.name)).toMatchObject({ attempt: 1, err: { message: "no paper" } });
  await expect
    .poll(() => failedJobs(app.services.db), { timeout: 20_000 })
    .toMatchObject([{ name: job.name, words: "no paper", at: expect.stringMatching(/^\d{4}-/) }]);
  fails = false;
  await jobs.send(job.name, {});
  await expect.poll(() => failedJobs(app.services.db), { timeout: 30_000 }).toEqual([]);
  await jobs.stop();
});

it("stay failures for the runner, which tries again", async () => {
  const job: Job = { name: "test.broken", run: () => Promise.reject(new Error("no ink")) };
  await expect(runJob(job, {}, 2, app.services)).rejects.toThrow("no ink");
});
