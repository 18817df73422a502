/** 基础底数清册: per town and register what is there, how full it is, when somebody last vouched for it; and those confirmations. PT-2.2.4.3 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, integer, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { registerNames } from "../domain/kinds.ts";

const required = true;
const readOnly = true;

/** Counted by the program; nobody types it. */
export const register = defineLedger("grassroots.register", {
  label: "底数清册",
  counter: "册",
  title: "register",
  readOnlyView: "grassroots.register",
  fields: {
    register: choice("清册", registerNames, { required, indexed: true }),
    town: text("乡镇（街道）", { required, max: 80 }),
    ledger: text("台账", { required, max: 60, internal: true }),
    rows: integer("现有", { required, unit: "条" }),
    expected: integer("应有", { unit: "条" }),
    missing: integer("缺", { unit: "条", indexed: true }),
    cells: integer("应填", { required, unit: "项" }),
    filled: integer("已填", { required, unit: "项" }),
    completeness: decimal("完整度", { unit: "%", indexed: true }),
    incomplete: integer("填报不全", { unit: "条" }),
    organ: organ("责任机构"),
    lastConfirmedOn: day("最近确认", { indexed: true }),
    lastConfirmedBy: text("确认人", { max: 40 }),
    freshUntil: day("确认有效至", { indexed: true }),
    accuracy: decimal("抽查准确率", { unit: "%" }),
    countedOn: day("核算日期"),
  },
  list: {
    columns: ["town", "register", "rows", "expected", "missing", "completeness", "incomplete", "lastConfirmedOn", "freshUntil", "accuracy"],
    filters: ["area", "register", "completeness", "lastConfirmedOn"],
    sort: "completeness",
  },
  views: {
    stale: { label: "超期未确认", where: { any: [{ freshUntil: { set: false } }, { freshUntil: { before: "today" } }] } },
    incomplete: { label: "不完整", where: { completeness: { before: 90 } } },
  },
});

export const confirmation = defineLedger("grassroots.confirmation", {
  label: "底数核对",
  counter: "次",
  title: "by",
  record: { on: "confirmedOn", lockDays: 1 },
  partOf: "register",
  readOnlyView: "grassroots.confirmation",
  fields: {
    register: ref("清册", register, { required }),
    confirmedOn: day("核对日期", { required }),
    by: text("核对人", { required, max: 40 }),
    rows: integer("核对时条数", { required, readOnly, unit: "条" }),
    sampled: integer("抽查", { unit: "条", min: 0, max: 10_000 }),
    right: integer("无误", { unit: "条", min: 0, max: 10_000 }),
    accuracy: decimal("准确率", { readOnly, unit: "%" }),
    corrections: long("更正清单", { max: 4_000 }),
  },
  list: {
    columns: ["register", "confirmedOn", "area", "by", "rows", "sampled", "right", "accuracy"],
    filters: ["area", "register", "confirmedOn"],
    sort: "-confirmedOn",
  },
});
