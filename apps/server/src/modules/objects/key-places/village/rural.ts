/** The countryside: traditional villages with four problem types, works of eight kinds, and a condition index against its baseline. TY-2.4.4.1, TY-2.4.4.2, TY-2.4.4.5 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, many, organ, ref, text } from "#platform/ledger/fields.ts";
import { indexOf } from "./domain/condition-index.ts";

export const villageProblems = {
  fireResistance: "耐火等级低",
  lane: "消防车通道不畅通",
  spacing: "防火间距不足",
  wiring: "电气线路老化",
} as const;

export const traditionalVillage = defineLedger("key-places.traditional-village", {
  label: "传统村落",
  counter: "个",
  title: "name",
  place: "point",
  fields: {
    name: text("村落", { required: true, max: 100 }),
    kind: choice(
      "类别",
      { relic: "乡村文物古迹", traditional: "传统村落", ethnic: "民族村寨", architecture: "传统建筑群" },
      { required: true, indexed: true },
    ),
    households: integer("户数", { unit: "户", min: 0, max: 20_000 }),
    buildings: integer("建筑", { unit: "幢", min: 0, max: 20_000 }),
    timberBuildings: integer("其中木结构", { unit: "幢", min: 0, max: 20_000 }),
    problems: many("排查问题", villageProblems),
    surveyedOn: day("排查日期", { indexed: true }),
    before: long("改造前", { max: 1_000 }),
    beforePhotos: files("改造前照片", { max: 12 }),
    plan: long("改造计划", { max: 2_000 }),
    planBy: day("计划完成", { indexed: true }),
    solved: many("已解决问题", villageProblems),
    after: long("改造后", { max: 1_000 }),
    afterPhotos: files("改造后照片", { max: 12 }),
    left: integer("未解决", { readOnly: true, unit: "类", indexed: true }),
  },
  search: ["name"],
  list: {
    columns: ["name", "kind", "area", "timberBuildings", "problems", "solved", "left", "planBy"],
    filters: ["area", "kind", "left", "planBy"],
    sort: "name",
  },
  views: {
    left: { label: "未解决", where: { left: { from: 1 } } },
    unsurveyed: { label: "未排查", where: { surveyedOn: { set: false } } },
  },
  derive: (row) => ({ left: (row.problems ?? []).filter((each) => !(row.solved ?? []).includes(each)).length }),
});

export const workKinds = {
  livingConditions: "人居环境改造",
  relocation: "易地扶贫搬迁",
  dangerousHouses: "农村危房改造",
  rebuilding: "民房恢复重建",
  water: "水改",
  power: "电改",
  stove: "灶改",
  road: "路改",
} as const;

export const ruralWork = defineLedger("key-places.rural-work", {
  label: "乡村改造工程",
  counter: "项",
  title: "name",
  fields: {
    name: text("工程", { required: true, max: 120 }),
    kind: choice("类别", workKinds, { required: true, indexed: true }),
    village: ref("传统村落", traditionalVillage),
    villageName: text("村", { required: true, max: 100 }),
    households: integer("惠及户数", { required: true, unit: "户", min: 0, max: 20_000 }),
    householdList: long("户名册", { max: 4_000, help: "门牌，一行一户" }),
    lead: organ("牵头部门", { required: true }),
    removes: many(
      "消除的火灾隐患",
      { ...villageProblems, water: "消防水源不足", stove: "柴灶明火", storage: "柴草堆放", sockets: "私拉乱接" },
      { required: true },
    ),
    startOn: day("开工"),
    finishBy: day("计划完工", { indexed: true }),
    finishedOn: day("完工", { indexed: true }),
    result: long("消除情况", { max: 1_000 }),
  },
  search: ["name", "villageName"],
  list: {
    columns: ["name", "kind", "villageName", "area", "lead", "households", "removes", "finishBy", "finishedOn"],
    filters: ["area", "kind", "lead", "village", "finishBy"],
    sort: "name",
  },
  views: {
    running: { label: "未完工", where: { finishedOn: { set: false } }, sort: "finishBy" },
    late: { label: "超期", where: { finishedOn: { set: false }, finishBy: { before: "today" } }, sort: "finishBy" },
  },
  check: (row) => (row.finishedOn && !row.result ? [{ field: "result", code: "key-places.work_without_result" }] : []),
});

const score = (label: string, group: string) => decimal(label, { required: true, unit: "分", min: 0, max: 100, group });

export const villageCondition = defineLedger("key-places.village-condition", {
  label: "乡村消防安全条件",
  counter: "村",
  title: "village",
  fields: {
    village: text("村", { required: true, max: 100, group: "村" }),
    year: integer("评价年度", { required: true, min: 2020, max: 2100, group: "村" }),
    baseYear: integer("基期年度", { required: true, min: 2015, max: 2100, group: "村" }),
    baseFacilities: score("基期 消防设施", "基期"),
    baseWater: score("基期 消防水源", "基期"),
    baseLanes: score("基期 消防通道", "基期"),
    baseBrigade: score("基期 消防队伍", "基期"),
    baseHazards: score("基期 隐患状况", "基期"),
    facilities: score("消防设施", "本年"),
    water: score("消防水源", "本年"),
    lanes: score("消防通道", "本年"),
    brigade: score("消防队伍", "本年"),
    hazards: score("隐患状况", "本年"),
    assessedOn: day("评价日期", { required: true, group: "本年" }),
    baseIndex: decimal("基期指数", { readOnly: true, unit: "分", group: "指数" }),
    index: decimal("本年指数", { readOnly: true, unit: "分", indexed: true, group: "指数" }),
    change: decimal("变化", { readOnly: true, unit: "分", indexed: true, group: "指数" }),
  },
  search: ["village"],
  list: {
    columns: ["village", "area", "baseYear", "baseIndex", "year", "index", "change", "assessedOn"],
    filters: ["area", "year", "change", "assessedOn"],
    sort: "-assessedOn",
  },
  views: { worse: { label: "未改善", where: { change: { to: 0 } } } },
  derive(row) {
    const { baseFacilities, baseWater, baseLanes, baseBrigade, baseHazards } = row;
    const baseIndex = indexOf({
      facilities: baseFacilities,
      water: baseWater,
      lanes: baseLanes,
      brigade: baseBrigade,
      hazards: baseHazards,
    });
    const index = indexOf(row);
    return { baseIndex, index, change: baseIndex === null || index === null ? null : Math.round((index - baseIndex) * 10) / 10 };
  },
  check: (row) => ((row.year ?? 0) < (row.baseYear ?? 0) ? [{ field: "year", code: "key-places.year_before_baseline" }] : []),
});
