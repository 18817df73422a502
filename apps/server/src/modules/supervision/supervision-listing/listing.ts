/**
 * 挂牌督办: proposed → listed by a government with a term and a person who answers for it → reviewed → delisted. A hazard is delisted only when
 * it was reviewed and closed; a town by the measured fall of its fires; nobody is delisted by the passing of time. SH-3.11, JX-1.2, QZ-2.1.4, TY-3.3.
 */
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, decimal, files, integer, long, organ, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { BATCH } from "./batch.ts";
import { levels, proposals, targets } from "./domain/kinds.ts";

export const LISTING = "supervision-listing.listing";
const readOnly = true;
const required = true;
const composed = true;
const open = ["proposed", "listed", "review", "delisting"] as const;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const ahead = (_: unknown, given: Given, { today }: MoveContext): MoveRefusal | undefined =>
  textOf(given.dueOn) <= today ? { code: "supervision-listing.due_in_past" } : undefined;

type Row = Readonly<Record<string, unknown>>;
function extendable(row: Row, given: Given, context: MoveContext): MoveRefusal | undefined {
  const most = Number(row.extensionsMost ?? 0);
  if (Number(row.extensions ?? 0) >= most) return { code: "supervision-listing.no_more_extensions", params: { most } };
  if (textOf(given.dueOn) <= textOf(row.dueOn)) return { code: "supervision-listing.extends_nothing" };
  return ahead(row, given, context);
}
/** Nobody passes what he submitted himself; a hazard's plate waits for the hazard. */
function passable(row: Row, _: Given, { actor }: MoveContext): MoveRefusal | undefined {
  if (actor && row.submittedBy === actor.userId) return { code: "supervision-listing.passes_own_submission" };
  return row.target === "hazard" && !row.hazardClosedOn ? { code: "supervision-listing.hazard_still_open" } : undefined;
}
const byEvidence = (row: Row): MoveRefusal | undefined =>
  row.target === "town" ? { code: "supervision-listing.town_by_fires" } : undefined;

