/** 微型消防站: a few trained people with basic equipment, first at the scene. PT-2.3.3, JX-4.2. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, ref, text } from "#platform/ledger/fields.ts";

export const station = defineLedger("micro-station.station", {
  label: "微型消防站",
  counter: "个",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 80 }),
    kind: choice("类别", { community: "社区", unit: "单位" }, { required: true, indexed: true }),
    unit: ref("所属单位", "places.unit"),
    phone: text("值班电话", { max: 20, format: "phone" }),
    captain: text("站长", { max: 40 }),
    captainPhone: text("站长电话", { max: 20, format: "phone", personal: "contact" }),
    crew: integer("队员", { unit: "人", min: 0, max: 200 }),
    onDuty: integer("在岗", { unit: "人", min: 0, max: 200 }),
  },
  search: ["name", "phone"],
  list: { columns: ["name", "kind", "area", "phone", "captain", "crew", "onDuty"], filters: ["area", "kind"] },
  purpose: "联勤联动联系（微型消防站 值班电话与站长）；站长更换后随修改清除",
});
