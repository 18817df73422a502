/** Rows of the demonstration city: what a few dozen of its units did, filed and published. Plausible, marked, the same at every start but for its day. */
import { randomBytes } from "node:crypto";
import { areasOfUnits, demoCityOf, demoId, demoRows, insertDemo } from "#modules/ground/places/index.ts";
import { raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import type { Tx } from "#platform/db.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode, startOfDay } from "#platform/values.ts";
import { type Checklist, listFor } from "../checklists.ts";
import { patrol, patrolPoint, selfCheck, selfCheckPlan } from "../ledgers/checks.ts";
import { commitment } from "../ledgers/commitment.ts";
import { budget, document, equipment, groupMember, responsible } from "../ledgers/file.ts";
import { profile } from "../ledgers/profile.ts";
import { drill, evaluation, serviceReport, training } from "../ledgers/records.ts";
import { countAll } from "../nightly.ts";
import { assignToUnit } from "../raise-own.ts";
import { seedShared } from "./shared.ts";

type City = Awaited<ReturnType<typeof demoCityOf>>;
export type Unit = City["units"][number];
export type Row = { readonly key: string; readonly unit: string } & Readonly<Record<string, unknown>>;

/** Shops whose keepers have an account in the cast, one a city. */
const SHOPS = ["沐年便利店", "清蓝小吃店", "砚达便利店"];
const ACTIVE_KINDS = ["smallPlace", "hotel", "shop", "entertainment", "hospital", "nursing", "residence", "highRise", "restaurant"];

const commitmentWords = "本单位已自主评估风险、自主检查安全、自主整改隐患，目前没有突出风险；已落实管控措施，欢迎监督。";

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const city = await demoCityOf(services);
  const today = services.clock.today();
  const flagship = city.units[0];
  const shop = city.units.find((unit) => SHOPS.includes(unit.name));
  if (!flagship || !shop) throw new Error("the demonstration city has neither its department store nor its shop");
  const active = activeUnits(city, [flagship, shop]);
  const areas = areasOfUnits(city);
  const lists = new Map<string, Checklist>();
  for (const unit of active) {
    const list = await listFor(tx, { kind: unit.kind, area: keyOfCode(unit.area) }, today);
    if (list) lists.set(unit.kind, list);
  }
  const put = (ledger: { readonly name: string }, rows: readonly Row[], refs: readonly string[] = []) =>
    insertDemo(tx, services, ledger, demoRows(rows, ["unit", ...refs], areas));

  await put(
    profile,
    active.map((unit) => profileOf(unit, today)),
  );
  await put(
    selfCheck,
    active.flatMap((unit, i) => checksOf(unit, lists.get(unit.kind), today, i < 2)),
  );
  await put(patrolPoint, pointsOf(flagship));
  await put(patrol, patrolsOf(flagship, today));
  await put(selfCheckPlan, plansOf(flagship));
  await put(document, [...documentsOf(flagship, today), { ...docOf(shop, today, "rule", "小店防火守则"), edition: 1 }]);
  await put(drill, drillsOf(flagship, shop, today), ["plan"]);
  await put(
    serviceReport,
    active.slice(0, 24).flatMap((unit, i) => reportsOf(unit, today, i)),
  );
  await put(training, trainingsOf(flagship, shop, today));
  await put(
    evaluation,
    active.slice(0, 22).map((unit, i) => evaluationOf(unit, today, i)),
  );
  await put(responsible, personsOf(flagship, shop, today));
  await put(equipment, equipmentRows(flagship, shop, today));
  await put(
    commitment,
    active.slice(0, 14).map((unit, i) => commitmentOf(unit, today, i)),
  );
  await put(groupMember, groupOf(flagship, city, today), ["member"]);
  await put(
    budget,
    [0, 1].map((back) => ({
      key: `um-budget-${back}`,
      unit: flagship.key,
      year: Number(today.slice(0, 4)) - back,
      planned: 86 - back * 6,
      spent: 52 + back * 25,
      staff: 6,
      parts: [
        { what: "维保检测", amount: 38 },
        { what: "器材更新", amount: 21 },
        { what: "培训演练", amount: 12 },
      ],
    })),
  );
  await seedShared({ tx, services, city, today, flagship, put });
  await shopHazard(tx, services, shop, lists.get(shop.kind), today);
  await countAll(tx, services);
  report(`单位自管：档案 ${active.length} 家，自查、巡查、维保、演练、承诺各有数（演示数据）`);
}

