/**
 * One object of a campaign, and how far it is: 待查 → 已查, or 有隐患 → 已清零. Its figures follow the hazards that carry the campaign; nobody
 * types them. One narrow row an object, so that a city's campaign counts its coverage from this table alone.
 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, organ, ref, text } from "#platform/ledger/fields.ts";
import { campaign } from "./campaign.ts";
import { objectSources, objectStates, outcomes } from "./domain/kinds.ts";

export const OBJECT = "key-places.campaign-object";
const readOnly = true;
const required = true;

export const campaignObject = defineLedger(OBJECT, {
  label: "整治对象",
  counter: "个",
  title: "name",
  place: "point",
  fields: {
    campaign: ref("专项整治", campaign, { required, readOnly }),
    name: text("对象", { required, readOnly, max: 120 }),
    address: text("地址", { readOnly, max: 200 }),
    source: choice("台账", objectSources, { required, readOnly }),
    objectId: text("对象编号", { required, readOnly, max: 40, indexed: true }),
    unit: ref("单位", "places.unit", { readOnly }),
    industry: text("行业类别", { readOnly, max: 40, indexed: true }),
    department: organ("行业主管", { readOnly }),
    status: choice("进度", objectStates, { required, readOnly, indexed: true }),
    checkedOn: day("检查日期", { readOnly, indexed: true }),
    checkedBy: text("检查人", { readOnly, max: 60 }),
    hazards: integer("隐患", { readOnly, unit: "处" }),
    openHazards: integer("未销号", { readOnly, unit: "处" }),
    outcome: choice("处置", outcomes, { readOnly }),
    outcomeOn: day("处置日期", { readOnly }),
    task: ref("检查任务", "inspection.task", { readOnly }),
    why: text("说明", { readOnly, max: 300 }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "campaign", "area", "industry", "status", "checkedOn", "checkedBy", "hazards", "openHazards", "outcome"],
    filters: ["area", "campaign", "status", "industry", "department", "outcome", "checkedOn"],
    sort: "name",
  },
  views: {
    pending: { label: "待查", where: { status: "pending" } },
    found: { label: "有隐患", where: { status: "found" } },
    cleared: { label: "已清零", where: { status: "cleared" } },
  },
});
