/** 岗位: a post of an organ that carries a fire-safety duty, whoever sits in it. 一岗双责. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, long, ref, text } from "#platform/ledger/fields.ts";
import { organ } from "./organ.ts";

export const dutyKinds = {
  responsible: "主要负责人",
  deputy: "分管负责人",
  office: "办公室",
  supervision: "监督检查",
  duty: "值班值守",
  dispatch: "指挥调度",
  clerk: "专管员",
  grid: "网格员",
  other: "其他",
} as const;

export const post = defineLedger("organizations.post", {
  label: "岗位",
  counter: "个",
  title: "name",
  partOf: "organ",
  fields: {
    organ: ref("机构", organ, { required: true }),
    name: text("岗位名称", { required: true, max: 60 }),
    duty: choice("职责类别", dutyKinds, { required: true, indexed: true }),
    staff: integer("编制人数", { unit: "人", min: 0, max: 10_000 }),
    phone: text("岗位电话", { max: 20, format: "phone" }),
    duties: long("消防安全职责", { max: 2_000 }),
  },
  search: ["name"],
  list: { columns: ["name", "organ", "area", "duty", "staff", "phone"], filters: ["area", "duty", "organ"] },
});
