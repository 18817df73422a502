/**
 * 建设规范 per kind of force, 运行规程 for all streets of a district, and the rating 对标评定 of one body: by itself, then by somebody who looks.
 * PT-2.1.1.1, PT-2.1.2.2, PT-4.2.2
 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, table, text } from "#platform/ledger/fields.ts";
import { answers, forces, sections } from "../domain/norm.ts";
import { spans, workflowKinds } from "../domain/workflow.ts";

const required = true;
const readOnly = true;
const standing = choice("状态", { draft: "拟订", inForce: "施行", retired: "停用" }, { required, indexed: true });

export const norm = defineLedger("grassroots.norm", {
  label: "建设规范",
  counter: "项",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80, group: "规范" }),
    force: choice("力量类别", forces, { required, indexed: true, group: "规范" }),
    status: { ...standing, group: "规范" },
    from: day("施行日期", { required, group: "规范" }),
    document: text("文号", { max: 80, group: "规范" }),
    annex: files("附件", { max: 5, group: "规范" }),
    duties: long("职责任务", { max: 2_000, group: "要求" }),
    funding: long("运行保障", { max: 1_000, group: "要求" }),
    items: table(
      "条目",
      {
        section: choice("部分", sections, { required }),
        what: text("要求", { required, max: 80 }),
        field: text("平台核对的栏", { max: 40, help: "台账栏目代号；不填则由人评" }),
        of: text("表内名称", { max: 40 }),
        least: integer("至少", { min: 0, max: 10_000 }),
      },
      { max: 60, group: "要求" },
    ),
    note: long("备注", { max: 1_000, group: "要求" }),
  },
  search: ["name", "document"],
  list: { columns: ["name", "force", "area", "status", "from", "document"], filters: ["area", "force", "status"], sort: "-from" },
  views: { inForce: { label: "施行", where: { status: "inForce" } } },
  check: (row) => (row.status === "inForce" && (row.items ?? []).length === 0 ? [{ field: "items", code: "grassroots.norm_empty" }] : []),
});

export const workflow = defineLedger("grassroots.workflow", {
  label: "运行规程",
  counter: "项",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80 }),
    kind: choice("事项", workflowKinds, { required, indexed: true }),
    status: standing,
    from: day("施行日期", { required }),
    every: choice("周期", spans, { required }),
    least: integer("每期至少", { unit: "次", min: 1, max: 1_000 }),
    withinDays: integer("办结时限", { unit: "天", min: 1, max: 365 }),
    share: integer("达标比例", { unit: "%", min: 1, max: 100 }),
    steps: table(
      "步骤",
      {
        step: text("步骤", { required, max: 80 }),
        who: text("谁来做", { required, max: 60 }),
        days: integer("时限（天）", { min: 0, max: 365 }),
      },
      { max: 30 },
    ),
    document: text("文号", { max: 80 }),
    papers: files("文件", { max: 5 }),
  },
  search: ["name"],
  list: {
    columns: ["name", "kind", "area", "every", "least", "withinDays", "share", "status", "from"],
    filters: ["area", "kind", "status"],
    sort: "-from",
  },
  views: { inForce: { label: "施行", where: { status: "inForce" } } },
  check: (row) => [
    ...(["hazard", "notice"].includes(row.kind ?? "") && !row.withinDays
      ? [{ field: "withinDays", code: "grassroots.workflow_limit" }]
      : []),
    ...(["patrol", "drill", "report"].includes(row.kind ?? "") && !row.least
      ? [{ field: "least", code: "grassroots.workflow_limit" }]
      : []),
  ],
});

const RATING = "grassroots.rating";
export const rating = defineCase(RATING, {
  label: "对标评定",
  counter: "份",
  title: "bodyName",
  fields: {
    bodyName: text("组织", { required, readOnly, max: 100 }),
    force: choice("力量类别", forces, { required, readOnly, indexed: true }),
    body: text("组织编号", { required, readOnly, max: 40, internal: true, indexed: true }),
    norm: ref("建设规范", norm, { readOnly }),
    items: table(
      "逐项",
      {
        item: text("要求", { required, max: 80 }),
        self: choice("自评", answers),
        verified: choice("核实", answers),
        words: text("说明", { max: 200 }),
      },
      { readOnly, max: 60 },
    ),
    selfScore: integer("自评得分", { readOnly, unit: "分" }),
    verifiedScore: integer("核实得分", { readOnly, unit: "分" }),
    ratedOn: day("自评日期", { readOnly, indexed: true }),
    ratedBy: text("自评人", { readOnly, max: 40 }),
    verifiedOn: day("核实日期", { readOnly, indexed: true }),
    verifiedBy: text("核实人", { readOnly, max: 40 }),
  },
  search: ["bodyName"],
  list: {
    columns: ["bodyName", "force", "area", "state", "selfScore", "verifiedScore", "ratedOn", "verifiedOn"],
    filters: ["area", "state", "force", "ratedOn"],
    sort: "-openedAt",
  },
  views: { open: { label: "待核实", where: { open: true }, sort: "dueAt" } },
  sameWhileOpen: ["body"],
  states: {
    rated: { label: "待核实", due: { working: 10 } },
    verified: { label: "已核实", end: true },
  },
  start: "rated",
  moves: {
    // Both bring the items; the pages of the standard offer them, and the form asks for none.
    amend: {
      label: "改自评",
      from: ["rated"],
      to: "rated",
      by: "grassroots.rate",
      note: "optional",
      sets: (_, { items, selfScore }, { today }) => (items ? { items, selfScore, ratedOn: today } : {}),
    },
    verify: {
      label: "核实",
      from: ["rated"],
      to: "verified",
      by: "grassroots.verify",
      note: "optional",
      refuse: (_, { items }) => (items ? undefined : { code: "grassroots.verify_by_item" }),
      sets: (_, { items, verifiedScore, verifiedBy }, { today }) => ({ items, verifiedScore, verifiedBy, verifiedOn: today }),
    },
  },
});
