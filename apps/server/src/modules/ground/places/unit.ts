/** 单位: whoever answers for fire safety at a place. 消防法 第十六条, 第十七条; the register of SH-5.14. */

import { defineLedger } from "#platform/ledger/define.ts";
import { choice, decimal, type Field, integer, long, organ, text, yes } from "#platform/ledger/fields.ts";
import { unitKinds } from "./domain/unit-kinds.ts";
import { gradeUnit } from "./rules-in-force.ts";

export const grades = { key: "重点单位", general: "一般单位", unknown: "资料不全" } as const;

export const unit = defineLedger("places.unit", {
  label: "单位",
  counter: "家",
  title: "name",
  place: "point",
  unit: "id",
  fields: {
    name: text("单位名称", { required: true, max: 100, group: "基本" }),
    code: text("统一编号", { max: 32, unique: true, group: "基本" }),
    creditCode: text("统一社会信用代码", { max: 18, format: "creditCode", indexed: true, group: "基本" }),
    kind: choice("类别", unitKinds, { required: true, indexed: true, group: "基本" }),
    address: text("地址", { required: true, max: 200, group: "基本" }),
    grade: choice("分级", grades, { readOnly: true, indexed: true, group: "分级" }),
    gradeReason: text("分级依据", { composed: true, readOnly: true, max: 400, group: "分级" }),
    computedGrade: choice("规则判定", grades, { readOnly: true, group: "分级" }),
    decidedGrade: choice("人工认定", { key: "重点单位", general: "一般单位" }, { group: "分级" }),
    decidedWhy: text("认定理由", { max: 200, group: "分级" }),
    highRisk: yes("火灾高危单位", { group: "分级" }),
    areaM2: decimal("建筑面积", { unit: "m²", min: 0, max: 5_000_000, group: "场所" }),
    businessAreaM2: decimal("营业面积", { unit: "m²", min: 0, max: 5_000_000, group: "场所" }),
    floors: integer("层数", { min: 0, max: 150, group: "场所" }),
    heightM: decimal("建筑高度", { unit: "m", min: 0, max: 800, group: "场所" }),
    rooms: integer("客房数", { unit: "间", min: 0, max: 20_000, group: "场所" }),
    beds: integer("床位数", { unit: "张", min: 0, max: 50_000, group: "场所" }),
    seats: integer("座位数", { unit: "个", min: 0, max: 200_000, group: "场所" }),
    staff: integer("从业人数", { unit: "人", min: 0, max: 200_000, group: "场所" }),
    storedT: decimal("储量", { unit: "t", min: 0, max: 10_000_000, group: "场所" }),
    hasFacilities: yes("设有自动消防设施", { group: "场所" }),
    regulator: organ("行业主管部门", { group: "责任" }),
    responsible: text("消防安全责任人", { max: 40, group: "责任" }),
    responsiblePhone: text("责任人电话", { max: 20, format: "phone", personal: "contact", group: "责任" }),
    manager: text("消防安全管理人", { max: 40, group: "责任" }),
    managerPhone: text("管理人电话", { max: 20, format: "phone", personal: "contact", group: "责任" }),
    dutyPhone: text("消防控制室电话", { max: 20, format: "phone", group: "责任" }),
    maintenance: text("维保单位", { max: 100, group: "责任" }),
    maintenancePhone: text("维保值班电话", { max: 20, format: "phone", group: "责任" }),
    networked: yes("已联网", { readOnly: true, indexed: true, group: "联网" }),
    vehicleEntry: text("车辆入口", { max: 100, group: "救援" }),
    pumpConnection: text("水泵接合器", { max: 100, group: "救援" }),
    evacuationFocus: text("疏散重点", { max: 100, group: "救援" }),
    hazardNote: text("危险源", { max: 100, group: "救援" }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["name", "code", "creditCode", "address", "dutyPhone"],
  list: {
    columns: ["name", "code", "kind", "area", "grade", "networked", "areaM2", "dutyPhone", "manager", "updatedAt"],
    filters: ["area", "kind", "grade", "networked", "hasFacilities", "highRisk"],
  },
  views: {
    key: { label: "重点单位", where: { grade: "key" } },
    networked: { label: "已联网", where: { networked: true } },
    incomplete: { label: "资料不全", where: { grade: "unknown" } },
    unplaced: { label: "缺经纬度", where: { lon: { set: false } } },
  },
  example: {
    name: "柯城商业大厦",
    creditCode: "91330802MA28F3K94X",
    kind: "shop",
    address: "衢州市柯城区上街 88 号",
    grade: "key",
    areaM2: 32_400,
    floors: 8,
    heightM: 36,
    staff: 420,
    hasFacilities: true,
    manager: "余建明",
    dutyPhone: "0570-3051190",
    networked: true,
  },
  purpose: "消防安全责任人、管理人联系（消防法 第十六条、第十七条）；不再任职后随修改清除",
  unitMayEdit: [
    "manager",
    "managerPhone",
    "dutyPhone",
    "maintenance",
    "maintenancePhone",
    "vehicleEntry",
    "pumpConnection",
    "evacuationFocus",
    "hazardNote",
  ],
  derive: (row) => gradeUnit(row),
  check: (row) => (row.decidedGrade && !row.decidedWhy ? [{ field: "decidedWhy", code: "places.decided_without_reason" }] : []),
});

/** Fields the key-unit rules may ask for. */
export const measuredFields: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(unit.fields).filter(([, field]) => field.kind === "decimal" || field.kind === "integer"),
);
