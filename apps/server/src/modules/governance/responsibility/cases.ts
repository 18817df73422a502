/** What is signed, published, decided and answered for: power and duty lists, yearly pledges, regulators of new industries, support. */

import { organKinds } from "#modules/ground/organizations/index.ts";
import { unitKinds } from "#modules/ground/places/index.ts";
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, files, integer, long, many, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { listKinds, listScopes, principles, supporters, supportKinds } from "./domain/kinds.ts";
import { assign, countUnits, endOlder, forPledger, forSuperior, nextVersion } from "./ready.ts";

const required = true;
const readOnly = true;
const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;
const given = (row: Given, asked: Given, key: string): unknown => asked[key] ?? row[key];

/** 权力和责任清单: a department's list with its legal ground; published to everybody, replaced by the next version. SH-1.7, QZ-2.2.1 */
export const powerList = defineCase("responsibility.power-list", {
  label: "权力和责任清单",
  counter: "份",
  title: "title",
  fields: {
    title: text("名称", { required, max: 100 }),
    organ: organ("部门", { required }),
    scope: choice("范围", listScopes, { help: "不填为全面清单" }),
    edition: integer("版本", { required, readOnly }),
    items: table(
      "事项",
      {
        kind: choice("类别", listKinds, { required }),
        words: text("事项", { required, max: 300 }),
        ground: text("依据", { required, max: 200 }),
        post: text("责任岗位", { max: 60 }),
        clause: text("对应条款", { max: 30 }),
      },
      { max: 200 },
    ),
    publishedOn: day("公开日期", { readOnly }),
    validUntil: day("有效期至"),
    endedOn: day("失效日期", { readOnly }),
  },
  search: ["title"],
  list: {
    columns: ["title", "organ", "area", "edition", "state", "publishedOn", "validUntil"],
    filters: ["area", "organ", "state", "validUntil"],
    sort: "-openedAt",
  },
  views: {
    published: { label: "已公开", where: { state: "published" } },
    expired: { label: "已过期", where: { state: "published", validUntil: { before: "today" } }, sort: "validUntil" },
  },
  states: {
    draft: { label: "起草", due: { working: 20 } },
    review: { label: "待审核", due: { working: 10 } },
    published: { label: "已公开", end: true },
    withdrawn: { label: "已撤回", end: true },
  },
  start: "draft",
  byHand: { asks: ["title", "organ", "scope", "items", "validUntil"], ready: nextVersion },
  moves: {
    edit: { label: "修改事项", from: ["draft"], to: "same", by: "responsibility.keep", asks: ["items"], takes: ["title", "validUntil"] },
    submit: {
      label: "送审",
      from: ["draft"],
      to: "review",
      by: "responsibility.keep",
      passTo: "none",
      closed: (row) => (isEmpty(row.items) ? { code: "responsibility.list_empty" } : undefined),
    },
    sendBack: { label: "退回", from: ["review"], to: "draft", by: "responsibility.publish", note: "required" },
    publish: {
      label: "公开",
      from: ["review"],
      to: "published",
      by: "responsibility.publish",
      takes: ["validUntil"],
      refuse: (row, asked, { today }) => inPast(given(row, asked, "validUntil"), today),
      ready: endOlder,
      sets: (_, __, { today }) => ({ publishedOn: today }),
    },
    withdraw: { label: "撤回", from: ["draft", "review"], to: "withdrawn", by: "responsibility.keep", note: "required" },
  },
});

const inPast = (value: unknown, today: string): MoveRefusal | undefined =>
  typeof value === "string" && value < today ? { code: "responsibility.valid_until_past" } : undefined;

/** A person signs today; a pledge signed on paper is recorded by the program with the day it bears. */
const signedOn = (asked: Given, today: string, actor: MoveContext["actor"]): string =>
  actor === null && typeof asked.on === "string" ? asked.on : today;

