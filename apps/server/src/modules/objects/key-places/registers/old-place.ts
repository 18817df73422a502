/** 老旧场所: its type, the urban renewal it belongs to, works on it, and the control package its risk grade demands. TY-2.3.1.1, TY-2.3.1.2 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, many, ref, text, yes } from "#platform/ledger/fields.ts";
import { controlPackages } from "./rules-in-force.ts";

export const oldPlaceKinds = {
  estate: "老旧小区",
  shanty: "棚户区",
  market: "老旧市场",
  factory: "老旧厂房",
  school: "老旧学校",
  hospital: "老旧医院养老机构",
  entertainment: "老旧娱乐场所",
  office: "老旧写字楼",
  other: "其他",
} as const;
export const placeGrades = { red: "红", orange: "橙", yellow: "黄", blue: "蓝" } as const;

export const oldPlace = defineLedger("key-places.old-place", {
  label: "老旧场所",
  counter: "处",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 100, group: "登记" }),
    kind: choice("类别", oldPlaceKinds, { required: true, indexed: true, group: "登记" }),
    address: text("地址", { required: true, max: 200, group: "登记" }),
    unit: ref("单位", "places.unit", { group: "登记" }),
    builtYear: integer("建成年份", { min: 1000, max: 2100, group: "登记" }),
    residents: integer("居住或使用人数", { unit: "人", min: 0, max: 200_000, group: "登记" }),
    grade: choice("风险等级", placeGrades, { indexed: true, group: "差异化防控" }),
    package: long("应落实措施", { readOnly: true, max: 600, group: "差异化防控" }),
    inForce: yes("措施已落实", { indexed: true, group: "差异化防控" }),
    inForceOn: day("落实日期", { group: "差异化防控" }),
    inForceNote: text("落实情况", { max: 300, group: "差异化防控" }),
    renewal: choice(
      "所属更新改造",
      { estate: "老旧小区改造", shanty: "棚户区改造", urbanization: "新型城镇化", plan: "五年规划项目", none: "未列入" },
      { indexed: true, group: "升级改造" },
    ),
    renewalProject: text("项目名称", { max: 120, group: "升级改造" }),
    renewalBy: day("计划完成", { group: "升级改造" }),
    works: many(
      "消防设施升级",
      {
        hydrant: "消火栓",
        sprinkler: "喷淋或简易喷淋",
        detector: "火灾探测",
        lane: "打通消防通道",
        wiring: "电气线路改造",
        escape: "疏散楼梯",
        charging: "集中充电",
      },
      { group: "升级改造" },
    ),
    worksDone: yes("升级完成", { indexed: true, group: "升级改造" }),
  },
  search: ["name", "address", "renewalProject"],
  list: {
    columns: ["name", "kind", "area", "grade", "package", "inForce", "inForceOn", "renewal", "renewalProject", "worksDone"],
    filters: ["area", "kind", "grade", "inForce", "renewal", "worksDone"],
    sort: "name",
  },
  views: {
    notInForce: { label: "措施未落实", where: { any: [{ inForce: false }, { inForce: { set: false } }] } },
    ungraded: { label: "未评级", where: { grade: { set: false } } },
    renewing: { label: "改造中", where: { renewal: { not: "none" }, any: [{ worksDone: false }, { worksDone: { set: false } }] } },
  },
  derive: (row) => ({ package: row.grade ? controlPackages[row.grade].join("、") : null }),
  check: (row) =>
    row.inForce && !row.grade
      ? [{ field: "grade", code: "key-places.package_without_grade" }]
      : row.inForce && !row.inForceOn
        ? [{ field: "inForceOn", code: "key-places.package_without_day" }]
        : [],
});

/** 大型商业综合体. TY-1.5 */
export const largeMall = defineLedger("key-places.large-mall", {
  label: "大型商业综合体",
  counter: "家",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 100 }),
    address: text("地址", { required: true, max: 200 }),
    unit: ref("管理单位", "places.unit"),
    areaM2: integer("总建筑面积", { required: true, unit: "m²", min: 1, max: 5_000_000 }),
    tenants: integer("商户", { unit: "家", min: 0, max: 5_000 }),
    owners: integer("产权单位", { unit: "家", min: 0, max: 500 }),
    oneManager: yes("统一管理单位", { indexed: true }),
    brigade: integer("专职或志愿消防队", { unit: "人", min: 0, max: 500 }),
    openFlame: yes("餐饮使用明火"),
    atrium: yes("中庭贯通多层"),
    undergroundM2: integer("地下商业面积", { unit: "m²", min: 0, max: 1_000_000 }),
    selfCheckOn: day("最近自查", { indexed: true }),
    risk: long("突出风险", { max: 1_000 }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "area", "unit", "areaM2", "tenants", "oneManager", "brigade", "selfCheckOn"],
    filters: ["area", "oneManager", "selfCheckOn"],
    sort: "name",
  },
  views: { unmanaged: { label: "无统一管理", where: { any: [{ oneManager: false }, { oneManager: { set: false } }] } } },
});
