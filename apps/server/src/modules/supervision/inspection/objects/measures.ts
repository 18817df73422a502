/** Figures of supervision: who answers for whom, who was checked, in time, and driven by what. PT-2.2.2.4, TY-1.15. */
import { defineMeasure } from "#platform/measure/define.ts";
import { task } from "../tasks/task.ts";
import { object } from "./object.ts";

export const responsible = defineMeasure("inspection.responsibility_rate", {
  label: "监管责任覆盖率",
  unit: "%",
  better: "higher",
  target: 100,
  by: { share: { of: object }, where: { industryOrgan: { set: true }, areaOrgan: { set: true } } },
});
export const done = defineMeasure("inspection.checks_done", {
  label: "完成检查数",
  unit: "次",
  better: "higher",
  by: { count: { of: task, where: { state: "done" }, on: "doneOn" } },
});
export const onTime = defineMeasure("inspection.on_time_rate", {
  label: "检查按时率",
  unit: "%",
  better: "higher",
  by: { share: { of: task, where: { state: "done" }, on: "doneOn" }, where: { doneOn: { to: { field: "dueOn" } } } },
});
export const byRisk = defineMeasure("inspection.risk_driven_rate", {
  label: "风险驱动检查占比",
  unit: "%",
  better: "higher",
  by: { share: { of: task, where: { state: "done" }, on: "doneOn" }, where: { byRisk: true } },
});
