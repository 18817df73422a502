/**
 * 消安委: at every level its chair, members, rules and secretariat, and the meetings it and its government owe. What is missing of the four parts
 * is said on the row. PT-2.2.3.1, PT-2.2.3.2, PT-2.2.3.6, JX-1.1.5, QZ-3.3.1, QZ-3.3.2
 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { levels, memberDuties } from "./domain/kinds.ts";
import { rhythms } from "./domain/owed.ts";

export const COMMITTEE = "committee.committee";
const required = true;
const readOnly = true;

export const committee = defineLedger(COMMITTEE, {
  label: "消安委",
  counter: "个",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80 }),
    level: choice("层级", levels, { required, indexed: true }),
    government: organ("本级政府", { required }),
    organ: organ("消安委机构"),
    secretariat: organ("办公室设在", { help: "可代表消安委发通知、收答复" }),
    chair: text("主任", { max: 40 }),
    chairPost: text("主任职务", { max: 60 }),
    chairIsChief: yes("主要领导任主任", { indexed: true }),
    deputies: table("副主任", { name: text("姓名", { required, max: 40 }), post: text("职务", { max: 60 }) }, { max: 12 }),
    officeHead: text("办公室主任", { max: 60 }),
    foundedOn: day("成立日期"),
    foundingNumber: text("成立文号", { max: 80 }),
    until: day("届满日期"),
    composition: files("机构组成", { max: 5 }),
    rules: files("议事规则", { max: 5 }),
    duties: files("成员职责", { max: 5 }),
    systems: files("工作制度", { max: 5 }),
    documentsKept: yes("四项制度已备", { help: "纸质已备，尚未上传的也可以填是" }),
    plenaryPerYear: integer("全体会议每年至少", { unit: "次", min: 0, max: 24 }),
    executiveEvery: choice("政府常务会议研究", rhythms),
    owedSince: day("自何日起"),
    consultEveryDays: integer("会商间隔", { unit: "天", min: 1, max: 400 }),
    note: long("说明", { max: 1_000 }),
    members: integer("成员单位", { readOnly, unit: "个" }),
    police: yes("派出所在成员中", { readOnly }),
    complete: yes("机构健全", { readOnly, indexed: true }),
    lacking: text("还缺", { readOnly, composed: true, max: 200 }),
  },
  search: ["name", "chair"],
  list: {
    columns: ["name", "level", "area", "chair", "chairPost", "members", "complete", "lacking", "until"],
    filters: ["area", "level", "complete", "government", "chairIsChief"],
    sort: "name",
  },
  views: {
    lacking: { label: "不健全", where: { complete: false } },
    ending: { label: "届满", where: { until: { before: "today" } } },
  },
  derive: (row) => {
    const papers = [row.composition, row.rules, row.duties, row.systems].every((each) => Array.isArray(each) && each.length > 0);
    const parts: readonly (readonly [string, unknown])[] = [
      ["主任", row.chair],
      ["主要领导任主任", row.chairIsChief],
      ["成立文号", row.foundingNumber],
      ["办公室", row.secretariat],
      ["四项制度", papers || row.documentsKept],
      ["派出所成员", row.level !== "town" || row.police],
    ];
    const lacking = parts.filter(([, there]) => !there).map(([label]) => label);
    return { complete: lacking.length === 0, lacking: lacking.length === 0 ? null : `缺 ${lacking.join("、")}` };
  },
  check: ({ foundedOn, until }) => (foundedOn && until && until < foundedOn ? [{ field: "until", code: "committee.ends_before" }] : []),
});

export const member = defineLedger("committee.member", {
  label: "消安委成员",
  counter: "个",
  title: "name",
  partOf: "committee",
  fields: {
    committee: ref("消安委", committee, { required }),
    duty: choice("身份", memberDuties, { required, indexed: true }),
    organ: organ("单位", { required }),
    name: text("姓名", { required, max: 40 }),
    post: text("职务", { max: 60 }),
    charge: long("职责", { max: 600 }),
    ord: integer("排序", { min: 0, max: 999 }),
    since: day("任职日期"),
  },
  search: ["name", "post"],
  list: {
    columns: ["committee", "ord", "organ", "name", "post", "duty"],
    filters: ["area", "committee", "organ", "duty"],
    sort: "ord",
  },
});
