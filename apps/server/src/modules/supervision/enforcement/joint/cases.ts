/** 联合执法 and 三方协同移交: several organs at one matter, each with its part, one common result. SH-1.11, QZ-3.4.3 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, many, organ, ref, text, yes } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { onlyOrgan } from "../only-organ.ts";
import { acts } from "../penalty/rules-in-force.ts";
import { earlierVisits } from "./earlier.ts";

const required = true;
const readOnly = true;

export const roles = {
  lead: "牵头",
  fire: "消防检查",
  police: "治安与人员",
  order: "综合执法",
  market: "市场主体与产品",
  housing: "建设与审验",
  other: "配合",
} as const;

export const jointAction = defineCase("enforcement.joint-action", {
  label: "联合执法行动",
  counter: "次",
  title: "name",
  fields: {
    name: text("行动名称", { required, max: 100 }),
    lead: organ("牵头单位", { required }),
    heldOn: day("行动日期", { required }),
    purpose: long("任务和重点", { required, max: 2_000 }),
    checklist: text("检查表", { readOnly, max: 60, internal: true }),
    checklistTitle: text("共用检查表", { readOnly, max: 100 }),
    summary: long("行动结果", { max: 4_000 }),
    findings: integer("发现问题", { min: 0, max: 100_000, unit: "处" }),
    penalties: integer("立案处罚", { min: 0, max: 100_000, unit: "件" }),
  },
  search: ["name"],
  list: {
    columns: ["name", "lead", "heldOn", "area", "state", "findings", "penalties", "dueAt"],
    filters: ["area", "state", "lead", "heldOn"],
    sort: "-heldOn",
  },
  views: {
    coming: { label: "待行动", where: { state: "planned" }, sort: "heldOn" },
    running: { label: "待汇总", where: { state: "running" }, sort: "-heldOn" },
  },
  states: {
    planned: { label: "待行动", due: { field: "heldOn" } },
    running: { label: "各部门填报", due: { working: 3 } },
    finished: { label: "已汇总", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "planned",
  byHand: { asks: ["name", "lead", "heldOn", "purpose"] },
  moves: {
    start: { label: "开始行动", from: ["planned"], to: "running", by: "enforcement.joint.lead", note: "optional" },
    finish: {
      label: "汇总结果",
      from: ["running"],
      to: "finished",
      by: "enforcement.joint.lead",
      asks: ["summary", "findings", "penalties"],
    },
    cancel: { label: "取消", from: ["planned"], to: "cancelled", by: "enforcement.joint.lead", note: "required" },
  },
});

/** 参加部门: who takes part, in which role, with how many people. */
export const jointPart = defineLedger("enforcement.joint-part", {
  label: "参加部门",
  counter: "个",
  title: "task",
  partOf: "action",
  fields: {
    action: ref("联合执法行动", jointAction, { required }),
    organ: organ("部门", { required }),
    role: choice("职责", roles, { required }),
    task: text("分工", { required, max: 200 }),
    people: integer("人数", { min: 0, max: 500, unit: "人" }),
    contact: text("联络人", { max: 40 }),
  },
  list: { columns: ["action", "organ", "role", "task", "people"], filters: ["area", "action", "organ", "role"] },
});

/** 行动记录: what one department found at one target and what it did about it; everybody in the action sees it. */
export const jointFinding = defineLedger("enforcement.joint-finding", {
  label: "联合检查记录",
  counter: "条",
  title: "target",
  record: { on: "checkedOn", lockDays: 30 },
  partOf: "action",
  fields: {
    action: ref("联合执法行动", jointAction, { required }),
    unit: ref("单位", "places.unit"),
    target: text("检查对象", { required, max: 120 }),
    organ: organ("部门", { required }),
    checkedOn: day("检查日期", { required }),
    found: long("发现问题", { max: 2_000 }),
    problems: integer("问题数", { required, min: 0, max: 1_000, unit: "处" }),
    done: many(
      "处理",
      { onSpot: "当场改正", order: "责令限期改正", penalty: "立案处罚", seal: "查封", transfer: "移交其他部门", none: "未发现问题" },
      { required },
    ),
    fineYuan: decimal("罚款", { min: 0, max: 10_000_000, unit: "元" }),
    photos: files("照片", { max: 12 }),
  },
  search: ["target"],
  list: {
    columns: ["target", "action", "organ", "checkedOn", "problems", "done", "fineYuan"],
    filters: ["area", "action", "organ", "unit", "checkedOn"],
    sort: "-checkedOn",
  },
});

const byReceiver = onlyOrgan("toOrgan", "enforcement.receiver_handles");
const byFinder = onlyOrgan("foundBy", "enforcement.finder_confirms");

