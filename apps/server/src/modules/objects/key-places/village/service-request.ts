/** Service to rural industries and projects: classes of industry with visits, and requests answered on site, by a panel or from afar. TY-2.4.4.3, TY-2.4.4.4 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, text, yes } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { reviewerOf } from "../who-reviews.ts";

const required = true;
export const industryClasses = {
  farmPark: "农业产业园",
  warehouse: "仓储物流",
  eCommerce: "电商",
  tourism: "旅游",
  other: "其他",
} as const;

export const supportedIndustry = defineLedger("key-places.supported-industry", {
  label: "帮扶产业",
  counter: "家",
  title: "name",
  place: "point",
  fields: {
    name: text("企业或园区", { required, max: 100 }),
    kind: choice("产业", industryClasses, { required, indexed: true }),
    zone: text("分区", { required, max: 60, indexed: true }),
    serviceClass: choice("服务分类", { a: "A 重点服务", b: "B 定期服务", c: "C 按需服务" }, { required, indexed: true }),
    unit: ref("单位", "places.unit"),
    staff: integer("从业人数", { unit: "人", min: 0, max: 100_000 }),
    risk: text("主要风险", { max: 200 }),
    lastVisitOn: day("最近服务", { readOnly: true, indexed: true }),
    lastFound: integer("最近发现", { readOnly: true, unit: "处" }),
    lastRemoved: integer("最近消除", { readOnly: true, unit: "处" }),
  },
  search: ["name", "zone"],
  list: {
    columns: ["name", "kind", "zone", "serviceClass", "area", "lastVisitOn", "lastFound", "lastRemoved"],
    filters: ["area", "kind", "serviceClass", "zone", "lastVisitOn"],
    sort: "name",
  },
  views: { unserved: { label: "未服务", where: { lastVisitOn: { set: false } } } },
});

export const industryVisit = defineLedger("key-places.industry-visit", {
  label: "上门服务",
  counter: "次",
  title: "advice",
  record: { on: "visitedOn", lockDays: 14 },
  partOf: "industry",
  fields: {
    industry: ref("帮扶产业", supportedIndustry, { required }),
    visitedOn: day("服务日期", { required }),
    by: text("服务人员", { required, max: 60 }),
    found: integer("发现隐患", { required, unit: "处", min: 0, max: 500 }),
    removed: integer("消除隐患", { required, unit: "处", min: 0, max: 500 }),
    advice: text("建议", { required, max: 300 }),
  },
  list: {
    columns: ["industry", "visitedOn", "by", "found", "removed", "advice"],
    filters: ["area", "industry", "visitedOn"],
    sort: "-visitedOn",
  },
  keeps: { on: "visitedOn", set: { lastVisitOn: "visitedOn", lastFound: "found", lastRemoved: "removed" } },
  check: (row) => ((row.removed ?? 0) > (row.found ?? 0) ? [{ field: "removed", code: "key-places.removed_more_than_found" }] : []),
});

export const serviceRequest = defineCase("key-places.service-request", {
  label: "技术指导申请",
  counter: "件",
  title: "project",
  place: "point",
  fields: {
    project: text("项目", { required, max: 120, group: "申请" }),
    kind: choice(
      "项目类别",
      { restart: "开工复工", relocation: "异地搬迁配套设施", industry: "扶贫产业", other: "其他" },
      { required, indexed: true, group: "申请" },
    ),
    applicant: text("申请单位", { required, max: 100, group: "申请" }),
    contact: text("联系人", { max: 40, group: "申请" }),
    priority: yes("优先（未摘帽贫困地区）", { indexed: true, group: "申请" }),
    question: long("需要指导的问题", { required, max: 2_000, group: "申请" }),
    organ: organ("指导机构", { group: "办理" }),
    mode: choice("方式", { onSite: "实地检查", panel: "技术会诊", remote: "远程问诊" }, { indexed: true, group: "办理" }),
    appointedOn: day("约定日期", { group: "办理" }),
    advice: long("建议措施", { max: 4_000, group: "办理" }),
    letter: files("建议书", { max: 3, group: "办理" }),
    advisedOn: day("答复日期", { readOnly: true, group: "办理" }),
    followUp: long("回访情况", { max: 2_000, group: "回访" }),
    adopted: choice("采纳情况", { all: "全部采纳", part: "部分采纳", none: "未采纳" }, { indexed: true, group: "回访" }),
  },
  search: ["project", "applicant"],
  list: {
    columns: ["project", "kind", "applicant", "area", "priority", "mode", "state", "dueAt", "adopted"],
    filters: ["area", "state", "kind", "priority", "mode", "adopted"],
    sort: "-openedAt",
  },
  views: {
    priority: { label: "优先", where: { open: true, priority: true }, sort: "dueAt" },
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
  },
  states: {
    asked: { label: "待安排", due: { working: 3 } },
    arranged: { label: "待指导", due: { field: "appointedOn" } },
    advised: { label: "待回访", due: { days: 30 } },
    done: { label: "办结", end: true },
    withdrawn: { label: "撤回", end: true },
  },
  start: "asked",
  byHand: {
    asks: ["project", "kind", "applicant", "contact", "priority", "question"],
    holder: "organ",
    ready: async ({ tx }, { area }) => ok({ organ: await reviewerOf(tx, area) }),
  },
  moves: {
    arrange: {
      label: "安排",
      from: ["asked", "arranged"],
      to: "arranged",
      by: "key-places.review",
      asks: ["mode", "appointedOn"],
      takes: ["organ"],
      passTo: { organ: "organ" },
      refuse: (_, given, { today }) =>
        typeof given.appointedOn === "string" && given.appointedOn < today ? { code: "key-places.appointed_in_past" } : undefined,
    },
    advise: {
      label: "出具建议",
      from: ["arranged"],
      to: "advised",
      by: "key-places.review",
      asks: ["advice"],
      takes: ["letter"],
      sets: (_, __, { today }) => ({ advisedOn: today }),
    },
    followUp: { label: "回访", from: ["advised"], to: "done", by: "key-places.review", asks: ["followUp", "adopted"] },
    withdraw: { label: "撤回", from: ["asked", "arranged"], to: "withdrawn", by: "key-places.survey", note: "required" },
  },
  example: {
    project: "石梁镇胡柚加工厂复工",
    kind: "restart",
    applicant: "石梁镇人民政府",
    priority: true,
    question: "冷库夹芯板与用电如何处理",
    mode: "remote",
    appointedOn: "2026-03-20",
    advice: "更换 A 级夹芯板，电气线路穿管",
    followUp: "已更换",
    adopted: "all",
  },
});
