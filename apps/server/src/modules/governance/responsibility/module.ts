/** 责任体系: who owes what, signed, published and answered for. SH-1.1, SH-1.7, SH-8.3, JX-2.2, QZ-2.1, QZ-2.2 */
import { defineModule } from "#platform/module.ts";
import { accountability } from "./accountability.ts";
import { determination, pledge, powerList, supportRequest } from "./cases.ts";
import { listDepartments, listDepartmentUnits, showDepartment } from "./console.ts";
import { seedProposals } from "./demo-industries.ts";
import { seedDemo } from "./demo-seed.ts";
import { english } from "./english.ts";
import { listGroupUnits, showGroups } from "./groups.ts";
import { showLayers } from "./layers.ts";
import { affiliation, duty, group, guidance, licence, portArea, regulatorRule, yearTask } from "./ledgers.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { nightly } from "./nightly.ts";
import { pledgeFile } from "./pledge-file.ts";
import { generatePledges } from "./pledges.ts";
import { proposal } from "./proposal.ts";
import { assignRegulators, publicLists, showIndustries, showTree, takeDefaults } from "./routes.ts";
import { giveRuralTasks, makeRuralLists, showRural } from "./rural.ts";
import { determineUnit, explainUnit, listUnplaced, takeRules } from "./unplaced.ts";

const names = [
  ...["duty", "year-task", "regulator-rule", "guidance", "power-list", "pledge", "determination", "support-request"],
  ...["licence", "port-area", "group", "affiliation"],
].map((name) => `responsibility.${name}`);
const reading = names.map((name) => `${name}.read`);
const kept = ["responsibility.duty", "responsibility.year-task"].flatMap((name) => [`${name}.write`, `${name}.import`]);
/** What rules rest on: kept by the office, licences also by the department that sends them. */
const grounds = ["licence", "port-area", "group", "affiliation"].flatMap((name) => [
  `responsibility.${name}.write`,
  `responsibility.${name}.import`,
]);
const licences = ["responsibility.licence.write", "responsibility.licence.import"];
const lists = ["responsibility.power-list.write", "responsibility.keep"];

export const responsibility = defineModule({
  name: "responsibility",
  label: "责任体系",
  menuAs: "责任清单",
  english,
  ledgers: [duty, yearTask, regulatorRule, licence, portArea, group, affiliation, guidance],
  cases: [powerList, pledge, determination, supportRequest, accountability, proposal],
  measures,
  messages,
  routes: [
    ...[showTree, takeDefaults, showIndustries, assignRegulators, publicLists],
    ...[
      listDepartments,
      showDepartment,
      listDepartmentUnits,
      showGroups,
      listGroupUnits,
      listUnplaced,
      explainUnit,
      determineUnit,
      takeRules,
    ],
    ...[showLayers, showRural, makeRuralLists, giveRuralTasks, generatePledges],
  ],
  raw: () => [pledgeFile],
  jobs: [nightly],
  permissions: {
    "responsibility.keep": "编制权力和责任清单",
    "responsibility.publish": "公开权力和责任清单",
    "responsibility.pledge": "拟定责任书",
    "responsibility.sign": "签订责任书",
    "responsibility.countersign": "上级签订责任书",
    "responsibility.determine": "提出监管责任方案",
    "responsibility.decide": "确定监管责任",
    "responsibility.ask-support": "请求专业支持",
    "responsibility.support": "提供专业支持",
    "responsibility.trace": "责任倒查",
    "responsibility.judge": "作出责任追究决定",
  },
  grants: {
    "committee-office": [
      ...reading,
      ...kept,
      ...lists,
      ...grounds,
      "responsibility.*.export",
      "responsibility.accountability.read",
      "responsibility.proposal.read",
      "responsibility.regulator-rule.write",
      "responsibility.regulator-rule.import",
      "responsibility.publish",
      "responsibility.pledge.write",
      "responsibility.pledge",
      "responsibility.sign",
      "responsibility.determination.write",
      "responsibility.determine",
      "responsibility.accountability.write",
      "responsibility.trace",
    ],
    leader: [
      ...reading,
      "responsibility.*.export",
      "responsibility.accountability.read",
      "responsibility.proposal.read",
      "responsibility.sign",
      "responsibility.countersign",
      "responsibility.decide",
      "responsibility.judge",
      "responsibility.publish",
    ],
    department: [
      ...reading,
      ...kept,
      ...lists,
      ...licences,
      "responsibility.sign",
      "responsibility.support",
      "responsibility.guidance.write",
    ],
    inspector: [...reading, "responsibility.guidance.write", "responsibility.support", "responsibility.*.export"],
    "street-clerk": [
      ...reading,
      ...kept,
      "responsibility.sign",
      "responsibility.support-request.write",
      "responsibility.ask-support",
      "responsibility.guidance.write",
    ],
    readonly: ["responsibility.duty.read", "responsibility.power-list.read"],
  },
  menu: [
    { parent: "policy", key: "responsibility", label: "责任清单", path: "/responsibility", permission: "responsibility.duty.read" },
    {
      parent: "policy",
      key: "industry-console",
      label: "行业主管台",
      path: "/responsibility/console",
      permission: "responsibility.duty.read",
    },
    { parent: "policy", key: "pledges", label: "责任书", path: "/responsibility/pledge", permission: "responsibility.pledge.read" },
    {
      parent: "policy",
      key: "determinations",
      label: "监管责任确定",
      path: "/responsibility/determination",
      permission: "responsibility.determination.read",
    },
    {
      parent: "policy",
      key: "accountability",
      label: "责任追究",
      path: "/responsibility/accountability",
      permission: "responsibility.accountability.read",
    },
    {
      parent: "policy",
      key: "accountability-proposals",
      label: "追责建议",
      path: "/responsibility/proposal",
      permission: "responsibility.proposal.read",
    },
  ],
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
  seedWithPeople: async (tx, services, { demo, report }) => {
    if (demo) await seedProposals(tx, services, report);
  },
});
