/** Beside the cases: officers with their certificates, appeals, feedback after a case, and the superior's review of files 案卷评查. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, organ, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { penalty } from "./penalty.ts";

const required = true;
const readOnly = true;

/** 执法人员: who may act, until when, trained when. SH-2.5 */
export const officer = defineLedger("enforcement.officer", {
  label: "执法人员",
  counter: "人",
  title: "certificate",
  fields: {
    person: person("人员", { required }),
    certificate: text("执法证号", { required, max: 40, unique: true }),
    organ: organ("机关"),
    issuedOn: day("发证日期", { required }),
    validUntil: day("有效期至", { required, indexed: true }),
    trainedOn: day("最近培训"),
    trainedHours: integer("年度培训学时", { unit: "小时", min: 0, max: 2_000 }),
    examPassed: yes("考核合格"),
  },
  search: ["certificate"],
  list: {
    columns: ["person", "certificate", "organ", "area", "validUntil", "trainedOn", "trainedHours", "examPassed"],
    filters: ["area", "organ", "validUntil"],
  },
  views: {
    expiring: { label: "90 天内到期", where: { validUntil: { before: "today+90d" } }, sort: "validUntil" },
    untrained: { label: "一年未培训", where: { any: [{ trainedOn: { set: false } }, { trainedOn: { before: "today-365d" } }] } },
  },
  check: (row) =>
    row.issuedOn && row.validUntil && row.validUntil < row.issuedOn ? [{ field: "validUntil", code: "enforcement.ends_before" }] : [],
});

/** 复议与诉讼 of a decision. SH-2.6 */
export const appeal = defineLedger("enforcement.appeal", {
  label: "复议诉讼",
  counter: "件",
  title: "organName",
  record: { on: "filedOn", lockDays: 3_650 },
  partOf: "penalty",
  fields: {
    penalty: ref("案件", penalty, { required }),
    kind: choice("类别", { reconsideration: "行政复议", litigation: "行政诉讼" }, { required, indexed: true }),
    organName: text("受理机关", { required, max: 100 }),
    filedOn: day("受理日期", { required }),
    decidedOn: day("结果日期", { indexed: true }),
    outcome: choice(
      "结果",
      { upheld: "维持（驳回）", changed: "变更", revoked: "撤销", unlawful: "确认违法", withdrawn: "申请人撤回" },
      { indexed: true },
    ),
    withdrawBy: day("撤回公开期限", { readOnly }),
    note: long("说明", { max: 2_000 }),
  },
  list: {
    columns: ["penalty", "kind", "organName", "area", "filedOn", "outcome", "decidedOn"],
    filters: ["area", "kind", "outcome", "decidedOn"],
    sort: "-filedOn",
  },
  views: { lost: { label: "未维持", where: { outcome: ["changed", "revoked", "unlawful"] }, sort: "-filedOn" } },
});

/** 执法回访: satisfaction and complaints after a case. SH-2.6 */
export const feedback = defineLedger("enforcement.feedback", {
  label: "执法回访",
  counter: "次",
  title: "words",
  record: { on: "askedOn", lockDays: 30 },
  partOf: "penalty",
  fields: {
    penalty: ref("案件", penalty, { required }),
    askedOn: day("回访日期", { required }),
    score: integer("满意度", { required, unit: "分", min: 1, max: 5 }),
    complaint: yes("有投诉", { required, indexed: true }),
    words: text("意见", { max: 400 }),
  },
  list: {
    columns: ["penalty", "askedOn", "area", "score", "complaint", "words"],
    filters: ["area", "askedOn", "complaint"],
    sort: "-askedOn",
  },
});

const points = { min: 0, unit: "分" } as const;

/** 案卷评查: the superior looks at sampled files, scores them and guides; nobody scores the file of his own case. QZ-3.4.1 */
export const caseReview = defineLedger("enforcement.case-review", {
  label: "案卷评查",
  counter: "卷",
  title: "batch",
  partOf: "penalty",
  fields: {
    penalty: ref("案件", penalty, { required, readOnly }),
    batch: text("批次", { required, readOnly, max: 60, indexed: true }),
    town: yes("乡镇（街道）", { readOnly, indexed: true }),
    drawnOn: day("抽取日期", { required, readOnly }),
    officerOne: person("承办人", { readOnly }),
    officerTwo: person("协办人", { readOnly }),
    facts: integer("事实与证据", { ...points, max: 40 }),
    procedure: integer("程序与期限", { ...points, max: 30 }),
    law: integer("适用法律与裁量", { ...points, max: 20 }),
    papers: integer("文书与归档", { ...points, max: 10 }),
    total: integer("总分", { readOnly, unit: "分", indexed: true }),
    grade: choice("等次", { good: "优秀", pass: "合格", fail: "不合格" }, { readOnly, indexed: true }),
    reviewedOn: day("评查日期", { indexed: true }),
    problems: long("问题", { max: 2_000 }),
    guidance: long("指导意见", { max: 2_000 }),
  },
  list: {
    columns: ["batch", "penalty", "area", "town", "total", "grade", "reviewedOn"],
    filters: ["area", "batch", "town", "grade", "reviewedOn"],
  },
  views: {
    waiting: { label: "待评查", where: { reviewedOn: { set: false } } },
    failed: { label: "不合格", where: { grade: "fail" } },
    town: { label: "乡镇（街道）", where: { town: true } },
  },
  derive: (row) => scoreOf(row),
  check: (row, by) => [
    ...(by?.userId && (row.officerOne === by.userId || row.officerTwo === by.userId)
      ? [{ field: "penalty", code: "enforcement.own_case_file" }]
      : []),
    ...(row.reviewedOn && [row.facts, row.procedure, row.law, row.papers].some((each) => each === null || each === undefined)
      ? [{ field: "reviewedOn", code: "enforcement.review_incomplete" }]
      : []),
  ],
});

type Scored = {
  readonly facts?: number | null;
  readonly procedure?: number | null;
  readonly law?: number | null;
  readonly papers?: number | null;
};

/** 90 is good, below 60 is not passed; a file without all four parts has no total. */
export function scoreOf({ facts, procedure, law, papers }: Scored) {
  if ([facts, procedure, law, papers].some((each) => each === null || each === undefined)) return { total: null, grade: null };
  const total = Number(facts) + Number(procedure) + Number(law) + Number(papers);
  return { total, grade: total >= 90 ? ("good" as const) : total >= 60 ? ("pass" as const) : ("fail" as const) };
}
