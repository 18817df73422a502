/** What stays as versions, places, owners and years change: duties keep their number, their periods and what was entered for them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { keyOfCode } from "#platform/values.ts";
import { freezeYear } from "../packs/store.ts";
import { putInForce } from "./in-force.fixture.ts";
import { findLaid, isOwed, layOut } from "./laid.ts";
import { judgeLater, judgePending, recomputeOne } from "./recompute.ts";

type Row = Readonly<Record<string, unknown>>;
const clause = (id: string, duties: string) => `
  - id: ${id}
    section: 一
    title: 试验
    says: 各级印发。
    kind: duty
    subsystem: 法制
    capability: policy-tasks
    lead: [government@city]
    duties:${duties}`;
const pack = (letters: string, { from = "2025-01-01", area = "330800", level = "city" }, ...clauses: readonly string[]) => `
pack: ${letters}
title: 试验意见
issuer: 试验
level: ${level}
area: "${area}"
from: ${from}
clauses:${clauses.join("")}
`;
const item = (key: string, rest: string, who = "government@county") => `
      - { key: ${key}, text: 印发${key}, who: ${who}, counts: own, ${rest} }`;

let app: App;
let office: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  office = app.as("committee-office", { area: sample.city, name: "陈雪芳" });
}, 240_000);
afterAll(() => app?.end());

const judgeEverything = async () => {
  await asWorker(app.services.db, (tx) => judgeLater(tx));
  await judgePending(app.services);
};
const standings = (letters: string, where = "true"): Promise<readonly Row[]> =>
  app.sql(
    `select s.id, s.duty, d.clause, d.key, d.pack_area, s.area, s.organ, s.period, s.status, s.version from policy_tasks.standing s
      join policy_tasks.duty d on d.id = s.duty where d.pack = $1 and ${where} order by d.clause, d.key, s.area, s.period`,
    [letters],
  );
const rolls = (letters: string): Promise<readonly Row[]> =>
  app.sql(
    `select r.* from policy_tasks.roll r join policy_tasks.duty d on d.id = r.duty where d.pack = $1 order by r.duty, r.period, r.area`,
    [letters],
  );
/** Proof somebody entered for what stands in a place. */
const prove = (letters: string, area: number, period: string, value: number | null = null) =>
  app.sql(
    `insert into policy_tasks.evidence (id, duty, area, organ, period, value, on_day, note, files, by_name, at)
      select gen_random_uuid(), s.duty, s.area, s.organ, s.period, $4, '2026-03-01', '已印发', array[gen_random_uuid()], '试', '2026-03-01T02:00:00Z'
      from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty where d.pack = $1 and s.area = $2 and s.period = $3`,
    [letters, area, period, value],
  );
/** As after one event in a place. */
const judgeIn = async (letters: string, area: number) => {
  for (const { id } of await app.sql("select id from policy_tasks.duty where pack = $1 and ended_on is null", [letters]))
    await asWorker(app.services.db, async (tx) => {
      const laid = await findLaid(tx, Number(id));
      if (laid && isOwed(laid)) await recomputeOne(tx, app.services, laid, area);
    });
};

