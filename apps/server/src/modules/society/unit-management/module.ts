/** 单位自管: a unit's own duties, checks, file and public commitment; property firms, joint defence, standardisation. JX-3.1.1, QZ-2.3.1, TY-2.5.2.3. */
import { defineModule } from "#platform/module.ts";
import { seedDemo } from "./demo/seed.ts";
import { parseOutline } from "./domain/outline.ts";
import { english } from "./english.ts";
import { listJointGroups, logJointActivity, summariseGroup } from "./joint-work.ts";
import { applyForFund, assessStandard, reportGaps, showStandard } from "./keep-file.ts";
import { patrol, patrolPoint, selfCheck, selfCheckPlan } from "./ledgers/checks.ts";
import { commitment } from "./ledgers/commitment.ts";
import { budget, document, equipment, groupMember, responsible } from "./ledgers/file.ts";
import { dutyMonth, reminder, standardisation } from "./ledgers/followed.ts";
import { jointActivity, jointGroup, jointMember } from "./ledgers/joint.ts";
import { profile } from "./ledgers/profile.ts";
import { estate, fundRequest, serviceItem, serviceRecord } from "./ledgers/property.ts";
import { drill, evaluation, serviceReport, training } from "./ledgers/records.ts";
import { decideDutyRule, showDutyRules } from "./manage-rules.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { nightly } from "./nightly.ts";
import { publishCommitment, revokeCommitment, showPublicPage } from "./publish-commitment.ts";
import { showOwnDuties, showUnitDuties } from "./show-duties.ts";
import { showCheckList, submitCheck } from "./submit-check.ts";
import { submitPatrol } from "./submit-patrol.ts";

const all = "unit-management.*.read";
const joint = ["unit-management.joint-groups", "unit-management.joint-log"];
/** Ledgers a unit keeps itself. */
const kept = [
  "profile",
  "self-check-plan",
  "patrol-point",
  "service-report",
  "drill",
  "training",
  "evaluation",
  "document",
  "responsible",
  "equipment",
  "group-member",
  "budget",
  "estate",
  "service-item",
  "service-record",
];
const kindRead = (names: readonly string[]) => names.map((name) => `unit-management.${name}.read`);
const seen = [
  "self-check",
  "patrol",
  "commitment",
  "joint-activity",
  "joint-member",
  "standardisation",
  "fund-request",
  "reminder",
  "duty-month",
];

export const unitManagement = defineModule({
  name: "unit-management",
  label: "单位自管",
  menuAs: "单位自管",
  english,
  ledgers: [
    profile,
    selfCheckPlan,
    selfCheck,
    patrolPoint,
    patrol,
    serviceReport,
    drill,
    training,
    evaluation,
    document,
    responsible,
    equipment,
    groupMember,
    budget,
    commitment,
    estate,
    serviceItem,
    serviceRecord,
    jointGroup,
    jointMember,
    jointActivity,
    dutyMonth,
  ],
  cases: [standardisation, fundRequest, reminder],
  measures,
  routes: [
    showOwnDuties,
    showUnitDuties,
    showCheckList,
    submitCheck,
    submitPatrol,
    publishCommitment,
    revokeCommitment,
    showPublicPage,
    showStandard,
    assessStandard,
    reportGaps,
    applyForFund,
    listJointGroups,
    logJointActivity,
    summariseGroup,
    showDutyRules,
    decideDutyRule,
  ],
  jobs: [nightly],
  messages,
  formats: {
    clock: (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : { code: "unit-management.bad_clock" }),
    outline: (value) => (parseOutline(value) ? null : { code: "unit-management.bad_outline" }),
  },
  permissions: {
    "unit-management.own": "本单位履职、自查与申报",
    "unit-management.publish": "公示与撤下安全承诺",
    "unit-management.standard-verify": "核定标准化等级",
    "unit-management.fund-verify": "核实维修资金申请",
    "unit-management.fund-approve": "审批与结算维修资金",
    "unit-management.joint-groups": "看联防组织与小结",
    "unit-management.joint-log": "记联防活动",
    "unit-management.configure": "改履职规则",
    "unit-management.machine": "系统自动办理",
  },
  grants: {
    "unit-manager": [
      ...kindRead([...kept, ...seen]),
      ...kept.map((name) => `unit-management.${name}.write`),
      ...["patrol-point", "responsible", "equipment", "self-check-plan"].map((name) => `unit-management.${name}.remove`),
      "unit-management.responsible.reveal",
      "unit-management.own",
      "unit-management.publish",
      ...joint,
    ],
    "unit-duty": [
      ...kindRead([...kept, ...seen]),
      "unit-management.service-report.write",
      "unit-management.own",
      "unit-management.joint-groups",
    ],
    inspector: [
      all,
      "unit-management.*.export",
      "unit-management.joint-group.write",
      "unit-management.joint-member.write",
      "unit-management.standard-verify",
      "unit-management.publish",
      ...joint,
    ],
    "street-clerk": [
      all,
      "unit-management.*.export",
      ...["profile", "estate", "service-item", "joint-group", "joint-member"].map((name) => `unit-management.${name}.write`),
      "unit-management.joint-group.remove",
      "unit-management.joint-member.remove",
      "unit-management.fund-verify",
      ...joint,
    ],
    "grid-member": [...kindRead(["self-check", "duty-month", "joint-group"]), ...joint],
    "committee-office": [all, "unit-management.*.export", "unit-management.joint-groups", "unit-management.configure"],
    department: [
      all,
      "unit-management.*.export",
      "unit-management.standard-verify",
      "unit-management.fund-approve",
      "unit-management.group-member.write",
      "unit-management.budget.write",
      "unit-management.joint-groups",
    ],
    leader: [all, "unit-management.joint-groups"],
    dispatcher: [...kindRead(["joint-group", "joint-member"]), "unit-management.joint-groups"],
    "duty-officer": [...kindRead(["joint-group", "joint-member"]), "unit-management.joint-groups"],
    "duty-leader": [...kindRead(["joint-group", "joint-member"]), "unit-management.joint-groups"],
    readonly: kindRead(["duty-month", "standardisation", "commitment"]),
  },
  menu: [
    {
      parent: "places",
      key: "duty-month",
      label: "单位履职",
      path: "/unit-management/duty-month",
      permission: "unit-management.duty-month.read",
    },
    {
      parent: "places",
      key: "self-check",
      label: "自查记录",
      path: "/unit-management/self-check",
      permission: "unit-management.self-check.read",
    },
    {
      parent: "places",
      key: "standardisation",
      label: "标准化",
      path: "/unit-management/standardisation",
      permission: "unit-management.standardisation.read",
    },
    {
      parent: "places",
      key: "commitment",
      label: "安全承诺",
      path: "/unit-management/commitment",
      permission: "unit-management.commitment.read",
    },
    { parent: "places", key: "unit-file", label: "履职台账", path: "/unit-management", permission: "unit-management.profile.read" },
    {
      parent: "society",
      key: "joint-group",
      label: "区域联防",
      path: "/unit-management/joint",
      permission: "unit-management.joint-groups",
    },
    { parent: "society", key: "estate", label: "物业项目", path: "/unit-management/estate", permission: "unit-management.estate.read" },
    {
      parent: "society",
      key: "fund",
      label: "维修资金",
      path: "/unit-management/fund-request",
      permission: "unit-management.fund-request.read",
    },
    { parent: "places", key: "duty-rules", label: "履职规则", path: "/unit-management/rules", permission: "unit-management.configure" },
  ],
  async seed(tx, services, { demo, report }) {
    if (demo) await seedDemo(tx, services, report);
  },
});
