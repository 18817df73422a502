/** What phones send, through the door: nothing lost, nothing doubled, and each refusal in words. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";
import { answered, begun, finished, type Piece, send, signed } from "./field.fixture.ts";

let app: App;
let organ = "";
let items: readonly string[] = [];
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T07:30:00Z" });
  const [found] = await app.sql("select id from organizations.organ where area = $1 and kind = 'fire-brigade' limit 1", [sample.kecheng]);
  organ = String(found?.id);
  await aUnit(app);
  const day = (await inspector().get("/inspection/field/day")).body as {
    lists: readonly { id: string; version: number; items: readonly { id: string }[] }[];
  };
  items = (day.lists.find(({ id }) => id === "shop")?.items ?? []).map(({ id }) => id);
});
afterAll(() => app?.end());

const inspector = (name = "林晓东"): Caller => app.as("inspector", { area: sample.kecheng, organId: organ, name });
const item = (n: number): string => items[n] ?? `no item ${n}`;

/** What the server holds of a visit. */
async function held(visit: string) {
  const [row] = await app.sql(
    "select count(*)::int as n, max(result) as result, max(answered)::int as answered, max(failed)::int as failed from inspection.visit where id = $1",
    [visit],
  );
  const answers = await app.sql("select item, outcome, note from inspection.visit_item where visit = $1 order by item", [visit]);
  const hazards = await app.sql("select id, repeats from hazard_loop.hazard where origin_id = $1 order by id", [visit]);
  const signatures = await app.sql("select side from inspection.visit_signature where visit = $1 order by side", [visit]);
  return { ...row, answers, hazards, signatures: signatures.map(({ side }) => side) };
}

