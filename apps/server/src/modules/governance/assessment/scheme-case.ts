/** 考核方案 of an office: written, submitted, put in force by somebody else, retired. What a year began with it keeps. SH-1.6, SH-8.1, SH-8.2, QZ-8.2 */
import { defineCase, type Given, type MoveContext } from "#platform/case/define.ts";
import { choice, day, integer, long, person, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { levels } from "./domain/kinds.ts";
import { SCHEME } from "./names.ts";
import { retireOlder } from "./retire-older.ts";

const required = true;
const readOnly = true;
type Row = Readonly<Record<string, unknown>>;

const byAnother = (row: Row, _: Given, { actor }: MoveContext) =>
  actor && row.writtenBy === actor.userId ? { code: "assessment.own_scheme" } : undefined;

export const scheme = defineCase(SCHEME, {
  label: "考核方案",
  counter: "份",
  title: "title",
  fields: {
    code: text("代号", { required, readOnly, max: 20, indexed: true }),
    edition: integer("版", { required, readOnly }),
    title: text("方案名称", { required, readOnly, max: 60 }),
    level: choice("考核对象", levels, { required, readOnly, indexed: true }),
    from: day("施行日期", { required, readOnly }),
    until: day("失效日期", { readOnly }),
    source: long("方案内容", { required, readOnly, max: 60_000, internal: true }),
    indicators: integer("指标数", { readOnly }),
    changes: text("改动", { readOnly, composed: true, max: 400 }),
    documentNumber: text("发文字号", { max: 60 }),
    writtenBy: person("拟稿人", { readOnly }),
    approvedBy: person("审定人", { readOnly }),
    approvedOn: day("审定日期", { readOnly }),
  },
  search: ["code", "title", "documentNumber"],
  list: {
    columns: ["title", "code", "edition", "level", "area", "state", "from", "indicators", "approvedOn"],
    filters: ["area", "state", "level"],
    sort: "-openedAt",
  },
  views: { inForce: { label: "施行中", where: { state: "inForce" } } },
  states: {
    draft: { label: "拟稿" },
    review: { label: "待审定", due: { working: 5 } },
    inForce: { label: "施行中" },
    retired: { label: "已停用", end: true },
    void: { label: "作废", end: true },
  },
  start: "draft",
  moves: {
    submit: { label: "提请审定", from: ["draft"], to: "review", by: "assessment.configure", passTo: "none", takes: ["documentNumber"] },
    approve: {
      label: "审定施行",
      from: ["review"],
      to: "inForce",
      by: "assessment.approve",
      asks: ["documentNumber"],
      closed: (row, context) => byAnother(row, {}, context),
      ready: async (context, row) => {
        await retireOlder(context, row);
        return ok({});
      },
      sets: (_, __, { actor, today }) => ({ approvedBy: actor?.userId ?? null, approvedOn: today }),
    },
    sendBack: { label: "退回修改", from: ["review"], to: "draft", by: "assessment.approve", note: "required" },
    retire: { label: "停用", from: ["inForce"], to: "retired", by: "assessment.approve", note: "required" },
    discard: { label: "作废", from: ["draft"], to: "void", by: "assessment.configure", note: "optional" },
    // The machine's own move, when a newer edition comes into force.
    replace: { label: "由新版代替", from: ["inForce"], to: "retired", by: "assessment.machine", note: "optional" },
  },
});
