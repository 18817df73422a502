/** 建筑: classes by height and use, GB 50016-2014(2018) table 5.1.1 (rules/buildings.yaml). */

import { defineLedger } from "#platform/ledger/define.ts";
import { choice, decimal, integer, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { classOfBuilding } from "./rules-in-force.ts";
import { unit } from "./unit.ts";

export const buildingUses = {
  residential: "住宅",
  public: "公共建筑",
  mixed: "商住",
  factory: "厂房",
  store: "仓库",
  other: "其他",
} as const;

export const building = defineLedger("places.building", {
  label: "建筑",
  counter: "幢",
  title: "name",
  place: "point",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("管理单位", unit, { required: true }),
    name: text("建筑名称", { required: true, max: 100 }),
    use: choice("使用性质", buildingUses, { required: true, indexed: true }),
    floorsUp: integer("地上层数", { unit: "层", min: 0, max: 150 }),
    floorsDown: integer("地下层数", { unit: "层", min: 0, max: 10 }),
    heightM: decimal("建筑高度", { unit: "m", min: 0, max: 800 }),
    areaM2: decimal("建筑面积", { unit: "m²", min: 0, max: 5_000_000 }),
    builtYear: integer("建成年份", { min: 1000, max: 2100 }),
    structure: choice("结构", { concrete: "钢筋混凝土", steel: "钢结构", brick: "砖混", timber: "木结构", other: "其他" }),
    fireClass: text("建筑分类", { composed: true, readOnly: true, max: 60 }),
    highRise: yes("高层建筑", { readOnly: true, indexed: true }),
    hasFacilities: yes("设有自动消防设施"),
    plans: table("楼层平面图", { floor: integer("楼层"), name: text("名称"), plan: text("图形", { max: 200_000 }) }),
  },
  search: ["name"],
  list: {
    columns: ["name", "unit", "use", "area", "floorsUp", "heightM", "fireClass", "builtYear"],
    filters: ["area", "use", "highRise", "hasFacilities"],
  },
  views: { highRise: { label: "高层建筑", where: { highRise: true } } },
  derive: (row) => classOfBuilding(row),
});
