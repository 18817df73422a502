/** What belongs to one meeting: agenda with its minutes and the figures it saw, who came, what was resolved. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, moment, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { agendaKinds, attendeeKinds, presence, resolutionKinds, spreads } from "./domain/kinds.ts";
import { meeting } from "./meeting.ts";

const required = true;
const readOnly = true;

export const agenda = defineLedger("committee.agenda", {
  label: "议题",
  counter: "项",
  title: "title",
  partOf: "meeting",
  fields: {
    meeting: ref("会议", meeting, { required }),
    ord: integer("序号", { required, min: 1, max: 60 }),
    title: text("议题", { required, max: 120 }),
    kind: choice("类别", agendaKinds, { required }),
    presenterOrgan: organ("汇报单位"),
    presenter: text("汇报人", { max: 60 }),
    minutesLong: integer("用时", { unit: "分", min: 1, max: 600 }),
    clause: text("条款", { max: 40 }),
    materials: files("材料", { max: 20 }),
    shows: table("会上所用数据", { measure: text("指标", { required, max: 80 }), area: integer("地区", { required }) }, { max: 6 }),
    seen: table(
      "会上所见",
      {
        label: text("指标", { max: 80 }),
        area: text("地区", { max: 60 }),
        value: text("数值", { max: 40 }),
        words: text("说明", { max: 200 }),
      },
      { readOnly, max: 12 },
    ),
    seenAt: moment("冻结时间", { readOnly }),
    minutesText: long("纪要", { readOnly, max: 8_000 }),
    setAside: table("不作任务的句子", { text: text("句子", { required, max: 600 }) }, { readOnly, max: 60 }),
    savedAt: moment("草稿保存", { readOnly }),
  },
  search: ["title"],
  list: {
    columns: ["meeting", "ord", "title", "kind", "presenterOrgan", "presenter", "minutesLong"],
    filters: ["area", "meeting", "kind", "presenterOrgan"],
    sort: "ord",
  },
});

export const attendee = defineLedger("committee.attendee", {
  label: "参会单位",
  counter: "个",
  title: "name",
  partOf: "meeting",
  fields: {
    meeting: ref("会议", meeting, { required }),
    kind: choice("类别", attendeeKinds, { required, indexed: true }),
    organ: organ("单位", { required }),
    name: text("应到人", { required, max: 60 }),
    post: text("职务", { max: 60 }),
    presence: choice("到会", presence, { required, indexed: true }),
    deputy: text("代会人", { max: 60 }),
    reason: text("请假事由", { max: 200 }),
    ord: integer("排序", { min: 0, max: 999 }),
    heldOn: day("召开日期", { readOnly, indexed: true }),
  },
  search: ["name"],
  list: {
    columns: ["meeting", "organ", "name", "post", "kind", "presence", "deputy", "reason"],
    filters: ["area", "meeting", "organ", "kind", "presence", "heldOn"],
    sort: "ord",
  },
});

/** 议定事项: a sentence of the minutes that became a task or a decision, with its place in the text. */
export const resolution = defineLedger("committee.resolution", {
  label: "议定事项",
  counter: "项",
  title: "title",
  partOf: "meeting",
  fields: {
    meeting: ref("会议", meeting, { required, readOnly }),
    agenda: ref("议题", agenda, { required, readOnly }),
    kind: choice("类别", resolutionKinds, { required, readOnly, indexed: true }),
    title: text("事项", { required, readOnly, max: 200 }),
    words: text("原句", { readOnly, max: 600 }),
    start: integer("起", { required, readOnly, internal: true }),
    end: integer("止", { required, readOnly, internal: true }),
    spread: choice("承办范围", spreads, { required, readOnly }),
    organ: organ("承办单位", { readOnly }),
    supports: table("配合单位", { organ: text("单位标识", { required, max: 40 }), name: text("单位", { max: 80 }) }, { readOnly, max: 20 }),
    owner: text("责任人", { readOnly, max: 60 }),
    dueOn: day("期限", { readOnly, indexed: true }),
    clause: text("条款", { readOnly, max: 40 }),
    issuedOn: day("签发日期", { readOnly, indexed: true }),
    tasks: integer("交办", { readOnly, unit: "份" }),
    carriedOut: yes("已落实", { readOnly, indexed: true }),
  },
  search: ["title", "words", "owner"],
  list: {
    columns: ["meeting", "title", "kind", "organ", "spread", "owner", "dueOn", "clause", "issuedOn", "carriedOut"],
    filters: ["area", "meeting", "kind", "organ", "dueOn", "issuedOn", "carriedOut", "agenda"],
    sort: "-issuedOn",
  },
  views: {
    tasks: { label: "任务", where: { kind: "task" }, sort: "dueOn" },
    decisions: { label: "决定", where: { kind: "decision" }, sort: "-issuedOn" },
    open: { label: "未落实", where: { kind: "task", issuedOn: { set: true }, carriedOut: false }, sort: "dueOn" },
  },
});