/** 协同移交: 应急消防管理站 finds, 派出所 or 综合执法队 can punish; hand-over with a term and a common result. */
export const handOver = defineCase("enforcement.hand-over", {
  label: "协同移交",
  counter: "件",
  title: "what",
  unit: "unit",
  partOf: "unit",
  fields: {
    what: text("问题", { required, max: 200 }),
    unit: ref("单位", "places.unit"),
    where: text("地点", { required, max: 200 }),
    act: choice("违法行为", acts, { required, indexed: true }),
    hazard: ref("火灾隐患", "hazard-loop.hazard"),
    foundBy: organ("发现单位", { readOnly }),
    foundOn: day("发现日期", { required }),
    toOrgan: organ("有权处理单位", { required }),
    dueOn: day("办理期限", { required }),
    evidence: long("随附材料", { max: 2_000 }),
    earlierVisits: text("近期检查", { readOnly, composed: true, max: 200 }),
    jointPlan: long("联合整治安排", { max: 2_000 }),
    jointOrgan: organ("联合整治单位"),
    outcome: choice(
      "处理结果",
      { corrected: "已改正", order: "责令改正", penalty: "处罚", none: "不属实", otherOrgan: "转其他单位" },
      { indexed: true },
    ),
    result: long("结果", { max: 2_000 }),
    penaltyNumber: text("处罚决定书文号", { max: 60 }),
    refusedWhy: text("不予接收理由", { max: 200 }),
  },
  search: ["what", "where"],
  list: {
    columns: ["what", "unit", "act", "area", "foundBy", "toOrgan", "state", "dueAt", "outcome"],
    filters: ["area", "state", "act", "toOrgan", "foundBy", "unit", "outcome"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    joint: { label: "联合整治", where: { state: "joint" }, sort: "dueAt" },
  },
  sameWhileOpen: ["unit", "act", "where"],
  states: {
    handed: { label: "待接收", due: { working: 2 } },
    taken: { label: "办理中", due: { field: "dueOn" } },
    joint: { label: "联合整治", due: { field: "dueOn" } },
    answered: { label: "待确认", due: { working: 3 } },
    closed: { label: "办结", end: true },
    refused: { label: "不予接收", end: true },
  },
  start: "handed",
  byHand: {
    asks: ["what", "unit", "where", "act", "hazard", "foundOn", "toOrgan", "dueOn", "evidence"],
    holder: "toOrgan",
    async ready(context, given) {
      if (String(given.dueOn) < context.today) return refuse("invalid", "enforcement.due_in_past");
      return ok({ foundBy: context.actor.organId, earlierVisits: await earlierVisits(context, given.unit) });
    },
  },
  moves: {
    take: {
      label: "接收",
      from: ["handed"],
      to: "taken",
      by: "enforcement.hand-over.handle",
      passTo: { organ: "toOrgan" },
      note: "optional",
      closed: byReceiver,
    },
    refuse: {
      label: "不予接收",
      from: ["handed"],
      to: "refused",
      by: "enforcement.hand-over.handle",
      asks: ["refusedWhy"],
      closed: byReceiver,
    },
    join: {
      label: "联合整治",
      from: ["taken"],
      to: "joint",
      by: "enforcement.hand-over.handle",
      asks: ["jointOrgan", "jointPlan", "dueOn"],
      note: "optional",
      closed: byReceiver,
    },
    answer: {
      label: "反馈结果",
      from: ["taken", "joint"],
      to: "answered",
      by: "enforcement.hand-over.handle",
      asks: ["outcome", "result"],
      takes: ["penaltyNumber"],
      passTo: { organ: "foundBy" },
      closed: byReceiver,
      refuse: (_, given) => (given.outcome === "penalty" && !given.penaltyNumber ? { code: "enforcement.penalty_number" } : undefined),
    },
    close: {
      label: "确认办结",
      from: ["answered"],
      to: "closed",
      by: "enforcement.hand-over.find",
      note: "optional",
      closed: byFinder,
    },
    sendBack: {
      label: "退回补办",
      from: ["answered"],
      to: "taken",
      by: "enforcement.hand-over.find",
      passTo: { organ: "toOrgan" },
      asks: ["dueOn"],
      note: "required",
      closed: byFinder,
    },
  },
});

/** 指导意见 from the superior to a town team. QZ-3.4.1 */
export const guidance = defineLedger("enforcement.guidance", {
  label: "执法指导",
  counter: "条",
  title: "subject",
  record: { on: "givenOn", lockDays: 30 },
  fields: {
    subject: text("事项", { required, max: 100 }),
    givenOn: day("日期", { required }),
    by: organ("指导单位", { required }),
    to: organ("执法队伍", { required }),
    kind: choice(
      "方式",
      { training: "培训", visit: "驻点指导", call: "答疑", review: "评查反馈", warning: "执法监督提醒" },
      { required, indexed: true },
    ),
    content: long("内容", { required, max: 4_000 }),
    followedUp: yes("已落实", { indexed: true }),
  },
  search: ["subject"],
  list: {
    columns: ["subject", "givenOn", "by", "to", "kind", "area", "followedUp"],
    filters: ["area", "kind", "to", "followedUp", "givenOn"],
    sort: "-givenOn",
  },
});
