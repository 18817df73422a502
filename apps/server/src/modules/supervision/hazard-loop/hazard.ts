/**
 * Hazard 火灾隐患: 发现 → 定级 → 交办 → 整改 → 复查 → 销号. Whatever it came from, it has a responsible party at every moment, and it ends only
 * when somebody has looked again (or found it untrue). 公安部令第61号 第三十二条 (measures, term, person), 第三十三条 (signed off); QZ-2.3.2.
 */
import { may } from "#platform/actor.ts";
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, decimal, files, integer, long, organ, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { difficulties, hazardGrades, hazardOrigins, rectifiers } from "./domain/kinds.ts";

export const HAZARD = "hazard-loop.hazard";

const readOnly = true;
const required = true;
const open = ["found", "graded", "assigned", "rectified"] as const;

type Row = { readonly [key: string]: unknown; readonly state: string };

const dayOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A term lies ahead of today. */
const ahead = (_: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined =>
  dayOf(given.dueOn) < today ? { code: "hazard-loop.due_in_past" } : undefined;

function assignable(row: Row, given: Given, context: MoveContext): MoveRefusal | undefined {
  if (given.rectifier === "unit" && !row.unit) return { code: "hazard-loop.no_unit" };
  if (given.rectifier === "organ" && typeof given.rectifierOrgan !== "string") return { code: "hazard-loop.name_the_organ" };
  return ahead(row, given, context);
}

/**
 * What was determined collectively, or hangs under a plate, ends by review alone: whoever may review the major, and not who handed the work in.
 * No single person takes the decision back by grading it lower. 消防监督检查规定 第二十条、第二十一条
 */
const endsByReview = (row: Row): MoveRefusal | undefined =>
  row.majorDecidedOn || row.listed ? { code: "hazard-loop.major_ends_by_review" } : undefined;

function gradable(row: Row, given: Given): MoveRefusal | undefined {
  if (given.grade !== "major") return endsByReview(row);
  return row.majorDecidedOn ? undefined : { code: "hazard-loop.major_needs_determination" };
}

/** Nobody reviews his own work; a major hazard is reviewed by whoever may. 公安部令第61号 第三十三条 */
function reviewable(row: Row, given: Given, { actor }: MoveContext): MoveRefusal | undefined {
  if (actor && row.rectifiedBy === actor.userId) return { code: "hazard-loop.reviews_own_work" };
  if ((row.grade === "major" || row.majorDecidedOn) && actor && !may(actor, "hazard-loop.review-major"))
    return { code: "hazard-loop.major_reviewed_above" };
  if (row.grade !== "minor" && isNone(given.reviewPhotos)) return { code: "hazard-loop.review_photo" };
  return undefined;
}
const isNone = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;

const reviewed = (_: unknown, __: Given, { actor, today }: MoveContext) => ({
  reviewedBy: actor?.userId ?? null,
  reviewedOn: today,
});

export const hazard = defineCase(HAZARD, {
  label: "火灾隐患",
  counter: "处",
  title: "number",
  says: "what",
  place: "point",
  unit: "unit",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    what: long("问题", { required, max: 1_000 }),
    unit: ref("单位", "places.unit"),
    building: ref("建筑", "places.building"),
    placeWords: text("位置", { required, max: 200 }),
    origin: choice("来源", hazardOrigins, { required, readOnly, indexed: true }),
    originName: text("来源类别", { readOnly, max: 80, internal: true }),
    originId: text("来源编号", { readOnly, max: 40, indexed: true, internal: true }),
    item: text("检查项", { readOnly, max: 120, indexed: true }),
    sameness: text("同一隐患", { required, readOnly, max: 500, internal: true }),
    grade: choice("等级", hazardGrades, { indexed: true }),
    ground: text("违反条款", { max: 300 }),
    penalty: text("处罚条款", { max: 300 }),
    department: organ("行业主管"),
    supervisor: organ("督办机构", { readOnly }),
    foundOn: day("发现日期", { required, readOnly }),
    foundBy: text("发现人", { required, readOnly, max: 60 }),
    foundPhotos: files("现场照片", { readOnly, max: 12 }),
    timesBefore: integer("曾出现", { readOnly, unit: "次" }),
    againOf: ref("上一次", HAZARD, { readOnly }),
    difficulty: choice("整改难度", difficulties, { indexed: true }),
    rectifier: choice("整改责任方", rectifiers, { indexed: true }),
    rectifierOrgan: organ("整改机构"),
    rectifierName: text("整改责任人", { max: 60 }),
    measures: long("整改措施", { max: 2_000 }),
    plan: long("整改方案", { max: 4_000 }),
    temporaryMeasures: long("临时防范措施", { max: 2_000 }),
    fundsYuan: decimal("整改资金", { unit: "元", min: 0, max: 1e10 }),
    turn: organ("承接机构", { readOnly, internal: true }),
    dueOn: day("整改期限"),
    firstDueOn: day("原定期限", { readOnly }),
    extensions: integer("延期次数", { readOnly }),
    returns: integer("退回次数", { readOnly }),
    rectifiedOn: day("整改日期", { readOnly }),
    rectifiedBy: person("整改提交人", { readOnly }),
    rectifyNote: long("整改情况", { max: 2_000 }),
    rectifyPhotos: files("整改照片", { max: 12 }),
    reviewNote: long("复查情况", { max: 2_000 }),
    reviewPhotos: files("复查照片", { max: 12 }),
    reviewedOn: day("复查日期", { readOnly }),
    reviewedBy: person("复查人", { readOnly }),
    majorDecidedOn: day("重大隐患认定日期", { readOnly }),
    majorWhy: text("认定依据", { composed: true, readOnly, max: 600 }),
    listed: yes("挂牌督办", { readOnly, indexed: true }),
    toOrgan: organ("转往机构"),
    campaign: ref("专项整治", "key-places.campaign", { readOnly }),
  },
  search: ["number", "what", "placeWords"],
  list: {
    columns: ["number", "what", "unit", "placeWords", "area", "grade", "origin", "state", "dueAt", "holderOrgan", "repeats", "openedAt"],
    filters: ["area", "state", "grade", "origin", "unit", "department", "rectifier", "difficulty", "listed", "item", "campaign"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "未销号", where: { open: true }, sort: "dueAt" },
    overdue: { label: "逾期", where: { open: true, dueAt: { before: "now" } }, sort: "dueAt" },
    major: { label: "重大隐患", where: { open: true, grade: "major" }, sort: "-openedAt" },
    review: { label: "待复查", where: { state: "rectified" }, sort: "dueAt" },
    repeated: { label: "反复出现", where: { timesBefore: { from: 1 } }, sort: "-openedAt" },
    aged: { label: "久拖未改", where: { open: true, openedAt: { before: "now-43200m" } }, sort: "openedAt" },
    closed: { label: "已销号", where: { state: "closed" }, sort: "-openedAt" },
  },
  sameWhileOpen: ["sameness"],
  states: {
    found: { label: "待定级", step: "发现", due: { working: 1 } },
    graded: { label: "待交办", step: "定级", due: { working: 2 } },
    assigned: { label: "整改中", step: "整改", due: { field: "dueOn" } },
    rectified: { label: "待复查", step: "复查", due: { working: 3 } },
    closed: { label: "销号", end: true },
    void: { label: "不属实", end: true },
  },
  start: "found",
  requests: {
    copy: {
      label: "抄告",
      due: { working: 10 },
      by: "hazard-loop.copy",
      to: "named",
      answer: "reply",
      numbered: "抄告",
      from: open,
      escalatesTo: "committee",
    },
    coHandle: {
      label: "协办",
      due: { working: 10 },
      by: "hazard-loop.assign",
      to: "named",
      answer: "reply",
      accepted: true,
      escalatesTo: "committee",
      from: ["graded", "assigned", "rectified"],
    },
    extension: {
      label: "申请延期",
      due: { working: 2 },
      by: "hazard-loop.rectify",
      decidedBy: "hazard-loop.assign",
      to: { organ: "supervisor" },
      answer: "decision",
      asks: ["dueOn"],
      onGrant: "extend",
      from: ["assigned"],
    },
  },
  reminders: [
    { level: 1, working: -3 },
    { level: 2, working: 0 },
    { level: 3, working: 2, escalates: true },
  ],
  example: {
    number: "YH20260318-0012",
    what: "疏散通道堆放纸箱，净宽不足",
    unit: "01997c2e-8f00-7000-8000-000000000001",
    placeWords: "3 层 东侧走道",
    origin: "inspection",
    grade: "general",
    ground: "消防法 第十六条第一款第四项",
    sameness: "01997c2e-8f00-7000-8000-000000000001||3层东侧走道|common#passage-blocked",
    foundOn: "2026-03-18",
    foundBy: "林晓东",
    rectifier: "unit",
    rectifierName: "王建军",
    measures: "清走堆放物，划出禁放线",
    dueOn: "2026-03-31",
    rectifyNote: "已清空并划线",
    rectifyPhotos: ["01997c2e-8f00-7000-8000-000000000011"],
    reviewNote: "现场复核，通道净宽 2.4 m",
    reviewPhotos: ["01997c2e-8f00-7000-8000-000000000012"],
  },
  moves: {
    grade: {
      label: "定级",
      from: ["found", "graded"],
      to: "graded",
      by: "hazard-loop.grade",
      asks: ["grade"],
      takes: ["ground", "penalty", "department", "difficulty"],
      note: "optional",
      refuse: gradable,
    },
    assign: {
      label: "交办",
      from: ["graded"],
      to: "assigned",
      by: "hazard-loop.assign",
      passTo: { organ: "turn" },
      asks: ["rectifier", "dueOn"],
      takes: ["rectifierOrgan", "rectifierName", "measures", "difficulty", "temporaryMeasures"],
      note: "optional",
      refuse: assignable,
      sets: (row, given) => ({
        turn: given.rectifier === "organ" ? given.rectifierOrgan : row.supervisor,
        firstDueOn: row.firstDueOn ?? given.dueOn,
      }),
    },
    rectify: {
      label: "整改完毕",
      from: ["assigned"],
      to: "rectified",
      by: "hazard-loop.rectify",
      passTo: { organ: "supervisor" },
      asks: ["rectifyNote", "rectifyPhotos"],
      note: "optional",
      // What is hard to mend is mended to a plan, so that somebody can compare. TY-2.5.1.2
      refuse: (row) => (row.difficulty === "hard" && !row.plan ? { code: "hazard-loop.plan_first" } : undefined),
      sets: (_, __, { actor, today }) => ({ rectifiedOn: today, rectifiedBy: actor?.userId ?? null }),
    },
    close: {
      label: "复查销号",
      from: ["rectified"],
      to: "closed",
      by: "hazard-loop.review",
      asks: ["reviewNote"],
      takes: ["reviewPhotos"],
      waitsFor: ["coHandle"],
      note: "optional",
      refuse: reviewable,
      sets: reviewed,
    },
    sendBack: {
      label: "退回",
      from: ["rectified"],
      to: "assigned",
      by: "hazard-loop.review",
      passTo: { organ: "turn" },
      asks: ["dueOn"],
      takes: ["reviewPhotos"],
      note: "required",
      refuse: ahead,
      sets: (row) => ({ returns: Number(row.returns ?? 0) + 1 }),
    },
    correctedOnSpot: {
      label: "当场改正",
      from: ["found", "graded"],
      to: "closed",
      by: "hazard-loop.review",
      asks: ["rectifyNote", "reviewNote"],
      takes: ["rectifyPhotos", "reviewPhotos"],
      note: "optional",
      closed: endsByReview,
      refuse: (row, given) =>
        row.grade === "general" || row.grade === "major"
          ? { code: "hazard-loop.only_minor_on_spot" }
          : isNone(given.rectifyPhotos) && isNone(given.reviewPhotos)
            ? { code: "hazard-loop.review_photo" }
            : undefined,
      sets: (row, given, context) => ({
        ...reviewed(row, given, context),
        grade: "minor",
        rectifiedOn: context.today,
        dueOn: context.today,
      }),
    },
    makePlan: {
      label: "报整改方案",
      from: ["assigned"],
      to: "same",
      by: "hazard-loop.rectify",
      asks: ["plan"],
      takes: ["temporaryMeasures", "fundsYuan", "rectifierName"],
      note: "optional",
    },
    extend: {
      label: "延期",
      from: ["assigned"],
      to: "assigned",
      by: "hazard-loop.assign",
      asks: ["dueOn"],
      note: "required",
      refuse: (row, given, context) =>
        dayOf(given.dueOn) <= dayOf(row.dueOn) ? { code: "hazard-loop.extends_nothing" } : ahead(row as Row, given, context),
      sets: (row) => ({ extensions: Number(row.extensions ?? 0) + 1 }),
    },
    transfer: {
      label: "转办",
      from: open,
      to: "same",
      by: "hazard-loop.assign",
      passTo: { organ: "toOrgan" },
      asks: ["toOrgan"],
      note: "required",
      sets: (row, given) =>
        row.state === "assigned" && row.rectifier === "organ"
          ? { turn: given.toOrgan, rectifierOrgan: given.toOrgan }
          : { supervisor: given.toOrgan, ...(row.state === "assigned" ? { turn: given.toOrgan } : {}) },
    },
    withdraw: {
      label: "撤回交办",
      from: ["assigned"],
      to: "graded",
      by: "hazard-loop.assign",
      passTo: { organ: "supervisor" },
      note: "required",
    },
    void: { label: "不属实", from: ["found", "graded"], to: "void", by: "hazard-loop.grade", note: "required", closed: endsByReview },
    note: { label: "备注", from: open, to: "same", by: "hazard-loop.find", note: "required" },
    // The machine's own moves; nobody is granted them.
    determine: {
      label: "认定重大隐患",
      from: ["found", "graded", "assigned"],
      to: "graded",
      by: "hazard-loop.machine",
      passTo: { organ: "supervisor" },
      takes: ["temporaryMeasures"],
      note: "optional",
      sets: (_, given, { today }) => ({ grade: "major", majorDecidedOn: today, majorWhy: given.majorWhy ?? null }),
    },
    list: {
      label: "挂牌督办",
      from: open,
      to: "same",
      by: "hazard-loop.machine",
      note: "optional",
      sets: (_, given) => ({ listed: given.listed !== false }),
    },
  },
});
