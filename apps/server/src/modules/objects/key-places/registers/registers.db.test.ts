/** Registers of key places over HTTP: what each computes, what it refuses, and the cases that fill them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";

let app: App;
let town: number;
let village: number;
let lead: string;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z", roles: ["api", "worker"] });
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  town = Number(first?.key);
  const [below] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [town]);
  village = Number(below?.key);
  const [organ] = await app.sql("select id from organizations.organ where area = $1 and kind = 'fire-brigade' limit 1", [sample.kecheng]);
  lead = String(organ?.id);
});
afterAll(() => app?.end());

const clerk = (name = "方丽华"): Caller => app.as("street-clerk", { area: town, organId: lead, name });
const inspector = (): Caller => app.as("inspector", { area: sample.kecheng, organId: lead });
const make = async (ledger: string, values: object, who = clerk()) => {
  const { status, body } = await who.post(`/key-places/${ledger}`, { area: village, ...values });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const problemOf = (body: Readonly<Record<string, unknown>>): string => JSON.stringify(body);

describe("places", () => {
  it("rental houses count the six items, take their patrol cycle from the risk, and mask the owner", async () => {
    const house = await make("rental-house", {
      name: "上街 12 号",
      address: "上街 12 号",
      owner: "徐建华",
      ownerPhone: "13800001234",
      tenants: 6,
      riskGrade: "high",
      registered: true,
      educated: true,
    });
    expect(house).toMatchObject({ itemsDone: 2, patrolDays: 7 });
    expect(house.ownerPhone).not.toBe("13800001234");
    const due = await clerk().get("/key-places/rental-house/count?view=patrolDue");
    expect(Number(due.body.count)).toBeGreaterThanOrEqual(1);
    await make("rental-patrol", { house: house.id, patrolledOn: "2026-03-17", by: "胡小平", problems: 1, foundWords: "楼道有杂物" });
    expect((await clerk().get(`/key-places/rental-house/${house.id}`)).body.row).toMatchObject({
      lastPatrolOn: "2026-03-17",
      lastProblems: 1,
    });
  });

  it("a patrol is a record of what was done: no day to come, at first or by a change, takes a house off those due", async () => {
    const house = await make("rental-house", { name: "上街 14 号", address: "上街 14 号", tenants: 6, riskGrade: "high" });
    const patrol = { house: house.id, by: "胡小平", problems: 0, foundWords: "无" };
    const ahead = await clerk().post("/key-places/rental-patrol", { ...patrol, patrolledOn: "2099-01-01" });
    expect(ahead).toMatchObject({ status: 422, body: { params: { problems: [{ field: "patrolledOn", code: "ledger.not_yet" }] } } });
    const made = await make("rental-patrol", { ...patrol, patrolledOn: "2026-03-18" });
    const moved = await clerk().patch(`/key-places/rental-patrol/${made.id}`, { version: made.version, patrolledOn: "2026-03-19" });
    expect(moved.status).toBe(422);
    expect((await clerk().get(`/key-places/rental-house/${house.id}`)).body.row).toMatchObject({ lastPatrolOn: "2026-03-18" });
  });

  it("an urban village keeps an outline that is a polygon, its houses their outcome with its day", async () => {
    const refused = await clerk().post("/key-places/urban-village", {
      area: village,
      name: "石家",
      status: "working",
      outline: "沿江以北",
    });
    expect(problemOf(refused.body)).toContain("key-places.outline_json");
    const outline = JSON.stringify({
      type: "Polygon",
      coordinates: [
        [
          [118.87, 28.95],
          [118.88, 28.95],
          [118.88, 28.96],
          [118.87, 28.95],
        ],
      ],
    });
    const made = await make("urban-village", { name: "石家", status: "working", outline, problems: ["lane"] });
    const house = { village: made.id, name: "石家 1 号", address: "石家 1 号", kind: "group", outcome: "demolished" };
    expect(problemOf((await clerk().post("/key-places/village-house", house)).body)).toContain("key-places.outcome_without_day");
    expect(await make("village-house", { ...house, outcomeOn: "2026-03-10" })).toMatchObject({ area: village, outcome: "demolished" });
  });

  it("an old place is shown what its grade demands, and is not in force without grade and day", async () => {
    const place = { name: "东门老市场", kind: "market", address: "东门 3 号", inForce: true };
    expect(problemOf((await clerk().post("/key-places/old-place", { area: village, ...place })).body)).toContain("package_without_grade");
    expect(problemOf((await clerk().post("/key-places/old-place", { area: village, ...place, grade: "red" })).body)).toContain(
      "package_without_day",
    );
    const made = await make("old-place", { ...place, grade: "red", inForceOn: "2026-02-01" });
    expect(String(made.package)).toContain("每日巡查");
    const figure = await inspector().get(`/measures/key-places.old_places_in_force?area=${town}`);
    expect(figure.status).toBe(200);
  });

  it("a security zone's day is held only when every demand is met, and the newest day speaks for the zone", async () => {
    const standard = { patrolsADay: 6, posts: 4, onlineTarget: 98 };
    const zone = await make("security-zone", { name: "广场", lead, ...standard });
    const day = { zone: zone.id, by: "徐建国", ...standard, patrols: 6, postsManned: 4, onlineRate: 99, itemsFailed: 0 };
    expect(await make("zone-day", { ...day, heldOn: "2026-03-17" })).toMatchObject({ held: true });
    expect(await make("zone-day", { ...day, heldOn: "2026-03-18", postsManned: 3 })).toMatchObject({ held: false });
    expect((await clerk().get(`/key-places/security-zone/${zone.id}`)).body.row).toMatchObject({
      lastDayOn: "2026-03-18",
      lastHeld: false,
    });
    const ahead = await clerk().post("/key-places/zone-day", { ...day, heldOn: "2026-03-19" });
    expect(ahead).toMatchObject({ status: 422, body: { params: { problems: [{ field: "heldOn", code: "ledger.not_yet" }] } } });
  });

  it("villages count what is unsolved; works state what they removed; the index is set against its baseline", async () => {
    const made = await make("traditional-village", {
      name: "泽随",
      kind: "traditional",
      problems: ["lane", "wiring"],
      solved: ["wiring"],
      surveyedOn: "2026-03-01",
    });
    expect(made).toMatchObject({ left: 1 });
    const work = {
      name: "线路改造",
      kind: "power",
      village: made.id,
      villageName: "泽随村",
      households: 40,
      lead,
      removes: ["wiring"],
      finishedOn: "2026-03-10",
    };
    expect(problemOf((await clerk().post("/key-places/rural-work", { area: village, ...work })).body)).toContain("work_without_result");
    const base = { baseFacilities: 40, baseWater: 40, baseLanes: 40, baseBrigade: 40, baseHazards: 40 };
    const now = { facilities: 60, water: 50, lanes: 55, brigade: 45, hazards: 40 };
    expect(
      await make("village-condition", { village: "泽随村", year: 2026, baseYear: 2024, ...base, ...now, assessedOn: "2026-03-15" }),
    ).toMatchObject({
      baseIndex: 40,
      index: 50,
      change: 10,
    });
  });

  it("supported industries remember the last visit, which removes no more than it found", async () => {
    const industry = await make("supported-industry", { name: "胡柚产业园", kind: "farmPark", zone: "东片", serviceClass: "a" });
    const visit = { industry: industry.id, visitedOn: "2026-03-12", by: "何伟", found: 2, removed: 3, advice: "更换夹芯板" };
    expect(problemOf((await clerk().post("/key-places/industry-visit", visit)).body)).toContain("removed_more_than_found");
    await make("industry-visit", { ...visit, removed: 2 });
    expect((await clerk().get(`/key-places/supported-industry/${industry.id}`)).body.row).toMatchObject({ lastFound: 2, lastRemoved: 2 });
  });
});

describe("a survey sheet", () => {
  const sheet = {
    survey: "2026 年高风险专项调研",
    name: "上街合用房",
    kind: "mixed",
    address: "上街 20 号",
    occupants: 18,
    factors: ["lodging", "exits"],
    grade: "high",
    surveyor: "胡小平",
    surveyedOn: "2026-03-17",
  };
  it("is verified by another person and then a row of the register, with source, day and surveyor", async () => {
    const filler = clerk("胡小平");
    const made = await make("survey-sheet", sheet, filler);
    expect(made).toMatchObject({ state: "filled", surveyor: "胡小平" });
    const move = (who: Caller, key: string, given: object) => who.post(`/key-places/survey-sheet/${made.id}/${key}`, given);
    expect((await move(filler, "enter", { grade: "high" })).body).toMatchObject({ code: "key-places.verifies_own_sheet" });
    expect((await move(clerk(), "enter", { grade: "ordinary" })).body).toMatchObject({ code: "key-places.ordinary_not_entered" });
    expect((await move(clerk(), "giveBack", { verifyNote: "补照片" })).body).toMatchObject({ state: "returned" });
    expect((await move(filler, "resubmit", { occupants: 20 })).body).toMatchObject({ state: "filled", occupants: 20 });
    expect((await move(clerk(), "giveBack", { verifyNote: "再补一张" })).body).toMatchObject({ state: "returned" });
    const other = clerk("徐建国");
    expect((await move(other, "resubmit", { occupants: 20 })).body).toMatchObject({ state: "filled", filledBy: other.actor.userId });
    expect((await move(other, "enter", { grade: "high" })).body).toMatchObject({ code: "key-places.verifies_own_sheet" });
    expect((await move(clerk(), "enter", { grade: "high" })).body).toMatchObject({ state: "entered", verifiedOn: "2026-03-18" });
    const row = async () => (await clerk().get(`/key-places/high-risk-place/${made.id}`)).body.row;
    await expect
      .poll(row, { timeout: 5_000 })
      .toMatchObject({ ...{ survey: sheet.survey, surveyor: "胡小平", surveyedOn: "2026-03-17" }, occupants: 20, status: "listed" });
  });

  it("is the only way into the register; out of it leads a reason", async () => {
    const typed = await clerk().post("/key-places/high-risk-place", { area: village, name: "随手登记", status: "listed" });
    expect(JSON.stringify(typed.body)).toContain("key-places.enters_by_sheet");
    const made = await make("survey-sheet", sheet, clerk("胡小平"));
    await clerk().post(`/key-places/survey-sheet/${made.id}/enter`, { grade: "high" });
    await expect.poll(async () => (await clerk().get(`/key-places/high-risk-place/${made.id}`)).status, { timeout: 5_000 }).toBe(200);
    const out = (given: object) => clerk().patch(`/key-places/high-risk-place/${made.id}`, { version: 1, status: "removed", ...given });
    expect(JSON.stringify((await out({})).body)).toContain("key-places.say_why");
    expect((await out({ statusWhy: "已拆除" })).body).toMatchObject({ status: "removed", survey: sheet.survey });
  });

  it("takes nothing that only its verifier may say, and no place outside one's area", async () => {
    const own = await clerk().post("/key-places/survey-sheet", { ...sheet, area: village, verifyNote: "自己核实" });
    expect(JSON.stringify(own.body)).toContain("ledger.unknown_field");
    const elsewhere = await clerk().post("/key-places/survey-sheet", { ...sheet, area: sample.jiangshan });
    expect(elsewhere.status).toBe(422);
  });
});

describe("a historic district", () => {
  it("is asked about fire safety at each stage, and conditions are met before the stage is agreed", async () => {
    const district = await make("historic-district", { name: "水亭门", level: "province", stage: "renovation" });
    const builders = app.as("department", { area: sample.kecheng, organId: "01997c2e-8f00-7000-8000-00000000cccc" });
    const asked = { district: district.id, stage: "renovation", project: "二期改造", content: "修缮木构店铺" };
    const gate = await make("district-gate", asked, builders);
    expect(gate).toMatchObject({ holderOrgan: lead, reviewer: lead });
    const move = (key: string, given: object) => inspector().post(`/key-places/district-gate/${gate.id}/${key}`, given);
    expect((await move("agreeOnConditions", { opinion: "同意" })).status).not.toBe(200);
    expect((await move("agreeOnConditions", { opinion: "同意", conditions: "增设室外消火栓" })).body).toMatchObject({
      state: "conditional",
      decidedOn: "2026-03-18",
    });
    expect((await move("meetConditions", { conditionsMet: "已增设 4 具" })).body).toMatchObject({ state: "agreed" });
    expect((await clerk().post(`/key-places/district-gate/${gate.id}/agree`, { opinion: "同意" })).status).toBe(403);
  });
});

describe("a major event", () => {
  it("opens only after every venue is checked, no hazard is open, and somebody has confirmed it", async () => {
    const { body: unit } = await clerk().post("/places/unit", { area: village, name: "会展酒店", kind: "hotel", address: "上街 2 号" });
    const event = await make("event-security", { name: "文化节", lead, opensOn: "2026-03-27", closesOn: "2026-03-29" });
    const confirm = () => clerk().post(`/key-places/events/${event.id}/confirm`, { confirmNote: "逐馆查完" });
    expect((await confirm()).body).toMatchObject({ code: "key-places.no_venues" });
    const venue = await make("event-venue", { event: event.id, name: "主会场", kind: "main", unit: unit.id });
    expect((await confirm()).body).toMatchObject({ code: "key-places.venues_unchecked" });
    await clerk().patch(`/key-places/event-venue/${venue.id}`, { version: venue.version, checkedOn: "2026-03-18", checkedBy: "林晓东" });
    const hazard = await clerk().post("/hazard-loop/hazards", { unit: unit.id, placeWords: "厨房", what: "油烟管道积油" });
    expect((await confirm()).body).toMatchObject({ code: "key-places.venues_have_hazards" });
    expect((await clerk().post(`/key-places/event-security/${event.id}/confirm`, { confirmNote: "绕过" })).status).toBe(403);
    expect((await clerk().post(`/key-places/event-security/${event.id}/open`, {})).status).toBe(409);
    await clerk().post(`/hazard-loop/hazard/${hazard.body.id}/void`, { note: "系旧照片" });
    expect((await confirm()).body).toMatchObject({ state: "confirmed", venuesChecked: 1 });
    await make("event-report", {
      event: event.id,
      reportOn: "2026-03-18",
      by: "何伟",
      postsManned: 6,
      patrols: 8,
      found: 0,
      fixed: 0,
      incidents: 0,
      what: "平稳",
    });
    const board = (await clerk().get(`/key-places/events/${event.id}/board`)).body;
    expect(board).toMatchObject({ daysLeft: 9, unchecked: 0, openHazards: 0, reportedToday: true });
    const since = await clerk().post("/hazard-loop/hazards", { unit: unit.id, placeWords: "东门", what: "东门上锁" });
    expect((await clerk().post(`/key-places/event-security/${event.id}/open`, {})).body).toMatchObject({
      code: "key-places.venues_have_hazards",
    });
    await clerk().post(`/hazard-loop/hazard/${since.body.id}/void`, { note: "已开" });
    expect((await clerk().post(`/key-places/event-security/${event.id}/open`, {})).body).toMatchObject({ state: "open" });
  });

  it("does not close before it opens", async () => {
    const given = { area: village, name: "文化节", lead, opensOn: "2026-03-27", closesOn: "2026-03-26" };
    expect((await clerk().post("/key-places/event-security", given)).body).toMatchObject({ code: "key-places.closes_before" });
  });
});

describe("a request for guidance", () => {
  it("is arranged by mode, answered with advice, and followed up", async () => {
    const farmers = app.as("department", { area: sample.kecheng, organId: "01997c2e-8f00-7000-8000-00000000cccc" });
    const asked = { project: "加工厂复工", kind: "restart", applicant: "石梁镇", priority: true, question: "冷库用电" };
    const made = await make("service-request", asked, farmers);
    expect(made).toMatchObject({ holderOrgan: lead, organ: lead });
    const move = (key: string, given: object) => inspector().post(`/key-places/service-request/${made.id}/${key}`, given);
    expect((await move("arrange", { mode: "remote", appointedOn: "2026-03-01" })).body).toMatchObject({
      code: "key-places.appointed_in_past",
    });
    expect((await move("arrange", { mode: "remote", appointedOn: "2026-03-20" })).body).toMatchObject({ state: "arranged" });
    expect((await move("advise", { advice: "更换夹芯板" })).body).toMatchObject({ state: "advised", advisedOn: "2026-03-18" });
    expect((await move("followUp", { followUp: "已更换", adopted: "all" })).body).toMatchObject({ state: "done" });
  });
});
