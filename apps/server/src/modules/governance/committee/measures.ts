/** Figures of committees and meetings. A meeting counts for the area of the organ that held it; own counts are the area's less its children's. */
import { defineMeasure } from "#platform/measure/define.ts";
import { committee } from "./committee.ts";
import { followUp } from "./follow.ts";
import { matter } from "./matter.ts";
import { meeting } from "./meeting.ts";
import { attendee } from "./of-meeting.ts";
import { report } from "./report.ts";

const organ = { name: "organizations.organ" };
const task = { name: "policy-tasks.task" };

export const measures = [
  defineMeasure("committee.meetings_government", {
    label: "政府会议研究消防",
    unit: "次",
    better: "higher",
    by: { count: { of: meeting, where: { kind: ["executive", "office"] }, on: "heldOn" } },
    split: "kind",
    source: "QZ-2.1.2",
  }),
  defineMeasure("committee.meetings_committee", {
    label: "消安委全体会议",
    unit: "次",
    better: "higher",
    by: { count: { of: meeting, where: { kind: "plenary" }, on: "heldOn" } },
    source: "QZ-3.3.1",
  }),
  defineMeasure("committee.meetings_consultation", {
    label: "会商联席会议",
    unit: "次",
    better: "higher",
    by: { count: { of: meeting, where: { kind: ["consultation", "joint"] }, on: "heldOn" } },
    split: "theme",
    source: "SH-1.9",
  }),
  defineMeasure("committee.meetings_rural", {
    label: "研究农村消防的会议",
    unit: "次",
    better: "higher",
    by: { count: { of: meeting, where: { theme: "rural" }, on: "heldOn" } },
    source: "TY-2.4.1.1",
  }),
  defineMeasure("committee.reports_up", {
    label: "年度消防工作报告",
    unit: "份",
    better: "higher",
    by: { count: { of: report, where: { kind: "yearly" }, on: "submittedOn" } },
    source: "QZ-2.1.3",
  }),
  defineMeasure("committee.reports_special", {
    label: "专题和重大事项报告",
    unit: "份",
    better: "higher",
    by: { count: { of: report, where: { kind: ["special", "major"] }, on: "submittedOn" } },
    source: "PT-2.2.3.3",
  }),
  defineMeasure("committee.reports_on_time_rate", {
    label: "年度报告按时率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: report, where: { kind: "yearly" }, on: "dueOn" }, where: { onTime: true } },
    source: "QZ-2.1.3",
  }),
  defineMeasure("committee.minutes_tasks_done_rate", {
    label: "会议任务办结率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: task, where: { sourceKind: "minutes", state: { not: "withdrawn" } }, on: "dueOn" }, where: { state: "done" } },
    source: "SH-1.9",
  }),
  defineMeasure("committee.attendance_rate", {
    label: "成员单位到会率",
    unit: "%",
    better: "higher",
    by: {
      share: { of: attendee, where: { kind: "member", presence: { not: "unknown" } }, on: "heldOn" },
      where: { presence: ["present", "deputed"] },
    },
    source: "PT-2.2.3.2",
  }),
  defineMeasure("committee.town_committees_rate", {
    label: "街镇消安委成立率",
    unit: "%",
    better: "higher",
    target: 100,
    by: {
      each: { of: organ, where: { kind: "government", level: "town" } },
      has: { of: committee, via: "government", where: { level: "town", foundingNumber: { set: true } }, atLeast: 1 },
    },
    source: "PT-2.2.3.1",
  }),
  defineMeasure("committee.complete_rate", {
    label: "消安委机构健全率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: committee }, where: { complete: true } },
    source: "JX-1.1.5",
  }),
  defineMeasure("committee.requests", {
    label: "协调事项",
    unit: "件",
    by: { count: { of: matter, on: "openedAt" } },
    split: "kind",
    source: "PT-2.2.1.1",
  }),
  defineMeasure("committee.requests_answered", {
    label: "协调事项答复",
    unit: "件",
    better: "higher",
    by: { count: { of: matter, on: "answeredOn" } },
    split: "answer",
    source: "PT-2.2.1.1",
  }),
  defineMeasure("committee.follow_ups", {
    label: "督导跟进",
    unit: "次",
    better: "higher",
    by: { count: { of: followUp, on: "visitedOn" } },
    split: "way",
    source: "PT-3.2.2",
  }),
];
