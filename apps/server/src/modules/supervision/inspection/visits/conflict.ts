/**
 * 检查冲突: two people checked the same place on the same day and found different things. Both records stay as they are; a person decides, item by
 * item, which answer stands, and the other is marked as overruled.
 */
import { defineCase } from "#platform/case/define.ts";
import { day, integer, long, ref, text } from "#platform/ledger/fields.ts";

export const conflict = defineCase("inspection.conflict", {
  label: "检查冲突",
  counter: "起",
  title: "what",
  unit: "unit",
  fields: {
    what: text("冲突", { max: 200, readOnly: true, composed: true }),
    unit: ref("单位", "places.unit", { readOnly: true }),
    unitName: text("单位名称", { max: 100, readOnly: true }),
    onDay: day("检查日期", { readOnly: true }),
    who: text("检查人", { max: 400, readOnly: true }),
    items: integer("待定", { unit: "项", readOnly: true }),
    reason: long("裁定说明", { max: 1_000 }),
  },
  search: ["unitName", "who"],
  list: { columns: ["unitName", "onDay", "what", "area", "who", "state", "dueAt"], filters: ["area", "state", "onDay"] },
  views: { open: { label: "待裁定", where: { open: true }, sort: "dueAt" } },
  states: {
    open: { label: "待裁定", due: { working: 2 } },
    settled: { label: "已裁定", end: true },
  },
  start: "open",
  moves: {
    settle: {
      label: "裁定",
      from: ["open"],
      to: "settled",
      by: "inspection.settle",
      asks: ["reason"],
      refuse: (row) => (row.items ? { code: "inspection.undecided", params: { n: row.items } } : undefined),
    },
  },
  sameWhileOpen: ["unit", "onDay"],
});
