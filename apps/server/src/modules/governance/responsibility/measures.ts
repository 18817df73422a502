/** Figures of responsibility; each opens the rows behind it. QZ-2.1.6, QZ-2.2.1, SH-8.3, JX-2.2.12 */
import { unit } from "#modules/ground/places/index.ts";
import { defineMeasure } from "#platform/measure/define.ts";
import { accountability } from "./accountability.ts";
import { determination, pledge, powerList, supportRequest } from "./cases.ts";
import { duty, guidance, yearTask } from "./ledgers.ts";

const share = { unit: "%", better: "higher", target: 100 } as const;
const members = { of: { name: "organizations.organ" }, where: { member: true } } as const;

export const measures = [
  defineMeasure("responsibility.duty_lists_rate", {
    ...{ label: "职责清单覆盖率", ...share, source: "SH-1.7, QZ-2.1.6" },
    by: { each: members, has: { of: duty, via: "organ", atLeast: 1 } },
  }),
  defineMeasure("responsibility.task_lists_rate", {
    ...{ label: "年度任务清单覆盖率", ...share, source: "QZ-2.1.6" },
    by: { each: members, has: { of: yearTask, via: "organ", where: { dueOn: { from: "today-365d" } }, atLeast: 1 } },
  }),
  defineMeasure("responsibility.power_lists_rate", {
    ...{ label: "权力和责任清单公开率", ...share, source: "QZ-2.2.1" },
    by: { each: members, has: { of: powerList, via: "organ", where: { state: "published", endedOn: { set: false } }, atLeast: 1 } },
  }),
  defineMeasure("responsibility.year_tasks_done_rate", {
    ...{ label: "年度任务按期完成率", ...share, source: "PT-4.3.1" },
    by: { share: { of: yearTask, on: "dueOn" }, where: { doneOn: { to: { field: "dueOn" } } } },
  }),
  defineMeasure("responsibility.pledges_rate", {
    ...{ label: "责任书签订率", ...share, source: "SH-8.3" },
    by: { share: { of: pledge, where: { state: ["draft", "offered", "pledged", "signed"] }, on: "signBy" }, where: { state: "signed" } },
  }),
  defineMeasure("responsibility.regulated_rate", {
    ...{ label: "单位归口率", ...share, source: "SH-1.8, JX-2.2.11" },
    by: { share: { of: unit }, where: { regulator: { set: true } } },
  }),
  defineMeasure("responsibility.determination_days", {
    ...{ label: "监管责任确定用时", unit: "天", better: "lower", decimals: 1, source: "JX-2.2.12" },
    by: { mean: { of: determination, where: { state: "decided" }, on: "closedAt" }, between: ["openedAt", "closedAt"], in: "days" },
  }),
  defineMeasure("responsibility.support_given", {
    ...{ label: "专业支持", unit: "件", source: "PT-4.1.2" },
    by: { count: { of: supportRequest, where: { state: "served" }, on: "servedOn" } },
    split: "from",
  }),
  defineMeasure("responsibility.guidance_given", {
    ...{ label: "指导督促", unit: "次", source: "JX-2.1.1" },
    by: { count: { of: guidance, on: "on" } },
  }),
  defineMeasure("responsibility.accountability_cases", {
    ...{ label: "责任追究", unit: "件", source: "SH-8.9" },
    by: { count: { of: accountability, on: "openedAt" } },
    split: "phase",
  }),
  defineMeasure("responsibility.exempted", {
    ...{ label: "尽职免责", unit: "件", source: "SH-8.8" },
    by: { count: { of: accountability, where: { state: "exempted" }, on: "decidedOn" } },
  }),
];