/** 消防安全责任书: what a government or department promises its superior for the year, signed by both. SH-8.3 */
export const pledge = defineCase("responsibility.pledge", {
  label: "责任书",
  counter: "份",
  title: "title",
  fields: {
    title: text("名称", { required, max: 100 }),
    year: integer("年度", { required, min: 2000, max: 2100, indexed: true }),
    superior: organ("上级机构", { required }),
    pledger: organ("签订机构", { required }),
    signBy: day("签订期限", { required }),
    targets: table(
      "目标",
      {
        words: text("目标", { required, max: 200 }),
        aim: text("目标值", { max: 60 }),
        clause: text("对应条款", { max: 30 }),
        measure: text("指标", { max: 120 }),
        indicator: text("考核指标号", { max: 20 }),
      },
      { max: 100 },
    ),
    pledgerName: text("签订人", { max: 40 }),
    pledgedOn: day("签订日期", { readOnly }),
    superiorName: text("上级签订人", { max: 40 }),
    signedOn: day("生效日期", { readOnly }),
    papers: files("签字扫描件", { max: 10 }),
  },
  search: ["title"],
  list: {
    columns: ["title", "year", "superior", "pledger", "area", "state", "signBy", "pledgedOn", "signedOn"],
    filters: ["area", "year", "state", "pledger", "superior"],
    sort: "-openedAt",
  },
  views: {
    unsigned: { label: "未签订", where: { open: true }, sort: "signBy" },
    late: { label: "逾期未签", where: { open: true, signBy: { before: "today" } }, sort: "signBy" },
  },
  sameWhileOpen: ["year", "pledger"],
  states: {
    draft: { label: "拟定", due: { field: "signBy" } },
    offered: { label: "待签订", due: { field: "signBy" } },
    pledged: { label: "待上级签", due: { field: "signBy" } },
    signed: { label: "已签订", end: true },
    withdrawn: { label: "作废", end: true },
  },
  start: "draft",
  reminders: [
    { level: 1, working: -5 },
    { level: 2, working: 0 },
    { level: 3, working: 5, escalates: true },
  ],
  byHand: { asks: ["title", "year", "superior", "pledger", "signBy", "targets"] },
  moves: {
    offer: {
      label: "送签",
      from: ["draft"],
      to: "offered",
      by: "responsibility.pledge",
      passTo: { organ: "pledger" },
      takes: ["targets"],
      refuse: (row, asked) => (isEmpty(given(row, asked, "targets")) ? { code: "responsibility.no_targets" } : undefined),
    },
    sign: {
      label: "签订",
      from: ["offered"],
      to: "pledged",
      by: "responsibility.sign",
      passTo: { organ: "superior" },
      asks: ["pledgerName"],
      takes: ["papers"],
      ready: forPledger,
      sets: (_, asked, { today, actor }) => ({ pledgedOn: signedOn(asked, today, actor) }),
    },
    object: {
      label: "提出意见",
      from: ["offered"],
      to: "draft",
      by: "responsibility.sign",
      passTo: { organ: "superior" },
      note: "required",
      ready: forPledger,
    },
    countersign: {
      label: "上级签订",
      from: ["pledged"],
      to: "signed",
      by: "responsibility.countersign",
      asks: ["superiorName"],
      takes: ["papers"],
      closed: (row, { actor }) =>
        actor?.organId && actor.organId === row.pledger ? { code: "responsibility.signs_both_sides" } : undefined,
      ready: forSuperior,
      refuse: (row, asked) => (asked.superiorName === row.pledgerName ? { code: "responsibility.signs_both_sides" } : undefined),
      sets: (_, asked, { today, actor }) => ({ signedOn: signedOn(asked, today, actor) }),
    },
    withdraw: { label: "作废", from: ["draft", "offered"], to: "withdrawn", by: "responsibility.pledge", note: "required" },
  },
});

/** Whoever decides says by which principle and why; a candidate or somebody else. */
function decided(row: Given, asked: Given, { today }: MoveContext): MoveRefusal | undefined {
  if (typeof asked.decidedOn === "string" && asked.decidedOn > today) return { code: "responsibility.decided_in_future" };
  return isEmpty(row.kinds) ? { code: "responsibility.no_kinds" } : undefined;
}

