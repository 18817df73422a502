/**
 * 任务: what somebody was given to do by a day, from minutes, a task table, a clause, a finding or a task above. The organ that leads holds it;
 * who gave it accepts it or sends it back. Passed down, each organ gets a copy of its own. SH-1.5, SH-9.1, PT-3.2.1
 */
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, files, integer, long, organ, ref, text, yes } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { measureTags, sides, taskSources } from "./domain/kinds.ts";
import { stage } from "./programme.ts";
import { isElsewhere, openChildrenOf } from "./store.ts";

export const TASK = "policy-tasks.task";
const required = true;
const readOnly = true;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const ahead = (_: unknown, given: Given, { today }: MoveContext): MoveRefusal | undefined =>
  textOf(given.dueOn) < today ? { code: "policy-tasks.task_due_in_past" } : undefined;
const later = (row: Readonly<Record<string, unknown>>, given: Given, context: MoveContext): MoveRefusal | undefined =>
  textOf(given.dueOn) <= textOf(row.dueOn) ? { code: "policy-tasks.task_extends_nothing" } : ahead(row, given, context);
/** What was passed down must be done below before it is done here. */
const childrenDone = (_: unknown, { openChildren }: Given): MoveRefusal | undefined =>
  typeof openChildren === "number" && openChildren > 0
    ? { code: "policy-tasks.task_children_open", params: { n: openChildren } }
    : undefined;

