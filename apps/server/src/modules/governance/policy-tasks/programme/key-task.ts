/** 年度重点任务: what a document asks for in one year; what is not done is carried into the next. PT-3.3.1 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, organ, ref, text } from "#platform/ledger/fields.ts";

const required = true;
const readOnly = true;
export const KEY_TASK = "policy-tasks.key-task";
export const keyTaskStates = { open: "推进中", done: "已完成", carried: "转入下年", dropped: "不再推进" } as const;

export const keyTask = defineLedger(KEY_TASK, {
  label: "年度重点任务",
  counter: "项",
  title: "title",
  fields: {
    pack: text("政策包", { required, max: 20, indexed: true }),
    year: integer("年度", { required, min: 2000, max: 2100, indexed: true }),
    title: text("重点任务", { required, max: 200 }),
    clause: text("条款", { max: 40, indexed: true }),
    stage: text("所属阶段", { max: 40, help: "政策包 stages 里的 key" }),
    organ: organ("牵头单位", { required }),
    target: text("年度目标", { max: 200 }),
    state: choice("进展", keyTaskStates, { required, indexed: true }),
    doneOn: day("完成日期"),
    outcome: text("完成情况", { max: 300 }),
    papers: files("佐证", { max: 10 }),
    carriedFrom: ref("由上年转入", KEY_TASK, { readOnly }),
  },
  search: ["title", "clause"],
  list: {
    columns: ["year", "title", "organ", "area", "clause", "target", "state", "doneOn"],
    filters: ["area", "year", "pack", "state", "organ", "clause"],
    sort: "-year",
  },
  views: {
    open: { label: "推进中", where: { state: "open" }, sort: "-year" },
    carried: { label: "由上年转入", where: { carriedFrom: { set: true } }, sort: "-year" },
  },
  check: ({ state, doneOn, outcome }) =>
    state === "done" && (!doneOn || !outcome) ? [{ field: "doneOn", code: "policy-tasks.key_task_not_told" }] : [],
});
