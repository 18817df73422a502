/** 机构: an organ of government, party or service that leads, supports, holds a case or regulates a unit. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, organ as organField, text, yes } from "#platform/ledger/fields.ts";
import { organKinds } from "./domain/organ-kinds.ts";

export const organLevels = { city: "市级", county: "县级", town: "乡镇街道", village: "村社区" } as const;
export type OrganLevel = keyof typeof organLevels;

export const organ = defineLedger("organizations.organ", {
  label: "机构",
  counter: "个",
  title: "name",
  // A street asks a department of its county, a county one of the city.
  namedEverywhere: true,
  fields: {
    name: text("名称", { required: true, max: 80 }),
    shortName: text("简称", { required: true, max: 40 }),
    kind: choice("类别", organKinds, { required: true, indexed: true }),
    level: choice("层级", organLevels, { required: true, indexed: true }),
    parent: organField("上级机构"),
    member: yes("消安委成员单位", { indexed: true }),
    phone: text("办公电话", { max: 20, format: "phone" }),
    dutyPhone: text("值班电话", { max: 20, format: "phone" }),
    address: text("办公地址", { max: 200 }),
    sort: integer("排序", { min: 0, max: 9_999 }),
  },
  search: ["name", "shortName"],
  list: {
    columns: ["name", "shortName", "kind", "level", "area", "parent", "member", "phone"],
    filters: ["area", "kind", "level", "member"],
    sort: "sort",
  },
  views: {
    fire: { label: "消防救援", where: { kind: "fire-brigade" } },
    members: { label: "消安委成员单位", where: { member: true } },
  },
});
