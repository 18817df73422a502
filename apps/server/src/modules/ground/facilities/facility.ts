/** 消防设施: one system of a building, of the types of GB/T 26875.3 table 4. 消防法 第十六条 (kept in working order). */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, long, ref, text } from "#platform/ledger/fields.ts";
import { facilityStates, systemTypeChoices } from "./codes.ts";

export const facility = defineLedger("facilities.facility", {
  label: "消防设施",
  counter: "套",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required: true }),
    building: ref("建筑", "places.building"),
    name: text("设施名称", { required: true, max: 100 }),
    systemType: choice("系统类型", systemTypeChoices, { required: true, indexed: true }),
    maker: text("生产厂家", { max: 100 }),
    model: text("型号", { max: 60 }),
    installedOn: day("投用日期"),
    maintenance: text("维保单位", { max: 100 }),
    maintenanceUntil: day("维保到期"),
    state: choice("状况", facilityStates, { required: true, indexed: true }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["name", "maker", "maintenance"],
  list: {
    columns: ["name", "unit", "building", "systemType", "maintenance", "maintenanceUntil", "state", "area"],
    filters: ["area", "systemType", "state"],
  },
  views: {
    faulty: { label: "有故障", where: { state: ["partial", "fault"] } },
    stopped: { label: "停用", where: { state: "stopped" } },
    maintenanceEnds: { label: "维保 30 天内到期", where: { maintenanceUntil: { to: "today+30d" } }, sort: "maintenanceUntil" },
  },
  unitMayEdit: ["maintenance", "maintenanceUntil", "note"],
});