describe("a duty nobody can judge", () => {
  it("stops no other, is marked, and is judged again once it can be", async () => {
    await putInForce(
      app.services,
      pack("UA", {}, clause("UA-1", item("a", "document: 甲, by: 2026-02-28") + item("b", "document: 乙, by: 2026-02-28"))),
    );
    await app.sql(
      `update policy_tasks.duty set content = jsonb_set(content, '{duty,rhythm,by}', '"9999-12-31"') where pack = 'UA' and key = 'a'`,
    );
    await app.sql("update policy_tasks.standing set status = 'open' where duty in (select id from policy_tasks.duty where pack = 'UA')");
    await app.sql("delete from policy_tasks.judged");
    await judgeEverything();
    expect((await standings("UA", "d.key = 'b'")).every(({ status }) => status === "overdue")).toBe(true);
    expect(await app.sql("select 1 from policy_tasks.to_judge")).toEqual([]);
    const marked = "select key from policy_tasks.duty where unjudged is not null";
    expect(await app.sql(marked)).toEqual([{ key: "a" }]);
    expect((await office.get("/policy-tasks/clauses/UA-1")).body).toMatchObject({ duties: [{ unjudged: true }, { unjudged: false }] });
    await asWorker(app.services.db, (tx) => layOut(tx, app.services));
    await judgeEverything();
    expect(await app.sql(marked)).toEqual([]);
  });

  it("a day beyond all periods is refused where it is asked for", async () => {
    const asked = ["calendar?from=9999-12-31", "calendar?to=9999-12-31", "board?period=9999", "board?period=1999-Q1"];
    const answers = await Promise.all(asked.map((path) => office.get(`/policy-tasks/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  });
});

describe("the next version", () => {
  const text = (from: string, title: string, more = "") =>
    pack(
      "VE",
      { from },
      clause("VE-1", item("a", "document: 总结, every: year") + item("b", "document: 简报, every: quarter") + more),
    ).replace("试验意见", title);

  it("with a slip mended leaves every period as it runs, and begins only what is new", async () => {
    await putInForce(app.services, text("2025-01-01", "试验意建"));
    const before = await standings("VE", "s.period in ('2026', '2026-Q1')");
    await prove("VE", sample.kecheng, "2026-Q1");
    await putInForce(app.services, text("2026-03-18", "试验意见", item("c", "document: 清单, every: quarter")));
    const after = await standings("VE", "s.period in ('2026', '2026-Q1')");
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after).toContainEqual(expect.objectContaining({ area: sample.kecheng, key: "b", status: "met", version: 2 }));
    expect(after).toContainEqual(expect.objectContaining({ area: sample.jiangshan, key: "b", status: "at-risk" }));
    expect((await standings("VE", "d.key = 'c'")).map(({ period }) => period)).not.toContain("2026-Q1");
    const { body } = await office.get("/policy-tasks/board?pack=VE&period=2026");
    const cells = (body as unknown as { groups: { rows: { duty: string; cells: object[] }[] }[] }).groups[0]?.rows ?? [];
    expect(cells.map(({ duty, cells: own }) => [duty, own.length > 0])).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
    ]);
  });

  it("that asks more leaves what had ended as it was judged then", async () => {
    const of = (from: string, target: number) =>
      pack(
        "VM",
        { from },
        clause("VM-1", item("a", `awaits: { capability: committee, figure: 次数, unit: 次 }, every: quarter, target: ${target}, unit: 次`)),
      );
    await putInForce(app.services, of("2025-01-01", 1));
    await prove("VM", sample.kecheng, "2025-Q4", 1);
    await prove("VM", sample.kecheng, "2026-Q1", 1);
    await judgeEverything();
    await putInForce(app.services, of("2026-03-01", 2));
    const stands = await standings("VM", `s.area = ${sample.kecheng} and s.period in ('2025-Q4', '2026-Q1')`);
    expect(stands.map(({ period, status }) => [period, status])).toEqual([
      ["2025-Q4", "met"],
      ["2026-Q1", "at-risk"],
    ]);
  });
});

describe("the same letters in two counties", () => {
  const of = (area: string) =>
    pack(
      "LX",
      { area, level: "county" },
      clause(
        "LX-1",
        item("a", "document: 方案, by: 2026-02-28") +
          item(
            "b",
            "awaits: { capability: experts, figure: 人数, unit: 人 }, every: year, target: { configured: true, suggested: 5 }, unit: 人",
          ),
      ),
    );
  it("leave one another's duties, targets and what was entered alone", async () => {
    await putInForce(app.services, of("330802"));
    const first = await standings("LX");
    await prove("LX", sample.kecheng, "by:2026-02-28");
    const target = (who: Caller, area: number) =>
      who.fetch("/policy-tasks/clauses/LX-1/target", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ duty: "b", pack: "LX", packArea: area, value: 9, reason: "区里定的" }),
      });
    const kecheng = app.as("committee-office", { area: sample.kecheng });
    expect((await target(kecheng, sample.kecheng)).status).toBe(200);
    await putInForce(app.services, of("330881"));
    const both = await standings("LX");
    expect(both.filter(({ packArea, pack_area }) => (packArea ?? pack_area) === sample.kecheng).map(({ id }) => id)).toEqual(
      first.map(({ id }) => id),
    );
    expect(both.filter(({ key }) => key === "a").map(({ area, status }) => [area, status])).toEqual([
      [sample.kecheng, "met"],
      [sample.jiangshan, "overdue"],
    ]);
    const board = async (query: string) =>
      (await office.get(`/policy-tasks/board?${query}`)).body as unknown as { packs: { id: string }[]; clauses: number };
    expect((await board("pack=LX")).packs.map(({ id }) => id)).toEqual(expect.arrayContaining(["LX@330802", "LX@330881"]));
    expect(await board("pack=LX@330802")).toMatchObject({ pack: "LX@330802", clauses: 1 });
    // A scheme that names the letters counts each county's own.
    expect(await app.sql("select distinct area from policy_tasks.v_standing where pack = 'LX' order by 1")).toHaveLength(2);
    const targets = await app.sql(
      "select s.area, max(s.target) as target from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty where d.pack = 'LX' and d.key = 'b' group by 1 order by 1",
    );
    expect(targets).toEqual([
      { area: sample.kecheng, target: 9 },
      { area: sample.jiangshan, target: 5 },
    ]);
    expect((await office.get(`/policy-tasks/clauses/LX-1?area=${sample.jiangshan}`)).body).toMatchObject({ pack: { id: "LX@330881" } });
  });
});

describe("sums above the owners", () => {
  const of = (who: string, from = "2025-01-01") =>
    pack(
      "SU",
      { from },
      clause("SU-1", item("a", "document: 方案, every: quarter", who) + item("b", "document: 总结, by: 2026-02-28, early: 试", who)),
    );
  const BOTH = "[government@county, housing@county]";

  it("come to the same judged whole and judged by one event, also where one county has frozen a year", async () => {
    await putInForce(app.services, of(BOTH));
    await prove("SU", sample.kecheng, "2025-Q4");
    await judgeEverything();
    await asWorker(app.services.db, (tx) => freezeYear(tx, { area: sample.kecheng, year: 2025, why: "考核", by: null }));
    const frozen = await rolls("SU");
    await judgeEverything();
    const whole = await rolls("SU");
    expect(whole).toEqual(frozen);
    await prove("SU", sample.jiangshan, "2025-Q4");
    await judgeIn("SU", sample.jiangshan);
    const single = await rolls("SU");
    expect(single).not.toEqual(whole);
    await app.sql("delete from policy_tasks.judged");
    await judgeEverything();
    expect(await rolls("SU")).toEqual(single);
    expect(single).toContainEqual(expect.objectContaining({ area: sample.city, period: "2025-Q4", hand: 4 }));
  });

  it("a cell of hand entries shows as such, of nothing as nothing", async () => {
    type Cell = { column: string; evidence: string };
    const { body } = await office.get(`/policy-tasks/board?pack=SU&period=2025-Q4`);
    const row = (body as unknown as { groups: { rows: { duty: string; cells: Cell[] }[] }[] }).groups[0]?.rows.find(
      ({ duty }) => duty === "a",
    );
    const of = (area: number) => row?.cells.find(({ column }) => column === String(area))?.evidence;
    expect(of(sample.kecheng)).toBe("hand");
    const { body: now } = await office.get(`/policy-tasks/board?pack=SU`);
    const rows = (now as unknown as { groups: { rows: { duty: string; cells: Cell[] }[] }[] }).groups[0]?.rows;
    expect(new Set(rows?.find(({ duty }) => duty === "b")?.cells.map(({ evidence }) => evidence))).toEqual(new Set(["none"]));
  });

  it("who is no longer asked owes nothing that runs; what was urged stays for the record; what is past and frozen stays", async () => {
    const housing = "o.kind = 'housing'";
    const left = async () =>
      app.sql(
        `select s.id, s.period, s.status, s.frozen from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty
          join organizations.organ o on o.id = s.organ where d.pack = 'SU' and ${housing} and (s.period = '2026-Q1' or s.period like 'by:%')`,
      );
    const [urged] = (await left()).filter(({ status }) => status === "overdue");
    expect((await office.post(`/policy-tasks/standings/${urged?.id}/urge`, {})).status).toBe(200);
    const past = await standings("SU", "s.period = '2025-Q3'");
    await putInForce(app.services, of("government@county", "2026-03-01"));
    expect(await left()).toEqual([expect.objectContaining({ id: urged?.id, status: "not-applicable" })]);
    expect((await standings("SU", "s.period = '2025-Q3'")).map(({ id }) => id)).toEqual(past.map(({ id }) => id));
    const whole = await rolls("SU");
    await judgeIn("SU", sample.jiangshan);
    expect(await rolls("SU")).toEqual(whole);
  });

  it("areas nobody owes in any more are summed up no longer, and the sums of a frozen year outlive their duty", async () => {
    const town = (who: string, from: string) => pack("SV", { from }, clause("SV-1", item("a", "document: 方案, every: quarter", who)));
    await putInForce(app.services, town("town", "2025-01-01"));
    await asWorker(app.services.db, (tx) => freezeYear(tx, { area: sample.jiangshan, year: 2025, why: "考核", by: null }));
    const summed = async () => new Set((await rolls("SV")).filter(({ period }) => period === "2026-Q1").map(({ area }) => area));
    expect(await summed()).toContain(sample.jiangshan);
    await putInForce(app.services, town("{ level: town, areas: ['330802'] }", "2026-03-01"));
    expect(await summed()).not.toContain(sample.jiangshan);
    expect(await summed()).toContain(sample.kecheng);
    await app.sql("update policy_tasks.pack_version set to_on = '2026-03-17' where pack = 'SV' and state = 'inForce'");
    await asWorker(app.services.db, (tx) => layOut(tx, app.services));
    const left = await rolls("SV");
    expect(new Set(left.map(({ area, period }) => `${area} ${String(period).slice(0, 4)}`))).toEqual(new Set([`${sample.jiangshan} 2025`]));
  });
});

it("a waiver exempts from the period it was asked for, and none before it", async () => {
  const qujiang = keyOfCode("330803");
  await putInForce(app.services, pack("WA", {}, clause("WA-1", item("a", "document: 简报, every: quarter"))));
  const [now] = await standings("WA", `s.area = ${qujiang} and s.period = '2026-Q1'`);
  const county = app.as("committee-office", { area: qujiang });
  const asked = await county.post(`/policy-tasks/standings/${now?.id}/waive`, { reason: "机构改革暂缓", until: "2026-12-31" });
  const decided = await app.as("leader", { area: sample.city }).post(`/policy-tasks/waivers/${asked.body.id}/decide`, { approve: true });
  expect(decided.status).toBe(200);
  await judgeEverything();
  const stands = await standings("WA", `s.area = ${qujiang} and s.period in ('2025-Q4', '2026-Q1')`);
  expect(stands.map(({ status }) => status)).toEqual(["overdue", "waived"]);
  expect((await county.get(`/policy-tasks/standings/${now?.id}`)).body).toMatchObject({
    waivers: [{ from: "2026-01-01", until: "2026-12-31" }],
  });
});