describe("a visit from a phone", () => {
  it("arrives whole: answers, hazards under the phone's ids, signatures, result", async () => {
    const unit = await aUnit(app);
    const who = inspector();
    const start = begun(unit, { point: { lon: 118.87, lat: 28.97, accuracyM: 8 } });
    const fail = answered(start.visit, item(1), "fail", 3, {
      note: "东侧出口用链锁锁闭",
      place: "3 层东侧",
      remedy: "deadline",
      dueOn: "2026-03-21",
    });
    const { receipts, visits } = await send(who, [
      start,
      answered(start.visit, item(0), "pass", 2),
      fail,
      signed(start.visit, "inspector"),
      signed(start.visit, "unit"),
      finished(start.visit),
    ]);
    expect(receipts.map(({ result }) => result)).toEqual(Array(6).fill("accepted"));
    expect(receipts.every(({ receipt }) => /^[0-9A-F]{8}$/.test(receipt ?? ""))).toBe(true);
    expect(visits).toMatchObject([{ id: start.visit, newer: null, hazards: 1, conflict: null }]);
    expect(await held(start.visit)).toMatchObject({
      n: 1,
      result: "problems",
      answered: 2,
      failed: 1,
      hazards: [{ id: fail.hazard }],
      signatures: ["inspector", "unit"],
    });
    const { body } = await who.get(`/inspection/visits/${start.visit}/record`);
    expect(body).toMatchObject({ unitName: "东风商厦", present: "朱勇", result: "problems" });
    expect((body.signatures as { strokes: number[][] }[]).map(({ strokes }) => strokes)).toEqual([[[0, 0, 100, 200]], [[0, 0, 100, 200]]]);
    const drafts = await app.sql("select title, party from enforcement.document where source_id = $1", [start.visit]);
    expect(drafts).toEqual([{ title: "监督检查记录（东风商厦）", party: "东风商厦" }]);
    const [sealed] = await app.sql("select strokes from inspection.visit_signature where visit = $1 limit 1", [start.visit]);
    expect(Buffer.from(sealed?.strokes ?? "").toString("latin1")).not.toContain("100,200");
  });

  it("sent twice changes nothing, and says so with the same receipts", async () => {
    const unit = await aUnit(app);
    const who = inspector();
    const start = begun(unit);
    const queue = [start, answered(start.visit, item(0), "fail", 1), finished(start.visit)];
    const first = await send(who, queue);
    const before = await held(start.visit);
    const second = await send(who, queue);
    expect(second.receipts.map(({ result }) => result)).toEqual(["had", "had", "had"]);
    expect(second.receipts.map(({ receipt }) => receipt)).toEqual(first.receipts.map(({ receipt }) => receipt));
    expect(await held(start.visit)).toEqual(before);
    expect(before.hazards).toMatchObject([{ repeats: 1 }]);
    expect(await app.sql("select count(*)::int as n from enforcement.document where source_id = $1", [start.visit])).toEqual([{ n: 1 }]);
  });

  it("cut into any letters, with any of them sent again, comes to the same", async () => {
    const unit = await aUnit(app);
    const who = inspector();
    const letters = fc.array(fc.record({ from: fc.nat(8), size: fc.integer({ min: 1, max: 9 }) }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(letters, async (cuts) => {
        const start = begun(unit, { at: "2026-03-17T06:00:00.000Z" });
        const hazard = uuidv7();
        const queue: readonly Piece[] = [
          start,
          answered(start.visit, item(0), "pass", 1),
          answered(start.visit, item(1), "fail", 2, { hazard, place: start.visit }),
          answered(start.visit, item(1), "fail", 3, { hazard, note: "改过的说明", place: start.visit }),
          answered(start.visit, item(2), "notApplicable", 4),
          signed(start.visit, "inspector"),
          signed(start.visit, "unit", { strokes: [], refusedWhy: "不认可" }),
          finished(start.visit),
        ];
        for (const { from, size } of cuts)
          await send(who, queue.slice(from, from + size).length > 0 ? queue.slice(from, from + size) : queue.slice(0, 1));
        await send(who, queue);
        const { answers, ...rest } = await held(start.visit);
        expect(rest).toMatchObject({
          n: 1,
          answered: 3,
          failed: 1,
          result: "problems",
          hazards: [{ id: hazard, repeats: 1 }],
          signatures: ["inspector", "unit"],
        });
        expect(answers).toHaveLength(3);
        expect(answers.find((each) => each.item === item(1))?.note).toBe("改过的说明");
      }),
      { numRuns: 15 },
    );
  });

  it("an answer mended before it was sent raises no hazard", async () => {
    const start = begun(await aUnit(app));
    const who = inspector();
    await send(who, [start, answered(start.visit, item(0), "fail", 1), answered(start.visit, item(0), "pass", 2)]);
    expect(await held(start.visit)).toMatchObject({ hazards: [], answers: [{ outcome: "pass" }] });
  });

  it("one bad piece keeps no other from arriving", async () => {
    const start = begun(await aUnit(app));
    const bad = [
      answered(start.visit, "没有这一项", "fail", 1),
      { id: uuidv7(), kind: "itemAnswered", visit: start.visit },
      { kind: "?" },
      answered(uuidv7(), item(0), "pass", 1),
    ];
    const { receipts } = await send(inspector(), [start, ...bad, answered(start.visit, item(0), "pass", 2)]);
    expect(receipts.map(({ result, code }) => [result, code])).toEqual([
      ["accepted", null],
      ["refused", "inspection.unknown_item"],
      ["refused", "inspection.bad_piece"],
      ["refused", "inspection.bad_piece"],
      ["later", "inspection.visit_unknown"],
      ["accepted", null],
    ]);
    expect(receipts[1]?.message).toBe("检查表里没有 没有这一项 这一项");
  });

  it("another content under the same id is refused, whoever sends it", async () => {
    const start = begun(await aUnit(app));
    const [who, other] = [inspector(), inspector("徐丽娟")];
    await send(who, [start]);
    const forged = { ...start, inspectors: ["别人"] };
    for (const sender of [who, other])
      expect((await send(sender, [forged])).receipts).toMatchObject([{ result: "refused", code: "inspection.piece_differs" }]);
    const stranger = await send(other, [answered(start.visit, item(0), "fail", 1)]);
    expect(stranger.receipts).toMatchObject([{ result: "later", code: "inspection.visit_unknown" }]);
  });

  it("a unit outside one's area is refused, and a visit there is not shown", async () => {
    const start = begun(await aUnit(app));
    const foreign = app.as("inspector", { area: sample.jiangshan, organId: organ });
    expect((await send(foreign, [start])).receipts).toMatchObject([
      { result: "refused", code: "inspection.unknown_unit", message: "没有这家单位，或不在您的辖区" },
    ]);
    await send(inspector(), [start]);
    expect((await foreign.get(`/inspection/visits/${start.visit}/record`)).status).toBe(404);
    expect((await app.as("readonly").post("/inspection/sync", { pieces: [start] })).status).toBe(403);
  });

  it("keeps the version it was answered on, and says that a newer one is in force", async () => {
    const start = begun(await aUnit(app));
    const who = inspector();
    await send(who, [start]);
    await app.sql(
      "insert into inspection.answered_list (checklist, list_version, body) select checklist, 0, jsonb_set(body, '{version}', '0') from inspection.answered_list where checklist = 'shop' and list_version = 1 on conflict do nothing",
    );
    await app.sql("update inspection.visit set list_version = 0 where id = $1", [start.visit]);
    const { visits } = await send(who, [answered(start.visit, item(0), "pass", 1)]);
    expect(visits).toMatchObject([{ newer: 1 }]);
    const { body } = await who.get(`/inspection/visits/${start.visit}/record`);
    expect(body).toMatchObject({ listVersion: 0 });
  });

  it("notes the first-violation exemption only while every failed item is minor", async () => {
    const start = begun(await aUnit(app), { guidance: true, purpose: "guidance" });
    const { receipts } = await send(inspector(), [
      start,
      ...items.map((each, n) => answered(start.visit, each, "fail", n + 1)),
      finished(start.visit, { firstExempt: true, at: "2026-03-18T09:00:00.000Z" }),
    ]);
    expect(receipts.at(-1)).toMatchObject({ result: "accepted", code: "inspection.not_exempt" });
    expect(await held(start.visit)).toMatchObject({ result: "guided" });
  });

  it("ends the task it was made for", async () => {
    const unit = await aUnit(app);
    const who = inspector();
    const lead = await aPerson(app, "inspector", "吴志刚");
    const made = await who.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead });
    const [task] = made.body.ids as string[];
    const start = begun(unit, { task });
    await send(who, [start, answered(start.visit, item(0), "fail", 1), finished(start.visit)]);
    expect((await who.get(`/inspection/task/${task}`)).body.row).toMatchObject({
      state: "done",
      result: "found",
      foundCount: 1,
      visit: start.visit,
    });
  });
});

