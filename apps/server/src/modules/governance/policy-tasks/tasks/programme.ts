/** Programmes and plans: who leads, what for, in which stages, up to which milestones. PT-3.1.2, PT-3.2.1, TY-1.1, TY-3.0.1, TY-4.1.1 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { programmeKinds } from "./domain/kinds.ts";

const required = true;
const readOnly = true;

export const programme = defineLedger("policy-tasks.programme", {
  label: "行动与计划",
  counter: "项",
  title: "name",
  fields: {
    name: text("名称", { required, max: 120 }),
    kind: choice("类别", programmeKinds, { required, indexed: true }),
    government: organ("组织单位", { required }),
    chief: text("主要领导", { max: 60 }),
    deputy: text("分管领导", { max: 60 }),
    from: day("开始", { required }),
    to: day("结束", { required, indexed: true }),
    basis: text("依据", { max: 300 }),
    pack: text("政策包", { max: 20 }),
    goals: table("目标", { name: text("目标", { required, max: 120 }), target: text("目标值", { max: 60 }) }, { max: 30 }),
    groups: table("工作组", { name: text("工作组", { required, max: 60 }), lead: text("牵头", { max: 80 }) }, { max: 20 }),
    content: long("措施和分工", { max: 4_000 }),
    documentNumber: text("印发文号", { max: 80 }),
    issuedOn: day("印发日期"),
    meeting: text("审议会议", { max: 120 }),
    papers: files("文件", { max: 10 }),
    summary: long("总结", { max: 4_000 }),
    ready: yes("准备齐全", { readOnly, indexed: true }),
    lacking: text("还缺", { readOnly, composed: true, max: 200 }),
  },
  search: ["name", "basis"],
  list: {
    columns: ["name", "kind", "government", "area", "chief", "from", "to", "ready", "lacking"],
    filters: ["area", "kind", "ready", "to"],
    sort: "-to",
  },
  views: {
    running: { label: "进行中", where: { from: { to: "today" }, to: { from: "today" } }, sort: "to" },
    lacking: { label: "准备不全", where: { ready: false }, sort: "to" },
  },
  // PT-4.1.1, TY-3.1.2: leader, measures, goals, document: what is missing keeps it from being ready.
  derive: (row) => {
    const parts: readonly (readonly [string, unknown])[] = [
      ["领导", row.chief],
      ["目标", Array.isArray(row.goals) && row.goals.length > 0],
      ["措施和分工", row.content],
      ["印发文号", row.documentNumber],
    ];
    const lacking = parts.filter(([, value]) => !value).map(([label]) => label);
    return { ready: lacking.length === 0, lacking: lacking.length === 0 ? null : `缺 ${lacking.join("、")}` };
  },
  check: ({ from, to }) => (from && to && to < from ? [{ field: "to", code: "policy-tasks.ends_before" }] : []),
});

export const stage = defineLedger("policy-tasks.stage", {
  label: "阶段",
  counter: "个",
  title: "name",
  partOf: "programme",
  fields: {
    programme: ref("行动与计划", programme, { required }),
    ord: integer("序号", { required, min: 1, max: 20 }),
    name: text("阶段名称", { required, max: 60 }),
    from: day("开始", { required }),
    to: day("结束", { required, indexed: true }),
    goal: text("阶段目标", { max: 300 }),
    closedOn: day("完成日期", { readOnly }),
    closedWords: text("完成情况", { readOnly, max: 300 }),
  },
  list: { columns: ["programme", "ord", "name", "from", "to", "goal", "closedOn"], filters: ["programme", "to"], sort: "ord" },
  views: {
    now: { label: "当前阶段", where: { from: { to: "today" }, to: { from: "today" } }, sort: "to" },
    late: { label: "逾期未完成", where: { to: { before: "today" }, closedOn: { set: false } }, sort: "to" },
  },
  check: ({ from, to }) => (from && to && to < from ? [{ field: "to", code: "policy-tasks.ends_before" }] : []),
});

export const milestone = defineLedger("policy-tasks.milestone", {
  label: "节点",
  counter: "个",
  title: "name",
  partOf: "stage",
  fields: {
    stage: ref("阶段", stage, { required }),
    name: text("节点", { required, max: 120 }),
    dueOn: day("时间节点", { required, indexed: true }),
    doneOn: day("完成日期"),
    documentNumber: text("文号", { max: 80 }),
    papers: files("佐证", { max: 10 }),
  },
  list: { columns: ["stage", "name", "dueOn", "doneOn", "documentNumber"], filters: ["stage", "dueOn"], sort: "dueOn" },
  views: { open: { label: "未完成", where: { doneOn: { set: false } }, sort: "dueOn" } },
});
