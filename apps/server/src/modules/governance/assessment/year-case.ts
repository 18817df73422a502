/**
 * 考核年度: pledge → tracking → sampling → freeze → appeal → approval → circular and use. Nothing goes backwards: what is frozen stays frozen, and
 * whoever is not content appeals beside it. SH-8.4–8.7, QZ-2.1.7, PT-2.1.3.2
 */
import { defineCase, type Given, type MoveContext } from "#platform/case/define.ts";
import { choice, day, decimal, integer, moment, organ, person, ref, text } from "#platform/ledger/fields.ts";
import { levels } from "./domain/kinds.ts";
import { mayFreeze } from "./domain/year.ts";
import { SCHEME, YEAR } from "./names.ts";
import { approvalOf, circularOf, drawOf, freezeOf, signedOf, submissionOf } from "./year-moves.ts";

const required = true;
const readOnly = true;
type Row = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const unsigned = (row: Row, given: Given) => {
  const left = Number(row.entrants ?? 0) - Number(given.signed ?? 0);
  return left > 0 && !given.note ? { code: "assessment.unsigned", params: { left } } : undefined;
};
const tooEarly = (row: Row, _: Given, { today }: MoveContext) =>
  mayFreeze(textOf(row.until), today) ? undefined : { code: "assessment.year_not_over", params: { until: row.until } };

export const yearCase = defineCase(YEAR, {
  label: "年度考核",
  counter: "项",
  title: "title",
  fields: {
    title: text("名称", { required, readOnly, max: 80 }),
    year: integer("年度", { required, readOnly, min: 2000, max: 2100, indexed: true }),
    level: choice("考核对象", levels, { required, readOnly, indexed: true }),
    scheme: ref("方案", SCHEME, { required, readOnly }),
    host: organ("组织单位", { required, readOnly }),
    from: day("起", { required, readOnly }),
    until: day("止", { required, readOnly }),
    pledgeBy: day("签责任状期限"),
    group: text("考核工作组", { max: 300 }),
    entrants: integer("被考核政府", { readOnly, unit: "个" }),
    signed: integer("已签责任状", { readOnly, unit: "个" }),
    sampleAsk: integer("每地抽查数", { unit: "处", min: 1, max: 50 }),
    sampleValue: text("公开随机数", { max: 200 }),
    sampleSource: text("随机数来源", { max: 120 }),
    sampleCommitment: text("名单摘要", { readOnly, max: 64 }),
    sampled: integer("抽中", { readOnly, unit: "处" }),
    frozenAt: moment("冻结时间", { readOnly }),
    appealUntil: day("申诉截止"),
    replyBy: day("答复期限"),
    submittedBy: person("提请人", { readOnly }),
    approvedBy: person("审定人", { readOnly }),
    approvedOn: day("审定日期", { readOnly }),
    approvalNumber: text("审定依据", { max: 80 }),
    circular: text("通报文号", { readOnly, max: 60, indexed: true }),
    document: text("通报", { readOnly, max: 40, internal: true }),
    issuedOn: day("通报日期", { readOnly, indexed: true }),
    meanScore: decimal("平均分", { readOnly, unit: "分" }),
  },
  search: ["title", "circular"],
  list: {
    columns: ["title", "year", "level", "area", "state", "entrants", "signed", "frozenAt", "approvedOn", "circular"],
    filters: ["area", "year", "level", "state", "issuedOn"],
    sort: "-year",
  },
  views: { open: { label: "进行中", where: { open: true }, sort: "-year" } },
  states: {
    pledging: { label: "签责任状", due: { field: "pledgeBy" } },
    tracking: { label: "过程跟踪" },
    sampling: { label: "现场抽查" },
    frozen: { label: "冻结证据" },
    appealing: { label: "申诉", due: { field: "replyBy" } },
    approving: { label: "待审定", step: "审定", due: { working: 10 } },
    using: { label: "通报运用", due: { working: 10 } },
    closed: { label: "办结", end: true },
  },
  start: "pledging",
  example: {
    title: "衢州市 2025 年度县（市、区）消防工作考核",
    year: 2025,
    level: "county",
    from: "2025-01-01",
    until: "2025-12-31",
    approvalNumber: "市政府常务会议",
  },
  moves: {
    track: {
      label: "开始跟踪",
      from: ["pledging"],
      to: "tracking",
      by: "assessment.run",
      note: "optional",
      ready: signedOf,
      refuse: unsigned,
      sets: (_, { signed }) => ({ signed }),
    },
    draw: {
      label: "抽取现场抽查",
      from: ["tracking"],
      to: "sampling",
      by: "assessment.run",
      asks: ["sampleAsk", "sampleValue", "sampleSource"],
      ready: drawOf,
      sets: (_, { sampleCommitment, sampled }) => ({ sampleCommitment, sampled }),
    },
    freeze: {
      label: "冻结证据",
      from: ["sampling"],
      to: "frozen",
      by: "assessment.run",
      closed: (row, context) => tooEarly(row, {}, context),
      ready: freezeOf,
      sets: (_, { frozenAt, meanScore }) => ({ frozenAt, meanScore }),
    },
    openAppeals: {
      label: "开放申诉",
      from: ["frozen"],
      to: "appealing",
      by: "assessment.run",
      asks: ["appealUntil", "replyBy"],
      refuse: (_, given, { today }) =>
        textOf(given.appealUntil) < today || textOf(given.replyBy) < textOf(given.appealUntil)
          ? { code: "assessment.appeal_days" }
          : undefined,
    },
    submit: {
      label: "提请审定",
      from: ["appealing"],
      to: "approving",
      by: "assessment.run",
      note: "optional",
      ready: submissionOf,
      refuse: (row, given, { today }) => {
        if (Number(given.openAppeals ?? 0) > 0) return { code: "assessment.appeals_open", params: { n: given.openAppeals } };
        return today <= textOf(row.appealUntil) && !given.note
          ? { code: "assessment.appeals_running", params: { until: row.appealUntil } }
          : undefined;
      },
      sets: (_, __, { actor }) => ({ submittedBy: actor?.userId ?? null }),
    },
    approve: {
      label: "审定",
      from: ["approving"],
      to: "using",
      by: "assessment.approve",
      asks: ["approvalNumber"],
      closed: (row, { actor }) => (actor && row.submittedBy === actor.userId ? { code: "assessment.own_submission" } : undefined),
      ready: approvalOf,
      sets: (_, { meanScore }, { actor, today }) => ({ approvedBy: actor?.userId ?? null, approvedOn: today, meanScore }),
    },
    issue: {
      label: "印发通报",
      from: ["using"],
      to: "same",
      by: "assessment.run",
      closed: (row) => (row.issuedOn ? { code: "assessment.issued_already" } : undefined),
      ready: circularOf,
      sets: (_, { circular, document }, { today }) => ({ circular, document, issuedOn: today }),
    },
    close: {
      label: "办结",
      from: ["using"],
      to: "closed",
      by: "assessment.run",
      note: "optional",
      closed: (row) => (row.issuedOn ? undefined : { code: "assessment.not_issued" }),
    },
  },
});
