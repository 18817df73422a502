/** 督导: a round with its towns and checklist; what is wrong goes back in a numbered letter, is answered in time, and counts. PT-2.2.4.1–2.2.4.8, SH-8.4 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { findingKinds, roundKinds } from "./domain/kinds.ts";
import { FINDING, ROUND } from "./names.ts";
import { notOwnOrgan, overTarget } from "./over.ts";

const required = true;
const readOnly = true;

export const round = defineLedger(ROUND, {
  label: "督导轮次",
  counter: "轮",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80 }),
    kind: choice("类别", roundKinds, { required, indexed: true }),
    host: organ("督导单位", { required }),
    from: day("起", { required, indexed: true }),
    until: day("止", { required }),
    team: text("督导组", { required, max: 200 }),
    places: table(
      "督导对象",
      { name: text("政府", { required: true, max: 60 }), on: text("日期", { max: 20 }), result: text("结果", { max: 200 }) },
      { max: 200 },
    ),
    items: table(
      "检查内容",
      {
        section: text("部分", { required: true, max: 40 }),
        item: text("内容", { required: true, max: 120 }),
        evidence: text("核对什么", { max: 120 }),
      },
      { max: 100 },
    ),
    findings: integer("发现问题", { readOnly, unit: "个" }),
    summary: long("小结", { max: 2_000 }),
    papers: files("文件", { max: 10 }),
  },
  search: ["name", "team"],
  list: { columns: ["name", "kind", "area", "host", "from", "until", "team"], filters: ["area", "kind", "from", "host"], sort: "-from" },
  check: ({ from, until }) => (from && until && until < from ? [{ field: "until", code: "assessment.ends_before" }] : []),
});

export const finding = defineCase(FINDING, {
  label: "督导问题",
  counter: "个",
  title: "what",
  fields: {
    round: ref("督导轮次", round),
    kind: choice("部分", findingKinds, { required, indexed: true }),
    what: text("问题", { required, max: 200 }),
    guidance: long("指导意见", { max: 1_000 }),
    target: organ("被督导政府", { required }),
    host: organ("督导单位", { readOnly }),
    grave: yes("问题严重", { indexed: true, help: "平台据此提出追责建议" }),
    foundOn: day("发现日期", { required }),
    foundPapers: files("佐证", { max: 10 }),
    replyBy: day("报送期限"),
    letter: text("反馈函文号", { readOnly, max: 60, indexed: true }),
    sentOn: day("反馈日期", { readOnly, indexed: true }),
    done: long("整改情况", { max: 2_000 }),
    donePapers: files("整改佐证", { max: 20 }),
    repliedOn: day("报送日期", { readOnly }),
    times: integer("退回次数", { readOnly }),
    lateOn: day("逾期日期", { readOnly, indexed: true }),
  },
  search: ["what", "letter"],
  list: {
    columns: ["what", "kind", "target", "area", "state", "replyBy", "letter", "dueAt"],
    filters: ["area", "state", "kind", "target", "round", "lateOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    late: { label: "逾期", where: { state: "sent", replyBy: { before: "today" } }, sort: "replyBy" },
  },
  byHand: {
    asks: ["round", "kind", "what", "guidance", "target", "grave", "foundOn", "foundPapers"],
    ready: async ({ actor }) => ok({ host: actor.organId, times: 0 }),
  },
  reminders: [
    { level: 1, working: -3 },
    { level: 2, working: 0 },
    { level: 3, working: 3, escalates: true },
  ],
  states: {
    found: { label: "待反馈", due: { working: 5 } },
    sent: { label: "待报整改", due: { field: "replyBy" } },
    replied: { label: "待核", due: { working: 5 } },
    closed: { label: "已核实", end: true },
    void: { label: "撤销", end: true },
  },
  start: "found",
  moves: {
    send: {
      label: "书面反馈",
      from: ["found"],
      to: "sent",
      by: "assessment.supervise",
      passTo: { organ: "target" },
      asks: ["replyBy"],
      takes: ["guidance"],
      closed: notOwnOrgan,
      ready: overTarget,
      refuse: (_, { replyBy }, { today }) =>
        typeof replyBy === "string" && replyBy <= today ? { code: "assessment.reply_in_past" } : undefined,
      sets: (_, { letter }, { today }) => ({ sentOn: today, ...(letter ? { letter } : {}) }),
    },
    reply: {
      label: "报送整改",
      from: ["sent"],
      to: "replied",
      by: "assessment.reply",
      passTo: { organ: "host" },
      asks: ["done"],
      takes: ["donePapers"],
      sets: (_, __, { today }) => ({ repliedOn: today }),
    },
    accept: {
      label: "核实通过",
      from: ["replied"],
      to: "closed",
      by: "assessment.supervise",
      note: "optional",
      closed: notOwnOrgan,
      ready: overTarget,
    },
    sendBack: {
      label: "退回再改",
      from: ["replied"],
      to: "sent",
      by: "assessment.supervise",
      passTo: { organ: "target" },
      asks: ["replyBy"],
      note: "required",
      closed: notOwnOrgan,
      ready: overTarget,
      sets: (row) => ({ times: Number(row.times ?? 0) + 1 }),
    },
    discard: {
      label: "撤销",
      from: ["found"],
      to: "void",
      by: "assessment.supervise",
      note: "required",
      closed: notOwnOrgan,
      ready: overTarget,
    },
    // The machine's own move, once, when the day has passed without an answer.
    lapse: {
      label: "逾期",
      from: ["sent"],
      to: "same",
      by: "assessment.machine",
      note: "optional",
      sets: (_, __, { today }) => ({ lateOn: today }),
    },
  },
});
