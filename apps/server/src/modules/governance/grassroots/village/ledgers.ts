/** 村社工作: the village's own check, the notices it received, the training of its grid members. SH-1.14, TY-2.6.2.4 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, many, moment, ref, text, yes } from "#platform/ledger/fields.ts";
import { gridMember } from "../grid/grid.ts";

const required = true;
const readOnly = true;

/** What a village looks at by itself; what is ticked is wrong. */
export const villageItems = {
  lane: "消防通道被占",
  ebike: "电动车违规停放充电",
  wiring: "公共部位线路老化",
  extinguisher: "灭火器缺失或过期",
  hydrant: "消火栓无水或损坏",
  stairs: "楼道堆物",
  rental: "出租房隔断或铁栅栏",
  elderly: "独居老人家未走访",
} as const;

export const villageCheck = defineLedger("grassroots.village-check", {
  label: "村社自查",
  counter: "次",
  title: "by",
  record: { on: "checkedOn", lockDays: 7 },
  fields: {
    checkedOn: day("自查日期", { required }),
    by: text("自查人", { required, max: 40 }),
    wrong: many("不合格项", villageItems),
    found: integer("发现问题", { readOnly, unit: "处" }),
    mended: integer("已改正", { unit: "处", min: 0, max: 200 }),
    words: long("情况", { max: 1_000 }),
    photos: files("照片", { max: 9 }),
  },
  list: { columns: ["checkedOn", "area", "by", "found", "mended"], filters: ["area", "checkedOn", "found"], sort: "-checkedOn" },
  views: { wrong: { label: "有问题", where: { found: { from: 1 } } } },
  derive: (row) => ({ found: (row.wrong ?? []).length }),
});

/** One row a village: its people see no row of the town above them, so the words come with it. */
export const notice = defineLedger("grassroots.notice", {
  label: "村社通知",
  counter: "份",
  title: "title",
  fields: {
    title: text("标题", { required, readOnly, max: 100 }),
    words: long("内容", { required, readOnly, max: 4_000 }),
    sender: text("发送单位", { required, readOnly, max: 80 }),
    sentOn: day("发送日期", { required, readOnly, indexed: true }),
    readBy: day("签收期限", { required, readOnly }),
    readOn: day("签收日期", { readOnly, indexed: true }),
    reader: text("签收人", { readOnly, max: 40 }),
    reply: text("回复", { readOnly, max: 500 }),
    inTime: yes("按时签收", { readOnly, indexed: true }),
    batch: text("批次", { readOnly, internal: true, max: 40 }),
  },
  search: ["title", "sender"],
  list: {
    columns: ["title", "area", "sender", "sentOn", "readBy", "readOn", "reader", "reply"],
    filters: ["area", "sentOn", "readOn"],
    sort: "-sentOn",
  },
  views: {
    unread: { label: "未签收", where: { readOn: { set: false } } },
    late: { label: "逾期未签收", where: { readOn: { set: false }, readBy: { before: "today" } } },
  },
});

/** 网格员培训, person by person: it counts in his appraisal and the newest speaks for him. */
export const memberTraining = defineLedger("grassroots.member-training", {
  label: "网格员培训",
  counter: "人次",
  title: "topic",
  record: { on: "trainedOn", lockDays: 30 },
  partOf: "member",
  fields: {
    member: ref("网格员", gridMember, { required }),
    trainedOn: day("培训日期", { required }),
    topic: text("内容", { required, max: 120 }),
    way: choice("方式", { class: "集中授课", field: "现场实操", online: "线上学习" }, { required, indexed: true }),
    hours: decimal("学时", { required, unit: "学时", min: 0.5, max: 200 }),
    passed: yes("考试合格", { indexed: true }),
    by: text("组织单位", { max: 80 }),
    recordedAt: moment("登记时间", { readOnly, internal: true }),
  },
  search: ["topic"],
  list: {
    columns: ["member", "trainedOn", "topic", "area", "way", "hours", "passed"],
    filters: ["area", "member", "trainedOn", "way"],
    sort: "-trainedOn",
  },
  keeps: { on: "trainedOn", set: { trainedOn: "trainedOn" } },
});