/** The two with accounts first, then every third of the kinds that use the platform. */
function activeUnits(city: City, first: readonly Unit[]): readonly Unit[] {
  const others = city.units.filter((unit) => ACTIVE_KINDS.includes(unit.kind) && !first.includes(unit)).filter((_, i) => i % 24 === 0);
  return [...first, ...others.slice(0, 48)];
}

const profileOf = (unit: Unit, today: CalendarDate): Row => ({
  key: `um-profile-${unit.key}`,
  unit: unit.key,
  openFrom: unit.kind === "entertainment" ? "13:00" : "09:00",
  openTo: unit.kind === "entertainment" ? "23:30" : "21:00",
  restDays: [],
  closedOnHolidays: false,
  hasKitchen: ["restaurant", "hotel"].includes(unit.kind),
  hasControlRoom: unit.dutyPhone !== null,
  hasFireWater: unit.hasFacilities === true && unit.areaM2 !== null && unit.areaM2 > 3_000,
  industry:
    (
      {
        shop: "commerce",
        hotel: "culture",
        entertainment: "culture",
        hospital: "health",
        nursing: "civil",
        residence: "housing",
        smallPlace: "market",
        restaurant: "market",
      } as Readonly<Record<string, string>>
    )[unit.kind] ?? "other",
  startedOn: addDays(today, -420),
  fireStaff: unit.areaM2 !== null && unit.areaM2 > 5_000 ? 6 : 1,
});

/** The last two months; the two with accounts have this month's still to do. */
function checksOf(unit: Unit, list: Checklist | undefined, today: CalendarDate, isOwn: boolean): readonly Row[] {
  if (!list) return [];
  const first = `${today.slice(0, 7)}-01` as CalendarDate;
  const days = isOwn ? [addDays(first, -9), addDays(first, -41)] : [addDays(first, 0) > today ? today : first];
  return days.map((checkedOn, i) => ({
    key: `um-check-${unit.key}-${i}-${isOwn}`,
    unit: unit.key,
    title: list.title,
    checklist: list.id,
    checklistVersion: list.version,
    tier: "unit",
    checkedOn,
    checkedBy: unit.manager,
    minutes: unit.kind === "smallPlace" ? 5 : 35,
    passed: list.items.length,
    failed: 0,
    skipped: 0,
    answers: list.items.map((item) => ({ item: item.id, text: item.text, answer: "pass", note: "", place: "", photos: "", hazard: null })),
    sentAt: new Date(startOfDay(checkedOn).getTime() + 10 * 3_600_000).toISOString(),
  }));
}

const places = [
  ["消防控制室", "1 层"],
  ["东侧楼梯口", "2 层"],
  ["中庭卷帘下", "3 层"],
  ["女装区走道", "3 层"],
  ["配电间", "负 1 层"],
  ["厨房后门", "6 层"],
] as const;
const pointKey = (unit: Unit, i: number) => `um-point-${unit.key}-${i}`;
const pointsOf = (unit: Unit): readonly Row[] =>
  places.map(([name, place], i) => ({
    key: pointKey(unit, i),
    unit: unit.key,
    name,
    place,
    looksAt: "通道、器材、用电",
    code: randomBytes(9).toString("base64url"),
    turn: i + 1,
    inUse: true,
  }));

/** Two days of two-hourly rounds, and the closing check. */
function patrolsOf(unit: Unit, today: CalendarDate): readonly Row[] {
  return [2, 1].flatMap((back) => {
    const on = addDays(today, -back);
    const at = (minutes: number) => new Date(startOfDay(on).getTime() + minutes * 60_000).toISOString();
    const rounds = [555, 672, 790, 915, 1_030, 1_150].map((minutes, i) => ({
      minutes,
      kind: "patrol",
      place: places[i % places.length] ?? places[0],
    }));
    return [...rounds, { minutes: 1_262, kind: "closing", place: places[2] }].map(({ minutes, kind, place }) => ({
      key: `um-patrol-${unit.key}-${on}-${minutes}`,
      unit: unit.key,
      kind,
      pointName: `${place[1]} ${place[0]}`,
      scanned: true,
      patrolledOn: on,
      patrolledAt: at(minutes),
      patrolledBy: "刘燕",
      supervisor: unit.manager,
      result: "normal",
      photos: [],
    }));
  });
}

const plansOf = (unit: Unit): readonly Row[] =>
  (
    [
      ["unit", "全单位", unit.manager, "month"],
      ["section", "餐饮区", "朱丽", "week"],
      ["post", "配电间", "方勇", "day"],
    ] as const
  ).map(([tier, section, person, cycle]) => ({
    key: `um-plan-${unit.key}-${tier}`,
    unit: unit.key,
    tier,
    section,
    person,
    cycle,
    scope: "用火用电、疏散通道、器材",
    inForce: true,
  }));

