/** 区域联防: groups of units with lead, contacts, shared equipment and an area on the map; what they do together, checked by another member. SH-5.11, SH-5.12. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, table, text } from "#platform/ledger/fields.ts";
import { LOCK_DAYS, required } from "./words.ts";

export const jointGroup = defineLedger("unit-management.joint-group", {
  label: "联防组织",
  counter: "个",
  title: "name",
  place: "point",
  partOf: "unit",
  fields: {
    name: text("名称", { required, max: 100 }),
    unit: ref("牵头单位", "places.unit", { required }),
    leader: text("召集人", { required, max: 40 }),
    phone: text("值班电话", { required, max: 20, format: "phone" }),
    radiusM: integer("覆盖半径", { unit: "m", min: 20, max: 5_000 }),
    outline: long("片区边界", { max: 4_000, format: "outline", help: "经度,纬度 每行一点，至少三点；不填按半径画圆" }),
    shared: table("共用器材", { what: text("器材"), count: integer("数量"), place: text("存放处") }),
    rules: long("互助约定", { max: 2_000 }),
  },
  search: ["name", "leader", "phone"],
  list: { columns: ["name", "unit", "leader", "phone", "radiusM", "area"], filters: ["area"] },
});

export const jointMember = defineLedger("unit-management.joint-member", {
  label: "联防成员",
  counter: "家",
  title: "unit",
  partOf: "group",
  unit: "unit",
  fields: {
    group: ref("联防组织", jointGroup, { required }),
    unit: ref("成员单位", "places.unit", { required }),
    contact: text("联系人", { required, max: 40 }),
    phone: text("联系电话", { max: 20, format: "phone", personal: "contact" }),
    keyStaff: integer("重点岗位员工", { unit: "人", min: 0, max: 10_000 }),
    joinedOn: day("加入日期", { required }),
  },
  search: ["contact"],
  list: { columns: ["unit", "group", "contact", "keyStaff", "joinedOn", "area"], filters: ["area", "group", "unit"] },
  purpose: "联防互助的联系；退出后随注销清除",
});

export const activities = {
  daily: "日常消防管理",
  publicity: "片区宣传教育",
  upkeep: "设施维护保养",
  hazards: "隐患发现整改",
  firefighting: "初期火灾扑救",
} as const;
export const jointActivity = defineLedger("unit-management.joint-activity", {
  label: "联防活动",
  counter: "次",
  title: "what",
  partOf: "group",
  unit: "unit",
  unitKeeps: true,
  record: { on: "heldOn", lockDays: LOCK_DAYS },
  fields: {
    group: ref("联防组织", jointGroup, { required }),
    unit: ref("组织单位", "places.unit", { required }),
    kind: choice("工作", activities, { required, indexed: true }),
    heldOn: day("日期", { required, indexed: true }),
    what: text("内容", { required, max: 200 }),
    participants: integer("参加人数", { unit: "人", min: 0, max: 10_000 }),
    checkedUnit: ref("互查单位", "places.unit"),
    checkedBy: text("互查人", { max: 40 }),
    found: integer("发现隐患", { unit: "处", min: 0, max: 1_000 }),
    photos: files("照片"),
  },
  search: ["what"],
  list: {
    columns: ["what", "group", "unit", "kind", "heldOn", "participants", "checkedUnit", "found", "area"],
    filters: ["area", "kind", "heldOn", "group", "unit"],
    sort: "-heldOn",
  },
  views: { crossChecks: { label: "互查", where: { checkedUnit: { set: true } }, sort: "-heldOn" } },
  check: (row) =>
    row.checkedUnit && row.checkedUnit === row.unit ? [{ field: "checkedUnit", code: "unit-management.checks_itself" }] : [],
});
