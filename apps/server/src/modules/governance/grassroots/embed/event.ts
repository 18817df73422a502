/**
 * 平台事件: what another platform (一网统管, 基层智治, 综治) handed over. A fire hazard lives on as a hazard and ends with it; anything else is a
 * task of the town's people until it is answered. SH-1.13, QZ-3.1.2, TY-2.6.2.1
 */

import { hazard } from "#modules/supervision/hazard-loop/index.ts";
import { defineCase } from "#platform/case/define.ts";
import { choice, day, files, long, moment, person, ref, text } from "#platform/ledger/fields.ts";

const required = true;
const readOnly = true;

export const EVENT = "grassroots.event";
export const eventKinds = { hazard: "火灾隐患", task: "工单", report: "群众反映" } as const;

export const event = defineCase(EVENT, {
  label: "平台事件",
  counter: "件",
  title: "title",
  place: "point",
  fields: {
    platform: text("来源平台", { required, readOnly, max: 80, indexed: true }),
    platformKey: text("平台标识", { required, readOnly, max: 60, indexed: true, internal: true }),
    number: text("平台编号", { required, readOnly, max: 80, indexed: true }),
    digest: text("内容摘要", { readOnly, max: 64, internal: true }),
    kind: choice("类别", eventKinds, { required, readOnly, indexed: true }),
    title: text("事项", { required, readOnly, max: 120 }),
    what: long("内容", { required, readOnly, max: 2_000 }),
    placeWords: text("地点", { required, readOnly, max: 200 }),
    occurredAt: moment("发生时间", { readOnly }),
    reporter: text("上报人", { readOnly, max: 40 }),
    dueOn: day("办理期限"),
    hazard: ref("隐患", hazard, { readOnly }),
    handler: person("办理人", { readOnly }),
    result: long("办理结果", { max: 2_000 }),
    photos: files("照片", { max: 9 }),
    doneOn: day("办结日期", { readOnly, indexed: true }),
  },
  search: ["title", "number", "placeWords"],
  list: {
    columns: ["number", "title", "kind", "platform", "area", "placeWords", "state", "dueAt", "handler", "openedAt"],
    filters: ["area", "state", "kind", "platform", "doneOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    overdue: { label: "逾期", where: { open: true, dueAt: { before: "now" } }, sort: "dueAt" },
    hazards: { label: "已转隐患", where: { hazard: { set: true } } },
  },
  states: {
    received: { label: "待受理", due: { working: 1 } },
    handling: { label: "办理中", due: { field: "dueOn" } },
    linked: { label: "随隐患办理", due: { days: 90 } },
    done: { label: "办结", end: true },
    refused: { label: "不属实或不受理", end: true },
  },
  start: "received",
  moves: {
    take: {
      label: "受理",
      from: ["received"],
      to: "handling",
      by: "grassroots.handle",
      passTo: "self",
      asks: ["dueOn"],
      refuse: (_, given, { today }) => (String(given.dueOn ?? "") < today ? { code: "grassroots.due_in_past" } : undefined),
      sets: (_, __, { actor }) => ({ handler: actor?.userId ?? null }),
    },
    finish: {
      label: "办结",
      from: ["handling"],
      to: "done",
      by: "grassroots.handle",
      asks: ["result"],
      takes: ["photos"],
      sets: (_, __, { today }) => ({ doneOn: today }),
    },
    refuse: {
      label: "不受理",
      from: ["received", "handling"],
      to: "refused",
      by: "grassroots.handle",
      note: "required",
      sets: (_, __, { today }) => ({ doneOn: today }),
    },
    link: { label: "转隐患", from: ["received"], to: "linked", by: "grassroots.machine", sets: (_, given) => ({ hazard: given.hazard }) },
    hazardClosed: {
      label: "隐患销号",
      from: ["linked"],
      to: "done",
      by: "grassroots.machine",
      takes: ["result"],
      sets: (_, __, { today }) => ({ doneOn: today }),
    },
    hazardVoid: {
      label: "隐患不属实",
      from: ["linked"],
      to: "refused",
      by: "grassroots.machine",
      takes: ["result"],
      sets: (_, __, { today }) => ({ doneOn: today }),
    },
  },
  example: {
    platform: "基层智治",
    platformKey: "jczz-330802",
    number: "SJ202603180021",
    kind: "hazard",
    title: "楼道堆物",
    what: "3 幢 2 单元楼道堆放电动车",
    placeWords: "荷花小区 3 幢",
    doneOn: null,
  },
});
