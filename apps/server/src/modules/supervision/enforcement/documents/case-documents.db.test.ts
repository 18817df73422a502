/** Documents drawn up from a hazard, a seal, a stop order and a cut-off; and which moves a draft shows open. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { aHazard, aScene, aUnit, type Scene } from "../scene.fixture.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let scene: Scene;
let unit = "";
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  scene = await aScene(app, "柯文消");
  unit = await aUnit(app);
});
afterAll(() => app.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const draft = async (path: string, kind: string): Promise<Shown> => {
  const { documentId } = must(await scene.inspector.post(`${path}/documents`, { kind }));
  const { row } = must(await scene.inspector.get(`/enforcement/document/${String(documentId)}`)) as { row: Shown };
  const content = row.content as readonly { field: string; value: string }[];
  return { ...row, values: Object.fromEntries(content.map(({ field, value }) => [field, value])) };
};
const offered = async (path: string, who = scene.inspector) =>
  (must(await who.get(`${path}/documents`)).offered as readonly Shown[]).map(({ kind }) => kind);

describe("a hazard", () => {
  it("gives its order to rectify in time everything that order needs, so that it can be approved, issued and served", async () => {
    const hazard = await aHazard(app, unit, "2026-03-31");
    const path = `/enforcement/hazard/${hazard}`;
    expect(await offered(path)).toEqual(["correct-in-time", "correct-at-once"]);
    const made = await draft(path, "correct-in-time");
    expect(made).toMatchObject({ party: "东风商厦", unit, checkedOn: "2026-02-01" });
    expect(made.values).toMatchObject({ officers: "林晓东", dueOn: "2026-03-31", findings: expect.stringContaining("疏散通道堆物") });
    const move = (who: typeof scene.inspector, key: string, given: Shown = {}) =>
      who.post(`/enforcement/document/${String(made.id)}/${key}`, given);
    const next = async () => {
      const { can, cannot } = must(await scene.inspector.get(`/enforcement/document/${String(made.id)}/next`));
      const names = (moves: unknown) => (moves as readonly Shown[]).map((each) => each.move);
      return { can: names(can), cannot: names(cannot) };
    };
    expect(await next()).toEqual({ can: ["submit", "void"], cannot: ["issue"] });
    must(await move(scene.inspector, "submit"));
    expect(await next()).toMatchObject({ cannot: ["check"] });
    must(await move(scene.leader, "approve"));
    must(await move(scene.inspector, "issue"));
    must(await move(scene.inspector, "serve", { servedOn: "2026-03-18", serveMethod: "direct", receiver: "王建军" }));
    expect(must(await scene.inspector.get(`${path}/documents`)).documents).toMatchObject([
      { title: "责令限期改正通知书", state: "served", number: expect.stringContaining("柯文消限改") },
    ]);
  });

  it("one that needs no approval shows 签发, and 提交审批 closed with the reason", async () => {
    const made = await draft(`/enforcement/hazard/${await aHazard(app, unit, "2026-03-31", "minor")}`, "correct-at-once");
    const { can, cannot } = must(await scene.inspector.get(`/enforcement/document/${String(made.id)}/next`));
    expect((can as readonly Shown[]).map((each) => each.move)).toEqual(["issue", "void"]);
    expect(cannot).toMatchObject([{ move: "submit", message: "这种文书不需审批，请直接签发" }]);
  });

  it("of another district is not there, one that is closed is offered nothing, and who may not draft is offered nothing", async () => {
    const hazard = await aHazard(app, unit, "2026-03-31");
    const path = `/enforcement/hazard/${hazard}`;
    const elsewhere = app.as("inspector", { area: sample.jiangshan });
    expect((await elsewhere.get(`${path}/documents`)).status).toBe(404);
    expect((await elsewhere.post(`${path}/documents`, { kind: "correct-in-time" })).status).toBe(404);
    expect(await offered(path, scene.leader)).toEqual([]);
    await app.sql("update hazard_loop.hazard set state = 'closed', closed_at = now() where id = $1", [hazard]);
    expect(await offered(path)).toEqual([]);
    expect((await scene.inspector.post(`${path}/documents`, { kind: "correct-in-time" })).body.code).toBe("enforcement.document_not_now");
  });
});

describe("measures that close a place", () => {
  it("draw up their documents with what their case knows", async () => {
    const [officerOne, officerTwo] = scene.officers;
    const hazard = await aHazard(app, unit, "2026-03-01");
    const seal = must(
      await scene.inspector.post("/enforcement/seal", {
        unit,
        placeWords: "地下一层",
        circumstance: "exits",
        facts: "安全出口封堵",
        checkedOn: "2026-03-17",
        officerOne,
        officerTwo,
      }),
    );
    expect((await draft(`/enforcement/seal/${String(seal.id)}`, "seal")).values).toMatchObject({
      checkedOn: "2026-03-17",
      place: "地下一层",
      circumstance: "安全出口封堵",
    });
    const order = must(
      await scene.inspector.post("/enforcement/stop-order", {
        unit,
        kind: "use",
        scope: "三层营业区",
        basis: "《消防法》第七十条",
        facts: "未经检查合格即营业",
      }),
    );
    expect((await draft(`/enforcement/stop-order/${String(order.id)}`, "stop-use")).values).toMatchObject({
      conduct: "未经检查合格即营业",
      article: "《消防法》第七十条",
      scope: "三层营业区",
    });
    const cut = must(
      await scene.inspector.post("/enforcement/utility-cut", {
        unit,
        utility: "power",
        hazard,
        basis: "《浙江省消防条例》",
        why: "逾期不改",
        residents: false,
      }),
    );
    const path = `/enforcement/utility-cut/${String(cut.id)}`;
    expect(await offered(path)).toEqual([]);
    must(await scene.leader.post(`${path}/approve`, { approvedBy: "柯城区人民政府", approvalNumber: "柯政〔2026〕5 号" }));
    expect((await draft(path, "utility-notice")).values).toMatchObject({
      utility: "供电",
      approval: "柯城区人民政府 柯政〔2026〕5 号",
      basis: "《浙江省消防条例》",
    });
  });
});
