/** An indicator that scores duties of a pack in force: one met, one overdue, one whose time has not come; and what another pack owes counts nothing. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { putInForce } from "../policy-tasks/duties/in-force.fixture.ts";
import { recomputeAll } from "../policy-tasks/duties/recompute.ts";
import { freezeDue, judgeDue } from "./daily.ts";

const clause = (id: string, by: string) => `
  - id: ${id}
    section: 一
    title: 印发方案 ${id}
    says: 各县印发方案并报送。
    kind: deadline
    subsystem: 法制
    capability: policy-tasks
    lead: [government@city]
    duties:
      - { key: a, text: 印发方案, who: government@county, document: 实施方案, by: ${by} }
`;
const pack = (code: string, ...clauses: readonly string[]) => `
pack: ${code}
title: 考核用意见 ${code}
issuer: 衢州市人民政府
level: city
area: "330800"
from: 2025-01-01
clauses:${clauses.join("")}`;

const scheme = `scheme: DUTY-1
title: 县级消防工作考核（条款）
issuer: 消安委
area: "330800"
of: county
from: 2025-01-01
gradesBasis: 国办发〔2013〕16号
grades: [{ name: 优秀, from: 90 }, { name: 良好, from: 80 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]
groups: [{ name: 全部 }]
dimensions: [{ name: 条款, weight: 100 }]
indicators:
  - { id: "1.1", name: 条款落实, dimension: 条款, weight: 60, source: { duty: { pack: PD } }, score: { linear: { from: 0, to: 100 } } }
  - { id: "1.2", name: 一条落实, dimension: 条款, weight: 40, source: { duty: { pack: PD, clause: PD-2 } }, score: { linear: { from: 0, to: 100 } } }
`;

let app: App;
let office: Caller;
let mayor: Caller;
let year = "";
type Row = { readonly id: string; readonly name: string; readonly score: number };
type Indicator = {
  readonly id: string;
  readonly status: string;
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
};

const must = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

/** The proof of one county, as its office would enter it. */
async function proven(code: string, clauseId: string, area: number): Promise<void> {
  await app.sql(
    `insert into policy_tasks.evidence (id, duty, area, organ, period, value, on_day, note, by_name, at)
     select $1, s.duty, s.area, s.organ, s.period, 1, '2025-02-20', '已印发', '陈雪芳', '2025-02-20T02:00:00Z'
     from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty where d.pack = $2 and d.clause = $3 and s.area = $4`,
    [randomUUID(), code, clauseId, area],
  );
}

beforeAll(async () => {
  app = await startApp({ now: "2025-06-18T02:00:00Z" });
  const organ = async (kind: string) =>
    String(
      (await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [sample.city, kind]))[0]?.id,
    );
  office = app.as("committee-office", { area: sample.city, organId: await organ("committee"), name: "陈雪芳" });
  mayor = app.as("leader", { area: sample.city, organId: await organ("government"), name: "毛永强" });
  await putInForce(app.services, pack("PD", clause("PD-1", "2025-02-28"), clause("PD-2", "2025-03-31"), clause("PD-3", "2025-11-30")));
  await putInForce(app.services, pack("PX", clause("PX-1", "2025-02-28")));
  await proven("PD", "PD-1", sample.kecheng);
  await proven("PX", "PX-1", sample.jiangshan);
  await asWorker(app.services.db, (tx) => recomputeAll(tx, app.services));
  const { id } = must(await office.post("/assessment/schemes", { source: scheme }));
  must(await office.post(`/assessment/scheme/${String(id)}/submit`));
  must(await mayor.post(`/assessment/scheme/${String(id)}/approve`, { documentNumber: "消安委〔2025〕2 号" }));
  year = String(must(await office.post("/assessment/years", { scheme: id, year: 2025, pledgeBy: "2025-06-30" })).id);
}, 240_000);
afterAll(() => app?.end());

const rowOf = async (name: string): Promise<Row> => {
  const { rows } = must(await office.get(`/assessment/years/${year}/board`)) as unknown as { rows: Row[] };
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const indicatorsOf = async (name: string): Promise<readonly Indicator[]> => {
  const { id } = await rowOf(name);
  return (must(await office.get(`/assessment/entrants/${id}`)) as unknown as { indicators: Indicator[] }).indicators;
};

it("stands on the pack in force: the proven duty is met, the other overdue, the later one not yet owed", async () => {
  const standing = await app.sql("select clause, status from policy_tasks.v_standing where pack = 'PD' and area = $1 order by clause", [
    sample.kecheng,
  ]);
  expect(standing.map(({ status }) => status)).toEqual(["met", "overdue", expect.stringMatching(/^(open|at-risk|not-due)$/)]);
});

it("scores met of owed, a single clause alone, and leaves the other pack out", async () => {
  const [all, one] = await indicatorsOf("柯城区");
  expect(all).toMatchObject({ id: "1.1", status: "scored", value: 50 });
  expect(one).toMatchObject({ id: "1.2", status: "scored", value: 0 });
  expect((await rowOf("柯城区")).score).toBeCloseTo(30, 5);
  // 江山 proved only what the other pack asks
  expect((await rowOf("江山市")).score).toBe(0);
});

it("the proof of the second lifts both indicators the next day", async () => {
  await proven("PD", "PD-2", sample.kecheng);
  await asWorker(app.services.db, (tx) => recomputeAll(tx, app.services));
  expect((await rowOf("柯城区")).score).toBeCloseTo(100, 5);
});

it("a county reads its own standings alone by the view", async () => {
  const kecheng = app.as("leader", { area: sample.kecheng, name: "柯城区长" });
  const { rows } = must(await kecheng.get(`/assessment/years/${year}/board`)) as unknown as { rows: Row[] };
  expect(rows).toMatchObject([{ name: "柯城区", score: 100 }]);
});

it("judges again before it freezes: what was still open on its last look is late by then, and counts for good", async () => {
  must(await office.post(`/assessment/year/${year}/track`, { note: "试行" }));
  must(await office.post(`/assessment/year/${year}/draw`, { sampleAsk: 1, sampleValue: "7", sampleSource: "骰子，公证处" }));
  app.clock?.set("2025-12-31T16:01:00Z");
  await judgeDue(app.services);
  expect(await asWorker(app.services.db, (tx) => freezeDue(tx, app.services))).toBe(1);
  const [all] = await indicatorsOf("柯城区");
  expect(all).toMatchObject({ id: "1.1", status: "scored", num: 2, den: 3 });
});
