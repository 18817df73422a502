/** An urging reaches 待办 of whoever was urged, leads to its answer, and leaves when it is answered. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { putInForce } from "./in-force.fixture.ts";

const PACK = `
pack: CB
title: 催办试验
issuer: 衢州市人民政府
level: city
area: "330800"
from: 2025-01-01
clauses:
  - id: CB-1
    section: 一
    title: 方案
    says: 各县印发。
    kind: duty
    subsystem: 法制
    capability: policy-tasks
    lead: [government@city]
    duties: [{ key: a, text: 印发县级方案, who: government@county, counts: own, document: 方案, by: 2025-06-30 }]
`;

type Line = { id: string; caseName: string; kind: string; title: string; place: string; href: string; verb: string; dueAt: string | null };
let app: App;
let office: Caller;
let county: Caller;
let elsewhere: Caller;
let standing: string;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by name limit 1", [area, kind]))[0]?.id);
  office = app.as("committee-office", { area: sample.city, organId: await organ(sample.city, "committee"), name: "陈雪芳" });
  county = app.as("department", { area: sample.kecheng, organId: await organ(sample.kecheng, "government"), name: "府办" });
  elsewhere = app.as("department", { area: sample.jiangshan, organId: await organ(sample.jiangshan, "government"), name: "江山府办" });
  await putInForce(app.services, PACK);
  const rows = await app.sql(
    "select s.id from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty where d.clause = 'CB-1' and s.area = $1",
    [sample.kecheng],
  );
  standing = String(rows[0]?.id);
});
afterAll(() => app?.end());

const todo = async (who: Caller, query = ""): Promise<readonly Line[]> => {
  const { status, body } = await who.get(`/work/todo?limit=100${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return (body.items as readonly Line[]).filter(({ caseName }) => caseName === "policy-tasks.urging");
};
const counts = async (who: Caller) => (await who.get("/work/counts")).body as { todo: number; pressing: number };

it("stands among what waits, by its day, and leads to the answer", async () => {
  const before = await counts(county);
  const urged = await office.post(`/policy-tasks/standings/${standing}/urge`, { message: "请说明", answerBy: "2026-03-18" });
  expect(urged.status).toBe(200);
  const [line] = await todo(county);
  expect(line).toMatchObject({
    id: urged.body.id,
    kind: "催办",
    title: "印发县级方案",
    verb: "答复",
    href: `/policy-tasks/standing?open=${standing}&answer=${urged.body.id}`,
  });
  expect(line?.dueAt).toMatch(/^2026-03-18T15:59:59/);
  expect(await counts(county)).toMatchObject({ todo: before.todo + 1, pressing: before.pressing + 1 });
  expect(await todo(county, "&kind=policy-tasks.urging")).toHaveLength(1);
  expect(await todo(county, "&kind=policy-tasks.task")).toEqual([]);
  expect(await todo(elsewhere)).toEqual([]);
  expect(await todo(office)).toEqual([]);
});

it("pages with the cases in one order of deadlines", async () => {
  const give = (dueOn: string) => office.post("/policy-tasks/tasks", { title: "办一件", organs: [county.actor.organId], dueOn });
  expect((await give("2026-04-30")).status).toBe(200);
  const page = async (after: string) => (await county.get(`/work/todo?limit=1${after}`)).body as { items: Line[]; next: string | null };
  const seen: string[] = [];
  for (let after: string | null = "", n = 0; after !== null && n < 20; n += 1) {
    const { items, next }: { items: Line[]; next: string | null } = await page(after);
    seen.push(...items.map(({ id }) => id));
    after = next === null ? null : `&after=${next}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength((await counts(county)).todo);
  expect((await county.get("/work/todo?after=xx")).body.code).toBe("ledger.bad_cursor");
});

it("leaves when it is answered", async () => {
  const [line] = await todo(county);
  expect((await county.post(`/policy-tasks/urgings/${line?.id}/receive`, {})).status).toBe(200);
  expect(await todo(county)).toHaveLength(1);
  expect((await county.post(`/policy-tasks/urgings/${line?.id}/answer`, { answer: "下周印发" })).status).toBe(200);
  expect(await todo(county)).toEqual([]);
});
