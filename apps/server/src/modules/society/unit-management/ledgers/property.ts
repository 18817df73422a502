/** 物业: estates a firm serves, what its contract promises and what was done, and the fast track to the maintenance fund. JX-3.2.1 to JX-3.2.3. */

import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, ref, text } from "#platform/ledger/fields.ts";
import { cycles } from "../domain/duty-file.ts";
import { LOCK_DAYS, readOnly, required } from "./words.ts";

export const estate = defineLedger("unit-management.estate", {
  label: "物业项目",
  counter: "个",
  title: "name",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("住宅小区（服务对象）", "places.unit", { required }),
    name: text("项目名称", { required, max: 100 }),
    firm: text("物业企业", { required, max: 100 }),
    households: integer("户数", { unit: "户", min: 0, max: 100_000 }),
    from: day("合同开始", { required }),
    until: day("合同到期", { required, indexed: true }),
    contract: files("合同"),
  },
  search: ["name", "firm"],
  list: { columns: ["name", "unit", "firm", "households", "from", "until", "area"], filters: ["area", "until", "unit"] },
  views: { ends: { label: "90 天内到期", where: { until: { to: "today+90d" } }, sort: "until" } },
  check: (row) => (row.from && row.until && row.until < row.from ? [{ field: "until", code: "unit-management.ends_before_start" }] : []),
});

export const serviceKinds = {
  patrol: "防火巡查",
  check: "防火检查",
  publicity: "宣传教育",
  drill: "疏散演练",
  facility: "设施维护",
} as const;
export const serviceItem = defineLedger("unit-management.service-item", {
  label: "物业服务项",
  counter: "项",
  title: "what",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("住宅小区（服务对象）", "places.unit", { required }),
    estate: ref("物业项目", estate, { required }),
    kind: choice("类别", serviceKinds, { required, indexed: true }),
    what: text("服务内容", { required, max: 200 }),
    cycle: choice("周期", cycles, { required }),
    lastOn: day("最近完成", { readOnly }),
  },
  search: ["what"],
  list: { columns: ["what", "unit", "estate", "kind", "cycle", "lastOn", "area"], filters: ["area", "kind", "cycle", "unit", "estate"] },
});

export const serviceRecord = defineLedger("unit-management.service-record", {
  label: "物业服务记录",
  counter: "次",
  title: "what",
  partOf: "item",
  unit: "unit",
  unitKeeps: true,
  record: { on: "doneOn", lockDays: LOCK_DAYS },
  fields: {
    unit: ref("住宅小区（服务对象）", "places.unit", { required }),
    item: ref("服务项", serviceItem, { required }),
    what: text("做了什么", { required, max: 200 }),
    doneOn: day("日期", { required, indexed: true }),
    by: text("人员", { required, max: 40 }),
    photos: files("照片"),
  },
  search: ["what", "by"],
  list: { columns: ["what", "unit", "item", "doneOn", "by", "area"], filters: ["area", "doneOn", "unit", "item"], sort: "-doneOn" },
  keeps: { on: "doneOn", set: { lastOn: "doneOn" } },
});

/** 绿色通道: two approvals of one working day each; the clock of the whole runs from application to fix. */
export const fundRequest = defineCase("unit-management.fund-request", {
  label: "维修资金应急使用",
  counter: "件",
  title: "what",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("住宅小区", "places.unit", { required }),
    estate: ref("物业项目", estate),
    hazard: text("隐患编号", { max: 36, readOnly, indexed: true }),
    what: text("要消除的隐患", { required, max: 200 }),
    works: long("工程内容", { required, max: 1_000 }),
    amount: decimal("申请金额", { required, unit: "元", min: 1, max: 100_000_000 }),
    appliedOn: day("申请日期", { readOnly, indexed: true }),
    approvedAmount: decimal("核定金额", { unit: "元", min: 0, max: 100_000_000 }),
    contractor: text("施工单位", { max: 100 }),
    fixBy: day("完工期限"),
    fixedOn: day("完工日期", { indexed: true }),
    paid: decimal("结算金额", { unit: "元", min: 0, max: 100_000_000 }),
    settledOn: day("结算日期"),
    days: integer("申请到完工", { unit: "天", readOnly }),
    papers: files("材料"),
  },
  search: ["what"],
  list: {
    columns: ["what", "unit", "amount", "appliedOn", "state", "dueAt", "fixedOn", "days", "area"],
    filters: ["area", "state", "unit"],
  },
  views: { open: { label: "在办", where: { open: true }, sort: "dueAt" } },
  states: {
    applied: { label: "待社区核实", due: { working: 1 } },
    verified: { label: "待住建审批", due: { working: 1 } },
    approved: { label: "施工中", due: { field: "fixBy" } },
    fixed: { label: "待结算", due: { working: 10 } },
    settled: { label: "已结算", end: true },
    refused: { label: "不同意", end: true },
  },
  start: "applied",
  moves: {
    verify: { label: "核实", from: ["applied"], to: "verified", by: "unit-management.fund-verify", note: "optional" },
    approve: {
      label: "批准",
      from: ["verified"],
      to: "approved",
      by: "unit-management.fund-approve",
      asks: ["approvedAmount", "fixBy"],
      refuse: (row, given) =>
        Number(given.approvedAmount) > Number(row.amount ?? 0) ? { code: "unit-management.more_than_asked" } : undefined,
    },
    refuse: { label: "不同意", from: ["applied", "verified"], to: "refused", by: "unit-management.fund-approve", note: "required" },
    fix: {
      label: "完工",
      from: ["approved"],
      to: "fixed",
      by: "unit-management.own",
      asks: ["contractor", "fixedOn"],
      takes: ["papers"],
      refuse: (row, given, { today }) =>
        String(given.fixedOn) > today || String(given.fixedOn) < String(row.appliedOn ?? "")
          ? { code: "unit-management.bad_fix_day" }
          : undefined,
      sets: (row, given) => ({ days: Math.round((Date.parse(String(given.fixedOn)) - Date.parse(String(row.appliedOn))) / 86_400_000) }),
    },
    settle: { label: "结算", from: ["fixed"], to: "settled", by: "unit-management.fund-approve", asks: ["paid", "settledOn"] },
  },
});
