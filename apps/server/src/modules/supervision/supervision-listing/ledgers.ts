/** What is kept beside the cases: progress of a listing, its effect afterwards, fires of towns, the fall a government asks for, control plans. */
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, ref, text } from "#platform/ledger/fields.ts";
import { afterEffects } from "./domain/kinds.ts";
import { listing } from "./listing.ts";

/** 督改进度: told periodically until the plate comes down. SH-3.11 */
export const progress = defineLedger("supervision-listing.progress", {
  label: "督改进度",
  counter: "次",
  title: "done",
  record: { on: "reportedOn", lockDays: 30 },
  partOf: "listing",
  fields: {
    listing: ref("挂牌督办", listing, { required: true }),
    reportedOn: day("报告日期", { required: true }),
    percent: integer("完成", { required: true, unit: "%", min: 0, max: 100 }),
    done: long("已做", { required: true, max: 1_000 }),
    obstacles: long("困难", { max: 1_000 }),
    next: long("下一步", { max: 1_000 }),
    papers: files("佐证", { max: 12 }),
  },
  list: { columns: ["listing", "area", "reportedOn", "percent", "done"], filters: ["listing", "area", "reportedOn"], sort: "-reportedOn" },
  keeps: { on: "reportedOn", set: { progressPercent: "percent", lastProgressOn: "reportedOn" } },
});

/** 销案后效果核查: whether it stayed as it was delisted. TY-3.3.4 */
export const afterCheck = defineLedger("supervision-listing.after-check", {
  label: "销案后核查",
  counter: "次",
  title: "words",
  record: { on: "checkedOn", lockDays: 30 },
  partOf: "listing",
  fields: {
    listing: ref("挂牌督办", listing, { required: true }),
    checkedOn: day("核查日期", { required: true }),
    effect: choice("效果", afterEffects, { required: true }),
    words: long("核查情况", { required: true, max: 1_000 }),
    papers: files("佐证", { max: 12 }),
  },
  list: { columns: ["listing", "area", "checkedOn", "effect", "words"], filters: ["listing", "area", "effect"], sort: "-checkedOn" },
  keeps: { on: "checkedOn", set: { effect: "effect", effectOn: "checkedOn" } },
});

/** 镇街火灾起数: given with its source until the statistics of fires are here. JX-1.2.3, JX-1.2.4 */
export const townFires = defineLedger("supervision-listing.town-fires", {
  label: "镇街火灾起数",
  counter: "条",
  title: "source",
  fields: {
    year: integer("年度", { required: true, min: 2000, max: 2100, indexed: true }),
    fires: integer("火灾起数", { required: true, unit: "起", min: 0, max: 100_000 }),
    fatalFires: integer("亡人火灾", { required: true, unit: "起", min: 0, max: 1_000 }),
    deaths: integer("死亡人数", { required: true, unit: "人", min: 0, max: 1_000 }),
    source: text("数据来源", { required: true, max: 120 }),
    confirmedBy: text("核对人", { max: 60 }),
  },
  search: ["source"],
  list: { columns: ["area", "year", "fires", "fatalFires", "deaths", "source"], filters: ["area", "year"], sort: "-year" },
  check: (row) =>
    Number(row.fatalFires ?? 0) > Number(row.fires ?? 0)
      ? [{ field: "fatalFires", code: "supervision-listing.more_fatal_than_fires" }]
      : [],
});

/** 销号标准: the fall of fires a government sets for its towns. JX-1.2.4 */
export const declineTarget = defineLedger("supervision-listing.decline-target", {
  label: "销号标准",
  counter: "条",
  title: "documentNumber",
  fields: {
    year: integer("年度", { required: true, min: 2000, max: 2100, indexed: true }),
    percent: decimal("火灾下降率", { required: true, unit: "%", min: 0, max: 100 }),
    documentNumber: text("依据文号", { required: true, max: 80 }),
    note: long("说明", { max: 500 }),
  },
  search: ["documentNumber"],
  list: { columns: ["area", "year", "percent", "documentNumber"], filters: ["area", "year"], sort: "-year" },
});

const controlled = { hazard: "重大火灾隐患", unit: "重点单位", area: "重点区域" } as const;

/** 管控方案: of a major hazard, a key unit or a key area: the plan, the leader who answers, how often somebody looks. SH-3.3 */
export const controlPlan = defineLedger("supervision-listing.control-plan", {
  label: "管控方案",
  counter: "份",
  title: "name",
  unit: "unit",
  fields: {
    name: text("名称", { required: true, max: 120 }),
    target: choice("对象", controlled, { required: true, indexed: true }),
    hazard: ref("隐患", HAZARD),
    unit: ref("单位", "places.unit"),
    plan: long("管控措施", { required: true, max: 4_000 }),
    leader: text("责任领导", { required: true, max: 60 }),
    everyDays: integer("检查间隔", { required: true, unit: "天", min: 1, max: 366 }),
    lastCheckedOn: day("最近检查"),
    nextCheckOn: day("下次检查", { readOnly: true, indexed: true }),
    papers: files("文件", { max: 10 }),
  },
  search: ["name", "leader"],
  list: {
    columns: ["name", "target", "area", "leader", "everyDays", "lastCheckedOn", "nextCheckOn"],
    filters: ["area", "target", "unit", "hazard"],
    sort: "nextCheckOn",
  },
  views: {
    due: {
      label: "该检查",
      where: { any: [{ nextCheckOn: { before: "today" } }, { lastCheckedOn: { set: false } }] },
      sort: "nextCheckOn",
    },
  },
  derive: ({ lastCheckedOn, everyDays }) => ({
    nextCheckOn:
      typeof lastCheckedOn === "string" && typeof everyDays === "number"
        ? new Date(Date.parse(`${lastCheckedOn}T00:00:00Z`) + everyDays * 86_400_000).toISOString().slice(0, 10)
        : null,
  }),
  check: ({ target, hazard, unit }) => [
    ...(target === "hazard" && !hazard ? [{ field: "hazard", code: "ledger.required" }] : []),
    ...(target === "unit" && !unit ? [{ field: "unit", code: "ledger.required" }] : []),
  ],
});
