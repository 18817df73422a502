/** What is followed to its end: standardisation self-assessed and verified, and the reminder of a duty. SH-1.18, QZ-2.2.4, TY-1.7. */

import { unitKinds } from "#modules/ground/places/index.ts";
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { levels } from "../domain/file-score.ts";
import { industries } from "../domain/industry.ts";
import { OWN_ROUTES, readOnly, required } from "./words.ts";

export const standardSets = {
  general: "通用标准",
  crowded: "人员密集场所标准",
  hazardous: "易燃易爆单位标准",
  highRise: "高层建筑标准",
  underground: "地下空间标准",
} as const;

export const standardisation = defineCase("unit-management.standardisation", {
  label: "标准化评定",
  counter: "份",
  title: "unit",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    kind: choice("单位类别", unitKinds, { readOnly, indexed: true }),
    set: choice("标准", standardSets, { required, readOnly, indexed: true }),
    year: integer("年度", { required, readOnly, indexed: true }),
    items: table(
      "逐项得分",
      { item: text("项目"), title: text("内容"), weight: integer("分值"), self: integer("自评"), verified: integer("核定") },
      { readOnly },
    ),
    selfScore: integer("自评得分", { required, readOnly }),
    selfLevel: choice("自评等级", levels, { required, readOnly }),
    assessedOn: day("自评日期", { readOnly, indexed: true }),
    verifiedScore: integer("核定得分", { min: 0, max: 100 }),
    level: choice("核定等级", levels, { readOnly, indexed: true }),
    verifiedOn: day("核定日期", { readOnly, indexed: true }),
    validUntil: day("有效期至", { readOnly }),
    why: long("核定意见", { max: 500 }),
    papers: files("材料"),
  },
  list: {
    columns: ["unit", "kind", "set", "year", "selfScore", "selfLevel", "verifiedScore", "level", "state", "validUntil", "area"],
    filters: ["area", "kind", "set", "level", "state", "unit"],
  },
  views: {
    waiting: { label: "待核定", where: { open: true }, sort: "dueAt" },
    reached: { label: "已达标", where: { level: ["A", "B", "C"] } },
  },
  states: {
    submitted: { label: "待核定", due: { working: 20 } },
    returned: { label: "退回补充", due: { working: 15 } },
    verified: { label: "已核定", end: true },
    withdrawn: { label: "已撤回", end: true },
  },
  start: "submitted",
  moves: {
    verify: {
      label: "核定",
      from: ["submitted"],
      to: "verified",
      by: "unit-management.standard-verify",
      asks: ["verifiedScore"],
      takes: ["why"],
      sets: (_, given, { today }) => {
        const score = Number(given.verifiedScore);
        return {
          level: score >= 90 ? "A" : score >= 75 ? "B" : score >= 60 ? "C" : "none",
          verifiedOn: today,
          validUntil: `${Number(today.slice(0, 4)) + 3}${today.slice(4)}`,
        };
      },
    },
    sendBack: { label: "退回", from: ["submitted"], to: "returned", by: "unit-management.standard-verify", note: "required" },
    resubmit: { label: "补充后再报", from: ["returned"], to: "submitted", by: "unit-management.own", note: "required" },
    withdraw: { label: "撤回", from: ["submitted", "returned"], to: "withdrawn", by: "unit-management.own", note: "optional" },
  },
  sameWhileOpen: ["unit"],
});

export const reminder = defineCase("unit-management.reminder", {
  label: "履职提醒",
  counter: "件",
  title: "what",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    duty: text("事项编号", { required, max: 20, indexed: true }),
    what: text("事项", { required, readOnly, max: 100, composed: true }),
    dueOn: day("期限", { required }),
    missed: yes("上期未做", { required }),
  },
  search: ["what"],
  list: { columns: ["what", "unit", "dueOn", "missed", "state", "dueAt", "area"], filters: ["area", "state", "missed", "unit"] },
  views: { open: { label: "未完成", where: { open: true }, sort: "dueAt" } },
  states: {
    open: { label: "未完成", due: { field: "dueOn" } },
    met: { label: "已完成", end: true },
    gone: { label: "不再要求", end: true },
  },
  start: "open",
  moves: {
    meet: { label: "完成", from: ["open"], to: "met", by: "unit-management.machine" },
    drop: { label: "不再要求", from: ["open"], to: "gone", by: "unit-management.machine" },
    explain: { label: "说明情况", from: ["open"], to: "same", by: "unit-management.own", note: "required" },
  },
  sameWhileOpen: ["unit", "duty"],
});

/** 每月履职: one row a unit and month, written each night; what the rates count. */
export const dutyMonth = defineLedger("unit-management.duty-month", {
  label: "月度履职",
  counter: "家",
  title: "unit",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    month: day("月份", { required, readOnly, indexed: true }),
    kind: choice("单位类别", unitKinds, { required, readOnly, indexed: true }),
    industry: choice("行业", industries, { required, readOnly, indexed: true }),
    grade: text("分级", { readOnly, max: 10, indexed: true }),
    highRisk: yes("火灾高风险", { required, readOnly }),
    owed: integer("应履职", { unit: "项", required, readOnly }),
    met: integer("已完成", { unit: "项", required, readOnly }),
    overdue: integer("逾期", { unit: "项", required, readOnly, indexed: true }),
    fileScore: integer("档案完整度", { unit: "%", required, readOnly }),
    managed: yes("应自主管理", { required, readOnly }),
    assessed: yes("已自评", { required, readOnly }),
    checked: yes("已自查", { required, readOnly }),
    committed: yes("已公示承诺", { required, readOnly }),
    rectified: yes("隐患已自改", { required, readOnly }),
    active: yes("三自主活跃", { required, readOnly }),
    adopted: yes("在用平台", { required, readOnly }),
    standard: yes("标准化达标", { required, readOnly }),
    evaluationOk: choice("评估", { ontime: "按期", late: "逾期", none: "不涉及" }, { required, readOnly }),
    maintenanceOk: choice("维保", { ontime: "按期", late: "逾期", none: "不涉及" }, { required, readOnly }),
    drillOk: choice("演练", { ontime: "按期", late: "逾期", none: "不涉及" }, { required, readOnly }),
    electricalOk: choice("电气检测", { ontime: "按期", late: "逾期", none: "不涉及" }, { required, readOnly }),
    ductOk: choice("油烟清洗", { ontime: "按期", late: "逾期", none: "不涉及" }, { required, readOnly }),
  },
  list: {
    columns: ["unit", "month", "kind", "owed", "met", "overdue", "fileScore", "checked", "assessed", "rectified", "active", "area"],
    filters: ["area", "kind", "industry", "month", "overdue", "active", "checked", "grade", "highRisk"],
    sort: "-month",
  },
  views: {
    overdue: { label: "有逾期", where: { overdue: { from: 1 } }, sort: "-month" },
    idle: { label: "不活跃", where: { managed: true, active: false }, sort: "-month" },
  },
  readOnlyView: OWN_ROUTES,
});
