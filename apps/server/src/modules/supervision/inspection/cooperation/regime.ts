/**
 * 事中事后监管: in an area that runs it, a unit opens on its own declaration and is checked afterwards within a window; and the advice and
 * technical service it may ask for. SH-2.7, SI-22, SI-23, TY-2.5.1.3.
 */
import { defineCase } from "#platform/case/define.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, organ, ref, text, yes } from "#platform/ledger/fields.ts";

const required = true;

export const regime = defineLedger("inspection.regime", {
  label: "事中事后监管区域",
  counter: "个",
  title: "name",
  fields: {
    name: text("区域", { required, max: 80 }),
    windowDays: integer("核查窗口", {
      required,
      min: 1,
      max: 365,
      unit: "工作日",
      help: "消防法 第十五条告知承诺：许可之日起 20 个工作日内核查",
    }),
    matters: long("适用事项", { required, max: 1_000 }),
    instrument: text("依据文件", { required, max: 200 }),
    from: day("实行日", { required }),
    until: day("截止"),
    advisory: yes("提供事前指导"),
  },
  list: { columns: ["name", "area", "windowDays", "from", "until", "instrument"], filters: ["area", "from"] },
});

export const commitment = defineCase("inspection.commitment", {
  label: "告知承诺核查",
  counter: "件",
  title: "matter",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    matter: text("承诺事项", { required, max: 200 }),
    regime: ref("适用区域", regime),
    declaredOn: day("承诺日", { required }),
    checkBy: day("核查期限", { required }),
    papers: files("承诺书"),
    advice: text("指导需求", { max: 300 }),
    adviceGiven: text("已给指导", { max: 500 }),
    checkedOn: day("核查日"),
    mismatch: long("不符之处", { max: 1_000 }),
    rectifyBy: day("改正期限"),
    revokeWhy: text("撤销理由", { max: 300 }),
  },
  list: { columns: ["matter", "unit", "area", "declaredOn", "checkBy", "state", "dueAt"], filters: ["area", "state", "unit", "checkBy"] },
  views: {
    open: { label: "待核查", where: { open: true }, sort: "dueAt" },
    advice: { label: "要指导", where: { open: true, advice: { set: true } } },
  },
  states: {
    declared: { label: "已承诺", due: { field: "checkBy" } },
    mismatched: { label: "不符待改正", due: { field: "rectifyBy" } },
    matched: { label: "核查相符", end: true },
    revoked: { label: "已撤销许可", end: true },
  },
  start: "declared",
  moves: {
    advise: { label: "给予指导", from: ["declared"], to: "same", by: "inspection.check", asks: ["adviceGiven"] },
    match: { label: "核查相符", from: ["declared", "mismatched"], to: "matched", by: "inspection.check", asks: ["checkedOn"] },
    mismatch: {
      label: "核查不符",
      from: ["declared"],
      to: "mismatched",
      by: "inspection.check",
      asks: ["checkedOn", "mismatch", "rectifyBy"],
    },
    revoke: { label: "撤销许可", from: ["mismatched"], to: "revoked", by: "inspection.arrange", asks: ["revokeWhy"] },
  },
});

export const technicalService = defineLedger("inspection.technical-service", {
  label: "技术服务",
  counter: "次",
  title: "what",
  record: { on: "servedOn", lockDays: 30 },
  partOf: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    servedOn: day("日期", { required }),
    kind: choice("方式", { advice: "现场指导", training: "培训", design: "方案咨询", expert: "专家会诊", test: "检测帮扶" }, { required }),
    what: text("服务内容", { required, max: 300 }),
    industry: organ("行业部门"),
    askedBy: choice("谁提出", { unit: "单位申请", department: "行业部门", office: "主动上门" }, { required }),
    advice: long("意见清单", { max: 2_000 }),
    followUpOn: day("回访日"),
    papers: files("材料"),
  },
  list: {
    columns: ["what", "unit", "servedOn", "kind", "industry", "area", "followUpOn"],
    filters: ["area", "servedOn", "kind", "industry"],
    sort: "-servedOn",
  },
});
