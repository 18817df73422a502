/** 印发: a document or a launch as it was approved, issued and sent; who received it and handed on what it asks. PT-0.1, TY-3.1.1 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { finding } from "../tasks/ledgers.ts";
import { issueKinds } from "./kinds.ts";

const required = true;
const readOnly = true;
export const ISSUE = "policy-tasks.issue";

export const issue = defineLedger(ISSUE, {
  label: "文件印发",
  counter: "份",
  title: "title",
  fields: {
    title: text("文件", { required, max: 120 }),
    kind: choice("类别", issueKinds, { required, indexed: true }),
    pack: text("政策包", { max: 20, indexed: true }),
    clause: text("条款", { max: 40 }),
    issuer: organ("印发单位", { required }),
    documentNumber: text("文号", { max: 80 }),
    issuedOn: day("印发日期", { required, indexed: true }),
    meeting: text("审议会议", { max: 120 }),
    meetingNumber: text("会议届次", { max: 40, help: "如 第 23 次" }),
    meetingOn: day("会议日期"),
    replyBy: day("分解期限", { help: "收文单位把任务分到岗的最后一天" }),
    content: long("部署内容", { max: 4_000 }),
    finding: ref("针对的问题", finding),
    papers: files("文件", { max: 10 }),
    sent: integer("发往", { readOnly, unit: "家" }),
    received: integer("已签收", { readOnly, unit: "家" }),
    assigned: integer("已分解", { readOnly, unit: "家" }),
  },
  search: ["title", "documentNumber"],
  list: {
    columns: ["title", "kind", "issuer", "area", "documentNumber", "issuedOn", "sent", "received", "assigned"],
    filters: ["area", "kind", "pack", "issuer", "issuedOn", "finding"],
    sort: "-issuedOn",
  },
  views: {
    launches: { label: "动员部署", where: { kind: "launch" }, sort: "-issuedOn" },
    measures: { label: "治本举措", where: { kind: "measure" }, sort: "-issuedOn" },
  },
  derive: ({ sent, received, assigned }) => ({ sent: sent ?? 0, received: received ?? 0, assigned: assigned ?? 0 }),
  check: ({ meetingOn, issuedOn, replyBy }) => [
    ...(meetingOn && issuedOn && meetingOn > issuedOn ? [{ field: "meetingOn", code: "policy-tasks.meeting_after_issue" }] : []),
    ...(replyBy && issuedOn && replyBy < issuedOn ? [{ field: "replyBy", code: "policy-tasks.reply_before_issue" }] : []),
  ],
});
