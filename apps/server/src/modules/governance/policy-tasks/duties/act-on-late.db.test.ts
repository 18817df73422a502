/** Rules of what is late, when much is late at once: everything is noted, little is told, and only to whom it concerns. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { actOnLate } from "./act-on-late.ts";
import { putInForce } from "./in-force.fixture.ts";

const duty = (n: number) => `
  - id: LT-${n}
    section: "${n}"
    title: 方案${n}
    says: 各县印发。
    kind: deadline
    subsystem: 法制
    capability: policy-tasks
    lead: [housing@city]
    duties: [{ key: a, text: 印发方案${n}, who: government@county, counts: own, document: 方案, by: 2025-06-30, after: [{ days: 0, do: urge }, { days: 15, do: report }] }]`;
const PACK = `
pack: LT
title: 一次到期
issuer: 衢州市人民政府
level: city
area: "330800"
from: 2025-01-01
clauses:${[1, 2, 3, 4, 5].map(duty).join("")}
`;

type Told = { readonly subject: string; readonly note: string };
let app: App;
let organs: ReadonlyMap<string, string>;
let counties = 0;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const rows = await app.sql("select kind, area, id from organizations.organ where kind in ('government', 'housing')");
  organs = new Map(rows.map(({ kind, area, id }) => [`${kind} ${area}`, String(id)]));
  await putInForce(app.services, PACK);
  counties = Number((await app.sql("select count(*)::int as n from policy_tasks.standing where period is not null"))[0]?.n) / 5;
});
afterAll(() => app?.end());

const told = async (role: string, organ: string | undefined, area: number): Promise<readonly Told[]> => {
  const { body } = await app.as(role, { area, organId: organ ?? "" }).get("/work/told?limit=100");
  return (body.items as readonly Told[]).filter(({ subject }) => subject.includes("方案"));
};

it("everything is noted once, in as many rounds as it takes", async () => {
  const act = () => asWorker(app.services.db, (tx) => actOnLate(tx, app.services));
  await Promise.all([act(), act()]); // two at once, as two workers may be
  for (let rounds = 0; rounds < 20 && (await act()) > 0; rounds += 1);
  const noted = await app.sql("select kind, count(*)::int as n from policy_tasks.urging where rule_days is not null group by 1 order by 1");
  expect(noted).toEqual([
    { kind: "report", n: counties * 5 },
    { kind: "urge", n: counties * 5 },
  ]);
  expect(await asWorker(app.services.db, (tx) => actOnLate(tx, app.services))).toBe(0);
});

it("who owes five is told once of five, and who leads once of all", async () => {
  const owes = await told("department", organs.get(`government ${sample.kecheng}`), sample.kecheng);
  expect(owes).toMatchObject([{ subject: "5 项责任逾期：印发方案1、印发方案2、印发方案3等", note: "逾期催办，已逐项列入待办" }]);
  const leads = await told("department", organs.get(`housing ${sample.city}`), sample.city);
  expect(leads).toMatchObject([{ subject: `${counties * 5} 项责任逾期：印发方案1、印发方案2、印发方案3等` }]);
});

it("an administrator who sits in the same organ hears nothing of it", async () => {
  expect(await told("system-admin", organs.get(`housing ${sample.city}`), sample.city)).toEqual([]);
});
