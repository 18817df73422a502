/**
 * 检查对象: every unit as somebody's to supervise: by which line (industry) and which area, in which class, when last checked and when due.
 * PT-2.2.2.4, QZ-5.1.3, TY-1.15, SI-03.
 */
import { unitKinds } from "#modules/ground/places/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, organ, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { type Credit, classOf, credits, nextDue, type Risk, risks } from "./supervision-class.ts";

const required = true;
const readOnly = true;
export const unitGrades = { key: "重点单位", general: "一般单位", unknown: "资料不全" } as const;

export const object = defineLedger("inspection.object", {
  label: "检查对象",
  counter: "家",
  title: "unitName",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly, unique: true }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    kind: choice("类别", unitKinds, { required, readOnly, indexed: true }),
    grade: choice("分级", unitGrades, { readOnly, indexed: true }),
    highRisk: yes("火灾高危单位", { readOnly }),
    industryOrgan: organ("行业监管单位", { readOnly }),
    industryPerson: person("行业监管人", { readOnly }),
    areaOrgan: organ("属地监管单位", { readOnly }),
    areaPerson: person("属地监管人", { readOnly }),
    risk: choice("风险等级", risks, { required, readOnly, indexed: true }),
    credit: choice("信用等级", credits, { required, readOnly }),
    classWhy: text("定级依据", { readOnly, max: 300 }),
    classOn: day("定级日期", { readOnly }),
    weight: integer("抽取权重", { readOnly, unit: "%" }),
    everyMonths: integer("检查间隔", { readOnly, unit: "月" }),
    depth: choice("检查深度", { spot: "抽项", full: "全项" }, { readOnly }),
    duty: text("法定频次", { readOnly, max: 100 }),
    takenOn: day("纳入日期", { required, readOnly }),
    lastCheckedOn: day("最近检查", { readOnly, indexed: true }),
    checks: integer("检查次数", { readOnly, unit: "次" }),
    dueOn: day("应查日期", { readOnly, indexed: true }),
  },
  search: ["unitName"],
  list: {
    columns: ["unitName", "kind", "area", "risk", "credit", "everyMonths", "industryOrgan", "areaOrgan", "lastCheckedOn", "dueOn"],
    filters: ["area", "kind", "grade", "risk", "credit", "industryOrgan", "areaOrgan", "lastCheckedOn", "dueOn", "unit"],
  },
  views: {
    due: { label: "到期应查", where: { dueOn: { to: "today" } }, sort: "dueOn" },
    never: { label: "从未检查", where: { lastCheckedOn: { set: false } } },
    nobody: { label: "缺监管人", where: { any: [{ industryOrgan: { set: false } }, { areaOrgan: { set: false } }] } },
    red: { label: "重大风险", where: { risk: "red" } },
  },
  derive(row) {
    const facts = { kind: row.kind ?? "other", grade: row.grade ?? null, highRisk: row.highRisk ?? null };
    const { weight, everyMonths, depth, duty } = classOf(
      { risk: (row.risk ?? "blue") as Risk, credit: (row.credit ?? "unknown") as Credit },
      facts,
    );
    return {
      weight,
      everyMonths,
      depth,
      duty,
      ...(row.takenOn ? { dueOn: nextDue(row.lastCheckedOn ?? null, row.takenOn, everyMonths) } : {}),
    };
  },
});

export const classSources = { initial: "初评", assessment: "风险评估", credit: "信用评价", check: "检查结果", person: "人工认定" } as const;

/** What a unit's class was and became, on whose word. Written with each change, never edited. */
export const classChange = defineLedger("inspection.supervision-class", {
  label: "监管类别变更",
  counter: "次",
  title: "unitName",
  record: { on: "setOn", lockDays: 0 },
  partOf: "object",
  fields: {
    object: ref("检查对象", object, { required, readOnly }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    setOn: day("日期", { required, readOnly }),
    riskBefore: choice("原风险", risks, { readOnly }),
    risk: choice("现风险", risks, { required, readOnly }),
    creditBefore: choice("原信用", credits, { readOnly }),
    credit: choice("现信用", credits, { required, readOnly }),
    source: choice("来源", classSources, { required, readOnly }),
    reason: text("理由", { required, readOnly, max: 300 }),
    byName: text("认定人", { readOnly, max: 40 }),
  },
  list: {
    columns: ["unitName", "setOn", "riskBefore", "risk", "creditBefore", "credit", "source", "reason", "byName"],
    filters: ["setOn", "source", "risk"],
    sort: "-setOn",
  },
});
