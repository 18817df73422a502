/** 建设工程与消防审验: the project, its reviews, its list of violations and checks. Who is competent follows from area and date. JX-2.1.2, QZ-4.3.2, QZ-4.3.3 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { addWorkingDays } from "#platform/case/calendar.ts";
import { defineCase, type Ready } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, organ, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { onlyOrgan } from "../only-organ.ts";
import { competentOrgan } from "./competence.ts";
import { type ReviewKind, readConstructionRules, reviewStates } from "./domain/review.ts";

const required = true;
const readOnly = true;
const FILE = join(import.meta.dirname, "../../../../../../../rules/construction.yaml");
export const constructionRules = readConstructionRules(parse(readFileSync(FILE, "utf8")));
const kinds: Readonly<Record<ReviewKind, string>> = {
  design: constructionRules.kinds.design.label,
  acceptance: constructionRules.kinds.acceptance.label,
  filing: constructionRules.kinds.filing.label,
};

export const project = defineLedger("enforcement.project", {
  label: "建设工程",
  counter: "个",
  title: "name",
  place: "point",
  fields: {
    name: text("工程名称", { required, max: 120 }),
    code: text("项目代码", { max: 40, unique: true }),
    kind: choice(
      "工程类别",
      { new: "新建", extension: "扩建", rebuild: "改建", fitOut: "内装修", changeUse: "改变用途" },
      { required, indexed: true },
    ),
    special: yes("特殊建设工程", { required, indexed: true }),
    use: text("使用性质", { required, max: 80 }),
    areaM2: decimal("建筑面积", { unit: "m²", min: 0, max: 5_000_000 }),
    floors: integer("层数", { min: 0, max: 150 }),
    heightM: decimal("建筑高度", { unit: "m", min: 0, max: 800 }),
    address: text("地址", { required, max: 200 }),
    owner: text("建设单位", { required, max: 100 }),
    designer: text("设计单位", { max: 100 }),
    builder: text("施工单位", { max: 100 }),
    supervisor: text("监理单位", { max: 100 }),
    startedOn: day("开工日期"),
    inUse: yes("已投入使用", { indexed: true }),
    unit: ref("使用单位", "places.unit"),
    building: ref("建筑", "places.building", { readOnly }),
    review: choice("审验状态", reviewStates, { readOnly, indexed: true }),
    reviewedOn: day("最近审验日期", { readOnly }),
  },
  search: ["name", "code", "owner", "address"],
  list: {
    columns: ["name", "kind", "special", "owner", "area", "review", "inUse", "reviewedOn"],
    filters: ["area", "kind", "special", "review", "inUse"],
  },
  views: {
    unreviewed: {
      label: "未审先建、未验先用",
      where: { any: [{ review: { set: false } }, { review: "none" }, { review: "failed" }], startedOn: { set: true } },
    },
    used: { label: "未验收已使用", where: { inUse: true, review: { not: "accepted" } } },
  },
});

/** 受理时定出职权机关和期限. */
const readyToAccept: Ready = async (context, row) => {
  const rule = constructionRules.kinds[row.kind as ReviewKind];
  return ok({ decideBy: addWorkingDays(context.today, rule.decide) });
};

