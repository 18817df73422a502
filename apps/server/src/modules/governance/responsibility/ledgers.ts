/** What is owed and by whom, as registers: duties of organs and posts, tasks of leaders, rules of industries and what they rest on, guidance given. */

import { organKinds } from "#modules/ground/organizations/index.ts";
import { unitKinds } from "#modules/ground/places/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, integer, long, many, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { dutyClasses, hows, layers } from "./domain/kinds.ts";
import { bases } from "./domain/regulators.ts";

const required = true;

/** 职责条目: one standing duty of an organ, or of one of its posts. 党政同责、一岗双责. SH-1.1, QZ-2.1.1, QZ-2.1.6 */
export const duty = defineLedger("responsibility.duty", {
  label: "消防职责",
  counter: "条",
  title: "words",
  partOf: "organ",
  fields: {
    organ: ref("机构", "organizations.organ", { required }),
    post: ref("岗位", "organizations.post"),
    words: text("职责", { required, max: 300 }),
    layer: choice("层次", layers, { required, indexed: true }),
    kind: choice("类别", dutyClasses, { required, indexed: true }),
    ground: text("依据", { max: 200 }),
    clause: text("对应条款", { max: 30 }),
    from: day("生效日期"),
    until: day("有效期至"),
  },
  search: ["words", "ground"],
  list: {
    columns: ["organ", "post", "words", "layer", "kind", "ground", "clause", "until"],
    filters: ["area", "organ", "layer", "kind", "until"],
  },
  views: {
    support: { label: "支持保障", where: { kind: "support" } },
    rural: { label: "农村消防", where: { kind: "rural" } },
    expired: { label: "已过期", where: { until: { before: "today" } } },
  },
});

/** 年度任务清单: what a leader takes on this year, each with a day and its proof. QZ-2.1.6, PT-4.3.1 */
export const yearTask = defineLedger("responsibility.year-task", {
  label: "年度任务",
  counter: "项",
  title: "words",
  partOf: "organ",
  fields: {
    organ: ref("机构", "organizations.organ", { required }),
    post: ref("岗位", "organizations.post", { required }),
    year: integer("年度", { required, min: 2000, max: 2100 }),
    leader: text("责任人", { max: 40 }),
    words: text("任务", { required, max: 300 }),
    dueOn: day("完成期限", { required }),
    doneOn: day("完成日期"),
    proof: long("完成情况", { max: 1_000 }),
    clause: text("对应条款", { max: 30 }),
  },
  search: ["words", "leader"],
  list: {
    columns: ["organ", "post", "leader", "year", "words", "dueOn", "doneOn", "clause"],
    filters: ["area", "organ", "year", "dueOn", "doneOn"],
    sort: "dueOn",
  },
  views: {
    open: { label: "未完成", where: { doneOn: { set: false } }, sort: "dueOn" },
    late: { label: "逾期", where: { doneOn: { set: false }, dueOn: { before: "today" } }, sort: "dueOn" },
  },
  check: (row) => (row.doneOn && !row.proof ? [{ field: "proof", code: "responsibility.done_without_proof" }] : []),
});

/** 归口规则: units of these kinds, licences, places or groups fall to this kind of department. SH-1.8, JX-2.2.1, JX-2.2.7–9, JX-2.2.11 */
export const regulatorRule = defineLedger("responsibility.regulator-rule", {
  label: "行业归口",
  counter: "条",
  title: "industry",
  fields: {
    industry: text("行业", { required, max: 80 }),
    basis: choice("按什么归", bases, { required }),
    kinds: many("单位类别", unitKinds, { help: "按单位类别的必填；其余不填为不限" }),
    nameHas: text("名称含", { max: 20, help: "只归名称（按许可的：许可事项）里有这几个字的，如“粮库”" }),
    unit: ref("只对单位", "places.unit"),
    organKind: choice("主管部门", organKinds, { required, indexed: true }),
    rank: integer("优先", { min: 0, max: 99, help: "大的先用；相同的，有“名称含”的先用；仍相同而部门不同的不归口，待确定" }),
    ground: text("依据", { max: 200 }),
    clause: text("对应条款", { max: 30 }),
    determination: ref("由哪次确定", "responsibility.determination", { readOnly: true }),
    from: day("生效日期", { required }),
    until: day("有效期至"),
  },
  search: ["industry", "ground"],
  list: {
    columns: ["industry", "basis", "kinds", "nameHas", "organKind", "rank", "ground", "clause", "from", "until"],
    filters: ["organKind", "until"],
  },
  check: ({ basis, kinds }) =>
    basis === "kind" && !(Array.isArray(kinds) && kinds.length > 0) ? [{ field: "kinds", code: "responsibility.no_kinds" }] : [],
});

