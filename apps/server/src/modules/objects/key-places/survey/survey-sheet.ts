/**
 * 排查表: one sheet a place, filled in by who went there, verified by another, and then a row of the high-risk register that keeps its source,
 * day and surveyor. SH-0.1
 */
import { defineCase, type MoveRefusal } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, many, ref, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { campaign } from "../campaigns/campaign.ts";

export const SHEET = "key-places.survey-sheet";
const required = true;
const readOnly = true;

export const riskFactors = {
  crowd: "人员密集",
  lodging: "住宿与生产经营合用",
  highRise: "高层",
  underground: "地下空间",
  flammable: "易燃可燃物多",
  exits: "疏散出口不足",
  facilities: "消防设施缺失或故障",
  wiring: "电气线路老化",
  openFire: "明火或动火",
  eBike: "电动自行车停放充电",
  weakPeople: "老幼病残较多",
  lane: "消防车难到达",
} as const;
export const surveyedKinds = {
  publicPlace: "人员密集场所",
  production: "生产场所",
  storage: "仓储场所",
  residential: "居住场所",
  mixed: "合用场所",
  hazmat: "易燃易爆场所",
  heritage: "文物建筑",
  construction: "施工现场",
  other: "其他",
} as const;
export const surveyGrades = { high: "高风险", elevated: "较高风险", ordinary: "一般风险" } as const;

const notSurveyor = (row: { readonly filledBy?: unknown }, actor: { readonly userId: string } | null): MoveRefusal | undefined =>
  actor && row.filledBy === actor.userId ? { code: "key-places.verifies_own_sheet" } : undefined;