describe("who may check", () => {
  const grid = () => app.as("grid-member", { area: sample.kecheng, organId: organ, name: "胡小平" });

  it("is what the post allows: a grid member begins rounds and no inspection, and is offered no other", async () => {
    const unit = await aUnit(app);
    const { purposes } = (await grid().get("/inspection/field/day")).body as { purposes: object };
    expect(Object.keys(purposes).toSorted()).toEqual(["patrol", "survey"]);
    const barred = await send(grid(), [begun(unit)]);
    expect(barred.receipts).toMatchObject([
      { result: "refused", code: "inspection.purpose_not_permitted", message: "网格员不能做监督抽查" },
    ]);
    expect((await send(grid(), [begun(unit, { purpose: "patrol" })])).receipts).toMatchObject([{ result: "accepted" }]);
  });

  it("takes a visit of somebody the task was not given to, and leaves the task open", async () => {
    const unit = await aUnit(app);
    const lead = await aPerson(app, "inspector", "吴志刚");
    const made = await inspector().post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31", lead });
    const [task] = made.body.ids as string[];
    const start = begun(unit, { task });
    const stranger = app.as("inspector", { area: sample.kecheng, name: "郑晓" });
    const { receipts } = await send(stranger, [start, answered(start.visit, item(0), "pass", 1), finished(start.visit)]);
    expect(receipts[0]).toMatchObject({ result: "accepted", code: "inspection.task_of_others" });
    expect((await inspector().get(`/inspection/task/${task}`)).body.row).toMatchObject({ state: "pending" });
  });

  it("a hazard of a merged check belongs to the campaign one of its tasks came of", async () => {
    const unit = await aUnit(app);
    const who = inspector();
    const campaign = uuidv7();
    const ids: string[] = [];
    for (const purpose of ["special", "guidance"])
      ids.push(...((await who.post("/inspection/tasks", { units: [unit], purpose, dueOn: "2026-03-31" })).body.ids as string[]));
    await app.sql("update inspection.task set origin = 'campaign', origin_id = $2 where id = $1", [ids[0], campaign]);
    const task = (await who.post("/inspection/merge", { tasks: ids })).body.id;
    const start = begun(unit, { task, purpose: "joint" });
    await send(who, [start, answered(start.visit, item(0), "fail", 1, { place: start.visit })]);
    expect(await app.sql("select campaign from hazard_loop.hazard where origin_id = $1", [start.visit])).toEqual([{ campaign }]);
  });
});

