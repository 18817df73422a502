/** A unit's own duties through the door: self-check to hazard to rectification, patrols, the public page, and who may see what. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { countDuties } from "./nightly.ts";
import { type Shown, unitsIn } from "./unit.fixture.ts";

let app: App;
let units: Awaited<ReturnType<typeof unitsIn>>;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  units = await unitsIn(app);
});
afterAll(() => app?.end());

const checkedOn = "2026-03-18";
const dutiesOf = (body: Shown) => body.duties as readonly Shown[];
const problemFields = (body: Shown) => ((body.params as Shown).problems as readonly Shown[]).map(({ field }) => field);

describe("自查", () => {
  it("a failed item with its photo becomes a hazard of the unit at once, which the keeper mends and an office reviews", async () => {
    const { id: unit, keeper } = await units.unit();
    const list = await units.answers(keeper, {
      "TQ-05": { note: "后门灭火器压力不足", place: "后门", photos: [await units.photo(keeper)] },
    });
    const sent = await keeper.post("/unit/self-checks", { id: randomUUID(), checkedOn, minutes: 4, ...list });
    expect(sent).toMatchObject({ status: 200, body: { passed: 9, failed: 1 } });
    const [hazard] = sent.body.hazards as string[];
    expect((await keeper.get(`/hazard-loop/hazard/${hazard}`)).body.row).toMatchObject({
      unit,
      what: "后门灭火器压力不足",
      placeWords: "后门",
      origin: "selfCheck",
      state: "assigned",
      grade: "general",
      rectifier: "unit",
      dueOn: "2026-04-02",
    });
    const mended = await keeper.post(`/hazard-loop/hazard/${hazard}/rectify`, {
      rectifyNote: "换了新的",
      rectifyPhotos: [await units.photo(keeper)],
    });
    expect(mended).toMatchObject({ status: 200, body: { state: "rectified" } });
    expect((await keeper.post(`/hazard-loop/hazard/${hazard}/close`, { reviewNote: "好了" })).status).toBe(403);
  });

  it("sent twice by a phone it is one check and one hazard", async () => {
    const { id: unit, keeper } = await units.unit();
    const given = { id: randomUUID(), checkedOn, ...(await units.answers(keeper, { "TQ-10": { note: "新店员不会用灭火器" } })) };
    const [first, second] = [await keeper.post("/unit/self-checks", given), await keeper.post("/unit/self-checks", given)];
    expect(second.body).toEqual(first.body);
    expect(await app.sql("select count(*)::int as n from unit_management.self_check where unit = $1", [unit])).toEqual([{ n: 1 }]);
    expect(await app.sql("select count(*)::int as n from hazard_loop.hazard where unit = $1", [unit])).toEqual([{ n: 1 }]);
  });

  it("says what is not answered, which photo is missing, and takes no foreign photo", async () => {
    const [{ keeper }, other] = [await units.unit(), await units.unit()];
    const send = (list: Shown) => keeper.post("/unit/self-checks", { id: randomUUID(), checkedOn, ...list });
    const whole = await units.answers(keeper);
    expect((await send({ ...whole, answers: whole.answers.slice(1) })).body).toMatchObject({
      code: "unit-management.unanswered",
      params: { items: "晚上店里没有人睡觉，对吗？" },
    });
    expect((await send(await units.answers(keeper, { "TQ-02": { note: "堆货" } }))).body).toMatchObject({
      code: "unit-management.photo_missing",
    });
    const foreign = await units.photo(other.keeper);
    expect((await send(await units.answers(keeper, { "TQ-02": { note: "堆货", photos: [foreign] } }))).body).toMatchObject({
      code: "unit-management.unknown_photo",
    });
    expect((await send({ ...whole, checkedOn: "2026-03-19" })).body).toMatchObject({ code: "unit-management.bad_check_day" });
  });

  it("is seen by its own people and by the area's offices alone", async () => {
    const [{ keeper }, other] = [await units.unit(), await units.unit()];
    const id = randomUUID();
    await keeper.post("/unit/self-checks", { id, checkedOn, ...(await units.answers(keeper)) });
    const seenBy = async (who: typeof keeper) => (await who.get(`/unit-management/self-check/${id}`)).status;
    expect([
      await seenBy(keeper),
      await seenBy(units.clerk),
      await seenBy(other.keeper),
      await seenBy(app.as("inspector", { area: sample.jiangshan })),
    ]).toEqual([200, 200, 404, 404]);
    expect((await units.clerk.post("/unit/self-checks", { id: randomUUID(), checkedOn, ...(await units.answers(keeper)) })).status).toBe(
      403,
    );
  });
});

describe("履职日历", () => {
  it("shows the month's check as due, then as met by the check", async () => {
    const { keeper } = await units.unit();
    const check = async () => dutiesOf((await keeper.get("/unit/duties")).body).find((duty) => duty.key === "checkMonthly");
    expect(await check()).toMatchObject({ state: "due", daysLeft: 13, by: null });
    const id = randomUUID();
    await keeper.post("/unit/self-checks", { id, checkedOn, ...(await units.answers(keeper)) });
    expect(await check()).toMatchObject({ state: "met", by: { id, kind: "selfCheck" } });
  });

  it("only whoever administers may confirm a rule, and nobody may loosen the law", async () => {
    const { keeper } = await units.unit({ kind: "highRise" });
    const office = app.as("committee-office");
    const decide = (id: string, given: Shown) => office.post(`/unit-management/duty-rules/${id}`, given);
    expect((await decide("UD-07", {})).status).toBe(404); // it is put, not posted
    const put = async (who: typeof office, id: string, given: Shown) => {
      const response = await who.fetch(`/unit-management/duty-rules/${id}`, {
        method: "PUT",
        body: JSON.stringify(given),
        headers: { "content-type": "application/json" },
      });
      return { status: response.status, body: (await response.json()) as Shown };
    };
    const confirm = { confirmed: true, every: "halfMonth", off: false, reason: "本地已查到原文" };
    expect((await put(app.as("inspector"), "UD-07", confirm)).status).toBe(403);
    expect((await put(office, "UD-06", { ...confirm, every: "year" })).body).toMatchObject({ code: "unit-management.rule_of_law" });
    const keys = async () =>
      dutiesOf((await keeper.get("/unit/duties")).body)
        .filter((duty) => duty.matter === "selfCheck" && duty.confirmed)
        .map((duty) => duty.key);
    expect(await keys()).toEqual(["checkMonthly"]);
    expect((await put(office, "UD-07", confirm)).status).toBe(200);
    expect(await keys()).toEqual(["checkHalfMonthly"]);
    await put(office, "UD-07", { ...confirm, confirmed: false });
  });

  it("each night counts the month of every unit, reminds those who use the platform, and ends what was done", async () => {
    const { id: unit, keeper } = await units.unit();
    await app.sql("update places.unit set created_at = '2026-01-02' where id = $1", [unit]);
    await app.sql(
      "insert into identity.user (id, area, name, account, kind, state, unit) values (gen_random_uuid(), $1, '郑小红', $2, 'unit', 'active', $3)",
      [units.village, `u${unit.slice(-8)}`, unit],
    );
    await keeper.post("/unit-management/training", { topic: "店员培训", heldOn: "2026-02-01", kind: "regular", trained: 1, expected: 2 });
    await app.sql(
      "insert into unit_management.self_check (id, area, unit, title, checklist, checklist_version, tier, checked_on, checked_by, passed, failed, skipped, sent_at) values (gen_random_uuid(), $1, $2, '月度', 'self-small', 1, 'unit', '2026-01-05', '郑小红', 8, 0, 0, now())",
      [units.village, unit],
    );
    await countDuties(app.services);
    const row = async () =>
      (
        await app.sql("select checked, active, adopted, overdue::int, owed::int from unit_management.duty_month where unit = $1", [unit])
      )[0];
    expect(await row()).toMatchObject({ checked: false, active: false, adopted: true, overdue: 1 });
    const reminders = async () =>
      ((await keeper.get(`/unit-management/reminder?limit=50&where=${encodeURIComponent(JSON.stringify({ unit }))}`)).body.rows as Shown[])
        .map(({ what, state }) => [what, state])
        .toSorted();
    expect(await reminders()).toEqual([
      ["每月防火检查（自查）", "open"],
      ["补齐单位档案：消防安全制度", "open"],
    ]);
    await keeper.post("/unit-management/document", { kind: "rule", name: "守则", edition: 1, inForceOn: "2026-03-01", state: "inForce" });
    expect(JSON.stringify((await keeper.get("/work/todo")).body)).toContain("每月防火检查（自查）");
    await keeper.post("/unit/self-checks", { id: randomUUID(), checkedOn, ...(await units.answers(keeper)) });
    await countDuties(app.services);
    expect(await reminders()).toEqual([
      ["每月防火检查（自查）", "met"],
      ["补齐单位档案：消防安全制度", "met"],
    ]);
    expect(await row()).toMatchObject({ checked: true, overdue: 0 });
    expect(await app.sql("select count(*)::int as n from unit_management.duty_month where unit = $1", [unit])).toEqual([{ n: 1 }]);
  });
});

describe("what a unit keeps itself", () => {
  it("is written for the own unit, whatever unit is named, and never for another", async () => {
    const [{ id: unit, keeper }, other] = [await units.unit(), await units.unit()];
    const made = await keeper.post("/unit-management/equipment", {
      unit: other.id,
      item: "extinguisher",
      count: 2,
      place: "收银台",
      state: "good",
    });
    expect(made).toMatchObject({ status: 200, body: { unit, area: units.village } });
    const path = `/unit-management/equipment/${String(made.body.id)}`;
    expect((await keeper.patch(path, { version: 1, unit: other.id })).status).toBe(403);
    expect((await other.keeper.patch(path, { version: 1, count: 0 })).status).toBe(404);
    expect(await keeper.patch(path, { version: 1, count: 3 })).toMatchObject({ status: 200, body: { count: 3 } });
    expect((await keeper.post("/places/unit", { area: units.village, name: "另一家", kind: "shop", address: "x" })).status).toBe(403);
  });

  it("a confirmed gap of equipment becomes a self-found hazard, once", async () => {
    const { id: unit, keeper } = await units.unit({ areaM2: 400 });
    await keeper.post("/unit-management/equipment", { item: "extinguisher", count: 1, place: "收银台", state: "good" });
    expect(((await keeper.get("/unit/duties")).body.gaps as Shown[])[0]).toMatchObject({ item: "extinguisher", required: 3, held: 1 });
    await keeper.post("/unit/equipment-gaps");
    expect((await keeper.post("/unit/equipment-gaps")).body).toMatchObject({ gaps: 1 });
    expect(await app.sql("select what from hazard_loop.hazard where unit = $1", [unit])).toEqual([
      { what: "灭火器应配 3 具，现有完好 1 具" },
    ]);
  });

  it("names what is wrong in the words of the field", async () => {
    const { keeper } = await units.unit();
    expect(problemFields((await keeper.post("/unit-management/profile", { openFrom: "9点" })).body)).toEqual(["openFrom"]);
    expect(
      problemFields(
        (await keeper.post("/unit-management/training", { topic: "培训", heldOn: checkedOn, kind: "regular", trained: 3, expected: 2 }))
          .body,
      ),
    ).toEqual(["trained"]);
  });
});

describe("巡查", () => {
  it("a scanned point counts with its time; another unit's code and a place of nowhere do not", async () => {
    const [{ keeper }, other] = [await units.unit(), await units.unit()];
    const point = await keeper.post("/unit-management/patrol-point", { name: "楼梯口", place: "2 层", inUse: true });
    const code = String(point.body.code);
    expect(code.length).toBeGreaterThan(10);
    const scan = (who: typeof keeper, given: Shown) =>
      who.post("/unit/patrols", { id: randomUUID(), at: "2026-03-18T06:10:00Z", result: "normal", ...given });
    expect(await scan(keeper, { code })).toMatchObject({ status: 200, body: { place: "2 层 楼梯口", hazard: null } });
    expect((await scan(other.keeper, { code })).body).toMatchObject({ code: "unit-management.unknown_point" });
    expect((await scan(keeper, {})).body).toMatchObject({ code: "unit-management.no_place" });
    expect((await scan(keeper, { code, at: "2026-03-18T09:00:00Z" })).body).toMatchObject({ code: "unit-management.bad_patrol_time" });
    const problem = await scan(keeper, { code, result: "problem", found: "楼梯口堆纸箱" });
    expect((await keeper.get(`/hazard-loop/hazard/${String(problem.body.hazard)}`)).body.row).toMatchObject({
      origin: "patrol",
      placeWords: "2 层 楼梯口",
      state: "assigned",
    });
  });
});

describe("承诺公示", () => {
  const words = "本单位已自主评估风险、自主检查安全、自主整改隐患，没有突出风险。";
  const given = { responsible: "郑小红", responsiblePost: "店主", manager: "郑小红", words, until: "2026-12-31" };

  it("comes after self-assessment and self-check, shows what was published and nothing else, and ends when withdrawn", async () => {
    const { keeper, name } = await units.unit({ responsiblePhone: "13857030119" });
    const publish = (more: Shown = {}) => keeper.post("/unit/commitments", { ...given, ...more });
    expect((await publish()).body).toMatchObject({ code: "unit-management.check_first" });
    await keeper.post("/unit/self-checks", { id: randomUUID(), checkedOn, ...(await units.answers(keeper)) });
    expect((await publish()).body).toMatchObject({ code: "unit-management.assess_first" });
    await keeper.post("/unit-management/evaluation", { evaluatedOn: "2026-03-10", kind: "self", by: "郑小红", grade: "good" });
    const first = await publish();
    expect(first.status).toBe(200);
    const page = await app.nobody.get(`/public/units/${String(first.body.token)}`);
    expect(page).toMatchObject({ status: 200, body: { unit: name, responsible: "郑小红", phone: null, checkedOn, openHazards: 0, words } });
    expect(JSON.stringify(page.body)).not.toContain("1385703");
    const second = await publish({ phone: "0570-3050119" });
    expect((await app.nobody.get(`/public/units/${String(first.body.token)}`)).status).toBe(404);
    expect((await app.nobody.get(`/public/units/${String(second.body.token)}`)).body).toMatchObject({ phone: "0570-3050119" });
    const [other] = [await units.unit()];
    expect((await other.keeper.post(`/unit/commitments/${String(second.body.id)}/revoke`, { why: "不是我的" })).status).toBe(404);
    expect((await keeper.post(`/unit/commitments/${String(second.body.id)}/revoke`, { why: "转让店铺" })).status).toBe(200);
    expect((await app.nobody.get(`/public/units/${String(second.body.token)}`)).status).toBe(404);
  });
});

describe("标准化 and 维修资金", () => {
  it("a unit scores itself, a department verifies, and points above the weight are refused", async () => {
    const { keeper } = await units.unit({ kind: "hotel" });
    const { body } = await keeper.get("/unit/standard");
    const items = body.items as readonly { item: string; weight: number }[];
    const full = Object.fromEntries(items.map(({ item, weight }) => [item, weight]));
    expect((await keeper.post("/unit/standardisations", { scores: { ...full, exits: 90 } })).body).toMatchObject({
      code: "unit-management.above_weight",
    });
    const sent = await keeper.post("/unit/standardisations", { scores: { ...full, exits: 10 } });
    expect(sent.body).toMatchObject({ score: 90, level: "A" });
    expect((await keeper.post("/unit/standardisations", { scores: full })).body).toMatchObject({
      code: "unit-management.already_assessed",
    });
    const department = app.as("department");
    expect((await keeper.post(`/unit-management/standardisation/${String(sent.body.id)}/verify`, { verifiedScore: 95 })).status).toBe(403);
    expect(
      (await department.post(`/unit-management/standardisation/${String(sent.body.id)}/verify`, { verifiedScore: 78 })).body,
    ).toMatchObject({ state: "verified", level: "B", validUntil: "2029-03-18" });
  });

  it("the fund goes from a hazard through both approvals to the fix, with the days it took", async () => {
    const { keeper } = await units.unit({ kind: "residence" });
    const sent = await keeper.post("/unit/self-checks", {
      id: randomUUID(),
      checkedOn,
      ...(await units.answers(keeper, { "SG-04": { note: "喷淋主管渗漏", photos: [await units.photo(keeper)] } })),
    });
    const [hazard] = sent.body.hazards as string[];
    const apply = () => keeper.post("/unit-management/fund-requests", { hazard, works: "更换主管 36 米", amount: 68_000 });
    const made = await apply();
    expect((await apply()).body).toMatchObject({ code: "unit-management.already_applied" });
    const move = (who: typeof keeper, key: string, given: Shown = {}) =>
      who.post(`/unit-management/fund-request/${String(made.body.id)}/${key}`, given);
    const department = app.as("department");
    expect((await move(keeper, "verify")).status).toBe(403);
    await move(units.clerk, "verify");
    expect((await move(department, "approve", { approvedAmount: 70_000, fixBy: "2026-03-25" })).body).toMatchObject({
      code: "unit-management.more_than_asked",
    });
    await move(department, "approve", { approvedAmount: 60_000, fixBy: "2026-03-25" });
    expect((await move(keeper, "fix", { contractor: "正宁消防工程部", fixedOn: "2026-03-01" })).body).toMatchObject({
      code: "unit-management.bad_fix_day",
    });
    expect((await move(keeper, "fix", { contractor: "正宁消防工程部", fixedOn: checkedOn })).body).toMatchObject({
      state: "fixed",
      days: 0,
    });
    expect((await move(department, "settle", { paid: 59_000, settledOn: checkedOn })).body).toMatchObject({ state: "settled" });
  });
});

describe("区域联防", () => {
  it("members log the five kinds of work for their group, cross-check one another, and each month sums up", async () => {
    const [lead, member, stranger] = [await units.unit(), await units.unit(), await units.unit()];
    const group = await units.clerk.post("/unit-management/joint-group", {
      name: "上街联防",
      unit: lead.id,
      leader: "郑小红",
      phone: "0570-3030119",
      point: { lon: 118.87, lat: 28.95, datum: "wgs84" },
    });
    expect(group.status).toBe(200);
    for (const each of [lead, member])
      await units.clerk.post("/unit-management/joint-member", {
        group: group.body.id,
        unit: each.id,
        contact: "郑小红",
        joinedOn: "2026-01-01",
      });
    const log = (who: typeof lead.keeper, given: Shown) =>
      who.post("/unit-management/joint-activities", {
        group: group.body.id,
        kind: "hazards",
        heldOn: checkedOn,
        what: "互查",
        found: 2,
        ...given,
      });
    expect((await log(member.keeper, { checkedUnit: lead.id })).status).toBe(200);
    expect((await log(member.keeper, { checkedUnit: member.id })).body).toMatchObject({ code: "unit-management.checks_itself" });
    expect((await log(stranger.keeper, {})).status).toBe(404);
    const seen = async (who: typeof lead.keeper) =>
      (await who.get("/unit-management/joint-groups?lon=118.871&lat=28.951")).body.groups as readonly Shown[];
    expect((await seen(member.keeper))[0]).toMatchObject({
      name: "上街联防",
      phone: "0570-3030119",
      members: [{ isLead: true }, { isLead: false }],
      metres: expect.any(Number),
    });
    expect(await seen(stranger.keeper)).toEqual([]);
    const month = await units.clerk.get(`/unit-management/joint-groups/${String(group.body.id)}/months/2026-03`);
    expect(month.body).toMatchObject({ members: 2, tookPart: 1, crossChecked: [{ unit: lead.name, times: 1 }], notChecked: [member.name] });
    expect((month.body.kinds as Shown[]).find(({ kind }) => kind === "hazards")).toMatchObject({ times: 1, found: 2 });
  });
});
