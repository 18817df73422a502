/** Figures of tasks; each opens its rows. SH-0.2, SH-1.5, SH-9.1, PT-4.2.1, TY-4.3.1 */
import { defineMeasure } from "#platform/measure/define.ts";
import { adoption, finding, pilot, practice } from "./ledgers.ts";
import { stage } from "./programme.ts";
import { task } from "./task.ts";

export const measures = [
  defineMeasure("policy-tasks.tasks_done", {
    label: "任务办结",
    unit: "项",
    better: "higher",
    by: { count: { of: task, on: "finishedOn" } },
  }),
  defineMeasure("policy-tasks.tasks_open", { label: "在办任务", unit: "项", by: { count: { of: task, where: { open: true } } } }),
  defineMeasure("policy-tasks.tasks_overdue", {
    label: "逾期任务",
    unit: "项",
    better: "lower",
    by: { count: { of: task, where: { state: ["toSign", "doing"], dueOn: { before: "today" } } } },
  }),
  defineMeasure("policy-tasks.tasks_on_time_rate", {
    label: "任务按期完成率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: task, where: { state: "done" }, on: "finishedOn" }, where: { onTime: true } },
    source: "SH-1.5",
  }),
  defineMeasure("policy-tasks.findings_converted_rate", {
    label: "调研成果转化率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: finding, on: "foundOn" }, where: { converted: true } },
    source: "SH-0.2",
  }),
  defineMeasure("policy-tasks.stages_late", {
    label: "逾期未完成的阶段",
    unit: "个",
    better: "lower",
    by: { count: { of: stage, where: { to: { before: "today" }, closedOn: { set: false } } } },
    source: "TY-3.0.1",
  }),
  defineMeasure("policy-tasks.practices", {
    label: "经验做法",
    unit: "条",
    better: "higher",
    by: { count: { of: practice, on: "writtenOn" } },
    split: "topic",
    source: "PT-4.2.1",
  }),
  defineMeasure("policy-tasks.practices_adopted", {
    label: "经验做法采用",
    unit: "次",
    better: "higher",
    by: { count: { of: adoption, on: "adoptedOn" } },
    source: "TY-4.3.1",
  }),
  defineMeasure("policy-tasks.pilots", {
    label: "试点",
    unit: "个",
    better: "higher",
    by: { count: { of: pilot, on: "from" } },
    split: "result",
    source: "TY-4.3.1",
  }),
];
