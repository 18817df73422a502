/** 专题报告: upward by a day, received, read, answered. The yearly one is owed in January; a submission asks for a document. QZ-2.1.3, PT-2.2.3.3, PT-2.2.1.2, PT-3.1.1 */
import { sql } from "kysely";
import { defineCase } from "#platform/case/define.ts";
import { choice, day, files, integer, long, organ, text, yes } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { reportKinds } from "./domain/kinds.ts";
import { yearlyReportDue } from "./domain/owed.ts";
import { nextNumber } from "./numbers.ts";
import { reportFigures } from "./report-figures.ts";

export const REPORT = "committee.report";
const required = true;
const readOnly = true;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const report = defineCase(REPORT, {
  label: "专题报告",
  counter: "份",
  title: "title",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    kind: choice("类别", reportKinds, { required, indexed: true }),
    title: text("题目", { required, max: 120 }),
    organ: organ("报告单位", { required, readOnly }),
    to: organ("报送"),
    year: integer("报告年度", { min: 2000, max: 2100, indexed: true }),
    dueOn: day("报送期限", { indexed: true }),
    content: long("报告内容", { max: 8_000 }),
    papers: files("附件", { max: 10 }),
    submittedOn: day("报送日期", { readOnly, indexed: true }),
    onTime: yes("按时报送", { readOnly, indexed: true }),
    receivedOn: day("签收日期", { readOnly }),
    instructedBy: text("批示人", { max: 60 }),
    instruction: long("批示", { max: 1_000 }),
    instructedOn: day("批示日期"),
    reply: long("答复", { max: 2_000 }),
    meeting: text("审议会议", { max: 120 }),
    issuedNumber: text("印发文号", { max: 80 }),
    issuedOn: day("印发日期"),
  },
  search: ["number", "title"],
  list: {
    columns: ["number", "title", "kind", "organ", "to", "area", "state", "dueOn", "submittedOn", "onTime"],
    filters: ["area", "state", "kind", "organ", "year", "dueOn", "submittedOn", "onTime"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    late: {
      label: "迟报",
      where: { kind: "yearly", state: "draft", submittedOn: { set: false }, dueOn: { before: "today" } },
      sort: "dueOn",
    },
    yearly: { label: "年度报告", where: { kind: "yearly" }, sort: "-dueOn" },
  },
  reminders: [
    { level: 1, working: -5 },
    { level: 2, working: 0 },
    { level: 3, working: 1, escalates: true },
  ],
  states: {
    draft: { label: "起草", due: { field: "dueOn" } },
    sent: { label: "待签收", step: "签收", due: { working: 3 } },
    received: { label: "待批示", step: "批示", due: { working: 10 } },
    closed: { label: "办结", end: true },
    withdrawn: { label: "已撤回", end: true },
  },
  start: "draft",
  byHand: {
    asks: ["kind", "title", "to", "year", "dueOn", "content", "papers"],
    async ready(context, given) {
      const { tx, actor, today } = context;
      if (!actor.organId) return refuse("conflict", "committee.no_organ");
      const { rows } = await sql<{ parent: string | null }>`select parent from organizations.organ where id = ${actor.organId}`.execute(tx);
      const year = typeof given.year === "number" ? given.year : Number(today.slice(0, 4)) - 1;
      const yearly = given.kind === "yearly";
      return ok({
        number: await nextNumber(tx, "BG", today),
        organ: actor.organId,
        to: given.to ?? rows[0]?.parent ?? null,
        year,
        dueOn: given.dueOn ?? (yearly ? yearlyReportDue(year) : null),
        content: textOf(given.content) || (await reportFigures(context, given.area, year)),
      });
    },
  },
  example: {
    number: "BG2026-001",
    kind: "yearly",
    title: "2025 年消防工作情况报告",
    organ: "01997c2e-8f00-7000-8000-000000000002",
    year: 2025,
    dueOn: "2026-01-31",
    content: "2025 年消防工作情况如下",
    instructedBy: "副市长 何剑锋",
    instruction: "请逐项落实",
    instructedOn: "2026-02-03",
    reply: "同意所提建议",
    issuedNumber: "衢政办发〔2026〕8 号",
    issuedOn: "2026-02-10",
  },
  moves: {
    submit: {
      label: "报送",
      from: ["draft"],
      to: "sent",
      by: "committee.report",
      holder: true,
      passTo: { organ: "to" },
      takes: ["content", "papers", "to"],
      note: "optional",
      refuse: (row, given) =>
        textOf(given.content ?? row.content).trim() === ""
          ? { code: "committee.report_empty" }
          : (given.to ?? row.to)
            ? undefined
            : { code: "committee.report_to_nobody" },
      // What came in time and was sent back to be mended came in time.
      sets: (row, _, { today }) => (row.submittedOn ? {} : { submittedOn: today, onTime: row.dueOn ? today <= textOf(row.dueOn) : null }),
    },
    receive: {
      label: "签收",
      from: ["sent"],
      to: "received",
      by: "committee.receive",
      holder: true,
      note: "optional",
      sets: (_, __, { today }) => ({ receivedOn: today }),
    },
    sendBack: {
      label: "退回修改",
      from: ["sent", "received"],
      to: "draft",
      by: "committee.receive",
      holder: true,
      passTo: { organ: "organ" },
      note: "required",
    },
    instruct: {
      label: "批示",
      from: ["received"],
      to: "same",
      by: "committee.receive",
      holder: true,
      asks: ["instructedBy", "instruction"],
      takes: ["instructedOn"],
      note: "optional",
      sets: (_, { instructedOn }, { today }) => ({ instructedOn: instructedOn ?? today }),
    },
    close: {
      label: "答复办结",
      from: ["received"],
      to: "closed",
      by: "committee.receive",
      holder: true,
      asks: ["reply"],
      takes: ["meeting", "issuedNumber", "issuedOn"],
      note: "optional",
      refuse: (row, given) =>
        row.kind === "submission" && textOf(given.reply).startsWith("同意") && !given.issuedNumber
          ? { code: "committee.submission_needs_number" }
          : undefined,
    },
    withdraw: { label: "撤回", from: ["draft", "sent"], to: "withdrawn", by: "committee.report", note: "required" },
  },
});
