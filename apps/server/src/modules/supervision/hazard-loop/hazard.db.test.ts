/** The loop as its people walk it: found, graded, assigned, mended, looked at again; and what it refuses on the way. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { type Loop, loopIn, type Shown } from "./hazard.fixture.ts";

let app: App;
let loop: Loop;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  loop = await loopIn(app);
});
afterAll(() => app?.end());

describe("a hazard", () => {
  it("walks from the first look to 销号, with somebody responsible at every step", async () => {
    const unit = await loop.shop();
    const id = await loop.register(unit);
    const [first, second] = [await loop.inspector(), await loop.inspector("何伟")];
    const boss = app.as("unit-manager", { area: loop.town, unitId: unit, name: "店主" });
    const move = (who: typeof first, key: string, given: Shown = {}) => who.post(`/hazard-loop/hazard/${id}/${key}`, given);

    expect((await move(first, "grade", { grade: "general", ground: "消防法 第十六条" })).body).toMatchObject({ state: "graded" });
    expect((await move(first, "assign", { rectifier: "unit", dueOn: "2026-03-17" })).body).toMatchObject({
      code: "hazard-loop.due_in_past",
    });
    expect((await move(first, "assign", { rectifier: "unit", rectifierName: "店主", dueOn: "2026-03-25" })).body).toMatchObject({
      state: "assigned",
      holderOrgan: await loop.organ("fire-brigade"),
    });
    const photos = [await loop.photo()];
    expect((await move(boss, "rectify", { rectifyNote: "锁已拆", rectifyPhotos: [await loop.photo(unit)] })).body).toMatchObject({
      state: "rectified",
    });
    expect((await move(boss, "close", { reviewNote: "好了", reviewPhotos: photos })).status).toBe(403);
    expect((await move(second, "close", { reviewNote: "已看" })).body).toMatchObject({ code: "hazard-loop.review_photo" });
    expect((await move(second, "sendBack", { dueOn: "2026-03-28", note: "锁换成了链条" })).body).toMatchObject({
      state: "assigned",
      returns: 1,
    });
    await move(first, "rectify", { rectifyNote: "链条已拆", rectifyPhotos: photos });
    expect((await move(first, "close", { reviewNote: "已看", reviewPhotos: photos })).body).toMatchObject({
      code: "hazard-loop.reviews_own_work",
    });
    expect((await move(second, "close", { reviewNote: "现场复核", reviewPhotos: photos })).body).toMatchObject({
      state: "closed",
      reviewedBy: second.actor.userId,
      reviewedOn: "2026-03-18",
    });
  });

  it("is closed once when two supervisors close it at the same moment; the second is told so", async () => {
    const unit = await loop.shop();
    const id = await loop.assigned(unit, "2026-03-25");
    const boss = app.as("unit-manager", { area: loop.village, unitId: unit, name: "店主" });
    await boss.post(`/hazard-loop/hazard/${id}/rectify`, { rectifyNote: "已拆", rectifyPhotos: [await loop.photo(unit)] });
    const given = { reviewNote: "现场复核", reviewPhotos: [await loop.photo()] };
    const supervisors = [await loop.inspector("何伟"), await loop.inspector("徐敏")];
    // when
    const answers = await Promise.all(supervisors.map((who) => who.post(`/hazard-loop/hazard/${id}/close`, given)));
    // then
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ message: expect.stringMatching(/[\u4e00-\u9fff]/) });
    const [told] = await app.sql("select count(*)::int as n from platform.timeline where case_id = $1 and move = 'close'", [id]);
    expect(told?.n).toBe(1);
  });

  it("is counted while open, recognised when it comes again, and stands alone without a check item", async () => {
    const unit = await loop.shop();
    const who = await loop.inspector();
    const id = await loop.register(unit);
    expect(await loop.register(unit, { placeWords: "一层，后门。" })).toBe(id);
    expect((await who.get(`/hazard-loop/hazard/${id}`)).body.row).toMatchObject({ repeats: 2, timesBefore: 0 });
    await who.post(`/hazard-loop/hazard/${id}/correctedOnSpot`, {
      rectifyNote: "当场打开",
      reviewNote: "已看",
      reviewPhotos: [await loop.photo()],
    });
    const again = await loop.register(unit);
    expect(again).not.toBe(id);
    expect((await who.get(`/hazard-loop/hazard/${again}`)).body.row).toMatchObject({ timesBefore: 1, againOf: id });
    const [one, two] = [await loop.register(unit, { item: null }), await loop.register(unit, { item: null })];
    expect(one).not.toBe(two);
  });

  it("is never made twice by a phone that sends twice, and never taken over by a foreign id", async () => {
    const unit = await loop.shop();
    const id = randomUUID();
    expect(await loop.register(unit, { id })).toBe(id);
    expect(await loop.register(unit, { id, what: "另一句话" })).toBe(id);
    const elsewhere = app.as("inspector", { area: sample.jiangshan, organId: await loop.organ("fire-brigade", sample.jiangshan) });
    const taken = await elsewhere.post("/hazard-loop/hazards", {
      id,
      area: sample.jiangshan + 1_000_000,
      placeWords: "路口",
      what: "别处的隐患",
    });
    expect(taken.status).toBe(409);
    expect((await elsewhere.post("/hazard-loop/hazards", { unit, placeWords: "后门", what: "越区登记" })).body).toMatchObject({
      code: "hazard-loop.unknown_unit",
    });
  });

  it("takes only files its writer may see, and shows its own to whoever may read it", async () => {
    const unit = await loop.shop();
    const id = await loop.assigned(unit, "2026-03-25");
    const boss = app.as("unit-manager", { area: loop.village, unitId: unit, name: "店主" });
    const rectify = (photo: string) => boss.post(`/hazard-loop/hazard/${id}/rectify`, { rectifyNote: "已拆", rectifyPhotos: [photo] });
    const officers = await loop.photo();
    expect((await rectify(officers)).body).toMatchObject({
      params: { problems: [{ field: "rectifyPhotos", code: "ledger.unknown_file" }] },
    });
    const own = await loop.photo(unit);
    expect((await rectify(own)).status).toBe(200);
    const file = (who: typeof boss, photo: string) => who.get(`/hazard-loop/hazard/${id}/files/${photo}`);
    expect((await file(await loop.inspector(), officers)).status).toBe(404);
    expect((await file(app.as("inspector", { area: sample.jiangshan }), own)).status).toBe(404);
    expect(
      (await (await loop.inspector()).post("/hazard-loop/hazards", { unit, placeWords: "x", what: "照片", photos: [randomUUID()] })).body,
    ).toMatchObject({
      code: "ledger.unknown_file",
    });
  });

  it("lies in an area that is there: not in a number of the range that is none, nor in one that has ended", async () => {
    const who = await loop.inspector();
    const register = (area: number) => who.post("/hazard-loop/hazards", { area, placeWords: "路口", what: "消火栓被圈占" });
    expect((await register(loop.village + 777)).body).toMatchObject({ code: "ledger.unknown_area" });
    expect((await register(sample.jiangshan)).body).toMatchObject({ code: "hazard-loop.outside_area" });
    expect((await register(loop.village)).status).toBe(200);
  });

  it("becomes major only by determination", async () => {
    const id = await loop.register(await loop.shop());
    const who = await loop.inspector();
    expect((await who.post(`/hazard-loop/hazard/${id}/grade`, { grade: "major" })).body).toMatchObject({
      code: "hazard-loop.major_needs_determination",
    });
    expect((await who.post(`/hazard-loop/hazard/${id}/determine`, {})).status).toBe(403);
  });

  it("once determined major is not undone by one clerk: neither graded lower, nor corrected on the spot, nor found not so", async () => {
    const id = await loop.assigned(await loop.shop(), "2026-04-25");
    await app.sql("update hazard_loop.hazard set grade = 'major', major_decided_on = '2026-03-18' where id = $1", [id]);
    const clerk = app.as("street-clerk", { area: loop.town, name: "方丽华" });
    const move = (key: string, given: Shown) => clerk.post(`/hazard-loop/hazard/${id}/${key}`, given);
    expect((await move("withdraw", { note: "撤回" })).body).toMatchObject({ state: "graded" });
    const refused = { status: 409, body: { code: "hazard-loop.major_ends_by_review" } };
    expect(await move("grade", { grade: "minor" })).toMatchObject(refused);
    expect(await move("void", { note: "不属实" })).toMatchObject(refused);
    const given = { rectifyNote: "已改", reviewNote: "已看", reviewPhotos: [await loop.photo()] };
    expect(await move("correctedOnSpot", given)).toMatchObject(refused);
    const { cannot } = (await clerk.get(`/hazard-loop/hazard/${id}/next`)).body as { cannot: readonly Shown[] };
    expect(cannot.map((each) => each.move)).toEqual(expect.arrayContaining(["correctedOnSpot", "void"]));
    expect((await move("assign", { rectifier: "unit", dueOn: "2026-04-25" })).body).toMatchObject({ state: "assigned", grade: "major" });
  });

  it("goes over to another organ, which must exist", async () => {
    const id = await loop.register(await loop.shop());
    const who = await loop.inspector();
    const housing = await loop.organ("housing", sample.city);
    expect((await who.post(`/hazard-loop/hazard/${id}/transfer`, { toOrgan: housing, note: "属住建职责" })).body).toMatchObject({
      holderOrgan: housing,
      supervisor: housing,
    });
    expect((await who.post(`/hazard-loop/hazard/${id}/transfer`, { toOrgan: randomUUID(), note: "x" })).status).toBe(422);
  });
});
