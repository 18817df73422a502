/**
 * 责任追究与尽职免责: what a post owed beside what it did, frozen on the day the case opens; a decision either way with its reasons, before an
 * accident and after one. SH-8.8, SH-8.9, PT-2.2.4.8, JX-1.4.1, QZ-3.1.4
 */
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, files, integer, long, ref, table, text } from "#platform/ledger/fields.ts";
import { measuresTaken, phases, triggers } from "./domain/kinds.ts";
import { freezeEvidence } from "./gather.ts";

export const ACCOUNTABILITY = "responsibility.accountability";
const required = true;
const readOnly = true;
const isBlank = (value: unknown): boolean => typeof value !== "string" || value.trim() === "";

/** Nobody is judged unheard: his statement, or a note that he made none, stands before the decision. */
function heard(row: Given, given: Given): MoveRefusal | undefined {
  return isBlank(given.statement ?? row.statement) ? { code: "responsibility.not_heard" } : undefined;
}
function notSelf(row: Given, { actor }: MoveContext): MoveRefusal | undefined {
  return actor?.organId && actor.organId === row.organ ? { code: "responsibility.judges_itself" } : undefined;
}

export const accountability = defineCase(ACCOUNTABILITY, {
  label: "责任追究",
  counter: "件",
  title: "what",
  partOf: "organ",
  fields: {
    what: text("事由", { required, max: 200 }),
    trigger: choice("情形", triggers, { required, indexed: true }),
    phase: choice("阶段", phases, { required, readOnly, indexed: true }),
    organ: ref("被追究机构", "organizations.organ", { required }),
    post: ref("责任岗位", "organizations.post"),
    who: text("责任人", { max: 40 }),
    proposal: ref("由哪条建议", "responsibility.proposal", { readOnly }),
    chain: table(
      "责任链条",
      {
        organ: text("机构", { required, max: 80 }),
        post: text("岗位", { max: 60 }),
        owed: text("应尽职责", { required, max: 200 }),
        failed: text("问题", { max: 200 }),
      },
      { max: 30 },
    ),
    from: day("核查期间自", { required }),
    to: day("至", { required }),
    duties: integer("职责条目", { readOnly, unit: "条" }),
    acts: integer("履职记录", { readOnly, unit: "条" }),
    snapshot: text("冻结的证据", { readOnly, max: 36, internal: true }),
    sealed: text("证据校验值", { readOnly, max: 64 }),
    frozenOn: day("证据冻结日", { readOnly }),
    findings: long("核查情况", { max: 4_000 }),
    statement: long("陈述申辩", { max: 4_000 }),
    measure: choice("处理", measuresTaken, { indexed: true }),
    ground: text("依据", { max: 200 }),
    reasons: long("理由", { max: 2_000 }),
    decidedOn: day("决定日期", { readOnly }),
    decidedBy: text("决定机构", { readOnly, max: 80 }),
    carryOutBy: day("执行期限"),
    carriedOut: long("执行情况", { max: 1_000 }),
    papers: files("材料", { max: 20 }),
  },
  search: ["what", "who"],
  list: {
    columns: ["what", "trigger", "phase", "organ", "post", "area", "state", "measure", "decidedOn", "carryOutBy"],
    filters: ["area", "state", "phase", "trigger", "organ", "measure"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    exempted: { label: "尽职免责", where: { measure: "exempted" } },
  },
  reminders: [
    { level: 1, working: -3 },
    { level: 2, working: 0 },
    { level: 3, working: 5, escalates: true },
  ],
  states: {
    opened: { label: "核查中", step: "核查", due: { working: 20 } },
    examined: { label: "待听取申辩", step: "申辩", due: { working: 5 } },
    heard: { label: "待决定", step: "决定", due: { working: 10 } },
    decided: { label: "待执行", step: "执行", due: { field: "carryOutBy" } },
    carriedOut: { label: "已执行", end: true },
    exempted: { label: "尽职免责", end: true },
    dropped: { label: "不予追究", end: true },
  },
  start: "opened",
  byHand: { asks: ["what", "trigger", "organ", "post", "who", "from", "to"], ready: freezeEvidence },
  moves: {
    examine: {
      label: "核查完毕",
      from: ["opened"],
      to: "examined",
      by: "responsibility.trace",
      asks: ["findings"],
      takes: ["chain", "who", "papers"],
    },
    hear: {
      label: "登记申辩",
      from: ["examined"],
      to: "heard",
      by: "responsibility.trace",
      asks: ["statement"],
      takes: ["papers"],
      passTo: "none",
    },
    sendBack: {
      label: "退回补查",
      from: ["examined", "heard"],
      to: "opened",
      by: "responsibility.judge",
      note: "required",
      closed: notSelf,
    },
    decide: {
      label: "作出处理",
      from: ["heard"],
      to: "decided",
      by: "responsibility.judge",
      asks: ["measure", "ground", "reasons", "carryOutBy"],
      closed: (row, context) => heard(row, {}) ?? notSelf(row, context),
      refuse: (_, given, { today }) =>
        given.measure === "exempted"
          ? { code: "responsibility.exempt_by_its_own_move" }
          : String(given.carryOutBy) < today
            ? { code: "responsibility.carry_out_in_past" }
            : undefined,
      sets: (_, __, { today, actor }) => ({ decidedOn: today, decidedBy: actor?.organName ?? actor?.name ?? "" }),
    },
    exempt: {
      label: "尽职免责",
      from: ["heard"],
      to: "exempted",
      by: "responsibility.judge",
      asks: ["ground", "reasons"],
      closed: (row, context) => heard(row, {}) ?? notSelf(row, context),
      sets: (_, __, { today, actor }) => ({ measure: "exempted", decidedOn: today, decidedBy: actor?.organName ?? actor?.name ?? "" }),
    },
    drop: {
      label: "不予追究",
      from: ["opened", "examined"],
      to: "dropped",
      by: "responsibility.judge",
      note: "required",
      closed: notSelf,
    },
    carryOut: {
      label: "登记执行",
      from: ["decided"],
      to: "carriedOut",
      by: "responsibility.trace",
      asks: ["carriedOut"],
      takes: ["papers"],
    },
  },
});