/** 监管责任确定: an industry that several departments or none look after. QZ-2.2.2, JX-2.2.12 */
export const determination = defineCase("responsibility.determination", {
  label: "监管责任确定",
  counter: "件",
  title: "industry",
  fields: {
    industry: text("行业或新业态", { required, max: 80 }),
    kinds: many("涉及单位类别", unitKinds, { required }),
    nameHas: text("名称含", { max: 20 }),
    unit: ref("只对单位", "places.unit"),
    why: long("为什么要确定", { required, max: 1_000 }),
    candidates: table("候选部门", { organKind: choice("部门", organKinds, { required }), reason: text("理由", { max: 200 }) }, { max: 10 }),
    units: integer("涉及单位数", { readOnly, unit: "家" }),
    principle: choice("适用原则", principles, { indexed: true }),
    organKind: choice("确定的主管部门", organKinds),
    reasons: long("确定理由", { max: 1_000 }),
    decidedBy: text("决定会议或机构", { max: 100 }),
    decidedOn: day("决定日期"),
    assigned: integer("已归口单位", { readOnly, unit: "家" }),
    papers: files("决定文件", { max: 10 }),
  },
  search: ["industry"],
  list: {
    columns: ["industry", "kinds", "area", "state", "units", "principle", "organKind", "decidedOn", "assigned"],
    filters: ["area", "state", "organKind", "principle"],
    sort: "-openedAt",
  },
  views: { open: { label: "待确定", where: { open: true }, sort: "dueAt" } },
  states: {
    opened: { label: "征求意见", due: { working: 10 } },
    proposed: { label: "待决定", due: { working: 10 } },
    decided: { label: "已确定", end: true },
    dropped: { label: "不需确定", end: true },
  },
  start: "opened",
  byHand: { asks: ["industry", "kinds", "nameHas", "unit", "why", "candidates"], ready: countUnits },
  requests: {
    opinion: { label: "征求意见", due: { working: 5 }, by: "responsibility.determine", to: "named", answer: "reply" },
  },
  reminders: [
    { level: 1, working: -2 },
    { level: 2, working: 0 },
    { level: 3, working: 5, escalates: true },
  ],
  moves: {
    propose: {
      label: "提出方案",
      from: ["opened"],
      to: "proposed",
      by: "responsibility.determine",
      passTo: "none",
      asks: ["principle", "organKind", "reasons"],
      waitsFor: ["opinion"],
      refuse: decided,
    },
    sendBack: { label: "退回", from: ["proposed"], to: "opened", by: "responsibility.decide", note: "required" },
    decide: {
      label: "确定",
      from: ["proposed"],
      to: "decided",
      by: "responsibility.decide",
      asks: ["decidedBy", "decidedOn"],
      takes: ["papers", "organKind", "principle", "reasons"],
      refuse: decided,
      ready: assign,
      sets: (_, asked) => ({ assigned: asked.assigned ?? 0 }),
    },
    drop: { label: "不需确定", from: ["opened", "proposed"], to: "dropped", by: "responsibility.decide", note: "required" },
  },
});

/** 专业支持请求: a street asks police, emergency or fire for help that it has not. PT-4.1.2 */
export const supportRequest = defineCase("responsibility.support-request", {
  label: "专业支持",
  counter: "件",
  title: "what",
  fields: {
    what: text("需要什么支持", { required, max: 200 }),
    kind: choice("方式", supportKinds, { required, indexed: true }),
    from: choice("请谁支持", supporters, { required, indexed: true }),
    to: organ("支持机构", { required }),
    wantedBy: day("希望何时", { required }),
    answer: long("安排", { max: 1_000 }),
    servedOn: day("支持日期"),
    hours: integer("用时", { unit: "小时", min: 0, max: 1_000 }),
    result: long("结果", { max: 1_000 }),
  },
  search: ["what"],
  list: {
    columns: ["what", "kind", "from", "to", "area", "state", "wantedBy", "servedOn", "hours"],
    filters: ["area", "state", "kind", "from", "to"],
    sort: "-openedAt",
  },
  views: { open: { label: "在办", where: { open: true }, sort: "dueAt" } },
  states: {
    asked: { label: "待安排", due: { working: 2 } },
    arranged: { label: "待支持", due: { field: "wantedBy" } },
    served: { label: "已支持", end: true },
    refused: { label: "不能支持", end: true },
    withdrawn: { label: "撤回", end: true },
  },
  start: "asked",
  byHand: { asks: ["what", "kind", "from", "to", "wantedBy"] },
  reminders: [
    { level: 1, working: -1 },
    { level: 2, working: 0 },
    { level: 3, working: 2, escalates: true },
  ],
  moves: {
    arrange: {
      label: "安排",
      from: ["asked"],
      to: "arranged",
      by: "responsibility.support",
      passTo: "self",
      asks: ["answer"],
      takes: ["wantedBy"],
    },
    refuse: { label: "不能支持", from: ["asked"], to: "refused", by: "responsibility.support", note: "required" },
    serve: {
      label: "登记支持",
      from: ["arranged"],
      to: "served",
      by: "responsibility.support",
      asks: ["servedOn", "result"],
      takes: ["hours"],
      refuse: (_, asked, { today }) => (String(asked.servedOn) > today ? { code: "responsibility.served_in_future" } : undefined),
    },
    withdraw: { label: "撤回", from: ["asked", "arranged"], to: "withdrawn", by: "responsibility.ask-support", note: "required" },
  },
});
