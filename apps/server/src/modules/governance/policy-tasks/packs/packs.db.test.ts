/** Packs over HTTP: from an empty page to in force with four eyes, versions that follow one another, what may not be changed, who sees what. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { scopeOf } from "#platform/actor.ts";
import { asWorker, inScope } from "#platform/db.ts";
import { calendarDate } from "#platform/values.ts";
import { freezeYear, packsInForce } from "./store.ts";

type Body = Readonly<Record<string, unknown>>;
let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const page = readFileSync(join(import.meta.dirname, "../../../../../../../docs/how-to/add-a-policy.md"), "utf8");
const SQ = /```yaml file=SQ\.yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
/** The page's pack under other letters, so that tests do not meet. */
const packOf = (letters: string): string => SQ.replaceAll("SQ", letters);

const office = (name = "陈雪芳", area = sample.city): Caller => app.as("committee-office", { area, name });
const leader = (): Caller => app.as("leader", { name: "毛永强" });

async function draft(who: Caller, source: string, area?: number): Promise<string> {
  const made = await who.post("/policy-tasks/versions", { basis: "new", source, ...(area === undefined ? {} : { area }) });
  expect(made).toMatchObject({ status: 200 });
  return String(made.body.id);
}

async function inForce(source: string, from: string, who = office(), other = leader()): Promise<string> {
  const id = await draft(who, source);
  await who.post(`/policy-tasks/versions/${id}/submit`, {});
  await other.post(`/policy-tasks/versions/${id}/approve`, {});
  expect(await who.post(`/policy-tasks/versions/${id}/in-force`, { from })).toMatchObject({ status: 200 });
  return id;
}

const bound = async (on: string): Promise<readonly string[]> =>
  (await asWorker(app.services.db, (tx) => packsInForce(tx, app.services, { on: calendarDate.parse(on) }))).map(
    ({ pack, version }) => `${pack.pack} ${version}`,
  );

describe("a new pack", () => {
  it("is kept with its errors, submitted without any, approved by another person, and then binds from its day", async () => {
    // given
    const [writer, other] = [office("写的人"), leader()];
    const id = await draft(writer, packOf("AA").replace("unit: 次\n        warn", "unit: 起\n        warn"));
    // when
    const shown = await writer.get(`/policy-tasks/versions/${id}`);
    const early = await writer.post(`/policy-tasks/versions/${id}/submit`, {});
    const mended = await writer.patch(`/policy-tasks/versions/${id}`, { source: packOf("AA"), revision: 1 });
    const submitted = await writer.post(`/policy-tasks/versions/${id}/submit`, { note: "按新文件编写" });
    const late = await writer.patch(`/policy-tasks/versions/${id}`, { source: packOf("AA"), revision: 2 });
    const own = await writer.post(`/policy-tasks/versions/${id}/approve`, {});
    const soon = await writer.post(`/policy-tasks/versions/${id}/in-force`, { from: "2026-04-01" });
    const approved = await other.post(`/policy-tasks/versions/${id}/approve`, {});
    const forced = await writer.post(`/policy-tasks/versions/${id}/in-force`, { from: "2026-04-01" });
    // then
    expect(shown.body).toMatchObject({
      version: { state: "draft", errors: 1, number: 1 },
      trial: { errors: 1, problems: [{ line: packOf("AA").split("\n").indexOf("        unit: 次") + 1, severity: "error" }] },
    });
    expect(String((shown.body as { trial: { problems: { message: string }[] } }).trial.problems[0]?.message)).toContain("次");
    expect(early).toMatchObject({ status: 409, body: { code: "packs.has_errors", message: "还有 1 处错误，改好才能送审" } });
    expect(mended.body).toMatchObject({
      revision: 2,
      trial: { errors: 0, sum: { clauses: 7, duties: 10, byLevel: { county: 30, town: 500 } } },
    });
    expect(submitted.body).toMatchObject({ state: "checked", checkedByName: "写的人" });
    expect(late).toMatchObject({ status: 409, body: { code: "packs.wrong_state" } });
    expect(own).toMatchObject({ status: 409, body: { code: "packs.own_work" } });
    expect(soon).toMatchObject({ status: 409, body: { code: "packs.wrong_state", message: "“待批准”的版本不能这样办" } });
    expect(approved.body).toMatchObject({ state: "approved", approvedByName: "毛永强" });
    expect(forced.body).toMatchObject({ state: "inForce", fromOn: "2026-04-01", toOn: "2027-12-31" });
    expect(await bound("2026-03-31")).not.toContain("AA 1");
    expect(await bound("2026-04-01")).toContain("AA 1");
    expect(await bound("2028-01-01")).not.toContain("AA 1");
  });

  it("is not overwritten by one who opened it before another saved", async () => {
    const id = await draft(office("甲"), packOf("AB"));
    await office("乙").patch(`/policy-tasks/versions/${id}`, { source: packOf("AB"), revision: 1 });
    const answer = await office("甲").patch(`/policy-tasks/versions/${id}`, { source: packOf("AB"), revision: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: "packs.changed_by_other", message: expect.stringContaining("乙") } });
  });

  it("may be returned with a reason, and is a draft again", async () => {
    const writer = office();
    const id = await draft(writer, packOf("AC"));
    await writer.post(`/policy-tasks/versions/${id}/submit`, {});
    expect((await leader().post(`/policy-tasks/versions/${id}/return`, { note: "目标与原文不符" })).body).toMatchObject({
      state: "draft",
      note: "目标与原文不符",
      checkedByName: null,
    });
  });

  it("keeps a draft whose text does not even read, and answers a trial of any text", async () => {
    const writer = office();
    const id = await draft(writer, packOf("AD"));
    const broken = await writer.patch(`/policy-tasks/versions/${id}`, { source: "pack: [", revision: 1 });
    expect(broken.body).toMatchObject({ revision: 2, trial: { errors: expect.any(Number), sum: null, owed: [] } });
    expect((await writer.get(`/policy-tasks/versions/${id}`)).body).toMatchObject({
      version: { pack: "AD", state: "draft" },
      source: "pack: [",
    });
    expect((await writer.post("/policy-tasks/check", { source: "" })).status).toBe(200);
    expect(await writer.post("/policy-tasks/versions", { basis: "new", source: "a: 1" })).toMatchObject({
      status: 422,
      body: { code: "packs.no_such_pack" },
    });
  });
});

