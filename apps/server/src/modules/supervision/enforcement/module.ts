/** 执法: documents, penalties, sealing, joint enforcement, construction review. */
import { defineModule } from "#platform/module.ts";
import { project, projectCheck, projectIssue, review } from "./construction/cases.ts";
import { hearReviews } from "./construction/hear-reviews.ts";
import { certifyDemoOfficers, seedDemo } from "./demo-seed.ts";
import { hazardDocuments } from "./documents/of-hazard.ts";
import { documents } from "./documents/part.ts";
import { english } from "./english.ts";
import { guidance, handOver, jointAction, jointFinding, jointPart } from "./joint/cases.ts";
import { hotWork, scanHotWork } from "./joint/hot-work.ts";
import { batchAlert, hearProducts, productCheck, productHolding } from "./joint/products.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { documentsOfPenalty, showPenaltyRules } from "./penalty/case-documents.ts";
import { showCredibility } from "./penalty/credibility.ts";
import { drawReviews } from "./penalty/draw-reviews.ts";
import { escalateOverdue, escalation, hearHazards } from "./penalty/escalation.ts";
import { appeal, caseReview, feedback, officer } from "./penalty/ledgers.ts";
import { penalty } from "./penalty/penalty.ts";
import { seal, stopOrder, utilityCut } from "./sealing/cases.ts";
import { sealingDocuments } from "./sealing/documents.ts";
import { sealCheck } from "./sealing/seal-check.ts";
import { listClosed } from "./sealing/sealed-units.ts";

const of = (...names: readonly string[]) => names.map((name) => `enforcement.${name}`);
/** What organs that act together see of one another's work. */
const shared = of(
  "joint-action.read",
  "joint-part.read",
  "joint-finding.*",
  "hand-over.read",
  "hand-over.write",
  "hand-over.handle",
  "hand-over.find",
  "project.read",
  "project-issue.read",
  "project-issue.write",
  "project-issue.handle",
  "project-check.*",
  "closed",
);

export const enforcement = defineModule({
  name: "enforcement",
  label: "执法",
  menuAs: "执法",
  english,
  areas: { signed: ["enforcement.document", "enforcement.template"] },
  ledgers: [
    ...documents.ledgers,
    officer,
    appeal,
    feedback,
    caseReview,
    sealCheck,
    jointPart,
    jointFinding,
    guidance,
    hotWork,
    productCheck,
    productHolding,
    project,
    projectCheck,
  ],
  cases: [...documents.cases, penalty, escalation, seal, stopOrder, utilityCut, jointAction, handOver, batchAlert, review, projectIssue],
  measures,
  routes: [
    ...documents.routes,
    ...documentsOfPenalty,
    ...hazardDocuments,
    ...sealingDocuments,
    showPenaltyRules,
    showCredibility,
    drawReviews,
    listClosed,
    scanHotWork,
  ],
  raw: () => [...documents.raw],
  handlers: [hearHazards, hearProducts, hearReviews],
  jobs: [escalateOverdue],
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
  start: async (services) => {
    await certifyDemoOfficers(services);
    return () => Promise.resolve();
  },
  permissions: {
    ...documents.permissions,
    "enforcement.penalty.handle": "办理处罚案件",
    "enforcement.penalty.decide": "决定处罚",
    "enforcement.case-review.draw": "抽取案卷评查",
    "enforcement.seal.handle": "办理查封与停止使用",
    "enforcement.seal.decide": "决定查封与停止使用",
    "enforcement.utility-cut.approve": "批准停电停水停气",
    "enforcement.joint.lead": "牵头联合执法",
    "enforcement.hand-over.find": "移交与确认",
    "enforcement.hand-over.handle": "接收与办理移交",
    "enforcement.batch-alert.replace": "更换不合格产品",
    "enforcement.batch-alert.verify": "核实更换",
    "enforcement.review.handle": "受理消防审验",
    "enforcement.review.decide": "审验决定",
    "enforcement.project-issue.handle": "处理工程违法",
    "enforcement.closed": "查看被查封、停止使用的场所",
    "enforcement.machine": "系统自动办理",
  },
  messages: { ...documents.messages, ...messages },
  grants: {
    inspector: [
      ...of("*.read", "*.export", "template.manage", "office.write", "officer.write", "officer.import", "draft", "check"),
      ...of("penalty.write", "penalty.handle", "appeal.write", "feedback.write", "case-review.write", "case-review.draw"),
      ...of("seal.write", "seal.handle", "seal-check.write", "stop-order.write", "utility-cut.write"),
      ...of("joint-action.write", "joint.lead", "joint-part.write", "guidance.write", "hot-work.write"),
      ...of("product-check.write", "product-check.import", "product-holding.write", "product-holding.import", "batch-alert.verify"),
      ...of("project.write", "project.import", "review.write", "review.handle"),
      ...shared,
    ],
    leader: [...of("*.read", "check", "approve", "penalty.decide", "seal.decide", "utility-cut.approve", "review.decide", "closed")],
    department: [
      ...of("product-check.*", "product-holding.read", "product-holding.write", "batch-alert.read", "batch-alert.verify"),
      ...of(
        "project.write",
        "project.import",
        "review.read",
        "review.write",
        "review.handle",
        "review.decide",
        "hot-work.read",
        "office.read",
      ),
      ...shared,
    ],
    "committee-office": [
      ...of(
        "document.read",
        "draft",
        "joint-action.*",
        "joint.lead",
        "joint-part.*",
        "joint-finding.*",
        "hand-over.read",
        "escalation.read",
        "closed",
      ),
      ...of(
        "seal.read",
        "stop-order.read",
        "utility-cut.read",
        "penalty.read",
        "project.read",
        "project-issue.read",
        "case-review.read",
        "guidance.read",
      ),
    ],
    "street-clerk": [
      ...of("document.read", "draft", "penalty.read", "penalty.write", "penalty.handle", "officer.read", "office.read"),
      ...of(
        "seal.read",
        "seal-check.*",
        "stop-order.read",
        "escalation.read",
        "guidance.read",
        "case-review.read",
        "hot-work.read",
        "hot-work.write",
      ),
      ...of("joint-action.*", "joint.lead", "joint-part.*"),
      ...shared,
    ],
    "grid-member": of("hot-work.read", "closed", "joint-action.read"),
    dispatcher: of("closed", "seal.read", "stop-order.read"),
    "duty-officer": of("closed", "seal.read", "hot-work.read"),
    "duty-leader": of("closed", "seal.read", "hot-work.read"),
    "unit-manager": of("hot-work.read", "hot-work.write", "batch-alert.read", "batch-alert.replace", "product-holding.read"),
    readonly: of("seal.read", "stop-order.read", "joint-action.read"),
  },
  menu: [
    { parent: "hazard", key: "enforcement", label: "执法", path: "/enforcement/desk", permission: "enforcement.joint-action.read" },
    { parent: "hazard", key: "documents", label: "文书", path: "/enforcement/document", permission: "enforcement.document.read" },
    { parent: "hazard", key: "seals", label: "查封", path: "/enforcement/seal", permission: "enforcement.seal.read" },
    { parent: "hazard", key: "reviews", label: "建设工程审验", path: "/enforcement/project", permission: "enforcement.project.read" },
  ],
});
