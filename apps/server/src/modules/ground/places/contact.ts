/** 联系人: whom the duty officer calls, in the order he should call them. GB 50440 (textbook) RM-14. */

import { defineLedger } from "#platform/ledger/define.ts";
import { choice, integer, ref, text } from "#platform/ledger/fields.ts";
import { unit } from "./unit.ts";

export const contactRoles = {
  controlRoom: "消防控制室",
  manager: "消防安全管理人",
  responsible: "消防安全责任人",
  security: "保安",
  maintenance: "维保单位",
  microStation: "微型消防站",
  other: "其他",
} as const;

export const contact = defineLedger("places.contact", {
  label: "联系人",
  counter: "人",
  title: "post",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", unit, { required: true }),
    role: choice("身份", contactRoles, { required: true, indexed: true }),
    post: text("岗位", { required: true, max: 60 }),
    name: text("姓名", { max: 40 }),
    phone: text("手机", { max: 20, format: "phone", personal: "contact", findable: true }),
    officePhone: text("座机", { max: 20, format: "phone" }),
    certificate: text("持证", { max: 60 }),
    callOrder: integer("呼叫顺序", { min: 1, max: 99 }),
  },
  search: ["name", "post", "officePhone"],
  list: {
    columns: ["post", "name", "role", "unit", "phone", "officePhone", "certificate", "callOrder"],
    filters: ["area", "role"],
    sort: "callOrder",
  },
  purpose: "火警核实与处置联系（GB 50440）；人员离岗后随修改清除",
  unitMayEdit: ["post", "name", "phone", "officePhone", "certificate", "callOrder"],
});
