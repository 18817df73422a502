/** The unit's file: rules, procedures and plans with editions; persons of each post; equipment; group companies with staff and budget. SH-1.16, JX-2.2.10, JX-3.1.1, JX-3.2.1. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, ref, table, text } from "#platform/ledger/fields.ts";
import { required } from "./words.ts";

export const documentKinds = {
  rule: "消防安全制度",
  procedure: "消防安全操作规程",
  plan: "灭火和应急疏散预案",
  organisation: "消防安全组织机构",
} as const;
export const document = defineLedger("unit-management.document", {
  label: "制度与预案",
  counter: "份",
  title: "name",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    kind: choice("类别", documentKinds, { required, indexed: true }),
    name: text("名称", { required, max: 100 }),
    edition: integer("版次", { required, min: 1, max: 999 }),
    inForceOn: day("施行日期", { required, indexed: true }),
    reviewBy: day("下次评审"),
    state: choice("状态", { inForce: "施行", replaced: "已替换" }, { required, indexed: true }),
    roles: table("分工", { post: text("岗位"), person: text("人员"), task: text("任务") }),
    routes: long("疏散路线", { max: 1_000 }),
    body: long("内容", { max: 4_000 }),
    papers: files("文件"),
  },
  search: ["name"],
  list: {
    columns: ["name", "unit", "kind", "edition", "inForceOn", "reviewBy", "state", "area"],
    filters: ["area", "kind", "state", "reviewBy", "unit"],
    sort: "-inForceOn",
  },
  views: {
    inForce: { label: "施行中", where: { state: "inForce" } },
    expired: { label: "到期未评审", where: { state: "inForce", reviewBy: { before: "today" } }, sort: "reviewBy" },
    plans: { label: "预案", where: { kind: "plan", state: "inForce" } },
  },
});

export const posts = {
  responsible: "消防安全责任人",
  manager: "消防安全管理人",
  section: "部门负责人",
  post: "岗位责任人",
  operator: "消防控制室操作员",
  guide: "疏散引导员",
  legalPerson: "物业企业法人",
  projectManager: "项目经理（主管）",
  securityHead: "保安部负责人",
  guard: "项目保安队长（保安员）",
  electrician: "电工",
} as const;
export const responsible = defineLedger("unit-management.responsible", {
  label: "岗位责任人",
  counter: "人",
  title: "name",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    estate: ref("物业项目", "unit-management.estate"),
    post: choice("岗位", posts, { required, indexed: true }),
    section: text("部门或区域", { max: 60 }),
    name: text("姓名", { required, max: 40 }),
    phone: text("电话", { max: 20, format: "phone", personal: "contact" }),
    duties: long("职责", { max: 1_000, help: "物业五类岗位不填时按规则文件的职责" }),
    since: day("任职日期"),
    acknowledgedOn: day("签收日期"),
    certificate: text("证书", { max: 60 }),
    signature: files("签收件"),
  },
  search: ["name", "section"],
  list: {
    columns: ["name", "unit", "post", "section", "estate", "acknowledgedOn", "certificate", "area"],
    filters: ["area", "post", "acknowledgedOn", "unit", "estate"],
  },
  views: { open: { label: "未签收职责", where: { acknowledgedOn: { set: false } } } },
  purpose: "落实岗位消防安全责任的联系（消防法 第十六条）；离岗后随修改清除",
});

export const equipmentItems = {
  extinguisher: "灭火器",
  emergencyLight: "应急照明灯",
  exitSign: "疏散指示标志",
  smokeDetector: "独立式感烟探测器",
  escapeMask: "过滤式消防自救呼吸器",
  fireBlanket: "灭火毯",
  hydrantBox: "室内消火栓箱",
  other: "其他",
} as const;
export const equipment = defineLedger("unit-management.equipment", {
  label: "器材清单",
  counter: "项",
  title: "place",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    item: choice("器材", equipmentItems, { required, indexed: true }),
    model: text("型号", { max: 60 }),
    count: integer("数量", { required, min: 0, max: 100_000 }),
    place: text("位置", { required, max: 100 }),
    madeOn: day("出厂日期"),
    checkedOn: day("最近检查"),
    expiresOn: day("到期"),
    state: choice("状况", { good: "完好", poor: "需维修", scrap: "报废" }, { required, indexed: true }),
  },
  search: ["place", "model"],
  list: {
    columns: ["item", "unit", "count", "place", "checkedOn", "expiresOn", "state", "area"],
    filters: ["area", "item", "state", "expiresOn", "unit"],
  },
  views: {
    expired: { label: "已到期", where: { expiresOn: { before: "today" } }, sort: "expiresOn" },
    bad: { label: "不完好", where: { state: ["poor", "scrap"] } },
  },
});

export const groupMember = defineLedger("unit-management.group-member", {
  label: "集团成员单位",
  counter: "家",
  title: "member",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("集团（上级单位）", "places.unit", { required }),
    member: ref("成员单位", "places.unit"),
    memberName: text("成员单位名称", { required, max: 100 }),
    tier: choice("层级", { group: "集团本级", second: "二级企业", third: "三级企业" }, { required, indexed: true }),
    responsible: text("责任人", { required, max: 40 }),
    manager: text("消防管理人", { max: 40 }),
    agreementOn: day("签订责任书"),
  },
  search: ["memberName", "responsible"],
  list: {
    columns: ["memberName", "unit", "tier", "responsible", "manager", "agreementOn", "area"],
    filters: ["area", "tier", "agreementOn", "unit"],
  },
  views: { unsigned: { label: "未签责任书", where: { agreementOn: { set: false } } } },
});

export const budget = defineLedger("unit-management.budget", {
  label: "消防经费",
  counter: "年",
  title: "year",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    year: integer("年度", { required, min: 2000, max: 2100, indexed: true }),
    planned: decimal("预算", { required, unit: "万元", min: 0, max: 1_000_000 }),
    spent: decimal("已用", { unit: "万元", min: 0, max: 1_000_000 }),
    staff: integer("专职消防人员", { unit: "人", min: 0, max: 10_000 }),
    parts: table("用途", { what: text("事项"), amount: decimal("金额", { unit: "万元" }) }),
  },
  list: { columns: ["unit", "year", "planned", "spent", "staff", "area"], filters: ["area", "year", "unit"], sort: "-year" },
});
