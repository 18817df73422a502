/**
 * 重大活动消防安保: period, venues, posts, vehicles, checks, hand-over; a day's report each day; it opens only once no hazard is open in any
 * venue and somebody has said so. JX-1.3.7
 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { clearedOf, venuesOf } from "./venues.ts";

export const EVENT = "key-places.event-security";
const required = true;
const readOnly = true;

export const eventSecurity = defineCase(EVENT, {
  label: "重大活动消防安保",
  counter: "项",
  title: "name",
  place: "point",
  fields: {
    name: text("活动", { required, max: 100, group: "活动" }),
    organizer: text("主办单位", { max: 100, group: "活动" }),
    lead: organ("安保机构", { required, group: "活动" }),
    opensOn: day("开幕", { required, indexed: true, group: "活动" }),
    closesOn: day("闭幕", { required, group: "活动" }),
    people: integer("预计人数", { unit: "人", min: 0, max: 5_000_000, group: "活动" }),
    posts: table(
      "值守点位",
      {
        post: text("点位", { required, max: 60 }),
        people: integer("人数", { min: 0, max: 500 }),
        chief: text("负责人", { max: 40 }),
        hours: text("时段", { max: 60 }),
      },
      { max: 200, group: "方案" },
    ),
    vehicles: table(
      "车辆装备",
      { vehicle: text("车辆", { required, max: 60 }), place: text("停靠点", { max: 60 }), crew: integer("人数", { min: 0, max: 60 }) },
      { max: 100, group: "方案" },
    ),
    checks: table(
      "检查安排",
      { on: day("日期", { required }), what: text("内容", { required, max: 120 }), by: text("检查人", { max: 60 }) },
      { max: 100, group: "方案" },
    ),
    handover: long("交接", { max: 2_000, group: "方案" }),
    plan: files("方案文件", { max: 6, group: "方案" }),
    confirmedOn: day("清零确认日期", { readOnly, group: "确认" }),
    confirmedBy: text("清零确认人", { readOnly, max: 40, group: "确认" }),
    confirmNote: long("清零确认", { max: 1_000, group: "确认" }),
    venuesChecked: integer("已查场馆", { readOnly, unit: "处", group: "确认" }),
    summary: long("总结", { max: 4_000, group: "总结" }),
  },
  search: ["name", "organizer"],
  list: {
    columns: ["name", "area", "lead", "opensOn", "closesOn", "state", "confirmedOn", "dueAt"],
    filters: ["area", "state", "opensOn", "lead"],
    sort: "opensOn",
  },
  views: {
    coming: { label: "筹备中", where: { state: ["planned", "confirmed"] }, sort: "opensOn" },
    running: { label: "进行中", where: { state: "open" }, sort: "closesOn" },
  },
  states: {
    planned: { label: "筹备", due: { field: "opensOn" } },
    confirmed: { label: "已清零确认", due: { field: "opensOn" } },
    open: { label: "进行中", due: { field: "closesOn" } },
    ended: { label: "结束", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "planned",
  byHand: {
    asks: ["name", "organizer", "lead", "opensOn", "closesOn", "people", "posts", "vehicles", "checks", "handover", "plan"],
    ready: async (_, given) => (String(given.closesOn) < String(given.opensOn) ? refuse("invalid", "key-places.closes_before") : ok({})),
  },
  moves: {
    amend: {
      label: "调整方案",
      from: ["planned", "confirmed", "open"],
      to: "same",
      by: "key-places.secure",
      takes: ["organizer", "lead", "people", "posts", "vehicles", "checks", "handover", "plan"],
      note: "optional",
    },
    // Only after the route has found every venue checked and no hazard open there; nobody is granted it.
    confirm: {
      label: "清零确认",
      from: ["planned"],
      to: "confirmed",
      by: "key-places.machine",
      asks: ["confirmNote"],
      sets: (_, given, { today, actor }) => ({
        confirmedOn: today,
        confirmedBy: actor?.name ?? null,
        venuesChecked: given.venuesChecked ?? null,
      }),
    },
    // Looked at again on the day: a hazard found since the confirmation, or a venue added, keeps the doors shut.
    open: {
      label: "开幕",
      from: ["confirmed"],
      to: "open",
      by: "key-places.secure",
      note: "optional",
      ready: async (context, row) => {
        const cleared = clearedOf(await venuesOf(row.id, context));
        return cleared.ok ? ok({}) : cleared;
      },
    },
    reopen: { label: "撤回确认", from: ["confirmed"], to: "planned", by: "key-places.secure", note: "required" },
    end: { label: "结束", from: ["open"], to: "ended", by: "key-places.secure", asks: ["summary"] },
    cancel: { label: "取消", from: ["planned", "confirmed"], to: "cancelled", by: "key-places.secure", note: "required" },
  },
  example: {
    name: "衢州马拉松",
    opensOn: "2026-04-12",
    closesOn: "2026-04-12",
    people: 12_000,
    confirmNote: "五处场馆查完，隐患全部销号",
    summary: "未发生火情",
  },
});

export const eventVenue = defineLedger("key-places.event-venue", {
  label: "活动场馆",
  counter: "处",
  title: "name",
  place: "point",
  partOf: "event",
  fields: {
    event: ref("重大活动", EVENT, { required }),
    name: text("场馆", { required, max: 100 }),
    kind: choice("类别", { main: "主会场", hotel: "住地", route: "路线", dining: "用餐点", other: "其他" }, { required, indexed: true }),
    unit: ref("单位", "places.unit"),
    chief: text("场馆负责人", { max: 40 }),
    checkedOn: day("检查日期", { indexed: true }),
    checkedBy: text("检查人", { max: 40 }),
    finding: long("检查情况", { max: 1_000 }),
  },
  search: ["name"],
  list: {
    columns: ["name", "event", "kind", "unit", "chief", "checkedOn", "checkedBy"],
    filters: ["area", "event", "kind", "checkedOn"],
    sort: "name",
  },
  views: { unchecked: { label: "未查", where: { checkedOn: { set: false } } } },
});

export const eventReport = defineLedger("key-places.event-report", {
  label: "活动安保日报",
  counter: "份",
  title: "what",
  record: { on: "reportOn", lockDays: 2 },
  partOf: "event",
  fields: {
    event: ref("重大活动", EVENT, { required }),
    reportOn: day("日期", { required }),
    by: text("报送人", { required, max: 40 }),
    postsManned: integer("上岗点位", { required, unit: "个", min: 0, max: 200 }),
    patrols: integer("巡查", { required, unit: "次", min: 0, max: 500 }),
    found: integer("发现隐患", { required, unit: "处", min: 0, max: 500 }),
    fixed: integer("当日整改", { required, unit: "处", min: 0, max: 500 }),
    incidents: integer("火情", { required, unit: "起", min: 0, max: 50 }),
    what: text("当日情况", { required, max: 300 }),
  },
  list: {
    columns: ["event", "reportOn", "postsManned", "patrols", "found", "fixed", "incidents", "what"],
    filters: ["area", "event", "reportOn"],
    sort: "-reportOn",
  },
});
