/**
 * 法律文书: 起草 → 审核 → 审批 → 签发 → 送达. Only the organ that makes it drafts, issues, serves and voids it; nobody approves what he drafted; what is
 * issued has its number, its file and its checksum and is not changed any more; a void one keeps its number. 行政处罚法 第五十九条、第六十一条;
 * 消防监督检查规定 第十九条.
 */
import { defineCase, type MoveContext } from "#platform/case/define.ts";
import { choice, day, integer, long, moment, organ, person, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { onlyOrgan } from "../only-organ.ts";
import { readyToIssue } from "./issue.ts";
import { documentKinds } from "./kinds.ts";

export const DOCUMENT = "enforcement.document";
const readOnly = true;
const required = true;

export const serveMethods = {
  direct: "直接送达",
  left: "留置送达",
  post: "邮寄送达",
  entrusted: "委托送达",
  electronic: "电子送达",
  public: "公告送达",
} as const;

type Row = Readonly<Record<string, unknown>>;
const kindOf = (row: Row) => documentKinds.get(String(row.kind));
const levelsOf = (row: Row): number => kindOf(row)?.levels ?? 2;

export const ofOwnOrgan = onlyOrgan("organ", "enforcement.other_organ");

/** Everybody who wrote it, the first and those who changed it since. */
export const draftersOf = (row: Row): readonly string[] => {
  const kept = Array.isArray(row.drafters) ? (row.drafters as readonly { readonly person: string }[]) : [];
  return [...new Set([...(typeof row.draftedBy === "string" ? [row.draftedBy] : []), ...kept.map(({ person: each }) => each)])];
};

/** Four eyes: none of those who drafted it, and not the one who checked it. */
const byAnother = (row: Row, { actor }: MoveContext) =>
  actor && (draftersOf(row).includes(actor.userId) || row.checkedBy === actor.userId) ? { code: "enforcement.own_document" } : undefined;

/** What an approval carried is not undone without one. */
const approvedAndIssued = (row: Row) =>
  row.state === "issued" && levelsOf(row) > 0 ? { code: "enforcement.void_needs_approval" } : undefined;

export const enforcementDocument = defineCase(DOCUMENT, {
  label: "法律文书",
  counter: "份",
  title: "title",
  unit: "unit",
  fields: {
    title: text("标题", { required, readOnly, max: 80 }),
    kind: text("种类代码", { required, readOnly, max: 40, internal: true }),
    kindTitle: text("文书种类", { required, readOnly, max: 40, indexed: true }),
    number: text("文号", { readOnly, max: 60, unique: true }),
    organ: organ("制作机关", { required, readOnly }),
    unit: ref("单位", "places.unit", { readOnly }),
    party: text("当事人", { required, readOnly, max: 120 }),
    checkedOn: day("检查日期", { readOnly }),
    issuedOn: day("签发日期", { readOnly }),
    serveBy: day("送达期限", { readOnly }),
    servedOn: day("送达日期"),
    serveMethod: choice("送达方式", serveMethods),
    receiver: text("收件人", { max: 60 }),
    refusedToSign: yes("拒绝签收"),
    witness: text("见证人", { max: 60 }),
    serveNote: long("送达说明", { max: 400 }),
    content: table("内容", { field: text("栏"), name: text("名称"), value: long("内容", { max: 20_000 }) }, { readOnly, group: "内容" }),
    draftedBy: person("起草人", { readOnly, group: "办理" }),
    drafters: table("参与起草的人", { person: person("人员") }, { readOnly, internal: true }),
    checkedBy: person("审核人", { readOnly, group: "办理" }),
    approvedBy: person("审批人", { readOnly, group: "办理" }),
    signedBy: person("签发人", { readOnly, group: "办理" }),
    approvalGround: text("批准依据", { readOnly, max: 200, group: "办理" }),
    sourceName: text("来源", { readOnly, max: 60, internal: true }),
    sourceId: text("来源编号", { readOnly, max: 36, indexed: true, internal: true }),
    template: text("模板版本", { readOnly, max: 60, group: "文件" }),
    sha256: text("文件校验值", { readOnly, max: 64, group: "文件" }),
    sizeBytes: integer("文件字节数", { readOnly, group: "文件" }),
    issuedAt: moment("签发时间", { readOnly, group: "文件" }),
  },
  search: ["title", "number", "party"],
  list: {
    columns: ["title", "number", "party", "area", "state", "issuedOn", "serveBy", "servedOn", "dueAt"],
    filters: ["area", "kindTitle", "state", "unit", "organ", "issuedOn"],
    sort: "-openedAt",
  },
  views: {
    toApprove: { label: "待审批", where: { state: ["submitted", "checked"] }, sort: "-openedAt" },
    toServe: { label: "待送达", where: { state: "issued" }, sort: "-openedAt" },
    served: { label: "已送达", where: { state: "served" }, sort: "-openedAt" },
    void: { label: "作废", where: { state: "void" }, sort: "-openedAt" },
  },
  states: {
    draft: { label: "起草" },
    submitted: { label: "待审", due: { working: 2 } },
    checked: { label: "待审批", due: { working: 2 } },
    approved: { label: "待签发", due: { working: 1 } },
    issued: { label: "待送达", due: { field: "serveBy" } },
    served: { label: "已送达", end: true },
    void: { label: "作废", end: true },
  },
  start: "draft",
  moves: {
    submit: {
      label: "提交审批",
      from: ["draft"],
      to: "submitted",
      by: "enforcement.draft",
      passTo: "none",
      closed: (row, context) => ofOwnOrgan(row, context) ?? (levelsOf(row) === 0 ? { code: "enforcement.no_approval_needed" } : undefined),
    },
    check: {
      label: "审核通过",
      from: ["submitted"],
      to: "checked",
      by: "enforcement.check",
      note: "optional",
      closed: (row, context) => (levelsOf(row) < 2 ? { code: "enforcement.no_check_needed" } : byAnother(row, context)),
      sets: (_, __, { actor }) => ({ checkedBy: actor?.userId ?? null }),
    },
    approve: {
      label: "批准",
      from: ["submitted", "checked"],
      to: "approved",
      by: "enforcement.approve",
      note: "optional",
      closed: (row, context) =>
        levelsOf(row) === 2 && row.state === "submitted" ? { code: "enforcement.check_first" } : byAnother(row, context),
      sets: (_, __, { actor }) => ({ approvedBy: actor?.userId ?? null }),
    },
    sendBack: {
      label: "退回修改",
      from: ["submitted", "checked", "approved"],
      to: "draft",
      by: "enforcement.check",
      note: "required",
      sets: () => ({ checkedBy: null, approvedBy: null }),
    },
    issue: {
      label: "签发",
      from: ["draft", "approved"],
      to: "issued",
      by: "enforcement.draft",
      ready: readyToIssue,
      closed: (row, context) =>
        ofOwnOrgan(row, context) ?? (row.state === "draft" && levelsOf(row) > 0 ? { code: "enforcement.not_approved" } : undefined),
      sets: (_, given, { actor, now, today }) => ({
        number: given.number,
        sha256: given.sha256,
        sizeBytes: given.sizeBytes,
        template: given.template,
        serveBy: given.serveBy,
        issuedOn: today,
        issuedAt: now.toISOString(),
        signedBy: actor?.userId ?? null,
      }),
    },
    serve: {
      label: "登记送达",
      from: ["issued"],
      to: "served",
      by: "enforcement.draft",
      asks: ["servedOn", "serveMethod"],
      takes: ["receiver", "refusedToSign", "witness", "serveNote"],
      note: "optional",
      closed: ofOwnOrgan,
      refuse: refuseService,
    },
    void: {
      label: "作废",
      from: ["draft", "submitted", "checked", "approved", "issued"],
      to: "void",
      by: "enforcement.draft",
      note: "required",
      closed: (row, context) => ofOwnOrgan(row, context) ?? approvedAndIssued(row),
    },
    /** By one who may approve: of the organ itself, or the one who approved this document. */
    revoke: {
      label: "签发后作废",
      from: ["issued"],
      to: "void",
      by: "enforcement.approve",
      note: "required",
      closed: (row, context) => (context.actor && row.approvedBy === context.actor.userId ? undefined : ofOwnOrgan(row, context)),
    },
  },
});

/** 留置送达 and a refusal to sign need a witness; somebody must have received what was handed over; nothing is served before it was issued. */
export function refuseService(row: Row, given: Row, { today }: { readonly today: string }): { readonly code: string } | undefined {
  const on = String(given.servedOn);
  if (on > today) return { code: "enforcement.served_in_future" };
  if (typeof row.issuedOn === "string" && on < row.issuedOn) return { code: "enforcement.served_before_issued" };
  if ((given.refusedToSign === true || given.serveMethod === "left") && !given.witness) return { code: "enforcement.witness_needed" };
  const handed = given.serveMethod === "direct" || given.serveMethod === "entrusted";
  return handed && given.refusedToSign !== true && !given.receiver ? { code: "enforcement.receiver_needed" } : undefined;
}