describe("a record that is signed and finished", () => {
  const strokesOf = async (visit: string) =>
    String(
      (
        await app.sql("select encode(strokes, 'hex') as strokes from inspection.visit_signature where visit = $1 and side = 'unit'", [
          visit,
        ])
      )[0]?.strokes,
    );
  const notes = (visit: string) =>
    app.sql("select detail from platform.audit where subject_id = $1 and action = '检查结束后补收结论' order by id", [visit]);

  it("takes what was made before its end and straggles in, and says in the audit what that replaced", async () => {
    const who = inspector();
    const start = begun(await aUnit(app));
    await send(who, [start, answered(start.visit, item(0), "fail", 1, { note: "灭火器失压", place: start.visit }), finished(start.visit)]);
    const late = [answered(start.visit, item(0), "pass", 2), answered(start.visit, item(1), "pass", 3), signed(start.visit, "unit")];
    expect((await send(who, late)).receipts.map(({ result }) => result)).toEqual(["accepted", "accepted", "accepted"]);
    expect(await held(start.visit)).toMatchObject({ answered: 2, failed: 0, signatures: ["unit"] });
    expect(await notes(start.visit)).toMatchObject([
      { detail: { item: item(0), before: { outcome: "fail", note: "灭火器失压" }, after: { outcome: "pass" } } },
      { detail: { item: item(1), before: null } },
    ]);
  });

  it("takes no other signature, nothing made after its end, and nothing at all once a day has passed", async () => {
    const who = inspector();
    const start = begun(await aUnit(app));
    await send(who, [
      start,
      answered(start.visit, item(0), "fail", 1, { place: start.visit }),
      signed(start.visit, "unit"),
      finished(start.visit),
    ]);
    const before = await strokesOf(start.visit);
    const forged = [
      signed(start.visit, "unit", { at: "2026-03-18T06:54:00.000Z", strokes: [[9, 9, 9, 9]] }),
      signed(start.visit, "inspector", { at: "2026-03-18T07:10:00.000Z" }),
      answered(start.visit, item(0), "pass", 70),
    ];
    expect((await send(who, forged)).receipts.map(({ result, code }) => [result, code])).toEqual([
      ["refused", "inspection.signed_already"],
      ["refused", "inspection.visit_finished"],
      ["refused", "inspection.visit_finished"],
    ]);
    app.clock?.set("2026-03-20T07:30:00Z");
    const weeksLater = [
      answered(start.visit, item(0), "pass", 2),
      answered(start.visit, item(1), "pass", 3),
      signed(start.visit, "inspector"),
    ];
    const { receipts } = await send(who, weeksLater);
    app.clock?.set("2026-03-18T07:30:00Z");
    expect(receipts.map(({ code }) => code)).toEqual(Array(3).fill("inspection.visit_finished"));
    expect(receipts[0]?.message).toBe("检查已结束，不能再改；有误请另做一次复查");
    expect(await strokesOf(start.visit)).toBe(before);
    expect(await held(start.visit)).toMatchObject({ answered: 1, failed: 1, signatures: ["unit"] });
  });
});

describe("two people at one place on one day", () => {
  it("keep both records; a person decides item by item, and the overruled answer is marked", async () => {
    const unit = await aUnit(app);
    const [first, second] = [inspector("徐丽娟"), inspector()];
    const [a, b] = [begun(unit, { inspectors: ["徐丽娟"] }), begun(unit, { inspectors: ["林晓东"] })];
    await send(first, [a, answered(a.visit, item(0), "pass", 1), answered(a.visit, item(1), "pass", 2)]);
    const late = answered(b.visit, item(0), "fail", 3);
    const { receipts, visits } = await send(second, [b, late, answered(b.visit, item(1), "pass", 4)]);
    expect(receipts.map(({ result }) => result)).toEqual(["accepted", "conflict", "accepted"]);
    expect(visits).toMatchObject([{ conflict: { with: "徐丽娟", items: [item(0)] } }]);
    const id = visits[0]?.conflict?.id ?? "";
    // the same again opens no second case
    await send(second, [answered(b.visit, item(2), "pass", 5)]);
    expect(
      await app.sql("select count(*)::int as n, max(repeats)::int as repeats from inspection.conflict where unit = $1", [unit]),
    ).toEqual([{ n: 1, repeats: 1 }]);
    const compared = (await second.get(`/inspection/conflicts/${id}/compare`)).body as { items: string[]; records: object[] };
    expect([compared.items, compared.records.length]).toEqual([[item(0)], 2]);
    expect(
      (
        await app
          .as("grid-member", { area: sample.kecheng })
          .post(`/inspection/conflicts/${id}/decide`, { choices: [{ item: item(0), visit: a.visit }], reason: "现场复核" })
      ).status,
    ).toBe(403);
    const judge = inspector("王磊");
    const foreign = await judge.post(`/inspection/conflicts/${id}/decide`, {
      choices: [{ item: item(0), visit: uuidv7() }],
      reason: "现场复核",
    });
    expect(foreign.body).toMatchObject({ code: "inspection.not_of_this_day" });
    const choice = { choices: [{ item: item(0), visit: a.visit }], reason: "现场复核，出口已开" };
    const own = await second.post(`/inspection/conflicts/${id}/decide`, choice);
    expect([own.status, own.body.code]).toEqual([403, "inspection.own_conflict"]);
    expect((await app.as("inspector", { area: sample.kecheng, name: "徐丽娟" }).get(`/inspection/conflicts/${id}/compare`)).body.own).toBe(
      true,
    );
    const mute = await judge.post(`/inspection/conflicts/${id}/decide`, { ...choice, choices: [{ item: item(2), visit: a.visit }] });
    expect(mute.body).toMatchObject({ code: "inspection.not_answered_there" });
    const decided = await judge.post(`/inspection/conflicts/${id}/decide`, choice);
    expect(decided.body).toMatchObject({ left: 0, overruled: 1, hazards: [late.hazard] });
    expect((await second.get(`/inspection/conflict/${id}`)).body.row).toMatchObject({ state: "settled", reason: "现场复核，出口已开" });
    expect(
      await app.sql("select visit, overruled from inspection.visit_item where unit = $1 and item = $2 order by overruled", [unit, item(0)]),
    ).toEqual([
      { visit: a.visit, overruled: false },
      { visit: b.visit, overruled: true },
    ]);
  });
});

