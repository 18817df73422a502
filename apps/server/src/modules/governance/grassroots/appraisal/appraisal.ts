/**
 * 网格员考核: one month of one member, counted by the program from what he did, shown to him, open to objection for some days, then frozen.
 * The figures it rests on and the version of the rule stand in the row; nobody types them.
 */
import { defineCase } from "#platform/case/define.ts";
import { choice, day, decimal, integer, long, person, ref, text } from "#platform/ledger/fields.ts";
import { appraisalGrades } from "../domain/kinds.ts";
import { gridMember } from "../grid/grid.ts";

const readOnly = true;

export const APPRAISAL = "grassroots.appraisal";

const whose = (row: { readonly account?: unknown }, actor: { readonly userId: string } | null) =>
  actor !== null && row.account === actor.userId ? undefined : { code: "grassroots.only_his_own" };

export const appraisal = defineCase(APPRAISAL, {
  label: "网格员考核",
  counter: "份",
  title: "says",
  fields: {
    says: text("考核", { required: true, readOnly, max: 80 }),
    member: ref("网格员", gridMember, { required: true, readOnly }),
    account: person("本人账号", { readOnly, internal: true }),
    month: day("月份", { required: true, readOnly, indexed: true }),
    objects: integer("对象数", { readOnly, unit: "家" }),
    expected: integer("应巡查", { readOnly, unit: "次" }),
    patrols: integer("巡查", { readOnly, unit: "次" }),
    confirmed: integer("属实隐患", { readOnly, unit: "处" }),
    untrue: integer("不属实", { readOnly, unit: "处" }),
    tasksDue: integer("应办任务", { readOnly, unit: "件" }),
    tasksInTime: integer("按时办结", { readOnly, unit: "件" }),
    trainedHours: decimal("一年内培训", { readOnly, unit: "学时" }),
    score: decimal("得分", { readOnly, unit: "分", indexed: true }),
    grade: choice("等次", appraisalGrades, { readOnly, indexed: true }),
    rule: text("规则版本", { readOnly, max: 80 }),
    countedOn: day("核算日期", { readOnly }),
    objection: long("异议", { max: 1_000 }),
    answer: long("答复", { max: 1_000 }),
    adjusted: decimal("核定得分", { unit: "分", min: 0, max: 100 }),
    frozenOn: day("确定日期", { readOnly, indexed: true }),
  },
  search: ["says"],
  list: {
    columns: ["says", "area", "expected", "patrols", "confirmed", "tasksInTime", "trainedHours", "score", "grade", "state"],
    filters: ["area", "state", "member", "month", "grade"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "公示中", where: { open: true } },
    objected: { label: "有异议", where: { state: "objected" } },
    poor: { label: "不合格", where: { grade: "fail" } },
  },
  sameWhileOpen: ["member", "month"],
  states: {
    shown: { label: "公示", due: { days: 5 } },
    objected: { label: "异议待复核", due: { working: 3 } },
    frozen: { label: "确定", end: true },
  },
  start: "shown",
  moves: {
    object: {
      label: "提出异议",
      from: ["shown"],
      to: "objected",
      by: "grassroots.object",
      asks: ["objection"],
      closed: (row, { actor }) => whose(row, actor),
    },
    uphold: {
      label: "维持",
      from: ["objected"],
      to: "frozen",
      by: "grassroots.appraise",
      asks: ["answer"],
      sets: (_, __, { today }) => ({ frozenOn: today }),
    },
    correct: {
      label: "更正",
      from: ["objected"],
      to: "frozen",
      by: "grassroots.appraise",
      asks: ["answer", "adjusted"],
      sets: (_, __, { today }) => ({ frozenOn: today }),
    },
    freeze: {
      label: "确定",
      from: ["shown"],
      to: "frozen",
      by: "grassroots.machine",
      sets: (_, __, { today }) => ({ frozenOn: today }),
    },
  },
  example: { says: "2026-02 胡小平", month: "2026-02-01", expected: 8, patrols: 8, confirmed: 3, score: 96.5, grade: "excellent" },
});
