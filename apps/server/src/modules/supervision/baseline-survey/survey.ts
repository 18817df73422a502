/**
 * 调研摸底: one survey of an area and its industries in a span of time. While it runs, coverage is counted against the register; when it is settled, every
 * hazard known on that day is frozen as a dated inventory, and what becomes of each is followed. SH-3.1, TY-3.2.1
 */

import { unitKinds } from "#modules/ground/places/index.ts";
import { hazardGrades } from "#modules/supervision/hazard-loop/index.ts";
import { defineCase, type MoveRefusal } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, integer, long, many, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { problemTypes } from "./domain/problem-types.ts";
import { freezeInventory } from "./freeze.ts";

export const SURVEY = "baseline-survey.survey";
export const ITEM = "baseline-survey.item";
const required = true;
const readOnly = true;
const run = "baseline-survey.run";

const endsAfter = (row: { readonly startsOn?: unknown }, given: { readonly endsOn?: unknown }): MoveRefusal | undefined =>
  given.endsOn !== undefined && String(given.endsOn) <= String(row.startsOn) ? { code: "baseline-survey.ends_before" } : undefined;

export const survey = defineCase(SURVEY, {
  label: "调研摸底",
  counter: "次",
  title: "name",
  namedEverywhere: true,
  fields: {
    name: text("名称", { required, max: 100 }),
    ground: text("依据", { max: 300 }),
    lead: organ("牵头部门", { required }),
    startsOn: day("开始", { required }),
    endsOn: day("结束", { required, indexed: true }),
    kinds: many("排查行业", unitKinds, { help: "不选：台账中的全部单位" }),
    content: long("重点", { max: 2_000 }),
    register: integer("台账单位", { readOnly, unit: "家" }),
    surveyed: integer("已排查", { readOnly, unit: "家" }),
    rate: decimal("覆盖率", { readOnly, unit: "%" }),
    items: integer("底数", { readOnly, unit: "处" }),
    settledOn: day("底数日期", { readOnly, indexed: true }),
    sha256: text("清单校验值", { readOnly, max: 64 }),
    conclusion: long("结论", { max: 4_000 }),
  },
  search: ["name", "ground"],
  list: {
    columns: ["name", "area", "lead", "startsOn", "endsOn", "state", "register", "surveyed", "rate", "items", "settledOn"],
    filters: ["area", "state", "lead", "settledOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "排查中", where: { open: true }, sort: "endsOn" },
    settled: { label: "已定底数", where: { state: "settled" }, sort: "-settledOn" },
  },
  states: {
    running: { label: "排查中", due: { field: "endsOn" } },
    settled: { label: "已定底数", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "running",
  reminders: [
    { level: 1, working: -5 },
    { level: 2, working: 0 },
  ],
  byHand: {
    asks: ["name", "ground", "lead", "startsOn", "endsOn", "kinds", "content"],
    ready: async (_, given) => (String(given.endsOn) <= String(given.startsOn) ? refuse("invalid", "baseline-survey.ends_before") : ok({})),
  },
  example: {
    name: "2026 年全市火灾隐患调研摸底",
    ground: "常态化火灾防控工作安排",
    startsOn: "2026-03-01",
    endsOn: "2026-04-30",
    kinds: ["hotel", "shop"],
    conclusion: "底数 312 处，集中在安全疏散",
  },
  moves: {
    settle: {
      label: "定底数",
      from: ["running"],
      to: "settled",
      by: run,
      asks: ["conclusion"],
      ready: (context, row) => freezeInventory(context, row),
      sets: (_, given) => ({
        register: given.register,
        surveyed: given.surveyed,
        rate: given.rate,
        items: given.items,
        sha256: given.sha256,
        settledOn: given.settledOn,
      }),
    },
    amend: {
      label: "调整",
      from: ["running"],
      to: "same",
      by: run,
      takes: ["name", "ground", "lead", "endsOn", "content"],
      note: "optional",
      refuse: endsAfter,
    },
    cancel: { label: "取消", from: ["running"], to: "cancelled", by: run, note: "required" },
  },
});

/** 底数清单: a hazard as it stood on the day; the row never changes, what became of it is asked of its own cases. */
export const surveyItem = defineLedger(ITEM, {
  label: "摸底清单",
  counter: "处",
  title: "what",
  partOf: "survey",
  fields: {
    survey: ref("调研摸底", survey, { required, readOnly }),
    hazard: ref("火灾隐患", "hazard-loop.hazard", { required, readOnly }),
    number: text("编号", { required, readOnly, max: 30 }),
    what: long("问题", { required, readOnly, max: 1_000 }),
    type: choice("问题类型", problemTypes, { required, readOnly, indexed: true }),
    grade: choice("等级", hazardGrades, { readOnly, indexed: true }),
    unit: ref("单位", "places.unit", { readOnly }),
    kind: choice("行业", unitKinds, { readOnly, indexed: true }),
    placeWords: text("位置", { readOnly, max: 200 }),
    foundOn: day("发现日期", { required, readOnly, indexed: true }),
    dueOn: day("整改期限", { readOnly }),
    wasOpen: choice("当日状态", { open: "未销号", closed: "已销号" }, { required, readOnly, indexed: true }),
  },
  search: ["number", "what", "placeWords"],
  list: {
    columns: ["number", "what", "type", "area", "unit", "kind", "grade", "foundOn", "wasOpen", "survey"],
    filters: ["area", "survey", "type", "kind", "grade", "wasOpen", "unit"],
    sort: "-foundOn",
  },
});
