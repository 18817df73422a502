/**
 * 重大火灾隐患判定: drafted on site, discussed by at least three, put before experts where the question is technical, decided by a leader, served.
 * The rules lay out reasons; whatever hangs on unconfirmed rules, and everything since the 2025 edition, is for people. 消防监督检查规定 第二十一条.
 */
import { addWorkingDays } from "#platform/case/calendar.ts";
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, decimal, files, integer, long, many, person, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { HAZARD } from "../hazard.ts";
import { editions, lastComplete } from "./editions.ts";
import { derived } from "./given.ts";

export const DETERMINATION = "hazard-loop.determination";
const readOnly = true;
const required = true;
const composed = true;
const set = lastComplete();
const exclusions = Object.fromEntries(set.exclusions.map(({ id, title }) => [id, title]));
export const verdicts = { direct: "直接判定为重大", comprehensive: "综合判定为重大", notMajor: "不构成重大", prompt: "待人判断" } as const;
const opinions = { major: "构成重大", notMajor: "不构成", abstain: "保留" } as const;

const LEAST_DISCUSSING = 3;
const LEAST_EXPERTS = 7;
type Line = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;
const lines = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as readonly Line[]) : []);
const said = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
/** People with an opinion, each counted once. */
const voices = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    lines(value)
      .filter((line) => said(line.name) && said(line.opinion))
      .map((line) => [String(line.name).trim(), String(line.opinion)]),
  );

function hasEvidence(row: Row, given: Given): boolean {
  const papers = given.papers ?? row.papers;
  return (
    (Array.isArray(papers) && papers.length > 0) || lines(row.elements).some((line) => Array.isArray(line.photos) && line.photos.length > 0)
  );
}

function discussable(row: Row, given: Given): MoveRefusal | undefined {
  if (!hasEvidence(row, given)) return { code: "hazard-loop.evidence_first" };
  const present = voices(given.discussion);
  return present.size < LEAST_DISCUSSING
    ? { code: "hazard-loop.three_discuss", params: { present: present.size, least: LEAST_DISCUSSING } }
    : undefined;
}
const enoughExperts = (_: unknown, given: Given): MoveRefusal | undefined => {
  const present = voices(given.experts);
  return present.size < LEAST_EXPERTS
    ? { code: "hazard-loop.seven_experts", params: { present: present.size, least: LEAST_EXPERTS } }
    : undefined;
};
/** What two thirds of the experts agree on, if anything. */
export function conclusionOf(experts: unknown): "major" | "notMajor" | "none" {
  const all = [...voices(experts).values()];
  const share = (opinion: string) => all.filter((each) => each === opinion).length * 3 >= all.length * 2;
  return all.length === 0 ? "none" : share("major") ? "major" : share("notMajor") ? "notMajor" : "none";
}

function mayBeMajor(row: Row): MoveRefusal | undefined {
  if (row.verdict === "notMajor") return { code: "hazard-loop.rules_say_not_major" };
  if (row.expertConclusion === "none") return { code: "hazard-loop.experts_disagree" };
  return row.expertConclusion === "notMajor" ? { code: "hazard-loop.experts_say_not" } : undefined;
}
function mayBeNot(row: Row): MoveRefusal | undefined {
  if (row.verdict === "direct" || row.verdict === "comprehensive") return { code: "hazard-loop.rules_say_major" };
  return row.expertConclusion === "major" ? { code: "hazard-loop.experts_say_major" } : undefined;
}
const decided =
  (decision: "major" | "notMajor") =>
  (_: unknown, __: Given, { actor, today }: MoveContext) => ({
    decision,
    decidedOn: today,
    decidedBy: actor?.userId ?? null,
  });

/** The collective decision follows the inspection within seven working days, and ten more each time experts are asked. 消防监督检查规定 第二十一条 */
const DECIDE_WITHIN = 7;
const EXPERTS_TAKE = 10;
const MOST_CONSULTED = 20;
export const decideBy = (inspectedOn: CalendarDate, consulted = 0): CalendarDate =>
  addWorkingDays(inspectedOn, DECIDE_WITHIN + consulted * EXPERTS_TAKE);

const dayOf = (value: unknown): CalendarDate | undefined => calendarDate.safeParse(value).data;

/** Another day of inspection is another day to decide by; what experts were given on top stays. */
function redated(row: Row, given: Given): { readonly decideBy?: CalendarDate } {
  const [was, now, until] = [row.inspectedOn, given.inspectedOn, row.decideBy].map(dayOf);
  if (!now || now === was) return {};
  let consulted = 0;
  if (was && until) while (decideBy(was, consulted) < until && consulted < MOST_CONSULTED) consulted += 1;
  return { decideBy: decideBy(now, consulted) };
}

