/** 消防安全承诺: what a unit publishes about itself, and until when. The token is the address of its public page; nobody can guess it. TY-2.5.2.3. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, long, moment, ref, text, yes } from "#platform/ledger/fields.ts";
import { OWN_ROUTES, readOnly, required } from "./words.ts";

export const commitment = defineLedger("unit-management.commitment", {
  label: "安全承诺",
  counter: "份",
  title: "unit",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    responsible: text("消防安全责任人", { required, readOnly, max: 40 }),
    responsiblePost: text("责任人职务", { readOnly, max: 40 }),
    manager: text("消防安全管理人", { required, readOnly, max: 40 }),
    managerPost: text("管理人职务", { readOnly, max: 40 }),
    showPhone: yes("公开电话", { required, readOnly }),
    phone: text("公开的电话", { readOnly, max: 20, format: "phone" }),
    words: long("承诺内容", { required, readOnly, max: 600 }),
    publishedOn: day("公示日期", { required, readOnly, indexed: true }),
    until: day("有效期至", { required, readOnly, indexed: true }),
    state: choice("状态", { public: "已公示", revoked: "已撤下", replaced: "已替换" }, { required, readOnly, indexed: true }),
    token: text("公示页编号", { required, readOnly, max: 43, unique: true }),
    revokedAt: moment("撤下时间", { readOnly }),
    revokedWhy: text("撤下理由", { readOnly, max: 200 }),
  },
  list: {
    columns: ["unit", "responsible", "manager", "publishedOn", "until", "state", "area"],
    filters: ["area", "state", "until", "unit"],
    sort: "-publishedOn",
  },
  views: {
    public: { label: "公示中", where: { state: "public", until: { from: "today" } }, sort: "until" },
    ends: { label: "30 天内到期", where: { state: "public", until: { to: "today+30d" } }, sort: "until" },
  },
  readOnlyView: OWN_ROUTES,
});
