/** A county's year through HTTP: pledge, tracking, draw, freeze, appeal, approval, circular; and what the database refuses whoever asks. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { rebuildCells } from "#platform/measure/cells.ts";
import { verifySnapshot } from "#platform/snapshot/snapshot.ts";
import { addDays } from "#platform/values.ts";
import { freezeDue, markLate } from "./daily.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let office: Caller;
let mayor: Caller;
let kecheng: Caller;
let jiangshan: Caller;
let committee = "";

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const list = (value: unknown): readonly Shown[] => value as readonly Shown[];

const source = `scheme: TEST-1
title: 县级消防工作考核（测试）
issuer: 消安委
area: "330800"
of: county
from: 2025-01-01
gradesBasis: 国办发〔2013〕16号
grades: [{ name: 优秀, from: 90 }, { name: 良好, from: 80 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]
groups: [{ name: 大县组, from: 350000 }, { name: 小县组, below: 350000 }]
dimensions: [{ name: 责任, weight: 40 }, { name: 保障, weight: 60 }]
indicators:
  - { id: "1.1", name: 责任书, dimension: 责任, weight: 10, unit: 份, source: { pledge: true }, score: { step: [{ at: 1, points: 10 }] } }
  - { id: "1.2", name: 挂牌按时销案率, dimension: 责任, weight: 30, source: { measure: supervision-listing.on_time_rate }, score: { linear: { from: 0, to: 100 } } }
  - { id: "2.1", name: 消火栓完好率, dimension: 保障, weight: 20, source: { hand: 普查表, share: true }, missing: owed, score: { linear: { from: 90, to: 100 } } }
  - { id: "2.2", name: 现场抽查, dimension: 保障, weight: 20, source: { site: true }, sample: wilson, missing: owed, score: { linear: { from: 60, to: 95 } } }
  - { id: "2.3", name: 死亡率, dimension: 保障, weight: 20, unit: 人/十万人, source: { measure: assessment.death_rate }, reported: fires, sample: poisson, missing: owed, score: { linear: { from: 1, to: 0.1 } } }
vetoes:
  - { id: V1, name: 重大亡人责任火灾, unit: 起, source: { measure: assessment.major_fires }, deduct: 20, cap: 良好, basis: 国办发〔2013〕16号, confidence: seen-secondary }
`;

async function organ(area: number, kind: string): Promise<string> {
  return String(
    (await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by id limit 1", [area, kind]))[0]?.id,
  );
}

beforeAll(async () => {
  app = await startApp({ now: "2025-01-08T02:00:00Z" });
  committee = await organ(sample.city, "committee");
  office = app.as("committee-office", { area: sample.city, organId: committee, name: "陈雪芳" });
  mayor = app.as("leader", { area: sample.city, organId: await organ(sample.city, "government"), name: "毛永强" });
  kecheng = app.as("leader", { area: sample.kecheng, organId: await organ(sample.kecheng, "government"), name: "柯城区长" });
  jiangshan = app.as("leader", { area: sample.jiangshan, organId: await organ(sample.jiangshan, "government"), name: "江山市长" });
  const mark = { area: sample.city, organ: committee, mark: "衢消安", powers: ["inspection"], from: "2020-01-01" };
  must(await app.as("inspector").post("/enforcement/office", mark));
});
afterAll(() => app?.end());

async function inForce(text = source): Promise<string> {
  const { id } = must(await office.post("/assessment/schemes", { source: text }));
  must(await office.post(`/assessment/scheme/${String(id)}/submit`));
  must(await mayor.post(`/assessment/scheme/${String(id)}/approve`, { documentNumber: "消安委〔2025〕1 号" }));
  return String(id);
}
const move = (who: Caller, year: string, name: string, given: Shown = {}) => who.post(`/assessment/year/${year}/${name}`, given);
const boardOf = async (who: Caller, year: string, score = ""): Promise<Shown> =>
  must(await who.get(`/assessment/years/${year}/board${score && `?score=${score}`}`));
const rowOf = (board: Shown, name: string): Shown => list(board.rows).find((row) => row.name === name) ?? {};

describe("a scheme", () => {
  it("with an error is refused with its line; its author does not approve it; a newer edition replaces it", async () => {
    const wrong = await office.post("/assessment/schemes", { source: source.replace("weight: 60 }", "weight: 50 }") });
    expect(wrong).toMatchObject({ status: 422, body: { code: "assessment.scheme_wrong", params: { line: 10 } } });
    const check = must(await office.post("/assessment/schemes/check", { source: source.replace("on_time_rate", "on_time") }));
    expect(check).toMatchObject({
      ok: false,
      errors: [{ line: 13, message: expect.stringContaining("supervision-listing.on_time_rate") }],
    });
    const elsewhere = await office.post("/assessment/schemes", { source: source.replace("330800", "330400") });
    expect(elsewhere.body.code).toBe("assessment.scheme_other_area");

    const { id } = must(await office.post("/assessment/schemes", { source }));
    must(await office.post(`/assessment/scheme/${String(id)}/submit`));
    const both = app.as("leader", { area: sample.city, organId: committee, name: "兼任" });
    await app.sql("update assessment.scheme set written_by = $2 where id = $1", [id, both.actor.userId]);
    expect((await both.post(`/assessment/scheme/${String(id)}/approve`, { documentNumber: "x" })).body.code).toBe("assessment.own_scheme");
    must(await mayor.post(`/assessment/scheme/${String(id)}/approve`, { documentNumber: "消安委〔2025〕1 号" }));

    const second = await inForce(source.replace("from: 60, to: 95", "from: 60, to: 90"));
    const shown = must(await office.get(`/assessment/schemes/${second}`));
    expect(shown).toMatchObject({ edition: 2, state: "inForce" });
    expect(await app.sql("select state from assessment.scheme where id = $1", [id])).toMatchObject([{ state: "retired" }]);
    await expect(app.sql("update assessment.scheme set source = 'other' where id = $1", [second])).rejects.toThrow("not rewritten");
  });
});

describe("a year from pledge to circular", () => {
  let year = "";
  let own = "";
  it("begins with everybody below in size groups; who has no count of people is named", async () => {
    const people = [
      [sample.kecheng, 480_000],
      [sample.jiangshan, 300_000],
    ] as const;
    for (const [area, n] of people) must(await office.post("/assessment/population", { area, year: 2024, people: n, source: "统计公报" }));
    const scheme = await inForce();
    const made = must(await office.post("/assessment/years", { scheme, year: 2025, pledgeBy: "2025-01-20" }));
    year = String(made.id);
    expect(made).toMatchObject({ entrants: 6, ungrouped: expect.arrayContaining(["衢江区", "常山县"]) });
    expect((await office.post("/assessment/years", { scheme, year: 2025, pledgeBy: "2025-01-20" })).body.code).toBe(
      "assessment.year_exists",
    );
    const board = await boardOf(office, year);
    expect(board).toMatchObject({ score: "live", scores: ["live"], year: { state: "pledging", signed: 0, entrants: 6 } });
    expect(rowOf(board, "柯城区")).toMatchObject({ grouping: "大县组", people: 480_000 });
    own = String(rowOf(board, "柯城区").id);
  });

  it("the assessed sees its own row and the year's steps, no other's", async () => {
    const board = await boardOf(kecheng, year);
    expect(list(board.rows).map(({ name }) => name)).toEqual(["柯城区"]);
    expect(board.year).toMatchObject({ runs: false, entrants: 6 });
    expect((await jiangshan.get(`/assessment/entrants/${own}`)).status).toBe(404);
    expect((await jiangshan.get(`/assessment/entrants/${own}/evidence?indicator=2.1`)).status).toBe(404);
  });

  it("takes pledges, each once, and goes on without all only with a reason", async () => {
    const pledge = { signedOn: "2025-01-08", signer: "柯城区长", targets: [{ item: "亡人火灾", target: "零" }] };
    // drafted from the scheme as the year began, one with those of responsibility
    const drafted = must(await kecheng.get(`/assessment/entrants/${own}`)).drafted as {
      id: string;
      state: string;
      targets: { item: string }[];
    };
    expect(drafted.state).toBe("draft");
    expect(drafted.targets.length).toBeGreaterThan(0);
    expect((await jiangshan.post(`/assessment/entrants/${own}/pledge`, pledge)).status).toBe(404);
    expect(must(await kecheng.post(`/assessment/entrants/${own}/pledge`, pledge))).toEqual({ signed: 1, of: 6 });
    expect((await kecheng.post(`/assessment/entrants/${own}/pledge`, pledge)).body.code).toBe("assessment.signed_already");
    const path = `/responsibility/pledge/${drafted.id}`;
    expect((await kecheng.get(path)).body.row).toMatchObject({
      state: "pledged",
      pledgedOn: "2025-01-08",
      pledgerName: "柯城区长",
      year: 2025,
    });
    const mayor = app.as("leader", { area: sample.city, name: "市长" });
    must(await mayor.post(`${path}/countersign`, { superiorName: "市长" }));
    expect(must(await kecheng.get(`/assessment/entrants/${own}`))).toMatchObject({
      pledge: { id: drafted.id, on: "2025-01-08", signer: "柯城区长", superior: "市长", targets: pledge.targets },
      drafted: null,
    });
    expect((await move(office, year, "track")).body.code).toBe("assessment.unsigned");
    must(await move(office, year, "track", { note: "其余五地改任，随后补签" }));
  });

  it("has a live score every day: owed figures count nothing, what does not apply is spread", async () => {
    app.clock?.set("2025-11-20T02:00:00Z");
    const hand = { entrant: own, indicator: "2.1", enteredOn: "2025-11-20", num: 529, den: 556, document: "普查表" };
    must(await office.post("/assessment/hand-value", hand));
    // What a county is scored by is written by who assesses it.
    const itself = app.as("committee-office", {
      area: sample.kecheng,
      organId: await organ(sample.kecheng, "committee"),
      name: "区消安办",
    });
    expect(await itself.post("/assessment/hand-value", { ...hand, num: 556 })).toMatchObject({
      status: 403,
      body: { code: "ledger.not_own" },
    });
    const row = rowOf(await boardOf(office, year), "柯城区");
    // 1.1 pledged 10; 1.2 nothing was delisted, spread; 2.1 95.14 % gives 10.29; 2.2 and 2.3 are owed.
    expect(row).toMatchObject({ owed: 40, parts: [{ name: "责任" }, { name: "保障" }] });
    expect(Number(row.score)).toBeCloseTo(((10 + 10.288) / 70) * 100, 1);
  });

  it("draws places by the public number, recomputable, and freezes only when the year is over", async () => {
    const asked = { sampleAsk: 2, sampleValue: "03 08 15 22 27 31 + 06", sampleSource: "福利彩票第 130 期" };
    expect((await move(office, year, "draw", { ...asked, sampleAsk: 50 })).body.code).toBe("assessment.sample_too_many");
    const drawn = must(await move(office, year, "draw", asked));
    expect(drawn).toMatchObject({ state: "sampling", sampled: 12, sampleCommitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const checks = await app.sql("select id from assessment.site_check where entrant = $1 order by drawn_as", [own]);
    expect(checks).toHaveLength(2);
    for (const { id } of checks)
      await app.sql("update assessment.site_check set checked_on = '2025-11-25', items = 30, passed = 24 where id = $1", [id]);
    for (let n = 1; n <= 12; n++) {
      const month = `2025-${String(n).padStart(2, "0")}-15`;
      const figures = { area: sample.kecheng, month, fires: 10, deaths: n === 6 ? 1 : 0, injuries: 0, lossWan: 3, source: "支队统计" };
      must(await office.post("/assessment/fire-outcome", figures));
    }
    expect(
      (
        await office.post("/assessment/fire-outcome", {
          area: sample.kecheng,
          month: "2025-06-01",
          fires: 1,
          deaths: 2,
          injuries: 0,
          lossWan: 0,
          large: 5,
          source: "x",
        })
      ).status,
    ).toBe(422);
    expect((await move(office, year, "freeze")).body.code).toBe("assessment.year_not_over");
    app.clock?.set("2026-01-01T01:00:00Z");
    // Nothing is added to a frozen year, and December may be reported until the end of January.
    expect(await move(office, year, "freeze")).toMatchObject({
      status: 409,
      body: { code: "assessment.december_owed", params: { names: expect.stringContaining("常山县"), on: "2026-02-01" } },
    });
    expect(await boardOf(office, year)).toMatchObject({ freezing: { on: "2026-02-01", owing: expect.arrayContaining(["常山县"]) } });
    expect(await asWorker(app.services.db, (tx) => freezeDue(tx, app.services))).toBe(0);
    const others = await app.sql("select e.area from assessment.entrant e where e.year = $1 and e.area <> $2", [year, sample.kecheng]);
    for (const { area } of others)
      must(
        await office.post("/assessment/fire-outcome", {
          ...{ area, month: "2025-12-01", fires: 1, deaths: 0, injuries: 0, lossWan: 1, source: "支队统计" },
        }),
      );
    const moments = { today: app.services.clock.today(), now: app.services.clock.now() };
    await rebuildCells(
      app.services.db,
      app.services.catalog,
      app.services.registry.measures.values(),
      moments,
      addDays(moments.today, -365),
    );
    expect(must(await move(office, year, "freeze"))).toMatchObject({ state: "frozen", frozenAt: "2026-01-01T01:00:00.000Z" });
    const late = { entrant: own, indicator: "2.1", enteredOn: "2026-01-01", num: 556, den: 556, document: "补报" };
    expect(await office.post("/assessment/hand-value", late)).toMatchObject({ status: 409, body: { code: "ledger.frozen" } });
    const twice = { area: sample.kecheng, month: "2025-06-30", fires: 1, deaths: 0, injuries: 0, lossWan: 0, source: "x" };
    expect(await office.post("/assessment/fire-outcome", twice)).toMatchObject({ status: 409, body: { code: "ledger.duplicate" } });
    const row = rowOf(await boardOf(office, year), "柯城区");
    expect(row).toMatchObject({ owed: 0 });
    // 1.1 10 + 2.1 10.288 + 2.2 80 % of 60 gives 11.43 + 2.3 1 in 480,000 = 0.208 gives 17.59, of 70 that apply
    expect(Number(row.score)).toBeCloseTo(((10 + 10.288 + 11.429 + 17.593) / 70) * 100, 1);
    expect(Number(row.high) - Number(row.low)).toBeGreaterThan(5);
    expect(rowOf(await boardOf(office, year), "常山县")).toMatchObject({ owed: 60 });
  });

  it("what is frozen stays: rows, scores, hand-written figures, the year; and its hash is known to the audit chain", async () => {
    const [kept] = await app.sql("select snapshot from assessment.entrant where id = $1", [own]);
    const snapshot = String(kept?.snapshot);
    const refusals: readonly (readonly [string, unknown[]])[] = [
      ["update platform.snapshot set figures = '{}' where id = $1", [snapshot]],
      ["delete from platform.snapshot_row where snapshot = $1", [snapshot]],
      ["insert into platform.snapshot_row (snapshot, ord, area, part, ledger, content) values ($1, 9999, 1, 'x', 'x', '{}')", [snapshot]],
      ["update assessment.entrant set frozen_score = 100 where id = $1", [own]],
      ["delete from assessment.entrant where id = $1", [own]],
      ["update assessment.hand_value set num = 556 where entrant = $1", [own]],
      ["update assessment.site_check set passed = 30 where entrant = $1", [own]],
      ["update assessment.year set state = 'tracking' where id = $1", [year]],
      ["update assessment.year set deleted_at = now() where id = $1", [year]],
    ];
    for (const [statement, values] of refusals) await expect(app.sql(statement, values)).rejects.toThrow();
    const check = await asWorker(app.services.db, (tx) => verifySnapshot(tx, snapshot));
    expect(check).toMatchObject({ verdict: "same", auditId: expect.any(Number) });
    expect(must(await kecheng.get(`/assessment/entrants/${own}/verify`))).toMatchObject({ verdict: "same", sm3: check?.sm3 });
    await app.sql("alter table platform.snapshot_row disable trigger guard");
    await app.sql(
      `update platform.snapshot_row set content = jsonb_set(content, '{good}', 'true') where snapshot = $1 and part = '2.2' and ord = (select min(ord) from platform.snapshot_row where snapshot = $1 and part = '2.2')`,
      [snapshot],
    );
    expect((await asWorker(app.services.db, (tx) => verifySnapshot(tx, snapshot)))?.verdict).toBe("changed");
    await app.sql(
      `update platform.snapshot_row set content = jsonb_set(content, '{good}', 'false') where snapshot = $1 and part = '2.2' and ord = (select min(ord) from platform.snapshot_row where snapshot = $1 and part = '2.2')`,
      [snapshot],
    );
    await app.sql("alter table platform.snapshot_row enable trigger guard");
  });

  it("later work on the rows shows under 现在 and changes nothing frozen", async () => {
    const before = rowOf(await boardOf(office, year, "frozen"), "柯城区").score;
    must(
      await office.post("/assessment/fire-outcome", {
        area: sample.jiangshan,
        month: "2025-03-01",
        fires: 99,
        deaths: 9,
        injuries: 0,
        lossWan: 0,
        source: "补报",
      }),
    );
    await app.sql("update assessment.fire_outcome set deaths = 5 where area = $1 and month = '2025-06-01'", [sample.kecheng]);
    const evidence = must(await kecheng.get(`/assessment/entrants/${own}/evidence?indicator=2.3`));
    const june = list(evidence.rows).find(({ was }) => (was as Shown).deaths === 1);
    expect(june).toMatchObject({ was: { deaths: 1 }, now: { deaths: 5 } });
    expect(evidence).toMatchObject({ frozen: true, total: 12 });
    expect(rowOf(await boardOf(office, year, "frozen"), "柯城区").score).toBe(before);
  });

  it("an appeal is its own government's; what accepting n of m changes stands there before anybody decides", async () => {
    const claims = Array.from({ length: 12 }, (_, i) => ({ what: `消火栓 ${901 + i}` }));
    const filed = { indicator: "2.1", reason: "12 具在冻结前已修好", claims };
    expect((await kecheng.post(`/assessment/entrants/${own}/appeals`, filed)).body.code).toBe("assessment.no_appeal_now");
    must(await move(office, year, "openAppeals", { appealUntil: "2026-01-10", replyBy: "2026-01-12" }));
    expect((await office.post(`/assessment/entrants/${own}/appeals`, filed)).status).toBe(403);
    expect((await jiangshan.post(`/assessment/entrants/${own}/appeals`, filed)).status).toBe(404);
    const { id } = must(await kecheng.post(`/assessment/entrants/${own}/appeals`, filed));
    expect((await move(office, year, "submit", { note: "提前" })).body).toMatchObject({ code: "assessment.appeals_open" });
    const [appeal] = list(must(await office.get(`/assessment/years/${year}/appeals`)).appeals);
    const effects = list(appeal?.effects);
    expect(effects).toHaveLength(13);
    expect(effects[0]).toMatchObject({ num: 529, den: 556 });
    expect(effects[9]).toMatchObject({ accepted: 9, num: 538 });
    expect(Number(effects[9]?.points)).toBeCloseTo(13.525, 2);
    expect((await office.post(`/assessment/appeal/${String(id)}/accept`, { accepted: 13, reply: "采纳" })).body.code).toBe(
      "assessment.accepted_beyond",
    );
    // Nobody decides about himself, whatever right he holds in his own area.
    const itself = app.as("committee-office", {
      area: sample.kecheng,
      organId: await organ(sample.kecheng, "committee"),
      name: "区消安办",
    });
    for (const verb of ["accept", "reject", "consult"])
      expect((await itself.post(`/assessment/appeal/${String(id)}/${verb}`, { accepted: 12, reply: "全部采纳" })).body.code).toMatch(
        /own_matter$/,
      );
    expect((await app.sql("select host from assessment.appeal where id = $1", [id]))[0]?.host).toBe(committee);
    // The same hydrant is not claimed twice.
    const again = { ...filed, claims: [{ what: "消火栓 905" }] };
    expect((await kecheng.post(`/assessment/entrants/${own}/appeals`, again)).body.code).toBe("assessment.claimed_before");
    const picked = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const decided = must(
      await office.post(`/assessment/appeal/${String(id)}/accept`, { accepted: 9, picked, reply: "采纳 9 具：照片拍摄于冻结以前" }),
    );
    expect(decided).toMatchObject({
      state: "accepted",
      accepted: 9,
      frozenPoints: expect.closeTo(10.288, 2),
      points: expect.closeTo(13.525, 2),
    });
    expect(list(decided.claims).filter(({ accepted }) => accepted)).toHaveLength(9);
  });

  it("is approved by somebody else, told to everybody, signed for; suggestions wait for a person", async () => {
    must(await move(office, year, "submit", { note: "申诉均已答复" }));
    expect((await move(office, year, "approve", { approvalNumber: "常务会议" })).status).toBe(403);
    const frozen = Number(rowOf(await boardOf(office, year, "frozen"), "柯城区").score);
    must(await move(mayor, year, "approve", { approvalNumber: "市政府第 5 次常务会议" }));
    const final = rowOf(await boardOf(office, year, "final"), "柯城区");
    expect(Number(final.score) - frozen).toBeCloseTo(((13.525 - 10.288) / 70) * 100, 1);
    expect(Number(rowOf(await boardOf(office, year, "frozen"), "柯城区").score)).toBe(frozen);
    await expect(app.sql("update assessment.entrant set final_score = 100 where id = $1", [own])).rejects.toThrow("approved");
    expect((await move(office, year, "close")).body.code).toBe("assessment.not_issued");

    const issued = must(await move(office, year, "issue"));
    expect(issued).toMatchObject({ circular: expect.stringMatching(/^衢消安考通〔2026〕第\d+号$/), issuedOn: "2026-01-01" });
    const [receipt] = list(must(await kecheng.get("/assessment/receipt")).rows);
    expect(receipt).toMatchObject({ number: issued.circular, readAt: null });
    expect(list(receipt?.standings)).toHaveLength(6);
    expect((await office.post(`/assessment/receipts/${String(receipt?.id)}/read`)).body.code).toBe("assessment.not_yours");
    must(await kecheng.post(`/assessment/receipts/${String(receipt?.id)}/read`));
    const circular = must(await office.get(`/assessment/years/${year}/circular`));
    expect(list(circular.receivers).filter(({ readAt }) => readAt)).toHaveLength(1);
    const failed = list(must(await office.get(`/assessment/years/${year}/suggestions`)).suggestions);
    expect(failed).toContainEqual(expect.objectContaining({ name: "常山县", kind: "interview", why: "failed" }));
    const extract = must(await office.post(`/assessment/entrants/${own}/extract`, { receiver: "市委组织部", person: "领导班子" }));
    expect(extract.number).toMatch(/^衢消安考抄〔2026〕/);
    const used = list(must(await office.get("/assessment/result-use")).rows).find(({ id }) => id === extract.use);
    expect(used).toMatchObject({ kind: "appraisal", receiver: "市委组织部", number: extract.number, doneOn: "2026-01-01" });
    must(await move(office, year, "close"));
    expect((await move(office, year, "issue")).status).toBe(409);
  });
});

describe("outcomes", () => {
  it("without people there is no rate, and whoever owes the count is named; with it the rate has its range", async () => {
    app.clock?.set("2026-01-05T01:00:00Z");
    const changshan = Number((await app.sql("select key from platform.area where name = '常山县'"))[0]?.key);
    const his = app.as("leader", { area: changshan, name: "常山县长" });
    const none = must(await his.get("/assessment/outcome?year=2025"));
    expect(list(none.figures).find(({ key }) => key === "deathRate")).toMatchObject({ value: null, low: null });
    expect(none.population).toBeNull();
    expect(list(must(await office.get("/assessment/outcome?year=2025")).owing)).toContainEqual({
      name: "常山县",
      what: "population",
      months: [],
    });
    const rate = list(must(await kecheng.get("/assessment/outcome?year=2025")).figures).find(({ key }) => key === "deathRate");
    expect(Number(rate?.value)).toBeCloseTo((5 / 480_000) * 100_000, 6);
    expect(Number(rate?.low)).toBeLessThan(Number(rate?.value));
    expect((await kecheng.get(`/assessment/outcome?year=2025&area=${sample.jiangshan}`)).status).toBe(404);
  });
  it("a newer count of people speaks from its year on, and of none older than three years", async () => {
    const area = Number((await app.sql("select key from platform.area where name = '龙游县'"))[0]?.key);
    must(await office.post("/assessment/population", { area, year: 2020, people: 100_000, source: "普查" }));
    must(await office.post("/assessment/population", { area, year: 2022, people: 110_000, source: "公报" }));
    const cells = await app.sql(
      "select month::text, num::int from platform.cell where measure = 'assessment.people' and area = $1 and month in ('2020-01-01', '2021-12-01', '2022-01-01', '2024-12-01', '2025-01-01') order by month",
      [area],
    );
    expect(cells).toEqual([
      { month: "2020-01-01", num: 100_000 },
      { month: "2021-12-01", num: 100_000 },
      { month: "2022-01-01", num: 110_000 },
      { month: "2024-12-01", num: 110_000 },
    ]);
  });
});

describe("supervision", () => {
  it("sends one numbered letter a government, tracks each reply, and marks the late once", async () => {
    app.clock?.set("2026-03-02T01:00:00Z");
    const target = await organ(sample.kecheng, "government");
    const { id: round } = must(
      await office.post("/assessment/round", {
        area: sample.city,
        name: "一季度督导",
        kind: "periodic",
        host: committee,
        from: "2026-02-20",
        until: "2026-02-25",
        team: "第一组",
      }),
    );
    const finding = (what: string) =>
      office.post("/assessment/finding", { area: sample.kecheng, round, kind: "register", what, target, foundOn: "2026-02-21" });
    must(await finding("清册漏登"));
    const second = must(await finding("记录缺照片"));
    const sent = must(await office.post(`/assessment/rounds/${String(round)}/feedback`, { target, replyBy: "2026-03-15" }));
    expect(sent).toMatchObject({ findings: 2, number: expect.stringMatching(/^衢消安督反〔2026〕/) });
    expect((await office.post(`/assessment/rounds/${String(round)}/feedback`, { target, replyBy: "2026-03-15" })).body.code).toBe(
      "assessment.nothing_to_send",
    );
    must(await kecheng.post(`/assessment/finding/${String(second.id)}/reply`, { done: "已补拍" }));
    const itself = app.as("committee-office", {
      area: sample.kecheng,
      organId: await organ(sample.kecheng, "committee"),
      name: "区消安办",
    });
    expect((await itself.post(`/assessment/finding/${String(second.id)}/accept`)).body.code).toBe("assessment.own_matter");
    must(await office.post(`/assessment/finding/${String(second.id)}/sendBack`, { replyBy: "2026-03-20", note: "照片不清" }));
    app.clock?.set("2026-03-25T01:00:00Z");
    expect(await asWorker(app.services.db, (tx) => markLate(tx, app.services))).toBe(2);
    expect(await asWorker(app.services.db, (tx) => markLate(tx, app.services))).toBe(0);
    expect((await jiangshan.post(`/assessment/finding/${String(second.id)}/reply`, { done: "x" })).status).toBe(404);
  });
});

describe("the freeze of a year", () => {
  it("comes without anybody being awake, once: not while the year runs, nor while December may still be reported", async () => {
    app.clock?.set("2026-04-01T01:00:00Z");
    const [scheme] = await app.sql("select id from assessment.scheme where state = 'inForce' and code = 'TEST-1'");
    const { id } = must(await office.post("/assessment/years", { scheme: scheme?.id, year: 2026, pledgeBy: "2026-04-20" }));
    const year = String(id);
    must(await move(office, year, "track", { note: "试行" }));
    must(await move(office, year, "draw", { sampleAsk: 1, sampleValue: "7", sampleSource: "骰子，公证处" }));
    const night = () => asWorker(app.services.db, (tx) => freezeDue(tx, app.services));
    app.clock?.set("2026-12-31T15:59:00Z");
    expect(await night()).toBe(0);
    app.clock?.set("2026-12-31T16:01:00Z");
    expect(await night()).toBe(0);
    app.clock?.set("2027-01-31T16:01:00Z");
    expect(await night()).toBe(1);
    expect(await night()).toBe(0);
    expect(await boardOf(office, year)).toMatchObject({ score: "frozen", year: { state: "frozen", frozenAt: "2027-01-31T16:01:00.000Z" } });
  });
});
