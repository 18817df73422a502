/** 临时查封, 停产停业（停止使用） and 停水停电停气: measures that close a place, from the check to the day it opens again. SH-3.6, SH-5.7 */
import { defineCase, type Ready } from "#platform/case/define.ts";
import { choice, day, files, long, moment, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { calendarDate } from "#platform/values.ts";
import { serveByOf } from "../documents/issue.ts";
import { documentKinds } from "../documents/kinds.ts";
import { sameUnit } from "../hazard-of-unit.ts";
import {
  circumstances,
  inFuture,
  refuseAnswer,
  refuseConfirmation,
  refuseExtension,
  refuseOnSpot,
  refuseStop,
  refuseTerm,
} from "./domain/sealing.ts";
import { placeAndHazard } from "./place-of-unit.ts";

const required = true;
const readOnly = true;
const handle = "enforcement.seal.handle";
const decide = "enforcement.seal.decide";

export const seal = defineCase("enforcement.seal", {
  label: "临时查封",
  counter: "处",
  title: "party",
  place: "point",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    party: text("当事人", { required, readOnly, max: 120 }),
    placeWords: text("查封部位", { required, max: 200 }),
    circumstance: choice("情形", circumstances, { required, indexed: true }),
    facts: long("事实", { required, max: 2_000 }),
    hazard: ref("火灾隐患", "hazard-loop.hazard"),
    checkedOn: day("检查日期", { required }),
    officerOne: person("承办人", { required }),
    officerTwo: person("协办人", { required }),
    urgent: yes("当场查封", { readOnly, indexed: true }),
    decideBy: day("决定期限", { readOnly }),
    collectiveOn: day("集体研究日期", { group: "决定" }),
    collectiveRecord: long("集体研究记录", { max: 4_000, group: "决定" }),
    oralBy: person("口头批准人", { group: "决定" }),
    sealFrom: day("开始", { group: "查封" }),
    sealUntil: day("截止", { group: "查封", indexed: true }),
    sealedAt: moment("实施时间", { group: "查封" }),
    sealedBy: person("实施人", { readOnly, group: "查封" }),
    photos: files("现场照片", { max: 20, group: "查封" }),
    extended: yes("已延长", { readOnly, group: "查封" }),
    extendWhy: long("延长理由", { max: 1_000, group: "查封" }),
    liftAskedOn: day("申请解除日期", { group: "解除" }),
    liftCheckedOn: day("解除检查日期", { group: "解除" }),
    cleared: yes("隐患已消除", { group: "解除" }),
    liftFinding: long("检查情况", { max: 2_000, group: "解除" }),
    liftedOn: day("解除日期", { readOnly, group: "解除" }),
  },
  search: ["party", "placeWords"],
  list: {
    columns: ["party", "placeWords", "circumstance", "area", "state", "sealFrom", "sealUntil", "dueAt", "urgent"],
    filters: ["area", "state", "circumstance", "unit", "sealUntil"],
    sort: "-openedAt",
  },
  views: {
    inForce: { label: "查封中", where: { state: ["sealedOnSpot", "sealed", "liftAsked", "liftChecked"] }, sort: "-openedAt" },
    waiting: { label: "待决定", where: { state: ["proposed", "sealedOnSpot", "liftChecked"] }, sort: "dueAt" },
    over: {
      label: "期满未处理",
      where: { state: ["sealed", "liftAsked", "liftChecked"], sealUntil: { before: "today" } },
      sort: "sealUntil",
    },
  },
  states: {
    proposed: { label: "待决定", due: { field: "decideBy" } },
    sealedOnSpot: { label: "当场查封待追认", due: { minutes: 1_440 } },
    decided: { label: "待实施", due: { field: "decideBy" } },
    sealed: { label: "查封中", due: { field: "sealUntil" } },
    liftAsked: { label: "申请解除待检查", due: { working: 3 } },
    liftChecked: { label: "待答复解除", due: { working: 3 } },
    lifted: { label: "已解除", end: true },
    over: { label: "期满", end: true },
    notSealed: { label: "不予查封", end: true },
  },
  start: "proposed",
  byHand: {
    asks: ["unit", "placeWords", "circumstance", "facts", "hazard", "checkedOn", "officerOne", "officerTwo"],
    async ready(context, given) {
      if (given.officerOne === given.officerTwo) return refuse("invalid", "enforcement.two_officers");
      const checkedOn = calendarDate.safeParse(given.checkedOn);
      if (!checkedOn.success || checkedOn.data > context.today) return refuse("invalid", "enforcement.conduct_day");
      const place = await placeAndHazard(context, given);
      if (!place.ok) return place;
      const kind = documentKinds.get("seal");
      const by = kind ? serveByOf(kind, { checkedOn: checkedOn.data }, context.today) : null;
      return ok({ ...place.value, decideBy: by });
    },
  },
  moves: {
    decide: {
      label: "决定查封",
      from: ["proposed"],
      to: "decided",
      by: decide,
      asks: ["collectiveOn", "collectiveRecord", "sealFrom", "sealUntil"],
      note: "optional",
      refuse: refuseTerm,
    },
    reject: { label: "不予查封", from: ["proposed"], to: "notSealed", by: decide, note: "required" },
    sealOnSpot: {
      label: "当场查封",
      from: ["proposed"],
      to: "sealedOnSpot",
      by: handle,
      asks: ["oralBy", "sealedAt"],
      takes: ["photos"],
      note: "required",
      refuse: refuseOnSpot,
      sets: (_, __, { actor }) => ({ urgent: true, sealedBy: actor?.userId ?? null }),
    },
    confirm: {
      label: "追认查封",
      from: ["sealedOnSpot"],
      to: "sealed",
      by: decide,
      asks: ["collectiveOn", "collectiveRecord", "sealFrom", "sealUntil"],
      note: "optional",
      refuse: refuseConfirmation,
    },
    takeOff: {
      label: "不予追认，立即解除",
      from: ["sealedOnSpot"],
      to: "lifted",
      by: decide,
      note: "required",
      sets: (_, __, { today }) => ({ liftedOn: today }),
    },
    carryOut: {
      label: "实施查封",
      from: ["decided"],
      to: "sealed",
      by: handle,
      asks: ["sealedAt"],
      takes: ["photos"],
      note: "optional",
      refuse: refuseOnSpot,
      sets: (_, __, { actor }) => ({ sealedBy: actor?.userId ?? null }),
    },
    extend: {
      label: "延长一次",
      from: ["sealed"],
      to: "sealed",
      by: decide,
      asks: ["sealUntil", "extendWhy"],
      note: "optional",
      refuse: refuseExtension,
      sets: () => ({ extended: true }),
    },
    askLift: {
      label: "受理解除申请",
      from: ["sealed"],
      to: "liftAsked",
      by: handle,
      asks: ["liftAskedOn"],
      note: "optional",
      refuse: inFuture("liftAskedOn"),
    },
    checkLift: {
      label: "解除检查",
      from: ["liftAsked"],
      to: "liftChecked",
      by: handle,
      asks: ["liftCheckedOn", "cleared", "liftFinding"],
      takes: ["photos"],
      refuse: inFuture("liftCheckedOn"),
    },
    lift: {
      label: "同意解除",
      from: ["liftChecked"],
      to: "lifted",
      by: decide,
      note: "optional",
      refuse: refuseAnswer,
      sets: (_, __, { today }) => ({ liftedOn: today }),
    },
    keep: { label: "不同意解除", from: ["liftChecked"], to: "sealed", by: decide, note: "required" },
    runOut: {
      label: "期满解除",
      from: ["sealed", "liftAsked", "liftChecked"],
      to: "over",
      by: handle,
      note: "required",
      refuse: (row, _, { today }) =>
        typeof row.sealUntil === "string" && today <= row.sealUntil
          ? { code: "enforcement.seal_not_over", params: { by: row.sealUntil } }
          : undefined,
      sets: (_, __, { today }) => ({ liftedOn: today }),
    },
  },
});

