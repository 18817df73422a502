/** What a document is carried out with and what was learned: measures per clause, common problems, templates with their effect, reviews and versions. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { putInForce } from "../duties/in-force.fixture.ts";
import { countUses } from "./templates.ts";

type Shown = Readonly<Record<string, unknown>>;
const PACK = `
pack: GC
title: 改进试验
issuer: 衢州市人民政府
level: city
area: "330800"
from: 2025-01-01
clauses:
${["GC-1", "GC-2"]
  .map(
    (id) => `  - id: ${id}
    section: 一
    title: 要求 ${id}
    says: 照办。
    kind: duty
    subsystem: 安全责任
    capability: policy-tasks
    lead: [government@city]
    duties: [{ key: a, text: 印发方案, who: [government@county, town], counts: own, document: 方案, by: 2025-06-30 }]`,
  )
  .join("\n")}
`;

let app: App;
let office: Caller;
let county: Caller;
let elsewhere: Caller;
let town: number;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by name limit 1", [area, kind]))[0]?.id);
  office = app.as("committee-office", { area: sample.city, organId: await organ(sample.city, "committee"), name: "陈雪芳" });
  county = app.as("committee-office", { area: sample.kecheng, organId: await organ(sample.kecheng, "government"), name: "柯城消安办" });
  elsewhere = app.as("department", { area: sample.jiangshan, organId: await organ(sample.jiangshan, "government"), name: "江山府办" });
  town = Number((await app.sql("select key from platform.area where parent = $1 order by key limit 1", [sample.kecheng]))[0]?.key);
  await putInForce(app.services, PACK);
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

it("a clause without any supporting measure stands out, and stops doing so when one is recorded", async () => {
  const shown = async () => must(await office.get("/policy-tasks/supporting?pack=GC"));
  expect(await shown()).toMatchObject({ bare: 2 });
  must(
    await county.post("/policy-tasks/supporting-measure", {
      area: sample.kecheng,
      pack: "GC",
      clause: "GC-1",
      organ: county.actor.organId,
      title: "柯城区实施细则",
      kind: "document",
      from: "2026-02-01",
    }),
  );
  const { bare, clauses, columns } = (await shown()) as unknown as {
    bare: number;
    columns: { key: string }[];
    clauses: { id: string; count: number; cells: number[] }[];
  };
  expect(bare).toBe(1);
  const first = clauses.find(({ id }) => id === "GC-1");
  expect(first?.cells[columns.findIndex(({ key }) => key === String(sample.kecheng))]).toBe(1);
  expect(clauses.find(({ id }) => id === "GC-2")?.count).toBe(0);
});

it("closed hazards of one kind become a problem with a cause, measures, a document and a practice", async () => {
  const close = async (what: string, item: string, area: number, n: number) =>
    app.sql(
      `insert into hazard_loop.hazard (id, area, number, what, place_words, origin, item, sameness, found_on, found_by, state, opened_at, last_at, closed_at, repeats, times_before)
        values (gen_random_uuid(), $1, $2, $3, '一层', 'inspection', $4, $2, '2026-01-01', '试', 'closed', '2026-01-01T02:00:00Z', '2026-01-11T02:00:00Z', '2026-01-11T02:00:00Z', 1, $5)`,
      [area, `GX-${item}-${n}`, what, item, n % 2],
    );
  for (const n of [1, 2, 3]) await close("疏散通道被货物占用", "test#passage", town, n);
  await close("灭火器压力不足", "test#pressure", sample.jiangshan, 4);
  type Cluster = { key: string; cause: string; settled: boolean; count: number; meanDays: number; repeated: number; finding: Shown | null };
  const clusters = async () =>
    (must(await office.get("/policy-tasks/common-problems")) as unknown as { clusters: (Cluster & Shown)[] }).clusters;
  const of = async (key: string) => (await clusters()).find((each) => each.key === key);
  expect(await of("test#passage")).toMatchObject({ cause: "duty", settled: false, count: 3, repeated: 2, meanDays: 10, finding: null });
  must(
    await office.post("/policy-tasks/cause", {
      area: sample.city,
      cluster: "test#passage",
      problem: "通道被占",
      cause: "building",
      why: "仓库面积不够",
      settledOn: "2026-03-10",
    }),
  );
  const finding = must(
    await office.post("/policy-tasks/finding", {
      area: sample.city,
      title: "通道被占",
      kind: "common",
      survey: "共性问题分析",
      foundOn: "2026-03-10",
      cluster: "test#passage",
    }),
  );
  must(
    await office.post("/policy-tasks/issue", {
      area: sample.city,
      title: "仓储分区办法",
      kind: "measure",
      issuer: office.actor.organId,
      issuedOn: "2026-03-12",
      finding: finding.id,
    }),
  );
  must(
    await office.post("/policy-tasks/practice", {
      area: sample.city,
      title: "划线定位",
      topic: "hazard",
      origin: "problem",
      organ: office.actor.organId,
      writtenOn: "2026-03-14",
      summary: "按线堆放",
      finding: finding.id,
    }),
  );
  expect(await of("test#passage")).toMatchObject({
    cause: "building",
    settled: true,
    finding: { id: finding.id, measures: 0 },
    documents: 1,
    practices: 1,
  });
  const theirs = must(await elsewhere.get("/policy-tasks/common-problems")) as unknown as { clusters: Cluster[] };
  expect(theirs.clusters.map(({ key }) => key)).toEqual(["test#pressure"]);
});

it("a template is offered to all below, one variant of it chosen, and its effect counted", async () => {
  const asked = {
    area: sample.city,
    title: "楼道充电治理",
    areaType: "urbanVillage",
    industry: "residence",
    problem: "室内充电",
    organ: office.actor.organId,
  };
  expect((await office.post("/policy-tasks/measure-template", asked)).body.code).toBe("ledger.invalid");
  const variants = [{ name: "集中充电", content: "建棚" }];
  const made = must(await office.post("/policy-tasks/measure-template", { ...asked, variants }));
  const listed = async (who: Caller, query = "") =>
    (must(await who.get(`/policy-tasks/templates${query}`)).templates as readonly Shown[]).find(({ id }) => id === made.id);
  expect(await listed(elsewhere, "?areaType=urbanVillage")).toMatchObject({ areaTypeLabel: "城中村", here: [], uses: 0 });
  expect(await listed(elsewhere, "?areaType=mountain")).toBeUndefined();
  const choose = (variant: string) =>
    elsewhere.post(`/policy-tasks/templates/${made.id}/use`, { variant, scope: "三个村", before: "46 处" });
  expect((await choose("没有的")).body.code).toBe("policy-tasks.unknown_variant");
  const used = must(await choose("集中充电"));
  const { row } = must(await elsewhere.get(`/policy-tasks/template-use/${used.id}`)) as { row: { version: number } };
  const judge = (more: object) =>
    elsewhere.patch(`/policy-tasks/template-use/${used.id}`, { version: row.version, effect: "good", ...more });
  expect((await judge({})).body.code).toBe("ledger.invalid");
  must(await judge({ after: "3 处", judgedOn: "2026-03-18" }));
  await deliver(app.services.db, countUses, app.services, app.services.log);
  expect(await listed(office)).toMatchObject({ uses: 1, effective: 1, here: [{ variant: "集中充电", effectLabel: "有效" }] });
  expect((await listed(county))?.here).toEqual([]);
  const own = must(await office.post("/policy-tasks/measure-template", { ...asked, area: sample.kecheng, title: "别处的", variants }));
  const titles = (must(await elsewhere.get("/policy-tasks/templates")).templates as readonly Shown[]).map(({ title }) => title);
  expect(titles).not.toContain("别处的");
  expect((await elsewhere.post(`/policy-tasks/templates/${own.id}/use`, { variant: "集中充电", scope: "三个村" })).status).toBe(404);
});

it("a review of a street holds the platform's figures, and what follows from it is a version with its reason", async () => {
  const effect = async () =>
    must(await county.get("/policy-tasks/effect?pack=GC")) as unknown as {
      places: { area: { key: number }; now: Shown; review: Shown | null }[];
      changes: Shown[];
    };
  const before = (await effect()).places.find(({ area }) => area.key === town);
  expect(before).toMatchObject({ now: { met: 0, percent: 0 }, review: null });
  const review = must(
    await county.post("/policy-tasks/effect/reviews", { area: town, pack: "GC", grade: "weak", conclusion: "方案没有印发" }),
  );
  expect((await effect()).places.find(({ area }) => area.key === town)?.review).toMatchObject({
    grade: "weak",
    gradeLabel: "成效不足",
    percent: 0,
  });
  const propose = async (shouldBe: string) =>
    must(
      await county.post("/policy-tasks/proposal", {
        area: sample.kecheng,
        title: "方案印发列入考核",
        kind: "weight",
        subject: "街道考核 配套政策",
        review: review.id,
        nowIs: "10 分",
        shouldBe,
        reason: "三个街道都没有印发",
      }),
    ).id;
  const head = app.as("leader", { area: sample.kecheng, name: "区长" });
  const adopt = (id: unknown, more: object, who = head) =>
    who.post(`/policy-tasks/proposal/${id}/adopt`, { effectiveOn: "2026-04-01", ...more });
  const first = await propose("15 分");
  expect((await adopt(first, { note: "同意" }, county)).body.code).toBe("policy-tasks.own_proposal");
  expect((await county.post(`/policy-tasks/proposal/${first}/refuse`, { note: "不提了" })).body.code).toBe("policy-tasks.own_proposal");
  expect((await adopt(first, {})).status).toBe(422);
  expect((await adopt(first, { effectiveOn: "2026-03-01", note: "同意" })).body.code).toBe("policy-tasks.day_past");
  must(await adopt(first, { note: "同意" }));
  must(await adopt(await propose("20 分"), { note: "再提高" }));
  expect((await effect()).changes.map(({ version, shouldBe, reason }) => [version, shouldBe, reason])).toEqual([
    [2, "20 分", "三个街道都没有印发"],
    [1, "15 分", "三个街道都没有印发"],
  ]);
});
