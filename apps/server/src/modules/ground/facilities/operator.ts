/** 运营: who builds and runs the monitoring system in "government mode", on what contract, how well, on what money. TY-2.6.1.2, TY-2.6.1.3. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, organ, ref, text } from "#platform/ledger/fields.ts";

export const operator = defineLedger("facilities.operator", {
  label: "运营单位",
  counter: "家",
  title: "name",
  fields: {
    name: text("名称", { required: true, max: 100 }),
    mode: choice("运营方式", { government: "政府投资运营", entrusted: "政府委托第三方" }, { required: true, indexed: true }),
    client: organ("委托单位"),
    contractNumber: text("合同编号", { max: 60 }),
    contractFrom: day("合同起"),
    contractUntil: day("合同止"),
    yearlyAmount: decimal("年度服务费", { unit: "元", min: 0, max: 10_000_000_000 }),
    serviceLevels: long("服务标准", { max: 4_000 }),
    phone: text("值班电话", { max: 20, format: "phone" }),
    contract: files("合同"),
  },
  search: ["name", "contractNumber"],
  list: {
    columns: ["name", "mode", "area", "client", "contractNumber", "contractFrom", "contractUntil", "yearlyAmount"],
    filters: ["area", "mode", "client"],
  },
  views: { ends: { label: "90 天内到期", where: { contractUntil: { to: "today+90d" } }, sort: "contractUntil" } },
  check: (row) =>
    row.mode === "entrusted" && !row.contractNumber ? [{ field: "contractNumber", code: "facilities.entrusted_without_contract" }] : [],
});

export const operatorMonth = defineLedger("facilities.operator-month", {
  label: "运营月度绩效",
  counter: "份",
  title: "summary",
  record: { on: "monthOn", lockDays: 45 },
  partOf: "operator",
  fields: {
    operator: ref("运营单位", operator, { required: true }),
    monthOn: day("月份（首日）", { required: true }),
    summary: text("小结", { required: true, max: 200 }),
    onlineRate: decimal("在线率", { unit: "%", min: 0, max: 100 }),
    dutyRate: decimal("查岗应答率", { unit: "%", min: 0, max: 100 }),
    repairHours: decimal("平均修复时长", { unit: "h", min: 0, max: 10_000 }),
    complaints: integer("投诉", { unit: "件", min: 0, max: 100_000 }),
    verdict: choice("评价", { good: "达标", poor: "不达标" }, { required: true }),
    evidence: files("佐证"),
  },
  list: {
    columns: ["operator", "monthOn", "onlineRate", "dutyRate", "repairHours", "complaints", "verdict"],
    filters: ["area", "verdict"],
    sort: "-monthOn",
  },
});

export const funding = defineLedger("facilities.funding", {
  label: "专项经费",
  counter: "笔",
  title: "name",
  record: { on: "decidedOn", lockDays: 365 },
  fields: {
    name: text("事项", { required: true, max: 100 }),
    kind: choice(
      "类别",
      { application: "报告与申请", construction: "建设经费", running: "年度运行经费" },
      { required: true, indexed: true },
    ),
    year: integer("年度", { required: true, min: 2_000, max: 2_100 }),
    decidedOn: day("日期", { required: true }),
    applicant: organ("提请单位"),
    amount: decimal("金额", { unit: "元", required: true, min: 0, max: 10_000_000_000 }),
    granted: choice("结果", { pending: "待批", granted: "已批", refused: "未批" }, { required: true, indexed: true }),
    document: files("文件"),
  },
  search: ["name"],
  list: {
    columns: ["name", "kind", "year", "area", "amount", "granted", "decidedOn"],
    filters: ["area", "kind", "granted", "year"],
    sort: "-decidedOn",
  },
});

export const feeComplaint = defineLedger("facilities.fee-complaint", {
  label: "收费投诉",
  counter: "件",
  title: "what",
  record: { on: "reportedOn", lockDays: 30 },
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required: true }),
    operator: ref("运营单位", operator),
    what: text("投诉内容", { required: true, max: 200 }),
    amount: decimal("被收金额", { unit: "元", required: true, min: 0, max: 10_000_000 }),
    reportedOn: day("投诉日期", { required: true }),
    outcome: choice("处理", { open: "待处理", refunded: "已退还", unfounded: "不属实" }, { required: true, indexed: true }),
    note: long("处理说明", { max: 1_000 }),
  },
  list: { columns: ["what", "unit", "operator", "amount", "reportedOn", "outcome"], filters: ["area", "outcome"], sort: "-reportedOn" },
  views: { open: { label: "待处理", where: { outcome: "open" }, sort: "-reportedOn" } },
});
