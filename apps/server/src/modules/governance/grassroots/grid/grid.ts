/** 网格员 with areas and a patrol plan, and what they did: 巡查. The newest patrol speaks for the member. TY-2.6.2.3, QZ-3.1.3 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, moment, person, ref, table, text, yes } from "#platform/ledger/fields.ts";

const required = true;

export const gridMember = defineLedger("grassroots.grid-member", {
  label: "网格员",
  counter: "人",
  title: "name",
  fields: {
    name: text("姓名", { required, max: 40, group: "人员" }),
    kind: choice("类别", { full: "专职", part: "兼职", volunteer: "志愿" }, { required, indexed: true, group: "人员" }),
    user: person("账号", { group: "人员", help: "用来统计他登记的隐患和办理的任务" }),
    phone: text("手机", { max: 20, format: "phone", personal: "contact", group: "人员" }),
    status: choice("状态", { active: "在岗", left: "离任" }, { required, indexed: true, group: "人员" }),
    grids: table(
      "责任网格",
      { name: text("网格", { required }), households: integer("户数", { min: 0, max: 20_000 }) },
      { max: 40, group: "片区" },
    ),
    objects: integer("对象数", { unit: "家", min: 0, max: 5_000, help: "片区内单位、场所、出租房", group: "片区" }),
    patrolsAMonth: integer("每月巡查计划", { unit: "次", min: 0, max: 200, group: "片区" }),
    moduleInUse: yes("使用消防模块", { indexed: true, group: "片区", help: "网格平台已接入消防模块" }),
    lastPatrolOn: day("最近巡查", { readOnly: true, indexed: true, group: "情况" }),
    trainedOn: day("最近培训", { readOnly: true, indexed: true, group: "情况" }),
    lastScore: integer("最近考核", { readOnly: true, unit: "分", group: "情况" }),
    appraisedOn: day("最近考核日期", { readOnly: true, indexed: true, group: "情况" }),
  },
  search: ["name"],
  list: {
    columns: ["name", "kind", "area", "objects", "patrolsAMonth", "lastPatrolOn", "lastScore", "status", "moduleInUse"],
    filters: ["area", "kind", "status", "moduleInUse", "lastPatrolOn"],
    sort: "name",
  },
  views: {
    active: { label: "在岗", where: { status: "active" } },
    idle: {
      label: "15 天未巡查",
      where: { status: "active", any: [{ lastPatrolOn: { set: false } }, { lastPatrolOn: { before: "today-15d" } }] },
    },
    unplanned: { label: "无巡查计划", where: { status: "active", any: [{ patrolsAMonth: { set: false } }, { patrolsAMonth: 0 }] } },
  },
  purpose: "网格消防巡查与联系；离任满一年后清除",
});

export const patrol = defineLedger("grassroots.patrol", {
  label: "网格巡查",
  counter: "次",
  title: "foundWords",
  place: "point",
  record: { on: "patrolledOn", lockDays: 3 },
  partOf: "member",
  fields: {
    member: ref("网格员", gridMember, { required }),
    patrolledOn: day("巡查日期", { required }),
    beganAt: moment("开始时间"),
    endedAt: moment("结束时间", { readOnly: true }),
    route: text("巡查范围", { required, max: 200 }),
    objects: integer("查看对象", { required, unit: "家", min: 0, max: 500 }),
    problems: integer("发现问题", { required, unit: "处", min: 0, max: 200 }),
    onSpot: integer("当场改正", { unit: "处", min: 0, max: 200 }),
    foundWords: text("巡查情况", { required, max: 300 }),
    points: table(
      "到访点",
      { place: text("地点"), at: moment("时间"), fine: yes("未见异常"), note: text("情况") },
      { readOnly: true, help: "手机巡查逐点记下" },
    ),
    photos: files("照片", { max: 9 }),
    via: choice("登记方式", { console: "本系统", embedded: "基层平台", phone: "手机" }, { indexed: true, readOnly: true }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["route", "foundWords"],
  list: {
    columns: ["member", "patrolledOn", "route", "area", "objects", "problems", "onSpot", "foundWords"],
    filters: ["area", "member", "patrolledOn", "problems", "via"],
    sort: "-patrolledOn",
  },
  views: { problems: { label: "有问题", where: { problems: { from: 1 } } } },
  keeps: { on: "patrolledOn", set: { lastPatrolOn: "patrolledOn" } },
  check: (row) => ((row.onSpot ?? 0) > (row.problems ?? 0) ? [{ field: "onSpot", code: "grassroots.more_than_found" }] : []),
});
