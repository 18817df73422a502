/** 村社: the fire body led by the two committees with its pledge, one row a village; 楼长; teams of mass prevention. TY-2.4.1.6, TY-2.4.1.7, SH-1.14 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, ref, text, yes } from "#platform/ledger/fields.ts";
import { bodyStates } from "../domain/kinds.ts";

const required = true;

export const villageBody = defineLedger("grassroots.village-body", {
  label: "村社消防组织",
  counter: "个",
  title: "village",
  fields: {
    village: text("村（社区）", { required, unique: true, max: 100, group: "组织" }),
    status: choice("设立情况", bodyStates, { required, indexed: true, group: "组织" }),
    leader: text("负责人", { max: 40, group: "组织" }),
    leaderPost: choice(
      "负责人职务",
      { secretary: "党组织书记", director: "村（居）委会主任", committee: "两委委员", other: "其他" },
      { indexed: true, group: "组织" },
    ),
    phone: text("联系电话", { max: 20, format: "phone", personal: "contact", group: "组织" }),
    members: integer("成员", { unit: "人", min: 0, max: 500, group: "组织" }),
    ledByCommittees: yes("两委牵头", { readOnly: true, indexed: true, group: "组织" }),
    setOn: day("设立日期", { group: "组织" }),
    document: text("设立依据", { max: 120, group: "组织" }),
    pledge: yes("村民防火公约", { indexed: true, group: "公约" }),
    pledgeText: long("公约内容", { max: 4_000, group: "公约" }),
    households: integer("户数", { unit: "户", min: 0, max: 50_000, group: "公约" }),
    signed: integer("签约户数", { unit: "户", min: 0, max: 50_000, group: "公约" }),
    patrolsAMonth: integer("每月巡查计划", { unit: "次", min: 0, max: 100, group: "巡查" }),
    lastActiveOn: day("工作台最近活动", { readOnly: true, indexed: true, group: "巡查" }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["village", "leader"],
  list: {
    columns: ["village", "area", "status", "leader", "leaderPost", "members", "pledge", "households", "signed", "setOn"],
    filters: ["area", "status", "leaderPost", "ledByCommittees", "pledge"],
    sort: "village",
  },
  views: {
    missing: { label: "未设立", where: { status: { not: "set" } } },
    notLed: { label: "非两委牵头", where: { status: "set", ledByCommittees: { not: true } } },
    noPledge: { label: "无防火公约", where: { pledge: { not: true } } },
    idle: { label: "30 天无活动", where: { any: [{ lastActiveOn: { set: false } }, { lastActiveOn: { before: "today-30d" } }] } },
  },
  purpose: "村社消防联络；换届后随修改清除",
  derive: (row) => ({
    ledByCommittees: row.status === "set" ? row.leaderPost !== undefined && row.leaderPost !== null && row.leaderPost !== "other" : null,
  }),
  check: (row) => [
    ...(row.status === "set" && !row.leader ? [{ field: "leader", code: "grassroots.set_without" }] : []),
    ...((row.signed ?? 0) > (row.households ?? 0) ? [{ field: "signed", code: "grassroots.more_than_households" }] : []),
  ],
});

/** 楼长: who looks after one building or staircase. */
export const warden = defineLedger("grassroots.warden", {
  label: "楼长",
  counter: "人",
  title: "name",
  fields: {
    name: text("姓名", { required, max: 40 }),
    phone: text("手机", { max: 20, format: "phone", personal: "contact" }),
    building: ref("建筑", "places.building"),
    buildingWords: text("负责楼栋", { required, max: 120 }),
    households: integer("户数", { unit: "户", min: 0, max: 5_000 }),
    status: choice("状态", { active: "在岗", left: "离任" }, { required, indexed: true }),
    since: day("聘任日期"),
    trainedOn: day("最近培训", { indexed: true }),
  },
  search: ["name", "buildingWords"],
  list: {
    columns: ["name", "buildingWords", "area", "households", "phone", "status", "trainedOn"],
    filters: ["area", "status", "trainedOn"],
    sort: "name",
  },
  views: { untrained: { label: "未培训", where: { status: "active", trainedOn: { set: false } } } },
  purpose: "楼栋消防联络；离任后随修改清除",
});

/** 群防群治队伍: neighbours, volunteers, traders who watch over each other. TY-3.2.3 */
export const team = defineLedger("grassroots.team", {
  label: "群防群治队伍",
  counter: "支",
  title: "name",
  fields: {
    name: text("名称", { required, max: 80 }),
    kind: choice(
      "类别",
      { brigade: "义务消防队", watch: "邻里守望", volunteer: "志愿者", trade: "商户联防", other: "其他" },
      { required, indexed: true },
    ),
    leader: text("负责人", { max: 40 }),
    phone: text("联系电话", { max: 20, format: "phone", personal: "contact" }),
    members: integer("人数", { required, unit: "人", min: 1, max: 5_000 }),
    status: choice("状态", { active: "在用", stopped: "停用" }, { required, indexed: true }),
    setOn: day("成立日期"),
    photos: files("照片", { max: 6 }),
  },
  search: ["name", "leader"],
  list: { columns: ["name", "kind", "area", "leader", "members", "status", "setOn"], filters: ["area", "kind", "status"], sort: "name" },
  purpose: "群防群治联络；负责人更换后随修改清除",
});
