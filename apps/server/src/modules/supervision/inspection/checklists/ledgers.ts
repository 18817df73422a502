/** An office's own check lists: versions, and the items of each. In force, a version is never changed again; the database sees to it. */
import { unitKinds } from "#modules/ground/places/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, many, ref, text } from "#platform/ledger/fields.ts";
import { frequencies, itemGrades, listPurposes, photoDemands } from "./checklist.ts";

const required = true;
const readOnly = true;
export const listStates = { draft: "草稿", inForce: "已定稿", withdrawn: "已废止" } as const;

export const checklist = defineLedger("inspection.checklist", {
  label: "自定检查表",
  counter: "版",
  title: "title",
  fields: {
    key: text("表号", { required, readOnly, max: 60, indexed: true }),
    number: integer("版次", { required, readOnly, min: 1 }),
    title: text("名称", { required, readOnly, max: 100 }),
    kinds: many("适用单位", unitKinds, { readOnly }),
    subject: text("适用对象", { readOnly, max: 60 }),
    purpose: choice("用途", listPurposes, { required, readOnly, indexed: true }),
    frequency: choice("频次", frequencies, { readOnly }),
    state: choice("状态", listStates, { required, readOnly, indexed: true }),
    validFrom: day("生效日", { readOnly }),
    source: text("出处", { readOnly, max: 200 }),
    items: integer("检查项", { readOnly, unit: "项" }),
  },
  search: ["title", "key"],
  list: {
    columns: ["title", "number", "purpose", "kinds", "area", "state", "validFrom", "items"],
    filters: ["area", "purpose", "state"],
  },
  views: { draft: { label: "草稿", where: { state: "draft" } }, inForce: { label: "已定稿", where: { state: "inForce" } } },
});

export const checkItem = defineLedger("inspection.check-item", {
  label: "检查项",
  counter: "项",
  title: "content",
  partOf: "checklist",
  fields: {
    checklist: ref("检查表", checklist, { required, readOnly }),
    ord: integer("序", { required, readOnly }),
    itemId: text("编号", { required, readOnly, max: 60 }),
    section: text("分类", { required, readOnly, max: 300 }),
    content: long("检查内容", { required, readOnly, max: 2_000 }),
    ground: text("依据", { readOnly, max: 300 }),
    grade: choice("等级", itemGrades, { required, readOnly }),
    penalty: text("罚则", { readOnly, max: 300 }),
    photo: choice("拍照", photoDemands, { required, readOnly }),
    remedy: text("整改要求", { readOnly, max: 500 }),
    confidence: text("依据核对", { required, readOnly, max: 20 }),
  },
  search: ["content", "section"],
  list: { columns: ["content", "section", "ground", "grade", "photo", "checklist"], filters: ["checklist", "grade"] },
});