/** 许可登记: what licensing departments send or an office imports; whoever licenses a body looks after it. JX-2.2.7 */
export const licence = defineLedger("responsibility.licence", {
  label: "许可登记",
  counter: "件",
  title: "holder",
  fields: {
    holder: text("持证单位", { required, max: 100 }),
    creditCode: text("统一社会信用代码", { max: 18, format: "creditCode", indexed: true }),
    what: text("许可事项", { required, max: 80 }),
    number: text("证号", { max: 60 }),
    issuer: organ("发证部门", { required }),
    issuedOn: day("发证日期"),
    validUntil: day("有效期至"),
    address: text("地址", { max: 200 }),
    parentCode: text("上级单位信用代码", { max: 18, format: "creditCode", indexed: true }),
    unit: ref("单位档案", "places.unit", { help: "不填的按信用代码，再按名称和辖区对上" }),
  },
  search: ["holder", "creditCode", "number"],
  list: {
    columns: ["holder", "what", "issuer", "area", "issuedOn", "validUntil", "unit"],
    filters: ["area", "issuer", "validUntil", "unit"],
  },
  views: {
    unmatched: { label: "没有单位档案", where: { unit: { set: false } } },
    expired: { label: "已过期", where: { validUntil: { before: "today" } } },
  },
});

/** 港口区域: the polygon inside which the port authority looks after units. JX-2.2.8 */
export const portArea = defineLedger("responsibility.port-area", {
  label: "港口区域",
  counter: "片",
  title: "name",
  fields: {
    name: text("名称", { required, max: 60 }),
    organ: organ("港口管理部门", { help: "不填的归规则写的那类部门" }),
    corners: table(
      "边界点",
      {
        lon: decimal("经度", { required, min: 73, max: 136 }),
        lat: decimal("纬度", { required, min: 3, max: 54 }),
      },
      { required, max: 500 },
    ),
    source: text("出处", { required, max: 100 }),
  },
  search: ["name"],
  list: { columns: ["name", "organ", "area", "source"], filters: ["area", "organ"] },
  check: ({ corners }) => (Array.isArray(corners) && corners.length < 3 ? [{ field: "corners", code: "responsibility.few_corners" }] : []),
});

/** 集团或上级单位: to which units belong; where the state supervises it, its subsidiaries roll up to that regulator. JX-2.2.9, SH-1.8 */
export const group = defineLedger("responsibility.group", {
  label: "集团",
  counter: "个",
  title: "name",
  fields: {
    name: text("集团或上级单位", { required, max: 80 }),
    creditCode: text("统一社会信用代码", { max: 18, format: "creditCode", indexed: true }),
    nameHas: text("成员名称含", { max: 20, help: "名称里有这几个字的单位算它的成员" }),
    unit: ref("集团本身的单位档案", "places.unit", { help: "集团自报的成员单位由此并入" }),
    stateOwned: yes("监管国有企业"),
    supervisor: organ("国资监管机构"),
    parent: ref("上级集团", "responsibility.group"),
  },
  search: ["name", "creditCode"],
  list: { columns: ["name", "stateOwned", "supervisor", "parent", "nameHas", "area"], filters: ["area", "stateOwned", "supervisor"] },
  check: ({ stateOwned, supervisor }) => (stateOwned && !supervisor ? [{ field: "supervisor", code: "responsibility.no_supervisor" }] : []),
});

/** 隶属: one unit and its group; by hand, or found by the rules of the group. */
export const affiliation = defineLedger("responsibility.affiliation", {
  label: "隶属关系",
  counter: "条",
  title: "how",
  partOf: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, unique: true }),
    group: ref("集团", "responsibility.group", { required }),
    how: choice("怎么知道的", hows, { readOnly: true, indexed: true }),
    found: ref("规则找到的集团", "responsibility.group", { readOnly: true, internal: true }),
  },
  search: [],
  list: { columns: ["unit", "group", "how", "area"], filters: ["area", "group", "how"] },
  // What a person changed is his: the rules leave it alone.
  derive: ({ group: of, found, how }) => ({ how: found && of === found ? how : "hand" }),
});

/** 指导督促记录: the brigade helps a unit to do what it owes. JX-2.1.1 */
export const guidance = defineLedger("responsibility.guidance", {
  label: "指导督促",
  counter: "次",
  title: "what",
  record: { on: "on", lockDays: 7 },
  partOf: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    on: day("日期", { required }),
    by: organ("指导机构", { required }),
    what: text("指导内容", { required, max: 300 }),
    asked: table("要求整改事项", { what: text("事项", { required, max: 200 }), by: day("期限") }, { max: 30 }),
    result: long("落实情况", { max: 1_000 }),
  },
  search: ["what"],
  list: { columns: ["unit", "area", "on", "by", "what", "result"], filters: ["area", "by", "on", "unit"], sort: "-on" },
});
