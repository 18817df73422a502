/** 应急消防管理站 of a town: one row a town; people present against the standard of its category; posts held by two. QZ-3.3.3, QZ-3.3.5, QZ-3.3.6 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { bodyStates, stationPosts, townCategories } from "../domain/kinds.ts";
import { stationStaff } from "../rules-in-force.ts";

const required = true;

export const station = defineLedger("grassroots.station", {
  label: "应急消防管理站",
  counter: "个",
  title: "town",
  place: "point",
  fields: {
    town: text("乡镇（街道）", { required, unique: true, max: 80, group: "设置" }),
    category: choice("乡镇类别", townCategories, { required, indexed: true, group: "设置" }),
    status: choice("设置情况", bodyStates, { required, indexed: true, group: "设置" }),
    form: choice("设置方式", { plate: "挂牌", own: "单设" }, { indexed: true, group: "设置" }),
    document: text("设置文件", { max: 120, group: "设置" }),
    documentFiles: files("文件", { max: 3, group: "设置" }),
    setOn: day("设置日期", { group: "设置" }),
    address: text("地址", { max: 200, group: "设置" }),
    phone: text("值班电话", { max: 20, format: "phone", group: "设置" }),
    head: text("站长", { max: 40, group: "人员" }),
    staffStandard: integer("应配人数", { readOnly: true, unit: "人", group: "人员" }),
    staffPresent: integer("在岗人数", { unit: "人", min: 0, max: 200, group: "人员" }),
    staffOfficial: integer("其中在编", { unit: "人", min: 0, max: 200, group: "人员" }),
    staffMet: yes("人数达标", { readOnly: true, indexed: true, group: "人员" }),
    countedOn: day("人数核实日期", { indexed: true, group: "人员" }),
    patrolCar: yes("应急消防巡逻车", { indexed: true, group: "装备" }),
    carPlate: text("车牌", { max: 20, group: "装备" }),
    equipment: table(
      "装备",
      { name: text("名称", { required }), count: integer("数量", { required, min: 0, max: 10_000 }) },
      { max: 60, group: "装备" },
    ),
    duties: long("职责", { max: 2_000, group: "职责" }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["town", "head"],
  list: {
    columns: ["town", "area", "category", "status", "form", "staffStandard", "staffPresent", "staffMet", "patrolCar", "head", "phone"],
    filters: ["area", "category", "status", "form", "staffMet", "patrolCar"],
    sort: "town",
  },
  views: {
    missing: { label: "未设置", where: { status: { not: "set" } } },
    short: { label: "人数不足", where: { status: "set", staffMet: false } },
    noCar: { label: "无巡逻车", where: { status: "set", patrolCar: { not: true } } },
  },
  derive: (row) => ({
    staffStandard: row.category ? stationStaff[row.category] : null,
    staffMet: row.category ? row.status === "set" && (row.staffPresent ?? 0) >= stationStaff[row.category] : null,
  }),
  check: (row) => [
    ...(row.status === "set"
      ? (["form", "document", "head"] as const).flatMap((field) => (row[field] ? [] : [{ field, code: "grassroots.set_without" }]))
      : []),
    ...((row.staffOfficial ?? 0) > (row.staffPresent ?? 0) ? [{ field: "staffOfficial", code: "grassroots.more_than_present" }] : []),
  ],
  example: {
    town: "柯城区荷花街道",
    category: "A",
    status: "set",
    form: "plate",
    staffPresent: 8,
    staffStandard: 8,
    staffMet: true,
    patrolCar: true,
  },
});

/** 岗位 with its A and its B: who does it, who does it when he is away, who of them is there today. */
export const stationPost = defineLedger("grassroots.station-post", {
  label: "管理站岗位",
  counter: "个",
  title: "post",
  partOf: "station",
  fields: {
    station: ref("管理站", station, { required }),
    post: choice("岗位", stationPosts, { required, indexed: true }),
    holderA: text("A 岗", { max: 40 }),
    phoneA: text("A 岗电话", { max: 20, format: "phone", personal: "contact" }),
    holderB: text("B 岗", { max: 40 }),
    phoneB: text("B 岗电话", { max: 20, format: "phone", personal: "contact" }),
    paired: yes("AB 岗齐备", { readOnly: true, indexed: true }),
    standing: choice("当前在岗", { a: "A 岗", b: "B 岗", none: "无人" }, { indexed: true }),
    standingOn: day("在岗登记日期"),
  },
  list: {
    columns: ["station", "post", "area", "holderA", "holderB", "paired", "standing", "standingOn"],
    filters: ["area", "station", "post", "paired", "standing"],
    sort: "post",
  },
  views: {
    unpaired: { label: "AB 岗不齐", where: { paired: { not: true } } },
    empty: { label: "当前无人", where: { standing: "none" } },
  },
  purpose: "管理站值班联系；人员离岗后随修改清除",
  derive: (row) => ({ paired: Boolean(row.holderA && row.holderB && row.holderA !== row.holderB) }),
  check: (row) =>
    row.standing === "b" && !row.holderB
      ? [{ field: "standing", code: "grassroots.nobody_in_post" }]
      : row.standing === "a" && !row.holderA
        ? [{ field: "standing", code: "grassroots.nobody_in_post" }]
        : [],
});
