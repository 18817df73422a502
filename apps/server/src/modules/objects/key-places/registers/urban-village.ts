/** 城中村 and the houses in it: an area with an outline, its buildings and households, what is wrong and what is done about it. SH-3.10 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, many, organ, ref, text } from "#platform/ledger/fields.ts";
import { outcomes } from "../campaigns/domain/kinds.ts";
import { checkOutline } from "./geojson.ts";

export const areaProblems = {
  lane: "消防通道不畅",
  spacing: "防火间距不足",
  fireResistance: "耐火等级低",
  wiring: "电气线路老化",
  threeInOne: "住宿与生产经营合用",
  groupRental: "群租",
  illegalBuilding: "违法建筑",
  eBike: "电动自行车违规充电",
  water: "消防水源不足",
  gas: "瓶装燃气隐患",
} as const;

export const urbanVillage = defineLedger("key-places.urban-village", {
  label: "城中村",
  counter: "个",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 100 }),
    outline: long("范围", { max: 100_000, help: "GeoJSON 面，WGS-84" }),
    buildings: integer("房屋", { unit: "幢", min: 0, max: 100_000 }),
    households: integer("户数", { unit: "户", min: 0, max: 1_000_000 }),
    residents: integer("居住人数", { unit: "人", min: 0, max: 1_000_000 }),
    problems: many("问题类型", areaProblems),
    measures: long("整治措施", { max: 2_000 }),
    lead: organ("牵头部门"),
    status: choice(
      "整治状态",
      { listed: "已列入", working: "整治中", done: "已完成", watched: "回头看" },
      { required: true, indexed: true },
    ),
    finishBy: day("完成期限", { indexed: true }),
  },
  search: ["name"],
  list: {
    columns: ["name", "area", "buildings", "households", "problems", "lead", "status", "finishBy"],
    filters: ["area", "status", "lead", "finishBy"],
    sort: "name",
  },
  views: {
    working: { label: "整治中", where: { status: "working" } },
    late: { label: "超期", where: { status: ["listed", "working"], finishBy: { before: "today" } }, sort: "finishBy" },
  },
  check: checkOutline,
});

export const villageHouse = defineLedger("key-places.village-house", {
  label: "城中村房屋",
  counter: "幢",
  title: "address",
  place: "point",
  partOf: "village",
  fields: {
    village: ref("城中村", urbanVillage, { required: true }),
    name: text("房屋", { required: true, max: 100 }),
    address: text("门牌", { required: true, max: 200 }),
    kind: choice(
      "类别",
      { own: "自住", rental: "出租", group: "群租", mixed: "住宿与生产经营合用", illegal: "违法建筑", shop: "经营" },
      { required: true, indexed: true },
    ),
    floors: integer("层数", { unit: "层", min: 0, max: 60 }),
    households: integer("户数", { unit: "户", min: 0, max: 1_000 }),
    problems: many("问题类型", areaProblems),
    measures: text("整治措施", { max: 300 }),
    outcome: choice("处置", outcomes, { indexed: true }),
    outcomeOn: day("处置日期", { indexed: true }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "village", "address", "kind", "households", "problems", "outcome", "outcomeOn"],
    filters: ["area", "village", "kind", "outcome", "outcomeOn"],
    sort: "address",
  },
  views: { left: { label: "未处置", where: { outcome: { set: false } } } },
  check: (row) => (row.outcome && !row.outcomeOn ? [{ field: "outcomeOn", code: "key-places.outcome_without_day" }] : []),
});
