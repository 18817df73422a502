/** 约谈: one or many at one table, with minutes, issues, promises and a term; followed until it has improved, or held again. JX-1.2.5, PT-4.3.3, TY-1.8. */
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { effects, interviewKinds, interviewSubjects } from "./domain/kinds.ts";
import { listing } from "./listing.ts";

export const INTERVIEW = "supervision-listing.interview";
const required = true;
const readOnly = true;
type Line = Readonly<Record<string, unknown>>;
const lines = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as readonly Line[]) : []);
const isBlank = (value: unknown): boolean => typeof value !== "string" || value.trim() === "";

/** Everybody at the table is named, and has said what he will do. */
function attended(given: Given): MoveRefusal | undefined {
  const present = lines(given.attendees);
  const silent = present.find((line) => isBlank(line.who) || isBlank(line.attendee) || isBlank(line.pledge));
  return present.length === 0 || silent ? { code: "supervision-listing.every_attendee_pledges" } : undefined;
}
const inTime = (given: Given, { today }: MoveContext): MoveRefusal | undefined =>
  typeof given.dueOn === "string" && given.dueOn < today ? { code: "supervision-listing.due_in_past" } : undefined;

export const interview = defineCase(INTERVIEW, {
  label: "约谈",
  counter: "次",
  title: "title",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    title: text("约谈事由", { required, max: 200 }),
    kind: choice("方式", interviewKinds, { required, indexed: true }),
    subject: choice("对象类别", interviewSubjects, { required, indexed: true }),
    host: organ("约谈机构", { required, readOnly }),
    listing: ref("挂牌督办", listing),
    invited: table("约谈对象", { who: text("对象", { required, max: 80 }), why: text("问题", { max: 200 }) }, { max: 200 }),
    planOn: day("拟定日期", { required }),
    heldOn: day("约谈日期"),
    place: text("地点", { max: 80 }),
    leader: text("主谈人", { max: 60 }),
    attendees: table(
      "参加与承诺",
      {
        who: text("对象", { max: 80 }),
        attendee: text("参加人", { max: 40 }),
        post: text("职务", { max: 40 }),
        pledge: text("承诺", { max: 300 }),
      },
      { max: 200 },
    ),
    minutes: long("约谈纪要", { max: 4_000 }),
    issues: long("指出的问题", { max: 2_000 }),
    dueOn: day("整改期限"),
    nextOn: day("下次约谈"),
    papers: files("纪要与签到", { max: 20 }),
    followUps: integer("跟踪次数", { readOnly, unit: "次" }),
    effect: choice("效果", effects, { indexed: true }),
    effectWords: long("改进情况", { max: 1_000 }),
    endedOn: day("结束日期", { readOnly }),
    origin: text("由来", { readOnly, max: 200 }),
    originKey: text("由来的记录", { readOnly, max: 120, internal: true }),
  },
  search: ["number", "title"],
  list: {
    columns: ["number", "title", "kind", "subject", "area", "state", "planOn", "heldOn", "dueOn", "nextOn", "effect"],
    filters: ["area", "state", "kind", "subject", "listing", "effect", "heldOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    drafted: { label: "待确认", where: { state: "drafted" }, sort: "planOn" },
    planned: { label: "待约谈", where: { state: "planned" }, sort: "planOn" },
    overdue: { label: "逾期未改进", where: { state: "held", dueOn: { before: "today" } }, sort: "dueOn" },
  },
  reminders: [
    { level: 1, working: -2 },
    { level: 2, working: 0 },
    { level: 3, working: 5, escalates: true },
  ],
  states: {
    drafted: { label: "待确认", due: { working: 5 } },
    planned: { label: "待约谈", due: { field: "planOn" } },
    held: { label: "跟踪落实", due: { field: "dueOn" } },
    improved: { label: "已改进", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "planned",
  example: {
    number: "YT2026-002",
    title: "电动自行车违规充电问题突出",
    kind: "group",
    subject: "industry",
    host: "01997c2e-8f00-7000-8000-000000000001",
    invited: [{ who: "东风商厦", why: "3 处隐患逾期" }],
    planOn: "2026-03-25",
    heldOn: "2026-03-25",
    attendees: [{ who: "东风商厦", attendee: "王建军", post: "消防安全管理人", pledge: "4 月 10 日前全部整改" }],
    issues: "逾期隐患 3 处",
    minutes: "逐家通报问题，明确期限",
    dueOn: "2026-04-10",
    effect: "improved",
    effectWords: "3 处均已销号",
  },
  moves: {
    confirm: {
      label: "确认约谈",
      from: ["drafted"],
      to: "planned",
      by: "supervision-listing.confirm",
      holder: true,
      asks: ["planOn"],
      takes: ["title", "invited", "place", "leader"],
      refuse: (_, given, { today }) => (String(given.planOn) < today ? { code: "supervision-listing.due_in_past" } : undefined),
    },
    discard: {
      label: "不约谈",
      from: ["drafted"],
      to: "cancelled",
      by: "supervision-listing.confirm",
      holder: true,
      note: "required",
    },
    hold: {
      label: "记录约谈",
      from: ["planned"],
      to: "held",
      by: "supervision-listing.interview",
      asks: ["heldOn", "issues", "attendees", "dueOn"],
      takes: ["minutes", "leader", "place", "nextOn", "papers"],
      note: "optional",
      refuse: (_, given, context) =>
        attended(given) ??
        inTime(given, context) ??
        (String(given.heldOn) > context.today ? { code: "supervision-listing.held_in_future" } : undefined),
    },
    follow: {
      label: "跟踪",
      from: ["held"],
      to: "same",
      by: "supervision-listing.interview",
      takes: ["nextOn", "papers"],
      note: "required",
      sets: (row) => ({ followUps: Number(row.followUps ?? 0) + 1 }),
    },
    again: { label: "再次约谈", from: ["held"], to: "planned", by: "supervision-listing.interview", asks: ["planOn"], note: "required" },
    improve: {
      label: "改进销账",
      from: ["held"],
      to: "improved",
      by: "supervision-listing.interview",
      asks: ["effect", "effectWords"],
      note: "optional",
      refuse: (_, given) => (given.effect === "not" ? { code: "supervision-listing.not_improved" } : undefined),
      sets: (_, __, { today }) => ({ endedOn: today }),
    },
    cancel: { label: "取消", from: ["planned"], to: "cancelled", by: "supervision-listing.interview", note: "required" },
  },
});
