/**
 * A meeting from 拟题 to 跟踪: topics, notice with receipts, the meeting itself with the figures it saw, minutes whose marked sentences become
 * tasks, and those tasks followed until done. Moves that do more than change the row go through routes of their own (`convene.ts`, `issue.ts`).
 * SH-1.3, SH-1.9, JX-1.1.1, JX-1.1.2, QZ-2.1.2, PT-3.2.3, TY-2.4.1.1
 */
import { sql } from "kysely";
import { defineCase, type Ready } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { choice, day, integer, moment, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { committee } from "./committee.ts";
import { levels, meetingKinds, themes } from "./domain/kinds.ts";
import { actsFor, findCommittee } from "./people.ts";

export const MEETING = "committee.meeting";
const required = true;
const readOnly = true;

/** Its own office cancels it, and everybody who was sent a notice hears so. */
const tellCancelled: Ready = async ({ tx, actor, now }, row, { note }) => {
  const committee = typeof row.committee === "string" ? await findCommittee(tx, row.committee) : undefined;
  if (committee ? !actsFor(actor, committee) : actor.organId !== row.organ)
    return refuse("forbidden", "committee.not_its_office", { name: committee?.name ?? String(row.title) });
  if (typeof note !== "string" || note.trim() === "") return ok({});
  const { rows } = await sql<{ organ: string }>`select distinct to_organ as organ from platform.request
    where case_name = ${MEETING} and case_id = ${row.id} and kind in ('attend', 'material')`.execute(tx);
  const title = String(row.title);
  for (const { organ: told } of rows)
    await tellOrgan(tx, {
      caseName: MEETING,
      caseId: row.id,
      area: row.area,
      organ: told,
      note: `会议取消：${title}。${note.trim()}`.slice(0, 400),
      subject: title,
      at: now,
    });
  return ok({});
};

export const meeting = defineCase(MEETING, {
  label: "会议",
  counter: "次",
  title: "title",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    title: text("会议名称", { required, max: 120 }),
    kind: choice("类别", meetingKinds, { required, indexed: true }),
    level: choice("层级", levels, { required, readOnly, indexed: true }),
    theme: choice("主题", themes, { required, indexed: true }),
    industry: text("行业", { max: 60 }),
    committee: ref("消安委", committee),
    organ: organ("召集单位", { required, readOnly }),
    beginsAt: moment("会议时间", { required }),
    place: text("地点", { max: 80 }),
    presider: text("主持", { max: 60 }),
    recorder: text("记录", { max: 60 }),
    noticedOn: day("通知日期", { readOnly }),
    heldOn: day("召开日期", { readOnly, indexed: true }),
    minutesDueOn: day("纪要期限", { readOnly }),
    issuedOn: day("签发日期", { readOnly }),
    minutesNumber: text("纪要文号", { readOnly, max: 60 }),
    issuedBy: text("签发人", { readOnly, max: 60 }),
    frozenAt: moment("数据冻结", { readOnly }),
    snapshot: text("快照", { readOnly, internal: true, max: 40 }),
    sm3: text("快照校验值", { readOnly, max: 64 }),
    items: integer("议题", { readOnly, unit: "项" }),
    expected: integer("应到", { readOnly, unit: "人" }),
    attended: integer("到会", { readOnly, unit: "人" }),
    present: integer("实到", { readOnly, unit: "人" }),
    deputed: integer("代会", { readOnly, unit: "人" }),
    onLeave: integer("请假", { readOnly, unit: "人" }),
    tasks: integer("任务", { readOnly, unit: "项" }),
    decisions: integer("决定", { readOnly, unit: "项" }),
    cancelWhy: text("取消原因", { readOnly, max: 200 }),
  },
  search: ["number", "title", "presider"],
  list: {
    columns: ["number", "title", "kind", "area", "beginsAt", "state", "expected", "attended", "tasks", "issuedOn"],
    filters: ["area", "state", "kind", "level", "theme", "committee", "organ", "heldOn", "beginsAt"],
    sort: "-beginsAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "beginsAt" },
    coming: { label: "待召开", where: { state: ["topics", "noticed"] }, sort: "beginsAt" },
    minutes: { label: "纪要中", where: { state: ["held", "minutes"] }, sort: "beginsAt" },
    tracking: { label: "跟踪中", where: { state: "tracking" }, sort: "-beginsAt" },
    government: { label: "政府会议", where: { kind: ["executive", "office"] }, sort: "-beginsAt" },
  },
  reminders: [
    { level: 1, working: -1 },
    { level: 2, working: 0 },
  ],
  requests: {
    attend: {
      label: "会议通知",
      due: { working: 1 },
      by: "committee.convene",
      to: "named",
      answer: "reply",
      from: ["topics", "noticed"],
    },
    material: {
      label: "征集材料",
      due: { working: 3 },
      by: "committee.convene",
      to: "named",
      answer: "reply",
      from: ["topics", "noticed"],
    },
    cosign: { label: "会签", due: { working: 1 }, by: "committee.convene", to: "named", answer: "decision", from: ["held", "minutes"] },
    copy: {
      label: "抄告",
      due: { working: 10 },
      by: "committee.convene",
      to: "named",
      answer: "reply",
      numbered: "消安抄",
      from: ["held", "minutes", "tracking"],
    },
  },
  states: {
    topics: { label: "拟题", due: { field: "beginsAt" } },
    noticed: { label: "已通知", step: "通知", due: { field: "beginsAt" } },
    held: { label: "召开", due: { working: 1 } },
    minutes: { label: "纪要", due: { field: "minutesDueOn" } },
    tracking: { label: "跟踪" },
    closed: { label: "办结", end: true },
    cancelled: { label: "已取消", end: true },
  },
  start: "topics",
  example: {
    number: "HY2026-003",
    title: "市消安委 2026 年第一次全体会议",
    kind: "plenary",
    level: "city",
    theme: "general",
    organ: "01997c2e-8f00-7000-8000-000000000002",
    beginsAt: "2026-03-18T01:00:00Z",
    place: "市行政中心 301",
    presider: "副市长 何剑锋",
    recorder: "林晓东",
  },
  moves: {
    // The machine's own: their routes do what belongs to them and then move. Nobody is granted the right itself.
    notify: {
      label: "发通知",
      from: ["topics"],
      to: "noticed",
      by: "committee.machine",
      note: "optional",
      sets: (_, __, { today }) => ({ noticedOn: today }),
    },
    hold: {
      label: "召开",
      from: ["topics", "noticed"],
      to: "held",
      by: "committee.machine",
      note: "optional",
      sets: (_, { heldOn, frozenAt, snapshot, sm3 }) => ({ heldOn, frozenAt, snapshot, sm3 }),
    },
    issue: {
      label: "签发纪要",
      from: ["minutes"],
      to: "tracking",
      by: "committee.machine",
      note: "optional",
      sets: (_, { minutesNumber, issuedBy, tasks, decisions }, { today }) => ({
        issuedOn: today,
        minutesNumber,
        issuedBy,
        tasks,
        decisions,
      }),
    },
    draft: {
      label: "起草纪要",
      from: ["held"],
      to: "minutes",
      by: "committee.convene",
      note: "optional",
      ready: async ({ tx, today }) => {
        const { rows } = await sql<{ day: string }>`select (${today}::date + 2)::text as day`.execute(tx);
        return ok({ minutesBy: rows[0]?.day ?? today });
      },
      sets: (_, { minutesBy }) => ({ minutesDueOn: minutesBy }),
    },
    close: {
      label: "办结归档",
      from: ["tracking"],
      to: "closed",
      by: "committee.convene",
      note: "optional",
      ready: async ({ tx }, row) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from policy_tasks.task
          where source_kind = 'minutes' and source_id = ${row.id} and closed_at is null and deleted_at is null`.execute(tx);
        return ok({ openTasks: rows[0]?.n ?? 0 });
      },
      refuse: (_, { openTasks }) =>
        typeof openTasks === "number" && openTasks > 0 ? { code: "committee.tasks_open", params: { n: openTasks } } : undefined,
    },
    cancel: {
      label: "取消会议",
      from: ["topics", "noticed"],
      to: "cancelled",
      by: "committee.convene",
      note: "required",
      ready: tellCancelled,
      sets: (_, { note }) => ({ cancelWhy: String(note ?? "").slice(0, 200) }),
    },
    note: {
      label: "备注",
      from: ["topics", "noticed", "held", "minutes", "tracking"],
      to: "same",
      by: "committee.convene",
      note: "required",
    },
  },
});
