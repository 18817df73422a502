/** A document by its own groups, stages and years; a checklist against its day; a programme built from it; key tasks from year to year. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { fixedClock } from "#platform/clock.ts";
import { asWorker } from "#platform/db.ts";
import { putInForce } from "../duties/in-force.fixture.ts";
import { layOut } from "../duties/laid.ts";
import { recomputeAll } from "../duties/recompute.ts";
import type { Shown } from "./shapes.ts";

const clause = (id: string, more: string) => `
  - id: ${id}
    section: 一
    part: "一"
    title: 要求 ${id}
    says: 各地照办。
    kind: duty
    subsystem: 安全责任
    capability: policy-tasks
    lead: [government@city]
    ${more}`;
const pack = (name: string, from: string, more: string) => `
pack: ${name}
title: ${name} 行动
issuer: 衢州市人民政府
level: city
area: "330800"
from: ${from}
${more}
parts: [{ key: "一", name: 全部 }]
stages: [{ key: s1, name: 排查, from: ${from}, to: 2026-02-28 }, { key: s2, name: 攻坚, from: 2026-03-01, to: 2026-12-31 }]
groupings:
  - { key: tasks, name: 任务组, clause: ${name}-1, groups: [{ key: a, name: 通道, clauses: [${name}-1.*] }, { key: b, name: 场所, target: 全部整改, clauses: [${name}-2] }] }
  - { key: goals, name: 目标, kind: goals, groups: [{ key: g, name: 风险, target: 明显减少, clauses: [${name}-1.1] }] }
  - { key: ready, name: 到期清单, kind: milestone, by: 2026-06-30, groups: [{ key: x, name: 规划, clauses: [${name}-1.1] }, { key: y, name: 水源, clauses: [${name}-2] }] }
clauses:${clause(`${name}-1`, "awaits: { capability: experts, why: 总则 }")}${clause(
  `${name}-1.1`,
  `stage: s1
    duties: [{ key: a, text: 印发方案, who: government@county, counts: own, document: 方案, by: 2026-06-30, early: 试 }]`,
)}${clause(`${name}-1.2`, `duties: [{ key: a, text: 每年总结, who: government@city, counts: own, document: 总结, every: year }]`)}${clause(
  `${name}-2`,
  `stage: s2
    duties: [{ key: a, text: 场所清单, who: government@county, counts: own, document: 清单, by: 2026-06-30, early: 试 }]`,
)}
`;

let app: App;
let office: Caller;
let counties: number;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const organ = await app.sql("select id from organizations.organ where area = $1 and kind = 'committee' limit 1", [sample.city]);
  office = app.as("committee-office", { area: sample.city, organId: String(organ[0]?.id), name: "陈雪芳" });
  await putInForce(app.services, pack("HD", "2025-01-01", ""));
  counties = Number(
    (
      await app.sql(
        "select count(*)::int as n from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty where d.clause = 'HD-2' and d.pack = 'HD'",
      )
    )[0]?.n,
  );
});
afterAll(() => app?.end());

async function progress(who: Caller, query: string): Promise<Shown> {
  const { status, body } = await who.get(`/policy-tasks/programme-view?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as Shown;
}
const groupOf = (shown: Shown, grouping: string, group: string) =>
  shown.groupings.find(({ key }) => key === grouping)?.groups.find(({ key }) => key === group);

it("is told by the groups, goals and stages the document itself gives, and opens its clauses", async () => {
  const shown = await progress(office, "pack=HD");
  expect(shown.groupings.map(({ key, kind }) => [key, kind])).toEqual([
    ["tasks", "groups"],
    ["goals", "goals"],
    ["ready", "milestone"],
    ["parts", "groups"],
  ]);
  expect(groupOf(shown, "tasks", "b")).toMatchObject({
    target: "全部整改",
    progress: { owed: counties, met: 0, percent: 0 },
    clauses: [{ id: "HD-2" }],
  });
  expect(groupOf(shown, "tasks", "a")?.clauses.map(({ id }) => id)).toEqual(["HD-1.1", "HD-1.2"]);
  expect(shown.stages.map(({ key, when }) => [key, when])).toEqual([
    ["s1", "past"],
    ["s2", "now"],
  ]);
  expect(shown.years).toEqual([2025, 2026]);
});

it("moves with proof and tasks, and a checklist is as ready as its components", async () => {
  const { rows } = await asWorker(app.services.db, (tx) =>
    sql<{
      duty: number;
      area: number;
      organ: string;
      period: string;
    }>`select s.duty, s.area, s.organ, s.period from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty
      where d.pack = 'HD' and d.clause = 'HD-1.1'`.execute(tx),
  );
  for (const { duty, area, organ, period } of rows)
    await app.sql(
      `insert into policy_tasks.evidence (id, duty, area, organ, period, on_day, note, by_name, at)
        values (gen_random_uuid(), $1, $2, $3, $4, '2026-03-01', '已印发', '试', '2026-03-01T02:00:00Z')`,
      [duty, area, organ, period],
    );
  await asWorker(app.services.db, (tx) => recomputeAll(tx, app.services));
  const county = String(
    (await app.sql("select id from organizations.organ where area = $1 and kind = 'government'", [sample.kecheng]))[0]?.id,
  );
  const given = await office.post("/policy-tasks/tasks", { title: "排查通道", organs: [county], dueOn: "2026-05-01", clause: "HD-1.1" });
  expect(given.status).toBe(200);
  const shown = await progress(office, "pack=HD");
  expect(groupOf(shown, "goals", "g")).toMatchObject({ progress: { percent: 100 }, tasks: { total: 1, done: 0 } });
  expect(groupOf(shown, "tasks", "a")?.years.find(({ year }) => year === 2026)).toMatchObject({ tasks: { total: 1 } });
  const ready = shown.groupings.find(({ key }) => key === "ready");
  expect(ready).toMatchObject({ by: "2026-06-30", days: 104, readiness: 50 });
});

it("of one county shows that county, and nothing of another's", async () => {
  const shown = await progress(office, `pack=HD&area=${sample.kecheng}`);
  expect(groupOf(shown, "tasks", "b")?.progress.owed).toBe(1);
  const elsewhere = app.as("street-clerk", { area: sample.jiangshan, name: "江山" });
  expect((await elsewhere.get(`/policy-tasks/programme-view?pack=HD&area=${sample.kecheng}`)).status).toBe(404);
});

it("that has ended is still told, year by year", async () => {
  const then = { ...app.services, clock: fixedClock("2022-06-01T02:00:00Z") };
  await putInForce(then, pack("JS", "2021-01-01", "to: 2022-12-31").replaceAll("2026-", "2022-"));
  await asWorker(app.services.db, (tx) => layOut(tx, app.services));
  const shown = await progress(office, "pack=JS");
  expect(shown.pack).toMatchObject({ ended: true, to: "2022-12-31" });
  expect(shown.years).toEqual([2021, 2022]);
  expect(groupOf(shown, "tasks", "b")?.years.find(({ year }) => year === 2022)?.progress.owed).toBe(counties);
});

it("is told by the version that binds today, not by one that begins next year", async () => {
  await app.sql("update policy_tasks.pack_version set to_on = '2026-12-31' where pack = 'HD'");
  await app.sql(
    `insert into policy_tasks.pack_version (id, area, pack, number, title, source, compiled, errors, state, from_on, written_by_name, written_at)
     select gen_random_uuid(), area, pack, number + 1, title, source, compiled, 0, 'inForce', '2027-01-01', '试', now()
     from policy_tasks.pack_version where pack = 'HD' and number = 1`,
  );
  expect((await progress(office, "pack=HD")).pack).toMatchObject({ from: "2025-01-01" });
  await app.sql("delete from policy_tasks.pack_version where pack = 'HD' and number = 2");
  await app.sql("update policy_tasks.pack_version set to_on = null where pack = 'HD'");
});

it("becomes a programme with its groups, goals and stages, once", async () => {
  const made = await office.post("/policy-tasks/programme-view/record", { pack: "HD" });
  expect(made.body).toMatchObject({ stages: 2 });
  const { row } = (await office.get(`/policy-tasks/programme/${made.body.id}`)).body as unknown as { row: Record<string, unknown> };
  expect(row).toMatchObject({ pack: "HD", from: "2025-01-01", goals: [{ name: "风险", target: "明显减少" }] });
  expect(row.groups).toMatchObject([{ name: "通道" }, { name: "场所" }]);
  expect((await office.post("/policy-tasks/programme-view/record", { pack: "HD" })).body.code).toBe("policy-tasks.record_there");
  expect((await progress(office, "pack=HD")).record).toMatchObject({ id: made.body.id });
});

it("carries the key tasks nobody finished into the next year", async () => {
  const { organId } = office.actor;
  const enter = (title: string, more: object) =>
    office.post("/policy-tasks/key-task", {
      area: sample.city,
      pack: "HD",
      year: 2025,
      title,
      organ: organId,
      stage: "s1",
      state: "open",
      ...more,
    });
  expect((await enter("修通道", {})).status).toBe(200);
  expect((await enter("清楼道", { state: "done" })).body.code).toBe("ledger.invalid");
  expect((await enter("清楼道", { state: "done", doneOn: "2025-12-01", outcome: "清完" })).status).toBe(200);
  const carry = () => office.post("/policy-tasks/programme-view/carry", { pack: "HD", year: 2025 });
  expect((await carry()).body).toEqual({ carried: 1 });
  expect((await carry()).body.code).toBe("policy-tasks.nothing_to_carry");
  const { keyTasks } = await progress(office, "pack=HD");
  expect(keyTasks).toMatchObject([
    { year: 2025, total: 2, done: 1, carriedOut: 1 },
    { year: 2026, total: 1, carriedIn: 1, tasks: [{ title: "修通道", since: 2025, state: "open" }] },
  ]);
});