export const task = defineCase(TASK, {
  label: "任务",
  counter: "项",
  title: "title",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    title: text("任务", { required, max: 200 }),
    content: long("任务要求", { max: 2_000 }),
    lead: organ("牵头单位", { required }),
    supports: text("配合单位", { readOnly, max: 400 }),
    owner: text("责任人", { max: 60 }),
    dueOn: day("完成期限", { required, indexed: true }),
    firstDueOn: day("原定期限", { readOnly }),
    output: text("成果形式", { max: 200 }),
    assigner: organ("交办单位", { readOnly }),
    sourceKind: choice("来源", taskSources, { required, readOnly, indexed: true }),
    sourceId: text("来源标识", { readOnly, internal: true, max: 80, indexed: true }),
    sourceHref: text("来源地址", { readOnly, internal: true, max: 300 }),
    sourceWords: text("原文", { readOnly, max: 600 }),
    clause: text("条款", { readOnly, max: 40, indexed: true }),
    pack: text("政策包", { readOnly, max: 20 }),
    declined: yes("已退回待改派", { readOnly, indexed: true }),
    superior: ref("上级任务", TASK, { readOnly }),
    passed: integer("分解份数", { readOnly, unit: "份" }),
    stage: ref("阶段", stage),
    tag: choice("措施类别", measureTags, { indexed: true }),
    side: choice("实施主体", sides),
    progressPercent: integer("进度", { readOnly, unit: "%", min: 0, max: 100 }),
    lastProgressOn: day("最近进度", { readOnly }),
    result: long("完成情况", { max: 2_000 }),
    evidence: files("佐证", { max: 20 }),
    submittedOn: day("报完成日期", { readOnly }),
    finishedOn: day("办结日期", { readOnly }),
    onTime: yes("按期完成", { readOnly, indexed: true }),
    extensions: integer("延期次数", { readOnly, unit: "次" }),
    extensionReason: text("延期理由", { max: 400 }),
    obstacle: long("困难", { max: 1_000 }),
  },
  search: ["number", "title", "clause", "owner"],
  list: {
    columns: ["number", "title", "lead", "area", "owner", "state", "dueOn", "progressPercent", "sourceKind", "clause"],
    filters: ["area", "state", "lead", "sourceKind", "dueOn", "tag", "onTime", "stage", "clause", "superior", "assigner", "sourceId"],
    sort: "dueOn",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueOn" },
    overdue: { label: "逾期", where: { state: ["toSign", "doing"], dueOn: { before: "today" } }, sort: "dueOn" },
    toSign: { label: "待签收", where: { state: "toSign" }, sort: "dueOn" },
    declined: { label: "待改派", where: { open: true, declined: true }, sort: "dueOn" },
    checking: { label: "待验收", where: { state: "checking" }, sort: "dueOn" },
    minutes: { label: "会议任务", where: { sourceKind: "minutes" }, sort: "-dueOn" },
    done: { label: "办结", where: { state: "done" }, sort: "-finishedOn" },
  },
  reminders: [
    { level: 1, working: -3 },
    { level: 2, working: 0 },
    { level: 3, working: 2, escalates: true },
  ],
  requests: {
    assist: { label: "协办", due: { field: "dueOn" }, by: "policy-tasks.assign", to: "named", answer: "reply", from: ["toSign", "doing"] },
    copy: {
      label: "抄告",
      due: { working: 10 },
      by: "policy-tasks.handle",
      to: "named",
      answer: "reply",
      numbered: "任抄",
      from: ["toSign", "doing", "checking"],
    },
    coordinate: {
      label: "请求协调",
      due: { working: 5 },
      by: "policy-tasks.handle",
      to: { organ: "assigner" },
      answer: "reply",
      asks: ["obstacle"],
      from: ["doing"],
      escalatesTo: "government",
    },
    extension: {
      label: "申请延期",
      due: { working: 3 },
      by: "policy-tasks.handle",
      decidedBy: "policy-tasks.accept",
      to: { organ: "assigner" },
      answer: "decision",
      asks: ["dueOn", "extensionReason"],
      onGrant: "extend",
      from: ["doing"],
    },
  },
  states: {
    toSign: { label: "待签收", step: "签收", due: { working: 2 } },
    doing: { label: "办理中", step: "办理", due: { field: "dueOn" } },
    checking: { label: "待验收", step: "验收", due: { working: 5 } },
    done: { label: "办结", end: true },
    withdrawn: { label: "已撤销", end: true },
  },
  start: "toSign",
  example: {
    number: "RW2026-0012",
    title: "修复全部不完好市政消火栓",
    content: "逐具上传修复照片",
    lead: "01997c2e-8f00-7000-8000-000000000002",
    owner: "副县长 陈志远",
    dueOn: "2026-04-30",
    output: "修复照片和水压记录",
    sourceKind: "minutes",
    clause: "QZ-7.3.4",
    result: "30 具全部修复",
    evidence: ["01997c2e-8f00-7000-8000-000000000003"],
    extensionReason: "配件到货晚",
    obstacle: "修复经费没有下达",
    stage: null,
  },
  moves: {
    sign: {
      label: "签收",
      from: ["toSign"],
      to: "doing",
      by: "policy-tasks.handle",
      holder: true,
      takes: ["owner"],
      note: "optional",
      closed: (row) => (row.declined ? { code: "policy-tasks.task_declined" } : undefined),
    },
    submit: {
      label: "报完成",
      from: ["doing"],
      to: "checking",
      by: "policy-tasks.handle",
      holder: true,
      passTo: { organ: "assigner" },
      asks: ["result"],
      takes: ["evidence"],
      note: "optional",
      waitsFor: ["extension"],
      ready: async ({ tx }, row) => ok({ openChildren: await openChildrenOf(tx, row.id) }),
      refuse: childrenDone,
      sets: (_, __, { today }) => ({ submittedOn: today, progressPercent: 100, lastProgressOn: today }),
    },
    accept: {
      label: "验收办结",
      from: ["checking"],
      to: "done",
      by: "policy-tasks.accept",
      holder: true,
      note: "optional",
      sets: (row, _, { today }) => ({ finishedOn: today, onTime: textOf(row.submittedOn) <= textOf(row.dueOn) }),
    },
    sendBack: {
      label: "退回补办",
      from: ["checking"],
      to: "doing",
      by: "policy-tasks.accept",
      holder: true,
      passTo: { organ: "lead" },
      takes: ["dueOn"],
      note: "required",
    },
    // Back with who gave it: still to be received by somebody, and no new step of its life.
    decline: {
      label: "退回",
      from: ["toSign"],
      to: "toSign",
      by: "policy-tasks.handle",
      holder: true,
      passTo: { organ: "assigner" },
      note: "required",
      closed: (row) => (row.declined ? { code: "policy-tasks.task_declined" } : undefined),
      sets: () => ({ declined: true }),
    },
    reassign: {
      label: "改派",
      from: ["toSign"],
      to: "toSign",
      by: "policy-tasks.assign",
      holder: true,
      passTo: { organ: "lead" },
      asks: ["lead"],
      takes: ["owner", "dueOn"],
      note: "optional",
      ready: async ({ tx }, row, given) => ok({ leadElsewhere: await isElsewhere(tx, textOf(given.lead), row.area) }),
      closed: (row) => (row.declined ? undefined : { code: "policy-tasks.task_not_declined" }),
      refuse: (_, { leadElsewhere }) => (leadElsewhere === true ? { code: "policy-tasks.task_lead_elsewhere" } : undefined),
      sets: () => ({ declined: false }),
    },
    extend: {
      label: "批准延期",
      from: ["doing"],
      to: "doing",
      by: "policy-tasks.machine",
      asks: ["dueOn", "extensionReason"],
      note: "optional",
      refuse: later,
      sets: (row) => ({ extensions: Number(row.extensions ?? 0) + 1, firstDueOn: row.firstDueOn ?? row.dueOn }),
    },
    withdraw: {
      label: "撤销",
      from: ["toSign", "doing", "checking"],
      to: "withdrawn",
      by: "policy-tasks.assign",
      note: "required",
      ready: ({ actor }, row) => Promise.resolve(ok({ isOwnTask: row.assigner === actor.organId })),
      refuse: (_, { isOwnTask }) => (isOwnTask === false ? { code: "policy-tasks.task_of_other" } : undefined),
    },
    note: { label: "备注", from: ["toSign", "doing", "checking"], to: "same", by: "policy-tasks.handle", note: "required" },
    // The machine's own: nobody is granted it.
    passDown: {
      label: "分解下发",
      from: ["doing"],
      to: "same",
      by: "policy-tasks.machine",
      note: "optional",
      sets: (row, { passed }) => ({ passed: Number(row.passed ?? 0) + Number(passed ?? 0) }),
    },
  },
});