const docOf = (unit: Unit, today: CalendarDate, kind: string, name: string): Row => ({
  key: `um-doc-${unit.key}-${kind}`,
  unit: unit.key,
  kind,
  name,
  edition: 3,
  inForceOn: addDays(today, -200),
  reviewBy: addDays(today, 165),
  state: "inForce",
});
const documentsOf = (unit: Unit, today: CalendarDate): readonly Row[] => [
  docOf(unit, today, "rule", "消防安全管理制度汇编"),
  docOf(unit, today, "procedure", "消防控制室操作规程"),
  docOf(unit, today, "organisation", "消防安全组织机构"),
  {
    ...docOf(unit, today, "plan", "灭火和应急疏散预案"),
    roles: [
      { post: "灭火行动组", person: "王建军", task: "三分钟到场灭火" },
      { post: "疏散引导组", person: "朱丽", task: "按区引导，清点人数" },
      { post: "通讯联络组", person: "刘燕", task: "报 119，通知各组" },
    ],
    routes: "东侧楼梯、西侧楼梯、中庭扶梯停运",
  },
  {
    ...docOf(unit, today, "plan", "灭火和应急疏散预案"),
    key: `um-doc-${unit.key}-plan-old`,
    edition: 2,
    inForceOn: addDays(today, -560),
    reviewBy: null,
    state: "replaced",
  },
];

const drillsOf = (unit: Unit, shop: Unit, today: CalendarDate): readonly Row[] => [
  {
    key: `um-drill-${unit.key}`,
    unit: unit.key,
    topic: "三层女装区起火全员疏散",
    heldOn: addDays(today, -48),
    kind: "full",
    plan: `um-doc-${unit.key}-plan`,
    participants: 186,
    minutes: 6,
    evaluation: "good",
    weaknesses: "两处疏散引导员到位慢",
    improvements: [{ what: "引导员对讲机配齐", person: "王建军", by: addDays(today, -20), done: "yes" }],
  },
  {
    key: `um-drill-${shop.key}`,
    unit: shop.key,
    topic: "灭火器使用",
    heldOn: addDays(today, -90),
    kind: "firefighting",
    participants: 2,
    minutes: 2,
    evaluation: "fair",
  },
];

const agencies = ["安泰消防技术服务部", "恒护消防技术服务部", "守正消防技术服务部"];
function reportsOf(unit: Unit, today: CalendarDate, i: number): readonly Row[] {
  const kinds: readonly (readonly [string, number])[] = unit.hasFacilities
    ? [
        ["maintenance", 6 + i],
        ["test", 120 + i],
        ["electrical", 60 + i],
      ]
    : unit.kind === "restaurant"
      ? [["duct", 30 + i]]
      : [];
  return kinds.map(([kind, back]) => ({
    key: `um-report-${unit.key}-${kind}`,
    unit: unit.key,
    kind,
    agency: agencies[i % agencies.length],
    doneOn: addDays(today, -back),
    result: i % 5 === 0 ? "problems" : "good",
    problems: i % 5 === 0 ? 2 : 0,
    opinion: i % 5 === 0 ? "两只末端试水装置压力表失准" : null,
    nextOn: addDays(today, kind === "maintenance" ? 30 - back : 365 - back),
  }));
}

const trainingsOf = (unit: Unit, shop: Unit, today: CalendarDate): readonly Row[] => [
  {
    key: `um-training-${unit.key}`,
    unit: unit.key,
    topic: "疏散引导与初起火灾扑救",
    heldOn: addDays(today, -60),
    kind: "regular",
    trained: 172,
    expected: 186,
    passed: 168,
  },
  {
    key: `um-training-${shop.key}`,
    unit: shop.key,
    topic: "店员消防常识",
    heldOn: addDays(today, -35),
    kind: "regular",
    trained: 1,
    expected: 2,
    passed: 1,
    names: shop.manager,
  },
];

const evaluationOf = (unit: Unit, today: CalendarDate, i: number): Row => ({
  key: `um-evaluation-${unit.key}-${i}`,
  unit: unit.key,
  evaluatedOn: addDays(today, -(20 + i * 7)),
  kind: i === 0 ? "agency" : "self",
  by: i === 0 ? agencies[0] : unit.manager,
  grade: i % 7 === 6 ? "poor" : i % 3 === 0 ? "good" : "fair",
  score: 92 - (i % 7) * 4,
  risks: [{ what: "用电负荷高", level: "middle", measure: "分路断电，每日巡查" }],
});

