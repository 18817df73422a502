/**
 * 监督检查记录: one check of one place, as it was answered in the field. Rows come from phones alone (apply-pieces.ts); nobody edits them afterwards.
 * Source: 消防监督检查规定（公安部令第120号）第二十条 (record, signatures, refusal noted); 行政处罚法 第三十三条 (首违不罚).
 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, moment, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { purposes } from "../tasks/purposes.ts";

export const visitResults = { inProgress: "检查中", passed: "未发现问题", problems: "发现问题", guided: "指导改正" } as const;
const readOnly = true;

export const visit = defineLedger("inspection.visit", {
  label: "监督检查记录",
  counter: "次",
  title: "unitName",
  place: "point",
  unit: "unit",
  fields: {
    unitName: text("被检查单位", { max: 100, readOnly, group: "检查" }),
    unit: ref("单位台账", "places.unit", { readOnly, group: "检查" }),
    onDay: day("检查日期", { readOnly, indexed: true, group: "检查" }),
    purpose: choice("检查种类", purposes, { readOnly, indexed: true, group: "检查" }),
    result: choice("检查结果", visitResults, { readOnly, indexed: true, group: "检查" }),
    task: text("任务", { max: 36, readOnly, group: "检查" }),
    listTitle: text("检查表", { max: 100, readOnly, group: "检查" }),
    checklist: text("检查表编号", { max: 80, readOnly, group: "检查" }),
    listVersion: integer("检查表版本", { readOnly, group: "检查" }),
    startedAt: moment("开始", { readOnly, group: "检查" }),
    endedAt: moment("结束", { readOnly, group: "检查" }),
    inspectors: text("检查人", { max: 400, readOnly, group: "人员" }),
    inspector: person("记录人", { readOnly, group: "人员" }),
    present: text("单位在场人", { max: 40, readOnly, group: "人员" }),
    presentPost: text("在场人职务", { max: 40, readOnly, group: "人员" }),
    answered: integer("已查", { unit: "项", readOnly, group: "结果" }),
    failed: integer("不合格", { unit: "项", readOnly, group: "结果" }),
    hazards: integer("生成隐患", { unit: "条", readOnly, group: "结果" }),
    guidance: yes("指导式检查", { readOnly, group: "结果" }),
    firstExempt: yes("首违不罚", { readOnly, group: "结果" }),
    opinion: long("检查意见", { max: 2_000, readOnly, group: "结果" }),
    signedByInspector: yes("检查人已签字", { readOnly, group: "签字" }),
    signedByUnit: yes("单位已签字", { readOnly, group: "签字" }),
    unitRefused: text("拒签理由", { max: 200, readOnly, group: "签字" }),
    inConflict: yes("同日结论不同", { readOnly, indexed: true, group: "结果" }),
    accuracyM: integer("位置误差", { unit: "m", readOnly, group: "检查" }),
    receivedAt: moment("收到", { readOnly, group: "检查" }),
  },
  search: ["unitName", "inspectors", "present"],
  list: {
    columns: ["unitName", "onDay", "purpose", "area", "result", "answered", "failed", "hazards", "inspectors", "signedByUnit"],
    filters: ["area", "onDay", "purpose", "result", "inConflict", "guidance"],
    sort: "-startedAt",
  },
  views: {
    problems: { label: "发现问题", where: { result: "problems" }, sort: "-startedAt" },
    open: { label: "检查中", where: { result: "inProgress" }, sort: "-startedAt" },
    conflict: { label: "结论不同", where: { inConflict: true }, sort: "-startedAt" },
  },
});
