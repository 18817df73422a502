/** What a document is carried out with, and what was learned from it: measures per clause, causes, templates, reviews. QZ-8.1, TY-3.4.1, TY-4.2.2, PT-3.3.2 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { causeKinds } from "./causes.ts";

const required = true;
const readOnly = true;

export const supportKinds = {
  document: "配套文件",
  mechanism: "工作机制",
  funds: "资金安排",
  project: "工程项目",
  staff: "人员力量",
} as const;
export const areaTypes = {
  oldTown: "老城区",
  newTown: "新城区",
  urbanVillage: "城中村",
  park: "工业园区",
  town: "集镇",
  village: "农村",
  mountain: "山区库区",
  any: "各类地区",
} as const;
export const industries = {
  residence: "居住",
  retail: "商业零售",
  catering: "餐饮娱乐",
  factory: "工业生产",
  storage: "仓储物流",
  school: "学校",
  medical: "医疗养老",
  culture: "文物民宿",
  any: "各行业",
} as const;
export const useEffects = { running: "实施中", good: "有效", some: "部分有效", none: "无效" } as const;
export const reviewGrades = { good: "成效明显", fair: "成效一般", weak: "成效不足" } as const;

/** 配套措施: what an area or department made to carry out one clause. */
export const supportingMeasure = defineLedger("policy-tasks.supporting-measure", {
  label: "配套措施",
  counter: "项",
  title: "title",
  fields: {
    pack: text("政策包", { required, max: 20, indexed: true }),
    clause: text("条款", { required, max: 40, indexed: true }),
    organ: organ("制定单位", { required }),
    title: text("措施", { required, max: 160 }),
    kind: choice("类别", supportKinds, { required, indexed: true }),
    documentNumber: text("文号", { max: 80 }),
    from: day("开始", { required }),
    summary: long("主要内容", { max: 2_000 }),
    papers: files("文件", { max: 10 }),
  },
  search: ["title", "clause", "documentNumber"],
  list: {
    columns: ["clause", "title", "kind", "organ", "area", "documentNumber", "from"],
    filters: ["area", "pack", "clause", "kind", "organ", "from"],
    sort: "-from",
  },
});

/** 成因归类: what the office settled about a kind of problem; it wins over what the words suggest. */
export const cause = defineLedger("policy-tasks.cause", {
  label: "成因归类",
  counter: "类",
  title: "problem",
  fields: {
    cluster: text("问题代号", { required, max: 120, unique: true }),
    problem: text("问题", { required, max: 200 }),
    cause: choice("成因", causeKinds, { required, indexed: true }),
    why: long("分析", { required, max: 1_000 }),
    settledOn: day("归类日期", { required }),
  },
  search: ["problem", "cluster"],
  list: { columns: ["problem", "cluster", "cause", "why", "settledOn"], filters: ["cause", "settledOn"], sort: "-settledOn" },
});

export const measureTemplate = defineLedger("policy-tasks.measure-template", {
  label: "举措模板",
  counter: "份",
  title: "title",
  namedEverywhere: true,
  fields: {
    title: text("举措", { required, max: 120 }),
    areaType: choice("地区类型", areaTypes, { required, indexed: true }),
    industry: choice("行业", industries, { required, indexed: true }),
    problem: text("针对的问题", { required, max: 200 }),
    clause: text("条款", { max: 40 }),
    organ: organ("提出单位", { required }),
    variants: table(
      "做法",
      {
        name: text("名称", { required, max: 40 }),
        content: text("怎样做", { required, max: 400 }),
        fits: text("适合", { max: 120 }),
      },
      { max: 8 },
    ),
    support: text("政策支撑", { max: 300 }),
    uses: integer("采用", { readOnly, unit: "处" }),
    effective: integer("有效", { readOnly, unit: "处" }),
  },
  search: ["title", "problem"],
  list: {
    columns: ["title", "areaType", "industry", "problem", "organ", "area", "uses", "effective"],
    filters: ["area", "areaType", "industry"],
    sort: "title",
  },
  derive: ({ uses, effective }) => ({ uses: uses ?? 0, effective: effective ?? 0 }),
  check: ({ variants }) =>
    Array.isArray(variants) && variants.length > 0 ? [] : [{ field: "variants", code: "policy-tasks.template_without_variant" }],
});

export const templateUse = defineLedger("policy-tasks.template-use", {
  label: "举措采用",
  counter: "处",
  title: "scope",
  fields: {
    template: ref("举措模板", measureTemplate, { required }),
    variant: text("选用做法", { required, max: 40 }),
    organ: organ("采用单位", { required }),
    scope: text("范围", { required, max: 200 }),
    from: day("开始", { required }),
    before: text("采用前", { max: 120 }),
    after: text("采用后", { max: 120 }),
    effect: choice("成效", useEffects, { required, indexed: true }),
    judgedOn: day("评估日期"),
    why: text("评估说明", { max: 300 }),
  },
  search: ["scope", "variant"],
  list: {
    columns: ["template", "variant", "organ", "area", "scope", "from", "before", "after", "effect"],
    filters: ["area", "template", "effect", "from"],
    sort: "-from",
  },
  check: ({ effect, after, judgedOn }) =>
    effect !== undefined && effect !== "running" && (!after || !judgedOn) ? [{ field: "after", code: "policy-tasks.use_not_judged" }] : [],
});

/** 成效评估: how a street stood on a day by the platform's own figures, and what the office made of it. */
export const effectReview = defineLedger("policy-tasks.effect-review", {
  label: "成效评估",
  counter: "次",
  title: "conclusion",
  record: { on: "reviewedOn", lockDays: 30 },
  fields: {
    pack: text("政策包", { required, max: 20, indexed: true }),
    reviewedOn: day("评估日期", { required }),
    grade: choice("结论", reviewGrades, { required, indexed: true }),
    conclusion: long("评估意见", { required, max: 2_000 }),
    owed: integer("应办", { readOnly, unit: "项" }),
    met: integer("达标", { readOnly, unit: "项" }),
    overdue: integer("逾期", { readOnly, unit: "项" }),
    percent: decimal("达标率", { readOnly, unit: "%", min: 0, max: 100 }),
    tasksTotal: integer("任务", { readOnly, unit: "项" }),
    tasksDone: integer("任务办结", { readOnly, unit: "项" }),
    papers: files("材料", { max: 10 }),
  },
  search: ["conclusion"],
  list: {
    columns: ["area", "pack", "reviewedOn", "grade", "percent", "owed", "met", "overdue", "conclusion"],
    filters: ["area", "pack", "grade", "reviewedOn"],
    sort: "-reviewedOn",
  },
});
