/**
 * 火灾调查, as far as the hazard loop goes: the fire, and every problem it exposed as a hazard at once, here and at units of the same kind;
 * nothing ends before all of it is mended. JX-1.5.5. Evidence, cause analysis and reports (JX-1.5.2) are not here yet.
 */
import { sql } from "kysely";
import { unitKinds } from "#modules/ground/places/index.ts";
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, many, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { standingsOf } from "./standing.ts";

export const INVESTIGATION = "fire-investigation.investigation";
export const PROBLEM = "fire-investigation.problem";
const required = true;
const readOnly = true;

export const investigation = defineCase(INVESTIGATION, {
  label: "火灾调查",
  counter: "起",
  title: "title",
  unit: "unit",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    title: text("火灾", { required, max: 120 }),
    unit: ref("起火单位", "places.unit"),
    placeWords: text("起火部位", { required, max: 200 }),
    burnedOn: day("起火日期", { required, indexed: true }),
    deaths: integer("死亡", { unit: "人", min: 0, max: 1_000 }),
    injured: integer("受伤", { unit: "人", min: 0, max: 10_000 }),
    organ: organ("调查机构", { readOnly }),
    cause: long("起火原因", { max: 2_000 }),
    lessons: long("教训", { max: 4_000 }),
    report: files("调查报告", { max: 10 }),
    concludedOn: day("认定日期", { readOnly }),
    endedOn: day("办结日期", { readOnly }),
  },
  search: ["number", "title", "placeWords"],
  list: {
    columns: ["title", "unit", "area", "burnedOn", "state", "deaths", "organ", "concludedOn"],
    filters: ["area", "state", "unit", "burnedOn"],
    sort: "-burnedOn",
  },
  views: {
    open: { label: "未办结", where: { open: true }, sort: "-burnedOn" },
    mending: { label: "整改跟踪", where: { state: "mending" }, sort: "-burnedOn" },
  },
  states: {
    open: { label: "调查中" },
    mending: { label: "整改跟踪" },
    closed: { label: "办结", end: true },
  },
  start: "open",
  byHand: {
    asks: ["title", "unit", "placeWords", "burnedOn", "deaths", "injured", "cause"],
    async ready({ tx, actor, today }, given) {
      if (String(given.burnedOn) > today) return refuse("invalid", "fire-investigation.burned_in_future");
      const { rows } = await sql<{ n: number }>`select nextval('fire_investigation.number')::int as n`.execute(tx);
      return ok({ organ: actor.organId, number: `HD${today.slice(0, 4)}-${String(rows[0]?.n ?? 0).padStart(3, "0")}` });
    },
  },
  example: {
    number: "HD2026-003",
    title: "荷花中路仓库火灾",
    placeWords: "一层东侧 充电区",
    burnedOn: "2026-03-12",
    cause: "电动自行车电池热失控",
    lessons: "室内充电、防火分隔缺失",
  },
  moves: {
    conclude: {
      label: "调查结论",
      from: ["open"],
      to: "mending",
      by: "fire-investigation.investigate",
      asks: ["cause", "lessons"],
      takes: ["report", "deaths", "injured"],
      note: "optional",
      sets: (_, __, { today }) => ({ concludedOn: today }),
    },
    close: {
      label: "办结",
      from: ["mending"],
      to: "closed",
      by: "fire-investigation.investigate",
      note: "required",
      async ready({ tx }, row) {
        const left = (await standingsOf(row.id, tx)).reduce((sum, each) => sum + each.left, 0);
        return left > 0 ? refuse("conflict", "fire-investigation.not_all_mended", { left }) : ok({});
      },
      sets: (_, __, { today }) => ({ endedOn: today }),
    },
  },
});

/** 暴露的问题: one that the fire brought to light; written by the route alone, together with its hazard and the checks of similar units. */
export const exposedProblem = defineLedger(PROBLEM, {
  label: "暴露的问题",
  counter: "个",
  title: "what",
  partOf: "investigation",
  fields: {
    investigation: ref("火灾调查", investigation, { required, readOnly }),
    what: long("问题", { required, readOnly, max: 1_000 }),
    placeWords: text("位置", { required, readOnly, max: 200 }),
    item: text("检查项", { readOnly, max: 120 }),
    hazard: ref("火灾隐患", "hazard-loop.hazard", { readOnly }),
    foundOn: day("登记日期", { required, readOnly, indexed: true }),
    dueOn: day("整改期限", { required, readOnly, indexed: true }),
    kinds: many("同类单位", unitKinds, { readOnly }),
    similarArea: integer("排查范围", { readOnly }),
    similarDueOn: day("排查期限", { readOnly }),
    tasks: integer("派出检查", { readOnly, unit: "家" }),
    origin: choice("落实方式", { hazard: "立案整改", tasks: "同类排查", both: "整改并排查同类" }, { required, readOnly, indexed: true }),
  },
  search: ["what"],
  list: {
    columns: ["what", "investigation", "area", "dueOn", "origin", "tasks"],
    filters: ["area", "investigation", "origin", "dueOn"],
    sort: "dueOn",
  },
});