export const stopOrder = defineCase("enforcement.stop-order", {
  label: "停产停业（停止使用）",
  counter: "件",
  title: "party",
  place: "point",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    party: text("当事人", { required, readOnly, max: 120 }),
    kind: choice("种类", { production: "停产停业", use: "停止使用", construction: "停止施工", close: "关停" }, { required, indexed: true }),
    scope: text("停止范围", { required, max: 200 }),
    basis: text("法律依据", { required, max: 200 }),
    facts: long("违法事实", { required, max: 2_000 }),
    penalty: ref("行政处罚案件", "enforcement.penalty"),
    hazard: ref("火灾隐患", "hazard-loop.hazard"),
    largeImpact: yes("对经济和社会生活影响较大"),
    governmentDecision: text("政府决定文号", { max: 100 }),
    decisionNumber: text("决定书文号", { max: 60 }),
    from: day("执行日期"),
    photos: files("现场照片", { max: 20 }),
    resumeAskedOn: day("申请恢复日期"),
    resumeCheckedOn: day("恢复检查日期"),
    cleared: yes("已整改合格"),
    resumeFinding: long("检查情况", { max: 2_000 }),
    resumedOn: day("恢复日期", { readOnly }),
  },
  search: ["party", "scope"],
  list: {
    columns: ["party", "kind", "scope", "area", "state", "from", "dueAt", "resumedOn"],
    filters: ["area", "state", "kind", "unit"],
    sort: "-openedAt",
  },
  views: { inForce: { label: "停止中", where: { state: ["inForce", "resumeAsked", "resumeChecked"] }, sort: "-openedAt" } },
  states: {
    proposed: { label: "待决定", due: { working: 7 } },
    decided: { label: "待执行", due: { working: 7 } },
    inForce: { label: "停止中" },
    resumeAsked: { label: "申请恢复待检查", due: { working: 3 } },
    resumeChecked: { label: "待答复恢复", due: { working: 3 } },
    resumed: { label: "已恢复", end: true },
    rejected: { label: "不予停止", end: true },
    shut: { label: "关停", end: true },
  },
  start: "proposed",
  byHand: { asks: ["unit", "kind", "scope", "basis", "facts", "penalty", "hazard", "largeImpact"], ready: placeAndHazard },
  moves: {
    decide: {
      label: "决定停止",
      from: ["proposed"],
      to: "decided",
      by: decide,
      asks: ["decisionNumber", "from"],
      takes: ["governmentDecision"],
      note: "optional",
      refuse: refuseStop,
    },
    reject: { label: "不予停止", from: ["proposed"], to: "rejected", by: decide, note: "required" },
    carryOut: { label: "已执行", from: ["decided"], to: "inForce", by: handle, takes: ["photos"], note: "required" },
    followUp: { label: "巡查", from: ["inForce"], to: "same", by: handle, takes: ["photos"], note: "required" },
    askResume: {
      label: "受理恢复申请",
      from: ["inForce"],
      to: "resumeAsked",
      by: handle,
      asks: ["resumeAskedOn"],
      note: "optional",
      refuse: inFuture("resumeAskedOn"),
    },
    checkResume: {
      label: "恢复检查",
      from: ["resumeAsked"],
      to: "resumeChecked",
      by: handle,
      asks: ["resumeCheckedOn", "cleared", "resumeFinding"],
      refuse: inFuture("resumeCheckedOn"),
    },
    resume: {
      label: "同意恢复",
      from: ["resumeChecked"],
      to: "resumed",
      by: decide,
      note: "optional",
      refuse: refuseAnswer,
      sets: (_, __, { today }) => ({ resumedOn: today }),
    },
    keep: { label: "不同意恢复", from: ["resumeChecked"], to: "inForce", by: decide, note: "required" },
    shut: { label: "转为关停", from: ["inForce"], to: "shut", by: decide, note: "required" },
  },
});

