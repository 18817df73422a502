/** 消防控制室: whom the centre phones first. GB 25506-2010: manned 24 h, two certified persons a shift. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, ref, text } from "#platform/ledger/fields.ts";

export const controlRoom = defineLedger("facilities.control-room", {
  label: "消防控制室",
  counter: "间",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required: true }),
    building: ref("建筑", "places.building"),
    name: text("名称", { required: true, max: 60 }),
    floor: integer("楼层", { min: -10, max: 150 }),
    place: text("位置", { max: 100 }),
    phone: text("值班电话", { required: true, max: 20, format: "phone" }),
    perShift: integer("每班人数", { unit: "人", min: 0, max: 20 }),
    shiftHours: integer("每班时长", { unit: "h", min: 1, max: 24 }),
    certified: integer("持证人数", { unit: "人", min: 0, max: 200 }),
    staffing: choice("值守方式", { double: "双人", single: "单人", central: "集中值守" }, { indexed: true }),
  },
  search: ["name", "phone"],
  list: { columns: ["name", "unit", "phone", "floor", "perShift", "certified", "staffing", "area"], filters: ["area", "staffing"] },
  views: {
    // GB 25506-2010 (CR-02): fewer than two certified persons a shift; local exceptions are the office's to judge.
    understaffed: { label: "每班不足 2 人", where: { perShift: { before: 2 } } },
  },
  unitMayEdit: ["phone", "perShift", "shiftHours", "certified"],
});
