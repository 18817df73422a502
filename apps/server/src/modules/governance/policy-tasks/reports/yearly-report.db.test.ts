/** 专题报告 through the door: what stands in it, who may take it, of which area, and what the audit keeps of it. */
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asWorker } from "#platform/db.ts";
import { type App, type Caller, sample, startApp } from "../../../../../test/kit.ts";
import { putInForce } from "../duties/in-force.fixture.ts";
import { freezeYear } from "../packs/store.ts";

const PACK = `
pack: BG
title: 报告试验意见
number: 试政发〔2025〕1号
issuer: 衢州市人民政府
level: city
area: "330800"
from: 2025-01-01
parts: [{ key: "一", name: 制度建设 }]
clauses:
  - id: BG-1
    section: 一
    part: "一"
    title: 方案印发
    says: 各县都要有自己的方案。
    kind: deadline
    subsystem: 法制
    capability: policy-tasks
    lead: [fire-brigade@city]
    duties:
      - { key: a, text: 印发实施方案, who: government@county, document: 实施方案, by: 2026-02-28 }
  - id: BG-2
    section: 二
    title: 专家库
    says: 建专家库。
    kind: resource
    subsystem: 应急救援
    capability: experts
    lead: [fire-brigade@city]
    awaits: { capability: experts, why: 专家库尚未建立 }
`;

let app: App;
let leader: Caller;
const take = async (caller: Caller, query: string): Promise<{ readonly status: number; readonly text: string; readonly type: string }> => {
  const answer = await caller.fetch(`/policy-tasks/reports/yearly?${query}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const xml = answer.ok ? (new PizZip(bytes).file("word/document.xml")?.asText() ?? "") : bytes.toString("utf8");
  return {
    status: answer.status,
    text: xml.replaceAll(/<\/w:(p|tc)>/g, "\n").replaceAll(/<[^>]+>/g, ""),
    type: answer.headers.get("content-type") ?? "",
  };
};

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  leader = app.as("leader", { area: sample.city, name: "毛永强" });
  await putInForce(app.services, PACK);
}, 240_000);
afterAll(() => app?.end());

it("names what is late, who owes it and by how many days, and what waits for another capability", async () => {
  const { status, text, type } = await take(leader, "pack=BG");
  expect(status).toBe(200);
  expect(type).toContain("wordprocessingml");
  expect(text).toContain("2026年《报告试验意见》落实情况专题报告");
  expect(text).toContain("印发实施方案");
  expect(text).toContain("柯城区人民政府");
  expect(text).toContain("18 天");
  expect(text).toContain("专家库");
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

it("a figure entered by hand stands in the annex with name, day and reason", async () => {
  const { body } = await leader.get("/policy-tasks/board?pack=BG");
  const { groups } = body as unknown as { groups: { rows: { clause: string; cells: { id: string; column: string }[] }[] }[] };
  const cell = groups
    .flatMap(({ rows }) => rows)
    .find(({ clause }) => clause === "BG-1")
    ?.cells.find(({ column }) => column === String(sample.kecheng));
  const office = app.as("committee-office", { area: sample.city, name: "陈雪芳" });
  const [paper] = await app.sql(
    `insert into platform.file (id, area, name, media_type, size_bytes, sha256)
      values (gen_random_uuid(), $1, '方案.pdf', 'application/pdf', 10, sha256('x'::bytea)) returning id`,
    [sample.kecheng],
  );
  const entered = await office.post(`/policy-tasks/standings/${cell?.id}/evidence`, {
    on: "2026-03-10",
    note: "柯政办发〔2026〕3号",
    files: [paper?.id],
  });
  expect(entered.status, JSON.stringify(entered.body)).toBe(200);
  const { text } = await take(leader, "pack=BG");
  expect(text).toContain("柯政办发〔2026〕3号");
  expect(text).toContain("陈雪芳");
  expect(text).toContain("2026-03-10");
});

it("of a county it says only the county's own; of a place outside, of a pack or year that is not there, nothing", async () => {
  const county = app.as("leader", { area: sample.kecheng, name: "区领导" });
  const own = await take(county, "pack=BG");
  expect(own.text).toContain("柯城区2026年");
  expect(own.text).not.toContain("江山市人民政府");
  expect((await take(county, `pack=BG&area=${sample.jiangshan}`)).status).toBe(404);
  expect((await take(leader, "pack=XX")).status).toBe(404);
  expect((await take(leader, "pack=BG&year=2027")).status).toBe(422);
  expect((await take(app.as("street-clerk", { area: sample.city, name: "方丽华" }), "pack=BG")).status).toBe(403);
});

it("a year is called frozen only where all of it is", async () => {
  await asWorker(app.services.db, (tx) => freezeYear(tx, { area: sample.kecheng, year: 2026, why: "考核", by: null }));
  const county = app.as("leader", { area: sample.kecheng, name: "区领导" });
  const words = "已冻结";
  expect((await take(county, "pack=BG")).text).toContain(words);
  expect((await take(leader, "pack=BG")).text).not.toContain(words);
});

it("who took it, of what, is kept", async () => {
  const rows = await app.sql(
    "select actor_name as name, detail from platform.audit where subject = 'policy-tasks.report' order by id limit 1",
  );
  expect(rows[0]).toMatchObject({ name: "毛永强", detail: { pack: "BG", year: 2026 } });
});