export const review = defineCase("enforcement.review", {
  label: "消防审验",
  counter: "件",
  title: "title",
  partOf: "project",
  fields: {
    title: text("事项", { required, readOnly, max: 160 }),
    project: ref("建设工程", project, { required }),
    kind: choice("种类", kinds, { required, indexed: true }),
    applicant: text("申请人", { required, max: 100 }),
    appliedOn: day("申请日期", { required }),
    organ: organ("职权机关", { readOnly }),
    documents: files("申请材料", { max: 30 }),
    acceptBy: day("受理期限", { readOnly }),
    acceptedOn: day("受理日期", { readOnly }),
    decideBy: day("办理期限", { readOnly }),
    checkedOn: day("现场评定日期"),
    sampled: yes("抽中检查"),
    opinion: long("审查、评定意见", { max: 4_000 }),
    expertReview: yes("特殊消防设计专家评审"),
    decisionNumber: text("意见书文号", { max: 60 }),
    decidedOn: day("决定日期", { readOnly, indexed: true }),
    decidedBy: person("决定人", { readOnly }),
    sharedTo: text("已共享", { readOnly, max: 400 }),
  },
  search: ["title", "applicant"],
  list: {
    columns: ["title", "project", "kind", "organ", "area", "state", "appliedOn", "decideBy", "dueAt"],
    filters: ["area", "state", "kind", "organ", "decidedOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    failed: { label: "不合格", where: { state: "failed" }, sort: "-openedAt" },
  },
  states: {
    applied: { label: "待受理", due: { field: "acceptBy" } },
    accepted: { label: "审查评定", due: { field: "decideBy" } },
    passed: { label: "合格", end: true },
    failed: { label: "不合格", end: true },
    notAccepted: { label: "不予受理", end: true },
    withdrawn: { label: "撤回", end: true },
  },
  start: "applied",
  byHand: {
    asks: ["project", "kind", "applicant", "appliedOn"],
    holder: "organ",
    async ready(context, given) {
      if (String(given.appliedOn) > context.today) return refuse("invalid", "enforcement.in_future");
      const of = given.kind as ReviewKind;
      const rule = constructionRules.kinds[of];
      if (!rule) return refuse("invalid", "ledger.bad_value");
      const organId = await competentOrgan(context.tx, given.area, context.today);
      if (!organId) return refuse("conflict", "enforcement.nobody_competent");
      return ok({
        title: `${kinds[of]} ${String(given.applicant)}`.slice(0, 160),
        organ: organId,
        acceptBy: addWorkingDays(context.today, rule.accept),
      });
    },
  },
  moves: {
    accept: {
      label: "受理",
      from: ["applied"],
      to: "accepted",
      by: "enforcement.review.handle",
      passTo: { organ: "organ" },
      takes: ["expertReview", "sampled"],
      note: "optional",
      ready: readyToAccept,
      sets: (_, given, { today }) => ({ acceptedOn: today, decideBy: given.decideBy }),
    },
    refuse: { label: "不予受理", from: ["applied"], to: "notAccepted", by: "enforcement.review.handle", note: "required" },
    pass: {
      label: "合格",
      from: ["accepted"],
      to: "passed",
      by: "enforcement.review.decide",
      asks: ["opinion", "decisionNumber"],
      takes: ["checkedOn"],
      refuse: (row, given) => (row.kind === "acceptance" && !given.checkedOn ? { code: "enforcement.look_first" } : undefined),
      sets: (_, __, { actor, today }) => ({ decidedOn: today, decidedBy: actor?.userId ?? null }),
    },
    fail: {
      label: "不合格",
      from: ["accepted"],
      to: "failed",
      by: "enforcement.review.decide",
      asks: ["opinion", "decisionNumber"],
      takes: ["checkedOn"],
      sets: (_, __, { actor, today }) => ({ decidedOn: today, decidedBy: actor?.userId ?? null }),
    },
    withdraw: { label: "申请人撤回", from: ["applied", "accepted"], to: "withdrawn", by: "enforcement.review.handle", note: "required" },
  },
});

const byReceiver = onlyOrgan("toOrgan", "enforcement.receiver_handles");

/** 工程违法清单: shared by housing, enforcement and rescue organs, handed over with a term. QZ-4.3.3 */
export const projectIssue = defineCase("enforcement.project-issue", {
  label: "工程违法清单",
  counter: "条",
  title: "what",
  partOf: "project",
  fields: {
    project: ref("建设工程", project, { required }),
    what: text("违法行为", { required, max: 200 }),
    kind: choice(
      "类别",
      {
        unreviewedBuild: "未审先建",
        unacceptedUse: "未验先用",
        unfiled: "未备案",
        lowered: "降低消防标准",
        changedUse: "擅自改变用途",
        site: "施工现场消防",
        other: "其他",
      },
      { required, indexed: true },
    ),
    foundBy: organ("发现单位", { readOnly }),
    foundOn: day("发现日期", { required }),
    toOrgan: organ("处理单位", { required }),
    dueOn: day("办理期限", { required }),
    result: long("处理结果", { max: 2_000 }),
    decisionNumber: text("决定书文号", { max: 60 }),
  },
  search: ["what"],
  list: {
    columns: ["what", "project", "kind", "area", "foundBy", "toOrgan", "state", "dueAt"],
    filters: ["area", "state", "kind", "toOrgan", "foundBy"],
    sort: "-openedAt",
  },
  views: { open: { label: "在办", where: { open: true }, sort: "dueAt" } },
  states: {
    handed: { label: "待接收", due: { working: 3 } },
    taken: { label: "处理中", due: { field: "dueOn" } },
    done: { label: "已处理", end: true },
    returned: { label: "退回", end: true },
  },
  start: "handed",
  byHand: {
    asks: ["project", "what", "kind", "foundOn", "toOrgan", "dueOn"],
    holder: "toOrgan",
    ready: async ({ actor, today }, given) =>
      String(given.dueOn) < today ? refuse("invalid", "enforcement.due_in_past") : ok({ foundBy: actor.organId }),
  },
  moves: {
    take: {
      label: "接收",
      from: ["handed"],
      to: "taken",
      by: "enforcement.project-issue.handle",
      passTo: { organ: "toOrgan" },
      note: "optional",
      closed: byReceiver,
    },
    giveBack: {
      label: "退回",
      from: ["handed"],
      to: "returned",
      by: "enforcement.project-issue.handle",
      note: "required",
      closed: byReceiver,
    },
    finish: {
      label: "处理完毕",
      from: ["taken"],
      to: "done",
      by: "enforcement.project-issue.handle",
      asks: ["result"],
      takes: ["decisionNumber"],
      closed: byReceiver,
    },
  },
});

/** 审验执法检查: planned and counted. QZ-4.3.3 */
export const projectCheck = defineLedger("enforcement.project-check", {
  label: "审验执法检查",
  counter: "次",
  title: "subject",
  partOf: "project",
  fields: {
    project: ref("建设工程", project, { required }),
    subject: text("检查内容", { required, max: 120 }),
    organ: organ("检查单位", { required }),
    plannedOn: day("计划日期", { required, indexed: true }),
    doneOn: day("检查日期", { indexed: true }),
    unreviewed: yes("未审验工程", { required, indexed: true }),
    found: integer("发现问题", { min: 0, max: 1_000, unit: "处" }),
    result: long("情况", { max: 2_000 }),
  },
  list: {
    columns: ["subject", "project", "organ", "area", "plannedOn", "doneOn", "unreviewed", "found"],
    filters: ["area", "organ", "plannedOn", "doneOn", "unreviewed"],
    sort: "-plannedOn",
  },
  views: { waiting: { label: "待检查", where: { doneOn: { set: false } }, sort: "plannedOn" } },
});
