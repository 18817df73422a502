/** 历史文化街区: fire safety asked at each of five stages of its life, with opinion and conditions, before the stage begins. QZ-4.3.4 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { reviewerOf } from "../who-reviews.ts";
import { checkOutline } from "./geojson.ts";

export const lifeStages = { construction: "建设", protection: "保护", renovation: "改造", creation: "创建", promotion: "提升" } as const;

export const historicDistrict = defineLedger("key-places.historic-district", {
  label: "历史文化街区",
  counter: "片",
  title: "name",
  place: "point",
  fields: {
    name: text("名称", { required: true, max: 100 }),
    level: choice("级别", { national: "国家级", province: "省级", city: "市级", candidate: "拟申报" }, { required: true, indexed: true }),
    stage: choice("所处阶段", lifeStages, { required: true, indexed: true }),
    outline: long("范围", { max: 100_000, help: "GeoJSON 面，WGS-84" }),
    buildings: integer("建筑", { unit: "幢", min: 0, max: 10_000 }),
    timberBuildings: integer("其中木结构", { unit: "幢", min: 0, max: 10_000 }),
    lead: organ("管理部门"),
    plan: text("消防专项规划", { max: 200 }),
    protection: long("消防保护措施", { max: 2_000 }),
  },
  search: ["name"],
  list: {
    columns: ["name", "level", "area", "stage", "buildings", "timberBuildings", "lead", "plan"],
    filters: ["area", "level", "stage"],
    sort: "name",
  },
  views: { unplanned: { label: "缺专项规划", where: { plan: { set: false } } } },
  check: checkOutline,
});

const asked = ["asked"] as const;
const required = true;
export const districtGate = defineCase("key-places.district-gate", {
  label: "街区阶段消防审查",
  counter: "件",
  title: "project",
  fields: {
    district: ref("历史文化街区", historicDistrict, { required }),
    stage: choice("阶段", lifeStages, { required, indexed: true }),
    project: text("项目", { required, max: 120 }),
    applicant: organ("送审部门"),
    reviewer: organ("审查机构", { readOnly: true }),
    content: long("主要内容", { required, max: 2_000 }),
    materials: files("送审材料", { max: 12 }),
    opinion: long("消防意见", { max: 2_000 }),
    conditions: long("须落实的条件", { max: 2_000 }),
    decidedOn: day("答复日期", { readOnly: true }),
    conditionsMet: long("条件落实情况", { max: 2_000 }),
  },
  search: ["project"],
  list: {
    columns: ["project", "district", "stage", "area", "state", "dueAt", "decidedOn"],
    filters: ["area", "state", "stage", "district"],
    sort: "-openedAt",
  },
  views: { open: { label: "在办", where: { open: true }, sort: "dueAt" } },
  states: {
    asked: { label: "待审查", due: { working: 10 } },
    conditional: { label: "附条件同意", due: { days: 90 } },
    agreed: { label: "同意", end: true },
    refused: { label: "不同意", end: true },
  },
  start: "asked",
  byHand: {
    asks: ["district", "stage", "project", "applicant", "content", "materials"],
    holder: "reviewer",
    ready: async ({ tx }, { area }) => ok({ reviewer: await reviewerOf(tx, area) }),
  },
  moves: {
    agree: {
      label: "同意",
      from: asked,
      to: "agreed",
      by: "key-places.review",
      asks: ["opinion"],
      sets: (_, __, { today }) => ({ decidedOn: today }),
    },
    agreeOnConditions: {
      label: "附条件同意",
      from: asked,
      to: "conditional",
      by: "key-places.review",
      asks: ["opinion", "conditions"],
      sets: (_, __, { today }) => ({ decidedOn: today }),
    },
    meetConditions: { label: "条件已落实", from: ["conditional"], to: "agreed", by: "key-places.review", asks: ["conditionsMet"] },
    refuse: {
      label: "不同意",
      from: ["asked", "conditional"],
      to: "refused",
      by: "key-places.review",
      asks: ["opinion"],
      sets: (_, __, { today }) => ({ decidedOn: today }),
    },
  },
  example: {
    stage: "renovation",
    project: "水亭门街区二期改造",
    content: "沿街木构店铺修缮",
    opinion: "同意",
    conditions: "增设室外消火栓 4 具",
    conditionsMet: "已增设",
  },
});
