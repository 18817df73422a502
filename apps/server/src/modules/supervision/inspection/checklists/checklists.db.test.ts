/** Check lists over HTTP: the shipped ones by kind of unit, an office's own from a real uneven file to a version in force. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { aUnit } from "../scene.fixture.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
});
afterAll(() => app?.end());

type Body = Readonly<Record<string, unknown>>;

async function send(who: Caller, text: string, name = "自查指引.csv"): Promise<Body & { readonly status: number }> {
  const form = new FormData();
  form.append("file", new Blob([text]), name);
  const response = await who.fetch("/inspection/checklists/imports", { method: "POST", body: form });
  return { status: response.status, ...((await response.json()) as Body) };
}

const FILE = [
  "安全隐患自查指引（节选）,,,,",
  "编号,场所类别,主题,检查内容,消防",
  'S-1,小场所,（一）消防安全,"1、疏散通道无占用、堵塞、封闭等现象，安全出口不得上锁。",Y',
  "S-2,,,2、疏散通道、安全出口设置应急照明灯和疏散指示标志。,Y",
  "S-3,,（二）电气安全,,N",
  "S-4,,,1、配电箱应设置警示标志。,N",
  `S-5,,,${"长".repeat(231)},N`,
  "S-6,,（一）消防安全,1、疏散通道无占用、堵塞、封闭等现象，安全出口不得上锁。,Y",
  ",,,,",
].join("\r\n");

async function imported(who: Caller, more: object = {}): Promise<Body> {
  const sent = await send(who, FILE);
  const columns = (sent.columns as { readonly target: string | null }[]).map(({ target }) => target);
  const head = { title: "小场所自查指引", kinds: ["smallPlace"], purpose: "supervision", source: "本市指引" };
  return (await who.post(`/inspection/checklists/imports/${String(sent.importId)}/apply`, { columns, only: [], ...head, ...more })).body;
}

describe("the lists of a unit", () => {
  it("follow from its kind; a unit's own people see those it uses itself", async () => {
    const unit = await aUnit(app, { kind: "hotel" });
    const inspector = app.as("inspector", { area: sample.kecheng });
    const all = (await inspector.get(`/inspection/checklists/for-unit/${unit}`)).body.lists as Body[];
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["hotel", "self-monthly-crowded", "patrol-two-hourly", "patrol-daily", "patrol-night"]),
    );
    const own = (await app.as("unit-manager", { area: sample.kecheng, unitId: unit }).get(`/inspection/checklists/for-unit/${unit}`)).body
      .lists as Body[];
    expect(own.map(({ purpose }) => purpose)).not.toContain("supervision");
    expect(own.length).toBeGreaterThan(2);
  });
  it("are not shown to another unit's people", async () => {
    const [unit, other] = [await aUnit(app), await aUnit(app)];
    expect(
      (await app.as("unit-manager", { area: sample.kecheng, unitId: other }).get(`/inspection/checklists/for-unit/${unit}`)).status,
    ).toBe(404);
  });
});

describe("an office's own list", () => {
  it("comes in from an uneven file: columns guessed, sections filled down, troubles by row, the rest taken", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const sent = await send(who, FILE);
    expect(sent).toMatchObject({ status: 200, rows: 6 });
    const columns = (sent.columns as { readonly target: string | null }[]).map(({ target }) => target);
    expect(columns).toEqual(["id", "section", "section", "text", null]);
    const checked = (await who.post(`/inspection/checklists/imports/${String(sent.importId)}/check`, { columns, only: [] })).body;
    expect(checked).toMatchObject({ items: 4, blank: 0 });
    expect(checked.errors).toMatchObject([
      { row: 5, message: "没有检查内容" },
      { row: 8, message: "与第 3 行重复，未导入" },
    ]);
    expect(checked.notes).toMatchObject([{ row: 7, message: "较长（231 字），手机上分段显示" }]);
    const onlyFire = (
      await who.post(`/inspection/checklists/imports/${String(sent.importId)}/check`, { columns, only: [{ column: 4, values: ["Y"] }] })
    ).body;
    expect(onlyFire).toMatchObject({ items: 2, leftOut: 3 });
  });

  it("is a draft until put in force; then it takes the place of the shipped list in its area, and in no other", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const made = await imported(who);
    expect(made).toMatchObject({ version: 1, items: 4, errors: 2 });
    const unit = await aUnit(app, { kind: "smallPlace" });
    const current = async () =>
      ((await who.get(`/inspection/checklists/for-unit/${unit}?purpose=supervision`)).body.lists as Body[]).map(({ id }) => id);
    expect(await current()).toEqual(["small-shop"]);
    expect(
      (await who.post(`/inspection/checklists/drafts/${String(made.rowId)}/in-force`, { validFrom: "2026-03-18" })).body,
    ).toMatchObject({ state: "inForce" });
    expect(await current()).toEqual([made.id]);
    const lists = (await app.as("inspector", { area: sample.jiangshan }).get("/inspection/checklists")).body.lists as Body[];
    expect(lists.map(({ id }) => id)).not.toContain(made.id);
    // a street under the district uses it too, and so does the unit itself
    const seen = await app
      .as("unit-manager", { area: 330_802_001_001_000, unitId: unit })
      .get(`/inspection/checklists/${String(made.id)}/1`);
    expect((seen.body.list as Body).title).toBe("小场所自查指引");
    await who.post(`/inspection/checklists/drafts/${String(made.rowId)}/withdraw`);
    expect(await current()).toEqual(["small-shop"]);
  });

  it("in force is never changed again, not even past the routes; the next version is compared with it", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const made = await imported(who);
    const rowId = String(made.rowId);
    const path = `/inspection/checklists/drafts/${rowId}`;
    expect((await who.patch(`${path}/items/S-4`, { grade: "serious", ground: "本市指引 2.1" })).body).toMatchObject({ items: 4 });
    const more = { section: "自行加的", text: "楼梯间不堆放杂物" };
    const { body: added } = await who.post(`${path}/items`, more);
    expect(added).toMatchObject({ item: expect.stringMatching(/^X-\d{3}$/), items: 5 });
    const { items } = (await who.get(`/inspection/checklists/${String(made.id)}/1`)).body.list as { items: Body[] };
    expect(items.at(-1)).toMatchObject({ ...more, grade: "general", photo: "onFail", confidence: "unknown" });
    expect((await app.as("leader", { area: sample.kecheng }).post(`${path}/items`, more)).status).toBe(403);
    expect((await app.as("inspector", { area: sample.jiangshan }).post(`${path}/items`, more)).status).toBe(404);
    expect((await who.patch(`${path}/items/${String(added.item)}`, { removed: true })).body).toMatchObject({ items: 4 });
    await who.post(`${path}/in-force`, { validFrom: "2026-03-20" });
    expect((await who.post(`${path}/items`, more)).body.code).toBe("inspection.list_is_final");
    expect((await who.patch(`${path}/items/S-4`, { grade: "minor" })).body.code).toBe("inspection.list_is_final");
    await expect(app.sql("update inspection.check_item set grade = 'minor' where checklist = $1", [rowId])).rejects.toThrow("not changed");
    await expect(app.sql("update inspection.checklist set title = '另一张' where id = $1", [rowId])).rejects.toThrow("not changed");
    const next = await imported(who, { key: made.id });
    expect(next).toMatchObject({ id: made.id, version: 2 });
    await who.patch(`/inspection/checklists/drafts/${String(next.rowId)}/items/S-1`, { removed: true });
    const compared = (await who.get(`/inspection/checklists/${String(made.id)}/compare?from=1&to=2`)).body;
    expect(compared).toMatchObject({ same: 2, added: [], removed: [{ id: "S-1" }], changed: [{ id: "S-4", fields: ["ground", "grade"] }] });
  });

  it("in a version for a later day is not used before it", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const made = await imported(who);
    await who.post(`/inspection/checklists/drafts/${String(made.rowId)}/in-force`, { validFrom: "2026-03-18" });
    const next = await imported(who, { key: made.id });
    await who.post(`/inspection/checklists/drafts/${String(next.rowId)}/in-force`, { validFrom: "2026-06-01" });
    const used = async () => ((await who.get(`/inspection/checklists/${String(made.id)}/0`)).body.list as Body).version;
    expect(await used()).toBe(1);
    app.clock?.set("2026-06-01T06:30:20Z");
    expect(await used()).toBe(2);
    app.clock?.set("2026-03-18T06:30:20Z");
  });

  it("may begin as a copy of a shipped list", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const copied = await who.post("/inspection/checklists/copies", { id: "shop", version: 1, title: "柯城区商场检查表" });
    expect(copied.body).toMatchObject({ version: 1 });
    const list = (await who.get(`/inspection/checklists/${String(copied.body.id)}/1`)).body.list as Body & {
      readonly items: readonly Body[];
    };
    expect(list.items.length).toBeGreaterThan(40);
    expect(list.items[0]).toMatchObject({ id: "MG-01", confidence: "seen-full" });
  });

  it("is refused without a column of texts, to whom it is for, or when it is no table at all", async () => {
    const who = app.as("inspector", { area: sample.kecheng });
    const sent = await send(who, FILE);
    const path = `/inspection/checklists/imports/${String(sent.importId)}`;
    expect((await who.post(`${path}/check`, { columns: [null, "section"], only: [] })).body.code).toBe("inspection.no_text_column");
    const nobody = {
      columns: ["id", "section", "section", "text", null],
      only: [],
      title: "表一",
      kinds: [],
      purpose: "supervision",
      source: "本市",
    };
    expect((await who.post(`${path}/apply`, nobody)).body.code).toBe("inspection.list_for_nobody");
    expect((await send(who, "\u0000\u0001", "a.xlsx")).code).toBe("import.not_excel");
    expect((await send(who, "只有一行标题", "a.csv")).code).toBe("inspection.file_without_rows");
    expect((await app.as("street-clerk", { area: sample.kecheng }).post(`${path}/check`, { columns: ["text"], only: [] })).status).toBe(
      404,
    );
    expect(
      (await app.as("grid-member", { area: sample.kecheng }).post("/inspection/checklists/copies", { id: "shop", version: 1 })).status,
    ).toBe(403);
  });
});
