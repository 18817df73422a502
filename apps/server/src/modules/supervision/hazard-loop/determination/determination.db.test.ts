/** A determination as its people walk it: evidence, three who discuss, experts where asked, a leader who decides; and what never decides by itself. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { gradeHazard } from "./grade-hazard.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let village = 0;
let inspector: Caller;
let leader: Caller;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const [row] = await app.sql(
    "select v.key from platform.area v join platform.area t on t.key = v.parent where t.parent = $1 order by v.key limit 1",
    [sample.kecheng],
  );
  village = Number(row?.key);
  const [brigade] = await app.sql("select id from organizations.organ where area = $1 and kind = 'fire-brigade' limit 1", [sample.kecheng]);
  inspector = app.as("inspector", { area: sample.kecheng, organId: String(brigade?.id), name: "林晓东" });
  leader = app.as("leader", { area: sample.kecheng, name: "毛永强" });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
async function file(): Promise<string> {
  const [row] = await app.sql(
    "insert into platform.file (id, area, name, media_type, size_bytes, sha256) values (gen_random_uuid(), $1, '现场.jpg', 'image/jpeg', 10, sha256('x'::bytea)) returning id",
    [village],
  );
  return String(row?.id);
}
async function hazard(): Promise<string> {
  const name = `商场 ${randomUUID().slice(0, 6)}`;
  const unit = must(await inspector.post("/places/unit", { area: village, name, kind: "shop", address: "上街 88 号" })).id;
  return String(must(await inspector.post("/hazard-loop/hazards", { unit, placeWords: "3 层", what: "安全出口数量不足" })).id);
}
const oneExit = [{ clause: "6.5", way: 0, first: 1, second: 2 }];
const three = ["林晓东", "郑国庆", "吴志刚"].map((name) => ({ name, post: "监督员", opinion: "major", words: "同意" }));

async function draft(inspectedOn: string, more: Shown = {}): Promise<{ readonly id: string; readonly hazard: string }> {
  const of = await hazard();
  const { id } = must(await inspector.post("/hazard-loop/determinations", { hazard: of, inspectedOn }));
  must(
    await inspector.post(`/hazard-loop/determination/${String(id)}/save`, {
      tags: ["shop"],
      correctable: "no",
      elements: oneExit,
      ...more,
    }),
  );
  return { id: String(id), hazard: of };
}
const move = (who: Caller, id: string, name: string, given: Shown = {}) => who.post(`/hazard-loop/determination/${id}/${name}`, given);
async function discussed(inspectedOn: string, more: Shown = {}) {
  const made = await draft(inspectedOn, { papers: [await file()], ...more });
  must(await move(inspector, made.id, "discuss", { discussedOn: "2026-03-18", discussion: three }));
  return made;
}

describe("a determination", () => {
  it("of an inspection under the 2017 edition is laid out by the rules, decided by a leader, and makes the hazard major", async () => {
    const { id, hazard: of } = await discussed("2025-10-20");
    const reasons = must(await inspector.get(`/hazard-loop/determination/${id}/reasons`));
    expect(reasons).toMatchObject({ edition: "GB 35181-2017", verdict: "direct", words: "GB 35181-2017：直接判定 6.5", reference: null });
    expect((await move(inspector, id, "decideMajor", { decisionWords: "出口不足" })).status).toBe(403);
    expect(
      must(await move(leader, id, "decideMajor", { decisionWords: "出口不足，不能立即改正", temporaryMeasures: "停用 3 层" })),
    ).toMatchObject({
      state: "decided",
      decision: "major",
    });
    await deliver(app.services.db, gradeHazard, app.services, app.services.log);
    await deliver(app.services.db, gradeHazard, app.services, app.services.log);
    const { row } = must(await inspector.get(`/hazard-loop/hazard/${of}`)) as { row: Shown };
    expect(row).toMatchObject({
      grade: "major",
      majorWhy: "GB 35181-2017：直接判定 6.5",
      temporaryMeasures: "停用 3 层",
      majorDecidedOn: "2026-03-18",
    });
    must(
      await move(inspector, id, "serve", {
        noticeNumber: "柯消重字〔2026〕第 1 号",
        servedOn: "2026-03-18",
        servedTo: "王建军",
        rectifyBy: "2026-09-30",
      }),
    );
    expect(must(await move(inspector, id, "plan", { plan: "东侧加建楼梯", temporaryMeasures: "停用 3 层，专人值守" }))).toMatchObject({
      state: "handed",
    });
  });

  it("of an inspection since the 2025 edition is never decided by the rules: they say that the text is awaited, and show 2017 for reference", async () => {
    const { id } = await discussed("2026-03-17");
    const reasons = must(await inspector.get(`/hazard-loop/determination/${id}/reasons`)) as Shown & { reference: Shown };
    expect(reasons).toMatchObject({ edition: "GB 35181-2025", status: "awaiting_official_text", verdict: "prompt", judgement: null });
    expect(reasons.words).toContain("等待正式文本");
    expect(reasons.reference).toMatchObject({ edition: "GB 35181-2017", verdict: "direct" });
    expect(must(await move(leader, id, "decideNot", { decisionWords: "按现场情况，人工判定不构成" }))).toMatchObject({ state: "notMajor" });
  });

  it("is not discussed without evidence, nor by fewer than three, nor by one person twice", async () => {
    const { id } = await draft("2025-10-20");
    const discuss = (discussion: readonly Shown[], more: Shown = {}) =>
      move(inspector, id, "discuss", { discussedOn: "2026-03-18", discussion, ...more });
    expect((await discuss(three)).body.code).toBe("hazard-loop.evidence_first");
    const papers = [await file()];
    expect((await discuss(three.slice(0, 2), { papers })).body.code).toBe("hazard-loop.three_discuss");
    expect((await discuss([...three.slice(0, 2), ...three.slice(0, 1)], { papers })).body.code).toBe("hazard-loop.three_discuss");
    expect((await discuss(three, { papers })).status).toBe(200);
  });

  it("put before experts waits for seven of them and for two thirds, with ten working days more", async () => {
    const { id } = await discussed("2025-10-20");
    const before = must(await inspector.get(`/hazard-loop/determination/${id}`)) as { row: Shown };
    must(await move(inspector, id, "consult", { expertQuestion: "中庭疏散宽度如何计算" }));
    const after = must(await inspector.get(`/hazard-loop/determination/${id}`)) as { row: Shown };
    expect(String(before.row.decideBy)).toBe("2025-10-29");
    expect(String(after.row.decideBy)).toBe("2025-11-12");
    const panel = (major: number, not: number) =>
      [...Array(major + not)].map((_, i) => ({
        name: `专家${i + 1}`,
        field: "建筑防火",
        opinion: i < major ? "major" : "notMajor",
        words: "",
      }));
    expect((await move(inspector, id, "advise", { expertsOn: "2026-03-18", experts: panel(6, 0) })).body.code).toBe(
      "hazard-loop.seven_experts",
    );
    must(await move(inspector, id, "advise", { expertsOn: "2026-03-18", experts: panel(4, 3) }));
    expect((await move(leader, id, "decideMajor", { decisionWords: "构成" })).body.code).toBe("hazard-loop.experts_disagree");
    must(await move(inspector, id, "consult", { expertQuestion: "再次论证" }));
    must(await move(inspector, id, "advise", { expertsOn: "2026-03-18", experts: panel(5, 2) }));
    must(await move(inspector, id, "hear", { heardOn: "2026-03-18", hearing: [{ party: "商场", words: "请求分期", answer: "部分采纳" }] }));
    expect((await move(leader, id, "decideMajor", { decisionWords: "构成" })).status).toBe(200);
  });

  it("is not decided against confirmed rules: the matter goes back to the site first", async () => {
    const major = await discussed("2025-10-20");
    expect((await move(leader, major.id, "decideNot", { decisionWords: "不构成" })).body.code).toBe("hazard-loop.rules_say_major");
    const not = await discussed("2025-10-20", {
      elements: [
        { clause: "6.5", way: 0, first: 2, second: 2 },
        { clause: "6.5", way: 1, first: 4, second: 4 },
      ],
    });
    expect((await move(leader, not.id, "decideMajor", { decisionWords: "构成" })).body.code).toBe("hazard-loop.rules_say_not_major");
    expect((await move(inspector, not.id, "sendBack", { note: "复核宽度" })).status).toBe(200);
  });

  it("tells the form what the edition of the day is, and tries figures without keeping them", async () => {
    const rules = must(await inspector.get("/hazard-loop/determination-rules")) as Shown & { inForce: Shown; elements: readonly Shown[] };
    expect(rules.inForce).toMatchObject({ edition: "GB 35181-2025", status: "awaiting_official_text" });
    expect(rules.elements).toHaveLength(49);
    const tried = must(
      await inspector.post("/hazard-loop/determination-check", {
        inspectedOn: "2025-10-20",
        tags: ["shop"],
        correctable: "no",
        elements: oneExit,
      }),
    );
    expect(tried).toMatchObject({ verdict: "direct" });
  });

  it("is kept from the second of two who edit it at once: he is told what changed and by whom, and what he did not touch is no matter", async () => {
    const { id } = await draft("2025-10-20");
    const path = `/hazard-loop/determination/${id}`;
    const { row } = must(await inspector.get(path)) as { row: Shown };
    const colleague = app.as("inspector", { area: sample.kecheng, name: "何伟" });
    must(await move(inspector, id, "save", { remark: "东侧楼梯已封", version: row.version }));
    const late = await move(colleague, id, "save", { remark: "楼梯畅通", correctable: "yes", version: row.version });
    expect(late).toMatchObject({ status: 409, body: { code: "case.changed_meanwhile", params: { by: "他人", fields: "现场情况" } } });
    expect(late.body.message).toContain("现场情况");
    expect(must(await move(colleague, id, "save", { correctable: "unknown", version: row.version }))).toMatchObject({
      remark: "东侧楼梯已封",
    });
    expect(must(await move(colleague, id, "save", { remark: "手机离线时所记" }))).toMatchObject({ remark: "手机离线时所记" });
  });

  it("inspected on another day is to be decided by another day, with what experts were given on top", async () => {
    const { id } = await draft("2025-10-20", { papers: [await file()] });
    expect(must(await move(inspector, id, "save", { inspectedOn: "2025-10-27" }))).toMatchObject({
      decideBy: "2025-11-05",
      dueAt: "2025-11-05T15:59:59.999Z",
    });
    must(await move(inspector, id, "discuss", { discussedOn: "2026-03-18", discussion: three }));
    must(await move(inspector, id, "consult", { expertQuestion: "中庭疏散宽度如何计算" }));
    const panel = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: `专家${n}`, field: "建筑防火", opinion: "major", words: "" }));
    must(await move(inspector, id, "advise", { expertsOn: "2026-03-18", experts: panel }));
    must(await move(inspector, id, "sendBack", { note: "检查日期有误" }));
    expect(must(await move(inspector, id, "save", { inspectedOn: "2025-10-20" }))).toMatchObject({ decideBy: "2025-11-12" });
  });

  it("is one for a hazard while it is open, and none for a hazard in another county", async () => {
    const { id, hazard: of } = await draft("2025-10-20");
    expect(must(await inspector.post("/hazard-loop/determinations", { hazard: of, inspectedOn: "2025-10-21" }))).toMatchObject({
      id,
      isNew: false,
    });
    const other = app.as("inspector", { area: sample.jiangshan });
    expect((await other.post("/hazard-loop/determinations", { hazard: of, inspectedOn: "2025-10-21" })).status).toBe(422);
    expect((await other.get(`/hazard-loop/determination/${id}/reasons`)).status).toBe(404);
  });
});
