/** How well units answer for themselves; all from the month's rows the nightly job writes, except what is counted from its own ledger. */
import { defineMeasure } from "#platform/measure/define.ts";
import { selfCheck } from "./ledgers/checks.ts";
import { responsible } from "./ledgers/file.ts";
import { dutyMonth, standardisation } from "./ledgers/followed.ts";
import { jointActivity } from "./ledgers/joint.ts";
import { fundRequest } from "./ledgers/property.ts";
import { training } from "./ledgers/records.ts";

const month = (where: Record<string, string | boolean | readonly string[]> = {}) => ({ of: dutyMonth, on: "month", where });
const promptRate = (key: string, label: string, field: string, source: string) =>
  defineMeasure(`unit-management.${key}`, {
    label,
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: month({ [field]: ["ontime", "late"] }), where: { [field]: "ontime" } },
    split: "kind",
    source,
  });

export const measures = [
  defineMeasure("unit-management.self_check_rate", {
    label: "单位自查率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: month(), where: { checked: true } },
    split: "kind",
    source: "QZ-2.3.1",
  }),
  defineMeasure("unit-management.activity_rate", {
    label: "三自主活跃率",
    unit: "%",
    better: "higher",
    by: { share: month({ managed: true }), where: { active: true } },
    split: "kind",
    source: "TY-1.10",
  }),
  defineMeasure("unit-management.high_risk_standard_rate", {
    label: "高风险单位标准化覆盖率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: month({ highRisk: true }), where: { standard: true } },
    split: "kind",
    source: "SH-1.18",
  }),
  defineMeasure("unit-management.standard_rate", {
    label: "行业标准化达标率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: month(), where: { standard: true } },
    split: "industry",
    source: "TY-1.7",
  }),
  promptRate("evaluation_rate", "评估按期率", "evaluationOk", "JX-3.1.3"),
  promptRate("maintenance_rate", "维保按期率", "maintenanceOk", "JX-3.1.4"),
  promptRate("electrical_rate", "电气检测按期率", "electricalOk", "JX-3.1.4"),
  promptRate("duct_rate", "油烟清洗按期率", "ductOk", "JX-3.1.4"),
  promptRate("drill_rate", "演练按期率", "drillOk", "SH-1.21"),
  defineMeasure("unit-management.adoption_rate", {
    label: "单位平台在用率",
    unit: "%",
    better: "higher",
    by: { share: month({ managed: true }), where: { adopted: true } },
    split: "kind",
    source: "JX-4.4.3",
  }),
  defineMeasure("unit-management.file_score", {
    label: "档案完整度",
    unit: "%",
    better: "higher",
    target: 100,
    by: { mean: month(), field: "fileScore" },
    source: "SH-1.16",
  }),
  defineMeasure("unit-management.self_checks", {
    label: "自查次数",
    unit: "次",
    better: "higher",
    by: { count: { of: selfCheck, on: "checkedOn" } },
    source: "TY-1.10",
  }),
  defineMeasure("unit-management.verified", {
    label: "标准化核定",
    unit: "家",
    better: "higher",
    by: { count: { of: standardisation, on: "verifiedOn", where: { level: ["A", "B", "C"] } } },
    split: "level",
    source: "QZ-2.2.4",
  }),
  defineMeasure("unit-management.fund_days", {
    label: "维修资金申请到完工",
    unit: "天",
    better: "lower",
    decimals: 1,
    by: { mean: { of: fundRequest, on: "fixedOn" }, field: "days" },
    source: "JX-3.2.3",
  }),
  defineMeasure("unit-management.joint_activities", {
    label: "联防活动次数",
    unit: "次",
    better: "higher",
    by: { count: { of: jointActivity, on: "heldOn" } },
    split: "kind",
    source: "SH-5.12",
  }),
  defineMeasure("unit-management.commitment_rate", {
    label: "承诺公示率",
    unit: "%",
    better: "higher",
    by: { share: month({ managed: true }), where: { committed: true } },
    split: "industry",
    source: "TY-2.5.2.3",
  }),
  defineMeasure("unit-management.trained", {
    label: "培训人次",
    unit: "人",
    better: "higher",
    by: { sum: { of: training, on: "heldOn" }, field: "trained" },
  }),
  defineMeasure("unit-management.expected", {
    label: "培训应到",
    unit: "人",
    by: { sum: { of: training, on: "heldOn" }, field: "expected" },
  }),
  defineMeasure("unit-management.participation_rate", {
    label: "全员参与率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { ratio: ["unit-management.trained", "unit-management.expected"], times: 100 },
    source: "JX-3.1.1",
  }),
  defineMeasure("unit-management.acknowledged_rate", {
    label: "岗位职责签收率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: responsible }, where: { acknowledgedOn: { set: true } } },
    source: "JX-3.2.1",
  }),
];
