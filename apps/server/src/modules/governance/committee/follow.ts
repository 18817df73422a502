/** 专班 and the visits it and the committee make: guidance given, what was found, when somebody looks again. JX-1.1.6, PT-3.2.2, TY-4.1.2 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { followUpWays } from "./domain/kinds.ts";

const required = true;

export const taskForce = defineLedger("committee.task-force", {
  label: "工作专班",
  counter: "个",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80 }),
    government: organ("成立单位", { required }),
    leader: text("组长", { required, max: 60 }),
    members: table(
      "成员",
      { name: text("姓名", { required, max: 40 }), organ: text("单位", { max: 80 }), beat: text("分工", { max: 80 }) },
      { max: 60 },
    ),
    task: text("任务", { required, max: 300 }),
    from: day("成立日期", { required }),
    until: day("撤销日期"),
    reportEveryDays: integer("听取汇报间隔", { unit: "天", min: 1, max: 366 }),
    papers: files("文件", { max: 6 }),
  },
  search: ["name", "leader"],
  list: { columns: ["name", "government", "area", "leader", "task", "from", "until"], filters: ["area", "from"], sort: "-from" },
  views: { current: { label: "在运行", where: { until: { set: false } } } },
});

export const followUp = defineLedger("committee.follow-up", {
  label: "督导跟进",
  counter: "次",
  title: "guidance",
  record: { on: "visitedOn", lockDays: 30 },
  fields: {
    organ: organ("被督导单位", { required }),
    force: ref("工作专班", taskForce),
    visitedOn: day("日期", { required }),
    way: choice("方式", followUpWays, { required, indexed: true }),
    visitors: text("督导人", { required, max: 120 }),
    found: long("发现的问题", { max: 2_000 }),
    guidance: long("指导意见", { required, max: 2_000 }),
    nextOn: day("下次跟进", { indexed: true }),
    papers: files("材料", { max: 12 }),
  },
  list: {
    columns: ["organ", "area", "visitedOn", "way", "visitors", "guidance", "nextOn"],
    filters: ["area", "organ", "way", "visitedOn", "force"],
    sort: "-visitedOn",
  },
  views: { due: { label: "该跟进", where: { nextOn: { before: "today" } }, sort: "nextOn" } },
});