const personsOf = (unit: Unit, shop: Unit, today: CalendarDate): readonly Row[] =>
  (
    [
      [unit, "responsible", "全单位", unit.responsible],
      [unit, "manager", "全单位", unit.manager],
      [unit, "section", "餐饮区", "朱丽"],
      [unit, "operator", "消防控制室", "刘燕"],
      [unit, "guide", "三层女装区", "许梅"],
      [shop, "responsible", "全店", shop.responsible],
    ] as const
  ).map(([of, post, section, name], i) => ({
    key: `um-person-${of.key}-${post}-${i}`,
    unit: of.key,
    post,
    section,
    name,
    since: addDays(today, -700),
    acknowledgedOn: post === "guide" ? null : addDays(today, -300),
  }));

const equipmentRows = (unit: Unit, shop: Unit, today: CalendarDate): readonly Row[] => [
  {
    key: `um-equip-${unit.key}-1`,
    unit: unit.key,
    item: "extinguisher",
    model: "MFZ/ABC4",
    count: 240,
    place: "各层楼梯口",
    madeOn: addDays(today, -900),
    checkedOn: addDays(today, -20),
    expiresOn: addDays(today, 2_700),
    state: "good",
  },
  {
    key: `um-equip-${unit.key}-2`,
    unit: unit.key,
    item: "emergencyLight",
    count: 120,
    place: "疏散走道",
    checkedOn: addDays(today, -20),
    state: "good",
  },
  {
    key: `um-equip-${unit.key}-3`,
    unit: unit.key,
    item: "exitSign",
    count: 160,
    place: "疏散走道",
    checkedOn: addDays(today, -20),
    state: "good",
  },
  {
    key: `um-equip-${shop.key}-1`,
    unit: shop.key,
    item: "extinguisher",
    model: "MFZ/ABC3",
    count: 1,
    place: "收银台",
    checkedOn: addDays(today, -20),
    expiresOn: addDays(today, 900),
    state: "good",
  },
  {
    key: `um-equip-${shop.key}-2`,
    unit: shop.key,
    item: "extinguisher",
    model: "MFZ/ABC3",
    count: 1,
    place: "后门",
    checkedOn: addDays(today, -20),
    expiresOn: addDays(today, 900),
    state: "poor",
  },
  { key: `um-equip-${shop.key}-3`, unit: shop.key, item: "smokeDetector", count: 2, place: "店堂、库房", state: "good" },
];

const commitmentOf = (unit: Unit, today: CalendarDate, i: number): Row => ({
  key: `um-commitment-${unit.key}-${i}`,
  unit: unit.key,
  responsible: unit.responsible,
  responsiblePost: unit.kind === "smallPlace" ? "店主" : "总经理",
  manager: unit.manager,
  managerPost: unit.kind === "smallPlace" ? "店长" : "安全经理",
  showPhone: false,
  phone: null,
  words: commitmentWords,
  publishedOn: addDays(today, -(10 + i)),
  until: addDays(today, 300 - i * 20),
  state: "public",
  token: randomBytes(24).toString("base64url"),
});

const groupOf = (unit: Unit, city: City, today: CalendarDate): readonly Row[] =>
  city.units
    .filter((each) => each.kind === "shop" && each !== unit)
    .slice(0, 4)
    .map((member, i) => ({
      key: `um-group-${i}`,
      unit: unit.key,
      member: member.key,
      memberName: member.name,
      tier: i === 0 ? "second" : "third",
      responsible: member.responsible,
      manager: member.manager,
      agreementOn: i === 3 ? null : addDays(today, -80),
    }));

/** What the keeper of the shop has to mend: found by her own last check, due tomorrow. */
async function shopHazard(tx: Tx, services: Services, shop: Unit, list: Checklist | undefined, today: CalendarDate): Promise<void> {
  const now = services.clock.now();
  const item = list?.items.find((each) => each.text.includes("灭火器"));
  const area = keyOfCode(shop.area);
  const found = {
    area,
    unit: demoId(shop.key),
    placeWords: "后门",
    what: "后门灭火器压力不足",
    item: item && list ? `${list.id}#${item.id}` : null,
    origin: "selfCheck",
    originName: selfCheck.name,
    ground: item?.ground ?? null,
    foundOn: addDays(today, -6),
    demo: true,
  } as const;
  const raised = orThrow(
    await raiseHazard(tx, services, found, { actor: null, actorName: shop.manager ?? "店主", organ: null, now, today }),
  );
  orThrow(
    await assignToUnit({ tx, services, now, today }, raised.id, {
      grade: "minor",
      dueOn: addDays(today, 1),
      person: shop.manager,
      measures: item?.remedy ?? null,
    }),
  );
}