/** Only a hazard of this unit that is past its term, and never without a legal ground in words. */
const readyToCut: Ready = async (context, row) => {
  const own = await sameUnit(context, row);
  if (!own.ok) return own;
  const hazard = await findRow(context.services.catalog.get("hazard-loop.hazard"), String(row.hazard), readerOf(context));
  if (!hazard) return refuse("invalid", "ledger.unknown_reference", { id: row.hazard });
  const overdue = typeof hazard.dueOn === "string" && hazard.dueOn < context.today && hazard.state === "assigned";
  return overdue ? ok({}) : refuse("conflict", "enforcement.hazard_not_overdue");
};

export const utilityCut = defineCase("enforcement.utility-cut", {
  label: "停电停水停气",
  counter: "件",
  title: "party",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    party: text("当事人", { required, readOnly, max: 120 }),
    utility: choice("种类", { power: "停电", water: "停水", gas: "停气" }, { required, indexed: true }),
    hazard: ref("火灾隐患", "hazard-loop.hazard", { required }),
    basis: text("法律依据条款", { required, max: 200, help: "写明法律、法规的具体条款；没有依据的不得停供" }),
    why: long("理由", { required, max: 2_000 }),
    residents: yes("涉及居民生活", { required }),
    approvedBy: text("批准机关", { max: 100 }),
    approvalNumber: text("批准文号", { max: 60 }),
    supplier: text("供应单位", { max: 100 }),
    notifiedOn: day("通知日期"),
    toldPartyOn: day("告知当事人日期"),
    cutAt: moment("停供时间"),
    cutBy: text("执行人", { max: 60 }),
    restoreWhy: text("恢复理由", { max: 200 }),
    restoredAt: moment("恢复时间"),
  },
  search: ["party"],
  list: {
    columns: ["party", "utility", "area", "state", "approvalNumber", "cutAt", "restoredAt", "dueAt"],
    filters: ["area", "state", "utility", "unit"],
    sort: "-openedAt",
  },
  views: { cut: { label: "停供中", where: { state: ["cut", "restoring"] }, sort: "-openedAt" } },
  states: {
    proposed: { label: "待批准", due: { working: 5 } },
    approved: { label: "待通知", due: { working: 2 } },
    notified: { label: "待执行", due: { working: 3 } },
    cut: { label: "停供中" },
    restoring: { label: "待恢复", due: { minutes: 1_440 } },
    restored: { label: "已恢复", end: true },
    rejected: { label: "不批准", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "proposed",
  byHand: { asks: ["unit", "utility", "hazard", "basis", "why", "residents"], ready: placeAndHazard },
  moves: {
    approve: {
      label: "批准",
      from: ["proposed"],
      to: "approved",
      by: "enforcement.utility-cut.approve",
      asks: ["approvedBy", "approvalNumber"],
      note: "optional",
      ready: readyToCut,
      refuse: (row) => (row.residents === true ? { code: "enforcement.residents_affected" } : undefined),
    },
    reject: { label: "不批准", from: ["proposed"], to: "rejected", by: "enforcement.utility-cut.approve", note: "required" },
    notify: {
      label: "通知供应单位",
      from: ["approved"],
      to: "notified",
      by: handle,
      asks: ["supplier", "notifiedOn", "toldPartyOn"],
      note: "optional",
      refuse: inFuture("notifiedOn"),
    },
    cut: {
      label: "记停供",
      from: ["notified"],
      to: "cut",
      by: handle,
      asks: ["cutAt", "cutBy"],
      note: "optional",
      refuse: refuseOnSpotCut,
    },
    askRestore: { label: "通知恢复", from: ["cut"], to: "restoring", by: handle, asks: ["restoreWhy"], note: "optional" },
    restore: { label: "记恢复", from: ["restoring", "cut"], to: "restored", by: handle, asks: ["restoredAt"], note: "optional" },
    cancel: { label: "取消", from: ["approved", "notified"], to: "cancelled", by: handle, note: "required" },
  },
});

function refuseOnSpotCut(_: object, given: { readonly cutAt?: unknown }, { now }: { readonly now: Date }) {
  return Date.parse(String(given.cutAt)) > now.getTime() ? { code: "enforcement.in_future" } : undefined;
}