describe("the next version", () => {
  it("is shown clause by clause beside the one in force, with what it does, and ends the other the day before", async () => {
    // given
    const first = await inForce(packOf("BA"), "2026-02-01");
    const writer = office("写的人");
    const next = String((await writer.post("/policy-tasks/versions", { basis: "version", version: first })).body.id);
    const source = packOf("BA")
      .replace("{ by: 2026-12-31, target: 80 }", "{ by: 2026-12-31, target: 80.5 }")
      .replace(
        "lead: [agriculture@county]\n    support: [town]\n    duties:\n      - key: a                       # “每个村都有”：乡镇应尽，数村\n        text: 有消防点的行政村占比\n        who: town",
        "lead: [agriculture@county]\n    support: [town]\n    duties:\n      - key: a\n        text: 有消防点的行政村占比\n        who: [town, agriculture@county]",
      );
    await writer.patch(`/policy-tasks/versions/${next}`, { source, revision: 1 });
    // when
    const diff = (await writer.get(`/policy-tasks/versions/${next}/diff`)).body;
    const effect = (await writer.get(`/policy-tasks/versions/${next}/effect?on=2026-07-01`)).body;
    const sameDay = (await writer.get(`/policy-tasks/versions/${next}/effect?on=2026-02-01`)).body;
    await writer.post(`/policy-tasks/versions/${next}/submit`, {});
    await leader().post(`/policy-tasks/versions/${next}/approve`, {});
    await writer.post(`/policy-tasks/versions/${next}/in-force`, { from: "2026-07-01" });
    // then
    expect(diff).toMatchObject({ against: { number: 1 }, same: 5 });
    expect((diff.clauses as Body[]).map(({ id, kind }) => `${id} ${kind}`)).toEqual(["BA-2.2 changed", "BA-3.1 changed"]);
    expect(JSON.stringify(diff.clauses)).toContain("80.5");
    const changes = (diff.clauses as { changes: { label: string; before: string; after: string }[] }[]).flatMap((each) => each.changes);
    expect(changes.map(({ label, before, after }) => `${label} ${before} → ${after}`)).toEqual([
      "事项 a 的谁应尽 乡镇街道人民政府 → 乡镇街道人民政府、县级农业农村",
      "事项 a 的期限 2026-12-31 前达到 80、2027-12-31 前达到 100 → 2026-12-31 前达到 80.5、2027-12-31 前达到 100",
    ]);
    expect(JSON.stringify(diff)).not.toMatch(/\{\\"|"kind":"measure"/);
    expect(effect).toMatchObject({ refused: null, against: { number: 1, until: "2026-06-30" }, gainingCount: 6, losing: 0 });
    expect((effect.duties as Body[]).map(({ id, kind }) => `${id} ${kind}`)).toEqual(["BA-2.2/a changed", "BA-3.1/a changed"]);
    expect((effect.gaining as Body[])[0]).toMatchObject({ name: expect.stringContaining("农业农村局"), duties: 1 });
    expect(sameDay.refused).toContain("第 1 版已定于 2026-02-01 生效");
    expect((await writer.get(`/policy-tasks/versions/${first}`)).body).toMatchObject({
      version: { state: "superseded", toOn: "2026-06-30" },
    });
    expect([await bound("2026-06-30"), await bound("2026-07-01")].map((all) => all.filter((each) => each.startsWith("BA")))).toEqual([
      ["BA 1"],
      ["BA 2"],
    ]);
  });

  it("is refused in a year whose assessment is frozen, with the first day there is; what bound then does not change", async () => {
    // given
    const first = await inForce(packOf("BB"), "2026-02-01");
    await asWorker(app.services.db, (tx) => freezeYear(tx, { area: sample.jiangshan, year: 2025, why: "2025 年度考核", by: null }));
    const writer = office();
    const id = await draft(writer, packOf("BC").replace("from: 2026-02-01", "from: 2025-02-01"));
    await writer.post(`/policy-tasks/versions/${id}/submit`, {});
    await leader().post(`/policy-tasks/versions/${id}/approve`, {});
    // when
    const effect = await writer.get(`/policy-tasks/versions/${id}/effect?on=2025-06-01`);
    const forced = await writer.post(`/policy-tasks/versions/${id}/in-force`, { from: "2025-06-01" });
    const ended = await writer.post(`/policy-tasks/versions/${first}/withdraw`, { note: "文件废止", until: "2025-12-31" });
    // then
    const sentence = "2025 年考核已经冻结，2025 年的应尽事项不能再变；最早从 2026-01-01 起";
    expect(effect.body).toMatchObject({ refused: sentence });
    expect(forced).toMatchObject({ status: 409, body: { code: "packs.frozen_year", message: sentence } });
    expect(ended).toMatchObject({ status: 409, body: { code: "packs.frozen_year" } });
    expect(await writer.post(`/policy-tasks/versions/${id}/in-force`, { from: "2026-01-01" })).toMatchObject({ status: 200 });
  });

  it("ends when withdrawn, and what was owed before stays", async () => {
    const id = await inForce(packOf("BD"), "2026-02-01");
    expect((await office().post(`/policy-tasks/versions/${id}/withdraw`, { note: "文件废止", until: "2026-05-31" })).body).toMatchObject({
      state: "withdrawn",
      toOn: "2026-05-31",
    });
    expect([await bound("2026-05-31"), await bound("2026-06-01")].map((all) => all.includes("BD 1"))).toEqual([true, false]);
  });
});

describe("a version whose day is set and has not come", () => {
  it("is called off: its days are cleared, and the one it was to replace goes on", async () => {
    const first = await inForce(packOf("FA"), "2026-02-01");
    const writer = office();
    const next = String((await writer.post("/policy-tasks/versions", { basis: "version", version: first })).body.id);
    await writer.post(`/policy-tasks/versions/${next}/submit`, {});
    await leader().post(`/policy-tasks/versions/${next}/approve`, {});
    await writer.post(`/policy-tasks/versions/${next}/in-force`, { from: "2026-07-01" });
    // when
    const off = await writer.post(`/policy-tasks/versions/${next}/withdraw`, { note: "文件缓发" });
    // then
    expect(off).toMatchObject({ status: 200, body: { state: "withdrawn", fromOn: null, toOn: null } });
    expect((await writer.get(`/policy-tasks/versions/${first}`)).body).toMatchObject({ version: { state: "inForce", toOn: "2027-12-31" } });
    expect((await bound("2026-07-01")).filter((each) => each.startsWith("FA"))).toEqual(["FA 1"]);
    const third = String((await writer.post("/policy-tasks/versions", { basis: "version", version: next })).body.id);
    await writer.post(`/policy-tasks/versions/${third}/submit`, {});
    await leader().post(`/policy-tasks/versions/${third}/approve`, {});
    expect(await writer.post(`/policy-tasks/versions/${third}/in-force`, { from: "2026-07-01" })).toMatchObject({ status: 200 });
  });

  it("is not stretched past its own end", async () => {
    const id = await inForce(packOf("FB"), "2026-02-01");
    expect(await office().post(`/policy-tasks/versions/${id}/withdraw`, { note: "写错了", until: "2028-06-30" })).toMatchObject({
      status: 409,
      body: { code: "packs.ends_after_end", message: expect.stringContaining("2027-12-31") },
    });
  });
});

describe("who sees and may do what", () => {
  it("what binds is known below, a draft is not; only its own area changes it", async () => {
    const drafted = await draft(office(), packOf("CA"));
    const binding = await inForce(packOf("CB"), "2026-02-01");
    const county = office("区里", sample.kecheng);
    const seen = ((await county.get("/policy-tasks/packs")).body.versions as Body[]).map(({ id }) => id);
    expect(seen).toContain(binding);
    expect(seen).not.toContain(drafted);
    expect((await county.get(`/policy-tasks/versions/${drafted}`)).status).toBe(404);
    expect((await county.patch(`/policy-tasks/versions/${drafted}`, { source: packOf("CA"), revision: 1 })).status).toBe(404);
    expect((await county.post(`/policy-tasks/versions/${binding}/withdraw`, { note: "不要了" })).status).toBe(404);
    expect((await county.post("/policy-tasks/versions", { basis: "new", source: packOf("CC"), area: sample.city })).status).toBe(403);
    expect((await county.post("/policy-tasks/check", { source: packOf("CC"), area: sample.jiangshan })).status).toBe(403);
  });

  it("a county cannot lay over itself what its city has put in force", async () => {
    await inForce(packOf("CD"), "2026-02-01");
    const county = office("区里", sample.kecheng);
    const id = await draft(county, packOf("CD"));
    await county.post(`/policy-tasks/versions/${id}/submit`, {});
    await office("区里另一人", sample.kecheng).post(`/policy-tasks/versions/${id}/approve`, {});
    expect(await county.post(`/policy-tasks/versions/${id}/in-force`, { from: "2026-05-01" })).toMatchObject({
      status: 409,
      body: { code: "packs.bound_elsewhere", message: expect.stringContaining("衢州市") },
    });
  });

  it("who only reads may not write, and a unit's people see nothing of it", async () => {
    const id = await inForce(packOf("CE"), "2026-02-01");
    const reader = app.as("readonly");
    expect((await reader.get(`/policy-tasks/versions/${id}`)).body).toMatchObject({ may: { write: false, approve: false } });
    expect((await reader.post("/policy-tasks/versions", { basis: "version", version: id })).status).toBe(403);
    const unit = app.as("unit-manager", { area: sample.kecheng, unitId: "01997c2e-8f00-7000-8000-00000000000a" });
    expect((await unit.get("/policy-tasks/packs")).status).toBe(403);
    const seen = await inScope(app.services.db, scopeOf(unit.actor), (tx) =>
      packsInForce(tx, app.services, { on: calendarDate.parse("2026-06-01") }),
    );
    expect(seen).toEqual([]);
  });
});

describe("the document itself", () => {
  it("stands beside our words by the place a clause comes from, and a copied sentence is refused", async () => {
    const writer = office();
    const id = await draft(writer, packOf("DA"));
    const text =
      "石桥市基层消防力量建设方案\n一、压实责任\n（一）政府研究。县级人民政府每季度至少召开一次会议专题研究消防安全工作。\n（二）其他。\n二、建强力量\n（一）站点。";
    expect((await writer.post(`/policy-tasks/versions/${id}/document`, { text })).body).toMatchObject({ letters: text.length });
    expect((await writer.get(`/policy-tasks/versions/${id}/words?section=${encodeURIComponent("一（一）")}`)).body).toMatchObject({
      words: ["（一）政府研究。县级人民政府每季度至少召开一次会议专题研究消防安全工作。"],
    });
    expect((await writer.get(`/policy-tasks/versions/${id}/words?section=${encodeURIComponent("九（一）")}`)).body).toMatchObject({
      words: [],
    });
    const copied = packOf("DA").replace(
      "says: 县级政府每个季度专门议一次消防，留下纪要。",
      "says: 县级政府每季度至少召开一次会议专题研究消防安全工作。",
    );
    const saved = await writer.patch(`/policy-tasks/versions/${id}`, { source: copied, revision: 1 });
    expect(saved.body).toMatchObject({
      trial: {
        errors: 1,
        problems: [{ code: "packs.copied", message: expect.stringContaining("每季度至少召开一次会议专题研究消防安全工作") }],
      },
    });
  });
});

describe("words copied from the document", () => {
  const text = "一、压实责任\n（一）政府研究。县级人民政府每季度至少召开一次会议专题研究消防安全工作。";
  const copied = (letters: string) =>
    packOf(letters).replace(
      "says: 县级政府每个季度专门议一次消防，留下纪要。",
      "says: 县级政府每季度至少召开一次会议专题研究消防安全工作。",
    );

  it("are found when the document comes after them, and the draft is not submitted", async () => {
    const writer = office();
    const id = await draft(writer, copied("DB"));
    await writer.post(`/policy-tasks/versions/${id}/document`, { text });
    expect((await writer.get(`/policy-tasks/versions/${id}`)).body).toMatchObject({ version: { errors: 1 } });
    expect(await writer.post(`/policy-tasks/versions/${id}/submit`, {})).toMatchObject({ status: 409, body: { code: "packs.has_errors" } });
  });

  it("are looked for on submitting, whatever was found before", async () => {
    const writer = office();
    const id = await draft(writer, copied("DC"));
    await app.sql("update policy_tasks.pack_version set document_text = $2 where id = $1", [id, text]);
    expect(await writer.post(`/policy-tasks/versions/${id}/submit`, {})).toMatchObject({ status: 409, body: { code: "packs.has_errors" } });
  });

  it("are still at hand once a PDF is attached: nothing is read of it, and what was pasted stays", async () => {
    const writer = office();
    const id = await draft(writer, packOf("DD"));
    await writer.post(`/policy-tasks/versions/${id}/document`, { text });
    const form = new FormData();
    form.append("file", new Blob(["%PDF-1.4\n%%EOF\n"], { type: "application/pdf" }), "意见.pdf");
    const kept = (await (await writer.fetch("/files", { method: "POST", body: form })).json()) as { id: string };
    expect((await writer.post(`/policy-tasks/versions/${id}/document`, { file: kept.id })).body).toMatchObject({
      name: "意见.pdf",
      letters: text.length,
    });
    expect((await writer.get(`/policy-tasks/versions/${id}/words?section=${encodeURIComponent("一（一）")}`)).body).toMatchObject({
      words: [expect.stringContaining("政府研究")],
    });
  });
});

describe("an area that was merged in the middle of a year", () => {
  it("counts as what it became from that day, and the pack says so", async () => {
    const old = 330_899_000_000_000;
    await app.sql(
      "insert into platform.area (key, level, parent, code, name, full_name, valid_to) values ($1, 'county', $2, '330899', '旧区', '衢州市旧区', '2026-06-30')",
      [old, sample.city],
    );
    await app.sql("insert into platform.area_change values ($1, $2, '2026-07-01', 'merge')", [old, sample.kecheng]);
    const source = packOf("EA").replace(
      "        who: { level: county, organ: government }\n        counts: own\n        awaits",
      '        who: { level: county, organ: government, areas: ["330899"] }\n        counts: own\n        awaits',
    );
    const before = (await office().post("/policy-tasks/check", { source, on: "2026-06-30" })).body;
    const after = (await office().post("/policy-tasks/check", { source, on: "2026-07-01" })).body;
    expect(before).toMatchObject({ errors: 1, problems: [{ code: "packs.nobody" }] });
    expect(after).toMatchObject({
      errors: 0,
      problems: [{ severity: "warning", message: expect.stringContaining("旧区已并入或更名为柯城区") }],
    });
    expect((after.owed as Body[])[0]).toMatchObject({ duty: "EA-1.1/a", names: ["柯城区人民政府"], organs: 1 });
  });
});