const draftFields = [
  "inspectedOn",
  "tags",
  "tagsUnknown",
  "correctable",
  "exclusions",
  "exclusionsUnknown",
  "elements",
  "papers",
  "remark",
] as const;

export const determination = defineCase(DETERMINATION, {
  label: "重大火灾隐患判定",
  counter: "件",
  title: "number",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    hazard: ref("隐患", HAZARD, { required, readOnly }),
    what: text("问题", { required, readOnly, max: 400 }),
    unit: ref("单位", "places.unit", { readOnly }),
    inspectedOn: day("检查日期", { required }),
    tags: many("场所类别", set.tags),
    tagsUnknown: many("不清楚的场所类别", set.tags),
    correctable: choice("能否立即改正", { no: "不能立即改正", yes: "能立即改正", unknown: "不清楚" }),
    exclusions: many("不应判定的情形", exclusions),
    exclusionsUnknown: many("不清楚的情形", exclusions),
    elements: table(
      "判定要素",
      {
        clause: text("条款", { required, max: 10 }),
        way: integer("第几种情形", { required, min: 0, max: 9 }),
        fact: yes("是否成立"),
        first: decimal("数据一", { min: 0, max: 1e9 }),
        second: decimal("数据二", { min: 0, max: 1e9 }),
        confirmed: yes("读法已确认"),
        note: text("说明", { max: 300 }),
        photos: files("佐证", { max: 6 }),
      },
      { max: 150 },
    ),
    papers: files("现场影像与文书", { max: 30 }),
    remark: long("现场情况", { max: 2_000 }),
    edition: text("判定标准", { readOnly, max: 40 }),
    verdict: choice("规则结论", verdicts, { readOnly, indexed: true }),
    leaning: choice("未确认规则的倾向", { major: "倾向重大", notMajor: "倾向不构成" }, { readOnly }),
    verdictWords: text("规则理由", { composed, readOnly, max: 600 }),
    decideBy: day("判定期限", { readOnly }),
    discussedOn: day("讨论日期"),
    discussion: table(
      "集体讨论",
      {
        name: text("姓名", { max: 40 }),
        post: text("职务", { max: 60 }),
        opinion: choice("意见", opinions),
        words: text("理由", { max: 300 }),
      },
      { max: 30 },
    ),
    expertQuestion: long("提请论证的问题", { max: 1_000 }),
    expertsOn: day("论证日期"),
    experts: table(
      "专家意见",
      {
        name: text("姓名", { max: 40 }),
        field: text("专业", { max: 60 }),
        opinion: choice("意见", opinions),
        words: text("理由", { max: 300 }),
      },
      { max: 40 },
    ),
    expertConclusion: choice(
      "专家结论",
      { major: "三分之二以上同意构成重大", notMajor: "三分之二以上同意不构成", none: "未达三分之二" },
      { readOnly },
    ),
    heardOn: day("听取意见日期"),
    hearing: table(
      "利害关系人意见",
      { party: text("单位或身份", { max: 80 }), words: text("意见", { max: 400 }), answer: text("采纳情况", { max: 300 }) },
      { max: 30 },
    ),
    decision: choice("判定决定", { major: "判定为重大火灾隐患", notMajor: "不判定为重大火灾隐患" }, { readOnly, indexed: true }),
    decisionWords: long("决定理由", { max: 2_000 }),
    decidedOn: day("决定日期", { readOnly }),
    decidedBy: person("决定人", { readOnly }),
    noticeNumber: text("整改通知书文号", { max: 80 }),
    servedOn: day("送达日期"),
    servedTo: text("签收人", { max: 40 }),
    reportedOn: day("书面报告政府日期"),
    rectifyBy: day("整改期限"),
    plan: long("整改方案", { max: 4_000 }),
    temporaryMeasures: long("临时防范措施", { max: 2_000 }),
  },
  search: ["number", "what"],
  list: {
    columns: ["number", "what", "unit", "area", "state", "verdict", "inspectedOn", "decision", "decideBy"],
    filters: ["area", "state", "verdict", "decision", "unit", "hazard"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    prompts: { label: "待人判断", where: { open: true, verdict: "prompt" }, sort: "dueAt" },
    major: { label: "判定为重大", where: { decision: "major" }, sort: "-openedAt" },
  },
  sameWhileOpen: ["hazard"],
  derive: (row) => derived(editions, row),
  states: {
    draft: { label: "现场核对", due: { field: "decideBy" } },
    discussed: { label: "待决定", due: { field: "decideBy" } },
    consulting: { label: "专家论证", due: { field: "decideBy" } },
    decided: { label: "待送达", due: { working: 3 } },
    served: { label: "待报方案", due: { working: 10 } },
    handed: { label: "已交整改", end: true },
    notMajor: { label: "不构成重大", end: true },
    withdrawn: { label: "撤回", end: true },
  },
  start: "draft",
  example: {
    number: "PD2026-004",
    hazard: "01997c2e-8f00-7000-8000-000000000001",
    what: "3 层营业厅安全出口数量不足",
    inspectedOn: "2025-10-20",
    tags: ["shop"],
    correctable: "no",
    elements: [
      {
        clause: "6.5",
        way: 0,
        fact: null,
        first: 1,
        second: 2,
        confirmed: null,
        note: null,
        photos: ["01997c2e-8f00-7000-8000-000000000002"],
      },
    ],
    edition: "GB 35181-2017",
    verdict: "direct",
    verdictWords: "GB 35181-2017：直接判定 6.5",
    discussedOn: "2025-10-22",
    discussion: [
      { name: "林晓东", post: "监督员", opinion: "major", words: "出口只有一个" },
      { name: "郑国庆", post: "大队参谋", opinion: "major", words: "同意" },
      { name: "吴志刚", post: "大队长", opinion: "major", words: "同意" },
    ],
    expertQuestion: "中庭能否按防火单元计算疏散宽度",
    heardOn: "2025-10-23",
    hearing: [{ party: "东风商厦", words: "申请分期整改", answer: "部分采纳" }],
    decisionWords: "安全出口数量不足，不能立即改正",
    noticeNumber: "柯消重字〔2025〕第 4 号",
    servedOn: "2025-10-24",
    servedTo: "王建军",
    rectifyBy: "2026-03-31",
    plan: "东侧加建疏散楼梯",
    temporaryMeasures: "停用 3 层营业区，派专人值守",
  },
  moves: {
    save: {
      label: "保存",
      from: ["draft"],
      to: "same",
      by: "hazard-loop.determine",
      takes: draftFields,
      note: "optional",
      refuse: (_, given, { today }) =>
        typeof given.inspectedOn === "string" && given.inspectedOn > today ? { code: "hazard-loop.inspected_in_future" } : undefined,
      sets: redated,
    },
    discuss: {
      label: "集体讨论",
      from: ["draft"],
      to: "discussed",
      by: "hazard-loop.determine",
      asks: ["discussedOn", "discussion"],
      takes: ["papers"],
      note: "optional",
      refuse: discussable,
    },
    consult: {
      label: "提请专家论证",
      from: ["discussed"],
      to: "consulting",
      by: "hazard-loop.determine",
      asks: ["expertQuestion"],
      note: "optional",
      sets: (row) => ({
        decideBy: typeof row.decideBy === "string" ? addWorkingDays(calendarDate.parse(row.decideBy), EXPERTS_TAKE) : null,
      }),
    },
    advise: {
      label: "记录专家意见",
      from: ["consulting"],
      to: "discussed",
      by: "hazard-loop.determine",
      asks: ["expertsOn", "experts"],
      takes: ["papers"],
      note: "optional",
      refuse: enoughExperts,
      sets: (_, given) => ({ expertConclusion: conclusionOf(given.experts) }),
    },
    hear: {
      label: "听取利害关系人",
      from: ["discussed"],
      to: "same",
      by: "hazard-loop.determine",
      asks: ["heardOn", "hearing"],
      note: "optional",
    },
    sendBack: { label: "退回核对", from: ["discussed"], to: "draft", by: "hazard-loop.determine", note: "required" },
    decideMajor: {
      label: "判定为重大",
      from: ["discussed"],
      to: "decided",
      by: "hazard-loop.decide-major",
      asks: ["decisionWords"],
      takes: ["temporaryMeasures"],
      note: "optional",
      refuse: mayBeMajor,
      sets: decided("major"),
    },
    decideNot: {
      label: "不判定为重大",
      from: ["discussed"],
      to: "notMajor",
      by: "hazard-loop.decide-major",
      asks: ["decisionWords"],
      note: "optional",
      refuse: mayBeNot,
      sets: decided("notMajor"),
    },
    serve: {
      label: "送达通知书",
      from: ["decided"],
      to: "served",
      by: "hazard-loop.determine",
      asks: ["noticeNumber", "servedOn", "servedTo", "rectifyBy"],
      takes: ["reportedOn", "temporaryMeasures"],
      note: "optional",
      refuse: (_, given) => (String(given.rectifyBy) <= String(given.servedOn) ? { code: "hazard-loop.due_in_past" } : undefined),
    },
    plan: {
      label: "报整改方案",
      from: ["served"],
      to: "handed",
      by: "hazard-loop.determine",
      asks: ["plan", "temporaryMeasures"],
      takes: ["reportedOn", "papers"],
      note: "optional",
    },
    withdraw: { label: "撤回", from: ["draft"], to: "withdrawn", by: "hazard-loop.determine", note: "required" },
  },
});
