/** 消防安全管理办公室 of a street or town: one row a town, there or not, so that a town without one is a row too. PT-2.2.2.1, TY-2.4.1.5 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, text, yes } from "#platform/ledger/fields.ts";
import { bodyStates } from "../domain/kinds.ts";

const required = true;

export const office = defineLedger("grassroots.office", {
  label: "消防安全管理办公室",
  counter: "个",
  title: "town",
  place: "point",
  fields: {
    town: text("乡镇（街道）", { required, unique: true, max: 80, group: "设立" }),
    status: choice("设立情况", bodyStates, { required, indexed: true, group: "设立" }),
    host: text("依托机构", { max: 80, help: "平安办、综治办、安监站等", group: "设立" }),
    document: text("设立文件", { max: 120, group: "设立" }),
    documentFiles: files("文件", { max: 3, group: "设立" }),
    setOn: day("设立日期", { group: "设立" }),
    address: text("地址", { max: 200, group: "设立" }),
    phone: text("办公电话", { max: 20, format: "phone", group: "设立" }),
    director: text("主任", { max: 40, group: "人员" }),
    directorPost: choice("主任职务", { safety: "平安办负责人", other: "其他负责人" }, { indexed: true, group: "人员" }),
    directorFits: yes("主任符合要求", { readOnly: true, group: "人员" }),
    officer: text("专责人员", { max: 40, group: "人员" }),
    staff: integer("人员", { unit: "人", min: 0, max: 200, group: "人员" }),
    partyLead: text("党组织牵头人", { max: 40, group: "四方作用" }),
    governmentLead: text("政府牵头人", { max: 40, group: "四方作用" }),
    selfLead: text("自治组织牵头人", { max: 40, group: "四方作用" }),
    socialLead: text("社会力量牵头人", { max: 40, group: "四方作用" }),
    standardScore: integer("对标自评", { unit: "分", min: 0, max: 100, help: "对照工作标准与机制自评", group: "自评" }),
    verifiedScore: integer("核实得分", { unit: "分", min: 0, max: 100, group: "自评" }),
    verifiedBy: text("核实人", { max: 40, group: "自评" }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["town", "director"],
  list: {
    columns: ["town", "area", "status", "host", "director", "directorPost", "staff", "phone", "setOn"],
    filters: ["area", "status", "directorPost"],
    sort: "town",
  },
  views: {
    missing: { label: "未设立", where: { status: { not: "set" } } },
    wrongDirector: { label: "主任不符合要求", where: { status: "set", directorPost: { not: "safety" } } },
    noOfficer: { label: "无专责人员", where: { officer: { set: false } } },
  },
  derive: (row) => ({ directorFits: row.status === "set" ? row.directorPost === "safety" : null }),
  check: (row) =>
    row.status === "set"
      ? (["document", "director"] as const).flatMap((field) => (row[field] ? [] : [{ field, code: "grassroots.set_without" }]))
      : [],
});

/** 工作日志: what an office, a street's departments or the public did, typed, so that a month can be counted. PT-2.2.2.6, PT-1.4, TY-2.4.1.4 */
export const activity = defineLedger("grassroots.activity", {
  label: "基层工作记录",
  counter: "次",
  title: "what",
  record: { on: "doneOn", lockDays: 14 },
  fields: {
    doneOn: day("日期", { required }),
    kind: choice(
      "类别",
      {
        inspection: "防火巡查检查",
        analysis: "分析研判",
        campaign: "专项治理",
        publicity: "宣传",
        training: "培训",
        drill: "演练",
        guidance: "指导居（村）",
        study: "专题研究",
        visit: "入户走访",
      },
      { required, indexed: true },
    ),
    side: choice(
      "哪一方",
      { street: "街道乡镇", department: "部门联合", self: "居村自治", public: "群众参与" },
      { required, indexed: true },
    ),
    what: text("做了什么", { required, max: 200 }),
    by: text("组织者", { required, max: 60 }),
    people: integer("参加人数", { unit: "人", min: 0, max: 100_000 }),
    households: integer("涉及户数", { unit: "户", min: 0, max: 100_000 }),
    found: integer("发现问题", { unit: "处", min: 0, max: 10_000 }),
    result: long("结果", { max: 2_000 }),
    photos: files("照片", { max: 9 }),
  },
  search: ["what", "by"],
  list: {
    columns: ["doneOn", "kind", "side", "what", "area", "by", "people", "found"],
    filters: ["area", "kind", "side", "doneOn"],
    sort: "-doneOn",
  },
  views: { studies: { label: "专题研究", where: { kind: "study" } } },
});
