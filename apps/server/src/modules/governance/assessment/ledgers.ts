/** What belongs to one assessed government in a year: its scores (its pledge is kept by responsibility), what was written in by hand, what was looked at on the spot. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, moment, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { systems, uses } from "./domain/kinds.ts";
import { ENTRANT, RECEIPT, RESULT_USE, SITE_CHECK, YEAR } from "./names.ts";

const required = true;
const readOnly = true;
const calendarYear = integer("年度", { required, readOnly, min: 2000, max: 2100, indexed: true });

export const entrant = defineLedger(ENTRANT, {
  label: "被考核政府",
  counter: "个",
  title: "name",
  fields: {
    year: ref("年度考核", YEAR, { required, readOnly }),
    calendarYear,
    name: text("政府", { required, readOnly, max: 60 }),
    organ: organ("机构", { readOnly }),
    grouping: text("组别", { readOnly, max: 40 }),
    people: integer("常住人口", { readOnly, unit: "人" }),
    startedOn: day("考核起始", { readOnly, indexed: true }),
    snapshot: text("快照", { readOnly, max: 40, internal: true }),
    sm3: text("存证", { readOnly, max: 64 }),
    frozenOn: day("冻结日期", { readOnly, indexed: true }),
    frozenAt: moment("冻结时间", { readOnly }),
    frozenScore: decimal("冻结分", { readOnly, unit: "分" }),
    frozenLow: decimal("冻结分下限", { readOnly }),
    frozenHigh: decimal("冻结分上限", { readOnly }),
    frozenGrade: text("冻结等次", { readOnly, max: 20 }),
    frozenRank: integer("冻结名次", { readOnly }),
    frozenTied: yes("冻结并列", { readOnly }),
    finalScore: decimal("审定分", { readOnly, unit: "分" }),
    finalLow: decimal("审定分下限", { readOnly }),
    finalHigh: decimal("审定分上限", { readOnly }),
    finalGrade: text("审定等次", { readOnly, max: 20, indexed: true }),
    finalFailed: yes("等次最低", { readOnly, indexed: true }),
    finalRank: integer("审定名次", { readOnly }),
    finalTied: yes("审定并列", { readOnly }),
  },
  search: ["name"],
  list: {
    columns: [
      "name",
      "calendarYear",
      "area",
      "grouping",
      "people",
      "startedOn",
      "frozenScore",
      "frozenGrade",
      "finalScore",
      "finalGrade",
      "finalRank",
    ],
    filters: ["area", "calendarYear", "year", "finalGrade"],
    sort: "-calendarYear",
  },
});

/** Written in with its document, and shown so: the pen stands beside it wherever it counts. */
export const handValue = defineLedger("assessment.hand-value", {
  label: "手填数据",
  counter: "项",
  title: "indicator",
  record: { on: "enteredOn", lockDays: 400 },
  partOf: "entrant",
  fields: {
    entrant: ref("被考核政府", entrant, { required }),
    indicator: text("指标号", { required, max: 20, indexed: true }),
    enteredOn: day("填报日期", { required }),
    num: decimal("数值", { required, min: 0, max: 1e9, help: "比率类填分子" }),
    den: decimal("总数", { min: 0, max: 1e9, help: "比率类填分母，其余不填" }),
    document: text("证明文件", { required, max: 120 }),
    papers: files("文件", { max: 10 }),
    words: long("说明", { max: 500 }),
  },
  search: ["indicator", "document"],
  list: {
    columns: ["entrant", "area", "indicator", "num", "den", "document", "enteredOn"],
    filters: ["entrant", "area", "indicator"],
    sort: "-enteredOn",
  },
  check: ({ num, den }) => (typeof den === "number" && Number(num ?? 0) > den ? [{ field: "num", code: "assessment.more_than_all" }] : []),
});

/** 现场抽查: which places is decided by a number nobody knew when the list was fixed; how many items stood the test is written on the spot. */
export const siteCheck = defineLedger(SITE_CHECK, {
  label: "现场抽查",
  counter: "处",
  title: "place",
  partOf: "entrant",
  fields: {
    entrant: ref("被考核政府", entrant, { required }),
    place: text("抽中地点", { required, max: 80 }),
    placeKey: integer("地点键", { readOnly, internal: true }),
    drawnAs: integer("抽取顺序", { readOnly }),
    checkedOn: day("抽查日期", { indexed: true }),
    items: integer("检查项数", { unit: "项", min: 1, max: 500 }),
    passed: integer("合格项数", { unit: "项", min: 0, max: 500 }),
    checkers: text("抽查人员", { max: 80 }),
    words: long("情况", { max: 1_000 }),
    photos: files("照片", { max: 20 }),
  },
  search: ["place"],
  list: {
    columns: ["entrant", "place", "area", "drawnAs", "checkedOn", "items", "passed", "checkers"],
    filters: ["entrant", "area", "checkedOn"],
    sort: "drawnAs",
  },
  views: { open: { label: "未查", where: { checkedOn: { set: false } } } },
  check: ({ items, passed }) => (Number(passed ?? 0) > Number(items ?? 0) ? [{ field: "passed", code: "assessment.more_than_all" }] : []),
});

