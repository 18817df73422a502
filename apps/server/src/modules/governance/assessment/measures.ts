/** Outcomes and the work of assessing as measures; duties of policy packs bind to these names. QZ-1.2.2, QZ-1.2.3, JX-0.3–0.5, TY-1.19–1.21 */
import { pledge } from "#modules/governance/responsibility/index.ts";
import { defineMeasure } from "#platform/measure/define.ts";
import { commendation } from "./commendation.ts";
import { entrant, receipt, resultUse, system } from "./ledgers.ts";
import { awareness, fireOutcome } from "./outcome.ts";
import { roundItem } from "./round-items.ts";
import { sanction } from "./sanction.ts";
import { situationRule } from "./situation.ts";
import { finding, round } from "./supervision.ts";
import { yearCase } from "./year-case.ts";

const byMonth = { of: fireOutcome, on: "month" };
const surveyed = { of: awareness, on: "surveyedOn" };

export const measures = [
  defineMeasure("assessment.fires", {
    label: "火灾起数",
    unit: "起",
    better: "lower",
    by: { sum: byMonth, field: "fires" },
    source: "JX-0.5",
  }),
  defineMeasure("assessment.deaths", {
    label: "火灾死亡人数",
    unit: "人",
    better: "lower",
    by: { sum: byMonth, field: "deaths" },
    source: "JX-0.4",
  }),
  defineMeasure("assessment.injuries", { label: "火灾受伤人数", unit: "人", better: "lower", by: { sum: byMonth, field: "injuries" } }),
  defineMeasure("assessment.loss", {
    label: "火灾直接财产损失",
    unit: "万元",
    better: "lower",
    decimals: 1,
    by: { sum: byMonth, field: "lossWan" },
  }),
  defineMeasure("assessment.large_fires", {
    label: "较大火灾起数",
    unit: "起",
    better: "lower",
    by: { sum: byMonth, field: "large" },
    source: "JX-0.3",
  }),
  defineMeasure("assessment.major_fires", {
    label: "重大亡人责任火灾",
    unit: "起",
    better: "lower",
    by: { sum: byMonth, field: "majorResponsible" },
    source: "GA-04",
  }),
  defineMeasure("assessment.gravest_fires", {
    label: "特别重大亡人责任火灾",
    unit: "起",
    better: "lower",
    by: { sum: byMonth, field: "gravestResponsible" },
    source: "GA-05",
  }),
  // Cells are kept by the database from the ledger of people: the newest count of the three years up to the month, an area's own and never a sum.
  defineMeasure("assessment.people", { label: "常住人口", unit: "人", by: { given: "assessment.population" } }),
  defineMeasure("assessment.death_rate", {
    label: "十万人火灾死亡率",
    unit: "人/十万人",
    better: "lower",
    decimals: 3,
    target: 0.047,
    by: { ratio: ["assessment.deaths", "assessment.people"], times: 100_000 },
    source: "QZ-1.2.2",
  }),
  defineMeasure("assessment.fire_rate", {
    label: "万人火灾起数",
    unit: "起/万人",
    better: "lower",
    decimals: 2,
    by: { ratio: ["assessment.fires", "assessment.people"], times: 10_000 },
  }),
  defineMeasure("assessment.awareness_asked", { label: "知晓率样本", unit: "人", by: { sum: surveyed, field: "asked" } }),
  defineMeasure("assessment.awareness_knew", { label: "知晓合格人数", unit: "人", by: { sum: surveyed, field: "knew" } }),
  defineMeasure("assessment.awareness_rate", {
    label: "消防安全常识知晓率",
    unit: "%",
    better: "higher",
    decimals: 1,
    target: 90,
    by: { ratio: ["assessment.awareness_knew", "assessment.awareness_asked"], times: 100 },
    source: "QZ-1.2.3",
  }),
  defineMeasure("assessment.assessed", {
    label: "已考核政府",
    unit: "个",
    better: "higher",
    by: { count: { of: entrant, on: "frozenOn" } },
    source: "SH-8.5",
  }),
  // By the first day of the year: of the governments entered for it, those whose year was assessed to its freeze.
  defineMeasure("assessment.assessed_rate", {
    label: "考核完成率",
    unit: "%",
    better: "higher",
    by: { share: { of: entrant, on: "startedOn" }, where: { frozenOn: { set: true } } },
    source: "SH-8.5",
  }),
  defineMeasure("assessment.pledges", {
    label: "签订责任状",
    unit: "份",
    better: "higher",
    by: { count: { of: pledge, where: { state: ["pledged", "signed"] }, on: "pledgedOn" } },
  }),
  defineMeasure("assessment.circulars", {
    label: "考核通报",
    unit: "份",
    better: "higher",
    by: { count: { of: yearCase, on: "issuedOn" } },
    source: "SH-8.6",
  }),
  defineMeasure("assessment.receipts_rate", {
    label: "通报签收率",
    unit: "%",
    better: "higher",
    by: { share: { of: receipt, on: "sentOn" }, where: { readAt: { set: true } } },
  }),
  defineMeasure("assessment.rounds", {
    label: "督导轮次",
    unit: "轮",
    better: "higher",
    by: { count: { of: round, on: "from" } },
    split: "kind",
    source: "PT-2.2.4.1",
  }),
  defineMeasure("assessment.findings", {
    label: "督导问题反馈",
    unit: "个",
    by: { count: { of: finding, on: "sentOn" } },
    split: "kind",
    source: "PT-2.2.4.5",
  }),
  defineMeasure("assessment.findings_late", {
    label: "督导问题逾期未改",
    unit: "件",
    better: "lower",
    by: { count: { of: finding, on: "lateOn" } },
    source: "PT-2.2.4.6",
  }),
  defineMeasure("assessment.findings_closed_rate", {
    label: "督导问题整改率",
    unit: "%",
    better: "higher",
    by: { share: { of: finding, where: { state: ["sent", "replied", "closed"] }, on: "sentOn" }, where: { state: "closed" } },
  }),
  defineMeasure("assessment.sanctions", {
    label: "追责决定",
    unit: "件",
    by: { count: { of: sanction, where: { decided: { set: true } }, on: "decidedOn" } },
    split: "decided",
    source: "PT-2.2.4.8",
  }),
  defineMeasure("assessment.round_items_checked", {
    label: "督导核对",
    unit: "项",
    better: "higher",
    by: { count: { of: roundItem, where: { result: { set: true } }, on: "checkedOn" } },
    split: "section",
    source: "PT-2.2.4.2",
  }),
  // Cells are written each night for the city and its counties; an area's own, never a sum.
  defineMeasure("assessment.situation_index", {
    label: "消防安全形势综合指数",
    unit: "",
    better: "lower",
    decimals: 1,
    target: situationRule.better,
    by: { given: "assessment.daily" },
    source: "TY-1.22",
  }),
  defineMeasure("assessment.uses", {
    label: "结果运用",
    unit: "项",
    better: "higher",
    by: { count: { of: resultUse, on: "doneOn" } },
    split: "kind",
    source: "PT-2.1.3.3",
  }),
  defineMeasure("assessment.commended", {
    label: "表彰奖励",
    unit: "项",
    better: "higher",
    by: { count: { of: commendation, where: { state: "awarded" }, on: "awardedOn" } },
    source: "QZ-8.2",
  }),
  defineMeasure("assessment.systems", {
    label: "纳入的考核体系",
    unit: "项",
    better: "higher",
    by: { count: { of: system } },
    split: "system",
    source: "JX-1.1.3",
  }),
  defineMeasure("assessment.systems_risen_rate", {
    label: "消防考核比重提高",
    unit: "%",
    better: "higher",
    by: { share: { of: system, where: { before: { set: true } } }, where: { rose: true } },
    source: "JX-1.1.4",
  }),
  defineMeasure("assessment.findings_told_rate", {
    label: "督导问题书面反馈率",
    unit: "%",
    better: "higher",
    target: 100,
    by: {
      share: { of: finding, where: { state: ["found", "sent", "replied", "closed"] }, on: "foundOn" },
      where: { letter: { set: true } },
    },
    source: "PT-2.2.4.5",
  }),
  defineMeasure("assessment.findings_on_time_rate", {
    label: "督导问题按期整改率",
    unit: "%",
    better: "higher",
    target: 100,
    by: {
      share: { of: finding, where: { state: ["sent", "replied", "closed"] }, on: "sentOn" },
      where: { state: "closed", lateOn: { set: false } },
    },
    source: "PT-2.2.4.6",
  }),
  defineMeasure("assessment.uses_done_rate", {
    label: "结果运用落实率",
    unit: "%",
    better: "higher",
    by: { share: { of: resultUse, on: "dueOn" }, where: { doneOn: { set: true } } },
    source: "PT-2.1.3.3",
  }),
  defineMeasure("assessment.qualified_rate", {
    label: "考核合格率",
    unit: "%",
    better: "higher",
    by: { share: { of: entrant, where: { finalGrade: { set: true } }, on: "frozenOn" }, where: { finalFailed: false } },
    source: "PT-2.1.3.2",
  }),
  // By the last day of the year that was assessed.
  defineMeasure("assessment.years_told_rate", {
    label: "年度考核办结率",
    unit: "%",
    better: "higher",
    by: { share: { of: yearCase, on: "until" }, where: { issuedOn: { set: true } } },
    source: "SH-8.5",
  }),
];
