/** Figures of enforcement; each opens the rows behind it. */
import { defineMeasure } from "#platform/measure/define.ts";
import { projectCheck, projectIssue, review } from "./construction/cases.ts";
import { handOver, jointFinding } from "./joint/cases.ts";
import { hotWork } from "./joint/hot-work.ts";
import { productCheck } from "./joint/products.ts";
import { escalation } from "./penalty/escalation.ts";
import { appeal, caseReview, feedback } from "./penalty/ledgers.ts";
import { penalty } from "./penalty/penalty.ts";
import { seal } from "./sealing/cases.ts";

/** 不予处罚 is decided too, and is no penalty. */
const punished = { state: { not: "exempt" } } as const;
const decided = { of: penalty, on: "decidedOn", where: punished } as const;
const welding = { of: penalty, on: "decidedOn", where: { ...punished, act: "hot-work" } } as const;

export const measures = [
  defineMeasure("enforcement.penalties", { label: "行政处罚", unit: "件", by: { count: decided }, split: "act", source: "JX-2.1.6" }),
  defineMeasure("enforcement.fines", {
    label: "罚款数额",
    unit: "元",
    by: { sum: decided, field: "fineYuan" },
    source: "JX-2.1.6",
  }),
  defineMeasure("enforcement.town_penalties", {
    label: "乡镇（街道）处罚",
    unit: "件",
    by: { count: { of: penalty, on: "decidedOn", where: { ...punished, town: true } } },
    source: "QZ-3.4.1",
  }),
  defineMeasure("enforcement.lane_penalties", {
    label: "消防车通道处罚",
    unit: "件",
    by: { count: { of: penalty, on: "decidedOn", where: { ...punished, act: ["lane-occupied", "lane-blocked", "lane-sealed"] } } },
    source: "TY-2.1.3.2",
  }),
  defineMeasure("enforcement.welding_penalties", { label: "违规电气焊处罚", unit: "件", by: { count: welding }, source: "QZ-4.1.3" }),
  defineMeasure("enforcement.hot_work_tickets", {
    label: "动火作业票",
    unit: "张",
    by: { count: { of: hotWork, on: "from" } },
    source: "QZ-4.1.3",
  }),
  defineMeasure("enforcement.upheld_rate", {
    label: "复议诉讼维持率",
    unit: "%",
    better: "higher",
    by: { share: { of: appeal, on: "decidedOn", where: { outcome: { not: "withdrawn" } } }, where: { outcome: "upheld" } },
    source: "SH-2.6",
  }),
  defineMeasure("enforcement.complaint_rate", {
    label: "执法投诉率",
    unit: "%",
    better: "lower",
    by: { share: { of: feedback, on: "askedOn" }, where: { complaint: true } },
    source: "SH-2.6",
  }),
  defineMeasure("enforcement.satisfaction", {
    label: "执法满意度",
    unit: "分",
    decimals: 2,
    better: "higher",
    by: { mean: { of: feedback, on: "askedOn" }, field: "score" },
    source: "SH-2.6",
  }),
  defineMeasure("enforcement.review_score", {
    label: "案卷评查均分",
    unit: "分",
    decimals: 1,
    better: "higher",
    by: { mean: { of: caseReview, on: "reviewedOn" }, field: "total" },
    source: "QZ-3.4.1",
  }),
  defineMeasure("enforcement.review_pass_rate", {
    label: "案卷合格率",
    unit: "%",
    better: "higher",
    by: { share: { of: caseReview, on: "reviewedOn" }, where: { grade: ["good", "pass"] } },
    source: "QZ-3.4.1",
  }),
  defineMeasure("enforcement.escalated_rate", {
    label: "逾期隐患升级率",
    unit: "%",
    better: "higher",
    by: { share: { of: escalation, on: "openedAt" }, where: { state: "escalated" } },
    source: "SH-3.2",
  }),
  defineMeasure("enforcement.seals", {
    label: "临时查封",
    unit: "处",
    by: { count: { of: seal, on: "sealedAt" } },
    split: "circumstance",
    source: "SH-3.6",
  }),
  defineMeasure("enforcement.joint_problems", {
    label: "联合执法发现问题",
    unit: "处",
    by: { sum: { of: jointFinding, on: "checkedOn" }, field: "problems" },
    source: "SH-1.11",
  }),
  defineMeasure("enforcement.hand_over_days", {
    label: "协同移交平均用时",
    unit: "天",
    decimals: 1,
    better: "lower",
    by: { mean: { of: handOver, on: "closedAt" }, between: ["openedAt", "closedAt"], in: "days" },
    source: "QZ-3.4.3",
  }),
  defineMeasure("enforcement.product_fail_rate", {
    label: "消防产品不合格率",
    unit: "%",
    better: "lower",
    by: { share: { of: productCheck, on: "checkedOn", where: { result: ["pass", "fail"] } }, where: { result: "fail" } },
    source: "JX-2.2.4",
  }),
  defineMeasure("enforcement.reviews_decided", {
    label: "消防审验办结",
    unit: "件",
    by: { count: { of: review, on: "decidedOn" } },
    split: "kind",
    source: "QZ-4.3.2",
  }),
  defineMeasure("enforcement.unreviewed_checks", {
    label: "未审验工程检查",
    unit: "次",
    by: { count: { of: projectCheck, on: "doneOn", where: { unreviewed: true } } },
    source: "QZ-4.3.3",
  }),
  defineMeasure("enforcement.project_issues", {
    label: "工程违法线索",
    unit: "条",
    by: { count: { of: projectIssue, on: "foundOn" } },
    split: "kind",
    source: "QZ-4.3.3",
  }),
];
