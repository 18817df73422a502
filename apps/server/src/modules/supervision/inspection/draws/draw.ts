/**
 * 双随机 draw as a case: 草拟 → 已公布承诺 → 已摇号 → 任务已派 → 结果已公布, or 作废. Its own routes do the work of each step; the moves
 * themselves are open to the program alone. QZ-5.1.2, DR-01.
 */

import { unitKinds } from "#modules/ground/places/index.ts";
import { defineCase } from "#platform/case/define.ts";
import { choice, day, integer, many, moment, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { unitGrades } from "../objects/object.ts";
import { purposes } from "../tasks/purposes.ts";

export const DRAW = "inspection.draw";
/** Held by nobody: the step's own route makes the move when its work is done. */
export const STEP = "inspection.draw-step";

const required = true;
const readOnly = true;

export const drawCase = defineCase(DRAW, {
  label: "双随机抽查",
  counter: "批",
  title: "number",
  fields: {
    number: text("批次", { required, readOnly, max: 60, unique: true }),
    title: text("名称", { required, readOnly, max: 100 }),
    purpose: choice("检查类别", purposes, { required, readOnly }),
    organ: organ("组织单位", { readOnly }),
    organs: table("参加单位", { organ: organ("单位"), name: text("名称", { max: 80 }) }, { readOnly }),
    ask: integer("抽取家数", { required, readOnly, min: 1, max: 100_000, unit: "家" }),
    perObject: integer("每家人数", { required, readOnly, min: 1, max: 5, unit: "人" }),
    kinds: many("单位类别", unitKinds, { readOnly }),
    grades: many("单位分级", unitGrades, { readOnly }),
    skipDays: integer("近期查过不抽", { readOnly, min: 0, max: 3_650, unit: "天" }),
    startOn: day("检查开始", { required, readOnly }),
    dueOn: day("检查截止", { required, readOnly }),
    objects: integer("对象数", { readOnly, unit: "家" }),
    inspectors: integer("人员数", { readOnly, unit: "人" }),
    excluded: integer("剔除", { readOnly, unit: "家" }),
    commitment: text("承诺", { readOnly, max: 64 }),
    committedAt: moment("承诺公布", { readOnly }),
    randomText: text("公开随机数", { readOnly, max: 200 }),
    randomSource: text("随机数来源", { readOnly, max: 200 }),
    randomAt: moment("随机数产生", { readOnly }),
    seed: text("种子", { readOnly, max: 64 }),
    drawnAt: moment("摇号时间", { readOnly }),
    tookMs: integer("用时", { readOnly, unit: "ms" }),
    avoided: integer("回避", { readOnly, unit: "对" }),
    dispatchedAt: moment("派发时间", { readOnly }),
    publishedAt: moment("公布时间", { readOnly }),
    redrawOf: ref("重抽自", DRAW, { readOnly }),
    voidWhy: text("作废理由", { max: 200 }),
  },
  search: ["number", "title"],
  list: {
    columns: ["title", "number", "area", "purpose", "ask", "objects", "state", "committedAt", "drawnAt", "dueOn"],
    filters: ["area", "state", "purpose"],
    sort: "-openedAt",
  },
  views: { open: { label: "进行中", where: { open: true } } },
  states: {
    draft: { label: "草拟" },
    committed: { label: "已公布承诺" },
    drawn: { label: "已摇号" },
    dispatched: { label: "任务已派", due: { field: "dueOn" } },
    published: { label: "结果已公布", end: true },
    void: { label: "作废", end: true },
  },
  start: "draft",
  moves: {
    commit: { label: "公布承诺", from: ["draft"], to: "committed", by: STEP },
    draw: { label: "摇号", from: ["committed"], to: "drawn", by: STEP },
    dispatch: { label: "派任务", from: ["drawn"], to: "dispatched", by: STEP },
    publish: { label: "公布结果", from: ["dispatched"], to: "published", by: STEP },
    void: { label: "作废", from: ["draft", "committed", "drawn"], to: "void", by: "inspection.draw-lots", asks: ["voidWhy"] },
  },
});
