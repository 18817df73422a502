/** What the rules find is laid before the committee office with its rows; a person opens a case or says why not. Nothing is opened by itself. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { propose, proposeAll } from "./propose.ts";

let app: App;
let city: Caller;
let town = 0;
const root = sample.kecheng - (sample.kecheng % 1e11);
const organ = async (kind: string, area: number): Promise<string> => {
  const [found] = await app.sql(
    "select id from organizations.organ where area = $1 and kind = $2 order by position('办公室' in name) > 0 desc, id limit 1",
    [area, kind],
  );
  return String(found?.id);
};
const run = () => asWorker(app.services.db, (tx) => proposeAll(tx, app.services));
type Line = { readonly id: string; readonly rule: string; readonly organ: string; readonly state: string; readonly items: number };
const listed = async (who: Caller, rule: string): Promise<readonly Line[]> =>
  ((await who.get("/responsibility/proposal")).body.rows as readonly Line[]).filter((line) => line.rule === rule);

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const [first] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [sample.kecheng]);
  town = Number(first?.key);
  city = app.as("committee-office", { area: root, organId: await organ("committee", root), name: "市消安办" });
});
afterAll(() => app?.end());

const majorHazard = (number: string, dueAt: string) =>
  app.sql(
    `insert into hazard_loop.hazard (id, area, number, what, grade, state, opened_at, due_at, origin, found_on, found_by, place_words, sameness)
     values (gen_random_uuid(), $1, $2, '疏散楼梯不足', 'major', 'rectifying', '2025-12-01', $3, 'inspection', '2025-12-01', '检查员', '二层', $2)`,
    [town + 1_000, number, dueAt],
  );

it("a major hazard past its grace is proposed to the county's office once, with its row; within the grace nobody hears of it", async () => {
  await majorHazard("ZD-1", "2026-01-10");
  await majorHazard("ZD-2", "2026-03-10");
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  const office = app.as("committee-office", { area: sample.kecheng, organId: await organ("committee", sample.kecheng), name: "区消安办" });
  const [line] = await listed(office, "hazard");
  expect(line).toMatchObject({ state: "proposed", items: 1, organ: await organ("government", town) });
  const { row } = (await office.get(`/responsibility/proposal/${line?.id}`)).body as {
    row: { evidence: { href: string; words: string }[]; source: string };
  };
  expect(row.evidence[0]?.href).toMatch(/^\/hazard-loop\/hazard\//);
  expect(row.evidence[0]?.words).toContain("2026-01-10");
  expect(row.source).toBe("QZ-3.1.4");
  expect(await app.sql("select 1 from responsibility.accountability")).toEqual([]);
  // when another one passes its grace, the open proposal grows
  await majorHazard("ZD-3", "2026-01-20");
  expect(await run()).toBe(0);
  expect((await listed(office, "hazard"))[0]).toMatchObject({ id: line?.id, items: 2 });
  // then it is opened by a person: the case carries the frozen evidence and says where it came from
  const opened = await office.post(`/responsibility/proposal/${line?.id}/open`, {});
  expect(opened.body).toMatchObject({ state: "opened", decidedOn: "2026-03-18" });
  const found = (await office.get(`/responsibility/accountability/${String(opened.body.accountability)}`)).body.row;
  expect(found).toMatchObject({ trigger: "overdueHazard", phase: "before", state: "opened", proposal: line?.id, from: "2026-01-10" });
  expect(await run()).toBe(0);
});

it("deaths at a county are proposed to the city, dismissed only with a reason, and not proposed again", async () => {
  const finding = {
    area: sample.kecheng,
    row: "fire-1",
    what: "2026-01 亡人火灾",
    words: "死亡 2 人",
    on: "2026-01-01",
    href: "/assessment/fire-outcome/1",
  };
  const tell = (findings: readonly (typeof finding)[]) => asWorker(app.services.db, (tx) => propose(tx, app.services, "fire", findings));
  expect(await tell([finding])).toBe(1);
  const [line] = await listed(city, "fire");
  expect(line).toMatchObject({ organ: await organ("government", sample.kecheng) });
  const county = app.as("committee-office", { area: sample.kecheng, organId: await organ("government", sample.kecheng) });
  expect(await listed(county, "fire")).toEqual([]);
  expect((await city.post(`/responsibility/proposal/${line?.id}/dismiss`, {})).status).toBe(422);
  expect(
    (await city.post(`/responsibility/proposal/${line?.id}/dismiss`, { reasons: "已按规定履职，火灾原因为住户自用火" })).body,
  ).toMatchObject({ state: "dismissed" });
  expect(await tell([finding])).toBe(0);
  expect(await tell([finding, { ...finding, row: "fire-2", what: "2026-02 亡人火灾" }])).toBe(1);
});

it("a duty overdue beyond its grace, and an urging nobody answered, each make a proposal of their own", async () => {
  const county = await organ("government", sample.jiangshan);
  const [duty] = await app.sql(
    `insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content)
     values ('T', 'T-1', 'a', 1, 1, $1, '{"duty": {"text": "季度研究消防工作"}}') returning id`,
    [root],
  );
  const [standing] = await app.sql(
    `insert into policy_tasks.standing (duty, area, organ, period, period_from, period_to, opens_on, due_on, status, evidence, turned_on, version)
     values ($1, $2, $3, '2025-Q4', '2025-10-01', '2025-12-31', '2025-10-01', '2025-12-31', 'overdue', 'none', '2026-01-01', 1) returning id`,
    [duty?.id, sample.jiangshan, county],
  );
  await app.sql(
    `insert into policy_tasks.urging (id, standing, area, organ, kind, message, on_day, at, answer_by)
     values (gen_random_uuid(), $1, $2, $3, 'urge', '请尽快', '2026-02-01', '2026-02-01', '2026-02-10')`,
    [standing?.id, sample.jiangshan, county],
  );
  expect(await run()).toBe(2);
  const rules = [...(await listed(city, "duty")), ...(await listed(city, "urging"))];
  expect(rules.map(({ rule, organ: of }) => [rule, of])).toEqual([
    ["duty", county],
    ["urging", county],
  ]);
});
