/** What the law asks to be done and kept: service reports, drills, training, evaluations. SH-1.17, SH-1.20, SH-1.21, JX-3.1.3, JX-3.1.4. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, table, text } from "#platform/ledger/fields.ts";
import { LOCK_DAYS, required } from "./words.ts";

export const reportKinds = {
  maintenance: "维护保养",
  test: "年度检测",
  electrical: "电气检测",
  duct: "油烟管道清洗",
  water: "水位检测",
  pump: "水泵启动",
  pumpFlow: "水泵流量压力试验",
} as const;

export const serviceReport = defineLedger("unit-management.service-report", {
  label: "维保检测报告",
  counter: "份",
  title: "agency",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  record: { on: "doneOn", lockDays: LOCK_DAYS },
  fields: {
    unit: ref("单位", "places.unit", { required }),
    kind: choice("类别", reportKinds, { required, indexed: true }),
    facility: ref("消防设施", "facilities.facility"),
    agency: text("服务机构", { required, max: 100 }),
    doneOn: day("完成日期", { required, indexed: true }),
    result: choice("结论", { good: "合格", problems: "有问题", bad: "不合格" }, { required, indexed: true }),
    problems: integer("问题数", { unit: "处", min: 0, max: 10_000 }),
    opinion: long("问题和建议", { max: 1_000 }),
    nextOn: day("下次日期"),
    report: files("报告"),
  },
  search: ["agency"],
  list: {
    columns: ["kind", "unit", "facility", "agency", "doneOn", "result", "problems", "nextOn", "area"],
    filters: ["area", "kind", "result", "doneOn", "unit"],
    sort: "-doneOn",
  },
  views: {
    problems: { label: "有问题", where: { result: ["problems", "bad"] }, sort: "-doneOn" },
    due: { label: "30 天内到期", where: { nextOn: { to: "today+30d" } }, sort: "nextOn" },
  },
});

export const drill = defineLedger("unit-management.drill", {
  label: "演练记录",
  counter: "次",
  title: "topic",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  record: { on: "heldOn", lockDays: LOCK_DAYS },
  fields: {
    unit: ref("单位", "places.unit", { required }),
    topic: text("演练内容", { required, max: 100 }),
    heldOn: day("演练日期", { required, indexed: true }),
    kind: choice("方式", { full: "综合演练", evacuation: "疏散演练", firefighting: "灭火演练", desk: "桌面推演" }, { required }),
    plan: ref("所用预案", "unit-management.document"),
    participants: integer("参加人数", { required, unit: "人", min: 1, max: 100_000 }),
    minutes: integer("疏散用时", { unit: "分钟", min: 0, max: 600 }),
    evaluation: choice("评估", { good: "良好", fair: "一般", poor: "较差" }, { required }),
    weaknesses: long("不足", { max: 1_000 }),
    improvements: table("改进事项", {
      what: text("事项"),
      person: text("负责人"),
      by: day("期限"),
      done: choice("完成", { yes: "已完成", no: "未完成" }),
    }),
    photos: files("照片"),
  },
  search: ["topic"],
  list: {
    columns: ["topic", "unit", "heldOn", "kind", "participants", "minutes", "evaluation", "area"],
    filters: ["area", "kind", "evaluation", "heldOn", "unit"],
    sort: "-heldOn",
  },
});

export const training = defineLedger("unit-management.training", {
  label: "培训记录",
  counter: "次",
  title: "topic",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  record: { on: "heldOn", lockDays: LOCK_DAYS },
  fields: {
    unit: ref("单位", "places.unit", { required }),
    topic: text("培训内容", { required, max: 100 }),
    heldOn: day("培训日期", { required, indexed: true }),
    kind: choice("类别", { regular: "全员培训", newcomer: "上岗前培训", special: "专门培训" }, { required, indexed: true }),
    trained: integer("参加人数", { required, unit: "人", min: 0, max: 100_000 }),
    expected: integer("应到人数", { required, unit: "人", min: 1, max: 100_000 }),
    passed: integer("考核合格", { unit: "人", min: 0, max: 100_000 }),
    names: long("参加人员", { max: 2_000 }),
    photos: files("照片"),
  },
  search: ["topic"],
  list: {
    columns: ["topic", "unit", "heldOn", "kind", "trained", "expected", "passed", "area"],
    filters: ["area", "kind", "heldOn", "unit"],
    sort: "-heldOn",
  },
  check: (row) =>
    Number(row.trained ?? 0) > Number(row.expected ?? 0) ? [{ field: "trained", code: "unit-management.more_than_expected" }] : [],
});

export const evaluation = defineLedger("unit-management.evaluation", {
  label: "消防安全评估",
  counter: "份",
  title: "by",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  record: { on: "evaluatedOn", lockDays: LOCK_DAYS },
  fields: {
    unit: ref("单位", "places.unit", { required }),
    evaluatedOn: day("评估日期", { required, indexed: true }),
    kind: choice("方式", { self: "自主评估", agency: "委托评估" }, { required, indexed: true }),
    by: text("评估人或机构", { required, max: 100 }),
    grade: choice("等级", { good: "好", fair: "一般", poor: "差" }, { required, indexed: true }),
    score: integer("得分", { min: 0, max: 100 }),
    risks: table("主要风险", {
      what: text("风险"),
      level: choice("程度", { high: "高", middle: "中", low: "低" }),
      measure: text("管控措施"),
    }),
    improvements: table("整改事项", { what: text("事项"), by: day("期限"), done: choice("完成", { yes: "已完成", no: "未完成" }) }),
    report: files("报告"),
  },
  search: ["by"],
  list: {
    columns: ["unit", "kind", "evaluatedOn", "by", "grade", "score", "area"],
    filters: ["area", "kind", "grade", "evaluatedOn", "unit"],
    sort: "-evaluatedOn",
  },
  views: { poor: { label: "评估为差", where: { grade: "poor" }, sort: "-evaluatedOn" } },
});