export const surveySheet = defineCase(SHEET, {
  label: "排查表",
  counter: "张",
  title: "name",
  place: "point",
  fields: {
    survey: text("排查来源", { required, max: 100, indexed: true, help: "哪次调研排摸，如 2026 年全市高风险专项调研" }),
    campaign: ref("专项整治", campaign),
    unit: ref("单位", "places.unit"),
    name: text("单位或场所", { required, max: 100 }),
    kind: choice("用途", surveyedKinds, { required, indexed: true }),
    address: text("地址", { required, max: 200 }),
    occupants: integer("最多人数", { required, unit: "人", min: 0, max: 200_000 }),
    areaM2: integer("建筑面积", { unit: "m²", min: 0, max: 5_000_000 }),
    floors: integer("层数", { unit: "层", min: 0, max: 150 }),
    factors: many("风险因素", riskFactors, { required }),
    grade: choice("风险等级", surveyGrades, { required, indexed: true }),
    detail: long("情况说明", { max: 2_000 }),
    photos: files("现场照片", { max: 12 }),
    surveyor: text("排查人", { required, max: 40 }),
    surveyedOn: day("排查日期", { required, indexed: true }),
    filledBy: text("填报账号", { readOnly, max: 40 }),
    verifyNote: long("核实意见", { max: 1_000 }),
    verifier: text("核实人", { readOnly, max: 40 }),
    verifiedOn: day("核实日期", { readOnly }),
  },
  search: ["name", "address", "survey"],
  list: {
    columns: ["name", "kind", "area", "grade", "survey", "surveyor", "surveyedOn", "state", "dueAt"],
    filters: ["area", "state", "kind", "grade", "campaign", "surveyedOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "待核实", where: { state: "filled" }, sort: "dueAt" },
    returned: { label: "退回", where: { state: "returned" }, sort: "dueAt" },
    entered: { label: "已入册", where: { state: "entered" }, sort: "-openedAt" },
  },
  states: {
    filled: { label: "待核实", due: { working: 5 } },
    returned: { label: "退回补充", due: { working: 5 } },
    entered: { label: "入册", end: true },
    dropped: { label: "不列入", end: true },
  },
  start: "filled",
  byHand: {
    asks: [
      "survey",
      "campaign",
      "unit",
      "name",
      "kind",
      "address",
      "occupants",
      "areaM2",
      "floors",
      "factors",
      "grade",
      "detail",
      "photos",
      "surveyor",
      "surveyedOn",
    ],
    ready: async ({ actor }) => ok({ filledBy: actor.userId }),
  },
  moves: {
    enter: {
      label: "核实入册",
      from: ["filled"],
      to: "entered",
      by: "key-places.verify",
      asks: ["grade"],
      takes: ["verifyNote"],
      refuse: (row, given, { actor }) =>
        given.grade === "ordinary" ? { code: "key-places.ordinary_not_entered" } : notSurveyor(row, actor),
      sets: (_, __, { today, actor }) => ({ verifiedOn: today, verifier: actor?.name ?? null }),
    },
    drop: {
      label: "核实后不列入",
      from: ["filled"],
      to: "dropped",
      by: "key-places.verify",
      asks: ["verifyNote"],
      refuse: (row, _, { actor }) => notSurveyor(row, actor),
      sets: (_, __, { today, actor }) => ({ verifiedOn: today, verifier: actor?.name ?? null }),
    },
    giveBack: { label: "退回", from: ["filled"], to: "returned", by: "key-places.verify", asks: ["verifyNote"] },
    resubmit: {
      label: "补充后重报",
      from: ["returned"],
      to: "filled",
      by: "key-places.survey",
      takes: ["name", "kind", "address", "occupants", "areaM2", "floors", "factors", "grade", "detail", "photos"],
      // Whoever hands it in again has filled it in: he does not verify it either.
      sets: (row, _, { actor }) => ({ filledBy: actor?.userId ?? row.filledBy }),
    },
  },
  example: {
    survey: "2026 年全市火灾高风险专项调研",
    name: "荷花路 12 号合用房",
    kind: "mixed",
    address: "荷花路 12 号",
    occupants: 26,
    factors: ["lodging", "exits"],
    grade: "high",
    surveyor: "方丽华",
    surveyedOn: "2026-03-12",
    verifyNote: "现场复核属实",
  },
});

/** The register itself: entered by the sheet, taken out with a reason, never typed in. */
export const highRiskPlace = defineLedger("key-places.high-risk-place", {
  label: "火灾高风险场所",
  counter: "处",
  title: "name",
  place: "point",
  fields: {
    name: text("单位或场所", { required, readOnly, max: 100 }),
    unit: ref("单位", "places.unit", { readOnly }),
    kind: choice("用途", surveyedKinds, { required, readOnly, indexed: true }),
    address: text("地址", { readOnly, max: 200 }),
    grade: choice("风险等级", surveyGrades, { required, readOnly, indexed: true }),
    factors: many("风险因素", riskFactors, { readOnly }),
    occupants: integer("最多人数", { readOnly, unit: "人" }),
    survey: text("排查来源", { required, readOnly, max: 100, indexed: true }),
    surveyor: text("排查人", { required, readOnly, max: 40 }),
    surveyedOn: day("排查日期", { required, readOnly, indexed: true }),
    sheet: ref("排查表", surveySheet, { readOnly }),
    enteredOn: day("入册日期", { required, readOnly, indexed: true }),
    measures: long("管控措施", { max: 2_000 }),
    status: choice("状态", { listed: "在册", lowered: "已降级", removed: "已出册" }, { required, indexed: true }),
    statusWhy: text("变动理由", { max: 300 }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "kind", "area", "grade", "factors", "survey", "surveyor", "surveyedOn", "status"],
    filters: ["area", "grade", "kind", "status", "surveyedOn", "enteredOn"],
    sort: "-enteredOn",
  },
  views: { listed: { label: "在册", where: { status: "listed" } }, high: { label: "高风险", where: { status: "listed", grade: "high" } } },
  check: (row) =>
    !row.survey
      ? [{ field: "survey", code: "key-places.enters_by_sheet" }]
      : row.status !== "listed" && !row.statusWhy
        ? [{ field: "statusWhy", code: "key-places.say_why" }]
        : [],
});
