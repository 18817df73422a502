/** 消防救援站与专职队: where engines stand. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, text } from "#platform/ledger/fields.ts";

export const station = defineLedger("forces.station", {
  label: "消防救援站",
  counter: "座",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 80 }),
    kind: choice(
      "类别",
      { special: "特勤站", first: "一级站", second: "二级站", small: "小型站", fullTime: "政府专职队" },
      { required: true, indexed: true },
    ),
    phone: text("值班电话", { max: 20, format: "phone" }),
    vehicles: integer("车辆", { unit: "台", min: 0, max: 200 }),
    crew: integer("执勤人数", { unit: "人", min: 0, max: 500 }),
  },
  search: ["name", "phone"],
  list: { columns: ["name", "kind", "area", "phone", "vehicles", "crew"], filters: ["area", "kind"] },
});
