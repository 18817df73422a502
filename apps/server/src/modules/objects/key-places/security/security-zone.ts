/** 安保重点区域: kept every day at the standard of a major event, and a day's entry that says whether it was. JX-1.3.6 */
import { defineLedger } from "#platform/ledger/define.ts";
import { day, decimal, integer, long, organ, ref, text, yes } from "#platform/ledger/fields.ts";
import { checkOutline } from "../registers/geojson.ts";
import { zoneDayHolds } from "./domain/zone-day.ts";

const target = (label: string) => integer(label, { required: true, unit: "次", min: 0, max: 96, group: "每日标准" });

export const securityZone = defineLedger("key-places.security-zone", {
  label: "安保重点区域",
  counter: "片",
  title: "name",
  place: "point",
  fields: {
    name: text("区域", { required: true, max: 100, group: "区域" }),
    outline: long("范围", { max: 100_000, help: "GeoJSON 面，WGS-84", group: "区域" }),
    lead: organ("责任机构", { required: true, group: "区域" }),
    patrolsADay: target("每日巡查"),
    posts: integer("值守点", { required: true, unit: "个", min: 0, max: 200, group: "每日标准" }),
    onlineTarget: decimal("设备在线率", { required: true, unit: "%", min: 0, max: 100, group: "每日标准" }),
    checklist: text("检查表", { max: 60, group: "每日标准" }),
    lastDayOn: day("最近登记", { readOnly: true, indexed: true, group: "现状" }),
    lastHeld: yes("最近达标", { readOnly: true, indexed: true, group: "现状" }),
  },
  search: ["name"],
  list: {
    columns: ["name", "area", "lead", "patrolsADay", "posts", "onlineTarget", "lastDayOn", "lastHeld"],
    filters: ["area", "lastHeld", "lastDayOn"],
    sort: "name",
  },
  views: {
    notHeld: { label: "未达标", where: { lastHeld: false } },
    silent: { label: "今日未登记", where: { any: [{ lastDayOn: { before: "today" } }, { lastDayOn: { set: false } }] } },
  },
  check: checkOutline,
});

export const zoneDay = defineLedger("key-places.zone-day", {
  label: "安保区域日常登记",
  counter: "天",
  title: "by",
  record: { on: "heldOn", lockDays: 3 },
  partOf: "zone",
  fields: {
    zone: ref("安保重点区域", securityZone, { required: true }),
    heldOn: day("日期", { required: true }),
    by: text("登记人", { required: true, max: 40 }),
    patrolsADay: integer("应巡", { required: true, unit: "次", min: 0, max: 96 }),
    patrols: integer("实巡", { required: true, unit: "次", min: 0, max: 96 }),
    posts: integer("应值守", { required: true, unit: "个", min: 0, max: 200 }),
    postsManned: integer("实值守", { required: true, unit: "个", min: 0, max: 200 }),
    onlineTarget: decimal("在线率标准", { required: true, unit: "%", min: 0, max: 100 }),
    onlineRate: decimal("设备在线率", { required: true, unit: "%", min: 0, max: 100 }),
    itemsFailed: integer("检查表不合格项", { required: true, unit: "项", min: 0, max: 500 }),
    problems: text("问题", { max: 300 }),
    held: yes("达标", { readOnly: true, indexed: true }),
  },
  list: {
    columns: ["zone", "heldOn", "patrols", "postsManned", "onlineRate", "itemsFailed", "held", "by"],
    filters: ["area", "zone", "heldOn", "held"],
    sort: "-heldOn",
  },
  keeps: { on: "heldOn", set: { lastDayOn: "heldOn", lastHeld: "held" } },
  derive: (row) => ({ held: zoneDayHolds(row) }),
});
