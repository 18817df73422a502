/** 履职档案: what the duties calendar must know of a unit beyond its register row: hours, days off, kitchen, control room. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, many, ref, text, yes } from "#platform/ledger/fields.ts";
import { industries } from "../domain/industry.ts";
import { required } from "./words.ts";

export const weekdays = { d1: "周一", d2: "周二", d3: "周三", d4: "周四", d5: "周五", d6: "周六", d0: "周日" } as const;

export const profile = defineLedger("unit-management.profile", {
  label: "履职档案",
  counter: "家",
  title: "unit",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required, unique: true }),
    openFrom: text("营业开始", { max: 5, format: "clock", help: "如 09:00；不填按 09:00", group: "营业" }),
    openTo: text("营业结束", { max: 5, format: "clock", help: "如 21:30；过零点照写", group: "营业" }),
    restDays: many("固定休息日", weekdays, { group: "营业" }),
    closedOnHolidays: yes("法定节假日停业", { group: "营业" }),
    closedFrom: day("停业开始", { group: "营业" }),
    closedTo: day("停业结束", { group: "营业" }),
    hasKitchen: yes("有厨房排油烟管道", { group: "场所" }),
    hasControlRoom: yes("有消防控制室", { group: "场所" }),
    hasFireWater: yes("有消防水池或水箱", { group: "场所" }),
    underground: yes("在地下", { group: "场所" }),
    industry: choice("行业", industries, { indexed: true, group: "场所" }),
    fireStaff: integer("专兼职消防人员", { unit: "人", min: 0, max: 5_000, group: "场所" }),
    startedOn: day("开始自管", { help: "从这一天起计履职", group: "场所" }),
    note: long("备注", { max: 500 }),
  },
  list: {
    columns: ["unit", "industry", "openFrom", "openTo", "closedFrom", "hasKitchen", "hasControlRoom", "area"],
    filters: ["area", "industry", "hasKitchen", "hasControlRoom"],
  },
  check: (row) =>
    row.closedFrom && row.closedTo && row.closedTo < row.closedFrom
      ? [{ field: "closedTo", code: "unit-management.ends_before_start" }]
      : [],
});
