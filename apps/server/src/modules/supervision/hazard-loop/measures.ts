/** Figures of the hazard loop: stock, found, cleared, in time, how long, how often again; each opens the rows behind it. SH-3.4, PT-1.3, QZ-2.3.2. */
import { defineMeasure } from "#platform/measure/define.ts";
import { hazard } from "./hazard.ts";

const found = { of: hazard, where: { state: { not: "void" } }, on: "openedAt" } as const;
const closed = { of: hazard, where: { state: "closed" }, on: "closedAt" } as const;
const open = { of: hazard, where: { open: true } } as const;
const overdue = { open: true, dueAt: { before: "now" } } as const;

export const measures = [
  defineMeasure("hazard-loop.stock", {
    label: "隐患存量",
    unit: "处",
    better: "lower",
    by: { balance: { of: hazard, opened: "openedAt", ended: "closedAt" } },
    source: "SH-3.4",
  }),
  defineMeasure("hazard-loop.found", { label: "新增隐患", unit: "处", by: { count: found }, split: "grade" }),
  defineMeasure("hazard-loop.found_by_origin", { label: "新增隐患（按来源）", unit: "处", by: { count: found }, split: "origin" }),
  defineMeasure("hazard-loop.cleared", { label: "销号隐患", unit: "处", better: "higher", by: { count: closed } }),
  defineMeasure("hazard-loop.overdue", { label: "逾期隐患", unit: "处", better: "lower", by: { count: { of: hazard, where: overdue } } }),
  defineMeasure("hazard-loop.closed_rate", {
    label: "隐患闭环率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: found, where: { open: false } },
    source: "QZ-2.3.2",
  }),
  defineMeasure("hazard-loop.on_time_rate", {
    label: "按期整改率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: closed, where: { rectifiedOn: { to: { field: "dueOn" } } } },
    source: "TY-3.3.4",
  }),
  defineMeasure("hazard-loop.mean_days", {
    label: "平均销号用时",
    unit: "天",
    better: "lower",
    decimals: 1,
    by: { mean: closed, between: ["openedAt", "closedAt"], in: "days" },
  }),
  defineMeasure("hazard-loop.repeat_rate", {
    label: "隐患反复率",
    unit: "%",
    better: "lower",
    by: { share: found, where: { timesBefore: { from: 1 } } },
  }),
  defineMeasure("hazard-loop.returned_rate", {
    label: "复查退回率",
    unit: "%",
    better: "lower",
    by: { share: closed, where: { returns: { from: 1 } } },
  }),
  defineMeasure("hazard-loop.major_open", {
    label: "重大隐患存量",
    unit: "处",
    better: "lower",
    by: { count: { of: hazard, where: { open: true, grade: "major" } } },
  }),
  defineMeasure("hazard-loop.overdue_rate", {
    label: "逾期占比",
    unit: "%",
    better: "lower",
    by: { share: open, where: { dueAt: { before: "now" } } },
  }),
];
