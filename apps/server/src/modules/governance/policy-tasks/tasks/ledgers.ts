/** What stands beside tasks: progress, findings turned into measures, pilots, good practice and who took it over. SH-0.2, PT-4.2.1, TY-3.4.1, TY-4.3.1 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { findingKinds, pilotResults, practiceOrigins, practiceTopics } from "./domain/kinds.ts";
import { programme } from "./programme.ts";
import { task } from "./task.ts";

const required = true;
const readOnly = true;

export const progress = defineLedger("policy-tasks.progress", {
  label: "任务进度",
  counter: "次",
  title: "done",
  record: { on: "reportedOn", lockDays: 30 },
  partOf: "task",
  fields: {
    task: ref("任务", task, { required }),
    reportedOn: day("报告日期", { required }),
    percent: integer("完成", { required, unit: "%", min: 0, max: 100 }),
    done: long("已做", { required, max: 1_000 }),
    obstacles: long("困难", { max: 1_000 }),
    next: long("下一步", { max: 1_000 }),
    papers: files("佐证", { max: 12 }),
  },
  list: { columns: ["task", "area", "reportedOn", "percent", "done"], filters: ["task", "area", "reportedOn"], sort: "-reportedOn" },
  keeps: { on: "reportedOn", set: { progressPercent: "percent", lastProgressOn: "reportedOn" } },
});

/** 调研问题: found by a survey, an analysis or a visit; each becomes measures with a tag, or says why not. */
export const finding = defineLedger("policy-tasks.finding", {
  label: "调研问题",
  counter: "个",
  title: "title",
  fields: {
    title: text("问题", { required, max: 200 }),
    kind: choice("类别", findingKinds, { required, indexed: true }),
    survey: text("调研来源", { required, max: 120 }),
    foundOn: day("发现日期", { required }),
    surveyor: text("调研人", { max: 60 }),
    detail: long("情况", { max: 2_000 }),
    cause: long("原因分析", { max: 1_000 }),
    cluster: text("共性问题代号", { max: 120, indexed: true, help: "共性问题分析里的一类" }),
    papers: files("材料", { max: 20 }),
    measures: integer("措施数", { readOnly, unit: "项" }),
    converted: yes("已转措施", { readOnly, indexed: true }),
    noMeasureWhy: text("不转措施的理由", { max: 300 }),
  },
  search: ["title", "survey"],
  list: {
    columns: ["title", "kind", "survey", "area", "foundOn", "measures", "converted"],
    filters: ["area", "kind", "converted", "foundOn", "survey", "cluster"],
    sort: "-foundOn",
  },
  views: {
    bare: { label: "没有措施", where: { converted: false, noMeasureWhy: { set: false } }, sort: "foundOn" },
    common: { label: "共性问题", where: { kind: "common" }, sort: "-foundOn" },
  },
  derive: ({ measures }) => ({ measures: measures ?? 0, converted: Number(measures ?? 0) > 0 }),
});

export const pilot = defineLedger("policy-tasks.pilot", {
  label: "试点",
  counter: "个",
  title: "name",
  fields: {
    name: text("试点", { required, max: 120 }),
    organ: organ("试点单位", { required }),
    programme: ref("所属行动", programme),
    scope: text("范围", { required, max: 300 }),
    method: long("做法", { required, max: 2_000 }),
    from: day("开始", { required }),
    to: day("结束"),
    indicators: table(
      "指标",
      { name: text("指标", { required, max: 60 }), before: text("试点前", { max: 40 }), after: text("试点后", { max: 40 }) },
      { max: 20 },
    ),
    result: choice("评估结论", pilotResults, { required, indexed: true }),
    evaluation: long("评估意见", { max: 1_000 }),
    evaluatedOn: day("评估日期"),
    papers: files("材料", { max: 10 }),
  },
  search: ["name", "scope"],
  list: { columns: ["name", "organ", "area", "scope", "from", "to", "result"], filters: ["area", "result", "programme"], sort: "-from" },
  views: { spread: { label: "可推广", where: { result: "spread" } } },
  check: ({ result, evaluation, evaluatedOn }) =>
    result !== undefined && result !== "running" && (!evaluation || !evaluatedOn)
      ? [{ field: "evaluation", code: "policy-tasks.pilot_not_evaluated" }]
      : [],
});

/** 经验做法: written up, looked at, recommended; every area may read and take over one. */
export const practice = defineLedger("policy-tasks.practice", {
  label: "经验做法",
  counter: "条",
  title: "title",
  namedEverywhere: true,
  fields: {
    title: text("题目", { required, max: 120 }),
    topic: choice("主题", practiceTopics, { required, indexed: true }),
    origin: choice("来源", practiceOrigins, { required, indexed: true }),
    pilot: ref("试点", pilot),
    finding: ref("针对的问题", finding),
    organ: organ("报送单位", { required }),
    writtenOn: day("报送日期", { required }),
    summary: long("做法", { required, max: 3_000 }),
    effect: long("成效", { max: 1_000 }),
    fits: text("适用", { max: 200, help: "什么样的地区、行业适用" }),
    papers: files("材料", { max: 10 }),
    reviewed: text("评审意见", { max: 300 }),
    recommended: yes("推荐", { indexed: true }),
    recommendedOn: day("推荐日期"),
    adoptions: integer("采用", { readOnly, unit: "家" }),
  },
  search: ["title", "summary"],
  list: {
    columns: ["title", "topic", "origin", "organ", "area", "recommended", "adoptions", "writtenOn"],
    filters: ["area", "topic", "origin", "recommended", "writtenOn", "finding"],
    sort: "-writtenOn",
  },
  views: { recommended: { label: "推荐", where: { recommended: true }, sort: "-recommendedOn" } },
  check: ({ recommended, reviewed, recommendedOn }) =>
    recommended && (!reviewed || !recommendedOn) ? [{ field: "reviewed", code: "policy-tasks.practice_not_reviewed" }] : [],
});

export const adoption = defineLedger("policy-tasks.adoption", {
  label: "采用记录",
  counter: "次",
  title: "way",
  fields: {
    practice: ref("经验做法", practice, { required }),
    organ: organ("采用单位", { required }),
    adoptedOn: day("采用日期", { required }),
    way: text("怎样采用", { required, max: 200 }),
    effect: long("效果", { max: 1_000 }),
    papers: files("材料", { max: 10 }),
  },
  search: ["way"],
  list: { columns: ["practice", "organ", "area", "adoptedOn", "way"], filters: ["area", "practice", "adoptedOn"], sort: "-adoptedOn" },
});
