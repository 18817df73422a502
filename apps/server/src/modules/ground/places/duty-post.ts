/** 值班岗位: a post that must be manned, such as the fire-control room 24 h. 公安部令第61号, GB 25506. */

import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, ref, text } from "#platform/ledger/fields.ts";
import { unit } from "./unit.ts";

export const dutyPost = defineLedger("places.duty-post", {
  label: "值班岗位",
  counter: "个",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", unit, { required: true }),
    name: text("岗位名称", { required: true, max: 60 }),
    kind: choice(
      "类别",
      { controlRoom: "消防控制室", patrol: "巡查", microStation: "微型消防站", gate: "门岗" },
      { required: true, indexed: true },
    ),
    hours: choice("时段", { allDay: "24 小时", day: "白天", business: "营业时间" }, { required: true }),
    perShift: integer("每班人数", { unit: "人", min: 1, max: 50, required: true }),
    phone: text("岗位电话", { max: 20, format: "phone" }),
  },
  search: ["name"],
  list: { columns: ["name", "unit", "kind", "hours", "perShift", "phone"], filters: ["area", "kind", "hours"] },
});