describe("what a grid member sees on his way", () => {
  it("is a hazard at once, and once", async () => {
    const unit = await aUnit(app);
    const grid = app.as("grid-member", { area: sample.kecheng, organId: organ, name: "胡小平" });
    const hazard = uuidv7();
    const snap = {
      id: uuidv7(),
      kind: "hazardFound",
      at: "2026-03-18T06:10:00.000Z",
      hazard,
      unit,
      place: "后门",
      what: "楼道停放电动车",
      photos: [],
      point: { lon: 0, lat: 0 },
    };
    expect((await send(grid, [snap])).receipts).toMatchObject([{ result: "accepted" }]);
    expect((await send(grid, [snap])).receipts).toMatchObject([{ result: "had" }]);
    expect(await app.sql("select what, origin, repeats from hazard_loop.hazard where id = $1", [hazard])).toMatchObject([
      { what: "楼道停放电动车", origin: "patrol", repeats: 1 },
    ]);
  });

  it("lies in an area that is there", async () => {
    const grid = app.as("grid-member", { area: sample.kecheng, organId: organ, name: "胡小平" });
    const seen = {
      kind: "hazardFound",
      at: "2026-03-18T06:10:00.000Z",
      unit: null,
      place: "路口",
      what: "消火栓被圈占",
      photos: [],
      point: null,
    };
    const snap = (area: number) => ({ ...seen, id: uuidv7(), hazard: uuidv7(), area });
    expect((await send(grid, [snap(sample.kecheng + 777)])).receipts).toMatchObject([{ result: "refused", code: "ledger.unknown_area" }]);
    expect((await send(grid, [snap(sample.kecheng)])).receipts).toMatchObject([{ result: "accepted" }]);
  });
});

describe("the day's download", () => {
  it("has task, place, code and list, and is not sent again unchanged", async () => {
    const unit = await aUnit(app, { name: "花园里餐饮街", kind: "restaurant" });
    const who = inspector();
    const first = await who.get("/inspection/field/day");
    const day = first.body as {
      units: readonly { id: string; code: string }[];
      listsByKind: Readonly<Record<string, readonly { id: string }[]>>;
    };
    const mine = day.units.find(({ id }) => id === unit);
    expect(mine?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(day.listsByKind.restaurant?.length).toBeGreaterThan(0);
    const again = await who.fetch("/inspection/field/day", { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    expect((await who.get(`/inspection/unit-codes/${mine?.code.toLowerCase()}`)).body).toEqual({ unit });
    expect((await app.as("inspector", { area: sample.jiangshan }).get(`/inspection/unit-codes/${mine?.code}`)).status).toBe(404);
    const renewed = await who.post(`/inspection/unit-labels/${unit}/reissue`);
    expect((await who.get(`/inspection/unit-codes/${mine?.code}`)).status).toBe(404);
    expect((await who.get(`/inspection/unit-codes/${String(renewed.body.code)}`)).body).toEqual({ unit });
  });
});
