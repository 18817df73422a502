/**
 * 问题清单: a major fire problem on one of the lists the party answers for: whose branch leads, by when, how it was closed; told to the county's
 * centre and taken from it by its number. QZ-3.1.1
 */
import { defineCase } from "#platform/case/define.ts";
import { choice, day, files, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";

const required = true;
const readOnly = true;

/** Which of the lists; the names are local custom, not of the document. */
export const problemLists = {
  tour: "巡视巡察",
  audit: "审计",
  supervision: "督查",
  ecology: "生态环保",
  safety: "安全生产",
  opinion: "网络舆情",
  petition: "信访",
} as const;

export const PROBLEM = "grassroots.problem";
export const problem = defineCase(PROBLEM, {
  label: "重大问题清单",
  counter: "个",
  title: "title",
  fields: {
    title: text("问题", { required, max: 120 }),
    list: choice("清单", problemLists, { required, indexed: true }),
    what: long("情况", { required, max: 2_000 }),
    hazard: ref("关联隐患", "hazard-loop.hazard"),
    branch: text("牵头党组织", { required, max: 80, indexed: true }),
    branchLead: text("党组织责任人", { required, max: 40 }),
    organ: organ("责任单位", { required }),
    dueOn: day("整改期限", { required, indexed: true }),
    measures: long("整改措施", { max: 2_000 }),
    closure: long("销号情况", { max: 2_000 }),
    photos: files("佐证", { max: 12 }),
    reportedOn: day("报销号日期", { readOnly }),
    closedOn: day("销号日期", { readOnly, indexed: true }),
    platform: text("来源平台", { readOnly, max: 80 }),
    platformKey: text("平台标识", { readOnly, max: 60, internal: true, indexed: true }),
    number: text("清单编号", { readOnly, max: 80, indexed: true }),
    digest: text("内容摘要", { readOnly, max: 64, internal: true }),
  },
  search: ["title", "branch", "number"],
  list: {
    columns: ["title", "list", "area", "branch", "branchLead", "organ", "state", "dueAt", "platform", "closedOn"],
    filters: ["area", "state", "list", "branch", "organ", "dueOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    late: { label: "逾期", where: { open: true, dueOn: { before: "today" } }, sort: "dueOn" },
  },
  reminders: [
    { level: 1, working: -5 },
    { level: 2, working: 0 },
    { level: 3, working: 3, escalates: true },
  ],
  byHand: {
    asks: ["title", "list", "what", "hazard", "branch", "branchLead", "organ", "dueOn", "measures"],
    ready: async () => ok({}),
  },
  states: {
    listed: { label: "整改中", step: "整改", due: { field: "dueOn" } },
    reported: { label: "待验收", step: "验收", due: { working: 5 } },
    closed: { label: "已销号", step: "销号", end: true },
    struck: { label: "撤出清单", end: true },
  },
  start: "listed",
  moves: {
    plan: { label: "定措施", from: ["listed"], to: "listed", by: "grassroots.problem.write", asks: ["measures"], takes: ["dueOn"] },
    report: {
      label: "报销号",
      from: ["listed"],
      to: "reported",
      by: "grassroots.problem.write",
      asks: ["closure"],
      takes: ["photos"],
      sets: (_, __, { today }) => ({ reportedOn: today }),
    },
    close: {
      label: "验收销号",
      from: ["reported"],
      to: "closed",
      by: "grassroots.verify",
      note: "optional",
      sets: (_, __, { today }) => ({ closedOn: today }),
    },
    sendBack: { label: "退回整改", from: ["reported"], to: "listed", by: "grassroots.verify", asks: ["dueOn"], note: "required" },
    strike: { label: "撤出", from: ["listed"], to: "struck", by: "grassroots.verify", note: "required" },
  },
});
