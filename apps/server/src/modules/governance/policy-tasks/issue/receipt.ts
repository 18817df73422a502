/** 文件签收: one addressee's side of a document. It acknowledges it, hands on the tasks inside, or says why there are none. PT-0.1 */
import { sql } from "kysely";
import { defineCase } from "#platform/case/define.ts";
import type { Tx } from "#platform/db.ts";
import { choice, day, files, integer, long, organ, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { issueKinds } from "./kinds.ts";

export const RECEIPT = "policy-tasks.receipt";
const required = true;
const readOnly = true;

async function tasksOf(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from policy_tasks.task
    where source_kind = 'document' and source_id = ${id} and state <> 'withdrawn' and deleted_at is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

export const receipt = defineCase(RECEIPT, {
  label: "文件签收",
  counter: "份",
  title: "title",
  fields: {
    title: text("文件", { required, readOnly, max: 120 }),
    kind: choice("类别", issueKinds, { required, readOnly, indexed: true }),
    organ: organ("收文单位", { required, readOnly }),
    issueId: text("印发编号", { required, readOnly, internal: true, max: 40, indexed: true }),
    issuer: organ("印发单位", { required, readOnly }),
    documentNumber: text("文号", { readOnly, max: 80 }),
    issuedOn: day("印发日期", { required, readOnly }),
    meeting: text("审议会议", { readOnly, max: 200 }),
    pack: text("政策包", { readOnly, max: 20 }),
    content: long("部署内容", { readOnly, max: 4_000 }),
    papers: files("文件", { readOnly, max: 10 }),
    replyBy: day("分解期限", { readOnly }),
    owner: text("承办人", { max: 60 }),
    receivedOn: day("签收日期", { readOnly }),
    tasks: integer("分解任务", { readOnly, unit: "项" }),
    assignedOn: day("分解日期", { readOnly }),
  },
  search: ["title", "documentNumber"],
  list: {
    columns: ["title", "organ", "area", "issuer", "issuedOn", "state", "dueAt", "receivedOn", "tasks"],
    filters: ["area", "state", "kind", "organ", "issuedOn", "issueId"],
    sort: "-issuedOn",
  },
  views: {
    open: { label: "未办结", where: { open: true }, sort: "dueAt" },
    toReceive: { label: "待签收", where: { state: "toReceive" }, sort: "dueAt" },
    overdue: { label: "逾期", where: { open: true, dueAt: { before: "now" } }, sort: "dueAt" },
  },
  reminders: [
    { level: 1, working: 0 },
    { level: 2, working: 2, escalates: true },
  ],
  states: {
    toReceive: { label: "待签收", step: "签收", due: { working: 2 } },
    toAssign: { label: "待分解", step: "分解", due: { field: "replyBy" } },
    assigned: { label: "已分解", end: true },
    noted: { label: "阅知", end: true },
    recalled: { label: "已收回", end: true },
  },
  start: "toReceive",
  example: {
    title: "基层消防治理意见",
    kind: "document",
    organ: "01997c2e-8f00-7000-8000-000000000002",
    issueId: "01997c2e-8f00-7000-8000-000000000001",
    issuer: "01997c2e-8f00-7000-8000-000000000003",
    issuedOn: "2026-03-13",
    owner: "王建国",
  },
  moves: {
    receive: {
      label: "签收",
      from: ["toReceive"],
      to: "toAssign",
      by: "policy-tasks.handle",
      holder: true,
      takes: ["owner"],
      note: "optional",
      sets: (_, __, { today }) => ({ receivedOn: today }),
    },
    assign: {
      label: "分解完毕",
      from: ["toAssign"],
      to: "assigned",
      by: "policy-tasks.handle",
      holder: true,
      note: "optional",
      closed: (row) => (Number(row.tasks ?? 0) > 0 ? undefined : { code: "policy-tasks.nothing_assigned" }),
      ready: async ({ tx }, row) => ok({ assignedTasks: await tasksOf(tx, row.id) }),
      refuse: (_, { assignedTasks }) => (assignedTasks === 0 ? { code: "policy-tasks.nothing_assigned" } : undefined),
      sets: (_, __, { today }) => ({ assignedOn: today }),
    },
    note: {
      label: "无需分解",
      from: ["toAssign"],
      to: "noted",
      by: "policy-tasks.handle",
      holder: true,
      note: "required",
    },
    recall: {
      label: "收回",
      from: ["toReceive", "toAssign"],
      to: "recalled",
      by: "policy-tasks.issue.send",
      note: "required",
      closed: (row, { actor }) => (actor?.organId === row.organ ? { code: "policy-tasks.recalled_by_sender" } : undefined),
    },
    // The machine's own: nobody is granted it.
    count: {
      label: "分解任务",
      from: ["toAssign"],
      to: "same",
      by: "policy-tasks.machine",
      note: "optional",
      sets: (row, { raised }) => ({ tasks: Number(row.tasks ?? 0) + Number(raised ?? 0) }),
    },
  },
});