/** 通报签收: one row a receiver, with the standings as they were sent, since the receiver's rows end at its own area. SH-8.6 */
export const receipt = defineLedger(RECEIPT, {
  label: "通报签收",
  counter: "份",
  title: "title",
  fields: {
    yearId: text("年度考核", { required, readOnly, max: 40, internal: true }),
    title: text("通报", { required, readOnly, max: 100 }),
    number: text("文号", { required, readOnly, max: 60 }),
    receiver: organ("收文单位", { required, readOnly }),
    sentOn: day("发送日期", { required, readOnly, indexed: true }),
    readAt: moment("签收时间", { readOnly }),
    reader: text("签收人", { readOnly, max: 60 }),
    standings: table(
      "名次",
      {
        grouping: text("组别", { max: 40 }),
        rank: text("名次", { max: 20 }),
        name: text("政府", { max: 60 }),
        score: text("得分", { max: 20 }),
        grade: text("等次", { max: 20 }),
        change: text("较上年", { max: 20 }),
      },
      { readOnly },
    ),
  },
  search: ["title", "number"],
  list: { columns: ["title", "number", "receiver", "area", "sentOn", "readAt", "reader"], filters: ["area", "sentOn"], sort: "-sentOn" },
  views: { unread: { label: "未签收", where: { readAt: { set: false } } } },
});

/** 结果运用: what follows from a score, who does it by when, and that it was done. SH-8.7, PT-2.1.3.3, PT-2.2.4.8 */
export const resultUse = defineLedger(RESULT_USE, {
  label: "结果运用",
  counter: "项",
  title: "why",
  partOf: "entrant",
  fields: {
    entrant: ref("被考核政府", entrant, { required }),
    kind: choice("方式", uses, { required, indexed: true }),
    why: text("事由", { required, max: 200 }),
    executor: organ("执行单位", { required }),
    person: text("对象", { max: 80, help: "领导班子或主要负责人，按需" }),
    dueOn: day("期限", { required }),
    doneOn: day("完成日期", { indexed: true }),
    receiver: text("送达单位", { max: 80 }),
    number: text("文号", { max: 60 }),
    result: long("结果", { max: 1_000 }),
    papers: files("文件", { max: 10 }),
  },
  search: ["why", "number"],
  list: {
    columns: ["entrant", "kind", "why", "executor", "dueOn", "doneOn", "number"],
    filters: ["entrant", "area", "kind", "dueOn", "doneOn"],
    sort: "dueOn",
  },
  views: { open: { label: "未办", where: { doneOn: { set: false } }, sort: "dueOn" } },
});

/** 纳入考核体系: into which appraisals of a government fire work counts, with how many points of how many. JX-1.1.3, JX-1.1.4, PT-2.1.3.1, SH-8.1 */
export const system = defineLedger("assessment.system", {
  label: "纳入考核体系",
  counter: "项",
  title: "indicators",
  fields: {
    year: integer("年度", { required, min: 2000, max: 2100, indexed: true }),
    system: choice("考核体系", systems, { required, indexed: true }),
    totalPoints: decimal("总分值", { required, unit: "分", min: 1, max: 10_000 }),
    firePoints: decimal("消防分值", { required, unit: "分", min: 0, max: 10_000 }),
    weight: decimal("比重", { readOnly, unit: "%" }),
    before: decimal("上年比重", { unit: "%", min: 0, max: 100 }),
    rose: yes("比重提高", { readOnly, indexed: true }),
    indicators: text("纳入指标", { required, max: 300 }),
    documentNumber: text("依据文号", { max: 80 }),
    submittedOn: day("报送日期"),
    receiver: text("报送单位", { max: 80 }),
    papers: files("文件", { max: 5 }),
  },
  search: ["indicators", "documentNumber"],
  list: {
    columns: ["area", "year", "system", "firePoints", "totalPoints", "weight", "before", "rose", "submittedOn"],
    filters: ["area", "year", "system", "rose"],
    sort: "-year",
  },
  views: { notRisen: { label: "比重未提高", where: { rose: false } } },
  derive({ totalPoints, firePoints, before }) {
    const weight =
      typeof totalPoints === "number" && totalPoints > 0 ? Math.round((Number(firePoints ?? 0) / totalPoints) * 10_000) / 100 : null;
    return { weight, rose: typeof before === "number" && weight !== null ? weight > before : null };
  },
  check: ({ totalPoints, firePoints }) =>
    Number(firePoints ?? 0) > Number(totalPoints ?? 0) ? [{ field: "firePoints", code: "assessment.more_than_all" }] : [],
});
