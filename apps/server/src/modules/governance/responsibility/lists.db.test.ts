/** Rural lists published and given out as tasks, the four layers, and pledges drawn from the year's targets. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";

let app: App;
let office: Caller;
let leader: Caller;
const root = sample.kecheng - (sample.kecheng % 1e11);
const organ = async (kind: string, area: number): Promise<string> => {
  const [found] = await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [area, kind]);
  return String(found?.id);
};
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  office = app.as("committee-office", { area: sample.kecheng, organId: await organ("committee", sample.kecheng), name: "区消安办" });
  leader = app.as("leader", { area: sample.kecheng, organId: await organ("government", sample.kecheng), name: "区长" });
});
afterAll(() => app?.end());

type Body = {
  readonly id: string;
  readonly name: string;
  readonly draft: string | null;
  readonly publishedOn: string | null;
  readonly duties: { task: string | null }[];
};
const bodies = async () => (await office.get("/responsibility/rural")).body.bodies as readonly Body[];

it("county, towns and departments get their rural lists once, publish them beside their general one, and turn them into tasks", async () => {
  const before = (await office.get("/responsibility/rural")).body;
  expect(before.bodies).toEqual([]);
  expect(Number(before.villages)).toBeGreaterThan(0);
  const made = (await office.post("/responsibility/rural/lists", {})).body;
  expect(made.lists).toBe(made.bodies);
  expect(made.bodies).toBe(before.lacking);
  expect((await office.post("/responsibility/rural/lists", {})).body).toEqual({ bodies: 0, duties: 0, lists: 0 });
  const agriculture = (await bodies()).find(({ name }) => name.includes("农业农村"));
  const list = `/responsibility/power-list/${agriculture?.draft}`;
  await office.post(`${list}/submit`, {});
  expect((await leader.post(`${list}/publish`, {})).body).toMatchObject({ state: "published", scope: "rural", edition: 1 });
  const open = (await app.nobody.get(`/public/power-lists?organ=${agriculture?.id}`)).body.lists as { title: string }[];
  expect(open.map(({ title }) => title)).toEqual([expect.stringContaining("农村消防责任清单")]);
  const given = (await office.post(`/responsibility/rural/${agriculture?.id}/tasks`, {})).body.tasks as { id: string }[];
  expect(given).toHaveLength(2);
  const task = (await office.get(`/policy-tasks/task/${given[0]?.id}`)).body.row as object;
  expect(task).toMatchObject({ lead: agriculture?.id, clause: "TY-2.4.1.2", dueOn: "2026-06-16" });
  const after = (await bodies()).find(({ id }) => id === agriculture?.id);
  expect(after).toMatchObject({ draft: null, publishedOn: "2026-03-18" });
  expect(after?.duties.every(({ task: linked }) => linked !== null)).toBe(true);
  expect((await office.post(`/responsibility/rural/${agriculture?.id}/tasks`, {})).body).toMatchObject({
    code: "responsibility.no_rural_duty",
  });
});

it("the four layers stand beside one another, each with what is complete of what is owed", async () => {
  const { body } = await office.get("/responsibility/layers");
  const layers = body.layers as { key: string; percent: number | null; parts: { key: string; num: number; den: number }[] }[];
  expect(layers.map(({ key }) => key)).toEqual(["government", "department", "unit", "foundation"]);
  const rural = layers.find(({ key }) => key === "foundation")?.parts.find(({ key }) => key === "rural");
  expect(rural?.num).toBe(rural?.den);
  expect((await office.get(`/responsibility/layers?area=${sample.jiangshan}`)).status).toBe(404);
});

it("what a layer owes below is told by the last period that has begun, not by the name that sorts last", async () => {
  const clauses = async () => {
    const { body } = await office.get("/responsibility/layers");
    const layers = body.layers as { key: string; clauses: string[]; overdue: number; parts: { key: string; num: number; den: number }[] }[];
    const layer = layers.find(({ key }) => key === "government");
    return { clause: layer?.clauses[0] ?? "", overdue: layer?.overdue ?? 0, ...layer?.parts.find(({ key }) => key === "clauses") };
  };
  const before = await clauses();
  const [duty] = await app.sql(
    `insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content)
     values ('TL', $1, 'a', 1, 1, $2, '{"duty": {"text": "完好率"}}') returning id`,
    [before.clause, root],
  );
  for (const [period, from, met] of [
    ["by:2025-12-31", "2025-01-01", 0],
    ["2026-03", "2026-03-01", 5],
    ["2026-04", "2026-04-01", 0],
  ] as const)
    await app.sql(
      `insert into policy_tasks.roll (area, period, period_from, duty, owed, met, at_risk, open, overdue, no_data, waived, idle)
       values ($1, $2, $3, $4, 5, $5, 0, 0, 5 - $5, 0, 0, 0)`,
      [office.actor.area.lo, period, from, duty?.id, met],
    );
  const after = await clauses();
  expect([(after.num ?? 0) - (before.num ?? 0), (after.den ?? 0) - (before.den ?? 0), after.overdue - before.overdue]).toEqual([5, 5, 0]);
  await app.sql("delete from policy_tasks.roll where duty = $1", [duty?.id]);
  await app.sql("delete from policy_tasks.duty where id = $1", [duty?.id]);
});

it("pledges of the year are drafted from the targets in force, printed as a paper of both sides, and those not signed by the day are listed", async () => {
  const city = app.as("committee-office", { area: root, organId: await organ("government", root), name: "市府办" });
  const county = await organ("government", sample.kecheng);
  const [duty] = await app.sql(
    `insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content, measures)
     values ('T', 'T-1', 'a', 1, 1, $1, '{"duty": {"text": "市政消火栓完好率", "unit": "%"}}', '{drill.intact_rate}') returning id`,
    [root],
  );
  await app.sql(
    `insert into policy_tasks.standing (duty, area, organ, period, period_from, period_to, opens_on, due_on, status, evidence, target, version)
     values ($1, $2, $3, '2026', '2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31', 'open', 'computed', 98, 1)`,
    [duty?.id, sample.kecheng, county],
  );
  const asked = { year: 2026, signBy: "2026-03-20", whom: ["governments"] };
  expect((await city.post("/responsibility/pledges/generate", { ...asked, signBy: "2026-03-17" })).body).toMatchObject({
    code: "responsibility.sign_by_past",
  });
  const made = (await city.post("/responsibility/pledges/generate", asked)).body;
  expect(made.drafted).toBe(made.of);
  expect((await city.post("/responsibility/pledges/generate", asked)).body.drafted).toBe(0);
  const rows = (await city.get("/responsibility/pledge?limit=100")).body.rows as { id: string; pledger: string; targets: object[] }[];
  const own = rows.find(({ pledger }) => pledger === county);
  expect(own?.targets).toEqual([{ words: "市政消火栓完好率", aim: "98%", clause: "T-1", measure: "drill.intact_rate", indicator: null }]);
  const paper = await city.fetch(`/responsibility/pledges/${own?.id}/pledge.docx`);
  expect(paper.headers.get("content-type")).toContain("wordprocessingml");
  expect((await paper.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  await app.sql("update responsibility.pledge set sign_by = '2026-03-17' where id = $1", [own?.id]);
  const late = (
    await city.get(`/responsibility/pledge?where=${encodeURIComponent(JSON.stringify({ open: true, signBy: { before: "today" } }))}`)
  ).body.rows as { id: string }[];
  expect(late.map(({ id }) => id)).toEqual([own?.id]);
});
