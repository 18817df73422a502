/** 曝光: a unit that drags on or relapses is named in public, after approval, without anybody's personal data, and for a stated time. SH-3.17, SH-3.3. */
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, integer, long, many, organ, ref, text } from "#platform/ledger/fields.ts";
import { exposureGrounds, media } from "./domain/kinds.ts";
import { personalDataIn } from "./domain/personal.ts";

export const EXPOSURE = "supervision-listing.exposure";
const required = true;
const readOnly = true;
type Row = Readonly<Record<string, unknown>>;

/** Names of the unit's people stand with the row, so that any wording of it can be held against them. */
export function keptClean(row: Row, given: Given): MoveRefusal | undefined {
  const names = typeof row.keptOut === "string" ? row.keptOut.split("、") : [];
  const found = personalDataIn(`${String(given.content ?? row.content ?? "")} ${String(given.place ?? row.place ?? "")}`, names);
  return found ? { code: "supervision-listing.personal_data", params: { found } } : undefined;
}
function shownFor(row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined {
  const [from, until] = [given.showFrom ?? row.showFrom, given.showUntil ?? row.showUntil].map(String);
  if (String(until) < String(from) || String(until) < today) return { code: "supervision-listing.bad_span" };
  return keptClean(row, given);
}

export const exposure = defineCase(EXPOSURE, {
  label: "曝光",
  counter: "件",
  title: "unitName",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    ground: choice("情形", exposureGrounds, { required, readOnly, indexed: true }),
    facts: text("规则依据", { composed: true, required, readOnly, max: 300 }),
    hazards: integer("涉及隐患", { readOnly, unit: "处" }),
    keptOut: text("须隐去的姓名", { readOnly, max: 200 }),
    content: long("公示内容", { required, max: 1_000 }),
    media: many("媒介", media, { required }),
    place: text("公示地点", { max: 120 }),
    showFrom: day("公示自", { required }),
    showUntil: day("公示至", { required }),
    proposer: organ("提请机构", { readOnly }),
    approvedOn: day("批准日期", { readOnly }),
    publishedOn: day("曝光日期", { readOnly }),
    withdrawnOn: day("撤下日期", { readOnly }),
    withdrawWhy: text("撤下原因", { max: 200 }),
    effect: long("曝光效果", { max: 1_000 }),
  },
  search: ["number", "unitName", "content"],
  list: {
    columns: ["number", "unitName", "ground", "area", "facts", "state", "media", "publishedOn", "showUntil", "withdrawnOn"],
    filters: ["area", "state", "ground", "unit", "publishedOn"],
    sort: "-openedAt",
  },
  views: {
    pending: { label: "待批准", where: { state: "proposed" }, sort: "-openedAt" },
    shown: { label: "曝光中", where: { state: "shown" }, sort: "-openedAt" },
    withdrawn: { label: "已撤下", where: { state: ["withdrawn", "assessed"] }, sort: "-openedAt" },
  },
  sameWhileOpen: ["unit"],
  states: {
    proposed: { label: "待批准", due: { working: 3 } },
    approved: { label: "待发布", due: { working: 3 } },
    shown: { label: "曝光中", due: { field: "showUntil" } },
    withdrawn: { label: "待评效果", due: { working: 10 } },
    assessed: { label: "已评效果", end: true },
    rejected: { label: "不予曝光", end: true },
  },
  start: "proposed",
  example: {
    number: "BG2026-001",
    unit: "01997c2e-8f00-7000-8000-000000000001",
    unitName: "东风商厦",
    ground: "overdue",
    facts: "逾期 30 天以上 2 处，最长 42 天",
    hazards: 2,
    content: "东风商厦三层东侧安全出口锁闭、疏散通道堆放货物，逾期 42 天未改",
    media: ["internet", "portal"],
    showFrom: "2026-03-20",
    showUntil: "2026-06-20",
    withdrawWhy: "隐患已全部整改",
    effect: "公示后第 6 天全部整改",
  },
  moves: {
    revise: {
      label: "修改内容",
      from: ["proposed"],
      to: "same",
      by: "supervision-listing.expose",
      takes: ["content", "media", "place", "showFrom", "showUntil"],
      note: "optional",
      refuse: shownFor,
    },
    approve: {
      label: "批准曝光",
      from: ["proposed"],
      to: "approved",
      by: "supervision-listing.approve",
      note: "optional",
      refuse: shownFor,
      sets: (_, __, { today }) => ({ approvedOn: today }),
    },
    reject: { label: "不予曝光", from: ["proposed"], to: "rejected", by: "supervision-listing.approve", note: "required" },
    publish: {
      label: "发布",
      from: ["approved"],
      to: "shown",
      by: "supervision-listing.expose",
      note: "optional",
      refuse: shownFor,
      sets: (_, __, { today }) => ({ publishedOn: today }),
    },
    withdraw: {
      label: "撤下",
      from: ["approved", "shown"],
      to: "withdrawn",
      by: "supervision-listing.expose",
      asks: ["withdrawWhy"],
      note: "optional",
      sets: (_, __, { today }) => ({ withdrawnOn: today }),
    },
    assess: { label: "评效果", from: ["withdrawn"], to: "assessed", by: "supervision-listing.expose", asks: ["effect"], note: "optional" },
    // The machine's own move; nobody is granted it.
    expire: {
      label: "到期撤下",
      from: ["approved", "shown"],
      to: "withdrawn",
      by: "supervision-listing.machine",
      note: "optional",
      sets: (_, __, { today }) => ({ withdrawnOn: today, withdrawWhy: "公示期满" }),
    },
  },
});
