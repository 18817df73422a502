/** A city that assesses its towns itself: each town has its own figures; who had no count of people is grouped once there is one; a year is found however many there are. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { regroupAll } from "./regroup.ts";

const scheme = `scheme: TOWN-1
title: 乡镇街道消防工作考核（市级组织）
issuer: 消安委
area: "330800"
of: town
from: 2025-01-01
gradesBasis: 国办发〔2013〕16号
grades: [{ name: 甲等, from: 80 }, { name: 丙等, from: 0 }]
groups: [{ name: 大镇组, from: 50000 }, { name: 小镇组, below: 50000 }]
dimensions: [{ name: 结果, weight: 100 }]
indicators:
  - { id: "1.1", name: 火灾起数, dimension: 结果, weight: 100, unit: 起, source: { measure: assessment.fires }, score: { linear: { from: 20, to: 0 } } }
`;

let app: App;
let office: Caller;
let year = "";
const towns: number[] = [];
type Row = { readonly id: string; readonly area: number; readonly grouping: string; readonly score: number };

const must = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const rows = async (): Promise<readonly Row[]> =>
  (must(await office.get(`/assessment/years/${year}/board`)) as unknown as { rows: Row[] }).rows;

beforeAll(async () => {
  app = await startApp({ now: "2025-06-18T02:00:00Z" });
  const organ = async (kind: string) =>
    String(
      (await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [sample.city, kind]))[0]?.id,
    );
  office = app.as("committee-office", { area: sample.city, organId: await organ("committee"), name: "陈雪芳" });
  const mayor = app.as("leader", { area: sample.city, organId: await organ("government"), name: "毛永强" });
  for (const county of [sample.kecheng, sample.jiangshan])
    for (const { key } of await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 2", [
      county,
    ]))
      towns.push(Number(key));
  for (const [i, area] of towns.entries())
    must(
      await office.post("/assessment/fire-outcome", {
        ...{ area, month: "2025-03-01", fires: 2 + i * 4, deaths: 0, injuries: 0, lossWan: 1, source: "支队统计" },
      }),
    );
  const { id } = must(await office.post("/assessment/schemes", { source: scheme }));
  must(await office.post(`/assessment/scheme/${String(id)}/submit`));
  must(await mayor.post(`/assessment/scheme/${String(id)}/approve`, { documentNumber: "消安委〔2025〕3 号" }));
  year = String(must(await office.post("/assessment/years", { scheme: id, year: 2025, pledgeBy: "2025-06-30" })).id);
}, 240_000);
afterAll(() => app?.end());

it("gives each town its own figure, in whatever county it lies", async () => {
  const found = await rows();
  const scoreOf = (area: number | undefined) => found.find((row) => row.area === area)?.score;
  // 2, 6, 10 and 14 fires of the 20 at which nothing is left
  expect(towns.map(scoreOf)).toEqual([90, 70, 50, 30]);
  expect(found.find(({ area }) => !towns.includes(area))?.score).toBe(100);
});

it("groups a town once its people are counted", async () => {
  const [town] = towns;
  expect((await rows()).find(({ area }) => area === town)?.grouping).toBe("");
  must(await office.post("/assessment/population", { area: town, year: 2025, people: 60_000, source: "统计公报" }));
  expect(await asWorker(app.services.db, (tx) => regroupAll(tx))).toBe(1);
  expect((await rows()).find(({ area }) => area === town)?.grouping).toBe("大镇组");
});

it("is found however many years there are after it", async () => {
  await app.sql(
    `insert into assessment.year (id, area, search_text, title, year, level, scheme, host, "from", until, state, opened_at, last_at, repeats)
     select gen_random_uuid(), area, '', title || n, 2026 + n, level, scheme, host, "from", until, 'pledging', opened_at, last_at, 1
     from assessment.year, generate_series(0, 65) n where id = $1`,
    [year],
  );
  expect((await rows()).length).toBeGreaterThan(0);
});
