/** Outcome ledgers 结果指标: people with their source, fires by month, surveys of what people know. QZ-1.2.2, QZ-1.2.3, JX-0.3–0.5, TY-1.19–1.21 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, text } from "#platform/ledger/fields.ts";
import { surveyWays } from "./domain/kinds.ts";

const required = true;
const year = integer("年度", { required, min: 2000, max: 2100, indexed: true });

/** 常住人口 at the year's end, one row an area; districts beside each other may each have theirs, and nobody adds them up. */
export const population = defineLedger("assessment.population", {
  label: "常住人口",
  counter: "条",
  title: "source",
  fields: {
    year,
    people: integer("常住人口", { required, unit: "人", min: 1, max: 100_000_000 }),
    source: text("数据来源", { required, max: 120 }),
    papers: files("文件", { max: 5 }),
  },
  search: ["source"],
  list: { columns: ["area", "year", "people", "source", "updatedAt"], filters: ["area", "year"], sort: "-year" },
});

/** 火灾统计, by the place where a row stands and the month. A county's own row holds only what is not told by town. */
export const fireOutcome = defineLedger("assessment.fire-outcome", {
  label: "火灾统计月报",
  counter: "条",
  title: "source",
  fields: {
    month: day("月份", { required, indexed: true, help: "填该月 1 日" }),
    fires: integer("火灾起数", { required, unit: "起", min: 0, max: 100_000 }),
    deaths: integer("死亡人数", { required, unit: "人", min: 0, max: 1_000 }),
    injuries: integer("受伤人数", { required, unit: "人", min: 0, max: 10_000 }),
    lossWan: decimal("直接财产损失", { required, unit: "万元", min: 0, max: 10_000_000 }),
    large: integer("较大火灾", { unit: "起", min: 0, max: 100 }),
    major: integer("重大火灾", { unit: "起", min: 0, max: 100 }),
    gravest: integer("特别重大火灾", { unit: "起", min: 0, max: 100 }),
    majorResponsible: integer("重大亡人责任火灾", { unit: "起", min: 0, max: 100 }),
    gravestResponsible: integer("特别重大亡人责任火灾", { unit: "起", min: 0, max: 100 }),
    source: text("数据来源", { required, max: 120 }),
    papers: files("文件", { max: 5 }),
  },
  search: ["source"],
  list: {
    columns: ["area", "month", "fires", "deaths", "injuries", "lossWan", "large", "source"],
    filters: ["area", "month"],
    sort: "-month",
  },
  derive: ({ month }) => (typeof month === "string" ? { month: `${month.slice(0, 7)}-01` } : {}),
  check(row) {
    const n = (key: keyof typeof row): number => Number(row[key] ?? 0);
    const problems = [];
    if (n("large") + n("major") + n("gravest") > n("fires")) problems.push({ field: "fires", code: "assessment.more_large_than_fires" });
    if (n("majorResponsible") > n("major")) problems.push({ field: "majorResponsible", code: "assessment.more_responsible" });
    if (n("gravestResponsible") > n("gravest")) problems.push({ field: "gravestResponsible", code: "assessment.more_responsible" });
    if (n("deaths") + n("injuries") > 0 && n("fires") === 0) problems.push({ field: "fires", code: "assessment.deaths_without_fire" });
    return problems;
  },
});

/** 知晓率调查: a sample, so how many were asked stands beside every figure. */
export const awareness = defineLedger("assessment.awareness", {
  label: "知晓率调查",
  counter: "次",
  title: "group",
  record: { on: "surveyedOn", lockDays: 30 },
  fields: {
    surveyedOn: day("调查日期", { required }),
    group: text("调查对象", { required, max: 60 }),
    way: choice("方式", surveyWays, { required }),
    asked: integer("有效样本", { required, unit: "人", min: 1, max: 1_000_000 }),
    knew: integer("合格人数", { required, unit: "人", min: 0, max: 1_000_000 }),
    weak: text("薄弱题目", { max: 200 }),
    source: text("调查单位", { required, max: 120 }),
    papers: files("原始问卷", { max: 10 }),
  },
  search: ["group", "source"],
  list: {
    columns: ["area", "surveyedOn", "group", "way", "asked", "knew", "source"],
    filters: ["area", "surveyedOn", "way"],
    sort: "-surveyedOn",
  },
  check: ({ asked, knew }) => (Number(knew ?? 0) > Number(asked ?? 0) ? [{ field: "knew", code: "assessment.knew_more_than_asked" }] : []),
});
