import type { Part } from "../part.ts";
import { seedSentPeople } from "./demo-people.ts";
import { seedDemoTasks } from "./demo-seed.ts";
import { english } from "./english.ts";
import { listMergeable, mergeRoute } from "./merge.ts";
import { messages } from "./messages.ts";
import { issuePlan, plan } from "./plan.ts";
import { showProgress } from "./plan-progress.ts";
import { qualityCheck, qualityRate, qualityScore, recordQuality, sampleForQuality } from "./quality.ts";
import { listSamples } from "./quality-samples.ts";
import { createTasks, listInspectors } from "./routes.ts";
import { task } from "./task.ts";

const planning = [
  "inspection.plan.read",
  "inspection.plan.write",
  "inspection.plan.export",
  "inspection.plan.remove",
  "inspection.quality-check.read",
];

export const tasksPart: Part = {
  cases: [task],
  ledgers: [plan, qualityCheck],
  measures: [qualityRate, qualityScore],
  routes: [createTasks, listInspectors, listMergeable, mergeRoute, issuePlan, showProgress, listSamples, sampleForQuality, recordQuality],
  english,
  messages,
  permissions: { "inspection.arrange": "安排检查", "inspection.check": "实施检查", "inspection.review-quality": "检查质量复核" },
  grants: {
    inspector: [...planning, "inspection.task.read", "inspection.task.export", "inspection.arrange", "inspection.check"],
    "committee-office": [...planning, "inspection.review-quality", "inspection.task.read", "inspection.task.export", "inspection.arrange"],
    department: [
      "inspection.plan.read",
      "inspection.plan.write",
      "inspection.task.read",
      "inspection.task.export",
      "inspection.arrange",
      "inspection.check",
    ],
    "street-clerk": ["inspection.task.read", "inspection.arrange", "inspection.check"],
    "grid-member": ["inspection.task.read", "inspection.check"],
    "police-officer": ["inspection.task.read", "inspection.check"],
    leader: ["inspection.task.read", "inspection.plan.read", "inspection.quality-check.read"],
    readonly: ["inspection.task.read"],
  },
  menu: [
    { parent: "hazard", key: "inspection", label: "监督检查", path: "/inspection/task", permission: "inspection.task.read" },
    { parent: "hazard", key: "inspection-merge", label: "综合查一次", path: "/inspection/merge", permission: "inspection.arrange" },
    {
      parent: "hazard",
      key: "inspection-quality",
      label: "质量核查",
      path: "/inspection/quality",
      permission: "inspection.quality-check.read",
    },
    { parent: "hazard", key: "inspection-plan", label: "检查计划", path: "/inspection/plan", permission: "inspection.plan.read" },
  ],
  async seed(tx, services, { demo, report }) {
    if (demo) await seedDemoTasks(tx, services, report);
  },
  async seedWithPeople(tx, services, { demo, report }) {
    if (demo) await seedSentPeople(tx, services, report);
  },
};
