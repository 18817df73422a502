/** 考核: schemes as data, the year from pledge to circular, fair ranking, supervision, outcomes. SH-8, PT-2.1.3, PT-2.2.4, JX-0, JX-1.1, QZ-1.2, QZ-2.1.7, TY-1. */
import { defineModule } from "#platform/module.ts";
import { appeal } from "./appeal-case.ts";
import { commendation } from "./commendation.ts";
import { daily } from "./daily.ts";
import { seedDemo } from "./demo/seed.ts";
import { english } from "./english.ts";
import { fileAppeal, listAppeals, showEvidence, signPledge, verifyEntrant } from "./entrant-routes.ts";
import { sendExtract } from "./extract.ts";
import { entrant, handValue, receipt, resultUse, siteCheck, system } from "./ledgers.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { awareness, fireOutcome, population } from "./outcome.ts";
import { showOutcome } from "./outcome-routes.ts";
import { addItems, markItem, proposeItems, roundItem, showRound } from "./round-items.ts";
import { sanction } from "./sanction.ts";
import { scheme } from "./scheme-case.ts";
import { checkScheme, draftScheme, editScheme, listShipped, showScheme } from "./scheme-routes.ts";
import { listAssessments, showBoard, showEntrant } from "./show.ts";
import { showSituation } from "./situation.ts";
import { finding, round } from "./supervision.ts";
import { sendFeedback, signReceipt } from "./supervision-routes.ts";
import { keepMappings, showTaskFeed, taskMapping } from "./task-feed.ts";
import { yearCase } from "./year-case.ts";
import { openYear, previewCircular, suggestUses } from "./year-routes.ts";

const name = "assessment";
const all = [
  "population",
  "fire-outcome",
  "awareness",
  "scheme",
  "year",
  "entrant",
  "hand-value",
  "site-check",
  "receipt",
  "result-use",
  "system",
  "appeal",
  "round",
  "finding",
  "commendation",
  "sanction",
  "round-item",
  "task-mapping",
];
const reading = all.map((ledger) => `${name}.${ledger}.read`);
const may = (right: string, ledgers: readonly string[]) => ledgers.map((ledger) => `${name}.${ledger}.${right}`);
/** Ledgers an office fills in by hand or by Excel; the rest moves by its moves. */
const kept = ["population", "fire-outcome", "awareness", "hand-value", "site-check", "result-use", "system", "round", "task-mapping"];

const OF_FROZEN = "exists (select from assessment.entrant e where e.id = t.entrant and e.frozen_at is not null)";

export const assessment = defineModule({
  name,
  label: "考核",
  menuAs: "考核",
  english,
  ledgers: [population, fireOutcome, awareness, entrant, handValue, siteCheck, receipt, resultUse, system, round, roundItem, taskMapping],
  cases: [scheme, yearCase, appeal, finding, commendation, sanction],
  measures,
  messages,
  // A frozen year, its governments and what they were scored by stay as they were.
  areas: {
    keeps: {
      "assessment.year": "t.frozen_at is not null",
      "assessment.entrant": "t.frozen_at is not null",
      "assessment.hand_value": OF_FROZEN,
      "assessment.site_check": OF_FROZEN,
    },
  },
  routes: [
    listAssessments,
    openYear,
    showBoard,
    showEntrant,
    showEvidence,
    verifyEntrant,
    signPledge,
    fileAppeal,
    listAppeals,
    previewCircular,
    suggestUses,
    sendExtract,
    listShipped,
    checkScheme,
    draftScheme,
    editScheme,
    showScheme,
    showOutcome,
    sendFeedback,
    signReceipt,
    showRound,
    proposeItems,
    addItems,
    markItem,
    showSituation,
    showTaskFeed,
  ],
  jobs: [daily],
  permissions: {
    "assessment.configure": "拟考核方案",
    "assessment.run": "组织考核",
    "assessment.approve": "审定方案与考核结果",
    "assessment.pledge": "签责任状",
    "assessment.appeal": "提出申诉",
    "assessment.decide": "答复申诉",
    "assessment.supervise": "督导",
    "assessment.reply": "报送督导整改",
    "assessment.machine": "系统自动办理",
  },
  grants: {
    "committee-office": [
      ...reading,
      ...may("write", [...kept, "finding", "commendation", "sanction"]),
      ...may("import", kept),
      "assessment.*.export",
      "assessment.configure",
      "assessment.run",
      "assessment.pledge",
      "assessment.decide",
      "assessment.supervise",
      "assessment.reply",
    ],
    leader: [...reading, "assessment.*.export", "assessment.approve", "assessment.pledge", "assessment.appeal", "assessment.reply"],
    inspector: [
      ...reading,
      "assessment.*.export",
      ...may("write", ["fire-outcome", "awareness", "population", "site-check"]),
      ...may("import", ["fire-outcome", "awareness", "population"]),
      "assessment.commendation.write",
    ],
    "street-clerk": [...reading, "assessment.pledge", "assessment.appeal", "assessment.reply", "assessment.commendation.write"],
    department: [...reading, "assessment.reply", "assessment.commendation.write"],
    readonly: ["assessment.entrant.read", "assessment.fire-outcome.read", "assessment.receipt.read"],
  },
  menu: [
    { parent: "statistics", key: "assessment", label: "考核", path: "/assessment", permission: "assessment.entrant.read" },
    { parent: "statistics", key: "outcome", label: "结果指标", path: "/assessment/outcome", permission: "assessment.fire-outcome.read" },
    { parent: "statistics", key: "schemes", label: "考核方案", path: "/assessment/scheme", permission: "assessment.scheme.read" },
    { parent: "statistics", key: "rounds", label: "督导", path: "/assessment/finding", permission: "assessment.finding.read" },
    { parent: "statistics", key: "sanction", label: "追责建议", path: "/assessment/sanction", permission: "assessment.sanction.read" },
    {
      parent: "statistics",
      key: "situation",
      label: "形势指数",
      path: "/assessment/situation",
      permission: "assessment.fire-outcome.read",
    },
    { parent: "statistics", key: "task-feed", label: "任务考评", path: "/assessment/task-feed", permission: "assessment.entrant.read" },
    { parent: "statistics", key: "uses", label: "结果运用", path: "/assessment/result-use", permission: "assessment.result-use.read" },
    {
      parent: "statistics",
      key: "commendation",
      label: "表彰奖励",
      path: "/assessment/commendation",
      permission: "assessment.commendation.read",
    },
  ],
  seed: async (tx, services, { demo, report }) => {
    await keepMappings(tx, services);
    if (demo) await seedDemo(tx, services, report);
  },
});