export const listing = defineCase(LISTING, {
  label: "挂牌督办",
  counter: "件",
  title: "title",
  unit: "unit",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    title: text("挂牌事项", { required, max: 200 }),
    target: choice("对象", targets, { required, readOnly, indexed: true }),
    targetKey: text("对象标识", { required, readOnly, max: 60, indexed: true }),
    targetName: text("对象名称", { required, readOnly, max: 120 }),
    hazard: ref("隐患", HAZARD, { readOnly }),
    unit: ref("单位", "places.unit", { readOnly }),
    level: choice("级别", levels, { required, readOnly, indexed: true }),
    government: organ("挂牌政府", { required, readOnly }),
    batch: ref("批次", BATCH),
    year: integer("年度", { required, readOnly, min: 2000, max: 2100, indexed: true }),
    reason: long("挂牌理由", { required, max: 1_000 }),
    basis: text("排序依据", { composed, readOnly, max: 300 }),
    proposer: organ("提请机构", { readOnly }),
    documentNumber: text("挂牌文号", { max: 80 }),
    listedOn: day("挂牌日期"),
    dueOn: day("整改期限"),
    firstDueOn: day("原定期限", { readOnly }),
    supervisor: text("督改责任人", { max: 60 }),
    supervisorOrgan: organ("督改单位"),
    turn: organ("承接机构", { readOnly }),
    reviewer: organ("复查机构", { readOnly }),
    measures: long("督改措施", { max: 2_000 }),
    noticeMedium: text("公示媒体", { max: 120 }),
    noticeOn: day("公示日期"),
    noticeWords: long("公示内容", { max: 1_000 }),
    progressPercent: integer("进度", { readOnly, unit: "%", min: 0, max: 100 }),
    lastProgressOn: day("最近进度", { readOnly }),
    extensions: integer("延期次数", { readOnly }),
    extensionsMost: integer("延期上限", { readOnly }),
    extensionReason: text("延期理由", { max: 400 }),
    escalatedOn: day("升级日期", { readOnly }),
    escalatedTo: organ("升级至", { readOnly }),
    hazardClosedOn: day("隐患销号日期", { readOnly }),
    resultWords: long("整改结果", { max: 2_000 }),
    resultFiles: files("整改佐证", { max: 20 }),
    submittedOn: day("申请日期", { readOnly }),
    submittedBy: person("申请人", { readOnly }),
    reviewWords: long("复查意见", { max: 2_000 }),
    reviewFiles: files("复查佐证", { max: 20 }),
    reviewedOn: day("复查日期", { readOnly }),
    firesBefore: integer("上年火灾起数", { readOnly, unit: "起" }),
    firesNow: integer("本年火灾起数", { readOnly, unit: "起" }),
    declineRate: decimal("火灾下降率", { readOnly, unit: "%" }),
    declineTarget: decimal("销号标准", { readOnly, unit: "%" }),
    smallNumbers: text("样本提示", { composed, readOnly, max: 200 }),
    proposal: choice("考评建议", proposals, { readOnly }),
    overdueReason: text("逾期原因", { max: 400 }),
    delistNumber: text("摘牌文号", { max: 80 }),
    delistedOn: day("摘牌日期", { readOnly }),
    onTime: yes("按期销案", { readOnly, indexed: true }),
    previous: ref("上一次挂牌", LISTING, { readOnly }),
    timesListed: integer("第几次挂牌", { readOnly, unit: "次" }),
    effect: text("销案后效果", { composed, readOnly, max: 20 }),
    effectOn: day("效果核查日期", { readOnly }),
  },
  search: ["number", "title", "targetName", "documentNumber", "supervisor"],
  list: {
    columns: [
      "number",
      "title",
      "target",
      "area",
      "government",
      "state",
      "dueOn",
      "supervisor",
      "progressPercent",
      "lastProgressOn",
      "timesListed",
    ],
    filters: ["area", "state", "target", "level", "year", "government", "batch", "onTime", "targetKey", "dueOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "挂牌中", where: { state: ["listed", "review", "delisting"] }, sort: "dueOn" },
    overdue: { label: "逾期", where: { state: ["listed", "review"], dueOn: { before: "today" } }, sort: "dueOn" },
    proposed: { label: "待批准", where: { state: "proposed" }, sort: "-openedAt" },
    delisting: { label: "待摘牌", where: { state: "delisting" }, sort: "-openedAt" },
    towns: { label: "重点镇街", where: { target: "town", open: true }, sort: "-openedAt" },
    delisted: { label: "已摘牌", where: { state: "delisted" }, sort: "-openedAt" },
  },
  sameWhileOpen: ["targetKey"],
  // The third level, upwards, is `escalate` (daily.ts): it stands in the row, where lists and overviews see it.
  reminders: [
    { level: 1, working: -10 },
    { level: 2, working: 0 },
  ],
  requests: {
    extension: {
      label: "申请延期",
      due: { working: 5 },
      by: "supervision-listing.report",
      decidedBy: "supervision-listing.approve",
      to: { organ: "government" },
      answer: "decision",
      asks: ["dueOn", "extensionReason"],
      onGrant: "extend",
      from: ["listed"],
    },
  },
  states: {
    proposed: { label: "待批准", due: { working: 5 } },
    listed: { label: "督改中", due: { field: "dueOn" } },
    review: { label: "待复查", due: { working: 3 } },
    delisting: { label: "待摘牌", due: { working: 5 } },
    delisted: { label: "已摘牌", end: true },
    rejected: { label: "不予挂牌", end: true },
    rolled: { label: "滚动续挂", end: true },
  },
  start: "proposed",
  example: {
    number: "GP2026-003",
    title: "东风商厦重大火灾隐患",
    target: "hazard",
    targetKey: "hazard:01997c2e-8f00-7000-8000-000000000001",
    targetName: "东风商厦",
    level: "county",
    government: "01997c2e-8f00-7000-8000-000000000002",
    year: 2026,
    reason: "安全出口数量不足，不能立即改正",
    documentNumber: "柯政办发〔2026〕12 号",
    listedOn: "2026-03-20",
    dueOn: "2026-09-30",
    supervisor: "副区长 郑建国",
    measures: "停用 3 层营业区，改造东侧疏散楼梯",
    noticeMedium: "区政府网站",
    noticeOn: "2026-03-23",
    noticeWords: "东风商厦安全出口数量不足，限 9 月 30 日前整改",
    extensionReason: "构件定制周期长",
    resultWords: "东侧楼梯完工并通过验收",
    resultFiles: ["01997c2e-8f00-7000-8000-000000000003"],
    reviewWords: "现场复查合格",
    reviewFiles: ["01997c2e-8f00-7000-8000-000000000004"],
    delistNumber: "柯政办发〔2026〕31 号",
  },
  moves: {
    approve: {
      label: "批准挂牌",
      from: ["proposed"],
      to: "listed",
      by: "supervision-listing.approve",
      passTo: { organ: "turn" },
      asks: ["documentNumber", "dueOn", "supervisor", "measures"],
      takes: ["supervisorOrgan", "batch", "listedOn"],
      note: "optional",
      refuse: ahead,
      sets: (row, given, { today }) => ({
        listedOn: given.listedOn ?? today,
        firstDueOn: given.dueOn,
        turn: given.supervisorOrgan ?? row.supervisorOrgan ?? row.proposer,
        extensions: 0,
      }),
    },
    reject: { label: "不予挂牌", from: ["proposed"], to: "rejected", by: "supervision-listing.approve", note: "required" },
    publish: {
      label: "公示",
      from: ["listed"],
      to: "same",
      by: "supervision-listing.propose",
      asks: ["noticeMedium", "noticeOn"],
      takes: ["noticeWords"],
      note: "optional",
    },
    submit: {
      label: "申请销案",
      from: ["listed"],
      to: "review",
      by: "supervision-listing.report",
      passTo: { organ: "reviewer" },
      asks: ["resultWords"],
      takes: ["resultFiles", "overdueReason"],
      note: "optional",
      refuse: (row, given, { today }) =>
        byEvidence(row) ??
        (textOf(row.dueOn) < today && !given.overdueReason && !row.overdueReason
          ? { code: "supervision-listing.say_why_late" }
          : undefined),
      sets: (_, __, { today, actor }) => ({ submittedOn: today, submittedBy: actor?.userId ?? null }),
    },
    pass: {
      label: "复查合格",
      from: ["review"],
      to: "delisting",
      by: "supervision-listing.review",
      passTo: { organ: "government" },
      asks: ["reviewWords", "reviewFiles"],
      note: "optional",
      refuse: passable,
      sets: (_, __, { today }) => ({ reviewedOn: today }),
    },
    sendBack: {
      label: "复查不合格",
      from: ["review"],
      to: "listed",
      by: "supervision-listing.review",
      passTo: { organ: "turn" },
      takes: ["reviewFiles"],
      note: "required",
    },
    delist: {
      label: "批准摘牌",
      from: ["delisting"],
      to: "delisted",
      by: "supervision-listing.approve",
      asks: ["delistNumber"],
      note: "optional",
      refuse: (row, given) => (row.proposal === "keep" && !given.note ? { code: "supervision-listing.against_proposal" } : undefined),
      sets: (row, _, { today }) => ({ delistedOn: today, onTime: today <= textOf(row.dueOn) }),
    },
    keep: {
      label: "续挂",
      from: ["delisting"],
      to: "listed",
      by: "supervision-listing.approve",
      passTo: { organ: "turn" },
      asks: ["dueOn"],
      note: "required",
      refuse: ahead,
    },
    extend: {
      label: "批准延期",
      from: ["listed"],
      to: "listed",
      by: "supervision-listing.approve",
      asks: ["dueOn", "extensionReason"],
      note: "optional",
      refuse: extendable,
      sets: (row) => ({ extensions: Number(row.extensions ?? 0) + 1 }),
    },
    note: { label: "备注", from: open, to: "same", by: "supervision-listing.report", note: "required" },
    // The machine's own moves; nobody is granted them.
    assess: {
      label: "年度考评",
      from: ["listed"],
      to: "delisting",
      by: "supervision-listing.machine",
      passTo: { organ: "government" },
      note: "optional",
      refuse: (row) => (row.target === "town" ? undefined : { code: "supervision-listing.only_towns" }),
      sets: (_, { firesBefore, firesNow, declineRate, declineTarget, smallNumbers, proposal }) => ({
        firesBefore,
        firesNow,
        declineRate,
        declineTarget,
        smallNumbers,
        proposal,
      }),
    },
    roll: { label: "滚动续挂", from: ["listed", "delisting"], to: "rolled", by: "supervision-listing.machine", note: "optional" },
    escalate: {
      label: "逾期升级",
      from: ["listed", "review"],
      to: "same",
      by: "supervision-listing.machine",
      note: "optional",
      sets: (_, given, { today }) => ({ escalatedOn: today, escalatedTo: given.escalatedTo ?? null }),
    },
    hazardClosed: {
      label: "隐患已销号",
      from: open,
      to: "same",
      by: "supervision-listing.machine",
      note: "optional",
      sets: (_, given) => ({ hazardClosedOn: given.hazardClosedOn }),
    },
  },
});
